"""Signing the minutes: once for each organisation that designates, on what they hold and still hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from coeurdeville.core.french import listing
from coeurdeville.core.problems import Kind, Problem
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.instructions.valeur import appliquee, complementaire, ecarts, intact
from coeurdeville.programme.models import Mandat, ProcesVerbal, Signature

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur

NOT_ORGANISER = Kind(
    "signature-sans-organisme",
    "Votre mandat de signataire ne dit pas pour lequel des organismes de l’appel vous signez.",
    "Demander à la coordination d’écrire l’organisme dans le mandat : {organismes}.",
)
TWICE = Kind(
    "signature-deja-faite",
    "« {organisme} » a déjà signé ce procès-verbal.",
    "Attendre la signature des autres organismes.",
)
CHANGED = Kind(
    "signature-decisions-changees",
    "Des décisions ont changé depuis que ce procès-verbal est établi.",
    "Demander à la coordination de le remplacer.",
)
BROKEN = Kind(
    "signature-proces-verbal-altere",
    "Le procès-verbal ne répond plus à son empreinte.",
    "Demander à la coordination de le remplacer.",
)
INCOMPLETE = Kind(
    "signatures-incompletes", "Il manque la signature de {organismes}.", "Attendre que tous les organismes aient signé."
)
NO_ORGANISER = Kind(
    "appel-sans-organisateurs", "L’appel ne dit pas quels organismes désignent.", "Les écrire dans l’appel."
)
ANNOUNCED = Kind(
    "proces-verbal-annonce", "Les décisions de ce procès-verbal sont annoncées : il ne se remplace plus.",
    "Écrire une nouvelle décision pour chaque ville concernée.",
)  # fmt: skip


def verifier(minutes: ProcesVerbal, acteur: Utilisateur, _motif: str, **_donnees: Any) -> Iterator[Problem]:
    """Somebody signs for an organisation that has not signed yet, minutes that say what is decided now."""
    mandate = mandat_de(minutes, acteur)
    if mandate is None or mandate.organisation not in minutes.appel.organisateurs:
        yield NOT_ORGANISER(organismes=listing(list(minutes.appel.organisateurs)))
    elif mandate.organisation not in manquants(minutes):
        yield TWICE(organisme=mandate.organisation)
    if not intact(minutes):
        yield BROKEN()
    if differing := ecarts(minutes):
        yield CHANGED(examples=differing)


def signer(minutes: ProcesVerbal, acteur: Utilisateur, _motif: str, **_donnees: Any) -> None:
    """Write the signature; the last one that is awaited concludes the minutes."""
    mandate = mandat_de(minutes, acteur)
    if mandate is None:
        return
    Signature.objects.create(
        proces_verbal=minutes, mandat=mandate, nom=str(acteur), organisation=mandate.organisation,
        empreinte=minutes.empreinte,
    )  # fmt: skip
    if not manquants(minutes):
        franchir(minutes, "conclure", None)


def refuser_incomplet(
    minutes: ProcesVerbal, _acteur: Utilisateur | None, _motif: str, **_donnees: Any
) -> Iterator[Problem]:
    """Minutes are concluded when every organisation has signed."""
    if not minutes.appel.organisateurs:
        yield NO_ORGANISER()
    if lacking := manquants(minutes):
        yield INCOMPLETE(organismes=listing([f"« {one} »" for one in lacking]))


def refuser_apres_l_annonce(
    minutes: ProcesVerbal, _acteur: Utilisateur | None, _motif: str, **_donnees: Any
) -> Iterator[Problem]:
    """What was announced is not replaced."""
    if minutes.appel.annonce_le is not None and not (complementaire(minutes) and not appliquee(minutes)):
        yield ANNOUNCED()


def manquants(minutes: ProcesVerbal) -> Sequence[str]:
    """Organisations whose signature is awaited, in the order of the call."""
    signed = set(minutes.signatures.values_list("organisation", flat=True))
    return [one for one in minutes.appel.organisateurs if one not in signed]


def a_signe(minutes: ProcesVerbal, user: Utilisateur) -> bool:
    """Whether the organisation for which somebody would sign has signed: nothing is awaited of them."""
    mandate = mandat_de(minutes, user)
    return mandate is not None and minutes.signatures.filter(organisation=mandate.organisation).exists()


def mandat_de(minutes: ProcesVerbal, user: Utilisateur) -> Mandat | None:
    """By which mandate somebody would sign."""
    return Mandat.objects.filter(appel=minutes.appel, utilisateur=user, role=Mandat.Role.SIGNATAIRE).first()
