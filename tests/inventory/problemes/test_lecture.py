"""The problems of a town are read whole: every mistake at once, each with its place, good entries kept."""

from datetime import date
from pathlib import Path

import pytest

from coeurdeville.core.problems import Level, Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.problemes.lecture import Lus, read_problemes
from coeurdeville.inventory.problemes.probleme import Parole, Probleme
from coeurdeville.inventory.problemes.recueil import fiches, recueil
from coeurdeville.inventory.problemes.vocabulaire import Sujet, Voix

WHOLE = """
[[problemes]]
id = "place-trop-chaude"
titre = "La place du marché est trop chaude"
theme = "climat"
actions_en_cours = ["Tendre des voiles"]
actions_a_mettre_en_place = ["Planter"]
services = ["ou-planter-d-abord"]
donnees = ["relief"]

[[problemes.paroles]]
qui = "metier"
role = "placière"
organisation = "Ville"
lieu = "place du marché"
quand = 2025-07-14
texte = "On ne tient plus."
source = "https://ici.fr"
"""


def read(text: str) -> Lus:
    return read_problemes(text, "problemes.toml")


def test_a_whole_problem_is_read() -> None:
    lus = read(WHOLE)
    assert lus.problems == []
    when = Vintage(date(2025, 7, 14), date(2025, 7, 14))
    voiced = Parole(Voix.METIER, "placière", "Ville", "place du marché", when, "On ne tient plus.", "https://ici.fr")
    assert lus.problemes == [
        Probleme("place-trop-chaude", "La place du marché est trop chaude", Sujet.CLIMAT, (voiced,),
                 ("Tendre des voiles",), ("Planter",), ("ou-planter-d-abord",), ("relief",), locale=True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "said"), [("2025", "2025"), ('"2025"', "2025"), ('"14/07/2025"', "14/07/2025"), ('""', "None")]
)
def test_a_day_or_a_year_is_read_in_any_form(written: str, said: str) -> None:
    (probleme,) = read(WHOLE.replace("2025-07-14", written)).problemes
    assert str(probleme.paroles[0].quand) == said


def test_without_words_the_wording_is_not_a_citation() -> None:
    (probleme,) = read(WHOLE.replace('texte = "On ne tient plus."\n', "")).problemes
    assert not any(said.texte for said in probleme.paroles)


@pytest.mark.parametrize(
    ("before", "after", "code", "said"),
    [
        ('titre = "La place du marché est trop chaude"', "", "cle-obligatoire", "« titre »"),
        ('theme = "climat"', "", "cle-obligatoire", "« theme »"),
        ('theme = "climat"', 'theme = "chaleur"', "code-inconnu", "« chaleur »"),
        ('qui = "metier"', "", "cle-obligatoire", "« qui »"),
        ('qui = "metier"', 'qui = "placier"', "code-inconnu", "« placier »"),
        ("2025-07-14", '"hier"', "millesime-illisible", "« hier »"),
        ('role = "placière"', 'nom = "x"', "personne-nommee", "« nom »"),
        ('role = "placière"', 'role = "Camille Durand"', "personne-reconnue", "« role »"),
        ('services = ["ou-planter-d-abord"]', 'services = "x"', "valeur-inattendue", "une liste"),
    ],
)
def test_a_mistake_sets_the_problem_aside_and_is_placed(before: str, after: str, code: str, said: str) -> None:
    assert before in WHOLE
    lus = read(WHOLE.replace(before, after) + WHOLE.replace("place-trop-chaude", "autre"))
    (problem,) = lus.problems
    assert (problem.code, problem.level) == (code, Level.ERROR)
    message = problem.message.replace("\u00a0", " ")
    assert said in message
    assert "n° 1 (« place-trop-chaude »)" in message
    assert [one.id for one in lus.problemes] == ["autre"]


def test_a_problem_that_nobody_voices_is_set_aside() -> None:
    lus = read(WHOLE.partition("[[problemes.paroles]]")[0])
    assert [(problem.code, lus.problemes) for problem in lus.problems] == [("cle-obligatoire", [])]
    assert "paroles" in lus.problems[0].message


def test_all_mistakes_come_together() -> None:
    lus = read(WHOLE.replace('theme = "climat"', "").replace('qui = "metier"', 'qui = "x"\nemail = "x"'))
    assert [problem.code for problem in lus.problems] == ["cle-obligatoire", "personne-nommee", "code-inconnu"]


def test_an_unknown_key_is_said_and_the_problem_kept() -> None:
    lus = read(WHOLE.replace("titre =", 'urgence = "forte"\ntitre =') + '\n[[problemes]]\nid = "vide"\n')
    assert lus.problems[0].code == "cle-inconnue"
    assert [one.id for one in lus.problemes] == ["place-trop-chaude"]


def test_another_form_is_refused_with_the_one_expected() -> None:
    (problem,) = read("[problemes]\nid = 'x'\n").problems
    assert "[[problemes]]" in problem.message


def test_a_file_that_is_not_toml_is_refused_with_its_line() -> None:
    with pytest.raises(Refused, match="ligne 2"):
        read("\nid = \n")


def test_the_problems_of_a_town_join_those_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "problemes.toml").write_text(WHOLE, encoding="utf-8-sig")
    found = recueil(tmp_path)
    assert set(found.problemes) == {*fiches(), "place-trop-chaude"}
    assert found.problems == ()
    assert found.probleme("Place-trop-chaude").locale
    with pytest.raises(Refused, match="place-trop-chaude"):
        found.probleme("place-trop-chaudes")


def test_a_town_without_its_file_has_those_of_the_project(tmp_path: Path) -> None:
    assert recueil(tmp_path) == recueil()


def test_an_identifier_that_is_taken_is_said_and_the_first_kept(tmp_path: Path) -> None:
    taken = next(iter(fiches()))
    text = WHOLE + WHOLE + WHOLE.replace("place-trop-chaude", taken)
    (tmp_path / "problemes.toml").write_text(text, encoding="utf-8")
    found = recueil(tmp_path)
    assert [problem.code for problem in found.problems] == ["probleme-repete"] * 2
    assert not found.problemes[taken].locale
    assert len(found.problemes) == len(fiches()) + 1


def test_they_are_sorted_by_subject_then_title() -> None:
    keys = [(list(Sujet).index(one.sujet), one.titre) for one in recueil().problemes.values()]
    assert [rank for rank, _ in keys] == sorted(rank for rank, _ in keys)
    assert keys[0][1] == "Comment protéger les arbres de la ville dans la durée ?"
