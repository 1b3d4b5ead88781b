"""Datasets that were found, as entries of an inventory that somebody has to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from coeurdeville.core.french import day, listing
from coeurdeville.core.licences import UNKNOWN
from coeurdeville.inventory.decouverte.jeu import Jeu
from coeurdeville.inventory.decouverte.lieu import Corps
from coeurdeville.inventory.decouverte.rapprocher import Proposition, match
from coeurdeville.inventory.decouverte.recherche import Trouve
from coeurdeville.inventory.donnee import Donnee, Statut
from coeurdeville.inventory.ville import Ville, add_donnee
from coeurdeville.inventory.vocabulaire import Ouverture

AUTHOR = "coeurdeville"


@dataclass(frozen=True)
class Rapproche:
    """A dataset that was found, and the layer that it seems to be; None: no layer is proposed."""

    trouve: Trouve
    proposition: Proposition | None

    @property
    def confiance(self) -> str:
        """What users read: `sûr`, `à confirmer`, or nothing when no layer is proposed."""
        if self.proposition is None:
            return ""
        return "sûr" if self.proposition.sur and self.trouve.sur else "à confirmer"


@dataclass(frozen=True)
class Inscrits:
    """What was entered in an inventory, and what already was there."""

    ajoutes: tuple[Donnee, ...]
    presents: tuple[str, ...]
    """Titles of datasets whose address an entry already bears: that entry is left as it is."""


def match_all(found: Iterable[Trouve], bodies: Sequence[Corps]) -> tuple[Rapproche, ...]:
    """Every dataset with its proposal: the sure ones first, then by score, then those without layer, by title."""
    places = tuple(text for body in bodies for text in (body.nom, body.cherche))
    made = [Rapproche(one, match(one.jeu, places)) for one in found]
    return tuple(sorted(made, key=_order))


def enter(ville: Ville, found: Iterable[Rapproche], today: date) -> Inscrits:
    """Enter the datasets that seem to be a layer. An entry that is there is never changed, whoever wrote it.

    A dataset is known by the address of its page; one without address is not entered, as nothing would prove it.
    """
    there = {one.adresse.rstrip("/") for one in (*ville.donnees, *ville.ecartees) if one.adresse}
    taken = {one.id for one in (*ville.donnees, *ville.ecartees)}
    made: list[Donnee] = []
    present: list[str] = []
    for one in found:
        jeu, proposal = one.trouve.jeu, one.proposition
        if proposal is None or not jeu.adresse:
            continue
        if jeu.adresse.rstrip("/") in there:
            present.append(jeu.titre)
            continue
        made.append(_donnee(_identifier(proposal.couche, taken), one.trouve, proposal, one.confiance, today))
        there.add(jeu.adresse.rstrip("/"))
        taken.add(made[-1].id)
    if made:
        add_donnee(ville, *made)
    return Inscrits(tuple(made), tuple(present))


def _donnee(name: str, found: Trouve, proposal: Proposition, confiance: str, today: date) -> Donnee:
    jeu, body = found.jeu, found.corps
    donnee = Donnee(
        id=name,
        couche=proposal.couche,
        titre=jeu.titre,
        adresse=jeu.adresse,
        producteur=jeu.organisme,
        licence=jeu.licence,
        acces=_access(jeu, proposal, confiance),
        qualite=f"mise à jour le {day(jeu.maj)}, d’après le catalogue" if jeu.maj else "",
        statuts=(_statut(jeu, today),),
    )
    return donnee if body is None else _held(donnee, body)


def _held(donnee: Donnee, body: Corps) -> Donnee:
    """The same, held by a body that was recognised."""
    return replace(
        donnee, producteur=donnee.producteur or body.nom, siren=body.siren, acteur=body.nature.acteur,
        nature=body.nature, niveau=body.niveau,
    )  # fmt: skip


def _statut(jeu: Jeu, today: date) -> Statut:
    """Open as it is published; limited when its licence is known not to be open."""
    if jeu.licence.open or jeu.licence is UNKNOWN:
        return Statut(today, Ouverture.OUVERTE, AUTHOR, jeu.adresse)
    return Statut(today, Ouverture.LIMITEE, AUTHOR, jeu.adresse, jeu.licence.title)


def _access(jeu: Jeu, proposal: Proposition, confiance: str) -> str:
    """How it is obtained, and what somebody has to confirm."""
    doubt = "" if confiance == "sûr" else f", {confiance}"
    formats = f" ; téléchargement {listing(jeu.formats)}" if jeu.formats else " ; aucun format dit"
    licence = f" ; licence écrite : « {jeu.licence_ecrite} »" if jeu.licence_ecrite else ""
    return f"à confirmer : trouvé dans un catalogue, couche d’après le {proposal.pourquoi}{doubt}{formats}{licence}"


def _identifier(couche: str, taken: set[str]) -> str:
    """`arbres-publie`, numbered when other entries already bear it."""
    names = (f"{couche}-publie" if rank == 1 else f"{couche}-publie-{rank}" for rank in count(1))
    return next(name for name in names if name not in taken)


def _order(one: Rapproche) -> tuple[bool, bool, int, str]:
    proposal = one.proposition
    score = 0 if proposal is None else proposal.score
    return (proposal is None, one.confiance != "sûr", -score, one.trouve.jeu.titre)
