"""The table of articles is whole, dated, unsigned until a jurist signs; a wrong one is refused with every mistake."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Refused
from coeurdeville.inventory.demandes.article import TO_CHECK, cited
from coeurdeville.inventory.demandes.droit import articles_for, droit, read_droit
from coeurdeville.inventory.vocabulaire import Ouverture

NAMED = {
    "loi n° 2016-1321, art. 1er", "CRPA, art. L114-8", "CRPA, art. L342-2", "CRPA, art. L300-2", "CRPA, art. L311-1",
    "CRPA, art. L312-1-1", "CRPA, art. L321-1", "C. env., art. L124-1", "C. env., art. L124-2", "C. env., art. L124-3",
    "C. env., art. L124-4", "C. env., art. L124-5", "C. env., art. R124-1", "CCP, art. L3131-2", "CCP, art. L3131-3",
    "CCP, art. L3131-4", "CGCT, art. L2224-31", "CRPA, art. R311-12", "CRPA, art. R311-13", "CRPA, art. R343-1",
    "CRPA, art. L311-2", "CRPA, art. L311-4", "CRPA, art. L311-5", "CRPA, art. L311-6", "C. env., art. L411-1 A",
}  # fmt: skip
GOOD = """
[textes.env]
titre = "code de l’environnement"
sigle = "C. env."
genre = "du"

[[articles]]
cle = "env-l1"
texte = "env"
numero = "L1"
dit = "Une phrase."
usages = ["demande"]
en_vigueur_au = 2026-11-25
mention = "à vérifier"
"""


def test_every_article_of_the_requests_is_there_once() -> None:
    assert {one.reference for one in droit().values()} == NAMED


def test_nobody_has_signed_yet_and_each_says_so() -> None:
    for one in droit().values():
        assert (one.mention, one.signe_par, one.signe_le) == (TO_CHECK, "", None)
        assert one.en_vigueur_au <= date(2026, 11, 25)


def test_sentences_are_well_written(misprints: Callable[[str], list[str]]) -> None:
    for one in droit().values():
        assert one.dit.endswith(".")
        assert misprints(spaced(one.dit)) == []


@pytest.mark.parametrize("status", [one for one in Ouverture if one.fermee])
def test_each_closed_status_has_articles_of_both_codes(status: Ouverture) -> None:
    codes = {one.texte.sigle for one in articles_for(status)}
    assert codes == {"CRPA", "C. env."}


@pytest.mark.parametrize("status", [one for one in Ouverture if not one.fermee])
def test_no_article_closes_what_no_law_closes(status: Ouverture) -> None:
    assert articles_for(status) == ()


def test_property_security_and_persons_are_closed_by_their_own_articles() -> None:
    assert "crpa-l311-4" in {one.cle for one in articles_for(Ouverture.PROPRIETE)}
    assert "crpa-l311-5" in {one.cle for one in articles_for(Ouverture.SECURITE)}
    assert "crpa-l311-6" in {one.cle for one in articles_for(Ouverture.PERSONNELLES)}


def test_articles_are_cited_by_code() -> None:
    table = droit()
    some = [table["crpa-l300-2"], table["crpa-l311-1"], table["env-l124-4"]]
    assert cited(some) == (
        "articles L300-2 et L311-1 du code des relations entre le public et l’administration et "
        "article L124-4 du code de l’environnement"
    )


def test_a_signed_article_needs_no_mention() -> None:
    signed = GOOD.replace('mention = "à vérifier"', 'signe_par = "Une juriste"\nsigne_le = 2026-12-01')
    assert read_droit(signed)["env-l1"].signe_le == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ('mention = "à vérifier"', "", ["article-sans-signature"]),
        ('mention = "à vérifier"', 'signe_par = "Une juriste"', ["article-sans-signature"]),
        ('mention = "à vérifier"', 'mention = "à vérifier"\nsigne_par = "x"\nsigne_le = 2026-12-01',
         ["article-sans-signature"]),
        ('usages = ["demande"]', 'usages = ["plainte"]', ["mot-de-droit-inconnu"]),
        ('usages = ["demande"]', 'usages = ["fermeture"]', ["article-sans-statut"]),
        ('usages = ["demande"]', 'usages = ["demande"]\nferme = ["ouverte"]', ["mot-de-droit-inconnu"]),
        ('texte = "env"', 'texte = "rural"', ["mot-de-droit-inconnu"]),
        ("en_vigueur_au = 2026-11-25", "", ["cle-obligatoire"]),
        ('dit = "Une phrase."', 'dis = "Une phrase."', ["cle-obligatoire", "cle-inconnue"]),
    ],
)  # fmt: skip
def test_a_wrong_table_is_refused(old: str, new: str, codes: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        read_droit(GOOD.replace(old, new))
    assert [one.code for one in refused.value.problems] == codes


def test_all_mistakes_are_told_at_once() -> None:
    article = GOOD[GOOD.index("[[") :]
    with pytest.raises(Refused) as refused:
        read_droit(GOOD + article + re.sub("mention.*", "", article))
    assert [one.code for one in refused.value.problems] == ["article-sans-signature", "article-repete"]
