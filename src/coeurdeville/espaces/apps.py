"""The Django application."""

from django.apps import AppConfig


class EspacesConfig(AppConfig):
    """Spaces of towns."""

    name = "coeurdeville.espaces"
    label = "espaces"
    verbose_name = "Espaces des villes"
