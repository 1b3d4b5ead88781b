"""What minutes are worth: which ones hold, whether they are intact, whether they say what is decided now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from coeurdeville.programme.instructions.contenu import decisions
from coeurdeville.programme.models import Appel, Evenement, ProcesVerbal

VALID: Final = ("projet", "signe")


def courant(appel: Appel) -> ProcesVerbal | None:
    """The minutes that hold: the last ones that were not replaced."""
    return appel.proces_verbaux.filter(etat__in=VALID).last()


def complementaire(minutes: ProcesVerbal) -> bool:
    """Whether they were drawn up after the announcement, of the waiting list."""
    return "annonce_du" in minutes.contenu


def appliquee(minutes: ProcesVerbal) -> bool:
    """Whether a decision of complementary minutes was announced."""
    towns, issues = zip(*((one["numero"], one["issue"]) for one in minutes.contenu["decisions"]), strict=True)
    done = Evenement.objects.filter(objet="candidature", numero__in=towns, verbe__in=issues)
    return done.filter(date__gte=minutes.etabli_le).exists()


def attendu(minutes: ProcesVerbal | None) -> bool:
    """Whether complementary minutes have still to be signed or announced."""
    return minutes is not None and complementaire(minutes) and not appliquee(minutes)


def empreinte(told: Mapping[str, Any]) -> str:
    """sha256 of the content, written with sorted keys and without spaces, in UTF-8."""
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def intact(minutes: ProcesVerbal) -> bool:
    """Whether the content, and every signature, still answer to the digest."""
    signed = minutes.signatures.exclude(empreinte=minutes.empreinte).exists()
    return empreinte(minutes.contenu) == minutes.empreinte and not signed


def ecarts(minutes: ProcesVerbal) -> list[str]:
    """Towns of which what is decided now is not what the minutes say."""
    then = {one["numero"]: one for one in minutes.contenu["decisions"]}
    now = {one["numero"]: one for one in decisions(minutes.appel)}
    return sorted(
        (now.get(key) or then[key])["ville"] for key in then.keys() | now.keys() if then.get(key) != now.get(key)
    )
