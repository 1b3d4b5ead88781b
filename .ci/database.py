"""Pytest plugin of CI: keep the tests that ask for the database, and no other.

A test asks for it by the mark `django_db` or by a fixture; one whose site is a process of its own, on SQLite, does not.
"""

from __future__ import annotations

import pytest

ON_SQLITE = "tables"
"""The fixture of a site in a process of its own: its database is a file, whatever this run is on."""


def asks(item: pytest.Item) -> bool:
    """Whether the test reads or writes the database of this run."""
    fixtures = getattr(item, "fixturenames", ())
    return ON_SQLITE not in fixtures and (item.get_closest_marker("django_db") is not None or "db" in fixtures)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the others out."""
    config.hook.pytest_deselected(items=[item for item in items if not asks(item)])
    items[:] = [item for item in items if asks(item)]
