"""A drawing made by another tool becomes one of ours: our name, our identifiers, nothing superfluous."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from coeurdeville.reports.palette import HATCH
from coeurdeville.reports.svg_hatch import hatch_fill, hatch_pattern
from coeurdeville.reports.svg_words import naming, title_and_description

_SPACE = "{http://www.w3.org/2000/svg}"
_DROPPED = re.compile(r"role|aria-.*|class|pointer-events|style")
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_DRAWN = ("path", "line", "rect", "circle", "image")


def adopted(key: str, title: str, alt: str, svg: str) -> str:
    """The drawing without its maker's words, empty shapes and needless digits, named as ours.

    Identifiers take the key in front, and a fill called `palette.HATCH` is hatched; the result passes
    `svg_safety.require_safe_svg`.
    """
    root = ElementTree.fromstring(svg)
    for element in root.iter():
        _clean(key, element)
        for child in [child for child in element if _is_empty(child)]:
            element.remove(child)
    for words in [child for child in root if child.tag.removeprefix(_SPACE) in ("title", "desc")]:
        root.remove(words)
    size = " ".join(f'{name}="{root.get(name)}"' for name in ("viewBox", "width", "height") if root.get(name))
    hatch = (
        hatch_pattern(key, 1) if any(element.get("fill") == hatch_fill(key, HATCH) for element in root.iter()) else ""
    )
    content = hatch + "".join(ElementTree.tostring(child, encoding="unicode") for child in root)
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {naming(key)}>'
    return f"{opening}{title_and_description(key, title, alt)}{content}</svg>"


def _clean(key: str, element: ElementTree.Element) -> None:
    """Tag without its namespace, attributes kept, identifiers and numbers ours."""
    element.tag = element.tag.removeprefix(_SPACE)
    kept = {name: value for name, value in element.attrib.items() if not _DROPPED.fullmatch(name)}
    element.attrib.clear()
    for name, value in kept.items():
        ours = f"{key}-{value}" if name == "id" else value.replace("url(#", f"url(#{key}-")
        ours = hatch_fill(key, ours) if name == "fill" else ours
        element.set(name, _LONG_NUMBER.sub(lambda found: f"{float(found[0]):.2f}", ours))


def _is_empty(element: ElementTree.Element) -> bool:
    """A shape that shows nothing: not painted, without path, or a group of none."""
    tag = element.tag.removeprefix(_SPACE)
    nothing = element.get("display") == "none" or (tag == "path" and not element.get("d"))
    return nothing or (
        tag == "g" and not any(child.tag.removeprefix(_SPACE) in (*_DRAWN, "g", "text") for child in element)
    )
