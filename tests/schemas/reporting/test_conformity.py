"""The verdict in one sentence: nothing, one, several, everything."""

from collections.abc import Callable

import pytest

from coeurdeville.core.problems import Level
from coeurdeville.core.registry import members
from coeurdeville.schemas.messages import TITLES
from coeurdeville.schemas.plausibility.contract import Doubt
from coeurdeville.schemas.reporting.conformity import Conformity, Sort
from coeurdeville.schemas.rules.contract import Rule

Judged = Callable[..., Conformity]
HEAD = "id;hauteur;etat\n"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("1;2.5;sain\n2;3;malade\n", "respecte le schéma … : aucune erreur sur 2 lignes."),
        ("1;2.5;sain\n", "respecte le schéma … : aucune erreur sur une seule ligne."),
        ("", "respecte le schéma … : il n’a aucune ligne."),
        ("1;x;sain\n2;3;sain\n", "ne respecte pas le schéma … : une erreur sur 2 lignes."),
        ("1;x;sain\n2;y;sain\n", "ne respecte pas le schéma … : 2 erreurs d’une seule sorte sur 2 lignes."),
        ("1;x;sain\n0;3;mort\n", "ne respecte pas le schéma … : 3 erreurs de 3 sortes sur 2 lignes."),
    ],
)
def test_the_sentence_agrees_with_the_counts(judged: Judged, rows: str, sentence: str) -> None:
    assert plain(judged(HEAD + rows).sentence) == f"arbres.csv {sentence}".replace("…", "« Arbres urbains » 1.0.0")


@pytest.mark.parametrize(
    ("rows", "extent"),
    [
        ("1;2;sain\n2;3;sain\n", ""),
        ("1;x;mort\n2;3;sain\n3;3;sain\n4;3;sain\n", "Une ligne (25 %) est à corriger."),
        ("1;x;sain\n2;x;sain\n3;3;sain\n4;3;sain\n", "2 lignes (50 %) sont à corriger."),
        ("1;x;sain\n2;x;sain\n", "Toutes les lignes sont à corriger."),
        ("1;x;sain\n", "La seule ligne est à corriger."),
    ],
)
def test_the_rows_to_mend_are_counted_once(judged: Judged, rows: str, extent: str) -> None:
    assert plain(judged(HEAD + rows).extent) == extent


def test_a_fault_of_the_header_is_of_no_row(judged: Judged) -> None:
    found = judged("hauteur;etat\n2;sain\n")
    assert not found.verdict.valid
    assert found.faulty_rows == 0
    assert found.faulty_columns == 1


def test_an_empty_file_has_its_sentence(judged: Judged) -> None:
    assert plain(judged("").sentence).endswith("« Arbres urbains » 1.0.0 : il est vide.")
    assert plain(judged("hauteur;etat\n").sentence).endswith("une erreur, et il n’a aucune ligne.")


def test_warnings_do_not_count_as_errors(judged: Judged) -> None:
    found = judged("id;hauteur;etat;agent\n1;2;sain;x\n")
    assert found.verdict.valid
    assert [one.code for one in found.warnings] == ["colonne-ajoutee"]


def test_remarks_come_after_warnings(judged: Judged) -> None:
    found = judged("id;etat;agent\n1;sain;x\n")
    assert [one.code for one in found.warnings] == ["colonne-ajoutee", "colonne-facultative-absente"]
    assert found.doubtful == 1


def test_each_constraint_is_a_sort_of_its_own(judged: Judged) -> None:
    found = judged(HEAD + "0;1;mort\n;1;sain\n")
    assert {one.title for one in found.errors} == {
        "Valeurs trop petites", "Valeurs hors de la liste", "Cellules obligatoires vides",
    }  # fmt: skip


def test_a_sort_without_title_is_called_by_its_code() -> None:
    one = Sort("regle-nouvelle", "", Level.ERROR, ())
    assert plain(one.title) == "Règle « regle-nouvelle »"


@pytest.mark.parametrize("package", ["coeurdeville.schemas.rules", "coeurdeville.schemas.plausibility"])
def test_every_sort_that_the_project_knows_has_a_title(package: str) -> None:
    declared = {rule.kind.code for rule in members(package, Rule)} | {one.kind.code for one in members(package, Doubt)}
    assert declared
    assert declared <= TITLES.keys()


def test_rows_too_short_are_one_point_for_each_place_where_they_stop(judged: Judged) -> None:
    found = judged(HEAD + "1;2\n2\n3\n4;2;sain\n")
    (short,) = [one for one in found.errors if one.code == "missing-cell"]
    assert [(point.field, point.count, point.rows.tolist()) for point in short.points] == [
        ("hauteur", 4, [3, 4]), ("etat", 1, [2]),
    ]  # fmt: skip


def test_cells_beyond_the_last_column_are_one_point_row_by_row(judged: Judged) -> None:
    found = judged(HEAD + "1;2;sain;a;b\n2;2;sain;c\n")
    (beyond,) = [one for one in found.errors if one.code == "extra-cell"]
    assert [list(point.places(9)) for point in beyond.points] == [[(2, "a"), (2, "b"), (3, "c")]]
    assert found.faulty_columns == 0
