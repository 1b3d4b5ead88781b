"""The words of a request that rests on no right: an invitation to share, never a right given up unknowingly."""

from __future__ import annotations

from collections.abc import Iterator

from coeurdeville.core.licences import LOV2
from coeurdeville.inventory.demandes.demande import Demande
from coeurdeville.inventory.demandes.fondement import WITHOUT_RIGHT
from coeurdeville.inventory.vocabulaire import Acteur, Nature

FREE = "Cette proposition ne s’appuie sur aucune obligation : nous nous en remettons à votre bonne volonté."
NEUTRAL = "Nous vous serions reconnaissants de bien vouloir les partager avec la commune."
AGREEMENT = (
    "Une convention simple peut dire ce qui est transmis, pour quel usage, pour combien de temps et avec quelle "
    "mention de votre travail ; nous vous en proposerons volontiers le projet."
)
BY_MESSAGE = "Un simple échange de courriels suffit pour en convenir ; nous pouvons aussi en parler de vive voix."
YOURS = (
    "Vos données restent les vôtres : la commune ne les publiera pas sans votre accord, et les retirera si vous le lui "
    "demandez."
)
OF_OTHERS = (
    "Merci de n’y laisser aucune donnée à caractère personnel concernant d’autres personnes (noms, adresses, remarques "
    "sur elles) ; si c’est difficile, dites-le-nous avant l’envoi."
)
AS_YOU_WISH = "Vous pouvez n’en transmettre qu’une partie, ou ne pas donner suite : il vous suffit de nous le dire."
TO_CITIZENS = (YOURS, OF_OTHERS, AS_YOU_WISH)
"""What those who share data of their own should know: what becomes of them, and that they are free."""


def is_inhabitant(demande: Demande) -> bool:
    """Whether a person is asked, in words that need no knowledge of data."""
    return demande.fondement.cle == "courtoisie" and demande.detenteur.nature is Nature.HABITANT


def is_of_citizens(demande: Demande) -> bool:
    """Whether inhabitants or an association are asked to share what is their own."""
    nature = demande.detenteur.nature
    acteur = nature.acteur if nature else demande.acteur
    return demande.fondement.cle == "courtoisie" and acteur is Acteur.CITOYENS


def base_of(demande: Demande) -> str:
    """On what the request rests. That nothing obliges is written to those of whom it is known, and to them alone."""
    free = demande.detenteur.nature in WITHOUT_RIGHT or is_of_citizens(demande)
    how = BY_MESSAGE if is_inhabitant(demande) else AGREEMENT
    return f"{FREE if free else NEUTRAL} {how}"


def inhabitant_items() -> Iterator[str]:
    """What an inhabitant can give, item by item."""
    yield "ce que vous avez noté ou mesuré, dans la forme où vous l’avez : tableau, carnet, photographies, carte ;"
    yield "le plus utile : pour chaque relevé, l’endroit, la date et ce que vous y avez vu ou mesuré ;"
    yield "si vous comptez continuer, et à quel rythme ;"
    yield (
        "l’usage que vous acceptez : la commune seule, ou une publication sous "
        f"{LOV2.title}, sans que votre nom y paraisse ;"
    )
    yield "ce que vous souhaiteriez recevoir en retour."
