"""The public diagnostic of a fictional town, made once."""

from collections.abc import Mapping
from datetime import date

import pytest

from coeurdeville.demo.dossier import write_dossier
from coeurdeville.demo.town import make_town
from coeurdeville.reports.editions import establish
from coeurdeville.runs.store import Store

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of an edition."""
    folder = tmp_path_factory.mktemp("ville") / "ville"
    write_dossier(make_town(buildings=200, seed=1), folder, TODAY)
    return establish(folder, Store(tmp_path_factory.mktemp("magasin")), TODAY).files
