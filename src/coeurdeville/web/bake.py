"""Prepare the front end at set-up: `python -m coeurdeville.web.bake`.

Styles and scripts of `front/` are bundled by esbuild with what they take from npm, into `static/web/`; the typeface of
reports is copied beside them. The style sheet of reports is taken as it is, under `.rapport`: a page of the site and
a report on paper have one look, written once.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from coeurdeville.reports import html, palette
from coeurdeville.reports.conformity import html as conformity
from coeurdeville.reports.deployment import document
from coeurdeville.reports.deployment.marks import css as marks
from coeurdeville.reports.documents import html as documents
from coeurdeville.reports.fonts import FAMILY, FOLDER, WEIGHTS

HERE = Path(__file__).parent
FRONT, TARGET = HERE / "front", HERE / "static" / "web"
MODULES = Path("node_modules")
WORKER = "maplibre-gl/dist/maplibre-gl-worker.mjs"
"""What the map library runs beside the page: a file of its own, since pages take scripts from the site alone."""
BROWSERS = "chrome109,firefox115,safari15.6"
"""The oldest that are served: nested rules and newer syntax are rewritten for them."""


def bake(modules: Path = MODULES, target: Path = TARGET) -> None:
    """Write the bundles into `target`, replaced as a whole. The same packages give the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".web-") as aside:
        fresh = Path(aside) / target.name
        fresh.mkdir()
        for weight, style in WEIGHTS.items():
            shutil.copyfile(FOLDER / f"CVSans-{style}.woff2", fresh / f"cv-sans-{weight}.woff2")
        for drawing in FRONT.glob("*.svg"):
            shutil.copyfile(drawing, fresh / drawing.name)
        shared = Path(aside) / "rapport.css"
        shared.write_text(shared_style(), "utf-8")
        _bundle(modules, fresh, shared)
        shutil.rmtree(target, ignore_errors=True)
        fresh.rename(target)


def shared_style() -> str:
    """Colours, typeface, then the styles of reports, matrix, papers, verdicts, each under the class of its blocks."""
    variables = ";".join(f"--{name}:{colour}" for name, colour in palette.named().items())
    faces = "".join(map(_face, WEIGHTS))
    report = html.STYLE.read_text("utf-8")
    matrix = marks() + document.STYLE.read_text("utf-8")
    papers = documents.STYLE.read_text("utf-8")
    verdict = conformity.STYLE.read_text("utf-8")
    return f":root{{{variables}}}{faces}.rapport{{{report}{matrix}{papers}}}.rapport.conformite{{{verdict}}}"


def _face(weight: int) -> str:
    source = f"url(./cv-sans-{weight}.woff2) format('woff2')"
    return f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};font-display:swap;src:{source}}}"


def _bundle(modules: Path, target: Path, shared: Path) -> None:
    """Each entry of `front/`, by its name, and the worker of maps; `rapport.css` is where `shared` stands."""
    entries = sorted(str(path) for pattern in ("*.css", "*.js") for path in FRONT.glob(pattern))
    entries.append(f"maplibre-ouvrier={modules / WORKER}")
    command: list[str | Path] = [
        modules / ".bin" / "esbuild", *entries, "--bundle", "--minify", "--format=esm", f"--outdir={target}",
        f"--target={BROWSERS}", f"--alias:rapport.css={shared}", "--external:*.woff2", "--legal-comments=external",
        "--log-level=warning",
    ]  # fmt: skip
    subprocess.run(command, check=True)


if __name__ == "__main__":
    bake(Path(sys.argv[1]) if len(sys.argv) > 1 else MODULES)
