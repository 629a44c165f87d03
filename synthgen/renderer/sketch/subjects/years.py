"""What age does to a face: smaller eyes, paler cheeks, lines. Units: the face is 20 in radius."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import PersonKind
from synthgen.renderer.sketch.subjects.faces import BUILDS, Eyes, Mouth, Traits
from synthgen.renderer.sketch.subjects.pen import Pen

LIDS: Mapping[Eyes, Eyes] = MappingProxyType({"round": "narrow", "almond": "narrow"})
LIPS: Mapping[Mouth, Mouth] = MappingProxyType({"full": "soft", "grin": "smile"})


def settled(traits: Traits, age: str) -> Traits:
    """The same face, years later."""
    if age == "middle-aged":
        return replace(traits, freckles=False, blush=traits.blush * 0.8)
    if age != "elderly":
        return traits
    return replace(
        traits,
        jaw=0.5 + 0.5 * traits.jaw,
        eyes=LIDS.get(traits.eyes, traits.eyes),
        mouth=LIPS.get(traits.mouth, traits.mouth),
        ears=traits.ears * 1.14,
        freckles=False,
        blush=traits.blush * 0.6,
    )


def lines(pen: Pen, skin: RGB, who: PersonKind, age: str) -> None:
    """Lines of the forehead, beside the eyes and from the nose to the mouth; of old faces more, and under the eyes."""
    if age not in ("middle-aged", "elderly"):
        return
    old, low = age == "elderly", BUILDS[who].low
    tone = shade(skin, -0.27 if old else -0.2)
    for y, wide in ((-11.2, 7.5), (-14, 6)) if old else ((-11.6, 6),):
        pen.curve((-wide, y + 0.4), (0, y - 1.6), (wide, y + 0.4), 0.8, tone)
    for side in (-1, 1):
        pen.curve((side * 4.2, 8.8), (side * 7.4, 10.6), (side * 8, 14.6 if old else 13), 1.0 if old else 0.8, tone)
        for up in (-1.8, 0.6, 3) if old else (-0.6, 1.8):
            pen.line([(side * 13.2, 1.6 + low + up * 0.5), (side * 16.4, 1 + low + up)], 0.7, tone)
        if old:
            pen.curve((side * 4.4, 6.6 + low), (side * 7.6, 9 + low), (side * 11, 6.4 + low), 0.9, tone)


def jowls(pen: Pen, skin: RGB, who: PersonKind, age: str) -> None:
    """Lines beside the chin of an old face, which keep within its jaw."""
    if age == "elderly":
        wide = BUILDS[who].jaw
        for side in (-1, 1):
            pen.curve(
                (side * 0.5 * wide, 15.6), (side * 0.68 * wide, 17), (side * 0.56 * wide, 18.8), 0.8, shade(skin, -0.27)
            )
