"""The forms that texts of an address must have, each with what is said to whoever writes another."""

from __future__ import annotations

SIDE = r"-?[0-9]{1,3}(\.[0-9]{1,12})?"
COMMUNE = r"^[0-9][0-9AB][0-9]{3}$"
EDITION = r"^(derniere|[0-9]{4}-[0-9]{2}-[0-9]{2}(-[1-9][0-9]{0,5})?)$"
RECTANGLE = rf"^{SIDE}(,{SIDE}){{3}}$"
WORDS = {
    COMMUNE: "un code Insee de cinq caractères, comme 02691 ou 2A004",
    EDITION: "un jour, comme 2026-11-25, ou « derniere »",
    RECTANGLE: "quatre nombres séparés par des virgules : ouest, sud, est, nord, en degrés",
}
