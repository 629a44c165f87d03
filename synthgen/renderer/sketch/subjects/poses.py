"""How arms and legs are held: by the angles of their halves, or by the point that a hand or foot reaches for."""

import math
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Point

Bend = tuple[float, float]
"""Angles of the upper and lower half: 0 hangs down, 90 points right, -90 left, 180 up."""


@dataclass(frozen=True)
class Reach:
    """Hand or foot at (x, y) of the torso's units, hip (0, 0), chin -48; `head`: from the head's centre."""

    x: float
    y: float
    out: bool = True
    """The elbow points away from the body, or to it."""
    head: bool = False


Limb = Bend | Reach


@dataclass(frozen=True)
class Pose:
    """Left and right are those of the picture."""

    arms: tuple[Limb, Limb] = ((-14, -6), (14, 6))
    legs: tuple[Limb, Limb] = ((-4, -2), (4, 2))
    lean: float = 0
    """How far the torso leans to the right."""
    nod: float = 0
    """How far the head is tilted, on top of that."""
    overhead: bool = False
    """The arms pass behind the head."""
    side: bool = False
    """Seen half from the side, facing right."""


def angle_point(start: Point, angle: float, length: float) -> Point:
    """Where a limb ends that is held at `angle` (0 down, 90 right)."""
    turn = math.radians(angle)
    return start[0] + length * math.sin(turn), start[1] + length * math.cos(turn)


def joint_points(
    start: Point, limb: Limb, upper: float, lower: float, outward: int, goal: Point
) -> tuple[Point, Point]:
    """Elbow and hand (knee and foot) of a limb; `goal` is where a `Reach` leads, `outward` the side of its bend."""
    if not isinstance(limb, Reach):
        middle = angle_point(start, limb[0], upper)
        return middle, angle_point(middle, limb[1], lower)
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    far = math.hypot(dx, dy) or 0.1
    # A cartoon's arm may stretch a little, rather than miss what it holds.
    longer = max(1.0, far / (upper + lower - 0.1))
    a, b = upper * longer, lower * longer
    along = (a * a - b * b + far * far) / (2 * far)
    off = math.sqrt(max(0.0, a * a - along * along))
    ux, uy = dx / far, dy / far
    one = (start[0] + ux * along - uy * off, start[1] + uy * along + ux * off)
    two = (start[0] + ux * along + uy * off, start[1] + uy * along - ux * off)
    # Elbows point outwards and, where that does not decide, downwards.
    score = [outward * p[0] + 0.35 * p[1] for p in (one, two)]
    return (one if (score[0] >= score[1]) == limb.out else two), goal


STAND = Pose()
RUN = Pose(arms=((-55, 30), (30, 120)), legs=((-30, -105), (58, 4)), lean=8, side=True)
WALK = Pose(arms=((-28, -8), (24, 50)), legs=((-20, -30), (22, 8)), side=True)
