"""Who worked with whom on which data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coeurdeville.core.french import capital, listing, plural
from coeurdeville.inventory.vocabulaire import Acteur, Forme
from coeurdeville.programme.models import Cooperation, Experimentation
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Chapitre, Phrase, Tableau
from coeurdeville.services.contract.declaration import THEME_LABELS, Theme

Accord = tuple[Experimentation, Cooperation]


def cooperation(m: Matiere) -> Chapitre:
    """Forms of cooperation by theme, then each of them."""
    found = [(projet, one) for projet in m.projets for one in projet.cooperations.all()]
    table = Tableau(
        "Modes de coopération, par thème",
        (("Thème", False), ("Donnée", False), ("Ville", False), ("Avec", False), ("Acteur", False), ("Forme", False),
         ("Coût", False)),
        tuple(sorted(_row(*one) for one in found)),
    )  # fmt: skip
    return Chapitre("cooperation", "Les coopérations", tuple(_sentences(found)), (table,) if found else ())


def _sentences(found: list[Accord]) -> Iterator[Phrase]:
    if not found:
        return
    forms = Counter(_form(one.forme) for _, one in found)
    text = f"{capital(plural(len(found), 'coopération a été notée', 'coopérations ont été notées'))}{_forms(forms)}."
    proofs = {projet.pk: appui(projet) for projet, _ in found}
    yield Phrase("cooperation.formes", text, tuple(proofs.values()))


def _forms(forms: Counter[str]) -> str:
    """The only form, the most frequent one, or all those that come first together."""
    most = max(forms.values())
    first = [f"« {form} »" for form, count in forms.items() if count == most]
    if len(forms) == 1:
        return f", sous la forme {first[0]}"
    if len(first) == 1:
        return f" ; la forme la plus fréquente est {first[0]} ({most})"
    return f" ; les formes les plus fréquentes sont {listing(first)} ({most} chacune)"


def _row(projet: Experimentation, one: Cooperation) -> tuple[str, ...]:
    theme = THEME_LABELS[Theme(projet.theme)] if projet.theme in set(Theme) else "non dit"
    actor = Acteur(one.acteur).libelle if one.acteur in set(Acteur) else one.acteur
    return (theme, one.titre, projet.nom, one.avec, actor, _form(one.forme), one.cout or "non dit")


def _form(code: str) -> str:
    return Forme(code).libelle if code in set(Forme) else code
