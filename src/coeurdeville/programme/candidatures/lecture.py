"""Reading candidatures for the pages of a town."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Prefetch
from django.utils.timezone import now

from coeurdeville.programme.appels.formulaire import Champ, Etape, Formulaire, Sorte, formulaire
from coeurdeville.programme.candidatures.completude import Manque, manques
from coeurdeville.programme.candidatures.contenu import a_deposer
from coeurdeville.programme.candidatures.ouvert import complement_ouvert, fermeture
from coeurdeville.programme.candidatures.retrait import BEFORE_THE_END
from coeurdeville.programme.models import Appel, Candidature, PieceJointe, Recepisse, Reponse

if TYPE_CHECKING:
    from coeurdeville.programme.models import Complement

VERBE = {"brouillon": "deposer", "deposee": "amender", "a_completer": "completer"}
"""State -> the verb by which it is deposited."""


@dataclass(frozen=True)
class Dossier:
    """A candidature as its members read and write it."""

    candidature: Candidature
    form: Formulaire
    reponses: Mapping[str, Reponse]
    """Field -> present answer."""
    complement: Complement | None
    maintenant: datetime

    @cached_property
    def manques(self) -> Sequence[Manque]:
        """What lacks; nothing of what was deleted."""
        if self.candidature.supprimee_le:
            return ()
        return manques(self.form, {key: one.valeur for key, one in self.reponses.items()}, self.candidature.appel)

    @property
    def etapes(self) -> Sequence[tuple[Etape, int]]:
        """Each step with how many questions it still waits for."""
        return [(etape, sum(one.etape.cle == etape.cle for one in self.manques)) for etape in self.form.etapes]

    def suivante(self, cle: str) -> Etape | None:
        """The step after one; None after the last."""
        keys = [one.cle for one in self.form.etapes]
        return self.form.etapes[keys.index(cle) + 1] if cle in keys[:-1] else None

    @property
    def limite(self) -> datetime | None:
        """The last instant of what is awaited: the complement's when one is asked."""
        return self.complement.avant_le if self.complement else self.candidature.appel.ferme_le

    @property
    def passee(self) -> bool:
        """Whether it is too late."""
        return self.limite is not None and self.maintenant > self.limite

    @property
    def a_redeposer(self) -> bool:
        """Whether it was withdrawn, then taken up again: what was deposited before is worth nothing any more."""
        return self.candidature.etat == "brouillon" and self.dernier is not None

    @property
    def lecture(self) -> str:
        """What becomes of the last deposit: `sera`, `a` (it was read), or `plus` once withdrawn or never judged."""
        if self.candidature.etat in ("deposee", "a_completer"):
            return "sera" if self.candidature.appel.etat in ("publie", "instruction") else "plus"
        return "plus" if self.candidature.etat in ("brouillon", "retiree", "irrecevable") else "a"

    @property
    def reprenable(self) -> bool:
        """Whether, withdrawn, it may still be taken up again."""
        return self.candidature.appel.etat == "publie" and not self.passee

    @property
    def retirable(self) -> bool:
        """Whether there is still something to withdraw it from."""
        return self.candidature.appel.etat in BEFORE_THE_END

    @property
    def verbe(self) -> str:
        """How it is deposited in its state; empty when it is not, or when the call is cancelled."""
        gone = self.candidature.supprimee_le or self.candidature.appel.etat == "annule"
        return "" if gone else VERBE.get(self.candidature.etat, "")

    @cached_property
    def dernier(self) -> Recepisse | None:
        """The last receipt."""
        return self.candidature.recepisses.last()

    @cached_property
    def change(self) -> bool:
        """Whether what is written is not what was deposited."""
        if self.dernier is None or not self.verbe:
            return False
        return bool(a_deposer(self.candidature, self.complement) != self.dernier.contenu)

    def ouvert(self, champ: str) -> bool:
        """Whether a question may be answered now."""
        found = self.form.champ(champ)
        return found is not None and fermeture(self.candidature, found, self.maintenant, self.complement) is None

    @property
    def modifiable(self) -> bool:
        """Whether any question may be answered now."""
        return any(self.ouvert(one.cle) for one in self.form)

    @property
    def demandees(self) -> Sequence[tuple[Etape, Champ]]:
        """The questions that the complement is about, each with its step."""
        asked = self.complement.champs if self.complement else ()
        return [(etape, champ) for etape in self.form.etapes for champ in etape.champs if champ.cle in asked]

    @property
    def pieces_admises(self) -> bool:
        """Whether the call takes files."""
        return any(one.sorte is Sorte.PIECES for one in self.form)


@dataclass(frozen=True)
class LigneAppel:
    """A call that receives, and the candidature of the town when it has one."""

    appel: Appel
    candidature: Candidature | None


def dossier(commune: str, pk: int) -> Dossier | None:
    """The candidature of a town; None when it has none of that number."""
    answers = Prefetch("reponses", Reponse.objects.select_related("auteur"))
    found = (
        Candidature.objects.filter(commune=commune, pk=pk)
        .select_related("appel__saison", "experimentation", "decision")
        .prefetch_related(answers)
    ).first()
    if found is None:
        return None
    told = {one.champ: one for one in found.reponses.all()}
    return Dossier(found, formulaire(found.appel), told, complement_ouvert(found), now())


def appels_recevant(commune: str) -> Sequence[LigneAppel]:
    """Calls that are published and not closed, soonest limit first, with what the town has opened. Two queries."""
    calls = Appel.objects.filter(etat="publie", ferme_le__gte=now()).select_related("saison").order_by("ferme_le")
    ours = {one.appel_id: one for one in Candidature.objects.filter(commune=commune)}
    return [LigneAppel(one, ours.get(one.pk)) for one in calls]


def de_la_ville(commune: str) -> Sequence[Candidature]:
    """Every candidature of a town, the newest first. One query."""
    return list(Candidature.objects.filter(commune=commune).select_related("appel").order_by("-cree_le"))


def piece_de(candidature: Candidature, pk: int) -> PieceJointe | None:
    """A file of a candidature, in its draft or in a deposit."""
    return candidature.pieces.filter(pk=pk).first()


def pieces_de(candidature: Candidature) -> Sequence[PieceJointe]:
    """The files of the draft. One query."""
    return list(candidature.pieces.filter(retiree_le=None).select_related("par"))


def recepisse_de_rang(candidature: Candidature, rang: int) -> Recepisse | None:
    """One receipt of a candidature."""
    return candidature.recepisses.filter(rang=rang).select_related("par", "candidature__appel").first()


def appel_nomme(slug: str) -> Appel | None:
    """A call that anybody may see."""
    return Appel.objects.filter(slug=slug).exclude(etat="brouillon").first()


def appel_de(slug: str) -> Appel | None:
    """A call in any state, for the coordination."""
    return Appel.objects.filter(slug=slug).first()
