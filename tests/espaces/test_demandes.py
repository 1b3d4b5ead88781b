"""Requests: what is sent, to whom, what is refused, what the clock says."""

from datetime import date, timedelta
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.utils import timezone

from coeurdeville.comptes.invitations import inviter, renvoyer
from coeurdeville.comptes.models import Invitation, Membre, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.core.problems import Refused
from coeurdeville.espaces import demandes, lettres, liens
from coeurdeville.espaces.lettres import Preparee, preparer
from coeurdeville.espaces.lieux import courriers, depot
from coeurdeville.espaces.models import Demande, Espace
from coeurdeville.inventory.ville import open_ville

ENTRY, HOLDER = "points-lumineux", "Syndicat d’énergie fictif"


@pytest.fixture
def membre(espace: Espace) -> Utilisateur:
    user = Utilisateur.objects.create_user("ada@ville.example", nom="Ada Test")
    Membre.objects.create(utilisateur=user, commune=espace.commune, role=Role.CORRESPONDANT)
    return user


def filled(preparee: Preparee) -> dict[str, str]:
    """Every part with what the town alone knows written in."""
    return {name: lettres.TO_FILL.sub("su", text) for name, text in preparee.parties.items()}


def sent(espace: Espace, membre: Utilisateur, courriel: str = "sig@syndicat.example") -> Demande:
    preparee = preparer(espace.commune, ENTRY)
    return demandes.envoyer(espace, preparee, filled(preparee), courriel, membre)


def test_letter_is_prepared_from_the_entry_and_can_be_corrected(espace: Espace) -> None:
    preparee = preparer(espace.commune, ENTRY)
    assert preparee.parties["destinataire"].splitlines()[0] == HOLDER
    changed = lettres.corrigee(preparee.lettre, {"objet": "  une  autre\nphrase ", "points": "un\r\n\r\ndeux"})
    assert (changed.objet, changed.points, changed.suite) == ("une autre phrase", ("un", "deux"), preparee.lettre.suite)
    assert lettres.corrigee(preparee.lettre, preparee.parties) == preparee.lettre


def test_letter_goes_with_its_link_and_its_paper(espace: Espace, membre: Utilisateur) -> None:
    demande = sent(espace, membre)
    (message,) = mail.outbox
    assert (message.to, message.reply_to) == (["sig@syndicat.example"], ["ada@ville.example"])
    assert liens.adresse(demande) in message.body
    name, content, _ = message.attachments[0]
    assert (name, content[:5]) == ("lettre.pdf", b"%PDF-")
    assert (demande.destinataire, demande.entree, demande.recue_le) == (HOLDER, ENTRY, date.today())
    assert demande.expire_le == date.today() + timedelta(days=120)
    assert liens.adresse(demande) not in demande.lettre


def test_posted_letter_sends_nothing_and_its_clock_waits_for_the_receipt(espace: Espace, membre: Utilisateur) -> None:
    preparee = preparer(espace.commune, ENTRY)
    demande = demandes.envoyer(espace, preparee, preparee.parties, "", membre)
    assert mail.outbox == []
    assert (demande.recue_le, demande.echeance) == (None, None)
    demandes.noter_reception(demande, date.today())
    assert demande.echeance is not None
    assert demande.echeance > date.today()
    assert demandes.horloge(demande)[0].date == demande.echeance
    paper = demandes.lettre_pdf(demande)
    assert paper is not None
    assert paper.read_bytes()[:5] == b"%PDF-"


@pytest.mark.parametrize("shift", [-1, 1])
def test_receipt_is_neither_before_the_letter_nor_to_come(espace: Espace, membre: Utilisateur, shift: int) -> None:
    demande = sent(espace, membre)
    with pytest.raises(Refused, match="recue-avant-d-etre-envoyee"):
        demandes.noter_reception(demande, date.today() + timedelta(days=shift))


def test_letter_with_words_to_fill_does_not_leave(espace: Espace, membre: Utilisateur) -> None:
    preparee = preparer(espace.commune, ENTRY)
    with pytest.raises(Refused) as refused:
        demandes.envoyer(espace, preparee, preparee.parties, "sig@syndicat.example", membre)
    (problem,) = refused.value.problems
    assert problem.code == "lettre-a-completer"
    assert "[à compléter\u00a0: adresse de la mairie]" in problem.examples
    assert (Demande.objects.count(), mail.outbox) == (0, [])


def test_town_does_not_send_more_than_twenty_a_day(espace: Espace, membre: Utilisateur) -> None:
    one = sent(espace, membre)
    for _ in range(19):
        one.pk = None
        one.save()
    with pytest.raises(Refused, match="demandes-trop-nombreuses"):
        sent(espace, membre)


def test_message_that_does_not_leave_leaves_no_request(
    espace: Espace, membre: Utilisateur, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(_: EmailMessage) -> int:
        raise SMTPException("no")

    monkeypatch.setattr(EmailMessage, "send", down)
    with pytest.raises(Refused, match="courriel-non-parti"):
        sent(espace, membre)
    assert Demande.objects.count() == 0
    assert not list(courriers(0).parent.glob("*"))


def test_layer_that_the_inventory_lacks_gets_an_entry(espace: Espace, membre: Utilisateur) -> None:
    preparee = preparer(espace.commune, "cimetieres")
    demande = demandes.envoyer(espace, preparee, preparee.parties, "", membre)
    ville = open_ville(depot(espace.commune).ouvrir())
    entry = next(one for one in ville.donnees if one.id == demande.entree)
    assert (entry.couche, entry.fichier) == ("cimetieres", "")
    espace.refresh_from_db()
    assert espace.revision == 2
    revision = depot(espace.commune).derniere()
    assert revision is not None
    assert revision.auteur == f"compte:{membre.pk}:correspondant_donnees"


def test_reminder_sends_the_letter_again_and_opens_the_link_longer(espace: Espace, membre: Utilisateur) -> None:
    demande = sent(espace, membre)
    Demande.objects.update(expire_le=date(2020, 1, 1))
    demandes.relancer(demande, membre)
    demande.refresh_from_db()
    assert demande.expire_le == date.today() + timedelta(days=120)
    assert mail.outbox[1].subject == "Relance\u00a0: Points lumineux (fictif)"
    assert liens.adresse(demande) in mail.outbox[1].body


def test_reminders_are_a_week_apart(espace: Espace, membre: Utilisateur) -> None:
    demande = sent(espace, membre)
    demandes.relancer(demande, membre)
    for _ in range(5):
        with pytest.raises(Refused, match="demande-deja-relancee"):
            demandes.relancer(demande, membre)
    assert len(mail.outbox) == 2
    Demande.objects.update(relancee_le=timezone.now() - timedelta(days=8))
    demandes.relancer(demande, membre)
    assert len(mail.outbox) == 3


def test_reminders_count_among_the_twenty_of_a_day(espace: Espace, membre: Utilisateur) -> None:
    one = sent(espace, membre)
    for _ in range(19):
        one.pk = None
        one.save()
    with pytest.raises(Refused, match="demandes-trop-nombreuses"):
        demandes.relancer(one, membre)
    assert len(mail.outbox) == 1


def test_one_address_is_not_written_to_without_end(espace: Espace, membre: Utilisateur) -> None:
    for _ in range(5):
        sent(espace, membre)
    with pytest.raises(Refused, match="courriels-trop-nombreux"):
        sent(espace, membre)
    assert (len(mail.outbox), Demande.objects.count()) == (5, 5)


def test_reminder_that_does_not_leave_changes_nothing(
    espace: Espace, membre: Utilisateur, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(_: EmailMessage) -> int:
        raise SMTPException("no")

    demande = sent(espace, membre)
    monkeypatch.setattr(EmailMessage, "send", down)
    with pytest.raises(Refused, match="courriel-non-parti"):
        demandes.relancer(demande, membre)
    assert Demande.objects.get().relancee_le is None


@pytest.mark.django_db(transaction=True)
def test_slow_mail_keeps_nobody_from_writing(
    espace: Espace, membre: Utilisateur, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_blocks = []
    monkeypatch.setattr(EmailMessage, "send", lambda _: open_blocks.append(connection.in_atomic_block))
    demande = sent(espace, membre)
    demandes.relancer(demande, membre)
    inviter(espace.commune, "Valmorin", "zoe@ville.example", Role.LECTEUR, membre)
    renvoyer(Invitation.objects.get(), "Valmorin", membre)
    assert open_blocks == [False] * 4


def test_cancelled_request_is_neither_reminded_nor_cancelled_again(espace: Espace, membre: Utilisateur) -> None:
    demande = sent(espace, membre)
    demandes.annuler(demande)
    for act in (lambda: demandes.annuler(demande), lambda: demandes.relancer(demande, membre)):
        with pytest.raises(Refused, match="demande-fermee"):
            act()


def test_link_is_known_by_its_signature(espace: Espace, membre: Utilisateur) -> None:
    demande = sent(espace, membre)
    token = liens.jeton(demande)
    assert liens.demande_du_jeton(token) == demande
    for other in (token[:-1], f"{demande.pk + 1}{token[token.index('.') :]}", "", str(demande.pk)):
        assert liens.demande_du_jeton(other) is None
