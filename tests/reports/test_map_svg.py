"""Maps: what is drawn, how small it is, what is written on it."""

import re
from typing import Any

import numpy as np
import pytest
import shapely

from coeurdeville.reports import map_svg, palette
from coeurdeville.reports.map_labels import Labels, place, two_lines
from coeurdeville.reports.map_paths import area_path, dot_path, line_path
from coeurdeville.reports.map_scale import round_length
from coeurdeville.reports.map_svg import Areas, Dots, Frame, Lines
from coeurdeville.reports.svg_safety import require_safe_svg

FRAME = Frame(0, 0, 1000, 800, width=500)


def array(*geometries: Any) -> Any:
    return np.array(geometries, dtype=object)


def draw(*layers: Any, labels: Any = ()) -> str:
    return map_svg.draw("carte", "Titre", "Description", FRAME, layers, labels=labels)


def squares(count: int) -> Any:
    """Small buildings in rows, all inside the frame."""
    place_ = np.arange(count)
    x, y = place_ % 200 * 5.0, place_ // 200 * 5.0 % 790
    return shapely.box(x, y, x + 4, y + 4)


def test_frame_gives_tenths_of_a_pixel_with_y_down() -> None:
    corners = shapely.get_coordinates(FRAME.drawn(array(shapely.Point(0, 0), shapely.Point(1000, 800))))
    assert corners.tolist() == [[0, 4000], [5000, 0]]
    assert FRAME.height == 400


def test_frame_of_a_long_town_is_not_a_ribbon() -> None:
    flat = Frame.around(array(shapely.box(0, 0, 10_000, 100)))
    tall = Frame.around(array(shapely.box(0, 0, 100, 10_000)))
    assert flat.height / flat.width == pytest.approx(0.6, abs=0.01)
    assert tall.height / tall.width == pytest.approx(1.0, abs=0.01)


def test_frame_around_one_point_has_an_area() -> None:
    assert Frame.around(array(shapely.Point(5, 5))).east > 5


def test_a_map_is_not_closer_than_is_asked() -> None:
    frame = Frame.around(array(shapely.Point(5, 5)), least=1000)
    assert (frame.west, frame.south, frame.east, frame.north) == (-495, -495, 505, 505)


def test_few_dots_are_large_and_many_are_small() -> None:
    assert [round(map_svg.dot_size(count), 1) for count in (0, 1, 9, 36, 10_000)] == [9, 9, 9, 4.5, 1.6]


def test_frame_around_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        Frame.around(array(shapely.Point()))


def test_frame_cuts_what_leaves_it() -> None:
    drawn = FRAME.drawn(array(shapely.box(-1e6, -1e6, 1e6, 1e6), shapely.box(5000, 5000, 5001, 5001), None))
    assert len(drawn) == 1
    assert np.abs(shapely.get_coordinates(drawn)).max() < 6000


def test_area_path_is_relative_and_closed() -> None:
    assert area_path(array(shapely.box(0, 0, 30, 20), shapely.box(50, 5, 90, 25))) in {
        "m30 0 0 20-30 0 0-20zm60 5 0 20-40 0 0-20z",
        "m30 0-30 0 0 20 30 0zm60 5-40 0 0 20 40 0z",
    }


def test_area_path_keeps_holes_and_fills_overlaps() -> None:
    ring = shapely.Polygon([(0, 0), (100, 0), (100, 100), (0, 100)], [[(40, 40), (60, 40), (60, 60), (40, 60)]])
    over = shapely.box(50, 50, 200, 200)
    winding = {point: _winding(area_path(array(ring, over)), *point) for point in ((45, 45), (55, 55), (75, 75))}
    assert winding[45, 45] == 0, "the hole is empty"
    assert winding[55, 55] != 0, "another area fills the hole"
    assert winding[75, 75] != 0, "an overlap is not a hole"


def _winding(path: str, x: float, y: float) -> int:
    """Turns of the path around a point: what the non-zero rule fills."""
    numbers = [list(map(int, re.findall(r"-?\d+", ring))) for ring in path.split("z") if ring]
    turns, start = 0, np.zeros(2)
    for ring in numbers:
        corners = np.cumsum(np.array(ring).reshape(-1, 2), axis=0) + start
        start = corners[0]
        for (x0, y0), (x1, y1) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
            side = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)
            turns += int(y0 <= y < y1 and side > 0) - int(y1 <= y < y0 and side < 0)
    return turns


def test_area_path_leaves_out_specks() -> None:
    assert area_path(array(shapely.box(0, 0, 0.2, 0.2))) == ""


def test_line_path_goes_on_from_the_last_point() -> None:
    lines = array(shapely.LineString([(0, 0), (10, 10)]), shapely.LineString([(10, 0), (30, 0)]))
    assert line_path(lines) == "m0 0 10 10m0-10 20 0"


def test_dot_path_draws_a_place_once() -> None:
    points = array(shapely.Point(1, 2), shapely.Point(1.2, 2.1), shapely.MultiPoint([(5, 1)]))
    assert dot_path(shapely.get_parts(points)) == "m1 2h0m4-1h0"


def test_a_lone_dot_has_a_box() -> None:
    assert dot_path(array(shapely.Point(1, 2), shapely.Point(1, 2))) == "m1 2h1"


def test_map_is_named_described_and_safe() -> None:
    svg = draw(Areas(array(shapely.box(100, 100, 400, 400)), "#BAE4B3", palette.MUTED, dash=(2, 1)))
    require_safe_svg("carte", svg)
    assert 'aria-labelledby="carte-title carte-desc"' in svg
    assert '<title id="carte-title">Titre</title><desc id="carte-desc">Description</desc>' in svg
    assert "style=" not in svg


def test_map_has_one_path_for_each_layer() -> None:
    assert draw(Areas(squares(3000), "#BAE4B3")).count("<path") - draw().count("<path") == 1


def test_map_hatches_what_is_not_known() -> None:
    svg = draw(Areas(array(shapely.box(100, 100, 400, 400)), palette.HATCH))
    assert '<pattern id="carte-hatch"' in svg
    assert 'fill="url(#carte-hatch)"' in svg


def test_map_of_nothing_is_still_a_map() -> None:
    svg = draw(Areas(array(), "#BAE4B3"), Lines(array(), "#000000"), Dots(array(), "#000000"))
    require_safe_svg("carte", svg)
    assert "200\u00a0m" in svg


def test_rings_are_told_from_dots_without_colour() -> None:
    points = array(shapely.Point(500, 400), shapely.Point(300, 400))
    assert draw(Dots(points, "#1C6B49", ring=True)).count("h0") == 4
    assert draw(Dots(points, "#1C6B49")).count("h0") == 2


def test_map_stays_drawn_and_small_up_to_its_limit() -> None:
    svg = draw(Areas(squares(20_000), "#BAE4B3", palette.MUTED, 0.3))
    assert "<image" not in svg
    assert len(svg) < map_svg.BYTES


def test_map_becomes_a_picture_past_its_limit_and_keeps_its_words() -> None:
    labels = [Labels(array(shapely.Point(500, 400)), ["Vieux-Pont"])]
    svg = draw(Areas(squares(20_001), "#BAE4B3"), labels=labels)
    require_safe_svg("carte", svg)
    assert svg.count("<image") == 1
    assert "data:image/png;base64," in svg
    assert len(svg) < map_svg.BYTES
    assert ">Vieux-Pont</tspan>" in svg
    assert "200\u00a0m" in svg


@pytest.mark.parametrize(("ground", "words"), [(100, 20), (1000, 200), (9000, 2000), (70_000, 10_000)])
def test_scale_is_round(ground: float, words: float) -> None:
    assert round_length(Frame(0, 0, ground, ground)) == words


def test_names_never_overlap_nor_leave_the_frame() -> None:
    random = np.random.default_rng(3)
    places = shapely.points(random.uniform(0, 1000, 60), random.uniform(0, 800, 60))
    placed = place(Labels(places, [f"Quartier numéro {i}" for i in range(60)]), FRAME)
    boxes = [shapely.box(*name.box) for name in placed]
    assert 5 < len(placed) < 60
    assert all(not one.overlaps(other) for i, one in enumerate(boxes) for other in boxes[:i])
    assert all(shapely.box(0, 0, 500, 400).contains(box) for box in boxes)
    apart = [one.distance(other) for i, one in enumerate(boxes) for other in boxes[:i]]
    assert min(apart) >= 3, "their halos do not touch"


def test_names_outside_the_frame_are_not_written() -> None:
    assert not place(Labels(array(shapely.Point(9999, 0)), ["Ailleurs"]), FRAME)


def test_long_names_take_two_lines() -> None:
    assert two_lines("Saint-Martin – Oëstres", 13) == ("Saint-Martin", "– Oëstres")
    assert two_lines("Centre", 13) == ("Centre",)
    assert two_lines("Llanfairpwllgwyngyllgogerychwyrn", 13) == ("Llanfairpwllgwyngyllgogerychwyrn",)


def test_names_are_escaped() -> None:
    svg = draw(labels=[Labels(array(shapely.Point(500, 400)), ['<b a="1"> & \x07'])])
    require_safe_svg("carte", svg)
    assert "&lt;b a=&quot;1&quot;&gt; &amp;" in svg
