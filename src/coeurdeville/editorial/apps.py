"""The Django application."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """Prose of the site."""

    name = "coeurdeville.editorial"
    label = "editorial"
    verbose_name = "Rédaction"
