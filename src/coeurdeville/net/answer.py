"""What an address answered, when, and whether it can be read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.net.addresses import host_of

UNREADABLE = Kind(
    "reponse-illisible",
    "{host} n’a pas répondu par du JSON entier{seen}.",
    "Réessayer plus tard. Si cela se répète, ouvrir l’adresse dans un navigateur : un portail du réseau local, "
    "un proxy ou une page d’erreur répond peut-être à la place de la source.",
)
SHOWN = 80
"""Characters of an unreadable answer that its problem shows."""


@dataclass(frozen=True)
class Answer:
    """One answer, as it was received or as it was kept."""

    address: str
    """What was asked, query included; not where a redirection led."""
    when: datetime
    """When it was true: received, or found unchanged. With its time zone."""
    body: bytes
    content_type: str = "application/json"
    etag: str = ""
    """What the server calls this version; empty when it does not say."""
    status: int = 200

    @cached_property
    def sha256(self) -> str:
        """Hash of the body, in hexadecimal."""
        return hashlib.sha256(self.body).hexdigest()

    def json(self) -> Any:
        """The body as JSON, whatever type it is announced with.

        Raises
        ------
        Refused
            `reponse-illisible`: a page of HTML, a text that stops before its end, an empty body.
        """
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            kind = self.content_type.partition(";")[0].strip()
            seen = f", mais par « {kind} »" if kind and "json" not in kind else ""
            start = " ".join(self.body[:SHOWN].decode("utf-8", "replace").split())
            problem = UNREADABLE(host=host_of(self.address), seen=seen, examples=[start] if start else [])
            raise Refused([problem]) from error

    def holding(self, content: Any) -> Answer:
        """The same answer reduced to this content."""
        return replace(self, body=json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())
