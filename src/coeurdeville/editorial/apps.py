"""The Django application."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """Prose of the site."""

    name = "coeurdeville.editorial"
    label = "editorial"
    verbose_name = "Rédaction"

    def ready(self) -> None:
        """What is published at the desk reaches the cards."""
        from coeurdeville.editorial import reprise  # noqa: F401
