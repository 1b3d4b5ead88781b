"""Names of the fictional towns, of their quarters and of their streets."""

from itertools import product

import numpy as np

TOWNS = (
    "Valmorin-sur-Aune",
    "Vernoise-le-Pont",
    "Pontcharme",
    "Brissancourt",
    "Montaudrac",
    "Castelrive",
    "Tourvaine",
    "Villedorme",
    "Clairvesles",
    "Argentrac-les-Bains",
    "Saint-Orbain",
    "Bellorge-en-Plaine",
)
"""Twelve names that no French commune bears, in the order of the codes 00001 to 00012."""

CENTRE = "Centre ancien"
QUARTERS = (
    "Les Coteaux",
    "Faubourg du Moulin",
    "La Gare",
    "Le Haut-Pré",
    "Les Vergers",
    "La Plaine",
    "Le Clos des Tanneurs",
    "Grand-Champ",
)
KINDS = {
    "boulevard": ("Boulevard",),
    "avenue": ("Avenue", "Route"),
    "rue": ("Rue", "Allée", "Rue du Clos", "Passage", "Rue de la Croix", "Impasse", "Sente"),
    "ruelle": ("Ruelle", "Venelle", "Cour"),
    "quai": ("Quai",),
    "chemin": ("Chemin",),
}
"""The words that begin a street's name, by kind of street."""
STOCK = """
    de l’Abreuvoir|des Acacias|des Alouettes|de l’Ancienne-Forge|des Arbalétriers|
    des Ardoisiers|de l’Aubépine|des Aulnes|des Bateliers|de Beauregard|de Beauséjour|de la Bergerie|du Bief|
    des Bleuets|du Bois-Joli|de la Bonneterie|des Bouleaux|des Bruyères|de la Butte|des Camélias|des Capucins|
    des Carmes|de la Carrière|des Cerisiers|du Champ-de-Foire|des Chardonnerets|du Château-d’Eau|
    des Charpentiers|de la Chênaie|des Chênes|du Clos-Fleuri|des Cordeliers|des Cordiers|de la Corderie|
    des Coquelicots|de la Croix-Blanche|des Drapiers|des Écluses|de l’Église|de l’Étang|des Fauvettes|
    de la Filature|de la Fontaine|des Fossés|du Four-Banal|des Frênes|de la Gare|des Genêts|de la Glacière|
    du Grand-Puits|des Grands-Prés|de la Halle|des Hirondelles|de l’Horloge|des Iris|des Jardins|des Jonquilles|
    du Lavoir|des Lilas|du Marché|des Maraîchers|des Marronniers|des Mésanges|des Merisiers|du Moulin|
    des Mûriers|des Noisetiers|des Noyers|de l’Octroi|des Œillets|des Ormes|des Peupliers|des Pinsons|
    de la Plaine|des Platanes|du Pont|du Port|de la Poterie|des Potiers|de la Poste|des Primevères|
    de la Prairie|du Quai-Vieux|des Quatre-Vents|des Remparts|des Roitelets|des Roses|du Ruisseau|des Sabotiers|
    de la Source|des Sources|de la Tannerie|des Tanneurs|des Teinturiers|du Temple|des Tilleuls|des Tisserands|
    de la Tour|des Tuileries|du Vallon|de la Vallée|des Vanniers|du Verger|des Vignes|du Vieux-Chemin|
    des Violettes|du Viaduc|du Vieux-Marché"""
ENDINGS = tuple(ending.strip() for ending in STOCK.split("|"))
"""How the names of streets and parks end."""


def town_name(code: str) -> str:
    """The name that goes with a fictional code: `00001` gives the first of `TOWNS`; beyond twelve, they come again."""
    return TOWNS[(int(code) - 1) % len(TOWNS)]


def quarter_names(count: int) -> tuple[str, ...]:
    """`count` different names of quarters around the centre, at most eight."""
    return QUARTERS[:count]


def street_names(kinds: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """One name per street, given its kind; no two streets of a town bear the same one while the stock lasts.

    Parameters
    ----------
    kinds
        Kinds of streets, keys of `KINDS`, shape `(n,)`.
    """
    names = np.empty(len(kinds), dtype=object)
    for kind, words in KINDS.items():
        here = np.flatnonzero(kinds == kind)
        stock = np.array([f"{word} {ending}" for word, ending in product(words, ENDINGS)], dtype=object)
        rng.shuffle(stock)
        names[here] = np.resize(stock, len(here))
    return names
