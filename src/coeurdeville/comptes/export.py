"""The data that the site keeps about a user, as one JSON document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core.serializers import serialize
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import DateField, ForeignObjectRel, Model, QuerySet
from django.utils.timezone import now

from coeurdeville.comptes.models import Invitation, Utilisateur
from coeurdeville.comptes.parts import PARTS, WRITTEN_UNDER
from coeurdeville.core.french import spaced

SECRETS = frozenset({"password", "generation"})
"""Of the account: said to exist, never given."""
ENCODEUR = DjangoJSONEncoder
LU = spaced(
    "Tout ce que le site garde et qui se rapporte à ce compte. De ce qui nomme aussi d’autres personnes, ou qu’elles "
    "ont écrit, il n’y a que votre part. Les mots de passe et les secrets n’y sont pas ; les essais de mot de passe et "
    "le compte des messages envoyés, gardés un jour sous forme d’empreintes, non plus."
)


def donnees(user: Utilisateur) -> dict[str, Any]:
    """The account, then by kind whatever names it: roles, invitations, runs asked for, deeds, second factor.

    Of a row that names the account, what `PARTS` gives; each says in which capacity it names it. Revisions of town
    folders are not in the database: `espaces.signees` gives them.
    """
    received = Invitation.objects.filter(courriel=user.courriel)
    return {
        "lire_moi": LU,
        "etabli_le": now(),
        "compte": _compte(user),
        **dict(sorted(_par_sorte(user))),
        "invitations_recues": list(_fiches(received, ("commune", "courriel", "role"))),
    }


def relations() -> list[ForeignObjectRel]:
    """Every field of the site that names a user, whatever package it is in."""
    fields = Utilisateur._meta.get_fields(include_hidden=True)
    return [one for one in fields if isinstance(one, ForeignObjectRel) and (one.one_to_many or one.one_to_one)]


def nom(relation: ForeignObjectRel) -> str:
    """A field that names a user, as `PARTS` writes it: `espaces.Demande.envoyee_par`."""
    return f"{relation.related_model._meta.label}.{relation.field.name}"


def _compte(user: Utilisateur) -> dict[str, Any]:
    fields = serialize("python", [user])[0]["fields"]
    return {"id": user.pk, **{name: value for name, value in fields.items() if name not in SECRETS}}


def _par_sorte(user: Utilisateur) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Name of a model, and its rows that name the user."""
    found: dict[type[Model], list[dict[str, Any]]] = {}
    for relation in relations():
        field, model = relation.field.name, relation.related_model
        rows = model._default_manager.filter(**{field: user})
        cards = ({"en_tant_que": field, **card} for card in _fiches(rows, PARTS[nom(relation)]))
        found.setdefault(model, []).extend(cards)
    for key, fields in WRITTEN_UNDER.items():
        label, _, way = key.rpartition(".")
        under = apps.get_model(label)
        cards = ({"en_tant_que": way, **card} for card in _fiches(under._default_manager.filter(**{way: user}), fields))
        found.setdefault(under, []).extend(cards)
    yield from ((f"{one._meta.app_label}.{one._meta.model_name}", cards) for one, cards in found.items() if cards)


def _fiches(rows: QuerySet[Any], fields: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The number of each row, these fields, its dates."""
    dates = [field.name for field in rows.model._meta.concrete_fields if isinstance(field, DateField)]
    for one in serialize("python", rows.order_by("pk"), fields=[*fields, *dates]):
        yield {"id": one["pk"], **one["fields"]}
