"""Feeds, map of the site, rules for robots."""

from collections.abc import Callable
from datetime import datetime
from xml.etree import ElementTree

import pytest
from django.test import Client
from page_reading import faults, read
from programme.cas_usage.fiches import published
from pytest_django import Settings

from coeurdeville.espaces.lieux import editions
from coeurdeville.espaces.models import Edition
from coeurdeville.reports.editions import Established
from coeurdeville.territories.perimeter import programme

Publish = Callable[[int], list[Edition]]
pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def test_atom(client: Client, publications: Publish) -> None:
    publications(2)
    feed = ElementTree.fromstring(client.get("/flux/atom.xml").content)
    assert [one.text for one in feed.findall("a:entry/a:title", ATOM)] == [
        "Diagnostic de Redon, 02/11/2026", "Diagnostic de Saint-Quentin, 01/11/2026",
    ]  # fmt: skip
    assert feed.find("a:entry/a:link", ATOM).attrib["href"] == (  # type: ignore[union-attr]
        "http://127.0.0.1:8000/ville/35236-redon/versions/2026-11-02/"
    )
    assert feed.find("a:link[@rel='self']", ATOM).attrib["href"] == "http://127.0.0.1:8000/flux/atom.xml"  # type: ignore[union-attr]


def test_each_entry_of_atom_says_when_it_was_published(client: Client, publications: Publish) -> None:
    edition = publications(1)[0]
    published()
    feed = ElementTree.fromstring(client.get("/flux/atom.xml").content)
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == 2
    for entry in entries:  # the standard asks for one of each in every entry
        assert [len(entry.findall(f"a:{name}", ATOM)) for name in ("id", "title", "updated")] == [1, 1, 1]
    told = {datetime.fromisoformat(entry.findtext("a:updated", "", ATOM)) for entry in entries}
    assert edition.publiee_le is not None
    assert edition.publiee_le.replace(microsecond=0) in told


def test_atom_names_who_runs_the_site(client: Client, settings: Settings) -> None:
    settings.PUBLISHER = "Agence d’essai"
    feed = ElementTree.fromstring(client.get("/flux/atom.xml").content)
    assert feed.findtext("a:author/a:name", None, ATOM) == "Agence d’essai"


def test_rss(client: Client, publications: Publish) -> None:
    publications(1)
    feed = ElementTree.fromstring(client.get("/flux/rss.xml").content)
    assert [one.text for one in feed.iter("title")][1:] == ["Diagnostic de Saint-Quentin, 01/11/2026"]
    assert feed.findtext("channel/language") == "fr"


def test_published_card_is_in_the_feeds_and_in_the_map(client: Client) -> None:
    published()
    feed = ElementTree.fromstring(client.get("/flux/atom.xml").content)
    assert [one.text for one in feed.findall("a:entry/a:title", ATOM)] == [
        "Cas d’usage\u00a0: Patrimoine arboré, Bruyères-lès-Aulnes"
    ]
    assert (
        b"<loc>http://127.0.0.1:8000/cas-usage/bruyeres-les-aulnes-patrimoine-arbore/</loc>"
        in client.get("/sitemap.xml").content
    )
    assert "Patrimoine arboré" in client.get("/flux/").content.decode()


def test_an_edition_withdrawn_leaves_the_feeds(client: Client, publications: Publish) -> None:
    edition = publications(1)[0]
    Edition.objects.update(retiree_le=edition.publiee_le)
    assert b"<entry>" not in client.get("/flux/atom.xml").content


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"), [("/flux/", 2), ("/flux/atom.xml", 2), ("/flux/rss.xml", 2), ("/sitemap.xml", 2)]
)
def test_two_queries(
    address: str,
    queries: int,
    count: int,
    client: Client,
    publications: Publish,
    django_assert_num_queries: Callable[[int], object],
) -> None:
    publications(count)
    with django_assert_num_queries(queries):  # type: ignore[attr-defined]
        client.get(address)


@pytest.mark.parametrize("count", [0, 2])
def test_the_page(count: int, client: Client, publications: Publish, misprints: Callable[[str], list[str]]) -> None:
    publications(count)
    content = client.get("/flux/").content
    assert faults(content) == []
    assert [text for text in read(content).texts if misprints(text)] == []


def test_the_map_lists_pages_under_the_public_address(client: Client, publications: Publish) -> None:
    publications(1)
    found = [one.text for one in ElementTree.fromstring(client.get("/sitemap.xml").content).iter(SITEMAP)]
    for address in ("/", "/services/trame-noire/", "/donnees/friches/", "/schemas/arbres-urbains/",
                    "/ville/02691-saint-quentin/"):  # fmt: skip
        assert f"http://127.0.0.1:8000{address}" in found
    assert len(set(found)) == len(found)


def test_the_map_lists_every_town_of_the_programme_and_says_when_diagnostics_were_published(
    client: Client, publications: Publish
) -> None:
    publications(1)
    told = ElementTree.fromstring(client.get("/sitemap.xml").content)
    changed = {one[0].text: one.findtext(SITEMAP.replace("loc", "lastmod")) for one in told}
    home = "http://127.0.0.1:8000"
    assert changed[f"{home}/ville/02691-saint-quentin/"] == "2026-11-01"
    assert changed[f"{home}/ville/02691-saint-quentin/versions/"] == "2026-11-01"
    assert changed[f"{home}/ville/35236-redon/"] is None
    assert len([one for one in changed if one and one.startswith(f"{home}/ville/")]) == len(programme()) + 1


def test_the_map_lists_the_services_of_a_diagnostic(
    client: Client, publications: Publish, established: Established
) -> None:
    (edition,) = publications(1)
    edition.identifiant = editions().put("02691", established.files, edition.etablie_le)
    edition.save()
    assert "/ville/02691-saint-quentin/patrimoine-arbore/</loc>" in client.get("/sitemap.xml").content.decode()


def test_robots_are_kept_from_private_pages(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /espace/\n" in text
    assert text.endswith("Sitemap: http://127.0.0.1:8000/sitemap.xml\n")
