"""The figures of `docs/taxons.md` are those of the table."""

import re
from pathlib import Path

from coeurdeville.layers.reference.taxon_table import taxa

DOC = (Path(__file__).parents[3] / "docs" / "taxons.md").read_text(encoding="utf-8")


def test_figures_of_the_page_are_those_of_the_table() -> None:
    species = [taxon for taxon in taxa() if taxon.is_species]
    counted = {
        "Lignes": len(taxa()),
        "Espèces et hybrides": len(species),
        "Lignes de genre seul": len(taxa()) - len(species),
        "Genres": len({taxon.genus for taxon in taxa()}),
        "Familles": len({taxon.family for taxon in taxa()}),
        "Espèces dont le nom a été lu dans une référence": sum(taxon.verified == "espece" for taxon in species),
        "Espèces vérifiées par leur genre seulement": sum(taxon.verified == "genre" for taxon in species),
        "Espèces sans référence de chaleur": sum(not taxon.heat for taxon in species),
        "Espèces sans référence de sécheresse": sum(not taxon.drought for taxon in species),
        "Espèces sans référence d’allergie": sum(not taxon.allergens for taxon in species),
    }
    assert counted == {
        name: int(number) for name, number in re.findall(r"^\| ([^|(]+?) (?:\(.*\) )?\| (\d+) \|$", DOC, re.MULTILINE)
    }


def test_number_of_synonyms_is_that_of_the_table() -> None:
    assert f"des {sum(len(taxon.synonyms) for taxon in taxa())} synonymes latins" in DOC


def test_every_source_cited_in_the_table_is_explained() -> None:
    cited = {reference.split(":")[0] for taxon in taxa() for reference in (*taxon.references, taxon.trait_reference)}
    assert [source for source in cited if f"`{source}" not in DOC] == []


def test_every_trait_value_is_explained() -> None:
    values = {value for taxon in taxa() for value in (taxon.heat, taxon.drought, taxon.allergens)} - {""}
    assert [value for value in values if f"`{value}`" not in DOC] == []
