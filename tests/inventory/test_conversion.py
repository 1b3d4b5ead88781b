"""Cells become values; what cannot be read is unknown and counted, never guessed."""

import numpy as np
import pandas as pd
import pytest

from coeurdeville.inventory.conversion import Converted, convert
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.layers.trees import Trees

HEIGHT = Column("h", "float", "Hauteur", "m", minimum=0, maximum=70)
YEAR = Column("planted", "int", "Année", minimum=1500, maximum=2100)
STAGE = Column("stage", "str", "Stade", values=("jeune", "jeune adulte", "sénescent"))
FLAG = Column("flag", "bool", "Remarquable")


def read(cells: list[object], column: Column, **how: object) -> Converted:
    return convert(pd.Series(cells, dtype="object" if None in cells else None), column, **how)  # type: ignore[arg-type]


def known(converted: Converted) -> list[object]:
    return [None if pd.isna(value) else value for value in converted.values]


def test_numbers_take_a_decimal_comma_and_a_point() -> None:
    assert known(read(["7,5", "7.5", " 12 ", None], HEIGHT)) == [7.5, 7.5, 12.0, None]


@pytest.mark.parametrize(
    ("unit", "cell", "metres"), [("cm", "250", 2.5), ("mm", "2500", 2.5), ("m", "2,5", 2.5), ("km", "0,01", 10)]
)
def test_lengths_are_brought_to_the_unit_of_the_column(unit: str, cell: str, metres: float) -> None:
    assert known(read([cell], HEIGHT, unit=unit)) == [pytest.approx(metres)]


def test_centimetres_may_be_wanted() -> None:
    assert known(read(["1,5"], Column("t", "float", "Tronc", "cm", maximum=500), unit="m")) == [150]


def test_unreadable_and_outside_are_unknown_and_told_apart() -> None:
    found = read(["5", "haut", "700", None, "-1"], HEIGHT)
    assert known(found) == [5, None, None, None, None]
    assert found.unreadable.tolist() == [False, True, False, False, False]
    assert found.outside.tolist() == [False, False, True, False, True]
    assert found.missing.tolist() == [False, False, False, True, False]
    assert found.filled == 4


def test_bounds_are_judged_after_the_unit() -> None:
    assert known(read(["6000"], HEIGHT, unit="cm")) == [60]


@pytest.mark.parametrize("cell", ["1998", "1998.0", "12/03/1998", "1998-03-12", "12/03/1998 00:00"])
def test_a_year_may_be_written_as_a_date(cell: str) -> None:
    assert known(read([cell], YEAR)) == [1998]


def test_a_count_is_not_read_from_a_date() -> None:
    found = read(["12/03/1998"], Column("n", "int", "Étages", minimum=0, maximum=80))
    assert known(found) == [None]
    assert found.unreadable.tolist() == [True]


def test_a_closed_list_forgives_accents_case_and_hyphens() -> None:
    found = read(["JEUNE", "jeune-adulte", "Senescent", "vieux", None], STAGE)
    assert known(found) == ["jeune", "jeune adulte", "sénescent", None, None]
    assert found.unreadable.tolist() == [False, False, False, True, False]


def test_codes_come_first_and_the_rest_is_read_as_it_is() -> None:
    found = read(["1", "2", "jeune", "9"], STAGE, codes={"1": "jeune", "2": "sénescent"})
    assert known(found) == ["jeune", "sénescent", "jeune", None]


def test_codes_may_be_numbers_of_a_workbook() -> None:
    assert known(convert(pd.Series([1.0, 2.0, np.nan]), STAGE, codes={"1": "jeune"})) == ["jeune", None, None]


def test_codes_may_give_numbers() -> None:
    assert known(read(["A", "B", "7"], HEIGHT, codes={"A": "2,5", "B": "10"})) == [2.5, 10, 7]


def test_what_is_not_said_is_not_a_no() -> None:
    found = read(["oui", "Non", None, "NR", "peut-être", "X", "0"], FLAG)
    assert known(found) == [True, False, None, None, None, True, False]
    assert found.missing.tolist() == [False, False, True, True, False, False, False]
    assert found.unreadable.tolist() == [False, False, False, False, True, False, False]


def test_a_yes_or_no_column_with_holes_is_a_valid_layer() -> None:
    class Flags(TableLayer):
        id, title, columns = "flags", "Drapeaux", (FLAG,)

    from coeurdeville.core.provenance import Origin

    layer = Flags(pd.DataFrame({"flag": read(["oui", None, "non"], FLAG).values}), origin=Origin("essai"))
    assert layer.total("flag") == 1
    assert layer.filled("flag") == pytest.approx(200 / 3)


def test_dates_are_french_or_iso() -> None:
    found = read(["23/11/2026", "2026-11-23", "hier", None], Column("d", "date", "Jour"))
    assert [str(value)[:10] for value in found.values] == ["2026-11-23", "2026-11-23", "NaT", "NaT"]
    assert found.unreadable.tolist() == [False, False, True, False]


def test_text_is_trimmed_and_words_for_nothing_are_missing() -> None:
    found = read([" Tilia ", "inconnu", "", "Acer"], Column("s", "str", "Espèce"))
    assert known(found) == ["Tilia", None, None, "Acer"]
    assert found.missing.tolist() == [False, True, True, False]


def test_the_index_of_the_rows_is_kept() -> None:
    assert convert(pd.Series(["1"], index=[7]), HEIGHT).values.index.tolist() == [7]


def test_a_synonym_of_a_listed_text_is_read_as_it() -> None:
    column = Column("stage", "str", "Stade", values=("adulte", "mature"), synonyms=(("vieux", "mature"),))
    found = read(["Vieux", "adulte", "mature", "ancien"], column)
    assert known(found) == ["mature", "adulte", "mature", None]
    assert found.unreadable.tolist() == [False, False, False, True]


def test_the_field_says_old_for_mature_trees() -> None:
    stage = next(column for column in Trees.columns if column.name == "stage")
    assert known(read(["vieux", "senescent"], stage)) == ["mature", "sénescent"]
