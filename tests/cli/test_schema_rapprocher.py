"""`schema rapprocher` at a terminal: what is doubtful is asked, in French."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from coeurdeville.cli.main import group


@pytest.mark.parametrize(
    ("answers", "kept"),
    [("o\n", 'situation = "fk_situation"'), ("n\n", ""), ("quoi\nplace\n", 'situation = "place"')],
)
def test_a_doubtful_line_is_confirmed_dropped_or_given_another_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: str, kept: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    Path("brut.csv").write_text("fk_situation;place;hauteur\nalignement;x;12\nisolé;y;9\n", encoding="utf-8")
    ran = CliRunner().invoke(group, ["schema", "rapprocher", "brut.csv", "--schema", "arbres-urbains"], input=answers)
    assert ran.exit_code == 0, ran.output
    assert "(o, n, ou le nom d’une autre colonne)" in ran.output
    assert ("n’est pas une colonne" in ran.output) == answers.startswith("quoi")
    text = Path("brut.toml").read_text("utf-8")
    assert 'hauteur = "hauteur"' in text
    assert kept in text
    assert ("situation" in text) == bool(kept)
