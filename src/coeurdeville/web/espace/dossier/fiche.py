"""The form of an entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.choices import flatten_choices

from coeurdeville.core.french import listing
from coeurdeville.inventory.codes import LINES, VALEURS
from coeurdeville.inventory.donnee import Cooperation, Donnee, Statut
from coeurdeville.inventory.reponses import REPONSES, UNKNOWNS, faults
from coeurdeville.inventory.saisie import CONFIRMER
from coeurdeville.inventory.vocabulaire import Forme, Nature, Ouverture
from coeurdeville.layers.catalogue import kinds
from coeurdeville.layers.contract.column import Column
from coeurdeville.schemas.mapping.units import METRES
from coeurdeville.web.compte.formulaire import dress
from coeurdeville.web.espace.dossier.champs import CHOIX, FORMES, STATUTS, champ, colonnes, fondements
from coeurdeville.web.espace.dossier.formulaires import Motif
from coeurdeville.web.espace.dossier.mots import LIBELLES, pour_le_web, pour_une_page

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
GROUPES = (
    ("La donnée", ("titre", "couche", "description", "mots_cles", "qualite", "donnees_personnelles")),
    (
        "Qui la détient",
        ("producteur", "detenteur", "siren", "acteur", "nature", "niveau", "service_referent", "systeme"),
    ),
    ("Comment on l’obtient", ("acces", "adresse", "contact", "licence")),
    ("De quand elle date", ("millesime", "rythme", "etendue", "derive_de")),
)
LECTURE = {
    "feuille": ("Feuille ou partie à lire", "Si le fichier en a plusieurs."),
    "x": ("Colonne de la longitude ou de X", "Si elle n’a pas été trouvée."),
    "y": ("Colonne de la latitude ou de Y", "Si elle n’a pas été trouvée."),
    "projection": ("Code EPSG de la projection", "Par exemple 2154 pour le Lambert 93."),
}
"""Key -> label and help of how a file is opened."""
STATES = (
    "Le nom de la colonne du fichier, puis les mots ou les codes\u00a0: «\u00a0etat = abattu\u202f; supprimé\u00a0». "
    "Si aucun ne le dit\u00a0: «\u00a0etat = aucun\u00a0»."
)
UNITES = [("", "celle de la couche"), *((one, one) for one in METRES)]
STATUT = ("statut", "statut_date", "statut_auteur", "statut_preuve", "statut_motif", "statut_fondement")
COOPERATION = ("avec", "forme", "coop_nature", "objet", "duree", "cout")


class Fiche(Motif):
    """Every answer of an entry, a status to add to its history, a line of cooperation."""

    base = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    statut = forms.ChoiceField(label="Statut", choices=STATUTS, required=False)
    statut_date = forms.DateField(label="Constaté le", widget=DAY, required=False)
    statut_auteur = forms.CharField(label="Constaté par", max_length=200, required=False)
    statut_preuve = forms.CharField(
        label="Preuve", max_length=500, required=False, help_text="Une adresse, une lettre, un fichier."
    )
    statut_motif = forms.CharField(
        label="Motif, si elle n’est pas ouverte", max_length=1000, required=False, widget=forms.Textarea({"rows": 2})
    )
    statut_fondement = forms.ChoiceField(label="Article qui la ferme", choices=fondements, required=False)
    reponse = forms.CharField(
        label="Ce que le détenteur a répondu", max_length=2000, required=False, widget=forms.Textarea({"rows": 2})
    )
    reponse_date = forms.DateField(label="Répondu le", widget=DAY, required=False)
    avec = forms.CharField(label="Avec qui", max_length=200, required=False)
    forme = forms.ChoiceField(label="Forme", choices=FORMES, required=False)
    coop_nature = forms.ChoiceField(label="Nature du partenaire", choices=CHOIX["nature"], required=False)
    objet = forms.CharField(label="Objet", max_length=500, required=False)
    duree = forms.CharField(label="Durée", max_length=200, required=False)
    cout = forms.CharField(label="Coût", max_length=200, required=False)

    def __init__(
        self, reponses: Mapping[str, str], donnee: Donnee, fichiers: Sequence[str], *args: Any, **kwargs: Any
    ) -> None:
        self.reponses = reponses
        super().__init__(*args, **kwargs)
        for key, field in (*_answers(reponses, fichiers), *_columns(donnee)):
            dress(field)
            self.fields[key] = field
        self.initial = {**reponses, "statut_date": date.today(), "reponse_date": date.today(), **self.initial}

    def clean(self) -> dict[str, Any]:
        """Every answer that changed is read as the file's own reader would."""
        found = faults(self.changees, LIBELLES)
        for key, problems in found.items():
            self.add_error(key, " ".join(f"{one.message} {one.cure}" for one in pour_le_web(problems)))
        return self.cleaned_data

    @property
    def changees(self) -> dict[str, str]:
        """Answers that are not those of the revision under the author's eyes."""
        told = {
            key: str(value).strip().replace("\r\n", "\n")
            for key, value in self.cleaned_data.items()
            if key in REPONSES or "." in key
        }
        return {key: text for key, text in told.items() if text != self.reponses.get(key, UNKNOWNS.get(key, ""))}

    def dit(self, key: str, text: str) -> str:
        """An answer as its field shows it."""
        field = self.fields.get(key)
        choices: Any = field.choices if isinstance(field, forms.ChoiceField) else ()
        return str(dict(flatten_choices(choices)).get(text, text))

    @property
    def nouveau_statut(self) -> Statut | None:
        """The status to add, if any."""
        told = self.cleaned_data
        if not told["statut"]:
            return None
        words = [told[key] for key in ("statut_auteur", "statut_preuve", "statut_motif", "statut_fondement")]
        return Statut(told["statut_date"] or date.today(), Ouverture(told["statut"]), *words)

    @property
    def jour_de_reponse(self) -> date:
        """The day of the holder's answer: today when nobody says."""
        return self.cleaned_data["reponse_date"] or date.today()

    @property
    def nouvelle_cooperation(self) -> Cooperation | None:
        """The line of cooperation to add, if any."""
        told = self.cleaned_data
        if not told["avec"]:
            return None
        form = Forme(told["forme"]) if told["forme"] else None
        nature = Nature(told["coop_nature"]) if told["coop_nature"] else None
        return Cooperation(told["avec"], form, nature, told["objet"], told["duree"], told["cout"])

    @property
    def groupes(self) -> Iterator[tuple[str, list[BoundField]]]:
        """Fields of the answers, under the heading of each group."""
        for title, keys in GROUPES:
            yield title, [self[key] for key in keys]

    @property
    def a_confirmer(self) -> bool:
        """Whether a column is to be confirmed."""
        return any(key.startswith(CONFIRMER) for key in self.fields)

    @property
    def champs_fichier(self) -> list[BoundField]:
        """How the file is opened, and which of its columns are those of the layer."""
        return [self[key] for key in self.fields if "." in key]

    @property
    def champs_statut(self) -> list[BoundField]:
        """What is asked of a status."""
        return [self[key] for key in STATUT]

    @property
    def champs_cooperation(self) -> list[BoundField]:
        """What is asked of a line of cooperation."""
        return [self[key] for key in COOPERATION]


def _answers(reponses: Mapping[str, str], fichiers: Sequence[str]) -> Iterator[tuple[str, forms.Field]]:
    for key in REPONSES:
        yield key, champ(key, reponses.get(key, ""), fichiers)


def _columns(donnee: Donnee) -> Iterator[tuple[str, forms.Field]]:
    """A field for each column of the layer of a file; a question before it for the one that was proposed."""
    if not donnee.fichier:
        return
    mapping, known = donnee.correspondance, colonnes(donnee.couche)
    for key in dict.fromkeys((*mapping.a_confirmer, *known, *mapping.colonnes)):
        proposed, column = mapping.a_confirmer.get(key), known.get(key)
        title = column.title if column else key
        if proposed:
            yield f"{CONFIRMER}{key}", _question(title, proposed)
        yield f"colonnes.{key}", _text(title)
        if (column and column.unit in METRES and key in mapping.colonnes) or key in mapping.unites:
            label = f"{title}\u00a0: unité du fichier"
            yield f"unites.{key}", forms.ChoiceField(label=label, choices=UNITES, required=False)
        if key in mapping.valeurs or (column and _coded(column) and (proposed or key in mapping.colonnes)):
            yield f"{VALEURS}{key}", _lines(f"{title}\u00a0: ce que veulent dire ses codes", _example(column))
    if mapping.etats or getattr(kinds().get(donnee.couche), "state", None):
        yield LINES, _lines("Ce qui dit qu’un objet a disparu", STATES)
    for key in mapping.constantes:
        yield f"constantes.{key}", _text(f"{known[key].title if key in known else key}, pour tout le fichier")
    for key, (label, help_text) in LECTURE.items():
        yield f"lecture.{key}", _text(label, help_text)


def _coded(column: Column) -> bool:
    """Whether a file may write its values as codes."""
    return column.dtype == "bool" or bool(column.values)


def _example(column: Column | None) -> str:
    """What a line of codes looks like, and the values that are known."""
    known = (column.values if column else ()) or ("oui", "non")
    return (
        f"Si le fichier a des codes\u00a0: une ligne par code, par exemple «\u00a01 = {known[0]}\u00a0». "
        f"Les valeurs possibles\u00a0: {listing(known, 'ou')}."
    )


def _lines(label: str, help_text: str) -> forms.Field:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=5000, required=False, help_text=help_text, widget=area)


def _text(label: str, help_text: str = "") -> forms.Field:
    return forms.CharField(label=label, max_length=200, required=False, help_text=help_text)


def _question(title: str, proposed: Mapping[str, str]) -> forms.Field:
    column, why = proposed.get("colonne", ""), proposed.get("pourquoi", "")
    return forms.ChoiceField(
        label=f"«\u00a0{column}\u00a0» est-elle la colonne «\u00a0{title}\u00a0»\u202f?",
        help_text=pour_une_page(why),
        choices=[("", "à voir plus tard"), ("oui", "oui"), ("non", "non")],
        required=False,
    )
