"""Quotes that open a cell and never close: found where they are, and nothing else is touched."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.readers.quotes import without_open_quotes


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ('a;b\n1;"x\n2;y\n', "a;b\n1;x\n2;y\n"),
        ('a;b\n1;"x\n2;"y\n', "a;b\n1;x\n2;y\n"),
        ('a;b\n1;"x\n2;"y;z"\n', 'a;b\n1;x\n2;"y;z"\n'),
        ('a;b\n1;"x\n2;""\n', 'a;b\n1;x\n2;""\n'),
        ('a;b\n"1;x\n2;tour 12" d\n', 'a;b\n1;x\n2;tour 12" d\n'),
        ('a;b\r\n"x\r\n"y"', 'a;b\r\nx\r\n"y"'),
        ('"a;b\n1;2\n', "a;b\n1;2\n"),
        ('a;"', "a;"),
    ],
)
def test_only_the_quote_that_never_closes_is_taken_out(text: str, closed: str) -> None:
    found = without_open_quotes(text.encode(), ";")
    assert found.data.decode() == closed
    assert len(found.opened) == text.count('"') - closed.count('"')
    assert all(place == 0 or found.data[place - 1 : place] in (b";", b"\n", b"\r") for place in found.opened)


@pytest.mark.parametrize(
    "text",
    [
        'a;b\n1;"deux\nlignes"\n',
        'a;b\n1;"dit ""vieux""\n;x"\n',
        'a;b\n1;12" de tour\n2;5"\n',
        'a;b\n1;"x" \n2;"y"z\n',
        'a\tb\n"deux\nlignes"\t"x"\n',
        'a;b\n"";"x;y"',
        "a;b\n1;2\n",
    ],
)
def test_quotes_that_close_are_left_as_they_are(text: str) -> None:
    delimiter = "\t" if "\t" in text else ";"
    found = without_open_quotes(text.encode(), delimiter)
    assert (found.data.decode(), found.opened) == (text, ())


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from('";\n\ra '), max_size=40))
def test_nothing_is_left_that_swallows_what_follows(text: str) -> None:
    closed = without_open_quotes(text.encode(), ";")
    assert without_open_quotes(closed.data, ";").opened == ()
    rows = list(csv.reader(io.StringIO(f'{closed.data.decode()}\n"dernier"', newline=""), delimiter=";"))
    assert rows[-1] == ["dernier"]
