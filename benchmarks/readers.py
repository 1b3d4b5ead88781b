"""Readers of the site of the demonstration, by wrk on the loopback: pages, the API, what a first view weighs."""

import gzip
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

from demo_site import demo_site, fetch, told
from lines import Line, timed
from postgres import ABSENT, programs, server

BUILDINGS, FEW = 4000, 100
"""Of the first town, as `coeurdeville demo` draws it, and with `--quick`."""
SECONDS, READERS = 6, 20
FIRST = 8
"""Calls of the matrix that count as first ones: each of the two processes has its own."""
NO_WRK = "wrk n’est pas installé : sous Debian ou Ubuntu, « apt install wrk »"
SCRIPT = Path(__file__).with_name("wrk.lua")
PLACES = {"code": "00001", "identifiant": "derniere"}
"""What stands in the paths of lists."""


@dataclass(frozen=True)
class Load:
    """What twenty readers saw."""

    median: float
    p95: float
    """Milliseconds."""
    per_second: float
    apart: float
    """Answers that were not the one given to a reader alone, status included."""


def measured(*, quick: bool = False) -> Iterator[Line]:
    """The same lines on SQLite, then on PostgreSQL; each says why when it is skipped."""
    buildings, seconds = (FEW, 1) if quick else (BUILDINGS, SECONDS)
    if shutil.which("wrk") is None:
        yield Line("site under 20 readers", skipped=NO_WRK)
        return
    with TemporaryDirectory() as name:
        yield from _site("SQLite", Path(name), buildings, seconds, {})
    where = programs()
    if where is None:
        yield Line("site under 20 readers (PostgreSQL)", skipped=ABSENT)
        return
    with TemporaryDirectory() as name, TemporaryDirectory() as base, server(where, Path(base)) as running:
        yield from _site("PostgreSQL", Path(name), buildings, seconds, {"DATABASE_URL": running.address})


def _site(base: str, folder: Path, buildings: int, seconds: int, around: dict[str, str]) -> Iterator[Line]:
    with demo_site(folder, buildings, around) as address:
        first = max(timed(lambda: fetch(f"{address}/redeploiement/"))[0] for _ in range(FIRST))
        yield Line(f"matrix page, its first calls ({base})", 1000 * first, unit="ms", most=300)
        town = _town(address)
        found = _load(f"{address}/redeploiement/", folder, seconds)
        yield Line("  20 readers: 95 % within", found.p95, unit="ms", most=300, apart=found.apart)
        found = _load(town, folder, seconds)
        yield Line(f"town page, 20 readers: median ({base})", found.median, unit="ms", most=60, apart=found.apart)
        yield Line("  95 % within", found.p95, unit="ms", most=150)
        yield Line("  pages in a second", found.per_second, unit="/s")
        yield Line("  first view of it, compressed", _weight(town) / 1000, unit="kB", most=300)
        for path in _lists(address):
            found = _load(address + path, folder, seconds)
            yield Line(f"{path} ({base})", found.per_second, unit="/s", least=500, apart=found.apart)


def _town(address: str) -> str:
    """The page of the first town, found as a reader finds it."""
    home = gzip.decompress(fetch(f"{address}/")).decode()
    return address + re.search(rf'"(/ville/{PLACES["code"]}-[\w-]+/)"', home)[1]  # type: ignore[index]


def _lists(address: str) -> list[str]:
    """The routes of the API that give a page of a list, and what the matrix says of one place and of one town."""
    paths: dict[str, dict[str, object]] = told(f"{address}/api/openapi.json")["paths"]
    pages = [path for path, said in paths.items() if "/schemas/Page_" in json.dumps(said)]
    usual = ["/api/redeploiement?departement=02", "/api/communes/02691/deploiement"]
    return [path.format(**PLACES) for path in pages] + usual


def _load(address: str, folder: Path, seconds: int) -> Load:
    """Checked for a second, each answer against one asked alone; then timed apart, since checking takes time too."""
    alone = folder / "seule"
    alone.write_bytes(fetch(address))
    checked = _wrk(address, 1, {"EXPECTED": str(alone)})
    found = _wrk(address, seconds, {})
    return Load(found["median"], found["p95"], found["per_second"], checked["apart"] + found["apart"])


def _wrk(address: str, seconds: int, around: dict[str, str]) -> dict[str, float]:
    command = ["wrk", "-t1", f"-c{READERS}", f"-d{seconds}s", "-s", str(SCRIPT), "-H", "Accept-Encoding: gzip", address]
    done = subprocess.run(command, env={**os.environ, **around}, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _weight(page: str) -> int:
    """Bytes of a page with its style sheets, scripts, icon and typefaces, each as it travels."""
    body = fetch(page)
    files = set(re.findall(r'(?:src|href)="(/statique/[^"]+)"', gzip.decompress(body).decode()))
    loaded = {urljoin(page, one): fetch(urljoin(page, one)) for one in files}
    for address, content in list(loaded.items()):
        if address.endswith(".css"):
            for font in re.findall(r"url\(\"?([^)\"]+\.woff2)", _plain(content)):
                loaded[urljoin(address, font)] = fetch(urljoin(address, font))
    return len(body) + sum(map(len, loaded.values()))


def _plain(content: bytes) -> str:
    return (gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content).decode()
