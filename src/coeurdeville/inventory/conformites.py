"""Whether the file of an entry meets a schema: said by machine, dated, kept in the inventory."""

from __future__ import annotations

from datetime import date

from coeurdeville.core.problems import Kind, Refused, refuse_errors
from coeurdeville.inventory.controle import check_file
from coeurdeville.inventory.donnee import Conformite, Donnee
from coeurdeville.inventory.ecriture import conformite_row
from coeurdeville.inventory.edition import edit_entry
from coeurdeville.inventory.retouche import add_row
from coeurdeville.inventory.ville import Ville
from coeurdeville.schemas.model import TableSchema

NO_FILE = Kind(
    "conformite-sans-fichier",
    "Donnée « {id} » : l’inventaire n’a pas son fichier, il n’y a rien à vérifier.",
    "Ajouter son fichier : coeurdeville ville ajouter.",
)


def check_conformity(ville: Ville, donnee: Donnee, schema: TableSchema, today: date, *, name: str = "") -> Conformite:
    """What a machine says of the file of an entry, as it is, columns found by their names.

    A row conforms when nothing in it is an error. When the header lacks a column that is required, or names one
    twice, no row does.

    Parameters
    ----------
    name
        How the schema is called in the inventory; its own name by default.

    Raises
    ------
    Refused
        The entry has no file, or one that cannot be read as a table.
    """
    from coeurdeville.schemas.cells.opening import open_cells
    from coeurdeville.schemas.checking.check import check
    from coeurdeville.schemas.checking.header import NAMES
    from coeurdeville.schemas.reporting.conformity import Conformity
    from coeurdeville.schemas.reporting.points import OF_HEADER

    if not donnee.fichier:
        raise Refused([NO_FILE(id=donnee.id)])
    refuse_errors(check_file(donnee, ville.dossier))
    part = donnee.correspondance.lecture.feuille or None
    cells = open_cells(ville.path(donnee), part=part, schema=schema)
    verdict = check(cells, schema, match=NAMES, today=today)
    headed = not any(one.kind.code in OF_HEADER for one in verdict.errors)
    good = verdict.rows - Conformity(verdict, schema, today).faulty_rows if headed and verdict.labels else 0
    return Conformite(name or schema.name, today, verdict.rows, good)


def add_conformite(ville: Ville, name: str, conformite: Conformite) -> Ville:
    """The town with one more check at the end of those of an entry.

    Raises
    ------
    Refused
        `nom-inconnu` with the nearest entry.
    """
    return edit_entry(ville, name, lambda entry: add_row(entry, "conformites", conformite_row(conformite)))
