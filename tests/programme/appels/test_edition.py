"""Writing in a call, before and after it is published."""

from collections.abc import Callable

import pytest
from programme.monde import OPENING, call, coordination, mandated, user

from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.criteres import ecrire_criteres
from coeurdeville.programme.appels.edition import enregistrer
from coeurdeville.programme.appels.lecture import mandats_de
from coeurdeville.programme.appels.mandats import confier, retirer
from coeurdeville.programme.appels.ouverture import ouvrir
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Appel, Courrier, Mandat, ProcesVerbal, Saison, Signature

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def test_new_call_has_form_criteria_purposes_and_retention() -> None:
    saison = Saison.objects.create(slug="s", titre="Saison 9", numero=9, themes=["climat"], debut=OPENING)
    appel = ouvrir(saison, "Données vertes !", coordination())
    assert (appel.slug, appel.etat, appel.themes) == ("donnees-vertes", "brouillon", ["climat"])
    assert [one.cle for one in appel.criteres.all()] == ["innovation", "experience", "organisation", "partage"]
    assert refused(lambda: ouvrir(saison, "données vertes", None)) == ["appel-deja-nomme"]
    assert refused(lambda: ouvrir(saison, " ?! ", None)) == ["appel-sans-titre"]


def test_draft_is_written_freely_and_a_published_call_is_not() -> None:
    draft = call("brouillon")
    enregistrer(draft, {"titre": "Autre titre", "etat": "publie"})
    ecrire_criteres(draft, [{"cle": "seul", "titre": "Seul", "question": "", "poids": 1}])
    kept = Appel.objects.get()
    assert (kept.titre, kept.etat) == ("Autre titre", "brouillon")
    assert [one.cle for one in kept.criteres.all()] == ["seul"]
    Appel.objects.update(etat="publie")
    assert refused(lambda: enregistrer(draft, {"titre": "Encore"})) == ["appel-deja-publie"]
    assert refused(lambda: ecrire_criteres(draft, [])) == ["appel-deja-publie"]


def criterion(titre: str, cle: str = "") -> dict[str, object]:
    return {"cle": cle, "titre": titre, "question": "", "poids": 1}


@pytest.mark.parametrize(
    ("titles", "codes"),
    [
        (["Utilité", "Sobriété", "utilité !"], ["criteres-de-meme-titre"]),
        (["La volonté d’essayer quelque chose de nouveau ici", "La volonté d’essayer quelque chose de nouveau là"],
         ["criteres-de-meme-titre"]),
        (["???"], ["critere-sans-mot"]),
        (["???", "Utilité", "Utilité"], ["critere-sans-mot", "criteres-de-meme-titre"]),
    ],
)  # fmt: skip
def test_criteria_that_cannot_be_told_apart_are_refused(titles: list[str], codes: list[str]) -> None:
    draft = call("brouillon")
    assert refused(lambda: ecrire_criteres(draft, [criterion(one) for one in titles])) == codes
    assert draft.criteres.count() == 4


def test_title_taken_over_from_a_criterion_that_was_renamed_gets_another_key() -> None:
    draft = call("brouillon")
    ecrire_criteres(draft, [criterion("Audace", "innovation"), criterion("Innovation")])
    assert [(one.cle, one.titre) for one in draft.criteres.all()] == [
        ("innovation", "Audace"), ("innovation-2", "Innovation"),
    ]  # fmt: skip


def test_words_of_a_published_call_are_corrected_with_a_reason() -> None:
    appel = call(promesse="Avant")
    franchir(appel, "corriger", coordination(), "Une faute.", valeurs={"promesse": "Après"})
    assert Appel.objects.get().promesse == "Après"
    for values, code in (({"promesse": "Après"}, "correction-vide"), ({"perimetre": "02"}, "correction-impossible")):
        act = lambda: franchir(Appel.objects.get(), "corriger", coordination(), "Non.", valeurs=values)  # noqa: B023, E731
        assert refused(act) == [code]


def test_somebody_unknown_gets_an_account_and_a_letter() -> None:
    appel = call(contact="appel@essai.example")
    mandat = confier(appel, coordination(), "Lea@Essai.example", Mandat.Role.SIGNATAIRE, "Organisme A")
    assert mandat.utilisateur.courriel == "lea@essai.example"
    assert not mandat.utilisateur.has_usable_password()
    letter = Courrier.objects.get()
    assert letter.sujet.replace("\u00a0", " ") == "Vous êtes signataire : Appel d’essai"
    assert "/compte/connexion/" in letter.texte


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"etat": "brouillon"}, "L’appel est en préparation. Une fois publié, il se lira ici"),
     ({"etat": "publie"}, "\nL’appel, son cahier des charges et ses critères")],
)  # fmt: skip
def test_letter_says_whether_the_call_can_be_read_yet(fields: dict[str, str], said: str) -> None:
    confier(call(**fields), coordination(), "lea@essai.example", "jury")
    text = Courrier.objects.get().texte
    assert said in text
    assert "/appels/essai/" in text


@pytest.mark.parametrize("etat", ["archive", "annule"])
def test_no_mandate_is_given_once_the_call_is_over(etat: str) -> None:
    appel = call(etat)
    assert refused(lambda: confier(appel, coordination(), "lea@essai.example", "jury")) == ["mandat-appel-fini"]
    assert not Courrier.objects.exists()


@pytest.mark.parametrize(
    ("etat", "count"),
    [("brouillon", 1), ("publie", 1), ("instruction", 1), ("decide", 1), ("archive", 1), ("annule", 0)],
)
def test_mandates_are_found_as_soon_as_they_are_given(etat: str, count: int) -> None:
    assert len(mandats_de(mandated("jury", call(etat)))) == count


def test_mandate_is_refused_with_all_its_reasons() -> None:
    appel = call()
    assert refused(lambda: confier(appel, coordination(), "lea", "signataire", "Autre")) == [
        "mandat-adresse",
        "mandat-sans-organisme",
    ]
    confier(appel, coordination(), "lea@essai.example", "jury")
    assert refused(lambda: confier(appel, coordination(), "lea@essai.example", "jury")) == ["mandat-deja-donne"]


def test_who_signed_keeps_the_mandate() -> None:
    appel = call()
    mandat = confier(appel, coordination(), "lea@essai.example", "signataire", "Organisme A")
    minutes = ProcesVerbal.objects.create(appel=appel, rang=1, contenu={}, empreinte="0" * 64, etabli_par=user("x"))
    signature = Signature.objects.create(proces_verbal=minutes, mandat=mandat, empreinte="0" * 64)
    assert refused(lambda: retirer(mandat, coordination())) == ["mandat-qui-a-signe"]
    signature.delete()
    retirer(mandat, coordination())
    assert not Mandat.objects.exists()
