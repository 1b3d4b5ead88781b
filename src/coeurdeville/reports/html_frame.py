"""The head of a page that holds everything: its style, its typeface, and the policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib

from coeurdeville.reports.escaping import escaped


def head(title: str, style: str) -> str:
    """What stands in `<head>`; `title` is plain text, `style` the whole style sheet."""
    return (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy(style)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escaped(title)}</title><style>{style}</style>"
    )


def policy(style: str) -> str:
    """What the page may load: its own style by hash, typeface and pictures from within the file."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    inside = "font-src data:; img-src data:"
    return f"default-src 'none'; style-src 'sha256-{digest}'; {inside}; base-uri 'none'; form-action 'none'"
