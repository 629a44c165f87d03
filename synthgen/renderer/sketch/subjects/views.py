"""How a person is shown with a garment: whole, to the knees, head and shoulders, or sitting with the feet in front."""

from collections.abc import Callable
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.drawing import Look, PersonKind
from synthgen.renderer.sketch.subjects.busts import paint_bust
from synthgen.renderer.sketch.subjects.faces import PLAIN_TRAITS, some_traits
from synthgen.renderer.sketch.subjects.garments import BUILDS, Detail, Outfit, paint_leg
from synthgen.renderer.sketch.subjects.hair_shapes import some_cut
from synthgen.renderer.sketch.subjects.heads import SKINS, Beard, Head
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.people import (
    EVERYONE,
    HAIR_OF,
    Joints,
    Person,
    chosen,
    paint_person,
)
from synthgen.renderer.sketch.subjects.poses import Pose, Reach, joint_points
from synthgen.renderer.sketch.subjects.tones import growing_on, hair_said, skin_said, style_said, traits_said

Dress = Callable[[RGB], Outfit]
Article = Callable[[Pen, RGB, RGB], None]
"""Paints what is worn on a foot or a hand, in a colour, on a skin."""

COVERED_HAIR: dict[PersonKind, tuple[str, ...]] = {
    "man": ("short hair", "crew cut", "buzz cut"),
    "woman": ("wavy hair", "bob cut", "long straight hair", "long wavy hair"),
    "boy": ("short hair", "bowl cut"),
    "girl": ("braids", "low ponytail", "bangs"),
}
"""Hair that leaves room for a hat, and by which a man is told from a boy, a woman from a girl."""
BEARDS: tuple[Beard, ...] = ("full", "mustache", "stubble", "goatee", "full")
CLOSE = 110
"""How near two colours may be, their differences in red, green and blue together."""
CHILDREN: tuple[PersonKind, ...] = ("boy", "girl")

WHOLE: tuple[Pose, ...] = (
    Pose(arms=((-18, -8), (18, 8))),
    Pose(arms=(Reach(-15, -5), (20, 9))),
    Pose(arms=((-20, -9), Reach(15, -5))),
    Pose(arms=((-22, -10), (62, 150))),
)
"""Standing, one hand on the hip, waving."""
FROM_THE_SIDE: tuple[Pose, ...] = (
    Pose(arms=((12, 4), (-14, 20)), side=True),
    Pose(arms=((12, 4), (30, 150)), side=True),
    Pose(arms=((20, 60), (-8, 40)), side=True),
)
HANDS_UP: tuple[Pose, ...] = tuple(
    Pose(arms=((-left, left - 216), (right, 216 - right))) for left, right in ((54, 54), (64, 64), (54, 68), (68, 54))
)
FEET = (Reach(-37, 17), Reach(37, 17))
SITTING = (
    Pose(arms=(Reach(-15, -5), Reach(15, -5)), legs=FEET),
    Pose(arms=(Reach(-15, -5), (66, 152)), legs=FEET),
    Pose(arms=((-66, -152), Reach(15, -5)), legs=FEET),
)
"""Knees up, the feet apart and flat on the ground."""


SHORT_HAIR: dict[PersonKind, tuple[str, ...]] = {
    **HAIR_OF,
    "woman": ("bun", "bob cut", "wavy bob"),
    "girl": ("space buns", "wavy bob"),
}
"""Hair that hides nothing of what is on the back."""


@dataclass(frozen=True)
class Worn:
    """What is worn, besides an outfit, and where it is painted."""

    hat: Detail | None = None
    """In the head's units, over the hair."""
    covers: bool = False
    """The hair has to leave room for something on the head."""
    behind: bool = False
    """The hair has to leave room for something on the back."""


def apart(colours: tuple[RGB, ...], worn: RGB | None) -> tuple[RGB, ...]:
    """Those that a garment stands out from: brown gloves are no bare hands."""
    if worn is None:
        return colours
    gaps = {c: sum(abs(a - b) for a, b in zip(c, worn, strict=True)) for c in colours}
    far = tuple(c for c in colours if gaps[c] > CLOSE)
    return far or (max(colours, key=gaps.__getitem__),)


def wearer(look: Look, among: tuple[PersonKind, ...], outfit: Outfit, pose: Pose, worn: Worn = Worn()) -> Person:
    """Somebody in the outfit who is told as a man, a woman, a boy or a girl at first sight, and wears nothing else.

    `look.colour` is the garment's: skin and hair are others.
    """
    rng = look.rng
    who = chosen(look, among)
    lucky = rng.choice(apart(SKINS, look.colour))
    skin = skin_said(look, lucky)
    styles = COVERED_HAIR if worn.covers or worn.hat else SHORT_HAIR if worn.behind else HAIR_OF
    hair = style_said(look, who, rng.choice(styles[who]), styles[who], styles is COVERED_HAIR)
    natural = rng.choice(apart(growing_on(lucky), look.colour))
    colour = hair_said(look, skin, natural, look.colour)
    beard: Beard = rng.choice(BEARDS) if who == "man" else ""
    return Person(
        who,
        skin,
        hair,
        colour,
        outfit,
        pose,
        beard=beard,
        hat=worn.hat,
        traits=traits_said(look, PLAIN_TRAITS),
        age=look.age,
    )


def whole(canvas: Canvas, look: Look, outfit: Outfit, among: tuple[PersonKind, ...], worn: Worn = Worn()) -> Joints:
    """From head to foot."""
    person = wearer(look, among, outfit, look.rng.choice(WHOLE), worn)
    return paint_person(canvas, person, size=0.94 if person.who in CHILDREN else 1)


def half(
    canvas: Canvas,
    look: Look,
    outfit: Outfit,
    among: tuple[PersonKind, ...],
    worn: Worn = Worn(),
    poses: tuple[Pose, ...] = WHOLE,
) -> tuple[Person, Joints]:
    """From the head to the knees: the lower edge of the canvas cuts the legs."""
    person = wearer(look, among, outfit, look.rng.choice(poses), worn)
    young = person.who in CHILDREN
    joints = paint_person(canvas, person, hip=canvas.height - 29, size=1.14 if young else 1.16)
    return person, joints


def handed(canvas: Canvas, look: Look, outfit: Outfit, article: Article, colour: RGB) -> None:
    """Both hands up, in what is worn on them."""
    person, joints = half(canvas, look, outfit, EVERYONE, poses=HANDS_UP)
    for side, hand in enumerate(joints.hands):
        limb = person.pose.arms[side]
        turn = -limb[1] if isinstance(limb, tuple) else 0
        article(hand.at(0, 0, 0.5 / BUILDS[person.who].size ** 0.4, turn + 180, mirror=not side), colour, person.skin)


def seated(canvas: Canvas, look: Look, outfit: Outfit, article: Article, colour: RGB) -> None:
    """Sitting on the ground, knees up, the feet turned outwards and large."""
    person = wearer(look, EVERYONE, outfit, look.rng.choice(SITTING))
    young = person.who in CHILDREN
    build = BUILDS[person.who]
    size = 1.12 if young else 1
    joints = paint_person(canvas, person, hip=canvas.height - 4 - 27 * build.size * size, size=size)
    body = joints.torso
    for side, outward in ((0, -1), (1, 1)):
        hip = (6.4 * outward, 1.0)
        goal = (37.0 * outward, 17.0)
        path = [hip, *joint_points(hip, FEET[side], 29, 29, outward, goal)]
        paint_leg(body, path, build, outfit, person.skin)
        article(body.at(goal[0], goal[1], 0.62 if young else 0.56, mirror=side == 0), colour, person.skin)


def bust(canvas: Canvas, look: Look, shirt: RGB, paint: Callable[[Pen], None], y: float = 47, scale: float = 1) -> None:
    """Head and shoulders, the face at height `y`: higher for what is worn under the chin, lower for a tall hat."""
    person = wearer(look, EVERYONE, Outfit(), Pose(), Worn(covers=True))
    head = Head(
        person.who,
        person.skin,
        person.hair,
        person.hair_colour,
        beard=person.beard,
        cut=some_cut(look.rng),
        traits=traits_said(look, some_traits(look.rng, person.who)),
        age=person.age,
    )
    size = {"man": 1.06, "woman": 1.0, "boy": 0.9, "girl": 0.9}[person.who]
    pen = Pen(canvas).at(50, y + 40 * (1 - size), size * scale)
    paint_bust(pen, head, shirt)
    paint(pen)
