"""The form of a record of a project."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models

from coeurdeville.programme.evaluations.chiffres import offerts, rapporter
from coeurdeville.programme.experimentations.preuves import choix
from coeurdeville.programme.experimentations.valeurs import marque
from coeurdeville.programme.models import Experimentation, Objectif, Preuve, Resultat
from coeurdeville.web.compte.formulaire import Formulaire, dress
from coeurdeville.web.experimentations.champs import WHOLE, champ

MARK = "lue"
"""Name of the hidden field that says which state of the record its writer read."""


class FicheForm(Formulaire):
    """Fields of a record; `remplir` gives them to it."""

    def __init__(self, projet: Experimentation, record: models.Model, names: tuple[str, ...], *args: Any) -> None:
        self.projet, self.record, self.names = projet, record, names
        initial = {name: getattr(record, name) for name in names if name != "piece"}
        super().__init__(*args, initial=initial)
        for name in names:
            self.ajouter(name, champ(projet, type(record), name))

    def ajouter(self, name: str, field: forms.Field) -> None:
        """One more field, with the look of the site."""
        dress(field)
        self.fields[name] = field

    def remplir(self) -> models.Model:
        """The record with what was typed; it is not kept."""
        for name in self.names:
            value = self.cleaned_data[name]
            setattr(self.record, name, 0 if value is None and name in WHOLE else value)
        return self.record

    @property
    def lue(self) -> str:
        """Mark of the record as this page shows it; empty for one that is to come."""
        former = type(self.record)._default_manager.filter(pk=self.record.pk).first() if self.record.pk else None
        return marque(former) if former is not None else ""


class PreuveForm(FicheForm):
    """A piece of evidence, chosen among what there is."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        label = "Ce qui le montre"
        help_text = "Parmi ce que la ville a dans son espace, et les fichiers du projet."
        self.ajouter("objet", forms.ChoiceField(label=label, help_text=help_text, choices=self._choices()))
        self.initial["objet"] = f"{self.record.sorte}:{self.record.reference}"  # type: ignore[attr-defined]
        self.order_fields(["objet", *self.names])

    def remplir(self) -> models.Model:
        """With its sort and its reference."""
        self.record.sorte, _, self.record.reference = self.cleaned_data["objet"].partition(":")  # type: ignore[attr-defined]
        return super().remplir()

    def _choices(self) -> list[Any]:
        groups = [(str(one.label).capitalize(), choix(self.projet, one)) for one in Preuve.Sorte]
        named = [(title, [(f"{sort}:{key}", said) for key, said in those]) for (title, those), sort
                 in zip(groups, Preuve.Sorte.values, strict=True) if those]  # fmt: skip
        return [("", "choisir"), *named]


class ObjectifForm(FicheForm):
    """An objective, whose result can come from a published diagnostic."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        label = "Résultat donné par un diagnostic publié"
        self.ajouter("chiffre", forms.ChoiceField(label=label, required=False, choices=self._choices()))
        one: Any = self.record
        self.initial["chiffre"] = f"{one.edition}|{one.indicateur}" if one.edition else ""

    def remplir(self) -> models.Model:
        """With the figure that is chosen: then value, unit and source are those of the edition."""
        super().remplir()
        one: Any = self.record
        one.edition, _, one.indicateur = self.cleaned_data["chiffre"].partition("|")
        rapporter(one)
        return self.record

    def _choices(self) -> list[Any]:
        groups = [
            (f"Diagnostic du {edition.jour}", [(f"{edition.identifiant}|{one.cle}", f"{one.titre} : {one.dit}")
                                               for one in figures])
            for edition, figures in offerts(self.projet.commune)
        ]  # fmt: skip
        return [("", "aucun : le résultat est écrit ci-dessus"), *(pair for pair in groups if pair[1])]


class Preuves(forms.ModelChoiceField[Preuve]):
    """A choice among the pieces of evidence of a project."""

    def label_from_instance(self, obj: Preuve) -> str:
        """What it shows."""
        return obj.montre


class ResultatForm(FicheForm):
    """A result, with a piece of evidence of the project."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        label = self.fields["piece"].label
        self.ajouter("piece", Preuves(self.projet.preuves.all(), required=False, label=label, empty_label="aucune"))
        self.initial["piece"] = self.record.piece_id  # type: ignore[attr-defined]


FORMS: dict[type[models.Model], type[FicheForm]] = {Preuve: PreuveForm, Objectif: ObjectifForm, Resultat: ResultatForm}


def formulaire(projet: Experimentation, record: models.Model, names: tuple[str, ...], data: Any = None) -> FicheForm:
    """The form of a record, filled with `data` when it was sent."""
    return FORMS.get(type(record), FicheForm)(projet, record, names, data)
