"""Writes the pages of docs/ that follow from the code: API, layers, schemas, services, sources, states,
problems, commands.

.venv/bin/python docs/generer                 writes them
.venv/bin/python docs/generer --verifier      writes nothing; names those that are not up to date, status 1
"""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "coeurdeville.web.settings"
os.environ["COEURDEVILLE_ADRESSE"] = "https://coeurdeville.example"
django.setup()

from api_page import api_page
from commands_page import commands_page
from layers_page import layers_page
from problems_page import problems_page
from schemas_page import schemas_page
from services_page import services_page
from sources_page import sources_page
from states_page import state_pictures, states_page
from writing import page

FOLDER = Path(__file__).parents[1]
PAGES: dict[str, Callable[[], Iterable[str]]] = {
    "api.md": api_page,
    "commandes.md": commands_page,
    "couches.md": layers_page,
    "erreurs.md": problems_page,
    "etats.md": states_page,
    "schemas.md": schemas_page,
    "services.md": services_page,
    "sources.md": sources_page,
}


def main() -> int:
    """Write what has changed, or only name it."""
    made = {FOLDER / name: page(parts()) for name, parts in PAGES.items()}
    made |= {FOLDER / name: picture for name, picture in state_pictures().items()}
    stale = {path: text for path, text in made.items() if not path.is_file() or path.read_text("utf-8") != text}
    checking = "--verifier" in sys.argv
    for path, text in stale.items():
        sys.stdout.write(f"docs/{path.relative_to(FOLDER)}{' n’est pas à jour' if checking else ''}\n")
        if not checking:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    return 1 if checking and stale else 0


sys.exit(main())
