"""The season and its call, with its real points and dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from coeurdeville.programme.appels.edition import enregistrer
from coeurdeville.programme.appels.ouverture import ouvrir as open_call
from coeurdeville.programme.appels.saisons import ouvrir_saison
from coeurdeville.programme.demonstration.acteurs import ORGANISMES, Acteurs
from coeurdeville.programme.demonstration.temps import instant, le
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.models import Appel, Mandat, Saison


def ouvrir(recit: Mapping[str, Any], gens: Acteurs) -> Appel:
    """The call, published a week before it opens."""
    told = dict(recit["appel"])
    opening: date = told["ouvre_le"]
    with le(instant(opening - timedelta(days=14))):
        call = open_call(_season(recit["saison"]), told["titre"], gens.coordination)
        told["ouvre_le"], told["ferme_le"] = instant(opening, 8), instant(told["ferme_le"], 23, 59)
        enregistrer(call, {**told, "presentation": told["presentation"].strip(), "cahier": told["cahier"].strip()})
        call.refresh_from_db()
        _mandates(call, gens)
    with le(instant(opening - timedelta(days=7))):
        franchir(call, "publier", gens.coordination)
    return Appel.objects.get(pk=call.pk)


def _season(told: Mapping[str, Any]) -> Saison:
    season = ouvrir_saison(told["titre"], told["numero"], told["themes"], told["debut"], told["fin"])
    Saison.objects.filter(pk=season.pk).update(slug=told["slug"])
    return Saison.objects.get(pk=season.pk)


def _mandates(call: Appel, gens: Acteurs) -> None:
    """Given without a letter: these accounts are shown by the demonstration."""
    places = [(one, Mandat.Role.RELECTEUR, ORGANISMES[n % 2]) for n, one in enumerate(gens.relecteurs)]
    places += [(one, Mandat.Role.JURY, ORGANISMES[n % 2]) for n, one in enumerate(gens.jury)]
    places += [(one, Mandat.Role.SIGNATAIRE, name) for name, one in gens.signataires.items()]
    Mandat.objects.bulk_create(
        Mandat(appel=call, utilisateur=user, role=role, organisation=name) for user, role, name in places
    )
