"""The questions of a step, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from coeurdeville.inventory.problemes.recueil import fiches
from coeurdeville.programme.appels.formulaire import Champ, Sorte
from coeurdeville.programme.candidatures.connu import Connu, Proposee, proposees
from coeurdeville.programme.candidatures.lecture import Dossier
from coeurdeville.programme.candidatures.mots import dite
from coeurdeville.programme.candidatures.reponses import ROLES
from coeurdeville.programme.candidatures.saisie import base_de, lue, nom_de_ligne
from coeurdeville.programme.candidatures.valeurs import AUTRE, valeurs
from coeurdeville.services.contract.declaration import THEME_LABELS, Theme

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Question:
    """One question with its answer, as a template shows it."""

    champ: Champ
    version: int
    texte: str
    """What stands in the control: the answer kept, or what was typed and not taken."""
    ouverte: bool
    """Whether it may be answered now."""
    auteur: str = ""
    """Who wrote the present answer."""
    lignes: Sequence[tuple[str, Proposee]] = ()
    """For data: name of the control, line."""
    options: Options = ()
    groupes: Sequence[tuple[str, Options]] = ()
    """Options under headings."""
    fautes: Sequence[str] = field(default_factory=tuple)
    dit: str = ""
    """The answer kept, in words."""

    @property
    def id(self) -> str:
        """Identifier of its first control."""
        return f"champ-{self.champ.cle}"


def questions(
    found: Dossier, champs: Sequence[Champ], known: Connu, sent: Mapping[str, str] | None = None,
    fautes: Mapping[str, Sequence[str]] | None = None,
) -> list[Question]:  # fmt: skip
    """The questions of these fields; `sent` is what a form typed, in the place of what is kept."""
    return [_question(found, one, known, sent, (fautes or {}).get(one.cle, ())) for one in champs]


def _question(
    found: Dossier, champ: Champ, known: Connu, sent: Mapping[str, str] | None, fautes: Sequence[str]
) -> Question:
    kept = found.reponses.get(champ.cle)
    value = lue(champ, sent) if sent is not None else (kept.valeur if kept else None)
    version = base_de(champ, sent) if sent is not None else (kept.version if kept else 0)
    return Question(
        champ, version, _text(champ, value), found.ouvert(champ.cle),
        str(kept.auteur or "un ancien membre") if kept else "",
        _lines(found, champ, known, value) if champ.sorte is Sorte.DONNEES else (),
        _options(found, champ), _groups(champ, known), fautes, dite(champ, kept.valeur if kept else None),
    )  # fmt: skip


def _text(champ: Champ, value: Any) -> str:
    if value is None or champ.sorte is Sorte.DONNEES:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def _lines(found: Dossier, champ: Champ, known: Connu, value: Any) -> list[tuple[str, Proposee]]:
    rows = proposees(known.proposables, valeurs(found.candidature).service, value)
    return [(nom_de_ligne(champ.cle, one.couche, one.entree), one) for one in rows]


def _options(found: Dossier, champ: Champ) -> Options:
    match champ.sorte:
        case Sorte.CHOIX:
            return list(champ.options.items())
        case Sorte.OUI_NON:
            return [("oui", "Oui"), ("non", "Non")]
        case Sorte.THEME:
            return [(one, THEME_LABELS[Theme(one)]) for one in found.candidature.appel.themes if one in set(Theme)]
        case Sorte.DONNEES:
            return [("", "non"), *ROLES.items()]
    return ()


def _groups(champ: Champ, known: Connu) -> Sequence[tuple[str, Options]]:
    if champ.sorte is Sorte.PROBLEME:
        told = groupby(fiches().values(), key=lambda one: one.sujet.libelle)
        return [*((name, [(one.id, one.titre) for one in those]) for name, those in told), OTHER]
    if champ.sorte is Sorte.SERVICE:
        cells = groupby(known.cellules.values(), key=lambda one: one.service.theme.label)
        return [*((name, [(one.service.slug, f"{one.service.title} ({one.state.label})") for one in those])
                  for name, those in cells), OTHER]  # fmt: skip
    return ()


OTHER = ("Aucun de ceux-là", [(AUTRE, "Un autre")])
