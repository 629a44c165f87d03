"""Woods of all kinds."""

import math

from synthgen.renderer.sketch.canvas import Canvas, bezier
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.drawing import Look, Place
from synthgen.renderer.sketch.places.scenery import (
    OPEN_AIR,
    SHORE,
    TRUNK,
    Rng,
    bush,
    flowers,
    frond,
    gradient,
    lily_pads,
    mixture,
    nearer,
    pine,
    reeds,
    ridge,
    ripples,
    scatter,
    specks,
    spread,
    tree,
    tufts,
    vary,
)

AUTUMN: tuple[RGB, ...] = ((226, 122, 42), (242, 176, 52), (196, 70, 46), (216, 148, 44))


def _trunk(canvas: Canvas, x: float, width: float, base: float, bark: RGB) -> None:
    """A near trunk that leaves the picture at the top."""
    flare = [(x - width, base), (x - width * 0.5, base - 12), (x - width * 0.42, -2)]
    canvas.polygon([*flare, *((2 * x - a, b) for a, b in reversed(flare))], bark)
    canvas.polygon(
        [(x + width * 0.1, -2), (x + width * 0.42, -2), (x + width * 0.5, base - 12), (x + width, base)],
        shade(bark, -0.18),
    )
    for k in range(7):
        y = 6 + 10 * k
        canvas.line([(x - width * 0.2, y), (x - width * 0.1, y + 4)], 0.5, shade(bark, -0.25))


def _layers(canvas: Canvas, rng: Rng, mist: RGB, leaves: tuple[RGB, ...], firs: float) -> None:
    """Three rows of trees, the far ones pale, and a clearing; `firs` is the share of conifers."""
    clear = rng.uniform(30, 70)
    for base, height, count, fade in ((64, 30, 13, 0.62), (70, 38, 9, 0.34), (77, 48, 6, 0.0)):
        for i, x in enumerate(spread(rng, count, -4, 104)):
            if fade == 0.0 and clear - 24 < x < clear + 24:
                continue
            leaf, tall = blend(vary(rng, rng.choice(leaves), 0.1), mist, fade), height * rng.uniform(0.85, 1.15)
            if rng.random() < firs:
                pine(canvas, x, base + i % 2, tall * 1.15, leaf)
            else:
                tree(canvas, rng, x, base + i % 2, tall, leaf, blend(TRUNK, mist, fade))
        ridge(canvas, rng, base + 1, 1.2, blend(shade(leaves[0], 0.2), mist, fade * 0.6))


@nearer(1.35, 90)
def _forest(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    mist = rng.choice(((222, 240, 224), (236, 242, 208), (206, 232, 236)))
    greens = ((62, 132, 74), (84, 152, 80), (48, 116, 74))
    gradient(canvas, 0, 66, vary(rng, (146, 206, 222), 0.1), mist)
    _layers(canvas, rng, mist, greens, rng.choice((0.2, 0.5, 0.95)))
    ground = vary(rng, (112, 168, 84), 0.1)
    gradient(canvas, 79, 100, shade(ground, 0.08), shade(ground, -0.14))
    if rng.random() < 0.5:
        path = bezier((rng.uniform(30, 70), 76), (rng.uniform(25, 75), 84), (rng.uniform(15, 85), 101))
        canvas.polygon(
            [*((x - (y - 74) * 0.5, y) for x, y in path), *((x + (y - 74) * 0.5, y) for x, y in path[::-1])],
            (186, 156, 112),
        )
    tufts(canvas, rng, 80, 99, shade(ground, -0.16), 26)
    bark = vary(rng, TRUNK, 0.14)
    for x in rng.sample((4.0, 17.0, 84.0, 96.0), rng.randint(0, 3)):
        _trunk(canvas, x + rng.uniform(-3, 3), rng.uniform(4, 8), rng.uniform(84, 91), bark)
    for x in spread(rng, rng.randint(0, 5), 0, 100):
        bush(canvas, rng, x, rng.uniform(84, 92), rng.uniform(8, 15), rng.choice(greens))


@nearer(1.35, 90)
def _autumn(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    mist = rng.choice(((252, 236, 204), (240, 240, 226), (250, 222, 190)))
    gradient(canvas, 0, 66, rng.choice(((140, 196, 232), (182, 208, 226), (236, 206, 160))), mist)
    leaves = tuple(rng.sample(AUTUMN, rng.randint(2, 4)))
    _layers(canvas, rng, mist, leaves, 0.0)
    ground = vary(rng, (202, 152, 82), 0.08)
    gradient(canvas, 79, 100, ground, shade(ground, -0.16))
    for x in rng.sample((4.0, 15.0, 86.0, 96.0), rng.randint(0, 3)):
        _trunk(canvas, x + rng.uniform(-3, 3), rng.uniform(4, 7), rng.uniform(85, 91), vary(rng, (96, 66, 48), 0.08))
    for colour in leaves:
        specks(canvas, rng, 79, 100, colour, 34, 1.2)
        for x, y in scatter(rng, rng.randint(0, 8), 8, 76):
            canvas.ellipse(x, y, 1.1, 0.6, colour, turn=rng.uniform(0, 180))


@nearer(1.3, 96)
def _bamboo(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    gap = rng.uniform(24, 76)
    light = rng.choice(((214, 238, 196), (236, 240, 186), (198, 232, 208)))
    gradient(canvas, 0, 100, light, vary(rng, (138, 194, 116), 0.08))
    green = vary(rng, rng.choice(((92, 164, 72), (128, 172, 64), (56, 140, 92))), 0.08)
    size = rng.uniform(0.85, 1.35)
    for count, width, fade in ((16, 2.0 * size, 0.62), (11, 3.0 * size, 0.34), (7, 4.4 * size, 0.0)):
        for x in spread(rng, count, -2, 102, 0.45):
            if fade > 0 or not gap - 16 < x < gap + 16:
                _culm(canvas, rng, x, width * rng.uniform(0.8, 1.15), blend(vary(rng, green, 0.08), light, fade))
    earth = vary(rng, rng.choice(((132, 158, 84), (170, 150, 104))), 0.08)
    if rng.random() < 0.5:
        path = bezier((gap, 84), (rng.uniform(30, 70), 90), (rng.uniform(30, 70), 101))
        ridge(canvas, rng, 82, 1.4, earth)
        canvas.polygon(
            [*((x - (y - 80) * 0.6, y) for x, y in path), *((x + (y - 80) * 0.6, y) for x, y in path[::-1])],
            (214, 196, 150),
        )
    else:
        ridge(canvas, rng, 86, 1.4, earth)
    tufts(canvas, rng, 86, 99, shade(earth, -0.25), 24)
    for x in spread(rng, 7, 0, 100):
        for turn in range(3):
            tip = (x + rng.uniform(-12, 12), rng.uniform(8, 24))
            frond(canvas, (x, -1), (x + (tip[0] - x) * 0.3, 6), tip, 1.8, shade(green, 0.1 * turn - 0.15))


def _culm(canvas: Canvas, rng: Rng, x: float, width: float, green: RGB) -> None:
    canvas.box(x - width / 2, 0, x + width / 2, 90, green)
    canvas.box(x - width * 0.3, 0, x - width * 0.08, 90, shade(green, 0.22))
    canvas.box(x + width * 0.25, 0, x + width / 2, 90, shade(green, -0.14))
    y = rng.uniform(2, 13)
    while y < 90:
        canvas.box(x - width * 0.6, y, x + width * 0.6, y + 0.9, shade(green, -0.24), 0.4)
        y += rng.uniform(12, 16)


@nearer(1.1, 94)
def _jungle(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    light = rng.choice(((206, 236, 176), (176, 226, 196), (234, 236, 170)))
    gradient(canvas, 0, 84, light, (112, 182, 112), (70, 140, 84))
    for x in spread(rng, rng.randint(4, 10), 0, 100):
        canvas.curve(
            (x, 0), (x + rng.uniform(-6, 6), 40), (x + rng.uniform(-4, 4), 84), rng.uniform(2, 4), (104, 142, 92)
        )
    for x in rng.sample((4.0, 20.0, 80.0, 96.0), rng.randint(1, 3)):
        _trunk(canvas, x + rng.uniform(-5, 5), rng.uniform(5, 9), rng.uniform(84, 91), vary(rng, (96, 74, 52), 0.08))
    ground = vary(rng, (84, 128, 60), 0.1)
    gradient(canvas, 80, 100, ground, shade(ground, -0.3))
    for _ in range(rng.randint(3, 5)):
        start = rng.uniform(10, 90)
        canvas.curve(
            (start, -2),
            (start + rng.uniform(-8, 16), rng.uniform(40, 70)),
            (start + rng.uniform(14, 34), -2),
            0.9,
            (62, 108, 52),
        )
    for x in (*spread(rng, rng.randint(1, 2), -4, 26), *spread(rng, rng.randint(1, 2), 74, 104)):
        _fan(canvas, rng, x, rng.uniform(88, 96), rng.uniform(18, 32), 9)
    for x in spread(rng, 6, -4, 104):
        _fan(canvas, rng, x, -3, 20 if 25 < x < 75 else 30, 6, down=True)
    flowers(
        canvas,
        rng,
        84,
        96,
        0 if "flower" in look.without else rng.randint(0, 10),
        ((236, 80, 90), (250, 170, 60), (236, 96, 170)),
        1.5,
    )


def _fan(canvas: Canvas, rng: Rng, x: float, y: float, reach: float, count: int, down: bool = False) -> None:
    """Broad leaves that spread from one point."""
    for i in range(count):
        angle = math.radians(180 * (i + 0.5) / count + rng.uniform(-8, 8)) * (1 if down else -1)
        r = reach * rng.uniform(0.75, 1.1)
        tip = (x + r * math.cos(angle), y + r * math.sin(angle) + (0 if down else 5))
        pull = (x + 0.6 * r * math.cos(angle), y + 0.6 * r * math.sin(angle) - 5)
        leaf = vary(rng, rng.choice(((44, 138, 72), (32, 110, 66), (74, 160, 74))), 0.1)
        frond(canvas, (x, y), pull, tip, reach * 0.17, leaf)
        canvas.curve((x, y), pull, tip, 0.4, shade(leaf, 0.2))


@nearer(1.2, 95)
def _swamp(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    fog = rng.choice(((206, 214, 168), (176, 208, 206), (226, 202, 156), (196, 190, 206)))
    gradient(canvas, 0, 62, shade(fog, -0.24), fog)
    for x in spread(rng, rng.randint(5, 10), 0, 100):
        _bare(canvas, rng, x, 62, rng.uniform(30, 46), blend((86, 92, 74), fog, 0.6), moss=False)
    ridge(canvas, rng, 61, 1, blend((92, 112, 70), fog, 0.4))
    murk = vary(rng, (92, 112, 62), 0.1)
    gradient(canvas, 63, 100, shade(murk, 0.2), shade(murk, -0.3))
    ripples(canvas, rng, 65, 98, shade(murk, 0.3), 26)
    for x in rng.sample((6.0, 26.0, 74.0, 92.0), rng.randint(1, 3)):
        base = rng.uniform(68, 76)
        _bare(canvas, rng, x + rng.uniform(-6, 6), base, rng.uniform(40, 70), (74, 66, 52), moss=True)
    lily_pads(canvas, rng, 68, 84, rng.randint(4, 14))
    for x in spread(rng, rng.randint(1, 4), 2, 98):
        reeds(canvas, rng, x, rng.uniform(78, 90), rng.uniform(14, 22))
    ridge(canvas, rng, 91, 1.2, (84, 86, 52))
    tufts(canvas, rng, 90, 99, (112, 122, 66), 24)


def _bare(canvas: Canvas, rng: Rng, x: float, base: float, tall: float, bark: RGB, moss: bool) -> None:
    """A dead tree with bent arms, hung with moss."""
    canvas.polygon(
        [
            (x - 5, base),
            (x - 1.4, base - tall * 0.2),
            (x - 1, base - tall),
            (x + 1, base - tall),
            (x + 1.6, base - tall * 0.2),
            (x + 5, base),
        ],
        bark,
    )
    for share, way in ((0.5, 1), (0.64, -1), (0.78, 1), (0.9, -1)):
        y, reach = base - tall * share, way * rng.uniform(8, 15)
        canvas.curve((x, y), (x + reach * 0.7, y), (x + reach, y - rng.uniform(4, 12)), 1.2, bark)
        for k in range(4 if moss else 0):
            at = x + reach * (0.3 + 0.2 * k)
            canvas.polygon([(at - 1, y - 2), (at, y + rng.uniform(5, 12)), (at + 1, y - 2)], (122, 138, 86))


@nearer(1.35, 90)
def _snowy(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    mist = rng.choice(((236, 242, 250), (246, 236, 232), (224, 236, 248)))
    gradient(canvas, 0, 72, vary(rng, (152, 192, 226), 0.1), mist)
    leaf, clear = vary(rng, (62, 112, 98)), rng.uniform(26, 74)
    for base, height, count, fade in ((66, 30, 14, 0.6), (72, 38, 9, 0.3), (80, 54, 6, 0.0)):
        for x in spread(rng, count, -4, 104):
            if fade > 0 or not clear - 25 < x < clear + 25:
                pine(canvas, x, base, height * rng.uniform(0.8, 1.15), blend(leaf, mist, fade), snow=True)
        ridge(canvas, rng, base, 1.5, blend((238, 244, 252), mist, fade))
    gradient(canvas, 82, 100, (240, 246, 253), (214, 228, 244))
    for x, y in scatter(rng, rng.choice((0, 40, 90)), 0, 100):
        canvas.ellipse(x, y, 0.5, 0.5, (255, 255, 255))


@nearer(1.25, 92)
def _enchanted(canvas: Canvas, look: Look) -> None:
    rng = look.rng
    top, low = mixture(
        rng, ((34, 28, 80), (70, 120, 140)), ((28, 44, 84), (96, 86, 160)), ((22, 50, 70), (50, 136, 120))
    )
    gradient(canvas, 0, 80, top, blend(top, low, 0.6), blend(low, (210, 250, 214), 0.45), low)
    clear = rng.uniform(30, 70)
    for fade, count in ((0.6, rng.randint(8, 13)), (0.3, rng.randint(5, 9))):
        for x in spread(rng, count, -2, 102):
            if not clear - 16 < x < clear + 16:
                canvas.polygon(
                    [(x - 2.6, 82), (x - 1.4, -2), (x + 1.4, -2), (x + 2.6, 82)], blend((32, 30, 56), low, fade)
                )
    ground = blend((34, 62, 62), low, 0.2)
    canvas.box(0, 79, 100, 100, ground)
    ridge(canvas, rng, 79, 2, ground)
    gradient(canvas, 84, 100, ground, shade(ground, -0.4))
    for x in rng.sample((4.0, 18.0, 84.0, 96.0), rng.randint(1, 3)):
        _trunk(canvas, x + rng.uniform(-3, 3), rng.uniform(5, 9), 92, (40, 34, 56))
    caps = ((96, 220, 230), (232, 110, 210), (250, 150, 90), (140, 236, 150))
    for x in (*spread(rng, rng.randint(1, 4), 4, 34), *spread(rng, rng.randint(2, 4), 66, 96)):
        if "mushroom" not in look.without:
            _toadstool(canvas, rng, x, rng.uniform(80, 92), rng.uniform(9, 18), rng.choice(caps))
    for x, y in scatter(rng, 34, 10, 92):
        canvas.ellipse(x, y, 0.9, 0.9, blend(low, (250, 246, 160), 0.5))
        canvas.ellipse(x, y, 0.45, 0.45, (255, 250, 190))


def _toadstool(canvas: Canvas, rng: Rng, x: float, base: float, tall: float, cap: RGB) -> None:
    """A mushroom that shines."""
    h = tall
    canvas.ellipse(x, base, 0.5 * h, 0.12 * h, shade(cap, -0.6))
    canvas.polygon(
        [(x - 0.14 * h, base), (x - 0.08 * h, base - 0.7 * h), (x + 0.08 * h, base - 0.7 * h), (x + 0.14 * h, base)],
        (232, 240, 236),
    )
    dome = [
        (x - 0.5 * h, base - 0.6 * h),
        (x - 0.4 * h, base - 0.9 * h),
        (x, base - 1.1 * h),
        (x + 0.4 * h, base - 0.9 * h),
        (x + 0.5 * h, base - 0.6 * h),
        (x, base - 0.68 * h),
    ]
    canvas.blob(dome, cap)
    for dx, dy in ((-0.24, 0.76), (0.06, 0.94), (0.28, 0.74)):
        canvas.ellipse(x + dx * h, base - dy * h, 0.08 * h, 0.06 * h, shade(cap, 0.6))


@nearer(1.1, 92)
def _light_wood(canvas: Canvas, look: Look) -> None:
    """Birches in the sun."""
    rng = look.rng
    sky = (((250, 246, 206), (190, 224, 150), (120, 180, 100)), ((206, 234, 246), (206, 232, 190), (140, 190, 120)))
    gradient(canvas, 0, 84, *mixture(rng, *sky))
    clear = rng.uniform(26, 74)
    leaf = vary(rng, rng.choice(((146, 192, 74), (112, 176, 80), (226, 188, 70))), 0.08)
    for x, y in scatter(rng, 26, -2, 26):
        canvas.ellipse(x, y, rng.uniform(6, 10), rng.uniform(4, 6), vary(rng, leaf, 0.12))
    wide = rng.uniform(2.6, 4.4)
    for count, width, fade, base in ((rng.randint(8, 14), 1.8, 0.5, 76), (rng.randint(6, 10), wide, 0.0, 82)):
        for x in spread(rng, count, -2, 102):
            if fade > 0 or not clear - 18 < x < clear + 18:
                _birch(canvas, rng, x, base + rng.uniform(0, 5), width * rng.uniform(0.8, 1.2), fade)
    for x, y in scatter(rng, 20, -3, 9):
        canvas.ellipse(x, y, rng.uniform(6, 10), rng.uniform(3, 5), vary(rng, leaf, 0.1))
    ground = vary(rng, (132, 182, 84), 0.08)
    gradient(canvas, 80, 100, ground, shade(ground, -0.2))
    tufts(canvas, rng, 81, 99, shade(ground, -0.18), 30)
    flowers(canvas, rng, 82, 98, 14, ((252, 252, 250), (250, 208, 70)), 0.8)


def _birch(canvas: Canvas, rng: Rng, x: float, base: float, width: float, fade: float) -> None:
    bark = blend((244, 240, 232), (196, 218, 150), fade)
    canvas.box(x - width / 2, 0, x + width / 2, base, bark)
    canvas.box(x + width * 0.2, 0, x + width / 2, base, shade(bark, -0.12))
    for y in spread(rng, 8, 4, base - 2):
        canvas.box(
            x - width / 2, y, x - width / 2 + width * rng.uniform(0.25, 0.6), y + 0.8, shade(bark, -0.7 + fade), 0.3
        )


WOODS: dict[str, Place] = {
    "forest": Place(_forest, 89, OPEN_AIR),
    "autumn forest": Place(_autumn, 89, OPEN_AIR),
    "bamboo forest": Place(_bamboo, 91, OPEN_AIR),
    "birch forest": Place(_light_wood, 90, OPEN_AIR),
    "jungle": Place(_jungle, 90, OPEN_AIR, pieces=frozenset({"flower"})),
    "swamp": Place(_swamp, 94, SHORE),
    "snowy forest": Place(_snowy, 88, OPEN_AIR),
    "enchanted forest": Place(_enchanted, 90, OPEN_AIR, dark=True, pieces=frozenset({"mushroom"})),
}
