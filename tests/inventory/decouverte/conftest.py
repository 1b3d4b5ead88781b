"""A fictional town and its intercommunal body, and answers of data.gouv.fr written by hand in the documented form."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.inventory.decouverte.lieu import Corps
from coeurdeville.inventory.vocabulaire import Nature, Niveau

Record = Callable[[str, object], None]


@pytest.fixture
def recorded() -> Path:
    """The recordings."""
    return Path(__file__).with_name("recorded")


@pytest.fixture
def bodies() -> tuple[Corps, Corps]:
    return (
        Corps("Valbois-sur-Ourle", "210000420", Nature.COMMUNE, Niveau.COMMUNE, "fr:commune:00042"),
        Corps("CA de l’Ourle", "200000420", Nature.INTERCOMMUNALITE, Niveau.EPCI, "fr:epci:200000420"),
    )


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Writes a recording of this address; a text is written as it is, anything else as JSON."""

    def write(address: str, body: object) -> None:
        name = f"reponse-{len(list(tmp_path.glob('*.toml')))}"
        text = body if isinstance(body, str) else json.dumps(body)
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
        note = f'adresse = "{address}"\ndate = 2026-11-25T09:00:00Z\nstatut = 200\ncorps = "{name}.json"\n'
        (tmp_path / f"{name}.toml").write_text(note, encoding="utf-8")

    return write


@pytest.fixture
def page() -> Callable[[Sequence[str], int], dict[str, Any]]:
    """A page of these identifiers, that announces so many in all."""

    def make(ids: Sequence[str], total: int) -> dict[str, Any]:
        return {"data": [{"id": one, "title": one, "resources": []} for one in ids], "total": total, "page": 1}

    return make
