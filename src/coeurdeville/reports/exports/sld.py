"""A layer's style as OGC Styled Layer Descriptor 1.1, for map servers and other programs."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from coeurdeville.reports import palette
from coeurdeville.reports.exports.map_style import NO_FILL, LayerStyle, Shape, StyleClass

SLD, SE, OGC = "{http://www.opengis.net/sld}", "{http://www.opengis.net/se}", "{http://www.opengis.net/ogc}"
SYMBOLIZERS = {"point": "PointSymbolizer", "line": "LineSymbolizer", "area": "PolygonSymbolizer"}


def sld(layer: str, style: LayerStyle) -> str:
    """The style of the layer of this name: a rule for each class."""
    for prefix, space in (("sld", SLD), ("se", SE), ("ogc", OGC)):
        register_namespace(prefix, space[1:-1])
    root = Element(f"{SLD}StyledLayerDescriptor", version="1.1.0")
    named = SubElement(root, f"{SLD}NamedLayer")
    SubElement(named, f"{SE}Name").text = layer
    user = SubElement(named, f"{SLD}UserStyle")
    SubElement(user, f"{SE}Name").text = style.title
    rules = SubElement(user, f"{SE}FeatureTypeStyle")
    for one in style.classes:
        _rule(rules, style, one)
    indent(root, " ")
    return tostring(root, encoding="unicode")


def _rule(rules: Element, style: LayerStyle, one: StyleClass) -> None:
    rule = SubElement(rules, f"{SE}Rule")
    SubElement(rule, f"{SE}Name").text = one.words
    SubElement(SubElement(rule, f"{SE}Description"), f"{SE}Title").text = one.words
    if style.column:
        same = SubElement(SubElement(rule, f"{OGC}Filter"), f"{OGC}PropertyIsEqualTo")
        SubElement(same, f"{OGC}PropertyName").text = style.column
        SubElement(same, f"{OGC}Literal").text = one.words
    _paint(SubElement(rule, f"{SE}{SYMBOLIZERS[style.shape]}"), style.shape, one.colour)


def _paint(symbolizer: Element, shape: Shape, colour: str) -> None:
    """What is not known is hatched as an area, hollow as a point, dashed as a line."""
    unknown = colour == palette.HATCH
    if shape == "line":
        dash = {"stroke-dasharray": "4 2"} if unknown else {}
        _parameters(symbolizer, "Stroke", {"stroke": palette.MUTED if unknown else colour, "stroke-width": "2", **dash})
    elif shape == "point":
        graphic = SubElement(symbolizer, f"{SE}Graphic")
        _mark(graphic, "circle", None if unknown else colour, palette.MUTED if unknown else colour)
        SubElement(graphic, f"{SE}Size").text = "6"
    else:
        if unknown:
            fill = SubElement(SubElement(symbolizer, f"{SE}Fill"), f"{SE}GraphicFill")
            _mark(SubElement(fill, f"{SE}Graphic"), "shape://slash", None, palette.MUTED)
        elif colour != NO_FILL:
            _parameters(symbolizer, "Fill", {"fill": colour})
        _parameters(symbolizer, "Stroke", {"stroke": palette.MUTED, "stroke-width": "0.6"})


def _mark(graphic: Element, name: str, fill: str | None, stroke: str) -> None:
    mark = SubElement(graphic, f"{SE}Mark")
    SubElement(mark, f"{SE}WellKnownName").text = name
    if fill:
        _parameters(mark, "Fill", {"fill": fill})
    _parameters(mark, "Stroke", {"stroke": stroke, "stroke-width": "1"})


def _parameters(parent: Element, tag: str, values: dict[str, str]) -> None:
    made = SubElement(parent, f"{SE}{tag}")
    for name, value in values.items():
        SubElement(made, f"{SE}SvgParameter", name=name).text = value
