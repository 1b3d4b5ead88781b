"""The work on a file, from its bytes to its results; what is made is not made again, so that it can be resumed."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.readers.formats import Format
from coeurdeville.web.public.schemas.checking.kept import Kept
from coeurdeville.web.public.schemas.checking.mending import mend
from coeurdeville.web.public.schemas.checking.report import REPORT, write_report
from coeurdeville.web.public.schemas.checking.state import State, Step
from coeurdeville.web.public.schemas.checking.words import for_visitor

if TYPE_CHECKING:
    from coeurdeville.readers.features import Features

LOGGER = logging.getLogger("coeurdeville.verifications")
AT_ONCE = 6_000_000
"""Bytes of text, about 20 000 rows, that are checked while the visitor waits."""
PACKED = 3
"""Times that other formats are smaller than the text that they hold."""
TEXTS = frozenset({Format.CSV, Format.JSON, Format.GEOJSON, Format.OSM})
BROKEN = Kind(
    "verification-en-panne",
    "La vérification de « {name} » s’est arrêtée sur une erreur du logiciel, pas de votre fichier.",
    "L’enregistrer en CSV et recommencer ; si cela se reproduit, prévenir la personne qui tient ce site.",
)


def is_long(size: int, sort: object) -> bool:
    """Whether a file of `size` bytes is too much for a page to wait for it."""
    return size > (AT_ONCE if sort in TEXTS else AT_ONCE // PACKED)


def advance(kept: Kept) -> None:
    """Do what is left to do, up to the end or to a question for the visitor. Nothing when another process does it."""
    with kept.working() as mine:
        state = kept.state
        if not mine or state.step is not Step.TO_DO:
            return
        try:
            kept.save(_next(kept, state))
        except Refused as refused:
            kept.save(_refused(kept, refused.problems))
        except Exception:
            LOGGER.exception("the checking of a file failed")
            kept.save(_refused(kept, (BROKEN(name=state.file),)))


def _refused(kept: Kept, problems: tuple[Problem, ...]) -> State:
    return replace(kept.state, step=Step.REFUSED, problems=tuple(map(for_visitor, problems)))


def _next(kept: Kept, state: State) -> State:
    from coeurdeville.readers.listing import parts_of
    from coeurdeville.readers.read import read

    if not state.part and len(parts := parts_of(kept.original)) > 1:
        return replace(state, step=Step.SHEET, choices=parts)
    features = read(kept.original, part=state.part or None)
    if not state.schema:
        state = _recognised(features, state)
        kept.save(state)
    if state.step is Step.SCHEMA:
        return state
    if not kept.result(REPORT).is_file():
        write_report(kept, state)
    mend(kept, state, features)
    return replace(state, step=Step.DONE)


def _recognised(features: Features, state: State) -> State:
    """The state with the schema that the columns tell, else with the question."""
    from coeurdeville.schemas.matching.recognition import likenesses

    found = likenesses([str(name) for name in features.frame.columns])
    if found[0].plausible:
        return replace(state, schema=found[0].schema, recognised=True)
    return replace(state, step=Step.SCHEMA, choices=tuple(one.schema for one in found))
