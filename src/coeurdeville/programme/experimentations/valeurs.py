"""What people fill of the records of a project, as the history keeps it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from coeurdeville.programme.models import (
    Condition,
    Cooperation,
    DonneeUtile,
    Effort,
    Etape,
    Evaluation,
    Experimentation,
    Livrable,
    Mission,
    NoteJournal,
    Objectif,
    Obstacle,
    Participant,
    Preuve,
    Resultat,
)

PLAN: Final = ("debut_prevu", "fin_prevue", "debut_reel", "fin_reelle")
CHAMPS: Final[Mapping[type[models.Model], tuple[str, ...]]] = {
    Experimentation: ("titre", "theme", "service", "probleme", "debut_prevu", "fin_prevue"),
    Participant: ("part", "fonction", "organisme", "utilisateur_id", "charge", "du", "au"),
    Etape: ("ordre", "titre", *PLAN, "note"),
    NoteJournal: ("jour", "texte"),
    Obstacle: ("famille", "texte", "couche", "rencontre_le", "leve_le", "leve_comment"),
    Effort: ("jour", "part", "objet", "jours", "euros"),
    Cooperation: ("couche", "titre", "avec", "acteur", "forme", "cout"),
    Livrable: ("titre", "attendu_le", "rendu_le", "adresse", "fichier"),
    Preuve: ("sorte", "reference", "montre"),
    Mission: ("cabinet", "accompagnateur_id", "objet", "jours_prevus", "jours_faits", "debut", "fin", "rapport",
              "fichier"),
    Evaluation: ("forme", "service", "usagers", "echecs", "actions_non_numeriques", "methode"),
    Objectif: ("titre", "unite", "depart", "cible", "resultat", "source", "edition", "indicateur"),
    Resultat: ("texte", "preuve", "piece_id"),
    DonneeUtile: ("couche", "entree", "indispensable", "perenne"),
    Condition: ("nature", "texte", "couche", "minimum", "maximum", "perimetre"),
}  # fmt: skip
"""Record -> the fields that people fill, whose values the history keeps."""


def valeurs(fiche: models.Model) -> dict[str, Any]:
    """What people filled of a record, as the history keeps it. Numbers are written alike: `2` and `2.00` are one."""
    found = {name: _plain(fiche, name) for name in CHAMPS[type(fiche)]}
    return dict(json.loads(json.dumps(found, cls=DjangoJSONEncoder)))


def marque(fiche: models.Model) -> str:
    """A short mark of these values, to know whether they have changed."""
    return hashlib.sha256(json.dumps(valeurs(fiche), sort_keys=True).encode()).hexdigest()[:16]


def en_une_ligne(fiche: models.Model) -> str:
    """What a record says now, in one line."""
    return " ; ".join(f"« {value} »" for value in valeurs(fiche).values() if value not in ("", None))


def _plain(fiche: models.Model, name: str) -> Any:
    value = getattr(fiche, name)
    field = fiche._meta.get_field(name.removesuffix("_id"))
    if value is None or not isinstance(field, models.DecimalField):
        return value
    return f"{float(value):.{field.decimal_places}f}"
