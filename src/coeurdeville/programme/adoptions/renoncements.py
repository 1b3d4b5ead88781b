"""Why towns gave a service up, in their own words: what other towns learn most from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from coeurdeville.programme.cas_usage.textes import public
from coeurdeville.programme.models import Adoption, Evenement

ABANDONNEE: Final = "abandonnee"


def raisons(adoptions: Collection[Adoption]) -> Mapping[int, str]:
    """Number of an adoption that is given up -> its reason, without what seems to be somebody's. One query."""
    left = [one.pk for one in adoptions if one.etat == ABANDONNEE]
    told = Evenement.objects.filter(objet="adoption", numero__in=left, vers=ABANDONNEE) if left else ()
    return {one.numero: public(one.motif) for one in told}
