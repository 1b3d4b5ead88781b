"""What keeps a dataset from being published is said, all at once."""

from dataclasses import replace

import pytest

from coeurdeville.catalogue.contact import Contact
from coeurdeville.catalogue.coverage import Coverage
from coeurdeville.catalogue.dataset import Dataset, LeftOut
from coeurdeville.catalogue.organisation import Organisation, is_siren, is_siret
from coeurdeville.catalogue.vocabularies import Scale
from coeurdeville.core.licences import LICENCES, LOV2, ODBL, Licence
from coeurdeville.core.problems import Level
from coeurdeville.core.provenance import Origin
from coeurdeville.territories.communes import commune_of


def codes(dataset: Dataset) -> list[str]:
    return [one.code for one in dataset.problems()]


def test_a_dataset_that_is_described_has_no_problem(dataset: Dataset) -> None:
    assert dataset.problems() == ()


def test_everything_is_said_at_once(dataset: Dataset) -> None:
    wrong = replace(
        dataset, id="Arbres Redon", title=" ", page="data.example.org", licence=LICENCES["interne"], keywords=(),
        theme="x" * 141, contact=Contact("Jeanne", "nulle part"),
    )  # fmt: skip
    assert codes(wrong) == [
        "metadonnee-absente", "metadonnee-absente", "identifiant-de-jeu", "page-du-jeu-illisible",
        "metadonnee-trop-longue", "licence-non-ouverte", "contact-sans-fonction", "contact-illisible",
    ]  # fmt: skip


@pytest.mark.parametrize("licence", [one for one in LICENCES.values() if not one.open], ids=lambda one: one.key)
def test_only_open_licences_can_be_published(dataset: Dataset, licence: Licence) -> None:
    (problem,) = replace(dataset, licence=licence).problems()
    assert problem.code == "licence-non-ouverte"
    assert licence.title in problem.message


def test_a_licence_beyond_the_decree_is_a_warning(dataset: Dataset) -> None:
    (problem,) = replace(dataset, licence=LICENCES["cc-by"]).problems()
    assert (problem.code, problem.level) == ("licence-hors-decret", Level.WARNING)


@pytest.mark.parametrize(
    ("chosen", "source", "expected"),
    [
        (LOV2, LOV2, []),
        (ODBL, LOV2, []),
        (ODBL, ODBL, []),
        (LOV2, ODBL, ["licence-contraire-aux-sources"]),
        (LOV2, LICENCES["cc-by-nc"], ["licence-contraire-aux-sources"]),
        (LOV2, LICENCES["inconnue"], ["licence-contraire-aux-sources"]),
    ],
)
def test_a_licence_must_be_allowed_by_the_sources(
    dataset: Dataset, chosen: Licence, source: Licence, expected: list[str]
) -> None:
    origin = Origin("Arbres", "Un autre", licence=source)
    assert codes(replace(dataset, licence=chosen, sources=(origin,))) == expected


@pytest.mark.parametrize("siren", ["213502362", "243500139", "356000000"])
def test_siren_with_its_key(siren: str) -> None:
    assert is_siren(siren)
    assert not is_siren(siren[:-1] + str((int(siren[-1]) + 1) % 10))


@pytest.mark.parametrize("siret", ["24350013900189", "21350238800019", "35600000049837"])
def test_siret_with_its_key_also_that_of_la_poste(siret: str) -> None:
    assert is_siret(siret)
    assert not is_siret(siret[:-1] + str((int(siret[-1]) + 1) % 10))


@pytest.mark.parametrize(
    "text", ["", "21350238800", "2135023880001a", "213502388 00019", "２１３５０２３８８０００１９"]
)
def test_a_siret_is_fourteen_plain_figures(text: str) -> None:
    assert not is_siret(text)


def test_numbers_of_an_organisation_are_checked(dataset: Dataset) -> None:
    producer = Organisation("Une entreprise", siren="213502361", siret="24350013900188")
    other = Organisation("Une autre", siren="213502362", siret="24350013900189")
    assert codes(replace(dataset, producer=producer)) == ["siren-de-producteur-faux", "siret-de-producteur-faux"]
    assert codes(replace(dataset, producer=other)) == ["siret-d-un-autre"]


def test_without_siret_the_line_of_catalogue_is_missed_and_nothing_else(dataset: Dataset) -> None:
    (problem,) = replace(dataset, producer=Organisation("Une entreprise")).problems()
    assert (problem.code, problem.level) == ("siret-absent", Level.WARNING)
    assert "Une entreprise" in problem.message


def test_a_column_that_is_left_out_is_not_in_the_file(dataset: Dataset) -> None:
    told = replace(dataset, left_out=(LeftOut("remarque", "elle nomme des riverains"),))
    assert codes(told) == ["colonne-ecartee-presente"]


@pytest.mark.parametrize("name", ["", "Arbres", "arbres_redon", "arbres-", "arbres/redon", "..", "été", "catalogue"])
def test_an_identifier_is_the_name_of_a_file(dataset: Dataset, name: str) -> None:
    assert codes(replace(dataset, id=name)) == ["identifiant-de-jeu"]


def test_a_commune_that_does_not_exist(dataset: Dataset) -> None:
    assert codes(replace(dataset, coverage=Coverage(Scale.COMMUNE, "99999", "Nulle part"))) == ["commune-inconnue"]


def test_coverage_of_a_commune_has_its_address_at_insee() -> None:
    coverage = Coverage.of(commune_of("35236"))
    assert (coverage.name, coverage.scale) == ("Redon", "Communale")
    assert coverage.address == "http://id.insee.fr/geo/commune/35236"
    assert not Coverage(Scale.INTERCOMMUNAL, "35236", "Redon Agglomération").address


@pytest.mark.parametrize(
    "address",
    [
        "opendata@ville.example", "espaces-verts@ville.example", "espacesverts@ville.example",
        "mairie.redon@orange.example", "service.sig@ville.example", "contact2@ville.example",
        "direction.des.espaces.verts@ville.example", "https://www.ville.example/contact?sujet=donnees",
    ],
)  # fmt: skip
def test_the_address_of_a_service_is_accepted(dataset: Dataset, address: str) -> None:
    assert codes(replace(dataset, contact=Contact("Service des espaces verts", address))) == []


@pytest.mark.parametrize(
    "address",
    [
        "jeanne.dupont@ville.example", "j.dupont@ville.example", "jdupont@ville.example", "dupont@ville.example",
        "dupont.dsi@ville.example", "jeanne.deville@ville.example", "jeanne_villeneuve@orange.example",
    ],
)  # fmt: skip
def test_the_address_of_a_person_is_refused(dataset: Dataset, address: str) -> None:
    (problem,) = replace(dataset, contact=Contact("Service des espaces verts", address)).problems()
    assert problem.code == "contact-personnel"


def test_a_contact_is_a_function_not_somebody(dataset: Dataset) -> None:
    (problem, other) = replace(dataset, contact=Contact("Jeanne Dupont", "jeanne.dupont@ville.example")).problems()
    assert (problem.code, other.code) == ("contact-sans-fonction", "contact-personnel")


@pytest.mark.parametrize("address", ["", "opendata", "opendata@ville", "https://", "javascript://alert(1)", "a b@c.fr"])
def test_a_contact_can_be_reached(dataset: Dataset, address: str) -> None:
    assert codes(replace(dataset, contact=Contact("Service open data", address))) == ["contact-illisible"]
