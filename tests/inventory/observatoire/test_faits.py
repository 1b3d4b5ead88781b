"""The facts that are carried are those of the export, for every town of the programme."""

import tomllib
from io import StringIO
from pathlib import Path

import pytest

from coeurdeville.core.licences import LICENCES
from coeurdeville.inventory.observatoire.faits import ABOUT, FACTS, draw_facts, read_facts, write_facts
from coeurdeville.territories.perimeter import programme


def test_facts_are_on_every_town_of_the_programme_and_can_be_cited() -> None:
    facts = read_facts()
    assert tuple(sorted(facts.etats)) == programme()
    assert str(facts.edition) == "16/12/2021"
    assert facts.licence in LICENCES
    assert "OpenDataFrance" in facts.source


def test_facts_written_again_are_the_same_bytes() -> None:
    text = StringIO()
    write_facts(read_facts().etats.values(), text)
    assert text.getvalue() == FACTS.read_text(encoding="utf-8")


@pytest.mark.real
def test_facts_are_drawn_from_the_real_export(mirror: Path) -> None:
    about = tomllib.loads(ABOUT.read_text(encoding="utf-8"))
    assert about["fichier"] in about["commande"]
    drawn = draw_facts(mirror / "catalogue" / "odf_observatoire" / about["fichier"])
    assert drawn == FACTS.read_text(encoding="utf-8")
