"""Only public hosts, over HTTPS."""

import pytest

from coeurdeville.core.problems import Refused
from coeurdeville.net.addresses import require_public, with_parameters


@pytest.mark.parametrize("address", ["https://geo.api.gouv.fr/communes", "https://8.8.8.8/", "https://x.fr:443/a?b=c"])
def test_public_address_is_asked(address: str) -> None:
    require_public(address)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://geo.api.gouv.fr/", "https"),
        ("file:///etc/passwd", "https"),
        ("https://localhost/", "publique"),
        ("https://127.0.0.1/", "publique"),
        ("https://127.1/", "publique"),
        ("https://2130706433/", "publique"),
        ("https://0x7f.0x1/", "publique"),
        ("https://10.0.0.8/", "publique"),
        ("https://169.254.169.254/latest", "publique"),
        ("https://[::1]/", "publique"),
        ("https://[::ffff:10.0.0.8]/", "publique"),
        ("https://intranet/", "publique"),
        ("https://mairie.local/", "publique"),
        ("https://mairie.local./", "publique"),
        ("https://127.0.0.1./", "publique"),
        ("https://user:secret@x.fr/", "utilisateur"),
        ("https://x.fr:8080/", "port 8080"),
        ("https://x.fr:port/", "mal formée"),
        ("https://[::1/", "mal formée"),
        ("", "https"),
    ],
)
def test_other_address_is_refused_with_the_reason(address: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        require_public(address)
    (problem,) = refused.value.problems
    assert problem.code == "adresse-refusee"
    assert why in problem.message


def test_parameters_keep_their_order_and_are_escaped() -> None:
    made = with_parameters("https://x.fr/a", {"z": 1, "bbox": "1.5,2.5", "geometry": "POLYGON((1 2))"})
    assert made == "https://x.fr/a?z=1&bbox=1.5,2.5&geometry=POLYGON%28%281+2%29%29"
    assert with_parameters("https://x.fr/a?b=c", {"d": "é"}) == "https://x.fr/a?b=c&d=%C3%A9"
    assert with_parameters("https://x.fr/a", {}) == "https://x.fr/a"
