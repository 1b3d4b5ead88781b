"""Files from outside: what is kept, under which name, and everything that is refused with nothing left behind."""

import io
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from coeurdeville.core.problems import Refused
from coeurdeville.readers import reception
from coeurdeville.readers.formats import Format
from coeurdeville.readers.read import read
from coeurdeville.readers.reception import Limits, receive
from coeurdeville.readers.reception.limits import LIMITS
from coeurdeville.readers.reception.sorts import Document

from .hostile import HOSTILE, OLE, TABLE, WORKBOOK, packed, pdf


def refusal(name: str, content: bytes, folder: Path, limits: Limits = LIMITS, **told: int) -> list[str]:
    with pytest.raises(Refused) as refused:
        receive(name, io.BytesIO(content), folder, limits, **told)
    assert list(folder.iterdir()) == []
    assert all("«" in one.message and one.cure.endswith(".") for one in refused.value.problems)
    return [one.code for one in refused.value.problems]


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_file_is_refused_with_its_reasons_and_nothing_is_left(kind: str, tmp_path: Path) -> None:
    name, content, codes = HOSTILE[kind]
    assert refusal(name, content(), tmp_path) == codes


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("arbres.csv", TABLE, Format.CSV),
        ("arbres.txt", TABLE.decode().encode("utf-16"), Format.CSV),
        ("arbres.json", b'[{"a": 1}]', Format.JSON),
        ("arbres.geojson", b'{"type": "FeatureCollection", "features": []}', Format.GEOJSON),
        ("arbres.zip", packed({"arbres.csv": TABLE, "notice.txt": b"Lisez-moi"}), Format.ZIP),
        ("arbres.xlsx", packed(WORKBOOK), Format.XLSX),
        ("arbres.xls", OLE + "Workbook".encode("utf-16-le"), Format.XLS),
        ("arbres.zip", packed({"arbres.xlsx": packed(WORKBOOK)}), Format.ZIP),
        ("ville.osm", b"<?xml version='1.0'?>\n<!-- a --><osm version='0.6'/>", Format.OSM),
        ("plan.pdf", pdf(b"1 0 obj"), Document.PDF),
    ],
)
def test_honest_file_is_kept_as_it_is(name: str, content: bytes, kind: object, tmp_path: Path) -> None:
    kept = receive(name, io.BytesIO(content), tmp_path)
    assert (kept.path.name, kept.kind, kept.problems) == (name, kind, ())
    assert kept.path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [kept.path]


def test_file_beyond_the_limit_is_not_read_further(tmp_path: Path) -> None:
    stream = io.BytesIO(bytes(5_000_000))
    with pytest.raises(Refused) as refused:
        receive("a.csv", stream, tmp_path, Limits(size=1_500_000))
    (problem,) = refused.value.problems
    assert problem.message.startswith("«\u00a0a.csv\u00a0» dépasse 1,5\u00a0Mo")
    assert (problem.code, stream.tell()) == ("depot-trop-gros", 2 * 1024**2)
    assert list(tmp_path.iterdir()) == []


def test_sending_cut_at_nine_tenths_is_refused(tmp_path: Path) -> None:
    assert refusal("a.csv", TABLE * 90, tmp_path, announced=100 * len(TABLE)) == ["depot-coupe"]
    with pytest.raises(Refused, match="2,0\u00a0ko sont arrivés sur 2,4\u00a0ko"):
        receive("a.csv", io.BytesIO(TABLE * 90), tmp_path, announced=2400)
    assert receive("a.csv", io.BytesIO(TABLE), tmp_path, announced=len(TABLE)).kind is Format.CSV


def test_empty_file_is_refused(tmp_path: Path) -> None:
    assert refusal("a.csv", b"", tmp_path) == ["fichier-vide"]


class Breaking(io.BytesIO):
    """A connection that breaks after its first piece."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell():
            raise ConnectionResetError
        return super().read(size)


def test_connection_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ConnectionResetError):
        receive("a.csv", Breaking(bytes(3_000_000)), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def full_disk() -> Iterator[None]:
    """A system that refuses files of more than a mebibyte, as a full disk would."""
    former, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, former[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, former)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.usefixtures("full_disk")
def test_full_disk_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    assert refusal("a.csv", b"a;b\n" * 600_000, tmp_path) == ["depot-disque-plein"]


def test_all_that_is_wrong_with_a_name_and_a_content_is_said_at_once(tmp_path: Path) -> None:
    content = packed(WORKBOOK | {"xl/vbaProject.bin": b"\0", "xl/styles.xml": b"<!DOCTYPE a><a/>"})
    only_tables = Limits(accepted=frozenset({Format.CSV}))
    codes = ["depot-non-accepte", "extension-trompeuse", "depot-macros", "depot-entites"]
    assert refusal("plan.csv", content, tmp_path, only_tables) == codes


def test_misleading_extension_gives_way_to_that_of_the_content(tmp_path: Path) -> None:
    kept = receive("arbres.csv", io.BytesIO(packed(WORKBOOK)), tmp_path)
    assert kept.path.name == "arbres.xlsx"
    assert [one.code for one in kept.problems] == ["extension-trompeuse", "depot-renomme"]


def test_extension_that_says_nothing_is_completed(tmp_path: Path) -> None:
    assert receive("export.2026", io.BytesIO(TABLE), tmp_path).path.name == "export.2026.csv"
    assert receive("arbres.prj", io.BytesIO(b'PROJCS["Lambert_93"]'), tmp_path).path.name == "arbres.prj"


def test_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    names = [receive("a.csv", io.BytesIO(TABLE), tmp_path).path.name for _ in range(3)]
    assert names == ["a.csv", "a-2.csv", "a-3.csv"]


def picture(form: str, size: tuple[int, int] = (40, 30)) -> bytes:
    file, image = io.BytesIO(), Image.new("RGB", size, "green")
    marks = Image.Exif()
    marks[0x010F], marks[0x0112] = "Appareil de Jeanne", 6
    image.save(file, form, exif=marks)
    return file.getvalue()


@pytest.mark.parametrize(("form", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg"), ("WEBP", ".webp")])
def test_picture_is_written_again_upright_and_without_metadata(form: str, suffix: str, tmp_path: Path) -> None:
    kept = receive(f"photo{suffix}", io.BytesIO(picture(form)), tmp_path)
    assert b"Jeanne" in picture(form)
    assert b"Jeanne" not in kept.path.read_bytes()
    with Image.open(kept.path) as image:
        assert (image.format, image.size, dict(image.getexif())) == (form, (30, 40), {})


def test_bytes_after_a_picture_go(tmp_path: Path) -> None:
    kept = receive("photo.png", io.BytesIO(picture("PNG") + b"<script>alert(1)</script>"), tmp_path)
    assert b"<script>" not in kept.path.read_bytes()


def test_large_picture_is_reduced(tmp_path: Path) -> None:
    kept = receive("p.jpg", io.BytesIO(picture("JPEG", (300, 200))), tmp_path, Limits(side=100))
    with Image.open(kept.path) as image:
        assert image.size == (67, 100)


def test_what_is_kept_can_be_read(tmp_path: Path) -> None:
    kept = receive("arbres.zip", io.BytesIO(packed({"dossier/arbres.csv": TABLE})), tmp_path)
    assert read(kept.path).frame["nom"].tolist() == ["Chêne"]


def test_the_way_in_is_the_package_itself() -> None:
    assert set(reception.__all__) == {"DATA", "PICTURES", "Limits", "Received", "receive"}


def test_workbook_that_lost_its_end_is_not_said_to_be_misnamed(tmp_path: Path) -> None:
    whole = packed(WORKBOOK)
    assert refusal("arbres.xlsx", whole[: len(whole) * 9 // 10], tmp_path) == ["fichier-illisible"]
