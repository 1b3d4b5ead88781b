"""What holds of every route, in French: the same words on the page, in the OpenAPI document and in docs/api.md."""

from __future__ import annotations

from coeurdeville.api.paging import MOST
from coeurdeville.core.french import spaced

_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Demander", (
        "L’API se lit seulement, par GET ou HEAD, sans compte, sans clé et sans cookie, depuis n’importe quel site "
        "(CORS). Les noms sont ceux de la ligne de commande : un service, une couche, une source, un schéma, un "
        "problème se désigne par son nom court, une commune par son code Insee.",
        "Un paramètre inconnu ou hors bornes est refusé, jamais ignoré.",
    )),
    ("Listes", (
        f"Une liste se lit page par page : « limit » (1 à {MOST}, 20 si rien n’est dit) et « offset ». « count » est "
        "le nombre d’éléments de la liste entière, « next » et « previous » sont les adresses des pages voisines, "
        "null au bout. L’ordre ne change pas d’une demande à l’autre.",
    )),
    ("Valeurs", (
        "Un nombre est un nombre ; son unité est à côté (« unite ») ou dans la description de sa clé. Une date "
        "s’écrit 2026-11-25. Ce qui n’est pas connu vaut null, et « manquant » dit pourquoi, clé par clé. Un texte "
        "vide veut dire qu’il n’y a rien à dire.",
    )),
    ("Ne redemander que ce qui a changé", (
        "Chaque réponse a un ETag, et la date de publication (Last-Modified) quand elle en a une. Redemandée avec "
        "If-None-Match ou If-Modified-Since, elle vaut 304, sans contenu, tant que rien n’a changé. Un client peut la "
        "garder cinq minutes. Les réponses sont compressées pour qui le demande.",
    )),
    ("Combien de demandes", (
        "Une adresse peut faire plusieurs centaines de demandes par minute. Au-delà, la réponse est 429, et "
        "Retry-After dit combien de secondes attendre.",
    )),
    ("Erreurs", (
        "Une erreur est un document application/problem+json (RFC 9457) : « code », stable et décrit dans "
        "docs/erreurs.md, « message », ce qui ne va pas, « cure », comment y remédier. « problemes » les dit tous.",
        "404 : ce que l’adresse nomme n’existe pas ou n’est pas public. 405 : on a voulu écrire. 410 : le diagnostic a "
        "été retiré, avec le motif. 422 : un paramètre est refusé. 429 : trop de demandes. 500 et 503 : le site n’a "
        "pas pu répondre.",
    )),
    ("Versions", (
        "L’en-tête API-Version donne la version, un entier. Elle change quand une clé ou une adresse est retirée, "
        "renommée ou prend un autre sens ; une clé ou une adresse de plus ne la change pas : un programme doit laisser "
        "de côté celles qu’il ne connaît pas.",
        "Ce qui sera retiré est annoncé six mois avant, dans le journal des changements et par les en-têtes "
        "Deprecation (RFC 9745) et Sunset (RFC 8594) de ses réponses, et marqué « deprecated » dans le document "
        "OpenAPI. Un diagnostic publié garde son adresse.",
    )),
)  # fmt: skip
USAGE = tuple((title, tuple(map(spaced, texts))) for title, texts in _WORDS)
"""Title, paragraphs."""


def description() -> str:
    """The same as the description of the OpenAPI document, in CommonMark."""
    return "\n\n".join(f"## {title}\n\n" + "\n\n".join(texts) for title, texts in USAGE)
