"""What feeds tell: diagnostics and cards « cas d’usage » that were published, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from coeurdeville.core.french import day, of, spaced
from coeurdeville.espaces.lecture import editions_recentes
from coeurdeville.espaces.models import Edition
from coeurdeville.programme.cas_usage.lecture import versions_recentes
from coeurdeville.programme.models import VersionCas
from coeurdeville.web.public.addresses import version_path


@dataclass(frozen=True)
class News:
    """One line of a feed."""

    title: str
    text: str
    """One sentence."""
    address: str
    when: datetime
    """When it was published."""


def latest(count: int) -> list[News]:
    """As many as are asked for, of both sorts together. Two queries."""
    found = [*map(_edition, editions_recentes(count)), *map(_card, versions_recentes(count))]
    return sorted(found, key=lambda one: one.when, reverse=True)[:count]


def _edition(one: Edition) -> News:
    assert one.publiee_le is not None  # only what is published is asked for
    told = f"La ville {of(one.espace.nom)} publie le diagnostic établi le {day(one.etablie_le)}."
    address = settings.ADDRESS + version_path(one.espace.commune, one.espace.nom, one.identifiant)
    return News(f"Diagnostic {of(one.espace.nom)}, {day(one.etablie_le)}", told, address, one.publiee_le)


def _card(one: VersionCas) -> News:
    new = "publie un cas d’usage" if one.numero == 1 else f"publie la version {one.numero} d’un cas d’usage"
    address = f"{settings.ADDRESS}/cas-usage/{one.cas.slug}/versions/{one.numero}/"
    told = spaced(f"La ville {of(one.cas.nom)} {new} : {one.cas.titre}.")
    return News(spaced(f"Cas d’usage : {one.cas.titre}, {one.cas.nom}"), told, address, one.publiee_le)
