"""Nothing of a decision, of a hidden score or of a hidden town is read before its time, on any page, by anybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from programme.instructions.seance import NAMES, decide, deposited, given, juror, minutes, receipt, signatory, signed
from programme.monde import call, coordination, member, user
from pytest_django import Settings

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.models import Espace
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.instructions.avis import demander
from coeurdeville.programme.instructions.recusations import declarer
from coeurdeville.programme.models import Appel, Candidature, Courrier, Relecture

pytestmark = pytest.mark.django_db
MARK, REASON = "MOTIFSECRET", "RAISONSECRETE"
SKIPPED = ("redaction/", "dossiers/", "compte/deconnexion/", "api/")
PROGRAMME = ("/appels", "/instruction", "/jury", "/espace", "/coordination", "/experimentations", "/groupes",
             "/missions", "/saisons", "/flux", "/compte/donnees")  # fmt: skip
"""Pages that read the programme; the others do not import it."""


@pytest.fixture(autouse=True)
def donnees(tmp_path: Path, settings: Settings) -> None:
    settings.DATA = tmp_path
    settings.API_PER_MINUTE = 0


def browser(who: Utilisateur | None) -> Client:
    client = Client(raise_request_exception=True)
    if who is not None:
        client.force_login(who, "django.contrib.auth.backends.ModelBackend")
    return client


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for part in resolver.url_patterns:
        route = f"{before}{part.pattern}"
        if isinstance(part, URLPattern):
            yield route
        elif not route.startswith(SKIPPED):
            yield from routes(part, route)


def filled(route: str, words: dict[str, str]) -> str | None:
    """The address of a route that these words fill; None when one is lacking."""
    path = ""
    for part in route.split("<"):
        name, _, rest = part.partition(">")
        if not rest and ">" not in part:
            path += part
            continue
        value = words.get(name.split(":")[-1])
        if value is None:
            return None
        path += value + rest
    return None if path.startswith(SKIPPED) else f"/{path}"


def addresses(words: dict[str, str]) -> list[str]:
    found = (filled(route, words) for route in sorted(set(routes(get_resolver()))))
    return [one for one in found if one is not None]


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode("utf-8", "replace")


def words(one: Candidature, review: Relecture | None = None) -> list[dict[str, str]]:
    """What fills the addresses: numbers are those of the candidature, then of the review."""
    common = {"commune": one.commune, "code": one.commune, "slug": one.appel.slug, "rang": "1", "objet": "candidature",
              "nom": "valmorin-sur-aune"}  # fmt: skip
    numbers = [str(one.pk)] + ([str(review.pk)] if review else [])
    return [{**common, "numero": it, "pk": it, "candidature": it, "identifiant": it} for it in numbers]


def pending() -> Appel:
    """A call whose only decision waits, in signed minutes."""
    appel = call("instruction", organisateurs=["Organisme A"])
    one = deposited(appel, 1)
    for name in ("a", "b", "c"):
        given(one, name, 4, 4, 4, 4)
    decide(one, "ecarter", motif=MARK)
    signed(appel)
    Espace.objects.create(commune="00001", nom=NAMES[0])
    return appel


def test_pending_decision_is_read_by_the_jury_alone() -> None:
    appel = pending()
    one = appel.candidatures.get()
    reviewer = Relecture.objects.first()
    assert reviewer is not None
    outside = [None, user("autre"), user("a"), member(), member(Role.CORRESPONDANT), member(Role.LECTEUR)]
    leaks = []
    for who in outside:
        client, seen = browser(who), {path for told in words(one, reviewer) for path in addresses(told)}
        for path in sorted(one for one in seen if one.startswith(PROGRAMME)):
            body = read(client, path)
            if MARK in body or "non retenue" in body:
                leaks.append((str(who), path))
    assert leaks == []
    for who in (juror(appel), signatory(appel, "Organisme A")):
        assert MARK in read(browser(who), f"/jury/{appel.slug}/candidatures/{one.pk}/")


def test_public_page_says_nothing_before_the_announcement_then_everything() -> None:
    appel = call("instruction", organisateurs=["Organisme A"])
    one = deposited(appel, 1)
    decide(one, "retenir")
    signed(appel)
    before = read(browser(None), f"/appels/{appel.slug}/laureats/")
    assert "Les décisions ne sont pas annoncées" in before
    assert one.nom not in before
    franchir(appel, "annoncer", coordination())
    after = read(browser(None), f"/appels/{appel.slug}/laureats/")
    assert one.nom in after
    assert "1 ville retenue sur 1 candidature reçue" in after


def test_whoever_declared_a_link_reads_nothing_of_it_on_any_page() -> None:
    appel = call("instruction", organisateurs=["Organisme A"])
    one, other = deposited(appel, 1), deposited(appel, 2)
    sitting = juror(appel, "autre-juree")
    for each in (one, other):
        for name in ("a", "b", "c"):
            given(each, name, 4, 4, 4, 4)
        decide(each, "retenir", motif=MARK if each == one else "Bien.")
    review = given(one, "autre-juree", 1, 1, 1, 1)
    declarer(one, sitting, "Ma ville.")
    minutes(appel)
    leaks = [
        path for told in words(one, review) for path in addresses(told)
        if path.startswith(("/instruction", "/jury"))
        and (one.nom in (body := read(browser(sitting), path)) or MARK in body)
    ]  # fmt: skip
    assert leaks == []
    assert "1 candidature," in read(browser(sitting), f"/jury/{appel.slug}/")
    paper = read(browser(sitting), f"/jury/{appel.slug}/proces-verbaux/1/")
    assert "Exemplaire réduit" in paper
    assert other.nom in paper


def test_scores_and_names_of_others_are_read_after_ones_own() -> None:
    one = deposited(call("instruction"), 1)
    other = given(one, "autre", 5, 5, 5, 5)
    other.notes.update(motif=REASON)
    reading = given(one, "juree", 3, 3, 3, 3, etat="assignee")
    sitting = juror(one.appel)
    seen = {path for told in words(one, reading) for path in addresses(told) if path.startswith(PROGRAMME)}
    leaks = [path for path in sorted(seen) if REASON in read(browser(sitting), path)]
    assert leaks == []
    franchir(reading, "rendre", sitting)
    assert REASON in read(browser(sitting), f"/instruction/relectures/{reading.pk}/")


def test_anonymous_call_tells_its_reviewers_no_town() -> None:
    appel = call("instruction", anonyme=True, contact="appel@essai.example")
    one = deposited(appel, 1, "deposee", probleme_texte="À Valmorin sur Aune (00001), valmorin, tout brûle.")
    receipt(one, {**one.recepisses.last().contenu["reponses"], "services_internes": "Mairie de Valmorin-sur-Aune"})
    reading = given(one, "lectrice", etat="assignee")
    asked = demander(one, user("experte").courriel, "La méthode tient-elle ?", coordination())
    franchir(reading, "relancer", coordination())
    for who, path in (
        (reading.relecteur, "/instruction/"), (reading.relecteur, f"/instruction/relectures/{reading.pk}/"),
        (asked.expert, "/instruction/"), (asked.expert, f"/instruction/avis/{asked.pk}/"),
    ):  # fmt: skip
        body = read(browser(who), path)
        assert f"Dossier nº {one.pk}" in body
        assert not any(
            word in body for word in ("Valmorin", "valmorin", "00001", "arbres-de-la-ville", "espaces verts")
        )
    assert "[la ville]" in read(browser(reading.relecteur), f"/instruction/relectures/{reading.pk}/")
    letters = Courrier.objects.filter(destinataire__in=[reading.relecteur, asked.expert])
    assert letters.count() == 2
    assert not any("Valmorin" in one.texte + one.sujet or "00001" in one.texte for one in letters)
