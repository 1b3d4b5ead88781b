"""Season 2 as it is told: every stage is there, dated as it happened, through the verbs of the programme."""

from collections import Counter
from datetime import date

from django.utils.timezone import localtime

from coeurdeville.programme.demonstration.acteurs import Acteurs
from coeurdeville.programme.demonstration.recit import raconter
from coeurdeville.programme.models import (
    Adoption,
    Appel,
    Candidature,
    CasUsage,
    Courrier,
    Evenement,
    Experimentation,
    ProcesVerbal,
    Relecture,
    VersionSynthese,
)


def test_every_stage_of_the_story_is_there(saison: Acteurs, villes: dict[str, str]) -> None:
    assert Counter(Candidature.objects.values_list("etat", flat=True)) == {
        "retenue": 6, "liste_attente": 2, "non_retenue": 2, "sans_suite": 1, "retiree": 1,
    }  # fmt: skip
    assert Counter(Relecture.objects.values_list("etat", flat=True)) == {"rendue": 33, "recusee": 1}
    assert ProcesVerbal.objects.get().etat == "signe"
    assert Counter(Experimentation.objects.values_list("etat", flat=True)) == {
        "terminee": 4, "en_cours": 1, "abandonnee": 1,
    }  # fmt: skip
    assert sorted(CasUsage.objects.values_list("etat", flat=True)) == ["publie", "publie"]
    assert Counter(Adoption.objects.values_list("etat", flat=True)) == {
        "deployee": 1, "etude": 1, "interessee": 1, "abandonnee": 1,
    }  # fmt: skip
    assert VersionSynthese.objects.get().numero == 1

    appel = Appel.objects.get()
    assert localtime(appel.ferme_le).isoformat() == "2022-04-30T23:59:00+02:00"
    assert localtime(appel.annonce_le).date() == date(2022, 10, 13)
    days = set(Evenement.objects.exclude(objet="synthese").values_list("date__year", flat=True))
    assert days == {2022, 2023, 2024, 2026}
    assert not Courrier.objects.exclude(suivi="envoye").exists()

    raconter(villes)
    assert Appel.objects.count() == 1
    assert VersionSynthese.objects.count() == 1


def test_coordination_of_the_story_writes_pages(saison: Acteurs) -> None:
    assert saison.coordination.has_perm("wagtailadmin.access_admin")
