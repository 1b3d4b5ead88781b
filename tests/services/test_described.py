"""Services that are described and not computed: those of the first season, and experiments that compute nothing."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Refused
from coeurdeville.core.references import references
from coeurdeville.layers.catalogue import awaited
from coeurdeville.services.catalogue import all_services, described, services
from coeurdeville.services.contract.described import Described
from coeurdeville.services.contract.described_file import FOLDER, read_described
from coeurdeville.sources.catalogue import sheets
from coeurdeville.territories.communes import find

SEASON = {
    "planting_priority": (
        "batiments vegetation routes", "population reseaux-souterrains zones-climatiques-locales"),
    "heat_vulnerability": ("batiments vegetation eau", "zones-climatiques-locales population equipements"),
    "urban_cooling": ("occupation-du-sol", "evapotranspiration batiments"),
    "heat_island_sensors": ("mesures-temperature", "zones-climatiques-locales occupation-du-sol"),
    "climate_indicators": ("climat-quotidien", "projections-climatiques"),
    "cool_access": ("batiments lieux-frais", "routes population fontaines"),
    "green_network": ("", "espaces-verts vegetation occupation-du-sol routes"),
    "dark_network": ("points-lumineux espaces-verts", "eau extinction-de-l-eclairage"),
    "runoff": ("occupation-du-sol", "groupes-de-sols batiments"),
    "clay_drought": ("batiments zones-argileuses", "humidite-des-sols"),
    "natural_disasters": ("arretes-catnat", ""),
    "river_watch": ("mesures-des-rivieres", "seuils-de-crue"),
}  # fmt: skip
"""What each service of the first season that is not computed needs, and what improves it. The green network does with
green spaces or with vegetation: both are improvements, and each figure requires one or the other."""
COMPUTED = {"tree_heritage", "three_thirty_three_hundred", "species_knowledge", "flood_exposure"}
DESCRIBED = list(described().values())
of_described = pytest.mark.parametrize("one", DESCRIBED, ids=lambda one: one.slug)
WHOLE = """
id = "x"
titre = "X"
question = "Où ?"
theme = "climat"
sorte = "bonne-pratique"
il_faut = ["arbres"]
mieux_avec = ["quartiers"]
chiffres = [{ titre = "Arbres", unite = "arbres", demande = ["quartiers"] }]
contraintes = []
capacites = ["sig"]
experiences = [{ qui = "Ici", commune = "", quand = "2024", source = "https://ici.fr", jours = 3 }]
cooperations = [{ avec = "Eux", forme = "convention", nature = "syndicat", objet = "un plan" }]
source = "https://ici.fr"
"""


def texts(one: Described) -> list[str]:
    """Everything of it that is read."""
    ran = (text for each in one.experiences for text in (each.who, each.when, each.result))
    shared = (text for each in one.cooperations for text in (each.avec, each.objet, each.duree, each.cout))
    figures = (text for each in one.indicators.values() for text in (each.title, each.unit))
    return [text for text in (one.title, one.question, *one.constraints, *ran, *shared, *figures) if text]


def written(folder: Path, text: str) -> Described:
    path = folder / "essai.toml"
    path.write_text(text, encoding="utf-8")
    return read_described(path)


def test_no_service_is_both_computed_and_described() -> None:
    computed = services().values()
    assert not {one.id for one in DESCRIBED} & {one.id for one in computed}
    assert not {one.slug for one in DESCRIBED} & {one.slug for one in computed}
    assert len(all_services()) == len(DESCRIBED) + len(computed)


def test_every_service_of_the_season_is_there() -> None:
    found = {one.id for one in all_services().values()}
    assert found >= SEASON.keys() | COMPUTED
    assert len(found) == len(all_services())


@pytest.mark.parametrize("name", SEASON)
def test_services_of_the_season_ask_for_what_was_decided(name: str) -> None:
    (one,) = (one for one in all_services().values() if one.id == name)
    needs, better = SEASON[name]
    assert [kind.slug for kind in one.needs.values()] == needs.split()
    assert [kind.slug for name, kind in one.layers.items() if name not in one.needs] == better.split()


def test_every_awaited_layer_is_asked_for_or_given() -> None:
    asked = {kind.slug for one in all_services().values() for kind in one.layers.values()}
    given = {sheet.layer.slug for sheet in sheets().values()}
    assert awaited().keys() <= asked | given


@of_described
def test_what_a_figure_requires_is_asked_for(one: Described) -> None:
    assert all(set(figure.requires) <= one.layers.keys() for figure in one.indicators.values())
    assert all(figure.title and figure.unit for figure in one.indicators.values())
    assert len({figure.title for figure in one.indicators.values()}) == len(one.indicators)


@of_described
def test_some_figure_is_given_with_the_needs_alone(one: Described) -> None:
    """Else an improvement would be a need; but a service without needs does with one of its improvements."""
    assert not one.indicators or not one.needs or any(not figure.requires for figure in one.indicators.values())


@of_described
def test_it_is_named_and_sourced(one: Described) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.slug)
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", one.id)
    assert one.question.endswith(" ?")
    for source in (one.source, *(each.source for each in one.experiences)):
        assert re.fullmatch(r"https?://[^\s«»]+", source) or source in references()


@of_described
def test_it_is_written_in_french_typography(one: Described, misprints: Callable[[str], list[str]]) -> None:
    for text in texts(one):
        said = re.sub(r"https?://\S+", "", spaced(text))
        assert not misprints(said), said
    assert all(text.endswith(".") for text in one.constraints)


@of_described
def test_experiences_are_of_real_communes(one: Described) -> None:
    for each in one.experiences:
        assert each.when
        assert not each.commune or each.who.startswith(find(each.commune).commune.nom)
        assert each.days is None, "nobody recorded how long it took"


def test_measures_of_vitre_are_told_with_their_address() -> None:
    (first, *_) = described()["ilot-de-chaleur-mesure"].experiences
    assert (first.who, first.commune) == ("Vitré", "35360")
    assert first.source == "http://isidore.science/document/10670/1.4mkvpg"
    for fact in ("26 capteurs", "7 stations", "2\u00a0°C en moyenne", "plus de 4\u00a0°C"):
        assert fact in first.result


def test_what_a_cooperation_rests_on_is_told_where_it_is_read() -> None:
    """A licence binds nobody in particular, a model was not tried: neither passes for an agreement."""
    (licence,), (model,) = (described()[slug].cooperations for slug in ("ou-planter-d-abord", "publier-les-arbres"))
    assert licence.nature is None
    assert "aucun autre accord" in licence.objet
    assert model.objet.startswith("modèle général")
    assert any("https://opendatafrance.gitbook.io/" in text for text in described()["publier-les-arbres"].constraints)


def test_no_date_is_given_to_what_has_none() -> None:
    measured, yards = (described()[slug].experiences for slug in ("ilot-de-chaleur-mesure", "cours-d-ecole"))
    assert [one.when for one in measured] == ["2021", "à des dates non publiées", "à une date non publiée"]
    assert [one.when for one in yards] == ["à une date non publiée"]


def test_what_the_project_deduces_is_a_constraint_that_is_read() -> None:
    for slug in ("charte-de-l-arbre", "outil-de-plantation", "mesures-citoyennes"):
        assert any("ce que le projet en déduit" in text for text in described()[slug].constraints)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    one = written(tmp_path, WHOLE)
    assert (one.slug, one.experiences[0].days, one.cooperations[0].objet) == ("essai", 3, "un plan")
    assert one.indicators["figure_1"].requires == ("districts",)


@pytest.mark.parametrize(
    ("before", "after", "error"),
    [
        ('id = "x"', "", "lacking keys id"),
        ('id = "x"', 'id = "x"\nnom = "x"', "nom"),
        ('demande = ["quartiers"]', 'demande = ["routes"]', "requires roads"),
        ("jours = 3", "heures = 3", "heures"),
    ],
)
def test_mistakes_of_a_file_are_refused(before: str, after: str, error: str, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=error):
        written(tmp_path, WHOLE.replace(before, after))


def test_a_layer_that_does_not_exist_is_refused_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="arbres"):
        written(tmp_path, WHOLE.replace('il_faut = ["arbres"]', 'il_faut = ["arbre"]'))


def test_the_folder_holds_nothing_else() -> None:
    assert {path.suffix for path in FOLDER.iterdir() if path.is_file()} == {".toml"}
