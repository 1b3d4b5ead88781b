"""An export is read as it is, whatever the names of its columns and its faults."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.observatoire.lecture import read_observatoire
from coeurdeville.inventory.observatoire.organisme import COMMUNE

Export = Callable[..., Path]


def test_a_line_gives_what_is_published_and_where(export: Export) -> None:
    line = "210000011,VALBOIS,COM,X-00,https://data.valbois.test/a?b=c,4,https://www.data.gouv.fr/o/1,,1,9000,00,"
    html = '"<p>Un ""texte""\nsur deux lignes</p>"'
    (one,) = read_observatoire(export([line + html])).organismes
    assert (one.siren, one.nom, one.type, one.ligne) == ("210000011", "VALBOIS", COMMUNE, 2)
    assert (one.portail, one.jeux_portail) == ("https://data.valbois.test/a?b=c", 4)
    assert one.jeux_datagouv is None, "an empty count is not zero"
    assert one.publie


def test_names_of_columns_of_other_editions_are_understood(export: Export) -> None:
    header = "siren,nom,type,url-website,url-datagouv,id-datagouv,dep-code"
    (one,) = read_observatoire(export(["210000011,VALBOIS,COM,https://a.test,,7,00"], header=header)).organismes
    assert (one.portail, one.id_datagouv, one.departement, one.jeux_portail) == ("https://a.test", "7", "00", None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("export-211216c.csv", Vintage(date(2021, 12, 16), date(2021, 12, 16))),
        ("observatoire-2022.csv", Vintage(date(2022, 1, 1), date(2022, 12, 31))),
        ("organismes.csv", None),
        ("export-219999.csv", None),
    ],
)
def test_the_date_is_that_of_the_name_of_the_file(export: Export, name: str, expected: Vintage | None) -> None:
    read = read_observatoire(export([], name=name))
    assert read.edition == expected
    assert ("observatoire-sans-date" in [one.code for one in read.problems]) is (expected is None)


def test_the_date_that_is_told_wins(export: Export) -> None:
    told = Vintage.parse("2019")
    assert read_observatoire(export([]), told).edition == told


def test_spaces_and_stray_signs_leave_a_siren_and_others_are_said(export: Export) -> None:
    lines = ["210 000 011,VALBOIS,COM,,,,,,,,,", "‘210000029,OURLE,COM,,,,,,,,,", "12,PERDU,COM,,,,,,,,,"]
    read = read_observatoire(export(lines))
    assert [one.siren for one in read.organismes] == ["210000011", "210000029", "12"]
    (problem,) = read.problems
    assert (problem.code, problem.count) == ("siren-douteux", 1)
    assert "PERDU" in problem.examples[0]


def test_a_count_that_cannot_be_read_is_unknown_and_said(export: Export) -> None:
    read = read_observatoire(export(["210000011,VALBOIS,COM,X,https://a.test,beaucoup,,,,,,"]))
    assert read.organismes[0].jeux_portail is None
    assert [one.code for one in read.problems] == ["nombre-de-jeux-illisible"]


def test_another_file_is_refused_with_what_lacks(export: Export) -> None:
    with pytest.raises(Refused) as refused:
        read_observatoire(export(["a;b"], header="arbre;hauteur"))
    (problem,) = refused.value.problems
    assert problem.code == "observatoire-illisible"
    assert "siren" in problem.message
    assert "type" in problem.message


@pytest.mark.real
@pytest.mark.parametrize(
    ("name", "bodies", "towns"),
    [
        ("ODF-Observatoire-apiviz_data-export_solidata-211213h.csv", 893, 456),
        ("ODF-Observatoire-apiviz_data-export_solidata-211216c.csv", 894, 457),
        ("organizations.csv", 764, 360),
    ],
)
def test_the_three_real_exports_are_read_whole(mirror: Path, name: str, bodies: int, towns: int) -> None:
    read = read_observatoire(mirror / "catalogue" / "odf_observatoire" / name)
    assert len(read.organismes) == bodies
    assert sum(one.type == COMMUNE for one in read.organismes) == towns
    assert all(one.publie for one in read.organismes if one.type == COMMUNE)
    assert not [one for one in read.organismes if "<" in one.portail + one.datagouv + one.nom]
