"""Why the figures of a service may not be compared from one edition to another, as `diagnostic.json` tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from coeurdeville.core import french
from coeurdeville.core.french import spaced
from coeurdeville.core.vintage import Vintage

Json = Mapping[str, Any]


def caveats(before: Json, after: Json, titles: Mapping[str, str]) -> Iterator[str]:
    """French sentences, from a service in each edition; `titles` are those of layers.

    None when the run is the same, or when a service did not run in one of them: there is nothing to compare.
    """
    keys = before["cle_du_calcul"], after["cle_du_calcul"]
    if None not in keys and keys[0] != keys[1]:
        yield from _parameters(before, after)
        yield from _layers(before, after, titles)
        yield from _method(before, after)


def _parameters(before: Json, after: Json) -> Iterator[str]:
    former = {one["nom"]: one for one in before["parametres"]}
    for one in after["parametres"]:
        other = former.get(one["nom"])
        if other is not None and other["valeur"] != one["valeur"]:
            yield spaced(f"Réglage « {one['titre']} » : {_value(other)}, puis {_value(one)}.")


def _layers(before: Json, after: Json, titles: Mapping[str, str]) -> Iterator[str]:
    first, then = ({use["demandee"]: use for use in one["couches_utilisees"]} for one in (before, after))
    for slug in dict.fromkeys((*first, *then)):
        title, old, new = titles.get(slug, slug), first.get(slug), then.get(slug)
        if old is None or new is None:
            yield spaced(
                f"Donnée « {title} » : utilisée dans la {'seconde' if old is None else 'première'} édition seulement."
            )
        elif (told := _told(old)) != (now := _told(new)):
            yield spaced(f"Donnée « {title} » : {told}, puis {now}.")


def _method(before: Json, after: Json) -> Iterator[str]:
    first, then = before["methode"]["citation"], after["methode"]["citation"]
    if first != then:
        yield spaced(f"Méthode : {first} Puis : {then}")


def _told(use: Json) -> str:
    """`Inventaire des arbres (Ville de Redon, 2024)`."""
    origin = use["origine"]
    return f"{origin['titre']} ({origin['producteur'] or 'producteur inconnu'}, {_when(origin['millesime'])})"


def _when(vintage: Json | None) -> str:
    if vintage is None:
        return "date inconnue"
    return str(Vintage(date.fromisoformat(vintage["debut"]), date.fromisoformat(vintage["fin"])))


def _value(parameter: Json) -> str:
    value = parameter["valeur"]
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, (int, float)):
        return french.quantity(value, parameter["unite"], 0 if value == int(value) else 2)
    return str(value)
