"""Who may do what in the programme: one small predicate a role; the table of passages names them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from coeurdeville.comptes.droits import est_animateur_de, est_coordination, est_du_binome, est_membre
from coeurdeville.programme.models import Mandat, Mission

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.etats.objet import Objet
    from coeurdeville.programme.models import Appel, Experimentation

EN_COURS: Final = "en_cours"
"""State of a mission in which its consultant writes in the journal of the project."""
SUIVIES: Final = (EN_COURS, "rendue")
"""States of a mission in which its consultant reads the project."""


def binome(user: Utilisateur, objet: Objet) -> bool:
    """Is of the pair of the town that the object is about."""
    return bool(est_du_binome(user, objet.commune_concernee))


def membre(user: Utilisateur, objet: Objet) -> bool:
    """Has any role in the town that the object is about."""
    return bool(est_membre(user, objet.commune_concernee))


def animateur(user: Utilisateur, objet: Objet) -> bool:
    """Looks after a perimeter in which the town is."""
    return bool(est_animateur_de(user, objet.commune_concernee))


def coordination(user: Utilisateur, _objet: Objet | None = None) -> bool:
    """Is of the coordination, with the second factor given."""
    return bool(est_coordination(user))


def titulaire(user: Utilisateur, objet: Objet) -> bool:
    """Is the one to whom the object is entrusted; of a review, who is still a reviewer of the call."""
    held = objet.titulaire is not None and objet.titulaire.pk == user.pk
    return held and (objet.sorte != "relecture" or relecteur(user, objet.appel))


def relecteur(user: Utilisateur, appel: Appel) -> bool:
    """Reviews candidatures of the call."""
    return _mandat(user, appel, Mandat.Role.RELECTEUR)


def jury(user: Utilisateur, appel: Appel) -> bool:
    """Sits in the jury of the call."""
    return _mandat(user, appel, Mandat.Role.JURY)


def signataire(user: Utilisateur, objet: Objet) -> bool:
    """Signs for one of the organisations that designate together."""
    return _mandat(user, objet.appel, Mandat.Role.SIGNATAIRE)


def accompagnateur(user: Utilisateur, experimentation: Experimentation) -> bool:
    """Reads the experiment: has a mission for it that runs, or whose report is handed in."""
    return _mission(user, experimentation, SUIVIES)


def accompagne(user: Utilisateur, experimentation: Experimentation) -> bool:
    """Writes in the journal of the experiment: has a mission for it that runs."""
    return _mission(user, experimentation, (EN_COURS,))


QUI: Final[dict[str, Callable[[Utilisateur, Objet], bool]]] = {
    "binome": binome,
    "animateur": animateur,
    "coordination": coordination,
    "titulaire": titulaire,
    "signataire": signataire,
}
"""The names that the table of passages uses."""


def tient(user: Utilisateur, qui: str, objet: Objet) -> bool:
    """Whether somebody holds, for an object, the place that the table names."""
    return user.is_authenticated and QUI[qui](user, objet)


def suit(user: Utilisateur, experimentation: Experimentation) -> bool:
    """Whether somebody may read the space of an experiment: its town, its animateur, its consultant, coordination."""
    return user.is_authenticated and (
        membre(user, experimentation)
        or coordination(user)
        or animateur(user, experimentation)
        or accompagnateur(user, experimentation)
    )


def _mission(user: Utilisateur, experimentation: Experimentation, etats: tuple[str, ...]) -> bool:
    missions = Mission.objects.filter(experimentation=experimentation, accompagnateur=user, etat__in=etats)
    return user.is_authenticated and missions.exists()


def _mandat(user: Utilisateur, appel: Appel, role: str) -> bool:
    return user.is_authenticated and Mandat.objects.filter(appel=appel, utilisateur=user, role=role).exists()
