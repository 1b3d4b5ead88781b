"""Two changes made from one revision: put together when they are apart, refused with every text when they meet."""

from collections.abc import Callable
from pathlib import Path

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coeurdeville.inventory.revisions.contenus import entries
from coeurdeville.inventory.revisions.depot import Depot
from coeurdeville.inventory.revisions.fusion import Conflit, fusion
from coeurdeville.inventory.ville import open_ville

from .conftest import say

VALUES = st.sampled_from(["", "Ville", "Agglo", "Syndicat"])
STATES = st.dictionaries(st.sampled_from(["arbres", "eaux", "bancs", "sols"]), VALUES)


def text(state: dict[str, str]) -> str:
    rows = [{"id": name, "couche": "x", "detenteur": holder} for name, holder in sorted(state.items())]
    return tomlkit.dumps({"ville": {"nom": "Valbois", "commune": "00042"}, "donnees": rows})


def holders(written: str) -> dict[str, str]:
    return {name: entry["detenteur"] for (name, _), entry in entries(written).items()}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STATES, STATES, STATES)
def test_every_change_of_each_is_kept_or_all_is_refused(
    base: dict[str, str], mine: dict[str, str], theirs: dict[str, str]
) -> None:
    names = {*base, *mine, *theirs}
    twice = {
        name
        for name in names
        if mine.get(name) != base.get(name) and theirs.get(name) not in (base.get(name), mine.get(name))
    }
    expected = {
        name: kept
        for name in names
        if (kept := (theirs if mine.get(name) == base.get(name) else mine).get(name)) is not None
    }
    if twice:
        with pytest.raises(Conflit) as caught:
            fusion(text(base), text(mine), text(theirs))
        assert {one.id for one in caught.value.divergences} == twice
    else:
        assert holders(fusion(text(base), text(mine), text(theirs))) == expected


def test_two_members_who_change_two_entries_both_keep_their_words(depot: Depot) -> None:
    depot.enregistrer(1, say("arbres", detenteur="Agglo"), "Luc", "Transfert")
    merged = depot.fusionner(1, say("eaux", detenteur="Département"), "Ana", "Correction")
    assert merged.numero == 3
    assert [one.detenteur for one in open_ville(depot.ouvrir()).donnees] == ["Agglo", "Département"]


def test_two_members_who_change_one_entry_are_told_every_text(depot: Depot) -> None:
    depot.enregistrer(1, say("eaux", detenteur="Agglo"), "Luc", "Transfert")
    with pytest.raises(Conflit) as caught:
        depot.fusionner(1, say("eaux", detenteur="Département"), "Ana", "Correction")
    assert [problem.code for problem in caught.value.problems] == ["entree-modifiee-deux-fois"]
    (one,) = caught.value.divergences
    told = [state["detenteur"] if state else "" for state in (one.base, one.mienne, one.autre)]
    assert told == ["Syndicat de l’Ourle", "Département", "Agglo"]
    assert depot.derniere() == depot.revision(2)


def test_the_same_answer_given_twice_is_no_conflict(depot: Depot) -> None:
    depot.enregistrer(1, say("eaux", detenteur="Agglo"), "Luc", "Transfert")
    assert depot.fusionner(1, say("eaux", detenteur="Agglo"), "Ana", "Transfert").numero == 2


def test_a_file_that_both_replaced_is_refused_and_one_that_one_replaced_is_brought(depot: Depot) -> None:
    def replace(content: str) -> Callable[[Path], object]:
        return lambda folder: (folder / "fichiers" / "arbres.csv").write_text(content, "utf-8")

    depot.enregistrer(1, replace("a"), "Luc", "Un")
    with pytest.raises(Conflit) as caught:
        depot.fusionner(1, replace("b"), "Ana", "Deux")
    assert [problem.code for problem in caught.value.problems] == ["fichier-modifie-deux-fois"]
    depot.fusionner(1, say("eaux", detenteur="Agglo"), "Ana", "Trois")
    assert (depot.ouvrir() / "fichiers" / "arbres.csv").read_text("utf-8") == "a"


def test_an_entry_and_its_file_removed_by_one_go(depot: Depot) -> None:
    def remove(folder: Path) -> None:
        written = (folder / "ville.toml").read_text("utf-8")
        start, end = written.index("[[donnees]]"), written.rindex("[[donnees]]")
        (folder / "ville.toml").write_text(written[:start] + written[end:], "utf-8")
        (folder / "fichiers" / "arbres.csv").unlink()

    depot.enregistrer(1, say("eaux", detenteur="Agglo"), "Luc", "Un")
    assert list(depot.fusionner(1, remove, "Ana", "Deux").fichiers) == ["ville.toml"]


def test_what_a_hand_wrote_elsewhere_stays() -> None:
    base = text({"arbres": "Ville", "eaux": "Ville"})
    theirs = base.replace("[[donnees]]", "# vu avec le service voirie\n[[donnees]]", 1).replace(
        'detenteur = "Ville"', 'detenteur = "Agglo"  # depuis 2025', 1
    )
    merged = fusion(base, text({"arbres": "Ville", "eaux": "Syndicat"}), theirs)
    assert merged == theirs.replace('detenteur = "Ville"', 'detenteur = "Syndicat"')


def test_the_town_itself_changed_by_one_then_by_both() -> None:
    base = text({"arbres": "Ville"})
    mine, theirs = base.replace("Valbois", "Valbois-sur-Ourle"), base.replace('"Ville"', '"Agglo"')
    assert fusion(base, mine, theirs) == mine.replace('"Ville"', '"Agglo"')
    with pytest.raises(Conflit) as caught:
        fusion(base, mine, base.replace("Valbois", "Valbois-lès-Ourle"))
    assert [problem.code for problem in caught.value.problems] == ["ville-modifiee-deux-fois"]
