"""What can be downloaded of a checking, by the name that stands in its address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coeurdeville.core.french import slug
from coeurdeville.web.public.schemas.checking.kept import Kept
from coeurdeville.web.public.schemas.checking.mending import LOG, MAPPING, REJECTS, table_name
from coeurdeville.web.public.schemas.checking.packing import PACKAGE
from coeurdeville.web.public.schemas.checking.report import ERRORS, REPORT, VERDICT

TYPES = {".csv": "text/csv; charset=utf-8", ".json": "application/json", ".toml": "application/toml; charset=utf-8",
         ".zip": "application/zip", ".html": "text/html; charset=utf-8"}  # fmt: skip


@dataclass(frozen=True)
class Download:
    """One file."""

    path: Path
    called: str
    """The name under which it is saved."""
    content_type: str


def download(kept: Kept, name: str) -> Download | None:
    """The result of this name; None when it is not one, or is not made."""
    state = kept.state
    if name not in (REPORT, ERRORS, VERDICT, REJECTS, LOG, MAPPING, PACKAGE, table_name(state.schema)):
        return None
    path, stem = kept.result(name), slug(Path(state.file).stem) or "fichier"
    return Download(path, f"{stem}-{name}", TYPES[path.suffix]) if path.is_file() else None
