"""Working groups, resources, and the towns that take a service up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coeurdeville.espaces.ouverts import espace_de
from coeurdeville.programme.adoptions.offres import offrir
from coeurdeville.programme.adoptions.ouverture import vouloir
from coeurdeville.programme.demonstration.acteurs import Acteurs
from coeurdeville.programme.demonstration.temps import instant, le
from coeurdeville.programme.etats.franchir import franchir
from coeurdeville.programme.groupes.adhesions import rejoindre
from coeurdeville.programme.groupes.ecriture import garder, ouvrir
from coeurdeville.programme.groupes.ressources import proposer
from coeurdeville.programme.models import Accord, Appel, CasUsage, Groupe, Ressource, Reunion

Recit = Mapping[str, Any]


def generaliser(appel: Appel, recit: Recit, gens: Acteurs) -> None:
    """Groups of the season, then adoptions, then what the animateur offered."""
    for told in recit["groupes"]:
        _group(appel, told, gens)
    for told in recit["ressources"]:
        _resource(appel, told, gens)
    for told in recit["adoptions"]:
        _adoption(appel, told, gens)
    _offer(appel, recit["offre"], gens)


def _group(appel: Appel, told: Recit, gens: Acteurs) -> None:
    with le(instant(told["reunion"], 14)) as when:
        made = ouvrir(
            Groupe(saison=appel.saison, titre=told["titre"], theme=told["theme"], presentation=told["presentation"])
        )
        for code in told["villes"]:
            rejoindre(made, code, gens.binomes[code])
        meeting = Reunion(
            groupe=made, le=when, lieu=told["lieu"], ordre_du_jour=told["ordre_du_jour"],
            compte_rendu=told["compte_rendu"],
        )  # fmt: skip
        garder(meeting, gens.coordination)


def _resource(appel: Appel, told: Recit, gens: Acteurs) -> None:
    fields = {
        key: told[key] for key in ("titre", "genre", "resume", "auteur", "licence", "version", "datee_du", "adresse")
    }
    group = Groupe.objects.get(slug=told["groupe"])
    with le(instant(told["datee_du"])):
        made = proposer(Ressource(saison=appel.saison, groupe=group, **fields), gens.binomes[told["par"]])
        franchir(made, "publier", gens.coordination)


def _adoption(appel: Appel, told: Recit, gens: Acteurs) -> None:
    card = CasUsage.objects.get(experimentation__candidature__appel=appel, experimentation__commune=told["cas"])
    space, user = espace_de(told["ville"]), gens.binomes[told["ville"]]
    assert space is not None
    with le(instant(told["le"], 15)):
        made = vouloir(card, space, user)
    for verb, when, why in told["etapes"]:
        with le(instant(when, 15)):
            franchir(made, verb, user, why)


def _offer(appel: Appel, told: Recit, gens: Acteurs) -> None:
    with le(instant(told["le"])):
        made = offrir(gens.animateur, appel.perimetre, told["titre"], told["texte"])
        for code in told["acceptent"]:
            franchir(Accord.objects.get(offre=made, commune=code), "accepter", gens.binomes[code])
        for code, why in told["refusent"].items():
            franchir(Accord.objects.get(offre=made, commune=code), "refuser", gens.binomes[code], why)
