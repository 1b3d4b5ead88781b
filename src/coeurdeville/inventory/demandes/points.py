"""What a letter asks for, item by item."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.french import of
from coeurdeville.core.licences import LOV2
from coeurdeville.inventory.demandes.courtoisie import inhabitant_items, is_inhabitant
from coeurdeville.inventory.demandes.demande import Demande
from coeurdeville.inventory.demandes.voulu import Voulu

FORMATS = "dans un format ouvert qu’une machine peut lire (CSV, GeoJSON ou GeoPackage, par exemple), avec sa projection"


def items_of(demande: Demande, wanted: Voulu) -> tuple[str, ...]:
    """What is asked for, item by item."""
    return tuple(inhabitant_items() if is_inhabitant(demande) else _items(demande, wanted))


def _items(demande: Demande, wanted: Voulu) -> Iterator[str]:
    content = f" ({wanted.contient[0].lower()}{wanted.contient[1:].removesuffix('.')})" if wanted.contient else ""
    yield (
        f"le fichier le plus récent de ces données{content} pour le territoire {of(demande.commune.nom)}, {FORMATS}, "
        "et la date à laquelle il est exact ;"
    )
    yield _form(wanted)
    yield _terms(demande)
    yield "le rythme de sa mise à jour, et le service ou la personne à qui poser nos questions ;"
    if demande.fondement.cle in ("concession", "concession-energie"):
        yield (
            "la date de la consultation et celle du contrat de concession, dont dépend l’étendue de ce que le "
            "concessionnaire vous doit, et la décision qui l’en dispenserait, s’il en existe une."
        )
    elif demande.fondement.cle == "interne":
        yield "à défaut de le tenir, le service ou l’organisme qui le tient, si vous le connaissez."
    elif demande.fondement.cle == "courtoisie":
        yield "ce que vous souhaiteriez recevoir en retour, ou voir écrit dans une convention."
    else:
        yield "à défaut de le détenir, le nom de l’organisme qui le détient, si vous le connaissez."


def _form(wanted: Voulu) -> str:
    """What the file should look like, and that it may come as it is."""
    as_is = "à défaut, le fichier tel qu’il est nous convient, avec le sens de ses colonnes ;"
    where = f"le schéma {wanted.schema}" if wanted.schema else ""
    if wanted.colonnes:
        least = "au moins les colonnes indispensables de l’annexe"
        return f"si possible selon {where}, avec {least} ; {as_is}" if where else f"si possible, {least} ; {as_is}"
    return f"si possible selon {where} ; {as_is}" if where else "le sens de ses colonnes et de ses codes ;"


def _terms(demande: Demande) -> str:
    """The licence: the one already known, else the one that is proposed."""
    known = demande.donnee.licence if demande.donnee else None
    if demande.fondement.cle == "interne":
        return f"ce qui s’opposerait, selon vous, à sa publication sous {LOV2.title} ;"
    if known is not None and known.open:
        return f"la confirmation qu’il est réutilisable sous {known.title} ;"
    if demande.fondement.cle == "courtoisie":
        return (
            f"les conditions de son usage : nous vous proposons la {LOV2.title}, qui demande de citer votre nom, ou à "
            "défaut un usage réservé à la commune ;"
        )
    return f"la licence de sa réutilisation : nous vous proposons la {LOV2.title}, qui demande de citer votre nom ;"
