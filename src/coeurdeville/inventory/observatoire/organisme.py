"""One line of the observatoire: a body that was seen publishing, and where."""

from __future__ import annotations

from dataclasses import dataclass

COMMUNE = "COM"
INTERCOMMUNALES = frozenset({"CC", "CA", "CU", "MET"})
COLLECTIVITES = frozenset({COMMUNE, "DEP", "REG", *INTERCOMMUNALES})
"""Types that the observatoire counts as local authorities; the others are bodies associated with them."""


@dataclass(frozen=True)
class Organisme:
    """A body as a line of the file names it. Being there means that it was seen publishing, not that it conforms."""

    siren: str
    """Nine figures, spaces and stray signs taken away; anything else as it was written."""
    nom: str
    type: str
    """`COM` commune, `CC`, `CA`, `CU`, `MET`, `EPT`, `DEP`, `REG`; `AGCT`, `OACT`, `DSPT`, `SDE`: associated bodies."""
    departement: str = ""
    portail: str = ""
    """Address of its own portal, or of its page on a shared one."""
    jeux_portail: int | None = None
    """Datasets counted there; None: the file does not say, which is not zero."""
    datagouv: str = ""
    """Address of its page on data.gouv.fr."""
    id_datagouv: str = ""
    jeux_datagouv: int | None = None
    ligne: int = 0
    """Line of the file, the header being the first."""

    @property
    def publie(self) -> bool:
        """Whether the file says where it publishes."""
        return bool(self.portail or self.datagouv)
