"""What minutes hold, as plain data: it can be read again without the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from coeurdeville.programme.instructions.classement import Ligne
from coeurdeville.programme.instructions.portee import Portee
from coeurdeville.programme.instructions.portefeuille import Portefeuille, portefeuille
from coeurdeville.programme.instructions.tableau import jugees, lignes
from coeurdeville.programme.models import Appel, Decision, Mandat, Recusation, Relecture

if TYPE_CHECKING:
    from coeurdeville.programme.models import Candidature


def contenu(appel: Appel, le: date, presents: Sequence[int], observations: str) -> dict[str, Any]:
    """Everything that the minutes say, at this instant."""
    judged = list(jugees(appel))
    figures = lignes(appel, judged)
    announced = {"annonce_du": appel.annonce_le.isoformat()} if appel.annonce_le else {}
    return {
        **announced,
        "appel": {"slug": appel.slug, "titre": appel.titre, "organisateurs": list(appel.organisateurs),
                  "a_retenir": appel.a_retenir, "relectures_voulues": appel.relectures_voulues},
        "seance": {"le": le.isoformat(), "observations": observations, **_seats(appel, presents)},
        "criteres": [{"cle": one.cle, "titre": one.titre, "poids": str(one.poids)} for one in appel.criteres.all()],
        "recusations": _links(appel),
        "abstentions": Relecture.objects.filter(candidature__appel=appel, etat="abstenue").count(),
        "classement": [_line(one, figures[one.pk]) for one in sorted(judged, key=lambda it: _order(figures[it.pk]))],
        "decisions": decisions(appel),
        "portefeuille": _portfolio(portefeuille([one for one in judged if _retained(one)])),
    }  # fmt: skip


def decisions(appel: Appel) -> list[dict[str, Any]]:
    """What is decided now and not announced, by town: all that a signature binds.

    Once all is announced, only what is decided anew of the waiting list.
    """
    anew = Q(candidature__etat="liste_attente") & ~Q(issue=Decision.Issue.ATTENTE)
    found = Decision.objects.filter(Q(candidature__etat="deposee") | anew, candidature__appel=appel)
    return [
        {"numero": one.candidature_id, "ville": one.candidature.nom, "commune": one.candidature.commune,
         "issue": one.issue, "rang": one.rang if one.issue == Decision.Issue.ATTENTE else None, "motif": one.motif}
        for one in found.select_related("candidature").order_by("candidature__nom", "candidature")
    ]  # fmt: skip


def _seats(appel: Appel, presents: Sequence[int]) -> dict[str, list[dict[str, str]]]:
    held = appel.mandats.filter(role=Mandat.Role.JURY, utilisateur__isnull=False)
    members = sorted(held.select_related("utilisateur"), key=str)
    said = [(one.pk in presents, {"nom": one.qui, "organisation": one.organisation}) for one in members]
    return {
        "presents": [words for there, words in said if there],
        "absents": [words for there, words in said if not there],
    }


def _links(appel: Appel) -> list[dict[str, Any]]:
    """Who declared a link with what; not what the link is."""
    found = Recusation.objects.filter(candidature__appel=appel).select_related("utilisateur", "candidature")
    return [{"nom": one.qui, "numero": one.candidature_id, "ville": one.candidature.nom} for one in found]


def _retained(candidature: Candidature) -> bool:
    decision = getattr(candidature, "decision", None)
    return decision is not None and decision.issue == Decision.Issue.RETENIR and candidature.etat != "desistee"


def _order(line: Ligne) -> tuple[bool, int, int]:
    return line.rang is None, line.rang or 0, line.numero


def _line(candidature: Candidature, line: Ligne) -> dict[str, Any]:
    return {
        "numero": candidature.pk, "ville": candidature.nom, "rang": line.rang, "ex_aequo": line.ex_aequo,
        "suffisante": line.suffisante, "mediane": _text(line.mediane), "moyenne": _text(line.moyenne),
        "etendue": _text(line.etendue), "relectures": line.nombre, "abstentions": line.abstentions,
    }  # fmt: skip


def _portfolio(those: Portefeuille) -> dict[str, Any]:
    return {
        "themes": those.themes, "regions": those.regions, "tailles": those.tailles,
        "ensemble": _reach(those.ensemble),
        "seuls": [{"numero": one.numero, "ville": one.nom, **_reach(those.seuls[one.numero])} for one in those.projets],
    }  # fmt: skip


def _reach(one: Portee) -> Mapping[str, Any]:
    return {
        "connue": one.connue, "debloquees": len(one.debloquees), "habitants": one.habitants,
        "confirmees": len(one.confirmees), "deja": len(one.deja), "restantes": len(one.restantes),
        "services": one.services, "doutes": one.doutes,
    }  # fmt: skip


def _text(value: Fraction | None) -> str | None:
    """An exact fraction, as `7/2`: nothing is rounded in what is signed."""
    return None if value is None else str(value)
