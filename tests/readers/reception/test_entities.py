"""Readers that meet an XML entity bomb all the same, from a folder or a command, refuse it without growing."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from coeurdeville.core.problems import Refused
from coeurdeville.readers.read import read

DEPTH = 9
ENTITIES = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{rank} "{f"&a{rank - 1};" * 10}">' for rank in range(1, DEPTH)
)
LAST = f"&a{DEPTH - 1};"
"""Would be a hundred million letters."""


def declared(root: str) -> str:
    return f"<!DOCTYPE {root} [{ENTITIES}]>"


def xlsx(path: Path) -> Path:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(4):
            sheet.write_row(row, 0, [f"nom{row}", "hauteur"])
    with zipfile.ZipFile(file) as honest, zipfile.ZipFile(path, "w") as hostile:
        for name in honest.namelist():
            text = honest.read(name).decode()
            if name == "xl/sharedStrings.xml":
                text = text.replace("<sst", declared("sst") + "<sst", 1).replace("nom1", LAST)
            hostile.writestr(name, text)
    return path


def ods(path: Path) -> Path:
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    cells = "".join(
        f'<table:table-row><table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        f'<table:table-cell office:value-type="string"><text:p>b</text:p></table:table-cell></table:table-row>'
        for text in ("nom", LAST)
    )
    content = (
        f'<?xml version="1.0"?>{declared("a")}<office:document-content xmlns:office="{urn}:office:1.0" '
        f'xmlns:text="{urn}:text:1.0" xmlns:table="{urn}:table:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="A">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


def osm(path: Path) -> Path:
    node = f'<node id="1" lat="48" lon="2"><tag k="natural" v="{LAST}"/></node>'
    path.write_text(f'<?xml version="1.0"?>{declared("osm")}<osm version="0.6">{node}</osm>')
    return path


@pytest.mark.parametrize("make", [xlsx, ods, osm])
def test_entity_bomb_is_refused_in_french(make: object, tmp_path: Path) -> None:
    path = make(tmp_path / f"a.{make.__name__}")  # type: ignore[operator, attr-defined]
    with pytest.raises(Refused) as refused:
        read(path)
    assert [one.code for one in refused.value.problems] == ["fichier-illisible"]
