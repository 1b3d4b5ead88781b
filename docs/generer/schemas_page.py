"""docs/schemas.md: the schemas of the project, column by column, and what can be done with one."""

from collections.abc import Iterator

from writing import NOTE, table

from coeurdeville.schemas.catalogue import own_schemas, schema
from coeurdeville.schemas.in_french import content_words, rules
from coeurdeville.schemas.layer_mapping import layer_mapping
from coeurdeville.schemas.model import Field, TableSchema
from coeurdeville.schemas.plausibility.catalogue import doubts
from coeurdeville.schemas.rules.catalogue import rules as custom_rules

BEFORE = """\
Un schéma dit ce qu’un fichier à publier doit contenir, colonne par colonne. Le logiciel en apporte quatre, parce
qu’aucun schéma du Socle commun des données locales ne couvre l’environnement, la biodiversité ou les risques ; il lit
aussi ceux de schema.data.gouv.fr (`scdl/equipements`, `datagouv/schema-fontaine-eau@0.1.0`…) et tout fichier JSON au
format Table Schema."""
STEPS = """\
```sh
coeurdeville schema valider arbres.csv --schema arbres-urbains --html conformite.html
coeurdeville schema rapprocher inventaire.xlsx --schema arbres-urbains --sortie arbres.toml
coeurdeville schema reparer inventaire.xlsx --correspondance arbres.toml --sortie ouvert/
coeurdeville schema gabarit espaces-verts
coeurdeville schema proposer ville1.csv ville2.xlsx --nom bancs --sortie proposition/
```

`valider` trouve les colonnes par leur nom, quel que soit leur ordre ; `--strict` suit la spécification à la lettre
([conformite.md](conformite.md))."""
HEADS = ("colonne", "sens", "contenu", "règles")


def schemas_page() -> Iterator[str]:
    """The page."""
    yield from ("# Les schémas", NOTE, BEFORE, STEPS)
    for name in own_schemas():
        yield from section(name, schema(name).schema)
    yield from ("## Règles propres aux schémas français", "Un schéma les déclare sous `custom_checks`.")
    yield table(
        ("règle", "ce qu’elle dit"), ((f"`{name}`", rule.kind.message) for name, rule in custom_rules().items())
    )
    yield "## Vraisemblance"
    yield "Ce qui est conforme et se croit mal est signalé à part, comme avertissement."
    yield table(("code", "ce qui est signalé"), ((f"`{one.kind.code}`", one.kind.message) for one in doubts()))


def section(name: str, one: TableSchema) -> Iterator[str]:
    """One schema, as those who fill it need it."""
    yield f"## {one.title} (`{name}`, version {one.version})"
    yield str(one.descriptor["description"])
    tied = layer_mapping(name)
    if tied is not None:
        yield f"Un fichier conforme donne la couche [`{tied.layer}`](couches.md)."
    yield table(HEADS, map(_row, one.fields))


def _row(one: Field) -> tuple[str, ...]:
    return f"`{one.name}`", one.title, content_words(one), ", ".join(rules(one))
