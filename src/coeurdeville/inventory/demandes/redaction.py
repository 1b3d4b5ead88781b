"""The words of a letter: one way of asking for each ground, courteous and plain; none of them threatens."""

from __future__ import annotations

from coeurdeville.core.french import of
from coeurdeville.inventory.demandes.article import cited
from coeurdeville.inventory.demandes.correspondants import through_authority, to_fill
from coeurdeville.inventory.demandes.courtoisie import TO_CITIZENS, base_of, is_inhabitant, is_of_citizens
from coeurdeville.inventory.demandes.demande import Demande
from coeurdeville.inventory.demandes.droit import droit

PURPOSE = (
    "La commune {of_town} dresse l’inventaire des données utiles à ses services d’adaptation au changement climatique, "
    "de protection de la biodiversité et de prévention des risques. {why}"
)
HELD = "Les données « {title} » en font partie, et nous comprenons que vous les détenez."
CONCESSION_HELD = (
    "Les données « {title} » en font partie. Elles relèvent d’un service qui est souvent concédé : en êtes-vous "
    "l’autorité concédante ? Si c’est une autre collectivité, pourriez-vous nous dire laquelle ?"
)
COMPANY_HELD = (
    "Les données « {title} » en font partie. D’après nos informations, elles sont tenues par {holder} : avez-vous "
    "concédé ce service ? Si c’est une autre collectivité, pourriez-vous nous dire laquelle ?"
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
        "qui les demande (article L311-1) et réutilisables (article L321-1). Si votre organisme atteint la taille que "
        "le même code fixe, il en prévoit aussi la publication en ligne (article L312-1-1)."
    ),
    "concession": (
        "Nous vous les demandons au titre de l’article 1er de la loi du 7 octobre 2016 pour une République numérique, "
        "par lequel une administration communique à une autre les documents qu’elle détient, et de l’article L311-1 du "
        "code des relations entre le public et l’administration. Si vous avez concédé ce service, et selon la date du "
        "contrat, le code de la commande publique vous permet de les obtenir de votre concessionnaire en format ouvert "
        "(article L3131-2), sauf décision motivée (article L3131-3), et de les mettre à disposition (article L3131-4)."
    ),
    "concession-de-la-ville": (
        "La commune vous a concédé ce service. L’article L3131-2 du code de la commande publique prévoit que le "
        "concessionnaire remet à l’autorité concédante, en format ouvert, les données indispensables à l’exécution "
        "du service ; nous vous prions de nous les remettre dans les conditions de notre contrat."
    ),
    "interne": (
        "D’autres services de la commune en ont besoin. Les réunir en un seul lieu évitera de vous les demander "
        "plusieurs fois."
    ),
}
ENERGY = (
    " Le distributeur d’énergie tient aussi à la disposition de l’autorité concédante ce qui est utile à ses "
    "compétences (article L2224-31 du code général des collectivités territoriales)."
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
    "Le silence gardé pendant un mois vaut refus ({articles}) : une réponse, même partielle, dans le mois qui suit la "
    "réception de cette lettre nous aiderait. Nous restons à votre disposition pour en parler."
)
ANSWER_ENVIRONMENT = (
    "Une réponse dans le mois qui suit la réception de cette lettre, comme le prévoit le code de l’environnement "
    "(article R124-1), nous aiderait. Nous restons à votre disposition pour en parler."
)
SILENCE = ("crpa-r311-12", "crpa-r311-13")
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
    asks = "Nous vous serions obligés de bien vouloir nous transmettre, par voie électronique :"
    if ground == "interne" or is_inhabitant(demande):
        asks = "Pourriez-vous nous transmettre, ou nous dire :"
    return (purpose, _base(demande), asks)


def _base(demande: Demande) -> str:
    """The paragraph that says on what ground."""
    ground = demande.fondement.cle
    if ground == "courtoisie":
        return base_of(demande)
    return GROUNDS["concession"] + ENERGY if ground == "concession-energie" else GROUNDS[ground]


def closing_of(demande: Demande, civility: str) -> tuple[str, ...]:
    """What must not be sent, what to do when something cannot be, by when, and the formula of courtesy."""
    ground = demande.fondement
    refusal = f", au regard des {cited(ground.refus)}," if ground.refus and ground.droit else ""
    found = TO_CITIZENS if is_of_citizens(demande) else (PERSONAL, PARTIAL.format(articles=refusal))
    if ground.cle == "interne":
        return (*found, "Merci de votre concours.")
    return (*found, _answer(demande), GREETING.format(civility=civility.removesuffix(",")))


def _answer(demande: Demande) -> str:
    """By when an answer would help."""
    if not demande.fondement.horloge:
        return NO_CLOCK
    if demande.fondement.cle == "environnement":
        return ANSWER_ENVIRONMENT
    return ANSWER.format(articles=cited([droit()[key] for key in SILENCE]))
