"""The trees that the town plants: accepted names, families, habits of growth, and how often by place."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Species:
    """A tree of French streets.

    `french` and `code` are what a town's file writes instead of the accepted name. Sizes at full growth in metres,
    `girth` the growth of the diameter in cm a year; they make the fictional trees credible and are no reference.
    `street` and `park` are relative frequencies.
    """

    name: str
    family: str
    french: str
    height: float
    crown: float
    girth: float
    street: float
    park: float

    @property
    def genus(self) -> str:
        """First word of the name."""
        return self.name.split()[0]

    @property
    def code(self) -> str:
        """Three letters of the genus and three of the species, as in `TILCOR`."""
        return (self.genus[:3] + self.name.replace("× ", "").split()[1][:3]).upper()


SPECIES = tuple(
    Species(*row)
    for row in (
        ("Acer campestre", "Sapindaceae", "Érable champêtre", 12, 4.0, 0.6, 5, 3),
        ("Acer platanoides", "Sapindaceae", "Érable plane", 20, 5.5, 0.8, 6, 4),
        ("Acer pseudoplatanus", "Sapindaceae", "Érable sycomore", 24, 6.0, 0.9, 4, 5),
        ("Acer saccharinum", "Sapindaceae", "Érable argenté", 24, 7.0, 1.1, 1, 1),
        ("Aesculus hippocastanum", "Sapindaceae", "Marronnier d’Inde", 22, 6.5, 0.9, 4, 4),
        ("Alnus glutinosa", "Betulaceae", "Aulne glutineux", 18, 4.0, 0.8, 0.2, 3),
        ("Aria edulis", "Rosaceae", "Alisier blanc", 10, 3.0, 0.5, 1, 0.8),
        ("Betula pendula", "Betulaceae", "Bouleau verruqueux", 16, 3.5, 0.7, 1, 4),
        ("Carpinus betulus", "Betulaceae", "Charme commun", 16, 4.5, 0.6, 5, 4),
        ("Castanea sativa", "Fagaceae", "Châtaignier commun", 22, 6.5, 1.0, 0, 1),
        ("Catalpa bignonioides", "Bignoniaceae", "Catalpa commun", 13, 5.0, 0.9, 1, 1),
        ("Cedrus atlantica", "Pinaceae", "Cèdre de l’Atlas", 28, 8.0, 1.1, 0, 1.5),
        ("Celtis australis", "Cannabaceae", "Micocoulier de Provence", 18, 6.0, 0.8, 1.5, 1),
        ("Cercis siliquastrum", "Fabaceae", "Arbre de Judée", 8, 3.5, 0.5, 0.8, 1),
        ("Corylus colurna", "Betulaceae", "Noisetier de Byzance", 16, 4.0, 0.7, 2, 0.5),
        ("Crataegus monogyna", "Rosaceae", "Aubépine monogyne", 7, 2.5, 0.4, 0.5, 1.5),
        ("Fagus sylvatica", "Fagaceae", "Hêtre commun", 26, 7.5, 0.8, 0, 2.5),
        ("Fraxinus excelsior", "Oleaceae", "Frêne commun", 24, 5.5, 0.9, 2, 3),
        ("Fraxinus ornus", "Oleaceae", "Frêne à fleurs", 10, 3.5, 0.6, 2, 0.5),
        ("Ginkgo biloba", "Ginkgoaceae", "Arbre aux quarante écus", 18, 4.0, 0.6, 1, 1),
        ("Gleditsia triacanthos", "Fabaceae", "Févier d’Amérique", 16, 5.0, 0.8, 2.5, 0.5),
        ("Juglans nigra", "Juglandaceae", "Noyer noir", 24, 7.0, 1.0, 0, 1),
        ("Koelreuteria paniculata", "Sapindaceae", "Savonnier", 9, 3.5, 0.6, 1, 0.5),
        ("Liquidambar styraciflua", "Altingiaceae", "Copalme d’Amérique", 18, 4.0, 0.8, 3, 1),
        ("Liriodendron tulipifera", "Magnoliaceae", "Tulipier de Virginie", 24, 5.5, 1.0, 1, 1.5),
        ("Malus sylvestris", "Rosaceae", "Pommier sauvage", 7, 3.0, 0.5, 1, 1.5),
        ("Morus alba", "Moraceae", "Mûrier blanc", 10, 4.5, 0.7, 0.8, 0.5),
        ("Paulownia tomentosa", "Paulowniaceae", "Paulownia impérial", 13, 5.0, 1.2, 0.5, 0.5),
        ("Picea abies", "Pinaceae", "Épicéa commun", 24, 3.5, 0.8, 0, 1.5),
        ("Pinus nigra", "Pinaceae", "Pin noir", 24, 4.5, 0.8, 0.5, 3),
        ("Pinus sylvestris", "Pinaceae", "Pin sylvestre", 20, 4.0, 0.7, 0, 2),
        ("Platanus × hispanica", "Platanaceae", "Platane commun", 28, 7.5, 1.2, 13, 4),
        ("Populus nigra", "Salicaceae", "Peuplier noir", 28, 4.0, 1.4, 1, 4),
        ("Prunus avium", "Rosaceae", "Merisier", 15, 4.5, 0.8, 2, 3),
        ("Prunus cerasifera", "Rosaceae", "Prunier myrobolan", 7, 3.0, 0.6, 3, 1.5),
        ("Prunus serrulata", "Rosaceae", "Cerisier du Japon", 8, 3.5, 0.6, 3, 1),
        ("Pyrus calleryana", "Rosaceae", "Poirier de Chine", 11, 3.0, 0.6, 4, 0.3),
        ("Quercus ilex", "Fagaceae", "Chêne vert", 14, 5.0, 0.6, 1, 1.5),
        ("Quercus robur", "Fagaceae", "Chêne pédonculé", 26, 8.0, 0.9, 1, 5),
        ("Quercus rubra", "Fagaceae", "Chêne rouge d’Amérique", 24, 6.5, 1.0, 2, 2),
        ("Robinia pseudoacacia", "Fabaceae", "Robinier faux-acacia", 20, 4.5, 0.9, 3, 2),
        ("Salix alba", "Salicaceae", "Saule blanc", 18, 5.5, 1.2, 0, 3),
        ("Sorbus aucuparia", "Rosaceae", "Sorbier des oiseleurs", 9, 2.8, 0.5, 1.5, 1),
        ("Styphnolobium japonicum", "Fabaceae", "Sophora du Japon", 18, 6.0, 0.9, 2.5, 1),
        ("Taxus baccata", "Taxaceae", "If commun", 10, 3.5, 0.4, 0, 1.5),
        ("Tilia cordata", "Malvaceae", "Tilleul à petites feuilles", 22, 5.0, 0.8, 9, 5),
        ("Tilia platyphyllos", "Malvaceae", "Tilleul à grandes feuilles", 26, 5.5, 0.9, 3, 4),
        ("Tilia tomentosa", "Malvaceae", "Tilleul argenté", 24, 5.5, 0.9, 5, 2),
        ("Ulmus minor", "Ulmaceae", "Orme champêtre", 18, 4.5, 0.8, 0.5, 1),
        ("Zelkova serrata", "Ulmaceae", "Zelkova du Japon", 16, 5.5, 0.7, 1.5, 0.5),
    )
)
ROW = {species.name: row for row, species in enumerate(SPECIES)}


def drawn(place: str, count: int, rng: np.random.Generator) -> np.ndarray:
    """Rows of `SPECIES` for `count` trees, drawn with the frequencies of a `place`, `street` or `park`."""
    weight = np.array([getattr(species, place) for species in SPECIES], dtype=float)
    return np.asarray(rng.choice(len(SPECIES), size=count, p=weight / weight.sum()))
