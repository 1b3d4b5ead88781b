"""A drawing that acts, calls out or collides does not enter a page."""

import pytest

from coeurdeville.reports.svg_safety import require_safe_svg

OPEN = '<svg xmlns="http://www.w3.org/2000/svg">'


def test_a_plain_drawing_passes() -> None:
    require_safe_svg("a", f'{OPEN}<title id="a-title">x</title><path fill="url(#a-hatch)" d="m0 0"/></svg>')


@pytest.mark.parametrize(
    "content",
    [
        "<script>1</script>",
        "<style>*{}</style>",
        "<foreignObject/>",
        '<a href="#a"><path/></a>',
        '<path style="fill:red"/>',
        '<path onclick="x()"/>',
        '<path fill="url(http://example.org/x)"/>',
        '<image href="https://example.org/x.png"/>',
        '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///etc/passwd"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<path id="b-clip"/>',
        '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
    ],
)
def test_an_unsafe_drawing_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="is not safe"):
        require_safe_svg("a", f"{OPEN}{content}</svg>")


@pytest.mark.parametrize("svg", ["", "<svg", f"{OPEN}<path></svg>", f"{OPEN}&nbsp;</svg>"])
def test_a_broken_drawing_is_refused(svg: str) -> None:
    with pytest.raises(ValueError, match="not well-formed"):
        require_safe_svg("a", svg)


def test_a_declaration_is_refused() -> None:
    with pytest.raises(ValueError, match="declaration"):
        require_safe_svg("a", f'<!DOCTYPE svg [<!ENTITY x "y">]>{OPEN}&x;</svg>')


def test_text_may_say_anything() -> None:
    require_safe_svg("a", f'{OPEN}<text>rue style="x" onload=1 url(http://x) &lt;script&gt;</text></svg>')
