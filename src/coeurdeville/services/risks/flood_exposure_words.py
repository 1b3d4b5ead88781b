"""Exposition aux inondations in plain French: what each scenario reaches, from the most frequent to the rarest."""

from __future__ import annotations

from coeurdeville.core import french, sentences
from coeurdeville.core.missing import Missing
from coeurdeville.core.sentences import Noun, Verb
from coeurdeville.services import places
from coeurdeville.services.contract.page import Finding, KeyFigure, Page, Told
from coeurdeville.services.risks.flood_damage import FEWEST
from coeurdeville.services.risks.flood_exposure import Figures, flood_exposure
from coeurdeville.services.risks.flood_exposure_exhibits import (
    BUILDING,
    COUNTED,
    FACILITY,
    HOUSED,
    Flood,
    floods,
    scenarios_chart,
    widest,
    zones_map,
)
from coeurdeville.services.risks.flood_scenarios import EVERY_LEVEL

QUESTION = "En cas d’inondation, qui et quoi serait touché dans notre ville\u202f?"
REACHED = Verb("serait touché", "seraient touchés")
PREVAILS = "Ce calcul ne remplace pas le plan de prévention des risques\u00a0: lui seul fait foi."
MILLION = 1e6
UNKNOWN = {
    "people": "Le nombre d’habitants touchés.",
    "facilities": "Les équipements touchés.",
    "yearly_damage": "Le coût des dommages.",
}
"""Figures that may be missing, as they are told then."""


@flood_exposure.words
def words(told: Told[Figures]) -> Page:
    """The page of floods."""
    return Page(
        question=QUESTION,
        answer=_answer(told),
        brief=tuple(_brief(told)),
        keys=tuple(_keys(told)),
        chart=scenarios_chart(told),
        map=zones_map(told),
        levers=tuple(_levers(told))[:3],
        unknowns=tuple(_unknowns(told)),
        methods=_methods(told),
    )


def _answer(told: Told[Figures]) -> str:
    found = floods(told.by)
    if reason := _unknown(told):
        return f"Nous ne savons pas\u00a0: {reason}."
    if not widest(found).buildings:
        return f"{places.on_ground(told, _untouched(found))}{_but(found)}, ce qui ne dit rien des autres inondations."
    said = f"{_reach(widest(found), _extras(widest(found), COUNTED))}{_often(found)}"
    return f"{places.on_ground(told, said)}."


def _unknown(told: Told[Figures]) -> str:
    """Why nothing can be said; empty when something can."""
    found = floods(told.by)
    if not found:
        outside = any(isinstance(one.buildings, Missing) for one in told.by.values())
        return places.OUTSIDE if outside else "aucune zone inondable n’est cartographiée dans la commune"
    shares = [one.figures.share for one in found]
    return "aucun bâtiment n’est connu" if all(isinstance(share, Missing) for share in shares) else ""


def _untouched(found: list[Flood]) -> str:
    """`aucun bâtiment n’est touché par les trois scénarios cartographiés`."""
    count = _described(found)
    if count == 1:
        return "aucun bâtiment n’est touché par le seul scénario cartographié"
    return f"aucun bâtiment n’est touché par les {french.in_words(count)} scénarios cartographiés"


def _described(found: list[Flood]) -> int:
    """How many scenarios there are; hazard levels are parts of one."""
    return 1 if _by_level(found) else len(found)


def _by_level(found: list[Flood]) -> bool:
    """Whether one flood is mapped, hazard level by hazard level."""
    return any(flood.scenario.name == EVERY_LEVEL for flood in found)


def _but(found: list[Flood]) -> str:
    """`, mais deux équipements publics le sont`; empty when none is, or none is known."""
    count = max(places.known(flood.figures.facilities) for flood in found)
    return f", mais {sentences.number_of(count, FACILITY, Verb('l’est', 'le sont'))}" if count else ""


def _reach(flood: Flood, extras: list[str]) -> str:
    """`une inondation extrême toucherait environ 1 200 bâtiments (12 %), 2 300 logements et 4 100 habitants`."""
    share = flood.figures.share
    part = "" if isinstance(share, Missing) else f" ({sentences.share(share)})"
    counts = french.listing([f"{sentences.amount(flood.buildings, BUILDING)}{part}", *extras])
    return f"{flood.scenario.subject} toucherait {counts}"


def _extras(flood: Flood, counted: tuple[tuple[str, Noun], ...] = HOUSED) -> list[str]:
    """What is counted with buildings, when it is known and there is some."""
    counts = [(getattr(flood.figures, figure), noun) for figure, noun in counted]
    known = [(count, noun) for count, noun in counts if not isinstance(count, Missing) and round(count)]
    return [sentences.amount(count, noun, near=False) for count, noun in known]


def _often(found: list[Flood]) -> str:
    """What the most frequent flood reaches, when it is known to be more frequent than the widest."""
    first, most = found[0], widest(found)
    if first is most or not first.scenario.flood:
        return ""
    if not first.buildings:
        return f"\u202f; {first.scenario.subject} n’en toucherait aucun"
    return f"\u202f; {first.scenario.subject}, {sentences.amount(first.buildings, BUILDING)}"


def _brief(told: Told[Figures]) -> list[Finding]:
    found = floods(told.by)
    if _unknown(told):
        return []
    most = widest(found)
    if not most.buildings:
        return [Finding(f"{places.on_ground(told, _untouched(found))}.", PREVAILS), *_services(found)]
    extras = _extras(most)
    detail = f"Soit {french.listing(extras)}. " if extras else ""
    brief = [Finding(f"{places.on_ground(told, _reach(most, []))}.", f"{detail}{PREVAILS}")]
    if often := _often(found):
        first = found[0]
        reach = "n’en toucherait aucun" if not first.buildings else f"en toucherait {french.about(first.buildings)}"
        assert often
        brief.append(Finding(f"{french.capital(first.scenario.subject)} {reach}.", _soit(_extras(first))))
    return [*brief, *_services(found), *_costs(found)]


def _soit(extras: list[str]) -> str:
    return f"Soit {french.listing(extras)}." if extras else ""


def _services(found: list[Flood]) -> list[Finding]:
    """Facilities reached by the widest scenario, when facilities are known."""
    most = max(reversed(found), key=lambda one: places.known(one.figures.facilities))
    count = most.figures.facilities
    if isinstance(count, Missing):
        return []
    said = sentences.number_of(count, FACILITY, REACHED)
    where = f"Dans {most.scenario.subject}." if count else "Dans aucun scénario cartographié."
    return [Finding(f"{french.capital(said)}.", where)]


def _costs(found: list[Flood]) -> list[Finding]:
    """Money, only when the user's damage functions gave some; with its convention."""
    yearly = found[-1].figures.yearly_damage
    if isinstance(yearly, Missing):
        return []
    curve = "Moyenne des scénarios, chacun selon sa fréquence\u00a0: aire sous la courbe dommage-fréquence (trapèzes)."
    return [Finding(f"Les dommages aux bâtiments coûteraient en moyenne {money(yearly)} par an.", curve)]


def money(euros: float) -> str:
    """`12 millions d’euros`, `340 000 euros`: what a reader retains."""
    if euros < MILLION:
        return f"{french.about(euros)}\u00a0{french.agree(euros, 'euro')}"
    millions = euros / MILLION
    count = french.number(millions, 1) if millions < 10 else french.about(millions)
    return f"{count}\u00a0{french.agree(millions, 'million')} d’euros"


def _keys(told: Told[Figures]) -> list[KeyFigure]:
    found = floods(told.by)
    if _unknown(told):
        return []
    most = widest(found)
    figures, where = most.figures, f"dans {most.scenario.subject}"
    share = "" if isinstance(figures.share, Missing) else f", {sentences.share(figures.share)} des bâtiments"
    keys = [_key(figures.buildings, BUILDING, f"{where}{share}")]
    for figure, noun in COUNTED:
        count = getattr(figures, figure)
        if not isinstance(count, Missing) and round(count):
            keys.append(_key(count, noun, where))
    if not isinstance(figures.yearly_damage, Missing):
        keys.append(KeyFigure(money(figures.yearly_damage), "de dommages par an en moyenne", "bâtiments seulement"))
    return keys


def _key(count: float, noun: Noun, context: str) -> KeyFigure:
    whole = round(count)
    return KeyFigure(french.about(whole), f"{noun.agreed(whole)} {french.agree(whole, 'touché')}", context)


def _levers(told: Told[Figures]) -> list[Finding]:
    found = floods(told.by)
    if _unknown(told):
        return [Finding("Réunir les cartes.", "Demander à la préfecture les zones inondables du plan de prévention.")]
    levers, most = [], widest(found)
    if most.buildings:
        told_to = "Le plan communal de sauvegarde dit qui prévenir et où accueillir."
        levers.append(Finding("Préparer l’alerte et l’accueil.", f"{told_to}{_where(told, most)}"))
        often = found[0].buildings if found[0].scenario.flood else 0
        first = f"Commencer par {_those(often)}. " if often and found[0] is not most else ""
        works = (
            "Batardeaux, réseau électrique en hauteur, zone refuge\u00a0: le diagnostic se fait bâtiment par bâtiment."
        )
        levers.append(Finding("Rendre les bâtiments moins vulnérables.", f"{first}{works}"))
    if any(places.known(one.figures.facilities) for one in found):
        levers.append(
            Finding("Assurer la continuité des équipements.", "Prévoir où chacun s’installerait si l’eau monte.")
        )
    count = _described(found)
    if count < FEWEST:
        asked = f"Seul{'s' if count > 1 else ''} {french.how_many(count, 'scénario')} "
        asked += f"{'est décrit' if count == 1 else 'sont décrits'}\u00a0: en demander d’autres à la préfecture."
        levers.append(Finding("Compléter les scénarios.", asked))
    return levers or [Finding("Garder ces terrains libres.", "Y éviter toute construction nouvelle.")]


def _those(count: float) -> str:
    if count == 1:
        return "celui qu’une inondation fréquente toucherait"
    return f"les {french.about(count)} qu’une inondation fréquente toucherait"


def _where(told: Told[Figures], flood: Flood) -> str:
    """The quarters where most buildings are reached, when quarters have names."""
    if not places.are_named(told):
        return ""
    name = flood.scenario.name
    zones = told.zonings.get(told.zoning, {})
    counts = {zone: places.known(by[name].buildings) for zone, by in zones.items() if name in by}
    worst = sorted((zone for zone, count in counts.items() if count), key=lambda zone: (-counts[zone], zone))
    return f" Le plus de bâtiments touchés\u00a0: {french.quoted(worst[:3])}." if worst else ""


def _unknowns(told: Told[Figures]) -> list[Finding]:
    found = [*places.uncovered(told)]
    found.append(Finding("Ce qui vaut pour une parcelle.", PREVAILS))
    absent = "Un scénario absent n’est pas sans danger\u00a0: il n’a pas été transmis."
    found.append(Finding("Les inondations que personne n’a cartographiées.", absent))
    found.append(Finding("La hauteur du premier plancher.", "Un bâtiment surélevé est compté comme les autres."))
    found.append(Finding("Les réseaux.", "Une coupure d’eau ou d’électricité touche plus loin que l’eau."))
    shown = floods(told.by)
    for figure, title in UNKNOWN.items():
        reasons = [one.reason for flood in shown if isinstance(one := getattr(flood.figures, figure), Missing)]
        found += [Finding(title, f"{french.capital(reason)}.") for reason in reasons[:1]]
    return found


def _levels(found: list[Flood]) -> str:
    """That hazard levels are not scenarios, where there are some."""
    if not _by_level(found):
        return ""
    return "Les niveaux d’aléa sont ceux d’une même inondation, où chaque bâtiment compte une fois. "


def _methods(told: Told[Figures]) -> tuple[Finding, ...]:
    counted = Finding(
        "Bâtiments touchés.",
        "Ceux dont l’emprise rencontre la zone, quelle que soit la part mouillée. "
        "Les zones d’un même scénario qui se recouvrent comptent une fois. "
        f"{_levels(floods(told.by))}Les habitants sont répartis entre les logements de leur carreau.",
    )
    yearly = [one.figures.yearly_damage for one in floods(told.by)]
    if any(not isinstance(value, Missing) for value in yearly):
        money_words = "Fonctions de dommage fournies par l’utilisateur, sur l’emprise mouillée. "
        money_words += "Dommage moyen annuel\u00a0: aire sous la courbe dommage-fréquence, par trapèzes."
        return counted, Finding("Dommages.", money_words)
    why = f"Donnés seulement avec les fonctions de dommage de l’utilisateur et {french.in_words(FEWEST)} scénarios"
    return counted, Finding("Dommages.", f"{why} au moins, avec leur période de retour et leur hauteur d’eau.")
