"""The typeface: prepared or said not to be, renamed, whole."""

from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.reports import bake, fonts

NEEDED = "àâçéèêëîïôùûüÿœæÀÉÈÇŒ«»’…–—−×≥≤€²₂→↑\u202f\u00a0\u2011ŽășΔ°µ"


def test_every_character_that_french_reports_need_is_held() -> None:
    assert not set(NEEDED) - fonts.advances().keys()


def test_spaces_are_narrow_and_figures_are_even() -> None:
    assert fonts.text_width("\u202f", 10) < fonts.text_width(" ", 10)
    assert len({fonts.text_width(figure, 10) for figure in "0123456789"}) == 1


def test_the_licence_lies_beside() -> None:
    assert "SIL Open Font License, Version 1.1" in (fonts.folder() / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("style", fonts.WEIGHTS.values())
def test_no_name_keeps_the_reserved_word(style: str) -> None:
    reader = pytest.importorskip("fontTools.ttLib", reason="fontTools comes with set-up only")
    names = reader.TTFont(fonts.folder() / f"CVSans-{style}.ttf")["name"].names
    kept = {record.nameID for record in names if "source" in record.toUnicode().lower()}
    assert kept <= {bake.COPYRIGHT}
    assert {record.toUnicode() for record in names if record.nameID == 16} <= {fonts.FAMILY}


def test_missing_files_are_said_with_their_cure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    with pytest.raises(Refused) as refused:
        fonts.folder()
    assert [problem.code for problem in refused.value.problems] == ["polices-absentes"]
    assert "make setup" in refused.value.problems[0].cure


def test_a_missing_package_is_said_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bake.main([str(tmp_path / "absent")]) == 1
    assert "source-des-polices-absente" in capsys.readouterr().err
    with pytest.raises(Refused):
        bake.bake(tmp_path, tmp_path / "fonts")
    assert not (tmp_path / "fonts").exists()


def test_baking_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    package = Path(bake.PACKAGE)
    if not package.is_dir():
        pytest.skip("the npm package source-sans is not installed here: npm ci")
    bake.bake(package, tmp_path / "one")
    bake.bake(package, tmp_path / "two")
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
