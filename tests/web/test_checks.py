"""What is said of the settings of a host before they do harm."""

import pytest
from django.core.checks import run_checks
from pytest_django import Settings


@pytest.mark.parametrize(
    ("secure", "proxies", "warned"), [(True, None, True), (True, "0", False), (True, "1", False), (False, None, False)]
)
def test_https_site_that_does_not_say_its_proxies_is_warned(
    secure: bool, proxies: str | None, warned: bool, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SECURE = secure
    monkeypatch.delenv("COEURDEVILLE_MANDATAIRES", raising=False)
    if proxies is not None:
        monkeypatch.setenv("COEURDEVILLE_MANDATAIRES", proxies)
    said = [one for one in run_checks() if one.id == "coeurdeville.W001"]
    assert bool(said) is warned
    assert all("COEURDEVILLE_MANDATAIRES=1" in str(one.hint) for one in said)
