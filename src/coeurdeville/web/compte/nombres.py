"""Fields for figures, typed as the site writes them: `1 250,50`."""

from __future__ import annotations

from typing import Any, Final

from django import forms

SIGNS: Final = str.maketrans({"\u2212": "-", ",": "."})
"""What the site writes -> what a machine reads."""


class Nombre(forms.DecimalField):
    """A figure that may have decimals; spaces of any sort and the comma are understood, and the point too."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"localize": True, "widget": forms.TextInput({"inputmode": "decimal"}), **options})

    def to_python(self, value: Any) -> Any:
        """The figure, None when nothing is typed. Raises `ValidationError` when it is none."""
        return super().to_python(_bare(value))


class Entier(forms.IntegerField):
    """A whole figure; spaces of any sort are understood."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"widget": forms.TextInput({"inputmode": "numeric"}), **options})

    def to_python(self, value: Any) -> Any:
        """The figure, None when nothing is typed. Raises `ValidationError` when it is none."""
        return super().to_python(_bare(value))


def _bare(value: Any) -> Any:
    return "".join(value.split()).translate(SIGNS) if isinstance(value, str) else value
