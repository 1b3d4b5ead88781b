"""What a kit says in French: the README of the schema, its changes, what was seen and what is left to check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coeurdeville.core.french import NBSP, capital, listing, long_day, percent, plural, spaced
from coeurdeville.core.problems import Problem
from coeurdeville.schemas.in_french import columns_table
from coeurdeville.schemas.legible import legible
from coeurdeville.schemas.model import TableSchema
from coeurdeville.schemas.proposing.columns import Shared, TownColumn
from coeurdeville.schemas.proposing.descriptor import Signature
from coeurdeville.schemas.proposing.proposal import Proposal, ProposedField

README = """# {title}, version {version}

## Objet

{description}

## Pour qui

À compléter : qui produit ce fichier, qui s’en sert, pour quoi faire.

## Colonnes

Fichier CSV, virgules, UTF-8 ; la première ligne porte ces noms, dans cet ordre. Une case vide veut dire « pas connu ».

{columns}

## Comment produire le fichier

1. Remplir le gabarit (`coeurdeville schema gabarit schema.json`), ou exporter les données sous ces noms.
2. Retirer tout nom de personne, adresse électronique ou numéro de téléphone.

## Comment le vérifier

```sh
coeurdeville schema valider fichier.csv --schema schema.json
```

`exemple-valide.csv` est conforme ; `exemple-invalide.csv` montre des fautes courantes.

## Évolutions

Les versions suivent SemVer : un champ retiré, renommé ou rendu obligatoire change le premier nombre. Elles sont dites
dans `CHANGELOG.md`.
"""
CHANGES = """# Changements de « {title} »

## {version} ({day})

Première proposition, d’après {files} : {fields}.
"""
CHECKS = """# Ce qui a été vu, ce qui reste à vérifier

Proposition du {day}, d’après {count} : {files}.

## Colonnes retenues

| colonne | fichiers | remplie à | type | noms dans les fichiers | à savoir |
|---|---|---|---|---|---|
{kept}

## Colonnes laissées de côté

{left}

## À vérifier à la main

- Le sens de chaque colonne : remplacer les descriptions qui commencent par « À décrire ».
- Les unités, les bornes et les listes : elles viennent des fichiers, pas d’une règle.
- Aucune personne ne se reconnaît dans les exemples.
- L’adresse de publication (« homepage » et « path » de `schema.json`).
- Un schéma voisin existe-t-il déjà ? Voir https://schema.data.gouv.fr.

## Ce que dit la vérification

{admission}
"""


def readme(schema: TableSchema) -> str:
    """`README.md`."""
    described = str(schema.descriptor.get("description", ""))
    columns = columns_table(schema)
    return spaced(README).format(title=schema.title, version=schema.version, description=described, columns=columns)


def changes(schema: TableSchema, proposal: Proposal, signature: Signature) -> str:
    """`CHANGELOG.md`."""
    return spaced(CHANGES.format(title=schema.title, version=schema.version, day=long_day(signature.today),
                                 files=listing(proposal.files),
                                 fields=plural(len(schema.fields), "champ")))  # fmt: skip


def checks(proposal: Proposal, signature: Signature, admission: Sequence[Problem]) -> str:
    """`verifications.md`: what each field comes from, what was left out and why, what a hand must still settle."""
    return spaced(CHECKS.format(
        day=long_day(signature.today), count=plural(len(proposal.files), "fichier"), files=listing(proposal.files),
        kept="\n".join(_kept(one, len(proposal.files)) for one in proposal.fields),
        left="\n".join(_left(proposal)) or "Aucune.",
        admission="\n".join(f"- {one.message} {one.cure}" for one in admission) or "Rien à signaler.",
    ))  # fmt: skip


def _kept(one: ProposedField, files: int) -> str:
    shared, found = one.shared, one.inferred
    seen = [legible(sentence, 200) for sentence in found.seen]
    if len(shared.units) > 1:
        seen.append(f"unités différentes selon les fichiers : {listing(shared.units)}")
    cells = (f"`{shared.key}`", f"{len(shared.columns)} sur {files}", percent(100 * shared.share), found.type,
             _names(shared), capital(" ; ".join(seen)))  # fmt: skip
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def _left(proposal: Proposal) -> Iterator[str]:
    for one in proposal.personal:
        yield f"- {_name(one.column)}{NBSP}: données personnelles probables, {one.why}."
    for shared in proposal.rare:
        yield f"- {_names(shared)}{NBSP}: dans trop peu de fichiers."


def _names(shared: Shared) -> str:
    return ", ".join(map(_name, shared.columns))


def _name(column: TownColumn) -> str:
    return f"« {legible(column.name)} » ({column.file})"
