"""docs/sources.md: where data come from that a town does not hold."""

from collections.abc import Iterator
from typing import Any

from writing import NOTE

from coeurdeville.sources.catalogue import sources
from coeurdeville.sources.contract.source import Source

BEFORE = """\
Des données que la ville n’a pas et qu’un producteur diffuse. Rien ne part de la machine sans qu’on le dise :
`coeurdeville source chercher <dossier> <source> --en-ligne` demande la donnée, la garde dans le dossier de la ville,
avec sa date et sa licence, et l’inscrit dans `ville.toml`. En ajouter une :
[ajouter_une_source.md](ajouter_une_source.md)."""


def sources_page() -> Iterator[str]:
    """The page."""
    yield from ("# Les sources", NOTE, BEFORE)
    for one in sources().values():
        yield from section(one)


def section(one: Source[Any]) -> Iterator[str]:
    """One source, as it declares itself."""
    yield f"## {one.title} (`{one.slug}`)"
    yield (
        f"- Donne la couche : {one.layer.title} (`{one.layer.slug}`).\n"
        f"- Producteur : [{one.publisher}]({one.page}), {one.holder.libelle}.\n"
        f"- Licence : {one.licence.title}.\n"
        f"- Couvre : {one.covers} ; demandée pour {one.partition.label}.\n"
        f"- État : {one.state}.\n"
        f"- Dans le code : module `{one.module}`."
    )
