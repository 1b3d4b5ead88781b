"""From a sent file to the repaired one: the report, the mapping and its correction, the downloads, the package."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from coeurdeville.core.problems import KINDS, Kind
from coeurdeville.demo.dirt_trees import spoil_trees
from coeurdeville.demo.town import make_town
from coeurdeville.schemas.catalogue import own_schemas
from coeurdeville.web.public.schemas.checking import steps
from coeurdeville.web.public.schemas.checking.giving import repaired_file
from coeurdeville.web.public.schemas.checking.kept import Kept, kept, purge
from coeurdeville.web.public.schemas.checking.state import Step
from coeurdeville.web.public.schemas.checking.words import CURES

from .conftest import said_of, saved

pytestmark = pytest.mark.django_db
RAW = b"""nom_latin;haut_tot;diam_cm;lon;lat;situ;adresse;agent
Tilia cordata;12,5;38;3,2876;49,8473;A;=HYPERLINK(1);Jeanne Dupont
Quercus robur;9;41;3,2877;49,8474;I;Place du March\xc3\xa9;Paul Martin
"""


def rows(client: Client, address: str, name: str) -> list[dict[str, str]]:
    content = saved(client.get(f"{address}fichiers/{name}")).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content), delimiter=";" if name in ("rejets.csv", "journal.csv") else ","))


def test_valid_example_is_recognised_and_conforms(checked: Callable[..., str], client: Client) -> None:
    content = (own_schemas()["mesures-temperature"] / "exemple-valide.csv").read_bytes()
    address = checked("exemple.csv", content)
    said = said_of(client.get(address))
    assert "reconnu d’après ses colonnes" in said
    assert "Le verdict Conforme" in said


def test_faulty_example_is_reported_in_full(checked: Callable[..., str], client: Client) -> None:
    content = (own_schemas()["arbres-urbains"] / "exemple-invalide.csv").read_bytes()
    address = checked("exemple.csv", content, schema="arbres-urbains")
    assert "Le verdict Non conforme" in said_of(client.get(address))
    errors = saved(client.get(f"{address}fichiers/erreurs.csv")).decode("utf-8-sig").splitlines()
    verdict = json.loads(saved(client.get(f"{address}fichiers/verdict.json")))
    assert len(errors) - 1 == verdict["erreurs"] == 9


def test_raw_file_is_mapped_then_repaired(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains", commune="Saint-Quentin (02)")
    columns = said_of(client.get(f"{address}colonnes/"))
    assert "Hauteur totale (m) sûre" in columns
    assert "agent 2 cellules remplies données personnelles J…" in columns
    assert "Dupont" not in columns
    made = rows(client, address, "arbres-urbains.csv")
    assert [(one["genre"], one["hauteur"], one["diametre"], one["code_insee"]) for one in made] == [
        ("Tilia", "12.5", "38", "02691"), ("Quercus", "9", "41", "02691")
    ]  # fmt: skip
    assert [one["adresse"] for one in made] == ["'=HYPERLINK(1)", "Place du Marché"]


def test_places_far_from_the_commune_leave_a_report_and_a_repaired_file(
    checked: Callable[..., str], client: Client
) -> None:
    raw = RAW.replace(b";lon;lat;", b";x;y;").replace(b"3,2876;49,8473", b"12;15").replace(b"3,2877;49,8474", b"13;16")
    address = checked("arbres.csv", raw, schema="arbres-urbains", commune="02691")
    report = said_of(client.get(address))
    assert "Le verdict Non conforme" in report
    assert "https://coeurdeville.example" not in report
    assert "unmatched-header" not in report
    for page in ("colonnes/", "repare/"):
        said = said_of(client.get(f"{address}{page}"))
        assert "EPSG:2154" not in said.partition("Système de coordonnées")[0]
        assert "ville.toml" not in said
    assert "Les coordonnées ne tombent pas près de la commune" in said_of(client.get(f"{address}colonnes/"))
    verdict = json.loads(saved(client.get(f"{address}fichiers/verdict.json")))
    assert verdict["schema"]["adresse"] == "http://127.0.0.1:8000/schemas/arbres-urbains/"


def test_advice_never_speaks_of_a_file_that_the_visitor_does_not_have() -> None:
    assert not [cure for cure in CURES.values() if "ville.toml" in cure or "--" in cure]
    readers = {"readers.settling", "readers.crs", "readers.coordinates", "readers.header"}
    modules = [import_module(f"coeurdeville.{name}") for name in sorted(readers)]
    told = [one for module in modules for one in vars(module).values() if isinstance(one, Kind)]
    assert {one.code for one in told if "ville.toml" in one.cure} <= set(CURES) <= set(KINDS)


def test_persons_are_in_no_file_and_it_is_said(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains", commune="02691")
    assert "« agent » : son nom dit un agent" in said_of(client.get(f"{address}repare/"))
    for name in ("arbres-urbains.csv", "rejets.csv", "journal.csv", "correspondance.toml"):
        content = saved(client.get(f"{address}fichiers/{name}"))
        assert b"Dupont" not in content
        assert b"Martin" not in content


def form_of(client: Client, address: str) -> dict[str, str]:
    """The form of the mapping as a browser would send it back."""
    page = client.get(f"{address}colonnes/").content.decode()
    sent = dict(re.findall(r'<input type="hidden" name="(codes-[^"]+)" value="([^"]*)"', page))
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', options)
        sent[name] = "" if chosen is None else chosen[1] if chosen[1] is not None else chosen[2]
    return sent | dict.fromkeys(re.findall(r'name="(etat-\d+)" checked', page), "on")


def test_corrected_mapping_makes_another_file(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains", commune="02691")
    sent = form_of(client, address)
    assert sent["champ-hauteur"] == "haut_tot"
    assert sent["champ-situation"] == ""
    response = client.post(f"{address}colonnes/", {**sent, "champ-hauteur": "", "champ-situation": "situ"})
    assert response["Location"] == f"{address}repare/"
    coded = form_of(client, address)
    assert (coded["codes-situation"], coded["valeur-situation-0"]) == ("situ", "")
    translated = {"valeur-situation-0": "alignement", "valeur-situation-1": "isolé"}
    client.post(f"{address}colonnes/", {**coded, **translated})
    made = rows(client, address, "arbres-urbains.csv")
    assert [(one["hauteur"], one["situation"]) for one in made] == [("", "alignement"), ("", "isolé")]
    assert "code remplacé par la valeur du dictionnaire" in said_of(client.get(f"{address}repare/"))


def test_translating_the_codes_of_a_proposed_column_confirms_it(checked: Callable[..., str], client: Client) -> None:
    raw = b"nom_latin;haut_tot;lon;lat;remarquable\nTilia cordata;12;3,28;49,84;1\nTilia cordata;9;3,29;49,85;2\n"
    address = checked("arbres.csv", raw, schema="arbres-urbains", commune="02691")
    sent = form_of(client, address)
    assert (sent["champ-remarquable"], sent["codes-remarquable"]) == ("", "remarquable")
    client.post(f"{address}colonnes/", sent | {"valeur-remarquable-0": "non", "valeur-remarquable-1": "oui"})
    assert [one["remarquable"] for one in rows(client, address, "arbres-urbains.csv")] == ["non", "oui"]


def test_constant_and_unit_are_taken(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains")
    said = said_of(client.get(f"{address}repare/"))
    assert "Aucune ligne n’est encore conforme" in said
    assert "Sinon, une colonne obligatoire" in said
    sent = form_of(client, address) | {"constante-code_insee": "02691", "unite-hauteur": "dm"}
    client.post(f"{address}colonnes/", sent)
    assert [one["hauteur"] for one in rows(client, address, "arbres-urbains.csv")] == ["1.25", "0.9"]


def test_wrong_correction_is_said_with_its_fields_and_changes_nothing(
    checked: Callable[..., str], client: Client
) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains", commune="02691")
    before = saved(client.get(f"{address}fichiers/correspondance.toml"))
    wrong = {"champ-quartier": "haut_tot", "champ-adresse": "absente", "unite-hauteur": "lieue", "x": "lon"}
    response = client.post(f"{address}colonnes/", form_of(client, address) | wrong)
    said = said_of(response)
    assert response.status_code == 400
    assert "La colonne « haut_tot » est choisie pour plusieurs champs" in said
    assert "« absente » n’est pas une colonne du fichier." in said
    assert "« lieue » n’est pas une unité de longueur." in said
    assert "Une seule des deux colonnes de coordonnées est choisie." in said
    assert saved(client.get(f"{address}fichiers/correspondance.toml")) == before


def test_another_schema_or_commune_starts_again(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains")
    client.post(f"{address}choix/", {"schema": "espaces-verts", "commune": "02691"})
    said = said_of(client.get(address))
    assert "Espaces verts" in said
    assert "Commune : Saint-Quentin." in said
    assert client.get(f"{address}fichiers/arbres-urbains.csv").status_code == 404
    refused = client.post(f"{address}choix/", {"schema": "inconnu", "commune": "Nullepart-sur-Rien"})
    assert refused.status_code == 400
    assert "Espaces verts" in said_of(client.get(address))


SAID = {
    "titre": "Arbres de Saint-Quentin", "description": "Arbres d’alignement.", "producteur": "Ville de Saint-Quentin",
    "licence": "Licence Ouverte 2.0", "millesime": "2026", "frequence": "Annuelle", "mots_cles": "arbre, ombre",
    "service": "Service des espaces verts", "contact": "espaces-verts@ville.example", "page": "https://ville.example/",
}  # fmt: skip


def test_package_is_made_from_what_is_said(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains", commune="02691")
    response = client.post(f"{address}paquet/", SAID)
    assert response.status_code == 302, said_of(response)
    package = zipfile.ZipFile(io.BytesIO(saved(client.get(response["Location"]))))
    names = package.namelist()
    assert "arbres-de-saint-quentin/arbres-de-saint-quentin.csv" in names
    assert "arbres-de-saint-quentin/schema.json" in names
    assert not any(b"Dupont" in package.read(name) for name in names)


def test_package_says_everything_that_lacks(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains", commune="02691")
    response = client.post(f"{address}paquet/", SAID | {"titre": " ", "page": ""})
    assert response.status_code == 400
    assert "Il manque : titre." in said_of(response)
    assert "Il manque : page du jeu de données." in said_of(response)
    assert client.get(f"{address}fichiers/paquet.zip").status_code == 404


def test_package_whose_words_cannot_be_read_is_refused(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains", commune="02691")
    assert "Le millésime « hier » n’est pas lisible." in said_of(
        client.post(f"{address}paquet/", SAID | {"millesime": "hier"})
    )


def test_dirty_inventory_of_a_town_comes_out_conforming(
    checked: Callable[..., str], client: Client, tmp_path: Path
) -> None:
    (tmp_path / "sale").mkdir()
    spoil_trees(make_town(buildings=200, seed=1), tmp_path / "sale")
    (file,) = [one for one in (tmp_path / "sale").rglob("*") if one.is_file()]
    address = checked(file.name, file.read_bytes())
    assert "Arbres urbains" in said_of(client.get(address))
    sent = form_of(client, address) | {"constante-code_insee": "00001"}
    client.post(f"{address}colonnes/", sent)
    outcome = kept(address.split("/")[-2])
    assert outcome is not None
    told = outcome.told("bilan.json")
    assert told["lignes"] + told["rejets"] == dict(told["compte"])["lignes lues"]


def test_pages_of_a_checking_are_for_its_visitor_alone(checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains")
    for page in ("", "colonnes/", "repare/", "fichiers/rapport.html"):
        response = client.get(address + page)
        response.close()
        assert response["Cache-Control"] == "private, no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("token", ["x" * 32, "..", "%2e%2e%2fsecret", "a" * 31])
def test_token_that_opens_nothing_has_a_page_that_says_what_to_do(token: str, client: Client) -> None:
    response = client.get(f"/schemas/verifier/{token}/")
    assert response.status_code == 404


def test_address_that_was_deleted_says_so(checked: Callable[..., str], client: Client, data: Path) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains")
    assert "Le fichier est effacé" in said_of(client.post(f"{address}effacer/"))
    assert list((data / "verifications").iterdir()) == []
    assert "Cette vérification n’est plus là" in said_of(client.get(address))


@pytest.mark.parametrize("name", ["etat.json", "bilan.json", "proposition.json", "..%2fetat.json", "rejets.txt"])
def test_only_results_can_be_downloaded(name: str, checked: Callable[..., str], client: Client) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains")
    assert client.get(f"{address}fichiers/{name}").status_code == 404


def aged(data: Path, hours: int) -> Kept:
    """The one checking there is, as if it had begun long ago."""
    (folder,) = (data / "verifications").iterdir()
    found = Kept(folder)
    state = found.state
    began = (timezone.now() - timedelta(hours=hours)).isoformat()
    found.save(type(state)(**{**vars(state), "begun": began}))
    return found


def test_checking_is_deleted_after_a_day(checked: Callable[..., str], client: Client, data: Path) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains")
    aged(data, 23)
    assert purge() == 0
    assert client.get(address).status_code == 200
    aged(data, 25)
    out = io.StringIO()
    call_command("purger_verifications", stdout=out)
    assert out.getvalue() == "1\u00a0vérification effacée\n"
    assert list((data / "verifications").iterdir()) == []


def test_checking_that_is_over_is_deleted_when_it_is_opened(
    checked: Callable[..., str], client: Client, data: Path
) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains")
    aged(data, 25)
    assert client.get(address).status_code == 404
    assert list((data / "verifications").iterdir()) == []


def test_repaired_file_can_be_taken_over_by_a_space(checked: Callable[..., str]) -> None:
    token = checked("arbres.csv", RAW, schema="arbres-urbains", commune="02691").split("/")[-2]
    given = repaired_file(token)
    assert given is not None
    assert (given.schema, given.original, given.commune) == ("arbres-urbains", "arbres.csv", "02691")
    assert given.table.read_text().startswith("id,longitude,latitude,")
    assert repaired_file("x" * 32) is None


def test_hostile_names_and_cells_are_shown_as_text(checked: Callable[..., str], client: Client) -> None:
    raw = b"nom_latin;haut_tot;<script>alert(1)</script>\n<img src=x onerror=alert(1)>;x;y\n"
    address = checked("<script>.csv", raw, schema="arbres-urbains")
    for page in ("", "colonnes/", "repare/"):
        content = client.get(address + page).content
        assert b"<script>alert" not in content
        assert b"<img src=x" not in content


@pytest.fixture
def long_files(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any file is too long for a page, and no worker is there yet."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    monkeypatch.setattr(steps, "AT_ONCE", 0)


@pytest.mark.usefixtures("long_files")
def test_long_file_has_a_page_that_loads_itself_again(checked: Callable[..., str], client: Client, data: Path) -> None:
    address = checked("arbres.csv", RAW, schema="arbres-urbains")
    page = client.get(address)
    assert (page.status_code, page["Refresh"]) == (202, "3")
    assert "La vérification est en cours." in said_of(page)
    assert client.get(f"{address}repare/")["Location"] == address
    (folder,) = (data / "verifications").iterdir()
    steps.advance(Kept(folder))
    assert "Le verdict" in said_of(client.get(address))


@pytest.mark.usefixtures("long_files")
def test_work_of_a_killed_worker_is_resumed_where_it_was(checked: Callable[..., str], data: Path) -> None:
    checked("arbres.csv", RAW, schema="arbres-urbains")
    (folder,) = (data / "verifications").iterdir()
    found = Kept(folder)
    found.put("rapport.html", b"the report of the worker that was killed")
    steps.advance(found)
    assert found.state.step is Step.DONE
    assert found.result("rapport.html").read_bytes() == b"the report of the worker that was killed"
    assert found.result("arbres-urbains.csv").is_file() is False
    assert found.told("bilan.json")["rejets"] == 2


@pytest.mark.usefixtures("long_files")
def test_two_workers_do_not_do_the_same_work(checked: Callable[..., str], data: Path) -> None:
    checked("arbres.csv", RAW, schema="arbres-urbains")
    (folder,) = (data / "verifications").iterdir()
    with Kept(folder).working() as mine:
        assert mine
        assert Kept(folder).busy
        steps.advance(Kept(folder))
        assert Kept(folder).state.step is Step.TO_DO
    steps.advance(Kept(folder))
    assert Kept(folder).state.step is Step.DONE
