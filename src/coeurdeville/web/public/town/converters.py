"""What an address may hold in the place of an Insee code."""

from __future__ import annotations


class InseeCode:
    """Five characters, the second also A or B; a small letter is taken, and leads to the address with a capital."""

    regex = "[0-9][0-9ABab][0-9]{3}"

    def to_python(self, value: str) -> str:
        """As it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value
