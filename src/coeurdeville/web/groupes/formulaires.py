"""Forms of groups, meetings and resources."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localtime, make_aware

from coeurdeville.programme.groupes.ressources import OUVERTES
from coeurdeville.programme.models import Groupe, Ressource, Reunion, Saison
from coeurdeville.services.contract.declaration import Theme
from coeurdeville.web.compte.formulaire import Formulaire, dress

THEMES = [("", "tous les thèmes"), *((one.value, one.label) for one in Theme)]
LONG = forms.Textarea({"rows": 6})
DAY = {"widget": forms.DateInput({"type": "date"}, format="%Y-%m-%d"), "input_formats": ["%Y-%m-%d", "%d/%m/%Y"]}


class GroupeForm(Formulaire):
    """What a group is about, and to whom it is open."""

    saison = forms.ModelChoiceField(Saison.objects.none(), label="Saison", empty_label=None)
    titre = forms.CharField(label="Titre", max_length=200)
    theme = forms.ChoiceField(label="Thème", choices=THEMES, required=False)
    presentation = forms.CharField(label="Présentation", widget=LONG, required=False, max_length=5000,
                                   help_text="Ce que les villes y partagent. Elle est publique.")  # fmt: skip
    ouvert = forms.BooleanField(label="Ouvert aux villes qui n’ont pas été retenues", required=False, initial=True)

    def __init__(self, groupe: Groupe, data: Any) -> None:
        self.groupe = groupe
        names = ("titre", "theme", "presentation", "ouvert")
        initial = {name: getattr(groupe, name) for name in names} | {"saison": groupe.saison_id}
        super().__init__(data, initial=initial)
        self.fields["saison"].queryset = Saison.objects.all()  # type: ignore[attr-defined]

    def remplir(self) -> Groupe:
        """The group as it was typed."""
        for name, value in self.cleaned_data.items():
            setattr(self.groupe, name, value)
        return self.groupe


class ReunionForm(Formulaire):
    """When and where, what for, what was said."""

    jour = forms.DateField(label="Jour", **DAY)  # type: ignore[arg-type]
    heure = forms.TimeField(label="Heure (de Paris)", widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    lieu = forms.CharField(label="Lieu, ou adresse de la visioconférence", max_length=200)
    ordre_du_jour = forms.CharField(label="Ordre du jour", widget=LONG, required=False, max_length=10_000)
    compte_rendu = forms.CharField(label="Compte rendu", widget=LONG, required=False, max_length=50_000)

    def __init__(self, reunion: Reunion, data: Any) -> None:
        self.reunion = reunion
        initial: dict[str, Any] = {name: getattr(reunion, name) for name in ("lieu", "ordre_du_jour", "compte_rendu")}
        if reunion.le:
            initial |= {"jour": localtime(reunion.le).date(), "heure": localtime(reunion.le).time()}
        super().__init__(data, initial=initial)

    def remplir(self) -> Reunion:
        """The meeting as it was typed."""
        said, one = self.cleaned_data, self.reunion
        one.le = make_aware(datetime.combine(said["jour"], said["heure"]))
        one.lieu, one.ordre_du_jour, one.compte_rendu = said["lieu"], said["ordre_du_jour"], said["compte_rendu"]
        return one


class RessourceForm(Formulaire):
    """A resource, with what makes it usable by others."""

    titre = forms.CharField(label="Titre", max_length=200)
    genre = forms.ChoiceField(
        label="Genre", choices=[(key, f"ressource {said}") for key, said in Ressource.Genre.choices]
    )
    theme = forms.ChoiceField(label="Thème", choices=THEMES, required=False)
    presentation = forms.CharField(label="Résumé", widget=LONG, max_length=5000,
                             help_text="À quoi elle sert, à qui, comment s’en servir.")  # fmt: skip
    auteur = forms.CharField(
        label="Auteur", max_length=200, help_text="Un organisme, ou des personnes qui l’acceptent."
    )
    licence = forms.ChoiceField(label="Licence", choices=list(OUVERTES.items()))
    version = forms.CharField(label="Version", max_length=20)
    datee_du = forms.DateField(label="Datée du", **DAY)  # type: ignore[arg-type]
    adresse = forms.URLField(label="Adresse sur le web", required=False, max_length=500, assume_scheme="https")

    def __init__(self, ressource: Ressource, data: Any) -> None:
        self.ressource = ressource
        names = ("titre", "genre", "theme", "auteur", "licence", "version", "datee_du", "adresse")
        initial = {name: getattr(ressource, name) for name in names} | {"presentation": ressource.resume}
        super().__init__(data, initial=initial)

    def remplir(self) -> Ressource:
        """The resource as it was typed. Its summary has another name here: `resume` is that of the errors."""
        for name, value in self.cleaned_data.items():
            setattr(self.ressource, "resume" if name == "presentation" else name, value)
        return self.ressource


class VersionForm(RessourceForm):
    """A new version, with what changes in it."""

    def __init__(self, ressource: Ressource, data: Any) -> None:
        super().__init__(ressource, data)
        field = forms.CharField(
            label="Ce qui change dans cette version", widget=forms.Textarea({"rows": 3}), max_length=2000
        )
        dress(field)
        self.fields["change"] = field
