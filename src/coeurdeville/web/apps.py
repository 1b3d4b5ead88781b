"""The Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The site."""

    name = "coeurdeville.web"
    label = "web"
    verbose_name = "Site"

    def ready(self) -> None:
        """Have the settings of the host checked."""
        from django.core.checks import register

        from coeurdeville.web.checks import proxies

        register(proxies)
