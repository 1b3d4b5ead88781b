"""What the coordination publishes of a card goes into its next version; dossiers tie cards together."""

import pytest
from django.test import Client
from programme.cas_usage.fiches import card, published
from programme.monde import coordination, member

from coeurdeville.editorial.models import Dossier, FicheCas, Rubrique
from coeurdeville.programme.cas_usage.lecture import publie
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import CasUsage

pytestmark = pytest.mark.django_db


def desk_page(cas: CasUsage) -> FicheCas:
    page = FicheCas(title="Texte", slug="texte-arbres", cas=cas, live=False,
                    corps=[("passage", {"chapitre": "methode", "texte": "Vu d’ailleurs."}),
                           ("passage", {"chapitre": "methode", "texte": "Et encore."})])  # fmt: skip
    Rubrique.objects.get().add_child(instance=page)
    return page


def test_draft_changes_nothing() -> None:
    cas = card()
    desk_page(cas).save_revision()
    cas.refresh_from_db()
    assert cas.redaction == {}


def test_published_words_go_into_the_next_version_only() -> None:
    cas = published()
    page = desk_page(cas)
    page.save_revision().publish()
    found = publie(cas.slug)
    assert found is not None
    assert "Vu d’ailleurs." not in str(found.fiche.textes("methode"))
    franchir(cas, "reviser", member())
    franchir(cas, "soumettre", member())
    franchir(cas, "publier", coordination())
    found = publie(cas.slug)
    assert found is not None
    assert [one.texte for one in found.fiche.textes("methode")][1:] == ["Vu d’ailleurs.", "Et encore."]


def test_withdrawn_words_leave_the_card() -> None:
    cas = card()
    page = desk_page(cas)
    page.save_revision().publish()
    page.refresh_from_db()
    page.unpublish()
    cas.refresh_from_db()
    assert cas.redaction == {}


def test_page_of_the_desk_leads_to_the_card_and_is_in_no_list(client: Client) -> None:
    cas = published()
    desk_page(cas).save_revision().publish()
    assert client.get("/dossiers/texte-arbres/").headers["Location"] == f"/cas-usage/{cas.slug}/"
    assert "texte-arbres" not in client.get("/dossiers/").content.decode()


def test_dossier_shows_its_published_cards(client: Client) -> None:
    shown, hidden = published(), card("00002", "Valmorin")
    page = Dossier(
        title="Arroser juste", slug="arroser", chapeau="Ce que trois villes ont appris.", cas=[shown, hidden]
    )
    Rubrique.objects.get().add_child(instance=page)
    text = client.get("/dossiers/arroser/").content.decode()
    assert f'<a href="/cas-usage/{shown.slug}/">Patrimoine arboré</a>' in text
    assert "<strong>Bruyères-lès-Aulnes</strong>" in text
    assert "Valmorin" not in text
