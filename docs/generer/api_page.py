"""docs/api.md: every address of the API, its parameters, the keys of its answer, its example."""

import textwrap
from collections.abc import Iterator

from writing import NOTE, table

from coeurdeville.api.document import openapi
from coeurdeville.api.interface import api
from coeurdeville.api.reading import Told, sections
from coeurdeville.api.usage import USAGE
from coeurdeville.core.french import spaced

BEFORE = """\
Sur un site, la même page est à l’adresse `/api/`, avec les réponses de ce site, et le document OpenAPI 3.1 à l’adresse
`/api/openapi.json`. Les exemples sont ceux d’une ville fictive, ou de ce que le logiciel sait partout ; les tests les
rejouent."""
LONG = 60
"""Lines of an example that are shown."""


def api_page() -> Iterator[str]:
    """The page."""
    yield from ("# L’API", NOTE, api.description, f"Version {openapi()['info']['version']}.", BEFORE)
    for title, texts in USAGE:
        yield f"## {title}"
        yield from (textwrap.fill(text, 120) for text in texts)
    for tag, routes in sections().items():
        yield f"## {tag}"
        for route in routes:
            yield from _route(route)


def _route(route: Told) -> Iterator[str]:
    yield f"### {route.summary}"
    yield f"`GET {route.path}`"
    if route.description:
        yield route.description
    if route.parameters:
        rows = ((f"`{one.name}`", one.place, one.words, one.limits) for one in route.parameters)
        yield table(("paramètre", "où", "sens", "valeurs"), rows)
    if route.keys:
        yield table(("clé", "type", "sens"), ((f"`{one.path}`", one.kind, one.words) for one in route.keys))
    yield f'```sh\ncurl "{route.request}"\n```'
    yield _shown(route)


def _shown(route: Told) -> str:
    """The answer, as much of it as a page bears; the whole of it is what the address gives."""
    lines = route.answer.rstrip("\n").splitlines()
    cut = spaced(f"Suivent {len(lines) - LONG} lignes.") if len(lines) > LONG else ""
    language = "json" if "json" in route.media else "text"
    return f"```{language}\n{chr(10).join(lines[:LONG])}\n```" + (f"\n\n{cut}" if cut else "")
