"""People: a body in a pose, dressed, with a face and hair, a hat on the head and tools in the hands."""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from synthgen.renderer.sketch.canvas import Canvas, Point
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Look, PersonKind
from synthgen.renderer.sketch.subjects.faces import PLAIN_TRAITS, Traits, some_traits
from synthgen.renderer.sketch.subjects.garments import (
    BUILDS,
    Build,
    Detail,
    Outfit,
    paint_arm,
    paint_foot,
    paint_hand,
    paint_leg,
    paint_torso,
)
from synthgen.renderer.sketch.subjects.hair_shapes import PLAIN_CUT, Cut, some_cut
from synthgen.renderer.sketch.subjects.heads import SKINS, Beard, Head, Mood, paint_head, paint_head_back
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.poses import STAND, Pose, Reach, joint_points
from synthgen.renderer.sketch.subjects.tones import (
    NATURAL_HAIR,
    SKIN_APART,
    apart,
    glasses_said,
    growing_on,
    hair_said,
    skin_said,
    style_said,
    traits_said,
)

EVERYONE: tuple[PersonKind, ...] = ("man", "woman", "boy", "girl")
HEAD_SIZE = 0.93
MARGIN = 4.0
"""What is left free below the feet, for the soles and the outline."""
GAZE = 5.0
"""How far the face is turned where a person is seen half from the side."""

HAIR_OF: dict[PersonKind, tuple[str, ...]] = {
    "man": ("short hair", "side part", "crew cut", "short curly hair", "buzz cut", "slicked-back hair"),
    "woman": ("long straight hair", "wavy hair", "bob cut", "ponytail", "bun", "curly hair", "long wavy hair"),
    "boy": ("short hair", "bowl cut", "spiky hair", "short curly hair", "side part"),
    "girl": ("pigtails", "braids", "bangs", "space buns", "ponytail", "wavy bob"),
}
UNDER_HAT: dict[PersonKind, tuple[str, ...]] = {
    "man": ("short hair", "crew cut", "buzz cut"),
    "woman": ("wavy hair", "bob cut", "low ponytail", "long straight hair", "braids"),
    "boy": ("short hair", "bowl cut"),
    "girl": ("braids", "low ponytail", "wavy bob", "bangs"),
}
"""Hair that leaves room for a hat."""


@dataclass(frozen=True)
class Held:
    """A tool and how it is held: turned clockwise, upright by default, whatever the arm does."""

    paint: Detail
    turn: float = 0
    size: float = 1
    mirror: bool = False


@dataclass(frozen=True)
class Person:
    """One person. Left and right are those of the picture."""

    who: PersonKind = "woman"
    skin: RGB = SKINS[1]
    hair: str = "short hair"
    hair_colour: RGB = NATURAL_HAIR[1]
    outfit: Outfit = Outfit()
    pose: Pose = STAND
    mood: Mood = "smile"
    beard: Beard = ""
    glasses: RGB | None = None
    hat: Detail | None = None
    """Painted over the head, in the head's units."""
    left: Held | None = None
    right: Held | None = None
    front: Detail | None = None
    """What the arms reach around, in the torso's units."""
    gaze: float | None = None
    cut: Cut = PLAIN_CUT
    traits: Traits = PLAIN_TRAITS
    age: str = ""
    told: bool = False
    """Whether the prompt says how the face looks: nothing may hide it then."""


@dataclass(frozen=True)
class Joints:
    """Where the parts of a painted person are: upright pens, in the person's units."""

    torso: Pen
    head: Pen
    hands: tuple[Pen, Pen]
    feet: tuple[Pen, Pen]


def chosen(look: Look, among: Sequence[PersonKind] = EVERYONE) -> PersonKind:
    """Who is shown: as the prompt says, or by luck one of `among`."""
    if look.person is None and look.age:
        among = [who for who in among if who in ("man", "woman")]
    return look.rng.choice(among) if look.person is None else look.person


def natural_hair(rng: random.Random, skin: RGB) -> RGB:
    """A natural colour of hair that stands out from the skin."""
    return rng.choice([colour for colour in growing_on(skin) if apart(colour, skin) > SKIN_APART])


def some_person(
    look: Look, outfit: Outfit | Callable[[random.Random], Outfit], hat: Detail | None = None, **fixed: object
) -> Person:
    """A person by luck, in the outfit; what `fixed` names is not left to luck."""
    rng = look.rng
    who = chosen(look)
    lucky = rng.choice(SKINS)
    styles = (UNDER_HAT if hat else HAIR_OF)[who]
    hair = style_said(look, who, rng.choice(styles), styles, bool(hat))
    skin = skin_said(replace(look, colour=None), lucky)
    colour = hair_said(look, skin, natural_hair(rng, lucky))
    beards: tuple[Beard, ...] = ("", "stubble", "stubble", "full", "mustache", "goatee")
    beard = rng.choice(beards) if who == "man" else ""
    glasses = glasses_said(look, (60, 54, 60)) if rng.random() < 0.12 else None
    dressed = outfit if isinstance(outfit, Outfit) else outfit(rng)
    cut, traits = some_cut(rng), some_traits(rng, who)
    person = Person(who, skin, hair, colour, dressed, beard=beard, glasses=glasses, hat=hat, cut=cut, traits=traits)
    person = replace(person, traits=traits_said(look, traits), age=look.age, told=bool(look.age or look.skin))
    return replace(person, **fixed)  # type: ignore[arg-type]


def paint_person(
    canvas: Canvas,
    person: Person,
    x: float | None = None,
    floor: float | None = None,
    hip: float | None = None,
    size: float = 1,
    turn: float = 0,
) -> Joints:
    """The person with the lowest foot at `floor` (the lower edge), or with the hip at height `hip`."""
    build, pose, outfit = BUILDS[person.who], person.pose, person.outfit
    legs = [_leg(pose, side) for side in (0, 1)]
    arms = [_arm(person, build, side) for side in (0, 1)]
    if hip is None:
        ends = [-path[2][1] + 9 for path in arms] if abs(turn) == 180 else [_sole(path, pose.side) for path in legs]
        lowest = max(ends)
        hip = (canvas.height - MARGIN if floor is None else floor) - lowest * build.size * size
    body = Pen(canvas).at(canvas.width / 2 if x is None else x, hip, size * build.size, turn)
    torso = body.at(0, 0, turn=pose.lean)
    head = torso.at(0, -48, HEAD_SIZE / build.size, turn=pose.nod).at(2 if pose.side else 0, -17)
    face = _face(person)

    if outfit.back:
        outfit.back(torso)
    paint_head_back(head, face)
    if pose.side:
        _paint_arm(body, person, arms[0], 0, far=True)
    feet = [_paint_leg(body, person, legs[side], side) for side in (0, 1)]
    chest = torso.at(0, 0, squeeze=0.84) if pose.side else torso
    paint_torso(chest, build, outfit, person.skin)
    for detail in outfit.details:
        detail(chest)
    if pose.overhead:
        for side in (0, 1):
            _paint_arm(body, person, arms[side], side)
    paint_head(head, face)
    if person.hat:
        person.hat(head)
    if person.front:
        person.front(torso)
    for side in () if pose.overhead else (1,) if pose.side else (0, 1):
        _paint_arm(body, person, arms[side], side)
    hands = [body.at(*path[2]) for path in arms]
    return Joints(torso, head, (hands[0], hands[1]), (feet[0], feet[1]))


def _face(person: Person) -> Head:
    gaze = person.gaze if person.gaze is not None else GAZE if person.pose.side else 0
    return Head(
        person.who,
        person.skin,
        person.hair,
        person.hair_colour,
        person.mood,
        person.beard,
        person.glasses,
        gaze,
        person.cut,
        person.traits,
        person.age,
    )


def _leg(pose: Pose, side: int) -> list[Point]:
    outward = 1 if pose.side or side else -1
    hip = ((2.5, -2.5)[side] if pose.side else 6.4 * outward, 1.0)
    limb = pose.legs[side]
    goal = (limb.x, limb.y) if isinstance(limb, Reach) else (0.0, 0.0)
    return [hip, *joint_points(hip, limb, 29, 29, outward, goal)]


def _arm(person: Person, build: Build, side: int) -> list[Point]:
    pose, limb = person.pose, person.pose.arms[side]
    across = (4.0, -4.0)[side] if pose.side else (build.shoulder - 1) * (1 if side else -1)
    shoulder = _turned((across, -38.5), pose.lean)
    goal = (0.0, 0.0)
    if isinstance(limb, Reach) and limb.head:
        ratio = HEAD_SIZE / build.size
        chin = _turned((limb.x * ratio, (limb.y - 17) * ratio), pose.lean + pose.nod)
        neck = _turned((0, -48), pose.lean)
        goal = (neck[0] + chin[0], neck[1] + chin[1])
    elif isinstance(limb, Reach):
        goal = _turned((limb.x, limb.y), pose.lean)
    outward = -1 if pose.side or not side else 1
    return [shoulder, *joint_points(shoulder, limb, 20, 19, outward, goal)]


def _sole(path: list[Point], side: bool) -> float:
    """How low the foot at the end of the leg reaches."""
    turn = math.radians(_slope(path)) if side else 0.0
    knee, (_, ankle) = path[1][1], path[2]
    return max(knee + 6, *(ankle + x * math.sin(turn) + 6.4 * math.cos(turn) for x in (12, -6)))


def _turned(point: Point, angle: float) -> Point:
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return point[0] * cos - point[1] * sin, point[0] * sin + point[1] * cos


def _slope(path: list[Point]) -> float:
    """How far the limb's lower half is turned clockwise from hanging down."""
    (ax, ay), (bx, by) = path[1], path[2]
    return -math.degrees(math.atan2(bx - ax, by - ay))


def _paint_leg(body: Pen, person: Person, path: list[Point], side: int) -> Pen:
    pose, outfit = person.pose, person.outfit
    far = pose.side and side == 0
    shin = _slope(path)
    foot = body.at(
        *path[2], turn=shin if pose.side or abs(shin) > 40 else shin * 0.3, mirror=not pose.side and side == 0
    )
    build = BUILDS[person.who]
    if outfit.footwear == "boot":
        paint_leg(body, path, build, outfit, person.skin, far)
        paint_foot(foot, outfit, person.skin, far)
    else:
        paint_foot(foot, outfit, person.skin, far)
        paint_leg(body, path, build, outfit, person.skin, far)
    return foot


def _paint_arm(body: Pen, person: Person, path: list[Point], side: int, far: bool = False) -> None:
    build, outfit = BUILDS[person.who], person.outfit
    held = person.right if side else person.left
    paint_arm(body, path, build, outfit, person.skin, far)
    if held:
        young = 0.86 if person.who in ("boy", "girl") else 1
        held.paint(body.at(*path[2], held.size * young / build.size, held.turn, held.mirror))
    hand = shade(outfit.gloves or person.skin, -0.14 if far else 0)
    paint_hand(body.at(*path[2], turn=_slope(path)), hand, held is not None, side == 0)
