"""Pieces of `diagnostic.json`: origins, confidence, words of a page; each key is told in docs/format_diagnostic.md."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from coeurdeville.core.finding import Finding
from coeurdeville.core.licences import Licence
from coeurdeville.core.problems import Problem
from coeurdeville.core.provenance import Origin
from coeurdeville.core.vintage import Vintage
from coeurdeville.services.contract.declaration import Param
from coeurdeville.services.contract.page import Bars, KeyFigure, ObjectMap, Page, ZoneMap

Json = dict[str, Any]


def licence(one: Licence) -> Json:
    """A licence."""
    return {"code": one.key, "titre": one.title, "ouverte": one.open}


def vintage(one: Vintage | None) -> Json | None:
    """First and last day that data describe; None when they are not dated."""
    return None if one is None else {"debut": one.start.isoformat(), "fin": one.end.isoformat()}


def origin(one: Origin) -> Json:
    """Where a layer comes from and what was supposed of it."""
    return {
        "titre": one.title,
        "producteur": one.producer or None,
        "millesime": vintage(one.vintage),
        "licence": licence(one.licence),
        "page": one.page or None,
        "objets_lus": one.read,
        "objets_gardes": one.kept,
        "part_estimee": one.imputed,
        "hypotheses": list(one.assumptions),
        "remplace_une_absente": one.proxy,
    }


def problem(one: Problem) -> Json:
    """What the reading of a file had to say."""
    return {
        "code": one.code,
        "niveau": str(one.level),
        "message": one.message,
        "remede": one.cure,
        "nombre": one.count,
        "exemples": list(one.examples),
    }


def parameter(name: str, param: Param, value: Any) -> Json:
    """A parameter and the value it had."""
    plain = value.isoformat() if isinstance(value, date) else value
    return {"nom": name, "titre": param.title, "unite": param.unit, "valeur": plain}


def page(one: Page) -> Json:
    """The words of a service's page, and what its drawings show."""
    return {
        "question": one.question,
        "reponse": one.answer,
        "en_bref": findings(one.brief),
        "chiffres_cles": [_key_figure(key) for key in one.keys],
        "graphique": None if one.chart is None else _bars(one.chart),
        "carte": None if one.map is None else _map(one.map),
        "leviers": findings(one.levers),
        "inconnues": findings(one.unknowns),
        "methodes": findings(one.methods),
    }


def findings(ones: Iterable[Finding]) -> list[Json]:
    """Sentences, each with what it rests on."""
    return [{"phrase": one.answer, "detail": one.detail} for one in ones]


def _key_figure(one: KeyFigure) -> Json:
    return {"texte": one.value, "unite": one.unit, "contexte": one.context}


def _bars(one: Bars) -> Json:
    bars = [{"libelle": bar.label, "valeur": bar.value, "signalee": bar.told} for bar in one.bars]
    return {"titre": one.title, "unite": one.unit, "repere": one.reference, "barres": bars, "lecture": one.note}


def _map(one: ZoneMap | ObjectMap) -> Json:
    return {
        "titre": one.title,
        "mesure": one.classes.title,
        "limites": list(one.classes.limits),
        "classes": list(one.classes.words),
        "zonage": one.zoning if isinstance(one, ZoneMap) else None,
        "tableau": {
            "titre": one.table.caption,
            "colonnes": [column.label for column in one.table.columns],
            "lignes": [list(row) for row in one.table.rows],
        },
        "lecture": one.note,
    }
