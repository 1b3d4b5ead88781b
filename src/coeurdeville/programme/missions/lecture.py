"""What pages read of missions, and who may do what with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.droits import coordination, suit, titulaire
from coeurdeville.programme.models import Mission

if TYPE_CHECKING:
    from coeurdeville.programme.models import Experimentation

NO_ACCOUNT = Kind(
    "accompagnateur-sans-compte",
    "Aucun compte n’a l’adresse « {courriel} ».",
    "Lui demander d’ouvrir un compte sur le site, puis l’écrire de nouveau ici.",
)


def mission(numero: int, *_: Any, **__: Any) -> Mission | None:
    """A mission with its project, one query; None when there is none."""
    return _missions().filter(pk=numero).first()


def confiees(user: Utilisateur) -> Sequence[Mission]:
    """Those entrusted to somebody; all of them for the coordination. One query."""
    return list(_missions() if coordination(user) else _missions().filter(accompagnateur=user))


def du_projet(projet: Experimentation) -> Sequence[Mission]:
    """Those of a project. One query."""
    return list(_missions().filter(experimentation=projet))


def lit(user: Utilisateur, one: Mission) -> bool:
    """Whether somebody may read a mission: its consultant, and those who follow the project."""
    return titulaire(user, one) or suit(user, one.experimentation)


def redige(user: Utilisateur, one: Mission) -> bool:
    """Whether somebody may write its report now: its consultant, while it runs."""
    return titulaire(user, one) and one.etat == "en_cours"


def commande(user: Utilisateur, one: Mission) -> bool:
    """Whether somebody may change what was ordered: the coordination, until it is over."""
    return coordination(user) and not one.en_etat.final


def ecrit(user: Utilisateur, one: Mission) -> bool:
    """Whether somebody may write something of it now."""
    return redige(user, one) or commande(user, one)


def compte_de(courriel: str) -> Utilisateur | None:
    """The account of a consultant; None for an empty address.

    Raises
    ------
    Refused
        `accompagnateur-sans-compte`.
    """
    if not courriel.strip():
        return None
    found = Utilisateur.objects.de_courriel(courriel.strip())
    if found is None:
        raise Refused([NO_ACCOUNT(courriel=courriel.strip())])
    return found


def _missions() -> Any:
    return Mission.objects.select_related("experimentation__candidature__appel", "accompagnateur")
