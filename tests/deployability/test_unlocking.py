"""Which layers unlock most, for whom, by whom: over a few towns, counted again by bringing the layers."""

import csv
import io
from datetime import date
from typing import Any

import pytest

from coeurdeville.core.licences import UNKNOWN
from coeurdeville.deployability.alike import alike
from coeurdeville.deployability.assess import assess
from coeurdeville.deployability.matrix import Matrix, matrix
from coeurdeville.deployability.national import NationalOffer
from coeurdeville.deployability.people import inhabitants
from coeurdeville.deployability.proof import Proof
from coeurdeville.deployability.provider import Doubt, Place, Provider
from coeurdeville.deployability.telling import telling
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.unlocking.best_sets import Unlocking, unlockings
from coeurdeville.deployability.unlocking.csv_table import COLUMNS, write_csv
from coeurdeville.deployability.unlocking.goals import Goal
from coeurdeville.deployability.unlocking.holders import PROJECT, Act
from coeurdeville.deployability.unlocking.locks import locked
from coeurdeville.deployability.unlocking.words import FEW, MOST, of_equals, of_gain, of_gap, of_ways
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import Nature, Ouverture
from coeurdeville.layers.catalogue import DataKind, kind_named, kinds
from coeurdeville.layers.contract.awaited import Awaited
from coeurdeville.layers.flood_zones import FloodZones
from coeurdeville.layers.trees import Trees
from coeurdeville.services.catalogue import service
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.services.contract.described import Described, Sort

VALBOIS, MONTCLAIR, RIVENEUVE = "00001", "00002", "00003"
PEOPLE = {VALBOIS: 100, MONTCLAIR: 10, RIVENEUVE: 1}
LIGHTS, FOUNTAINS = kind_named("points-lumineux"), kind_named("fontaines")
ENTRY: dict[str, Any] = {"id": "e", "titre": "Entrée"}


def asking(slug: str, *needs: DataKind) -> Described:
    return Described("x", slug, slug, "?", Theme.CLIMATE, Sort.NEW, {kind.id: kind for kind in needs}, {}, {}, (), (),
                     (), (), "x")  # fmt: skip


SHADE, FLOOD, NIGHT = asking("ombre", Trees), asking("crue", FloodZones), asking("nuit", Trees, LIGHTS)


def sure(kind: DataKind) -> tuple[Provider, ...]:
    return (Provider(kind, Place.FILE, "x", "x", "", UNKNOWN),)


def town(code: str, *has: DataKind, told: dict[DataKind, tuple[Donnee, ...]] | None = None) -> TownInventory:
    return TownInventory(code, None, {kind: sure(kind) for kind in has}, told or {})


def towns(*inventories: TownInventory, services: Any = (SHADE, FLOOD, NIGHT), proofs: Any = None) -> Matrix:
    return Matrix(list(PEOPLE), services, {one.commune: one for one in inventories}, proofs or {}, NationalOffer([]))


def found(made: Matrix, goal: Goal = Goal.CELLS, most: int = 4, **kwargs: Any) -> tuple[Unlocking, ...]:
    return unlockings(locked(made, PEOPLE, **kwargs), goal, most)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def entry(ouverture: Ouverture, **kwargs: Any) -> Donnee:
    return Donnee(couche="arbres", statuts=(Statut(date(2026, 1, 1), ouverture),), **ENTRY, **kwargs)


def test_each_size_has_its_best_set_and_what_it_unlocks() -> None:
    one, two, three = found(towns(town(VALBOIS, Trees), town(MONTCLAIR, FloodZones)))
    assert [kind.slug for kind in one.layers] == ["arbres"]
    assert (one.cells, one.towns, one.inhabitants, one.served) == (2, 2, 11, 11)
    assert [service.slug for service in one.services] == ["ombre"]
    assert [kind.slug for kind in two.layers] == ["arbres", "points-lumineux"]
    assert (two.cells, two.towns, two.inhabitants, two.served) == (5, 3, 111, 122)
    assert (three.cells, three.towns, three.inhabitants, three.served) == (7, 3, 111, 223)
    assert all(each.exact and each.gap == 0 for each in (one, two, three))


def test_the_goal_changes_the_choice() -> None:
    """The flood zones lack in the large town only; the trees lack in both small ones."""
    made = towns(
        town(VALBOIS, Trees), town(MONTCLAIR, FloodZones), town(RIVENEUVE, FloodZones), services=(SHADE, FLOOD)
    )
    assert found(made, Goal.CELLS)[0].layers == (Trees,)
    assert found(made, Goal.TOWNS)[0].layers == (Trees,)
    assert found(made, Goal.PEOPLE)[0].layers == (FloodZones,)


def test_towns_counts_a_town_once_however_many_services_it_gains() -> None:
    first = found(towns(town(VALBOIS, FloodZones)), Goal.TOWNS)[0]
    assert first.value == first.towns == 3
    assert first.layers == (Trees,)


def test_a_service_that_a_run_proves_is_not_unlocked_again() -> None:
    proofs = {(VALBOIS, "ombre"): Proof("k", date(2026, 1, 1))}
    assert found(towns(services=(SHADE,)))[0].cells == 3
    assert found(towns(services=(SHADE,), proofs=proofs))[0].cells == 2


def test_layers_that_no_code_reads_are_told_and_can_be_left_out() -> None:
    wide = found(towns())
    assert wide[-1].unread == (LIGHTS,)
    assert wide[-1].cells == 9
    narrow = found(towns(), readable_only=True)
    assert all(not one.unread for one in narrow)
    assert narrow[-1].cells == 6
    assert sum(not lock.alternatives for one in locked(towns(), PEOPLE, readable_only=True) for lock in one.locks) == 1


def test_what_runs_everywhere_leaves_nothing_to_unlock() -> None:
    full = [town(code, Trees, FloodZones, LIGHTS) for code in PEOPLE]
    assert found(towns(*full)) == ()


def test_towns_without_inventory_are_counted_together() -> None:
    groups = alike(towns(town(VALBOIS, Trees)))
    assert [group.communes for group in groups] == [(VALBOIS,), (MONTCLAIR, RIVENEUVE)]
    assert groups[0].has(Trees)
    assert not groups[1].has(Trees)


@pytest.mark.parametrize(
    ("told", "act", "who", "what"),
    [
        (entry(Ouverture.CANDIDATE, detenteur="Syndicat"), Act.OPEN, "Syndicat", "candidate à l’ouverture"),
        (entry(Ouverture.CERCLE, nature=Nature.SYNDICAT), Act.OPEN, "acteur public local",
         "partagée dans un cercle de confiance"),
        (entry(Ouverture.OUVERTE, producteur="Commune"), Act.DOWNLOAD, "Commune", "déjà ouverte"),
        (entry(Ouverture.ABSENTE, detenteur="Commune"), Act.PRODUCE, "", ""),
    ],
)  # fmt: skip
def test_an_inventory_says_who_has_to_do_what(told: Donnee, act: Act, who: str, what: str) -> None:
    inventories = [town(code, told={Trees: (told,)}) for code in PEOPLE]
    (way, count), *others = found(towns(*inventories, services=(SHADE,)))[0].holders
    assert (way.act, way.who, way.what, count, others) == (act, who, what, 3, [])


def test_data_that_exist_somewhere_come_before_those_that_do_not_elsewhere() -> None:
    told = (entry(Ouverture.ABSENTE), entry(Ouverture.CANDIDATE, detenteur="Association"))
    first = found(towns(town(VALBOIS, told={Trees: told}), services=(SHADE,)))[0]
    assert {(way.act, way.who, count) for way, count in first.holders} == {
        (Act.OPEN, "Association", 1), (Act.ASK, "", 2),
    }  # fmt: skip


@pytest.mark.parametrize("said", [{}, {"fichier": "x.csv"}])
def test_an_entry_that_tells_nothing_of_its_holder_does_not_speak(said: dict[str, Any]) -> None:
    """Without holder, status nor nature: the usual holder is asked, as in the page of a town."""
    bare = Donnee(couche="arbres", **ENTRY, **said)
    assert telling(Trees, town(VALBOIS, told={Trees: (bare,)})) == ()
    first = found(towns(town(VALBOIS, told={Trees: (bare,)}), services=(SHADE,)))[0]
    assert {way.act for way, _ in first.holders} == {Act.ASK}
    assert telling(Trees, town(VALBOIS, told={Trees: (entry(Ouverture.CANDIDATE),)})) != ()


def file_of(kind: DataKind, doubt: Doubt) -> TownInventory:
    held = Provider(kind, Place.FILE, "e", "Relevé", "Régie", UNKNOWN, (doubt,))
    return TownInventory(VALBOIS, None, {kind: (held,)})


@pytest.mark.parametrize(
    ("kind", "doubt", "act", "who"),
    [(LIGHTS, Doubt.READER, Act.READ, PROJECT), (Trees, Doubt.UNREADABLE, Act.MEND, "Régie")],
)
def test_a_file_at_hand_is_read_by_code_to_be_or_given_again(kind: DataKind, doubt: Doubt, act: Act, who: str) -> None:
    first = found(towns(file_of(kind, doubt), services=(asking("seul", kind),)))[0]
    assert (act, who, "Relevé", 1) in {(way.act, way.who, way.what, count) for way, count in first.holders}


def test_a_source_of_a_layer_that_code_reads_is_downloaded_then_the_usual_holder_asked_where_unsure() -> None:
    made = matrix(["02691", "35236"], services=[asking("arbres-seuls", Trees)])
    first = unlockings(locked(made, inhabitants()))[0]
    told = {(way.act, way.who, way.unsure): count for way, count in first.holders}
    assert told[Act.DOWNLOAD, "Contributeurs d’OpenStreetMap", True] == 2
    assert "à télécharger et à ajouter au dossier de la ville" in "".join(of_ways(first))
    assert sum(count for (act, *_), count in told.items() if act is Act.ASK) == 2


def test_a_reader_is_to_be_written_only_for_layers_that_no_code_reads() -> None:
    made = matrix(["02691", "35236", "97411"])
    for one in unlockings(locked(made, inhabitants())):
        for way, _ in one.holders:
            assert (way.act is not Act.READ) or isinstance(way.layer, Awaited)
            assert (way.act is not Act.MEND) or not isinstance(way.layer, Awaited)


def test_sets_that_do_as_well_are_counted_and_what_changes_is_named() -> None:
    """Trees, flood zones and lights each unlock one service everywhere: what code reads is chosen."""
    services = (asking("nuit", LIGHTS), SHADE, FLOOD)
    one, two, three = found(towns(services=services))
    assert not one.unread
    assert (one.as_good, set(one.varying)) == (2, {Trees, FloodZones, LIGHTS})
    assert (set(two.layers), two.as_good) == ({Trees, FloodZones}, 2)
    assert (three.as_good, three.varying, of_equals(three)) == (0, (), "")
    assert plain(of_equals(one)) == (
        "2 autres ensembles de cette taille font aussi bien ; de l’un à l’autre changent « Arbres », "
        "« Points lumineux » et « Zones inondables »"
    )


def test_too_many_layers_that_change_are_counted() -> None:
    asked = [kind for kind in kinds().values() if isinstance(kind, Awaited)][: FEW + 1]
    first = found(towns(services=[asking(kind.slug, kind) for kind in asked]))[0]
    assert first.as_good == FEW
    assert plain(of_equals(first)).endswith(f"{FEW + 1} données changent de l’un à l’autre")


def test_what_is_computed_and_what_is_described_are_counted_apart() -> None:
    first = found(towns(services=(SHADE, service("patrimoine-arbore"))))[0]
    assert (first.computed, first.described, first.cells) == (3, 3, 6)
    assert [plain(text) for text in of_gain(first)] == [
        "3 services calculés de plus tourneraient", "3 services décrits de plus auraient leurs données",
    ]  # fmt: skip


def test_the_usual_holder_follows_the_competence_and_the_intercommunal_body() -> None:
    pipes = kind_named("reseau-pluvial")
    made = Matrix(["02691", "12300"], [asking("pluie", pipes)], national=NationalOffer([]))
    first = unlockings(locked(made, inhabitants()))[0]
    assert {way.who: count for way, count in first.holders} == {"intercommunalité": 1, "commune": 1}


@pytest.mark.parametrize("goal", list(Goal))
def test_counts_are_those_found_by_bringing_the_layers_to_real_towns(goal: Goal) -> None:
    made = matrix(["02691", "35236", "97411", "86194", "17300", "2A004", "98818"])
    people = inhabitants()
    for one in unlockings(locked(made, people), goal):
        gained = [
            (code, service)
            for code in made.communes
            for service in made.services
            if not made.cell(code, service).verdict.runs
            and assess(service, {**made.offer(code), **{kind: sure(kind) for kind in one.layers}}).runs
        ]
        assert one.cells == len(gained)
        assert one.towns == len({code for code, _ in gained})
        assert one.inhabitants == sum(people[code] for code in {code for code, _ in gained})
        assert one.served == sum(people[code] for code, _ in gained)
        assert set(one.services) == {service for _, service in gained}


def test_beyond_the_effort_the_gap_is_said() -> None:
    services = [asking("a", Trees), asking("b", FloodZones, LIGHTS), asking("c", LIGHTS, FOUNTAINS)]
    sets = unlockings(locked(towns(services=services), PEOPLE), most=3, effort=0)
    rough = next(one for one in sets if not one.exact)
    assert rough.value < rough.bound
    assert rough.gap == pytest.approx(100 * (rough.bound - rough.value) / rough.bound)
    assert "près" in of_gap(rough)
    assert (rough.as_good, of_equals(rough)) == (None, "")


def test_many_holders_are_counted_not_listed() -> None:
    made = Matrix([f"000{rank}" for rank in range(10, 20)], [SHADE], national=NationalOffer([]))
    made.inventories = {
        code: town(code, told={Trees: (entry(Ouverture.CANDIDATE, detenteur=f"Syndicat {code}"),)})
        for code in made.communes
    }
    lines = list(of_ways(unlockings(locked(made, {}))[0]))
    assert len(lines) == MOST + 1
    assert "6 autres" in lines[-1].replace("\u00a0", " ")


def test_the_file_has_one_line_by_set_and_harmless_cells() -> None:
    told = entry(Ouverture.CANDIDATE, detenteur="=1+1")
    text = io.StringIO()
    write_csv(found(towns(town(VALBOIS, told={Trees: (told,)}))), text)
    rows = list(csv.DictReader(io.StringIO(text.getvalue())))
    assert [row["nombre"] for row in rows] == ["1", "2", "3"]
    assert tuple(rows[0]) == COLUMNS
    assert rows[-1]["lecteur_a_ecrire"] == "points-lumineux"
    assert rows[-1]["services_dans_les_communes"] == rows[-1]["dont_decrits"] == "9"
    assert rows[-1]["dont_calcules"] == rows[-1]["ex_aequo"] == "0"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
