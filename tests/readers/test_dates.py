"""Dates as they are typed."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.core.french import day, long_day
from coeurdeville.readers.dates import dates


def column(*cells: object) -> pd.Series:
    return pd.Series(cells, dtype="str")


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("02/01/2020", "2020-01-02"),
        ("2/1/2020", "2020-01-02"),
        ("02-01-2020", "2020-01-02"),
        ("02.01.20", "2020-01-02"),
        ("01/02/1969", "1969-02-01"),
        ("2020-01-02", "2020-01-02"),
        ("2017/02/02 15:27:50+00", "2017-02-02T15:27:50"),
        ("2017-02-02T15:27:50+02:00", "2017-02-02T13:27:50"),
        ("2017-02-02T15:27:50.123Z", "2017-02-02T15:27:50"),
        ("02/01/2020 08:15", "2020-01-02T08:15"),
        ("02/01/2020 8h15", "2020-01-02T08:15"),
        ("1er août 2014", "2014-08-01"),
        ("12 févr. 2015", "2015-02-12"),
        ("20150312", "2015-03-12"),
        ("43831", "2020-01-01"),
        ("43831.5", "2020-01-01T12:00"),
        ("29/02/2020", "2020-02-29"),
    ],
)
def test_date_is_read(typed: str, iso: str) -> None:
    read = dates(column(typed))
    assert read.values.tolist() == [np.datetime64(iso, "s").astype(datetime)]
    assert read.rounded is not None
    assert not read.rounded.any()


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("1998", "1998-01-01"), ("03/2015", "2015-03-01"), ("mars 2015", "2015-03-01"), ("2015-03", "2015-03-01")],
)
def test_month_or_year_alone_is_its_first_day_and_said(typed: str, iso: str) -> None:
    read = dates(column(typed))
    assert read.values[0] == np.datetime64(iso, "s")
    assert read.rounded is not None
    assert read.rounded.tolist() == [True]


@pytest.mark.parametrize(
    "typed", ["31/02/2020", "12/25/2020", "29/02/2021", "2020-01-01 25:00", "00/01/2020", "hier", "5 mai", "99999999"]
)
def test_what_is_no_date_is_unreadable(typed: str) -> None:
    read = dates(column(typed, None))
    assert read.unreadable.tolist() == [True, False]
    assert read.missing.tolist() == [False, True]


@settings(max_examples=25, deadline=None)
@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)))
def test_every_way_of_writing_a_day_is_the_same_day(when: date) -> None:
    serial = (when - date(1899, 12, 30)).days
    read = dates(column(day(when), long_day(when), when.isoformat(), f"{when:%d/%m/%y}", str(serial)))
    assert set(read.values.tolist()) == {datetime(when.year, when.month, when.day)}


def test_dates_of_a_workbook_pass() -> None:
    read = dates(pd.Series(pd.to_datetime(["2020-01-02", None])))
    assert read.missing.tolist() == [False, True]
    assert dates(pd.Series([43831.0, np.nan])).values[0] == np.datetime64("2020-01-01", "s")
