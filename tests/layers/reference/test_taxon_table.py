"""What the table of taxa promises, row by row."""

import re
from collections import Counter

from coeurdeville.core.french import plain
from coeurdeville.layers.reference.taxon_index import CODE, code, index, key
from coeurdeville.layers.reference.taxon_table import taxa

LATIN = re.compile(r"[A-Z][a-z]+( (× )?[a-z]+(-[a-z]+)?( subsp\. [a-z]+)?)?")
REFERENCE = re.compile(r"plantnet:\d+|usda:[A-Z0-9]+|gbotb-(wp|lcvp|tpl)|vegnasis|taxonlookup")


def test_table_has_about_three_hundred_species_and_each_name_once() -> None:
    assert sum(taxon.is_species for taxon in taxa()) >= 300
    assert [name for name, n in Counter(taxon.name for taxon in taxa()).items() if n > 1] == []


def test_table_is_sorted_by_name_hybrid_sign_aside() -> None:
    names = [taxon.name.replace("× ", "").lower() for taxon in taxa()]
    assert names == sorted(names)


def test_each_genus_has_one_family() -> None:
    pairs = {(taxon.genus, taxon.family) for taxon in taxa()}
    assert len(pairs) == len({genus for genus, _ in pairs})
    assert all(re.fullmatch(r"[A-Z][a-z]+aceae", family) for _, family in pairs)


def test_each_code_belongs_to_one_taxon() -> None:
    codes = Counter(code for taxon in taxa() for code in taxon.codes)
    assert [code for code, n in codes.items() if n > 1] == []


def test_codes_shared_by_two_taxa_are_left_open() -> None:
    written = {code for taxon in taxa() for code in taxon.codes}
    shared = {code for code, found in index().codes.items() if len(found) > 1}
    assert {"ACESAC", "PRUCER", "PRUSER", "POPCAN", "QUECOC"} <= shared
    assert shared.isdisjoint(written)


def test_names_are_latin_and_begin_with_the_genus() -> None:
    assert [taxon.name for taxon in taxa() if not LATIN.fullmatch(taxon.name)] == []
    assert [taxon.name for taxon in taxa() if taxon.name.split(maxsplit=1)[0] != taxon.genus] == []
    assert [name for taxon in taxa() for name in taxon.synonyms if not LATIN.fullmatch(name)] == []


def test_codes_are_three_letters_of_genus_and_three_of_species() -> None:
    for taxon in taxa():
        usual = {code(name) for name in (taxon.name, *taxon.synonyms)}
        assert [written for written in taxon.codes if not CODE.fullmatch(written)] == []
        assert {re.sub("[a-z0-9]", "", written) for written in taxon.codes} <= usual


def test_every_row_has_its_public_reference() -> None:
    references = [(taxon.name, taxon.references) for taxon in taxa()]
    assert [name for name, cited in references if not cited] == []
    assert [name for name, cited in references if not all(map(REFERENCE.fullmatch, cited))] == []


def test_level_of_verification_follows_the_references() -> None:
    for taxon in taxa():
        named = [reference for reference in taxon.references if reference.startswith(("plantnet:", "usda:"))]
        assert taxon.verified in {"espece", "genre"}
        assert taxon.verified == "espece" or not named, taxon.name
        assert taxon.is_species or taxon.verified == "genre", taxon.name


def test_traits_are_known_words_with_a_reference_or_empty() -> None:
    for taxon in taxa():
        assert taxon.heat in {"", "thermophile", "mésothermophile"}
        assert taxon.drought in {"", "mésoxérophyte"}
        assert taxon.allergens in {"", "fort", "fort-genre", "oui", "non"}
        assert bool(taxon.trait_reference) == bool(taxon.heat or taxon.drought or taxon.allergens), taxon.name
        assert re.fullmatch(r"(sesame:\d+|rnsa:2016)?", taxon.trait_reference), taxon.name


def test_french_names_begin_with_a_capital_and_have_a_typographic_apostrophe() -> None:
    names = [name for taxon in taxa() for name in (taxon.french, *taxon.vernacular)]
    assert [name for name in names if not name[:1].isupper() or "'" in name or name != " ".join(name.split())] == []


def test_french_names_keep_their_accents() -> None:
    bare = re.compile(
        r"\b(erable|chene|frene|hetre|cedre|meleze|epicea|fevier|sequoia|genevrier|a feuilles|a fleurs)\b"
    )
    wrong = [name for taxon in taxa() for name in (taxon.french, *taxon.vernacular) if bare.search(name.lower())]
    assert wrong == []
    assert bare.search(plain("Érable à feuilles de frêne"))


def test_each_french_name_of_a_row_means_that_row_only() -> None:
    wrong = {taxon.name: taxon.french for taxon in taxa() if index().names[key([taxon.french])] != {taxon}}
    assert wrong == {}
