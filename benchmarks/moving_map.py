"""The map that moves, in Chromium: how long the page does not answer while 55 000 objects are dragged and zoomed.

The scripts, the template and the file formats are those of the site. Without a graphics card the processor draws.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import numpy as np
from lines import Line
from town import CRS, Town

from coeurdeville import web
from coeurdeville.reports.editions.geojson import bounds_of, in_degrees
from coeurdeville.reports.editions.interactive_map import InteractiveMap, map_document
from coeurdeville.reports.editions.map_drawn import Drawn
from coeurdeville.reports.editions.report_file import compact
from coeurdeville.reports.exports.map_style import StyleClass

SITE = Path(web.__file__).parent
CHROMIUM = "chromium"
NO_CHROMIUM = "chromium n’est pas installé : sous Debian ou Ubuntu, « apt install chromium »"
NOT_BAKED = "les scripts du site ne sont pas prêts : taper « make setup »"
OPTIONS = ["--no-sandbox", "--use-angle=swiftshader", "--ignore-gpu-blocklist", "--enable-gpu-rasterization",
           "--enable-unsafe-swiftshader"]  # fmt: skip
"""Pages are put together where a graphics card would do it: otherwise the main thread waits for each drawing."""
SHORTEST = 50
"""Milliseconds under which a browser does not call a task long."""
COLOURS = ("#FDBE85", "#FD8D3C", "#D94701", "#7F2704", "#C6DBC6", "#1C6B49", "#6A51A3", "#54278F")
WATCH = """window.long = [];
new PerformanceObserver((list) => window.long.push(...list.getEntries().map((one) => [one.startTime, one.duration])))
  .observe({ type: "longtask", buffered: true });"""
DRAWN = "document.querySelector('[data-etat]').hidden"
SINCE = "(start) => Math.max(0, ...window.long.filter(([at]) => at >= start).map(([, duration]) => duration))"
PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Carte</title>
<link rel="stylesheet" href="/statique/web/site.css"></head>
<body><div class="rapport">{map}</div>
<script type="module" src="/statique/web/carte.js"></script></body></html>"""


@dataclass(frozen=True)
class Moved:
    """What the main thread of the page did; milliseconds, but for `seconds`."""

    seconds: float
    """Until the map is drawn."""
    loading: float
    """Longest task until then."""
    moving: float
    """Longest task from then on, as the map moves."""
    processor: float
    """The most that one of these took of a processor: others that use the machine add nothing to it."""


def measured(place: Town) -> Iterator[Line]:
    """Loading, then moving; it says why when it is skipped."""
    objects = len(place.buildings) + len(place.trees)
    title = f"map of {objects} objects: longest task as it moves"
    baked = SITE / "static" / "web"
    missing = "" if shutil.which(CHROMIUM) else NO_CHROMIUM
    if missing or not baked.is_dir():
        yield Line(title, skipped=missing or NOT_BAKED)
        return
    with TemporaryDirectory() as name:
        shutil.copytree(baked, Path(name) / "statique" / "web")
        _write(place, Path(name))
        with _served(Path(name)) as address:
            found = _moved(address)
    yield Line(title, found.moving, unit="ms", most=200)
    yield Line("  most processor time of one task", found.processor, unit="ms", most=200)
    yield Line("  longest task until it is drawn", found.loading, unit="ms")
    yield Line("  seconds until it is drawn", found.seconds)


def _write(place: Town, folder: Path) -> None:
    """The page, its map, its shapes."""
    rng = np.random.default_rng(7)
    layers = (
        _layer("rues", "line", place.streets, rng, 1),
        _layer("mesure", "area", place.buildings, rng, 4),
        _layer("objets", "point", place.trees, rng, len(COLOURS)),
    )
    around = bounds_of(np.concatenate([one.shapes for one in layers]))
    told = InteractiveMap("essai", "Essai", "Des bâtiments et des arbres.", "", around, around,
                          tuple(one.layer() for one in layers))  # fmt: skip
    files = {"carte-essai.json": compact(map_document(told))}
    for one in layers:
        files |= one.files()
    (folder / "fichiers").mkdir()
    for name, content in files.items():
        (folder / "fichiers" / name).write_bytes(content)
    (folder / "index.html").write_text(PAGE.format(map=_template()), "utf-8")


def _layer(name: str, geometry: Any, shapes: Any, rng: np.random.Generator, count: int) -> Drawn:
    """Objects of classes drawn at random, each with a text of its own when there are several."""
    legend = tuple(StyleClass(f"classe {rank}", colour) for rank, colour in enumerate(COLOURS[:count]))
    classes = [legend[rank].words for rank in rng.integers(0, count, len(shapes))]
    texts = [f"Objet {rank} : {said}." for rank, said in enumerate(classes)] if count > 1 else None
    return Drawn(name, name.capitalize(), f"carte-essai-{name}", geometry, in_degrees(shapes, CRS), legend, "Essai.",
                 "Mesure" if count > 1 else "", classes if count > 1 else (), texts)  # fmt: skip


def _template() -> str:
    """The block of the map, by the template of the site."""
    import django
    from django.conf import settings
    from django.template import Context, Engine

    settings.configure(STATIC_URL="/statique/")
    django.setup()
    engine = Engine(dirs=[str(SITE / "templates")], libraries={"static": "django.templatetags.static"})
    seen = {"map_files": "/fichiers/", "map_name": "carte-essai.json", "framed": True}
    return engine.get_template("ville/carte.html").render(Context(seen))


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def _moved(address: str) -> Moved:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(CHROMIUM), args=OPTIONS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(WATCH)
        page.goto(address)
        page.wait_for_function(DRAWN, timeout=300_000)
        start = page.evaluate("performance.now()")
        loading = page.evaluate(SINCE, 0)
        browser.start_tracing(page=page, categories=["toplevel"])
        _drag(page)
        _zoom(page)
        events = json.loads(browser.stop_tracing())["traceEvents"]
        moving = page.evaluate(SINCE, start)
        browser.close()
    return Moved(start / 1000, max(loading, SHORTEST), max(moving, SHORTEST), _processor(events))


def _processor(events: list[dict[str, Any]]) -> float:
    """Of the longest task of the main thread, from what Chromium traced in microseconds."""
    named = [one for one in events if one.get("name") == "thread_name"]
    main = {(one["pid"], one["tid"]) for one in named if one["args"]["name"] == "CrRendererMain"}
    took = [one.get("tdur", 0) for one in events if one.get("ph") == "X" and (one["pid"], one["tid"]) in main]
    return float(max(took)) / 1000


def _drag(page: Any) -> None:
    box = page.locator("[data-toile]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for across, along in ((-300, -120), (300, 120), (-200, 150), (200, -150)):
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + across, y + along, steps=12)
        page.mouse.up()
        page.wait_for_timeout(700)


def _zoom(page: Any) -> None:
    """By the wheel and the Ctrl key, in to the buildings, then out to the whole town."""
    box = page.locator("[data-toile]").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.keyboard.down("Control")
    for turn in (-240,) * 12 + (240,) * 14:
        page.mouse.wheel(0, turn)
        page.wait_for_timeout(250)
    page.keyboard.up("Control")
