"""The specification of a call, as a document to print."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from coeurdeville.core.french import day, number
from coeurdeville.programme.appels.annulation import annulation, dite
from coeurdeville.programme.appels.formulaire import formulaire
from coeurdeville.programme.appels.ouverture import COUNTED
from coeurdeville.programme.appels.villes import appartenance, eligibles
from coeurdeville.programme.etats.noms import etat
from coeurdeville.programme.horloge import instant
from coeurdeville.reports.documents import Block, Bullets, Column, Document, Facts, Heading, Paragraph, Table
from coeurdeville.services.contract.declaration import THEME_LABELS, Theme

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel


def cahier(appel: Appel) -> Document:
    """Everything that a town needs to decide and to answer, on paper."""
    return Document(
        title=appel.titre,
        subtitle=appel.promesse,
        reference=f"Cahier des charges, {appel.saison.titre}",
        issuers=tuple(appel.organisateurs),
        blocks=(
            *_cancelled(appel),
            *en_blocs(appel.presentation),
            *_facts(appel),
            *en_blocs(appel.cahier),
            *_criteria(appel),
            *_form(appel),
            *_personal(appel),
        ),
    )


def _cancelled(appel: Appel) -> Iterator[Block]:
    event = annulation(appel)
    if event is not None:
        yield Paragraph(dite(event))


def en_blocs(text: str) -> Iterator[Block]:
    """Paragraphs, headings (`## `) and lists (`- `) of what the coordination wrote."""
    items: list[str] = []
    for line in [*(one.strip() for one in text.splitlines()), ""]:
        if line.startswith("- "):
            items.append(line[2:])
            continue
        if items:
            yield Bullets(tuple(items))
            items = []
        if line.startswith("## "):
            yield Heading(line[3:])
        elif line:
            yield Paragraph(line)


def _facts(appel: Appel) -> Iterator[Block]:
    dates = [("Ouverture des dépôts", appel.ouvre_le), ("Limite des dépôts", appel.ferme_le)]
    rows = [(label, f"{instant(when)}, heure de Paris") for label, when in dates if when]
    themes = ", ".join(THEME_LABELS[Theme(one)] for one in appel.themes)
    yield Facts((*rows, ("Thèmes", themes), ("Villes à retenir", f"environ {appel.a_retenir}"), *_promises(appel)))
    if appel.prolongations.all():
        yield Bullets(tuple(
            f"La limite était le {instant(one.ancienne)} ; elle a été reportée au {instant(one.nouvelle)}. {one.motif}"
            for one in appel.prolongations.all()
        ))  # fmt: skip


def _promises(appel: Appel) -> Iterator[tuple[str, str]]:
    """Who may answer, and what comes after the limit."""
    yield "Villes éligibles", eligibles(appel).title
    if appel.eligibles_au:
        yield "Appartenance au programme", f"appréciée {appartenance(appel)}"
    if appel.designation_le:
        yield "Désignation prévue", f"à partir du {day(appel.designation_le)}"
    if appel.duree_mois:
        yield "Durée des expérimentations", f"{appel.duree_mois.removesuffix(' mois')} mois"
    if appel.contact:
        yield "Une question", appel.contact


def _criteria(appel: Appel) -> Iterator[Block]:
    yield Heading("Ce qui pèse dans le choix")
    rows = tuple((one.titre, one.question, _weight(one.poids)) for one in appel.criteres.all())
    yield Table("Critères", (Column("Critère"), Column("Question posée aux relecteurs"), Column("Poids", True)), rows)


def _weight(value: Decimal) -> str:
    """`3`, `2,5`; a criterion without weight is read apart from the total."""
    return "à part" if not value else number(float(value), 0 if value == int(value) else 1)


def _form(appel: Appel) -> Iterator[Block]:
    yield Heading("Ce que le formulaire demande")
    for step in formulaire(appel).etapes:
        yield Heading(step.titre, 3)
        yield Bullets(tuple(f"{one.titre}{' (facultatif)' if one.facultatif else ''}" for one in step.champs))


def _personal(appel: Appel) -> Iterator[Block]:
    yield Heading("Données personnelles")
    yield Paragraph(f"Responsables conjoints du traitement : {', '.join(appel.organisateurs)}.")
    columns = (Column("Pourquoi"), Column("Base légale"), Column("Durée"))
    yield Table(
        "Traitements", columns, tuple((one["finalite"], one["base"], one["duree"]) for one in appel.traitements)
    )
    kept = tuple(
        (etat("candidature", code).nom, f"{months} mois{COUNTED.get(code, '')}")
        for code, months in appel.conservation.items()
    )
    yield Table("Conservation des candidatures", (Column("Issue"), Column("Durée")), kept)
