"""The story of a season: every chapter in its order, each one through the verbs of the programme."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from coeurdeville.programme.demonstration.acteurs import Acteurs, acteurs
from coeurdeville.programme.demonstration.depots import deposer
from coeurdeville.programme.demonstration.generalisation import generaliser
from coeurdeville.programme.demonstration.instruction import instruire
from coeurdeville.programme.demonstration.ouverture import ouvrir
from coeurdeville.programme.demonstration.projets import experimenter
from coeurdeville.programme.demonstration.restitution import restituer
from coeurdeville.programme.demonstration.temps import courriers_partis
from coeurdeville.programme.models import Appel


def raconter(villes: Mapping[str, str]) -> Acteurs:
    """Tell season 2 with these towns, their names by Insee code: those of `saison_2.toml`, each with its space.

    Told once: when the call is there already, only the accounts are given.
    """
    told = recit()
    people = acteurs(villes)
    if Appel.objects.filter(saison__slug=told["saison"]["slug"]).exists():
        return people
    call = ouvrir(told, people)
    deposer(call, told["villes"], people)
    instruire(call, told["villes"], people)
    experimenter(call, told["projets"], people)
    generaliser(call, told, people)
    courriers_partis()
    restituer(call, people)
    return people


def recit() -> dict[str, Any]:
    """What is told."""
    text = files("coeurdeville.programme.demonstration").joinpath("saison_2.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
