"""The one verb by which an object of the programme changes its state."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import transaction

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.droits import tient
from coeurdeville.programme.etats.noms import OBJETS, etat
from coeurdeville.programme.etats.passage import SITE, Passage
from coeurdeville.programme.etats.table import PASSAGES
from coeurdeville.programme.journal.ecriture import noter

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.etats.objet import Objet
    from coeurdeville.programme.models import Evenement

O = TypeVar("O", bound="Objet")  # noqa: E741

PACKAGE = "coeurdeville.programme"
IMPOSSIBLE = Kind(
    "passage-impossible",
    "« {bouton} » n’est plus possible : {objet} est à l’état « {etat} ».",
    "Recharger la page pour voir ce qui a changé, et ce que l’on peut faire maintenant.",
)
NOT_YOURS = Kind(
    "geste-reserve",
    "« {bouton} » est réservé à d’autres personnes.",
    "Demander à la coordination ou au binôme de la ville de le faire.",
)
NO_REASON = Kind("motif-absent", "« {bouton} » demande un motif.", "Écrire en une phrase pourquoi.")


def franchir(objet: Objet, verbe: str, acteur: Utilisateur | None, motif: str = "", **donnees: Any) -> Evenement:
    """Take an object through the passage of a verb: state, sequel, journal and letters, all or nothing.

    The object is locked and read again first, so that of two persons only the first one passes. `acteur` None is the
    site itself. `donnees` go to the guard and to the sequel of the row.

    Raises
    ------
    Refused
        `passage-impossible`, `geste-reserve`, `motif-absent`, and whatever the guard of the row says.
    """
    from coeurdeville.programme.courrier.preparation import perimer, preparer

    passage = passage_de(objet.sorte, verbe)
    with transaction.atomic():
        locked = type(objet).objects.select_for_update().get(pk=objet.pk)
        _refuse(locked, passage, acteur, motif, donnees)
        former, locked.etat = locked.etat, passage.vers
        locked.save(update_fields=["etat"])
        objet.etat = passage.vers
        if former != passage.vers:
            perimer(locked)
        event = noter(locked, verbe, acteur, former, passage.vers, motif.strip())
        if passage.suite:
            _named(passage.suite)(locked, acteur, motif, **donnees)
        for lettre in passage.lettres:
            preparer(lettre, locked, event)
    return event


def possibles(objet: Objet, acteur: Utilisateur | None) -> Sequence[Passage]:
    """What somebody may do with an object in its present state, in the order of the table; guards not asked."""
    return [
        one for one in PASSAGES if one.objet == objet.sorte and objet.etat in one.de and autorise(one, objet, acteur)
    ]


def passage_de(objet: str, verbe: str) -> Passage:
    """The row of a verb. Raises `KeyError` when the table has none."""
    for one in PASSAGES:
        if (one.objet, one.verbe) == (objet, verbe):
            return one
    raise KeyError(f"{objet}.{verbe}")


def empechements(objet: Objet, verbe: str, acteur: Utilisateur | None, **donnees: Any) -> Sequence[Problem]:
    """Why the guard of a verb would refuse now; nothing when it would let through. The right is not asked."""
    passage = passage_de(objet.sorte, verbe)
    return list(_named(passage.garde)(objet, acteur, "", **donnees)) if passage.garde else []


def hors_de_portee(objet: Objet, passage: Passage) -> Problem | None:
    """Why a row does not start from the present state of an object; None when it does."""
    if objet.etat in passage.de:
        return None
    return IMPOSSIBLE(bouton=passage.bouton, objet=OBJETS[objet.sorte], etat=etat(objet.sorte, objet.etat).nom)


def autorise(passage: Passage, objet: Objet, acteur: Utilisateur | None) -> bool:
    """Whether somebody is of those who may take an object through a row, whatever its present state."""
    if acteur is None:
        return SITE in passage.qui
    return any(tient(acteur, qui, objet) for qui in passage.qui if qui != SITE)


def _refuse(objet: Objet, passage: Passage, acteur: Utilisateur | None, motif: str, donnees: dict[str, Any]) -> None:
    if not autorise(passage, objet, acteur):
        raise Refused([NOT_YOURS(bouton=passage.bouton)])
    closed = hors_de_portee(objet, passage)
    if closed:
        raise Refused([closed])
    problems = [NO_REASON(bouton=passage.bouton)] if passage.motif and not motif.strip() else []
    if passage.garde:
        problems += _named(passage.garde)(objet, acteur, motif, **donnees)
    if problems:
        raise Refused(problems)


def _named(path: str) -> Any:
    """The function that a row names `package.module:function`; imported when it is used."""
    module, _, name = path.partition(":")
    return getattr(import_module(f"{PACKAGE}.{module}"), name)
