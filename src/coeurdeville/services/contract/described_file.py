"""A described service read from its file, `services/decrits/<slug>.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from coeurdeville.inventory.donnee import Cooperation
from coeurdeville.inventory.vocabulaire import Forme, Nature
from coeurdeville.layers.catalogue import DataKind, kind_named
from coeurdeville.services.contract.declaration import Indicator, Theme
from coeurdeville.services.contract.described import Capacity, Described, Experience, Sort

FOLDER = Path(__file__).parents[1] / "decrits"
KEYS = {"id", "titre", "question", "theme", "sorte", "il_faut", "mieux_avec", "chiffres", "contraintes", "capacites",
        "experiences", "cooperations", "source"}  # fmt: skip
EXPERIENCE = {"qui": "who", "commune": "commune", "quand": "when", "source": "source", "resultat": "result",
              "jours": "days"}  # fmt: skip
"""Key of the TOML file -> field."""


def read_described(path: Path) -> Described:
    """The service of a file.

    Raises
    ------
    TypeError
        For a key that is unknown or lacks, a figure that requires what the service does not ask for; `Refused` and
        `ValueError` for a layer or a code that does not exist: mistakes of the project, not of a user.
    """
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    if wrong := told.keys() ^ KEYS:
        raise TypeError(f"{path.name}: unknown or lacking keys {', '.join(sorted(wrong))}")
    found = Described(
        told["id"], path.stem, told["titre"], told["question"], Theme(told["theme"]), Sort(told["sorte"]),
        needs=_layers(told["il_faut"]), improvements=_layers(told["mieux_avec"]),
        indicators={f"figure_{rank}": _figure(one) for rank, one in enumerate(told["chiffres"], start=1)},
        constraints=tuple(told["contraintes"]), capacities=tuple(Capacity(one) for one in told["capacites"]),
        experiences=tuple(_experience(one, path.name) for one in told["experiences"]),
        cooperations=tuple(_cooperation(one) for one in told["cooperations"]), source=told["source"],
    )  # fmt: skip
    for figure in found.indicators.values():
        if alien := set(figure.requires) - found.layers.keys():
            raise TypeError(f"{path.name}: « {figure.title} » requires {', '.join(sorted(alien))}, not asked for")
    return found


def _layers(slugs: list[str]) -> dict[str, DataKind]:
    found = (kind_named(slug) for slug in slugs)
    return {kind.id: kind for kind in found}


def _figure(told: dict[str, Any]) -> Indicator:
    requires = tuple(kind_named(slug).id for slug in told.get("demande", ()))
    return Indicator(told["titre"], told["unite"], requires=requires)


def _experience(told: dict[str, Any], file: str) -> Experience:
    if unknown := told.keys() - EXPERIENCE.keys():
        raise TypeError(f"{file}: unknown keys of an experience {', '.join(sorted(unknown))}")
    return Experience(**{EXPERIENCE[key]: value for key, value in told.items()})


def _cooperation(told: dict[str, Any]) -> Cooperation:
    nature = Nature(told["nature"]) if "nature" in told else None
    forme = Forme(told["forme"]) if "forme" in told else None
    return Cooperation(**{**told, "forme": forme, "nature": nature})
