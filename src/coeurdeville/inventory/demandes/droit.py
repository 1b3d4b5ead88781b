"""The table of articles, `inventory/droit.toml`, read and checked whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.inventory.demandes.article import USAGES, Article, Texte
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.schemas.mapping.toml_table import Table
from coeurdeville.schemas.mapping.toml_text import load_toml

FILE = Path(__file__).parents[1] / "droit.toml"
CLOSING = "fermeture"
CLOSED = tuple(str(one) for one in Ouverture if one.fermee)

ARTICLE_TWICE = Kind("article-repete", "L’article « {key} » est écrit plusieurs fois.", "N’en garder qu’un.")
ARTICLE_UNSIGNED = Kind(
    "article-sans-signature",
    "{where} : il faut la mention « à vérifier », ou bien « signe_par » et « signe_le » ensemble.",
    "Remettre la mention, ou compléter la signature.",
)
ARTICLE_CLOSES = Kind(
    "article-sans-statut",
    "{where} : un article qui sert à fermer un statut dit lequel sous « ferme », et lui seul.",
    "Accorder « usages » et « ferme ».",
)
WORD_UNKNOWN = Kind("mot-de-droit-inconnu", "{where} : « {word} » n’est pas connu.", "Écrire l’un de : {known}.")


@cache
def droit() -> Mapping[str, Article]:
    """Key -> article, in the order of the table.

    Raises
    ------
    Refused
        With every mistake of the table.
    """
    return MappingProxyType(read_droit(FILE.read_text(encoding="utf-8")))


def articles_for(ouverture: Ouverture) -> tuple[Article, ...]:
    """The articles that may close data under this status; none for a status that no law closes."""
    return tuple(one for one in droit().values() if ouverture in one.ferme)


def read_droit(text: str, file: str = FILE.name) -> dict[str, Article]:
    """Key -> article of a table written as `droit.toml`; raises as `droit`."""
    problems: list[Problem] = []
    document = Table(load_toml(text, file), file, problems)
    inner = document.table("textes")
    texts = {name: _text(inner.table(name)) for name in list(inner.left)}
    found = [_article(table, texts) for table in document.tables("articles")]
    document.close()
    keys = [one.cle for one in found]
    problems.extend(ARTICLE_TWICE(key=key) for key in sorted(set(keys)) if key and keys.count(key) > 1)
    if problems:
        raise Refused(problems)
    return {one.cle: one for one in found}


def _text(table: Table) -> Texte:
    made = Texte(*(table.text(key, required=True) for key in ("titre", "sigle", "genre")))
    table.close()
    return made


def _article(table: Table, texts: Mapping[str, Texte]) -> Article:
    key = table.text("cle", required=True)
    table.where += f" (« {key} »)"
    name = table.text("texte", required=True)
    made = Article(
        key,
        texts.get(name, Texte("", "", "")),
        table.text("numero", required=True),
        table.text("dit", required=True),
        _words(table, "usages", USAGES),
        table.take("en_vigueur_au", date, required=True) or date.min,
        tuple(Ouverture(one) for one in _words(table, "ferme", CLOSED)),
        table.text("mention"),
        table.text("signe_par"),
        table.take("signe_le", date),
    )
    table.close()
    if name and name not in texts:
        table.problems.append(WORD_UNKNOWN(where=table.where, word=name, known=", ".join(texts)))
    _check(made, table)
    return made


def _words(table: Table, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a list that are known; the others are said."""
    given = table.texts(key)
    wrong = [one for one in given if one not in known]
    table.problems.extend(WORD_UNKNOWN(where=table.where, word=one, known=", ".join(known)) for one in wrong)
    return tuple(one for one in given if one in known)


def _check(article: Article, table: Table) -> None:
    """That an article is either signed or said to be unsigned, and that it closes what it says."""
    signed = bool(article.signe_par) and article.signe_le is not None
    half = bool(article.signe_par) != (article.signe_le is not None)
    if half or signed == bool(article.mention):
        table.problems.append(ARTICLE_UNSIGNED(where=table.where))
    if (CLOSING in article.usages) != bool(article.ferme):
        table.problems.append(ARTICLE_CLOSES(where=table.where))
