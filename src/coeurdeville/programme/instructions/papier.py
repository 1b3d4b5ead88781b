"""The minutes as a paper, from what they hold alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from coeurdeville.core.french import about, agree, capital, day, listing, number, plural, spaced
from coeurdeville.programme.horloge import instant
from coeurdeville.reports.documents import (
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
    Signature,
    Signatures,
    Table,
)

if TYPE_CHECKING:
    from coeurdeville.programme.models import ProcesVerbal

OUTCOMES: Final = {
    "retenir": "Candidatures retenues",
    "mettre_en_attente": "Liste d’attente",
    "ecarter": "Candidatures non retenues",
    "classer": "Candidatures classées sans suite",
}


@dataclass(frozen=True)
class Signee:
    """A signature that was given."""

    organisation: str
    nom: str
    le: datetime


def papier(minutes: ProcesVerbal, sauf: Collection[int] = ()) -> Document:
    """The minutes, with the signatures given so far; without the candidatures of `sauf`, which is said."""
    told = minutes.contenu
    signed = [Signee(one.organisation, one.nom, one.signee_le) for one in minutes.signatures.all()]
    return document(told, minutes.rang, minutes.empreinte, signed, sauf)


def document(
    told: Mapping[str, Any], rang: int, empreinte: str, signed: Sequence[Signee], sauf: Collection[int] = ()
) -> Document:  # fmt: skip
    """The same, from plain data."""
    held = date.fromisoformat(told["seance"]["le"])
    kept = _without(told, frozenset(sauf))
    blocks = (
        *_seats(kept, sauf),
        *_ranking(kept),
        *_decisions(kept),
        *_portfolio(kept),
        *_signing(kept, signed),
    )
    return Document(
        title=f"Procès-verbal {'complémentaire ' if 'annonce_du' in told else ''}nº {rang} du jury",
        subtitle=told["appel"]["titre"],
        reference=f"{told['appel']['slug']}, procès-verbal nº {rang}",
        date=held,
        issuers=tuple(told["appel"]["organisateurs"]),
        blocks=tuple(blocks),
        footer=f"Empreinte sha256 du contenu : {empreinte}",
    )


def _without(told: Mapping[str, Any], gone: frozenset[int]) -> Mapping[str, Any]:
    """What somebody who declared a link may read: what the set unlocks goes too when the candidature is of it."""
    parts = {
        name: [one for one in told[name] if one["numero"] not in gone]
        for name in ("recusations", "classement", "decisions")
    }
    touched = any(one["numero"] in gone for one in told["portefeuille"]["seuls"])
    return {**told, **parts, "portefeuille": None if touched else told["portefeuille"]}


def _seats(told: Mapping[str, Any], gone: Collection[int]) -> Iterator[Block]:
    sitting, call = told["seance"], told["appel"]
    there = date.fromisoformat(sitting["le"])
    if "annonce_du" in told:
        announced = datetime.fromisoformat(told["annonce_du"])
        yield Paragraph(
            spaced(
                f"Il complète ce qui a été annoncé le {instant(announced)} : il ne décide que de la liste d’attente."
            )
        )
    if gone:
        yield Note(
            "Exemplaire réduit : ce qui touche aux candidatures avec lesquelles vous avez déclaré un lien en est ôté.",
            "warning",
        )
    yield Facts(
        (
            ("Séance du", day(there)),
            ("Candidatures examinées", number(len(told["classement"]))),
            ("Places prévues par l’appel", number(call["a_retenir"])),
            ("Critères et poids", listing([f"{one['titre']} ({_weight(one['poids'])})" for one in told["criteres"]])),
        )
    )
    yield Heading("Qui a siégé")
    yield Bullets(tuple(_person(one) for one in sitting["presents"]))
    if sitting["absents"]:
        yield Paragraph(spaced(f"Absents : {listing([_person(one) for one in sitting['absents']])}."))
    yield Heading("Liens d’intérêts déclarés")
    if told["recusations"]:
        yield Paragraph(
            "Dès cette déclaration, ces personnes n’ont plus rien vu de la candidature nommée et n’en ont pas décidé ; "
            "leurs notes ont été effacées."
        )
        yield Bullets(tuple(spaced(f"{one['nom']} : {one['ville']}") for one in told["recusations"]))
    else:
        yield Paragraph("Aucun lien n’a été déclaré.")
    if sitting["observations"]:
        yield Heading("Observations")
        yield Paragraph(sitting["observations"])


def _ranking(told: Mapping[str, Any]) -> Iterator[Block]:
    wanted = told["appel"]["relectures_voulues"]
    yield Heading("Le classement, tel qu’il était")
    yield Paragraph(
        "Chaque relecture donne un score de 0 à 5, moyenne des notes pondérée par les critères. La place suit la "
        "médiane des scores, puis leur moyenne. Le classement éclaire le jury ; il ne décide pas."
    )
    columns = (
        Column("Ville"), Column("Place"), Column("Médiane", numeric=True), Column("Moyenne", numeric=True),
        Column("Étendue", numeric=True), Column("Relectures", numeric=True), Column("Abstentions", numeric=True),
    )  # fmt: skip
    yield Table("Les candidatures et leurs scores", columns, tuple(_row(one) for one in told["classement"]))
    few = [one["ville"] for one in told["classement"] if not one["suffisante"]]
    if few:
        yield Note(spaced(f"Moins de {plural(wanted, 'relecture')}, donc sans place : {listing(few)}."))


def _row(one: Mapping[str, Any]) -> tuple[str, ...]:
    place = "" if one["rang"] is None else f"{one['rang']}{' ex æquo' if one['ex_aequo'] else ''}"
    figures = [_figure(one[name]) for name in ("mediane", "moyenne", "etendue")]
    return one["ville"], place, *figures, number(one["relectures"]), number(one["abstentions"])


def _decisions(told: Mapping[str, Any]) -> Iterator[Block]:
    yield Heading("Les décisions")
    for issue, title in OUTCOMES.items():
        those = sorted((one for one in told["decisions"] if one["issue"] == issue), key=lambda one: one["rang"] or 0)
        if those:
            yield Heading(title, 3)
            columns = (Column("Ville"), Column("Motif"))
            yield Table(spaced(f"{title} : {len(those)}"), columns, tuple((_named(one), one["motif"]) for one in those))


def _named(one: Mapping[str, Any]) -> str:
    return f"{one['rang']}. {one['ville']}" if one["rang"] else one["ville"]


def _portfolio(told: Mapping[str, Any]) -> Iterator[Block]:
    those = told["portefeuille"]
    if those is None or not those["seuls"]:
        return
    whole = those["ensemble"]
    freed = whole["debloquees"]
    yield Heading("Ce que les candidatures retenues débloqueraient")
    yield KeyFigures(
        (
            KeyFigure(
                plural(freed, "ville"),
                f"{agree(freed, 'débloquée')}, ensemble",
                f"{about(whole['habitants'])} {agree(whole['habitants'], 'habitant')}",
            ),
            *_services(whole),
            KeyFigure(plural(whole["deja"], "ville"), "où ces services tournent déjà"),
        )
    )
    yield Paragraph(
        "Une ville est débloquée quand un service demandé, bloqué chez elle aujourd’hui, y tournerait si elle avait "
        "les données que ces candidatures prévoient et normaliseront. Les villes sont comptées une fois."
    )
    columns = (
        Column("Ville"),
        *(Column(name, numeric=True) for name in ("Villes débloquées", "Habitants", "Doutes levés")),
    )
    yield Table("Chacune, seule", columns, tuple(_alone(one) for one in those["seuls"]))
    parts = [f"{capital(name)} : {_counted(those[key])}." for name, key in _PARTS.items() if those[key]]
    yield Bullets(tuple(spaced(one) for one in parts))


_PARTS: Final = {"thèmes": "themes", "régions": "regions", "tailles": "tailles"}


def _services(whole: Mapping[str, int]) -> Iterator[KeyFigure]:
    """Services and doubts, town by town."""
    yield KeyFigure(plural(whole["services"], "service"), f"{agree(whole['services'], 'débloqué')}, ville par ville")
    yield KeyFigure(plural(whole["doutes"], "doute"), f"{agree(whole['doutes'], 'levé')}, ville par ville")


def _alone(one: Mapping[str, Any]) -> tuple[str, ...]:
    """Nothing can be said of a service that is not in the catalogue."""
    figures = (number(one["debloquees"]), about(one["habitants"]), number(one["doutes"]))
    return one["ville"], *(value if one["connue"] else "" for value in figures)


def _counted(found: Mapping[str, int]) -> str:
    return listing([f"{name} ({count})" for name, count in found.items() if count])


def _signing(told: Mapping[str, Any], signed: Sequence[Signee]) -> Iterator[Block]:
    yield Heading("Signatures")
    done = {one.organisation: one for one in signed}
    if done:
        yield Bullets(tuple(spaced(f"{one.organisation} : {one.nom}, le {instant(one.le)}") for one in signed))
    lacking = [one for one in told["appel"]["organisateurs"] if one not in done]
    if lacking:
        yield Signatures(tuple(Signature(one, "organisme qui désigne") for one in lacking))
    yield Paragraph("Chaque signature porte sur l’empreinte du contenu, écrite au pied de ce procès-verbal.")


def _person(one: Mapping[str, str]) -> str:
    return f"{one['nom']} ({one['organisation']})" if one["organisation"] else one["nom"]


def _figure(text: str | None) -> str:
    return "" if text is None else number(float(Fraction(text)), 2)


def _weight(text: str) -> str:
    value = float(text)
    return "hors total" if value == 0 else number(value, 0 if value.is_integer() else 1)
