"""Cut stones and pearls, each with the colour and the cut that it is known for."""

from collections.abc import Callable

from synthgen.renderer.sketch.canvas import Canvas, oval, smooth
from synthgen.renderer.sketch.colours import RGB, shade
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects.materials import Tones, rounded, tones

Paint = Callable[[Canvas, Look], None]
GOLD: RGB = (222, 176, 48)


def _facets(c: Canvas, rim: list[tuple[float, float]], table: list[tuple[float, float]], paint: Tones) -> None:
    """A ring of facets around a table, lit from the upper left."""
    n = len(rim)
    left, right = min(x for x, _ in rim), max(x for x, _ in rim)
    top, low = min(y for _, y in rim), max(y for _, y in rim)
    for i in range(n):
        j = (i + 1) % n
        x = ((rim[i][0] + rim[j][0]) / 2 - left) / (right - left)
        y = ((rim[i][1] + rim[j][1]) / 2 - top) / (low - top)
        lit = 0.42 - 0.4 * (x + y)
        tone = shade(paint.base, lit) if sum(paint.base) > 130 or lit > 0 else shade(paint.base, 0.1)
        c.polygon([rim[i], rim[j], table[j], table[i]], tone)
    c.polygon(table, shade(paint.base, 0.14))
    for a, b in [*zip(rim, table, strict=True), *zip(table, [*table[1:], table[0]], strict=True)]:
        c.line([a, b], 0.9, paint.line)


def emerald(natural: RGB) -> Paint:
    """A step-cut oblong with cropped corners."""

    def paint(c: Canvas, look: Look) -> None:
        tone = tones(look, natural)

        def steps(grow: float) -> list[tuple[float, float]]:
            x, y, k = 54 * grow, 44 * grow - (1 - grow) * 8, 18 * grow
            return [
                (60 + a, 50 + b)
                for a, b in (
                    (k - x, -y),
                    (x - k, -y),
                    (x, k - y),
                    (x, y - k),
                    (x - k, y),
                    (k - x, y),
                    (-x, y - k),
                    (-x, k - y),
                )
            ]

        _facets(c, steps(1), steps(0.76), tone)
        _facets(c, steps(0.76), steps(0.52), tone)
        c.polygon([(38, 36), (52, 36), (44, 62), (38, 62)], shade(tone.base, 0.5))

    return paint


def brilliant(natural: RGB, sides: int, wide: float = 1.0) -> Paint:
    """A round or oval cut with a star of facets."""

    def paint(c: Canvas, look: Look) -> None:
        tone = tones(look, natural)
        turn = 180 / sides
        rings = [
            oval(60, 50, 46 * wide * k, 46 * k, turn * i, 360 + turn * i, steps=sides)[:-1]
            for i, k in ((0, 1.0), (0, 0.76), (0, 0.44))
        ]
        _facets(c, rings[0], rings[1], tone)
        _facets(c, rings[1], rings[2], tone)
        c.polygon([(50, 38), (60, 34), (56, 50), (46, 54)], shade(tone.base, 0.55))
        for x, y, r in ((92, 22, 5), (30, 76, 3.6)):
            c.polygon([(x, y - r), (x + r * 0.3, y), (x, y + r), (x - r * 0.3, y)], (255, 255, 255))
            c.polygon([(x - r, y), (x, y - r * 0.3), (x + r, y), (x, y + r * 0.3)], (255, 255, 255))

    return paint


def polished(natural: RGB) -> Paint:
    """A smooth dome in a golden setting."""

    def paint(c: Canvas, look: Look) -> None:
        tone = tones(look, natural)
        c.ellipse(60, 52, 56, 46, shade(GOLD, -0.3))
        for x, y in oval(60, 52, 53, 43, steps=22):
            c.ellipse(x, y, 4.4, 4.4, GOLD)
            c.ellipse(x - 1, y - 1, 1.6, 1.6, shade(GOLD, 0.5))
        c.ellipse(60, 52, 47, 38, shade(GOLD, -0.3))
        c.ellipse(60, 52, 45, 36, tone.dark)
        c.ellipse(58, 50, 42, 33, tone.base)
        c.blob(
            [(28, 44), (40, 26), (62, 22), (54, 32), (38, 42)], shade(tone.base, 0.4 if sum(tone.base) > 160 else 0.3)
        )
        c.ellipse(78, 66, 6, 3, tone.light, turn=-30)

    return paint


def pearl(c: Canvas, look: Look) -> None:
    """In its open shell."""
    colour = look.colour or (246, 240, 234)
    outer, inner = (150, 136, 146), (236, 214, 222)
    for y, flip in ((48, -1), (66, 1)):
        fan = [
            (10, y),
            (12, y + flip * 26),
            (34, y + flip * 42),
            (60, y + flip * 46),
            (86, y + flip * 42),
            (108, y + flip * 26),
            (110, y),
        ]
        c.polygon(smooth(fan), outer)
        c.polygon(smooth([(60 + (x - 60) * 0.88, y + (v - y) * 0.84) for x, v in fan]), inner)
        for x in (28, 44, 60, 76, 92):
            c.line([(60 + (x - 60) * 0.4, y + flip * 4), (x, y + flip * 34)], 1.4, shade(inner, -0.1))
    c.box(18, 50, 102, 62, shade(outer, -0.2), 5)
    c.ellipse(60, 62, 24, 24, shade(colour, -0.2) if sum(colour) > 160 else shade(colour, 0.2))
    c.ellipse(58, 60, 22, 22, colour)
    c.ellipse(52, 52, 8, 6, shade(colour, 0.6), turn=-30)


def pendant(c: Canvas, look: Look) -> None:
    """A drop-shaped stone on a fine chain; the metal takes the colour."""
    paint = tones(look, "gold")
    for side in (-1, 1):
        for i in range(18):
            t = i / 17
            x, y = 52 + side * 44 * (1 - t) ** 0.8, 5 + 50 * t**1.15
            c.ellipse(x, y, 2.7, 2.7, paint.line)
            c.ellipse(x, y, 1.5, 1.5, paint.light)
    c.ellipse(52, 62, 6, 7, paint.line)
    c.ellipse(52, 62, 4.6, 5.6, paint.base)
    drop = [(52, 66), (66, 86), (76, 102), (72, 118), (52, 127), (32, 118), (28, 102), (38, 86)]
    c.blob(drop, paint.line)
    c.blob([(52 + (x - 52) * 0.94, 99 + (y - 99) * 0.94) for x, y in drop], paint.base)
    stone: RGB = (244, 246, 250)
    c.blob([(52 + (x - 52) * 0.62, 101 + (y - 99) * 0.62) for x, y in drop], paint.line)
    c.blob([(52 + (x - 52) * 0.56, 101 + (y - 99) * 0.56) for x, y in drop], stone)
    c.polygon([(52, 86), (62, 104), (52, 116)], (214, 224, 236))
    c.polygon(rounded([(44, 100), (50, 92), (48, 106)], 1), (255, 255, 255))


JEWELS = ("studio", "bedroom", "hallway")


def _jewel(paint: Paint, colour: str) -> Drawing:
    return Drawing(paint, 120, 100, 0.4, rests="table", colour=colour, places=JEWELS)


STONES: dict[str, Drawing] = {
    "emerald": _jewel(emerald((40, 160, 84)), "green"),
    "ruby": _jewel(brilliant((204, 36, 60), 12, 1.16), "red"),
    "amethyst": _jewel(brilliant((138, 82, 190), 10), "purple"),
    "topaz": _jewel(emerald((240, 190, 60)), "yellow"),
    "onyx": _jewel(polished((40, 40, 46)), "black"),
    "jade": _jewel(polished((70, 162, 110)), "green"),
    "pearl": Drawing(pearl, 120, 116, 0.42, rests="table", colour="white", recolours=False, places=JEWELS),
    "pendant": Drawing(pendant, 104, 130, 0.48, rests="table", colour="gold", places=JEWELS),
}
"""Its name -> how it is drawn."""
