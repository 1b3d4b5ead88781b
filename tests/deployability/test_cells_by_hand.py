"""Five cells of each state, each explained by hand from the sheets of the sources and the needs of the service.

An expert can read them: town, service, what the town brings, the state, the layers that block, and why.
"""

from dataclasses import dataclass
from datetime import date

import pytest

from coeurdeville.core.licences import LOV2
from coeurdeville.deployability.matrix import Cell, matrix
from coeurdeville.deployability.proof import Proof
from coeurdeville.deployability.provider import Doubt, Place, Provider
from coeurdeville.deployability.town import TownInventory
from coeurdeville.deployability.verdict import CellState, Why
from coeurdeville.layers.catalogue import kind_named
from coeurdeville.services.catalogue import any_service

SAINT_QUENTIN, REDON, POITIERS, LA_ROCHELLE, CHOLET = "02691", "35236", "86194", "17300", "49099"
LES_ABYMES, SAINT_DENIS, NOUMEA = "97101", "97411", "98818"


@dataclass(frozen=True)
class Case:
    """One cell and why it is so."""

    commune: str
    service: str
    state: CellState
    why: str
    files: tuple[str, ...] = ()
    """Layers that the town holds in a file."""
    published: tuple[str, ...] = ()
    """Layers that the town has published, and nobody has downloaded."""
    blocking: tuple[str, ...] = ()
    proven: bool = False


POSSIBLE, DEGRADED = CellState.POSSIBLE, CellState.DEGRADED
TO_CHECK, BLOCKED, PROVEN = CellState.TO_CHECK, CellState.BLOCKED, CellState.PROVEN
CASES = (
    # A run in the store is the only proof. What was foreseen does not matter: it may have been degraded.
    Case(SAINT_QUENTIN, "patrimoine-arbore", PROVEN, "its trees are there, and the run is kept", ("arbres",),
         proven=True),
    Case(REDON, "regle-3-30-300", PROVEN, "run on the buildings and trees of the town, green spaces lacking",
         ("batiments", "arbres"), proven=True),
    Case(REDON, "connaissance-des-especes", PROVEN, "run on observations, their status lacking", ("observations",),
         proven=True),
    Case(POITIERS, "exposition-inondations", PROVEN, "run on buildings and zones", ("batiments", "zones-inondables"),
         proven=True),
    Case(SAINT_DENIS, "patrimoine-arbore", PROVEN, "overseas like elsewhere", ("arbres",), proven=True),
    # Every layer that the service asks for has a sure provider.
    Case(SAINT_QUENTIN, "patrimoine-arbore", POSSIBLE, "trees are all that it asks for", ("arbres",)),
    Case(REDON, "connaissance-des-especes", POSSIBLE, "GBIF is read and covers everything; statuses are in a file",
         ("statuts-especes",)),
    Case(REDON, "regle-3-30-300", POSSIBLE, "buildings from BD TOPO, canopy from its vegetation, the rest in files",
         ("arbres", "espaces-verts", "routes")),
    Case(LA_ROCHELLE, "exposition-inondations", POSSIBLE, "buildings from BD TOPO, all the rest in files",
         ("zones-inondables", "population", "equipements", "fonctions-de-dommage")),
    Case(SAINT_QUENTIN, "publier-les-arbres", POSSIBLE, "a practice that only needs the trees to publish",
         ("arbres",)),
    # Needs are sure; an improvement lacks or is not sure.
    Case(SAINT_QUENTIN, "regle-3-30-300", DEGRADED, "BD TOPO gives buildings and, by its vegetation, canopy; trees "
         "and green spaces of OpenStreetMap are not read"),
    Case(SAINT_DENIS, "regle-3-30-300", DEGRADED, "the same: BD TOPO covers the overseas départements"),
    Case(REDON, "connaissance-des-especes", DEGRADED, "GBIF is read; statuses have a sheet and no reader"),
    Case(POITIERS, "exposition-inondations", DEGRADED, "zones in a file, buildings from BD TOPO, nobody counted",
         ("zones-inondables",)),
    Case(SAINT_QUENTIN, "trame-verte", DEGRADED, "vegetation is enough to answer; public green spaces are not sure"),
    # It would take a provider of which something is not known, or that no code reads.
    Case(SAINT_QUENTIN, "patrimoine-arbore", TO_CHECK, "OpenStreetMap has trees: not read, and are all drawn?",
         blocking=("arbres",)),
    Case(REDON, "patrimoine-arbore", TO_CHECK, "the town has published its trees; nobody has looked at the file",
         published=("arbres",), blocking=("arbres",)),
    Case(LA_ROCHELLE, "exposition-inondations", TO_CHECK, "zones of AZI, TRI, PPR: no reader, coverage not said",
         blocking=("zones-inondables",)),
    Case(SAINT_QUENTIN, "catastrophes-naturelles", TO_CHECK, "decrees cover every commune, and no code reads them",
         blocking=("arretes-catnat",)),
    Case(SAINT_QUENTIN, "vulnerabilite-a-la-chaleur", TO_CHECK, "buildings and vegetation are read, water is not",
         blocking=("eau",)),
    # A need that nobody is known to give.
    Case(SAINT_QUENTIN, "acces-a-la-fraicheur", BLOCKED, "no national list of cool places exists",
         blocking=("lieux-frais",)),
    Case(REDON, "ilot-de-chaleur-mesure", BLOCKED, "nobody measures the air of the town that we know of",
         blocking=("mesures-temperature",)),
    Case(NOUMEA, "regle-3-30-300", BLOCKED, "BD TOPO stops at the overseas départements", blocking=("batiments",)),
    Case(LES_ABYMES, "argiles-et-secheresse", BLOCKED, "clay zones are only mapped in the metropole",
         blocking=("zones-argileuses",)),
    Case(SAINT_QUENTIN, "recenser-les-reperes-de-crue", BLOCKED, "flood marks have no national source",
         blocking=("reperes-de-crue",)),
)  # fmt: skip


def cell_of(case: Case) -> Cell:
    service = any_service(case.service)
    given = [(slug, Place.FILE, ()) for slug in case.files]
    given += [(slug, Place.PUBLISHED, (Doubt.DOWNLOAD,)) for slug in case.published]
    offer = {
        kind_named(slug): (Provider(kind_named(slug), place, slug, slug, "La ville", LOV2, doubts),)
        for slug, place, doubts in given
    }
    proofs = {(case.commune, case.service): Proof("cle", date(2026, 11, 25))} if case.proven else {}
    inventories = {case.commune: TownInventory(case.commune, None, offer)}
    return matrix([case.commune], inventories, proofs, [service]).row(case.commune)[0]


@pytest.mark.parametrize("case", CASES, ids=lambda one: f"{one.state}-{one.service}-{one.commune}")
def test_cell_is_what_the_hand_finds(case: Case) -> None:
    cell = cell_of(case)
    assert cell.state is case.state, case.why
    assert tuple(one.slug for one in cell.verdict.blocking) == case.blocking, case.why


def test_there_are_five_of_each() -> None:
    states = [case.state for case in CASES]
    assert {state: states.count(state) for state in CellState} == dict.fromkeys(CellState, 5)


@pytest.mark.parametrize(
    ("commune", "why", "doubts"),
    [
        (CHOLET, Why.DOUBTED, (Doubt.READER,)),
        (REDON, Why.DOUBTED, (Doubt.READER, Doubt.COVERAGE)),
        (SAINT_DENIS, Why.ABSENT, ()),
    ],
)
def test_local_climate_zones_cover_some_areas_and_are_not_said_elsewhere(
    commune: str, why: Why, doubts: tuple[Doubt, ...]
) -> None:
    """88 urban areas of the metropole: a few are known by name, the list is not here, overseas there are none."""
    cell = cell_of(Case(commune, "vulnerabilite-a-la-chaleur", TO_CHECK, ""))
    (reason,) = [one for one in cell.verdict.reasons if one.layer.slug == "zones-climatiques-locales"]
    known = [one for one in matrix([commune]).offer(commune).get(reason.layer, ()) if one.key == "cerema-lcz"]
    assert [one.doubts for one in known] == ([doubts] if why is Why.DOUBTED else [])
