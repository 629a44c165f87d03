"""What some sitting mammals hold: it tells an otter from a beaver at once."""

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import shade
from synthgen.renderer.sketch.subjects.creature import PUPIL, WHITE, Coat, ball


def fish(c: Canvas, coat: Coat) -> None:
    """A small silver-blue fish across the chest."""
    colour = (96, 160, 205)
    c.polygon([(76, 113), (89, 104), (87, 113), (89, 122)], shade(colour, -0.2))
    ball(c, 62, 113, 20, 8, colour)
    c.ellipse(60, 116.5, 13, 3.4, shade(colour, 0.45))
    c.ellipse(48, 111, 2.6, 2.6, WHITE)
    c.ellipse(48, 111, 1.5, 1.5, PUPIL)


def log(c: Canvas, coat: Coat) -> None:
    """A gnawed piece of wood across the chest."""
    c.box(36, 107, 84, 120, (150, 104, 62), radius=3)
    for x, y in ((46, 111), (58, 115), (68, 110)):
        c.line([(x, y), (x + 9, y)], 1.1, (112, 74, 44))
    for x in (36, 84):
        c.ellipse(x, 113.5, 4, 6.6, (238, 208, 158))
        c.ellipse(x, 113.5, 2, 3.4, (206, 166, 112))


def acorn(c: Canvas, coat: Coat) -> None:
    """Held in both paws."""
    c.blob([(53, 108), (67, 108), (67, 116), (60, 125), (53, 116)], (206, 148, 76))
    c.ellipse(60, 107, 9.5, 5, (122, 78, 46))
    c.line([(60, 103), (61, 99)], 2, (122, 78, 46))


def seed(c: Canvas, coat: Coat) -> None:
    """A sunflower seed in both paws."""
    c.blob([(60, 102), (66, 112), (60, 121), (54, 112)], (62, 56, 60))
    for x in (57.5, 60, 62.5):
        c.line([(x, 109), (x, 116)], 0.9, (214, 210, 206))


def bamboo(c: Canvas, coat: Coat) -> None:
    """A stalk with leaves across the chest."""
    green = (118, 176, 66)
    c.line([(40, 126), (84, 98)], 6, green)
    for x, y in ((50, 119.6), (64, 110.7), (76, 103)):
        c.line([(x - 1.6, y - 2.6), (x + 1.6, y + 2.6)], 1.4, shade(green, -0.35))
    for x, y, turn in ((88, 92, -60), (93, 100, -10), (80, 92, -100)):
        c.ellipse(x, y, 8, 2.8, shade(green, -0.12), turn)


def eucalyptus(c: Canvas, coat: Coat) -> None:
    """A twig with leaves in both paws."""
    c.curve((60, 124), (60, 106), (70, 97), 2.4, (120, 96, 66))
    for x, y, turn in ((74, 95, -30), (72, 105, 20), (55, 108, 200), (63, 99, 250)):
        c.ellipse(x, y, 8, 3.2, (104, 160, 112), turn)
