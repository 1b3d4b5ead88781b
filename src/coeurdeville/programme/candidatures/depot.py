"""Depositing a candidature: what forbids it, the receipt that it makes, the same form sent twice."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import now

from coeurdeville.core.french import plural
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.programme.appels.formulaire import formulaire
from coeurdeville.programme.candidatures.completude import manques
from coeurdeville.programme.candidatures.contenu import a_deposer, empreinte
from coeurdeville.programme.candidatures.ouvert import COMPLEMENT_LATE, complement_ouvert
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.horloge import instant
from coeurdeville.programme.models import Appel, Recepisse

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Candidature

VERBES = ("deposer", "amender", "completer")
LATE = Kind(
    "depot-tardif",
    "La demande est arrivée le {recu} ; la limite était le {limite}.",
    "Rien de ce qui est écrit n’est perdu : le dossier reste lisible dans l’espace de la ville. "
    "Une prolongation, s’il y en a une, sera annoncée sur la page de l’appel.",
)
CLOSED = Kind(
    "depot-appel-ferme", "L’appel « {appel} » ne reçoit pas de dépôt : il est {etat}.", "Consulter la page de l’appel."
)
EARLY = Kind("depot-trop-tot", "Les dépôts ouvrent le {ouverture}.", "Déposer à partir de cette date.")
INCOMPLETE = Kind(
    "depot-incomplet",
    "Le dossier est incomplet : {nombre} à compléter.",
    "Suivre les liens de la page de relecture.",
)
SAME = Kind(
    "depot-sans-changement",
    "Rien n’a changé depuis le dépôt n° {numero}, qui vaut toujours.",
    "Modifier une réponse avant de déposer une version corrigée.",
)
NOT_BEFORE = Kind("complement-non-demande", "Aucun complément n’est attendu.", "Recharger la page de la candidature.")


def deposer(candidature: Candidature, acteur: Utilisateur, verbe: str, recu_le: datetime, jeton: str) -> Recepisse:
    """Deposit, amend or complete; the receipt. The same form sent again gives the same receipt.

    The call is locked first: it is not cancelled, nor its limit put off, while the deposit is written.

    Parameters
    ----------
    recu_le
        When the request reached the server.
    jeton
        Of the form: one receipt each.

    Raises
    ------
    Refused
        What `franchir` and the guards refuse.
    """
    found = recepisse_de(candidature, jeton)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            Appel.objects.select_for_update().get(pk=candidature.appel_id)
            franchir(candidature, verbe, acteur, recu_le=recu_le, jeton=jeton)
    except Refused:
        found = recepisse_de(candidature, jeton)
        if found is None:
            raise
        return found
    return Recepisse.objects.get(candidature=candidature, jeton=jeton)


def recepisse_de(candidature: Candidature, jeton: str) -> Recepisse | None:
    """The receipt that a form already got."""
    return Recepisse.objects.filter(candidature=candidature, jeton=jeton).first()


def verifier(
    candidature: Candidature, _acteur: object, _motif: str, recu_le: datetime | None = None, jeton: str = ""
) -> Iterator[Problem]:
    """Guard of a deposit and of a corrected one: the limit, read under the lock; what lacks; that something changed.

    The instant of the limit is in time. A request received in time passes even when the call was closed since.
    """
    appel = Appel.objects.get(pk=candidature.appel_id)
    yield from _dates(appel, recu_le or now())
    contents = a_deposer(candidature)
    yield from _lacking(appel, contents)
    last = candidature.recepisses.last() if candidature.etat == "deposee" else None
    if last is not None and last.contenu == contents:
        yield SAME(numero=last.numero)


def verifier_complement(
    candidature: Candidature, _acteur: object, _motif: str, recu_le: datetime | None = None, jeton: str = ""
) -> Iterator[Problem]:
    """Guard of a complement: its own limit, what lacks."""
    asked = complement_ouvert(candidature)
    if asked is None:
        yield NOT_BEFORE()
        return
    if (recu_le or now()) > asked.avant_le:
        yield COMPLEMENT_LATE(limite=instant(asked.avant_le))
    yield from _lacking(candidature.appel, a_deposer(candidature, asked))


def recevoir(
    candidature: Candidature, acteur: Utilisateur, _motif: str, recu_le: datetime | None = None, jeton: str = ""
) -> None:
    """Sequel of a deposit and of a corrected one: the receipt, written once, with the limit that held."""
    limit = Appel.objects.get(pk=candidature.appel_id).ferme_le
    _write(candidature, acteur, a_deposer(candidature), recu_le or now(), limit, jeton)


def recevoir_complement(
    candidature: Candidature, acteur: Utilisateur, _motif: str, recu_le: datetime | None = None, jeton: str = ""
) -> None:
    """Sequel of a complement: its receipt; the request is closed."""
    asked = candidature.complements.filter(clos_le=None).latest("ouvert_le")
    _write(candidature, acteur, a_deposer(candidature, asked), recu_le or now(), asked.avant_le, jeton)
    asked.clos_le = now()
    asked.save(update_fields=["clos_le"])


def _write(
    candidature: Candidature, acteur: Utilisateur, contents: dict[str, Any], received: datetime, limit: Any, jeton: str
) -> None:
    rank = (candidature.recepisses.aggregate(last=Max("rang"))["last"] or 0) + 1
    number = f"{candidature.appel.slug}-{candidature.commune}-{rank}"
    Recepisse.objects.create(
        candidature=candidature, numero=number, rang=rank, recu_le=received, limite=limit, contenu=contents,
        empreinte=empreinte(contents, number, received), jeton=jeton or secrets.token_hex(16), par=acteur,
    )  # fmt: skip


def _lacking(appel: Appel, contents: dict[str, Any]) -> Iterator[Problem]:
    lacking = manques(formulaire(appel), contents["reponses"], appel)
    if lacking:
        count = plural(len(lacking), "question")
        yield INCOMPLETE(nombre=count, examples=[one.champ.titre for one in lacking], count=len(lacking))


def _dates(appel: Appel, received: datetime) -> Iterator[Problem]:
    if appel.etat not in ("publie", "instruction") or appel.ferme_le is None:
        yield CLOSED(appel=appel.titre, etat=appel.en_etat.nom)
    elif received > appel.ferme_le:
        yield LATE(recu=instant(received, secondes=True), limite=instant(appel.ferme_le, secondes=True))
    elif appel.ouvre_le is not None and received < appel.ouvre_le:
        yield EARLY(ouverture=instant(appel.ouvre_le))
