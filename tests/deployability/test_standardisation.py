"""Which data should enter the common base next: each term of the score, the order, and what other weights would say."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.core.licences import UNKNOWN
from coeurdeville.deployability.matrix import Matrix, matrix
from coeurdeville.deployability.national import NationalOffer
from coeurdeville.deployability.provider import Doubt, Place, Provider
from coeurdeville.deployability.standardisation import candidates, national, ranks, set_aside
from coeurdeville.deployability.standardisation_table import COLUMNS, write_csv
from coeurdeville.deployability.standardisation_words import FORMULA, of_candidate, of_ranks
from coeurdeville.deployability.standards import Agreed, Standard, standard_of
from coeurdeville.deployability.town import TownInventory
from coeurdeville.layers.catalogue import DataKind, kind_named
from coeurdeville.layers.facilities import Facilities
from coeurdeville.layers.trees import Trees
from coeurdeville.schemas.socle_commun import common_base
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.described import Described, Sort

FOUNTAINS, PIPES, SOILS = kind_named("fontaines"), kind_named("reseau-pluvial"), kind_named("humidite-des-sols")
PEOPLE = {"00001": 1000, "00002": 10, "00003": 1}


def asking(slug: str, needs: list[DataKind], improvements: list[DataKind]) -> Described:
    return Described("x", slug, slug, "?", Theme.CLIMATE, Sort.NEW, {kind.id: kind for kind in needs},
                     {kind.id: kind for kind in improvements}, {}, (), (), (), (), "x")  # fmt: skip


def town(code: str, *has: DataKind, doubts: tuple[Doubt, ...] = ()) -> TownInventory:
    given = {kind: (Provider(kind, Place.FILE, "x", "x", "", UNKNOWN, doubts),) for kind in has}
    return TownInventory(code, None, given)


@pytest.fixture
def made() -> Matrix:
    """Trees needed twice, lacking in two towns; pipes improve one service, lack in two; soil moisture is national."""
    services = [asking("a", [Trees, SOILS], [PIPES]), asking("b", [Trees], []), asking("c", [FOUNTAINS], [Facilities])]
    inventories = {"00001": town("00001", Trees), "00002": town("00002", PIPES, doubts=(Doubt.READER,))}
    return Matrix(list(PEOPLE), services, inventories, national=NationalOffer([]))


def test_each_term_of_the_score(made: Matrix) -> None:
    found = {one.layer.slug: one for one in candidates(made, PEOPLE)}
    trees = found["arbres"]
    assert ([one.slug for one in trees.needed_by], trees.improves) == (["a", "b"], ())
    assert (trees.towns, trees.inhabitants, trees.absence, trees.score) == (2, 11, 1.0, 4.0)
    pipes = found["reseau-pluvial"]
    assert (pipes.needed_by, [one.slug for one in pipes.improves]) == ((), ["a"])
    assert (pipes.towns, pipes.inhabitants, pipes.unread, pipes.score) == (2, 1001, 1, 1.0)
    assert found["fontaines"].score == 1 * 3 * 0.5
    assert found["equipements"].score == 0


@pytest.mark.parametrize(
    ("doubts", "lacks", "unread"),
    [
        ((), 2, 0),
        ((Doubt.READER,), 2, 1),
        ((Doubt.COVERAGE,), 3, 0),
        ((Doubt.READER, Doubt.COVERAGE), 3, 0),
        ((Doubt.DOWNLOAD,), 3, 0),
        ((Doubt.UNREADABLE,), 3, 0),
    ],
)
def test_a_reader_that_the_project_lacks_is_not_data_that_a_commune_lacks(
    doubts: tuple[Doubt, ...], lacks: int, unread: int
) -> None:
    inventories = {"00001": town("00001", PIPES, doubts=doubts)}
    made = Matrix(list(PEOPLE), [asking("a", [PIPES], [])], inventories, national=NationalOffer([]))
    (one,) = candidates(made, PEOPLE)
    assert (one.towns, one.unread, one.score) == (lacks, unread, lacks)
    said = any("pas encore lue par le logiciel" in text for text in of_candidate(one))
    assert said is bool(unread)


def test_streets_that_a_national_source_covers_are_not_a_candidate() -> None:
    made = matrix(["02691", "35236"])
    streets = next(one for one in candidates(made, {}) if one.layer.slug == "routes")
    assert (streets.towns, streets.unread, streets.score) == (0, 2, 0)


def test_the_order_is_that_of_scores_then_of_slugs(made: Matrix) -> None:
    slugs = [one.layer.slug for one in candidates(made, PEOPLE)]
    assert slugs == ["arbres", "fontaines", "reseau-pluvial", "equipements"]


def test_other_weights_give_other_places_and_equals_share_theirs(made: Matrix) -> None:
    found = candidates(made, PEOPLE)
    placed = dict(zip([one.layer.slug for one in found], ranks(found), strict=True))
    assert [placed[slug].score for slug in ("arbres", "fontaines", "reseau-pluvial", "equipements")] == [1, 2, 3, 4]
    assert [placed[slug].equal for slug in ("arbres", "fontaines", "reseau-pluvial", "equipements")] == [1, 2, 3, 4]
    assert placed["arbres"].by_people == 3
    assert placed["fontaines"].by_people == 1


def test_data_of_a_national_producer_are_set_aside_and_said(made: Matrix) -> None:
    assert set_aside(made) == (SOILS,)
    assert national(SOILS)
    assert not national(PIPES)
    assert not national(Trees)


@pytest.mark.parametrize(
    ("slug", "agreed", "name"),
    [
        ("arbres", Agreed.DRAFT, "arbres-urbains"),
        ("lieux-frais", Agreed.DRAFT, "lieux-frais"),
        ("fontaines", Agreed.NATIONAL, "datagouv/schema-fontaine-eau"),
        ("equipements", Agreed.BASE, "scdl/equipements"),
        ("reseau-pluvial", Agreed.NONE, ""),
    ],
)
def test_the_schema_of_a_layer_is_the_one_most_widely_agreed_on(slug: str, agreed: Agreed, name: str) -> None:
    assert standard_of(kind_named(slug)) == Standard(agreed, name)


def test_the_words_show_the_terms(made: Matrix, misprints: Callable[[str], list[str]]) -> None:
    found = candidates(made, PEOPLE)
    told = "\n".join(of_candidate(found[0])).replace("\u00a0", " ")
    assert "note 4 = (2 + 0,5 × 0) × 2 × 1,0" in told
    assert "indispensable à : a et b" in told
    assert "0,5 si elle les améliore" in FORMULA
    for text in (*of_candidate(found[0]), *of_candidate(found[2]), of_ranks(ranks(found)[0])):
        assert not misprints(text)


def test_the_file_holds_every_term(made: Matrix) -> None:
    text = io.StringIO()
    found = candidates(made, PEOPLE)
    write_csv(zip(found, ranks(found), strict=True), text)
    rows = list(csv.DictReader(io.StringIO(text.getvalue())))
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["donnee"], rows[0]["note"], rows[0]["communes"], rows[0]["absence"]) == (
        "arbres",
        "4.0",
        "2",
        "1.0",
    )
    assert len(rows) == 4


def test_the_common_base_is_dated() -> None:
    base = common_base()
    assert base.read == date(2026, 8, 22)
    assert len(base.schemas) == 14
    assert set(base.layers.values()) <= base.schemas


@pytest.mark.real
def test_the_common_base_is_that_of_the_national_catalogue(mirror: Path) -> None:
    catalogue = json.loads((mirror / "schemas" / "catalogue" / "schemas.json").read_text(encoding="utf-8"))
    wanted = {
        one["name"] for one in catalogue["schemas"] if "Socle Commun des Données Locales" in one.get("labels", ())
    }
    assert common_base().schemas == wanted
