"""The accounts of the story. Their addresses lead nowhere (`.example` is reserved)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coeurdeville.comptes.models import Membre, Utilisateur
from coeurdeville.comptes.roles import Role

ORGANISMES = ("Banque des Territoires", "OpenDataFrance")
EN_COURS = "00005"
"""The town whose project is not over: its pair still writes in it."""


@dataclass(frozen=True)
class Acteurs:
    """Somebody for each place."""

    coordination: Utilisateur
    relecteurs: tuple[Utilisateur, ...]
    jury: tuple[Utilisateur, ...]
    signataires: Mapping[str, Utilisateur]
    """By organisation."""
    accompagnateur: Utilisateur
    animateur: Utilisateur
    binomes: Mapping[str, Utilisateur]
    """By Insee code."""

    def comptes(self) -> Iterator[tuple[Utilisateur, str]]:
        """Each account that a newcomer can try, with what it is."""
        yield self.coordination, "coordination"
        yield self.relecteurs[0], "relecteur"
        yield self.jury[0], "membre du jury"
        yield from ((one, f"signataire ({name})") for name, one in self.signataires.items())
        yield self.accompagnateur, "accompagnateur"
        yield self.binomes[EN_COURS], "référent métier d’une ville dont l’expérimentation est en cours"


def acteurs(villes: Mapping[str, str]) -> Acteurs:
    """The accounts, those of a pair for each town included; the same ones when asked for again."""
    return Acteurs(
        _coordination(),
        tuple(_compte(f"relecteur{n}", f"Essai (relecteur {n})") for n in (1, 2, 3, 4)),
        tuple(_compte(f"jury{n}", f"Essai (jury {n})") for n in (1, 2)),
        {name: _compte(f"signataire{n}", f"Essai ({name})") for n, name in enumerate(ORGANISMES, 1)},
        _compte("accompagnateur", "Essai (accompagnateur)"),
        _compte("animateur", "Essai (animateur)"),
        {code: _binome(code, name) for code, name in villes.items()},
    )


def _coordination() -> Utilisateur:
    user = _compte("coordination", "Essai (coordination)")
    if not user.is_superuser:
        Utilisateur.objects.filter(pk=user.pk).update(coordination=True, is_staff=True, is_superuser=True)
        user.refresh_from_db()
    user.is_verified = lambda: True  # type: ignore[attr-defined]
    return user


def _binome(code: str, nom: str) -> Utilisateur:
    kept = Membre.objects.filter(commune=code, role=Role.REFERENT).select_related("utilisateur").first()
    if kept is not None:
        return kept.utilisateur
    user = _compte(f"referent-{code}", f"Essai (référent métier, {nom})")
    Membre.objects.update_or_create(utilisateur=user, commune=code, defaults={"role": Role.REFERENT})
    return user


def _compte(name: str, label: str) -> Utilisateur:
    user, _ = Utilisateur.objects.get_or_create(courriel=f"{name}@demo.example", defaults={"nom": label})
    return user
