"""A person of whom the prompt says no more than who it is."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects.garments import Outfit
from synthgen.renderer.sketch.subjects.people import paint_person, some_person

SHIRTS = ("red", "blue", "green", "purple", "teal", "orange")


def somebody(canvas: Canvas, look: Look) -> None:
    """Somebody who stands there in a shirt and trousers."""
    shirt = look.colour or COLOURS[look.rng.choice(SHIRTS)]
    paint_person(canvas, some_person(look, Outfit(top=shirt)))


SOMEBODY: dict[str, Drawing] = {"somebody": Drawing(somebody, 110, 200, 0.8, recolours=False, variants=6)}
