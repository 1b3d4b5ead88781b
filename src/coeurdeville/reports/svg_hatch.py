"""The hatch of what is not known: grey lines at 45° on white."""

from __future__ import annotations

from coeurdeville.reports.palette import HATCH, MUTED, PAPER


def hatch_fill(key: str, fill: str) -> str:
    """The fill as SVG reads it: `palette.HATCH` becomes the pattern of the drawing named `key`."""
    return f"url(#{key}-hatch)" if fill == HATCH else fill


def hatch_pattern(key: str, units: int) -> str:
    """The pattern to define once in a drawing with `units` to a pixel: a line every seven pixels."""
    side, over, back = 7 * units, 8 * units, 6 * units
    lines = f"M{-units} {units}L{units} {-units}M0 {side}L{side} 0M{back} {over}L{over} {back}"
    return (
        f'<defs><pattern id="{key}-hatch" width="{side}" height="{side}" patternUnits="userSpaceOnUse">'
        f'<rect width="{side}" height="{side}" fill="{PAPER}"/>'
        f'<path d="{lines}" fill="none" stroke="{MUTED}" stroke-width="{1.1 * units:g}"/></pattern></defs>'
    )
