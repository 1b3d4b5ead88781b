"""A version keeps what was read the day it was published."""

import pytest
from programme.cas_usage.fiches import card, published
from programme.monde import coordination, member

from coeurdeville.core.problems import Refused
from coeurdeville.programme.cas_usage.assemblage import assembler
from coeurdeville.programme.cas_usage.completude import manques
from coeurdeville.programme.cas_usage.lecture import publie, publies
from coeurdeville.programme.cas_usage.versions import contenu, difference
from coeurdeville.programme.etats.franchir import empechements, franchir
from coeurdeville.programme.models import Condition, Courrier, Effort, Objectif, Participant

pytestmark = pytest.mark.django_db


def test_records_that_change_do_not_change_a_version() -> None:
    cas = published()
    before = contenu(cas.versions.get())
    Effort.objects.update(jours=99)
    Objectif.objects.update(resultat=3)
    cas.experimentation.evaluation.methode = "Autre chose."
    cas.experimentation.evaluation.save()
    assert contenu(cas.versions.get()) == before
    assert before.effort.jours == 12


def test_next_version_tells_what_moved() -> None:
    cas = published()
    franchir(cas, "reviser", member())
    cas.prose = {"echecs": "Le paillage a été oublié."}
    cas.save()
    franchir(cas, "soumettre", member())
    Effort.objects.filter(euros=0).update(jours=15)
    franchir(cas, "publier", coordination())
    new, old = cas.versions.all()
    assert (new.numero, old.numero) == (2, 1)
    moved = difference(contenu(old), contenu(new))
    assert [(one.titre, one.retires, one.ajoutes) for one in moved] == [
        ("Ce qu’il a fallu", ("référent métier : 12\u00a0jours",), ("référent métier : 15\u00a0jours",)),
        ("Ce qui n’a pas marché", (), ("Le paillage a été oublié.",)),
    ]


def test_card_under_revision_is_read_in_its_last_version() -> None:
    cas = published()
    franchir(cas, "reviser", member())
    found = publie(cas.slug)
    assert found is not None
    assert found.version.numero == 1


def test_withdrawn_card_is_read_no_more() -> None:
    cas = published()
    franchir(cas, "retirer", coordination(), "Un chiffre était faux.")
    assert publie(cas.slug) is None
    assert not publies()


def test_complete_card_lacks_nothing() -> None:
    assert not list(manques(assembler(card())))


def test_all_that_lacks_is_told_with_where_to_write_it() -> None:
    cas = card(probleme_texte="")
    evaluation = cas.experimentation.evaluation
    evaluation.methode = " "
    evaluation.save()
    Condition.objects.all().delete()
    Participant.objects.all().delete()
    Effort.objects.all().delete()
    Objectif.objects.update(resultat=None, source="")
    found = [one.message for one in empechements(cas, "soumettre", member())]
    assert found == [
        "«\u00a0Le problème\u00a0»\u00a0: il manque le problème, dans les mots de la ville.",
        "«\u00a0La méthode\u00a0»\u00a0: il manque la méthode.",
        "«\u00a0Ce qu’il a fallu\u00a0»\u00a0: il manque l’effort\u00a0: jours et euros.",
        "«\u00a0Pour reprendre ce service\u00a0»\u00a0: il manque une condition de redéploiement.",
        "«\u00a0À qui s’adresser\u00a0»\u00a0: il manque une fonction à qui s’adresser.",
        "«\u00a0Ce qui a changé\u00a0»\u00a0: "
        "«\u00a0Jeunes arbres perdus l’été\u00a0» n’a ni résultat chiffré ni source.",
    ]
    with pytest.raises(Refused):
        franchir(cas, "soumettre", member())


def test_letters_tell_the_pair() -> None:
    cas = card()
    franchir(cas, "soumettre", member())
    franchir(cas, "renvoyer", coordination(), "Dire qui tient la carte.")
    letter = Courrier.objects.filter(modele="cas_renvoye").first()
    assert letter is not None
    assert letter.sujet == "Bruyères-lès-Aulnes\u00a0: le cas d’usage est à reprendre"
    assert "Dire qui tient la carte." in letter.texte
    franchir(cas, "soumettre", member())
    franchir(cas, "publier", coordination())
    assert Courrier.objects.filter(modele="cas_publie").count() == 2


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_cards_is_one_query(count: int, django_assert_num_queries: object) -> None:
    for rank in range(1, count + 1):
        published(f"0000{rank}", f"Ville {rank}")
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(publies()) == count


def test_cards_are_chosen_by_theme_service_and_size() -> None:
    published()
    published("00002", "Valmorin", theme="risques", service="")
    assert [one.fiche.ville for one in publies(theme="risques")] == ["Valmorin"]
    assert [one.fiche.ville for one in publies(service="patrimoine-arbore")] == ["Bruyères-lès-Aulnes"]
    assert not publies(taille="petites")
