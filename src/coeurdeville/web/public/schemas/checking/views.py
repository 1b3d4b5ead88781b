"""Sending a file, then the page of its checking."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coeurdeville.comptes.cadence import wait_of
from coeurdeville.core.problems import Problem, Refused
from coeurdeville.readers.reception.faults import DISK_FULL, TOO_LARGE, weight
from coeurdeville.schemas.catalogue import schema, schema_titles
from coeurdeville.web.public.schemas.checking.advice import advice
from coeurdeville.web.public.schemas.checking.beginning import TABLES, begin, chosen_schema, go_on, named_commune
from coeurdeville.web.public.schemas.checking.downloads import download
from coeurdeville.web.public.schemas.checking.frame import frame, titles
from coeurdeville.web.public.schemas.checking.kept import HOURS, Kept
from coeurdeville.web.public.schemas.checking.opening import opened
from coeurdeville.web.public.schemas.checking.queue import ask_again_if_dropped
from coeurdeville.web.public.schemas.checking.report import PIECES, VERDICT
from coeurdeville.web.public.schemas.checking.state import State, Step
from coeurdeville.web.public.schemas.checking.steps import is_long
from coeurdeville.web.uploads import LAST

TITLE = "Vérifier un fichier"
SUMMARY = "Déposer un fichier, savoir s’il respecte un schéma de données, et le récupérer réparé. Sans compte."
STATUSES = {TOO_LARGE.code: 413, DISK_FULL.code: 507}
"""Code of a problem -> status of the answer; the others are 400."""
CONTROLS = {"commune-inconnue": "commune", "commune-ambigue": "commune", "verification-schema-inconnu": "schema"}
"""Code of a problem -> control of the form where it is; the others are of the file."""


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest) -> HttpResponseBase:
    """The form; its sending leads to an address that the visitor alone has."""
    if request.method != "POST":
        return _form(request, (), 200)
    wait = wait_of(request, "verifier", settings.CHECKS_PER_HOUR, 3600)
    if wait:
        minutes = -(-wait // 60)
        response = render(request, "schemas/trop.html", {"page_title": TITLE, "minutes": minutes}, status=429)
        response["Retry-After"] = str(wait)
        return response
    try:
        kept = begin(request)
    except Refused as refused:
        status = max(STATUSES.get(one.code, 400) for one in refused.problems)
        return _form(request, refused.problems, status)
    return redirect("verification-resultat", kept.token)


def _form(request: HttpRequest, problems: tuple[Problem, ...], status: int) -> HttpResponse:
    asked = request.POST.get("schema", "") or request.GET.get("schema", "")
    context = {
        "page_title": TITLE,
        "page_summary": SUMMARY,
        "problems": [(CONTROLS.get(one.code, "fichier"), one) for one in problems],
        "schemas": schema_titles().items(),
        "asked": asked,
        "commune": request.POST.get("commune", ""),
        "limit": weight(TABLES.size),
        "hours": HOURS,
        "last": LAST,
    }
    return render(request, "schemas/verifier.html", context, status=status)


@require_safe
@opened
def result(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    """Where the checking is: the report, a question, a refusal, or a page that loads itself again."""
    state = kept.state
    context = frame(kept, state)
    match state.step:
        case Step.TO_DO:
            return _waiting(request, kept, context)
        case Step.REFUSED:
            return render(request, "schemas/refus.html", context, status=422)
        case Step.SHEET | Step.SCHEMA:
            choices = titles(state.choices) if state.step is Step.SCHEMA else [(one, one) for one in state.choices]
            return render(request, "schemas/choisir.html", {**context, "choices": choices})
    pieces = mark_safe(kept.result(PIECES).read_text("utf-8"))
    advised = advice(kept.told(VERDICT), schema(state.schema).schema.names)
    return render(
        request, "schemas/rapport.html",
        {**context, "pieces": pieces, "advice": advised, "schemas": schema_titles().items()},
    )  # fmt: skip


def _waiting(request: HttpRequest, kept: Kept, context: dict[str, Any]) -> HttpResponse:
    ask_again_if_dropped(kept)
    response = render(request, "schemas/attente.html", context, status=202)
    response["Refresh"] = "3"
    return response


@require_POST
@opened
def choose(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    """What the visitor answers or changes: sheet, schema, commune; the checking starts again from there."""
    state, problems = kept.state, list[Problem]()
    schema = chosen_schema(request.POST.get("schema", state.schema), problems)
    commune = named_commune(request.POST["commune"], problems) if "commune" in request.POST else state.commune
    part = request.POST.get("feuille", state.part)
    if problems:
        wrong = {"wrong": [(CONTROLS.get(one.code, "schema"), one) for one in problems], "asked": request.POST}
        return render(request, "schemas/changer.html", {**frame(kept, state), **wrong,
                      "schemas": schema_titles().items()}, status=400)  # fmt: skip
    kept.start_again(_answered(state, schema, commune, part))
    go_on(kept, long=long_work(kept))
    return redirect("verification-resultat", kept.token)


def _answered(state: State, schema: str, commune: str, part: str) -> State:
    known = state.step is not Step.SHEET or part in state.choices
    kept_part = part if known else ""
    told = bool(schema) and schema == state.schema and state.recognised
    return replace(state, step=Step.TO_DO, schema=schema, recognised=told, commune=commune, part=kept_part, choices=(),
                   problems=())  # fmt: skip


def long_work(kept: Kept) -> bool:
    """Whether the work on a file is the worker’s."""
    from coeurdeville.readers.read import recognised

    return is_long(kept.original.stat().st_size, recognised(kept.original))


@require_POST
@opened
def delete(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    """Remove the file and its results before their time."""
    kept.delete()
    return render(request, "schemas/effacee.html", {"page_title": "Vérification effacée", "done": True})


@require_safe
@opened
def file(request: HttpRequest, kept: Kept, name: str) -> HttpResponseBase:
    """One result, to be saved."""
    found = download(kept, name)
    if found is None:
        raise Http404
    return FileResponse(Path(found.path).open("rb"), as_attachment=True, filename=found.called,
                        content_type=found.content_type)  # fmt: skip
