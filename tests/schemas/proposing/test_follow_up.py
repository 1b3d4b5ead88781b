"""The way of a schema to the Socle commun."""

from datetime import date

import pytest

from coeurdeville.schemas.proposing.follow_up import Line, Step, follow_up_text, read_follow_up

FIRST = Line(Step.INVESTIGATION, date(2026, 11, 25), "Ville de Valombre", "verifications.md", "Avec deux villes")


def entry(step: str, day: str, more: str = 'auteur = "a"\npreuve = "b"') -> str:
    return f'[[etapes]]\netape = "{step}"\ndate = {day}\n{more}\n'


def faults(text: str) -> list[str]:
    return [one.message for one in read_follow_up(text).problems]


def test_what_is_written_is_read_back() -> None:
    found = read_follow_up(follow_up_text((FIRST, Line(Step.REFUSAL, date(2027, 1, 2), "x", "https://x.example"))))
    assert not found.problems
    assert found.lines[0] == FIRST
    assert found.step is Step.REFUSAL


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "aucune étape"),
        ("= 1", "TOML"),
        (entry("idee", "2026-01-01"), "idee"),
        (entry("investigation", '"hier"'), "date"),
        (entry("investigation", "2026-01-01", 'auteur = "a"'), "preuve"),
        (entry("investigation", "2026-02-01") + entry("concertation", "2026-01-01"), "datée d’avant"),
        (entry("investigation", "2026-01-01") + entry("publication", "2026-02-01"), "sans"),
        ('etapes = ["investigation"]', "n’est pas écrite"),
    ],
)
def test_faults_are_said(text: str, said: str) -> None:
    assert any(said in one for one in faults(text)), faults(text)


def test_all_faults_are_said_at_once() -> None:
    assert len(faults(entry("idee", '"hier"', ""))) == 4


def test_after_a_refusal_the_way_starts_again() -> None:
    steps = (entry("investigation", "2026-01-01"), entry("refus", "2026-02-01"), entry("investigation", "2026-03-01"))
    assert not faults("".join(steps))


def test_a_step_may_be_taken_again() -> None:
    assert not faults(entry("investigation", "2026-01-01") + entry("investigation", "2026-02-01"))
