"""Statuses as people write them, to the codes of the inventory: only what is sure."""

from __future__ import annotations

from functools import cache

from coeurdeville.core.french import slug
from coeurdeville.inventory.vocabulaire import Ouverture
from coeurdeville.readers.values import FALSE_WORDS, TRUE_WORDS

USUAL = {
    Ouverture.OUVERTE: (
        "ouvert", "ouverts", "ouvertes", "déjà ouvert", "déjà ouverts", "déjà ouvertes", "open data", "opendata",
        "en open data", "publié en open data", "publiée en open data", "disponible en open data", "donnée ouverte",
        "données ouvertes", "en ligne", "mis en ligne", "mise en ligne",
    ),
    Ouverture.CANDIDATE: (
        "candidat", "candidate à ouverture", "candidat à l’ouverture", "à ouvrir", "ouverture prévue",
        "ouverture en cours", "en cours d’ouverture", "prochainement ouverte", "prochainement ouvert",
        "bientôt ouverte", "bientôt ouvert", "publication prévue",
    ),
    Ouverture.PERSONNELLES: ("données perso", "donnée perso"),
    Ouverture.SANS_RAISON: ("non accessible sans raison", "refusée sans raison", "refus sans raison"),
    Ouverture.LIMITEE: (
        "payant", "payante", "payantes", "accès payant", "donnée payante", "limitée", "accès limité",
        "payant ou limité", "sur abonnement",
    ),
    Ouverture.CERCLE: ("cercle de confiance", "partagée en cercle de confiance"),
    Ouverture.ABSENTE: (
        "n’existe pas encore", "inexistant", "inexistante", "donnée inexistante", "pas de donnée", "aucune donnée",
    ),
}  # fmt: skip
"""Other ways of writing a code than itself and its label."""
CLOSED = (
    "non ouverte", "non ouvert", "non ouvertes", "pas ouverte", "pas ouvert", "pas open data", "pas d’open data",
    "pas en open data", "fermée", "fermé", "non publiable", "non diffusable", "non communicable",
)  # fmt: skip
"""Ways of writing that data are closed; sure only with a reason after them."""
REASONS = {
    Ouverture.PERSONNELLES: (
        "RGPD", "données personnelles", "donnée personnelle", "données à caractère personnel", "DCP", "vie privée",
        "données perso", "donnée perso",
    ),
    Ouverture.SECURITE: ("sécurité", "sécurité publique", "sûreté"),
    Ouverture.PROPRIETE: ("propriété", "propriété intellectuelle", "droit d’auteur", "droits d’auteur"),
}  # fmt: skip

LINKS = (
    "", "pour", "pour des", "pour raison de", "pour raisons de", "pour des raisons de", "pour une raison de",
    "pour cause de", "à cause de", "à cause des", "en raison de", "en raison des", "car",
)  # fmt: skip
"""What may stand between the two."""


def ouverture_of(text: str, *, yes_or_no: bool = False) -> Ouverture | None:
    """The status that a text surely says; None for a doubt, a question mark being one.

    `yes_or_no`: the column asks whether the data are open, so that « oui » is an answer. « Non » is none: it does not
    say why.
    """
    if "?" in text:
        return None
    if yes_or_no and slug(text) in TRUE_WORDS:
        return Ouverture.OUVERTE
    return _known().get(slug(text))


def says_why(text: str) -> bool:
    """Whether the text is more than the name of a status: it is then worth keeping beside the code."""
    said = slug(text)
    return said in _with_reasons() or said in FALSE_WORDS


@cache
def _known() -> dict[str, Ouverture]:
    names = {one: (str(one), one.libelle, *USUAL.get(one, ())) for one in Ouverture}
    return {slug(name): one for one, written in names.items() for name in written} | _with_reasons()


@cache
def _with_reasons() -> dict[str, Ouverture]:
    """`pas open data - RGPD` and its like, but for the labels themselves."""
    found = {
        slug(f"{closed} {link} {why}"): one
        for closed in CLOSED
        for link in LINKS
        for one, whys in REASONS.items()
        for why in whys
    }
    return {name: one for name, one in found.items() if name not in (slug(one.libelle), slug(str(one)))}
