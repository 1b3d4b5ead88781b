"""No open form names a person or says how to reach one; the workbook keeps all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from coeurdeville.catalogue.exchange.contract import Publisher
from coeurdeville.catalogue.exchange.discretion import discreet
from coeurdeville.catalogue.exchange.formats import exchange_named
from coeurdeville.catalogue.exchange.person_words import is_personal, looks_like_somebody, masked
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Acteur, Nature, Ouverture

OPEN = ("scdl", "etalab", "collections", "dcat")
ALL = frozenset({"titre", "producteur", "detenteur", "systeme", "qualite", "adresse", "description", "motif"})


@pytest.fixture
def told(inventory: tuple[Donnee, ...]) -> Donnee:
    """Data that an inhabitant made, with their name wherever it can be."""
    rich = inventory[0]
    return replace(
        rich,
        id="releves-martin",
        titre="Relevés de Claude Martin",
        producteur="Claude Martin",
        acteur=Acteur.CITOYENS,
        nature=Nature.HABITANT,
        systeme="carnet de M. Martin, 06 12 34 56 78",
        service_referent="Claude Martin",
        qualite="écrire à claude.martin@example.net",
        statuts=(replace(rich.statuts[-1], auteur="C. Martin", motif="dit par MARTIN"),),
        autres={**rich.autres, "description": "Par Mme Martin", "contact": "claude.martin@example.net",
                "producteur_siret": "21350236200014"},
    )  # fmt: skip


@pytest.mark.parametrize("slug", OPEN)
def test_nothing_of_an_inhabitant_leaves_in_an_open_form(
    slug: str, told: Donnee, town: Ville, publisher: Publisher
) -> None:
    drawn = replace(town.donnees[0], derive_de=(told.id,))
    exported = exchange_named(slug).write(replace(town, donnees=(drawn, told)), publisher)
    text = exported.content.decode().casefold()
    assert [word for word in ("martin", "claude", "06 12", "example.net") if word in text] == []
    codes = {one.code for one in exported.problems}
    assert "echange-texte-masque" in codes
    if slug in ("etalab", "dcat"):
        assert "un habitant" in text
        assert "echange-habitant-non-nomme" in codes
    if slug == "etalab":
        assert "espaces-verts@valbois.example" in text
        assert "echange-contact-laisse" in codes


def test_workbook_keeps_all_and_says_that_it_is_not_to_be_published(
    told: Donnee, town: Ville, publisher: Publisher, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(exchange_named("classeur").write(replace(town, donnees=(told,)), publisher).content)
    book = openpyxl.load_workbook(path)
    cells = [str(cell.value) for row in book["Données"].iter_rows() for cell in row]
    assert {"Claude Martin", "claude.martin@example.net"} <= set(cells)
    guide = " ".join(str(row[0].value) for row in book["Mode d’emploi"].iter_rows())
    assert "Ne pas le publier tel quel" in guide


@pytest.mark.parametrize(
    ("nature", "acteur", "name", "written"),
    [
        (Nature.HABITANT, Acteur.CITOYENS, "dupuis", "un habitant"),
        (Nature.HABITANT, Acteur.CITOYENS, "Particuliers", "Particuliers"),
        (None, Acteur.CITOYENS, "Claude Martin", "un habitant"),
        (None, Acteur.CITOYENS, "Valbois Nature", "Valbois Nature"),
        (None, Acteur.CITOYENS, "Les Amis du Bois", "Les Amis du Bois"),
        (Nature.ASSOCIATION, Acteur.CITOYENS, "Claude Martin", "Claude Martin"),
        (Nature.ASSOCIATION, Acteur.CITOYENS, "Mme Martin", "un habitant"),
        (Nature.COMMUNE, Acteur.PUBLIC_LOCAL, "Ville de Valbois", "Ville de Valbois"),
        (None, Acteur.NON_RENSEIGNE, "Claude Martin", "Claude Martin"),
    ],
)
def test_who_is_not_named(nature: Nature | None, acteur: Acteur, name: str, written: str) -> None:
    one = Donnee("a", "", "A", detenteur=name, siren="213502362", nature=nature, acteur=acteur)
    (after,) = discreet((one,), "x", ALL).donnees
    assert after.detenteur == written
    assert after.siren == ("" if written != name else "213502362")


def test_words_of_a_group_are_not_hidden_in_texts_and_a_name_is_whatever_its_case() -> None:
    one = Donnee("a", "", "Arbres des Habitants", detenteur="Habitants du Bourg", nature=Nature.HABITANT)
    two = Donnee("b", "", "Relevés de dupuis", detenteur="dupuis", nature=Nature.HABITANT)
    first, second = discreet((one, two), "x", ALL).donnees
    assert (first.titre, first.detenteur) == ("Arbres des Habitants", "un habitant")
    assert second.titre == "Relevés de [masqué]"


def test_body_that_made_what_an_inhabitant_holds_stays() -> None:
    one = Donnee("a", "", "A", producteur="Ville de Valbois", detenteur="Claude Martin", nature=Nature.HABITANT)
    (after,) = discreet((one,), "x", ALL).donnees
    assert (after.producteur, after.detenteur) == ("Ville de Valbois", "un habitant")


def test_what_is_not_written_is_not_told() -> None:
    one = Donnee(
        "a",
        "",
        "A",
        systeme="06 12 34 56 78",
        statuts=(Statut(date(2026, 1, 1), Ouverture.OUVERTE, motif="M. Martin"),),
    )
    assert discreet((one,), "x", {"titre"}).problems == ()
    (told,) = discreet((one,), "x", {"motif"}).problems
    assert told.examples == ("a",)


def test_address_that_holds_an_e_mail_is_left_out() -> None:
    one = Donnee("a", "", "A", adresse="https://example.org/?a=claude.martin@example.net")
    (after,) = discreet((one,), "x", ALL).donnees
    assert after.adresse == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("voir Mme Martin Durand au bureau", "voir [masqué] au bureau"),
        ("au 06.12.34.56.78", "au [masqué]"),
        ("claude.martin@example.net", "[masqué]"),
        ("opendata@valbois.example", "opendata@valbois.example"),
        ("0612345678", "0612345678"),
        ("M. le maire", "M. le maire"),
    ],
)
def test_texts_without_persons(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_name_lends_no_word_to_an_address() -> None:
    assert is_personal("claude.martin@example.net", "Claude Martin")
    assert is_personal("claude.martin@example.net", "Service de M. Martin")
    assert not is_personal("espaces-verts@example.net", "Espaces verts")
    assert not looks_like_somebody("SIDEC")


@pytest.mark.parametrize(
    ("producer", "nature", "address", "kept"),
    [
        ("Claude Martin", None, "claude.martin@example.net", False),
        ("Claude Martin", Nature.HABITANT, "claude.martin@example.net", False),
        ("SIDEC", None, "sidec@example.net", True),
        ("Veolia", Nature.DELEGATAIRE, "contact.veolia@example.net", True),
        ("Ville de Valbois", None, "valbois@example.net", True),
    ],
)
def test_contact_is_published_when_it_is_that_of_a_body(
    producer: str, nature: Nature | None, address: str, *, kept: bool, inventory: tuple[Donnee, ...], town: Ville,
    publisher: Publisher,
) -> None:  # fmt: skip
    autres = {**inventory[0].autres, "contact": address, "territoire": "Valbois"}
    one = replace(inventory[0], producteur=producer, nature=nature, acteur=Acteur.NON_RENSEIGNE, autres=autres)
    text = exchange_named("etalab").write(replace(town, donnees=(one,)), publisher).content.decode()
    assert (address in text) is kept
    assert (publisher.contact in text) is not kept


@pytest.mark.parametrize("slug", OPEN[1:])
def test_who_is_an_inhabitant_in_one_entry_is_named_in_none(
    slug: str, told: Donnee, town: Ville, publisher: Publisher
) -> None:
    """An association holds what she made: her name leaves neither as its producer nor in its texts.

    The SCDL form wants the number of the producer, so that such a line is refused there.
    """
    other = replace(
        town.donnees[0],
        titre="Carnets de Claude Martin",
        producteur="Claude Martin",
        detenteur="Ligue des oiseaux",
        nature=Nature.ASSOCIATION,
        acteur=Acteur.CITOYENS,
        autres={**town.donnees[0].autres, "description": "Relevés de Claude Martin"},
    )
    exported = exchange_named(slug).write(replace(town, donnees=(other, told)), publisher)
    assert "claude martin" not in exported.content.decode().casefold()
