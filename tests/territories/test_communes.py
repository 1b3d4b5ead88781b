import subprocess
import sys
from pathlib import Path

import pytest

from coeurdeville.core.problems import Level, Problem, Refused
from coeurdeville.territories.commune import Departement, Epci, Region
from coeurdeville.territories.communes import commune_of, find, longer_names, search
from coeurdeville.territories.referentiel import Referentiel


def refusal(text: str, known: Referentiel) -> Problem:
    with pytest.raises(Refused) as refused:
        find(text, known)
    (problem,) = refused.value.problems
    return problem


def test_a_commune_has_all_its_facts(few: Referentiel) -> None:
    found = find("Île d’Elle", few).commune
    assert (found.code, found.nom, str(found)) == ("17168", "L’Île-d’Élle", "L’Île-d’Élle (17168, Charente-Maritime)")
    assert found.departement == Departement("17", "Charente-Maritime")
    assert found.region == Region("75", "Nouvelle-Aquitaine")
    assert found.epci == Epci("241700434", "CA d’Ici")
    assert (found.siren, found.population, found.population_year) == ("211701685", 812, 2023)
    assert found.codes_postaux == ("17000", "17540")
    assert found.anciens_codes == ()


def test_absent_facts_are_none(few: Referentiel) -> None:
    desert = commune_of("98901", few)
    assert (desert.epci, desert.siren, desert.population, desert.population_year) == (None, None, None, None)
    assert desert.codes_postaux == ()


@pytest.mark.parametrize(("code", "year"), [("17300", 2023), ("97611", 2017), ("98735", None)])
def test_population_has_the_year_that_is_known(few: Referentiel, code: str, year: int | None) -> None:
    assert commune_of(code, few).population_year == year


@pytest.mark.parametrize(
    "text", ["rochefort", " ROCHEFORT ", "17299", "Rochefort (17)", "rochefort, charente maritime"]
)
def test_find_says_nothing_when_there_is_nothing_to_say(few: Referentiel, text: str) -> None:
    found = find(text, few)
    assert (found.commune.code, found.notes) == ("17299", ())


def test_find_by_postal_code_of_one_commune(few: Referentiel) -> None:
    assert find("17540", few).commune.code == "17168"


def test_find_by_postal_code_of_several_is_ambiguous(few: Referentiel) -> None:
    problem = refusal("17000", few)
    assert (problem.code, problem.count) == ("commune-ambigue", 2)
    assert "La Rochelle (17300, Charente-Maritime) et L’Île-d’Élle (17168, Charente-Maritime)" in problem.message


def test_homonyms_are_named_most_populated_first_and_told_apart_by_departement(few: Referentiel) -> None:
    problem = refusal("rochelle", few)
    assert problem.code == "commune-ambigue"
    assert "La Rochelle (17300, Charente-Maritime) et La Rochelle (70450, Haute-Saône)" in problem.message
    assert "La Rochelle (17)" in problem.cure
    assert find("La Rochelle (70)", few).commune.code == "70450"
    assert find("La Rochelle, Haute-Saône", few).commune.code == "70450"


def test_an_insee_code_that_is_also_a_postal_code_warns(few: Referentiel) -> None:
    found = find("17300", few)
    (note,) = found.notes
    assert found.commune.nom == "La Rochelle"
    assert (note.code, note.level) == ("code-insee-et-postal", Level.WARNING)
    assert "Rochefort (17299, Charente-Maritime)" in note.message


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("17444", "17299", "L’ancien code 17444 relève aujourd’hui de Rochefort"),
        ("17401", "17400", "Le Bourg (commune déléguée, 17401) relève aujourd’hui de Saint-Savin-sur-Mer"),
        ("bourg", "17400", "Le Bourg (commune déléguée, 17401)"),
        ("Vieux Savin (17)", "17400", "Vieux-Savin (commune déléguée) relève"),
    ],
)
def test_a_former_code_or_name_gives_the_commune_of_today_and_says_so(
    few: Referentiel, text: str, code: str, said: str
) -> None:
    found = find(text, few)
    (note,) = found.notes
    assert (found.commune.code, note.code, note.level) == (code, "commune-ancienne", Level.NOTE)
    assert said in note.message


@pytest.mark.parametrize("text", ["Rochfort", "Rochefort-en-Mer (17)"])
def test_an_unknown_name_gives_the_nearest(few: Referentiel, text: str) -> None:
    problem = refusal(text, few)
    assert problem.code == "commune-inconnue"
    assert "Rochefort (17299, Charente-Maritime)" in problem.cure


def test_a_name_cut_short_gives_the_longer_ones(few: Referentiel) -> None:
    assert "Saint-Savin-sur-Mer (17400" in refusal("St Savin", few).cure


@pytest.mark.parametrize("text", ["", "  ", "!!!", "(17)", "99999", "Rochefort (70)", "x" * 10_000, "{text}"])
def test_what_is_no_commune_is_refused_shortly(few: Referentiel, text: str) -> None:
    problem = refusal(text, few)
    assert problem.code == "commune-inconnue"
    assert len(str(problem)) < 400
    assert search(text, few).communes == ()


def test_search_offers_every_homonym(few: Referentiel) -> None:
    assert [commune.code for commune in search("La Rochelle", few).communes] == ["17300", "70450"]


@pytest.mark.parametrize(
    ("text", "among", "found"),
    [
        ("st savin", {"17400", "17300"}, ["17400"]),
        ("St Savin (17)", {"17400"}, ["17400"]),
        ("St Savin (70)", {"17400"}, []),
        ("st savin", {"17300"}, []),
        ("roch", {"17299", "17300", "70450"}, ["17300", "17299", "70450"]),
        ("rochelle", {"17300", "70450"}, []),
        ("", {"17400"}, []),
    ],
)
def test_longer_names_are_those_asked_for_that_go_on_after_the_text(
    few: Referentiel, text: str, among: set[str], found: list[str]
) -> None:
    assert [one.code for one in longer_names(text, among, few)] == found


def test_commune_of_takes_a_present_code_only_and_names_what_took_over(few: Referentiel) -> None:
    assert commune_of("17300", few).nom == "La Rochelle"
    with pytest.raises(Refused) as refused:
        commune_of("17444", few)
    assert "Il relève aujourd’hui de Rochefort (17299, Charente-Maritime)." in refused.value.problems[0].cure
    with pytest.raises(Refused, match="commune-inconnue"):
        commune_of("1730", few)


def test_finding_a_commune_imports_neither_pandas_nor_pyproj(baked: Path) -> None:
    code = f"""if True:
        import sys
        from pathlib import Path
        from coeurdeville.territories.communes import find
        assert "pyarrow" not in sys.modules
        from coeurdeville.territories.referentiel import read_referentiel
        known = read_referentiel(Path({str(baked)!r}))
        [find(text, known) for text in ("17299", "17540", "bourg", "La Rochelle (17)")]
        assert not {{"pandas", "pyproj", "geopandas"}} & set(sys.modules)
    """
    subprocess.run([sys.executable, "-c", code], check=True)
