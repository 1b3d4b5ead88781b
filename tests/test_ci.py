"""CI fails on a skip that it does not expect."""

import subprocess
import sys
from pathlib import Path

import pytest

CI = Path(__file__).parents[1] / ".ci"
HEADING = "skipped without an expected reason"
PROJECT = {
    "pytest.ini": "[pytest]\nmarkers =\n    real: reads real data\n",
    "test_good.py": "def test_good(): pass",
    "test_real.py": "import pytest\n@pytest.mark.real\ndef test(): pytest.skip('no real data')",
    "test_tool.py": "import pytest\ndef test(): pytest.skip('verapdf is not installed')",
    "test_git.py": "import pytest\ndef test(): pytest.skip('no .git here')",
}
LAZY = {
    "test_later.py": "import pytest\ndef test(): pytest.skip('not today')",
    "test_whole.py": "import pytest\npytest.skip('not today', allow_module_level=True)",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Tests skipped for want of real data, of a tool and of git."""
    folder = tmp_path / "project"
    folder.mkdir()
    write(folder, PROJECT)
    return folder


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(f"{text}\n", encoding="utf-8")


def run(project: Path) -> tuple[int, set[str]]:
    """Exit status and files reproached, on a machine whose only programs are those of `project/bin`."""
    command = [sys.executable, "-m", "pytest", "-p", "skips", "-p", "no:cacheprovider", "-n", "1"]
    machine = {"PYTHONPATH": str(CI), "PATH": str(project / "bin")}
    done = subprocess.run(command, cwd=project, env=machine, capture_output=True, text=True, check=False)
    _, _, reproach = done.stdout.partition(HEADING)
    return done.returncode, {name for name in {**PROJECT, **LAZY} if name in reproach}


def test_skips_for_want_of_something_absent_are_expected(project: Path) -> None:
    assert run(project) == (0, set())


def test_no_skip_is_expected_when_nothing_is_wanting(project: Path) -> None:
    (project.parent / "shared" / "mirror").mkdir(parents=True)
    (project / ".git").mkdir()
    (project / "bin").mkdir()
    (project / "bin" / "verapdf").touch(mode=0o755)
    assert run(project) == (1, {"test_real.py", "test_tool.py", "test_git.py"})


def test_any_other_skip_fails_the_run(project: Path) -> None:
    write(project, LAZY)
    assert run(project) == (1, set(LAZY))
