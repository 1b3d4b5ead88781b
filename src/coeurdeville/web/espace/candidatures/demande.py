"""What the pages of a candidature ask of a request, and what they all show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest

from coeurdeville.comptes.droits import MODIFIER_ESPACE, peut
from coeurdeville.espaces.dossiers import apercu
from coeurdeville.programme.appels.annulation import annulation
from coeurdeville.programme.candidatures.echeance import reste
from coeurdeville.programme.candidatures.ecritures import en_attente
from coeurdeville.programme.candidatures.lecture import Dossier, dossier
from coeurdeville.programme.horloge import instant
from coeurdeville.web.acces import utilisateur

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.appels.formulaire import Champ
    from coeurdeville.programme.models import Ecriture


def demandee(commune: str, pk: int) -> Dossier:
    """The candidature of the address; 404 when the town has none of that number."""
    found = dossier(commune, pk)
    if found is None:
        raise Http404
    return found


def commun(request: HttpRequest, found: Dossier) -> dict[str, Any]:
    """The town, the candidature, its clock or the end of its call, and the texts of the reader that were set beside."""
    commune, user = found.candidature.commune, utilisateur(request)
    return {
        "dossier": apercu(commune),
        "cand": found,
        "candidature": found.candidature,
        "appel": found.candidature.appel,
        "horloge": horloge(found),
        "annulation": annulation(found.candidature.appel),
        "ecarts": [(one, found.form.champ(one.champ)) for one in en_attente(found.candidature, user)],
        "peut_modifier": peut(user, MODIFIER_ESPACE, commune),
    }


def a_cote(found: Dossier, user: Utilisateur) -> list[tuple[Ecriture, Champ | None]]:
    """The texts that others wrote, set beside and not settled yet: a deposit would not hold them."""
    waiting = en_attente(found.candidature)
    return [(one, found.form.champ(one.champ)) for one in waiting if one.auteur_id != user.pk]


def horloge(found: Dossier) -> dict[str, str] | None:
    """What the clock shows, and what makes it run; None when nothing is awaited."""
    if found.limite is None or not found.verbe:
        return None
    return {
        "reste": reste(found.limite, found.maintenant),
        "limite": instant(found.limite),
        "fin": found.limite.isoformat(),
        "maintenant": found.maintenant.isoformat(),
    }
