"""A chapter as plain lines, one a fact: what two versions are compared by."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import number, spaced
from coeurdeville.programme.cas_usage.donnees import statut
from coeurdeville.programme.cas_usage.fiche import Donnee, Fiche, Objectif
from coeurdeville.programme.experimentations.effort import jours


def lignes(fiche: Fiche, cle: str) -> Iterator[str]:
    """What a chapter says, words first."""
    yield from (one.texte for one in fiche.textes(cle))
    match cle:
        case "donnees":
            yield from map(_donnee, fiche.donnees)
        case "resultats":
            yield from map(_aim, fiche.objectifs)
            yield from (_with(one.texte, one.preuve) for one in fiche.resultats)
        case "effort":
            yield from _effort(fiche)
        case "echecs":
            yield from (_with(f"{one.famille} : {one.texte}", one.leve or "pas levé") for one in fiche.obstacles)
        case "cooperations":
            yield from (
                ", ".join(filter(None, (one.titre, one.avec, one.forme, one.cout))) for one in fiche.cooperations
            )
        case "conditions":
            yield from (one.texte for one in fiche.conditions)
        case "contacts":
            yield from (f"{one.part} : {one.fonction}" for one in fiche.contacts)


def _donnee(one: Donnee) -> str:
    return ", ".join(filter(None, (one.titre, one.detenteur, statut(one), one.licence, one.conformite, one.entretien)))


def _aim(one: Objectif) -> str:
    return spaced(f"{one.titre} : {one.depart or 'départ inconnu'} → {one.resultat or 'non mesuré'} ({one.source})")


def _effort(fiche: Fiche) -> Iterator[str]:
    effort = fiche.effort
    yield from (f"{one.role} : {jours(one.jours)}" for one in effort.roles)
    yield spaced(f"{number(effort.euros)} euros ; {jours(effort.conseil)} de conseil")


def _with(texte: str, preuve: str) -> str:
    return spaced(f"{texte} ({preuve})") if preuve else texte
