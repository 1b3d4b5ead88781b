"""Hostile files of each kind, written by hand: what each is called, its bytes, the codes that refuse it."""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable

TABLE = "nom;hauteur\nChêne;12\n".encode()
WORKBOOK = {"xl/workbook.xml": b"<workbook/>", "[Content_Types].xml": b"<Types/>", "xl/worksheets/sheet1.xml": b"<s/>"}
BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>
"""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def packed(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def link() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        entry = zipfile.ZipInfo("arbres.csv")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return file.getvalue()


def encrypted() -> bytes:
    """A stored member whose flag says that a password protects it."""
    plain = bytearray(packed({"arbres.csv": TABLE}, zipfile.ZIP_STORED))
    plain[6] |= 1
    plain[plain.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(plain)


def of_many() -> bytes:
    return packed({f"{rank}.csv": b"" for rank in range(10_001)}, zipfile.ZIP_STORED)


def png(width: int, height: int) -> bytes:
    """A picture whose header claims a size and that holds nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def pdf(body: bytes) -> bytes:
    return b"%PDF-1.7\n" + body + b"\nstartxref\n9\n%%EOF\n"


HOSTILE: dict[str, tuple[str, Callable[[], bytes], list[str]]] = {
    "Windows program": ("arbres.csv", lambda: b"MZ\x90\x00" + bytes(200), ["depot-dangereux"]),
    "Linux program": ("arbres", lambda: b"\x7fELF\x02\x01\x01" + bytes(200), ["depot-dangereux"]),
    "Mac program": ("arbres", lambda: b"\xcf\xfa\xed\xfe" + bytes(200), ["depot-dangereux"]),
    "shortcut": ("arbres.csv", lambda: b"L\0\0\0\x01\x14\x02\0" + bytes(90), ["depot-dangereux"]),
    "shell script": ("arbres.csv", lambda: b"#!/bin/sh\nrm -rf .\n", ["depot-dangereux"]),
    "script told by its name": ("arbres.ps1", lambda: b"Remove-Item *;1\n", ["depot-dangereux"]),
    "script hidden by a dot": ("arbres.js.", lambda: b"alert(1)\n", ["depot-dangereux"]),
    "PHP": ("arbres.csv", lambda: b"<?php system($_GET['a']); ?>", ["depot-dangereux"]),
    "page": ("arbres.csv", lambda: b"\xef\xbb\xbf <!DOCTYPE html><script>alert(1)</script>", ["depot-dangereux"]),
    "page in UTF-16": ("arbres.csv", lambda: "<html><script>1</script>".encode("utf-16"), ["depot-dangereux"]),
    "page behind a comment": ("a.csv", lambda: b"<!-- a --><html>", ["depot-dangereux"]),
    "drawing": ("logo.png", lambda: b'<?xml version="1.0"?><svg onload="alert(1)"/>', ["depot-dangereux"]),
    "drawing with a type": ("logo.xml", lambda: b'<!DOCTYPE svg PUBLIC "a" "b"><svg/>', ["depot-dangereux"]),
    "macros": ("a.xlsx", lambda: packed({**WORKBOOK, "xl/vbaProject.bin": b"\0"}), ["depot-macros"]),
    "macros only declared": (
        "a.xlsx",
        lambda: packed(WORKBOOK | {"[Content_Types].xml": b"<Override ContentType='x.macroEnabled.main+xml'/>"}),
        ["depot-macros"],
    ),
    "name of a workbook with macros": ("a.xlsm", lambda: packed(WORKBOOK), ["depot-macros"]),
    "macros of LibreOffice": (
        "a.ods",
        lambda: packed({
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>",
            "Basic/Standard/Module1.xml": b"<m/>",
        }),
        ["depot-macros"],
    ),
    "macros of an old workbook": (
        "a.xls", lambda: OLE + "Workbook".encode("utf-16-le") + "_VBA_PROJECT_CUR".encode("utf-16-le"), ["depot-macros"]
    ),
    "old text document": ("a.xls", lambda: OLE + "WordDocument".encode("utf-16-le"), ["format-inconnu"]),
    "workbook with a password": ("a.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), ["fichier-protege"]),
    "text document": ("a.docx", lambda: packed({"word/document.xml": b"<d/>"}), ["format-inconnu"]),
    "entities in a workbook": (
        "a.xlsx", lambda: packed(WORKBOOK | {"xl/worksheets/sheet1.xml": BOMB + b"<s>&f;</s>"}), ["depot-entites"]
    ),
    "entities in ODS": (
        "a.ods",
        lambda: packed({
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": BOMB + b"<a>&f;</a>"
        }),
        ["depot-entites"],
    ),
    "entities in UTF-16": (
        "a.xlsx",
        lambda: packed(WORKBOOK | {"xl/worksheets/sheet1.xml": (BOMB.decode() + "<s/>").encode("utf-16")}),
        ["depot-entites"],
    ),
    "entities of OpenStreetMap": ("a.osm", lambda: BOMB.partition(b"\n")[2] + b"<osm>&f;</osm>", ["format-inconnu"]),
    "entities behind an XML declaration": ("a.osm", lambda: BOMB + b"<osm>&f;</osm>", ["depot-entites"]),
    "path that climbs": ("a.zip", lambda: packed({"../../arbres.csv": TABLE}), ["archive-dangereuse"]),
    "absolute path": ("a.zip", lambda: packed({"/etc/arbres.csv": TABLE}), ["archive-dangereuse"]),
    "Windows path": ("a.zip", lambda: packed({"C:\\arbres.csv": TABLE}), ["archive-dangereuse"]),
    "link": ("a.zip", link, ["archive-dangereuse"]),
    "password": ("a.zip", encrypted, ["fichier-protege"]),
    "bomb": ("a.zip", lambda: packed({"arbres.csv": bytes(60 * 1024**2)}), ["archive-dangereuse"]),
    "bomb that is a workbook": (
        "a.xlsx", lambda: packed(WORKBOOK | {"xl/worksheets/sheet1.xml": bytes(60 * 1024**2)}), ["archive-dangereuse"]
    ),
    "too many files": ("a.zip", of_many, ["archive-dangereuse"]),
    "archive in an archive": (
        "a.zip", lambda: packed({"a.csv": TABLE, "b.zip": packed({"c.csv": TABLE})}), ["depot-archive-imbriquee"]
    ),
    "nested archive under another name": (
        "a.zip", lambda: packed({"b.csv": gzip.compress(TABLE)}), ["depot-archive-imbriquee"]
    ),
    "program in an archive": (
        "a.zip", lambda: packed({"a.csv": TABLE, "b.csv": b"MZ" + bytes(99)}), ["depot-dangereux-dedans"]
    ),
    "page and archive in an archive": (
        "a.zip",
        lambda: packed({"a.htm": b"bonjour", "b.gz": gzip.compress(TABLE)}),
        ["depot-dangereux-dedans", "depot-archive-imbriquee"],
    ),
    "macros in an archive": (
        "a.zip", lambda: packed({"a.xlsx": packed({**WORKBOOK, "xl/vbaProject.bin": b"\0"})}), ["depot-macros"]
    ),
    "gzip bomb": ("a.csv.gz", lambda: gzip.compress(bytes(60 * 1024**2)), ["archive-dangereuse"]),
    "program in a gzip": ("a.gz", lambda: gzip.compress(b"MZ" + bytes(99)), ["depot-dangereux-dedans"]),
    "gzip in a gzip": ("a.gz", lambda: gzip.compress(gzip.compress(TABLE)), ["depot-archive-imbriquee"]),
    "cut gzip": ("a.gz", lambda: gzip.compress(TABLE)[:-9], ["fichier-illisible"]),
    "cut archive": ("a.zip", lambda: packed({"a.csv": TABLE})[:-30], ["fichier-illisible"]),
    "damaged member": ("a.zip", lambda: packed({"a.csv": TABLE}).replace(b"PK\x03\x04", b"PK\x03\x04", 1)[:40]
                       + b"\xff" * 4 + packed({"a.csv": TABLE})[44:], ["fichier-illisible"]),
    "7z": ("a.7z", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(99), ["format-inconnu"]),
    "tar": ("a.csv", lambda: b"a.csv" + b"\x00" * 252 + b"ustar\x00" + bytes(99), ["format-inconnu"]),
    "bytes of nothing": ("a.csv", lambda: bytes(range(256)) * 20, ["format-inconnu"]),
    "giant picture": ("a.png", lambda: png(9000, 9000), ["depot-image-geante"]),
    "picture beyond what Pillow bears": ("a.png", lambda: png(50_000, 50_000), ["depot-image-geante"]),
    "damaged picture": ("a.png", lambda: png(90, 90), ["fichier-illisible"]),
    "animated picture": ("a.gif", lambda: b"GIF89a" + bytes(99), ["format-inconnu"]),
    "program in a document": ("a.pdf", lambda: pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"), ["depot-pdf-actif"]),
    "document that launches and holds files": (
        "a.pdf", lambda: pdf(b"/Launch /EmbeddedFile"), ["depot-pdf-actif", "depot-pdf-actif"]
    ),
    "cut document": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj", ["fichier-illisible"]),
}  # fmt: skip
