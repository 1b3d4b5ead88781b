"""What is stored comes back exact and whole, and takes the place of the former run only."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from coeurdeville.core.licences import LICENCES
from coeurdeville.core.provenance import Origin
from coeurdeville.core.vintage import Vintage
from coeurdeville.layers.contract.column import Column
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.runs.result import Result, Row, Use
from coeurdeville.runs.store import Store

YEAR = Vintage(date(2024, 1, 1), date(2024, 12, 31))
ORIGIN = Origin("Arbres", "Ville", YEAR, LICENCES["odbl"], "https://a.fr", 9, 7, ("Un.", "Deux."), 0.25, True)
ROWS = (
    Row("commune", "Valbois", "trees", 1 / 3, covered=None),
    Row("commune", "Valbois", "young", None, missing="il manque « Stade »", by="rare", covered=12.5),
    Row("quartier", "Nord", "species", 3.0, category="Tilia cordata", at="seen=15"),
)
RESULT = Result("k1", "heritage", "02691", "partiel", ROWS, (Use("trees", "trees", "trees", "Arbres", ORIGIN, 3.5),),
                ("roads",), {"seen": 30.0, "flag": True})  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "magasin")


def files(store: Store) -> list[str]:
    return sorted(path.relative_to(store.folder).as_posix() for path in store.folder.rglob("*") if path.is_file())


def test_a_result_comes_back_exact(store: Store) -> None:
    store.put(RESULT)
    assert store.get("heritage", "02691", "k1") == RESULT


def test_a_use_without_date_comes_back_too(store: Store) -> None:
    bare = replace(RESULT, used=(Use("trees", "trees", "trees", "Arbres", Origin("Arbres")),), rows=())
    store.put(bare)
    assert store.get("heritage", "02691", "k1") == bare


def test_what_is_not_there_is_none(store: Store) -> None:
    assert store.get("heritage", "02691", "k1") is None
    store.put(RESULT)
    assert store.get("heritage", "02691", "k2") is None
    assert store.get("other", "02691", "k1") is None


def test_towns_of_a_departement_share_a_file(store: Store) -> None:
    for town in ("02691", "02722", "97105", "97411", "2A004"):
        store.put(replace(RESULT, territory=town, key=f"k-{town}"))
    assert files(store) == [f"figures/heritage/{name}.parquet" for name in ("02", "2A", "971", "974")]
    for town in ("02691", "02722", "97105"):
        found = store.get("heritage", town, f"k-{town}")
        assert found is not None
        assert (found.territory, found.rows) == (town, ROWS)


def test_a_new_run_replaces_the_former_one_of_the_town_only(store: Store, lamps: Callable[..., Layer]) -> None:
    objects = lamps([(1, 1)])
    store.put(replace(RESULT, objects=objects))
    store.put(replace(RESULT, key="k9", territory="02722", objects=objects))
    store.put(replace(RESULT, key="k2", objects=objects))
    assert store.get("heritage", "02691", "k1") is None
    assert store.get("heritage", "02691", "k2") is not None
    assert store.get("heritage", "02722", "k9") is not None
    assert files(store) == ["figures/heritage/02.parquet", "objets/heritage/k2.parquet", "objets/heritage/k9.parquet"]
    rows = pq.read_table(store.folder / "figures" / "heritage" / "02.parquet")
    assert sorted(set(rows["key"].to_pylist())) == ["k2", "k9"]


def test_the_same_run_put_twice_is_there_once(store: Store) -> None:
    store.put(RESULT)
    store.put(RESULT)
    found = store.get("heritage", "02691", "k1")
    assert found == RESULT


def test_objects_come_back_with_their_place_or_without(store: Store, lamps: Callable[..., Layer]) -> None:
    class Flags(TableLayer):
        id, title, columns = "flags", "Drapeaux", (Column("flag", "bool", "Drapeau"),)

    placed = lamps([(1, 2), (3, 4)], kind=["led", None])
    table = Flags(pd.DataFrame({"flag": pd.array([True, None], dtype="boolean")}), origin=ORIGIN)
    store.put(replace(RESULT, objects=placed))
    store.put(replace(RESULT, service="flags", objects=table))
    frame = store.objects("heritage", "k1")
    assert isinstance(frame, gpd.GeoDataFrame)
    assert frame.crs.to_epsg() == 2154
    pd.testing.assert_frame_equal(pd.DataFrame(frame), pd.DataFrame(placed.frame))  # type: ignore[attr-defined]
    pd.testing.assert_frame_equal(store.objects("flags", "k1"), table.frame)


def test_half_written_files_are_never_seen(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put(RESULT)

    def cut(table: object, where: object, **_: object) -> None:
        Path(str(where)).write_bytes(b"PAR1 half")
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(pq, "write_table", cut)
        with pytest.raises(OSError, match="disk full"):
            store.put(replace(RESULT, key="k2"))
    assert store.get("heritage", "02691", "k1") == RESULT
    assert store.get("heritage", "02691", "k2") is None


def test_a_file_of_another_version_is_computed_again(store: Store) -> None:
    path = store.folder / "figures" / "heritage" / "02.parquet"
    path.parent.mkdir(parents=True)
    pq.write_table(pa.table({"key": ["k1"], "old": [1]}), path)
    assert store.get("heritage", "02691", "k1") is None
    store.put(RESULT)
    assert store.get("heritage", "02691", "k1") == RESULT


def test_rendered_files_are_whole_or_absent(store: Store) -> None:
    assert store.rendered("r1") is None
    folder = store.put_rendered("r1", {"a.html": b"a", "b.pdf": b"b"})
    assert store.rendered("r1") == folder
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.html": b"a", "b.pdf": b"b"}
    assert store.put_rendered("r1", {"a.html": b"later"}) == folder
    assert (folder / "a.html").read_bytes() == b"a"
    assert [path.name for path in folder.parent.iterdir()] == ["r1"]
