"""The fields of a record: those of its model, with choices in French and dates that a browser can help to fill."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from django import forms
from django.db import models

from coeurdeville.core.french import capital
from coeurdeville.inventory.problemes.recueil import fiches
from coeurdeville.inventory.vocabulaire import Acteur, Forme
from coeurdeville.programme.experimentations.fichiers import fichiers
from coeurdeville.programme.experimentations.mots import libelle
from coeurdeville.programme.experimentations.preuves import choix
from coeurdeville.programme.models import (
    Cooperation,
    DonneeUtile,
    Effort,
    Experimentation,
    Livrable,
    Participant,
    Preuve,
)
from coeurdeville.services.catalogue import all_services
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.web.compte.nombres import Entier, Nombre
from coeurdeville.web.espace.dossier.champs import couches

Choices = Sequence[Any]
NONE: Final = ("", "aucun")
TO_SAY: Final = ("", "à préciser")
CHOIX: Final[dict[tuple[type[models.Model], str], Callable[[Experimentation], Choices]]] = {
    (Experimentation, "theme"): lambda _: [TO_SAY, *((one.value, one.label) for one in Theme)],
    (Experimentation, "service"): lambda _: [("", "aucun de la liste"),
                                             *((one.slug, one.title) for one in all_services().values())],
    (Experimentation, "probleme"): lambda _: [("", "aucun de la liste"),
                                              *((one.id, one.titre) for one in fiches().values())],
    (Effort, "part"): lambda _: [("", "dépense, sans rôle"), *Participant.Part.choices],
    (Cooperation, "acteur"): lambda _: [(str(one), capital(one.libelle)) for one in Acteur],
    (Cooperation, "forme"): lambda _: [(str(one), capital(one.libelle)) for one in Forme],
    (Livrable, "fichier"): lambda projet: [NONE, *((name, name) for name, _ in fichiers(projet))],
    (DonneeUtile, "entree"): lambda projet: [("", "la première de cette couche"), *choix(projet, Preuve.Sorte.ENTREE)],
}  # fmt: skip
"""Field -> its choices in a project, where the model has none. `couche` is a choice in every record."""
AIDES: Final = {
    "perimetre": "Un département, une région, une intercommunalité, ou plusieurs séparés par des virgules.",
    "fichier": "Parmi les fichiers du projet ; en ajouter depuis la page des fichiers.",
    "note": "Ce qui explique un écart, une décision.",
    "cout": "Comme convenu : gratuit, 1 200 € par an.",
    "au": "Vide : encore aujourd’hui.",
    "perenne": "Qui la tiendra à jour, à quel rythme, sur quel budget. Si personne : l’écrire.",
    "echecs": "Ce sera publié : c’est ce qui évitera à d’autres de recommencer.",
    "source": "D’où vient le chiffre : un comptage, une enquête, un relevé.",
}
FACULTATIFS: Final = frozenset({
    "theme", "service", "probleme", "organisme", "charge", "au", "debut_prevu", "fin_prevue", "debut_reel",
    "fin_reelle", "note", "couche", "leve_le", "leve_comment", "part", "jours", "euros", "cout", "attendu_le",
    "rendu_le", "adresse", "fichier", "unite", "depart", "cible", "resultat", "source", "piece", "preuve", "entree",
    "indispensable", "perenne", "minimum", "maximum", "perimetre", "forme", "usagers", "echecs",
    "actions_non_numeriques", "methode", "debut", "fin", "rapport",
})  # fmt: skip
"""Fields that may stay empty; some are asked for by the rules, with the reason."""
REQUIRED_ANYWAY: Final = frozenset({(Participant, "part"), (Cooperation, "forme"), (DonneeUtile, "couche")})
WHOLE: Final = frozenset({"jours", "euros"})
"""Amounts for which nothing typed is zero."""


def champ(projet: Experimentation, modele: type[models.Model], nom: str) -> forms.Field:
    """The field of a record for a form."""
    field = modele._meta.get_field(nom)
    wanted = nom not in FACULTATIFS or (modele, nom) in REQUIRED_ANYWAY
    told: dict[str, Any] = {
        "label": libelle(modele, nom),
        "help_text": AIDES.get(nom, ""), "required": wanted,
    }  # fmt: skip
    choices = couches() if nom == "couche" else _choices(projet, modele, nom)
    if choices is not None:
        return forms.ChoiceField(choices=choices, **told)
    return _plain(field, told)


def _choices(projet: Experimentation, modele: type[models.Model], nom: str) -> Choices | None:
    made = CHOIX.get((modele, nom))
    return None if made is None else made(projet)


def _plain(field: Any, told: dict[str, Any]) -> forms.Field:
    """As the model has it, with the widget of its kind."""
    if isinstance(field, models.DateField):
        widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(widget=widget, input_formats=["%Y-%m-%d", "%d/%m/%Y"], **told)
    if isinstance(field, models.DecimalField):
        return Nombre(max_digits=field.max_digits, decimal_places=field.decimal_places, **told)
    if isinstance(field, models.PositiveIntegerField | models.PositiveSmallIntegerField):
        return Entier(min_value=0, **told)
    if isinstance(field, models.URLField):
        return forms.URLField(max_length=field.max_length, assume_scheme="https", **told)
    if isinstance(field, models.TextField):
        return forms.CharField(widget=forms.Textarea({"rows": 5}), max_length=20_000, **told)
    made: forms.Field = field.formfield(**told)
    if isinstance(made, forms.ChoiceField):
        made.choices = field.get_choices(blank_choice=[("", "à choisir")])
    return made
