"""What the page of a candidature says once it is deposited: complement, withdrawal, outcome."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now
from programme.candidatures.dossier import fill
from web.espace.candidatures.conftest import someone
from web.espace.candidatures.test_etapes import at

from coeurdeville.programme.candidatures.depot import deposer
from coeurdeville.programme.candidatures.ecritures import ecrire
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Appel, Candidature, Complement, Courrier, Decision, Experimentation

People = Callable[[str], Client]


def deposited(town: Candidature, etat: str = "deposee") -> Candidature:
    """Deposited; the limit is passed."""
    fill(town, someone())
    deposer(town, someone(), "deposer", now(), "a" * 16)
    Appel.objects.update(ferme_le=now() - timedelta(minutes=5))
    Candidature.objects.update(etat=etat)
    return Candidature.objects.get()


def text(people: People, town: Candidature, rest: str = "") -> str:
    return people("referent").get(at(town, rest)).content.decode()


def test_complement_names_the_answers_asked_and_closes_other_steps(people: People, town: Candidature) -> None:
    deposited(town, "a_completer")
    Complement.objects.create(
        candidature=town, demande="Préciser.", champs=["partage"], avant_le=now() + timedelta(days=2)
    )
    link = f'<a href="{at(town, "etapes/partage/")}#champ-partage">Comment la ville partagera'
    assert link in text(people, town)
    assert link in text(people, town, "relire/")
    assert ">Enregistrer</button>" in text(people, town, "etapes/partage/")
    other = text(people, town, "etapes/binome/")
    assert "Le complément demandé ne porte pas sur cette étape" in other
    assert "Enregistrer" not in other


@pytest.mark.parametrize(
    ("etat", "words"),
    [
        ("liste_attente", "en liste d’attente, au rang 2"),
        ("non_retenue", 'Les <a href="/groupes/">groupes de travail</a>'),
        ("sans_suite", 'Les <a href="/groupes/">groupes de travail</a>'),
        ("desistee", 'Les <a href="/groupes/">groupes de travail</a>'),
        ("irrecevable", "avant que les décisions soient annoncées"),
        ("deposee", "Un message annoncera la décision"),
        ("retiree", "la limite est passée"),
    ],
)
def test_each_outcome_says_what_comes_next(etat: str, words: str, people: People, town: Candidature) -> None:
    Decision.objects.create(candidature=town, issue="mettre_en_attente", motif="Une place manque.", rang=2)
    deposited(town, etat)
    assert words in text(people, town)


def test_retained_town_goes_on_to_its_experiment(people: People, town: Candidature) -> None:
    deposited(town, "retenue")
    made = Experimentation.objects.create(candidature=town, commune=town.commune, nom=town.nom, titre="Essai")
    assert f'<a href="/experimentations/{made.pk}/">' in text(people, town)


def test_taken_up_again_it_says_that_it_is_not_deposited(people: People, town: Candidature) -> None:
    fill(town, someone())
    deposer(town, someone(), "deposer", now(), "a" * 16)
    franchir(town, "retirer", someone())
    assert "la reprendre, puis la déposer de nouveau" in text(people, town)
    assert "Le dépôt a été reçu, mais il ne vaut plus" in text(people, town, "recepisses/1/")
    franchir(town, "reprendre", someone())
    for rest in ("", "relire/"):
        assert "Cette candidature n’est plus déposée." in text(people, town, rest)
    deposer(town, someone(), "deposer", now(), "b" * 16)
    assert "n’est plus déposée" not in text(people, town)


def test_withdrawn_after_the_limit_shows_no_button_that_refuses(people: People, town: Candidature) -> None:
    assert "/reprendre/" in text(people, _withdrawn(town))
    Appel.objects.update(ferme_le=now() - timedelta(minutes=5))
    assert "/reprendre/" not in text(people, town)


def test_after_the_limit_nothing_suggests_that_one_still_can(people: People, town: Candidature) -> None:
    fill(town, someone())
    deposer(town, someone(), "deposer", now(), "a" * 16)
    ecrire(Candidature.objects.get(), "partage", "Autrement.", 1, someone())
    Appel.objects.update(ferme_le=now() - timedelta(minutes=5))
    page = text(people, town)
    assert "c’est la version de ce récépissé qui est lue" in page
    assert "tant que" not in page
    assert "Relire et déposer" not in page
    again = text(people, town, "relire/")
    assert "La limite est passée&nbsp;: le dernier dépôt vaut" in again
    assert "pas encore" not in again


def test_running_clock_holds_the_sentence_that_replaces_it_whole(people: People, town: Candidature) -> None:
    page = text(people, town)
    clock = page[page.index('<p class="horloge"') :].partition("</p>")[0]
    then = clock.partition("<template>")[2].partition("</template>")[0]
    assert then.startswith("<strong>La limite est passée</strong>&nbsp;: c’était le ")
    assert "<template>" not in then


def test_step_sent_late_says_it_once_and_shows_what_was_typed(people: People, town: Candidature) -> None:
    deposited(town)
    sent = {
        "referent": "Une autre cheffe",
        "base.referent": "1",
        "correspondant": "Un autre",
        "base.correspondant": "1",
    }
    answer = people("referent").post(at(town, "etapes/binome/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 400
    summary = page[page.index('id="erreurs-titre"') :].partition("</div>")[0]
    assert summary.count("est passée") == 1
    assert "sont enregistrées" not in summary
    assert "Rien de cette étape n’est enregistré." in summary
    assert "Une autre cheffe" in page


def test_draft_after_the_limit_says_that_it_cannot_be_deposited(people: People, town: Candidature) -> None:
    Appel.objects.update(ferme_le=now() - timedelta(minutes=5))
    page = text(people, town, "relire/")
    assert "La limite est passée&nbsp;: le dossier ne peut plus être déposé" in page
    assert "pas encore" not in page


def test_receipt_says_that_it_was_read_once_decided(people: People, town: Candidature) -> None:
    deposited(town, "non_retenue")
    assert "cette version qui a été lue" in text(people, town, "recepisses/1/")


def test_whoever_deposits_sees_the_texts_of_others_that_wait(people: People, town: Candidature) -> None:
    fill(town, someone())
    ecrire(town, "partage", "Un autre texte.", 0, someone("correspondant"))
    page = text(people, town, "relire/")
    assert "Des textes attendent un choix." in page
    assert f'<a href="{at(town, "champs/partage/histoire/")}">' in page
    assert 'name="jeton"' in page
    own = people("correspondant").get(at(town, "relire/")).content.decode()
    assert "Des textes attendent un choix." not in own
    assert "Deux textes pour une même question." in own


def test_draft_says_who_reads_it_before_it_is_deposited(people: People, town: Candidature) -> None:
    for rest in ("", "etapes/binome/"):
        assert "son animateur et la coordination, et par personne d’autre" in text(people, town, rest)
    deposited(town)
    assert "par personne d’autre" not in text(people, town)


def test_letters_say_the_name_of_the_town_in_french(people: People, town: Candidature) -> None:
    Candidature.objects.update(nom="Auxerre")
    deposited(Candidature.objects.get())
    letter = Courrier.objects.filter(modele="recepisse")[0]
    assert letter.sujet.startswith("Candidature d’Auxerre\u00a0: dépôt reçu")
    assert "La candidature d’Auxerre à l’appel" in letter.texte


def _withdrawn(town: Candidature) -> Candidature:
    franchir(town, "retirer", someone())
    return town
