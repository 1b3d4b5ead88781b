"""What can go wrong while a source is asked: lasting, or worth another try."""

from __future__ import annotations

from coeurdeville.core.problems import Kind, Problem

SILENT = Kind(
    "source-muette",
    "{host} n’a pas répondu à temps.",
    "Réessayer plus tard ; ce qui a déjà été reçu est gardé et ne sera pas redemandé.",
)
UNREACHABLE = Kind(
    "source-injoignable",
    "{host} ne peut pas être joint.",
    "Vérifier la connexion. Derrière un proxy, donner son adresse dans la variable HTTPS_PROXY.",
)
CUT_SHORT = Kind(
    "reponse-tronquee",
    "La réponse de {host} s’est arrêtée avant la fin.",
    "Réessayer plus tard ; une réponse incomplète n’est jamais gardée.",
)
BROKEN = Kind(
    "source-en-panne",
    "{host} est en panne (réponse {status}).",
    "Réessayer plus tard : la panne est du côté de la source.",
)
CROWDED = Kind(
    "source-saturee",
    "{host} demande d’attendre{delay} avant une autre demande (réponse 429).",
    "Réessayer après ce délai, ou télécharger le fichier sur le site de la source et l’ajouter : "
    "coeurdeville ville ajouter.",
)
TURNED_DOWN = Kind(
    "source-refus",
    "{host} refuse la demande (réponse {status}).",
    "Vérifier que la commune existe pour cette source ; sinon, la source a changé et son lecteur doit être revu.",
)
TOO_BIG = Kind(
    "reponse-trop-grosse",
    "La réponse de {host} dépasse {limit}.",
    "Télécharger le fichier sur le site de la source et l’ajouter : coeurdeville ville ajouter.",
)
ENDLESS = Kind(
    "renvois-sans-fin",
    "{host} renvoie d’adresse en adresse, plus de {most} fois.",
    "Réessayer plus tard ; si cela se répète, la source a changé d’adresse.",
)


class Transient(Exception):
    """A fault that another try may mend."""

    def __init__(self, problem: Problem, wait: float | None = None) -> None:
        self.problem = problem
        self.wait = wait
        """Seconds that the server asks to wait; None when it does not say."""
        super().__init__(problem.message)
