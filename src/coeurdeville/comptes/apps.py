"""The Django application."""

from django.apps import AppConfig


class ComptesConfig(AppConfig):
    """Accounts."""

    name = "coeurdeville.comptes"
    label = "comptes"
    verbose_name = "Comptes"

    def ready(self) -> None:
        """Date each session."""
        from django.contrib.auth.signals import user_logged_in

        from coeurdeville.comptes.entree import dater

        user_logged_in.connect(dater)
