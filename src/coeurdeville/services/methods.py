"""How a service counts, in plain French, before it runs anywhere: what its pages say of it with usual parameters."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any

from coeurdeville.core.finding import Finding
from coeurdeville.core.missing import Missing
from coeurdeville.services.contract.page import Told
from coeurdeville.services.contract.service import Service
from coeurdeville.territories.territory import Territory

NOWHERE = Territory("00000", "Aucune ville", 2154)
NOT_RUN = Missing("le service n’est pas lancé")


@cache
def methods_of(service: Service[..., Any]) -> tuple[Finding, ...]:
    """The rules by which it counts and judges, as the page of a town tells them where every layer is given."""
    assert service.figures_type is not None, f"{service.slug} declares no figures"
    lacking = service.figures_type(**{one.name: NOT_RUN for one in fields(service.figures_type)})
    by = {} if service.by else {"": lacking}
    return tuple(service.tell(Told(NOWHERE, by, given=frozenset(service.layers), parameters=service.defaults)).methods)
