"""One deposit, in a process that dies at a point of it: `python -m programme.candidatures.minute.mort <point>`.

The points: `recepisse`, once the receipt is written; `courrier`, once the letters are; `apres`, once all is kept;
`jamais`.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django


def main(point: str) -> None:
    """Deposit the first town, and die there."""
    django.setup()
    from django.utils.timezone import now
    from programme.candidatures.minute.constat import constat
    from programme.candidatures.minute.site import towns

    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.candidatures import depot
    from coeurdeville.programme.courrier import preparation
    from coeurdeville.programme.models import Candidature

    if point == "recepisse":
        depot.recevoir = _then_die(depot.recevoir)
    if point == "courrier":
        preparation.preparer = _then_die(preparation.preparer)
    if not Candidature.objects.exists():
        towns(1)
    town = Candidature.objects.order_by("pk")[0]
    who = Utilisateur.objects.filter(membres__commune=town.commune).order_by("pk")[0]
    found = depot.deposer(town, who, "deposer", now(), "jeton-du-formulaire")
    if point == "apres":
        os.kill(os.getpid(), signal.SIGKILL)
    print(json.dumps({"numero": found.numero, "gardees": constat()}))


def _then_die(act: Callable[..., Any]) -> Callable[..., Any]:
    def done(*args: Any, **kwargs: Any) -> None:
        act(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)

    return done


if __name__ == "__main__":
    main(sys.argv[1])
