"""The map of the towns that experiment with a service, want it, run it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from coeurdeville.core.french import capital, listing, number, plural, spaced
from coeurdeville.espaces.villes import FICTIVE
from coeurdeville.programme.adoptions.stades import STADES, Situee, Stade, par_stade
from coeurdeville.reports.deployment.france import HALO, RADIUS, ground_of, scale_of
from coeurdeville.reports.deployment.marks import disc, drawn
from coeurdeville.reports.deployment.points import Window, programme_points, windows
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.map_frame import TENTHS
from coeurdeville.reports.palette import INK, MUTED, PAPER
from coeurdeville.reports.svg_words import naming, title_and_description
from coeurdeville.territories.projections import departement_of

LINE, COLUMNS, TOP, ENTRY, SIZE = 28, 2, 46, 26, 17
"""Pixels: a line of towns that are on no map, how many side by side, what is above them, a line of the legend, type.

Words of 17 pixels are still read when the drawing is as wide as a phone.
"""
Centre = tuple[int, int]


def dessin(villes: Mapping[str, Situee], titre: str, cle: str, *, legende: bool = False) -> str:
    """An SVG; fictional towns, that stand nowhere, are drawn under the ground of the others.

    `legende`: with marks and words inside, for a drawing that stands alone.
    """
    parts, ground, scale = _ground()
    frame, stages = parts[0].frame, par_stade(villes)
    nowhere = _nowhere(villes, frame.height)
    under = frame.height + (TOP + LINE * -(-len(nowhere) // COLUMNS) if nowhere else 0)
    deep = under + (10 + ENTRY * len(STADES) if legende else 0)
    marks = "".join(_marks(one, stages[one], parts, nowhere) for one in reversed(STADES))
    entries = "".join(_entry(rank, stage, len(stages[stage]), under) for rank, stage in enumerate(STADES))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width * TENTHS} {deep * TENTHS}" '
        f'width="{frame.width}" height="{deep}" {naming(cle)}>{title_and_description(cle, titre, en_mots(villes))}'
        f"{ground}{scale}{_words(villes, nowhere, frame.height)}{marks}{entries if legende else ''}</svg>"
    )


def en_mots(villes: Mapping[str, Situee]) -> str:
    """What the map shows."""
    stages = par_stade(villes)
    said = [f"{one.nom} dans {plural(len(stages[one]), 'ville')}" for one in STADES if stages[one]]
    away = sum(departement_of(code) == FICTIVE for code in villes)
    under = f" Hors de la carte, au-dessous : {plural(away, 'ville fictive', 'villes fictives')}." if away else ""
    return spaced(f"Carte de France, un signe par ville. {capital(listing(said) or 'aucune ville')}.{under}")


@lru_cache(maxsize=1)
def _ground() -> tuple[Sequence[Window], str, str]:
    """Windows on the communes of the programme, what they spread over, the scale."""
    parts = windows(programme_points())
    return parts, "".join(map(ground_of, parts)), scale_of(parts[0].frame)


def _nowhere(towns: Mapping[str, Situee], top: int) -> Mapping[str, Centre]:
    """Code -> place of the mark of each fictional town, in tenths of a pixel."""
    listed = [code for code in towns if departement_of(code) == FICTIVE]
    return {code: (_tenths(12 + (rank % COLUMNS) * 258), _tenths(top + TOP + LINE * (rank // COLUMNS)))
            for rank, code in enumerate(listed)}  # fmt: skip


def _marks(stage: Stade, codes: Sequence[str], parts: Sequence[Window], nowhere: Mapping[str, Centre]) -> str:
    centres = [xy for part in parts for xy in part.drawn(codes)] + [nowhere[code] for code in codes if code in nowhere]
    if not centres:
        return ""
    halos = "".join(f"M{x} {y}{disc(HALO)}" for x, y in centres)
    return f'<path fill="{PAPER}" fill-opacity=".8" d="{halos}"/>{drawn(stage.marque, RADIUS, centres)}'


def _words(towns: Mapping[str, Situee], nowhere: Mapping[str, Centre], top: int) -> str:
    if not nowhere:
        return ""
    names = (_text(x + 100, y + 60, towns[code].nom, INK) for code, (x, y) in nowhere.items())
    return _text(80, _tenths(top + 22), "Villes fictives, hors de la carte", MUTED) + "".join(names)


def _entry(rank: int, stage: Stade, count: int, top: int) -> str:
    y = _tenths(top + 10 + ENTRY * (rank + 0.5))
    return drawn(stage.marque, 65, [(120, y)]) + _text(240, y + 60, f"{stage.nom} ({number(count)})", INK)


def _text(x: int, y: int, said: str, colour: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="{SIZE * TENTHS}" fill="{colour}">{escaped(said)}</text>'


def _tenths(pixels: float) -> int:
    return round(pixels * TENTHS)
