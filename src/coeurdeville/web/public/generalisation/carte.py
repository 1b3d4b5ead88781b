"""The map of the towns that experiment with a service, want it, run it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString

from coeurdeville.core.french import capital, day, listing, number, plural, spaced
from coeurdeville.programme.adoptions.diffusion import Diffusion, Fait
from coeurdeville.reports.deployment.france import HALO, RADIUS, ground_of, scale_of
from coeurdeville.reports.deployment.marks import disc, drawn, mark
from coeurdeville.reports.deployment.points import Window, programme_points, windows
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.map_frame import TENTHS
from coeurdeville.reports.palette import INK, MUTED, PAPER
from coeurdeville.reports.svg_words import naming, title_and_description
from coeurdeville.web.public.generalisation.stades import STADES, Stade, par_stade
from coeurdeville.web.public.links import fictional
from coeurdeville.web.public.town.markup import safe

LINE, COLUMNS, TOP = 22, 3, 40
"""Pixels: a line of towns that are on no map, how many side by side, what is above them."""
Centre = tuple[int, int]


def carte(vue: Diffusion) -> SafeString:
    """A figure; fictional towns, that stand nowhere, are drawn under the ground of the others."""
    towns = vue.villes()
    parts = windows(programme_points())
    frame = parts[0].frame
    nowhere = _nowhere(towns, frame.height)
    deep = frame.height + (TOP + LINE * -(-len(nowhere) // COLUMNS) if nowhere else 0)
    stages = par_stade(towns)
    marks = "".join(_marks(one, stages[one], parts, nowhere) for one in reversed(STADES))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {frame.width * TENTHS} {deep * TENTHS}" '
        f'width="{frame.width}" height="{deep}" {naming("carte")}>'
        f"{title_and_description('carte', spaced(f'Où en sont les villes le {day(vue.au)}'), _alt(stages))}"
        f"{''.join(map(ground_of, parts))}{scale_of(frame)}{_words(towns, nowhere, frame.height)}{marks}</svg>"
    )
    entries = "".join(f"<li>{mark(one.marque)}{one.nom} ({number(len(stages[one]))})</li>" for one in STADES)
    return safe(f'<figure>{svg}<figcaption><div class="legend"><ul>{entries}</ul></div></figcaption></figure>')


def _nowhere(towns: Mapping[str, Sequence[Fait]], top: int) -> Mapping[str, Centre]:
    """Code -> place of the mark of each fictional town, in tenths of a pixel."""
    listed = [code for code in towns if code in fictional(towns)]
    return {code: (_tenths(12 + (rank % COLUMNS) * 172), _tenths(top + TOP + LINE * (rank // COLUMNS)))
            for rank, code in enumerate(listed)}  # fmt: skip


def _marks(stage: Stade, codes: Sequence[str], parts: Sequence[Window], nowhere: Mapping[str, Centre]) -> str:
    centres = [xy for part in parts for xy in part.drawn(codes)] + [nowhere[code] for code in codes if code in nowhere]
    if not centres:
        return ""
    halos = "".join(f"M{x} {y}{disc(HALO)}" for x, y in centres)
    return f'<path fill="{PAPER}" fill-opacity=".8" d="{halos}"/>{drawn(stage.marque, RADIUS, centres)}'


def _words(towns: Mapping[str, Sequence[Fait]], nowhere: Mapping[str, Centre], top: int) -> str:
    if not nowhere:
        return ""
    names = (f'<text x="{x + 80}" y="{y + 45}" font-size="125" fill="{INK}">{escaped(towns[code][0].nom)}</text>'
             for code, (x, y) in nowhere.items())  # fmt: skip
    title = (
        f'<text x="80" y="{_tenths(top + 20)}" font-size="120" fill="{MUTED}">Villes fictives, hors de la carte</text>'
    )
    return title + "".join(names)


def _alt(stages: Mapping[Stade, Sequence[str]]) -> str:
    said = [f"{one.nom} dans {plural(len(stages[one]), 'ville')}" for one in STADES if stages[one]]
    return spaced(f"Carte de France, un signe par ville. {capital(listing(said) or 'aucune ville')}.")


def _tenths(pixels: float) -> int:
    return round(pixels * TENTHS)
