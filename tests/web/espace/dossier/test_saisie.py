"""The form of an entry: what it writes and leaves alone, two members at once, a session that ends meanwhile."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import OperationalError
from django.test import Client
from django.utils.html import escape

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.espaces.models import Entree, Espace
from coeurdeville.inventory.donnee import Cooperation, Statut
from coeurdeville.inventory.revisions.depot import Depot
from coeurdeville.inventory.vocabulaire import Forme, Ouverture
from coeurdeville.schemas.mapping.correspondance import Etat

from .conftest import ARBRES, CODE, said

Fill = Callable[..., dict[str, object]]
EAUX = "/espace/00042/modifier/eaux/"


def test_what_changes_is_written_and_the_rest_left_alone(ana: Client, fiche: Fill, revisions: Depot) -> None:
    before = (revisions.ouvrir() / "ville.toml").read_text("utf-8")
    answer = ana.post(ARBRES, fiche(detenteur="Agglomération", motif="Transfert de compétence"))
    assert answer["Location"] == "/espace/00042/donnees/arbres/"
    after = (revisions.ouvrir() / "ville.toml").read_text("utf-8")
    assert after == before.replace("Ville de Valbois", "Agglomération")
    user = Utilisateur.objects.get()
    last = revisions.derniere()
    assert last is not None
    assert (last.numero, last.motif) == (2, "Transfert de compétence")
    assert last.auteur == f"compte:{user.pk}:correspondant_donnees"


def test_the_index_follows(ana: Client, fiche: Fill) -> None:
    ana.post(ARBRES, fiche(detenteur="Agglomération"))
    assert Espace.objects.get().revision == 2
    assert Entree.objects.get(identifiant="arbres").detenteur == "Agglomération"


def test_nothing_changed_adds_no_revision(ana: Client, fiche: Fill, revisions: Depot) -> None:
    page = ana.post(ARBRES, fiche(), follow=True)
    assert "Rien n’a changé" in page.text
    assert len(revisions.revisions()) == 1


def test_without_a_reason_the_answers_changed_are_noted(ana: Client, fiche: Fill, revisions: Depot) -> None:
    ana.post(ARBRES, fiche(detenteur="Agglo", licence="lov2"))
    last = revisions.derniere()
    assert last is not None
    assert last.motif == "Arbres publics\u00a0: détenteur, s’il n’est pas le producteur, licence"


def test_every_answer_is_written_as_the_file_writes_it(ana: Client, fiche: Fill, revisions: Depot) -> None:
    told = {
        "titre": "Arbres d’alignement", "description": "Deux lignes\r\nde mots", "mots_cles": "arbre;voirie",
        "qualite": "relevé à pied", "donnees_personnelles": "non", "producteur": "Bureau d’études",
        "siren": "200023414",
        "acteur": "public-local", "nature": "commune", "niveau": "commune", "service_referent": "Espaces verts",
        "systeme": "SIG", "acces": "sur demande", "contact": "sig@v.example",
        "adresse": "https://valbois.example/arbres",
        "licence": "odbl", "millesime": "2024", "rythme": "Annuelle", "etendue": "commune", "derive_de": "eaux",
        "colonnes.espece": "essence",
    }  # fmt: skip
    assert ana.post(ARBRES, fiche(**told)).status_code == 302
    form = ana.get(ARBRES).context["form"]
    assert {key: form[key].value() for key in told} == told | {"description": "Deux lignes\nde mots"}
    one = said(revisions)
    assert (one.donnees_personnelles, one.derive_de, one.correspondance.colonnes) == (
        False,
        ("eaux",),
        {"espece": "essence"},
    )


def test_an_answer_that_cannot_be_read_is_said_and_the_words_stay(ana: Client, fiche: Fill, revisions: Depot) -> None:
    page = ana.post(ARBRES, fiche(millesime="été 2024", qualite="Mes longues notes", titre=""))
    assert page.status_code == 400
    assert "Millésime\u00a0: Le millésime «\u00a0été 2024\u00a0» n’est pas lisible." in page.text
    assert 'href="#id_millesime"' in page.text
    assert "Mes longues notes" in page.text
    assert len(revisions.revisions()) == 1


def test_a_status_is_added_and_those_before_stay(ana: Client, fiche: Fill, revisions: Depot) -> None:
    told = {
        "statut": "ouverte",
        "statut_date": "2026-11-20",
        "statut_preuve": "data.gouv.fr",
        "statut_auteur": "Ana Roy",
    }
    ana.post(ARBRES, fiche(**told))
    signed = f"compte:{Utilisateur.objects.get().pk}:correspondant_donnees"
    assert said(revisions).statuts == (
        Statut(date(2026, 11, 1), Ouverture.CANDIDATE, "Ana Roy", "courriel"),
        Statut(date(2026, 11, 20), Ouverture.OUVERTE, signed, "data.gouv.fr"),
    )


def test_a_status_of_a_day_to_come_is_refused_beside_its_field(ana: Client, fiche: Fill, revisions: Depot) -> None:
    tomorrow = date.today() + timedelta(days=1)
    page = ana.post(ARBRES, fiche(statut="ouverte", statut_date=tomorrow.isoformat(), qualite="Mes notes"))
    assert page.status_code == 400
    assert list(page.context["form"].errors) == ["statut_date"]
    assert "Mes notes" in page.text
    assert len(revisions.revisions()) == 1


def test_the_holder_answers_the_latest_status(ana: Client, fiche: Fill, revisions: Depot) -> None:
    ana.post(ARBRES, fiche(reponse="Nous publierons en mars.", reponse_date="2026-11-24"))
    (status,) = said(revisions).statuts
    assert (status.reponse, status.reponse_date) == ("Nous publierons en mars.", date(2026, 11, 24))


def test_a_line_of_cooperation_is_added(ana: Client, fiche: Fill, revisions: Depot) -> None:
    ana.post(ARBRES, fiche(avec="SIDEC", forme="convention", objet="relevé", duree="3 ans", cout="gratuit"))
    assert said(revisions).cooperations == (Cooperation("SIDEC", Forme.CONVENTION, None, "relevé", "3 ans", "gratuit"),)


def test_an_entry_without_file_is_made_with_its_status(ana: Client, fiche: Fill, revisions: Depot) -> None:
    path = "/espace/00042/nouvelle-donnee/"
    told = {"titre": "Îlots de fraîcheur", "couche": "lieux-frais", "detenteur": "SDIS", "statut": "n-existe-pas"}
    answer = ana.post(path, fiche(path, **told))
    assert answer["Location"] == "/espace/00042/donnees/lieux-frais/"
    one = said(revisions, "lieux-frais")
    assert (one.titre, one.detenteur, one.ouverture) == ("Îlots de fraîcheur", "SDIS", Ouverture.ABSENTE)
    again = ana.post(path, fiche(path, **told))
    assert again["Location"] == "/espace/00042/donnees/lieux-frais-2/"


def test_a_new_entry_says_its_title_and_its_layer(ana: Client, fiche: Fill) -> None:
    page = ana.post("/espace/00042/nouvelle-donnee/", fiche("/espace/00042/nouvelle-donnee/"))
    assert sorted(page.context["form"].errors) == ["couche", "titre"]


def test_two_members_on_two_entries_both_keep_their_words(
    ana: Client, luc: Client, fiche: Fill, revisions: Depot
) -> None:
    mine, theirs = fiche(detenteur="Agglo"), fiche(EAUX, detenteur="Syndicat")
    assert luc.post(EAUX, theirs).status_code == 302
    assert ana.post(ARBRES, mine).status_code == 302
    assert (said(revisions).detenteur, said(revisions, "eaux").detenteur) == ("Agglo", "Syndicat")


@pytest.fixture
def conflict(ana: Client, luc: Client, fiche: Fill) -> dict[str, object]:
    """What Ana sent while Luc had just changed the same entry; the page that she was shown says the rest."""
    mine = fiche(detenteur="Ana dit Agglo", qualite="Mots d’Ana", motif="Le pourquoi d’Ana", statut="ouverte")
    assert luc.post(ARBRES, fiche(detenteur="Luc dit Syndicat", producteur="Mots de Luc")).status_code == 302
    page = ana.post(ARBRES, mine)
    assert page.status_code == 409
    for words in ("Ana dit Agglo", "Mots d’Ana", "Luc dit Syndicat", "Mots de Luc", "Ville de Valbois"):
        assert escape(words) in page.text
    assert "Luc Dubois" in page.text
    chosen = {one.cle: (one.des_deux, one.garder_autre) for one in page.context["choix"]}
    assert chosen == {"detenteur": (True, False), "qualite": (False, False), "producteur": (False, True)}
    return {**dict(page.context["envoye"]), "base": "2"}


def test_texts_are_chosen_answer_by_answer(ana: Client, conflict: dict[str, object], revisions: Depot) -> None:
    choice = {"choix.detenteur": "autre", "choix.qualite": "mienne", "choix.producteur": "autre"}
    assert ana.post(ARBRES, conflict | choice).status_code == 302
    one = said(revisions)
    assert (one.detenteur, one.qualite, one.producteur) == ("Luc dit Syndicat", "Mots d’Ana", "Mots de Luc")
    assert [status.ouverture for status in one.statuts] == [Ouverture.CANDIDATE, Ouverture.OUVERTE]
    last = revisions.derniere()
    assert last is not None
    assert (last.numero, last.motif) == (3, "Le pourquoi d’Ana")


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ("mienne", ("Ana dit Agglo", "Mots d’Ana", "")),
        ("autre", ("Luc dit Syndicat", "", "Mots de Luc")),
    ],
)
def test_one_text_is_kept_whole(
    ana: Client, conflict: dict[str, object], revisions: Depot, kept: str, expected: tuple[str, str, str]
) -> None:
    choice = {"choix.detenteur": "mienne", "choix.qualite": "autre", "choix.producteur": "mienne", "tout": kept}
    assert ana.post(ARBRES, conflict | choice).status_code == 302
    one = said(revisions)
    assert (one.detenteur, one.qualite, one.producteur) == expected


def test_a_third_change_meanwhile_is_a_new_conflict(
    ana: Client, luc: Client, fiche: Fill, conflict: dict[str, object]
) -> None:
    assert luc.post(ARBRES, fiche(detenteur="Luc change encore")).status_code == 302
    choice = {"choix.detenteur": "mienne", "choix.qualite": "mienne", "choix.producteur": "autre"}
    page = ana.post(ARBRES, conflict | choice)
    assert page.status_code == 409
    assert [one.autre for one in page.context["choix"] if one.cle == "detenteur"] == ["Luc change encore"]
    assert escape("Mots d’Ana") in page.text


def test_a_choice_stands_when_a_third_change_comes(
    ana: Client, luc: Client, fiche: Fill, conflict: dict[str, object], revisions: Depot
) -> None:
    choice = {"choix.detenteur": "mienne", "choix.qualite": "mienne", "choix.producteur": "autre"}
    assert luc.post(ARBRES, fiche(detenteur="Luc change encore")).status_code == 302
    page = ana.post(ARBRES, conflict | choice)
    assert "producteur" not in [one.cle for one in page.context["choix"]]
    sent = {**dict(page.context["envoye"]), "base": "3", "choix.detenteur": "mienne", "choix.qualite": "mienne"}
    assert ana.post(ARBRES, sent).status_code == 302
    one = said(revisions)
    assert (one.detenteur, one.qualite, one.producteur) == ("Ana dit Agglo", "Mots d’Ana", "Mots de Luc")


def test_a_choice_outlives_the_session(ana: Client, conflict: dict[str, object], revisions: Depot) -> None:
    choice = {"choix.detenteur": "autre", "choix.qualite": "mienne", "choix.producteur": "autre"}
    assert over(ana).post(ARBRES, conflict | choice)["Location"] == ARBRES
    ana.force_login(Utilisateur.objects.get(nom="Ana Roy"), "django.contrib.auth.backends.ModelBackend")
    form = ana.get(ARBRES).context["form"]
    shown = [form[key].value() for key in ("detenteur", "qualite", "producteur")]
    assert shown == ["Luc dit Syndicat", "Mots d’Ana", "Mots de Luc"]


def test_an_entry_removed_meanwhile_can_be_put_back_with_ones_words(
    ana: Client, luc: Client, fiche: Fill, revisions: Depot
) -> None:
    mine = fiche(qualite="Mots d’Ana", statut="ouverte")
    assert luc.post("/espace/00042/retirer/arbres/", {"base": 1}).status_code == 302
    page = ana.post(ARBRES, mine)
    assert page.status_code == 409
    assert "a été retirée pendant que vous la modifiiez" in page.text
    sent = {**dict(page.context["envoye"]), "base": "2", "origine": page.context["origine"], "recreer": "1"}
    assert ana.post(ARBRES, sent).status_code == 302
    one = said(revisions)
    assert (one.qualite, one.detenteur, len(one.statuts)) == ("Mots d’Ana", "Ville de Valbois", 2)


def test_an_entry_changed_meanwhile_is_not_removed_unread(
    ana: Client, luc: Client, fiche: Fill, revisions: Depot
) -> None:
    assert luc.post(ARBRES, fiche(qualite="Mots de Luc")).status_code == 302
    page = ana.post("/espace/00042/retirer/arbres/", {"base": 1})
    assert page.status_code == 400
    assert said(revisions).qualite == "Mots de Luc"


def test_an_entry_goes_with_its_file_when_it_is_asked(ana: Client, revisions: Depot) -> None:
    ana.post("/espace/00042/retirer/arbres/", {"base": 1, "avec_fichier": "on", "motif": "Doublon"})
    last = revisions.derniere()
    assert last is not None
    assert (list(last.fichiers), last.motif) == (["ville.toml"], "Doublon")


def over(browser: Client) -> Client:
    """The same browser once its session is over."""
    del browser.cookies["sessionid"]
    return browser


def test_words_outlive_the_session(ana: Client, fiche: Fill, revisions: Depot) -> None:
    typed = fiche(qualite="Une heure de notes", statut="ouverte")
    client = over(ana)
    answer = client.post(ARBRES, typed)
    assert answer["Location"] == ARBRES
    sent_on = client.get(ARBRES)
    assert sent_on["Location"] == f"/compte/connexion/?next={ARBRES}"
    page = client.get(sent_on["Location"])
    assert "Ce que vous aviez écrit est gardé" in page.text
    inside = client.post(sent_on["Location"], {"courriel": "ana@valbois.example", "mot_de_passe": "un mot de passe"})
    assert inside["Location"] == ARBRES
    again = client.get(ARBRES)
    assert "Rien n’est encore enregistré" in again.text
    form = again.context["form"]
    assert (form["qualite"].value(), form["statut"].value()) == ("Une heure de notes", "ouverte")
    assert len(revisions.revisions()) == 1
    assert client.post(ARBRES, typed).status_code == 302
    assert said(revisions).qualite == "Une heure de notes"
    assert "saisie" not in client.session


def test_words_kept_are_those_of_one_page_and_can_be_dropped(ana: Client, fiche: Fill) -> None:
    typed = fiche(qualite="Notes")
    client = over(ana)
    client.post(ARBRES, typed)
    client.force_login(Utilisateur.objects.get(), "django.contrib.auth.backends.ModelBackend")
    assert client.get(EAUX).context["gardee"] is False
    assert client.get(ARBRES).context["gardee"] is True
    client.post(ARBRES, {"abandonner": "1"})
    assert client.get(ARBRES).context["gardee"] is False


def test_a_page_opened_before_signing_in_again_keeps_its_words(ana: Client, fiche: Fill, revisions: Depot) -> None:
    typed = fiche(qualite="Notes")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(Utilisateur.objects.get(), "django.contrib.auth.backends.ModelBackend")
    answer = strict.post(ARBRES, typed, headers={"Origin": "http://testserver"})
    assert answer["Location"] == ARBRES
    assert strict.get(ARBRES).context["form"]["qualite"].value() == "Notes"
    assert len(revisions.revisions()) == 1


@pytest.mark.parametrize("origin", [{}, {"Origin": "https://ailleurs.example"}, {"Origin": "null"}])
def test_a_page_of_another_site_gets_nothing_kept(
    ana: Client, fiche: Fill, origin: dict[str, str], revisions: Depot
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(Utilisateur.objects.get(), "django.contrib.auth.backends.ModelBackend")
    assert strict.post(ARBRES, fiche(qualite="Piège"), headers=origin).status_code == 403
    assert "saisie" not in strict.session
    assert len(revisions.revisions()) == 1


def test_nothing_is_kept_of_who_never_had_the_form(client: Client, ana: Client, espace: Espace) -> None:
    ana.get(ARBRES)
    forged = Client(enforce_csrf_checks=True)
    forged.cookies["formulaire"] = ana.cookies["formulaire"].value.replace("1:", "2:")
    for browser, path in ((client, ARBRES), (forged, ARBRES), (client, "/espace/99999/modifier/x/")):
        browser.post(path, {"qualite": "x" * 1000}, headers={"Origin": "http://testserver"})
    assert Session.objects.count() == 1


def test_a_text_without_end_is_not_kept(ana: Client, espace: Espace) -> None:
    ana.get(ARBRES)
    client = over(ana)
    client.post(ARBRES, {"qualite": "x" * 200_001})
    assert "saisie" not in client.session


def test_a_disk_that_is_full_keeps_the_words_on_the_page(ana: Client, fiche: Fill, revisions: Depot) -> None:
    (revisions.folder / "travail").rmdir()
    (revisions.folder / "travail").write_text("", "utf-8")
    page = ana.post(ARBRES, fiche(qualite="Mes notes"))
    assert page.status_code == 400
    assert "n’a pas pu être lu ou écrit" in page.text
    assert "Mes notes" in page.text


def test_an_index_that_cannot_follow_does_not_lose_the_revision(
    ana: Client, fiche: Fill, revisions: Depot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(Entree.objects, "bulk_create", locked)
    assert ana.post(ARBRES, fiche(detenteur="Agglo")).status_code == 302
    assert said(revisions).detenteur == "Agglo"
    assert Espace.objects.get(commune=CODE).revision == 1


def test_a_content_that_is_lost_is_said_with_a_way_out(ana: Client, fiche: Fill, revisions: Depot) -> None:
    ana.post(ARBRES, fiche(detenteur="Agglo"))
    last = revisions.derniere()
    assert last is not None
    revisions.objets.path(last.fichiers["ville.toml"]).unlink()
    opened = revisions.ouvrir()
    opened.rename(opened.with_name("perdue"))
    page = ana.get("/espace/00042/")
    assert page.status_code == 503
    assert "n’est plus dans le dépôt" in page.text
    assert "Révision 2" in ana.get("/espace/00042/historique/").text
    assert "ne peut pas être montré" in ana.get("/espace/00042/historique/2/").text
    assert '<a href="/espace/00042/importer/">' in page.text
    assert ana.get("/espace/00042/importer/").status_code == 200
    assert ana.post("/espace/00042/historique/1/restaurer/").status_code == 302
    assert ana.get("/espace/00042/").status_code == 200


def test_a_status_and_the_answer_of_the_holder_are_taken_together(ana: Client, fiche: Fill, revisions: Depot) -> None:
    day = date(2026, 11, 20)
    typed = fiche(EAUX, statut="ouverte", statut_date=day, reponse="Elle est en ligne.", reponse_date=day)
    assert ana.post(EAUX, typed).status_code == 302
    (only,) = said(revisions, "eaux").statuts
    assert (only.ouverture, only.reponse, only.reponse_date) == (Ouverture.OUVERTE, "Elle est en ligne.", day)
    typed = fiche(statut="ouverte", statut_date=day, reponse="D’accord.", reponse_date=day)
    assert ana.post(ARBRES, typed).status_code == 302
    assert [one.reponse for one in said(revisions).statuts] == ["D’accord.", ""]


def test_codes_of_a_file_are_said_in_the_form(ana: Client, fiche: Fill, revisions: Depot) -> None:
    assert "valeurs.arbre_remarquable" not in fiche()
    ana.post(ARBRES, fiche(**{"colonnes.arbre_remarquable": "rem"}))
    page = ana.get(ARBRES)
    assert "Les valeurs possibles\u00a0: oui ou non." in page.text
    told = {"valeurs.arbre_remarquable": "1 = oui\n2 = non", "etats.disparus": "etat = abattu ; supprimé"}
    assert ana.post(ARBRES, fiche(base=2, **told)).status_code == 302
    mapping = said(revisions).correspondance
    assert mapping.valeurs["arbre_remarquable"] == {"1": "oui", "2": "non"}
    assert mapping.etats == (Etat("etat", ("abattu", "supprimé")),)


def test_address_of_an_entry_is_of_the_web(ana: Client, fiche: Fill, revisions: Depot) -> None:
    page = ana.post(ARBRES, fiche(adresse="javascript:alert(1)"))
    assert page.status_code == 400
    assert "ne commence pas par https://" in page.text
    assert len(revisions.revisions()) == 1


@pytest.mark.parametrize("name", ["Ana Roy", "Luc Dubois"])
def test_a_status_is_signed_by_an_account_and_not_by_a_name(
    ana: Client, luc: Client, lectrice: Client, fiche: Fill, revisions: Depot, name: str
) -> None:
    before = (revisions.ouvrir() / "ville.toml").read_text("utf-8").count(name)
    assert ana.post(ARBRES, fiche(statut="ouverte", statut_auteur=name)).status_code == 302
    assert (revisions.ouvrir() / "ville.toml").read_text("utf-8").count(name) == before
    page, history = "/espace/00042/donnees/arbres/", "/espace/00042/historique/2/"
    assert f"constaté par {name}" in lectrice.get(page).text
    assert f"<ins>{name}</ins>" in lectrice.get(history).text
    gone = Utilisateur.objects.get(nom=name)
    role = gone.roles[CODE].label
    gone.delete()
    assert f"constaté par ancien membre ({role})" in lectrice.get(page).text
    assert f"<ins>ancien membre ({role})</ins>" in lectrice.get(history).text


def test_a_signature_that_is_typed_names_nobody_of_elsewhere(ana: Client, fiche: Fill) -> None:
    stranger = Utilisateur.objects.create_user("paul@ailleurs.example", nom="Paul Martin")
    assert ana.post(ARBRES, fiche(statut="ouverte", statut_auteur=f"compte:{stranger.pk}:lecteur")).status_code == 302
    for path in ("/espace/00042/donnees/arbres/", "/espace/00042/historique/2/"):
        page = ana.get(path).text
        assert "ancien membre (lecteur)" in page
        assert "Paul Martin" not in page


def test_a_status_keeps_the_name_of_who_is_no_member(ana: Client, fiche: Fill, revisions: Depot) -> None:
    assert ana.post(ARBRES, fiche(statut="ouverte", statut_auteur="Service des espaces verts")).status_code == 302
    assert said(revisions).statuts[-1].auteur == "Service des espaces verts"


def test_a_base_that_is_locked_while_the_session_is_over_is_said(
    ana: Client, fiche: Fill, revisions: Depot, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = fiche(qualite="Une heure de notes")
    client = over(ana)

    def locked(*_: object, **__: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(SessionStore, "save", locked)
    client.raise_request_exception = False
    page = client.post(ARBRES, typed)
    assert (page.status_code, page["Retry-After"]) == (503, "30")
    assert "Revenez à la page précédente" in page.text
    monkeypatch.undo()
    assert client.post(ARBRES, typed)["Location"] == ARBRES
    client.force_login(Utilisateur.objects.get(), "django.contrib.auth.backends.ModelBackend")
    assert client.get(ARBRES).context["form"]["qualite"].value() == "Une heure de notes"
