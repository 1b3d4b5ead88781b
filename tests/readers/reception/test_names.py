"""Names of files: never a path, never hidden, still readable."""

import pytest

from coeurdeville.readers.reception.names import safe_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Arbres 2026 (été).csv", "Arbres 2026 (été).csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Anne\\arbres.csv", "arbres.csv"),
        ("/arbres.csv/", "arbres.csv"),
        ("..", "fichier"),
        ("", "fichier"),
        (".htaccess", "htaccess"),
        ("~$arbres.xlsx", "arbres.xlsx"),
        ("a\0b\n.csv", "a-b-.csv"),
        ("arbres\u202egnp.csv", "arbres-gnp.csv"),
        ("e\u0301te\u0301.csv", "été.csv"),
        ("l'arbre.csv", "l’arbre.csv"),
        ("<script>.csv", "script-.csv"),
        ("CON.csv", "_CON.csv"),
        ("lpt1", "_lpt1"),
        ("a.csv. . ", "a.csv"),
        ("a" * 300 + ".csv", "a" * 120 + ".csv"),
        ("é" * 300 + ".csv", "é" * 60 + ".csv"),
    ],
)
def test_name_is_made_safe_and_stays_readable(given: str, kept: str) -> None:
    assert safe_name(given) == kept
