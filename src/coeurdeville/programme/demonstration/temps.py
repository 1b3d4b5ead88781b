"""Telling a past season: what a block writes now is dated as the story says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from django.apps import apps
from django.db import models
from django.utils.timezone import localdate, now

from coeurdeville.programme.horloge import PARIS
from coeurdeville.programme.models import Courrier, Suivi


def instant(jour: date, heure: int = 10, minute: int = 0) -> datetime:
    """An hour of a day, in Paris."""
    return datetime.combine(jour, time(heure, minute), PARIS)


@contextmanager
def le(quand: datetime) -> Iterator[datetime]:
    """In this block the programme works as usual; afterwards every date that it wrote is `quand`.

    Only for a story whose own dates are all past: a day or an instant of now is known by being of now.
    """
    begun, today = now(), localdate()
    yield quand
    for model in apps.get_app_config("programme").get_models():
        for field in model._meta.concrete_fields:
            _date_back(model, field, begun, today, quand)


def courriers_partis() -> None:
    """Letters of the story left as it went: none waits, none is sent."""
    waiting = Courrier.objects.filter(suivi__in=(Suivi.A_ENVOYER, Suivi.A_RELIRE))
    waiting.update(suivi=Suivi.ENVOYE, envoye_le=models.F("prepare_le"))


def _date_back(
    model: type[models.Model], field: models.Field[object, object], begun: datetime, today: date, quand: datetime
) -> None:
    rows = model._default_manager
    if isinstance(field, models.DateTimeField):
        rows.filter(**{f"{field.name}__gte": begun}).update(**{field.name: quand})
    elif isinstance(field, models.DateField):
        rows.filter(**{field.name: today}).update(**{field.name: quand.astimezone(PARIS).date()})
