"""What a rule of coverage knows of a commune: overseas, left out, listed, fictional, never rounded up."""

import pytest

from coeurdeville.territories.coverage import COM, DROM, METROPOLE, Coverage, Known, coverage_of, zone_of


@pytest.mark.parametrize(
    ("commune", "zone"),
    [("02691", METROPOLE), ("2A004", METROPOLE), ("97411", DROM), ("97610", DROM), ("97502", COM), ("97701", COM),
     ("98818", COM), ("00001", "")],
)  # fmt: skip
def test_zone_is_read_in_the_code(commune: str, zone: str) -> None:
    assert zone_of(commune) == zone


WHOLE = Coverage()
LISTED = Coverage((METROPOLE,), whole=False, communes=("13004",), lacking="la liste des communes")
BUT_GUYANE = Coverage(left_out=("973", "02691"))
KNOWN = Coverage((METROPOLE,), whole=False, known_departements=("13", "2A"), lacking="les autres éditions")
SOME = Coverage((METROPOLE,), departements=("35", "56"))


@pytest.mark.parametrize(
    ("rule", "commune", "known"),
    [
        (WHOLE, "02691", Known.YES),
        (WHOLE, "97411", Known.YES),
        (WHOLE, "98818", Known.NO),
        (WHOLE, "00001", Known.NO),
        (LISTED, "13004", Known.YES),
        (LISTED, "02691", Known.NOT_SAID),
        (LISTED, "97411", Known.NO),
        (BUT_GUYANE, "97302", Known.NO),
        (BUT_GUYANE, "02691", Known.NO),
        (BUT_GUYANE, "97209", Known.YES),
        (KNOWN, "13004", Known.YES),
        (KNOWN, "2A004", Known.YES),
        (KNOWN, "2B033", Known.NOT_SAID),
        (KNOWN, "02691", Known.NOT_SAID),
        (KNOWN, "97411", Known.NO),
        (SOME, "35236", Known.YES),
        (SOME, "02691", Known.NO),
    ],
)
def test_rule_tells_yes_no_or_not_said(rule: Coverage, commune: str, known: Known) -> None:
    assert rule.of(commune) is known


def test_a_rule_that_is_not_whole_says_what_would_tell() -> None:
    with pytest.raises(TypeError, match="lacking"):
        Coverage(whole=False)
    with pytest.raises(TypeError, match="lacking"):
        Coverage(lacking="une liste")
    with pytest.raises(TypeError, match="one by one"):
        Coverage(communes=("02691",))
    with pytest.raises(TypeError, match="one by one"):
        Coverage(known_departements=("02",))
    with pytest.raises(TypeError, match="lune"):
        Coverage(("lune",))


def test_rule_is_read_from_toml() -> None:
    told = {"zones": ["metropole"], "partout": False, "communes": ["13004"], "il_manque": "la liste des communes"}
    assert coverage_of(told) == LISTED
    told = {"zones": ["metropole"], "partout": False, "departements_connus": ["13", "2A"],
            "il_manque": "les autres éditions"}  # fmt: skip
    assert coverage_of(told) == KNOWN
    assert coverage_of({}) == WHOLE
    with pytest.raises(TypeError, match="zone"):
        coverage_of({"zone": ["metropole"]})
