"""What a holder fills in."""

from __future__ import annotations

from typing import Any

from django import forms

from coeurdeville.espaces.models import Reponse
from coeurdeville.espaces.reponses import LICENCES_OFFERTES, MOTIFS, Saisie, manques
from coeurdeville.web.compte.formulaire import Formulaire

PUBLIC = "Ce texte sera public, dans l’inventaire de la ville\u00a0: n’y écrivez ni nom ni coordonnées de personne."


class Repondre(Formulaire):
    """One answer among six, and what each asks for."""

    reponse = forms.ChoiceField(
        label="Votre réponse", choices=Reponse.choices, widget=forms.RadioSelect, required=False
    )
    motif = forms.ChoiceField(
        label="Si vous ne pouvez pas la communiquer, pourquoi\u202f?",
        choices=[("", "Choisir une raison"), *MOTIFS.items()],
        required=False,
    )
    precisions = forms.CharField(
        label="Précisions", widget=forms.Textarea({"rows": 4}), required=False, max_length=4000, help_text=PUBLIC
    )
    licence = forms.ChoiceField(
        label="Licence, si vous la connaissez",
        choices=[("", "Je ne sais pas"), *LICENCES_OFFERTES.items()],
        required=False,
        help_text="Celle sous laquelle la donnée est publiée, ou le sera.",
    )
    adresse = forms.CharField(
        label="Adresse où elle est publiée",
        required=False,
        max_length=500,
        widget=forms.URLInput({"inputmode": "url", "autocomplete": "off"}),
    )
    fichier = forms.FileField(
        label="Joindre un fichier",
        required=False,
        help_text="La donnée ou un extrait, 100\u00a0Mo au plus. La ville seule le verra, et décidera de s’en servir.",
    )
    repondant = forms.CharField(
        label="Votre nom et votre fonction",
        required=False,
        max_length=200,
        widget=forms.TextInput({"autocomplete": "name"}),
        help_text="Pour que la ville sache qui lui répond. Ils ne sont jamais publiés.",
    )

    def clean(self) -> dict[str, Any]:
        """Every lack at once, beside its field."""
        for field, problem in manques(self.saisie):
            if field not in self.errors:
                self.add_error(field, f"{problem.message} {problem.cure}")
        return self.cleaned_data

    @property
    def saisie(self) -> Saisie:
        """The answer as the rules read it."""
        return Saisie(**{name: self.cleaned_data.get(name) or "" for name in Saisie.__dataclass_fields__})
