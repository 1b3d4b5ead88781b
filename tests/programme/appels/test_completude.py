"""What a call lacks before it can be published."""

from datetime import date

import pytest
from django.utils.timezone import localdate
from programme.monde import OPENING, call, coordination, mandated

from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.completude import verifier
from coeurdeville.programme.appels.ouverture import ouvrir
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Appel, Mandat, Saison

pytestmark = pytest.mark.django_db
WORDS = {
    "promesse": "Une expérimentation accompagnée.", "presentation": "Pourquoi.", "cahier": "## Qui\n- Les villes",
    "eligibles_au": OPENING.date(), "contact": "appel@essai.example",
    "traitements": [{"finalite": "Instruire", "base": "Article 6-1-e", "duree": "Deux ans"}],
    "conservation": dict.fromkeys(
        ("brouillon", "irrecevable", "retenue", "liste_attente", "non_retenue", "sans_suite", "retiree", "desistee"), 12
    ),
}  # fmt: skip


def complete(**fields: object) -> Appel:
    appel = call("brouillon", **{**WORDS, **fields})
    for name in appel.organisateurs:
        signing = mandated(Mandat.Role.SIGNATAIRE, appel, f"signataire-{name[-1]}")
        Mandat.objects.filter(utilisateur=signing).update(organisation=name)
    return appel


def codes(appel: Appel) -> list[str]:
    return [one.code for one in verifier(appel, None, "")]


def test_complete_call_is_published_and_dated() -> None:
    appel = complete()
    assert codes(appel) == []
    franchir(appel, "publier", coordination())
    kept = Appel.objects.get()
    assert kept.etat == "publie"
    assert kept.publie_le is not None


def test_new_call_lacks_everything_that_only_people_know() -> None:
    saison = Saison.objects.create(slug="s", titre="Saison 9", numero=9, themes=["climat"], debut=OPENING)
    appel = ouvrir(saison, "Données vertes", coordination())
    found = [one.message for one in verifier(appel, None, "")]
    assert [text.partition(" : ")[0] for text in found[:2]] == [
        "Il manque à l’appel ce qu’une ville y gagne.", "Il manque à l’appel la présentation.",
    ]  # fmt: skip
    assert codes(appel) == ["appel-incomplet"] * 7 + ["appel-un-seul-organisateur"]
    with pytest.raises(Refused):
        franchir(appel, "publier", coordination())


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"ouvre_le": OPENING.replace(year=2040)}, "appel-dates-inversees"),
        ({"perimetre": "99"}, "perimetre-inconnu"),
        ({"eligibles_au": date(2018, 3, 26)}, "appel-avant-le-programme"),
        ({"organisateurs": ["Organisme A"]}, "appel-un-seul-organisateur"),
        ({"formulaire": []}, "appel-critere-sans-question"),
        ({"conservation": {"retiree": 6}}, "appel-sans-conservation"),
        ({"traitements": [{"finalite": "Instruire", "base": "", "duree": "Deux ans"}]}, "appel-sans-traitements"),
    ],
)
def test_each_lack_is_said(fields: dict[str, object], code: str) -> None:
    assert code in codes(complete(**fields))


@pytest.mark.parametrize(
    ("fin", "found"),
    [(None, ["appel-limite-passee"]), (localdate(), ["appel-limite-passee"]), (date(2023, 7, 1), [])],
)
def test_limit_already_past_is_only_that_of_a_season_that_is_over(fin: date | None, found: list[str]) -> None:
    appel = complete(ouvre_le=OPENING, ferme_le=OPENING.replace(month=4))
    appel.saison.fin = fin
    assert codes(appel) == found


def test_each_organiser_signs() -> None:
    appel = complete()
    Mandat.objects.filter(organisation="Organisme B").delete()
    assert [one.message for one in verifier(appel, None, "")] == ["Aucun signataire ne parle pour Organisme B."]


@pytest.mark.parametrize("state", ["brouillon", "retenue", "liste_attente"])
def test_no_candidature_may_be_kept_for_ever(state: str) -> None:
    kept = {code: months for code, months in complete().conservation.items() if code != state}
    assert codes_with(kept) == ["appel-sans-conservation"]


def codes_with(conservation: dict[str, int]) -> list[str]:
    appel = Appel.objects.get()
    appel.conservation = conservation
    return codes(appel)


def test_something_weighs() -> None:
    appel = complete()
    appel.criteres.update(poids=0)
    assert codes(appel) == ["appel-sans-critere"]
