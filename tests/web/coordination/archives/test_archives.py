"""The export of a call and the page of retention, for the coordination alone."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from programme.monde import call
from pytest_django import DjangoAssertNumQueries, Settings
from web.monde import open_world

from coeurdeville.programme.models import Candidature


@pytest.fixture
def people(db: None, settings: Settings, tmp_path: Path) -> Callable[[str], Client]:
    settings.DATA = tmp_path
    return open_world()


def test_files_are_taken_by_the_coordination(people: Callable[[str], Client]) -> None:
    call()
    browser = people("coordination")
    page = browser.get("/coordination/appels/essai/export/").content.decode()
    for name in ("candidatures.csv", "notes.csv", "candidatures.xlsx", "archives.zip"):
        assert f"/coordination/appels/essai/export/{name}" in page
        answer = browser.get(f"/coordination/appels/essai/export/{name}")
        assert answer.status_code == 200
        assert b"".join(answer)
        assert people("referent").get(f"/coordination/appels/essai/export/{name}").status_code == 403
    assert browser.get("/coordination/appels/essai/export/autre.csv").status_code == 404
    answer = browser.get("/coordination/appels/essai/export/archives.zip")
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert "LISEZMOI.txt" in zipfile.ZipFile(BytesIO(content)).namelist()


@pytest.mark.parametrize("count", [1, 3, 200])
def test_retention_tells_when(
    count: int, people: Callable[[str], Client], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    appel = call(conservation={"brouillon": 6})
    for rank in range(count):
        Candidature.objects.create(appel=appel, commune=f"00{rank:03d}", nom=f"Ville {rank}")
    Candidature.objects.create(appel=appel, commune="00999", nom="Sans terme", etat="irrecevable")
    browser = people("coordination")
    with django_assert_num_queries(6):
        page = browser.get("/coordination/conservation/").content.decode()
    assert page.count("<tr>") == count + 1
    assert "Sans date" in page
