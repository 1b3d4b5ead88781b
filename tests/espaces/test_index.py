"""The index of a town: rebuilt from its folder alone."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import Model

from coeurdeville.espaces.calculs import demander
from coeurdeville.espaces.index import _replaced, reindexer
from coeurdeville.espaces.lieux import depot
from coeurdeville.espaces.models import Entree, Espace
from coeurdeville.inventory.ville import FICHIER

pytestmark = pytest.mark.django_db
FIELDS = ("espace__commune", "identifiant", "couche", "titre", "ouverture", "detenteur", "acteur", "fichier")


def kept() -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    spaces = Espace.objects.order_by("commune").values_list("commune", "nom", "revision")
    return list(spaces), list(Entree.objects.order_by("espace__commune", "identifiant").values_list(*FIELDS))


def test_index_holds_the_entries_of_the_last_revision(espace: Espace) -> None:
    entry = Entree.objects.get(identifiant="points-lumineux")
    assert (entry.couche, entry.ouverture, entry.detenteur, entry.acteur, entry.fichier) == (
        "points-lumineux", "candidate", "Syndicat d’énergie fictif", "public-local", "",
    )  # fmt: skip
    assert espace.revision == 1
    assert espace.entrees.exclude(fichier="").count() > 8


def test_command_rebuilds_wiped_tables_as_they_were(espace: Espace, villes: Callable[[int], list[Espace]]) -> None:
    villes(1)
    before = kept()
    Entree.objects.all().delete()
    Espace.objects.update(revision=0, nom="?")
    out = StringIO()
    call_command("reindexer", stdout=out)
    assert kept() == before
    assert out.getvalue() == "2\u00a0villes dans l’index.\n"
    call_command("reindexer", stdout=out)
    assert kept() == before


def test_removed_entry_leaves_the_index(espace: Espace) -> None:
    def keep_two(town: Model) -> None:
        text = (town / FICHIER).read_text("utf-8")
        (town / FICHIER).write_text("[[donnees]]".join(text.split("[[donnees]]")[:3]), "utf-8")

    depot(espace.commune).enregistrer(1, keep_two, "Ada Test", "moins")
    assert reindexer(espace.commune) == 2
    assert espace.entrees.count() == 2


def behind(espace: Espace) -> None:
    """A revision kept while the database could not be written."""
    depot(espace.commune).enregistrer(1, lambda town: (town / "fichiers" / "note.txt").touch(), "Ada Test", "note")


def test_run_is_asked_of_the_last_revision_even_when_the_index_missed_it(espace: Espace) -> None:
    behind(espace)
    assert espace.revision == 1
    assert demander(espace, None, aussitot=True).revision == 2
    assert Espace.objects.get(pk=espace.pk).revision == 2


def test_index_catches_up_by_itself(espace: Espace, villes: Callable[[int], list[Espace]]) -> None:
    villes(1)
    Espace.objects.filter(commune="02691").update(nom="?")
    behind(espace)
    call_command("reindexer", "--en-retard", stdout=StringIO())
    assert sorted(Espace.objects.values_list("revision", "nom")) == [(1, "?"), (2, "Valmorin-sur-Aune")]


def test_index_of_an_older_revision_never_follows_a_newer(espace: Espace) -> None:
    behind(espace)
    assert not _replaced(espace.commune, 1, None)
    assert reindexer(espace.commune) == 2


def test_folder_that_cannot_be_read_is_said_and_stops_no_other_town(
    espace: Espace, villes: Callable[[int], list[Espace]]
) -> None:
    villes(1)
    for card in (depot("02691").folder / "revisions").iterdir():
        card.write_text("{", "utf-8")
    said = StringIO()
    Espace.objects.update(revision=0)
    call_command("reindexer", stdout=StringIO(), stderr=said)
    assert said.getvalue().startswith("02691 : [revision-illisible]")
    espace.refresh_from_db()
    assert espace.revision == 1
