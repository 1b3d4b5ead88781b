"""docs/etats.md: every state of the programme, drawn from the table of passages, with its pictures beside."""

from collections.abc import Iterable, Iterator, Mapping

from writing import NOTE, table

from coeurdeville.core.french import capital
from coeurdeville.programme.etats.dessin import dessin, legende, passages, qui
from coeurdeville.programme.etats.noms import ETATS, OBJETS
from coeurdeville.programme.etats.passage import Passage

BEFORE = """\
Tout ce qui change d’état dans le programme passe par une ligne de `programme/etats/table.py`, et par un seul verbe,
`franchir` : il vérifie le droit, l’état, le motif et ce que la garde demande, écrit le journal, puis prépare les
courriers. Les dessins et les tableaux de cette page sont tirés de cette table. Rien ne sort d’un état dont le cadre
est tireté. Un point est l’état de départ, une flèche celui d’arrivée. La durée de conservation court dès qu’un dossier
n’attend plus rien de personne, même s’il peut encore être repris, comme une candidature retirée ou irrecevable."""


def states_page() -> Iterator[str]:
    """The page."""
    yield from ("# Les états du programme", NOTE, BEFORE)
    for objet in ETATS:
        yield f"## {capital(OBJETS[objet])}"
        yield f"![{legende(objet)}](etats/{objet}.svg)"
        yield table(("geste", "de", "à", "qui", "motif", "courriers"), (_row(one) for one in passages(objet)))


def state_pictures() -> Mapping[str, str]:
    """File name -> picture of an object."""
    return {f"etats/{objet}.svg": dessin(objet) + "\n" for objet in ETATS}


def _row(passage: Passage) -> tuple[str, ...]:
    names = {one.code: one.nom for one in ETATS[passage.objet]}
    letters: Iterable[str] = (f"`{one.modele}`{' (relu avant)' if one.relue else ''}" for one in passage.lettres)
    return (
        passage.bouton, ", ".join(names[code] for code in passage.de), names[passage.vers], qui(passage),
        "demandé" if passage.motif else "", ", ".join(letters),
    )  # fmt: skip
