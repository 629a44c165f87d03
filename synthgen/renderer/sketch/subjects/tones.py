"""Skin and hair as the prompt has them: the tone that is asked for, and hair that has grayed with age.

Luck chooses as if nothing had been said, and what it chose is led to what was said: all else stays as it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from synthgen.renderer.sketch.colours import RGB, blend
from synthgen.renderer.sketch.drawing import Look, PersonKind
from synthgen.renderer.sketch.subjects.faces import Traits
from synthgen.renderer.sketch.subjects.heads import SKINS

TONES: Mapping[str, tuple[RGB, ...]] = MappingProxyType(
    {
        "light skin": ((255, 224, 198), (252, 215, 184), (249, 207, 171), (246, 200, 160)),
        "brown skin": ((206, 150, 107), (199, 142, 99), (191, 134, 92), (183, 126, 86)),
        "dark skin": ((134, 88, 61), (125, 82, 57), (116, 75, 53), (107, 69, 50)),
    }
)
"""The words of prompts -> skins that nobody takes for another word's."""
NATURAL_HAIR: tuple[RGB, ...] = (
    (48, 38, 38),
    (72, 46, 34),
    (112, 70, 42),
    (150, 94, 52),
    (186, 92, 44),
    (226, 178, 96),
)
GRAYS: tuple[RGB, ...] = ((236, 236, 234), (214, 216, 220), (190, 192, 198), (164, 166, 174))
FADED: RGB = (158, 158, 162)
"""What half of the hair has come to at middle age."""
SKIN_APART = 66
"""How far the colours of hair and skin are apart, at least."""
GARMENT_APART = 110
"""How far skin and hair are from a garment."""
DARK_LIPS: RGB = (62, 34, 32)
PALE_FRAMES: RGB = (206, 178, 118)
"""On dark skin."""
HIS_STYLES = ("receding hairline", "short hair", "side part", "comb-over", "slicked-back hair")
HER_STYLES = ("bun", "short curly hair", "bob cut", "low bun", "pixie cut", "wavy bob")
UNDER_HATS: Mapping[PersonKind, tuple[str, ...]] = MappingProxyType(
    {"man": ("short hair", "buzz cut"), "woman": ("bob cut", "low ponytail", "wavy bob")}
)


def apart(one: RGB, other: RGB) -> int:
    """How different two colours are: differences of red, green and blue, added."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def _far(colours: Sequence[RGB], other: RGB | None, least: int) -> Sequence[RGB]:
    """The colours that are so far from another; the farthest, if there are none."""
    if other is None:
        return colours
    gaps = {colour: min(least, apart(colour, other)) for colour in colours}
    return [colour for colour in colours if gaps[colour] == max(gaps.values())]


def growing_on(skin: RGB) -> tuple[RGB, ...]:
    """The natural colours of hair that go with a skin."""
    return NATURAL_HAIR if sum(skin) > 480 else NATURAL_HAIR[:3]


def skin_said(look: Look, lucky: RGB, least: int = GARMENT_APART) -> RGB:
    """The skin in the tone that is asked for, `least` from the look's colour; within it as dark as luck has it."""
    if not look.skin:
        return lucky
    found = _far(TONES[look.skin], look.colour, least)
    return found[SKINS.index(lucky) * len(found) // len(SKINS)]


def hair_said(look: Look, skin: RGB, lucky: RGB, worn: RGB | None = None) -> RGB:
    """The colour of hair at the age that is asked for, apart from the skin and from what is worn."""
    colours = growing_on(skin)
    if look.age == "middle-aged":
        colours = tuple(blend(colour, FADED, 0.5) for colour in colours)
    elif look.age == "elderly":
        colours = GRAYS
    elif not look.skin:
        return lucky
    found = _far(_far(colours, skin, SKIN_APART), worn, GARMENT_APART)
    nth = NATURAL_HAIR.index(lucky)
    own = colours[nth % len(colours)]
    return own if own in found else found[nth % len(found)]


def traits_said(look: Look, lucky: Traits) -> Traits:
    """Features that are seen on the skin that is asked for."""
    return replace(lucky, lips=DARK_LIPS) if look.skin == "dark skin" else lucky


def glasses_said(look: Look, lucky: RGB) -> RGB:
    """Frames that are seen on the skin that is asked for."""
    return PALE_FRAMES if look.skin == "dark skin" else lucky


def style_said(look: Look, who: PersonKind, lucky: str, among: Sequence[str], hat: bool = False) -> str:
    """A hairstyle of the age that is asked for."""
    if look.age != "elderly":
        return lucky
    styles = UNDER_HATS[who] if hat else HIS_STYLES if who == "man" else HER_STYLES
    return styles[among.index(lucky) % len(styles)]
