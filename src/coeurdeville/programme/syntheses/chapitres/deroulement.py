"""How the experiments went: where they stand, how long they took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from coeurdeville.core.french import capital, day, listing, number, plural
from coeurdeville.programme.etats.noms import ETATS
from coeurdeville.programme.experimentations.derive import Derive, derive
from coeurdeville.programme.models import Experimentation
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Chapitre, Phrase, Tableau

Suivi = tuple[Experimentation, Derive]


def deroulement(m: Matiere) -> Chapitre:
    """States, durations against what was planned; a delay is never hidden."""
    followed = [(one, derive(one, list(one.etapes.all()), m.jour)) for one in m.projets]
    table = Tableau(
        "Les expérimentations, prévues et réelles",
        (("Ville", False), ("Service", False), ("État", False), ("Prévue du, au", False), ("Réelle du, au", False),
         ("Écart de fin", False)),
        tuple(_row(*one) for one in followed),
    )  # fmt: skip
    return Chapitre("deroulement", "Le déroulement", tuple(_sentences(followed)), (table,) if followed else ())


def _sentences(followed: list[Suivi]) -> Iterator[Phrase]:
    if not followed:
        return
    counted = Counter(one.etat for one, _ in followed)
    names = {one.code: one.nom for one in ETATS["experimentation"]}
    parts = [f"{count} {names[code]}{'s' if count > 1 and code not in ('preparation', 'en_cours') else ''}"
             for code, count in counted.most_common()]  # fmt: skip
    total = plural(len(followed), "expérimentation a été ouverte", "expérimentations ont été ouvertes")
    text = f"{capital(total)} : {listing(parts)}."
    yield Phrase("deroulement.etats", text, tuple(appui(one) for one, _ in followed))
    yield from _durations([one for one in followed if one[1].finie and one[1].mois is not None])


def _durations(over: list[Suivi]) -> Iterator[Phrase]:
    months = [one.mois for _, one in over if one.mois is not None]
    if not months:
        return
    low, high = over[0][1].prevus
    plan = f"{low} à {high}" if low != high else str(low)
    text = f"Celles qui sont finies ont duré {_months(median(months))} mois en médiane, pour {plan} mois prévus"
    longest = max(over, key=lambda one: one[1].mois or 0)
    text += f" ; la plus longue, {longest[0].nom}, {_months(longest[1].mois or 0)} mois."
    yield Phrase("deroulement.durees", text, tuple(appui(one) for one, _ in over))
    late = [one for one in over if (one[1].projet.jours or 0) > 30]
    if late:
        said = plural(len(late), "a fini", "ont fini")
        text = f"{capital(said)} plus d’un mois après la date prévue : {listing([one.nom for one, _ in late])}."
        yield Phrase("deroulement.retards", text, tuple(appui(one) for one, _ in late))


def _months(value: float) -> str:
    """Months to a tenth; a whole number has no decimal."""
    rounded = round(value, 1)
    return number(rounded, 0 if rounded == int(rounded) else 1)


def _row(projet: Experimentation, found: Derive) -> tuple[str, ...]:
    planned = _dates(projet.debut_initial or projet.debut_prevu, projet.fin_initiale or projet.fin_prevue)
    real = _dates(projet.debut_reel, projet.fin_reelle)
    return (projet.nom, projet.titre, projet.en_etat.nom, planned, real, found.projet.dit)


def _dates(first: object, last: object) -> str:
    return ", ".join(day(one) if one else "?" for one in (first, last))  # type: ignore[arg-type]
