"""Files sent by a form: bounded while they arrive, then kept by `readers.reception` or refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files.uploadhandler import SkipFile, StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.readers.reception import Limits, Received, receive
from coeurdeville.readers.reception.faults import DISK_FULL, TOO_LARGE, weight
from coeurdeville.readers.reception.limits import LIMITS
from coeurdeville.readers.reception.names import safe_name
from coeurdeville.readers.reception.streaming import FULL

LAST = "fin"
"""Name of the hidden field that ends a form with a file: without it, the sending was cut."""
BESIDE = 1_000_000
"""Bytes that the rest of a form takes, at most."""
BEYOND_ALL = 10
"""Times the limit from which nothing more is listened to."""
NO_FILE = Kind("depot-sans-fichier", "Aucun fichier n’a été choisi.", "Choisir un fichier, puis envoyer de nouveau.")
SENDING_CUT = Kind(
    "depot-interrompu",
    "L’envoi du fichier s’est interrompu avant la fin.",
    "Recommencer, avec une connexion plus stable s’il le faut ; rien n’a été gardé de cet envoi.",
)
_ROOM = "coeurdeville.disque_plein"


class Bounded(TemporaryFileUploadHandler):
    """Large files on the disk; one beyond the limit, or that finds no room, is let go by without being kept."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Remember how much is announced: the third argument."""
        self.announced = int(args[2])

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Open a file, unless it is known too large."""
        if self.announced > BEYOND_ALL * LIMITS.size:
            raise StopUpload(connection_reset=True)
        if self.announced > LIMITS.size + BESIDE:
            raise SkipFile
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Write a piece."""
        try:
            return super().receive_data_chunk(raw_data, start)
        except OSError as failure:
            if failure.errno not in FULL or self.request is None:
                raise
            self.request.META[_ROOM] = "1"
            raise SkipFile from failure


def require_whole(request: HttpRequest, limits: Limits = LIMITS, *, name: str = "votre fichier") -> None:
    """Nothing when a form with files, which ends with the hidden field `LAST`, arrived whole.

    Parameters
    ----------
    name
        How the file is called in messages.

    Raises
    ------
    Refused
        Too large, no room on the disk, a sending that was cut.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > limits.size + BESIDE:
        raise Refused([TOO_LARGE(name=name, limit=weight(limits.size))])
    if request.META.get(_ROOM):
        raise Refused([DISK_FULL(name=name)])
    if LAST not in request.POST:
        raise Refused([SENDING_CUT()])


def received(request: HttpRequest, field: str, folder: Path, limits: Limits = LIMITS) -> Received:
    """The file of a form, kept in `folder`.

    Raises
    ------
    Refused
        What `require_whole` and `receive` refuse, or no file.
    """
    upload = request.FILES.get(field)
    require_whole(request, limits, **({"name": safe_name(upload.name or "")} if upload else {}))
    if upload is None:
        raise Refused([NO_FILE()])
    return receive(upload.name or "", upload.file, folder, limits, announced=upload.size)  # type: ignore[arg-type]
