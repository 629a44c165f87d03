"""Drawn subjects and places, kept so that they need not be drawn twice, and measured where something is put on them.

Which variant is taken is the caller's luck, drawn before anything is looked up: a full or an empty cache changes the
time that a picture takes, never the picture.
"""

import random
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.drawing import Drawing, Look, PersonKind
from synthgen.renderer.sketch.extras import EXTRAS
from synthgen.renderer.sketch.keep import SHEETS
from synthgen.renderer.sketch.places import PLACES
from synthgen.renderer.sketch.places.table import paint_table
from synthgen.renderer.sketch.props import in_vessel
from synthgen.renderer.sketch.subjects import DRAWINGS, PEOPLED, ROOM_OF
from synthgen.renderer.sketch.subjects.creature import PUPIL
from synthgen.renderer.sketch.subjects.heads import DARK
from synthgen.renderer.sketch.vocabulary import rgb

PLACE_VARIANTS = 9
BACKDROPS = 3
"""So many of them, each turned either way, are enough behind a subject."""
TABLE_VARIANTS = 10
SPARE = 1.08
"""How much wider than the picture a place is drawn: the window on it is shifted by luck."""
RIM_COLOUR = (255, 250, 225)
"""Around subjects in the dark."""


class Shelf:
    """Pictures (L, RGB, RGBA) under a limit of bytes, the least used given up first.

    Large ones lie there as runs of one colour: a tenth of their size, read in a tenth of the time of drawing.
    """

    def __init__(self, limit: int) -> None:
        self.limit, self.used, self.peak = limit, 0, 0
        self._items: OrderedDict[Hashable, Image.Image | Runs] = OrderedDict()

    def get(self, key: Hashable, draw: Callable[[], Image.Image]) -> Image.Image:
        """The picture under the key; drawn if it is not there. The caller's own: it may be painted on."""
        found = self._items.get(key)
        if found is not None:
            self._items.move_to_end(key)
            return found.copy()
        picture = draw()
        kept = picture.copy() if size_of(picture) <= RAW else Runs.of(picture)
        self._items[key] = kept
        self.used += size_of(kept)
        while self.used > self.limit:
            self.used -= size_of(self._items.popitem(last=False)[1])
        self.peak = max(self.peak, self.used)
        return picture

    def clear(self) -> None:
        """Forget everything."""
        self.used = self.peak = 0
        self._items.clear()


RAW = 32 << 10
"""Bytes of a picture that is kept as it is."""
PIXELS: Mapping[str, tuple[str, np.dtype[Any]]] = MappingProxyType(
    {"L": ("L", np.dtype(np.uint8)), "RGB": ("RGBX", np.dtype(np.uint32)), "RGBA": ("RGBA", np.dtype(np.uint32))}
)
"""How the pixels of a mode are written, and as which numbers they are read."""


@dataclass(frozen=True)
class Runs:
    """The pixels of a picture, row by row, as runs of one colour."""

    mode: str
    size: tuple[int, int]
    colours: NDArray[Any]
    lengths: NDArray[np.uint16]

    @classmethod
    def of(cls, picture: Image.Image) -> "Runs":
        raw, kind = PIXELS[picture.mode]
        pixels = np.frombuffer(picture.tobytes("raw", raw), kind).reshape(picture.height, picture.width)
        new = np.ones(pixels.shape, np.bool_)  # each row begins anew, so that a length fits into two bytes
        np.not_equal(pixels[:, 1:], pixels[:, :-1], out=new[:, 1:])
        starts = np.flatnonzero(new)
        lengths = np.diff(starts, append=pixels.size).astype(np.uint16)
        return cls(picture.mode, picture.size, pixels.ravel()[starts], lengths)

    def copy(self) -> Image.Image:
        """The picture."""
        pixels = np.repeat(self.colours, self.lengths)
        return Image.frombytes(self.mode, self.size, pixels.data, "raw", PIXELS[self.mode][0])


def size_of(kept: Image.Image | Runs) -> int:
    """Bytes."""
    if isinstance(kept, Runs):
        return kept.colours.nbytes + kept.lengths.nbytes
    return kept.width * kept.height * (1 if kept.mode == "L" else 4)


SPRITES = Shelf(60 << 20)
LAYERS = Shelf(46 << 20)


def _luck(*parts: object) -> random.Random:
    return random.Random("/".join(str(part) for part in parts))


@dataclass(frozen=True)
class Order:
    """One sprite: what is drawn, and how."""

    name: str
    colour: str = ""
    person: PersonKind | None = None
    variant: int = 0
    rim: bool = False
    vessel: str = ""
    age: str = ""
    skin: str = ""

    @property
    def drawing(self) -> Drawing:
        drawing = DRAWINGS.get(self.name) or EXTRAS[self.name]
        return in_vessel(drawing, self.vessel) if self.vessel else drawing

    @property
    def hair(self) -> bool:
        """Whether its colour is that of hair."""
        return ROOM_OF.get(self.name) == "hair"

    @property
    def alive(self) -> bool:
        """Whether it has a face, as animals and people have."""
        return self.peopled or ROOM_OF.get(self.name) == "animals"

    @property
    def peopled(self) -> bool:
        """Whether it shows a person."""
        return ROOM_OF.get(self.name) in PEOPLED


def sprite(order: Order, height: int) -> Image.Image:
    """The sprite (RGBA), its canvas `height` pixels high, cropped to what is drawn."""

    def draw() -> Image.Image:
        drawing = order.drawing
        canvas = Canvas(drawing.width, drawing.height, height / drawing.height)
        colour = rgb(order.colour, order.hair) if order.colour else None
        look = Look(_luck(order.name, order.variant), colour, order.person, order.age, order.skin)
        drawing.paint(canvas, look)
        picture = canvas.sprite()
        return rimmed(picture, max(2, height // 60)) if order.rim else picture

    return SPRITES.get((order, height), draw)


def layer(place: str, variant: int, size: int, without: frozenset[str] = frozenset()) -> Image.Image:
    """A place (RGB), a little larger than the picture, some of its pieces left out."""

    def draw() -> Image.Image:
        canvas = Canvas(100, 100, size * SPARE / 100, opaque=True)
        PLACES[place].paint(canvas, Look(_luck(place, variant), variant=variant, without=without))
        return canvas.picture()

    return LAYERS.get((place, variant, size, without), draw)


def table(variant: int, size: int) -> Image.Image:
    """A table top (RGBA) as wide as the picture, to be put at its lower edge."""

    def draw() -> Image.Image:
        canvas = Canvas(100, 100, size / 100)
        paint_table(canvas, Look(_luck("table", variant)))
        return canvas.sprite(outline=False)

    return LAYERS.get(("a table", variant, size), draw)


def rimmed(picture: Image.Image, width: int) -> Image.Image:
    """The sprite in a soft light that sets it off from a dark place."""
    pad = 2 * width
    wide = Image.new("RGBA", (picture.width + 2 * pad, picture.height + 2 * pad), (*RIM_COLOUR, 0))
    alpha = Image.new("L", wide.size, 0)
    alpha.paste(picture.getchannel("A"), (pad, pad))
    small = alpha.resize((max(1, wide.width // 4), max(1, wide.height // 4)), Image.Resampling.BOX)
    soft = small.filter(ImageFilter.GaussianBlur(width / 3)).resize(wide.size, Image.Resampling.BILINEAR)
    wide.putalpha(soft.point(lambda v: min(200, v * 2)))
    wide.alpha_composite(picture, (pad, pad))
    return wide


@dataclass(frozen=True)
class Face:
    """Where a sprite looks from, in shares of its width and height."""

    x: float
    eyes: float
    """Height of the eyes."""
    apart: float
    """Distance of the eyes, 0 where only one is seen."""
    top: float
    """Where the head begins above the eyes."""
    width: float
    """Width of the head, as a share of the sprite's width."""


@lru_cache(maxsize=1024)
def face(order: Order) -> Face | None:
    """Where the face is: pupils have a colour that nothing else near them has. None if no eyes are seen."""
    pixels = np.asarray(sprite(order, 256))
    alpha = pixels[..., 3] > 128
    high, wide = alpha.shape
    pupil = (pixels[..., :3] == (DARK if order.peopled else PUPIL)).all(axis=-1)
    ys, xs = np.nonzero(pupil & alpha)
    if len(xs) < 12:
        return None
    # Nose and mouth may have the colour too: the eyes are the uppermost pixels that have it.
    eye_row = ys <= ys.min() + 0.1 * high
    xs, ys = xs[eye_row], ys[eye_row]
    left, right = xs[xs <= xs.mean()], xs[xs > xs.mean()]
    gap = right.mean() - left.mean() if len(left) and len(right) else 0.0
    two = gap > 0.06 * wide and len(left) > 4 and len(right) > 4
    x, y = float(xs.mean()), float(ys.mean())
    top = int(np.nonzero(alpha[:, int(x)])[0][0])
    start, end = _run(alpha[int(y)], int(x))
    # A row through the eyes may cross a body or wings as well: the eyes say how large a head can be.
    width = min(max(end - start, 2.3 * gap), 3.1 * gap) if two else min(end - start, 3.4 * max(y - top, 0.04 * high))
    middle = x if two else min(max(x, start + width / 2), end - width / 2)
    return Face(middle / wide, y / high, float(gap) / wide if two else 0.0, top / high, float(width) / wide)


def _run(row: NDArray[np.bool_], at: int) -> tuple[int, int]:
    """The unbroken stretch of True around a place: first, and one past the last."""
    gaps = np.nonzero(~row)[0]
    before, after = gaps[gaps < at], gaps[gaps > at]
    return int(before[-1]) + 1 if len(before) else 0, int(after[0]) if len(after) else len(row)


def top_at(picture: Image.Image, x: float, width: float = 0.1) -> float:
    """The upper edge of a sprite around the share `x` of its width, as a share of its height."""
    alpha = np.asarray(picture.getchannel("A")) > 128
    left, right = int((x - width / 2) * picture.width), int((x + width / 2) * picture.width) + 1
    rows = np.nonzero(alpha[:, max(0, left) : right].any(axis=1))[0]
    return float(rows[0]) / picture.height if len(rows) else 0.0


def clear() -> None:
    """Forget everything that was drawn; for measuring."""
    for store in (SPRITES, LAYERS, SHEETS):
        store.clear()
    face.cache_clear()
