"""What is known of the practice of a described service: who ran it, what it asks of a town, with whom one works."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import agree, capital, listing, number, spaced
from coeurdeville.inventory.donnee import Cooperation
from coeurdeville.reports.escaping import escaped
from coeurdeville.services.catalogue import AnyService
from coeurdeville.services.contract.described import Described, Experience


def practice(service: AnyService) -> str:
    """A section; for a computed service, that no experiment is recorded beside its code."""
    if not isinstance(service, Described):
        return ""
    ran = "".join(map(_experience, service.experiences))
    told = f'<ul class="ran">{ran}</ul>' if ran else "<p>Aucune expérience n’est relevée à ce jour.</p>"
    asks = "".join(f"<li>{escaped(text)}</li>" for text in _asks(service))
    beside = f'<div class="unknown"><h3>Ce que cela demande</h3><ul>{asks}</ul></div>' if asks else ""
    return (
        f'<section id="experiences"><h2>Qui l’a fait</h2><div class="two even"><div>{told}</div>{beside}</div>'
        f'<p class="small">Décrit d’après {_address(service.source)}.</p></section>'
    )


def _experience(one: Experience) -> str:
    days = (
        ""
        if one.days is None
        else f" {number(one.days, 0 if one.days == int(one.days) else 1)} "
        + agree(one.days, "jour", "jours")
        + " de travail relevés."
    )
    result = f" {capital(one.result.rstrip('.'))}." if one.result else " Aucun résultat publié n’a été trouvé."
    return (
        f"<li><strong>{escaped(one.who)}</strong> {escaped(one.when)}.{escaped(spaced(result + days))} "
        f"{_address(one.source)}</li>"
    )


def _asks(service: Described) -> Iterator[str]:
    if service.capacities:
        yield spaced(f"Il faut {listing([one.label for one in service.capacities])}.")
    yield from map(spaced, service.constraints)
    yield from map(_cooperation, service.cooperations)


def _cooperation(one: Cooperation) -> str:
    rest = [text for text in (one.objet, one.duree, one.cout) if text]
    return spaced(f"Avec {one.avec} : {', '.join([one.comment, *rest])}.")


def _address(text: str) -> str:
    """A link when it is an address, plain text otherwise."""
    said = escaped(text)
    if not text.startswith(("https://", "http://")):
        return said
    return f'<a href="{said}">{escaped(text.split("//", 1)[1].rstrip("/"))}</a>'
