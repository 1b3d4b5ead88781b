"""Adding a file to the folder: received, read, entered in the inventory."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from coeurdeville.comptes.droits import MODIFIER_ESPACE
from coeurdeville.core.licences import licence
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.core.vintage import Vintage
from coeurdeville.espaces.dossiers import Dossier, dossier, enregistrer
from coeurdeville.inventory.ajout import Ajout as Added
from coeurdeville.inventory.ajout import add_file
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.fichiers import main_file
from coeurdeville.inventory.remplacement import replace_file
from coeurdeville.readers.reception import DATA, Limits, receive
from coeurdeville.web.acces import exige
from coeurdeville.web.espace.dossier.champs import titrees
from coeurdeville.web.espace.dossier.demande import membre
from coeurdeville.web.espace.dossier.formulaires import Ajout
from coeurdeville.web.espace.dossier.mots import pour_le_web
from coeurdeville.web.espace.dossier.reprise import garde_la_saisie, oublier, saisie_gardee
from coeurdeville.web.public.schemas.checking.giving import repaired_file
from coeurdeville.web.uploads import require_whole

MOST_FILES = 12
NO_FILE = Kind("envoi-sans-fichier", "Aucun fichier n’a été choisi.", "Choisir le fichier sur votre poste.")
TOO_MANY = Kind(
    "envoi-trop-de-fichiers",
    "Plus de {most} fichiers ont été choisis ensemble.",
    "En ajouter un à la fois ; plusieurs seulement pour les parties d’un Shapefile.",
)
SEVERAL = Kind(
    "envoi-plusieurs-donnees",
    "Plusieurs fichiers de données ont été choisis ensemble : {files}.",
    "En ajouter un à la fois ; plusieurs seulement pour les parties d’un Shapefile.",
)
CHECKING_GONE = Kind(
    "verification-effacee",
    "Le fichier réparé par cette vérification n’est plus là.",
    "Le vérifier de nouveau, ou envoyer le fichier réparé que vous avez téléchargé.",
)
CONSTANT_UNREADABLE = Kind(
    "valeur-commune-illisible",
    "« {line} » ne dit pas quelle colonne a quelle valeur.",
    "Écrire par exemple : scenario = moyen.",
)


@never_cache
@garde_la_saisie
@exige(MODIFIER_ESPACE)
def ajouter(request: HttpRequest, commune: str) -> HttpResponse:
    """The form of a file, then what was found in it."""
    found = dossier(commune)
    if found.ville is None:
        return redirect("espace", commune)
    if "abandonner" in request.POST:
        oublier(request)
        return redirect("espace-donnees", commune)
    kept = None if request.method == "POST" else saisie_gardee(request)
    form = Ajout(request.POST if request.method == "POST" else kept, initial={"donnee": request.GET.get("donnee", "")})
    if request.method == "POST" and form.is_valid():
        return _ajoute(request, found, form)
    return _page(request, found, form, gardee=kept is not None)


def _ajoute(request: HttpRequest, found: Dossier, form: Ajout) -> HttpResponse:
    commune, made = found.espace.commune, list[Added]()
    with tempfile.TemporaryDirectory() as folder:
        try:
            source, said = _given(request, Path(folder))
            add = _adder(form, source, _options(form.cleaned_data))
            motif = form.cleaned_data["motif"] or f"Ajout de {source.name}"
            revision = enregistrer(commune, found.base, lambda town: made.append(add(town)), membre(request), motif)
        except Refused as refused:
            for one in pour_le_web(refused.problems):
                form.add_error(None, " ".join(filter(None, (one.message, _exemples(one), one.cure))))
            return _page(request, found, form)
    oublier(request)
    context = {
        "dossier": found,
        "revision": revision,
        "inchange": revision.numero == found.base,
        "donnees": [(one, *_columns(one)) for one in made[-1].donnees],
        "problems": pour_le_web((*said, *made[-1].problems)),
    }
    return render(request, "espace/ajoute.html", context)


def _columns(donnee: Donnee) -> tuple[list[Any], list[Any]]:
    """Columns that are recognised, and those to confirm."""
    mapping = donnee.correspondance
    return titrees(donnee.couche, mapping.colonnes), titrees(donnee.couche, mapping.a_confirmer)


def _adder(form: Ajout, source: Path, options: dict[str, Any]) -> Callable[[Path], Added]:
    """What puts the file into a folder: as that of an entry, or as the first of its own."""
    entry, layer = form.cleaned_data["donnee"], form.cleaned_data["couche"]
    if entry:
        return lambda town: replace_file(town, entry, source, **options)
    return lambda town: add_file(town, source, layer or None, **options)


def _page(request: HttpRequest, found: Dossier, form: Ajout, *, gardee: bool = False) -> HttpResponse:
    entry = found.donnee(str(form["donnee"].value() or ""))
    token = request.POST.get("verification", "") or request.GET.get("verification", "")
    context = {
        "dossier": found,
        "form": form,
        "donnee": entry,
        "gardee": gardee,
        "taille": Limits().size // 1000**2,
        "verification": token,
        "repare": repaired_file(token) if token else None,
    }
    return render(request, "espace/ajouter.html", context, status=400 if form.is_bound and form.errors else 200)


def _given(request: HttpRequest, folder: Path) -> tuple[Path, tuple[Problem, ...]]:
    """The file that was sent, or the one that a checking repaired; and what was said of it."""
    token = request.POST.get("verification", "")
    if token:
        repaired = repaired_file(token)
        if repaired is None:
            raise Refused([CHECKING_GONE()])
        return Path(shutil.copy(repaired.table, folder)), ()
    require_whole(request)
    return _received(request.FILES.getlist("fichier"), folder)


def _received(files: Sequence[UploadedFile[Any]], folder: Path) -> tuple[Path, tuple[Problem, ...]]:
    """The file, its parts beside it, and what was said of them."""
    if not files or len(files) > MOST_FILES:
        raise Refused([TOO_MANY(most=MOST_FILES) if files else NO_FILE()])
    limits = Limits(accepted=DATA)
    got = [receive(one.name or "fichier", cast("BinaryIO", one), folder, limits, announced=one.size) for one in files]
    mains = sorted({main_file(one.path) for one in got})
    if len(mains) > 1:
        raise Refused([SEVERAL(files=", ".join(one.name for one in mains))])
    return mains[0], tuple(problem for one in got for problem in one.problems)


def _options(told: Mapping[str, str]) -> dict[str, Any]:
    """What the form says of the file; `Refused` for a date or a line that cannot be read."""
    constants = {}
    for line in filter(None, map(str.strip, told["constantes"].splitlines())):
        name, sign, value = line.partition("=")
        if not (sign and name.strip() and value.strip()):
            raise Refused([CONSTANT_UNREADABLE(line=line)])
        constants[name.strip()] = value.strip()
    return {
        "titre": told["titre"],
        "producteur": told["producteur"],
        "licence": licence(told["licence"]),
        "millesime": Vintage.parse(told["millesime"]),
        "feuille": told["feuille"],
        "constantes": constants,
    }


def _exemples(problem: Problem) -> str:
    return f"Par exemple\u00a0: {', '.join(problem.examples)}." if problem.examples else ""
