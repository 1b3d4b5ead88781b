"""Each rule of the reading of a name, on names written by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coeurdeville.layers.reference.taxon_index import code, key, words
from coeurdeville.layers.reference.taxon_reader import Rank, Reason, is_code, read
from coeurdeville.layers.reference.taxon_table import taxa

SPECIES = [
    ("Tilia cordata", "Tilia cordata"),
    ("Tilia  cordata Mill.", "Tilia cordata"),
    ("TILIA CORDATA", "Tilia cordata"),
    ("tilia cordata", "Tilia cordata"),
    ("Tilia cordata 'Greenspire'", "Tilia cordata"),
    ("Tilia cordata ‘Greenspire’", "Tilia cordata"),
    ("Acer platanoides'Globosum'", "Acer platanoides"),
    ("Acer platanoides 'Crimson King", "Acer platanoides"),
    ("Prunus serrulata cv. Kanzan", "Prunus serrulata"),
    ("Acer x freemanii", "Acer × freemanii"),
    ("Acer × freemanii 'Autumn Blaze'", "Acer × freemanii"),
    ("Platanus × acerifolia", "Platanus × hispanica"),
    ("Platanus ×acerifolia (Aiton) Willd.", "Platanus × hispanica"),
    ("xCuprocyparis leylandii", "Cupressus × leylandii"),
    ("Sophora japonica", "Styphnolobium japonicum"),
    ("Pinus nigra subsp. laricio", "Pinus nigra"),
    ("Populus nigra var. italica", "Populus nigra"),
    ("Acer tataricum subsp. ginnala", "Acer ginnala"),
    ("Acer tataricum", "Acer tataricum"),
    ("Crataegus crus-galli", "Crataegus crus-galli"),
    ("Crataegus crus galli L.", "Crataegus crus-galli"),
    ("Tilleul à petites feuilles", "Tilia cordata"),
    ("TILLEUL A PETITES FEUILLES", "Tilia cordata"),
    ("Érable d'Italie", "Acer opalus"),
    ("Erable champêtre 'Elsrijk'", "Acer campestre"),
    ("Charme houblon", "Ostrya carpinifolia"),
]
GENUS = [
    ("Platanus sp.", "Platanus", Reason.NONE),
    ("Quercus spp", "Quercus", Reason.NONE),
    ("CEDRUS", "Cedrus", Reason.NONE),
    ("Tilia Mill.", "Tilia", Reason.NONE),
    ("Malus 'Evereste'", "Malus", Reason.NONE),
    ("Acacia sp.", "Acacia", Reason.NONE),
    ("Tilleul", "Tilia", Reason.NONE),
    ('Poirier "chanticleerc"', "Pyrus", Reason.NONE),
    ("Tilia cordatta", "Tilia", Reason.UNKNOWN),
    ("Betula alba", "Betula", Reason.UNKNOWN),
    ("Saule pleureur", "Salix", Reason.AMBIGUOUS),
    ("Crataegus oxyacantha", "Crataegus", Reason.AMBIGUOUS),
]
NOTHING = [
    ("", Reason.BLANK),
    ("   ", Reason.BLANK),
    ("Tillia cordata", Reason.UNKNOWN),
    ("Arbre", Reason.UNKNOWN),
    ("Cèdre rouge", Reason.UNKNOWN),
    ("Chêne du canada", Reason.UNKNOWN),
    ("Acacia", Reason.AMBIGUOUS),
    ("Acacia boule", Reason.AMBIGUOUS),
    ("Orme du Japon", Reason.AMBIGUOUS),
    ("SALVIA", Reason.UNKNOWN),
    ("×", Reason.UNKNOWN),
    ("'Kanzan'", Reason.UNKNOWN),
]


@pytest.mark.parametrize(("text", "species"), SPECIES)
def test_species_is_read(text: str, species: str) -> None:
    match = read(text)
    assert (match.species, match.rank, match.reason) == (species, Rank.SPECIES, Reason.NONE)
    assert match.genus == species.split(maxsplit=1)[0]
    assert match.family
    assert match.french


@pytest.mark.parametrize(("text", "genus", "reason"), GENUS)
def test_genus_alone_is_read_with_its_reason(text: str, genus: str, reason: Reason) -> None:
    match = read(text)
    assert (match.species, match.genus, match.rank, match.reason) == ("", genus, Rank.GENUS, reason)


@pytest.mark.parametrize(("text", "reason"), NOTHING)
def test_nothing_is_assumed_from_a_name_that_is_not_there(text: str, reason: Reason) -> None:
    match = read(text)
    assert (match.genus, match.family, match.rank, match.reason) == ("", "", Rank.NONE, reason)


@pytest.mark.parametrize(
    ("text", "species", "genus", "reason"),
    [
        ("TILCOR", "Tilia cordata", "Tilia", Reason.NONE),
        ("PINNIGnig", "Pinus nigra", "Pinus", Reason.NONE),
        ("SOPJAPpen", "Styphnolobium japonicum", "Styphnolobium", Reason.NONE),
        ("PRUSERkan", "Prunus serrulata", "Prunus", Reason.NONE),
        ("PRUSER", "", "Prunus", Reason.AMBIGUOUS),
        ("PRUSERfas", "", "Prunus", Reason.AMBIGUOUS),
        ("PLAORI", "", "", Reason.AMBIGUOUS),
        ("MAL", "", "Malus", Reason.NONE),
        ("CUPfas", "", "Cupressus", Reason.NONE),
        ("MALPEReve", "", "Malus", Reason.UNKNOWN),
        ("COR", "", "", Reason.AMBIGUOUS),
        ("CORXYZ", "", "", Reason.AMBIGUOUS),
        ("XYZABC", "", "", Reason.UNKNOWN),
        ("tilcor", "", "", Reason.UNKNOWN),
    ],
)
def test_code_in_a_column_of_codes_is_read(text: str, species: str, genus: str, reason: Reason) -> None:
    match = read(text, codes=True)
    assert (match.species, match.genus, match.reason) == (species, genus, reason)


def test_first_letters_give_a_genus_only_in_a_column_of_codes() -> None:
    assert read("SALVIA", codes=True).genus == "Salix"
    assert read("SALVIA").genus == ""
    assert read("TILCOR").species == "Tilia cordata"


def test_ambiguous_match_names_its_candidates() -> None:
    assert read("ACESAC").candidates == ("Acer saccharinum", "Acer saccharum")


def test_code_has_a_form_that_names_do_not() -> None:
    assert [is_code(text) for text in ("TILCOR", "PRUSERkan", "MAL")] == [True, True, True]
    assert [is_code(text) for text in ("CEDRUS", "Tilia cordata", "TILIA CORDATA", "", "12")] == [False] * 5
    assert (code("Platanus × hispanica"), code("Acer")) == ("PLAHIS", "ACE")


def test_key_forgets_what_two_spellings_do_not_share() -> None:
    assert key(words("Platanus ×Acerifolia (Aiton) 'Malburg'")) == "platanus acerifolia"
    assert key(words("Chêne-liège")) == key(words("chene liege"))


@given(st.sampled_from([taxon for taxon in taxa() if taxon.is_species]), st.sampled_from([str, str.upper, str.lower]))
def test_every_species_is_found_by_its_own_name(taxon, case) -> None:
    assert read(case(taxon.name)).species == taxon.name


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert read(text).rank in Rank
    assert read(text, codes=True).reason in Reason
