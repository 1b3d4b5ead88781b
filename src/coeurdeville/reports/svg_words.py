"""The name and the description that a drawing carries for those who do not see it."""

from __future__ import annotations

from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.fonts import FAMILY


def naming(key: str) -> str:
    """Attributes of the `<svg>`: one image, named by its title and described, in the reports' typeface."""
    return f'role="img" aria-labelledby="{key}-title {key}-desc" font-family="{FAMILY}, sans-serif"'


def title_and_description(key: str, title: str, alt: str) -> str:
    """The two elements that come first in the `<svg>`."""
    return f'<title id="{key}-title">{escaped(title)}</title><desc id="{key}-desc">{escaped(alt)}</desc>'
