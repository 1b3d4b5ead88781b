"""What is said once a diagnostic is written, at one and at several services."""

import pytest

from coeurdeville.cli.diagnosing import _counted


@pytest.mark.parametrize(
    ("done", "computed", "said"),
    [
        (0, 0, "0 service sur 4 a un résultat (0 calculé à l’instant)."),
        (1, 1, "1 service sur 4 a un résultat (1 calculé à l’instant)."),
        (3, 2, "3 services sur 4 ont un résultat (2 calculés à l’instant)."),
    ],
)
def test_counts_agree(done: int, computed: int, said: str) -> None:
    assert _counted(done, 4, computed).replace("\u00a0", " ") == said
