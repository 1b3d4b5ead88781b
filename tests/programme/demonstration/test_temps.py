"""The hour of the story is that of everything that the programme writes, and of nothing afterwards."""

from datetime import UTC, datetime

import pytest
from django.template import Context, Template
from django.utils.timezone import localdate, now

from coeurdeville.programme.demonstration.temps import le

TOLD = datetime(2022, 7, 1, 22, 30, tzinfo=UTC)


def test_everything_reads_the_hour_that_is_told() -> None:
    with le(TOLD) as when:
        assert (when, now()) == (TOLD, TOLD)
        assert localdate().isoformat() == "2022-07-02"
        told = Template('{{ quand|date:"d/m/Y H:i" }}').render(Context({"quand": datetime(2022, 7, 1, 12, tzinfo=UTC)}))
        assert told == "01/07/2022 14:00"


def test_the_present_comes_back_even_after_a_fault() -> None:
    with pytest.raises(ZeroDivisionError), le(TOLD):
        raise ZeroDivisionError
    assert now().year > 2022
    with le(TOLD):
        with le(datetime(2023, 1, 1, tzinfo=UTC)):
            assert now().year == 2023
        assert now() == TOLD
