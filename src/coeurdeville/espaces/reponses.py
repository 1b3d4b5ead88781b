"""The answer of a holder: kept as it is said, then written in the inventory as a dated status."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from django.db import DatabaseError, transaction
from django.utils import timezone

from coeurdeville.core.french import day, spaced
from coeurdeville.core.licences import LICENCES
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.espaces.lieux import courriers
from coeurdeville.espaces.models import Demande, Reponse
from coeurdeville.espaces.revision import reviser
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.edition import entry_named
from coeurdeville.inventory.statuts import add_statut
from coeurdeville.inventory.ville import add_donnee, open_ville
from coeurdeville.inventory.vocabulaire import Nature, Ouverture

logger = logging.getLogger(__name__)

AUTRE, WEB = "autre", ("https://", "http://")
MOTIFS = {
    str(Ouverture.PROPRIETE): "Elle appartient à un tiers, ou la propriété intellectuelle s’y oppose",
    str(Ouverture.SECURITE): "La sécurité s’y oppose",
    str(Ouverture.PERSONNELLES): "Elle contient des données personnelles",
    AUTRE: "Une autre raison",
}
"""Code -> why a holder may refuse. Another reason makes no status: the town reads it first."""
STATUTS = {
    Reponse.DEJA_OUVERTE: Ouverture.OUVERTE,
    Reponse.OUVRABLE: Ouverture.CANDIDATE,
    Reponse.CONDITIONS: Ouverture.LIMITEE,
    Reponse.ABSENTE: Ouverture.ABSENTE,
    Reponse.AILLEURS: Ouverture.NON_RENSEIGNE,
}
LICENCES_OFFERTES = {key: one.title for key, one in LICENCES.items() if one.open}
PRIVATE = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)(?:\+33[ .]?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)")
"""Addresses of e-mail and telephone numbers: an inventory is public."""
REMOVED = "[coordonnées retirées]"

NO_ANSWER = Kind("reponse-a-choisir", "La réponse n’est pas choisie.", "Choisir l’une des réponses proposées.")
NO_NAME = Kind(
    "repondant-absent", "Votre nom et votre fonction ne sont pas dits.", "Les écrire : la ville seule les verra."
)
NO_ADDRESS = Kind(
    "adresse-absente",
    "L’adresse où la donnée est publiée n’est pas dite, ou ne commence pas par https://.",
    "Écrire l’adresse de sa page.",
)
NO_LICENCE = Kind("licence-absente", "La licence n’est pas choisie.", "Choisir celle sous laquelle elle est publiée.")
NO_WORDS = Kind("precisions-absentes", "Les conditions, ou la raison, ne sont pas dites.", "Les écrire en une phrase.")
NO_MOTIVE = Kind("motif-de-refus-absent", "La raison du refus n’est pas choisie.", "Choisir la plus proche.")
ALREADY = Kind(
    "reponse-deja-donnee",
    "Cette demande a déjà sa réponse, ou n’en attend plus.",
    "Pour la changer, écrire à la ville, dont l’adresse est sur la lettre.",
)


@dataclass(frozen=True)
class Saisie:
    """What a holder writes."""

    reponse: str = ""
    motif: str = ""
    precisions: str = ""
    licence: str = ""
    adresse: str = ""
    repondant: str = ""


def manques(saisie: Saisie) -> Iterator[tuple[str, Problem]]:
    """Field and problem of everything that an answer lacks."""
    known = saisie.reponse in Reponse.values
    if not known:
        yield "reponse", NO_ANSWER()
    if saisie.reponse == Reponse.REFUS and saisie.motif not in MOTIFS:
        yield "motif", NO_MOTIVE()
    if (saisie.adresse.strip() or saisie.reponse == Reponse.DEJA_OUVERTE) and not saisie.adresse.startswith(WEB):
        yield "adresse", NO_ADDRESS()
    if saisie.reponse == Reponse.DEJA_OUVERTE and saisie.licence not in LICENCES_OFFERTES:
        yield "licence", NO_LICENCE()
    if saisie.reponse in (Reponse.CONDITIONS, Reponse.REFUS) and not saisie.precisions.strip():
        yield "precisions", NO_WORDS()
    if not saisie.repondant.strip():
        yield "repondant", NO_NAME()


def ouverte(demande: Demande, today: date | None = None) -> bool:
    """Whether the link still takes an answer."""
    return demande.en_attente and (today or date.today()) <= demande.expire_le


def repondre(demande: Demande, saisie: Saisie, fichier: tuple[str, BinaryIO] | None = None) -> None:
    """Keep an answer, once; then write it in the inventory. What cannot be written there is kept all the same.

    Raises
    ------
    Refused
        What the answer lacks, `reponse-deja-donnee`, what is wrong with the file: nothing is then kept.
    """
    lacking = [problem for _, problem in manques(saisie)]
    if lacking or not ouverte(demande):
        raise Refused(lacking or [ALREADY()])
    kept = _received(demande, fichier)
    try:
        _keep(demande, saisie, kept.name if kept else "")
    except BaseException:
        if kept:
            kept.unlink(missing_ok=True)
        raise
    try:
        inscrire(demande)
    except (Refused, DatabaseError):
        logger.exception("the answer to request %s is not in the inventory", demande.pk)


def inscrire(demande: Demande) -> None:
    """Write an answer in the inventory, as a new status by its holder. Nothing when it is there already.

    Raises
    ------
    Refused
        `nom-inconnu` when the inventory has no longer the entry; what the disk refuses.
    """
    if demande.inscrite_en is None and demande.repondue_le is not None:
        words = f"Réponse à la demande n° {demande.pk}"
        made = reviser(demande.espace.commune, lambda town: _write(town, demande), "détenteur, par lien signé", words)
        demande.inscrite_en = made.numero
        demande.save(update_fields=["inscrite_en"])


def publiable(text: str) -> str:
    """A text without the addresses and telephone numbers of people."""
    return PRIVATE.sub(REMOVED, re.sub(r"[ \t\r\n]+", " ", text).strip(" "))


def fichier_recu(demande: Demande) -> Path | None:
    """The file that came with the answer."""
    path = courriers(demande.pk) / "recu" / demande.fichier
    return path if demande.fichier and path.is_file() else None


def _received(demande: Demande, fichier: tuple[str, BinaryIO] | None) -> Path | None:
    from coeurdeville.readers.reception import receive

    if fichier is None:
        return None
    return receive(*fichier, courriers(demande.pk) / "recu").path


def _keep(demande: Demande, saisie: Saisie, fichier: str) -> None:
    """In the database, unless somebody answered meanwhile."""
    said = {**vars(saisie), "repondant": saisie.repondant.strip()[:200], "adresse": saisie.adresse.strip()[:500]}
    said["motif"] = saisie.motif if saisie.reponse == Reponse.REFUS else ""
    with transaction.atomic():
        waiting = Demande.objects.filter(pk=demande.pk, repondue_le=None, annulee_le=None)
        if not waiting.update(**said, fichier=fichier, repondue_le=timezone.now()):
            raise Refused([ALREADY()])
    demande.refresh_from_db()


def _write(town: Path, demande: Demande) -> None:
    ville = open_ville(town)
    donnee = entry_named(ville, demande.entree)
    told = _told(demande)
    if told and any(getattr(donnee, name) != value for name, value in told.items()):
        ville = add_donnee(ville, replace(donnee, **told))
    add_statut(ville, demande.entree, _status(demande, donnee))


def _told(demande: Demande) -> Mapping[str, Any]:
    """What the holder says of the data themselves, beside their openness."""
    licence = {"licence": LICENCES[demande.licence]} if demande.licence in LICENCES_OFFERTES else {}
    return {**licence, **({"adresse": demande.adresse} if demande.adresse else {})}


def _status(demande: Demande, donnee: Donnee) -> Statut:
    """Signed by the organisation, never by a person."""
    assert demande.repondue_le is not None
    when = timezone.localtime(demande.repondue_le).date()
    person = donnee.nature is Nature.HABITANT
    refused = demande.reponse == Reponse.REFUS and demande.motif != AUTRE
    ouverture = Ouverture(demande.motif) if refused else STATUTS.get(Reponse(demande.reponse), Ouverture.NON_RENSEIGNE)
    sent = day(timezone.localtime(demande.envoyee_le))
    words = publiable(demande.precisions)
    return Statut(
        when,
        ouverture,
        "détenteur de la donnée" if person else f"{demande.destinataire} (détenteur)",
        spaced(f"réponse du {day(when)} à la demande n°\u00a0{demande.pk} du {sent}"),
        demande.get_reponse_display(),
        reponse=words,
        reponse_date=when if words else None,
    )
