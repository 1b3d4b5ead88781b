"""From a local problem to services, to data, from the command line."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coeurdeville.deployability.chain import chain_of
from coeurdeville.inventory.problemes.recueil import fiches, recueil
from coeurdeville.inventory.problemes.vocabulaire import Sujet
from coeurdeville.services.catalogue import all_services, described, services
from coeurdeville.services.contract.described import Sort

Run = Callable[..., Any]
NOTED = ("--titre", "Les fossés sont bouchés", "--theme", "risques", "--voix", "habitant")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    (tmp_path / "ville.toml").write_text('[ville]\nnom = "Valbois"\ncommune = "00042"\n', encoding="utf-8")
    return tmp_path


def test_list_gives_every_problem_under_its_subject(coeurdeville: Run) -> None:
    told = coeurdeville("probleme", "liste")
    assert (told.status, told.err) == (0, "")
    for one in fiches().values():
        assert f"  {one.id:32} {one.titre}" in told.out
    places = [told.out.index(sujet.libelle) for sujet in Sujet]
    assert places == sorted(places)
    assert "aucun service à ce jour" in told.out


def test_list_of_a_theme_gives_its_problems_only(coeurdeville: Run) -> None:
    told = coeurdeville("probleme", "liste", "--theme", "Biodiversité").out
    assert "nuits-trop-eclairees" in told
    assert "eau-rare-l-ete" not in told


def test_unknown_theme_is_refused_with_the_nearest(coeurdeville: Run) -> None:
    told = coeurdeville("probleme", "liste", "--theme", "risque")
    assert told.status == 1
    assert "Le plus proche est « risques »" in told.err


@pytest.mark.parametrize("name", fiches())
def test_a_problem_is_shown_down_to_the_data(name: str, coeurdeville: Run) -> None:
    told, one = coeurdeville("probleme", "montrer", name), fiches()[name]
    assert (told.status, told.err) == (0, "")
    out = told.out
    for text in (*one.actions_en_cours, *one.actions_a_mettre_en_place, *(parole.source for parole in one.paroles)):
        assert text.replace("\u00a0", " ") in out
    for parole in one.paroles:
        assert parole.qui.libelle in out
        assert (f"« {parole.texte} »" if parole.texte else "sans citation : formulation du projet").replace(
            "\u00a0", " "
        ) in out
    for slug in one.services:
        assert f"  {slug:32} {all_services()[slug].title} (" in out
        assert all(f"  {kind.slug:32} {kind.title}" in out for kind in all_services()[slug].layers.values())


def test_the_chain_counts_by_how_many_services_each_layer_is_asked_for() -> None:
    chain = chain_of(fiches()["habitants-et-maisons-sous-l-eau"])
    asked = {one.layer.slug: one for one in chain.asked}
    assert [one.slug for one in asked["batiments"].needed_by] == ["exposition-inondations"]
    assert [one.slug for one in asked["zones-inondables"].improves] == ["recenser-les-reperes-de-crue"]
    assert [one.slug for one in asked["plans-de-prevention"].improves] == ["recenser-les-reperes-de-crue"]
    assert asked["plans-de-prevention"].named
    assert (asked["relief"].needed_by, asked["relief"].improves, asked["relief"].named) == ((), (), True)
    ranks = [(len(one.needed_by), len(one.improves)) for one in chain.asked]
    assert ranks == sorted(ranks, reverse=True)


def test_the_chain_sets_aside_what_does_not_exist() -> None:
    one = replace(fiches()["feux-aux-lisieres"], services=("trame-vert", "trame-noire"), donnees=("relieff", "relief"))
    chain = chain_of(one)
    assert [service.slug for service in chain.services] == ["trame-noire"]
    assert [problem.code for problem in chain.problems] == ["nom-inconnu", "nom-inconnu"]
    assert "trame-verte" in chain.problems[0].message


def test_unknown_problem_is_refused_with_the_nearest(coeurdeville: Run) -> None:
    told = coeurdeville("probleme", "montrer", "nuits-eclairees")
    assert told.status == 1
    assert "nuits-trop-eclairees" in told.err


def test_a_town_notes_its_problem_and_follows_it(town: Path, coeurdeville: Run) -> None:
    told = coeurdeville(
        "probleme", "ajouter", town, *NOTED, "--role", "riveraine", "--texte", "L'eau  entre dans la cour.",
        "--lieu", "hameau du Bas", "--date", "14/07/2025", "--service", "Ruissellement",
        "--service", "exposition-inondations", "--donnee", "relief", "--action", "Curer les fossés",
        "--action-en-cours", "Une visite par an",
    )  # fmt: skip
    assert told.status == 0
    assert "probleme montrer les-fosses-sont-bouches --ville" in told.out
    one = recueil(town).problemes["les-fosses-sont-bouches"]
    assert one.services == ("ruissellement", "exposition-inondations")
    assert one.paroles[0].texte == "L’eau entre dans la cour."
    assert (
        "les-fosses-sont-bouches          Les fossés sont bouchés [ville]"
        in coeurdeville("probleme", "liste", "--ville", town).out
    )
    shown = coeurdeville("probleme", "montrer", "les-fosses-sont-bouches", "--ville", town).out
    for text in ("habitant : riveraine, hameau du Bas, 14/07/2025", "« L’eau entre dans la cour. »", "Curer les fossés",
                 "Une visite par an", "Ruissellement et désimperméabilisation", "Relief"):  # fmt: skip
        assert text in shown


def test_without_words_the_wording_is_the_town_s(town: Path, coeurdeville: Run) -> None:
    coeurdeville("probleme", "ajouter", town, *NOTED)
    shown = coeurdeville("probleme", "montrer", "les-fosses-sont-bouches", "--ville", town).out
    assert "sans citation : formulation de la ville" in shown
    assert "aucun à ce jour" in shown
    assert "aucune n’est notée" in shown


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--service", "ruissellements"), "Le plus proche est « ruissellement »"),
        (("--donnee", "reliefs"), "Le plus proche est « relief »"),
        (("--role", "Camille Durand"), "« role » semble contenir un nom"),
        (("--date", "hier"), "« hier » n’est pas lisible"),
        (("--voix", "élus"), "Le plus proche est « elu »"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(
    options: tuple[str, ...], said: str, town: Path, coeurdeville: Run
) -> None:
    told = coeurdeville("probleme", "ajouter", town, *NOTED, *options)
    assert told.status == 1
    assert said in told.err
    assert not (town / "problemes.toml").exists()


def test_all_unknown_names_are_told_together(town: Path, coeurdeville: Run) -> None:
    told = coeurdeville("probleme", "ajouter", town, *NOTED, "--service", "a", "--service", "b", "--donnee", "c")
    assert told.err.count("[nom-inconnu]") == 3


def test_there_is_no_option_for_a_name(town: Path, coeurdeville: Run) -> None:
    assert coeurdeville("probleme", "ajouter", town, *NOTED, "--nom", "Camille").status == 2


def test_noting_twice_is_refused(town: Path, coeurdeville: Run) -> None:
    coeurdeville("probleme", "ajouter", town, *NOTED)
    assert "probleme-repete" in coeurdeville("probleme", "ajouter", town, *NOTED).err


@pytest.mark.parametrize("words", [("liste",), ("montrer", "eau-rare-l-ete")])
def test_a_folder_without_town_is_refused(words: tuple[str, ...], tmp_path: Path, coeurdeville: Run) -> None:
    told = coeurdeville("probleme", *words, "--ville", tmp_path)
    assert told.status == 1
    assert "ville-introuvable" in told.err


def test_what_is_wrong_in_the_file_of_the_town_is_said_beside_the_list(town: Path, coeurdeville: Run) -> None:
    (town / "problemes.toml").write_text('[[problemes]]\nid = "a"\ntitre = "A"\n', encoding="utf-8")
    told = coeurdeville("probleme", "liste", "--ville", town)
    assert told.status == 0
    assert told.err.count("[cle-obligatoire]") == 2
    assert "eau-rare-l-ete" in told.out


def test_services_that_are_described_are_listed_and_marked(coeurdeville: Run) -> None:
    told = coeurdeville("service", "liste").out
    for slug, one in described().items():
        mark = "décrit, pas encore calculé" if one.indicators else "décrit, une pratique qui ne se calcule pas"
        assert f"  {slug:32} {one.title} [{mark}]\n" in told
    for slug, computed in services().items():
        assert f"  {slug:32} {computed.title}\n" in told


@pytest.mark.parametrize("slug", described())
def test_a_described_service_is_shown_whole(slug: str, coeurdeville: Run) -> None:
    told, one = coeurdeville("service", "montrer", slug).out, described()[slug]
    experiences = (text for each in one.experiences for text in (each.who, each.when, each.result, each.source))
    cooperations = (text for each in one.cooperations for text in (each.avec, each.objet, each.comment))
    figures = (text for each in one.indicators.values() for text in (each.title, each.unit))
    labels = (one.theme.label, one.sort.label, *(each.label for each in one.capacities))
    for text in (one.question, *labels, *one.constraints, *experiences, *cooperations, *figures, one.source):
        assert text.replace("\u00a0", " ").replace("\u202f", " ") in told
    for name, kind in one.layers.items():
        assert f"{'Il faut' if name in one.needs else 'Mieux avec':14} {kind.title} ({kind.slug})" in told
    assert told.count("effort : personne ne l’a noté") == len(one.experiences)
    assert ("aucune expérience n’est relevée" in told) == (not one.experiences)


@pytest.mark.parametrize("slug", services())
def test_a_computed_service_is_shown_from_its_signature(slug: str, coeurdeville: Run) -> None:
    told, one = coeurdeville("service", "montrer", slug).out, services()[slug]
    assert Sort.DATA.label in told
    assert "État           calculé\n" in told
    for kind in one.layers.values():
        assert f"{kind.title} ({kind.slug})" in told
    for indicator in one.indicators.values():
        assert indicator.title.replace("\u00a0", " ").replace("\u202f", " ") in told


def test_unknown_service_is_refused_with_the_nearest(coeurdeville: Run) -> None:
    assert "Le plus proche est « trame-verte »" in coeurdeville("service", "montrer", "trames-vertes").err


def test_with_a_town_it_says_what_that_town_can_run(coeurdeville: Any, valbois: Path) -> None:
    told = coeurdeville("probleme", "montrer", "planter-malgre-les-reseaux", "--ville", valbois).out
    _, _, here = told.partition("Ces services dans cette ville")
    assert "ou-planter-d-abord" in here
    assert "bloqué" in here


def test_a_problem_without_words_place_or_day_is_kept_and_said(coeurdeville: Any, valbois: Path) -> None:
    asked = ("probleme", "ajouter", valbois, "--titre", "Trop chaud", "--theme", "climat", "--voix", "elu")
    ran = coeurdeville(*asked)
    assert ran.status == 0
    assert "[probleme-sans-paroles]" in ran.err
    assert "--texte, --lieu, --date" in ran.err
    said = ("--texte", "Il fait trop chaud.", "--lieu", "Valbois", "--date", "2026")
    whole = coeurdeville(*asked[:4], "Trop chaud encore", *asked[5:], *said)
    assert whole.status == 0
    assert "[probleme-sans-paroles]" not in whole.err
