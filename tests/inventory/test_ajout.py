"""A file is added whole or not at all, and what was already there is not lost unsaid."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.licences import LICENCES
from coeurdeville.core.problems import Level, Refused
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.verification import check_ville
from coeurdeville.inventory.ville import FICHIER, open_ville
from coeurdeville.inventory.vocabulaire import Acteur

Csv = Callable[..., Path]
PLACES = [(1, 1), (2, 2), (3, 3)]
OSM = """<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="46.505" lon="3.005"><tag k="natural" v="tree"/></node>
<node id="2" lat="46.506" lon="3.006"/><node id="3" lat="46.507" lon="3.006"/><node id="4" lat="46.507" lon="3.007"/>
<way id="5"><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="2"/><tag k="building" v="yes"/></way>
<way id="6"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
</osm>"""


def state(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def refused(dossier: Path, path: Path, couche: str | None, **told: object) -> list[str]:
    with pytest.raises(Refused) as error:
        add_file(dossier, path, couche, **told)  # type: ignore[arg-type]
    return [problem.code for problem in error.value.problems]


def test_a_file_is_copied_entered_and_its_columns_recognised(town: Path, csv: Csv) -> None:
    path = csv(PLACES, "Arbres d'ici.csv", essence=["Tilia cordata"] * 3, hauteur=["5", "6", "x"], agent=["M. D."] * 3)
    added = add_file(town, path, "arbres", producteur="Ville", licence=LICENCES["lov2"])
    (donnee,) = added.donnees
    assert donnee == open_ville(town).donnees[1]
    assert donnee.fichier == "fichiers/arbres-d-ici.csv"
    assert (town / donnee.fichier).read_bytes() == path.read_bytes()
    assert donnee.titre == "Arbres d'ici"
    assert donnee.correspondance.colonnes == {"espece": "essence"}
    assert donnee.correspondance.a_confirmer["hauteur_totale"]["colonne"] == "hauteur"
    assert donnee.licence.key == "lov2"


@pytest.mark.parametrize(
    ("places", "couche", "codes"),
    [
        (PLACES, None, ["couche-a-preciser"]),
        (PLACES, "arbre", ["nom-inconnu"]),
        (PLACES, "hauteur-de-vegetation", ["couche-en-grille"]),
        ([(900, 900)], "arbres", ["projection-introuvable"]),
        (PLACES, "espaces-verts", ["couche-vide"]),
    ],
)
def test_a_refused_file_leaves_the_folder_as_it_was(
    town: Path, csv: Csv, places: list[tuple[int, int]], couche: str | None, codes: list[str]
) -> None:
    before = state(town)
    assert refused(town, csv(places), couche)[:1] == codes
    assert state(town) == before


def test_a_required_column_that_no_name_tells_can_be_given_for_the_whole_file(
    town: Path, square: shapely.Polygon, tmp_path: Path
) -> None:
    path, before = tmp_path / "alea-fort.geojson", state(town)
    frame = gpd.GeoDataFrame({"surf": [12], "un_scenario_lu": ["Q100"]}, geometry=[square.buffer(-500)], crs=2154)
    frame.to_crs(4326).to_file(path)
    with pytest.raises(Refused) as error:
        add_file(town, path, "zones-inondables")
    (problem,) = error.value.problems
    assert problem.code == "colonne-obligatoire-non-reconnue"
    assert "un_scenario_lu" in problem.message
    assert "--constante scenario=" in problem.cure
    assert "ville.toml" not in problem.cure
    assert state(town) == before
    (donnee,) = add_file(town, path, "zones-inondables", constantes={"scenario": "fort"}).donnees
    assert donnee.correspondance.constantes == {"scenario": "fort"}


def test_a_shapefile_with_names_cut_leaves_felled_trees_out(
    town: Path, square: shapely.Polygon, tmp_path: Path
) -> None:
    path, places = tmp_path / "arbres.shp", [square.centroid, square.centroid.buffer(9).exterior.interpolate(1)]
    frame = gpd.GeoDataFrame({"fk_arb_eta": ["ABATTU", "EN PLACE"]}, geometry=places, crs=2154)
    frame.to_file(path)
    added = add_file(town, path, "arbres")
    assert added.donnees[0].correspondance.etats[0].disparus == ("ABATTU",)
    assert "objets-disparus" in [problem.code for problem in added.problems]


def test_states_in_codes_are_said_until_the_town_tells_them(town: Path, csv: Csv) -> None:
    added = add_file(town, csv(PLACES, fk_arb_etat=["1", "3", "3"]), "arbres")
    (said,) = [problem for problem in added.problems if problem.code == "etats-en-codes"]
    assert "fk_arb_etat" in said.message
    assert "«\u00a01\u00a0» et «\u00a03\u00a0»" in said.message
    assert "[[donnees.etats]]" in said.cure
    toml = town / FICHIER
    told = '[[donnees.etats]]\ncolonne = "fk_arb_etat"\ndisparus = ["1"]\n'
    toml.write_text(toml.read_text(encoding="utf-8") + "\n" + told, encoding="utf-8")
    codes = [problem.code for problem in check_ville(town)]
    assert "etats-en-codes" not in codes
    assert "objets-disparus" in codes


def test_the_confession_of_a_place_is_not_its_name(town: Path, tmp_path: Path) -> None:
    path = tmp_path / "parc.osm"
    tags = '<tag k="leisure" v="park"/><tag k="denomination" v="catholic"/>'
    path.write_text(OSM.replace('<tag k="building" v="yes"/>', tags), encoding="utf-8")
    (donnee,) = add_file(town, path, "espaces-verts").donnees
    assert donnee.correspondance.colonnes == {"nature": "osm_value"}


def test_a_broken_inventory_is_not_written_to(town: Path, csv: Csv) -> None:
    toml = town / FICHIER
    toml.write_text(toml.read_text("utf-8").replace("nom =", "surnom =", 1), "utf-8")
    before = state(town)
    assert "cle-obligatoire" in refused(town, csv(PLACES), "arbres")
    assert state(town) == before


def test_an_entry_set_aside_keeps_no_other_file_out(town: Path, csv: Csv) -> None:
    toml = town / FICHIER
    add_file(town, csv(PLACES), "arbres")
    toml.write_text(toml.read_text("utf-8").replace('couche = "arbres"', 'couche = "arbress"'), "utf-8")
    ville = open_ville(town)
    assert {one.code for one in ville.ecarts} == {"couche-inconnue"}
    assert not [one for one in ville.empechements if one.level is Level.ERROR]
    assert [one.couche for one in add_file(town, csv(PLACES), "arbres").donnees] == ["arbres"]


def test_an_openstreetmap_extract_makes_one_entry_for_each_layer(town: Path, tmp_path: Path) -> None:
    path = tmp_path / "ville.osm"
    path.write_text(OSM, encoding="utf-8")
    added = add_file(town, path, None)
    assert [donnee.couche for donnee in added.donnees] == ["arbres", "batiments", "routes"]
    assert {donnee.fichier for donnee in added.donnees} == {"fichiers/ville.osm"}
    assert {donnee.licence.key for donnee in added.donnees} == {"odbl"}
    assert {donnee.acteur for donnee in added.donnees} == {Acteur.CITOYENS}
    again = add_file(town, path, None)
    assert [donnee.id for donnee in again.donnees] == ["arbres", "batiments", "routes"]
    assert len(open_ville(town).donnees) == 4


def test_an_extract_without_known_object_is_refused(town: Path, tmp_path: Path) -> None:
    path = tmp_path / "vide.osm"
    path.write_text('<osm version="0.6"><node id="1" lat="46.505" lon="3.005"><tag k="shop" v="bakery"/></node></osm>')
    assert refused(town, path, None) == ["carte-sans-objet"]


def test_a_shapefile_is_copied_with_its_parts(town: Path, tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame(
        {"nom": ["Parc"]}, geometry=[shapely.box(700_100, 6_600_100, 700_200, 6_600_200)], crs=2154
    )
    frame.to_file(tmp_path / "Parcs.shp")
    (tmp_path / "Parcs.csv").write_text("rien")
    add_file(town, tmp_path / "Parcs.dbf", "espaces-verts")
    kept = {path.name for path in (town / "fichiers").iterdir()}
    assert {"parcs.shp", "parcs.dbf", "parcs.shx", "parcs.prj"} <= kept
    assert "parcs.csv" not in kept


def test_two_sources_of_one_name_do_not_overwrite_each_other(town: Path, csv: Csv) -> None:
    trees = csv(PLACES, "export.csv", folder="nord")
    add_file(town, trees, "arbres")
    places = csv(PLACES, "export.csv", folder="sud", nature=["école"] * 3)
    added = add_file(town, places, "equipements")
    assert added.donnees[0].fichier == "fichiers/export-2.csv"
    assert (town / "fichiers" / "export.csv").read_bytes() == trees.read_bytes()
    assert not [problem for problem in added.problems if problem.code == "fichier-remplace"]


def test_a_newer_edition_takes_the_place_and_it_is_said(town: Path, csv: Csv) -> None:
    add_file(town, csv(PLACES, essence=["Tilia"] * 3), "arbres", titre="Nos arbres", producteur="Ville")
    toml = town / FICHIER
    text = toml.read_text(encoding="utf-8").replace(
        'service_referent = ""\nacces = ""\netendue = ""\n', 'service_referent = "Parcs"\nacces = ""\netendue = ""\n'
    )
    toml.write_text(text, encoding="utf-8")
    newer = csv([*PLACES, (4, 4)], folder="2027", essence=["Tilia"] * 4, hauteur=[5] * 4)
    added = add_file(town, newer, "arbres", producteur="Métropole")
    assert [problem.code for problem in added.problems] == ["fichier-remplace"] + [p.code for p in added.problems[1:]]
    (donnee,) = added.donnees
    assert (donnee.id, donnee.titre, donnee.producteur) == ("arbres", "Nos arbres", "Métropole")
    assert donnee.service_referent == "Parcs"
    assert donnee.correspondance.colonnes == {"espece": "essence", "hauteur_totale": "hauteur"}
    assert (town / donnee.fichier).read_bytes() == newer.read_bytes()
    assert "fichier-remplace" not in [problem.code for problem in add_file(town, newer, "arbres").problems]


def test_a_second_file_of_one_layer_is_numbered(town: Path, csv: Csv) -> None:
    add_file(town, csv(PLACES), "arbres")
    added = add_file(town, csv(PLACES, "arbres-du-parc.csv"), "arbres")
    assert [donnee.id for donnee in open_ville(town).donnees] == ["contour", "arbres", "arbres-2"]
    assert added.donnees[0].fichier == "fichiers/arbres-du-parc.csv"


def test_a_missing_outline_is_said_once(bare: Path, tmp_path: Path, csv: Csv) -> None:
    path = tmp_path / "ville.osm"
    path.write_text(OSM, encoding="utf-8")
    assert [problem.code for problem in add_file(bare, path, None).problems].count("contour-absent") == 1


def test_adding_the_outline_says_nothing_of_its_absence(town: Path, bare: Path) -> None:
    contour = next((town / "fichiers").glob("contour.*"))
    assert add_file(bare, contour, "contour").problems == ()


def test_words_that_are_none_of_the_codes_of_a_file_leave_the_question_open(town: Path, csv: Csv) -> None:
    add_file(town, csv(PLACES, fk_arb_etat=["1", "3", "3"]), "arbres")
    toml = town / FICHIER
    told = '[[donnees.etats]]\ncolonne = "fk_arb_etat"\ndisparus = ["ABATTU"]\n'
    toml.write_text(toml.read_text(encoding="utf-8") + "\n" + told, encoding="utf-8")
    assert "etats-en-codes" in [problem.code for problem in check_ville(town)]
