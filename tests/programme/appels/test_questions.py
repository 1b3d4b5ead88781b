"""Changing the form of a call, question by question."""

from dataclasses import replace

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.formulaire import Champ, Formulaire, Sorte, de_base, ecrire, lire
from coeurdeville.programme.appels.questions import ajouter, ajouter_etape, modifier, monter, retirer

QUESTION = Champ("", Sorte.TEXTE, "Quelle école, s’il y en a une ?")


def keys(form: Formulaire, etape: str) -> list[str]:
    step = form.etape(etape)
    return [] if step is None else [one.cle for one in step.champs]


def test_form_comes_back_as_it_was_written() -> None:
    assert lire(ecrire(de_base())) == de_base()


def test_question_is_added_under_its_own_key() -> None:
    form = ajouter(ajouter(de_base(), "service", QUESTION), "service", QUESTION)
    assert keys(form, "service")[-2:] == ["quelle_ecole_s_il_y_en_a_une", "quelle_ecole_s_il_y_en_a_une_2"]


def test_question_moves_up_and_stops_at_the_top() -> None:
    form = monter(de_base(), "service_texte")
    assert keys(form, "service") == ["forme", "service_texte", "service"]
    assert keys(monter(monter(form, "service_texte"), "service_texte"), "service")[0] == "service_texte"


def test_step_without_question_goes() -> None:
    form = retirer(retirer(de_base(), "donnees"), "donnees_texte")
    assert form.etape("donnees") is None
    assert form.etape("service") == de_base().etape("service")


def test_new_step_comes_last_with_its_question() -> None:
    form = ajouter_etape(de_base(), " Le quartier ", "Lequel.", QUESTION)
    assert (form.etapes[-1].cle, form.etapes[-1].titre) == ("le-quartier", "Le quartier")
    assert [one.titre for one in form.etapes[-1].champs] == [QUESTION.titre]


def test_question_is_written_anew_in_its_place() -> None:
    before = de_base().champ("elu")
    assert before is not None
    form = modifier(de_base(), replace(before, titre="Élu référent"))
    assert keys(form, "binome") == keys(de_base(), "binome")
    assert form.champ("elu") == replace(before, titre="Élu référent")


def test_all_that_is_wrong_is_said_at_once() -> None:
    wrong = Champ("", Sorte.CHOIX, " ", options={"a": "oui"}, minimum=3, maximum=1)
    with pytest.raises(Refused) as refused:
        ajouter(de_base(), "service", wrong)
    assert [one.code for one in refused.value.problems] == [
        "question-sans-titre", "question-sans-choix", "question-bornes",
    ]  # fmt: skip


def test_key_of_a_question_that_changed_its_sort_is_not_given_twice() -> None:
    theme = de_base().champ("theme")
    assert theme is not None
    form = ajouter(modifier(de_base(), replace(theme, sorte=Sorte.TEXTE)), "service", replace(theme, cle=""))
    assert keys(form, "service")[-1] == "theme_2"


def test_choice_is_offered_once() -> None:
    with pytest.raises(Refused, match="question-choix-en-double"):
        ajouter(de_base(), "service", Champ("", Sorte.CHOIX, "Lequel ?", options={"a": "un", "b": "un"}))


def test_what_the_jury_reads_is_asked_once() -> None:
    with pytest.raises(Refused, match="question-en-double"):
        ajouter(de_base(), "service", Champ("", Sorte.THEME, "Encore le thème"))
