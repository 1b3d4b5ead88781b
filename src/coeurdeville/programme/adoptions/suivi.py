"""What an animateur follows of spreading: towns with their adoptions and the agreements proposed to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from coeurdeville.core.french import plain
from coeurdeville.programme.adoptions.renoncements import raisons
from coeurdeville.programme.models import Accord, Adoption, Experimentation


@dataclass
class Ligne:
    """One town."""

    commune: str
    nom: str
    projets: list[Experimentation] = field(default_factory=list)
    adoptions: list[tuple[Adoption, str]] = field(default_factory=list)
    """Each with the reason of the town that gave it up."""
    accords: list[Accord] = field(default_factory=list)


def suivi(codes: Collection[str]) -> Sequence[Ligne]:
    """The towns that experiment, adopt or were offered something, by name. Four queries at most."""
    found: dict[str, Ligne] = {}
    for project in Experimentation.objects.filter(commune__in=codes):
        _of(found, project).projets.append(project)
    adoptions = list(Adoption.objects.filter(commune__in=codes).select_related("cas"))
    why = raisons(adoptions)
    for one in adoptions:
        _of(found, one).adoptions.append((one, why.get(one.pk, "")))
    for accord in Accord.objects.filter(commune__in=codes).select_related("offre"):
        _of(found, accord).accords.append(accord)
    return sorted(found.values(), key=lambda one: plain(one.nom))


def _of(found: dict[str, Ligne], one: Experimentation | Adoption | Accord) -> Ligne:
    return found.setdefault(one.commune, Ligne(one.commune, one.nom))
