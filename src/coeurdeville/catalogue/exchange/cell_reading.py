"""Cells of one row, each read as its column asks; what cannot be is kept as it is written."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from coeurdeville.catalogue.exchange import list_words
from coeurdeville.catalogue.exchange.day_words import day_of, vintage_of
from coeurdeville.catalogue.exchange.doubts import Doubts
from coeurdeville.catalogue.exchange.entry_problems import CELL_UNCLEAR, VINTAGE_ROUNDED
from coeurdeville.catalogue.exchange.rows import Row
from coeurdeville.catalogue.organisation import is_siren
from coeurdeville.core.french import plain, slug
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import UNKNOWN, Licence
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.vocabulaire import ETENDUES, Acteur, Nature, Niveau
from coeurdeville.readers.values import MISSING_WORDS

C = TypeVar("C", bound=StrEnum)
_holds = lru_cache(maxsize=4096)(is_siren)
"""The same holders come back on many rows."""
CHOOSE = "Choisir dans la liste de cette colonne : coeurdeville inventaire gabarit la montre."


class Cells:
    """The cells of a row; `unread` gathers the texts that had to be kept as they are."""

    def __init__(self, row: Row, doubts: Doubts) -> None:
        self.row, self.doubts = row, doubts
        self.unread = {f"{key}_lu": text for key, text in row.unread.items()}

    def text(self, key: str) -> str:
        """A free text, empty when there is none."""
        return self.row.cells.get(key, "")

    def listed(self, key: str) -> str:
        """A text of a list; empty also for the ways of writing that nothing is known: `NC`, `?`, `-`."""
        text = self.text(key)
        return "" if plain(text) in MISSING_WORDS else text

    def unclear(self, key: str, column: str, cure: str = CHOOSE) -> None:
        """Keep the text of a cell, and say so."""
        self.unread[f"{key}_lu"] = self.text(key)
        self.doubts.note(CELL_UNCLEAR, self.row.place, column=column, text=self.text(key), key=key, cure=cure)

    def holder(self) -> tuple[Acteur, Nature | None]:
        """The category of the holder and what it is; people write the second in the column of the first."""
        category, nature = self.listed("acteur"), self._code("nature", "Nature du détenteur", Nature)
        if not category:
            return Acteur.NON_RENSEIGNE, nature
        found = list_words.code_of(Acteur, category)
        if found is not None:
            return found, nature
        other = list_words.code_of(Nature, category)
        if other is None or nature not in (None, other):
            self.unclear("acteur", "Catégorie du détenteur")
            return Acteur.NON_RENSEIGNE, nature
        return other.acteur, other

    def level(self) -> Niveau:
        """The level."""
        return self._code("niveau", "Niveau", Niveau) or Niveau.NON_RENSEIGNE

    def frequency(self) -> Frequency:
        """How often it is brought up to date."""
        return self._code("rythme", "Rythme de mise à jour", Frequency) or Frequency.UNKNOWN

    def licence(self) -> Licence:
        """The licence, to be confirmed when it is not sure."""
        text = self.listed("licence")
        found = list_words.licence_of(text) if text else UNKNOWN
        if found is None:
            self.unclear("licence", "Licence")
        return found or UNKNOWN

    def yes_or_no(self, key: str) -> bool | None:
        """Whether it holds personal data."""
        text = self.listed(key)
        found = list_words.yes_or_no(text)
        if text and found is None:
            self.unclear(key, "Données personnelles", "Écrire oui ou non.")
        return found

    def extent(self) -> str:
        """Where it is exhaustive."""
        text = self.listed("etendue")
        found = next((one for one in ETENDUES if one == slug(text)), "")
        if text and not found:
            self.unclear("etendue", "Étendue")
        return found

    def siren(self) -> str:
        """Nine figures whose key is right, spaces and the word SIREN apart; those of a SIRET are its first nine."""
        text = self.listed("siren")
        figures = re.sub(r"^(?:n°\s*)?sire[nt]\b\s*(?:n°)?\s*:?|[\s.\u00a0\u202f]", "", text, flags=re.IGNORECASE)
        if _holds(figures[:9]) and len(figures) in (9, 14) and figures.isdecimal():
            if len(figures) == 14:
                self.unread.setdefault("siret_du_detenteur", figures)
            return figures[:9]
        if text:
            self.unclear("siren", "SIREN du détenteur", "Écrire les neuf chiffres du SIREN.")
        return ""

    def vintage(self) -> Vintage | None:
        """The vintage, in whole days or years."""
        text = self.listed("millesime") or self._span()
        found = vintage_of(text)
        if text and found is None:
            self.unclear("millesime", "Millésime", "Écrire 2024, 2017-2018 ou 23/11/2026.")
        return found

    def _span(self) -> str:
        """The vintage that two cells bound, as forms of publication have them."""
        bounds = [day_of(text) for key in ("periode_debut", "periode_fin") if (text := self.listed(key))]
        days = [one[0] for one in bounds if one is not None]
        if not days:
            return ""
        start, end = days[0], days[-1]
        if start == end:
            return start.isoformat()
        if (start.month, start.day, end.month, end.day) != (1, 1, 12, 31):
            self.doubts.note(VINTAGE_ROUNDED, f"{self.row.place} : du {start:%d/%m/%Y} au {end:%d/%m/%Y}")
        return f"{start.year}-{end.year}"

    def _code(self, key: str, column: str, codes: type[C]) -> C | None:
        text = self.listed(key)
        found = list_words.code_of(codes, text) if text else None
        if text and found is None:
            self.unclear(key, column)
        return found
