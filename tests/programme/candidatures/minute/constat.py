"""What the database holds once it is over, as JSON."""

import json
from typing import Any

import django


def constat() -> list[dict[str, Any]]:
    """Receipts, letters and states by town."""
    from coeurdeville.programme.models import Candidature, Courrier, Evenement

    return [
        {
            "commune": one.commune,
            "etat": one.etat,
            "recepisses": [
                {"numero": r.numero, "recu_le": r.recu_le.isoformat(), "limite": r.limite.isoformat()}
                for r in one.recepisses.all()
            ],
            "evenements": Evenement.objects.filter(objet="candidature", numero=one.pk).count(),
            "courriers": Courrier.objects.filter(evenement__objet="candidature", evenement__numero=one.pk).count(),
            "reponses": one.reponses.count(),
        }
        for one in Candidature.objects.order_by("pk")
    ]


if __name__ == "__main__":
    django.setup()
    print(json.dumps(constat()))
