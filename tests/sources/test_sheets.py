"""What every sheet promises, read or only declared, and what the rules say of places that we know."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from coeurdeville.core.french import spaced
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.inventory.vocabulaire import Acteur
from coeurdeville.layers.catalogue import kinds
from coeurdeville.sources.catalogue import DECLARED, sheets, sources
from coeurdeville.sources.contract.sheet import Sheet, read_sheet
from coeurdeville.sources.sheet_lines import of_coverage
from coeurdeville.territories.coverage import Known
from coeurdeville.territories.perimeter import programme

BDTOPO = ("batiment batiments", "zone_de_vegetation vegetation", "haie haies", "troncon_de_route routes",
          "surface_hydrographique eau", "troncon_hydrographique cours-d-eau", "terrain_de_sport terrains-de-sport",
          "cimetiere cimetieres", "foret_publique forets-publiques", "parc_ou_reserve espaces-proteges")  # fmt: skip
"""Name of each layer of the WFS that the programme lists, and the end of its slug."""
CATALOGUE, DOCUMENT, PERIMETER, UNASKED = "catalogue", "document", "perimeter", "asked for by no service"
OF_PROGRAMME: dict[tuple[int, str], tuple[str, ...] | str] = {
    (0, "communes du programme Action Cœur de Ville"): PERIMETER,
    (0, "communes en ORT"): PERIMETER,
    (1, "contours"): ("geoapi-contour",),
    (1, "population"): ("geoapi-populations",),
    (2, "gaspar/risques"): ("georisques-risques",),
    (2, "CATNAT"): ("georisques-catnat",),
    (2, "AZI"): ("georisques-azi",),
    (2, "TRI"): ("georisques-tri",),
    (2, "PPR"): ("georisques-ppr",),
    (2, "RGA"): ("georisques-argiles",),
    (2, "radon"): ("georisques-radon",),
    (2, "zonage_sismique"): ("georisques-sismicite",),
    (2, "cavités"): ("georisques-cavites",),
    (2, "MVT"): ("georisques-mouvements",),
    (2, "ICPE"): ("georisques-installations",),
    (2, "SSP"): ("georisques-sols-pollues",),
    (2, "SIS"): ("georisques-secteurs-sols",),
    (2, "DICRIM"): ("georisques-dicrim",),
    (2, "TIM"): DOCUMENT,
    (2, "rapports en PDF"): DOCUMENT,
    (3, "hydrométrie"): ("hubeau-hydrometrie-temps-reel", "hubeau-hydrometrie-elaboree"),
    (3, "niveaux_nappes"): ("hubeau-piezometrie",),
    (3, "écoulement"): ("hubeau-ecoulement",),
    (3, "qualité rivières"): ("hubeau-qualite-rivieres",),
    (3, "qualité nappes"): ("hubeau-qualite-nappes",),
    (3, "température"): ("hubeau-temperature",),
    (3, "poissons"): ("hubeau-poissons",),
    (3, "hydrobio"): ("hubeau-hydrobiologie",),
    (3, "prélèvements"): ("hubeau-prelevements",),
    (3, "eau potable"): ("hubeau-eau-potable",),
    (3, "indicateurs services"): ("hubeau-indicateurs-services",),
    (4, "InfoVigiCru"): ("vigicrues-vigilance",),
    (4, "station"): ("vigicrues-seuils",),
    (4, "observations"): ("vigicrues-observations",),
    (5, "vigilance"): ("meteofrance-vigilance",),
    (6, "quotidien"): ("meteofrance-climat-quotidien", "meteofrance-evapotranspiration"),
    (6, "horaire"): ("meteofrance-climat-horaire",),
    (6, "mensuel"): ("meteofrance-climat-mensuel",),
    (6, "humidité des sols"): ("meteofrance-humidite-des-sols",),
    (7, "TRACC, DRIAS"): ("drias-tracc",),
    (7, "Climadiag"): ("climadiag-commune",),
    (8, "ADMIN EXPRESS"): ("ign-admin-express",),
    (8, "OCS GE"): ("ign-ocsge",),
    (8, "BD FORÊT"): ("ign-bdforet",),
    (8, "BD ORTHO"): ("ign-bdortho",),
    (8, "RGE ALTI"): ("ign-rge-alti",),
    (8, "LiDAR HD"): ("ign-lidarhd-hauteur", "ign-lidarhd-relief"),
    **{(9, name): (f"ign-bdtopo-{end}",) for name, _, end in (one.partition(" ") for one in BDTOPO)},
    (10, "LCZ"): ("cerema-lcz",),
    (10, "LCZ du monde"): ("rub-lcz-monde",),
    (11, "Filosofi"): ("insee-filosofi",),
    (12, "populations"): ("insee-populations",),
    (12, "BPE"): ("insee-bpe",),
    (13, "GBIF"): ("gbif-occurrences",),
    (13, "OpenObs"): ("inpn-openobs",),
    (13, "statuts"): ("inpn-statuts",),
    (14, "arbres"): ("osm-arbres",),
    (14, "fontaines"): ("osm-fontaines",),
    (14, "rues"): ("osm-routes",),
    (14, "bancs"): UNASKED,
    (14, "réseaux"): UNASKED,
    (14, "osm2igeoadmin"): "copies of OpenStreetMap",
    (15, "API de data.gouv.fr"): CATALOGUE,
    (16, "ecologie.data.gouv.fr"): CATALOGUE,
}
"""Number and item of the programme's list of sources (0: its perimeters) -> sheets, or why it has none."""


@pytest.fixture(params=sheets().values(), ids=list(sheets()))
def each(request: pytest.FixtureRequest) -> Sheet:
    sheet: Sheet = request.param
    return sheet


@pytest.mark.parametrize(("item", "found"), OF_PROGRAMME.items(), ids=str)
def test_every_source_of_the_programme_has_its_sheets_or_the_page_says_why_not(
    item: tuple[int, str], found: tuple[str, ...] | str
) -> None:
    if isinstance(found, str):
        page = (Path(__file__).parents[2] / "docs" / "generer" / "sources_page.py").read_text("utf-8")
        assert item[1] in page.replace("\n", " ")
    else:
        assert set(found) <= sheets().keys()


def test_the_list_of_the_programme_is_whole() -> None:
    assert {number for number, _ in OF_PROGRAMME} == set(range(17))


def test_no_source_is_both_read_and_declared() -> None:
    assert not sources().keys() & {path.stem for path in DECLARED.glob("*.toml")}
    assert sheets().keys() == sources().keys() | {path.stem for path in DECLARED.glob("*.toml")}


def test_slug_and_addresses_can_be_typed(each: Sheet) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", each.slug)
    assert each.page.startswith("https://")
    assert " " not in each.page


def test_page_is_where_data_are_had_and_a_licence_is_said_beside(each: Sheet) -> None:
    """Users are sent there to download: a page of rights has nothing for them."""
    assert not re.search(r"copyright|licen[cs]e", each.page)
    if each.slug.startswith("osm-"):
        assert each.page == "https://download.geofabrik.de/europe/france.html"
        assert "https://www.openstreetmap.org/copyright" in each.access


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
        assert re.fullmatch(r"https?://\S+(?: ; [^;]+)?, (?:[^,]+, )?le (?:23|25)/11/2026", each.checked)


def test_an_address_can_be_followed_as_it_is_written(each: Sheet) -> None:
    """A host that is followed by a path has its protocol."""
    assert not re.search(r"(?<![/.\w-])(?:[a-z0-9-]+\.)+(?:fr|org|com|de)/", each.access)


def test_what_breaks_is_told_or_said_to_be_nothing(each: Sheet) -> None:
    assert each.failures


@pytest.mark.parametrize("slug", ["ign-admin-express", "ign-bdforet", "ign-ocsge", "ign-rge-alti"])
def test_an_address_that_nobody_read_is_said_to_be_supposed(slug: str) -> None:
    assert "(forme supposée)" in sheets()[slug].access


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
        ("cerema-lcz", "69123", Known.NOT_SAID),  # Lyon: only a file seen apart names it
        ("cerema-essences", "13004", Known.NOT_SAID),  # only an example of five species was seen
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
        ("ign-ocsge", "13120", Known.YES),  # whatever its communes are
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
        ("hubeau-hydrometrie-temps-reel", "02691", Known.NOT_SAID),  # only the stations around would tell
        ("hubeau-piezometrie", "13004", Known.NOT_SAID),
        ("geoapi-populations", "97502", Known.YES),  # Saint-Pierre
        ("geoapi-populations", "98411", Known.NO),  # nobody lives there
    ],
)
def test_rule_knows_what_is_known_and_no_more(slug: str, commune: str, known: Known) -> None:
    assert sheets()[slug].coverage.of(commune) is known


def test_departements_that_are_known_are_printed() -> None:
    said = of_coverage(sheets()["ign-ocsge"].coverage)
    assert " ; départements connus : 13 ; pour les autres, il manque la liste des départements" in said


@pytest.mark.parametrize("slug", ["geodair-ozone", "odf-observatoire"])
def test_data_of_associations_are_not_said_to_be_the_states(slug: str) -> None:
    assert sheets()[slug].holder is not Acteur.PUBLIC_NATIONAL
    assert sheets()[slug].layer.competence == ""


def test_most_towns_of_the_programme_are_in_no_known_lcz() -> None:
    rule = sheets()["cerema-lcz"].coverage
    assert sorted(code for code in programme() if rule.of(code) is Known.YES) == [
        "11262", "13004", "49099", "82121", "85191",
    ]  # fmt: skip


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
