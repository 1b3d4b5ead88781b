"""What a drawing may hold before it enters a page: shapes, text, pictures inside; nothing that acts or calls out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

_SPACE = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset(("g", "path", "rect", "circle", "line", "text", "tspan", "image"))
_REST = frozenset(("svg", "title", "desc", "defs", "pattern", "clipPath"))
_LINKS = ("#", "data:image/png;base64,", "data:image/jpeg;base64,")


def require_safe_svg(key: str, svg: str) -> None:
    """Refuse, with every reason, a drawing that is not well-formed or not safe.

    No element outside shapes and text, no `style` (the page's policy refuses it), no handler, no
    address but an embedded picture, and identifiers that all start with `key` and a hyphen, so that
    two drawings of one page never collide. Text content is free: it is data.
    """
    if "<!" in svg:
        raise ValueError(f"the drawing of {key} holds a declaration or a comment")
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise ValueError(f"the drawing of {key} is not well-formed: {error}") from None
    if reasons := sorted({reason for element in root.iter() for reason in _faults(key, element)}):
        raise ValueError(f"the drawing of {key} is not safe: {', '.join(reasons)}")


def _faults(key: str, element: ElementTree.Element) -> Iterator[str]:
    """What is wrong with one element."""
    name = element.tag.removeprefix(_SPACE)
    if not element.tag.startswith(_SPACE) or name not in _SHAPES | _REST:
        yield f"element {name}"
    for attribute, value in element.attrib.items():
        local = attribute.rpartition("}")[2].lower()
        outside = local == "href" and not value.startswith(_LINKS)
        calls = "url(" in value and not value.startswith("url(#")
        if local == "style" or local.startswith("on") or outside or calls:
            yield f"attribute {local} of {name}"
        if local == "id" and not value.startswith(f"{key}-"):
            yield f"identifier {value} without the key"
