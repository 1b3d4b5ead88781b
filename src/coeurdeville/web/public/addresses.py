"""Addresses of a town's public pages: one place writes them, whatever page links to them."""

from __future__ import annotations

from coeurdeville.core.french import slug


def town_path(code: str, nom: str) -> str:
    """`/ville/35236-redon/`: the page of a town, and what the addresses of its other pages start with."""
    return f"/ville/{code}-{slug(nom)}/"


def service_path(code: str, nom: str, service: str) -> str:
    """The page of one service in a town; `service` is its slug."""
    return f"{town_path(code, nom)}{service}/"


def versions_path(code: str, nom: str) -> str:
    """The list of the dated versions of a town."""
    return f"{town_path(code, nom)}versions/"


def version_path(code: str, nom: str, identifiant: str) -> str:
    """One version: its address never changes."""
    return f"{versions_path(code, nom)}{identifiant}/"


def file_path(code: str, nom: str, identifiant: str, name: str) -> str:
    """One file of a version."""
    return f"{version_path(code, nom, identifiant)}fichiers/{name}"


def compare_path(code: str, nom: str) -> str:
    """The page that puts a town beside those that are like it."""
    return f"{town_path(code, nom)}comparer/"


def embed_path(code: str, service: str) -> str:
    """The page of a service for the frame of another site."""
    return f"/integrer/{code}/{service}/"
