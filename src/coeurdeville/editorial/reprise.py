"""What is published of a card at the desk goes to the card; what is withdrawn leaves it."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from coeurdeville.editorial.models import FicheCas
from coeurdeville.programme.cas_usage.prose import reprendre


@receiver(page_published, sender=FicheCas)
def take(instance: FicheCas, **_: Any) -> None:
    """Words and pictures, for the next version."""
    reprendre(instance.cas, instance.textes(), instance.images())


@receiver(page_unpublished, sender=FicheCas)
def leave(instance: FicheCas, **_: Any) -> None:
    """None: versions that were published keep theirs."""
    reprendre(instance.cas, {}, [])
