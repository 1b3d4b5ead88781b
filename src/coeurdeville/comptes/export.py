"""The data that the site keeps about a user, as one JSON document."""

from __future__ import annotations

from typing import Any

from django.core.serializers import serialize
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import ForeignObjectRel, Model, Q
from django.utils.timezone import now

from coeurdeville.comptes.models import Invitation, Utilisateur

SECRETS = frozenset({"password", "generation", "key", "empreinte"})
"""Fields that would let somebody in: said to exist, never given."""
ENCODEUR = DjangoJSONEncoder
LU = "Tout ce que le site garde et qui se rapporte à ce compte. Les mots de passe et les secrets n’y sont pas."


def donnees(user: Utilisateur) -> dict[str, Any]:
    """The account, then by kind whatever names it: roles, invitations, runs asked for, deeds, second factor."""
    kinds = {relation.related_model: _champs(user, relation.related_model) for relation in _relations()}
    about = {_nom(model): _fiches(model._default_manager.filter(query)) for model, query in kinds.items()}
    received = Invitation.objects.filter(courriel=user.courriel)
    return {
        "lire_moi": LU,
        "etabli_le": now(),
        "compte": _fiches([user])[0],
        **{name: cards for name, cards in sorted(about.items()) if cards},
        "invitations_recues": _fiches(received),
    }


def _relations() -> list[ForeignObjectRel]:
    """Every field of the site that names a user, whatever package it is in."""
    fields = Utilisateur._meta.get_fields(include_hidden=True)
    return [one for one in fields if isinstance(one, ForeignObjectRel) and (one.one_to_many or one.one_to_one)]


def _champs(user: Utilisateur, model: type[Model]) -> Q:
    """Rows of a model that name the user by any of its fields."""
    query = Q()
    for relation in _relations():
        if relation.related_model is model:
            query |= Q(**{relation.field.name: user})
    return query


def _nom(model: type[Model]) -> str:
    return f"{model._meta.app_label}.{model._meta.model_name}"


def _fiches(rows: Any) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in {"id": one["pk"], **one["fields"]}.items() if name not in SECRETS}
        for one in serialize("python", rows)
    ]
