"""Every state, every place, every verb: what the table of passages allows is what is written beside it."""

import ast
from collections.abc import Mapping
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.contrib.auth.models import AnonymousUser
from programme.etats.objets import MAKERS
from programme.monde import TOWN, coordination, mandated, member, user

from coeurdeville.comptes.models import Animateur, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.core.problems import Refused
from coeurdeville.programme.courrier.destinataires import A
from coeurdeville.programme.droits import QUI
from coeurdeville.programme.etats.franchir import franchir, possibles
from coeurdeville.programme.etats.noms import ETATS, OBJETS
from coeurdeville.programme.etats.objet import Objet
from coeurdeville.programme.etats.passage import SITE
from coeurdeville.programme.etats.table import PASSAGES
from coeurdeville.programme.models import Evenement, Mandat

TOLD = yaml.safe_load(Path(__file__).with_name("passages.yaml").read_text("utf-8"))
Person = Utilisateur | AnonymousUser | None


def people(objet: Objet) -> Mapping[str, Person]:
    """Somebody in each place, for this object."""
    Animateur.objects.get_or_create(utilisateur=user("animateur"), perimetre=TOWN)
    appel = getattr(objet, "appel", None)
    mandates = {} if appel is None else {role.value: mandated(role, appel) for role in Mandat.Role}
    without = user("sans-facteur", coordination=True)
    found: dict[str, Person] = {
        "visiteur": AnonymousUser(), "sans_role": user("autre"), "lecteur": member(Role.LECTEUR),
        "referent": member(Role.REFERENT), "correspondant": member(Role.CORRESPONDANT),
        "ailleurs": member(Role.REFERENT, "00009"), "animateur": user("animateur"), "titulaire": user("titulaire"),
        "relecteur": mandates.get("relecteur", user("autre")), "jury": mandates.get("jury", user("autre")),
        "signataire": mandates.get("signataire", user("autre")), "coordination_sans": without,
        "coordination": coordination(), "site": None,
    }  # fmt: skip
    assert set(found) == set(TOLD["places"])
    return found


def expected(objet: str, etat: str, place: str) -> set[str]:
    rows = {key.split(".")[1]: row for key, row in TOLD["passages"].items() if key.startswith(f"{objet}.")}
    return {
        verbe for verbe, row in rows.items()
        if etat in row["de"] and any(place in TOLD["qui"][who] for who in row["qui"])
    }  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("objet", list(ETATS))
def test_every_state_place_and_verb(objet: str) -> None:
    thing = MAKERS[objet]()
    verbs = [one.verbe for one in PASSAGES if one.objet == objet]
    for place, person in people(thing).items():
        for state in ETATS[objet]:
            type(thing).objects.filter(pk=thing.pk).update(etat=state.code)
            thing.refresh_from_db()
            allowed = expected(objet, state.code, place)
            assert {one.verbe for one in possibles(thing, person)} == allowed, (place, state.code)
            for verb in set(verbs) - allowed:
                codes = refused(thing, verb, person)
                assert codes <= {"geste-reserve", "passage-impossible"}, (place, state.code, verb, codes)
            thing.refresh_from_db()
            assert thing.etat == state.code
    assert not Evenement.objects.exists()


def refused(thing: Objet, verb: str, person: Any) -> set[str]:
    with pytest.raises(Refused) as caught:
        franchir(thing, verb, person, "Parce que.")
    return {one.code for one in caught.value.problems}


def test_table_says_what_is_written_beside_it() -> None:
    assert {f"{one.objet}.{one.verbe}" for one in PASSAGES} == set(TOLD["passages"])
    for one in PASSAGES:
        assert one.vers == TOLD["passages"][f"{one.objet}.{one.verbe}"]["vers"]


def test_rows_name_what_is_there() -> None:
    pairs = [(one.objet, one.verbe) for one in PASSAGES]
    assert len(pairs) == len(set(pairs))
    models = files("coeurdeville.programme.courrier").joinpath("modeles")
    for one in PASSAGES:
        codes = {state.code for state in ETATS[one.objet]}
        assert {*one.de, one.vers} <= codes
        assert set(one.qui) <= {*QUI, SITE}
        for name in filter(None, (one.garde, one.suite)):
            module, _, function = name.partition(":")
            assert callable(getattr(import_module(f"coeurdeville.programme.{module}"), function))
        for letter in one.lettres:
            assert letter.a in A
            assert models.joinpath(f"{letter.modele}.txt").is_file(), letter.modele


def test_every_state_is_reached_and_every_object_named() -> None:
    assert set(ETATS) == set(OBJETS) == set(MAKERS)
    for objet, states in ETATS.items():
        reached = {one.vers for one in PASSAGES if one.objet == objet} | {states[0].code}
        assert {one.code for one in states} == reached


def writes_a_state(path: Path) -> bool:
    """Whether a module sets the attribute `etat` of something, or updates it in the database."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr == "etat" and isinstance(node.ctx, ast.Store):
            return True
        called = node.func if isinstance(node, ast.Call) else None
        updates = isinstance(called, ast.Attribute) and called.attr in ("update", "update_or_create")
        if updates and any(one.arg == "etat" for one in node.keywords):  # type: ignore[attr-defined]
            return True
    return False


def test_only_one_module_writes_a_state() -> None:
    source = Path(str(files("coeurdeville.programme")))
    assert [str(one.relative_to(source)) for one in source.rglob("*.py") if writes_a_state(one)] == [
        "etats/franchir.py"
    ]
