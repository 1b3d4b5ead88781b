"""What an entry answers is written and read back the same, whatever it is."""

from datetime import date
from typing import Any

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LICENCES
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.donnee import Conformite, Cooperation, Donnee, Statut
from coeurdeville.inventory.ecriture import as_table
from coeurdeville.inventory.retouche import CLOSED, retouch
from coeurdeville.inventory.ville_toml import VilleTable, read_ville
from coeurdeville.inventory.vocabulaire import ETENDUES, Acteur, Forme, Nature, Niveau, Ouverture
from coeurdeville.schemas.mapping.correspondance import Correspondance

HEAD = '[ville]\nnom = "Valbois"\ncommune = "00042"\n'
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
natures = st.none() | st.sampled_from(Nature)
vintages = st.sampled_from(["", "2024", "2017-2018", "23/11/2026"]).map(Vintage.parse)
checks = st.builds(Conformite, texts, days, st.integers(0, 9), st.integers(0, 9))
statuses = st.builds(
    Statut, days, st.sampled_from(Ouverture), texts, texts, texts, texts, texts, reponse_date=st.none() | days
)
entries = st.builds(
    Donnee, id=texts, couche=texts, titre=texts, fichier=texts, adresse=texts, producteur=texts, detenteur=texts,
    siren=texts, acteur=st.sampled_from(Acteur), nature=natures, niveau=st.sampled_from(Niveau),
    licence=st.sampled_from(list(LICENCES.values())), millesime=vintages, rythme=st.sampled_from(Frequency),
    systeme=texts, service_referent=texts, acces=texts, qualite=texts,
    donnees_personnelles=st.sampled_from([None, True, False]), etendue=st.sampled_from(["", *ETENDUES]),
    derive_de=st.lists(texts, max_size=3).map(tuple),
    conformites=st.lists(checks, max_size=2).map(tuple),
    cooperations=st.lists(
        st.builds(Cooperation, texts, st.sampled_from(Forme), natures, texts, texts, texts), max_size=2
    ).map(tuple),
    statuts=st.lists(statuses, max_size=3).map(tuple),
    correspondance=st.dictionaries(st.sampled_from(["espece", "genre"]), texts).map(
        lambda columns: Correspondance(colonnes=columns)
    ),
    autres=st.dictionaries(st.sampled_from(["remarque", "couleur"]), texts.filter(bool)),
)  # fmt: skip


def written(*donnees: Donnee) -> str:
    document = tomlkit.parse(HEAD)
    rows = tomlkit.aot()
    for donnee in donnees:
        rows.append(tomlkit.item(as_table(donnee)))
    document.add("donnees", rows)
    return tomlkit.dumps(document)


def read_one(text: str) -> Donnee:
    table = read_ville(text)
    (donnee,) = (*table.donnees, *table.ecartees)
    return donnee


@settings(max_examples=40, deadline=None)
@given(entries)
def test_what_is_written_is_read_back(donnee: Donnee) -> None:
    assert read_one(written(donnee)) == donnee


@settings(max_examples=40, deadline=None)
@given(entries, entries)
def test_an_entry_made_to_say_something_else_says_it_all(before: Donnee, after: Donnee) -> None:
    document = tomlkit.parse(written(before))
    retouch(document["donnees"][0], as_table(after))
    assert read_one(tomlkit.dumps(document)) == after


def test_a_new_entry_asks_what_matters_and_no_more() -> None:
    empty = as_table(Donnee("eau", "eau", "Rivières"))
    assert [key for key, value in empty.items() if value == ""] == [
        "fichier", "adresse", "producteur", "detenteur", "nature", "millesime", "rythme", "service_referent", "acces",
        "etendue",
    ]  # fmt: skip
    asked = {"id", "couche", "titre", "acteur", "licence"}
    assert {key for key, value in empty.items() if value != ""} == asked


def test_every_key_of_a_line_is_one_that_may_be_taken_away() -> None:
    full = Donnee(
        "a", "b", "c",
        statuts=(Statut(date(2026, 1, 1), Ouverture.OUVERTE, "a", "p", "m", "f", "r", date(2026, 1, 2)),),
        conformites=(Conformite("s", date(2026, 1, 1), 2, 1),),
        cooperations=(Cooperation("SIDEC", Forme.LICENCE, Nature.SYNDICAT, "o", "d", "c"),),
    )  # fmt: skip
    table = as_table(full)
    for key in ("statuts", "conformites", "cooperations"):
        assert CLOSED[key] == set(table[key][0])


BY_HAND = (
    HEAD
    + """
[[donnees]]
id = "eau" # la rivière
couche = "eau"
siren = ""
statuts = [
  { date = 2026-01-01, statut = "candidate", motif = "", vu_par = "Léa" }, # au téléphone
]
[donnees.lecture]
feuille = "F1"
encodage = "latin"
"""
)


def test_what_a_hand_wrote_beside_stays() -> None:
    document = tomlkit.parse(BY_HAND)
    donnee = read_one(BY_HAND)
    news = Statut(date(2026, 2, 2), Ouverture.OUVERTE, "Zoé", "lettre")
    entry: Any = document["donnees"][0]
    retouch(entry, as_table(Donnee(**{**vars(donnee), "statuts": (*donnee.statuts, news)})))
    text = tomlkit.dumps(document)
    for kept in ("# la rivière", 'vu_par = "Léa"', "# au téléphone", 'encodage = "latin"', 'motif = ""', 'siren = ""'):
        assert kept in text
    for unasked in ("detenteur", "rythme", "nature"):
        assert unasked not in text
    assert read_one(text).statuts == (*donnee.statuts, news)


def entry(text: str) -> VilleTable:
    return read_ville(f'{HEAD}[[donnees]]\nid = "arbres"\ncouche = "arbres"\n{text}')


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ('nature = "mairie"', "code-inconnu", "« nature » vaut « mairie »"),
        ('niveau = "canton"', "code-inconnu", "« niveau » vaut « canton »"),
        ('rythme = "Anuelle"', "nom-inconnu", "Le plus proche est « annuelle »"),
        ('donnees_personnelles = "oui"', "valeur-inattendue", "true ou false, sans guillemets"),
        ('derive_de = "autre"', "valeur-inattendue", "une liste"),
        ("conformites = [{ date = 2026-01-01, lignes = 1, conformes = 1 }]", "cle-obligatoire", "« schema » manque"),
        ('cooperations = [{ avec = "SIDEC", forme = "amitié" }]', "code-inconnu", "« amitié »"),
        ('cooperations = [{ forme = "licence" }]', "cle-obligatoire", "« avec » manque"),
        ('statuts = [{ date = 2026-01-01, statut = "ouverte", reponse_date = "hier" }]', "valeur-inattendue", "date"),
    ],
)
def test_each_new_answer_that_cannot_be_read_is_said(text: str, code: str, said: str) -> None:
    table = entry(text)
    (problem,) = table.problems
    assert problem.code == code
    assert said in problem.message.replace("\u00a0", " ")
    assert (len(table.donnees), len(table.ecartees)) == (0, 1)


@pytest.mark.parametrize("text", ["annuelle", "Annuelle", "ANNUELLE"])
def test_a_rhythm_is_read_whatever_its_case(text: str) -> None:
    assert entry(f'rythme = "{text}"').donnees[0].rythme is Frequency.YEARLY


def test_a_moment_is_read_as_its_day() -> None:
    (donnee,) = entry('statuts = [{ date = 2026-01-01T10:00:00Z, statut = "ouverte" }]').donnees
    assert donnee.statuts[0].date == date(2026, 1, 1)
    assert type(donnee.statuts[0].date) is date
