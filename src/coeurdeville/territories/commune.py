"""A commune, and what it belongs to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Departement:
    """A département, or the overseas collectivity that stands for one (`975` to `989`)."""

    code: str
    nom: str


@dataclass(frozen=True)
class Region:
    """A région; an overseas collectivity is its own."""

    code: str
    nom: str


@dataclass(frozen=True)
class Epci:
    """The intercommunal body with its own taxes that a commune is a member of."""

    siren: str
    nom: str


@dataclass(frozen=True)
class Commune:
    """A commune of today. A merged, associated or delegated one is found through it, never as itself."""

    code: str
    """Insee code, five characters: `02691`, `2A004`, `97411`."""
    nom: str
    departement: Departement
    region: Region
    epci: Epci | None
    """None for a few islands of the metropole and in the overseas collectivities."""
    siren: str | None
    """None in the overseas collectivities."""
    population: int | None
    """Population municipale, in inhabitants; None where nobody lives."""
    population_year: int | None
    """Reference year of the population; None when the publication does not say it (overseas collectivities)."""
    codes_postaux: tuple[str, ...]
    anciens_codes: tuple[str, ...]
    """Insee codes that led here by merger or by change of code."""

    def __str__(self) -> str:
        return f"{self.nom} ({self.code}, {self.departement.nom})"


@dataclass(frozen=True)
class Ancienne:
    """A name or a code that is not, or no longer, the one of a commune."""

    code: str
    nom: str | None
    """None when only the code is known."""
    sorte: str
    """`commune déléguée`, `commune associée`, `arrondissement municipal` or `ancien code`."""
    commune: str
    """Insee code of the commune of today."""
