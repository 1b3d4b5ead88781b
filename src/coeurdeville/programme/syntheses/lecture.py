"""Reading syntheses."""

from __future__ import annotations

from collections.abc import Sequence

from coeurdeville.programme.journal.ecriture import naitre
from coeurdeville.programme.models import Saison, Synthese, VersionSynthese


def saison_de(slug: str) -> Saison | None:
    """A season by its name."""
    return Saison.objects.filter(slug=slug).first()


def synthese_de(saison: Saison) -> Synthese:
    """The synthesis of a season, made the first time that it is asked for."""
    found, made = Synthese.objects.select_related("saison").get_or_create(saison=saison)
    if made:
        naitre(found, None)
    return found


def versions_publiees(saison: Saison) -> Sequence[VersionSynthese]:
    """Published versions, the newest first. One query."""
    return list(VersionSynthese.objects.filter(synthese__saison=saison))


def publiees(saison: Saison | None = None) -> Sequence[Saison]:
    """Seasons whose synthesis was published, the newest first; only this one when it is given. One query."""
    found = Saison.objects.filter(synthese__versions__isnull=False).distinct()
    return list(found if saison is None else found.filter(pk=saison.pk))


def version_publiee(saison: Saison, numero: int | None = None) -> VersionSynthese | None:
    """A version by its number; the last one without."""
    found = VersionSynthese.objects.filter(synthese__saison=saison)
    return (found if numero is None else found.filter(numero=numero)).first()


def version_avant(version: VersionSynthese) -> VersionSynthese | None:
    """The version published before another one."""
    return VersionSynthese.objects.filter(synthese=version.synthese_id, numero__lt=version.numero).first()
