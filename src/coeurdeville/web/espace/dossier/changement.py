"""What the form of an entry asks, done to a folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from coeurdeville.comptes.auteurs import signe
from coeurdeville.comptes.models import Utilisateur
from coeurdeville.inventory.cooperations import add_cooperation
from coeurdeville.inventory.donnee import Statut
from coeurdeville.inventory.entrees import new_entry, put_back
from coeurdeville.inventory.saisie import answer
from coeurdeville.inventory.statuts import add_reponse, add_statut, awaits_answer
from coeurdeville.inventory.ville import Ville, open_ville
from coeurdeville.web.espace.dossier.fiche import Fiche


def statut_signe(form: Fiche, par: Utilisateur, commune: str) -> Statut | None:
    """The status to add, signed by the account of a member of the town rather than by their name."""
    told = form.nouveau_statut
    return replace(told, auteur=signe(told.auteur, par, commune)) if told and told.auteur else told


def changement(
    form: Fiche, made: list[str], retiree: Mapping[str, Any] | None, statut: Statut | None
) -> Callable[[Path], object]:
    """What the answers change in a folder.

    Parameters
    ----------
    made
        The identifier of the entry alone; empty: an entry is made, and its identifier written there.
    retiree
        What was written of an entry removed since, that is put back first.
    """
    told, identifiant = form.changees, made[0]

    def change(folder: Path) -> None:
        ville = open_ville(folder)
        if retiree is not None:
            ville = put_back(ville, retiree)
        if not identifiant:
            ville, made[0] = new_entry(ville, told["couche"], told["titre"])
        ville = answer(ville, made[0], told)
        if form.nouvelle_cooperation:
            ville = add_cooperation(ville, made[0], form.nouvelle_cooperation)
        _histoire(ville, made[0], form, statut)

    return change


def _histoire(ville: Ville, name: str, form: Fiche, statut: Statut | None) -> None:
    """The holder's answer to the status that awaits one, then the new status; else the answer is to the new one."""
    answered = bool(form.cleaned_data["reponse"])
    first = answered and (awaits_answer(ville, name) or not statut)
    if first:
        ville = add_reponse(ville, name, form.cleaned_data["reponse"], form.jour_de_reponse)
    if statut:
        ville = add_statut(ville, name, statut)
    if answered and not first:
        add_reponse(ville, name, form.cleaned_data["reponse"], form.jour_de_reponse)
