"""Answers of holders: kept once, written in the inventory, without anybody's address."""

from datetime import date
from io import BytesIO

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.espaces import reponses
from coeurdeville.espaces.lieux import courriers, depot
from coeurdeville.espaces.models import Demande, Espace
from coeurdeville.espaces.reponses import Saisie, fichier_recu, inscrire, publiable, repondre
from coeurdeville.espaces.versement import verser
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import FICHIER, open_ville
from coeurdeville.inventory.vocabulaire import Ouverture

ENTRY = "mesures-temperature"
NAME = "Luc Test, SIG"


def asked(espace: Espace, entree: str = ENTRY) -> Demande:
    return Demande.objects.create(
        espace=espace, entree=entree, titre="Mesures", destinataire="Association fictive", lettre="Bonjour",
        fondement="courtoisie", expire_le=date(2099, 1, 1),
    )  # fmt: skip


def entry(espace: Espace, name: str = ENTRY) -> Donnee:
    ville = open_ville(depot(espace.commune).ouvrir())
    return next(one for one in ville.donnees if one.id == name)


@pytest.mark.parametrize(
    ("saisie", "status"),
    [
        (Saisie("deja_ouverte", licence="odbl", adresse="https://donnees.example/m", repondant=NAME), "ouverte"),
        (Saisie("ouvrable", licence="lov2", repondant=NAME), "candidate"),
        (Saisie("conditions", precisions="par convention", repondant=NAME), "payante-ou-limitee"),
        (Saisie("refus", motif="non-ouverte-securite", precisions="plans", repondant=NAME), "non-ouverte-securite"),
        (Saisie("refus", motif="autre", precisions="pas le temps", repondant=NAME), "non-renseigne"),
        (Saisie("absente", repondant=NAME), "n-existe-pas"),
        (Saisie("ailleurs", precisions="voir la région", repondant=NAME), "non-renseigne"),
    ],
)
def test_each_answer_makes_its_status(espace: Espace, saisie: Saisie, status: str) -> None:
    demande = asked(espace)
    repondre(demande, saisie)
    found = entry(espace).statut
    assert found is not None
    assert (found.ouverture, found.date) == (Ouverture(status), date.today())
    assert found.auteur == "Association fictive (détenteur)"
    assert found.preuve.startswith("réponse du ")
    assert f"à la demande n°\u00a0{demande.pk}" in found.preuve
    assert found.reponse == saisie.precisions
    assert demande.inscrite_en == 2


def test_licence_and_address_that_the_holder_gives_are_those_of_the_entry(espace: Espace) -> None:
    repondre(asked(espace), Saisie("deja_ouverte", licence="odbl", adresse="https://donnees.example/m", repondant=NAME))
    found = entry(espace)
    assert (found.licence.key, found.adresse) == ("odbl", "https://donnees.example/m")


def test_former_statuses_stay(espace: Espace) -> None:
    before = entry(espace, "points-lumineux").statuts
    repondre(asked(espace, "points-lumineux"), Saisie("absente", repondant=NAME))
    assert entry(espace, "points-lumineux").statuts[:2] == before


@pytest.mark.parametrize(
    ("saisie", "lacking"),
    [
        (Saisie(), ["reponse", "repondant"]),
        (Saisie("peut-être", repondant=NAME), ["reponse"]),
        (Saisie("deja_ouverte", adresse="javascript:alert(1)", repondant=NAME), ["adresse", "licence"]),
        (Saisie("conditions", precisions=" ", repondant=NAME), ["precisions"]),
        (Saisie("refus", motif="ouverte", repondant=NAME), ["motif", "precisions"]),
        (Saisie("absente", repondant=" "), ["repondant"]),
    ],
)
def test_everything_that_an_answer_lacks_is_said(espace: Espace, saisie: Saisie, lacking: list[str]) -> None:
    assert [field for field, _ in reponses.manques(saisie)] == lacking
    with pytest.raises(Refused):
        repondre(asked(espace), saisie)
    assert Demande.objects.get().repondue_le is None


def test_second_answer_is_refused_and_the_first_stays(espace: Espace) -> None:
    demande = asked(espace)
    stale = Demande.objects.get()
    repondre(demande, Saisie("absente", repondant=NAME))
    with pytest.raises(Refused, match="reponse-deja-donnee"):
        repondre(stale, Saisie("ouvrable", repondant=NAME), ("a.csv", BytesIO(b"a;b\n1;2\n")))
    assert Demande.objects.get().reponse == "absente"
    assert list(courriers(demande.pk).rglob("*.csv")) == []


@pytest.mark.parametrize("change", [{"expire_le": date(2020, 1, 1)}, {"annulee_le": "2026-11-25T00:00Z"}])
def test_expired_or_cancelled_link_takes_no_answer(espace: Espace, change: dict[str, object]) -> None:
    asked(espace)
    Demande.objects.update(**change)
    with pytest.raises(Refused, match="reponse-deja-donnee"):
        repondre(Demande.objects.get(), Saisie("absente", repondant=NAME))


def test_answer_that_the_inventory_cannot_take_is_kept_and_written_later(espace: Espace) -> None:
    demande = asked(espace, "une-entree-disparue")
    repondre(demande, Saisie("absente", precisions="nous n’avons rien", repondant=NAME))
    demande.refresh_from_db()
    assert (demande.precisions, demande.inscrite_en) == ("nous n’avons rien", None)
    Demande.objects.update(entree=ENTRY)
    demande.refresh_from_db()
    inscrire(demande)
    assert entry(espace).ouverture is Ouverture.ABSENTE
    inscrire(demande)
    assert len(entry(espace).statuts) == 1


def test_nobody_s_address_enters_the_inventory(espace: Espace) -> None:
    words = "Écrire à luc.test@asso.example ou au 06 12 34 56 78."
    repondre(asked(espace), Saisie("conditions", precisions=words, repondant=NAME))
    text = (depot(espace.commune).ouvrir() / FICHIER).read_text("utf-8")
    assert "Écrire à [coordonnées retirées] ou au [coordonnées retirées]." in text
    assert NAME not in text
    assert publiable("code 02691, 12 345 lignes, 2024-2026") == "code 02691, 12 345 lignes, 2024-2026"


def test_file_of_an_answer_is_kept_beside_it_until_a_member_takes_it(espace: Espace) -> None:
    trees = (depot(espace.commune).ouvrir() / entry(espace, "arbres").fichier).read_bytes()
    demande = asked(espace, "arbres")
    repondre(demande, Saisie("ouvrable", licence="lov2", repondant=NAME), ("arbres 2026.geojson", BytesIO(trees)))
    kept = fichier_recu(demande)
    assert kept is not None
    assert kept.read_bytes() == trees
    verser(demande, "Ada")
    found = entry(espace, "arbres")
    assert found.fichier.startswith("fichiers/")
    assert demande.fichier_verse_le is not None


def test_file_that_makes_no_layer_changes_nothing(espace: Espace) -> None:
    demande = asked(espace, "arbres")
    repondre(demande, Saisie("ouvrable", repondant=NAME), ("a.csv", BytesIO(b"a;b\n1;2\n3;4\n")))
    before = depot(espace.commune).derniere()
    with pytest.raises(Refused):
        verser(demande, "Ada")
    assert depot(espace.commune).derniere() == before
    assert demande.fichier_verse_le is None


def test_hostile_file_is_refused_and_nothing_is_kept(espace: Espace) -> None:
    demande = asked(espace)
    with pytest.raises(Refused):
        repondre(demande, Saisie("ouvrable", repondant=NAME), ("a.exe", BytesIO(b"MZ" + bytes(200))))
    assert Demande.objects.get().repondue_le is None
    assert [one for one in courriers(demande.pk).rglob("*") if one.is_file()] == []
