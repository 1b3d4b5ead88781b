"""Figures of several towns side by side."""

from datetime import date
from typing import Any

from coeurdeville.reports.comparison import Compared, comparisons

DAY = date(2026, 11, 25)
ORIGIN = {
    "titre": "Arbres", "producteur": None, "licence": {"titre": "Licence Ouverte 2.0"},
    "millesime": {"debut": "2018-01-01", "fin": "2024-12-31"},
}  # fmt: skip


def service(figures: list[dict[str, Any]], page: object = True, reason: str | None = None) -> dict[str, Any]:
    return {
        "nom": "arbres", "titre": "Arbres", "page": page or None, "raison": reason, "chiffres": figures,
        "indicateurs": [
            {"nom": "trees", "titre": "Arbres en place", "unite": "arbres", "decimales": 0},
            {"nom": "share", "titre": "Part du premier genre", "unite": "%", "decimales": 1},
        ],
        "couches_utilisees": [{"origine": ORIGIN}] if page else [],
        "confiance": {"note": "B"},
    }  # fmt: skip


def figure(name: str, value: float | None, **more: Any) -> dict[str, Any]:
    plain = {"zonage": "commune", "categorie": None, "parametre": None, "modalite": None, "raison": None}
    return {"indicateur": name, "valeur": value, **plain, **more}


def town(name: str, *services: dict[str, Any]) -> Compared:
    return Compared(name, f"/{name}/", DAY, {"services": services})


def test_figures_of_the_whole_town_stand_side_by_side() -> None:
    zone, species = figure("trees", 9, zonage="quartier"), figure("trees", 3, categorie="tilleul")
    one = service([figure("trees", 1234), figure("share", 17.26), zone, species, figure("share", 1, parametre="a=2")])
    (found,) = comparisons([town("Redon", one), town("Olemps", service([figure("trees", 1)]))])
    assert [column.label for column in found.table.columns] == ["Chiffre", "Redon, 25/11/2026", "Olemps, 25/11/2026"]
    assert found.table.rows == (
        ("Arbres en place", "1\u202f234", "1"),
        ("Part du premier genre (%)", "17,3", "non calculé\u00a0: ce chiffre n’était pas encore donné"),
    )
    assert found.sources[0] == (
        "Redon", "Arbres, producteur à préciser, 2018 à 2024, Licence Ouverte 2.0. Confiance B."
    )  # fmt: skip


def test_a_share_says_its_unit_even_when_its_title_holds_a_threshold() -> None:
    told = service([figure("canopy", 2)])
    told["indicateurs"] = [
        {"nom": "canopy", "titre": "Logements ayant 30\u202f% de canopée autour", "unite": "%", "decimales": 0}
    ]
    (found,) = comparisons([town("Redon", told)])
    assert found.table.rows == (("Logements ayant 30\u202f% de canopée autour (%)", "2"),)


def test_what_lacks_says_why() -> None:
    own = service([figure("trees", None, raison="trop peu d’arbres")])
    other = service([], page=None, reason="il manque « Arbres »")
    (found,) = comparisons([town("Redon", own), town("Olemps", other), town("Bény")])
    assert found.table.rows == (
        (
            "Arbres en place",
            "non calculé\u00a0: trop peu d’arbres",
            "non calculé\u00a0: il manque «\u00a0Arbres\u00a0»",
            "non calculé\u00a0: service absent de cette édition",
        ),
    )
    assert [words for _, words in found.sources[1:]] == ["pas de calcul, donc pas de source."] * 2


def test_service_that_ran_nowhere_is_not_compared() -> None:
    assert comparisons([town("Redon", service([], page=None))]) == ()


def test_what_one_town_tells_apart_has_no_row_of_its_own_where_another_lacks_it() -> None:
    lacking = service([figure("trees", None, raison="il manque « Arbres »"), figure("share", None, raison="peu")])
    parted = [figure("trees", 3, categorie="tilleul"), figure("trees", 2, categorie="orme")]
    (found,) = comparisons([town("Redon", service([*parted, figure("share", 12)])), town("Olemps", lacking)])
    assert [row[0] for row in found.table.rows] == ["Part du premier genre (%)"]


def test_scenarios_are_in_words_and_stand_in_one_row_however_they_are_written() -> None:
    first = service([figure("trees", 9, modalite="frequent"), figure("trees", 12, modalite="extreme")])
    second = service([figure("trees", 7, modalite="01Fréquent")])
    third = service([figure("trees", None, raison="il manque les bâtiments")])
    towns = [town(name, one) for name, one in (("Redon", first), ("Olemps", second), ("Bény", third))]
    assert [tuple(cell.replace("\u00a0", " ") for cell in row) for row in comparisons(towns)[0].table.rows] == [
        ("Arbres en place (inondation fréquente)", "9", "7", "non calculé : il manque les bâtiments"),
        ("Arbres en place (inondation extrême)", "12", "non calculé : ses données n’ont pas ce scénario",
         "non calculé : il manque les bâtiments"),
    ]  # fmt: skip
