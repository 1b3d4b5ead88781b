"""What is said of each layer, of a column, of a licence: plain French, nothing hidden."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from coeurdeville.core.licences import LICENCES, LOV2
from coeurdeville.deployability.assess import assess
from coeurdeville.deployability.matrix import Cell, matrix
from coeurdeville.deployability.provider import Doubt, Place, Provider
from coeurdeville.deployability.summary import summary
from coeurdeville.deployability.words import of_blocking, of_licence, of_reason, of_summary
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import Ouverture
from tests.deployability.conftest import KINDS, Give, Ground, Shade, Water, Wind, offer_of


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_each_reason_has_its_sentence(cool: Any, give: Give, misprints: Callable[[str], list[str]]) -> None:
    doubted = Provider(Water, Place.SOURCE, "s", "Carte", "IGN", LOV2, (Doubt.READER, Doubt.COVERAGE), "la liste")
    held = Provider(Ground, Place.FILE, "sol", "Sols", "", LOV2)
    verdict = assess(cool, offer_of(held, doubted, give(Wind)))
    assert [plainly(of_reason(one)) for one in verdict.reasons] == [
        "« Sol » : Sols (fichier de la ville)",
        "« Eau » : peut-être, Carte (IGN, source nationale), mais le logiciel ne sait pas encore la lire et on ne sait "
        "pas si elle couvre la commune (il manque la liste)",
        "« Ombre » : aucune source connue ne la donne",
        "« Vent » : Titre (Détenteur, source nationale)",
    ]
    assert [text for one in verdict.reasons if (text := misprints(of_reason(one)))] == []


def test_whom_the_inventory_names_is_not_said_unknown(cool: Any) -> None:
    status = Statut(date(2026, 1, 2), Ouverture.CANDIDATE)
    lamps = Donnee("o", "ombre", "Ombre", detenteur="Syndicat", statuts=(status,))
    reason = next(one for one in assess(cool, {}).reasons if one.layer is Shade)
    said = "« Ombre » : pas encore donnée ; Syndicat, candidate à l’ouverture (inventaire)"
    assert plainly(of_reason(reason, (lamps,))) == said


def cells(service: Any, *offers: Any) -> list[Cell]:
    verdicts = {id(offer): assess(service, offer) for offer in offers}
    return [Cell("02691", service, verdicts[id(offer)]) for offer in offers]


def test_a_column_says_why_more_than_half_are_alike(cool: Any, give: Give) -> None:
    lacking, whole = offer_of(give(Ground)), offer_of(*map(give, KINDS))
    most = summary(cells(cool, lacking, lacking, whole))
    assert plainly(of_summary(most)) == "Bloqué dans 2 communes sur 3 : il manque « Eau »."
    assert [one.layer for one in most.because] == [Water]
    degraded = offer_of(give(Ground), give(Water), give(Wind))
    assert [one.layer for one in summary(cells(cool, degraded)).because] == [Shade]
    assert "tout ce qu’il faut est connu" in of_summary(summary(cells(cool, whole)))


def test_layers_of_the_same_doubt_are_said_together(cool: Any, give: Give) -> None:
    doubted = offer_of(give(Ground, Doubt.READER), give(Water, Doubt.READER), give(Shade, Doubt.COVERAGE))
    assert plainly(of_summary(summary(cells(cool, doubted)))) == (
        "À vérifier dans 1 commune sur 1 : « Sol » et « Eau » à vérifier "
        "(le logiciel ne lit pas encore la source nationale)."
    )


def test_towns_whose_sources_differ_but_lack_the_same_are_counted_together(cool: Any, give: Give) -> None:
    with_wind = offer_of(give(Ground), give(Wind))
    both = summary(cells(cool, offer_of(give(Ground)), with_wind, with_wind))
    assert plainly(of_summary(both)) == "Bloqué dans 3 communes sur 3 : il manque « Eau »."


def test_what_is_only_in_doubt_is_not_said_to_lack(cool: Any, give: Give) -> None:
    verdict = assess(cool, offer_of(give(Ground, Doubt.READER)))
    said = "« Sol » à vérifier (le logiciel ne lit pas encore la source nationale) ; il manque « Eau »"
    assert plainly(of_blocking(verdict)) == said
    assert [one.layer for one in summary(cells(cool, offer_of(give(Ground, Doubt.READER)))).because] == [Water]


def test_half_is_not_more_than_half(cool: Any, give: Give) -> None:
    even = summary(cells(cool, offer_of(give(Ground)), offer_of(*map(give, KINDS))))
    assert of_summary(even) == ""
    assert even.total == 2


@pytest.mark.parametrize(("key", "said"), [("lov2", "Licence Ouverte 2.0"), ("cc-by-nc", "non publiable")])
def test_licence_of_the_result_comes_from_what_is_used(cool: Any, give: Give, key: str, said: str) -> None:
    ground = Provider(Ground, Place.SOURCE, "s", "Sols", "IGN", LICENCES[key])
    assert said in of_licence(assess(cool, offer_of(ground, give(Water))))
    assert of_licence(assess(cool, offer_of(ground))) == ""


def test_what_the_public_reads_has_no_trade_word() -> None:
    found = matrix(["02691", "35236", "97411"])
    verdicts = [cell.verdict for row in found.rows() for cell in row]
    said = {text for one in verdicts for text in (of_blocking(one), *map(of_reason, one.reasons))}
    assert [text for text in said if re.search(r"aucun code|ville ajouter|[a-z]_|[a-z]/[a-z]|pas sûr", text)] == []
