"""Every route of the site, asked by every role: `routes.yaml` says who is answered what."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings as site
from django.db import transaction
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings
from web.monde import ROLES, open_world

TABLE = yaml.safe_load(Path(__file__).with_name("routes.yaml").read_text("utf-8"))
ROWS: dict[str, dict[str, Any]] = TABLE["routes"]
EXCLUDED: dict[str, str] = TABLE["exclues"]
PROFILES: dict[str, list[str]] = TABLE["profils"]
LOGIN, SECOND = "/compte/connexion/?next=", "/compte/second-facteur/?next="


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """Patterns of the site as they are written, those of excluded applications as one."""
    for part in resolver.url_patterns:
        route = f"{before}{part.pattern}"
        if isinstance(part, URLPattern) or route in EXCLUDED:
            yield route
        else:
            yield from routes(part, route)


FOUND = sorted(set(routes(get_resolver(site.ROOT_URLCONF))))
WALKED = [route for route in FOUND if route in ROWS]
CASES = [(route, method) for route in WALKED for method in ROWS[route] if method != "arguments"]


def test_table_has_a_row_for_each_route_and_no_other() -> None:
    assert sorted({*ROWS, *EXCLUDED}) == FOUND


def test_each_exclusion_has_a_reason() -> None:
    assert all(len(reason) > 20 for reason in EXCLUDED.values())


def address(route: str) -> str:
    """The route with the arguments of its row, those of the table otherwise."""
    arguments = {**TABLE["arguments"], **ROWS[route].get("arguments", {})}
    parts = route.split("<")
    filled = [arguments[part.split(">")[0].split(":")[-1]] + part.split(">", 1)[1] for part in parts[1:]]
    return "/" + parts[0] + "".join(filled)


def expected(said: Any) -> dict[str, int]:
    """Status by role of a row: a profile, `[profile, status]`, or a mapping with exceptions by role."""
    row = said if isinstance(said, dict) else {"profil": said}
    profile, status = row["profil"] if isinstance(row["profil"], list) else (row["profil"], 200)
    found = {role: status if role in PROFILES[profile] else refusal(role) for role in ROLES}
    return {**found, **{role: code for role, code in row.items() if role != "profil"}}


def refusal(role: str) -> int:
    """What a role is answered where it has nothing to do."""
    return 302 if role in {"visiteur", "coordination_sans"} else 403


def ask(client: Client, method: str, path: str) -> Any:
    """The answer, read to its end when it is a file: it is closed then."""
    answer = getattr(client, method.lower())(path)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer


def leads_to_sign_in(location: str, role: str, path: str, method: str) -> bool:
    """A form that was sent by nobody may lead to itself first: it keeps what was typed, then asks who it is."""
    start = LOGIN if role == "visiteur" else SECOND
    return location.startswith(start) or (method == "POST" and location == path)


def refused_to_visitors(route: str) -> bool:
    """Whether a visitor who sends something there is asked who they are; not the forms of an account: passwords."""
    return expected(ROWS[route]["POST"])["visiteur"] == 302 and not route.startswith("compte/")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the site keeps of the town, made once: no test changes it for good."""
    return tmp_path_factory.mktemp("monde")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, folder: Path) -> Iterator[Callable[[str], Client]]:
    """The town and its people, made once; what a test does to them is undone after it, and all of it at the end."""
    with django_db_blocker.unblock(), override_settings(DATA=folder), transaction.atomic():
        yield open_world()
        transaction.set_rollback(True)


@pytest.fixture
def people(world: Callable[[str], Client], db: None, settings: Settings, folder: Path) -> Callable[[str], Client]:
    settings.DATA = folder
    settings.API_PER_MINUTE = 0
    return world


@pytest.mark.parametrize(("route", "method"), CASES, ids=[f"{method} {route}" for route, method in CASES])
def test_each_role_is_answered_what_the_table_says(route: str, method: str, people: Callable[[str], Client]) -> None:
    wanted, path, found = expected(ROWS[route][method]), address(route), {}
    for role in ROLES:
        answer = ask(people(role), method, path)
        found[role] = answer.status_code
        if wanted[role] == 302 and role not in PROFILES[str(_profile(ROWS[route][method]))]:
            assert leads_to_sign_in(answer.headers["Location"], role, path, method), (role, answer.headers["Location"])
    assert found == wanted


WITHOUT_A_WORD = ("visiteur", "sans_role", "referent", "coordination")
"""Those who are tried where the table says nothing: with the least rights, and with the most."""
SILENT = [(route, method) for route in WALKED for method in ("GET", "POST") if method not in ROWS[route]]


@pytest.mark.parametrize(("route", "method"), SILENT, ids=[f"{method} {route}" for route, method in SILENT])
def test_nothing_is_done_where_the_table_says_nothing_of_it(
    route: str, method: str, people: Callable[[str], Client]
) -> None:
    found = {role: ask(people(role), method, address(route)).status_code for role in WITHOUT_A_WORD}
    assert set(found.values()) <= {302, 403, 404, 405}, found
    assert found["referent"] != 302


SENT_TO = [route for route in WALKED if set(ROWS[route]) - {"arguments"} == {"POST"}]
"""Addresses that only take what is sent."""


@pytest.mark.parametrize("route", SENT_TO)
def test_nobody_signs_in_to_read_an_address_that_only_takes_what_is_sent(
    route: str, people: Callable[[str], Client]
) -> None:
    for role in ("visiteur", "sans_role", "coordination_sans"):
        answer = people(role).get(address(route))
        assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
        assert "Elle reçoit ce qu’un bouton ou un formulaire envoie" in answer.text


GUARDED = [route for route in WALKED if "POST" in ROWS[route] and refused_to_visitors(route)]


@pytest.mark.parametrize("route", GUARDED)
def test_what_is_sent_once_the_session_is_over_is_given_back_to_its_author(
    route: str, people: Callable[[str], Client]
) -> None:
    client, path, words = people("referent"), address(route), "Une heure de notes, puis le repas."
    client.get("/compte/")
    pages = client.get(path)  # a form that keeps its own words shows itself first
    del client.cookies["sessionid"]
    answer = client.post(path, {"motif": words})
    if pages.status_code == 200 and answer.headers["Location"] == path:
        answer = client.get(path)
    assert answer.headers["Location"].startswith(LOGIN)
    assert "est gardé" in client.get(answer.headers["Location"]).text
    assert words in str(dict(client.session))


@pytest.mark.parametrize("role", [role for role in ROLES if role != "coordination"])
def test_editors_desk_is_closed(role: str, people: Callable[[str], Client]) -> None:
    answer = people(role).get("/redaction/")
    assert answer.status_code == (302 if role == "visiteur" else 403)
    assert role != "visiteur" or answer.headers["Location"].startswith(LOGIN)


def _profile(said: Any) -> str:
    inner = said["profil"] if isinstance(said, dict) else said
    return inner[0] if isinstance(inner, list) else inner
