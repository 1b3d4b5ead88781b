"""Published editions with their files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from coeurdeville.espaces.lecture import edition_publique
from coeurdeville.espaces.lieux import editions
from coeurdeville.espaces.models import Edition

if TYPE_CHECKING:
    from coeurdeville.reports.editions.edition import Edition as Files
    from coeurdeville.reports.editions.editions import Editions


@dataclass(frozen=True)
class Diagnostic:
    """What was published, and what it is made of."""

    edition: Edition
    files: Files


def diagnostic_public(commune: str) -> Diagnostic | None:
    """The latest edition that anybody may read, with its files; None when there is none.

    Raises
    ------
    FileNotFoundError
        The edition is listed and its files are not in the store.
    """
    edition = edition_publique(commune)
    return None if edition is None else diagnostic_of(edition)


def diagnostic_of(edition: Edition) -> Diagnostic:
    """An edition with its files; raises as `diagnostic_public`. Its space must be loaded."""
    files = editions().get(edition.espace.commune, edition.identifiant)
    if files is None:
        raise FileNotFoundError(f"{edition.espace.commune}/{edition.identifiant}")
    return Diagnostic(edition, files)


def services_de(edition: Edition) -> tuple[str, ...]:
    """The services that an edition has a page of; none when its files are not there. Its space must be loaded."""
    try:
        return _services(editions(), edition.espace.commune, edition.identifiant)
    except FileNotFoundError:
        return ()


@lru_cache(maxsize=4096)
def _services(store: Editions, commune: str, identifiant: str) -> tuple[str, ...]:
    """Read once of editions that are there: they never change."""
    files = store.get(commune, identifiant)
    if files is None:
        raise FileNotFoundError(f"{commune}/{identifiant}")
    return tuple(page.key for page in files.report.services)


def autres_publiees(commune: str) -> dict[str, Edition]:
    """Insee code -> latest public edition of every other town, by name of town."""
    listed = Edition.objects.filter(publiee_le__isnull=False, retiree_le__isnull=True).exclude(espace__commune=commune)
    rows = listed.select_related("espace").order_by("espace__nom", "espace__commune", "-etablie_le", "-id")
    found: dict[str, Edition] = {}
    for edition in rows:
        found.setdefault(edition.espace.commune, edition)
    return found
