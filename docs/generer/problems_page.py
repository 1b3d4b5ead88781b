"""docs/erreurs.md: every problem that the program can tell, by its code."""

import re
from collections.abc import Iterator
from importlib import import_module

from writing import NOTE

from coeurdeville.core.french import capital
from coeurdeville.core.problems import KINDS
from coeurdeville.core.registry import modules

BEFORE = """\
Chaque message du logiciel porte un code, entre crochets : le chercher ici. « … » tient la place de ce qui change d’une
fois à l’autre.

- **Erreur** : rien n’est calculé de ce qui est concerné.
- **Avertissement** : le travail a continué ; le message dit ce qui a été fait à la place.
- **Remarque** : bon à savoir ; quelque chose a été trouvé, compté ou réparé."""


def problems_page() -> Iterator[str]:
    """The page."""
    for name in modules("coeurdeville"):
        if not name.endswith(".wsgi"):  # what a server starts: it declares nothing, and warms the matrix up
            import_module(name)
    yield from ("# Erreurs, avertissements, remarques", NOTE, BEFORE)
    for code, kind in sorted(KINDS.items()):
        yield f"## {code}"
        yield f"{capital(kind.level)}. {_open(kind.message)}"
        yield f"*Que faire ?* {_open(kind.cure)}"


def _open(sentence: str) -> str:
    """The sentence with its `{words}` left open, safe in Markdown."""
    said = re.sub(r"\{[^}]*\}", "…", sentence).replace("….", "…")
    return re.sub(r"[<*_\[]", r"\\\g<0>", said)
