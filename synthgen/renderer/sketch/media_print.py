"""Printed, woven, built and photographic media."""

import random
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from synthgen.renderer.sketch.colours import RGB
from synthgen.renderer.sketch.keep import kept
from synthgen.renderer.sketch.media_line import framed
from synthgen.renderer.sketch.media_tools import (
    Size,
    array,
    bold_lines,
    clouds,
    drawn_lines,
    edges,
    fine,
    grain,
    grow,
    half,
    image,
    inked,
    levelled,
    multiply,
    nearest,
    outlines,
    own_at_edges,
    ragged,
    ramp,
    softened,
    table,
    thick,
    toned,
    unit,
    vignette,
)
from synthgen.renderer.sketch.planes import contrasted, saturated

POSTER: tuple[RGB, ...] = (
    (244, 230, 200), (226, 178, 96), (212, 106, 58), (166, 52, 48), (52, 44, 52),
    (44, 84, 98), (88, 140, 136), (160, 186, 160), (120, 128, 70), (150, 110, 78), (206, 150, 130), (86, 70, 110),
)  # fmt: skip
BLACK: RGB = (16, 14, 20)


def _held(picture: Image.Image, size: Size, weight: int = 110) -> Image.Image:
    """The picture at a much smaller size, with its outlines, eyes and mouths held: plain means would wash them out."""
    small = picture.resize(size, Image.Resampling.BOX)
    thin = edges(picture, 60, 130)
    # Only the dark side of an edge is a line.
    dark = ImageChops.multiply(thin, half(picture).convert("L").point(ramp(50, 120, 255, 0)))
    held = dark.resize(size, Image.Resampling.BOX).point(ramp(20, 110, 0, weight))
    return Image.composite(Image.new("RGB", size, (30, 24, 28)), small, held)


def pixel_art(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Large square pixels in few colours."""
    del rng
    count = (72, max(4, round(72 * picture.height / picture.width)))
    small = contrasted(saturated(_held(picture, count), 1.2), 1.1)
    return levelled(small, 16).resize(picture.size, Image.Resampling.NEAREST)


@kept
def _screen(size: Size, step: float, turn: float) -> Image.Image:
    """How large a printed dot must be (0 to 255) to reach each pixel."""
    angle = np.radians(turn)
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    u = (columns * np.cos(angle) - rows * np.sin(angle)) / step % 1 - 0.5
    v = (columns * np.sin(angle) + rows * np.cos(angle)) / step % 1 - 0.5
    return image((np.sqrt(u * u + v * v) / 0.7072 * 255).astype(np.float32))


def _shadow_dots(picture: Image.Image, step: float, turn: float, limit: int) -> Image.Image:
    """White dots where the picture is darker than the limit, the larger the darker."""
    needed = picture.convert("L").point(ramp(0, limit, 190, 0))
    return ImageChops.subtract(needed, _screen(picture.size, step, turn)).point(ramp(0, 12))


def pop_art(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Shrill flat colours with large dots and thick outlines."""
    del rng
    size, grey = picture.size, picture.convert("L")
    shrill = saturated(picture, 2.2).point([(0, 96, 180, 255)[min(3, v // 58)] for v in range(256)] * 3)
    dots = _screen(size, size[0] / 56, 45).point(ramp(104, 116, 255, 0))
    pink = ImageChops.multiply(dots, grey.point(ramp(165, 175)))
    yellow = ImageChops.multiply(dots, grey.point(ramp(105, 115, 255, 0)))
    art = Image.composite(Image.new("RGB", size, (255, 60, 140)), shrill, pink)
    art = Image.composite(Image.new("RGB", size, (255, 226, 50)), art, yellow)
    return inked(art, bold_lines(picture, 50, 96), BLACK)


def comic_book(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Inked outlines, dotted shadows, yellowed print, in a panel."""
    del rng
    size = picture.size
    flat = saturated(picture, 1.35)
    dots = _shadow_dots(picture, size[0] / 86, 30, 200).point(ramp(0, 255, 255, 160))
    art = multiply(ImageChops.multiply(flat, Image.new("RGB", size, (255, 250, 230))), dots)
    art = inked(art, drawn_lines(picture, 40, 96), BLACK)
    return framed(framed(art, (255, 253, 244), 0.03), BLACK, 0.009, 0.03)


def halftone_print(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Black dots of all sizes, as in a newspaper."""
    del rng
    grey = ImageOps.autocontrast(picture.convert("L"), cutoff=1)
    dots = ImageChops.subtract(ImageOps.invert(grey), _screen(picture.size, picture.width / 74, 45))
    return toned(dots.point(ramp(0, 16, 255, 0)), (28, 26, 28), (238, 232, 216))


def _corners(lines: Image.Image, count: int, luck: np.random.Generator) -> NDArray[np.int32]:
    """One corner in each of count x count fields (x, y): on the boldest line that crosses it."""
    pixels = array(lines.resize((count * 6, count * 6), Image.Resampling.BOX))
    fields = pixels.reshape(count, 6, count, 6).transpose(0, 2, 1, 3).reshape(count, count, 36)
    boldness = fields + luck.uniform(0, 24, fields.shape)
    down, across = np.divmod(boldness.argmax(axis=2), 6)
    places = np.arange(count) * 6 + 0.5
    scale = np.array((lines.width, lines.height)) / (count * 6)
    return (np.stack((across + places[None], down + places[:, None]), axis=2) * scale).round().astype(np.int32)


def _net(lines: Image.Image, count: int, luck: np.random.Generator) -> NDArray[np.int32]:
    """The corners, the outer ones on the rim."""
    net = _corners(lines, count, luck)
    net[:, 0, 0] = net[0, :, 1] = 0
    net[:, -1, 0], net[-1, :, 1] = lines.width - 1, lines.height - 1
    return net


def _facets(
    draw: ImageDraw.ImageDraw, picture: Image.Image, net: NDArray[np.int32], chosen: NDArray[np.bool_], scale: float
) -> None:
    """Fill the triangles between the corners of the net, each with the middle one of the colours in it."""
    colours = np.asarray(picture)
    tone = colours[net[..., 1], net[..., 0]].sum(axis=2, dtype=np.int32)
    a, b, c, d = net[:-1, :-1], net[:-1, 1:], net[1:, 1:], net[1:, :-1]
    # The fold of each field joins the two corners that are more alike.
    fold = np.abs(tone[:-1, :-1] - tone[1:, 1:]) < np.abs(tone[:-1, 1:] - tone[1:, :-1])
    for one, two in (((a, b, c), (a, c, d)), ((a, b, d), (b, c, d))):
        use = chosen & (fold if one[2] is c else ~fold)
        for light, corners in zip((13, -13), (one, two), strict=True):
            points = np.stack([corner[use] for corner in corners], axis=1)
            middle = points.mean(axis=1, keepdims=True)
            spots = np.concatenate((middle, (points + middle) / 2), axis=1).astype(np.int32)
            sorted_ = np.sort(colours[spots[..., 1], spots[..., 0]], axis=1).astype(np.int32)
            paint = np.clip((sorted_[:, 1] + sorted_[:, 2]) // 2 + light, 0, 255)
            inks = (paint[:, 0] | paint[:, 1] << 8 | paint[:, 2] << 16).tolist()
            for flat, ink in zip((points * scale).reshape(-1, 6).tolist(), inks, strict=True):
                draw.draw.draw_polygon(flat, ink, 1)


def low_poly(picture: Image.Image, rng: random.Random) -> Image.Image:
    """A net of flat triangles: large ones, and small ones along outlines."""
    luck = np.random.default_rng(rng.randrange(1 << 30))
    small = saturated(half(picture), 1.15)
    lines = outlines(small, 24, 100)
    sheet = picture.copy()
    draw = ImageDraw.Draw(sheet)
    coarse, fields = 14 + picture.width // 128, min(34, picture.width // 5)
    scale = picture.width / small.width
    _facets(draw, small, _net(lines, coarse, luck), np.ones((coarse - 1, coarse - 1), np.bool_), scale)
    busy = np.asarray(thick(lines, 5).resize((fields - 1, fields - 1), Image.Resampling.BOX)) > 50
    _facets(draw, small, _net(lines, fields, luck), busy, scale)
    # Where outlines are close together, facets are cut at them: eyes, wheels and faces keep their shape.
    crowded = grow(lines.filter(ImageFilter.BoxBlur(7 * fine(lines))).point(ramp(16, 34)), picture.size)
    return own_at_edges(picture, sheet, 40, crowded)


@kept
def _stitch(cell: int) -> Image.Image:
    """One cross-stitch, 128 where the thread has its own colour."""
    tile = Image.new("L", (cell * 8, cell * 8), 80)
    draw = ImageDraw.Draw(tile)
    side, wide = tile.width, round(tile.width * 0.34)
    draw.line([(0, side), (side, 0)], fill=116, width=wide)
    draw.line([(0, 0), (side, side)], fill=138, width=wide)
    draw.line([(0.1 * side, 0), (side, 0.9 * side)], fill=160, width=wide // 4)
    return tile.reduce(8)


def _tiled(tile: Image.Image, count: Size) -> Image.Image:
    """A tile side by side, so many times."""
    return Image.fromarray(np.tile(np.asarray(tile), (count[1], count[0])))


def _lit(picture: Image.Image, light: Image.Image) -> Image.Image:
    """The picture in the light of a grey mask: 128 leaves it as it is."""
    return ImageChops.multiply(picture, light.convert("RGB")).point([min(255, 2 * v) for v in range(256)] * 3)


def embroidery(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Cross-stitch with back-stitched outlines on linen."""
    del rng
    size, cell = picture.size, max(3, round(6 * unit(picture)))
    count = (-(-size[0] // cell), -(-size[1] // cell))
    full, box = (count[0] * cell, count[1] * cell), (0, 0, *size)
    threads = saturated(picture.resize(count, Image.Resampling.BOX), 1.25)
    threads = threads.resize(full, Image.Resampling.NEAREST).crop(box)
    sewn = _lit(threads, _tiled(_stitch(cell), count).crop(box))
    sewn = inked(sewn, edges(picture, 70, 120).point(ramp(0, 255, 0, 200)), (44, 34, 38))
    hole = Image.new("L", (cell, cell), 236)
    hole.paste(120, (0, 0, 2, 2))
    linen = multiply(Image.new("RGB", size, (232, 222, 200)), _tiled(hole, count).crop(box))
    rim = cell * max(1, count[0] // 26)
    inner = (rim, rim, (count[0] - 1) * cell - rim, (count[1] - 1) * cell - rim)
    linen.paste(sewn.crop(inner), inner)
    return linen


@kept
def _stud(cell: int) -> Image.Image:
    """The light on one toy brick with its stud, 128 where it is neither lit nor in shadow."""
    tile = Image.new("L", (cell * 4, cell * 4), 126)
    draw = ImageDraw.Draw(tile)
    side = tile.width
    draw.rectangle([0, side - 3, side, side], fill=84)
    draw.rectangle([side - 3, 0, side, side], fill=94)
    draw.ellipse([0.2 * side, 0.24 * side, 0.88 * side, 0.92 * side], fill=86)
    draw.ellipse([0.14 * side, 0.14 * side, 0.82 * side, 0.82 * side], fill=168)
    draw.ellipse([0.2 * side, 0.2 * side, 0.82 * side, 0.82 * side], fill=132)
    return tile.reduce(4)


def toy_bricks(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Built of toy bricks, seen from above on their studs."""
    del rng
    size, cell = picture.size, max(4, round(8 * unit(picture)))
    count = (-(-size[0] // cell), -(-size[1] // cell))
    few = levelled(saturated(_held(picture, count, 150), 1.3), 16)
    bricks = few.resize((count[0] * cell, count[1] * cell), Image.Resampling.NEAREST)
    return _lit(bricks, _tiled(_stud(cell), count)).crop((0, 0, *size))


def paper_cutout(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Layers of coloured paper: flat, with bright cut edges and shadows below them."""
    size, small = picture.size, half(picture)
    flat = levelled(saturated(picture, 1.1), 20)
    heights = small.convert("L").point([round(v / 20) * 20 for v in range(256)])
    reach = max(1, round(3 * fine(small)))
    # What is lighter lies higher, and throws its shadow down to the right.
    drop = ImageChops.subtract(ImageChops.offset(heights, reach, reach), heights).point(ramp(6, 60, 0, 175))
    shadow = grow(drop.filter(ImageFilter.BoxBlur(1.6 * fine(small))), size).point(ramp(0, 255, 255, 0))
    paper = ImageChops.multiply(shadow, grain(size, 3, rng, 238, 255))
    cut = grow(ImageChops.subtract(heights, ImageChops.offset(heights, 1, 1)).point(ramp(10, 60, 0, 150)), size)
    return inked(multiply(flat, paper), cut, (255, 254, 250))


@kept
def _wall(size: Size) -> Image.Image:
    """The relief of a brick wall, in grey around 220."""
    sheet = Image.new("L", size, 250)
    draw = ImageDraw.Draw(sheet)
    high, wide = size[1] / 17, size[0] / 8
    for j in range(18):
        draw.line([(0, j * high), (size[0], j * high)], fill=196, width=max(1, size[0] // 150))
        for i in range(10):
            x = (i + (0.5 if j % 2 else 0)) * wide
            draw.line([(x, j * high), (x, (j + 1) * high)], fill=196, width=max(1, size[0] // 150))
    return sheet


def graffiti(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Sprayed on a brick wall, with outlines and drips."""
    size = picture.size
    bright = saturated(picture, 1.6)
    lines = bold_lines(picture, 60, 100)
    dark = np.argwhere(np.asarray(lines) > 200)
    draw = ImageDraw.Draw(lines)
    for k in range(18 if len(dark) else 0):
        y, x = (int(v) for v in dark[int(rng.random() * len(dark))])
        draw.line([(x, y), (x, y + rng.uniform(6, 20) * unit(picture))], fill=230, width=2 - k % 2)
    halo = softened(thick(lines, 5)).point(ramp(0, 255, 0, 130))
    art = inked(inked(bright, halo, (250, 250, 250)), lines, (20, 18, 26))
    soft = ragged(lines.size, 0.12, rng, 0.9).filter(ImageFilter.BoxBlur(3.5 * unit(picture)))
    spray = ImageChops.multiply(grow(soft, size), grain(size, 2, rng, 216, 255))
    wall = Image.composite(art, Image.new("RGB", size, (190, 106, 84)), spray)
    return multiply(wall, ImageChops.multiply(_wall(size), grain(size, 3, rng, 234, 255)))


def black_and_white(picture: Image.Image, rng: random.Random) -> Image.Image:
    """A photograph without colour."""
    del rng
    return ImageOps.autocontrast(picture.convert("L"), cutoff=1).convert("RGB")


def sepia(picture: Image.Image, rng: random.Random) -> Image.Image:
    """An old brown photograph with dark corners and scratches."""
    size = picture.size
    worn = ImageChops.multiply(vignette(size, 110), grain(size, 2, rng, 222, 255))
    return toned(ImageChops.multiply(picture.convert("L"), worn), (48, 28, 12), (168, 122, 78), (255, 238, 202))


def polaroid(picture: Image.Image, rng: random.Random) -> Image.Image:
    """A faded instant photograph in its white frame."""
    del rng
    w, h = picture.size
    sheet = Image.new("RGB", (w, h), (250, 248, 242))
    inner = picture.resize((round(w * 0.86), round(h * 0.78)), Image.Resampling.BOX, box=(0, round(h * 0.09), w, h))
    faded = Image.blend(saturated(inner, 0.75), Image.new("RGB", inner.size, (250, 214, 160)), 0.2)
    left, top = round(w * 0.07), round(h * 0.06)
    frame = [left - 2, top - 2, left + inner.width + 1, top + inner.height + 1]
    ImageDraw.Draw(sheet).rectangle(frame, fill=(206, 202, 194))
    sheet.paste(multiply(faded, vignette(inner.size, 170)), (left, top))
    return sheet


@lru_cache(maxsize=1)
def _poster_table() -> NDArray[np.uint32]:
    return table(POSTER)


def vintage_poster(picture: Image.Image, rng: random.Random) -> Image.Image:
    """A few worn printing colours in a cream border."""
    size = picture.size
    flat = nearest(contrasted(picture, 1.1), _poster_table())
    flat = inked(flat, grain(size, 2, rng).point(ramp(232, 240, 0, 150)), POSTER[0])
    poster = framed(framed(flat, POSTER[0], 0.062), POSTER[4], 0.01, 0.062)
    aged = ImageChops.multiply(grow(clouds((size[0] // 4, size[1] // 4), 18, rng, 222, 255), size), vignette(size, 200))
    return multiply(poster, aged)


def glitch_art(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Torn rows, split colours and scan lines."""
    pixels = np.asarray(picture).copy()
    h, w = pixels.shape[:2]
    u = w / 512
    for _ in range(13):
        y, wide = rng.randrange(h), rng.uniform(3, 22)
        # Narrow strips go far, wide ones hardly: a face stays on its head.
        high, reach = round(wide * u) + 1, min(44, 200 / wide) * u
        pixels[y : y + high] = np.roll(pixels[y : y + high], round(rng.uniform(-reach, reach)), axis=1)
    split = max(2, round(7 * u))
    pixels[..., 0] = np.roll(pixels[..., 0], split, axis=1)
    pixels[..., 2] = np.roll(pixels[..., 2], -split, axis=1)
    for _ in range(7):
        x, y = rng.randrange(w), rng.randrange(h)
        block = pixels[y : y + round(9 * u) + 1, x : x + round(rng.uniform(30, 110) * u) + 1]
        block[...] = rng.choice(((255, 0, 120), (0, 255, 220), (250, 250, 60), (20, 20, 20)))
    pixels[:: max(2, round(4 * u))] = pixels[:: max(2, round(4 * u))] // 10 * 7
    return Image.fromarray(pixels)


@lru_cache(maxsize=1)
def _heat() -> list[list[int]]:
    """The colours of a thermal camera, by tone: one table per channel."""
    stops = ((8, 4, 40), (60, 10, 120), (170, 20, 130), (236, 70, 60), (252, 150, 30), (254, 224, 80), (255, 255, 236))
    at = np.linspace(0, 255, len(stops))
    return [np.interp(np.arange(256), at, [stop[k] for stop in stops]).astype(int).tolist() for k in range(3)]


def thermal_image(picture: Image.Image, rng: random.Random) -> Image.Image:
    """Seen by a thermal camera: warm colours are hot."""
    del rng
    red, _, blue = half(picture).filter(ImageFilter.BoxBlur(fine(picture))).split()
    warmth = Image.blend(ImageChops.subtract(red, blue, 1.4, 118), half(picture).convert("L"), 0.34)
    tone = grow(ImageOps.autocontrast(warmth, cutoff=2), picture.size)
    lines = grow(edges(picture, 30, 110).point(ramp(0, 255, 255, 120)), picture.size)
    return multiply(Image.merge("RGB", [tone.point(channel) for channel in _heat()]), lines)
