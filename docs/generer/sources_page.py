"""docs/sources.md: where data come from that a town does not hold."""

from collections.abc import Iterator

from writing import NOTE

from coeurdeville.sources.catalogue import sheets, sources
from coeurdeville.sources.contract.sheet import Sheet
from coeurdeville.sources.sheet_lines import of_coverage

BEFORE = """\
Des données que la ville n’a pas et qu’un producteur diffuse. Rien ne part de la machine sans qu’on le dise :
`coeurdeville source chercher <dossier> <source> --en-ligne` demande la donnée, la garde dans le dossier de la ville,
avec sa date et sa licence, et l’inscrit dans `ville.toml`. En ajouter une :
[ajouter_une_source.md](ajouter_une_source.md).

Une fiche décrit une source qui donne une couche. N’en ont donc pas : l’API de data.gouv.fr et ecologie.data.gouv.fr,
qui sont des catalogues (`coeurdeville inventaire decouvrir` cherche dans le premier ce que la ville publie déjà) ; la
liste des communes du programme Action Cœur de Ville, qui est dans le logiciel, et celle des communes en ORT, qui est un
périmètre ; les rapports en PDF et les transmissions d’information au maire (TIM) de Géorisques, qui sont des
documents ; les extraits osm2igeoadmin, copies des objets d’OpenStreetMap ; ses bancs et ses réseaux, qu’aucun service
ne demande."""
READ = "Un code les lit : elles se demandent depuis le logiciel."
DECLARED = """\
Leur fiche existe, aucun code ne les lit encore : elles disent où chercher, et [où chaque service pourrait
tourner](redeploiement.md), sans jamais compter comme acquises. Dans un terminal : `coeurdeville source montrer`."""


def sources_page() -> Iterator[str]:
    """The page."""
    yield from ("# Les sources", NOTE, BEFORE, "## Lues aujourd’hui", READ)
    for one in sheets().values():
        if one.read:
            yield from section(one)
    yield from ("## Déclarées, pas encore lues", DECLARED)
    for one in sheets().values():
        if not one.read:
            yield from section(one)


def section(one: Sheet) -> Iterator[str]:
    """One source, as it declares itself."""
    yield f"### {one.title} (`{one.slug}`)"
    yield "\n".join(f"- {line}" for line in _said(one))


def _said(one: Sheet) -> Iterator[str]:
    yield f"Donne la couche : {one.layer.title} (`{one.layer.slug}`)."
    yield f"Producteur : [{one.publisher}]({one.page}), {one.holder.libelle}."
    yield f"Licence : {one.licence.title}."
    yield f"Accès : {one.access}."
    yield f"Couvre : {one.covers} (communes : {of_coverage(one.coverage)})."
    yield f"Millésime : {one.vintage} ; rythme : {one.rhythm} ; demandée pour {one.partition.label}."
    for known in one.failures:
        yield f"À savoir : {known}"
    yield f"État : {one.state}."
    if one.read:
        yield f"Dans le code : module `{sources()[one.slug].module}`."
