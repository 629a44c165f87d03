"""Pieces that stand or hang in rooms."""

from collections.abc import Sequence

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.places.scenery import WHITE, Rng, vary

BOOKS: tuple[RGB, ...] = (
    (176, 84, 76),
    (84, 112, 154),
    (92, 140, 112),
    (214, 178, 108),
    (136, 104, 146),
    (226, 218, 204),
    (92, 96, 110),
)
GOODS: tuple[RGB, ...] = (
    (206, 84, 78),
    (240, 204, 96),
    (92, 142, 204),
    (110, 180, 120),
    (234, 156, 84),
    (162, 118, 190),
    (240, 240, 236),
    (230, 150, 178),
)
LIGHT: RGB = (255, 240, 196)
DARK: RGB = (84, 76, 72)
VIEWS: tuple[tuple[RGB, RGB], ...] = (
    ((190, 214, 230), (140, 172, 150)),
    ((240, 212, 176), (180, 138, 122)),
    ((200, 200, 226), (126, 140, 172)),
    ((226, 220, 206), (200, 150, 110)),
)


def picture(canvas: Canvas, rng: Rng, x: float, y: float, w: float, h: float, frame: RGB) -> None:
    """A framed picture of bands and discs."""
    canvas.box(x, y, x + w, y + h, frame)
    canvas.box(x + 1, y + 1, x + w - 1, y + h - 1, (244, 240, 230))
    sky, land = rng.choice(VIEWS)
    a, b, c, d = x + 2.2, y + 2.2, x + w - 2.2, y + h - 2.2
    canvas.box(a, b, c, d, sky)
    kind = rng.randrange(3)
    if kind == 0:
        canvas.polygon([(a, d), (a, b + (d - b) * 0.7), (c, b + (d - b) * 0.4), (c, d)], land)
        canvas.ellipse(a + (c - a) * 0.34, b + (d - b) * 0.34, h * 0.12, h * 0.12, shade(sky, 0.5))
    elif kind == 1:
        for k in range(3):
            canvas.box(a, b + (d - b) * (0.4 + 0.2 * k), c, d, shade(land, 0.2 - 0.2 * k))
    else:
        canvas.ellipse((a + c) / 2, (b + d) / 2, (c - a) * 0.32, (d - b) * 0.36, land)
        canvas.box((a + c) / 2, b + (d - b) * 0.3, c - (c - a) * 0.12, d - (d - b) * 0.16, shade(land, 0.4))


def pictures(canvas: Canvas, rng: Rng, x: float, y: float, w: float, frame: RGB) -> None:
    """One large picture, or two or three small ones side by side, `w` wide in all."""
    count = rng.choice((1, 2, 3))
    step = w / count
    tall = rng.uniform(0.62, 0.8) * w if count == 1 else 1.2 * step
    for k in range(count):
        picture(canvas, rng, x + k * step + 0.7, y, step - 1.4, min(24, tall), frame)


def books(
    canvas: Canvas, rng: Rng, x0: float, x1: float, base: float, high: float, colours: Sequence[RGB] = BOOKS
) -> None:
    """A row of books standing on `base`."""
    x = x0
    while x < x1 - 1:
        w = min(rng.uniform(1.4, 3), x1 - x)
        tall = high * rng.uniform(0.66, 0.98)
        canvas.box(x, base - tall, x + w - 0.25, base, shade(rng.choice(colours), rng.uniform(-0.1, 0.1)))
        x += w + (rng.uniform(1, 3) if rng.random() < 0.08 else 0)


def shelf(
    canvas: Canvas, rng: Rng, x: float, y: float, w: float, base: float, wood: RGB, rows: int = 4, full: bool = True
) -> None:
    """A bookcase, full of books or empty."""
    canvas.box(x, y, x + w, base, wood)
    high = (base - y - 1.4) / rows
    for k in range(rows):
        top = y + 1.4 + k * high
        canvas.box(x + 1.4, top, x + w - 1.4, top + high - 1.4, shade(wood, -0.3))
        if full:
            books(canvas, rng, x + 1.8, x + w - 1.8, top + high - 1.4, high - 2)


def pendant(canvas: Canvas, x: float, y: float, w: float, colour: RGB) -> None:
    """A lamp that hangs from the ceiling."""
    canvas.line([(x, 0), (x, y - 0.5 * w)], 0.5, DARK)
    canvas.ellipse(x, y, 0.22 * w, 0.2 * w, LIGHT)
    canvas.polygon(
        [(x - 0.12 * w, y - 0.5 * w), (x + 0.12 * w, y - 0.5 * w), (x + 0.5 * w, y), (x - 0.5 * w, y)], colour
    )


def globe(canvas: Canvas, x: float, y: float, w: float) -> None:
    """A round lamp that hangs from the ceiling."""
    canvas.line([(x, 0), (x, y)], 0.5, DARK)
    canvas.ellipse(x, y, 0.42 * w, 0.42 * w, LIGHT)


def shaded_lamp(canvas: Canvas, x: float, base: float, tall: float, foot: float = 0.74) -> None:
    """A lamp with a cloth shade, on a thin stand (foot 0.74) or on a squat one (0.45)."""
    h, w = tall, tall * (0.3 if foot > 0.6 else 0.5)
    canvas.ellipse(x, base - 0.5, 0.4 * w, 0.08 * w, DARK)
    canvas.line([(x, base - 0.5), (x, base - foot * h)], 0.06 * w, DARK)
    low = base - foot * h
    canvas.polygon([(x - 0.3 * w, base - h), (x + 0.3 * w, base - h), (x + 0.52 * w, low), (x - 0.52 * w, low)], LIGHT)
    canvas.polygon(
        [(x + 0.1 * w, base - h), (x + 0.3 * w, base - h), (x + 0.52 * w, low), (x + 0.2 * w, low)], shade(LIGHT, -0.08)
    )


def rug(canvas: Canvas, rng: Rng, x: float, y: float, rx: float, ry: float, colour: RGB) -> None:
    """A carpet on the floor: oval with rings, or rectangular with a border."""
    light = blend(colour, WHITE, 0.55)
    if rng.random() < 0.5:
        for share, paint in ((1.0, shade(colour, -0.12)), (0.93, light), (0.84, colour), (0.6, light), (0.53, colour)):
            canvas.ellipse(x, y, rx * share, ry * share, paint)
        return
    for share, paint in ((1.0, colour), (0.92, light), (0.84, colour)):
        a, b, h = rx * share * 0.84, rx * share * 1.04, ry * share
        canvas.polygon([(x - a, y - h), (x + a, y - h), (x + b, y + h), (x - b, y + h)], paint)
    if rng.random() < 0.5:
        for k in range(-2, 3):
            canvas.ellipse(x + k * rx * 0.3, y, rx * 0.1, ry * 0.34, light)


def sofa(canvas: Canvas, x: float, base: float, w: float, colour: RGB, seats: int = 2, h: float = 0.0) -> None:
    """A sofa seen from the front; an armchair where it has one seat. `h`: its height, else by its width."""
    h = h or 0.46 * w / (0.5 * seats)
    arm, step = 0.16 * w / seats * 1.6, 0.0
    step = (w - 2 * arm) / seats
    canvas.box(x + 0.5 * arm, base - h, x + w - 0.5 * arm, base - 0.2 * h, shade(colour, -0.08), 0.12 * h)
    for k in range(seats):
        left = x + arm + k * step
        canvas.box(left + 0.3, base - 0.92 * h, left + step - 0.3, base - 0.44 * h, shade(colour, 0.1), 0.1 * h)
        canvas.box(left + 0.2, base - 0.5 * h, left + step - 0.2, base - 0.12 * h, colour, 0.06 * h)
    for left in (x, x + w - arm):
        canvas.box(left, base - 0.7 * h, left + arm, base - 0.1 * h, shade(colour, -0.14), 0.13 * h)
        canvas.box(left + 0.3 * arm, base - 0.12 * h, left + 0.7 * arm, base, DARK)


def drawers(canvas: Canvas, x: float, base: float, w: float, h: float, wood: RGB, rows: int = 2) -> None:
    """A chest of drawers, or a bedside table."""
    canvas.box(x, base - h, x + w, base, shade(wood, -0.1), 0.6)
    step = (h - 2) / rows
    for k in range(rows):
        top = base - h + 1.4 + k * step
        canvas.box(x + 1.2, top, x + w - 1.2, top + step - 1, shade(wood, 0.1), 0.5)
        canvas.ellipse(x + w / 2, top + step / 2 - 0.5, 0.7, 0.7, shade(wood, -0.4))


def wardrobe(canvas: Canvas, x: float, y: float, w: float, base: float, wood: RGB) -> None:
    canvas.box(x + 1, base - 3, x + w - 1, base, shade(wood, -0.35))
    canvas.box(x, y, x + w, base - 1.6, shade(wood, -0.08), 0.6)
    canvas.box(x - 0.8, y - 1.6, x + w + 0.8, y + 0.6, shade(wood, 0.1), 0.5)
    for k in range(2):
        left = x + 1.2 + k * (w - 1.8) / 2
        canvas.box(left, y + 2.4, left + (w - 3.4) / 2, base - 4, shade(wood, 0.1), 0.5)
        canvas.box(left + 1.4, y + 4, left + (w - 3.4) / 2 - 1.4, base - 6, shade(wood, 0.02), 0.5)
    for dx in (-1.6, 1.0):
        canvas.box(x + w / 2 + dx, (y + base) / 2 - 2, x + w / 2 + dx + 0.7, (y + base) / 2 + 2, shade(wood, -0.45))


def cabinets(canvas: Canvas, x0: float, x1: float, y0: float, y1: float, count: int, colour: RGB) -> None:
    """A row of cupboard doors with handles."""
    step = (x1 - x0) / count
    canvas.box(x0, y0, x1, y1, shade(colour, -0.16))
    for k in range(count):
        left = x0 + k * step
        canvas.box(left + 0.4, y0 + 0.4, left + step - 0.4, y1 - 0.4, colour, 0.6)
        canvas.box(left + 1.8, y0 + 1.8, left + step - 1.8, y1 - 1.8, shade(colour, 0.1), 0.5)
        handle = left + (step - 3 if k % 2 == 0 else 2.2)
        canvas.box(handle, (y0 + y1) / 2 - 2, handle + 0.9, (y0 + y1) / 2 + 2, shade(colour, -0.4), 0.4)


def table(canvas: Canvas, x: float, base: float, w: float, h: float, wood: RGB) -> None:
    """A plain table from the front."""
    for dx in (0.05, 0.9):
        canvas.box(x + dx * w, base - h, x + (dx + 0.05) * w, base, shade(wood, -0.2))
    canvas.box(x, base - h, x + w, base - h + 2.4, wood, 0.5)


def chair(canvas: Canvas, x: float, base: float, w: float, wood: RGB) -> None:
    """A wooden chair from the front."""
    for dx in (0.0, 0.86):
        canvas.box(x + dx * w, base - 1.9 * w, x + (dx + 0.14) * w, base, shade(wood, -0.12))
    for dy in (1.84, 1.5):
        canvas.box(x, base - dy * w, x + w, base - (dy - 0.2) * w, wood, 0.3)
    canvas.box(x - 0.06 * w, base - 0.92 * w, x + 1.06 * w, base - 0.74 * w, shade(wood, 0.1), 0.3)


def bulbs(canvas: Canvas, rng: Rng, colour: RGB, count: int, y: float = 9) -> None:
    """A row of hanging lamps, all of one kind."""
    round_ones, wide = rng.random() < 0.4, rng.uniform(8, 11)
    for k in range(count):
        x = 100 * (k + 0.5) / count
        if round_ones:
            globe(canvas, x, y, wide)
        else:
            pendant(canvas, x, y, wide, vary(rng, colour, 0.03))
