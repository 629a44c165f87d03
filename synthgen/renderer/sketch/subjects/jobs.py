"""What tells a profession, and how a job's tools are held."""

from dataclasses import dataclass
from functools import partial as p

from synthgen.renderer.sketch.subjects.garments import Detail, Outfit
from synthgen.renderer.sketch.subjects.heads import Mood
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.people import Held
from synthgen.renderer.sketch.subjects.poses import Pose, Reach

DOWN = (-16, -6)
OUT = Reach(25, -20)
UP = Reach(30, -44)


@dataclass(frozen=True)
class Job:
    """What tells a profession."""

    outfit: Outfit
    places: tuple[str, ...]
    hat: Detail | None = None
    right: Held | None = None
    left: Held | None = None
    front: Detail | None = None
    pose: Pose = Pose(arms=(DOWN, OUT))
    mood: Mood = "smile"
    his: Outfit | None = None
    """What a man wears instead."""
    hair: str | None = None
    glasses: bool = False
    face: Detail | None = None
    """What is over the face or around the head, in the head's units, painted last."""
    lifted: Detail | None = None
    """Instead of a hat or of what is over the face, where it would hide an age or a skin that the prompt says."""
    behind: Detail | None = None
    before: Detail | None = None
    """What stands behind or before the person: (0, 0) is the middle of the floor."""


def carried(paint: Detail, y: float) -> Detail:
    """A thing held before the torso at the height `y`."""
    return p(_carry, paint=paint, y=y)


def _carry(pen: Pen, paint: Detail, y: float) -> None:
    paint(pen.at(0, y))


def aside(pen: Pen, paint: Detail, x: float) -> None:
    paint(pen.at(x, 0))


def both(x: float, y: float) -> Pose:
    """Both hands before the body."""
    return Pose(arms=(Reach(-x, y), Reach(x, y)))
