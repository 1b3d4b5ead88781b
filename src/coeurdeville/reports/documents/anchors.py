"""Places of a document that are led to: titles, figures, notes and their calls, numbered in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from coeurdeville.core.french import slug
from coeurdeville.reports.documents.blocks import Evidence, Heading


@dataclass
class Anchors:
    """Made anew for each rendering, filled while blocks are rendered in their order."""

    prefix: str
    """Starts every identifier, so that two documents can stand on one page."""
    headings: list[tuple[Heading, str]] = field(default_factory=list)
    calls: dict[Evidence, list[str]] = field(default_factory=dict)
    """For each note in the order of numbers, the places that call it."""
    figures: int = 0
    _taken: set[str] = field(default_factory=set)

    def heading(self, heading: Heading) -> str:
        """The identifier of a title: its words; with a number from the second that has the same."""
        words = f"{self.prefix}-{slug(heading.text) or 'titre'}"
        place, rank = words, 1
        while place in self._taken:
            rank += 1
            place = f"{words}-{rank}"
        self._taken.add(place)
        self.headings.append((heading, place))
        return place

    def figure(self) -> str:
        """The key of the next figure. Two hyphens: no title has them."""
        self.figures += 1
        return f"{self.prefix}--figure{self.figures}"

    def called(self, evidence: Iterable[Evidence]) -> list[tuple[int, str]]:
        """For each note that a sentence calls, its number and the identifier of this call; lowest number first."""
        return sorted(self._call(one) for one in dict.fromkeys(evidence))

    def _call(self, evidence: Evidence) -> tuple[int, str]:
        places = self.calls.setdefault(evidence, [])
        number = list(self.calls).index(evidence) + 1
        places.append(f"{self.prefix}--appel{number}" + (f"-{len(places) + 1}" if places else ""))
        return number, places[-1]

    def note(self, number: int) -> str:
        """The identifier of a note."""
        return f"{self.prefix}--note{number}"
