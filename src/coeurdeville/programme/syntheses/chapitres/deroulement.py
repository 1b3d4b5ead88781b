"""How the experiments went: where they stand, how long they took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from statistics import median

from coeurdeville.core.french import capital, day, listing, number, of, plural
from coeurdeville.programme.etats.noms import ETATS
from coeurdeville.programme.experimentations.derive import Derive, derive
from coeurdeville.programme.experimentations.suspensions import Suspension, suspensions
from coeurdeville.programme.models import Experimentation
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Chapitre, Phrase, Tableau

Suivi = tuple[Experimentation, Derive]
Arrets = Mapping[int, Sequence[Suspension]]


def deroulement(m: Matiere) -> Chapitre:
    """States, durations against what was planned; a delay is never hidden."""
    stops = suspensions(m.projets)
    followed = [(one, derive(one, list(one.etapes.all()), stops[one.pk], m.jour)) for one in m.projets]
    table = Tableau(
        "Les expérimentations, prévues et réelles",
        (("Ville", False), ("Service", False), ("État", False), ("Prévue", False), ("Réelle", False),
         ("Écart de fin", False)),
        tuple(_row(*one) for one in followed),
    )  # fmt: skip
    return Chapitre("deroulement", "Le déroulement", tuple(_sentences(followed, stops)), (table,) if followed else ())


def _sentences(followed: list[Suivi], stops: Arrets) -> Iterator[Phrase]:
    if not followed:
        return
    counted = Counter(one.etat for one, _ in followed)
    names = {one.code: one.nom for one in ETATS["experimentation"]}
    parts = [f"{count} {names[code]}{'s' if count > 1 and code not in ('preparation', 'en_cours') else ''}"
             for code, count in counted.most_common()]  # fmt: skip
    total = plural(len(followed), "expérimentation a été ouverte", "expérimentations ont été ouvertes")
    text = f"{capital(total)} : {listing(parts)}."
    yield Phrase("deroulement.etats", text, tuple(appui(one) for one, _ in followed))
    yield from _durations([(one, found) for one, found in followed if one.etat == "terminee"])
    yield from _given_up([(one, found) for one, found in followed if one.etat == "abandonnee"])
    for one, found in followed:
        yield from _stopped(one, found, stops[one.pk])


def _durations(over: list[Suivi]) -> Iterator[Phrase]:
    """Of those that were carried through: one that was given up says nothing of how long it takes."""
    months = [(one.mois_actifs, projet.nom) for projet, one in over if one.mois_actifs is not None]
    if not months:
        return
    apart = ", hors suspension" if any(one.suspendus for _, one in over) else ""
    low, high = over[0][1].prevus
    plan = f"{apart}, pour {low} à {high} mois prévus" if low != high else f"{apart}, pour {low} mois prévus"
    middle = _months(median(count for count, _ in months))
    text = f"Celle qui est terminée, {months[0][1]}, a duré {middle} mois{plan}."
    if len(months) > 1:
        text = (
            f"Celles qui sont terminées ont duré {middle} mois en médiane{plan} ; la plus longue, {_longest(months)}."
        )
    yield Phrase("deroulement.durees", text, tuple(appui(one) for one, _ in over))
    yield from _late([one for one, found in over if (found.projet.jours or 0) > 30])


def _longest(months: list[tuple[float, str]]) -> str:
    count, town = max(months)
    return f"{town}, {_months(count)} mois"


def _late(late: list[Experimentation]) -> Iterator[Phrase]:
    if late:
        said = plural(len(late), "a fini", "ont fini")
        text = f"{capital(said)} plus d’un mois après la date prévue : {listing([one.nom for one in late])}."
        yield Phrase("deroulement.retards", text, tuple(map(appui, late)))


def _given_up(gone: list[Suivi]) -> Iterator[Phrase]:
    for projet, found in gone:
        if found.mois is not None:
            lasted = f"s’est arrêtée après {_months(found.mois)} mois"
            text = f"L’expérimentation {of(projet.nom)} {lasted}, sans aller au bout."
            yield Phrase(f"deroulement.{projet.pk}.abandon", text, (appui(projet),))


def _stopped(projet: Experimentation, found: Derive, stops: Sequence[Suspension]) -> Iterator[Phrase]:
    """How long one was suspended, from when to when; what it lasted in all."""
    if stops and found.mois is not None:
        when = listing([_between(one.du, one.au) for one in stops])
        text = f"L’expérimentation {of(projet.nom)} a été suspendue {_months(found.suspendus)} mois, {when}"
        text += f" : elle a duré {_months(found.mois)} mois en tout{'' if found.finie else ', à ce jour'}."
        yield Phrase(f"deroulement.{projet.pk}.suspension", text, (appui(projet),))


def _months(value: float) -> str:
    """Months to a tenth; a whole number has no decimal."""
    rounded = round(value, 1)
    return number(rounded, 0 if rounded == int(rounded) else 1)


def _row(projet: Experimentation, found: Derive) -> tuple[str, ...]:
    planned = _between(projet.debut_initial or projet.debut_prevu, projet.fin_initiale or projet.fin_prevue)
    real = _between(projet.debut_reel, projet.fin_reelle) or "pas commencée"
    return (projet.nom, projet.titre, projet.en_etat.nom, planned or "sans date", real, found.projet.dit)


def _between(first: date | None, last: date | None) -> str:
    """`du 01/11/2022 au 01/06/2023`, `depuis le 01/11/2022`, `jusqu’au 01/06/2023`; empty without any date."""
    if first and last:
        return f"du {day(first)} au {day(last)}"
    if first:
        return f"depuis le {day(first)}"
    return f"jusqu’au {day(last)}" if last else ""
