"""Règle 3-30-300 in plain French: how many homes see trees, have shade, have a green space near."""

from __future__ import annotations

from coeurdeville.core import french, sentences
from coeurdeville.core.missing import Missing
from coeurdeville.core.sentences import Verb
from coeurdeville.services import places
from coeurdeville.services.climate.sight_band import band_of, chosen
from coeurdeville.services.climate.three_thirty_three_hundred import (
    CANOPY,
    WALK,
    Figures,
    three_thirty_three_hundred,
)
from coeurdeville.services.climate.three_thirty_three_hundred_exhibits import (
    CONDITIONS,
    Condition,
    answered,
    conditions_chart,
    home,
    homes_map,
    walked,
)
from coeurdeville.services.contract.page import Finding, KeyFigure, Page, Told

QUESTION = "Depuis chez soi, voit-on des arbres, et y a-t-il de l’ombre et un parc tout près\u202f?"
MEETS = Verb("remplit les trois conditions à la fois", "remplissent les trois conditions à la fois")


@three_thirty_three_hundred.words
def words(told: Told[Figures]) -> Page:
    """The page of the rule."""
    return Page(
        question=QUESTION,
        answer=_answer(told),
        brief=tuple(_brief(told)),
        keys=tuple(_keys(told)),
        chart=conditions_chart(told, _note(told)) if _dwellings(told) else None,
        map=homes_map(told),
        levers=tuple(_levers(told)),
        unknowns=tuple(_unknowns(told)),
        methods=tuple(_methods(told)),
    )


def _answer(told: Told[Figures]) -> str:
    town = told.figures
    if not _dwellings(told):
        reason = town.dwellings.reason if isinstance(town.dwellings, Missing) else "aucun logement n’est connu"
        return f"Nous ne savons pas\u00a0: {reason}."
    if isinstance(town.all_three, Missing):
        return _partial(told)
    said = places.on_ground(told, sentences.share_of(town.all_three, home(told), MEETS, _dwellings(told)))
    return f"{_verdict(town.all_three)} {said}{_banded(told, 'all_three')}.{_lack(told)}"


def _lack(told: Told[Figures]) -> str:
    """` Ce qui manque le plus : la canopée, pour 88 % des logements.`; empty when nothing is."""
    least = answered(told)[0]
    lacking = 100 - places.known(least.share(told.figures))
    if not lacking:
        return ""
    whom = f"{sentences.share(lacking)} des {home(told).many}" if lacking < 100 else f"tous les {home(told).many}"
    return f" Ce qui manque le plus\u00a0: {least.lack}{'' if _dwellings(told) == 1 else f', pour {whom}'}."


def _partial(told: Told[Figures]) -> str:
    """What is known when a condition is not."""
    found, missing = [one for one in CONDITIONS if one in answered(told)], _missing(told)
    if not found:
        return f"Nous ne savons pas\u00a0: {missing[0][1]}."
    said = french.listing([_with_band(told, one) for one in found])
    lacking = french.listing([one.lack for one, _ in missing])
    return f"En partie seulement. {places.on_ground(told, said)}. Reste à connaître\u00a0: {lacking}."


def _with_band(told: Told[Figures], condition: Condition) -> str:
    """`31 % des logements voient trois arbres (de 12 % à 45 % selon que l’on voit un arbre à 15 ou à 50 m)`."""
    band = band_of(told, "three") if condition.figure == "three" else None
    return f"{condition.said(told)} ({band.words})" if band else condition.said(told)


def _banded(told: Told[Figures], figure: str) -> str:
    """`, de 2 % à 6 % selon que l’on voit un arbre à 15 ou à 50 m`."""
    band = band_of(told, figure)
    return f", {band.words}" if band else ""


def _verdict(share: float) -> str:
    if share in (0, 100):
        return "Oui." if share else "Non."
    return "Le plus souvent." if share > 50 else "Rarement." if share < 25 else "Pas pour tous."


def _brief(told: Told[Figures]) -> list[Finding]:
    town = told.figures
    if not _dwellings(told):
        return []
    found = []
    if not isinstance(town.all_three, Missing):
        said = sentences.share_of(town.all_three, home(told), MEETS, _dwellings(told))
        rule = "Voir trois arbres, avoir 30\u202f% de canopée autour de chez soi et un espace vert à 300\u00a0m."
        found.append(Finding(places.on_ground(told, f"{said}{_banded(told, 'all_three')}."), rule))
    return [*found, *(Finding(f"{french.capital(one.said(told))}.", _measured(told, one)) for one in answered(told))]


def _measured(told: Told[Figures], condition: Condition) -> str:
    if condition.figure == "three":
        return f"{french.capital(_context(told, condition))}."
    if condition.figure == "thirty":
        radius = french.quantity(chosen(told, "neighbourhood"), "m")
        return f"Canopée\u00a0: surface couverte par les houppiers, vue du ciel, à {radius} à la ronde."
    if "roads" in told.given:
        return "Distance à pied, par les rues."
    return "Distance à vol d’oiseau, faute de connaître les rues\u00a0: c’est un maximum."


def _keys(told: Told[Figures]) -> list[KeyFigure]:
    town = told.figures
    if not _dwellings(told):
        return []
    found, homes = [], home(told).many
    if not isinstance(town.all_three, Missing):
        band = band_of(told, "all_three")
        context = band.words if band else "les trois à la fois"
        found.append(KeyFigure(sentences.share(town.all_three), f"des {homes} remplissent la règle 3-30-300", context))
    for one in answered(told):
        share = places.known(one.share(town))
        found.append(KeyFigure(sentences.share(share), f"des {homes} {one.verb(told).many}", _context(told, one)))
    return found


def _context(told: Told[Figures], condition: Condition) -> str:
    if condition.figure == "three":
        band = band_of(told, "three")
        return band.words if band else f"à {french.quantity(chosen(told, 'seen'), 'm')} ou moins"
    if condition.figure == "thirty":
        return f"à {french.quantity(chosen(told, 'neighbourhood'), 'm')} à la ronde"
    return f"distance {walked(told)}"


def _note(told: Told[Figures]) -> str:
    """How to read the bars: what was chosen, since the rule does not say it."""
    said = f"La règle ne dit pas comment compter. Ici, on voit un arbre à {french.quantity(chosen(told, 'seen'), 'm')}"
    band = band_of(told, "three")
    if band is None:
        return f"{said} ou moins. Distance à l’espace vert {walked(told)}."
    part = "la part de logements qui en voient trois"
    depends = "ne dépend pas de cette distance" if band.flat else f"va {band.words}"
    return f"{said} ou moins\u202f; {part} {depends}. Distance à l’espace vert {walked(told)}."


def _levers(told: Told[Figures]) -> list[Finding]:
    """The least met conditions first; what is there is kept when all are met."""
    wanting = [one for one in answered(told) if places.known(one.share(told.figures)) < 100]
    if not _dwellings(told):
        return [Finding("Décrire les bâtiments.", "Ajouter une couche de bâtiments avec leurs logements.")]
    if not wanting:
        kept = "Protéger les arbres et les espaces verts en place dans les documents d’urbanisme."
        return [Finding("Garder ce qui existe.", kept)]
    return [_lever(told, one) for one in wanting]


def _lever(told: Told[Figures], condition: Condition) -> Finding:
    share = places.known(condition.share(told.figures))
    lacking = sentences.amount(_dwellings(told) * (100 - share) / 100, home(told))
    where = _where(told, condition)
    if condition.figure == "three":
        return Finding("Planter là où l’on voit moins de trois arbres.", f"Cela concerne {lacking}.{where}")
    if condition.figure == "thirty":
        shade = "La canopée vient d’abord des arbres adultes\u202f; les nouveaux, en pleine terre, prendront le relais."
        return Finding("Garder les grands arbres, en planter de nouveaux.", f"{shade}{where}")
    far = f"{french.capital(lacking)} {'en est' if lacking.startswith('un ') else 'en sont'} à plus de 300\u00a0m."
    return Finding("Ouvrir un espace vert, ou le chemin qui y mène.", f"{far}{where}")


def _where(told: Told[Figures], condition: Condition) -> str:
    """The quarters where most dwellings lack it, when quarters have names."""
    if not places.are_named(told):
        return ""
    lacking = {}
    for name, one in told.zones().items():
        share = condition.share(one)
        if not isinstance(share, Missing) and share < places.known(condition.share(told.figures)):
            lacking[name] = places.known(one.dwellings) * (100 - share)
    worst = sorted(lacking, key=lambda name: (-lacking[name], name))[:3]
    return f" Commencer par {french.quoted(worst)}." if worst else ""


def _unknowns(told: Told[Figures]) -> list[Finding]:
    found = [
        *places.uncovered(told),
        *(Finding(f"{french.capital(one.lack)}.", f"{french.capital(reason)}.") for one, reason in _missing(told)),
    ]
    given = {one.figure for one in answered(told)}
    if "three" in given:
        seen = french.quantity(chosen(told, "seen"), "m")
        found.append(Finding("Ce qui cache la vue.", f"Un arbre à {seen} est compté comme vu, même derrière un mur."))
    if "three_hundred" in given:
        if "roads" not in told.given:
            found.append(
                Finding("Le vrai chemin à pied.", "Les rues ne sont pas connues\u00a0: ajouter la couche routes.")
            )
        doors = "La distance s’arrête à la limite de l’espace vert, pas à son entrée."
        found.append(Finding("Les entrées et les horaires des espaces verts.", doors))
    return found


def _methods(told: Told[Figures]) -> list[Finding]:
    seen, radius = french.quantity(chosen(told, "seen"), "m"), french.quantity(chosen(told, "neighbourhood"), "m")
    small, walk = french.quantity(chosen(told, "smallest"), "m²"), french.quantity(WALK, "m")
    return [
        Finding(
            "Règle 3-30-300.",
            f"Trois arbres à {seen} ou moins du bâtiment, {french.percent(CANOPY)} de canopée à {radius} à la ronde, "
            f"un espace vert d’au moins {small} à {walk} ou moins, {walked(told)}. "
            "Parts de logements, non de bâtiments. Les distances sont mesurées plus loin que la règle, pour dire de "
            "combien elle est manquée.",
        ),
        Finding("Ce que vaut la règle.", "Un repère d’usage sans calcul officiel\u00a0: chaque choix est donné ici."),
    ]


def _missing(told: Told[Figures]) -> list[tuple[Condition, str]]:
    """The conditions that are not known, and why."""
    shares = ((one, one.share(told.figures)) for one in CONDITIONS)
    return [(one, share.reason) for one, share in shares if isinstance(share, Missing)]


def _dwellings(told: Told[Figures]) -> float:
    return places.known(told.figures.dwellings)
