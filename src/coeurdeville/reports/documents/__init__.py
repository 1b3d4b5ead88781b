"""Papers that people read on screen and print: one structure, as pieces of a page, as a page and as a PDF.

receipt = Document("Accusé de réception", reference="S2-00001", blocks=(Facts((("Commune", "Valbois"),)),))
render_html(receipt)  # pieces, inside `.rapport` of a page
page(receipt)         # a whole HTML file
render_pdf(receipt)   # PDF/UA-1
"""

from coeurdeville.reports.documents.blocks import (
    Block,
    Bullets,
    Columns,
    Evidence,
    Facts,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
    Picture,
    Quote,
    Signature,
    Signatures,
    Table,
)
from coeurdeville.reports.documents.document import Document
from coeurdeville.reports.documents.html import page, render_html
from coeurdeville.reports.documents.pdf import render_pdf
from coeurdeville.reports.documents.pictures import is_picture
from coeurdeville.reports.exhibits import Column

__all__ = [
    "Block",
    "Bullets",
    "Column",
    "Columns",
    "Document",
    "Evidence",
    "Facts",
    "Figure",
    "Heading",
    "KeyFigure",
    "KeyFigures",
    "Note",
    "Paragraph",
    "Picture",
    "Quote",
    "Signature",
    "Signatures",
    "Table",
    "is_picture",
    "page",
    "render_html",
    "render_pdf",
]
