"""One small town, drawn once for all the tests of this folder."""

import pytest

from coeurdeville.demo import DemoTown, make_town


@pytest.fixture(scope="session")
def town() -> DemoTown:
    return make_town(buildings=900, seed=7)
