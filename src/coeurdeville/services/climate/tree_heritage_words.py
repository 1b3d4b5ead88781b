"""Patrimoine arboré in plain French: how many trees, how varied, how young."""

from __future__ import annotations

import math

from coeurdeville.core import french
from coeurdeville.core.missing import Missing
from coeurdeville.layers.reference.french_names import french_name
from coeurdeville.services.climate.tree_heritage import FAMILY, GENUS, SPECIES, Figures, tree_heritage
from coeurdeville.services.climate.tree_heritage_exhibits import (
    first,
    genus_map,
    over,
    species_chart,
    species_reaching,
    uniform_zones,
)
from coeurdeville.services.contract.declaration import Breakdown
from coeurdeville.services.contract.page import Finding, KeyFigure, Page, Told

QUESTION = "Nos arbres sont-ils assez variés pour résister à une maladie ou à une sécheresse\u202f?"
VARIED = 30
"""Species from which a heritage is called varied when no zone is uniform."""
RENEWED, THIN = 20.0, 5.0
"""Share [%] of young trees from which the next generation is there, and under which it is lacking."""
METHODS = (
    Finding("Arbres comptés.", "Les lignes de l’inventaire dont l’état ne dit pas que l’arbre a disparu."),
    Finding(
        "Espèces, genres, familles.",
        "Parts calculées parmi les arbres identifiés à ce rang, tues quand moins de 70\u202f% le sont "
        "ou sous 30\u00a0arbres. Les variétés sont comptées avec leur espèce.",
    ),
    Finding(
        "Repères 10-20-30.",
        "Au plus 10\u202f% d’arbres d’une espèce, 20\u202f% d’un genre, 30\u202f% d’une famille. "
        "Un repère discuté\u202f: il dit où regarder, pas ce qu’il faut faire.",
    ),
)


@tree_heritage.words
def words(told: Told[Figures]) -> Page:
    """The page of trees."""
    town = told.figures
    return Page(
        question=QUESTION,
        answer=_answer(told),
        brief=tuple(_brief(told)),
        keys=tuple(_keys(told)),
        chart=species_chart(town.species) if isinstance(town.species, Breakdown) else None,
        map=genus_map(told),
        levers=tuple(_levers(told))[:3],
        unknowns=tuple(_unknowns(town)),
        methods=METHODS,
    )


def _answer(told: Told[Figures]) -> str:
    town = told.figures
    if not town.trees:
        return "Nous ne savons pas\u202f: aucun arbre n’est inventorié."
    for ranks in (town.genera, town.species):
        if isinstance(ranks, Missing):
            return f"Nous ne savons pas encore\u202f: {ranks.reason}."
    assert isinstance(town.genera, Breakdown)
    assert isinstance(town.species, Breakdown)
    species, genera, places = over(town.species, SPECIES), over(town.genera, GENUS), uniform_zones(told)
    verdict = "Non." if genera and species else "En partie." if genera or species or places else "Oui."
    link = "et" if bool(genera) == bool(species) else "mais"
    said = f"{verdict} À l’échelle de la ville, {_genus_words(town.genera)}, {link} {_species_words(len(species))}"
    if places:
        where = french.how_many(len(places), told.zoning)
        said += f"\u202f; dans {where}, un seul genre fait plus de {french.percent(FAMILY)} des arbres"
    return f"{said}."


def _genus_words(genera: Breakdown) -> str:
    """`aucun genre n’atteint 20 % (érable : 18 %)`."""
    name, share = first(genera)
    proof = f"({name.lower()}\u00a0: {french.percent(share)})"
    if share < GENUS:
        return f"aucun genre n’atteint {french.percent(GENUS)} {proof}"
    return f"un genre atteint ou dépasse {french.percent(GENUS)} {proof}"


def _species_words(count: int) -> str:
    """`trois espèces atteignent 10 %`."""
    return f"{species_reaching(count) if count else 'aucune espèce n’atteint'} {french.percent(SPECIES)}"


def _brief(told: Told[Figures]) -> list[Finding]:
    town = told.figures
    near = "environ " if town.trees >= 100 else ""
    trees = f"{french.about(town.trees)}\u00a0{french.agree(town.trees, 'arbre')}"
    ratio = _per_hundred(told)
    each = "" if ratio is None else f"Soit {french.number(ratio)} pour 100\u00a0habitants. "
    found = [Finding(f"L’inventaire compte {near}{trees} en place.", f"{each}Les arbres privés n’y sont pas.")]
    if isinstance(town.species, Breakdown):
        found += [_variety(told, town.species), _dominance(town.species)]
    if isinstance(town.young, float):
        found.append(_renewal(told, town.young))
    return found


def _variety(told: Told[Figures], species: Breakdown) -> Finding:
    places = uniform_zones(told)
    count = len(species)
    noted = f"{french.plural(count, 'espèce')} {'est notée' if count < 2 else 'sont notées'}."
    if not places:
        return Finding(f"Ces arbres sont {'variés' if count >= VARIED else 'peu variés'}.", noted)
    return Finding(
        "Ces arbres sont variés, mais pas partout." if count >= VARIED else "Ces arbres sont peu variés.",
        f"{noted} Dans {french.quoted(places)}, un seul genre fait plus de {french.percent(FAMILY)} des arbres.",
    )


def _dominance(species: Breakdown) -> Finding:
    found = over(species, SPECIES)
    if not found:
        name, share = first(species)
        return Finding(
            f"Aucune espèce n’atteint le repère de {french.percent(SPECIES)}.",
            f"La plus plantée ({name.lower()}) fait {french.percent(share, 1)} des arbres identifiés.",
        )
    names = french.listing([f"{name.lower()} ({french.percent(share, 1)})" for name, share in found])
    risk = "la toucherait, et avec elle" if len(found) == 1 else "de l’une d’elles toucherait"
    return Finding(
        f"{french.capital(species_reaching(len(found)))} le repère de {french.percent(SPECIES)}.",
        f"{french.capital(names)}\u202f: une maladie {risk} au moins un arbre sur dix.",
    )


def _renewal(told: Told[Figures], young: float) -> Finding:
    said = "La relève existe." if young >= RENEWED else "La relève est mince." if young >= THIN else "La relève manque."
    shares = _young_by_zone(told)
    low = min(shares, key=lambda name: shares[name], default=None)
    where = f" Le moins\u202f: «\u00a0{low}\u00a0», {french.percent(shares[low])}." if low else ""
    return Finding(said, f"{french.percent(young)} des arbres sont notés jeunes.{where}")


def _keys(told: Told[Figures]) -> list[KeyFigure]:
    town = told.figures
    found = [KeyFigure(french.about(town.trees), "arbres en place", "arbres privés non comptés")]
    ratio = _per_hundred(told)
    if ratio is not None:
        people = french.plural(told.town.population or 0, "habitant")
        found.append(KeyFigure(french.number(ratio), "arbres pour 100\u00a0habitants", people))
    if isinstance(town.species, Breakdown):
        half = _making_half(town.species)
        halves = f"dont {french.number(half)} {'fait' if half == 1 else 'font'} la moitié des arbres"
        found.append(KeyFigure(french.number(len(town.species)), "espèces notées", halves))
        share = french.percent(town.species.share(town.species.parts[0][0]))
        found.append(KeyFigure(share, "pour la première espèce", f"repère\u00a0: {french.percent(SPECIES)} au plus"))
    if isinstance(town.young, float):
        shares, spread = _young_by_zone(told).values(), "selon l’inventaire"
        if shares:
            spread = f"de {french.percent(min(shares))} à {french.percent(max(shares))} selon le {told.zoning}"
        found.append(KeyFigure(french.percent(town.young), "d’arbres jeunes", spread))
    if isinstance(town.remarkable, float) and town.remarkable:
        found.append(KeyFigure(french.number(town.remarkable), "arbres notés remarquables", "selon l’inventaire"))
    return found


def _levers(told: Told[Figures]) -> list[Finding]:
    town, found, places = told.figures, [], uniform_zones(told)
    if isinstance(town.species, Breakdown) and isinstance(town.top_species, float) and town.top_species > SPECIES:
        found.append(_replacement(town.species, town.top_species))
    if places:
        found.append(
            Finding(
                f"Fixer un plafond par rue et par {told.zoning}.",
                f"Commencer par {french.quoted(places)}, au rythme des remplacements.",
            )
        )
    if isinstance(town.young, float) and town.young < RENEWED:
        found.append(Finding("Planter régulièrement.", "Les arbres jeunes d’aujourd’hui remplaceront les plus âgés."))
    dates = "Dater chaque fiche et noter la suite donnée à chaque arbre\u202f: les plantations s’appuient dessus."
    return [*found, Finding("Tenir l’inventaire à jour.", dates)]


def _replacement(species: Breakdown, share: float) -> Finding:
    """How many trees of the first species, replaced by others, bring it down to the reference."""
    name, count = species.parts[0]
    extra = math.ceil(count - SPECIES / 100 * species.total)
    return Finding(
        "Changer d’espèce au moment de remplacer.",
        f"Remplacer par d’autres espèces {french.plural(extra, 'arbre')} ({french_name(name).lower()}), à mesure des "
        f"abattages, ramènerait l’espèce de {french.percent(share, 1)} à {french.percent(SPECIES)}.",
    )


def _unknowns(town: Figures) -> list[Finding]:
    found = []
    if isinstance(town.identified, float) and town.identified < 100:
        known = f"Elle est identifiée pour {french.percent(math.floor(town.identified))} des arbres."
        found.append(Finding("L’espèce de certains arbres.", known))
    if isinstance(town.stages, Missing) and town.trees:
        found.append(Finding("L’âge des arbres.", "Leur stade de développement n’est pas noté."))
    return [*found, Finding("Les arbres privés et les bois.", "Ils ne sont pas dans l’inventaire.")]


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
    people = told.town.population
    return 100 * told.figures.trees / people if people and told.figures.trees else None
