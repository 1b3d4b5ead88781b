"""Who was retained, as anybody may read it once it is announced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.utils.timezone import localtime

from coeurdeville.programme.candidatures.valeurs import deposees
from coeurdeville.programme.models import Candidature, Evenement
from coeurdeville.services.catalogue import all_services
from coeurdeville.services.contract.declaration import Theme

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel

SENTENCE, AGREED = "phrase_publique", "accord_publication"
"""Fields of the form: a sentence on the project, and whether it may be published."""
NEVER_JUDGED: Final = ("brouillon", "retiree")


@dataclass(frozen=True)
class Laureat:
    """A town that was retained; nothing that its pair did not agree to show."""

    commune: str
    nom: str
    theme: str
    theme_nom: str
    service: str
    """Slug; empty when it is none of the known ones."""
    service_nom: str
    phrase: str
    le: date | None
    """When it was announced; None when no passage says it."""


@dataclass(frozen=True)
class Laureats:
    """The result of a call."""

    villes: Sequence[Laureat]
    recues: int
    """Candidatures received, those that are not admissible or withdrew after being judged included."""


def laureats(appel: Appel) -> Laureats | None:
    """The result of a call; None before it is announced. Three queries at most."""
    if appel.annonce_le is None:
        return None
    towns = list(Candidature.objects.filter(appel=appel).exclude(etat__in=NEVER_JUDGED).prefetch_related("recepisses"))
    kept = [one for one in towns if one.etat == "retenue"]
    days = _days(kept)
    return Laureats([_laureat(one, days.get(one.pk)) for one in kept], len(towns))


def _days(candidatures: Sequence[Candidature]) -> Mapping[int, date]:
    """Candidature -> the day on which it was retained."""
    events = Evenement.objects.filter(objet="candidature", verbe="retenir", numero__in=[one.pk for one in candidatures])
    return {number: localtime(at).date() for number, at in events.values_list("numero", "date")}


def _laureat(candidature: Candidature, le: date | None) -> Laureat:
    said = deposees(candidature)
    service = all_services().get(said.service)
    agreed = said.par_champ.get(AGREED) is True
    return Laureat(
        candidature.commune, candidature.nom, said.theme,
        Theme(said.theme).label if said.theme in set(Theme) else "",
        said.service if service else "", service.title if service else "",
        str(said.par_champ.get(SENTENCE) or "").strip() if agreed else "", le,
    )  # fmt: skip
