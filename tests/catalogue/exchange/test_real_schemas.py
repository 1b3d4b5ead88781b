"""What is written holds to the real schemas, and the real examples are read."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.catalogue.exchange.contract import Publisher
from coeurdeville.catalogue.exchange.formats import exchange_named, exchange_of
from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import LICENCES
from coeurdeville.inventory.ville import Ville
from coeurdeville.schemas.cells.text import read_text
from coeurdeville.schemas.checking.check import check
from coeurdeville.schemas.descriptor import load_schema
from coeurdeville.schemas.example import example

SCHEMAS = {
    "scdl": "schemas/latest/scdl/catalogue/latest/schema.json",
    "etalab": "schemas/examples/schema-catalogue-donnees/schema.json",
}
TODAY = date(2026, 11, 25)


@pytest.mark.real
@pytest.mark.parametrize("slug", SCHEMAS)
def test_catalogue_is_valid_whatever_the_entries_hold(
    slug: str, mirror: Path, town: Ville, publisher: Publisher, tmp_path: Path
) -> None:
    """Entries of every licence and frequency, some wild, some poor: the rows that are written are valid."""
    rich, *others = town.donnees
    entries = [replace(rich, id=f"l-{key}", licence=one) for key, one in LICENCES.items()]
    entries += [replace(rich, id=f"f-{rank}", rythme=one) for rank, one in enumerate(Frequency)]
    entries.append(replace(rich, id="wild", titre='=1+1;"a"\nb', adresse="https://data.example.org/é?a=b c"))
    told = ("date_publ", "date_maj", "producteur_siret", "maille", "contact", "nombre_ressources")
    entries += [replace(rich, id=f"sans-{key}", autres={**rich.autres, key: "n’importe quoi"}) for key in told]
    form = exchange_named(slug)
    exported = form.write(replace(town, donnees=(*entries, *others)), publisher)
    path = tmp_path / "catalogue.csv"
    path.write_bytes(exported.content)
    verdict = check(read_text(path, delimiter=","), load_schema(mirror / SCHEMAS[slug]).schema)
    assert verdict.valid, [str(one.problem) for one in verdict.errors]
    assert verdict.rows == exported.written > len(Frequency)
    assert exchange_of(path) is form
    assert len(form.read(path, TODAY).entries) == exported.written


@pytest.mark.real
def test_example_of_the_etalab_schema_is_read(mirror: Path) -> None:
    path = mirror / "schemas/examples/schema-catalogue-donnees/exemple-valide.csv"
    form = exchange_of(path)
    assert form.slug == "etalab"
    imported = form.read(path, TODAY)
    (donnee,) = imported.donnees
    assert donnee.titre.startswith("Arbres vivants")
    assert donnee.licence.key == "lov2"
    assert donnee.systeme == "Inventaire forestier."
    assert donnee.statuts == ()
    assert donnee.autres["rythme_lu"].startswith("Annuelle ou")
    codes = [one.code for one in imported.problems]
    assert {"import-couche-non-dite", "import-contact-personnel", "import-valeur-incomprise"} <= set(codes)


@pytest.mark.real
def test_example_of_the_etalab_schema_is_written_again_and_valid(
    mirror: Path, town: Ville, publisher: Publisher, tmp_path: Path
) -> None:
    path = mirror / "schemas/examples/schema-catalogue-donnees/exemple-valide.csv"
    form = exchange_named("etalab")
    donnees = form.read(path, TODAY).donnees
    (tmp_path / "a.csv").write_bytes(form.write(replace(town, donnees=donnees), publisher).content)
    assert check(read_text(tmp_path / "a.csv", delimiter=","), load_schema(mirror / SCHEMAS["etalab"]).schema).valid
    (before,), (after,) = donnees, form.read(tmp_path / "a.csv", TODAY).donnees
    assert replace(after, autres={}) == replace(before, autres={})
    written = {"formats": "CSV,XLSX", "contact": publisher.contact}
    assert after.autres == {**before.autres, **written}, "a person’s address is not published"


@pytest.mark.real
def test_row_made_from_the_scdl_schema_is_read(mirror: Path, tmp_path: Path) -> None:
    """The national catalogue of schemas gives no example file for it: one is made of the examples of its fields."""
    path = tmp_path / "catalogue.csv"
    path.write_text(example(load_schema(mirror / SCHEMAS["scdl"]).schema))
    form = exchange_of(path)
    assert form.slug == "scdl"
    donnee = form.read(path, TODAY).donnees[0]
    assert donnee.licence.key == "lov2"
    assert donnee.statuts[0].auteur == "Rennes Métropole"
    assert donnee.autres["producteur_siret"]
