"""What changed between two versions of a town, ready to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404

from coeurdeville.core.french import plural
from coeurdeville.espaces.diagnostics import diagnostic_of
from coeurdeville.espaces.models import Edition
from coeurdeville.reports.editions import Difference, difference


@dataclass(frozen=True)
class Changes:
    """Two versions, the earlier first, and what differs in the figures of the whole town."""

    before: Edition
    after: Edition
    found: Difference

    @property
    def any(self) -> bool:
        """Whether a figure, or what it is drawn from, is not the same."""
        return self.found.versions is not None or any(one.changes or one.caveats for one in self.found.services)

    @property
    def same(self) -> str:
        """`31 chiffres`: those that both give alike."""
        return plural(sum(one.same for one in self.found.services), "chiffre")


def changes_of(listed: Sequence[Edition], asked: Mapping[str, str]) -> Changes | None:
    """Those of the versions that `de` and `a` name, else of the last one and the one before; None of a single version.

    Raises
    ------
    Http404
        A version that is named is not listed.
    """
    if len(listed) < 2:
        return None
    after = _named(listed, asked["a"]) if "a" in asked else 0
    before = _named(listed, asked["de"]) if "de" in asked else min(after + 1, len(listed) - 1)
    first, then = listed[max(before, after)], listed[min(before, after)]
    return Changes(first, then, difference(diagnostic_of(first).files, diagnostic_of(then).files))


def _named(listed: Sequence[Edition], identifiant: str) -> int:
    rank = next((rank for rank, one in enumerate(listed) if one.identifiant == identifiant), None)
    if rank is None:
        raise Http404(identifiant)
    return rank
