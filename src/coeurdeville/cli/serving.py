"""Starting the site as processes of their own: the command line knows it by the name of its settings only."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from coeurdeville.core.problems import Kind, Refused

SETTINGS = "coeurdeville.web.settings"
NOT_READY = Kind(
    "site-non-prepare",
    "Le site n’a pas pu être préparé : l’étape « {step} » a échoué, sa raison est écrite ci-dessus.",
    "Corriger ce qui est dit, puis relancer : rien n’est à effacer.",
)
PORT_TAKEN = Kind("port-occupe", "Le port {port} est déjà pris sur {host}.", "En choisir un autre : --port {other}.")
STOPPED = Kind(
    "site-arrete", "Le processus « {name} » s’est arrêté de lui-même (code {code}).",
    "Sa raison est écrite ci-dessus. Relancer : ce qui était enregistré est intact."
)  # fmt: skip
Around = Mapping[str, str]
"""Environment of the processes of the site."""


def surroundings(host: str, port: int, data: Path | None) -> dict[str, str]:
    """The variables of the site; those that are set already win, but for the folder when it is given."""
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    usual = {"COEURDEVILLE_ADRESSE": f"http://{shown}:{port}", "COEURDEVILLE_DONNEES": "site"}
    given = {} if data is None else {"COEURDEVILLE_DONNEES": str(data.resolve())}
    return {**usual, **os.environ, **given, "DJANGO_SETTINGS_MODULE": SETTINGS}


def prepare(around: Around) -> None:
    """Key, tables, static files. Refused with the step when it fails."""
    manage(["preparer"], around)


def manage(arguments: Sequence[str], around: Around) -> None:
    """One command of the site, to its end.

    Raises
    ------
    Refused
        `site-non-prepare`, when it fails: it has said why.
    """
    if subprocess.run([sys.executable, "-m", "django", *arguments], env=dict(around), check=False).returncode:
        raise Refused([NOT_READY(step=" ".join(arguments))])


def serve(host: str, port: int, processes: int, around: Around) -> None:
    """Pages and worker until one is interrupted. The worker is started again when it dies; pages stop everything.

    Raises
    ------
    Refused
        `port-occupe`, or `site-arrete` when pages cannot be served any longer.
    """
    require_free(host, port)
    web = [sys.executable, "-m", "gunicorn", f"--bind={host}:{port}", f"--workers={processes}", "--threads=4",
           "--log-level=warning", "--graceful-timeout=20", "--timeout=120", "coeurdeville.web.wsgi"]  # fmt: skip
    worker = [sys.executable, "-m", "django", "travailler"]
    running = {"pages": subprocess.Popen(web, env=dict(around)), "travail": subprocess.Popen(worker, env=dict(around))}
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        while running["pages"].poll() is None:
            if running["travail"].poll() is not None:
                running["travail"] = subprocess.Popen(worker, env=dict(around))
            time.sleep(1)
        raise Refused([STOPPED(name="pages", code=running["pages"].returncode)])
    except KeyboardInterrupt:
        pass
    finally:
        _stop(list(running.values()))


def require_free(host: str, port: int) -> None:
    """Refused when something listens there already."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refused([PORT_TAKEN(port=port, host=host, other=port + 1)]) from error


def _stop(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask each to end, and wait for the work under way; after half a minute, no longer."""
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
