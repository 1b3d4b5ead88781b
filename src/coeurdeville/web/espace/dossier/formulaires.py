"""The reason of a change, and the form of a file."""

from __future__ import annotations

from django import forms

from coeurdeville.web.compte.formulaire import Formulaire
from coeurdeville.web.espace.dossier.champs import CHOIX, couches


class Motif(Formulaire):
    """Why the folder is changed."""

    motif = forms.CharField(
        label="Pourquoi ce changement",
        required=False,
        max_length=300,
        help_text="Facultatif. L’historique le montre avec votre nom et la date.",
    )


class Ajout(Motif):
    """A file, or the parts of a Shapefile, with what it does not say by itself."""

    donnee = forms.CharField(widget=forms.HiddenInput, required=False)
    """The entry of which it is the file; empty: it makes its own."""
    couche = forms.ChoiceField(
        label="Ce qu’il contient",
        choices=couches,
        required=False,
        help_text="Un extrait OpenStreetMap le dit lui-même : ne rien choisir.",
    )
    titre = forms.CharField(label="Titre", max_length=300, required=False)
    producteur = forms.CharField(label="Producteur", max_length=300, required=False, help_text="Qui l’a fait.")
    licence = forms.ChoiceField(label="Licence", choices=CHOIX["licence"], initial="inconnue", required=False)
    millesime = forms.CharField(
        label="Millésime", max_length=40, required=False, help_text="Une année (2024) ou un jour (23/11/2026)."
    )
    feuille = forms.CharField(
        label="Feuille ou partie à lire", max_length=200, required=False, help_text="Si le fichier en a plusieurs."
    )
    constantes = forms.CharField(
        label="Valeurs communes à tout le fichier",
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text="Une par ligne, par exemple : scenario = moyen.",
    )
