"""The set-up, on a small project of its own, with the commands recorded instead of run."""

import importlib.util
import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

REPOSITORY = Path(__file__).parents[1]
UV = "uv==0.9 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
LOCK = f"attrs==1.0 \\\n    --hash=sha256:aa\n{UV}xyz==2 \\\n    --hash=sha256:dd\n"


class Runs(list[str]):
    """The commands asked for, in order; those that contain one of `failing` exit with 1."""

    def __init__(self, bootstrap: ModuleType, *failing: str) -> None:
        self.bootstrap, self.failing = bootstrap, failing

    def __call__(self, *command: str | Path, output: int | None = None) -> int:
        words = " ".join(map(str, command))
        self.append(words)
        if "-m venv" in words:
            self.bootstrap.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            self.bootstrap.PYTHON.touch()
            (self.bootstrap.VENV / "pyvenv.cfg").write_text(words, encoding="utf-8")
        return int(any(part in words for part in self.failing))


def load(folder: Path) -> ModuleType:
    """The bootstrap.py of a folder: it works on the folder where it lies."""
    spec = importlib.util.spec_from_file_location("bootstrap", folder / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a space and accents in its path, and one package to bake."""
    root = tmp_path / "cœur de ville été"
    package = root / "src" / "coeurdeville" / "territories"
    package.mkdir(parents=True)
    (package / "bake.py").write_text("one", encoding="utf-8")
    (root / "requirements.lock").write_text(LOCK, encoding="utf-8")
    for name in ("package-lock.json", "pyproject.toml"):
        (root / name).write_text("one", encoding="utf-8")
    shutil.copy(REPOSITORY / "bootstrap.py", root)
    return root


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Runs]:
    """Starts the bootstrap of a folder on a machine that has Node, and tells what it ran."""
    monkeypatch.setattr(shutil, "which", lambda name, path=None: f"/somewhere/{name}")

    def run(folder: Path, *arguments: str, failing: tuple[str, ...] = (), status: int = 0) -> Runs:
        bootstrap = load(folder)
        runs = Runs(bootstrap, *failing)
        monkeypatch.setattr(bootstrap, "call", runs)
        assert bootstrap.main(arguments) == status
        return runs

    return run


def test_set_up_goes_in_order(folder: Path, start: Callable[..., Runs]) -> None:
    runs = start(folder, "setup")
    parts = ("-m venv", "-r ", "pip sync", "--no-build-isolation", "npm ci", "-m coeurdeville.territories.bake")
    assert len(runs) == len(parts)
    assert all(part in run for part, run in zip(parts, runs, strict=True))


def test_second_start_runs_the_command_alone(folder: Path, start: Callable[..., Runs]) -> None:
    start(folder, "setup")
    assert start(folder, "setup") == []
    assert start(folder, "test", "-k", "arbres") == ["/somewhere/pytest -n 2 --dist loadgroup -k arbres"]


@pytest.mark.parametrize(
    "changed",
    ["requirements.lock", "package-lock.json", "pyproject.toml", "src/coeurdeville/territories/bake.py"],
)
def test_a_change_sets_up_again_in_the_same_environment(changed: str, folder: Path, start: Callable[..., Runs]) -> None:
    start(folder, "setup")
    (folder / changed).write_text("two", encoding="utf-8")
    runs = start(folder, "setup")
    assert any("npm ci" in run for run in runs)
    assert not any("-m venv" in run for run in runs)


def test_a_new_baker_sets_up_again(folder: Path, start: Callable[..., Runs]) -> None:
    start(folder, "setup")
    package = folder / "src" / "coeurdeville" / "reports"
    package.mkdir()
    (package / "bake.py").touch()
    assert any("-m coeurdeville.reports.bake" in run for run in start(folder, "setup"))


def test_a_moved_folder_makes_its_environment_again(folder: Path, start: Callable[..., Runs]) -> None:
    start(folder, "setup")
    moved = folder.rename(folder.with_name("ailleurs"))
    assert any("-m venv --clear" in run for run in start(moved, "setup"))


def test_a_python_that_left_makes_the_environment_again(folder: Path, start: Callable[..., Runs]) -> None:
    runs = start(folder, "setup")
    runs.bootstrap.PYTHON.unlink()
    assert any("-m venv --clear" in run for run in start(folder, "setup"))


@pytest.mark.parametrize("step", ["-m venv", "--no-build-isolation", "-m coeurdeville.territories.bake"])
def test_a_step_that_fails_stops_and_leaves_no_stamp(step: str, folder: Path, start: Callable[..., Runs]) -> None:
    start(folder, "setup")
    (folder / "requirements.lock").write_text(LOCK + "\n", encoding="utf-8")
    if step == "-m venv":
        shutil.rmtree(folder / ".venv")
    with pytest.raises(SystemExit, match="L’étape suivante a échoué"):
        start(folder, "test", failing=(step,))
    assert not (folder / ".setup-stamp").exists()


def test_uv_is_the_one_of_the_lock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bootstrap, asked = load(folder), []

    def read(*command: str | Path, output: int | None = None) -> int:
        asked.append(Path(command[-1]).read_text("utf-8"))
        return 0

    monkeypatch.setattr(bootstrap, "call", read)
    assert bootstrap.install_uv()
    assert asked == [UV]


@pytest.mark.parametrize("failing", ["uv.txt", "pip sync"])
def test_pip_takes_over_from_uv(failing: str, folder: Path, start: Callable[..., Runs]) -> None:
    runs = start(folder, "setup", failing=(failing,))
    assert any("-m pip install -q --require-hashes --no-deps" in run and "requirements.lock" in run for run in runs)
    assert (folder / ".setup-stamp").exists()


def test_without_npm_the_command_runs_and_what_is_missing_is_said(
    folder: Path, start: Callable[..., Runs], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name, path=None: None)
    assert start(folder, "test")[-1] == "pytest -n 2 --dist loadgroup"
    said = capsys.readouterr().out
    assert "liste des communes" in said
    assert "polices" in said
    assert "sudo apt install make python3-venv nodejs npm" in said
    assert not (folder / ".setup-stamp").exists()


def test_npm_that_fails_is_tried_again(
    folder: Path, start: Callable[..., Runs], capsys: pytest.CaptureFixture[str]
) -> None:
    assert not any("bake" in run for run in start(folder, "setup", failing=("npm ci",)))
    assert "« npm ci » a échoué" in capsys.readouterr().out.replace("\u00a0", " ")
    assert any("bake" in run for run in start(folder, "setup"))


@pytest.fixture
def no_ensurepip(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare Debian, which keeps ensurepip in python3-venv."""
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find(name))


@pytest.mark.usefixtures("no_ensurepip")
def test_without_ensurepip_the_line_to_type_is_given(
    folder: Path, start: Callable[..., Runs], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match="sudo apt install make python3-venv nodejs npm"):
        start(folder, "setup")


@pytest.mark.usefixtures("no_ensurepip")
def test_without_ensurepip_root_installs_it(
    folder: Path, start: Callable[..., Runs], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    runs = start(folder, "setup")
    assert runs[1].endswith("apt-get install -q -y --no-install-recommends python3-venv")
    assert "-m venv" in runs[2]


def test_check_goes_on_after_a_failure_and_names_it(
    folder: Path, start: Callable[..., Runs], capsys: pytest.CaptureFixture[str]
) -> None:
    start(folder, "setup")
    runs = start(folder, "check", failing=("ruff check", "lint-imports"), status=1)
    assert len(runs) == len(runs.bootstrap.COMMANDS["check"])
    assert capsys.readouterr().out.split("corriger")[1].splitlines()[1:] == ["  ruff check .", "  lint-imports"]


@pytest.mark.parametrize("arguments", [("tester",), ("check", "-k", "arbres"), ("setup", "vite")])
def test_what_cannot_be_run_is_refused_before_any_set_up(
    arguments: tuple[str, ...], folder: Path, start: Callable[..., Runs], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(folder, *arguments, status=2) == []
    assert "setup|demo|test|check|bench" in capsys.readouterr().out


def test_an_old_python_is_refused_in_french(
    folder: Path, start: Callable[..., Runs], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"Python 3\.11 ou plus récent"):
        start(folder, "setup")


def test_a_poor_terminal_gets_the_message_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding="latin-1", newline="\n"))
    load(folder).say("l’été\u202f;")
    assert written.getvalue() == "l?été?;\n".encode("latin-1")
