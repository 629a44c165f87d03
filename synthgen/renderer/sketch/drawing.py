"""What a thing that can be drawn is: how it is painted, on which canvas, where it rests."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from PIL import Image

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB

Rests = Literal["ground", "table", "water", "under water", "air", "wall", "bust"]
PersonKind = Literal["man", "woman", "boy", "girl"]


@dataclass(frozen=True)
class Look:
    """What the prompt asks of one subject, and the luck that decides the rest."""

    rng: random.Random
    """For what the prompt leaves open: pose, small details, skin, a shirt. Never the kind of the subject."""
    colour: RGB | None = None
    """The colour that the prompt asks for; None: the subject's own."""
    person: PersonKind | None = None
    """Who is shown, where the subject is a person; None: drawn by luck."""
    age: str = ""
    """Apparent age of that person: "young", "middle-aged", "elderly"; empty: drawn as the young are."""
    skin: str = ""
    """Apparent skin tone: "light skin", "brown skin", "dark skin"; empty: by luck."""
    variant: int = 0
    """Of a place: its layouts take turns, so that they all occur."""
    without: frozenset[str] = frozenset()
    """Pieces that a place is drawn without, because the prompt names such a thing: see `Place.pieces`."""


@dataclass(frozen=True)
class Drawing:
    """One subject. `paint` fills a canvas of `width` x `height` units, facing right, feet at the bottom."""

    paint: Callable[[Canvas, Look], None]
    width: float = 100
    height: float = 100
    size: float = 0.55
    """Height of the sprite as a share of the picture's height, when it is the main subject."""
    rests: Rests = "ground"
    """What it stands on or floats in. "bust": cut off by the lower edge of the picture."""
    colour: str = ""
    """The colour word that a person would give it as it is drawn; empty: many colours, or by luck."""
    recolours: bool = True
    """Whether it can be drawn in any colour that a prompt asks for."""
    variants: int = 1
    """How many ways of drawing it are cached; the look's luck is fixed by the variant."""
    places: tuple[str, ...] = field(default=())
    """Places where one would expect it, by the names of the places table; the first where the prompt has none."""


@dataclass(frozen=True)
class Place:
    """One background. `paint` covers a canvas of 100 x 100 units."""

    paint: Callable[[Canvas, Look], None]
    floor: float = 82
    """Where a subject's feet stand, in units from the top."""
    offers: frozenset[Rests] = frozenset({"ground"})
    """What can be in it. A table can be set in any place that offers ground."""
    indoors: bool = False
    dark: bool = False
    """Night or space: subjects get a light rim, to stay visible."""
    pieces: frozenset[str] = frozenset()
    """What it can be drawn without: a room has no sofa of its own beside the one that the prompt asks for."""


Medium = Callable[[Image.Image, random.Random], Image.Image]
"""The picture (RGB) in another art medium, same size."""
