"""Everything that an inventory says of one entry, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coeurdeville.cli.inventaires.wording import conformity, vintage, written_day
from coeurdeville.core.frequency import Frequency
from coeurdeville.inventory.donnee import Cooperation, Donnee, Statut
from coeurdeville.inventory.ville import Ville
from coeurdeville.inventory.vocabulaire import Acteur, Niveau
from coeurdeville.layers.catalogue import kinds

UNSAID = "à préciser"
PERSONAL = {True: "en contient", False: "n’en contient pas", None: "personne n’a regardé"}
TO_COME = " (à venir : ne compte pas encore)"


def sheet(ville: Ville, donnee: Donnee) -> Iterator[str]:
    """Lines of the sheet; titles at the margin, what is said of them further in."""
    yield f"{donnee.titre or donnee.id} [{donnee.id}]"
    if donnee in ville.ecartees:
        yield "    écartée : coeurdeville ville verifier dit pourquoi"
    yield from _place(donnee)
    yield from _holder(donnee)
    yield from _worth(donnee)
    yield from _section("Vérifiée par la machine", (conformity(one) for one in donnee.conformites), "jamais")
    yield from _section("Statuts, du plus récent au plus ancien", _history(donnee), "aucun")
    yield from _section("Coopérations", map(_cooperation, donnee.cooperations), "aucune")
    others = (f"{key} : {value}" for key, value in donnee.autres.items())
    yield from _section("Autres lignes de ville.toml", others, "aucune")


def _place(donnee: Donnee) -> Iterator[str]:
    kind = kinds().get(donnee.couche)
    yield from _rows([
        ("couche", f"{donnee.couche} ({kind.title})" if kind else donnee.couche),
        ("fichier", donnee.fichier or "aucun"),
        ("adresse", donnee.adresse or UNSAID),
        ("accès", donnee.acces or UNSAID),
        ("étendue", donnee.etendue or UNSAID),
        ("tirée de", ", ".join(donnee.derive_de) or "aucune autre donnée"),
    ])  # fmt: skip


def _holder(donnee: Donnee) -> Iterator[str]:
    yield "Qui la tient"
    yield from _rows([
        ("détenteur", _holder_name(donnee)),
        ("producteur", donnee.producteur or UNSAID),
        ("catégorie", UNSAID if donnee.categorie is Acteur.NON_RENSEIGNE else donnee.categorie.libelle),
        ("nature", donnee.nature.libelle if donnee.nature else UNSAID),
        ("niveau", UNSAID if donnee.niveau is Niveau.NON_RENSEIGNE else donnee.niveau.libelle),
        ("SIREN", donnee.siren or UNSAID),
        ("service référent", donnee.service_referent or UNSAID),
        ("système", donnee.systeme or UNSAID),
    ])  # fmt: skip


def _holder_name(donnee: Donnee) -> str:
    """The holder as it is written; that a `?` names nobody is said."""
    if donnee.detenteur and donnee.tenue_par != donnee.detenteur:
        return f"{UNSAID} (écrit : {donnee.detenteur})"
    return donnee.detenteur or ("le producteur" if donnee.tenue_par else UNSAID)


def _worth(donnee: Donnee) -> Iterator[str]:
    yield "Ce qu’elle vaut"
    yield from _rows([
        ("licence", donnee.licence.title),
        ("millésime", vintage(donnee)),
        ("rythme", UNSAID if donnee.rythme is Frequency.UNKNOWN else str(donnee.rythme).lower()),
        ("qualité", donnee.qualite or UNSAID),
        ("données personnelles", PERSONAL[donnee.donnees_personnelles]),
    ])  # fmt: skip


def _rows(rows: list[tuple[str, str]]) -> Iterator[str]:
    for name, text in rows:
        yield f"    {name:21} {text}"


def _section(title: str, lines: Iterator[str], none: str) -> Iterator[str]:
    yield title
    said = [f"    {line}" for line in lines]
    yield from said or [f"    {none}"]


def _history(donnee: Donnee) -> Iterator[str]:
    """Each status with what lets it be checked, and the answer of the holder under it."""
    ranked = sorted(enumerate(donnee.statuts), key=lambda one: (one[1].date, one[0]), reverse=True)
    for _, statut in ranked:
        later = TO_COME if statut.date > date.today() else ""
        yield f"{written_day(statut.date)}  {statut.ouverture.libelle}{later}"
        yield from (f"            {line}" for line in _grounds(statut))


def _grounds(statut: Statut) -> Iterator[str]:
    yield f"d’après {statut.auteur or 'on ne sait qui'} ; preuve : {statut.preuve or 'aucune'}"
    if statut.motif:
        yield f"motif : {statut.motif}"
    if statut.fondement:
        yield f"fondement : {_article(statut.fondement)}"
    if statut.reponse or statut.reponse_date:
        yield f"réponse du détenteur, {written_day(statut.reponse_date)} : « {statut.reponse or 'texte absent'} »"


def _article(key: str) -> str:
    """`CRPA, art. L311-6 (à vérifier)`; the key alone when the table of articles has not it."""
    from coeurdeville.inventory.demandes.droit import droit

    article = droit().get(key)
    if article is None:
        return f"{key} (article inconnu)"
    return f"{article.reference} ({article.portee})"


def _cooperation(one: Cooperation) -> str:
    other = f" ({one.nature.libelle})" if one.nature else ""
    told = (one.objet, f"durée : {one.duree}" if one.duree else "", f"coût : {one.cout}" if one.cout else "")
    return " ; ".join((f"avec {one.avec}{other}, {one.comment}", *filter(None, told)))
