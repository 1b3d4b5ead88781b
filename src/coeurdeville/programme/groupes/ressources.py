"""Resources: proposed by members, published by the coordination; a new version takes the place of the former."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Q, QuerySet

from coeurdeville.core.licences import LICENCES
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.droits import coordination
from coeurdeville.programme.groupes.adhesions import anime
from coeurdeville.programme.groupes.noms import nom
from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.lieux import fichiers_des_ressources
from coeurdeville.programme.models import Ressource

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

OUVERTES: Final = {key: one.title for key, one in LICENCES.items() if one.open}
"""Licences under which a resource can be shared."""
NO_AUTHOR = Kind(
    "ressource-sans-auteur", "L’auteur n’est pas dit.", "Écrire l’organisme ou les personnes qui l’ont faite."
)
NO_SUMMARY = Kind(
    "ressource-sans-resume", "Le résumé est vide.", "Dire en quelques phrases à quoi elle sert, et à qui."
)
NOT_OPEN = Kind(
    "ressource-non-ouverte",
    "La licence « {licence} » ne permet pas de la partager.",
    "Choisir une licence ouverte, avec l’accord de son auteur.",
)
NOWHERE = Kind(
    "ressource-sans-contenu", "Ni adresse ni fichier.", "Donner l’adresse de la page, ou joindre le fichier."
)
NO_DAY = Kind("ressource-sans-date", "La ressource n’est pas datée.", "Écrire le jour de cette version.")
PUBLISHED = Kind(
    "ressource-deja-publiee",
    "Cette version est publiée : son fichier ne change plus.",
    "Proposer une nouvelle version, avec son fichier.",
)
SAME_VERSION = Kind(
    "version-identique",
    "Une version « {version} » de cette ressource est déjà là.",
    "Écrire un autre numéro : celui-ci resterait ambigu.",
)


def verifier(ressource: Ressource, _acteur: Utilisateur | None, _motif: str, **_: Any) -> Iterable[Problem]:
    """What a resource lacks to be published."""
    if not ressource.auteur.strip():
        yield NO_AUTHOR()
    if not ressource.resume.strip():
        yield NO_SUMMARY()
    if ressource.licence not in OUVERTES:
        yield NOT_OPEN(licence=ressource.licence or "à préciser")
    if not ressource.adresse and not ressource.fichier:
        yield NOWHERE()
    if ressource.datee_du is None:
        yield NO_DAY()


def proposer(ressource: Ressource, acteur: Utilisateur, remplace: Ressource | None = None) -> Ressource:
    """Keep a resource that a member proposes; as a new version when it replaces another one, which is kept.

    Raises
    ------
    Refused
        `version-identique`.
    """
    if remplace is not None:
        if ressource.version in {one.version for one in versions(remplace)}:
            raise Refused([SAME_VERSION(version=ressource.version)])
        ressource.remplace, ressource.saison, ressource.groupe = remplace, remplace.saison, remplace.groupe
    ressource.proposee_par, ressource.slug = acteur, _slug(ressource)
    ressource.save()
    naitre(ressource, acteur)
    return ressource


def publiques(genre: str = "", theme: str = "", texte: str = "") -> Sequence[Ressource]:
    """The last published version of every resource, those of a kind, of a theme, with these words. One query."""
    found = _publiees().filter(~Q(remplacee_par__etat="publiee")).select_related("saison", "groupe")
    if genre:
        found = found.filter(genre=genre)
    if theme:
        found = found.filter(theme=theme)
    if texte:
        found = found.filter(Q(titre__icontains=texte) | Q(resume__icontains=texte) | Q(auteur__icontains=texte))
    return list(found.distinct())


def ressource(slug: str, *_: Any, **__: Any) -> Ressource | None:
    """A resource, whatever its state."""
    return Ressource.objects.filter(slug=slug).select_related("saison", "groupe", "proposee_par").first()


def visible(user: Utilisateur, one: Ressource) -> bool:
    """Whether somebody may read a resource: everybody once it is published, else its group and the coordination."""
    return one.etat == "publiee" or modifie(user, one)


def modifie(user: Utilisateur, one: Ressource) -> bool:
    """Whether somebody may propose a version of it: its group, its author, the coordination."""
    if not user.is_authenticated or one.etat == "retiree":
        return False
    mine = one.proposee_par is not None and one.proposee_par.pk == user.pk
    return mine or coordination(user) or (one.groupe is not None and anime(user, one.groupe))


def recevoir(one: Ressource, garder: Callable[[Path], str]) -> None:
    """Join the file that `garder` puts in a folder, and names.

    Raises
    ------
    Refused
        `ressource-deja-publiee`: what people may have taken does not change; what the reception of files refuses.
    """
    if one.etat != "proposee":
        raise Refused([PUBLISHED()])
    one.fichier = garder(fichiers_des_ressources(one.pk))
    one.save(update_fields=["fichier"])


def chemin(one: Ressource) -> Path | None:
    """Where its file is; None when it has none."""
    path = fichiers_des_ressources(one.pk) / one.fichier
    return path if one.fichier and path.is_file() else None


def versions(one: Ressource) -> Sequence[Ressource]:
    """All the versions of a resource, the first one first. A query for each step of the chain."""
    first = one
    while first.remplace is not None:
        first = first.remplace
    found, ahead = [first], list(first.remplacee_par.all())
    while ahead:
        found += ahead
        ahead = [later for each in ahead for later in each.remplacee_par.all()]
    return found


def _publiees() -> QuerySet[Ressource]:
    return Ressource.objects.filter(etat="publiee")


def _slug(one: Ressource) -> str:
    """Of its title, and its version after the first; a number when it is taken."""
    words = nom(one.titre, 60, "ressource")
    base = f"{words}-{nom(one.version.replace('.', '-'), 13, 'suite')}" if one.remplace else words
    taken = set(Ressource.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    names = (base if rank == 1 else f"{base}-{rank}" for rank in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
