"""What the files of a card's pictures hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.core.files.storage import default_storage

from coeurdeville.programme.cas_usage.fiche import Fiche
from coeurdeville.reports.documents import is_picture


def contenus(fiche: Fiche) -> Mapping[str, bytes]:
    """Address of a picture -> its file; one that is gone, or cannot be read any more, is left out."""
    return {address: content for address, content in _read(fiche) if is_picture(content)}


def _read(fiche: Fiche) -> Iterator[tuple[str, bytes]]:
    for one in fiche.images:
        name = one.adresse.removeprefix(settings.MEDIA_URL)
        if default_storage.exists(name):
            with default_storage.open(name) as file:
                yield one.adresse, file.read()
