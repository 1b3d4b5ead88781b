"""The page: one HTML file that holds everything, with no script and nothing to fetch."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from coeurdeville.core.french import NBSP, long_day
from coeurdeville.reports import html
from coeurdeville.reports.conformity import sections
from coeurdeville.reports.conformity.columns import columns
from coeurdeville.reports.escaping import escaped
from coeurdeville.schemas.reporting.conformity import Conformity

STYLE = Path(__file__).with_name("conformity.css")


def render(conformity: Conformity) -> str:
    """The whole file; the same verdict on the same day gives the same text. Refused without the typeface."""
    return (
        f'<!doctype html><html lang="fr"><head>{_head(conformity)}</head><body>{_header(conformity)}<main>'
        f"{sections.verdict(conformity)}{sections.to_mend(conformity)}{sections.to_look_at(conformity)}"
        f"{columns(conformity)}{sections.read(conformity)}</main>{_footer()}</body></html>\n"
    )


@cache
def style() -> str:
    """The style of all reports, then what this page adds."""
    return html.style() + STYLE.read_text(encoding="utf-8")


def policy() -> str:
    """What the page may load: its own style by hash, the typeface from within the file."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"


def _head(conformity: Conformity) -> str:
    return (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy()}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escaped(conformity.file)} – rapport de conformité</title><style>{style()}</style>"
    )


def _header(conformity: Conformity) -> str:
    day = conformity.day
    return (
        f'<header><p class="town">Rapport de conformité</p><h1>{escaped(conformity.file)}</h1>'
        f'<p class="edition">Schéma {escaped(conformity.schema_title)} · vérifié le '
        f'<time datetime="{day.isoformat()}">{long_day(day)}</time></p></header>'
    )


def _footer() -> str:
    return (
        f"<footer><p>Rapport fait par coeurdeville {version('coeurdeville')}. Les lignes sont numérotées comme dans le "
        "fichier, en-tête compris. La liste de toutes les erreurs, une par ligne, s’obtient en CSV"
        f"{NBSP}: <code>coeurdeville schema valider … --csv erreurs.csv</code></p></footer>"
    )
