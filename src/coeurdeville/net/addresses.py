"""Which addresses may be asked: public hosts, over HTTPS, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import SplitResult, urlencode, urlsplit

from coeurdeville.core.problems import Kind, Refused

ADDRESS_REFUSED = Kind(
    "adresse-refusee",
    "L’adresse « {address} » n’est pas demandée : {why}.",
    "Seules des adresses publiques en https sont demandées. Signaler celle-ci : la source est mal écrite, "
    "ou le serveur renvoie ailleurs.",
)
LONGEST = 120
"""Characters of an address that a message shows."""
PRIVATE = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".arpa")
"""Endings of names that only mean something inside a network."""


def with_parameters(address: str, parameters: Mapping[str, str | int | float]) -> str:
    """The address with its query, in the order given: what names an answer among those that are kept."""
    if not parameters:
        return address
    joint = "&" if urlsplit(address).query else "?"
    return f"{address}{joint}{urlencode(parameters, safe=',:/')}"


def require_public(address: str) -> None:
    """Refuse what is not HTTPS, or leads inside a network: a machine of the town must never be asked for data.

    Names are judged as they are written, not as they resolve; every step of a redirection is judged too.

    Raises
    ------
    Refused
        `adresse-refusee`, with the reason.
    """
    try:
        parts = urlsplit(address)
        why = _wrong(parts)
    except ValueError:
        why = "elle est mal formée"
    if why:
        raise Refused([ADDRESS_REFUSED(address=address[:LONGEST], why=why)])


def host_of(address: str) -> str:
    """`geo.api.gouv.fr`: how a message names who was asked."""
    return urlsplit(address).hostname or address[:LONGEST]


def _wrong(parts: SplitResult) -> str:
    """Why it may not be asked; empty when it may."""
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme != "https":
        return "elle n’est pas en https"
    if parts.username or parts.password:
        return "elle porte un nom d’utilisateur"
    if parts.port not in (None, 443):
        return f"le port {parts.port} n’est pas celui du web"
    return "" if _is_public(host) else "elle n’est pas publique"


def _is_public(host: str) -> bool:
    """A name with a dot that is not of an inner network, or a global number. `127.1` and `0x7f.1` are no names."""
    try:
        return ip_address(host).is_global
    except ValueError:
        last = host.rpartition(".")[2]
        return "." in host and last.isalpha() and not host.endswith(PRIVATE)
