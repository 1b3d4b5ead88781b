"""What two towns have in common, in words."""

import pytest

from coeurdeville.territories.climat import climate_zone
from coeurdeville.territories.communes import commune_of
from coeurdeville.territories.likeness import Profile, alike, band, in_common, profile_of


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (0, "moins de 2\u202f000 habitants"),
        (19_999, "10\u202f000 à 20\u202f000 habitants"),
        (20_000, "20\u202f000 à 50\u202f000 habitants"),
        (100_000, "100\u202f000 habitants et plus"),
    ],
)
def test_town_on_a_limit_is_in_the_band_above(people: int, words: str) -> None:
    assert band(people) == words


def test_traits_in_common_are_said_and_two_are_enough() -> None:
    redon = Profile(9_000, "Bretagne", "H2a")
    assert in_common(redon, Profile(5_000, "Bretagne", "H3")) == (
        "même tranche de population (5\u202f000 à 10\u202f000 habitants)",
        "même région (Bretagne)",
    )
    assert alike(redon, Profile(5_000, "Bretagne", "H3"))
    assert not alike(redon, Profile(5_000, "Corse", "H3"))


def test_what_is_not_known_is_neither_alike_nor_unlike() -> None:
    fictional = Profile(9_000)
    assert alike(fictional, Profile(6_000, "Bretagne", "H2a"))
    assert not alike(fictional, Profile(60_000, "Bretagne", "H2a"))
    assert not alike(Profile(None), Profile(None))


def test_profile_of_a_real_town() -> None:
    redon = profile_of(commune_of("35236"))
    assert (redon.region, redon.climate) == ("Bretagne", "H2a")


@pytest.mark.parametrize(
    ("code", "zone"),
    [("59350", "H1a"), ("67482", "H1b"), ("63113", "H1c"), ("44109", "H2b"), ("33063", "H2c"), ("84007", "H2d"),
     ("2A004", "H3"), ("97411", None), ("00001", None)],
)  # fmt: skip
def test_climate_zone_of_a_commune(code: str, zone: str | None) -> None:
    assert climate_zone(code) == zone


def test_every_departement_of_the_metropole_is_in_one_zone() -> None:
    codes = [f"{rank:02}" for rank in range(1, 96) if rank != 20] + ["2A", "2B"]
    assert [code for code in codes if climate_zone(code) is None] == []
