"""What pages read of cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, OuterRef, QuerySet, Subquery

from coeurdeville.deployability.selection import SIZES
from coeurdeville.programme.cas_usage.fiche import Fiche
from coeurdeville.programme.cas_usage.versions import contenu
from coeurdeville.programme.models import CasUsage, VersionCas


@dataclass(frozen=True)
class Publie:
    """A card as anybody reads it: its last version."""

    cas: CasUsage
    version: VersionCas
    fiche: Fiche


def publies(theme: str = "", service: str = "", taille: str = "") -> Sequence[Publie]:
    """The cards that may be read, by theme, service and size of town; the newest first. One query."""
    found = (_publie(one) for one in _last().order_by("-publiee_le", "-pk"))
    return [
        one for one in found
        if theme in ("", one.fiche.theme) and service in ("", one.fiche.service) and _of_size(taille, one.fiche)
    ]  # fmt: skip


def publie(slug: str) -> Publie | None:
    """The card of this address; None when it is not published, or not any more. One query."""
    found = _last().filter(cas__slug=slug).first()
    return None if found is None else _publie(found)


def versions_recentes(nombre: int) -> Sequence[VersionCas]:
    """The versions published last, without what they hold. One query."""
    found = VersionCas.objects.exclude(cas__etat="retire").select_related("cas__experimentation").defer("contenu")
    return list(found.order_by("-publiee_le", "-pk")[:nombre])


def lisibles() -> frozenset[int]:
    """Numbers of the cards that may be read. One query."""
    found = VersionCas.objects.exclude(cas__etat="retire").order_by()
    return frozenset(found.values_list("cas", flat=True).distinct())


def retire(slug: str) -> CasUsage | None:
    """A card that was published and is withdrawn."""
    return CasUsage.objects.filter(slug=slug, etat="retire", versions__isnull=False).first()


def versions(cas: CasUsage) -> Sequence[VersionCas]:
    """Every version, the newest first."""
    return list(cas.versions.all())


def en_preparation(numero: int, *_: Any, **__: Any) -> CasUsage | None:
    """The card of an experiment, whatever its state."""
    found = CasUsage.objects.filter(experimentation=numero)
    return found.select_related("experimentation__candidature__appel__saison", "experimentation__evaluation").first()


def _last() -> QuerySet[VersionCas]:
    newest = (
        VersionCas.objects.filter(cas=OuterRef("cas")).order_by().values("cas").annotate(n=Max("numero")).values("n")
    )
    found = VersionCas.objects.filter(numero=Subquery(newest)).exclude(cas__etat="retire")
    return found.select_related("cas__experimentation__candidature__appel__saison")


def _publie(version: VersionCas) -> Publie:
    return Publie(version.cas, version, contenu(version))


def _of_size(taille: str, fiche: Fiche) -> bool:
    """A town whose population is not known is of no size."""
    if taille not in SIZES:
        return True
    _, least, most = SIZES[taille]
    return fiche.population is not None and least <= fiche.population <= most
