"""The bodies of an export put on the communes of today: by SIREN, never by name alone."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coeurdeville.core.problems import Kind, Level, Problem
from coeurdeville.inventory.observatoire.lecture import Observatoire
from coeurdeville.inventory.observatoire.organisme import COMMUNE, INTERCOMMUNALES, Organisme
from coeurdeville.inventory.observatoire.presence import Etat, presence_of
from coeurdeville.territories.commune import Commune
from coeurdeville.territories.noms import bare_key
from coeurdeville.territories.referentiel import Referentiel

SUCCESSIONS = Path(__file__).with_name("successions.toml")
SHARED = Kind(
    "siren-partage",
    "Des communes portent dans « {name} » le SIREN d’une autre ; elles sont laissées de côté.",
    "Corriger ces SIREN dans le fichier, ou le signaler à l’observatoire.",
    Level.WARNING,
)
UNPLACED = Kind(
    "organisme-sans-commune",
    "Des communes et des intercommunalités de « {name} » n’existent plus sous ce SIREN, ou en portent un faux ; elles "
    "ne sont rattachées à rien.",
    "Vérifier leur SIREN d’aujourd’hui. En outre-mer, le référentiel des communes n’a pas toujours de SIREN.",
    Level.WARNING,
)
NOWHERE = Kind(
    "organisme-sans-adresse",
    "Des communes et des intercommunalités de « {name} » n’ont aucune adresse ; elles sont tenues pour non vues.",
    "Compléter leur adresse dans le fichier si elles publient.",
    Level.NOTE,
)
PREFIX = re.compile(r"^commune (?:de |d )?", re.IGNORECASE)


@dataclass(frozen=True)
class Rattachement:
    """What was seen of communes, and everything that could not be placed."""

    etats: Mapping[str, Etat]
    """Insee code -> state, for every commune that was asked about."""
    problems: tuple[Problem, ...]


def place(observatoire: Observatoire, communes: Mapping[str, Commune], known: Referentiel) -> Rattachement:
    """The state of these communes. What is said of lines that fit nowhere is about the whole file."""
    towns, bodies = _sirens(known)
    of_town, of_body = defaultdict(list), defaultdict(list)
    shared, unplaced = [], []
    for one, siren in ((one, _today(one.siren)) for one in observatoire.organismes):
        if one.type == COMMUNE and siren in towns:
            of_town[siren].append(one)
        elif one.type in INTERCOMMUNALES and siren in bodies:
            of_body[siren].append(one)
        elif one.type == COMMUNE or one.type in INTERCOMMUNALES:
            unplaced.append(one)
    for siren, lines in of_town.items():
        own = _own(lines, towns[siren])
        shared += [one for one in lines if one not in own]
        of_town[siren] = own
    etats = {
        code: Etat(
            commune,
            presence_of(of_town.get(commune.siren or "", ())),
            presence_of(of_body.get(commune.epci.siren, ())) if commune.epci else None,
        )
        for code, commune in communes.items()
    }
    nowhere = [one for lines in (*of_town.values(), *of_body.values()) for one in lines if not one.publie]
    told = ((SHARED, shared), (UNPLACED, unplaced), (NOWHERE, nowhere))
    said = (kind(name=observatoire.fichier, examples=_named(lines)) for kind, lines in told if lines)
    return Rattachement(etats, tuple(said))


@cache
def successions() -> dict[str, str]:
    """SIREN of an export -> SIREN of today."""
    told = tomllib.loads(SUCCESSIONS.read_text(encoding="utf-8"))
    return {former: str(one["aujourd_hui"]) for former, one in told.items()}


def _today(siren: str) -> str:
    return successions().get(siren, siren)


def _sirens(known: Referentiel) -> tuple[dict[str, str], frozenset[str]]:
    """SIREN -> name of communes, and SIREN of intercommunal bodies."""
    table = known.communes.select(["siren", "nom", "epci"]).to_pylist()
    return {row["siren"]: row["nom"] for row in table if row["siren"]}, frozenset(row["epci"] for row in table)


def _own(lines: list[Organisme], name: str) -> list[Organisme]:
    """Of the lines of one SIREN, those of the commune: all when one name is there, else those that bear its name."""
    if len({_key(one.nom) for one in lines}) == 1:
        return lines
    return [one for one in lines if _key(one.nom) == bare_key(name)]


def _key(name: str) -> str:
    return bare_key(PREFIX.sub("", name))


def _named(lines: Iterable[Organisme]) -> list[str]:
    return [f"ligne {one.ligne} : {one.nom} ({one.siren})" for one in lines]
