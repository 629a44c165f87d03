"""A person of whom the prompt says no more than who it is."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS, RGB
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects.garments import Outfit
from synthgen.renderer.sketch.subjects.people import paint_person, some_person

SHIRTS = ("red", "blue", "green", "purple", "teal", "orange")
TROUSERS: tuple[RGB, ...] = ((72, 96, 140), (84, 90, 104), (98, 84, 76), (60, 66, 100))


def somebody(canvas: Canvas, look: Look) -> None:
    """Somebody who stands there in a shirt and trousers."""
    rng = look.rng
    shirt = look.colour or COLOURS[rng.choice(SHIRTS)]
    outfit = Outfit(top=shirt, bottom=rng.choice(TROUSERS), sleeve=rng.choice((0.42, 1)))
    paint_person(canvas, some_person(look, outfit))


SOMEBODY: dict[str, Drawing] = {"somebody": Drawing(somebody, 110, 200, 0.8, recolours=False, variants=24)}
