"""Who took a service up after the first towns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from coeurdeville.core.french import capital, listing, plain, plural
from coeurdeville.programme.adoptions.stades import Situee, stade
from coeurdeville.programme.etats.noms import ETATS
from coeurdeville.programme.models import Adoption, Experimentation
from coeurdeville.programme.syntheses.dessins import carte
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Appui, Chapitre, Phrase, Tableau

PAGE = Appui("Généralisation", "/generalisation/")
STATES = [(one.code, one.nom) for one in ETATS["adoption"]]


def generalisation(m: Matiere) -> Chapitre:
    """Adoptions by state and by service; none is said too."""
    services = sorted({one.cas for one in m.adoptions}, key=lambda one: plain(one.titre))
    table = Tableau(
        "Villes qui reprennent un service",
        (("Service", False), *((name, True) for _, name in STATES)),
        tuple((one.titre, *(_count(m.adoptions, one.pk, code) for code, _ in STATES)) for one in services),
    )
    pictures = (carte("Où en sont les villes de la saison", _towns(m)),) if m.projets else ()
    return Chapitre("generalisation", "La généralisation", tuple(_sentences(m)), (table,) if services else (), pictures)


def _towns(m: Matiere) -> dict[str, Situee]:
    """Each town with its furthest stage, by name."""
    states, names = defaultdict[str, set[tuple[str, str]]](set), dict[str, str]()
    seen: tuple[Experimentation | Adoption, ...] = (*m.projets, *m.adoptions)
    for one in seen:
        states[one.commune].add((one.sorte, one.etat))
        names[one.commune] = one.nom
    return {code: Situee(names[code], stade(states[code])) for code in sorted(names, key=names.__getitem__)}


def _sentences(m: Matiere) -> Iterator[Phrase]:
    if not m.projets:
        return
    if not m.adoptions:
        yield Phrase("generalisation.aucune", "Aucune autre ville n’a encore demandé l’un de ces services.", (PAGE,))
        return
    counted = Counter(one.etat for one in m.adoptions)
    parts = [plural(counted[code], name, _many(code, name)) for code, name in STATES if counted[code]]
    towns, asked = len({one.commune for one in m.adoptions}), len(m.adoptions)
    text = f"{capital(plural(towns, 'autre ville a demandé', 'autres villes ont demandé'))} l’un de ces services"
    text += " : " if towns == asked else f", en {plural(asked, 'adoption')} : "
    proofs = {one.cas_id: appui(one.cas.experimentation) for one in m.adoptions}
    yield Phrase("generalisation.etats", f"{text}{listing(parts)}.", (PAGE, *proofs.values()))


def _many(code: str, name: str) -> str:
    """The state of several adoptions."""
    return name if code == "etude" else f"{name}s"


def _count(adoptions: Iterable[Adoption], card: int, code: str) -> str:
    return str(sum(one.cas_id == card and one.etat == code for one in adoptions))
