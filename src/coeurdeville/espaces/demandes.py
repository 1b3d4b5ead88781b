"""Requests to holders: recorded, sent, reminded, cancelled, with their clock."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from smtplib import SMTPException
from typing import TYPE_CHECKING

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from coeurdeville.comptes.auteurs import signature
from coeurdeville.comptes.courriels import compter
from coeurdeville.comptes.refus import COURRIEL_NON_PARTI
from coeurdeville.core.french import day, plural, spaced
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.espaces import lettres, liens
from coeurdeville.espaces.lettres import Preparee
from coeurdeville.espaces.lieux import courriers
from coeurdeville.espaces.models import Demande, Espace
from coeurdeville.espaces.revision import reviser
from coeurdeville.inventory.contenu import new_id
from coeurdeville.inventory.demandes.delais import Echeance, echeances
from coeurdeville.inventory.demandes.fondement import FONDEMENTS
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import add_donnee, open_ville

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.inventory.demandes.lettre import Lettre

VALIDITE = timedelta(days=120)
"""How long the link of a letter answers."""
PAR_JOUR = 20
"""Messages that a town may send in a day, reminders included."""
RELANCE = timedelta(days=7)
"""Between two reminders of one request."""
PAPER = "lettre.pdf"

TO_COMPLETE = Kind(
    "lettre-a-completer",
    "La lettre ne peut pas partir par courriel : il reste {places} à compléter.",
    "Écrire ce que seule la ville sait, ou enregistrer la lettre pour la poster.",
)
TOO_MANY = Kind(
    "demandes-trop-nombreuses",
    "La ville a déjà envoyé {sent} demandes ou relances par courriel aujourd’hui.",
    "Continuer demain, ou enregistrer la lettre pour la poster.",
)
REMINDED = Kind(
    "demande-deja-relancee",
    "Cette demande a déjà été relancée le {when}.",
    "Attendre {days} jours entre deux relances, ou téléphoner à la personne qui détient la donnée.",
)
CLOSED = Kind(
    "demande-fermee",
    "Cette demande n’attend plus de réponse.",
    "En préparer une autre depuis l’inventaire, s’il le faut.",
)
RECEIVED_LATER = Kind(
    "recue-avant-d-etre-envoyee",
    "La lettre du {sent} ne peut pas avoir été reçue le {received}.",
    "Corriger le jour de la réception.",
)


def envoyer(espace: Espace, preparee: Preparee, parties: Mapping[str, str], courriel: str, par: Utilisateur) -> Demande:
    """Record a letter as the officer corrected it; send it when an address is given, else it is to be posted.

    A layer that the inventory lacks gets an entry first, so that the answer has one to stand in.

    Raises
    ------
    Refused
        `lettre-a-completer`, `demandes-trop-nombreuses`, `courriels-trop-nombreux`, `courriel-non-parti`: nothing is
        then kept.
    """
    lettre = lettres.corrigee(preparee.lettre, parties)
    if courriel:
        _refuse(espace, lettre)
    entree = _entry(espace, preparee, signature(par, espace.commune))
    demande = _recorded(espace, Demande(
        espace=espace, entree=entree, titre=preparee.demande.titre[:300], destinataire=lettre.destinataire[0][:300],
        courriel=courriel, lettre=lettres.en_texte(lettre), fondement=lettre.fondement.cle, envoyee_par=par,
        expire_le=date.today() + VALIDITE,
    ))  # fmt: skip
    _post(demande, lettre, par)
    if courriel:
        _received(demande, date.today())
    return demande


def relancer(demande: Demande, par: Utilisateur) -> None:
    """Ask again: the letter is sent once more when there is an address, and its link answers longer.

    Raises
    ------
    Refused
        `demande-fermee`, `demande-deja-relancee`, `demandes-trop-nombreuses`, `courriels-trop-nombreux`,
        `courriel-non-parti`: nothing is then changed.
    """
    _require_open(demande)
    before = {"relancee_le": demande.relancee_le, "expire_le": demande.expire_le}
    _claim(demande)
    if not demande.courriel:
        return
    first = f"Le {day(demande.envoyee_le)}, nous vous écrivions ceci. Avez-vous pu l’examiner ?"
    body = f"{first}\nPour répondre sans compte : {liens.adresse(demande)}\n\n{demande.lettre}"
    try:
        _send(demande, f"Relance : {demande.titre}", body, par)
    except BaseException:
        Demande.objects.filter(pk=demande.pk).update(**before)
        raise


def noter_reception(demande: Demande, recue_le: date) -> None:
    """Write when a posted letter arrived: the clock starts. Raises `Refused` for a day before, or to come."""
    sent = timezone.localtime(demande.envoyee_le).date()
    if not sent <= recue_le <= date.today():
        raise Refused([RECEIVED_LATER(sent=day(sent), received=day(recue_le))])
    _received(demande, recue_le)


def annuler(demande: Demande) -> None:
    """Close a request: its link says so. Raises `Refused` when it is answered or closed already."""
    _require_open(demande)
    demande.annulee_le = timezone.now()
    demande.save(update_fields=["annulee_le"])


def horloge(demande: Demande, today: date | None = None) -> tuple[Echeance, ...]:
    """What happens when, from the day of receipt."""
    return echeances(FONDEMENTS[demande.fondement], demande.recue_le, today)


def lettre_pdf(demande: Demande) -> Path | None:
    """The letter on paper, with its link; None when it is no longer there."""
    path = courriers(demande.pk) / PAPER
    return path if path.is_file() else None


def _refuse(espace: Espace, lettre: Lettre) -> None:
    if left := lettres.a_completer(lettre):
        raise Refused([TO_COMPLETE(places=plural(len(left), "passage"), examples=left)])
    _require_room(espace)


def _require_room(espace: Espace) -> None:
    today, mailed = timezone.localdate(), espace.demandes.exclude(courriel="")
    sent = mailed.filter(envoyee_le__date=today).count() + mailed.filter(relancee_le__date=today).count()
    if sent >= PAR_JOUR:
        raise Refused([TOO_MANY(sent=sent)])


@transaction.atomic
def _recorded(espace: Espace, demande: Demande) -> Demande:
    """The request, kept before its letter is made: two at once are counted one after the other."""
    Espace.objects.select_for_update().get(pk=espace.pk)
    if demande.courriel:
        _require_room(espace)
    demande.save()
    return demande


@transaction.atomic
def _claim(demande: Demande) -> None:
    """Note the reminder before it leaves: of two clicks at once, one alone sends it."""
    Espace.objects.select_for_update().get(pk=demande.espace_id)
    demande.refresh_from_db()
    _require_open(demande)
    if demande.relancee_le is not None and demande.relancee_le > timezone.now() - RELANCE:
        raise Refused([REMINDED(when=day(timezone.localtime(demande.relancee_le)), days=RELANCE.days)])
    if demande.courriel:
        _require_room(demande.espace)
    demande.relancee_le, demande.expire_le = timezone.now(), date.today() + VALIDITE
    demande.save(update_fields=["relancee_le", "expire_le"])


def _received(demande: Demande, when: date) -> None:
    """The clock starts."""
    demande.recue_le, demande.echeance = when, _due(demande.fondement, when)
    demande.save(update_fields=["recue_le", "echeance"])


def _require_open(demande: Demande) -> None:
    if not demande.en_attente:
        raise Refused([CLOSED()])


def _due(fondement: str, recue_le: date | None) -> date | None:
    return echeances(FONDEMENTS[fondement], recue_le)[0].date


def _entry(espace: Espace, preparee: Preparee, auteur: str) -> str:
    """The identifier of the entry that is asked for, made when the inventory has none."""
    demande = preparee.demande
    if demande.donnee is not None:
        return demande.donnee.id
    name = new_id(open_ville(_folder(espace)), demande.kind.slug)
    entry = Donnee(name, demande.kind.slug, demande.titre, detenteur=demande.detenteur.nom,
                   nature=demande.detenteur.nature)  # fmt: skip
    reviser(espace.commune, lambda town: add_donnee(open_ville(town), entry), auteur, f"Demande de « {demande.titre} »")
    return name


def _folder(espace: Espace) -> Path:
    from coeurdeville.espaces.lieux import depot

    return depot(espace.commune).ouvrir()


def _post(demande: Demande, lettre: Lettre, par: Utilisateur) -> None:
    """The letter with its link: on paper beside the request, and sent when there is an address; else no request."""
    linked = lettres.avec_lien(lettre, liens.adresse(demande), demande.expire_le)
    folder = courriers(demande.pk)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / PAPER).write_bytes(lettres.en_pdf(linked))
        if demande.courriel:
            _send(demande, lettre.objet, lettres.en_texte(linked), par)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        demande.delete()
        raise


def _send(demande: Demande, subject: str, body: str, par: Utilisateur) -> None:
    """A message to which the holder can reply: whoever sent it reads the answer."""
    compter(demande.courriel, f"compte {par.pk}")
    message = EmailMessage(
        spaced(subject.replace("\n", " ")), spaced(body), to=[demande.courriel], reply_to=[par.courriel]
    )
    if (paper := lettre_pdf(demande)) is not None:
        message.attach(paper.name, paper.read_bytes(), "application/pdf")
    try:
        message.send()
    except (SMTPException, OSError) as error:
        raise Refused([COURRIEL_NON_PARTI()]) from error
