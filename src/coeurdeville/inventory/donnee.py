"""One entry of an inventory: data that exist, or that are known to be lacking."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import UNKNOWN, Licence
from coeurdeville.core.provenance import Origin
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.vocabulaire import Acteur, Forme, Nature, Niveau, Ouverture
from coeurdeville.schemas.mapping.correspondance import Correspondance

NOBODY = re.compile(
    r"[\s?.–—-]*|\s*(?:inconnue?s?|non renseignée?|[àa] (?:pr[ée]ciser|trouver|compl[ée]ter))[\s?.!]*", re.IGNORECASE
)
"""What is written where a name is not known: `?`, `inconnu`, `à préciser`."""


@dataclass(frozen=True)
class Statut:
    """What was known of the openness of data, on a day, by whom, on what ground; and what the holder answered."""

    date: datetime.date
    ouverture: Ouverture
    auteur: str = ""
    preuve: str = ""
    """A file, an address, a letter: what lets others check it."""
    motif: str = ""
    """Why the data are not open, in words."""
    fondement: str = ""
    """Key of `droit.toml`: the article that closes the data."""
    reponse: str = ""
    """What the holder answered to this status: nobody's data are judged without a word of theirs."""
    reponse_date: datetime.date | None = None


@dataclass(frozen=True)
class Cooperation:
    """Who works with whom on the data, and how."""

    avec: str
    """The other party, as it is named: `SIDEC`, `Agence d’urbanisme`."""
    forme: Forme | None = None
    """None: nobody told it."""
    nature: Nature | None = None
    """What the other party is; None: to be said."""
    objet: str = ""
    """What is done together: `extraction annuelle du réseau pluvial`."""
    duree: str = ""
    """As agreed: `3 ans, jusqu’au 31/12/2028`."""
    cout: str = ""
    """As agreed: `gratuit`, `1 200 € par an`."""

    @property
    def comment(self) -> str:
        """Its form, as users read it."""
        return "forme à préciser" if self.forme is None else self.forme.libelle


@dataclass(frozen=True)
class Conformite:
    """What a machine said of the file against a schema."""

    schema: str
    """Name of a schema, `arbres-urbains` or `owner/name@version`."""
    date: datetime.date
    lignes: int
    conformes: int


@dataclass(frozen=True)
class Donnee:
    """What an inventory says of one set of data. It exists before the data do: `fichier` may be empty."""

    id: str
    """Identifier in the inventory, e.g. `arbres`; unique."""
    couche: str
    """Slug of the layer that it makes, e.g. `arbres`, or of a layer that is awaited."""
    titre: str
    fichier: str = ""
    """Path inside the town folder; empty when there is no file."""
    adresse: str = ""
    """Page or address where it is described or served."""
    producteur: str = ""
    detenteur: str = ""
    """Who holds the data and can give them, when it is not the producer."""
    siren: str = ""
    """Nine figures of the holder; empty: unknown."""
    acteur: Acteur = Acteur.NON_RENSEIGNE
    nature: Nature | None = None
    """What the holder is, within its category; None: to be said."""
    niveau: Niveau = Niveau.NON_RENSEIGNE
    licence: Licence = UNKNOWN
    millesime: Vintage | None = None
    rythme: Frequency = Frequency.UNKNOWN
    systeme: str = ""
    """The information system that the data come from: `SIG communautaire`, `tableur du service`."""
    service_referent: str = ""
    """The service of the holder that looks after it."""
    acces: str = ""
    """How it is obtained: request, convention, download."""
    qualite: str = ""
    """What is known of its quality, in words."""
    donnees_personnelles: bool | None = None
    """Whether it holds personal data; None: nobody has looked."""
    etendue: str = ""
    """`commune`, `fichier` or `partout`: where it is exhaustive; empty: decided when it is read, and said."""
    derive_de: tuple[str, ...] = ()
    """Entries from which it is drawn."""
    conformites: tuple[Conformite, ...] = ()
    """Checks by machine, oldest first."""
    cooperations: tuple[Cooperation, ...] = ()
    statuts: tuple[Statut, ...] = ()
    correspondance: Correspondance = field(default_factory=Correspondance)
    autres: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file that are not known here: kept as they are."""

    @property
    def origin(self) -> Origin:
        """What every layer made from it, and every figure drawn from that, must cite."""
        return Origin(self.titre, self.producteur, self.millesime, self.licence, self.adresse)

    @property
    def appellation(self) -> str:
        """What a message calls it: its identifier, else its title."""
        return self.id or self.titre or "sans identifiant ni titre"

    def statut_au(self, day: datetime.date) -> Statut | None:
        """The latest status on a day, those of later days left out; of several of one day, the last written."""
        told = [(one.date, rank) for rank, one in enumerate(self.statuts) if one.date <= day]
        return self.statuts[max(told)[1]] if told else None

    @property
    def statut(self) -> Statut | None:
        """The latest status today: one of a day to come is kept and does not count; None before the first."""
        return self.statut_au(datetime.date.today())

    @property
    def ouverture(self) -> Ouverture:
        """The latest openness, `non-renseigne` before the first status."""
        return Ouverture.NON_RENSEIGNE if self.statut is None else self.statut.ouverture

    @property
    def tenue_par(self) -> str:
        """Who holds it: the holder when it is said, else the producer; empty when neither is known, or both are `?`."""
        return next((one for one in (self.detenteur, self.producteur) if not NOBODY.fullmatch(one)), "")

    @property
    def categorie(self) -> Acteur:
        """The category of the holder: the one that is said, else that of its nature."""
        if self.acteur is Acteur.NON_RENSEIGNE and self.nature is not None:
            return self.nature.acteur
        return self.acteur
