"""One entry of an inventory: data that exist, or that are known to be lacking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coeurdeville.core.licences import UNKNOWN, Licence
from coeurdeville.core.provenance import Origin
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.vocabulaire import Acteur, Ouverture
from coeurdeville.schemas.mapping.correspondance import Correspondance


@dataclass(frozen=True)
class Statut:
    """What was known of the openness of data, on a day, by whom, on what ground."""

    date: date
    ouverture: Ouverture
    auteur: str = ""
    preuve: str = ""
    motif: str = ""
    """The legal reason, when the data are not open."""


@dataclass(frozen=True)
class Donnee:
    """What an inventory says of one set of data. It exists before the data do: `fichier` may be empty."""

    id: str
    """Identifier in the inventory, e.g. `arbres`; unique."""
    couche: str
    """Slug of the layer that it makes, e.g. `arbres`."""
    titre: str
    fichier: str = ""
    """Path inside the town folder; empty when there is no file."""
    adresse: str = ""
    """Page or address where it is described or served."""
    producteur: str = ""
    acteur: Acteur = Acteur.NON_RENSEIGNE
    licence: Licence = UNKNOWN
    millesime: Vintage | None = None
    service_referent: str = ""
    """The service of the holder that looks after it."""
    acces: str = ""
    """How it is obtained: request, convention, download."""
    etendue: str = ""
    """`commune`, `fichier` or `partout`: where it is exhaustive; empty: decided when it is read, and said."""
    statuts: tuple[Statut, ...] = ()
    correspondance: Correspondance = field(default_factory=Correspondance)
    autres: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file that are not known here: kept as they are."""

    @property
    def origin(self) -> Origin:
        """What every layer made from it, and every figure drawn from that, must cite."""
        return Origin(self.titre, self.producteur, self.millesime, self.licence, self.adresse)

    @property
    def ouverture(self) -> Ouverture:
        """The latest status, `non-renseigne` before the first."""
        return max(self.statuts, key=lambda one: one.date).ouverture if self.statuts else Ouverture.NON_RENSEIGNE
