"""What a form sends made into values, and values said in words; the clock."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from coeurdeville.programme.appels.formulaire import Champ, de_base
from coeurdeville.programme.candidatures.echeance import reste
from coeurdeville.programme.candidatures.mots import dite
from coeurdeville.programme.candidatures.saisie import base_de, envoye, lue, nom_de_ligne


def field(key: str) -> Champ:
    found = de_base().champ(key)
    assert found is not None
    return found


@pytest.mark.parametrize(("key", "sent", "value"), [
    ("charge", {"charge": " 1 234,5 "}, 1234.5),
    ("charge", {"charge": "beaucoup"}, "beaucoup"),
    ("charge", {"charge": ""}, ""),
    ("ouverture", {"ouverture": "non"}, False),
    ("ouverture", {"ouverture": "peut-être"}, "peut-être"),
    ("partage", {"partage": " Un. "}, "Un."),
    ("donnees", {"donnees|arbres|a|b": "utile", "donnees|eau|": "", "autre|x|": "utile"},
     [{"couche": "arbres", "entree": "a|b", "role": "utile"}]),
])  # fmt: skip
def test_value_that_a_form_gives(key: str, sent: dict[str, str], value: Any) -> None:
    assert lue(field(key), sent) == value


def test_name_of_a_line_is_read_back() -> None:
    name = nom_de_ligne("donnees", "arbres", "releve|2024")
    assert lue(field("donnees"), {name: "utile"}) == [{"couche": "arbres", "entree": "releve|2024", "role": "utile"}]


@pytest.mark.parametrize(("sent", "base"), [
    ({"base.partage": "3"}, 3), ({}, 0), ({"base.partage": "-1"}, 0), ({"base.partage": "9" * 30}, 0),
    ({"base.partage": "x"}, 0),
])  # fmt: skip
def test_version_under_the_eyes(sent: dict[str, str], base: int) -> None:
    assert base_de(field("partage"), sent) == base


def test_choice_where_nothing_is_chosen_is_not_sent() -> None:
    assert not envoye(field("ouverture"), {"partage": ""})
    assert envoye(field("partage"), {"partage": ""})
    assert envoye(field("donnees"), {"donnees|arbres|": ""})


@pytest.mark.parametrize(("key", "value", "words"), [
    ("theme", "climat", "Adaptation au changement climatique"),
    ("theme", "autrefois", "autrefois"),
    ("forme", "pratique", "une bonne pratique de publication"),
    ("service", "autre", "un autre"),
    ("service", "service-disparu", "service-disparu"),
    ("ouverture", False, "non"),
    ("charge", 6.0, "6"),
    ("charge", 2.5, "2,5"),
    ("partage", None, ""),
    ("donnees", [{"couche": "arbres", "entree": "a1", "role": "utile"},
                 {"couche": "eau", "entree": "", "role": "indispensable"}],
     "Arbres (utile, «\u00a0a1\u00a0» de l’inventaire)\nEau (indispensable)"),
])  # fmt: skip
def test_answer_in_words(key: str, value: Any, words: str) -> None:
    assert dite(field(key), value) == words


@pytest.mark.parametrize(("left", "words"), [
    (timedelta(days=3, hours=4, minutes=50), "3\u00a0jours et 4\u00a0heures"),
    (timedelta(days=1), "1\u00a0jour"),
    (timedelta(days=1, minutes=30), "1\u00a0jour"),
    (timedelta(hours=2, minutes=5), "2\u00a0heures et 5\u00a0minutes"),
    (timedelta(minutes=1), "1\u00a0minute"),
    (timedelta(seconds=59), "moins d’une minute"),
    (timedelta(), "moins d’une minute"),
    (timedelta(microseconds=-1), ""),
])  # fmt: skip
def test_clock(left: timedelta, words: str) -> None:
    now = datetime(2022, 4, 30, tzinfo=UTC)
    assert reste(now + left, now) == words


def test_clock_over_the_change_of_hour_counts_real_hours() -> None:
    before = datetime(2022, 10, 30, 0, 30, tzinfo=UTC)
    assert reste(datetime(2022, 10, 30, 1, 30, tzinfo=UTC), before) == "1\u00a0heure"
