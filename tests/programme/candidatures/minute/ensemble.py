"""Two members who write in the same question at once, each on what they last saw."""

import json
from concurrent.futures import ThreadPoolExecutor

import django

TEXTS = 25


def main() -> None:
    """Write, then tell every text that is kept."""
    django.setup()
    from django.db import connection
    from programme.candidatures.minute.site import towns

    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.candidatures.ecritures import ecrire
    from coeurdeville.programme.models import Candidature, Ecriture, Reponse

    towns(1)
    town = Candidature.objects.select_related("appel").order_by("pk")[0]

    def write(who: Utilisateur) -> None:
        base = 1
        for rank in range(TEXTS):
            base = ecrire(town, "partage", f"{who.pk}, texte {rank}", base, who).version
        connection.close()

    users = list(Utilisateur.objects.filter(membres__commune=town.commune).order_by("pk"))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, users))
    kept = Reponse.objects.get(candidature=town, champ="partage")
    told = Ecriture.objects.filter(candidature=town, champ="partage")
    versions = [one.version for one in told if one.version is not None]
    wanted = sorted(f"{who.pk}, texte {rank}" for who in users for rank in range(TEXTS))
    texts = sorted(one.valeur for one in told)
    print(json.dumps({"textes": texts, "voulus": wanted, "versions": sorted(versions), "derniere": kept.version}))


if __name__ == "__main__":
    main()
