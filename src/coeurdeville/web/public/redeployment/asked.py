"""What an address of the matrix asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.deployability.matrix import Matrix
from coeurdeville.deployability.selection import Selection
from coeurdeville.deployability.selection_reading import TITLES, read_selection, words_of
from coeurdeville.espaces.communes import communes_de
from coeurdeville.espaces.inventaires import matrice
from coeurdeville.web.public.redeployment.form import Field, fields, place_codes


@dataclass(frozen=True)
class Asked:
    """The matrix, what is chosen of it, the form that says so."""

    matrix: Matrix
    kept: Selection
    fields: tuple[Field, ...]
    problems: tuple[Problem, ...] = ()
    """What is not understood; then nothing is chosen, and nothing is to be shown."""

    @property
    def query(self) -> str:
        """`?theme=climat&ou=35`; empty when nothing is chosen."""
        words = words_of(self.kept)
        return f"?{urlencode(words)}" if words else ""

    @property
    def title(self) -> str:
        """What is chosen, in words: `Climat, Bretagne`; empty when nothing is."""
        return ", ".join(one.words for one in self.fields if one.words)


def asked(texts: Mapping[str, str]) -> Asked:
    """The selection of these texts in the matrix as it stands."""
    matrix = matrice()
    communes = communes_de(matrix.communes)
    slugs = [one.slug for one in matrix.services]
    said = {name: texts.get(name, "").strip() for name in TITLES}
    form = fields(matrix, communes, said)
    try:
        return Asked(matrix, read_selection(said, slugs, place_codes(form)), form)
    except Refused as refused:
        return Asked(matrix, Selection(), form, refused.problems)
