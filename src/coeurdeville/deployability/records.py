"""A cell in plain types, for a file or a program: nothing of its reasons is lost."""

from __future__ import annotations

from datetime import date
from typing import Any

from coeurdeville.deployability.capacities import capacities, efforts
from coeurdeville.deployability.ceiling import ceiling
from coeurdeville.deployability.cooperations import Working, cooperations_of
from coeurdeville.deployability.holders import Holder, holders_of
from coeurdeville.deployability.matrix import Cell
from coeurdeville.deployability.proof import Proof
from coeurdeville.deployability.provider import Provider
from coeurdeville.deployability.steps import next_steps
from coeurdeville.deployability.telling import telling
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import Reason
from coeurdeville.deployability.words import of_reason
from coeurdeville.services.contract.described import Described
from coeurdeville.territories.commune import Commune


def record_of(cell: Cell, town: TownInventory, commune: Commune | None, today: date) -> dict[str, Any]:
    """One cell: its state, what it rests on, what lacks, who holds it, what to do. `commune` as in `holders_of`."""
    verdict, best = cell.verdict, ceiling(cell.verdict, today)
    holders = holders_of(cell, town, commune)
    return {
        "commune": cell.commune,
        "service": cell.service.slug,
        "decrit": isinstance(cell.service, Described),
        "etat": str(cell.state),
        "prevision": str(verdict.state),
        "avec_les_fichiers_de_la_ville": str(verdict.now),
        "preuve": None if cell.proof is None else _proof(cell.proof),
        "raisons": [_reason(one, town) for one in verdict.reasons],
        "bloque_par": [one.slug for one in verdict.blocking],
        "bloque_par_toutes": verdict.every,
        "chiffres_perdus": list(verdict.lost),
        "confiance_au_mieux": None if best is None else {"degre": best.grade, "raisons": list(best.reasons)},
        "effort": [{"qui": one.who, "jours": one.days, "source": one.source} for one in efforts(cell.service)],
        "capacites": [str(one) for one in capacities(cell, holders)],
        "cooperations": [_working(one) for one in cooperations_of(cell, town)],
        "detenteurs": [_held(one) for one in holders],
        "ensuite": [{"texte": one.text, "commande": one.command} for one in next_steps(cell, town)],
    }


def _proof(proof: Proof) -> dict[str, str]:
    return {"calcul": proof.key, "date": proof.day.isoformat(), "confiance": proof.confidence}


def _reason(reason: Reason, town: TownInventory) -> dict[str, Any]:
    return {
        "couche": reason.layer.slug,
        "indispensable": reason.need,
        "raison": str(reason.why),
        "texte": of_reason(reason, telling(reason.layer, town)),
        "fournisseur": None if reason.provider is None else _provider(reason.provider),
    }


def _provider(provider: Provider) -> dict[str, Any]:
    return {
        "couche": provider.layer.slug,
        "lieu": str(provider.place),
        "cle": provider.key,
        "titre": provider.title,
        "detenteur": provider.holder,
        "licence": provider.licence.key,
        "doutes": [str(one) for one in provider.doubts],
        "il_manque": provider.lacking,
        "millesime": str(provider.vintage or ""),
    }


def _working(one: Working) -> dict[str, str]:
    told = one.cooperation
    nature, form = str(told.nature or ""), str(told.forme or "")
    return {"donnee": one.entry, "avec": told.avec, "nature": nature, "forme": form, "objet": told.objet,
            "duree": told.duree, "cout": told.cout}  # fmt: skip


def _held(holder: Holder) -> dict[str, Any]:
    return {
        "couche": holder.layer.slug,
        "donnee": holder.entry,
        "detenteur": holder.name,
        "nature": str(holder.nature or ""),
        "acteur": str(holder.acteur),
        "statut": str(holder.status),
        "depuis": "" if holder.since is None else holder.since.isoformat(),
        "pourquoi": holder.why,
        "sur": holder.sure,
    }
