"""A drawing too wide for a phone: it keeps the size of its words, slides sideways, and says so there."""

from __future__ import annotations

HINT = "Sur cet écran, l’image est plus large que la page\u00a0: la faire glisser de côté pour tout voir."


def sliding(drawing: str, kind: str, label: str) -> str:
    """Markup of a drawing in a region that scrolls; `kind` (`wide`, `france`) is its least width in `deployment.css`.

    `label` names the region.
    """
    return (
        f'<p class="small slide">{HINT}</p>'
        f'<div class="scroll {kind}" tabindex="0" role="region" aria-label="{label}">{drawing}</div>'
    )
