"""Members of a town and invitations, from both sides."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils.timezone import now

from coeurdeville.comptes.models import Animateur, Evenement, Invitation, Membre, Utilisateur, Verbe
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.models import Espace

BASE = "/espace/02691/membres/"
PASSWORD = "un mot de passe assez long"
BACKEND = "django.contrib.auth.backends.ModelBackend"
Link = Callable[[], str]
Makes = Callable[..., Utilisateur]

pytestmark = pytest.mark.django_db


def browser(user: Utilisateur) -> Client:
    client = Client()
    client.force_login(user, BACKEND)
    return client


@pytest.fixture
def rene(referent: Utilisateur) -> Client:
    return browser(referent)


def invite(client: Client, courriel: str = "neuf@ville.fr", role: str = "lecteur") -> object:
    return client.post(BASE, {"courriel": courriel, "role": role}, follow=True)


def role_of(courriel: str) -> str | None:
    return Membre.objects.filter(utilisateur__courriel=courriel).values_list("role", flat=True).first()


def test_pair_sees_members_and_the_means_to_invite(rene: Client, makes: Makes) -> None:
    makes("lea@ville.fr", Role.LECTEUR, nom="Léa Roux")
    page = rene.get(BASE).content.decode()
    for words in ("Léa Roux", "lea@ville.fr", "Quitter l’espace", "Envoyer l’invitation"):
        assert words in page


def test_reader_sees_names_alone(town: Espace, referent: Utilisateur, makes: Makes) -> None:
    client = browser(makes("lea@ville.fr", Role.LECTEUR))
    page = client.get(BASE).content.decode()
    assert "René Grand" in page
    assert "rene@ville.fr" not in page
    assert "Envoyer l’invitation" not in page
    assert invite(client).status_code == 403  # type: ignore[attr-defined]


@pytest.mark.parametrize("members", [1, 3])
def test_list_costs_the_same_however_many_members(
    rene: Client, makes: Makes, members: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for number in range(members):
        makes(f"{number}@ville.fr", Role.LECTEUR)
        Invitation.objects.create(commune="02691", courriel=f"i{number}@ville.fr", role=Role.LECTEUR)
        Evenement.objects.create(verbe=Verbe.INVITE, commune="02691")
    with django_assert_num_queries(9):  # type: ignore[attr-defined]
        rene.get(BASE)


def test_newcomer_creates_an_account_and_joins(rene: Client, link: Link) -> None:
    assert "Invitation envoyée à neuf@ville.fr" in invite(rene, "Neuf@Ville.fr").content.decode()  # type: ignore[attr-defined]
    assert mail.outbox[0].to == ["neuf@ville.fr"]
    assert "René Grand vous invite à rejoindre l’espace de Saint-Quentin sur coeurdeville, comme lecteur." in (
        mail.outbox[0].body
    )
    newcomer, path = Client(), link()
    page = newcomer.get(path).content.decode()
    assert "René Grand vous invite à rejoindre l’espace de Saint-Quentin, comme lecteur." in page
    sent = {"nom": "Noé Neuf", "mot_de_passe": PASSWORD}
    assert newcomer.post(path, sent).headers["Location"] == "/espace/02691/"
    assert role_of("neuf@ville.fr") == "lecteur"
    assert newcomer.get(BASE).status_code == 200
    assert Client().get(path).status_code == 410


def test_newcomer_chooses_a_strong_password_and_gives_a_name(rene: Client, link: Link) -> None:
    invite(rene)
    page = Client().post(link(), {"nom": "", "mot_de_passe": "court"}).content.decode()
    assert "Saisissez votre nom et votre prénom." in page
    assert "12 caractères" in page
    assert not Utilisateur.objects.filter(courriel="neuf@ville.fr").exists()


def test_account_of_the_address_joins_by_a_button(rene: Client, link: Link, makes: Makes) -> None:
    neuf = makes("neuf@ville.fr")
    invite(rene, role="correspondant_donnees")
    path = link()
    assert Client().get(path).headers["Location"].startswith("/compte/connexion/?next=/compte/invitation/")
    client = browser(neuf)
    assert "Rejoindre l’espace</button>" in client.get(path).content.decode()
    assert role_of("neuf@ville.fr") is None
    client.post(path)
    assert role_of("neuf@ville.fr") == "correspondant_donnees"


def test_account_of_another_address_joins_once_the_address_invited_confirms(
    rene: Client, link: Link, makes: Makes
) -> None:
    invite(rene)
    path, user = link(), makes("perso@ailleurs.fr")
    client = browser(user)
    assert "a été envoyée à neuf@ville.fr" in client.get(path).content.decode()
    refused = client.post(path)
    assert refused.status_code == 400
    assert "une autre adresse que celle de ce compte" in refused.content.decode()
    client.post(f"{path}autre-adresse/")
    assert mail.outbox[-1].to == ["neuf@ville.fr"]
    confirm = link()
    assert browser(makes("tiers@ailleurs.fr")).post(confirm).status_code == 410
    client.get(confirm)
    assert role_of("perso@ailleurs.fr") is None
    client.post(confirm)
    assert role_of("perso@ailleurs.fr") == "lecteur"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"annulee_le": now()}, "Elle a été annulée."),
        ({"acceptee_le": now()}, "Elle a déjà été acceptée."),
        ({"envoyee_le": now() - timedelta(days=14, minutes=1)}, "Elle a expiré"),
    ],
)
def test_closed_invitation_says_why(rene: Client, link: Link, change: dict[str, object], said: str) -> None:
    invite(rene)
    Invitation.objects.update(**change)
    for answer in (Client().get(link()), Client().post(link(), {"nom": "Noé", "mot_de_passe": PASSWORD})):
        assert answer.status_code == 410
        assert said in answer.content.decode()


def test_altered_invitation_is_refused(rene: Client, link: Link) -> None:
    invite(rene)
    assert Client().get(link()[:-4] + "/").status_code == 410


def test_nobody_is_invited_twice_nor_when_a_member(rene: Client) -> None:
    invite(rene)
    assert "a déjà une invitation en attente" in invite(rene).content.decode()  # type: ignore[attr-defined]
    assert "rene@ville.fr est déjà membre" in invite(rene, "Rene@ville.fr").content.decode()  # type: ignore[attr-defined]
    assert Invitation.objects.count() == 1


def test_invitation_whose_message_does_not_leave_is_not_kept(rene: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
    assert "Le courriel n’est pas parti" in invite(rene).content.decode()  # type: ignore[attr-defined]
    assert not Invitation.objects.exists()


def test_invitation_is_sent_again_for_fourteen_days(rene: Client, link: Link) -> None:
    invite(rene)
    Invitation.objects.update(envoyee_le=now() - timedelta(days=20))
    assert "expirée" in rene.get(BASE).content.decode()
    rene.post(f"{BASE}invitations/{Invitation.objects.get().pk}/relance/")
    assert len(mail.outbox) == 2
    assert Client().get(link()).status_code == 200


def test_invitation_is_cancelled_once(rene: Client, link: Link) -> None:
    invite(rene)
    path = f"{BASE}invitations/{Invitation.objects.get().pk}/"
    rene.post(f"{path}annulation/")
    assert Client().get(link()).status_code == 410
    for again in ("annulation/", "relance/"):
        assert "n’est plus en attente" in rene.post(path + again).content.decode()
    invite(rene)
    assert Invitation.objects.count() == 2


def test_somebody_who_joined_meanwhile_keeps_their_role(rene: Client, link: Link, makes: Makes) -> None:
    invite(rene)
    neuf = makes("neuf@ville.fr", Role.CORRESPONDANT)
    browser(neuf).post(link())
    assert role_of("neuf@ville.fr") == "correspondant_donnees"


def test_role_is_changed_and_written_down(rene: Client, referent: Utilisateur, makes: Makes) -> None:
    lea = makes("lea@ville.fr", Role.LECTEUR)
    number = lea.membres.get().pk
    rene.post(f"{BASE}{number}/role/", {"role": "correspondant_donnees"})
    assert role_of("lea@ville.fr") == "correspondant_donnees"
    deed = Evenement.objects.get(verbe=Verbe.ROLE)
    assert (deed.acteur, deed.concerne, deed.commune, deed.precision) == (
        referent, lea, "02691", "correspondant données",
    )  # fmt: skip
    assert "René Grand a changé le rôle d’un membre" in rene.get(BASE).content.decode()


def test_unknown_role_changes_nothing(rene: Client, referent: Utilisateur) -> None:
    rene.post(f"{BASE}{referent.membres.get().pk}/role/", {"role": "maire"})
    assert role_of("rene@ville.fr") == "referent_metier"


def test_last_of_the_pair_neither_leaves_nor_becomes_a_reader(rene: Client, referent: Utilisateur) -> None:
    number = referent.membres.get().pk
    said = "René Grand est la dernière personne qui peut tenir l’espace de Saint-Quentin"
    assert said in rene.post(f"{BASE}{number}/role/", {"role": "lecteur"}).content.decode()
    assert said in rene.post(f"{BASE}{number}/depart/").content.decode()
    assert role_of("rene@ville.fr") == "referent_metier"


def test_one_of_the_pair_leaves_when_the_other_stays(rene: Client, referent: Utilisateur, makes: Makes) -> None:
    makes("lea@ville.fr", Role.CORRESPONDANT)
    number = referent.membres.get().pk
    assert "Quitter l’espace ?" in rene.get(f"{BASE}{number}/depart/").content.decode().replace("\u202f", " ").replace(
        "&#8239;", " "
    )
    assert rene.post(f"{BASE}{number}/depart/").headers["Location"] == "/compte/"
    assert role_of("rene@ville.fr") is None
    assert rene.get(BASE).status_code == 403


def test_member_is_taken_out_by_the_pair_and_by_nobody_else(rene: Client, makes: Makes) -> None:
    lea, tom = makes("lea@ville.fr", Role.LECTEUR), makes("tom@ville.fr", Role.LECTEUR)
    path = f"{BASE}{lea.membres.get().pk}/depart/"
    assert browser(tom).post(path).status_code == 403
    rene.post(path)
    assert role_of("lea@ville.fr") is None
    assert Evenement.objects.get(verbe=Verbe.RETIRE).concerne == lea


def test_reader_leaves_alone(town: Espace, referent: Utilisateur, makes: Makes) -> None:
    lea = makes("lea@ville.fr", Role.LECTEUR)
    browser(lea).post(f"{BASE}{lea.membres.get().pk}/depart/")
    assert role_of("lea@ville.fr") is None


def test_member_of_another_town_is_out_of_reach(rene: Client, makes: Makes) -> None:
    other = makes("autre@ailleurs.fr")
    Membre.objects.create(utilisateur=other, commune="35236", role=Role.LECTEUR)
    number = other.membres.get().pk
    assert rene.post(f"{BASE}{number}/role/", {"role": "lecteur"}).status_code == 404
    assert rene.post(f"{BASE}{number}/depart/").status_code == 404


def test_animateur_invites_the_first_of_the_pair(town: Espace, makes: Makes) -> None:
    user = makes("a@aisne.fr")
    Animateur.objects.create(utilisateur=user, perimetre="02")
    client = browser(user)
    assert "n’a pas encore de membre" in client.get(BASE).content.decode()
    invite(client, role="referent_metier")
    assert Invitation.objects.count() == 1
