"""Text of any French encoding."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.readers.encoding import CP1252, UTF8, UTF16, is_utf8, to_utf8

SAID = "Érable plane – 3 € d’œuvre"


def codes(notes: tuple) -> list[str]:
    return [note.code for note in notes]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SAID.encode(), UTF8),
        (SAID.encode("utf-8-sig"), UTF8),
        (SAID.encode("cp1252"), CP1252),
        (SAID.encode("utf-16"), UTF16),
        (codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"), UTF16),
        (b"Erable", UTF8),
    ],
)
def test_encoding_is_found_and_text_is_the_same(data: bytes, encoding: str) -> None:
    text = to_utf8(data, "arbres.csv")
    assert text.data.decode() in (SAID, "Erable")
    assert text.encoding == encoding
    assert not text.notes


def test_latin1_called_utf8_is_read_and_said() -> None:
    text = to_utf8(codecs.BOM_UTF8 + "Chêne".encode("latin-1"), "arbres.csv")
    assert text.data.decode() == "Chêne"
    assert codes(text.notes) == ["encodage-trompeur"]


def test_null_bytes_are_removed_and_counted() -> None:
    text = to_utf8(b"a;b\n1\0\0;2\0\n", "arbres.csv")
    assert text.data == b"a;b\n1;2\n"
    assert (codes(text.notes), text.notes[0].count) == (["octets-nuls"], 3)


def test_bytes_of_no_encoding_are_replaced_and_counted() -> None:
    text = to_utf8("é ".encode("cp1252") + b"\x81 \x8d", "arbres.csv")
    assert text.data.decode() == "é \ufffd \ufffd"
    assert (codes(text.notes), text.notes[0].count) == (["caracteres-illisibles"], 2)


@given(st.binary(max_size=200))
def test_utf8_is_judged_as_python_does(data: bytes) -> None:
    try:
        data.decode()
        valid = True
    except UnicodeDecodeError:
        valid = False
    assert is_utf8(data) is valid


@given(st.binary(max_size=200))
def test_any_bytes_become_utf8(data: bytes) -> None:
    assert "\0" not in to_utf8(data, "x.csv").data.decode()
