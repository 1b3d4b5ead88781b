"""Writing a synthesis: from the records, then with what people changed in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.timezone import localdate, now

from coeurdeville.core.french import spaced
from coeurdeville.core.problems import Kind, Refused
from coeurdeville.programme.models import Synthese
from coeurdeville.programme.syntheses.chapitres import CHAPITRES
from coeurdeville.programme.syntheses.matiere import reunir
from coeurdeville.programme.syntheses.phrase import Chapitre, Phrase

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.models import Saison

UNKNOWN = Kind(
    "synthese-phrase-inconnue", "La synthèse n’a plus cette phrase : ses données ont changé.", "Recharger la page."
)
PUBLISHED = Kind(
    "synthese-publiee", "La synthèse est publiée : elle ne se retouche plus.", "Préparer une version, puis retoucher."
)


@dataclass(frozen=True)
class Retouche:
    """What somebody wrote instead of a sentence."""

    texte: str
    """Empty: the sentence is left out."""
    sur: str
    """The computed sentence that it replaced."""

    def depassee(self, phrase: Phrase) -> bool:
        """Whether the records say something else since."""
        return self.sur != phrase.texte


def ecrire(saison: Saison) -> Sequence[Chapitre]:
    """Every chapter that has something to say, as records stand now."""
    records = reunir(saison, localdate())
    chapters = (write(records) for write in CHAPITRES)
    return [replace(one, phrases=tuple(map(_spaced, one.phrases))) for one in chapters if one.phrases]


def retoucher(synthese: Synthese, cle: str, texte: str, par: Utilisateur) -> None:
    """Write something else instead of a sentence; an empty text leaves it out.

    Raises
    ------
    Refused
        `synthese-publiee`, `synthese-phrase-inconnue`.
    """
    sentence = next((one for chapter in ecrire(synthese.saison) for one in chapter.phrases if one.cle == cle), None)
    if sentence is None:
        raise Refused([UNKNOWN()])
    kept = {"texte": texte.strip(), "sur": sentence.texte, "par": par.pk, "le": now().isoformat()}
    _keep(synthese, lambda former: {**former, cle: kept})


def retablir(synthese: Synthese, cle: str) -> None:
    """Give a sentence back what the records say. Raises `Refused` (`synthese-publiee`)."""
    _keep(synthese, lambda former: {key: value for key, value in former.items() if key != cle})


def retouches(synthese: Synthese) -> Mapping[str, Retouche]:
    """Key of a sentence -> what replaces it."""
    return {key: Retouche(one["texte"], one["sur"]) for key, one in synthese.retouches.items()}


def appliquer(chapitres: Iterable[Chapitre], changes: Mapping[str, Retouche]) -> Sequence[Chapitre]:
    """The chapters as they will be read: sentences replaced or left out; what they rest on stays."""
    done = (replace(one, phrases=tuple(_changed(one.phrases, changes))) for one in chapitres)
    return [one for one in done if one.phrases]


def _spaced(phrase: Phrase) -> Phrase:
    return replace(phrase, texte=spaced(phrase.texte))


def _changed(phrases: Iterable[Phrase], changes: Mapping[str, Retouche]) -> Iterable[Phrase]:
    for one in phrases:
        text = changes[one.cle].texte if one.cle in changes else one.texte
        if text:
            yield replace(one, texte=text)


def _keep(synthese: Synthese, change: Any) -> None:
    with transaction.atomic():
        locked = Synthese.objects.select_for_update().get(pk=synthese.pk)
        if locked.etat != "brouillon":
            raise Refused([PUBLISHED()])
        locked.retouches = synthese.retouches = change(locked.retouches)
        locked.save(update_fields=["retouches"])
