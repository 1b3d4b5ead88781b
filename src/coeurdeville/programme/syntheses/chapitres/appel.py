"""What was asked, who answered, who was retained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coeurdeville.core.french import capital, listing, plural
from coeurdeville.programme.candidatures.valeurs import deposees
from coeurdeville.programme.horloge import instant
from coeurdeville.programme.models import Appel
from coeurdeville.programme.syntheses.matiere import Matiere, appui, appui_appel
from coeurdeville.programme.syntheses.phrase import Chapitre, Phrase, Tableau
from coeurdeville.services.contract.declaration import THEME_LABELS, Theme

UNTOLD = "thème non dit"


def appel(m: Matiere) -> Chapitre:
    """Each call with its dates, then the candidatures by theme and by outcome."""
    sentences = [one for call in m.appels for one in _call(call, m)]
    table = Tableau(
        "Candidatures déposées, par thème et par issue",
        (("Thème", False), ("Déposées", True), ("Retenues", True)),
        tuple(_by_theme(m)),
        "Une candidature retirée n’est pas comptée.",
    )
    return Chapitre("appel", "L’appel et les réponses", tuple(sentences), (table,) if m.candidatures else ())


def _call(call: Appel, m: Matiere) -> Iterator[Phrase]:
    if call.ouvre_le and call.ferme_le:
        dates = f"L’appel « {call.titre} » a été ouvert du {instant(call.ouvre_le)} au {instant(call.ferme_le)}."
        yield Phrase(f"appel.{call.pk}.dates", dates, (appui_appel(call),))
    count = call.prolongations.count()
    if count:
        text = f"Sa limite a été reportée {plural(count, 'fois', 'fois')}."
        yield Phrase(f"appel.{call.pk}.prolongations", text, (appui_appel(call),))
    received = [one for one in m.candidatures if one.appel_id == call.pk]
    kept = [one for one in m.projets if one.candidature.appel_id == call.pk]
    if received:
        text = f"{plural(len(received), 'ville a déposé', 'villes ont déposé')} une candidature"
        text += f" et {plural(len(kept), 'a été retenue', 'ont été retenues')}" if kept else ""
        aim = f", pour {call.a_retenir} attendues" if kept and len(kept) != call.a_retenir else ""
        yield Phrase(f"appel.{call.pk}.reponses", f"{capital(text)}{aim}.", (appui_appel(call),))
    if kept:
        names = listing([one.nom for one in kept])
        yield Phrase(f"appel.{call.pk}.villes", f"Les villes retenues : {names}.", tuple(map(appui, kept)))


def _by_theme(m: Matiere) -> Iterator[tuple[str, str, str]]:
    themes = {one.pk: _label(deposees(one).theme) for one in m.candidatures}
    received = Counter(themes.values())
    kept = Counter(themes.get(one.candidature_id, UNTOLD) for one in m.projets)
    yield from ((theme, str(count), str(kept[theme])) for theme, count in sorted(received.items()))


def _label(code: str) -> str:
    return THEME_LABELS[Theme(code)] if code in set(Theme) else UNTOLD
