"""One entry of `ville.toml`: its answers, its histories, the mapping of its file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from coeurdeville.core.frequency import Frequency
from coeurdeville.core.licences import licence
from coeurdeville.core.registry import pick
from coeurdeville.core.vintage import Vintage
from coeurdeville.inventory.donnee import Conformite, Cooperation, Donnee, Statut
from coeurdeville.inventory.vocabulaire import ETENDUES, Acteur, Forme, Nature, Niveau, Ouverture
from coeurdeville.schemas.mapping.toml_mapping import read_mapping
from coeurdeville.schemas.mapping.toml_table import VALUE_UNEXPECTED, Table

TEXTS = (
    "titre", "fichier", "adresse", "producteur", "detenteur", "siren", "systeme", "service_referent", "acces",
    "qualite",
)  # fmt: skip

PUBLICATION = ("description", "theme", "mots_cles", "contact", "contact_service", "date_publ", "date_maj", "formats",
               "maille", "territoire", "producteur_siret", "periode_debut", "periode_fin", "nombre_ressources",
               "id_alt_orga", "coll_nom", "coll_siret")  # fmt: skip
"""Keys of the words that a catalogue asks for and that nothing here depends on."""
UNREAD = "_lu"
"""End of the keys under which a text that could not be read is kept."""


def read_entree(table: Table) -> Donnee:
    """The entry that a table writes; what cannot be read in it is left at its default and said."""
    name = table.text("id", required=True)
    table.where += f" (« {name} »)" if name else ""
    return Donnee(
        id=name,
        couche=table.text("couche", required=True),
        acteur=table.code("acteur", Acteur, Acteur.NON_RENSEIGNE),
        nature=_nature(table),
        niveau=table.code("niveau", Niveau, Niveau.NON_RENSEIGNE),
        licence=table.read("licence", licence, licence("")),
        millesime=table.read("millesime", Vintage.parse, None),
        rythme=table.read("rythme", _rythme, Frequency.UNKNOWN),
        donnees_personnelles=_yes_no(table, "donnees_personnelles"),
        etendue=table.among("etendue", ETENDUES),
        derive_de=table.texts("derive_de"),
        statuts=tuple(_statut(one) for one in table.tables("statuts")),
        conformites=tuple(_conformite(one) for one in table.tables("conformites")),
        cooperations=tuple(_cooperations(table)),
        **{key: table.text(key) for key in TEXTS},
        correspondance=read_mapping(table),
        autres={**_kept(table), **table.close()},
    )


def _kept(table: Table) -> dict[str, object]:
    """What an exchange brought and put beside: words for a catalogue, and texts that could not be read."""
    names = [key for key in table.left if key in PUBLICATION or key.endswith(UNREAD)]
    return {key: table.left.pop(key) for key in names}


def _statut(table: Table) -> Statut:
    found = Statut(
        _day(table, "date", required=True) or date.min,
        table.code("statut", Ouverture, Ouverture.NON_RENSEIGNE),
        reponse_date=_day(table, "reponse_date"),
        **{key: table.text(key) for key in ("auteur", "preuve", "motif", "fondement", "reponse")},
    )
    table.close()
    return found


def _conformite(table: Table) -> Conformite:
    found = Conformite(
        table.text("schema", required=True),
        _day(table, "date", required=True) or date.min,
        table.take("lignes", int, required=True) or 0,
        table.take("conformes", int, required=True) or 0,
    )
    table.close()
    return found


def _cooperations(table: Table) -> Iterator[Cooperation]:
    """Each line; what is not told of it stays unknown."""
    for one in table.tables("cooperations"):
        form = one.among("forme", [str(each) for each in Forme])
        yield Cooperation(
            one.text("avec", required=True),
            Forme(form) if form else None,
            _nature(one),
            *(one.text(key) for key in ("objet", "duree", "cout")),
        )
        one.close()


def _nature(table: Table) -> Nature | None:
    name = table.among("nature", [str(one) for one in Nature])
    return Nature(name) if name else None


def _rythme(text: str) -> Frequency:
    """A frequency, accents and case apart; empty: unknown."""
    return pick(text, {str(one): one for one in Frequency}, "Le rythme") if text else Frequency.UNKNOWN


def _yes_no(table: Table, key: str) -> bool | None:
    value = table.take(key, object)
    if value is None or isinstance(value, bool):
        return value
    table.problems.append(VALUE_UNEXPECTED(where=table.where, key=key, expected="true ou false, sans guillemets"))
    return None


def _day(table: Table, key: str, *, required: bool = False) -> date | None:
    """A day; of a moment, the day alone, so that days compare."""
    value = table.take(key, date, required=required)
    return value.date() if isinstance(value, datetime) else value
