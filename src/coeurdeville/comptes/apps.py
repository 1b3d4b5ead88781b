"""The Django application."""

from django.apps import AppConfig


class ComptesConfig(AppConfig):
    """Accounts."""

    name = "coeurdeville.comptes"
    label = "comptes"
    verbose_name = "Comptes"
