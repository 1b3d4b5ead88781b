"""What every sheet promises, read or only declared, and what the rules say of places that we know."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely

from coeurdeville.core.french import spaced
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.layers.catalogue import kinds
from coeurdeville.sources.catalogue import DECLARED, sheets, sources
from coeurdeville.sources.contract.sheet import Sheet, read_sheet
from coeurdeville.territories.coverage import Known
from coeurdeville.territories.perimeter import programme

OF_PROGRAMME = {
    1: ("geoapi-contour", "geoapi-populations"),
    2: ("georisques-risques", "georisques-catnat", "georisques-azi", "georisques-tri", "georisques-ppr",
        "georisques-argiles", "georisques-radon", "georisques-sismicite"),
    3: ("hubeau-hydrometrie-temps-reel", "hubeau-hydrometrie-elaboree", "hubeau-piezometrie"),
    4: ("vigicrues-vigilance", "vigicrues-seuils"),
    5: ("meteofrance-vigilance",),
    6: ("meteofrance-climat-quotidien", "meteofrance-humidite-des-sols"),
    7: ("drias-tracc", "climadiag-commune"),
    8: ("ign-admin-express", "ign-ocsge", "ign-bdforet", "ign-rge-alti", "ign-lidarhd-hauteur"),
    9: ("ign-bdtopo-batiments", "ign-bdtopo-vegetation", "ign-bdtopo-routes", "ign-bdtopo-eau", "ign-bdtopo-haies"),
    10: ("cerema-lcz", "rub-lcz-monde"),
    11: ("insee-filosofi",),
    12: ("insee-bpe", "insee-populations"),
    13: ("gbif-occurrences", "inpn-openobs", "inpn-statuts"),
    14: ("osm-arbres", "osm-fontaines", "osm-routes"),
    15: ("insee-bpe",),
}  # fmt: skip
"""Number in the programme's list of sources -> sheets. 15 is a way to read tables; 16, a catalogue, has no data."""


@pytest.fixture(params=sheets().values(), ids=list(sheets()))
def each(request: pytest.FixtureRequest) -> Sheet:
    sheet: Sheet = request.param
    return sheet


@pytest.mark.parametrize("number", range(1, 16))
def test_every_source_of_the_programme_has_its_sheets(number: int) -> None:
    assert set(OF_PROGRAMME[number]) <= sheets().keys()


def test_no_source_is_both_read_and_declared() -> None:
    assert not sources().keys() & {path.stem for path in DECLARED.glob("*.toml")}
    assert sheets().keys() == sources().keys() | {path.stem for path in DECLARED.glob("*.toml")}


def test_slug_and_addresses_can_be_typed(each: Sheet) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", each.slug)
    assert each.page.startswith("https://")
    assert " " not in each.page


def test_layer_is_one_that_can_be_named(each: Sheet) -> None:
    assert kinds()[each.layer.slug] is each.layer


def texts(sheet: Sheet) -> tuple[str, ...]:
    return (sheet.title, sheet.publisher, sheet.access, sheet.covers, sheet.vintage, sheet.rhythm, *sheet.failures,
            sheet.coverage.lacking)  # fmt: skip


def test_texts_are_printed_french(each: Sheet, misprints: Callable[[str], list[str]]) -> None:
    for text in texts(each):
        without_codes = re.sub(r"\S*(?:://|[/?=_<>]|BDTOPO|EPSG)\S*", "x", text)
        assert not misprints(spaced(without_codes)), text
        assert not re.search(r"\b(?:francaise|metropole|departement|reponse|zone climatique locale)\b", text.lower())
    assert each.title[0].isupper()
    assert all(known.endswith(".") for known in each.failures)
    assert not each.coverage.lacking.endswith(".")


def test_declared_sheet_says_where_and_when_it_was_read(each: Sheet) -> None:
    if not each.read:
        assert re.fullmatch(r"https?://\S+, (?:[^,]+, )?le (?:23|25)/11/2026", each.checked)


def test_licence_that_was_not_read_is_said(each: Sheet) -> None:
    if each.licence is UNKNOWN:
        assert any("licence" in known or "droits d’accès" in known for known in each.failures)


def test_nothing_is_promised_for_a_fictional_commune(each: Sheet) -> None:
    assert each.coverage.of("00001") is Known.NO


def test_merged_commune_follows_its_departement(each: Sheet) -> None:
    """A former code is judged as its neighbours are, unless it is listed: nothing depends on a list of communes."""
    assert each.coverage.of("49018") == each.coverage.of("49999")


@pytest.mark.parametrize(
    ("slug", "commune", "known"),
    [
        ("cerema-lcz", "49099", Known.YES),  # Cholet, added in 2025
        ("cerema-lcz", "69123", Known.YES),  # Lyon
        ("cerema-lcz", "02691", Known.NOT_SAID),  # Saint-Quentin: only the list of communes would tell
        ("cerema-lcz", "97411", Known.NO),  # Saint-Denis de La Réunion: metropole only
        ("rub-lcz-monde", "97411", Known.YES),
        ("insee-filosofi", "97209", Known.YES),  # Fort-de-France
        ("insee-filosofi", "97411", Known.YES),
        ("insee-filosofi", "97105", Known.NO),  # Basse-Terre
        ("insee-filosofi", "97302", Known.NO),  # Cayenne
        ("insee-filosofi", "97611", Known.NO),  # Mamoudzou
        ("insee-filosofi", "02691", Known.YES),
        ("ign-ocsge", "13004", Known.YES),  # Arles: the edition of its département was seen
        ("ign-ocsge", "02691", Known.NOT_SAID),
        ("ign-lidarhd-hauteur", "97302", Known.NO),  # Guyane is left out
        ("ign-lidarhd-hauteur", "97411", Known.NOT_SAID),
        ("georisques-argiles", "02691", Known.YES),
        ("georisques-argiles", "97411", Known.NO),
        ("georisques-tri", "86194", Known.NOT_SAID),
        ("georisques-risques", "97302", Known.YES),
        ("georisques-risques", "98735", Known.NO),  # Papeete
        ("vigicrues-vigilance", "02691", Known.NOT_SAID),
        ("vigicrues-vigilance", "97302", Known.NO),
        ("meteofrance-climat-quotidien", "98735", Known.YES),
        ("meteofrance-climat-quotidien", "97801", Known.NO),  # Saint-Martin: not in the list of the producer
        ("ign-bdtopo-batiments", "2A004", Known.YES),
        ("ign-bdtopo-batiments", "97801", Known.NO),
        ("osm-arbres", "02691", Known.NOT_SAID),
        ("hubeau-hydrometrie-temps-reel", "01004", Known.YES),  # Ambérieu-en-Bugey: a station stands there
        ("hubeau-hydrometrie-temps-reel", "02691", Known.NOT_SAID),  # none inside the commune: one may be near
        ("hubeau-piezometrie", "13004", Known.YES),  # Arles
    ],
)
def test_rule_knows_what_is_known_and_no_more(slug: str, commune: str, known: Known) -> None:
    assert sheets()[slug].coverage.of(commune) is known


def test_most_towns_of_the_programme_are_in_no_known_lcz() -> None:
    rule = sheets()["cerema-lcz"].coverage
    assert sorted(code for code in programme() if rule.of(code) is Known.YES) == [
        "11262", "13004", "49099", "82121", "85191",
    ]  # fmt: skip


STATIONS = {
    "hubeau-hydrometrie-temps-reel": ("demo_hydrotr_stations", "longitude_station", "latitude_station", "nbmestrh"),
    "hubeau-hydrometrie-elaboree": ("demo_hydroelab_stations", "longitude_station", "latitude_station", "nbqmj"),
    "hubeau-piezometrie": ("demo_piezotr_stations", "longx", "laty", "nbmestr"),
}
"""Sheet -> extract of the producer, and its columns of longitude, latitude and number of measures."""


@pytest.mark.real
@pytest.mark.parametrize("slug", STATIONS)
def test_towns_said_to_have_a_station_have_one(slug: str, mirror: Path) -> None:
    """The towns of three départements: listed when a station that measures is inside, and only then."""
    name, east, north, count = STATIONS[slug]
    stations = json.loads((mirror / "api" / "hubeau_brgm" / f"{name}.json").read_text("utf-8"))
    places = shapely.points([(one[east], one[north]) for one in stations if one[count] and one[north] is not None])
    rule, towns = sheets()[slug].coverage, set(programme())
    for departement in ("02", "17", "974"):
        path = mirror / "reference" / "contours_1000m" / f"communes-1000m-{departement}.geojson"
        for feature in json.loads(path.read_text("utf-8"))["features"]:
            code = feature["properties"]["code"]
            if code in towns:
                inside = shapely.contains(shapely.from_geojson(json.dumps(feature["geometry"])), places).any()
                assert (code in rule.communes) == inside


@pytest.mark.parametrize(
    ("was", "becomes", "word"),
    [
        ('titre = "', 'nom = "', "unknown or lacking keys nom, titre"),
        ('licence = "inconnue"', 'licence = "gratuite"', "licence"),
        ('page = "https://', 'page = "http://', "page"),
        ('rythme = "', 'rythme = "  "#', "rhythm"),
        ("partout = false", "", "lacking"),
        ('zones = ["metropole"]', 'zones = ["lune"]', "lune"),
    ],
)
def test_mistake_in_a_sheet_is_refused_by_its_name(tmp_path: Path, was: str, becomes: str, word: str) -> None:
    text = (DECLARED / "cerema-lcz.toml").read_text("utf-8")
    assert was in text
    (tmp_path / "cerema-lcz.toml").write_text(text.replace(was, becomes), "utf-8")
    with pytest.raises(TypeError, match=word):
        read_sheet(tmp_path / "cerema-lcz.toml")
