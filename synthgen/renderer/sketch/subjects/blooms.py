"""Blossoms seen from the front: what tells a rose from a dahlia. Each is painted around (x, y) with radius r."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from synthgen.renderer.sketch.canvas import Canvas, bezier, oval
from synthgen.renderer.sketch.colours import RGB, blend, shade
from synthgen.renderer.sketch.subjects.botany import WHITE, YOLK, along, edge, petal

Bloom = Callable[[Canvas, float, float, float, RGB], None]


@dataclass(frozen=True)
class Rays:
    """Rings of equal petals around a disc: daisy, sunflower, dahlia and their kin."""

    count: int = 12
    rings: int = 1
    wide: float = 0.36
    """Width of a petal as a share of r."""
    pointed: bool = False
    heart: float = 0.3
    """Radius of the disc as a share of r."""
    disc: RGB = YOLK
    widest: float = 0.62
    fade: float = 0.12
    """How much lighter each inner ring is."""
    florets: bool = False
    """A ring of tiny yellow stars around the disc."""
    seeds: bool = False

    def __call__(self, c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
        for ring in range(self.rings):
            reach = r * (1 - ring * (1 - self.heart * 0.8) / self.rings)
            tone = shade(colour, min(0.5, self.fade * ring))
            for i in range(self.count):
                angle = 360 * (i + ring / 2) / self.count - 90
                petal(c, x, y, angle, reach, r * self.wide * reach / r, tone, self.widest, 0.2, self.pointed)
        self._disc(c, x, y, r * self.heart)

    def _disc(self, c: Canvas, x: float, y: float, r: float) -> None:
        c.ellipse(x, y, r + 0.6, r + 0.6, edge(self.disc))
        c.ellipse(x, y, r, r, self.disc)
        if self.seeds:
            for i in range(34):
                px, py = along(x, y, i * 137.5, r * 0.92 * math.sqrt(i / 34))
                c.ellipse(px, py, r * 0.07, r * 0.07, shade(self.disc, 0.28))
        elif not self.florets:
            c.ellipse(x - r * 0.15, y - r * 0.2, r * 0.6, r * 0.55, shade(self.disc, 0.18))
        if self.florets:
            for i in range(9):
                px, py = along(x, y, i * 40, r * 0.95)
                c.ellipse(px, py, r * 0.26, r * 0.26, YOLK)
                c.ellipse(px, py, r * 0.1, r * 0.1, edge(YOLK))


@dataclass(frozen=True)
class Open:
    """A few broad petals around a throat: hibiscus, poppy, petunia, jasmine."""

    count: int = 5
    wide: float = 1.0
    pointed: bool = False
    eye: RGB | None = None
    """The colour of the throat; None: a darker tone of the petals."""
    eye_size: float = 0.34
    heart: RGB | None = YOLK
    veins: int = 0
    stamens: int = 0
    widest: float = 0.62
    turn: float = -90

    def __call__(self, c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
        for i in range(self.count):
            angle = self.turn + 360 * i / self.count
            petal(c, x, y, angle, r, r * self.wide, colour, self.widest, 0.2, self.pointed)
            for v in range(self.veins):
                lean = (v - (self.veins - 1) / 2) * 12
                c.line([(x, y), along(x, y, angle + lean, r * 0.8)], r * 0.025, edge(colour, 0.2), round_ends=False)
        eye = self.eye or edge(colour, 0.35)
        for i in range(self.count):
            petal(c, x, y, self.turn + 360 * i / self.count, r * self.eye_size, r * 0.3, eye, pointed=True, line=0)
        for i in range(self.stamens):
            tip = along(x, y, 360 * i / self.stamens, r * 0.3)
            c.line([(x, y), tip], r * 0.03, YOLK, round_ends=False)
            c.ellipse(*tip, r * 0.05, r * 0.05, (226, 160, 40))
        if self.heart is not None:
            c.ellipse(x, y, r * 0.12, r * 0.12, self.heart)


def rose(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Overlapping rounded petals around a tight spiral."""
    for share, count, turn in ((1.0, 5, -90), (0.76, 5, -54), (0.54, 4, -80)):
        reach = r * share
        for i in range(count):
            px, py = along(x, y, turn + 360 * i / count, reach * 0.44)
            c.ellipse(px, py, reach * 0.58 + 0.6, reach * 0.58 + 0.6, edge(colour, 0.3))
            c.ellipse(px, py, reach * 0.58, reach * 0.58, shade(colour, 0.14 * (1 - share) * 2))
    c.ellipse(x, y, r * 0.34, r * 0.34, edge(colour, 0.3))
    c.ellipse(x - r * 0.02, y + r * 0.02, r * 0.3, r * 0.3, shade(colour, -0.12))
    swirl = [along(x, y, 40 + i * 24, r * (0.3 - 0.011 * i)) for i in range(27)]
    c.line(swirl, r * 0.05, shade(colour, 0.35), round_ends=False)


def peony(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A lush bowl of notched petals, paler towards the edge and crowded in the middle."""
    for share, count, turn in ((1.0, 8, 0), (0.8, 7, 20), (0.6, 6, 5), (0.4, 5, 30)):
        tone = blend(shade(colour, 0.28), shade(colour, -0.1), (1 - share) / 0.6)
        for i in range(count):
            angle = turn + 360 * i / count
            px, py = along(x, y, angle, r * share * 0.62)
            for side in (-1, 1):
                qx, qy = along(px, py, angle + 90, side * r * share * 0.17)
                c.ellipse(qx, qy, r * share * 0.33 + 0.5, r * share * 0.33 + 0.5, edge(tone, 0.25))
            for side in (-1, 1):
                qx, qy = along(px, py, angle + 90, side * r * share * 0.17)
                c.ellipse(qx, qy, r * share * 0.33, r * share * 0.33, tone)
            c.ellipse(px, py, r * share * 0.3, r * share * 0.3, tone)
    for i in range(7):
        c.ellipse(*along(x, y, i * 51, r * 0.11 * (i % 2 + 0.6)), r * 0.07, r * 0.07, YOLK)


def carnation(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Ruffles with a saw-toothed edge, layer upon layer, on a long green cup."""
    c.polygon([(x - r * 0.26, y + r * 0.5), (x + r * 0.26, y + r * 0.5), (x + 1, y + r * 1.45)], (96, 156, 108))
    for layer in range(4):
        reach, cy = r * (1 - layer * 0.21), y + r * (0.18 - layer * 0.02)
        tone = shade(colour, 0.1 * (layer % 2)) if layer < 3 else shade(colour, 0.16)
        for grow, paint in ((0.7, edge(colour, 0.3)), (0.0, tone)):
            points = []
            for i in range(52):
                jag = 1 - 0.09 * (i % 2) - 0.07 * math.cos(i * 1.15 + layer)
                px, py = along(0, 0, i * 360 / 52, (reach + grow) * jag)
                points.append((x + px, cy + py * 0.86 - reach * 0.12))
            c.polygon(points, paint)


def chrysanthemum(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A globe of very many narrow petals that curl inwards."""
    globe = Rays(18, 4, 0.25, heart=0.14, disc=shade(colour, -0.15), widest=0.75, fade=0.07)
    globe(c, x, y, r, colour)


def dahlia(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Pointed petals in strict rings, darker towards the middle."""
    for ring in range(6):
        reach = r * (1 - ring * 0.15)
        tone = blend(shade(colour, 0.22), shade(colour, -0.22), ring / 5)
        for i in range(12):
            petal(c, x, y, 30 * (i + ring / 2) - 90, reach, reach * 0.42, tone, 0.6, 0.3, pointed=True)
    c.ellipse(x, y, r * 0.12, r * 0.12, edge(colour, 0.45))


def marigold(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A pompon of wavy ruffles."""
    for ring in range(5):
        reach, count = r * (1 - ring * 0.2), 15 - 2 * ring
        tone, frill = shade(colour, -0.1 if ring % 2 else 0.1), r * 0.19
        for grow, paint in ((0.6, edge(colour, 0.32)), (0.0, tone)):
            for i in range(count):
                at = along(x, y, 360 * (i + ring / 2) / count, reach - frill)
                c.ellipse(*at, frill + grow, frill + grow, paint)
        c.ellipse(x, y, reach - frill * 0.6, reach - frill * 0.6, tone)


def hibiscus(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Five broad petals, a dark throat and one long column of pollen."""
    Open(wide=1.05, eye=edge(colour, 0.5), eye_size=0.42, heart=None, veins=3)(c, x, y, r, colour)
    tip = (x + r * 0.62, y - r * 0.5)
    c.line([(x, y), tip], r * 0.1, (244, 216, 150))
    for i in range(9):
        share = 0.45 + i * 0.06
        px, py = x + (tip[0] - x) * share, y + (tip[1] - y) * share
        c.ellipse(*along(px, py, i * 140, r * 0.09), r * 0.055, r * 0.055, YOLK)
    for angle in (-80, -40, 0):
        c.ellipse(*along(*tip, angle, r * 0.13), r * 0.06, r * 0.06, (206, 50, 60))


def pansy(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Two petals behind, three in front with a dark face, a yellow eye."""
    pale, face = shade(colour, 0.3), (58, 26, 78)
    for sign in (-1, 1):
        c.ellipse(x + sign * r * 0.4, y - r * 0.42, r * 0.56 + 0.6, r * 0.52 + 0.6, edge(colour))
        c.ellipse(x + sign * r * 0.4, y - r * 0.42, r * 0.56, r * 0.52, colour)
    for dx, dy, rx, ry in ((-0.5, 0.12, 0.5, 0.44), (0.5, 0.12, 0.5, 0.44), (0, 0.44, 0.62, 0.5)):
        c.ellipse(x + dx * r, y + dy * r, rx * r + 0.6, ry * r + 0.6, edge(colour))
        c.ellipse(x + dx * r, y + dy * r, rx * r, ry * r, blend(colour, pale, 0.5))
    for angle, reach in ((8, 0.5), (172, 0.5), (62, 0.56), (90, 0.62), (118, 0.56)):
        petal(c, x, y + r * 0.06, angle, r * reach, r * 0.3, face, line=0)
    c.ellipse(x, y + r * 0.1, r * 0.12, r * 0.12, YOLK)


def violet(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Five small petals, the lowest broad and white at its root."""
    for angle, wide in ((-125, 0.6), (-55, 0.6), (170, 0.55), (10, 0.55), (90, 0.85)):
        petal(c, x, y, angle, r, r * wide, colour, 0.65)
    petal(c, x, y, 90, r * 0.45, r * 0.4, WHITE, line=0)
    c.ellipse(x, y, r * 0.14, r * 0.14, (240, 160, 40))


def lily(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Six long pointed petals with a rib and freckles, six stamens with dark anthers."""
    rib = blend(colour, (226, 120, 150), 0.4) if min(colour) > 200 else edge(colour, 0.16)
    for ring in (0, 1):
        for i in range(3):
            angle = -90 + 120 * i + 60 * ring
            petal(c, x, y, angle, r, r * 0.56, colour, 0.5, 0.3, pointed=True)
            petal(c, x, y, angle, r * 0.86, r * 0.14, rib, 0.4, 0.3, pointed=True, line=0)
            for lean, far in ((-16, 0.34), (14, 0.42), (-11, 0.5)):
                c.ellipse(*along(x, y, angle + lean, r * far), r * 0.03, r * 0.03, edge(rib, 0.4))
    c.ellipse(x, y, r * 0.14, r * 0.14, (172, 200, 96))
    for i in range(6):
        angle = -60 + 60 * i
        tip = along(x, y, angle, r * 0.52)
        c.curve((x, y), along(x, y, angle + 14, r * 0.3), tip, r * 0.045, (196, 214, 130))
        c.ellipse(*tip, r * 0.11, r * 0.05, (150, 74, 34), turn=angle + 80)


def daffodil(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Six petals behind a frilled trumpet."""
    for ring in (0, 1):
        for i in range(3):
            petal(c, x, y, -90 + 120 * i + 60 * ring, r, r * 0.68, shade(colour, 0.25), 0.5, 0.3, pointed=True)
    natural = colour[0] > 220 and colour[1] > 180
    trumpet = blend(colour, (240, 120, 20), 0.55) if natural else shade(colour, -0.22)
    for grow, paint in ((0.7, edge(trumpet)), (0, trumpet)):
        ring_points = [along(x, y, i * 10, (r * 0.46 + grow) * (1 + 0.09 * math.cos(i * 1.75))) for i in range(36)]
        c.polygon(ring_points, paint)
    c.ellipse(x, y, r * 0.29, r * 0.29, edge(trumpet, 0.34))
    for angle in (30, 150, 270):
        c.ellipse(*along(x, y, angle, r * 0.09), r * 0.06, r * 0.06, YOLK)


def camellia(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Broad rounded petals around a golden brush of stamens."""
    for share, count, turn in ((1, 6, 0), (0.78, 5, 20)):
        for i in range(count):
            petal(c, x, y, turn + 360 * i / count, r * share, r * share * 0.95, shade(colour, 0.15 * (1 - share) * 4))
    c.ellipse(x, y, r * 0.3, r * 0.3, (236, 172, 40))
    for i in range(12):
        c.ellipse(*along(x, y, i * 30, r * 0.26), r * 0.06, r * 0.06, (255, 226, 110))
    c.ellipse(x, y, r * 0.14, r * 0.14, (255, 226, 110))


def gardenia(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Petals that overlap like a pinwheel around a furled bud."""
    for share, count, turn in ((1, 7, 0), (0.7, 6, 25)):
        for i in range(count):
            angle = turn + 360 * i / count
            petal(c, x, y, angle, r * share, r * share * 0.66, colour, 0.6)
            c.line(
                bezier((x, y), along(x, y, angle + 20, r * share * 0.5), along(x, y, angle, r * share * 0.8)),
                0.5,
                edge(colour, 0.14),
                round_ends=False,
            )
    c.ellipse(x, y, r * 0.27, r * 0.27, edge(colour, 0.2))
    c.ellipse(x, y, r * 0.24, r * 0.24, colour)
    c.line([along(x, y, 20 + i * 30, r * (0.22 - 0.011 * i)) for i in range(18)], r * 0.045, edge(colour, 0.3))


def poinsettia(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """A star of pointed bracts with ribs around small yellow buds."""
    for share, count, turn in ((1, 7, -90), (0.7, 6, -60), (0.42, 5, -90)):
        tone = shade(colour, (1 - share) * 0.22)
        for i in range(count):
            angle = turn + 360 * i / count
            petal(c, x, y, angle, r * share, r * share * 0.46, tone, 0.45, 0.2, pointed=True)
            c.line([(x, y), along(x, y, angle, r * share * 0.84)], 0.45, edge(tone, 0.25), round_ends=False)
    for i in range(6):
        c.ellipse(*along(x, y, i * 60, r * 0.09), r * 0.055, r * 0.055, YOLK if i % 2 else (150, 190, 70))


def moth_orchid(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """Three sepals, two broad wings, and the lip of an orchid."""
    for angle in (-90, 38, 142):
        petal(c, x, y, angle, r, r * 0.6, shade(colour, 0.12), 0.5, 0.2)
    for angle in (-14, 194):
        petal(c, x, y, angle, r * 1.06, r * 1.05, colour, 0.6, 0.2)
        for lean in (-16, 0, 16):
            c.line([(x, y), along(x, y, angle + lean, r * 0.8)], r * 0.02, edge(colour, 0.15), round_ends=False)
    lip = (196, 30, 110) if colour[1] > 120 or colour[0] < 150 else (250, 226, 236)
    for angle in (40, 140, 90):
        petal(c, x, y + r * 0.1, angle, r * 0.42, r * 0.26, lip)
    c.ellipse(x, y + r * 0.04, r * 0.13, r * 0.12, WHITE)
    c.ellipse(x, y + r * 0.22, r * 0.09, r * 0.08, YOLK)


def floret(c: Canvas, x: float, y: float, r: float, colour: RGB, count: int = 4) -> None:
    """One of the small flowers of a cluster."""
    for i in range(count):
        px, py = along(x, y, 360 * i / count - 45, r * 0.5)
        c.ellipse(px, py, r * 0.52, r * 0.52, colour)
    c.ellipse(x, y, r * 0.17, r * 0.17, YOLK if sum(colour) < 560 else (214, 196, 90))


def ball_of_florets(c: Canvas, x: float, y: float, r: float, colour: RGB, count: int = 4, size: float = 0.3) -> None:
    """A round head of many small flowers: hydrangea, geranium."""
    c.ellipse(x, y, r * 1.03, r * 0.99, edge(colour, 0.5))
    for i in range(24):
        far = math.sqrt((i + 0.4) / 24) * r * 0.84
        px, py = along(x, y, i * 137.5, far)
        tone = shade(colour, 0.3 * ((i * 7) % 5) / 4) if py < y + r * 0.3 else shade(colour, -0.1)
        c.ellipse(px, py, r * size * 1.08, r * size * 1.08, edge(colour, 0.3))
        floret(c, px, py, r * size, tone, count)


def puff(c: Canvas, x: float, y: float, r: float, colour: RGB) -> None:
    """The seed head of a dandelion."""
    c.ellipse(x, y, r, r, (236, 240, 244))
    c.line(oval(x, y, r * 0.97, r * 0.97), 0.5, (176, 184, 192), round_ends=False)
    for i in range(30):
        reach = r * (0.93 if i % 2 else 0.62)
        tip = along(x, y, i * 12, reach)
        c.line([(x, y), tip], 0.35, (168, 172, 176), round_ends=False)
        c.ellipse(*tip, r * 0.06, r * 0.06, (255, 255, 255))
    c.ellipse(x, y, r * 0.14, r * 0.14, (150, 120, 84))
