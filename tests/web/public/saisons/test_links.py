"""A published synthesis is reached from the calls and from the cards."""

import pytest
from django.test import Client
from programme.monde import call

from coeurdeville.programme.models import Synthese, VersionSynthese

LINK = 'href="/saisons/saison-2/synthese/"'
PAGES = ("/appels/", "/appels/essai/", "/cas-usage/")


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
def test_published_synthesis_is_linked(client: Client, page: str) -> None:
    synthesis = Synthese.objects.create(saison=call("decide").saison)
    assert LINK not in client.get(page).content.decode()
    for number in (1, 2):
        VersionSynthese.objects.create(
            synthese=synthesis, numero=number, contenu={"jour": "2023-11-02", "chapitres": []}
        )
    assert client.get(page).content.decode().count(LINK) == 1


@pytest.mark.django_db
def test_paper_is_at_hand_before_the_text(client: Client) -> None:
    synthesis = Synthese.objects.create(saison=call("decide").saison)
    VersionSynthese.objects.create(synthese=synthesis, numero=1, contenu={"jour": "2023-11-02", "chapitres": []})
    page = client.get("/saisons/saison-2/synthese/").content.decode()
    assert page.index('href="/saisons/saison-2/synthese/versions/1.pdf"') < page.index("<h1")
