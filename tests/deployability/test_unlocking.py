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
from coeurdeville.deployability.provider import Place, Provider
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.unlocking.best_sets import Unlocking, unlockings
from coeurdeville.deployability.unlocking.csv_table import COLUMNS, write_csv
from coeurdeville.deployability.unlocking.goals import Goal
from coeurdeville.deployability.unlocking.holders import PROJECT, Act
from coeurdeville.deployability.unlocking.locks import locked
from coeurdeville.deployability.unlocking.words import MOST, of_gap, of_ways
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.vocabulaire import Nature, Ouverture
from coeurdeville.layers.catalogue import DataKind, kind_named
from coeurdeville.layers.flood_zones import FloodZones
from coeurdeville.layers.trees import Trees
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
        (entry(Ouverture.CANDIDATE, fichier="x.csv"), Act.READ, PROJECT, "Entrée"),
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


def test_a_source_that_no_code_reads_is_the_project_s_business_then_the_usual_holder_where_unsure() -> None:
    made = matrix(["02691", "35236"], services=[asking("arbres-seuls", Trees)])
    first = unlockings(locked(made, inhabitants()))[0]
    told = {(way.act, way.who, way.unsure): count for way, count in first.holders}
    assert told[Act.READ, PROJECT, True] == 2
    assert sum(count for (act, *_), count in told.items() if act is Act.ASK) == 2


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
    assert rows[-1]["services_dans_les_communes"] == "9"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
