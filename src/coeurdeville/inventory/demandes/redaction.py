"""The words of a letter: one way of asking for each ground, courteous and plain; none of them threatens."""

from __future__ import annotations

from coeurdeville.core.french import of
from coeurdeville.inventory.demandes.article import cited
from coeurdeville.inventory.demandes.correspondants import through_authority, to_fill
from coeurdeville.inventory.demandes.demande import Demande
from coeurdeville.inventory.demandes.droit import droit

PURPOSE = (
    "La commune {of_town} dresse l’inventaire des données utiles à ses services d’adaptation au changement climatique, "
    "de protection de la biodiversité et de prévention des risques. {why}"
)
HELD = "Les données « {title} » en font partie, et nous comprenons que vous les détenez."
CONCESSION_HELD = (
    "Les données « {title} » en font partie. Elles relèvent d’un service public concédé, dont nous comprenons que vous "
    "êtes l’autorité concédante."
)
COMPANY_HELD = (
    "Les données « {title} » en font partie. Elles sont tenues par {holder}, à qui nous comprenons que vous avez "
    "concédé ce service public."
)
GROUNDS = {
    "administration": (
        "L’article 1er de la loi du 7 octobre 2016 pour une République numérique prévoit qu’une administration "
        "communique à une autre les documents qu’elle détient, quand celle-ci les lui demande pour sa mission de "
        "service public. C’est à ce titre que nous vous les demandons."
    ),
    "environnement": (
        "Ces données décrivent l’état de l’environnement. Le code de l’environnement ouvre à qui le demande l’accès à "
        "de telles informations (articles L124-1 à L124-3)."
    ),
    "mission-de-service-public": (
        "Ces données ont été produites ou reçues dans votre mission de service public : ce sont des documents "
        "administratifs (article L300-2 du code des relations entre le public et l’administration), communicables à "
        "qui les demande (article L311-1). Le même code prévoit leur publication en ligne (article L312-1-1) et leur "
        "réutilisation (article L321-1)."
    ),
    "concession": (
        "Le concessionnaire d’un service public remet à l’autorité concédante, en format ouvert, les données "
        "indispensables à l’exécution du service (article L3131-2 du code de la commande publique), et celle-ci peut "
        "les exploiter librement, y compris pour les mettre à disposition (article L3131-4)."
    ),
    "concession-de-la-ville": (
        "La commune vous a concédé ce service. L’article L3131-2 du code de la commande publique prévoit que le "
        "concessionnaire remet à l’autorité concédante, en format ouvert, les données indispensables à l’exécution "
        "du service ; nous vous prions de nous les remettre dans les conditions de notre contrat."
    ),
    "courtoisie": (
        "Cette demande ne s’appuie sur aucune obligation : nous nous en remettons à votre bonne volonté. Une "
        "convention simple peut dire ce qui est transmis, pour quel usage, pour combien de temps et avec quelle "
        "mention de votre travail ; nous vous en proposerons volontiers le projet."
    ),
    "interne": (
        "D’autres services de la commune en ont besoin. Les réunir en un seul lieu évitera de vous les demander "
        "plusieurs fois."
    ),
}
ENERGY = (
    " Pour l’énergie, le distributeur tient en outre à votre disposition les informations utiles à vos compétences "
    "(article L2224-31 du code général des collectivités territoriales)."
)
PERSONAL = (
    "Nous vous prions de ne nous transmettre aucune donnée à caractère personnel : noms d’agents, d’usagers ou de "
    "propriétaires, adresses personnelles, remarques libres. Si les retirer vous est difficile, "
    "dites-le-nous avant l’envoi : nous chercherons ensemble comment faire."
)
PARTIAL = (
    "Si une partie de ces données ne peut être communiquée, merci de nous en dire le motif{articles} et de nous "
    "transmettre le reste ; un extrait ou une version agrégée peuvent aussi convenir."
)
ANSWER = (
    "Une réponse dans le mois qui suit la réception de cette lettre, délai que prévoient les textes ({articles}), nous "
    "rendrait service. Nous restons à votre disposition pour en parler."
)
NO_CLOCK = "Nous restons à votre disposition pour en parler, et pour vous montrer ce que la commune en fera."
GREETING = "Nous vous prions d’agréer, {civility}, l’expression de notre considération distinguée."


def opening_of(demande: Demande) -> tuple[str, ...]:
    """Why the town writes, on what ground; the last paragraph brings the list in."""
    ground = demande.fondement.cle
    words = {"title": demande.titre, "holder": demande.detenteur.nom or to_fill("nom du concessionnaire")}
    why = HELD
    if ground in ("concession", "concession-energie"):
        why = COMPANY_HELD if through_authority(demande) else CONCESSION_HELD
    purpose = PURPOSE.format(of_town=of(demande.commune.nom), why=why.format(**words))
    base = GROUNDS["concession"] + ENERGY if ground == "concession-energie" else GROUNDS[ground]
    asks = "Nous vous serions obligés de bien vouloir nous transmettre, par voie électronique :"
    return (purpose, base, "Pourriez-vous nous transmettre :" if ground == "interne" else asks)


def closing_of(demande: Demande, civility: str) -> tuple[str, ...]:
    """What must not be sent, what to do when something cannot be, by when, and the formula of courtesy."""
    ground = demande.fondement
    refusal = f", au regard des {cited(ground.refus)}," if ground.refus and ground.droit else ""
    found = [PERSONAL, PARTIAL.format(articles=refusal)]
    if ground.horloge:
        keys = ("env-r124-1",) if ground.cle == "environnement" else ("crpa-r311-12", "crpa-r311-13")
        found.append(ANSWER.format(articles=cited([droit()[key] for key in keys])))
    elif ground.cle != "interne":
        found.append(NO_CLOCK)
    if ground.cle == "interne":
        return (*found, "Merci de votre concours.")
    return (*found, GREETING.format(civility=civility.removesuffix(",")))
