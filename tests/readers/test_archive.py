"""Archives: what is dangerous, what is data."""

import gzip
import stat
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from coeurdeville.core.problems import Refused
from coeurdeville.readers import limits
from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import read

TABLE = b"nom;haut\nCh\xc3\xaane;12\n"


def archive(path: Path, **members: bytes) -> Path:
    """A ZIP; `__` in a name stands for a dot, since these are argument names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "."), content)
    return path


def refusal(path: Path, part: str | None = None) -> list[str]:
    with pytest.raises(Refused) as refused:
        read(path, part=part)
    return [problem.code for problem in refused.value.problems]


def test_the_one_file_of_data_is_read(tmp_path: Path) -> None:
    features = read(archive(tmp_path / "a.zip", arbres__csv=TABLE, LISEZMOI__txt=b"Notice", notice__pdf=b"%PDF"))
    assert (features.format, features.name, len(features)) == (Format.CSV, "arbres.csv", 1)


def test_leftovers_of_a_mac_are_no_data(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("données/arbres.csv", TABLE)
        packed.writestr("__MACOSX/données/._arbres.csv", b"\0\0")
    assert read(path).name == "arbres.csv"


def test_zipped_shapefile_is_read_with_its_companions(tmp_path: Path) -> None:
    gpd.GeoDataFrame({"nom": ["Érable"]}, geometry=[shapely.Point(1, 2)], crs=2154).to_file(
        tmp_path / "a.shp", encoding="utf-8"
    )
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        for part in tmp_path.glob("a.???"):
            if part.suffix != ".zip":
                packed.write(part, f"dossier/{part.name}")
    features = read(tmp_path / "a.zip")
    assert (features.format, features.crs) == (Format.SHAPEFILE, 2154)
    assert features.frame["nom"].tolist() == ["Érable"]


def test_several_files_are_named_and_one_can_be_chosen(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", arbres__csv=TABLE, bancs__csv=b"a;b\n1;2\n")
    with pytest.raises(Refused) as refused:
        read(path)
    (problem,) = refused.value.problems
    assert (problem.code, problem.count) == ("archive-plusieurs-fichiers", 2)
    assert "arbres.csv" in problem.message
    assert list(read(path, part="bancs.csv").frame.columns) == ["a", "b"]
    assert refusal(path, "haies.csv") == ["partie-absente"]


def test_archive_without_data_is_refused(tmp_path: Path) -> None:
    assert refusal(archive(tmp_path / "a.zip", notice__pdf=b"%PDF")) == ["archive-sans-donnees"]
    assert refusal(archive(tmp_path / "b.zip")) == ["archive-sans-donnees"]


@pytest.mark.parametrize("name", ["../../arbres.csv", "/etc/arbres.csv", "C:\\arbres.csv", "a\\..\\..\\arbres.csv"])
def test_archive_that_leaves_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr(name, TABLE)
    assert refusal(tmp_path / "a.zip") == ["archive-dangereuse"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_archive_with_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("arbres.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr(link, "/etc/passwd")
    assert refusal(tmp_path / "a.zip") == ["archive-dangereuse"]


def test_bombs_are_refused_without_being_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HARMLESS", 10_000)
    bomb = archive(tmp_path / "a.zip", arbres__csv=b"0" * 1_000_000)
    assert refusal(bomb) == ["archive-dangereuse"]
    assert refusal(bomb.rename(tmp_path / "a.xlsx")) == ["archive-dangereuse"]


def test_archive_too_large_once_open_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "a.zip", a__csv=TABLE * 400, b__csv=TABLE * 400)
    monkeypatch.setattr(limits, "MAX_BYTES", 10_000)
    assert refusal(path) == ["archive-dangereuse"]


def test_every_danger_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HARMLESS", 10_000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("../a.csv", TABLE)
        packed.writestr("b.csv", b"0" * 1_000_000)
    assert refusal(tmp_path / "a.zip") == ["archive-dangereuse"] * 2


def test_protected_archive_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", arbres__csv=TABLE)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path.write_bytes(bytes(data))
    assert refusal(path) == ["fichier-protege"]


def test_damaged_archive_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", arbres__csv=TABLE * 100)
    data = bytearray(path.read_bytes())
    path.write_bytes(bytes(data[:-30]))
    assert refusal(path) == ["fichier-illisible"]
    data[60:70] = b"\xff" * 10
    path.write_bytes(bytes(data))
    assert refusal(path) == ["fichier-illisible"]


def test_gzip_is_opened(tmp_path: Path) -> None:
    (tmp_path / "arbres.csv.gz").write_bytes(gzip.compress(TABLE))
    features = read(tmp_path / "arbres.csv.gz")
    assert (features.format, features.name) == (Format.CSV, "arbres.csv")


def test_gzip_bombs_and_damage_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HARMLESS", 10_000)
    path = tmp_path / "arbres.csv.gz"
    path.write_bytes(gzip.compress(b"0" * 3_000_000))
    assert refusal(path) == ["archive-dangereuse"]
    path.write_bytes(gzip.compress(TABLE)[:-6])
    assert refusal(path) == ["fichier-illisible"]


def test_how_to_name_the_file_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(archive(tmp_path / "a.zip", arbres__csv=TABLE, bancs__csv=TABLE))
    assert "--feuille" in refused.value.problems[0].cure
