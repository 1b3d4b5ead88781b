"""Nothing that the story tells of the past bears the day on which it was told."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.apps import apps
from django.db.models import Model
from django.utils.timezone import localdate, localtime

from coeurdeville.core.french import day, long_day
from coeurdeville.programme.demonstration.acteurs import Acteurs
from coeurdeville.programme.models import Evenement, Mission, VersionSynthese


def test_no_date_no_letter_no_version_is_of_today(saison: Acteurs) -> None:
    """But the synthesis, which is written of today's records and says so."""
    seen = list(_written())
    assert len(seen) > 1000
    days = (localdate() - timedelta(days=1), localdate())
    wanted = {said for one in days for said in (one.isoformat(), day(one), long_day(one))}
    assert [told for told in seen if any(one in told[1] for one in wanted)] == []


def test_consultant_has_a_mission_to_carry_on(saison: Acteurs) -> None:
    [mission] = Mission.objects.filter(accompagnateur=saison.accompagnateur, etat="en_cours")
    assert mission.experimentation.etat == "en_cours"


def _written() -> Iterator[tuple[str, str]]:
    """Model and field, with what it holds as people or files write it."""
    for model in apps.get_app_config("programme").get_models():
        if model is VersionSynthese:
            continue
        for one in model._default_manager.all():
            if not (isinstance(one, Evenement) and one.objet == "synthese"):
                yield from _fields(one)


def _fields(one: Model) -> Iterator[tuple[str, str]]:
    for field in one._meta.concrete_fields:
        value = getattr(one, field.attname)
        said = localtime(value).isoformat() if isinstance(value, datetime) else str(value)
        if value is not None and not isinstance(value, bool | int):
            yield f"{one._meta.model_name}.{field.name}", value.isoformat() if type(value) is date else said
