"""Entries of an inventory as `ville.toml` writes them, so that hands can correct them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coeurdeville.core.frequency import Frequency
from coeurdeville.inventory.donnee import Conformite, Cooperation, Donnee, Statut
from coeurdeville.inventory.vocabulaire import Niveau
from coeurdeville.schemas.mapping.toml_mapping import mapping_table


def as_table(donnee: Donnee) -> dict[str, Any]:
    """The entry as it is written.

    The questions on which a request, a licence or a figure depends stay visible when unanswered: who holds the data,
    what the holder is, how often they are renewed. The others are written once they are answered.
    """
    table: dict[str, Any] = {
        "id": donnee.id,
        "couche": donnee.couche,
        "titre": donnee.titre,
        "fichier": donnee.fichier,
        "adresse": donnee.adresse,
        "producteur": donnee.producteur,
        "detenteur": donnee.detenteur,
        **_told(siren=donnee.siren),
        "acteur": str(donnee.acteur),
        "nature": str(donnee.nature or ""),
        **_told(niveau="" if donnee.niveau is Niveau.NON_RENSEIGNE else str(donnee.niveau)),
        "licence": donnee.licence.key,
        "millesime": str(donnee.millesime or ""),
        "rythme": "" if donnee.rythme is Frequency.UNKNOWN else str(donnee.rythme),
        **_told(systeme=donnee.systeme),
        "service_referent": donnee.service_referent,
        "acces": donnee.acces,
        **_told(qualite=donnee.qualite, donnees_personnelles=donnee.donnees_personnelles),
        "etendue": donnee.etendue,
        **_told(derive_de=list(donnee.derive_de)),
    }
    return {**table, **_histories(donnee), **mapping_table(donnee.correspondance), **donnee.autres}


def statut_row(statut: Statut) -> dict[str, Any]:
    """A status as it is written: who said it and on what evidence are always asked."""
    told = _told(
        motif=statut.motif,
        fondement=statut.fondement,
        reponse=statut.reponse,
        reponse_date=statut.reponse_date,
    )
    return {
        "date": statut.date,
        "statut": str(statut.ouverture),
        "auteur": statut.auteur,
        "preuve": statut.preuve,
        **told,
    }


def conformite_row(conformite: Conformite) -> dict[str, Any]:
    """A check by machine as it is written."""
    return {
        "schema": conformite.schema,
        "date": conformite.date,
        "lignes": conformite.lignes,
        "conformes": conformite.conformes,
    }


def cooperation_row(one: Cooperation) -> dict[str, Any]:
    """A line of cooperation as it is written: its form is always asked."""
    nature = str(one.nature or "")
    return {
        "avec": one.avec,
        "forme": str(one.forme or ""),
        **_told(nature=nature, objet=one.objet, duree=one.duree, cout=one.cout),
    }


def _histories(donnee: Donnee) -> Mapping[str, list[dict[str, Any]]]:
    """The lists of lines of the entry that are not empty."""
    return _told(
        statuts=[statut_row(one) for one in donnee.statuts],
        conformites=[conformite_row(one) for one in donnee.conformites],
        cooperations=[cooperation_row(one) for one in donnee.cooperations],
    )


def _told(**answers: Any) -> dict[str, Any]:
    """The questions that are answered: a no is an answer."""
    return {key: value for key, value in answers.items() if value not in ("", None, [])}
