"""The holder that an inventory names: what it is, read from its entry, else from its name."""

from __future__ import annotations

import re

from coeurdeville.core.french import of, plain
from coeurdeville.inventory.demandes.competence import Detenteur
from coeurdeville.inventory.demandes.nature_epci import full_name
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.inventory.vocabulaire import Acteur, Nature
from coeurdeville.territories.commune import Commune

TOLD = "l’inventaire le dit"
OF_TOWN = ("", "ville", "la ville", "commune", "la commune", "mairie", "la mairie")
BEFORE = r"(?:(?:la )?(?:ville|commune|mairie) )?"
AFTER = r"(?:$|\s*[,(:;/–—]|\s-\s)"
"""What may follow the town's name: `Ville de Redon, espaces verts`, never `Redon-sur-Loire`."""


def named_holder(donnee: Donnee, commune: Commune) -> Detenteur:
    """The holder of an entry that names one, or says what it is."""
    name = donnee.tenue_par
    nature = donnee.nature or _nature_of_name(name, donnee.categorie, commune)
    return Detenteur(name, nature, TOLD, sur=True)


def is_town(name: str, commune: Commune) -> bool:
    """Whether a holder's name is the town itself, with or without one of its services after it."""
    written = plain(name).strip()
    names = "|".join(re.escape(plain(one)) for one in (of(commune.nom), commune.nom))
    return written in OF_TOWN or re.match(f"{BEFORE}(?:{names}){AFTER}", written) is not None


def _nature_of_name(name: str, acteur: Acteur, commune: Commune) -> Nature | None:
    """What the town's own name, or that of its intercommunal body, tells; None for any other."""
    if acteur not in (Acteur.PUBLIC_LOCAL, Acteur.NON_RENSEIGNE):
        return None
    if is_town(name, commune):
        return Nature.COMMUNE
    epci = commune.epci
    if epci is not None and plain(name).strip() in (plain(epci.nom), plain(full_name(epci))):
        return Nature.INTERCOMMUNALITE
    return None
