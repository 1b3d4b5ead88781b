"""A real site, started as a user starts it, with twelve fictional towns and season 2, and a browser in front of it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser.gens import Site
from coeurdeville.demo.dossier import write_dossier
from coeurdeville.demo.names import TOWNS
from coeurdeville.demo.town import make_town

CHROMIUM = shutil.which("chromium")
CODES = re.compile(r"^  (\S+)@demo\.example .*une fois chacun : (.+)\)$", re.MULTILINE)


@pytest.fixture(scope="package")
def site(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the demonstration, with small towns: web and worker, each a process of its own."""
    if CHROMIUM is None:
        pytest.skip("chromium is not on this machine")
    folder = tmp_path_factory.mktemp("demonstration")
    port = free_port()
    around = {
        **os.environ,
        "COEURDEVILLE_DONNEES": str(folder / "site"),
        "COEURDEVILLE_API_PAR_MINUTE": "0",
        "COEURDEVILLE_ADRESSE": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "coeurdeville.web.settings",
    }
    around.pop("COEURDEVILLE_CLE", None)
    (folder / "site").mkdir()
    shutil.copyfile(tables, folder / "site" / "base.sqlite3")
    manage(around, "preparer")
    said = manage(around, "ouvrir_demo", *towns(folder), "--candidates", *candidates(folder))
    web = ["gunicorn", f"--bind=127.0.0.1:{port}", "--threads=4", "--log-level=error", "coeurdeville.web.wsgi"]
    commands = ([sys.executable, "-m", *web], [sys.executable, "-m", "django", "travailler"])
    with (folder / "journal").open("wb") as log:
        running = [subprocess.Popen(command, env=around, stdout=log, stderr=log) for command in commands]
        try:
            wait_for(f"http://127.0.0.1:{port}/sante/")
            yield Site(f"http://127.0.0.1:{port}", *accounts(said), around)
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait(30)


def towns(folder: Path) -> Iterator[str]:
    """Folders of the towns that publish a diagnostic: one that has all, one that has no trees."""
    for code, seed, without in (("00001", 1, ()), ("00002", 2, ("trees",))):
        write_dossier(make_town(buildings=200, seed=seed, code=code), folder / code, date.today(), without)
        yield str(folder / code)


def candidates(folder: Path) -> Iterator[str]:
    """Folders of those that only answer the call of season 2: an inventory with nothing in it."""
    for rank, name in enumerate(TOWNS[2:], 3):
        made = folder / f"{rank:05d}"
        made.mkdir()
        head = f'[ville]\nnom = "{name}"\ncommune = "{rank:05d}"\ncreee_le = 2022-01-01\n'
        (made / "ville.toml").write_text(head, "utf-8")
        yield str(made)


def accounts(said: str) -> tuple[str, dict[str, list[str]]]:
    """The password of the accounts, and the recovery codes of those that owe a second factor."""
    codes = {who: given.split(", ") for who, given in CODES.findall(said)}
    return said.split("mot de passe ")[1].split(maxsplit=1)[0], codes


def manage(around: dict[str, str], *arguments: str) -> str:
    """What a command of the site says; its failure is the test's."""
    command = [sys.executable, "-m", "django", *arguments]
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    """Until the site answers; two minutes at most."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"nothing answered at {address}")


@pytest.fixture(scope="package")
def browser(site: Site) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--enable-unsafe-swiftshader"]
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)


@pytest.fixture
def context(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    """A visitor who reads French, on a desk."""
    made = browser.new_context(base_url=site.address, locale="fr-FR", viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which an error of a script, or anything refused by the policy, fails the test."""
    made = context.new_page()
    said: list[str] = []
    made.on("pageerror", lambda error: said.append(str(error)))
    made.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    yield made
    assert said == []
