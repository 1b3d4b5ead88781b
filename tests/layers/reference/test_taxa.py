"""Whole columns of names: arrays in order, notes that propose, shares and traits."""

import numpy as np
import pytest

from coeurdeville.core.missing import Missing
from coeurdeville.core.problems import Level
from coeurdeville.layers.reference.taxa import identify, traits
from coeurdeville.layers.reference.taxon_reader import Rank


def test_each_value_keeps_its_place() -> None:
    found = identify(["Tilia cordata", "Platanus sp.", None, "Tilia cordata 'Greenspire'", float("nan"), "?"])
    assert list(found.species) == ["Tilia cordata", "", "", "Tilia cordata", "", ""]
    assert list(found.genus) == ["Tilia", "Platanus", "", "Tilia", "", ""]
    assert list(found.family) == ["Malvaceae", "Platanaceae", "", "Malvaceae", "", ""]
    assert list(found.french) == ["Tilleul à petites feuilles", "Platane", "", "Tilleul à petites feuilles", "", ""]
    assert list(found.rank) == ["espèce", "genre", "", "espèce", "", ""]
    assert list(found.reason) == ["", "", "non renseigné", "", "non renseigné", "inconnu"]


def test_columns_of_a_table_are_accepted_as_they_are() -> None:
    import pandas as pd

    values = pd.Series(["TILCOR", None, "ACEPLA"])
    assert list(identify(values).species) == ["Tilia cordata", "", "Acer platanoides"]
    assert list(identify(values.astype("category")).species) == ["Tilia cordata", "", "Acer platanoides"]


def test_column_of_codes_is_recognised_by_half_of_its_values() -> None:
    assert identify(["MALPER", "TILCOR", "Tilia cordata"]).genus[0] == "Malus"
    assert identify(["SALVIA", "Tilia cordata", "Acer rubrum"]).genus[0] == ""


def test_unknown_names_are_counted_and_the_nearest_only_proposed() -> None:
    found = identify(["Tillia cordata", "Tillia cordata", "Acer campestre", "qwertz"])
    (note,) = found.problems
    assert (note.code, note.level, note.count) == ("taxon-inconnu", Level.NOTE, 3)
    assert "2\u00a0écritures, pour 3\u00a0objets" in note.message
    assert note.examples[0] == "«\u00a0Tillia cordata\u00a0» (2\u00a0objets\u202f; nom proche\u00a0: Tilia cordata)"
    assert note.examples[1] == "«\u00a0qwertz\u00a0» (1\u00a0objet)"
    assert found.species[0] == ""


def test_ambiguous_names_are_counted_with_what_they_may_mean() -> None:
    (note,) = identify(["Saule pleureur", "Saule pleureur", "Salix alba"]).problems
    assert (note.code, note.level, note.count) == ("taxon-ambigu", Level.NOTE, 2)
    assert "Salix babylonica ou Salix × sepulcralis" in note.examples[0]
    assert "genre retenu\u00a0: Salix" in note.examples[0]


def test_nothing_is_noted_when_everything_is_known_or_empty() -> None:
    assert identify(["Tilia cordata", "Acer", None, ""]).problems == ()


def test_examples_are_the_most_frequent_ones() -> None:
    (note,) = identify([f"zz{n}" for n in range(8) for _ in range(n + 1)]).problems
    assert len(note.examples) == 5
    assert note.examples[0].startswith("«\u00a0zz7\u00a0»")


def test_shares_count_what_is_not_filled_in_as_unknown() -> None:
    found = identify(["Tilia cordata", "Acer", None, "?"])
    assert (found.share(Rank.SPECIES), found.share(Rank.GENUS)) == (25.0, 50.0)


def test_share_of_nothing_is_missing() -> None:
    found = identify([])
    assert len(found.species) == 0
    assert isinstance(found.share(Rank.GENUS), Missing)


def test_inputs_are_left_as_they_were() -> None:
    values = np.array(["TILCOR", "ACEPLA"], dtype=object)
    identify(values)
    assert list(values) == ["TILCOR", "ACEPLA"]


def test_traits_are_given_where_a_reference_has_them() -> None:
    given = traits(["Acer campestre", "Betula pendula", "Tilia cordata", "", "Acer campestre"])
    assert list(given.heat) == ["mésothermophile", "", "", "", "mésothermophile"]
    assert list(given.drought) == ["mésoxérophyte", "", "", "", "mésoxérophyte"]
    assert list(given.allergens) == ["oui", "fort-genre", "", "", "oui"]


def test_species_without_reference_are_counted_once_for_each_trait() -> None:
    given = traits(["Tilia cordata", "Tilia cordata", "Betula pendula", "Acer campestre", "", "unknown"])
    assert given.species == 3
    assert given.without == {"heat": 2, "drought": 2, "allergens": 1}


@pytest.mark.parametrize("value", [12, 3.5, True])
def test_values_that_are_not_text_are_read_as_written(value: object) -> None:
    assert list(identify([value]).reason) == ["inconnu"]
