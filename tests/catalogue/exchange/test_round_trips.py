"""Written then read, entries are the same for what the form holds; what it does not hold is told."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.catalogue.exchange import dcat_ap, ecologie, etalab, scdl
from coeurdeville.catalogue.exchange.contract import Imported, Publisher
from coeurdeville.catalogue.exchange.formats import exchange_named, exchange_of, exchanges
from coeurdeville.cli.inventaires.exporter import FORMATS
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.core.problems import Level, Refused
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Ouverture

TODAY = date(2026, 11, 25)
Again = Callable[[str, Ville], Imported]
HELD = {"scdl": scdl.HELD, "etalab": etalab.HELD, "collections": ecologie.HELD, "dcat": dcat_ap.HELD}


def one(ville: Ville, donnee: Donnee) -> Ville:
    return replace(ville, donnees=(donnee,))


def test_commands_name_every_form() -> None:
    assert sorted(FORMATS) == list(exchanges())


@pytest.mark.parametrize("slug", FORMATS)
def test_form_is_recognised_by_its_content_whatever_its_name(
    slug: str, town: Ville, publisher: Publisher, tmp_path: Path
) -> None:
    path = tmp_path / "sans-extension"
    path.write_bytes(exchange_named(slug).write(town, publisher).content)
    assert exchange_of(path).slug == slug


@pytest.mark.parametrize("slug", ["scdl", "etalab", "collections", "dcat"])
def test_what_the_form_holds_comes_back(slug: str, town: Ville, again: Again) -> None:
    before = replace(town.donnees[0], id="arbres-de-valbois") if slug == "etalab" else town.donnees[0]
    (after,) = again(slug, one(town, before)).donnees
    for name in HELD[slug] - {"statuts"}:
        assert getattr(after, name) == getattr(before, name), name
    if "statuts" in HELD[slug]:
        assert (after.ouverture, after.statut and after.statut.date) == (before.ouverture, before.statuts[-1].date)
    assert after.autres["description"] == before.autres["description"]


def test_workbook_gives_back_everything(town: Ville, again: Again) -> None:
    imported = again("classeur", town)
    assert imported.donnees == town.donnees
    assert [one for one in imported.problems if one.level is not Level.NOTE] == []


@pytest.mark.parametrize(
    ("slug", "words"),
    [("scdl", "les coopérations (1)"), ("dcat", "« Niveau » (2)"), ("collections", "« Licence » (2)")],
)
def test_fields_that_are_not_held_are_told_together_with_their_counts(
    slug: str, words: str, town: Ville, publisher: Publisher
) -> None:
    said = [one for one in exchange_named(slug).write(town, publisher).problems if one.code == "echange-champ-perdu"]
    (note,) = said
    assert words in note.message.replace("\u00a0", " ")
    assert note.level is Level.NOTE


def test_open_catalogue_leaves_out_what_is_not_open_and_says_it(town: Ville, publisher: Publisher) -> None:
    exported = exchange_named("scdl").write(town, publisher)
    assert exported.written == 1
    (told,) = [one for one in exported.problems if "déjà ouvert" in one.message]
    assert told.examples == ("pluvial", "friches")


def test_a_row_that_cannot_be_valid_is_refused_with_what_it_lacks(town: Ville, publisher: Publisher) -> None:
    poor = replace(town.donnees[0], id="autres", autres={}, licence=UNKNOWN)
    exported = exchange_named("scdl").write(replace(town, donnees=(*town.donnees, poor)), publisher)
    (refused,) = [one for one in exported.problems if one.code == "echange-ligne-refusee"]
    assert "autres" in refused.message
    for column in ("DESCRIPTION", "DATE_PUBL", "DATE_MAJ", "LICENCE"):
        assert column in refused.message
    assert "TITRE" not in refused.message
    assert exported.written == 1


def test_nothing_is_written_when_no_row_is_valid(town: Ville, publisher: Publisher) -> None:
    anonymous = replace(publisher, body=replace(publisher.body, siret=""))
    with pytest.raises(Refused) as refused:
        exchange_named("scdl").write(town, anonymous)
    codes = [one.code for one in refused.value.problems]
    assert codes[0] == "echange-vide"
    assert "COLL_SIRET" in refused.value.problems[1].message


def test_collection_says_which_statuses_it_blurs_and_keeps_them_for_us(
    town: Ville, publisher: Publisher, again: Again
) -> None:
    exported = exchange_named("collections").write(town, publisher)
    elements = json.loads(exported.content)["elements"]
    words = [one["extras"]["ecospheres"]["availability"] for one in elements]
    assert words == ["url available", "missing", "missing"]
    (told,) = [one for one in exported.problems if one.code == "echange-statut-simplifie"]
    assert told.count == 2
    assert [one.ouverture for one in again("collections", town).donnees] == [one.ouverture for one in town.donnees]


@pytest.mark.parametrize(
    ("word", "uri", "status", "address"),
    [
        ("available", "/datasets/67a497a30f69225d739b8b5b", Ouverture.OUVERTE,
         "https://www.data.gouv.fr/datasets/67a497a30f69225d739b8b5b"),
        ("url available", "http://example.com", Ouverture.NON_RENSEIGNE, "http://example.com"),
        ("missing", None, Ouverture.NON_RENSEIGNE, ""),
        ("not available", None, Ouverture.NON_RENSEIGNE, ""),
    ],
)  # fmt: skip
def test_elements_made_on_the_site_say_no_more_than_they_know(
    word: str, uri: str | None, status: Ouverture, address: str, tmp_path: Path
) -> None:
    extras = {"ecospheres": {"availability": word, "uri": uri, "group": "Arbres"}}
    element = {"title": "Les arbres", "description": "Pourquoi", "element": None, "extras": extras}
    path = tmp_path / "page.json"
    path.write_text(json.dumps({"data": [element], "next_page": None}))
    assert exchange_of(path).slug == "collections"
    (found,) = exchange_named("collections").read(path, TODAY).donnees
    assert (found.couche, found.ouverture, found.adresse) == ("arbres", status, address)
    assert bool(found.statuts) is (word == "available")
    assert bool(found.autres.get("motif_lu")) is (word in ("url available", "missing"))


def test_dataset_on_the_national_portal_is_pointed_to(town: Ville, publisher: Publisher) -> None:
    address = "https://www.data.gouv.fr/fr/datasets/67a497a30f69225d739b8b5b/"
    exported = exchange_named("collections").write(one(town, replace(town.donnees[0], adresse=address)), publisher)
    (element,) = json.loads(exported.content)["elements"]
    assert element["element"] == {"class": "Dataset", "id": "67a497a30f69225d739b8b5b"}
    assert element["extras"]["ecospheres"]["availability"] == "available"


def test_dcat_from_elsewhere_is_read_flat_or_with_whole_names(tmp_path: Path) -> None:
    dct, dcat = "http://purl.org/dc/terms/", "http://www.w3.org/ns/dcat#"
    graph = [
        {"@id": "https://example.org/a", "@type": [f"{dcat}Dataset"], f"{dct}title": [{"@value": "Arbres"}],
         f"{dct}publisher": [{"@id": "_:b0"}], f"{dcat}distribution": [{"@id": "_:b1"}]},
        {"@id": "_:b0", "http://xmlns.com/foaf/0.1/name": [{"@value": "Ville de Valbois"}]},
        {"@id": "_:b1", "@type": f"{dcat}Distribution", f"{dct}license": {"@id": "https://www.etalab.gouv.fr/licence-ouverte-open-licence"}},
    ]  # fmt: skip
    path = tmp_path / "catalogue.jsonld"
    path.write_text(json.dumps({"@graph": graph}))
    (found,) = exchange_named("dcat").read(path, TODAY).donnees
    assert (found.id, found.couche, found.producteur, found.licence.key) == (
        "arbres",
        "arbres",
        "Ville de Valbois",
        "lov2",
    )
    assert found.statuts == ()


def test_etalab_says_that_it_loses_the_status_and_a_closed_entry_never_comes_back_open(
    town: Ville, publisher: Publisher, again: Again
) -> None:
    told = {"service_referent": "Service des eaux", "producteur": "Ville de Valbois"}
    autres = {"description": "D", "mots_cles": "eau", "territoire": "Valbois", "formats": "csv"}
    closed = replace(town.donnees[1], **told, autres=autres)
    exported = exchange_named("etalab").write(one(town, closed), publisher)
    codes = {problem.code: problem for problem in exported.problems}
    assert codes["echange-statut-perdu"].examples == ("pluvial",)
    assert "le statut d’ouverture" in codes["echange-champ-perdu"].message
    (after,) = again("etalab", one(town, closed)).donnees
    assert after.ouverture is Ouverture.NON_RENSEIGNE


def test_what_is_deduced_is_said_once(town: Ville, publisher: Publisher) -> None:
    exported = exchange_named("scdl").write(town, publisher)
    (told,) = [problem for problem in exported.problems if problem.code == "echange-valeur-deduite"]
    for words in ("la période", "le thème", "le nombre de ressources (1)".removesuffix(" (1)")):
        assert words in told.message
    said = replace(town.donnees[0], autres={**town.donnees[0].autres, "theme": "Arbres", "nombre_ressources": "1"})
    (less,) = [
        problem
        for problem in exchange_named("scdl").write(one(town, said), publisher).problems
        if problem.code == "echange-valeur-deduite"
    ]
    assert "le thème" not in less.message
    assert "le nombre de ressources" not in less.message


@pytest.mark.parametrize("slug", ["etalab", "dcat", "scdl"])
def test_a_date_that_cannot_be_read_is_told_as_such(slug: str, town: Ville, publisher: Publisher) -> None:
    rich = town.donnees[0]
    wrong = replace(rich, id="b", autres={**rich.autres, "date_maj": "15/13/2024"})
    exported = exchange_named(slug).write(replace(town, donnees=(rich, wrong)), publisher)
    (told,) = [problem for problem in exported.problems if problem.code == "echange-valeur-illisible"]
    assert "15/13/2024" in told.examples[0]
    refused = [problem.message for problem in exported.problems if problem.code == "echange-ligne-refusee"]
    assert all("15/13/2024" in message for message in refused)
    assert bool(refused) is (slug == "scdl")


def test_formulas_are_written_harmless_and_come_back(town: Ville, publisher: Publisher, again: Again) -> None:
    wild = replace(town.donnees[0], titre="=HYPERLINK(1)", producteur="'+33", statuts=town.donnees[0].statuts[-1:])
    wild = replace(wild, autres={**wild.autres, "producteur_siret": publisher.body.siret})
    content = exchange_named("scdl").write(one(town, wild), publisher).content.decode()
    assert ",'=HYPERLINK(1)," in content
    for slug in ("scdl", "classeur"):
        (after,) = again(slug, one(town, wild)).donnees
        assert (after.titre, after.producteur) == (wild.titre, wild.producteur)
