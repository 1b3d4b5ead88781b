"""`<id>.csv`: the data as RFC 4180 writes them, in UTF-8 without mark, with commas."""

from __future__ import annotations

from coeurdeville.catalogue.table import OpenTable


def data_csv(table: OpenTable) -> bytes:
    """The header, then each row; a cell without value is empty, quotes stand only where they must."""
    return table.frame.write_csv(line_terminator="\r\n", quote_style="necessary").encode()
