"""Patrimoine arboré in plain French: how many trees, how varied, how young."""

from __future__ import annotations

import math
from enum import Enum, auto

from coeurdeville.core import french, sentences
from coeurdeville.core.missing import Missing
from coeurdeville.core.sentences import Noun, Verb
from coeurdeville.layers.reference.french_names import french_name
from coeurdeville.layers.reference.taxa import TRAITS, traits
from coeurdeville.services import places
from coeurdeville.services.climate.tree_heritage import FAMILY, GENUS, SPECIES, Figures, tree_heritage
from coeurdeville.services.climate.tree_heritage_exhibits import (
    first,
    genus_map,
    over,
    precise,
    species_chart,
    species_reaching,
    uniform_zones,
)
from coeurdeville.services.contract.declaration import Breakdown
from coeurdeville.services.contract.page import Finding, KeyFigure, Page, Told

QUESTION = "Nos arbres sont-ils assez variés pour résister à une maladie\u202f?"
RENEWED, THIN = 20.0, 5.0
"""Share [%] of young trees from which the next generation is there, and under which it is lacking."""
TREE = Noun("arbre")
YOUNG = Verb("est noté jeune", "sont notés jeunes")


class Varied(Enum):
    """Whether trees are varied, by the references."""

    YES = auto()
    NOT_EVERYWHERE = auto()
    """Only in some zones does a genus make too much."""
    PARTLY = auto()
    """A species or a genus reaches its reference, not both."""
    NOT = auto()


VERDICTS = {
    Varied.YES: ("Oui.", "Ces arbres sont variés."),
    Varied.NOT_EVERYWHERE: ("En partie.", "Ces arbres sont variés, mais pas partout."),
    Varied.PARTLY: ("En partie.", "Ces arbres ne sont variés qu’en partie."),
    Varied.NOT: ("Non.", "Ces arbres ne sont pas assez variés."),
}
"""What the service answers, and what the first page says."""


@tree_heritage.words
def words(told: Told[Figures]) -> Page:
    """The page of trees."""
    town = told.figures
    return Page(
        question=QUESTION,
        answer=_answer(told),
        brief=tuple(_brief(told)),
        keys=tuple(_keys(told)),
        chart=species_chart(town.species, town.families) if isinstance(town.species, Breakdown) else None,
        map=genus_map(told),
        levers=tuple(_levers(told))[:3],
        unknowns=tuple(_unknowns(told)),
        methods=_methods(told),
    )


def _answer(told: Told[Figures]) -> str:
    town = told.figures
    if isinstance(town.species, Missing) or isinstance(town.genera, Missing):
        return f"Nous ne savons pas encore\u00a0: {_unjudged(told)}."
    species, genera, zones = over(town.species, SPECIES), over(town.genera, GENUS), uniform_zones(told)
    verdict = VERDICTS[_varied(told)][0]
    link = "et" if bool(genera) == bool(species) else "mais"
    said = f"{verdict} À l’échelle de la ville, {_genus_words(town.genera)}, {link} {_species_words(len(species))}"
    if zones:
        where = places.how_many(len(zones), told)
        said += f"\u202f; dans {where}, un seul genre fait plus de {french.percent(FAMILY)} des arbres"
    return f"{said}."


def _varied(told: Told[Figures]) -> Varied:
    """The one judgement that the answer and the first page give."""
    town = told.figures
    species = isinstance(town.species, Breakdown) and bool(over(town.species, SPECIES))
    genera = isinstance(town.genera, Breakdown) and bool(over(town.genera, GENUS))
    if species and genera:
        return Varied.NOT
    if species or genera:
        return Varied.PARTLY
    return Varied.NOT_EVERYWHERE if uniform_zones(told) else Varied.YES


def _unjudged(told: Told[Figures]) -> str:
    """Why diversity is not judged: no inventory, too few trees, too few identified."""
    town, fewest, least = told.figures, _chosen(told, "fewest"), _chosen(told, "least")
    if isinstance(town.trees, Missing):
        return places.OUTSIDE
    if not town.trees:
        return "aucun arbre n’est inventorié"
    if town.trees < fewest:
        return (
            f"l’inventaire compte {sentences.amount(town.trees, TREE)}, il en faut {french.number(fewest)} pour juger"
        )
    identified = places.known(town.identified)
    if not identified:
        return "l’espèce d’aucun arbre n’est identifiée"
    if identified < least:
        part = sentences.share(math.floor(identified) or identified)
        return f"l’espèce est identifiée pour {part} des arbres, il en faut {french.percent(least)}"
    return f"l’espèce est identifiée pour moins de {sentences.counted(fewest, TREE)}"


def _chosen(told: Told[Figures], name: str) -> float:
    """The value of a parameter, its default where the run does not tell."""
    return float(str(told.parameters.get(name, tree_heritage.defaults[name])))


def _genus_words(genera: Breakdown) -> str:
    """`aucun genre n’atteint 20 % (érable : 18 %)`, `un genre atteint 20 % (platane : 24 %)`."""
    found = over(genera, GENUS)
    proof = french.listing(
        [f"{name.lower()}\u00a0: {french.percent(share)}" for name, share in found or [first(genera)]]
    )
    if not found:
        return f"aucun genre n’atteint {french.percent(GENUS)} ({proof})"
    reach = "atteint" if len(found) == 1 else "atteignent"
    return f"{french.how_many(len(found), 'genre')} {reach} {french.percent(GENUS)} ({proof})"


def _species_words(count: int) -> str:
    """`trois espèces atteignent 10 %`."""
    return f"{species_reaching(count) if count else 'aucune espèce n’atteint'} {french.percent(SPECIES)}"


def _brief(told: Told[Figures]) -> list[Finding]:
    town = told.figures
    if isinstance(town.trees, Missing):
        return []
    said = "compte" if town.trees else "ne compte"
    found = [Finding(f"L’inventaire {said} {sentences.amount(town.trees, TREE)} en place.", _each(told))]
    if isinstance(town.species, Breakdown):
        found += [_variety(told, town.species), _dominance(town.species)]
    if isinstance(town.young, float):
        found.append(_renewal(told, town.young))
    return found


def _each(told: Told[Figures]) -> str:
    ratio = _per_hundred(told)
    each = "" if ratio is None else f"Soit {_ratio(ratio)} pour 100\u00a0habitants. "
    return f"{each}Les arbres privés n’y sont pas."


def _ratio(value: float) -> str:
    """`12`, `0,4`, `moins de 0,1`."""
    return french.number(value, 0 if value >= 1 else 1) if value >= 0.1 else f"moins de {french.number(0.1, 1)}"


def _variety(told: Told[Figures], species: Breakdown) -> Finding:
    zones, count = uniform_zones(told), len(species)
    noted = "Une seule espèce est notée." if count == 1 else f"{french.plural(count, 'espèce')} sont notées."
    said = VERDICTS[_varied(told)][1]
    if not zones:
        return Finding(said, noted)
    where = french.quoted(zones) if places.are_named(told) else places.how_many(len(zones), told)
    return Finding(said, f"{noted} Dans {where}, un seul genre fait plus de {french.percent(FAMILY)} des arbres.")


def _dominance(species: Breakdown) -> Finding:
    found = over(species, SPECIES)
    if not found:
        name, share = first(species)
        return Finding(
            f"Aucune espèce n’atteint le repère de {french.percent(SPECIES)}.",
            f"La plus plantée ({name.lower()}) fait {precise(share)} des arbres identifiés.",
        )
    names = french.listing([f"{name.lower()} ({precise(share)})" for name, share in found])
    risk = "la toucherait, et avec elle" if len(found) == 1 else "de l’une d’elles toucherait"
    return Finding(
        f"{french.capital(species_reaching(len(found)))} le repère de {french.percent(SPECIES)}.",
        f"{french.capital(names)}\u00a0: une maladie {risk} au moins un arbre sur dix.",
    )


def _renewal(told: Told[Figures], young: float) -> Finding:
    said = "La relève existe." if young >= RENEWED else "La relève est mince." if young >= THIN else "La relève manque."
    shares = _young_by_zone(told) if places.are_named(told) else {}
    low = min(shares, key=lambda name: shares[name], default="")
    where = f" Le moins\u00a0: «\u00a0{low}\u00a0», {sentences.share(shares[low])}." if len(shares) > 1 else ""
    return Finding(said, f"{french.capital(sentences.share_of(young, TREE, YOUNG, told.figures.trees))}.{where}")


def _keys(told: Told[Figures]) -> list[KeyFigure]:
    town = told.figures
    if isinstance(town.trees, Missing):
        return []
    unit = f"{TREE.agreed(town.trees)} en place"
    found = [KeyFigure(french.about(town.trees), unit, "arbres privés non comptés")]
    ratio = _per_hundred(told)
    if ratio is not None:
        people = french.plural(told.town.population or 0, "habitant")
        found.append(KeyFigure(_ratio(ratio), f"{TREE.agreed(ratio)} pour 100\u00a0habitants", people, by_people=True))
    if isinstance(town.species, Breakdown):
        half = _making_half(town.species)
        halves = f"dont {french.in_words(half, feminine=True)} {'fait' if half == 1 else 'font'} la moitié des arbres"
        found.append(
            KeyFigure(french.number(len(town.species)), french.agree(len(town.species), "espèce notée"), halves)
        )
        share = french.percent(town.species.share(town.species.parts[0][0]))
        found.append(KeyFigure(share, "pour la première espèce", f"repère\u00a0: {french.percent(SPECIES)} au plus"))
    if isinstance(town.young, float):
        shares, spread = _young_by_zone(told).values(), "selon l’inventaire"
        if len(shares) > 1:
            low, high, zone = sentences.share(min(shares)), sentences.share(max(shares)), places.noun(told).one
            spread = f"{low} dans chaque {zone}" if low == high else f"de {low} à {high} selon le {zone}"
        found.append(KeyFigure(sentences.share(town.young), "d’arbres jeunes", spread))
    if isinstance(town.remarkable, float) and town.remarkable:
        unit = french.agree(town.remarkable, "arbre noté remarquable")
        found.append(KeyFigure(french.number(town.remarkable), unit, "selon l’inventaire"))
    return found


def _levers(told: Told[Figures]) -> list[Finding]:
    town, found = told.figures, []
    if isinstance(town.species, Breakdown) and isinstance(town.top_species, float) and town.top_species > SPECIES:
        found.append(_replacement(town.species, town.top_species))
    if uniform_zones(told):
        found.append(_ceiling(told))
    if isinstance(town.young, float) and town.young < RENEWED:
        found.append(Finding("Planter régulièrement.", "Les arbres jeunes d’aujourd’hui remplaceront les plus âgés."))
    dates = "Dater chaque fiche et noter la suite donnée à chaque arbre\u00a0: les plantations s’appuient dessus."
    return [*found, Finding("Tenir l’inventaire à jour.", dates)]


def _ceiling(told: Told[Figures]) -> Finding:
    if not places.are_named(told):
        return Finding(
            "Fixer un plafond par rue.", "Commencer par les carrés les plus foncés, au rythme des remplacements."
        )
    start = f"Commencer par {french.quoted(uniform_zones(told))}, au rythme des remplacements."
    return Finding(f"Fixer un plafond par rue et par {places.noun(told).one}.", start)


def _replacement(species: Breakdown, share: float) -> Finding:
    """How many trees of the first species, replaced by others, bring it down to the reference."""
    name, count = species.parts[0]
    extra = math.ceil(count - SPECIES / 100 * species.total)
    return Finding(
        "Changer d’espèce au moment de remplacer.",
        f"Remplacer par d’autres espèces {sentences.amount(extra, TREE)} ({french_name(name).lower()}), à mesure des "
        f"abattages, ramènerait l’espèce de {precise(share)} à {french.percent(SPECIES)}.",
    )


def _unknowns(told: Told[Figures]) -> list[Finding]:
    town, found = told.figures, [*places.uncovered(told)]
    if isinstance(town.identified, float) and town.identified < 100:
        known = (
            f"Elle est identifiée pour {sentences.share(math.floor(town.identified) or town.identified)} des arbres."
        )
        some = "L’espèce de certains arbres." if town.identified else "L’espèce des arbres."
        found.append(Finding(some, known if town.identified else "L’inventaire ne la donne pour aucun."))
    if isinstance(town.stages, Missing) and places.known(town.trees):
        found.append(Finding("L’âge des arbres.", f"Stade de développement\u00a0: {town.stages.reason}."))
    if isinstance(town.species, Breakdown):
        found.append(_untold(town.species))
    return [*found, Finding("Les arbres privés et les bois.", "Ils ne sont pas dans l’inventaire.")]


def _untold(species: Breakdown) -> Finding:
    """For how many species heat, drought and allergens are known: too few for a figure."""
    given = traits([name for name, _ in species.parts])
    known = zip(("la chaleur", "la sécheresse", "les allergènes"), TRAITS, strict=True)
    each = french.listing([f"{word} pour {french.number(given.species - given.without[one])}" for word, one in known])
    said = f"Sur {french.plural(len(species), 'espèce notée')}, les ouvrages consultés renseignent {each}."
    return Finding("La chaleur, la sécheresse, les allergènes.", said)


def _methods(told: Told[Figures]) -> tuple[Finding, ...]:
    least, fewest = french.percent(_chosen(told, "least")), french.plural(_chosen(told, "fewest"), "arbre")
    return (
        Finding("Arbres comptés.", "Les lignes de l’inventaire dont l’état ne dit pas que l’arbre a disparu."),
        Finding(
            "Espèces, genres, familles.",
            f"Parts calculées parmi les arbres identifiés à ce rang, tues quand moins de {least} le sont "
            f"ou sous {fewest}. Les variétés sont comptées avec leur espèce.",
        ),
        Finding(
            "Repères 10-20-30.",
            "Au plus 10\u202f% d’arbres d’une espèce, 20\u202f% d’un genre, 30\u202f% d’une famille. "
            "Un repère discuté\u00a0: il dit où regarder, pas ce qu’il faut faire.",
        ),
    )


def _young_by_zone(told: Told[Figures]) -> dict[str, float]:
    return {name: one.young for name, one in told.zones().items() if isinstance(one.young, float)}


def _making_half(counts: Breakdown) -> int:
    """How many of the first parts make half of the total."""
    held, rank = 0.0, 0
    while held < counts.total / 2:
        held += counts.parts[rank][1]
        rank += 1
    return rank


def _per_hundred(told: Told[Figures]) -> float | None:
    """Trees for 100 inhabitants; None when the data leave a part of the town out, or people are not counted."""
    people = told.town.population
    return 100 * told.figures.trees / people if people and told.figures.trees and not places.ground(told) else None
