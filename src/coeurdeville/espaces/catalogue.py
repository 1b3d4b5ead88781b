"""Every published edition as a dataset of the site's catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.catalogue.published import FORMATS, PublishedDataset, PublishedFile
from coeurdeville.core.french import day, of
from coeurdeville.core.licences import LICENCES, UNKNOWN, Licence
from coeurdeville.core.vintage import Vintage
from coeurdeville.espaces.lecture import communes_publiees, editions_recentes
from coeurdeville.espaces.lieux import editions
from coeurdeville.espaces.models import Edition
from coeurdeville.reports.editions.offered import offered
from coeurdeville.territories.towns import towns_of

if TYPE_CHECKING:
    from coeurdeville.territories.commune import Commune

MOST = 1_000
"""Editions that a catalogue lists, the last published first."""


@lru_cache(maxsize=8)
def _communes(codes: tuple[str, ...]) -> Mapping[str, Commune]:
    return towns_of(codes)


def jeux_publies(page: Callable[[Edition], str], fichier: Callable[[Edition, str], str]) -> list[PublishedDataset]:
    """The datasets, the last published first; an edition whose files are not in the store is left out. One query.

    Parameters
    ----------
    page, fichier
        The whole address of an edition, and of one of its files.
    """
    found = editions_recentes(MOST)
    communes = _communes(tuple(sorted({one.espace.commune for one in found})))
    made = (_jeu(one, communes.get(one.espace.commune), page(one), fichier) for one in found)
    return [one for one in made if one is not None]


def inventaires_publies(site: Organisation, adresse: Callable[[str], str], jour: date) -> list[PublishedDataset]:
    """The public part of the inventory of every town that published a diagnostic. One query.

    Parameters
    ----------
    site
        Who publishes them.
    adresse
        The whole address of the inventory of a commune.
    jour
        Today: they change with their town.
    """
    towns = communes_publiees()
    communes = _communes(tuple(sorted(towns)))
    return [
        PublishedDataset(
            id=f"inventaire-{code}",
            page=adresse(code),
            title=f"Inventaire des données {of(nom)}",
            description="Les données environnementales qui existent pour la ville : titre, détenteur, statut, licence.",
            publisher=site,
            place=communes[code].nom if code in communes else f"{nom} (ville fictive)",
            coverage=Coverage.of(communes[code]) if code in communes else None,
            period=None,
            issued=None,
            modified=jour,
            licence=UNKNOWN,
            rights="chaque donnée recensée y a sa licence ; celle de l’inventaire lui-même n’est pas dite",
            files=(PublishedFile(f"{code}.json", "L’inventaire, page par page", adresse(code), None),),
        )
        for code, nom in towns.items()
    ]


def _jeu(
    edition: Edition, commune: Commune | None, page: str, fichier: Callable[[Edition, str], str]
) -> PublishedDataset | None:
    town = edition.espace
    kept = editions().get(town.commune, edition.identifiant)
    if kept is None or edition.publiee_le is None:
        return None
    licence = kept.summary.get("licence") or {}
    files = (
        PublishedFile(name, what, fichier(edition, name), kept.files[name])
        for name, what in offered(kept).items()
        if name.rpartition(".")[2] in FORMATS
    )
    return PublishedDataset(
        id=f"diagnostic-{town.commune}-{edition.identifiant}",
        page=page,
        title=f"Diagnostic {of(town.nom)}, {day(edition.etablie_le)}",
        description=kept.report.brief.findings[0].answer,
        publisher=Organisation(f"Commune {of(town.nom)}", commune.siren or "") if commune else Organisation(town.nom),
        place=commune.nom if commune else f"{town.nom} (ville fictive)",
        coverage=Coverage.of(commune) if commune else None,
        period=_period(kept.summary),
        issued=edition.publiee_le.date(),
        modified=edition.etablie_le,
        licence=_licence(str(licence.get("code", ""))),
        rights=str(licence.get("raison") or ""),
        files=tuple(files),
    )


def _period(summary: Mapping[str, Any]) -> Vintage | None:
    """From the earliest to the latest day that the data which were used describe."""
    told = [
        use["origine"]["millesime"]
        for service in summary["services"]
        for use in service["couches_utilisees"]
        if use["origine"]["millesime"]
    ]
    if not told:
        return None
    days = [date.fromisoformat(one[side]) for one in told for side in ("debut", "fin")]
    return Vintage(min(days), max(days))


def _licence(code: str) -> Licence:
    return LICENCES.get(code, UNKNOWN)
