"""A layer's style as QGIS reads it."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from coeurdeville.reports import palette
from coeurdeville.reports.exports.map_style import NO_FILL, LayerStyle, Shape, StyleClass

DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
VERSION = "3.28.0"
"""The QGIS whose form of styles this is; later ones read it."""
KINDS = {"point": ("marker", "SimpleMarker"), "line": ("line", "SimpleLine"), "area": ("fill", "SimpleFill")}
"""Type of symbol, class of its only layer."""
CLEAR = "255,255,255,0"


def qml(style: LayerStyle) -> str:
    """The style as a QML document: symbols only, so that opening it changes nothing else of a layer."""
    root = Element("qgis", version=VERSION, styleCategories="Symbology")
    kind = "categorizedSymbol" if style.column else "singleSymbol"
    renderer = SubElement(root, "renderer-v2", type=kind, forceraster="0", symbollevels="0", enableorderby="0")
    if style.column:
        renderer.set("attr", style.column)
        categories = SubElement(renderer, "categories")
        for rank, one in enumerate(style.classes):
            SubElement(categories, "category", symbol=str(rank), value=one.words, label=one.words, render="true",
                       type="string")  # fmt: skip
    symbols = SubElement(renderer, "symbols")
    for rank, one in enumerate(style.classes):
        _symbol(symbols, str(rank), style.shape, one)
    indent(root, " ")
    return DOCTYPE + tostring(root, encoding="unicode")


def _symbol(symbols: Element, name: str, shape: Shape, one: StyleClass) -> None:
    kind, layer_class = KINDS[shape]
    symbol = SubElement(symbols, "symbol", name=name, type=kind, alpha="1", clip_to_extent="1", force_rhr="0")
    layer = SubElement(symbol, "layer", {"class": layer_class, "enabled": "1", "pass": "0", "locked": "0"})
    options = SubElement(layer, "Option", type="Map")
    for key, value in _paint(shape, one.colour).items():
        SubElement(options, "Option", name=key, type="QString", value=value)


def _paint(shape: Shape, colour: str) -> Mapping[str, str]:
    """Properties of a symbol. What is not known is hatched as an area, hollow as a point, dashed as a line."""
    unknown, muted = colour == palette.HATCH, _rgba(palette.MUTED)
    if shape == "line":
        return {"line_color": muted if unknown else _rgba(colour), "line_width": "0.5", "line_width_unit": "MM",
                "line_style": "dash" if unknown else "solid"}  # fmt: skip
    if shape == "point":
        return {"name": "circle", "size": "1.6", "size_unit": "MM", "color": CLEAR if unknown else _rgba(colour),
                "outline_style": "solid" if unknown else "no", "outline_color": muted, "outline_width": "0.2",
                "outline_width_unit": "MM"}  # fmt: skip
    pattern = "b_diag" if unknown else "no" if colour == NO_FILL else "solid"
    return {"style": pattern, "color": muted if unknown or colour == NO_FILL else _rgba(colour),
            "outline_style": "solid", "outline_color": muted, "outline_width": "0.2",
            "outline_width_unit": "MM"}  # fmt: skip


def _rgba(colour: str) -> str:
    """`#A8480F` as QGIS writes it: `168,72,15,255`."""
    return ",".join([*(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)), "255"])
