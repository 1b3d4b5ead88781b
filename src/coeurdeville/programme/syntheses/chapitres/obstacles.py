"""What stood in the way, by family, and how it was overcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from coeurdeville.core.french import capital, listing, number, plural
from coeurdeville.programme.models import Experimentation, Obstacle
from coeurdeville.programme.syntheses.dessins import barres
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Chapitre, Dessin, Phrase, Tableau

Rencontre = tuple[Experimentation, Obstacle]


def obstacles(m: Matiere) -> Chapitre:
    """Families, the most frequent first: towns that met them, share overcome, median days; then lessons."""
    met = defaultdict[str, list[Rencontre]](list)
    for projet in m.projets:
        for one in projet.obstacles.all():
            met[one.get_famille_display()].append((projet, one))
    ordered = sorted(met.items(), key=lambda item: (-len(item[1]), item[0]))
    table = Tableau(
        "Obstacles rencontrés, par famille",
        (
            ("Famille", False),
            ("Obstacles", True),
            ("Villes", True),
            ("Levés", True),
            ("Jours pour lever, en médiane", True),
        ),
        tuple(_row(family, found) for family, found in ordered),
        "La médiane des jours porte sur les obstacles levés.",
    )
    sentences = (*_whole(ordered), *(one for family, found in ordered for one in _lessons(family, found)))
    title = "Les obstacles, et comment ils ont été levés"
    return Chapitre("obstacles", title, sentences, *(((table,), (_picture(ordered),)) if ordered else ()))


def _picture(ordered: list[tuple[str, list[Rencontre]]]) -> Dessin:
    lines = [(family, float(len(found)), plural(len(found), "obstacle")) for family, found in ordered]
    return barres("obstacles", "Obstacles notés, par famille", lines)


def _whole(ordered: list[tuple[str, list[Rencontre]]]) -> Iterator[Phrase]:
    if not ordered:
        return
    count, most = sum(len(one) for _, one in ordered), len(ordered[0][1])
    first = [(family, found) for family, found in ordered if len(found) == most]
    towns = {projet for _, found in first for projet, _ in found}
    text = f"{capital(plural(count, 'obstacle a été noté', 'obstacles ont été notés'))} ; {_most(first)}"
    where = f"dans {plural(len(towns), 'ville')}"
    text += f" ({most}, {where})." if len(first) == 1 else f" ({most} chacune, {where})."
    yield Phrase("obstacles.familles", text, tuple(appui(one) for one in sorted(towns, key=lambda p: p.nom)))


def _most(first: list[tuple[str, list[Rencontre]]]) -> str:
    """The most frequent family, or all those that come first together."""
    names = listing([f"« {family} »" for family, _ in first])
    return (
        f"la famille la plus fréquente est {names}"
        if len(first) == 1
        else f"les familles les plus fréquentes sont {names}"
    )


def _lessons(family: str, found: list[Rencontre]) -> Iterator[Phrase]:
    """What those who overcame one say."""
    for projet, one in found:
        if one.leve_le and one.leve_comment.strip():
            text = (
                f"{capital(family)}, {projet.nom} : « {one.texte.strip()} » Levé ainsi : « {one.leve_comment.strip()} »"
            )
            yield Phrase(f"obstacles.{one.pk}.lecon", text, (appui(projet),))
    left = [projet.nom for projet, one in found if one.leve_le is None]
    if left:
        names = listing(sorted(set(left)))
        said = plural(len(left), "obstacle n’est pas levé", "obstacles ne sont pas levés")
        text = f"{capital(family)} : {said} ({names})."
        proofs = {projet.pk: appui(projet) for projet, one in found if one.leve_le is None}
        yield Phrase(f"obstacles.{found[0][1].famille}.restent", text, tuple(proofs.values()))


def _row(family: str, found: list[Rencontre]) -> tuple[str, ...]:
    days = [(one.leve_le - one.rencontre_le).days for _, one in found if one.leve_le]
    towns = len({projet.pk for projet, _ in found})
    return (family, str(len(found)), str(towns), str(len(days)), number(median(days)) if days else "–")
