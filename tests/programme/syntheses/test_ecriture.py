"""Changing a sentence, publishing, and what changed from one version to the next."""

from collections.abc import Callable
from datetime import date

import pytest
from programme.monde import coordination
from pytest_django import Settings

from coeurdeville.core.problems import Refused
from coeurdeville.programme.etats.franchir import empechements, franchir
from coeurdeville.programme.models import Appel, Effort, Experimentation, Synthese, VersionSynthese
from coeurdeville.programme.syntheses.ecriture import appliquer, ecrire, retablir, retoucher, retouches
from coeurdeville.programme.syntheses.lecture import synthese_de, version_avant, version_publiee
from coeurdeville.programme.syntheses.papier import document
from coeurdeville.programme.syntheses.versions import chapitres, comparer
from coeurdeville.reports.documents import Paragraph, render_html, render_pdf

KEY = "generalisation.aucune"


@pytest.fixture
def synthese(appel: Appel, projets: list[Experimentation]) -> Synthese:
    return synthese_de(appel.saison)


def shown(synthese: Synthese) -> dict[str, str]:
    chapters = appliquer(ecrire(synthese.saison), retouches(synthese))
    return {one.cle: plain(one.texte) for chapter in chapters for one in chapter.phrases}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def test_sentence_is_said_otherwise_left_out_and_given_back(synthese: Synthese) -> None:
    computed = shown(synthese)[KEY]
    retoucher(synthese, KEY, "  Personne encore, et c’est tôt. ", coordination())
    assert shown(synthese)[KEY] == "Personne encore, et c’est tôt."
    retoucher(synthese, KEY, "", coordination())
    assert KEY not in shown(synthese)
    retablir(synthese, KEY)
    assert shown(synthese)[KEY] == computed
    assert refused(lambda: retoucher(synthese, "rien.du.tout", "Texte", coordination())) == ["synthese-phrase-inconnue"]


def test_words_on_figures_that_changed_keep_it_from_being_published(synthese: Synthese) -> None:
    retoucher(synthese, "effort.jours", "Une douzaine de jours.", coordination())
    assert empechements(synthese, "publier", coordination()) == []
    Effort.objects.update(jours=30)
    assert [one.code for one in empechements(synthese, "publier", coordination())] == ["synthese-retouche-depassee"]


def test_published_version_does_not_move(synthese: Synthese) -> None:
    franchir(synthese, "publier", coordination())
    assert refused(lambda: retoucher(synthese, KEY, "Trop tard", coordination())) == ["synthese-publiee"]
    Effort.objects.filter(jours__gt=0).update(jours=30)
    kept = {
        one.cle: plain(one.texte) for chapter in chapitres(VersionSynthese.objects.get()) for one in chapter.phrases
    }
    assert kept["effort.jours"] == "Les villes qui ont tenu leur carnet ont noté 12 jours-agents en médiane."

    franchir(synthese, "reviser", coordination())
    retoucher(synthese, KEY, "", coordination())
    franchir(synthese, "publier", coordination())
    last = version_publiee(synthese.saison)
    assert last is not None
    former = version_avant(last)
    assert former is not None
    changes = comparer(chapitres(former), chapitres(last))
    assert [plain(now.texte) for _, now in changes.changees] == [
        "Les villes qui ont tenu leur carnet ont noté 30 jours-agents en médiane.",
    ]
    assert [one.cle for one in changes.retirees] == [KEY]
    assert not changes.nouvelles


def test_season_without_result_is_not_published(appel: Appel) -> None:
    assert [one.code for one in empechements(synthese_de(appel.saison), "publier", coordination())] == ["synthese-vide"]


def test_paper_says_every_sentence_with_its_notes(synthese: Synthese) -> None:
    chapters = ecrire(synthese.saison)
    paper = document(synthese.saison, date(2023, 6, 13), 1, chapters)
    html = plain(render_html(paper))
    for chapter in chapters:
        for one in chapter.phrases:
            assert plain(one.texte).removesuffix(".") in html
    assert render_pdf(paper).startswith(b"%PDF-")


def test_evidence_is_found_from_the_paper_too(synthese: Synthese, settings: Settings) -> None:
    settings.ADDRESS = "https://programme.example"
    paper = document(synthese.saison, date(2023, 6, 13), 1, ecrire(synthese.saison))
    links = {proof.link for block in paper.walk() if isinstance(block, Paragraph) for proof in block.evidence}
    assert "https://programme.example/generalisation/" in links
    assert [one for one in links if one.startswith("/")] == []
