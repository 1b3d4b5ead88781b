"""Connaissance des espèces in plain French: what is known, at least how much is not, where nobody looked."""

from __future__ import annotations

from coeurdeville.core import french, sentences
from coeurdeville.core.missing import Missing
from coeurdeville.core.sentences import Noun, Verb
from coeurdeville.services import places
from coeurdeville.services.biodiversity.species_knowledge import Figures, species_knowledge
from coeurdeville.services.biodiversity.species_knowledge_exhibits import (
    CELL,
    RECORD,
    SPECIES,
    Effort,
    effort_map,
    groups_chart,
)
from coeurdeville.services.contract.declaration import Breakdown
from coeurdeville.services.contract.page import Finding, KeyFigure, Page, Told

QUESTION = "Quelles espèces vivent dans notre ville, et où n’a-t-on pas regardé\u202f?"
NOTED = Verb("a été notée", "ont été notées")
OBSERVED = Noun("espèce connue", feminine=True)
PROTECTED = Noun("espèce protégée", feminine=True)
THREATENED = Noun("espèce menacée", feminine=True)
INVASIVE = Noun("espèce exotique envahissante", "espèces exotiques envahissantes", feminine=True)
STATUSES = (("protected", PROTECTED), ("threatened", THREATENED), ("invasive", INVASIVE))
NOT_AN_INVENTORY = "Des observations transmises ne font pas un inventaire\u00a0: on note surtout là où l’on va."


@species_knowledge.words
def words(told: Told[Figures]) -> Page:
    """The page of species."""
    town, effort = told.figures, Effort.of(told)
    return Page(
        question=QUESTION,
        answer=_answer(told, effort),
        brief=tuple(_brief(told, effort)),
        keys=tuple(_keys(town, effort)),
        chart=groups_chart(town.groups) if isinstance(town.groups, Breakdown) else None,
        map=effort_map(effort),
        levers=tuple(_levers(told, effort))[:3],
        unknowns=tuple(_unknowns(told, effort)),
        methods=_methods(told),
    )


def _answer(told: Told[Figures], effort: Effort) -> str:
    town = told.figures
    if isinstance(town.records, Missing):
        return f"Nous ne savons pas\u00a0: {places.OUTSIDE}."
    if not town.records:
        return "Nous ne savons pas\u00a0: aucune observation d’espèce n’a été transmise."
    blind = f" {_blind(effort)}." if effort.unseen is not None else ""
    return f"{places.on_ground(told, _known(town))}\u202f; {_lacking(town)}.{blind}"


def _known(town: Figures) -> str:
    """`on connaît 340 espèces, d’après environ 12 000 observations`."""
    species = "une espèce" if town.richness == 1 else sentences.counted(town.richness, SPECIES)
    return f"on connaît {species}, d’après {sentences.amount(town.records, RECORD)}"


def _lacking(town: Figures) -> str:
    """How many there are at least: the estimate is a lower bound, and is said so."""
    if isinstance(town.estimated, Missing):
        return "c’est trop peu pour estimer combien il en manque"
    if round(town.estimated) <= town.richness:
        return "rien n’indique qu’il en manque là où l’on a regardé"
    return f"il y en a au moins {french.about(town.estimated)}"


def _blind(effort: Effort) -> str:
    """`personne n’a rien noté dans 62 % des carrés de 200 m de la ville`."""
    share = effort.unseen or 0
    if not share:
        return f"Chaque {CELL.one} a au moins une observation"
    return f"Personne n’a rien noté dans {sentences.share(share)} des {CELL.many} de la ville"


def _brief(told: Told[Figures], effort: Effort) -> list[Finding]:
    town = told.figures
    if isinstance(town.records, Missing) or not town.records:
        return []
    found = [Finding(f"{places.on_ground(told, _known(town))}.", f"{french.capital(_lacking(town))}.")]
    if effort.unseen is not None:
        count = sentences.counted(len(effort.empty), CELL)
        verb = "n’a" if len(effort.empty) < 2 else "n’ont"
        empty = f"{count} sur {french.number(effort.total)} {verb} aucune observation. "
        found.append(Finding(f"{_blind(effort)}.", f"{empty if effort.empty else ''}{NOT_AN_INVENTORY}"))
    return [*found, *_status_findings(town)]


def _status_findings(town: Figures) -> list[Finding]:
    """Species of each status that is known; none seen is not none there."""
    found = []
    for figure, noun in STATUSES:
        count = getattr(town, figure)
        if not isinstance(count, Missing):
            said = french.capital(sentences.number_of(count, noun, NOTED))
            found.append(Finding(f"{said}.", "" if count else "Cela ne veut pas dire qu’il n’y en a pas."))
    return found


def _keys(town: Figures, effort: Effort) -> list[KeyFigure]:
    if isinstance(town.records, Missing) or not town.records:
        return []
    records = f"d’après {sentences.amount(town.records, RECORD)}"
    found = [KeyFigure(french.number(town.richness), OBSERVED.agreed(town.richness), records)]
    if not isinstance(town.completeness, Missing) and not isinstance(town.estimated, Missing):
        least = f"il y en a au moins {french.about(town.estimated)}"
        found.append(KeyFigure(sentences.share(town.completeness), "au plus des espèces sont connues", least))
    if effort.unseen is not None:
        where = f"{french.number(len(effort.empty))} sur {french.number(effort.total)}"
        found.append(KeyFigure(sentences.share(effort.unseen), f"des {CELL.many} sans observation", where))
    for figure, noun in STATUSES:
        count = getattr(town, figure)
        if not isinstance(count, Missing):
            found.append(KeyFigure(french.number(count), noun.agreed(count), "parmi celles qui ont été notées"))
    return found


def _levers(told: Told[Figures], effort: Effort) -> list[Finding]:
    town, found = told.figures, []
    if effort.empty:
        start = "Commencer par les carrés hachurés" if effort.seen else "Commencer par les parcs et le bord de l’eau"
        found.append(
            Finding("Aller voir où personne n’a regardé.", f"{start}, avec une association ou un atlas communal.")
        )
    if places.known(town.protected):
        noted = french.capital(sentences.number_of(places.known(town.protected), PROTECTED, NOTED))
        found.append(
            Finding(
                "Regarder la carte avant un chantier.", f"{noted}\u00a0: la loi protège souvent aussi les lieux de vie."
            )
        )
    if places.known(town.invasive):
        found.append(Finding("Suivre les espèces envahissantes.", "Les signaler tôt, ne pas les replanter."))
    if "status" not in told.given:
        found.append(
            Finding(
                "Ajouter les statuts des espèces.",
                "On ne sait pas lesquelles sont protégées, menacées ou envahissantes.",
            )
        )
    return [
        *found,
        Finding("Noter ce que les services voient.", "Chaque observation datée et placée réduit l’inconnu."),
    ]


def _unknowns(told: Told[Figures], effort: Effort) -> list[Finding]:
    town, found = told.figures, [*places.uncovered(told)]
    if effort.empty:
        found.append(
            Finding("Ce qui vit là où personne n’a regardé.", "Un carré sans observation n’est pas un carré vide.")
        )
    if isinstance(town.estimated, Missing) and places.known(town.records):
        found.append(Finding("Combien d’espèces manquent.", f"Rien n’est estimé\u00a0: {town.estimated.reason}."))
    elif places.known(town.records):
        found.append(
            Finding("Le vrai nombre d’espèces.", "L’estimation est un minimum\u00a0: il peut y en avoir plus.")
        )
    for figure, noun in STATUSES:
        count = getattr(town, figure)
        if isinstance(count, Missing):
            found.append(Finding(f"Les {noun.many}.", f"{french.capital(count.reason)}."))
    return [*found, Finding("Si une espèce notée est encore là.", "Une observation dit ce que l’on a vu ce jour-là.")]


def _methods(told: Told[Figures]) -> tuple[Finding, ...]:
    blur = french.quantity(_chosen(told, "blur"), "m")
    fewest = sentences.amount(_chosen(told, "fewest"), RECORD)
    return (
        Finding("Observations retenues.", f"Placées à {blur} près ou mieux, ou de précision inconnue."),
        Finding(
            "Espèces estimées.",
            "Chao\u00a01, calculé sur les espèces vues une fois et deux fois\u00a0: c’est une borne basse. "
            f"La part connue est donc un maximum. Rien n’est estimé sous {fewest}.",
        ),
    )


def _chosen(told: Told[Figures], name: str) -> float:
    return float(str(told.parameters.get(name, species_knowledge.defaults[name])))
