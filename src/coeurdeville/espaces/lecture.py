"""What is public of towns' spaces: editions that were published and not withdrawn."""

from __future__ import annotations

from django.db.models import QuerySet

from coeurdeville.espaces.models import Edition


def edition_publique(commune: str) -> Edition | None:
    """The latest edition that anybody may read; None when there is none."""
    return _publiques().filter(espace__commune=commune).first()


def editions_publiques(commune: str) -> list[Edition]:
    """All those that anybody may read, latest first."""
    return list(_publiques().filter(espace__commune=commune))


def edition_publique_nommee(commune: str, identifiant: str) -> Edition | None:
    """The edition of this identifier when it was published, withdrawn or not.

    A withdrawn one has `retiree_le` and `motif_retrait`: its address answers 410.
    """
    return _publiees().filter(espace__commune=commune, identifiant=identifiant).first()


def communes_publiees() -> dict[str, str]:
    """Insee code -> name of every town that has a public edition, by name."""
    found = _publiques().order_by("espace__nom").values_list("espace__commune", "espace__nom").distinct()
    return dict(found)


def dernieres_publiques() -> list[Edition]:
    """The latest public edition of every town, by Insee code. One query."""
    latest: dict[str, Edition] = {}
    for one in _publiques().order_by("espace__commune", "-etablie_le", "-id"):
        latest.setdefault(one.espace.commune, one)
    return list(latest.values())


def editions_recentes(nombre: int) -> list[Edition]:
    """The editions published last, of all towns."""
    return list(_publiques().order_by("-publiee_le", "-id")[:nombre])


def _publiees() -> QuerySet[Edition]:
    return Edition.objects.filter(publiee_le__isnull=False).select_related("espace")


def _publiques() -> QuerySet[Edition]:
    return _publiees().filter(retiree_le__isnull=True)
