"""The data that mattered: which of them several towns needed, which will last, which should get a schema."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from coeurdeville.core.french import capital, listing, plain, plural
from coeurdeville.deployability.holders import NATIONAL
from coeurdeville.deployability.standards import Agreed, standard_of
from coeurdeville.layers.catalogue import kinds
from coeurdeville.programme.models import DonneeUtile, Experimentation
from coeurdeville.programme.syntheses.matiere import Matiere, appui
from coeurdeville.programme.syntheses.phrase import Appui, Chapitre, Phrase, Tableau


@dataclass
class Employee:
    """A layer, and the projects that used it."""

    slug: str
    projets: list[Experimentation] = field(default_factory=list)
    indispensable: int = 0
    durable: int = 0

    @property
    def titre(self) -> str:
        """As people read it."""
        return kinds()[self.slug].title if self.slug in kinds() else self.slug

    @property
    def schema(self) -> str:
        """How far a schema is agreed on, in words."""
        return standard_of(kinds()[self.slug]).agreed.label if self.slug in kinds() else "non dit"

    @property
    def locale(self) -> bool:
        """Whether towns hold it: what the State publishes for all of them is not what calls are about."""
        return self.slug in kinds() and kinds()[self.slug].competence != NATIONAL

    @property
    def sans_schema(self) -> bool:
        """Whether no national catalogue has a schema for it."""
        return self.slug in kinds() and standard_of(kinds()[self.slug]).agreed in (Agreed.NONE, Agreed.DRAFT)


def donnees(m: Matiere) -> Chapitre:
    """Layers of evaluated services, those that most projects needed first."""
    used = _used(m)
    table = Tableau(
        "Données employées par les services",
        (("Donnée", False), ("Villes", True), ("Indispensable pour", True), ("Entretien organisé", True),
         ("Schéma", False)),
        tuple((one.titre, str(len(one.projets)), str(one.indispensable), str(one.durable),
               one.schema) for one in used),
        "« Entretien organisé » : la ville a dit qui tient la donnée à jour.",
    )  # fmt: skip
    return Chapitre("donnees", "Les données", tuple(_sentences(used)), (table,) if used else ())


def _sentences(used: list[Employee]) -> Iterator[Phrase]:
    shared = [one for one in used if len(one.projets) > 1]
    if shared:
        names = listing([f"{one.titre} ({len(one.projets)})" for one in shared])
        proofs = {p.pk: appui(p) for one in shared for p in one.projets}
        yield Phrase(
            "donnees.partagees", f"Plusieurs villes ont employé les mêmes données : {names}.", tuple(proofs.values())
        )
    bare = [one for one in used if one.locale and one.sans_schema]
    if bare:
        names = listing([one.titre for one in bare])
        said = plural(len(bare), "donnée locale employée n’a", "données locales employées n’ont")
        text = f"{capital(said)} pas de schéma reconnu,"
        proofs = {p.pk: appui(p) for one in bare for p in one.projets}
        text = f"{text} et {'mérite' if len(bare) == 1 else 'méritent'} d’en recevoir un : {names}."
        yield Phrase("donnees.a_standardiser", text, (Appui("Schémas", "/schemas/"), *proofs.values()))
    fragile = [one for one in used if one.locale and one.durable < len(one.projets)]
    if fragile:
        names = listing([one.titre for one in fragile])
        proofs = {p.pk: appui(p) for one in fragile for p in one.projets}
        yield Phrase("donnees.fragiles", f"Rien ne dit encore, dans une ville au moins, qui tiendra à jour : {names}.",
                     tuple(proofs.values()))  # fmt: skip


def _used(m: Matiere) -> list[Employee]:
    found: dict[str, Employee] = {}
    pairs: Iterator[tuple[Experimentation, DonneeUtile]] = (
        (projet, one) for projet, evaluation in m.evalues for one in evaluation.donnees.all()
    )
    grouped = defaultdict[str, list[tuple[Experimentation, DonneeUtile]]](list)
    for projet, one in pairs:
        grouped[one.couche].append((projet, one))
    for slug, uses in grouped.items():
        found[slug] = Employee(
            slug, [projet for projet, _ in uses], sum(one.indispensable for _, one in uses),
            sum(bool(one.perenne.strip()) for _, one in uses),
        )  # fmt: skip
    return sorted(found.values(), key=lambda one: (-len(one.projets), plain(one.titre)))
