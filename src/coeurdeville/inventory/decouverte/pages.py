"""Every page of a list of data.gouv.fr, or a refusal: never a part of it taken for the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from coeurdeville.core.problems import Kind, Refused
from coeurdeville.net.addresses import host_of
from coeurdeville.net.net import Net

SIZE = 100
"""Items asked for at once."""
MOST = 50
"""Pages above which a list is not that of a town."""
CUT = Kind(
    "liste-incomplete",
    "{host} annonce {total} réponses et en donne {given} : la liste n’est pas entière, rien n’en est gardé.",
    "Réessayer plus tard : la liste a pu changer pendant la lecture.",
)
TOO_LONG = Kind(
    "liste-trop-longue",
    "{host} annonce {total} réponses : c’est plus que ce qu’une ville publie.",
    "Vérifier le nom demandé ; au besoin, donner le catalogue de la ville par --catalogue.",
)
FORM = Kind(
    "forme-inattendue",
    "La réponse de {host} n’a pas la forme documentée : {what}.",
    "Réessayer plus tard. Si cela se répète, l’interface a changé et son lecteur doit être revu.",
)
Item = Callable[[Mapping[str, Any]], dict[str, Any]]


def every(net: Net, address: str, parameters: Mapping[str, str | int], item: Item, size: int = SIZE) -> list[Any]:
    """All items of a paged list, in order, each once; `item` takes what is needed of one.

    Raises
    ------
    Refused
        `liste-incomplete` when pages do not hold what they announce, `liste-trop-longue`, `forme-inattendue`, or why
        an answer did not come: what was read before is not given.
    """
    found: dict[str, Any] = {}
    host = host_of(address)
    for page in range(1, MOST + 2):
        asked = {**parameters, "page": page, "page_size": size}
        content = net.json(address, asked, take=lambda told: _page(told, item, host))
        total, data = content["total"], content["data"]
        if total > MOST * size:
            raise Refused([TOO_LONG(host=host, total=total)])
        found |= {one["id"]: one for one in data}
        if len(found) >= total or not data:
            break
    if len(found) != total:
        raise Refused([CUT(host=host, total=total, given=len(found))])
    return list(found.values())


def require_text(told: Any, *names: str, host: str) -> Mapping[str, Any]:
    """An object whose fields of these names are texts that are not empty, as the documentation says."""
    if not isinstance(told, Mapping):
        raise Refused([FORM(host=host, what="un objet manque")])
    for name in names:
        if not (isinstance(told.get(name), str) and told[name].strip()):
            raise Refused([FORM(host=host, what=f"« {name} » manque")])
    return told


def _page(told: Any, item: Item, host: str) -> dict[str, Any]:
    """What is taken of a page. The total may be a number or its figures."""
    if not (isinstance(told, Mapping) and isinstance(told.get("data"), list)):
        raise Refused([FORM(host=host, what="« data » manque")])
    total = str(told.get("total", ""))
    if not total.isdigit():
        raise Refused([FORM(host=host, what="« total » manque")])
    return {"data": [item(require_text(one, "id", host=host)) for one in told["data"]], "total": int(total)}
