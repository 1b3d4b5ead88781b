"""A request about to be written: what is asked, of whom, on what ground, and what is unsure about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches

from coeurdeville.core.french import listing, plain
from coeurdeville.core.problems import Kind, Problem, Refused
from coeurdeville.inventory.demandes.competence import Detenteur, holder_of
from coeurdeville.inventory.demandes.competences import competences
from coeurdeville.inventory.demandes.fondement import Concession, Fondement, choose, fondements_for
from coeurdeville.inventory.demandes.nature_epci import nature_of
from coeurdeville.inventory.demandes.nommes import is_town, named_holder
from coeurdeville.inventory.demandes.reserves import doubts_of
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.ville import FICTIONAL, Ville
from coeurdeville.inventory.vocabulaire import Acteur, Nature
from coeurdeville.layers.catalogue import DataKind, kinds
from coeurdeville.territories.commune import Commune, Departement, Region
from coeurdeville.territories.communes import commune_of

ENTRY_UNKNOWN = Kind(
    "entree-inconnue",
    "« {name} » n’est ni une donnée de l’inventaire ni une couche.{near}",
    "Voir l’inventaire : coeurdeville inventaire montrer {folder} ; les couches : coeurdeville couche liste.",
)
ENTRY_OF_MANY = Kind(
    "entree-multiple",
    "L’inventaire a plusieurs données de la couche « {layer} ».",
    "Nommer l’une d’elles : {known}.",
)


@dataclass(frozen=True)
class Demande:
    """What a letter needs to know."""

    commune: Commune
    kind: DataKind
    titre: str
    """What is asked for, as the inventory or the layer calls it."""
    detenteur: Detenteur
    acteur: Acteur
    """The category of the holder; `non-renseigne` when only its nature is known."""
    candidats: tuple[Fondement, ...]
    """The grounds possible, the one that would be chosen first."""
    fondement: Fondement
    donnee: Donnee | None = None
    """The entry of the inventory; None: it lacks the data."""


def prepare_demande(ville: Ville, entree: str, fondement: str = "") -> tuple[Demande, tuple[Problem, ...]]:
    """The request for an entry of the inventory, or for a layer that it lacks; and what is unsure.

    Raises
    ------
    Refused
        `entree-inconnue` with the nearest names, `entree-multiple`, `nom-inconnu` for a ground that is not possible.
    """
    donnee, kind = _entry(ville, entree)
    commune = _commune(ville)
    holder, acteur = _holder(donnee, kind, commune)
    told = competences().get(kind.competence)
    concession = told.concession if told else Concession.NON
    itself = holder.nature is Nature.COMMUNE and is_town(holder.nom, commune)
    candidates = fondements_for(
        holder.nature, acteur, environnementale=kind.environmental, concession=concession, interne=itself
    )
    title = donnee.titre if donnee else kind.title
    chosen = choose(fondement, candidates)
    demande = Demande(commune, kind, title, holder, acteur, candidates, chosen, donnee)
    return demande, tuple(doubts_of(title, holder, acteur, donnee, chosen))


def _entry(ville: Ville, name: str) -> tuple[Donnee | None, DataKind]:
    known = kinds()
    entry = next((one for one in ville.donnees if plain(one.id) == plain(name)), None)
    if entry is None and plain(name) not in known:
        names = sorted({*known, *(one.id for one in ville.donnees)})
        near = get_close_matches(plain(name), names, n=3)
        said = f" Voulait-on écrire {listing([f'« {one} »' for one in near], 'ou')} ?" if near else ""
        raise Refused([ENTRY_UNKNOWN(name=name, near=said, folder=ville.dossier)])
    if entry is None:
        same = [one for one in ville.donnees if one.couche == plain(name)]
        if len(same) > 1:
            raise Refused([ENTRY_OF_MANY(layer=plain(name), known=", ".join(one.id for one in same))])
        entry = same[0] if same else None
    return entry, known[entry.couche if entry else plain(name)]


def _commune(ville: Ville) -> Commune:
    """The commune of a town folder; a fictional one stands alone, without an intercommunal body."""
    if not ville.commune.startswith(FICTIONAL):
        return commune_of(ville.commune)
    departement, region = Departement(FICTIONAL, "département fictif"), Region(FICTIONAL, "région fictive")
    return Commune(ville.commune, ville.nom, departement, region, None, None, ville.population, None, (), ())


def _holder(donnee: Donnee | None, kind: DataKind, commune: Commune) -> tuple[Detenteur, Acteur]:
    """Who is asked: whom the inventory names, else whoever has the competence."""
    if donnee is not None and (donnee.tenue_par or donnee.nature is not None):
        return named_holder(donnee, commune), donnee.categorie
    supposed = holder_of(kind.competence, commune, nature_of(commune.epci))
    told = donnee.categorie if donnee else Acteur.NON_RENSEIGNE
    if told is not Acteur.NON_RENSEIGNE and supposed.nature is not None and supposed.nature.acteur is not told:
        return replace(supposed, nom="", nature=None, sur=False), told
    return supposed, told
