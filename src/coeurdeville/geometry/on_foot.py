"""Walking distances along the streets, counted from door to gate, both ends off the street included."""

from dataclasses import dataclass

import numpy as np
import shapely

from coeurdeville.geometry.nearest import closest
from coeurdeville.geometry.network import WalkNetwork, fan_out
from coeurdeville.geometry.shapes import Floats, Ints, Shapes, held, several

STRIDE = 10.0
"""Metres between two ways into a goal along the street that borders it."""


@dataclass(frozen=True)
class Feet:
    """Where shapes step onto the network: the nearest point of the nearest piece of street."""

    piece: Ints
    """Position of the piece, -1 for a shape without geometry or a network without street."""
    place: Floats
    """X and Y [m] of the point on that piece, shape `(n, 2)`; NaN where there is no piece."""
    offset: Floats
    """Straight distance [m] from the shape to that point; inf where there is none."""


@dataclass(frozen=True)
class Gates:
    """Where one leaves the network for a goal; several for each goal, in no order."""

    piece: Ints
    place: Shapes
    """What of the piece is a way in: a point beside the goal, or the stretch that lies in it."""
    offset: Floats
    """Straight distance [m] from the place to the goal."""


def on_foot(of: Shapes, to: Shapes, network: WalkNetwork, reach: float, *, tolerance: float = 15.0) -> Floats:
    """Walking distance [m] of each shape to the nearest of `to`, inf beyond `reach`. Shape `(n,)`.

    The way has three parts: from the shape's outline straight to the nearest street (`step_onto`), along the streets,
    and from the street straight to the goal (`gates`). It always goes by a street, also between neighbours, so that
    it is never shorter than the straight distance. A shape or goal without geometry, an empty network, streets that are
    not connected: inf. A way equal to `reach` counts.
    """
    feet, ways_in = step_onto(network, of), gates(network, to, tolerance=tolerance)
    ahead = fan_out(network, _from_nodes(network, ways_in), reach)
    way = np.full(len(of), np.inf)
    on = np.flatnonzero(feet.piece >= 0)
    for end in (0, 1):
        node = network.ends[feet.piece[on], end]
        step = np.hypot(*(network.nodes[node] - feet.place[on]).T)
        way[on] = np.minimum(way[on], step + ahead[node])
    np.minimum.at(way, *_same_piece(feet, ways_in))
    way += feet.offset
    return np.where(way <= reach, way, np.inf)


def step_onto(network: WalkNetwork, shapes: Shapes) -> Feet:
    """Where each shape steps onto the network, whatever the distance; equal distances: any of these pieces."""
    piece, offset = closest(shapes, network.pieces)
    place = np.full((len(shapes), 2), np.nan)
    on = piece >= 0
    place[on] = shapely.get_coordinates(_way_to(network.pieces[piece[on]], shapes[on]))[::2]
    return Feet(piece, place, offset)


def gates(network: WalkNetwork, to: Shapes, *, tolerance: float = 15.0) -> Gates:
    """The ways into each of `to`: wherever a street comes within `tolerance` metres of it.

    A piece of street that enters or touches the goal is a way in where it does, at no cost. One that passes by is a way
    in at its point nearest to the goal and every 10 m of it (`STRIDE`) within `tolerance`, each at its straight
    distance: a park can be entered all along its front. A goal with no street within `tolerance` is reached
    from the nearest point of the nearest piece, however far. Fences and walls are not known.
    """
    real = held(to)
    goal, piece = shapely.STRtree(network.pieces).query(to[real], predicate="dwithin", distance=tolerance)
    goal = real[goal]
    along = _front(network.pieces[piece], to[goal], tolerance)
    far = np.setdiff1d(real, goal)
    from_far, _ = closest(to[far], network.pieces)
    goal = np.concatenate([goal, far[from_far >= 0]])
    piece = np.concatenate([piece, from_far[from_far >= 0]])
    offset = shapely.distance(network.pieces[piece], to[goal])
    place = np.asarray(shapely.get_point(_way_to(network.pieces[piece], to[goal]), 0))
    inside = offset == 0
    place[inside] = shapely.intersection(network.pieces[piece[inside]], to[goal[inside]])
    return Gates(
        *(np.concatenate(both) for both in zip((piece, place, offset), (piece[along[0]], *along[1:]), strict=True))
    )


def _front(lines: Shapes, goals: Shapes, tolerance: float) -> tuple[Ints, Shapes, Floats]:
    """Points at most `STRIDE` apart on lines, within `tolerance` of each line's goal: line, point and distance [m]."""
    length = shapely.length(lines)
    strides = np.ceil(length / STRIDE).astype(int)
    line, nth = several(strides + 1)
    points = shapely.line_interpolate_point(lines[line], nth * (length / np.maximum(strides, 1))[line])
    distance = shapely.distance(points, goals[line])
    near = distance <= tolerance
    return line[near], points[near], distance[near]


def _from_nodes(network: WalkNetwork, ways_in: Gates) -> Floats:
    """Way [m] from each node to a goal along one piece only, inf where none of its pieces has a gate."""
    costs = np.full(len(network.nodes), np.inf)
    nodes = shapely.points(network.nodes)
    for end in (0, 1):
        node = network.ends[ways_in.piece, end]
        np.minimum.at(costs, node, shapely.distance(nodes[node], ways_in.place) + ways_in.offset)
    return costs


def _same_piece(feet: Feet, ways_in: Gates) -> tuple[Ints, Floats]:
    """Shapes that step onto a piece with a gate, and the way [m] to it without passing a node."""
    order = np.argsort(ways_in.piece, kind="stable")
    piece = ways_in.piece[order]
    start = np.searchsorted(piece, feet.piece)
    who, nth = several(np.searchsorted(piece, feet.piece, side="right") - start)
    gate = order[start[who] + nth]
    return who, shapely.distance(shapely.points(feet.place[who]), ways_in.place[gate]) + ways_in.offset[gate]


def _way_to(lines: Shapes, shapes: Shapes) -> Shapes:
    """The straight line from the point of each line nearest to its shape to that shape."""
    return np.asarray(shapely.shortest_line(lines, shapes))
