"""The mapping of a checked file and its correction, the repaired file, the package to publish."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from coeurdeville.core.problems import Problem, Refused
from coeurdeville.schemas.catalogue import schema
from coeurdeville.schemas.mapping.correspondance import Correspondance
from coeurdeville.web.public.schemas.checking.beginning import go_on
from coeurdeville.web.public.schemas.checking.columns import mapping_form
from coeurdeville.web.public.schemas.checking.correction import corrected
from coeurdeville.web.public.schemas.checking.frame import frame
from coeurdeville.web.public.schemas.checking.kept import Kept
from coeurdeville.web.public.schemas.checking.mending import OUTCOME, PROPOSAL, keep_mapping, mapping_of
from coeurdeville.web.public.schemas.checking.opening import opened
from coeurdeville.web.public.schemas.checking.outcome import outcome_of
from coeurdeville.web.public.schemas.checking.packing import ASKED, PACKAGE, pack
from coeurdeville.web.public.schemas.checking.spaces import spaces_of
from coeurdeville.web.public.schemas.checking.state import Step, problem
from coeurdeville.web.public.schemas.checking.views import long_work
from coeurdeville.web.public.schemas.checking.words import for_visitor


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def columns(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    """Which column makes which field; corrected, it leads to the repaired file."""
    if kept.state.step is not Step.DONE:
        return redirect("verification-resultat", kept.token)
    former = mapping_of(kept)
    if request.method != "POST":
        return _form(request, kept, former.mapping, ())
    described = schema(kept.state.schema).schema
    told = corrected(request.POST, described, kept.told(PROPOSAL), former.mapping)
    if told.problems:
        return _form(request, kept, told.mapping, told.problems)
    keep_mapping(kept, replace(former, mapping=told.mapping))
    kept.result(PACKAGE).unlink(missing_ok=True)
    kept.save(replace(kept.state, step=Step.TO_DO))
    go_on(kept, long=long_work(kept))
    return redirect("verification-repare", kept.token)


def _form(
    request: HttpRequest, kept: Kept, mapping: Correspondance, problems: tuple[tuple[str, Problem], ...]
) -> HttpResponse:
    state, told = kept.state, kept.told(PROPOSAL)
    context = {
        **frame(kept, state, "verification-colonnes"),
        "form": mapping_form(schema(state.schema).schema, told, mapping, state.commune),
        "remarks": tuple(map(for_visitor, map(problem, told["remarques"]))),
        "notes": [f"{one.message} {one.cure}" for one in map(for_visitor, map(problem, told["notes"]))],
        "problems": problems,
    }
    return render(request, "schemas/colonnes.html", context, status=400 if problems else 200)


@require_safe
@opened
def repaired(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    """The repaired file: what is kept, set apart, changed, left out; downloads."""
    state = kept.state
    told: dict[str, Any] | None = kept.told(OUTCOME)
    if state.step is not Step.DONE or told is None:
        return redirect("verification-resultat", kept.token)
    outcome = outcome_of(kept, state, told)
    context = {**frame(kept, state, "verification-repare"), "outcome": outcome, "spaces": spaces_of(request.user)}
    return render(request, "schemas/repare.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def package(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    """What must be said of the dataset, then its package."""
    state, told = kept.state, kept.told(OUTCOME)
    if state.step is not Step.DONE or not told or not told.get("lignes"):
        return redirect("verification-resultat", kept.token)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            pack(kept, request.POST)
        except Refused as refused:
            problems = refused.problems
        else:
            return redirect("verification-fichier", kept.token, PACKAGE)
    asked = [(one, request.POST.get(one.name, "")) for one in ASKED]
    context = {**frame(kept, state, "verification-repare"), "asked": asked, "problems": problems}
    return render(request, "schemas/paquet.html", context, status=400 if problems else 200)
