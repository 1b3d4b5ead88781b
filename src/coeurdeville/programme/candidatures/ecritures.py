"""Writing answers: each makes a version, or is set beside the one that it did not know of. Nothing is overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.timezone import now

from coeurdeville.core.problems import Refused
from coeurdeville.programme.candidatures.ouvert import champ_nomme, complement_ouvert, fermeture
from coeurdeville.programme.candidatures.reponses import verifiee
from coeurdeville.programme.models import Candidature, Ecriture, Reponse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coeurdeville.comptes.models import Utilisateur


@dataclass(frozen=True)
class Ecrit:
    """What came of a writing."""

    version: int
    """The present one of the field; 0 when nothing was ever answered."""
    le: datetime
    a_cote: Ecriture | None = None
    """What was written, when it met a newer text: both are kept, its author chooses."""


def ecrire(candidature: Candidature, champ: str, valeur: Any, base: int, user: Utilisateur | None) -> Ecrit:
    """Answer a question. `base` is the version that the author had under their eyes, 0 for none.

    The same text as the present one changes nothing, whatever its base; nor does a sending that was already kept, made
    again because its answer was lost. Whoever wrote alone since `base` meets nobody: every text
    stays in the history.

    Raises
    ------
    Refused
        A question that the call does not ask, or that may not be answered now; everything wrong with the value.
    """
    with transaction.atomic():
        locked = _locked(candidature)
        question = champ_nomme(locked, champ)
        closed = fermeture(locked, question, now(), complement_ouvert(locked))
        if closed:
            raise Refused([closed])
        plain = verifiee(question, valeur, locked.appel.themes)
        present = Reponse.objects.filter(candidature=locked, champ=champ).first()
        if (present.valeur if present else None) == plain:
            return Ecrit(present.version if present else 0, now())
        version = present.version if present else 0
        again = Ecriture.objects.filter(candidature=locked, champ=champ, base=base, auteur=user, version__gt=0)
        sent = next((one for one in again if one.valeur == plain), None) if version != base else None
        if sent is not None and sent.version is not None:
            return Ecrit(sent.version, sent.le)
        if version != base and not _alone_since(locked, champ, base, user):
            return _beside(locked, champ, plain, base, version, user)
        return _kept(locked, champ, plain, version, base, user)


def regler(ecriture: Ecriture, valeur: Any, base: int, user: Utilisateur) -> Ecrit:
    """Settle a text set beside: `valeur`, chosen or merged, is written on version `base`.

    Met in its turn by a newer text, it is set beside as well; the first one is settled all the same.
    """
    with transaction.atomic():
        done = ecrire(ecriture.candidature, ecriture.champ, valeur, base, user)
        ecriture.reglee_le = now()
        ecriture.save(update_fields=["reglee_le"])
    return done


def restaurer(ecriture: Ecriture, base: int, user: Utilisateur) -> Ecrit:
    """Make a former text of a field the present one again, as a new version."""
    return ecrire(ecriture.candidature, ecriture.champ, ecriture.valeur, base, user)


def en_attente(candidature: Candidature, user: Utilisateur | None = None) -> Sequence[Ecriture]:
    """Texts set beside that nobody has settled yet: of somebody, or of all. One query."""
    found = Ecriture.objects.filter(candidature=candidature, version=None, reglee_le=None).select_related("auteur")
    return list(found if user is None else found.filter(auteur=user))


def histoire_du_champ(candidature: Candidature, champ: str) -> Sequence[Ecriture]:
    """Everything that was written in a field, the newest first. One query."""
    return list(candidature.ecritures.filter(champ=champ).select_related("auteur").order_by("-le", "-id"))


def _locked(candidature: Candidature) -> Candidature:
    """The row of the candidature, which orders all that is written in it."""
    held: Candidature = (
        Candidature.objects.select_for_update(of=("self",)).select_related("appel").get(pk=candidature.pk)
    )
    return held


def _alone_since(candidature: Candidature, champ: str, base: int, user: Utilisateur | None) -> bool:
    """Whether every version after one is of the same person."""
    since = Ecriture.objects.filter(candidature=candidature, champ=champ, version__gt=base)
    return user is not None and {one.auteur_id for one in since} == {user.pk}


def _kept(
    candidature: Candidature, champ: str, valeur: Any, version: int, base: int, user: Utilisateur | None
) -> Ecrit:
    told = {"valeur": valeur, "version": version + 1, "auteur": user}
    made = Ecriture.objects.create(candidature=candidature, champ=champ, base=base, **told)
    Reponse.objects.update_or_create(candidature=candidature, champ=champ, defaults=told)
    candidature.save(update_fields=["modifiee_le"])
    return Ecrit(version + 1, made.le)


def _beside(
    candidature: Candidature, champ: str, valeur: Any, base: int, version: int, user: Utilisateur | None
) -> Ecrit:
    """The same text set beside twice, by a form sent again, is set beside once.

    Whoever goes on writing after that has one text that waits, the last: the former ones stay in the history.
    """
    made, _ = Ecriture.objects.get_or_create(
        candidature=candidature, champ=champ, valeur=valeur, version=None, base=base, auteur=user, reglee_le=None
    )
    waiting = Ecriture.objects.filter(candidature=candidature, champ=champ, version=None, reglee_le=None, auteur=user)
    waiting.exclude(pk=made.pk).update(reglee_le=now())
    return Ecrit(version, made.le, made)
