"""The minutes on paper: a copy without what somebody is linked to says nothing that the signed one contradicts."""

from typing import Any

import pytest
from programme.instructions.seance import judged, minutes

from coeurdeville.programme.instructions.papier import papier
from coeurdeville.programme.instructions.recusations import declarer
from coeurdeville.programme.models import ProcesVerbal
from coeurdeville.reports.documents import Document, Facts, Paragraph, Table

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> ProcesVerbal:
    appel = judged(("retenir", "retenir", "ecarter"))
    first = appel.candidatures.get(commune="00001")
    declarer(first, first.relectures.first().relecteur, "Ma ville.")
    return minutes(appel)


def examined(paper: Document) -> str:
    (facts,) = (one for one in paper.blocks if isinstance(one, Facts))
    return dict(facts.facts)["Candidatures examinées"]


def captions(paper: Document) -> list[str]:
    tables = [one for one in paper.blocks if isinstance(one, Table)]
    return [one.caption.replace("\u00a0", " ") for one in tables if one.caption.startswith("Candidatures")]


def said(paper: Document) -> str:
    return " ".join(str(one.text) for one in paper.blocks if isinstance(one, Paragraph))


def test_whole_copy_counts_everything(made: ProcesVerbal) -> None:
    paper = papier(made)
    assert examined(paper) == "3"
    assert captions(paper) == ["Candidatures retenues : 2", "Candidatures non retenues : 1"]


def test_reduced_copy_counts_what_was_examined_and_says_what_is_removed(made: ProcesVerbal) -> None:
    first: Any = made.appel.candidatures.get(commune="00001")
    paper = papier(made, {first.pk})
    assert examined(paper) == "3, dont 1 ôtée de cet exemplaire"
    assert captions(paper) == [
        "Candidatures retenues, dans cet exemplaire : 1", "Candidatures non retenues, dans cet exemplaire : 1",
    ]  # fmt: skip
    assert "Aucun lien n’a été déclaré avec les candidatures de cet exemplaire." in said(paper)
    assert first.nom not in str(paper)
    assert paper.footer == papier(made).footer
