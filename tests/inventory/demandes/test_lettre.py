"""Every letter is ready to sign: whole, courteous, well printed, with nothing invented and nothing left empty."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from coeurdeville.inventory.demandes.demande import Demande
from coeurdeville.inventory.demandes.fondement import FONDEMENTS, Fondement
from coeurdeville.inventory.demandes.lettre import Lettre, write_lettre
from coeurdeville.inventory.demandes.voulu import wanted_of
from coeurdeville.inventory.vocabulaire import Nature
from coeurdeville.layers.catalogue import kind_named, kinds
from coeurdeville.reports.letter.text import render

DAY = date(2026, 11, 25)
THREATS = ("tribunal", "juge", "contentieux", "mise en demeure", "sanction", "poursuite", "recours")
TO_FILL = re.compile(r"\[à compléter\u00a0: [^\[\]]{3,60}\]")
CONCESSION = FONDEMENTS["concession"]
Asked = Callable[..., Demande]


def sound(lettre: Lettre, misprints: Callable[[str], list[str]]) -> None:
    """What holds of every letter."""
    text = render(lettre)
    assert not re.search(r"[{}]|None|Nature\.|  ", text)
    for line in text.splitlines():
        if not re.match(r"\d\. |- ", line):  # an item of a list; a column, as its schema writes it
            assert misprints(line) == [], line
    assert "[" not in TO_FILL.sub("", text)
    assert not any(word in text.lower() for word in THREATS)
    assert [misprints(item) for item in lettre.points] == [[]] * len(lettre.points)
    assert lettre.points[-1].endswith(".")
    assert all(item.endswith(";") for item in lettre.points[:-1])
    assert "donnée à caractère personnel" in text
    assert "Licence Ouverte" in text
    assert "Valbois, le 25 novembre 2026" in text


@pytest.mark.parametrize("ground", FONDEMENTS.values(), ids=lambda one: one.cle)
@pytest.mark.parametrize("nature", [*Nature, None])
def test_a_letter_of_every_ground_to_every_nature(
    ground: Fondement, nature: Nature | None, asked: Asked, misprints: Callable[[str], list[str]]
) -> None:
    sound(write_lettre(asked(nature, ground, name="Un détenteur"), DAY), misprints)
    sound(write_lettre(asked(nature, ground, layer="reseaux-souterrains"), DAY), misprints)


@pytest.mark.parametrize("layer", list(kinds()))
def test_a_letter_for_every_layer(layer: str, asked: Asked, misprints: Callable[[str], list[str]]) -> None:
    sound(write_lettre(asked(Nature.SYNDICAT, layer=layer, name="Syndicat"), DAY), misprints)


@pytest.mark.parametrize("ground", FONDEMENTS.values(), ids=lambda one: one.cle)
def test_articles_are_cited_where_there_is_a_right_only(ground: Fondement, asked: Asked) -> None:
    lettre = write_lettre(asked(Nature.SYNDICAT, ground), DAY)
    assert bool(lettre.references) == ground.droit
    assert all(one.numero in lettre.references[0] for one in ground.articles)
    if not ground.droit:
        assert not re.search(r"article [LR]?\d", render(lettre))


def test_the_annex_has_the_columns_of_the_schema_those_needed_first(asked: Asked) -> None:
    lettre = write_lettre(asked(Nature.SYNDICAT), DAY)
    assert lettre.annexe is not None
    assert "Arbres urbains" in lettre.annexe.schema
    needed = [one.nom for one in lettre.annexe.colonnes if one.indispensable]
    assert needed[:3] == ["id", "longitude", "latitude"]
    assert [one.indispensable for one in lettre.annexe.colonnes] == sorted(
        (one.indispensable for one in lettre.annexe.colonnes), reverse=True
    )
    assert "hauteur" in {one.nom for one in lettre.annexe.colonnes}


def test_a_layer_without_schema_asks_for_its_own_columns() -> None:
    wanted = wanted_of(kind_named("batiments"))
    assert wanted.schema == ""
    assert wanted.colonnes[0].nom == "geometrie"


def test_an_awaited_layer_with_a_national_schema_names_it() -> None:
    wanted = wanted_of(kind_named("reseaux-souterrains"))
    assert "schema.data.gouv.fr" in wanted.schema
    assert (wanted.colonnes, bool(wanted.contient)) == ((), True)


def test_an_awaited_layer_with_a_schema_of_ours_has_its_columns() -> None:
    assert "Lieux frais" in wanted_of(kind_named("lieux-frais")).schema
    assert wanted_of(kind_named("lieux-frais")).colonnes


def test_a_concession_goes_to_who_granted_it_and_asks_for_the_date_of_the_contract(asked: Asked) -> None:
    lettre = write_lettre(asked(Nature.DELEGATAIRE, name="Eaux fictives"), DAY)
    assert "autorité concédante" in lettre.destinataire[0]
    assert "Eaux fictives" in lettre.ouverture[0]
    assert any("contrat de concession" in item for item in lettre.points)


def test_the_town_that_granted_a_concession_writes_to_its_company(asked: Asked) -> None:
    ground = FONDEMENTS["concession-de-la-ville"]
    lettre = write_lettre(asked(Nature.DELEGATAIRE, ground, name="Eaux fictives"), DAY)
    assert lettre.destinataire[0] == "Eaux fictives"
    assert lettre.copies == ()


def test_an_authority_that_is_only_presumed_is_asked_whether_it_is_one(asked: Asked) -> None:
    for made in (asked(Nature.DELEGATAIRE, name="Eaux fictives"), asked(Nature.SYNDICAT, CONCESSION, name="Syndicat")):
        lettre = write_lettre(made, DAY)
        assert "nous comprenons que vous" not in lettre.ouverture[0]
        assert lettre.ouverture[0].count("?") == 2


@pytest.mark.parametrize("key", ["concession", "concession-energie"])
def test_the_town_asks_an_authority_as_an_administration(key: str, asked: Asked) -> None:
    lettre = write_lettre(asked(Nature.SYNDICAT, FONDEMENTS[key], name="Syndicat"), DAY)
    assert "L3131" not in lettre.references[0]
    assert "2016-1321" in lettre.references[0]
    assert "L311-1" in lettre.references[0]
    base = lettre.ouverture[1]
    assert all(number in base for number in ("L3131-2", "L3131-3", "L3131-4", "votre concessionnaire", "date du"))
    assert ("L2224-31" in base) == (key == "concession-energie")


def test_the_article_on_users_is_in_no_letter(asked: Asked) -> None:
    assert "L114-8" not in render(write_lettre(asked(Nature.SYNDICAT), DAY))


def test_the_month_is_that_of_silence_and_publication_has_its_condition(asked: Asked) -> None:
    text = render(write_lettre(asked(Nature.PARAPUBLIC, FONDEMENTS["mission-de-service-public"]), DAY))
    assert "silence gardé pendant un mois vaut refus" in text
    assert "délai que prévoient les textes" not in text
    assert "atteint la taille" in text


@pytest.mark.parametrize("nature", [Nature.HABITANT, Nature.ASSOCIATION])
def test_citizens_are_invited_to_share_what_stays_theirs(nature: Nature, asked: Asked) -> None:
    lettre = write_lettre(asked(nature), DAY)
    text = render(lettre)
    assert lettre.objet.startswith("proposition de partage")
    assert "ne s’appuie sur aucune obligation" in text
    assert "ne les publiera pas sans votre accord" in text
    assert "les retirera si vous le lui demandez" in text


def test_an_inhabitant_has_no_annex_nor_words_of_the_trade(asked: Asked) -> None:
    lettre = write_lettre(asked(Nature.HABITANT), DAY)
    assert lettre.annexe is None
    assert "le plus utile" in lettre.points[1]
    text = render(lettre)
    assert not re.search(r"citer votre nom|schéma|projection|GeoJSON|Annexe", text)
    assert write_lettre(asked(Nature.ASSOCIATION), DAY).annexe is not None


@pytest.mark.parametrize("nature", [None, Nature.SYNDICAT, Nature.CCAS, Nature.DELEGATAIRE])
def test_no_right_is_given_up_before_those_who_may_owe_something(nature: Nature | None, asked: Asked) -> None:
    text = render(write_lettre(asked(nature, FONDEMENTS["courtoisie"], name="Un détenteur"), DAY))
    assert "obligation" not in text
    assert "reconnaissants" in text


def test_a_mayor_does_not_write_to_the_president_that_they_are(asked: Asked) -> None:
    lettre = write_lettre(asked(Nature.CCAS, name="CCAS de Valbois"), DAY)
    assert lettre.destinataire[1] == "À l’attention de la direction"
    assert "Président" not in render(lettre)
    assert [one.cle for one in lettre.echeances] == ["relance"]


def test_the_clock_goes_with_the_letter(asked: Asked) -> None:
    lettre = write_lettre(asked(Nature.SYNDICAT), DAY, date(2027, 1, 31))
    assert [one.date for one in lettre.echeances] == [date(2027, 2, 28), date(2027, 4, 28)]
