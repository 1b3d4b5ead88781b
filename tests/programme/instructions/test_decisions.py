"""Deciding, minutes, signatures, announcing: what is asked, what is refused, what is kept."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from django.utils.timezone import localdate
from programme.instructions.seance import NAMES, decide, deposited, given, judged, juror, minutes, signatory, signed
from programme.monde import call, coordination, member, user

from coeurdeville.core.problems import Refused
from coeurdeville.programme.etats.franchir import empechements, franchir
from coeurdeville.programme.instructions.decisions import Texte, decider
from coeurdeville.programme.instructions.laureats import laureats
from coeurdeville.programme.instructions.manques import Seance
from coeurdeville.programme.instructions.proces_verbaux import etablir
from coeurdeville.programme.instructions.recusations import declarer
from coeurdeville.programme.instructions.tableau import Filtre, Tri, filtrer, rangees, trier
from coeurdeville.programme.instructions.valeur import ecarts, intact
from coeurdeville.programme.journal.ecriture import histoire
from coeurdeville.programme.models import (
    Appel,
    Candidature,
    Courrier,
    Decision,
    Evenement,
    Experimentation,
    ProcesVerbal,
    Redaction,
    Signature,
)

pytestmark = pytest.mark.django_db


def codes(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [one.code for one in caught.value.problems]


def states() -> dict[str, str]:
    return dict(Candidature.objects.values_list("nom", "etat"))


def announce(appel: Appel) -> None:
    franchir(appel, "annoncer", coordination())


# Décider


def test_decision_lacks_are_all_said() -> None:
    one = deposited(call("instruction"), 1)
    assert codes(lambda: decider(one, juror(one.appel), Texte("", " "), 0)) == [
        "decision-sans-issue", "decision-sans-motif",
    ]  # fmt: skip
    assert codes(lambda: decider(one, juror(one.appel), Texte("mettre_en_attente", "Bien."), 0)) == [
        "decision-sans-rang"
    ]
    assert not Redaction.objects.exists()


def test_only_jury_and_coordination_decide_and_never_what_they_are_linked_to() -> None:
    one = deposited(call("instruction"), 1)
    text = Texte("retenir", "Bien.")
    for other in (user("autre"), member(commune="00002"), signatory(one.appel, "Organisme A")):
        assert codes(lambda: decider(one, other, text, 0)) == ["decision-reservee"]  # noqa: B023
    declarer(one, juror(one.appel), "J’y habite.")
    assert codes(lambda: decider(one, juror(one.appel), text, 0)) == ["decision-lien"]
    assert decider(one, coordination(), text, 0).decision.version == 1


def test_two_jurors_at_once_keep_both_texts() -> None:
    one = deposited(call("instruction"), 1)
    first, second = juror(one.appel, "premiere"), juror(one.appel, "second")
    decider(one, first, Texte("retenir", "Solide."), 0)
    told = decider(one, second, Texte("ecarter", "Trop vague."), 0)
    assert (told.decision.issue, told.decision.motif, told.decision.par) == ("retenir", "Solide.", first)
    assert told.a_cote is not None
    assert (told.a_cote.motif, told.a_cote.version, told.a_cote.par) == ("Trop vague.", None, second)
    decider(one, second, Texte("ecarter", "Trop vague, nous en avons parlé."), 1)
    assert list(Redaction.objects.values_list("motif", "version")) == [
        ("Solide.", 1), ("Trop vague.", None), ("Trop vague, nous en avons parlé.", 2),
    ]  # fmt: skip
    assert Decision.objects.get().issue == "ecarter"


def test_rank_is_of_the_waiting_list_alone() -> None:
    one = deposited(call("instruction"), 1)
    assert decider(one, juror(one.appel), Texte("retenir", "Bien.", 3), 0).decision.rang is None


def test_nothing_is_decided_before_the_limit_nor_of_what_is_not_deposited() -> None:
    early, undone = deposited(call("publie"), 1), deposited(call("instruction", slug="autre"), 2, "a_completer")
    for one in (early, undone):
        assert codes(lambda: decide(one, "retenir")) == ["decision-hors-instruction"]  # noqa: B023


# La table


def test_table_sorts_by_each_column_and_says_who_has_too_few_reviews() -> None:
    appel = call("instruction", relectures_voulues=2)
    for number, values in enumerate(((5, 5), (1, 4), (3,)), 1):
        for name, value in zip("ab", values, strict=False):
            given(
                deposited(appel, number) if name == "a" else appel.candidatures.get(commune=f"0000{number}"),
                name,
                *[value] * 4,
            )
    rows = rangees(appel, juror(appel))
    assert [(one.titre, one.ligne.rang) for one in rows] == [
        ("Valmorin-sur-Aune", 1), ("Vernoise-le-Pont", 2), ("Pontcharme", None),
    ]  # fmt: skip
    orders = {
        column: [one.titre[0:2] for one in trier(rows, Tri(column, True))] for column in ("mediane", "etendue", "ville")
    }
    assert orders == {"mediane": ["Va", "Po", "Ve"], "etendue": ["Ve", "Po", "Va"], "ville": ["Ve", "Va", "Po"]}
    assert [one.titre for one in filtrer(rows, Filtre(texte="pont"))] == ["Vernoise-le-Pont", "Pontcharme"]
    assert filtrer(rows, Filtre(theme="risques")) == []


def test_juror_who_still_has_to_review_is_shown_no_score_and_no_place() -> None:
    appel = call("instruction", relectures_voulues=1, anonyme=True)
    one, other = deposited(appel, 1), deposited(appel, 2)
    given(one, "b", 5, 5, 5, 5)
    given(other, "b", 1, 1, 1, 1)
    given(one, "juree", etat="assignee")
    rows = rangees(appel, juror(appel))
    assert [(row.titre, row.a_relire) for row in trier(rows, Tri("mediane", True))] == [
        ("Vernoise-le-Pont", False), (f"Dossier nº {one.pk}", True),
    ]  # fmt: skip


@pytest.mark.parametrize("towns", [1, 3, 200])
def test_table_takes_as_many_queries(towns: int, django_assert_num_queries: Any) -> None:
    appel = call("instruction")
    for number in range(1, towns + 1):
        given(deposited(appel, number), "a", 4, 3, 2, 1)
    sitting = juror(appel)
    with django_assert_num_queries(11):
        assert len(rangees(appel, sitting)) == towns


# Le procès-verbal


def test_minutes_are_drawn_up_when_everything_is_decided() -> None:
    appel = call("instruction")
    one, other = deposited(appel, 1), deposited(appel, 2)
    deposited(appel, 3, "a_completer")
    assert codes(lambda: etablir(appel, coordination(), Seance(localdate(), []))) == [
        "proces-verbal-sans-presents", "complements-attendus", "decisions-absentes",
    ]  # fmt: skip
    decide(one, "mettre_en_attente", 1)
    decide(other, "mettre_en_attente", 1)
    appel.candidatures.filter(commune="00003").update(etat="retiree")
    assert codes(lambda: minutes(appel)) == ["rangs-en-double"]
    decide(other, "mettre_en_attente", 2)
    assert minutes(appel).rang == 1
    assert codes(lambda: minutes(appel)) == ["proces-verbal-deja-etabli"]


def test_decision_of_somebody_who_then_declared_a_link_is_written_again() -> None:
    appel = judged(("retenir",))
    one = appel.candidatures.get()
    declarer(one, juror(appel), "J’y ai travaillé.")
    assert codes(lambda: minutes(appel)) == ["decisions-de-recuses"]
    decider(one, coordination(), Texte("retenir", "Solide."), 1)
    assert minutes(appel).rang == 1


def test_minutes_say_who_sat_links_ranking_decisions_and_what_is_unlocked() -> None:
    appel = judged()
    declarer(appel.candidatures.get(commune="00003"), juror(appel, "absent"), "J’y travaille.")
    told = minutes(appel).contenu
    assert told["seance"]["le"] == localdate().isoformat()
    assert [one["nom"] for one in told["seance"]["presents"]] == ["absent@essai.example", "juree@essai.example"]
    assert told["recusations"] == [
        {"nom": "absent@essai.example", "numero": appel.candidatures.get(commune="00003").pk, "ville": "Pontcharme"}
    ]
    assert [(one["ville"], one["rang"], one["mediane"]) for one in told["classement"]] == [
        ("Valmorin-sur-Aune", 1, "4"), ("Vernoise-le-Pont", 2, "3"), ("Pontcharme", 3, "2"),
    ]  # fmt: skip
    assert [(one["ville"], one["issue"], one["rang"]) for one in told["decisions"]] == [
        ("Pontcharme", "ecarter", None), ("Valmorin-sur-Aune", "retenir", None),
        ("Vernoise-le-Pont", "mettre_en_attente", 1),
    ]  # fmt: skip
    assert [one["ville"] for one in told["portefeuille"]["seuls"]] == ["Valmorin-sur-Aune"]
    assert "J’y travaille" not in str(told)


def test_every_organisation_signs_once_and_the_last_one_concludes() -> None:
    appel = judged()
    made = minutes(appel)
    first = signatory(appel, "Organisme A")
    assert codes(lambda: franchir(made, "signer", juror(appel))) == ["geste-reserve"]
    franchir(made, "signer", first)
    assert codes(lambda: franchir(made, "signer", first)) == ["signature-deja-faite"]
    assert ProcesVerbal.objects.get().etat == "projet"
    assert codes(lambda: franchir(made, "conclure", None)) == ["signatures-incompletes"]
    franchir(made, "signer", signatory(appel, "Organisme B"))
    assert ProcesVerbal.objects.get().etat == "signe"
    assert [one.organisation for one in Signature.objects.all()] == ["Organisme A", "Organisme B"]


def test_nobody_signs_for_an_organisation_of_no_call() -> None:
    appel = judged()
    assert codes(lambda: franchir(minutes(appel), "signer", signatory(appel, "Organisme Z"))) == [
        "signature-sans-organisme"
    ]


def test_signature_outlives_the_account() -> None:
    signed(judged())
    Signature.objects.order_by("pk")[0].mandat.utilisateur.delete()  # type: ignore[union-attr]
    assert [(one.nom, one.mandat.utilisateur is None) for one in Signature.objects.order_by("pk")] == [  # type: ignore[union-attr]
        ("signe-a@essai.example", True), ("signe-b@essai.example", False),
    ]  # fmt: skip


def test_content_that_is_altered_no_longer_answers_to_its_digest() -> None:
    made = signed(judged())
    assert intact(made)
    made.contenu = copy.deepcopy(made.contenu)
    made.contenu["decisions"][0]["issue"] = "retenir"
    made.save()
    assert not intact(made)
    assert [one.code for one in empechements(made.appel, "annoncer", coordination())] == [
        "annonce-proces-verbal-altere", "annonce-decisions-changees",
    ]  # fmt: skip


def test_decision_that_changes_after_signature_stops_the_announcement_until_new_minutes() -> None:
    appel = judged()
    made = signed(appel)
    decide(appel.candidatures.get(commune="00003"), "retenir", motif="Nous avons relu.")
    assert ecarts(made) == ["Pontcharme"]
    problems = empechements(appel, "annoncer", coordination())
    assert [(one.code, one.examples) for one in problems] == [("annonce-decisions-changees", ("Pontcharme",))]
    assert codes(lambda: announce(appel)) == ["annonce-decisions-changees"]
    franchir(made, "remplacer", coordination(), "Une décision a changé.")
    signed(appel)
    announce(appel)
    assert list(ProcesVerbal.objects.values_list("rang", "etat")) == [(1, "remplace"), (2, "signe")]
    assert states()["Pontcharme"] == "retenue"


# Annoncer


def test_nothing_is_announced_without_minutes_or_signatures() -> None:
    appel = call("instruction")
    deposited(appel, 1)
    assert codes(lambda: announce(appel)) == ["decisions-absentes", "annonce-sans-proces-verbal"]
    decide(appel.candidatures.get(), "retenir")
    minutes(appel)
    assert codes(lambda: announce(appel)) == ["annonce-proces-verbal-non-signe"]
    assert set(states().values()) == {"deposee"}


def test_announcement_passes_each_by_its_verb_and_prepares_letters_to_be_read() -> None:
    appel = judged(("retenir", "mettre_en_attente", "ecarter", "classer"))
    signed(appel)
    announce(appel)
    appel.refresh_from_db()
    assert appel.etat == "decide"
    assert appel.annonce_le is not None
    assert states() == {
        "Valmorin-sur-Aune": "retenue", "Vernoise-le-Pont": "liste_attente", "Pontcharme": "non_retenue",
        "Brissancourt": "sans_suite",
    }  # fmt: skip
    letters = {one.modele: one for one in Courrier.objects.exclude(modele__in=("affectation", "recusation"))}
    assert {one.suivi for one in letters.values()} == {"a_relire"}
    assert sorted(letters) == ["liste_attente", "non_retenue", "retenue", "sans_suite"]
    assert "au rang 1" in letters["liste_attente"].texte
    assert "Motif pour Pontcharme." in letters["non_retenue"].texte
    assert "Raison de" not in "".join(one.texte for one in letters.values())
    assert Experimentation.objects.get().candidature.nom == "Valmorin-sur-Aune"
    event = histoire(appel.candidatures.get(commune="00003")).last()
    assert event is not None
    assert (event.verbe, event.motif) == ("ecarter", "Motif pour Pontcharme.")


def test_announced_call_is_not_announced_again() -> None:
    appel = judged()
    signed(appel)
    announce(appel)
    before = Evenement.objects.count()
    assert codes(lambda: announce(Appel.objects.get())) == [
        "passage-impossible",
    ]
    assert Evenement.objects.count() == before


def test_no_candidature_passes_alone_before_the_announcement() -> None:
    appel = judged()
    one = appel.candidatures.get(commune="00001")
    for verb in ("retenir", "mettre_en_attente", "ecarter", "classer"):
        assert codes(lambda: franchir(one, verb, coordination(), "Vite.")) == ["decisions-non-annoncees"]  # noqa: B023


def test_signed_minutes_that_were_announced_are_not_replaced_nor_anything_made_admissible() -> None:
    appel = judged()
    made, late = signed(appel), deposited(appel, 9, "irrecevable")
    announce(appel)
    assert codes(lambda: franchir(made, "remplacer", coordination(), "Encore.")) == ["proces-verbal-annonce"]
    assert codes(lambda: franchir(late, "rendre_recevable", coordination(), "Si.")) == ["annonce-deja-faite"]


# Les villes retenues


def test_public_list_holds_a_sentence_only_where_the_town_agreed() -> None:
    appel = call("instruction", a_retenir=2)
    for number, agreed in ((1, True), (2, False)):
        one = deposited(appel, number, phrase_publique=f"Phrase {number}.", accord_publication=agreed)
        for name in ("a", "b", "c"):
            given(one, name, 5, 5, 5, 5)
        decide(one, "retenir")
    assert laureats(appel) is None
    signed(appel)
    announce(appel)
    told = laureats(Appel.objects.get())
    assert told is not None
    assert [(one.nom, one.theme_nom, one.service_nom, one.phrase) for one in told.villes] == [
        (NAMES[0], "Adaptation au changement climatique", "Patrimoine arboré", "Phrase 1."),
        (NAMES[1], "Adaptation au changement climatique", "Patrimoine arboré", ""),
    ]  # fmt: skip
    assert told.recues == 2
