"""By which list of the programme a call is judged, and where it is said."""

from datetime import date
from typing import Any

import pytest
from programme.monde import call

from coeurdeville.core.problems import Refused
from coeurdeville.programme.appels.cahier import cahier
from coeurdeville.programme.appels.dispositif_aide import dispositif_aide
from coeurdeville.programme.appels.villes import appartenance, eligibles
from coeurdeville.programme.candidatures.ouverture import ouvrir
from coeurdeville.reports.documents import Facts

pytestmark = pytest.mark.django_db
OLDEST = "au 14/02/2022, sur la liste d’avril 2024, la plus ancienne que le site connaisse"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"perimetre": "programme", "eligibles_au": date(2022, 2, 14)}, OLDEST),
        ({"perimetre": "Programme, 02", "eligibles_au": date(2026, 1, 1)}, "au 01/01/2026, sur la liste d’avril 2024"),
        ({"perimetre": "02", "eligibles_au": date(2022, 2, 14)}, "au 14/02/2022"),
        ({"perimetre": "programme"}, ""),
    ],
)
def test_the_list_is_named_when_the_programme_is_what_counts(fields: dict[str, Any], said: str) -> None:
    assert appartenance(call(**fields)) == said


def test_everything_that_tells_the_call_names_the_list() -> None:
    appel = call(perimetre="programme", eligibles_au=date(2022, 2, 14))
    assert len(eligibles(appel).codes) == 244
    facts = next(one for one in cahier(appel).blocks if isinstance(one, Facts))
    assert ("Appartenance au programme", f"appréciée {OLDEST}") in facts.facts
    assert OLDEST in dispositif_aide(appel)["eligibilite"]
    with pytest.raises(Refused) as refused:
        ouvrir(appel, "02100", None, nom="Laon")
    assert OLDEST in refused.value.problems[0].message
