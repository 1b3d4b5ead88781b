"""Two editions side by side: what changed, and why it may not be compared."""

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from coeurdeville.reports.editions import Edition, Established, difference
from coeurdeville.reports.editions.comparing import Change, ServiceDifference


@pytest.fixture
def later(edition: Edition) -> Edition:
    """The same edition on another day, to be changed."""
    return replace(edition, identifiant="2026-12-01", summary=copy.deepcopy(edition.summary))


def trees(edition: Edition) -> Any:
    return next(one for one in edition.summary["services"] if one["nom"] == "patrimoine-arbore")


def figure(edition: Edition, indicator: str) -> Any:
    return next(one for one in trees(edition)["chiffres"] if one["indicateur"] == indicator)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def of_trees(before: Edition, after: Edition) -> ServiceDifference:
    return difference(before, after).services[0]


def test_an_edition_does_not_differ_from_itself(edition: Edition, later: Edition) -> None:
    found = difference(edition, later)
    assert (found.before, found.after, found.versions) == ("2026-11-25", "2026-12-01", None)
    assert [one.title for one in found.services] == [
        "Patrimoine arboré", "Règle 3-30-300", "Connaissance des espèces", "Exposition aux inondations",
    ]  # fmt: skip
    assert all((one.changes, one.caveats) == ((), ()) and one.same > 0 for one in found.services)


def test_a_figure_that_changed_is_worded_twice(edition: Edition, later: Edition) -> None:
    figure(later, "trees")["valeur"] = 12_345.0
    found = of_trees(edition, later)
    (change,) = found.changes
    assert (change.title, plain(change.before), plain(change.after)) == (
        "Arbres en place",
        "230 arbres",
        "12 345 arbres",
    )
    assert found.same == of_trees(edition, edition).same - 1


def test_a_change_that_rounding_hides_is_none(edition: Edition, later: Edition) -> None:
    figure(later, "identified")["valeur"] -= 0.001
    assert of_trees(edition, later).changes == ()


def test_a_figure_that_is_not_given_says_why(edition: Edition, later: Edition) -> None:
    figure(later, "trees").update(valeur=None, raison="il manque « Arbres »")
    (change,) = of_trees(edition, later).changes
    assert plain(change.after) == "non calculé : il manque « Arbres »"


def test_settings_and_data_are_told_when_the_run_is_another(edition: Edition, later: Edition) -> None:
    service = trees(later)
    service["parametres"][1]["valeur"] = 40
    service["couches_utilisees"][0]["origine"]["millesime"] = {"debut": "2018-01-01", "fin": "2018-12-31"}
    assert of_trees(edition, later).caveats == ()
    service["cle_du_calcul"] = "autre"
    town = edition.summary["commune"]["nom"]
    assert [plain(one) for one in of_trees(edition, later).caveats] == [
        "Réglage « Nombre d’arbres sous lequel aucune part n’est donnée » : 30 arbres, puis 40 arbres.",
        f"Donnée « Arbres » : Arbres (fictif) (Ville de {town}, 2026), puis Arbres (fictif) (Ville de {town}, 2018).",
    ]


def test_data_that_are_undated_or_used_once_are_told(edition: Edition, later: Edition) -> None:
    service = trees(later)
    service["cle_du_calcul"] = "autre"
    (use,) = service["couches_utilisees"]
    service["couches_utilisees"] = [{**use, "demandee": "eau"}]
    assert [plain(one) for one in of_trees(edition, later).caveats] == [
        "Donnée « Arbres » : utilisée dans la première édition seulement.",
        "Donnée « Eau » : utilisée dans la seconde édition seulement.",
    ]
    service["couches_utilisees"] = [{**use, "origine": {**use["origine"], "millesime": None, "producteur": None}}]
    (said,) = of_trees(edition, later).caveats
    assert plain(said).endswith(", puis Arbres (fictif) (producteur inconnu, date inconnue).")


def test_another_method_and_another_program_are_told(edition: Edition, later: Edition) -> None:
    service = trees(later)
    service.update(cle_du_calcul="autre", methode={**service["methode"], "citation": "Autre (2027)."})
    later = replace(later, summary={**later.summary, "version_du_logiciel": "99"})
    (said,) = of_trees(edition, later).caveats
    assert plain(said).endswith("Puis : Autre (2027).")
    assert difference(edition, later).versions == (edition.summary["version_du_logiciel"], "99")


def test_a_service_that_did_not_run_loses_its_figures(
    edition: Edition, poor: Established, kept: Callable[[Any], Edition]
) -> None:
    found = of_trees(edition, kept(poor.files))
    assert found.caveats == ()
    lost = {change.title: plain(change.after) for change in found.changes}
    assert lost["Arbres en place"] == "non calculé : il manque « Arbres »"


def test_a_service_of_one_edition_only(edition: Edition, later: Edition) -> None:
    services = [one for one in later.summary["services"] if one["nom"] != "patrimoine-arbore"]
    found = difference(edition, replace(later, summary={**later.summary, "services": services})).services[-1]
    assert found.title == "Patrimoine arboré"
    assert (found.same, found.caveats) == (0, ())
    assert found.changes[0] == Change("Arbres en place", "230\u00a0arbres", "absent de cette édition")


def test_editions_of_two_towns_are_not_compared(edition: Edition) -> None:
    with pytest.raises(ValueError, match="editions of 00001 and 00002"):
        difference(edition, replace(edition, commune="00002"))
