"""What is drawn of a matrix is drawn once, and forgotten with it."""

from coeurdeville.deployability.matrix import Matrix, matrix
from coeurdeville.web.public.kept import Kept


def test_made_once_for_a_matrix_and_again_for_another() -> None:
    made: list[str] = []

    def make(one: Matrix, key: str) -> str:
        made.append(key)
        return f"{key} {len(one.communes)}"

    kept, first, second = Kept(make), matrix(("02691",)), matrix(("02691", "35236"))
    assert [kept(first, "a"), kept(first, "a"), kept(second, "a"), kept(second, "a")] == ["a 1", "a 1", "a 2", "a 2"]
    assert made == ["a", "a"]


def test_only_the_last_are_kept() -> None:
    made: list[int] = []
    kept = Kept(lambda _, key: made.append(key), most=2)
    one = matrix(("02691",))
    for key in (1, 2, 1, 3, 1, 2):
        kept(one, key)
    assert made == [1, 2, 3, 2]
