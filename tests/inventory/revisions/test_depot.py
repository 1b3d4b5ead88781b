"""A depot of revisions: whole or absent, two who save at once, contents lost, a disk that is full."""

import json
import resource
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.inventory.revisions.depot import Depot
from coeurdeville.inventory.revisions.revision import Revision
from coeurdeville.inventory.ville import open_ville

from .conftest import NOON, first, say


def refusal(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [problem.code for problem in caught.value.problems]


def holder(depot: Depot, numero: int | None = None) -> str:
    return open_ville(depot.ouvrir(numero)).donnees[0].detenteur


def test_first_revision_is_written_on_a_card(depot: Depot) -> None:
    card = json.loads((depot.folder / "revisions" / "000001.json").read_text("utf-8"))
    assert (card["numero"], card["date"], card["auteur"]) == (1, "2026-11-25T12:00:00+00:00", "Ana Roy")
    assert card["motif"] == "Création du dossier"
    assert list(card["fichiers"]) == ["fichiers/arbres.csv", "ville.toml"]
    assert card["fichiers"]["fichiers/arbres.csv"] == {
        "sha256": "1a28fd23ea4dff7d797715c556c9bd6de5578364b2975e6720bc320b1fc51dfa",
        "octets": 16,
    }


def test_nothing_before_the_first_revision(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "00042")
    assert (depot.derniere(), depot.revisions()) == (None, ())
    assert refusal(depot.ouvrir) == ["revision-inconnue"]


def test_each_change_takes_the_next_number_and_leaves_the_former_as_it_was(depot: Depot) -> None:
    second = depot.enregistrer(1, say("arbres", detenteur="Agglomération"), "Luc", "Transfert", quand=NOON)
    assert [one.numero for one in depot.revisions()] == [1, 2]
    assert depot.derniere() == second
    assert (holder(depot, 1), holder(depot)) == ("Ville de Valbois", "Agglomération")


def test_a_content_that_does_not_change_is_kept_once(depot: Depot) -> None:
    depot.enregistrer(1, say("arbres", detenteur="Agglomération"), "Luc", "Transfert")
    assert len(list((depot.folder / "objets").iterdir())) == 3


def test_nothing_changed_makes_no_revision(depot: Depot) -> None:
    assert depot.enregistrer(1, lambda _: None, "Luc", "Rien").numero == 1


def test_an_open_folder_is_kept_and_sealed(depot: Depot) -> None:
    folder = depot.ouvrir(1)
    assert folder == depot.ouvrir(1)
    assert [oct(one.stat().st_mode & 0o777) for one in (folder, folder / "fichiers", folder / "ville.toml")] == [
        "0o555",
        "0o555",
        "0o444",
    ]


def test_a_base_that_is_not_the_latest_is_refused(depot: Depot) -> None:
    depot.enregistrer(1, say("arbres", detenteur="A"), "Luc", "Un")
    assert refusal(lambda: depot.enregistrer(1, say("arbres", detenteur="B"), "Ana", "Deux")) == ["revision-depassee"]
    assert refusal(lambda: depot.enregistrer(7, say("arbres", detenteur="B"), "Ana", "Deux")) == ["revision-inconnue"]
    assert holder(depot) == "A"


def test_of_savers_at_once_one_alone_takes_the_number(depot: Depot) -> None:
    barrier, saved, late = threading.Barrier(6), list[Revision](), list[str]()

    def save(rank: int) -> None:
        def change(folder: Path) -> None:
            say("arbres", detenteur=f"Membre {rank}")(folder)
            barrier.wait()

        try:
            saved.append(depot.enregistrer(1, change, f"Membre {rank}", "À la fois"))
        except Refused as refused:
            late.extend(problem.code for problem in refused.problems)

    run(save, 6)
    assert late == ["revision-depassee"] * 5
    assert [one.numero for one in depot.revisions()] == [1, 2]
    assert holder(depot) == saved[0].auteur


def test_of_savers_at_once_who_change_other_entries_none_is_refused(depot: Depot) -> None:
    barrier = threading.Barrier(4)

    def save(rank: int) -> None:
        def change(folder: Path) -> None:
            (folder / f"note-{rank}.txt").write_text(str(rank), "utf-8")
            if first_time[rank]:
                first_time[rank] = False
                barrier.wait()

        depot.fusionner(1, change, f"Membre {rank}", "À la fois")

    first_time = [True] * 4
    run(save, 4)
    assert [one.numero for one in depot.revisions()] == [1, 2, 3, 4, 5]
    assert sorted(one.name for one in depot.ouvrir().glob("*.txt")) == [f"note-{rank}.txt" for rank in range(4)]


def run(act: Callable[[int], None], count: int) -> None:
    threads = [threading.Thread(target=act, args=(rank,)) for rank in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_restoring_adds_a_revision(depot: Depot) -> None:
    depot.enregistrer(1, say("arbres", detenteur="Erreur"), "Luc", "Erreur")
    restored = depot.restaurer(1, "Ana", "Retour à la révision 1")
    assert (restored.numero, restored.fichiers) == (3, depot.revision(1).fichiers)
    assert holder(depot, 2) == "Erreur"


def test_a_content_that_is_lost_is_said_and_an_older_revision_can_be_restored(depot: Depot) -> None:
    second = depot.enregistrer(
        1, lambda folder: (folder / "fichiers" / "arbres.csv").write_text("essence\n", "utf-8"), "Luc", "Vidé"
    )
    depot.objets.path(second.fichiers["fichiers/arbres.csv"]).unlink()
    assert refusal(depot.ouvrir) == ["objet-absent"]
    assert depot.restaurer(1, "Ana", "Retour").numero == 3
    assert (depot.ouvrir() / "fichiers" / "arbres.csv").read_text("utf-8") == "essence\ntilleul\n"


def test_a_content_that_is_damaged_is_said(depot: Depot) -> None:
    damaged = depot.objets.path(depot.revision(1).fichiers["fichiers/arbres.csv"])
    damaged.chmod(0o644)
    damaged.write_text("essence\nplatane\n", "utf-8")
    assert refusal(depot.ouvrir) == ["objet-abime"]
    damaged.write_text("essence\n", "utf-8")
    assert refusal(lambda: depot.enregistrer(1, say("eaux", titre="Eaux"), "Luc", "Titre")) == ["objet-abime"]


@pytest.mark.parametrize("card", ["", "{", "[]", '{"numero": 9}', '{"numero": 1, "fichiers": {"a": 3}}', "\ud800"])
def test_a_card_that_is_damaged_is_said(depot: Depot, card: str) -> None:
    (depot.folder / "revisions" / "000001.json").write_bytes(card.encode("utf-8", "surrogatepass"))
    assert refusal(depot.derniere) == ["revision-illisible"]


def test_a_disk_that_fills_while_the_change_is_made_leaves_the_former_revision_whole(depot: Depot) -> None:
    def fill(_: Path) -> None:
        with Path("/dev/full").open("w") as full:
            full.write("x" * 100_000)

    assert refusal(lambda: depot.enregistrer(1, fill, "Luc", "Trop")) == ["disque-plein"]
    unchanged(depot)


def test_a_disk_that_fills_while_a_content_is_copied_leaves_the_former_revision_whole(depot: Depot) -> None:
    with no_file_larger_than(1):
        codes = refusal(lambda: depot.enregistrer(1, say("arbres", detenteur="A"), "Luc", "Trop"))
    assert codes == ["disque-plein"]
    unchanged(depot)


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def unchanged(depot: Depot) -> None:
    assert [one.numero for one in depot.revisions()] == [1]
    assert holder(depot) == "Ville de Valbois"
    assert list((depot.folder / "travail").iterdir()) == []


def test_a_path_that_is_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "00042").write_text("un fichier", "utf-8")
    assert refusal(lambda: Depot(tmp_path / "00042").enregistrer(0, first, "Luc", "Non")) == ["depot-inaccessible"]


def test_what_a_change_refuses_keeps_nothing(depot: Depot) -> None:
    assert refusal(lambda: depot.enregistrer(1, say("lampes", titre="x"), "Luc", "Non")) == ["nom-inconnu"]
    unchanged(depot)


def test_a_revision_is_always_a_readable_folder_of_the_town(depot: Depot, tmp_path: Path) -> None:
    def write(text: str) -> Callable[[Path], object]:
        return lambda folder: (folder / "ville.toml").write_text(text, "utf-8")

    other = '[ville]\nnom = "Ailleurs"\ncommune = "00043"\n'
    assert refusal(lambda: depot.enregistrer(1, write("[ville"), "Luc", "Non")) == ["toml-illisible"]
    assert refusal(lambda: depot.enregistrer(1, write(other), "Luc", "Non")) == ["dossier-d-une-autre-commune"]
    assert refusal(lambda: depot.enregistrer(1, lambda one: (one / "ville.toml").unlink(), "Luc", "Non")) == [
        "dossier-sans-ville"
    ]
    unchanged(depot)


def test_a_link_is_not_kept(depot: Depot) -> None:
    def link(folder: Path) -> None:
        (folder / "fichiers" / "secret").symlink_to("/etc/passwd")

    assert refusal(lambda: depot.enregistrer(1, link, "Luc", "Lien")) == ["nom-de-fichier-refuse"]


def test_a_file_half_written_is_not_kept(depot: Depot) -> None:
    def leave(folder: Path) -> None:
        say("arbres", detenteur="A")(folder)
        (folder / "ville.toml.12.en-cours").write_text("", "utf-8")

    assert "ville.toml.12.en-cours" not in depot.enregistrer(1, leave, "Luc", "Reste").fichiers
