"""The Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The site."""

    name = "coeurdeville.web"
    label = "web"
    verbose_name = "Site"
