"""Telephone numbers: French ones, and those of other countries with their code."""

from __future__ import annotations

import re

from coeurdeville.core.problems import Kind
from coeurdeville.schemas.rules.contract import Rule, each

PHONE = Kind(
    "phone-number-value",
    "Des valeurs de « {column} » ne sont pas des numéros de téléphone.",
    "Écrire dix chiffres (01 23 45 67 89), ou l’indicatif du pays après un signe plus (+33 1 23 45 67 89).",
)
BETWEEN = re.compile(r"[\s.\-/\u2010-\u2015]|\(0\)|[()]")
"""What is written between the figures, and the zero that is not dialled from abroad."""
FRENCH = re.compile(r"(?:0|(?:\+|00)33)[1-9][0-9]{8}")
SHORT = re.compile(r"1[578]|11[0-9]|116[0-9]{3}|118[0-9]{3}|10[0-9]{2}|3[0-9]{3}")
"""Emergency numbers, directories, and the four figures of services."""
ABROAD = re.compile(r"(?:\+|00)(?!33)[1-9][0-9]{6,14}")
"""At most fifteen figures, code of the country included (UIT-T E.164); the overseas have theirs."""


def _right(text: str) -> bool:
    figures = BETWEEN.sub("", text)
    return any(form.fullmatch(figures) for form in (FRENCH, SHORT, ABROAD))


phone_number = Rule("phone-number-value", PHONE, each(_right))
