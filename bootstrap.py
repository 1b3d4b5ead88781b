"""Set the project up, then run one of its commands: `python3 bootstrap.py setup|demo|test|check|bench`.

Standard library only, since nothing else is there yet. In order: an environment in `.venv`, the
Python packages of `requirements.lock`, the project itself, the npm packages of `package-lock.json`,
then every `bake.py`, which turns npm packages into the small files that the program reads. Without
npm the rest is still installed, and what is missing is said. `.setup-stamp` is written last: while
it matches, starting again costs nothing; without it, everything is gone through again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SOURCE = ROOT / "src"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
STAMP = ROOT / ".setup-stamp"
PACKAGES = "make python3-venv nodejs npm"
"""Debian packages that a bare machine needs; the README gives the same line."""

COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "setup": (),
    "demo": (("coeurdeville", "demo", "--site"),),
    "test": (("pytest", "-n", "2", "--dist", "loadgroup"),),
    "check": (
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("lint-imports",),
        ("pytest", "-q", "tests/test_project.py", "tests/docs"),
    ),
    "bench": (("python", "benchmarks/run.py"),),
}

PYTHON_TOO_OLD = (
    "Il faut Python 3.11 ou plus récent ; celui-ci est le {version}.\n"
    "Si un autre est installé, le nommer : make PYTHON=python3.11 setup"
)
VENV_MISSING = (
    "Ce Python ne sait pas créer d’environnement (le module « ensurepip » manque).\n"
    f"Sur Debian ou Ubuntu, taper : sudo apt install {PACKAGES}"
)
NPM_MISSING = (
    "Les paquets npm n’ont pas été installés ({why}). Le reste fonctionne, mais il manque :\n"
    "  - la liste des communes de France (aucune ville ne peut être créée) ;\n"
    "  - les polices des rapports (ni HTML ni PDF).\n"
    f"Sur Debian ou Ubuntu, taper : sudo apt install {PACKAGES}\n"
    "puis relancer : make setup"
)
USAGE = "Usage : python3 bootstrap.py {commands} [arguments de la commande]"


def main(arguments: Sequence[str]) -> int:
    """Exit status: of the command; 1 when the set-up fails; 2 for a command that does not exist."""
    name, *extra = arguments or ["setup"]
    if name not in COMMANDS or (extra and len(COMMANDS[name]) != 1):
        say(USAGE.format(commands="|".join(COMMANDS)))
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is read by whatever Python the machine has
        raise SystemExit(PYTHON_TOO_OLD.format(version=sys.version.split()[0]))
    if not is_ready():
        set_up()
    return execute(name, extra)


def say(text: str) -> None:
    """One message, at once; a character that the terminal cannot show becomes `?`."""
    coding = sys.stdout.encoding or "ascii"
    sys.stdout.write(f"{text}\n".encode(coding, "replace").decode(coding))
    sys.stdout.flush()


def is_ready() -> bool:
    """Whether the last set-up went to its end, here, from the same locks, and its Python still exists."""
    return PYTHON.exists() and STAMP.is_file() and STAMP.read_text("utf-8") == fingerprint()


def fingerprint() -> str:
    """Hash of all that the set-up depends on; the place counts, since an environment cannot be moved."""
    digest = hashlib.sha256(os.fsencode(ROOT))
    for path in (LOCK, ROOT / "package-lock.json", ROOT / "pyproject.toml", *bakers()):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def bakers() -> list[Path]:
    """The `bake.py` of each package that prepares files from npm packages."""
    return sorted((SOURCE / "coeurdeville").glob("*/bake.py"))


def set_up() -> None:
    """Everything, in order. Without npm no stamp is written: the next start tries again."""
    start = time.monotonic()
    STAMP.unlink(missing_ok=True)
    make_venv()
    install_locked()
    install_project()
    if not install_npm():
        return
    bake()
    STAMP.write_text(fingerprint(), "utf-8")
    say(f"Installation terminée en {time.monotonic() - start:.0f} s. Le programme : {BIN / 'coeurdeville'}")


def make_venv() -> None:
    """An environment in `.venv`, kept when it is sound, else made again from nothing."""
    if is_sound():
        return
    say("Environnement Python (.venv)…")
    if importlib.util.find_spec("ensurepip") is None:
        install_venv_support()
    run("la création de l’environnement Python", sys.executable, "-m", "venv", "--clear", VENV)


def is_sound() -> bool:
    """Whether `.venv` was made at this place and its pip starts: not after a move or a change of Python."""
    settings = VENV / "pyvenv.cfg"
    return (
        settings.is_file()
        and str(VENV) in settings.read_text("utf-8", "replace")
        and PYTHON.exists()
        and succeeds(PYTHON, "-m", "pip", "--version", quiet=True)
    )


def install_venv_support() -> None:
    """Debian keeps ensurepip in a package apart: installed when root, else the line to type is given."""
    apt = shutil.which("apt-get")
    if apt is None or os.name == "nt" or os.geteuid() != 0:
        raise SystemExit(VENV_MISSING)
    succeeds(apt, "update", "-q")
    if not succeeds(apt, "install", "-q", "-y", "--no-install-recommends", "python3-venv"):
        raise SystemExit(VENV_MISSING)


def install_locked() -> None:
    """The packages of the lock and no other, hashes checked, nothing compiled; pip where uv cannot."""
    say("Bibliothèques Python (requirements.lock)…")
    uv = (BIN / "uv", "pip", "sync", "-q", "--require-hashes", "--no-build", "--python", PYTHON, LOCK)
    if install_uv() and succeeds(*uv):
        return
    say("uv n’a pas abouti : pip prend le relais, c’est plus long.")
    options = ("--require-hashes", "--no-deps", "--only-binary=:all:")
    run("l’installation des bibliothèques", PYTHON, "-m", "pip", "install", "-q", *options, "-r", LOCK)


def install_uv() -> bool:
    """Whether uv is in the environment, in the version and with the hashes of the lock."""
    pinned = re.search(r"^uv==.*(?:\n +--hash=.*)*", LOCK.read_text("utf-8"), re.MULTILINE)
    if pinned is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        only = Path(folder, "uv.txt")
        only.write_text(f"{pinned[0]}\n", "utf-8")
        return succeeds(PYTHON, "-m", "pip", "install", "-q", "--require-hashes", "--no-deps", "-r", only)


def install_project() -> None:
    """The project, editable, with the build backend that the lock has just installed: no network."""
    options = ("--no-index", "--no-deps", "--no-build-isolation")
    run("l’installation de coeurdeville", PYTHON, "-m", "pip", "install", "-q", *options, "-e", ROOT)


def install_npm() -> bool:
    """Whether the npm packages are there; if not, what will be missing has been said."""
    say("Paquets npm (package-lock.json)…")
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        say(NPM_MISSING.format(why="« node » et « npm » ne sont pas tous deux installés"))
        return False
    if not succeeds(npm, "ci", "--loglevel=error"):
        say(NPM_MISSING.format(why="« npm ci » a échoué, voir ci-dessus"))
        return False
    return True


def bake() -> None:
    """Run each `bake.py`, from the project's folder."""
    for path in bakers():
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        say(f"Préparation des fichiers de {module.rpartition('.')[0]}…")
        run(f"la préparation ({module})", PYTHON, "-m", module)


def run(what: str, *command: str | Path) -> None:
    """Run a step that nothing can do without. `what` names it in French, with its article."""
    if not succeeds(*command):
        raise SystemExit(f"L’étape suivante a échoué : {what}. La cause est écrite ci-dessus ; puis relancer.")


def succeeds(*command: str | Path, quiet: bool = False) -> bool:
    """Whether a command exits with 0; its words are not shown when `quiet`."""
    return call(*command, output=subprocess.DEVNULL if quiet else None) == 0


def call(*command: str | Path, output: int | None = None) -> int:
    """Exit status of a command run in the project's folder, with the environment's programs first."""
    return subprocess.run(command, cwd=ROOT, env=environment(), stdout=output, stderr=output, check=False).returncode


def environment() -> dict[str, str]:
    """The variables of this process, as if `.venv` were activated."""
    return {**os.environ, "VIRTUAL_ENV": str(VENV), "PATH": os.pathsep.join([str(BIN), os.environ.get("PATH", "")])}


def execute(name: str, extra: Sequence[str]) -> int:
    """Every step of a command even after one fails, so that all there is to mend is seen at once."""
    steps = [(*step, *extra) for step in COMMANDS[name]]
    statuses = {step: call(program(step[0]), *step[1:]) for step in steps}
    failed = [step for step, status in statuses.items() if status]
    if failed and len(steps) > 1:
        say("\n".join(["À corriger :", *(f"  {' '.join(step)}" for step in failed)]))
    return max(map(abs, statuses.values()), default=0)


def program(name: str) -> str:
    """The environment's program of that name, also on Windows."""
    return shutil.which(name, path=str(BIN)) or name


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
