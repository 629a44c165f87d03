"""Heads: a face with its hair and glasses. Hair comes from hair_styles, features from faces."""

from dataclasses import dataclass, replace

from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import PersonKind
from synthgen.renderer.sketch.subjects import faces, years
from synthgen.renderer.sketch.subjects.faces import DARK as DARK
from synthgen.renderer.sketch.subjects.faces import PLAIN_TRAITS, Traits
from synthgen.renderer.sketch.subjects.faces import Beard as Beard
from synthgen.renderer.sketch.subjects.faces import Mood as Mood
from synthgen.renderer.sketch.subjects.hair_shapes import PLAIN_CUT, Cut
from synthgen.renderer.sketch.subjects.hair_styles import STYLES
from synthgen.renderer.sketch.subjects.pen import Pen

SKINS: tuple[RGB, ...] = (
    (255, 224, 198),
    (247, 203, 164),
    (238, 188, 146),
    (226, 174, 128),
    (208, 152, 108),
    (193, 136, 94),
    (168, 112, 76),
    (146, 95, 64),
    (122, 80, 56),
    (102, 66, 48),
)


@dataclass(frozen=True)
class Head:
    """Whose head, and what it looks like."""

    who: PersonKind = "woman"
    skin: RGB = SKINS[1]
    hair: str = "short hair"
    hair_colour: RGB = (96, 62, 40)
    mood: Mood = "smile"
    beard: Beard = ""
    glasses: RGB | None = None
    gaze: float = 0
    """How far the face is turned to the right, in units."""
    cut: Cut = PLAIN_CUT
    traits: Traits = PLAIN_TRAITS
    age: str = ""

    @property
    def young(self) -> bool:
        return self.who in ("boy", "girl")


def paint_head_back(pen: Pen, head: Head) -> None:
    """What lies behind the body: long hair."""
    back = STYLES[head.hair].back
    if back:
        back(pen, head.hair_colour, head.cut)


def paint_head(pen: Pen, head: Head) -> None:
    """Face and hair; hats come on top of it."""
    skin, traits, who = head.skin, years.settled(head.traits, head.age), head.who
    for side in (-1, 1):
        if side * head.gaze < 4:
            ear = pen.at(side * 19.5 + head.gaze * 0.3, 3 + faces.BUILDS[who].low * 0.6, traits.ears)
            ear.ellipse(0, 0, 3.6, 4.6, skin, rim=0.9)
            ear.ellipse(side * 0.3, 0.2, 1.6, 2.6, shade(skin, -0.16))
    pen.blob(faces.outline(who, traits), skin, rim=0.9)
    features = pen.at(head.gaze, 0, squeeze=1 - 0.028 * abs(head.gaze))
    faces.cheeks(features, skin, who, traits)
    years.lines(features, skin, who, head.age)
    years.jowls(pen.at(head.gaze * 0.3, 0), skin, who, head.age)
    if head.beard:
        faces.paint_beard(
            features if head.beard == "goatee" else pen.at(head.gaze * 0.2, 0), skin, head.beard, head.hair_colour
        )
    gray = head.age in ("middle-aged", "elderly")
    brow = shade(head.hair_colour, -0.35) if head.hair != "bald head" or gray else (84, 62, 50)
    faces.eyes(features, who, head.mood, traits, brow)
    faces.nose(features, skin, who, traits.nose)
    faces.mouth(features, skin, who, head.mood, traits)
    cut = replace(head.cut, skin=skin)
    STYLES[head.hair].front(pen, head.hair_colour, cut)
    if head.glasses:
        _glasses(features.at(0, faces.BUILDS[who].low), head.glasses)


def _glasses(pen: Pen, colour: RGB) -> None:
    for side in (-1, 1):
        pen.arc(side * 7.4, 2.2, 6, 0, 360, 1.5, colour)
        pen.line([(side * 13.3, 1), (side * 18.4, -0.6)], 1.4, colour)
    pen.line([(-1.5, 1.6), (1.5, 1.6)], 1.4, colour)
