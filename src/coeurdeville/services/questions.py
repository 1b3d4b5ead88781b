"""What a service answers, computed or described, before it runs anywhere."""

from __future__ import annotations

from importlib import import_module

from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract.described import Described


def question_of(service: AnyService) -> str:
    """The question, as an inhabitant would ask it."""
    if isinstance(service, Described):
        return service.question
    return str(import_module(service.words_module).QUESTION)
