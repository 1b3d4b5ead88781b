"""What holds the project together: locks, papers, versions, and nothing of one machine in any file."""

import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NPM = json.loads((ROOT / "package.json").read_text("utf-8"))
NPM_LOCK = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PUBLIC = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
MACHINE_PATH = re.compile(
    r"(?:^|[\s\"'`=(<\[:])(?:/(?:home|root|Users|work|workspace|mnt)/\w|[A-Z]:\\Users)", re.MULTILINE
)


def locked() -> Iterator[Requirement]:
    """Each entry of the lock, with its marker."""
    for line in re.findall(r"^\S.*(?= \\$)", LOCK, re.MULTILINE):
        yield Requirement(line)


def paper(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["requirements.lock", "package-lock.json", ".npmrc"])
def test_lock_holds_no_address(name: str) -> None:
    assert "://" not in paper(name)
    assert '"resolved"' not in paper(name)


def test_every_locked_python_package_is_pinned_and_hashed() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"^[a-z0-9.-]+==\S+( ; .+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\\n|$))+$", entry), entry[:80]


def test_every_locked_npm_package_is_hashed() -> None:
    packages = {name: entry for name, entry in NPM_LOCK["packages"].items() if name}
    assert packages
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())


def test_python_lock_satisfies_the_project_file() -> None:
    """Every declared package is locked, and no locked version falls outside what is declared."""
    groups = PROJECT["dependency-groups"]
    for declared in map(Requirement, [*PROJECT["project"]["dependencies"], *groups["setup"], *groups["dev"]]):
        pins = [next(iter(entry.specifier)).version for entry in locked() if entry.name == declared.name]
        assert pins, f"{declared.name} is not locked: make lock"
        assert all(declared.specifier.contains(pin) for pin in pins), f"{declared} is locked at {pins}: make lock"


def test_npm_lock_is_that_of_the_package_file() -> None:
    root = NPM_LOCK["packages"][""]
    assert root["dependencies"] == NPM["dependencies"]
    for name, version in NPM["dependencies"].items():
        assert NPM_LOCK["packages"][f"node_modules/{name}"]["version"] == version


def test_build_backend_is_locked_so_that_the_project_installs_without_network() -> None:
    wanted = {Requirement(line).name for line in PROJECT["build-system"]["requires"]}
    assert wanted <= {entry.name for entry in locked()}


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """The text files that git knows or would take."""
    if not (ROOT / ".git").exists():
        pytest.skip("no .git here, so nothing says which files are the project's")
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


def test_no_tracked_file_names_a_place_of_one_machine(tracked: list[Path]) -> None:
    """Read as Latin-1, which never fails: places are written in ASCII."""
    assert Path(__file__) in tracked
    found = {str(path): MACHINE_PATH.findall(path.read_text("latin-1")) for path in tracked}
    assert not {path: places for path, places in found.items() if places}


@pytest.mark.parametrize("before", ["see ", "'", "(", "`", "", "file:"])
@pytest.mark.parametrize("place", ["home/anne", "root/x", "Users/anne", "work/x"])
def test_a_place_of_one_machine_is_recognised(before: str, place: str) -> None:
    assert MACHINE_PATH.search(f"{before}/{place}")
    assert not MACHINE_PATH.search(f"{before}network/{place}")


def test_nothing_made_by_the_set_up_is_tracked(tracked: list[Path]) -> None:
    made = re.compile(r"\.parquet$|\.ttf$|\.woff2$|(^|/)(node_modules|\.venv)/|\.setup-stamp$")
    assert not [path for path in tracked if made.search(path.relative_to(ROOT).as_posix())]


def targets() -> set[str]:
    """What `make` can do here."""
    line = re.search(r"^\.PHONY: (.+)$", paper("Makefile"), re.MULTILINE)
    assert line is not None
    return set(line[1].split())


def test_readme_lists_the_targets_that_exist() -> None:
    assert set(re.findall(r"\| `make (\w+)`", paper("README.md"))) == targets()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_papers_name_only_targets_that_exist(name: str) -> None:
    assert set(re.findall(r"(?:`|^)make (\w+)", paper(name), re.MULTILINE)) <= targets()


def test_make_and_the_bootstrap_know_the_same_commands() -> None:
    commands = re.search(r"^COMMANDS.*?^}", paper("bootstrap.py"), re.MULTILINE | re.DOTALL)
    assert commands is not None
    assert set(re.findall(r'^    "(\w+)":', commands[0], re.MULTILINE)) == targets() - {"lock"}


def test_readme_and_bootstrap_give_the_same_packages_to_install() -> None:
    packages = re.search(r'^PACKAGES = "(.+)"$', paper("bootstrap.py"), re.MULTILINE)
    assert packages is not None
    assert f"sudo apt install {packages[1]}\n" in paper("README.md")


def test_versions_are_in_step() -> None:
    version = PROJECT["project"]["version"]
    assert {NPM["version"], NPM_LOCK["version"], NPM_LOCK["packages"][""]["version"]} == {version}
    assert re.findall(r"^## (.+)$", paper("CHANGELOG.md"), re.MULTILINE)[0] in {"Non publié", version}


def test_licence_is_the_same_everywhere() -> None:
    assert paper("LICENSE").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert {PROJECT["project"]["license"], NPM["license"], PUBLIC["legal"]["license"]} == {"EUPL-1.2"}


def test_publiccode_holds_what_the_standard_asks() -> None:
    """Version 0.4, but for `url` and the contacts, which only whoever publishes can give truthfully."""
    mandatory = {"name", "platforms", "categories", "developmentStatus", "softwareType", "description", "legal"}
    assert mandatory | {"publiccodeYmlVersion", "maintenance", "localisation"} <= set(PUBLIC)
    assert PUBLIC["publiccodeYmlVersion"] == "0.4"
    assert PUBLIC["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert PUBLIC["localisation"]["availableLanguages"] == ["fr"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_publiccode_descriptions_have_the_right_length(language: str) -> None:
    description = PUBLIC["description"][language]
    assert 0 < len(description["shortDescription"]) <= 150
    assert 150 <= len(description["longDescription"]) <= 10_000
    assert 5 <= len(description["features"]) <= 20
