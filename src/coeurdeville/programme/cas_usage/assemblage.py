"""A card from the records of its project: it says nothing that somebody did not write there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate

from coeurdeville.core.french import capital, quantity
from coeurdeville.espaces.communes import communes_de
from coeurdeville.inventory.vocabulaire import Forme
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.cas_usage import donnees, fiche
from coeurdeville.programme.cas_usage.textes import chapitres, public
from coeurdeville.programme.evaluations.redeploiement import Issue, eprouver
from coeurdeville.programme.experimentations.derive import derive
from coeurdeville.programme.experimentations.effort import bilan
from coeurdeville.programme.experimentations.suspensions import suspensions
from coeurdeville.programme.models import CasUsage, Condition, Participant

if TYPE_CHECKING:
    from coeurdeville.programme.models import Evaluation, Experimentation

SPOKEN_TO = (Participant.Part.REFERENT, Participant.Part.CORRESPONDANT, Participant.Part.ELU)
"""Parts that a card says whom to ask by."""


def assembler(cas: CasUsage) -> fiche.Fiche:
    """The card as the records stand today."""
    project = cas.experimentation
    evaluation: Evaluation = project.evaluation
    town = communes_de([project.commune]).get(project.commune)
    return fiche.Fiche(
        titre=public(cas.titre), ville=project.nom, commune=project.commune,
        population=town.population if town else None, appel=str(project.appel), saison=str(project.appel.saison),
        theme=project.theme, service=project.service, chapitres=chapitres(cas),
        donnees=donnees.listees(evaluation.donnees.all(), project.commune),
        objectifs=tuple(_aim(one) for one in evaluation.objectifs.all()),
        resultats=tuple(_results(evaluation)), effort=_effort(project),
        obstacles=tuple(_obstacle(one) for one in project.obstacles.all()),
        cooperations=tuple(_cooperation(one) for one in project.cooperations.all()),
        conditions=tuple(map(_condition, sorted(evaluation.conditions.all(), key=_rank))), essai=_trial(evaluation),
        contacts=tuple(dict.fromkeys(_contacts(project))), images=tuple(_images(cas.images)),
    )  # fmt: skip


def _aim(one: Any) -> fiche.Objectif:
    depart, resultat, cible = (_figure(value, one.unite) for value in (one.depart, one.resultat, one.cible))
    return fiche.Objectif(public(one.titre), depart, resultat, cible, public(one.source))


def _figure(value: Decimal | None, unit: str) -> str:
    if value is None:
        return ""
    digits = max(0, -int(value.normalize().as_tuple().exponent))
    return quantity(float(value), unit, digits)


def _results(evaluation: Evaluation) -> Iterator[fiche.Resultat]:
    for one in evaluation.resultats.select_related("piece"):
        yield fiche.Resultat(public(one.texte), public(one.piece.montre if one.piece else one.preuve))


def _effort(project: Experimentation) -> fiche.Effort:
    found, stops = bilan(project), suspensions([project])[project.pk]
    drift = derive(project, (), stops, localdate())
    roles = tuple(fiche.Jours(one.nom, float(one.jours)) for one in found.roles)
    return fiche.Effort(float(found.jours), float(found.euros), float(found.jours_conseil), roles, drift.mois,
                        project.appel.duree_mois, drift.suspendus)  # fmt: skip


def _obstacle(one: Any) -> fiche.Obstacle:
    return fiche.Obstacle(one.get_famille_display(), public(one.texte), public(one.leve_comment) if one.leve_le else "")


def _cooperation(one: Any) -> fiche.Cooperation:
    about = kinds()[one.couche].title if one.couche in kinds() else ""
    form = Forme(one.forme).libelle if one.forme in set(Forme) else one.forme
    title = f"{one.titre} ({about})" if about and about not in one.titre else one.titre
    return fiche.Cooperation(public(title), public(one.avec), form, public(one.cout))


def _rank(one: Any) -> int:
    """Data first, then perimeters, then constraints."""
    return list(Condition.Nature.values).index(one.nature)


def _condition(one: Any) -> fiche.Condition:
    return fiche.Condition(one.nature, public(one.texte), one.couche, one.minimum, one.maximum, one.perimetre)


def _trial(evaluation: Evaluation) -> fiche.Essai:
    tried = eprouver(evaluation)
    counts = (tried.nombre(one) for one in (Issue.REMPLIT, Issue.A_VERIFIER, Issue.MANQUE, Issue.HORS))
    return fiche.Essai(localdate().isoformat(), *counts)


def _contacts(project: Experimentation) -> Iterator[fiche.Contact]:
    """Functions of those who hold a part, or held it when the project ended."""
    last = project.fin_reelle or localdate()
    for one in project.participants.filter(part__in=SPOKEN_TO):
        if one.au is None or one.au >= last:
            said = ", ".join(filter(None, (one.fonction, one.organisme)))
            yield fiche.Contact(capital(str(Participant.Part(one.part).label)), public(said))


def _images(kept: Iterable[dict[str, str]]) -> Iterator[fiche.Image]:
    for one in kept:
        yield fiche.Image(one["adresse"], public(one["alt"]), public(one["legende"]), one["credit"])
