"""The workbook: any inventory comes back; what hands type in it is kept or told."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.catalogue.exchange.classeur import template, write
from coeurdeville.catalogue.exchange.contract import Imported, Publisher
from coeurdeville.catalogue.exchange.workbook_reading import read_workbook
from coeurdeville.catalogue.organisation import Organisation
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LICENCES
from coeurdeville.core.problems import Level, Problem
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.donnee import Conformite, Cooperation, Donnee, Statut
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import ETENDUES, Acteur, Forme, Nature, Niveau, Ouverture
from coeurdeville.layers.catalogue import kinds
from coeurdeville.readers.values import MISSING_WORDS

TODAY = date(2026, 11, 25)
PUBLISHER = Publisher(Organisation("Commune de Valbois"), TODAY)
LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="\n")
words = st.text(LETTERS, max_size=20).map(str.strip)
days = st.dates(date(1950, 1, 1), date(2100, 1, 1))
vintages = st.one_of(
    st.none(),
    st.integers(1950, 2030).map(lambda year: Vintage.parse(str(year))),
    days.map(lambda day: Vintage(day, day)),
    st.just(Vintage.parse("2017-2018")),
)
keys = st.text(st.characters(categories=("Ll", "Lu"), max_codepoint=0x17F), min_size=4, max_size=12).filter(
    lambda key: key not in Donnee.__dataclass_fields__
)
values = st.one_of(words, st.integers(-9, 9), st.booleans(), st.lists(words, max_size=2))
statuses = st.builds(
    Statut, days, st.sampled_from(Ouverture), words, words, words, words, words, st.one_of(st.none(), days)
)  # fmt: skip
cooperations = st.builds(
    Cooperation, words, st.sampled_from(Forme), st.one_of(st.none(), st.sampled_from(Nature)), words, words, words
)
checks = st.builds(Conformite, words, days, st.integers(0, 10**6), st.integers(0, 10**6))


def tuples(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=2).map(tuple)


donnees = st.builds(
    Donnee,
    id=st.text("abcdefg-", min_size=1, max_size=6).filter(lambda one: one not in MISSING_WORDS and one.strip("-")),
    couche=st.sampled_from(["", *kinds()]),
    titre=words,
    fichier=words,
    adresse=words,
    producteur=words,
    detenteur=words,
    siren=st.sampled_from(["", "213502362"]),
    acteur=st.sampled_from(Acteur),
    nature=st.one_of(st.none(), st.sampled_from(Nature)),
    niveau=st.sampled_from(Niveau),
    licence=st.sampled_from(list(LICENCES.values())),
    millesime=vintages,
    rythme=st.sampled_from(Frequency),
    systeme=words,
    service_referent=words,
    acces=words,
    qualite=words,
    donnees_personnelles=st.sampled_from([None, True, False]),
    etendue=st.sampled_from(["", *ETENDUES]),
    derive_de=tuples(st.text("abc", min_size=1, max_size=3)),
    conformites=tuples(checks),
    cooperations=tuples(cooperations),
    statuts=tuples(statuses),
    autres=st.dictionaries(keys, values, max_size=2),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(donnees, min_size=1, max_size=3, unique_by=lambda one: one.id))
def test_any_inventory_comes_back_as_it_was(inventory: list[Donnee]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "inventaire.xlsx"
        path.write_bytes(write(Ville(Path(folder), "Valbois", "00042", tuple(inventory), ()), PUBLISHER).content)
        assert read_workbook(path, TODAY).donnees == tuple(inventory)


def typed(path: Path, *rows: Sequence[object], merged: str = "") -> Imported:
    """What is read of a sheet that hands filled."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    book.save(path / "main.xlsx")
    return read_workbook(path / "main.xlsx", TODAY)


def said(imported: Imported, code: str) -> list[Problem]:
    return [one for one in imported.problems if one.code == code]


def flat(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("text", ["ouvert ?", "oui", "en cours", "chez le délégataire", "pas open data", "fermée"])
def test_status_that_is_not_sure_is_kept_as_a_text_and_quoted_with_its_row(text: str, tmp_path: Path) -> None:
    imported = typed(tmp_path, ["Titre", "Statut", "Motif"], ["Arbres", text, "parce que"])
    (donnee,) = imported.donnees
    assert (donnee.couche, donnee.statuts) == ("arbres", ())
    assert donnee.autres == {"statut_lu": text, "motif_lu": "parce que"}
    (told,) = said(imported, "import-statut-incompris")
    assert f"« {text}" in flat(told.message)
    assert told.examples == ("ligne 2",)
    assert told.level is Level.WARNING


def test_a_status_whose_day_cannot_be_read_does_not_take_that_of_the_import(tmp_path: Path) -> None:
    imported = typed(tmp_path, ["Titre", "Statut", "Date du statut"], ["A", "ouverte", "12/13/2024"])
    (donnee,) = imported.donnees
    assert donnee.statuts == ()
    assert donnee.autres == {"statut_lu": "ouverte", "date_statut_lu": "12/13/2024"}
    assert "12/13/2024" in said(imported, "import-date-de-statut-illisible")[0].examples[0]


@pytest.mark.parametrize(("text", "day"), [("2024", date(2024, 1, 1)), ("mars 2024", date(2024, 3, 1))])
def test_a_status_dated_of_a_month_or_a_year_is_told(text: str, day: date, tmp_path: Path) -> None:
    imported = typed(tmp_path, ["Titre", "Statut", "Date du statut"], ["A", "ouverte", text])
    assert imported.donnees[0].statuts == (Statut(day, Ouverture.OUVERTE),)
    assert text in said(imported, "import-date-de-statut-arrondie")[0].examples[0]


def test_a_status_to_be_given_without_a_day_says_nothing(tmp_path: Path) -> None:
    imported = typed(tmp_path, ["Titre", "Statut"], ["A", "statut à préciser"])
    assert (imported.donnees[0].statuts, imported.donnees[0].autres) == ((), {})


def test_status_that_is_sure_has_its_code_and_its_words(tmp_path: Path) -> None:
    imported = typed(tmp_path, ["Titre", "Statut", "Date du statut"], ["A", "pas open data - RGPD", "3 mars 2025"])
    status = imported.donnees[0].statut
    assert status == Statut(date(2025, 3, 3), Ouverture.PERSONNELLES, motif="pas open data - RGPD")
    assert said(imported, "import-statut-incompris") == []


def test_a_column_that_asks_whether_data_are_open_is_answered_by_yes(tmp_path: Path) -> None:
    found = typed(tmp_path, ["Nom de la donnée", "Open data ?"], ["A", "oui"], ["B", "non"]).donnees
    assert [one.ouverture for one in found] == [Ouverture.OUVERTE, Ouverture.NON_RENSEIGNE]
    assert found[1].autres == {"statut_lu": "non"}


def test_sheet_as_an_officer_leaves_it(tmp_path: Path) -> None:
    """Title lines, a merged header, trailing spaces, an empty line, a comment column, numbers as numbers."""
    imported = typed(
        tmp_path,
        ["Inventaire des données de la ville"],
        [],
        ["Intitulé ", "Détenteur", "", "LICENCE", "Données personnelles (oui/non)", "Mis à jour", "Vu par"],
        ["", "nom", "SIREN", "", "", "", ""],
        ["Arbres ", " Ville", 213502362, "Licence ouverte Etalab", "OUI", datetime(2024, 5, 6), "le SIG"],
        [],
        ["Eau pluviale", "SIDEC", "213 502 362", "gratuite", "à voir", "", ""],
        merged="B3:C3",
    )
    first, second = imported.donnees
    assert (first.titre, first.detenteur, first.siren, first.licence.key) == ("Arbres", "Ville", "213502362", "lov2")
    assert first.donnees_personnelles is True
    assert first.autres == {"Vu par": "le SIG", "Mis à jour": "2024-05-06"}
    assert second.siren == "213502362"
    assert second.autres == {"licence_lu": "gratuite", "donnees_personnelles_lu": "à voir"}
    assert [one.place for one in imported.entries] == ["ligne 5", "ligne 7"]
    assert {one.examples for one in said(imported, "import-valeur-incomprise")} == {("ligne 7",)}
    assert said(imported, "import-colonnes-en-plus")[0].count == 2


def test_layer_that_is_not_known_is_kept_and_the_nearest_proposed(tmp_path: Path) -> None:
    imported = typed(
        tmp_path, ["Titre", "Couche"], ["X", "arbre d’alignement"], ["Y", "Arbres"], ["Z", "Délibérations"]
    )
    first, second, third = imported.donnees
    assert (first.couche, first.autres["couche_lu"]) == ("", "arbre d’alignement")
    assert (second.couche, third.couche) == ("arbres", "")
    near, none = said(imported, "import-couche-a-preciser")
    assert none.message.endswith("sans couche.")
    assert flat(near.message).startswith("« arbre d’alignement »")


def test_titles_that_name_no_layer_are_told_together(tmp_path: Path) -> None:
    imported = typed(
        tmp_path, ["Titre", "Statut"], ["Délibérations", ""], ["Plan des friches 2024", ""], ["Arbres", ""]
    )
    assert said(imported, "import-couche-a-preciser") == []
    (told,) = said(imported, "import-couche-non-dite")
    assert [flat(one) for one in told.examples] == [
        "ligne 2 : « Délibérations »",
        "ligne 3 : « Plan des friches 2024 », proche de « friches »",
    ]


def test_identifiers_are_made_unique_and_every_row_is_kept(tmp_path: Path) -> None:
    imported = typed(
        tmp_path, ["Id", "Titre"], ["a", "Un"], ["a", "Deux"], ["", "Un été"], [None, None], ["", "Un été"]
    )
    assert [one.id for one in imported.donnees] == ["a", "a-2", "un-ete", "un-ete-2"]
    assert said(imported, "import-identifiant-repete-dans-le-fichier")[0].examples == ("ligne 3",)


def test_holder_written_in_the_column_of_its_category(tmp_path: Path) -> None:
    imported = typed(tmp_path, ["Titre", "Acteur"], ["A", "agglo"], ["B", "un ami"])
    first, second = imported.donnees
    assert (first.nature, first.categorie) == (Nature.INTERCOMMUNALITE, Acteur.PUBLIC_LOCAL)
    assert (second.categorie, second.autres) == (Acteur.NON_RENSEIGNE, {"acteur_lu": "un ami"})


def test_extra_column_never_takes_the_place_of_what_the_inventory_keeps(tmp_path: Path) -> None:
    (donnee,) = typed(tmp_path, ["Titre", "colonnes", "statuts"], ["A", "b", "c"]).donnees
    assert donnee.autres == {"colonnes_lu": "b", "statuts_lu": "c"}


def test_rows_of_other_sheets_that_belong_to_nobody_are_told(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    book["Données"].append(["arbres", "Arbres"])
    book["Statuts"].append(["arbres", "01/02/2026", "déjà ouverte"])
    book["Statuts"].append(["arbre", "01/02/2026", "déjà ouverte"])
    book["Coopérations"].append(["arbres", "SIDEC", "société", "convention orale"])
    book.save(tmp_path / "main.xlsx")
    imported = read_workbook(tmp_path / "main.xlsx", TODAY)
    (donnee,) = imported.donnees
    assert donnee.statuts == (Statut(date(2026, 2, 1), Ouverture.OUVERTE),)
    assert donnee.cooperations[0].objet == "convention orale ; société"
    (orphan,) = imported.orphans
    assert (orphan.donnee.id, orphan.donnee.statuts) == ("arbre", (Statut(date(2026, 2, 1), Ouverture.OUVERTE),))
    assert flat(orphan.place) == "Statuts, ligne 3 : Date : 01/02/2026 ; Statut : déjà ouverte"
    assert len(said(imported, "import-cooperation-incomprise")) == 2


def test_template_has_its_lists_and_no_row_and_nothing_runs() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    assert book.sheetnames == ["Données", "Statuts", "Coopérations", "Vérifications", "Mode d’emploi", "Listes"]
    assert [book[name].max_row for name in book.sheetnames[:4]] == [1, 1, 1, 1]
    rules = [one for name in book.sheetnames[:3] for one in book[name].data_validations.dataValidation]
    lists = [one.formula1.removeprefix("=").removeprefix("Listes!") for one in rules if one.type == "list"]
    found = [[cell.value for (cell,) in book["Listes"][area.replace("$", "")]] for area in lists]
    assert [one.libelle for one in Ouverture] in found
    assert all(None not in one for one in found)
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_a_text_longer_than_a_cell_is_cut_and_told(tmp_path: Path) -> None:
    long = Donnee("a", "", "A", qualite="x" * 40_000)
    exported = write(Ville(tmp_path, "Valbois", "00042", (long,), ()), PUBLISHER)
    (told,) = [one for one in exported.problems if one.code == "echange-cellule-coupee"]
    assert told.examples == ("Données, ligne 2\u00a0: Qualité",)


def test_identifiers_that_are_written_come_before_those_that_are_made(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    book["Données"].append(["", "Fontaines", "", "", "Ville"])
    book["Données"].append(["fontaines", "Fontaines de l’agglo"])
    book["Statuts"].append(["fontaines", "01/02/2026", "déjà ouverte"])
    book.save(tmp_path / "main.xlsx")
    imported = read_workbook(tmp_path / "main.xlsx", TODAY)
    found = [(one.id, one.titre, len(one.statuts)) for one in imported.donnees]
    assert found == [("fontaines-2", "Fontaines", 0), ("fontaines", "Fontaines de l’agglo", 1)]
    assert flat(said(imported, "import-identifiant-tire-du-titre")[0].examples[0]) == "ligne 2 : « fontaines-2 »"


def test_a_row_without_a_title_is_told_and_its_identifier_says_where_it_comes_from(tmp_path: Path) -> None:
    imported = typed(tmp_path, ["Titre", "Couche", "Détenteur"], ["", "Fontaines", "Ville"], ["", "", "Ville"])
    assert [(one.id, one.titre) for one in imported.donnees] == [("fontaines", ""), ("donnee", "")]
    assert said(imported, "import-titre-absent")[0].examples == ("ligne 2", "ligne 3")
    layer, rank = said(imported, "import-identifiant-tire-du-titre")
    assert "leur couche" in layer.message
    assert "leur rang" in rank.message


def test_formulas_that_nothing_computed_are_kept_as_texts_and_told(tmp_path: Path) -> None:
    rows = (
        ["Liste"],
        [],
        ["Titre", "Détenteur", "Vu par"],
        ["A", "=A2", "=1+1"],
        ['=CONCATENATE("B",A4)', "Ville", "x"],
    )
    imported = typed(tmp_path, *rows)
    first, second = imported.donnees
    assert (first.detenteur, first.autres) == ("", {"detenteur_lu": "=A2", "Vu par": "=1+1"})
    assert (second.titre, second.autres["titre_lu"]) == ("", '=CONCATENATE("B",A4)')
    (told,) = said(imported, "import-formule-sans-valeur")
    assert told.count == 3
    assert flat(told.examples[0]) == "Sheet, ligne 4, Détenteur : « =A2 »"


def test_a_check_without_figures_is_kept_as_a_text(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template()))
    book["Données"].append(["arbres", "Arbres"])
    book["Vérifications"].append(["arbres", "s", "01/02/2026", "dix", 3])
    book["Vérifications"].append(["arbres", "s", "2024", 10, 3])
    book["Statuts"].append(["arbres", "bientôt", "déjà ouverte"])
    book["Statuts"].append(["arbres", "", "déjà ouverte"])
    book.save(tmp_path / "main.xlsx")
    imported = read_workbook(tmp_path / "main.xlsx", TODAY)
    (donnee,) = imported.donnees
    assert (donnee.conformites, donnee.statuts) == ((), ())
    kept = flat(str(donnee.autres["verification_lu"]))
    assert "Lignes : dix" in kept
    assert "Date : 2024" in kept
    assert flat(str(donnee.autres["statut_lu"])) == "Date : bientôt ; Statut : déjà ouverte / Statut : déjà ouverte"
    assert said(imported, "import-verification-illisible")[0].count == 2
    assert said(imported, "import-date-de-statut-illisible")[0].count == 2


@pytest.mark.parametrize("text", ["SIREN 213502362", "n° SIREN : 213 502 362", "Siret 213 502 362 00014"])
def test_a_number_with_its_name_is_read(text: str, tmp_path: Path) -> None:
    assert typed(tmp_path, ["Titre", "SIREN"], ["A", text]).donnees[0].siren == "213502362"


def test_a_person_in_a_comment_is_told_and_kept(tmp_path: Path) -> None:
    rows = (
        ["Titre", "Observations", "Note"],
        ["A", "voir avec Mme Martin", ""],
        ["B", "ras", "06 12 34 56 78"],
        ["C", "", ""],
    )
    imported = typed(tmp_path, *rows)
    assert imported.donnees[0].qualite == "voir avec Mme Martin"
    assert said(imported, "import-personne-nommee")[0].examples == ("ligne 2", "ligne 3")


def test_a_day_of_publication_that_is_none_is_told(tmp_path: Path) -> None:
    rows = (["Titre", "Date de mise à jour"], ["A", "15/13/2024"], ["B", "mars 2024"], ["C", "3 mars 2024"])
    imported = typed(tmp_path, *rows)
    assert [one.autres["date_maj"] for one in imported.donnees] == ["15/13/2024", "mars 2024", "3 mars 2024"]
    assert said(imported, "import-date-illisible")[0].count == 2


def test_a_title_that_is_alike_is_proposed_and_one_that_is_far_is_not_compared(tmp_path: Path) -> None:
    rows = (["Titre", "Couche"], ["A", "batimens"], ["B", "b" * 60])
    near, none = said(typed(tmp_path, *rows), "import-couche-a-preciser")
    assert "« batiments »" in flat(near.message)
    assert none.message.endswith("sans couche.")
