"""Jokes of riding and driving: on a saddle, on a back, on a seat, at a wheel."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from synthgen.renderer.sketch.actors import Actor, actor, mirrored_if
from synthgen.renderer.sketch.canvas import Point
from synthgen.renderer.sketch.joke_tools import FOUR_LEGGED, resized, thing_of, within
from synthgen.renderer.sketch.scene import Joke
from synthgen.renderer.sketch.sprites import top_at
from synthgen.renderer.sketch.stage import Item, Stage
from synthgen.renderer.sketch.subjects import DRAWINGS, ROOM_OF
from synthgen.renderer.sketch.subjects.posed import POSED


class Mount(NamedTuple):
    """Where one is on a vehicle, in shares of its sprite, facing right."""

    seat: Point
    grip: Point | None = None
    feet: tuple[Point, ...] = ()
    """Where they rest, the near one first; none: one stands, on the seat."""
    height: float = 40
    """Units."""


MOUNTS: Mapping[str, Mount] = MappingProxyType(
    {
        "bicycle": Mount((0.38, 0.1), (0.74, 0.06), ((0.52, 0.78), (0.46, 0.62))),
        "unicycle": Mount((0.5, 0.07), None, ((0.72, 0.86), (0.3, 0.56)), 44),
        "motorcycle": Mount((0.34, 0.26), (0.57, 0.06), ((0.52, 0.76), (0.5, 0.74)), 38),
        "moped": Mount((0.28, 0.4), (0.6, 0.16), ((0.6, 0.8), (0.64, 0.8)), 42),
        "tricycle": Mount((0.36, 0.44), (0.5, 0.06), ((0.8, 0.76), (0.74, 0.58)), 44),
        "kick scooter": Mount((0.4, 0.8), (0.68, 0.06), (), 46),
        "electric scooter": Mount((0.42, 0.7), (0.6, 0.1), (), 44),
        "skateboard": Mount((0.5, 0.1), None, (), 17),
        "sled": Mount((0.4, 0.36), (0.92, 0.24), ((0.74, 0.4), (0.7, 0.38)), 26),
        "jet ski": Mount((0.36, 0.4), (0.56, 0.2), ((0.54, 0.7), (0.5, 0.68)), 36),
        "snowmobile": Mount((0.36, 0.4), (0.6, 0.2), ((0.58, 0.74), (0.55, 0.72)), 36),
    }
)


class Cockpit(NamedTuple):
    """Where the driver sits, and the wheel, in shares of the sprite."""

    seat: Point
    """Where the driver vanishes behind the door."""
    wheel: Point
    height: float = 36
    tall: float = 32
    """Units of the driver above the seat."""


COCKPITS: Mapping[str, Cockpit] = MappingProxyType(
    {
        "convertible": Cockpit((0.52, 0.42), (0.62, 0.3), 32),
        "jeep": Cockpit((0.5, 0.44), (0.62, 0.34), 44, 27),
        "race car": Cockpit((0.47, 0.46), (0.58, 0.4), 30, 31),
        "go-kart": Cockpit((0.4, 0.66), (0.55, 0.22), 32, 34),
        "golf cart": Cockpit((0.44, 0.64), (0.64, 0.42), 52, 30),
        "motorboat": Cockpit((0.33, 0.46), (0.44, 0.4), 26, 32),
        "rowboat": Cockpit((0.42, 0.26), (0.46, 0.24), 28, 34),
        "canoe": Cockpit((0.44, 0.52), (0.44, 0.34), 26, 34),
        "kayak": Cockpit((0.46, 0.4), (0.52, 0.3), 22, 34),
        "biplane": Cockpit((0.46, 0.36), (0.56, 0.36), 46, 26),
    }
)
"""What one sees its driver in."""
DRIVEN: Mapping[str, str] = MappingProxyType(
    {"car": "convertible", "sports car": "convertible"} | {name: name for name in COCKPITS}
)
SEATS = frozenset({"sofa", "loveseat", "armchair", "chair", "bench", "bed", "throne", "rocking chair", "bean bag"})
"""One sits before the back of these, not on top of it."""


def rides(stage: Stage, main: Item, joke: Joke) -> None:
    """In the saddle, hands on the bar; else on the back, or on what is uppermost."""
    assert joke.thing is not None
    name = joke.thing.name
    if name in MOUNTS:
        _mounts(stage, main, joke, MOUNTS[name])
        return
    drawing = DRAWINGS[name]
    flat, animal = drawing.height / drawing.width < 0.4, ROOM_OF[name] == "animals"
    order, ride = thing_of(stage, joke, 18 if flat else min(54 if animal else 46, 66 * drawing.height / drawing.width))
    side = -1 if main.mirrored else 1
    at, bottom = 0.36 if name in FOUR_LEGGED else 0.48, main.bottom
    seat = top_at(ride, at, 0.1)
    stage.add(Item(order, mirrored_if(ride, side), main.x, bottom, depth=main.depth - 0.2, mirrored=side < 0))
    main.x += side * (at - 0.5) * ride.width
    main.shadow = False
    if name in SEATS and main.order.name in POSED:
        main.bottom = bottom - 0.3 * ride.height
        _sits(stage, main)
        return
    share = 34 if animal else 42
    resized(main, min(1.0, share * stage.unit / main.picture.height, 0.5 * stage.size / main.picture.width))
    rise = 0.4 * ride.height if name in SEATS else ride.height * (1 - seat) - 0.05 * main.picture.height
    main.bottom = bottom - rise


def _sits(stage: Stage, main: Item) -> None:
    """Upright, the arms hanging down."""
    sitter = actor(stage, main, 46)
    for which, out in ((0, -1), (1, 1)):
        x, y = sitter.on_stage(sitter.shoulders[which])
        hand = x + sitter.side * out * 0.4 * sitter.limb, y + 2.0 * sitter.limb
        sitter.arm(stage, which, hand, 0.2, main.depth + 0.1)


def _mounts(stage: Stage, main: Item, joke: Joke, mount: Mount) -> None:
    order, ride = thing_of(stage, joke, mount.height * stage.rng.uniform(0.94, 1.06))
    side, bottom = -1 if main.mirrored else 1, main.bottom
    main.x = within(main.x, 0.52 * ride.width, stage)
    middle = main.x

    def spot(point: Point) -> Point:
        return middle + side * (point[0] - 0.5) * ride.width, bottom - (1 - point[1]) * ride.height

    stage.add(Item(order, mirrored_if(ride, side), middle, bottom, depth=main.depth - 0.2, mirrored=side < 0))
    main.x, main.bottom = spot(mount.seat)
    main.shadow = False
    rider = actor(stage, main, min(46, (main.bottom / stage.unit - 5)), feet=not mount.feet)
    hips = rider.on_stage(rider.hips)
    if rider.item.order.name in POSED or ROOM_OF.get(main.order.name) != "animals":
        for foot, depth in zip(mount.feet, (main.depth + 0.1, main.depth - 0.3), strict=False):
            x, y = spot(foot)
            knee = max(hips[0] * side, x * side) * side + side * 1.4 * rider.limb, hips[1] + 0.3 * (y - hips[1])
            rider.leg(stage, (x, y), knee, depth)
    _steer(stage, rider, spot(mount.grip) if mount.grip else None)


def _steer(stage: Stage, rider: Actor, grip: Point | None) -> None:
    """Both hands to the bar, or stretched out for balance."""
    main, side = rider.item, rider.side
    if grip:
        near, far = (0, 1)
        rider.arm(stage, near, grip, 0.8, main.depth + 0.12)
        rider.arm(stage, far, (grip[0] + side * 0.2 * rider.limb, grip[1] - 0.3 * rider.limb), 0.8, main.depth - 0.05)
        return
    for which, out in ((0, -1), (1, 1)):
        x, y = rider.on_stage(rider.shoulders[which])
        raised = stage.rng.uniform(0.2, 1.6) * rider.limb
        inside = main.picture.width / 2 - abs(x - main.x) if rider.item.order.name not in POSED else 0.0
        reach = max(2.4 * rider.limb, inside + 2 * rider.limb)
        rider.arm(stage, which, (x + side * out * reach, y - raised), 0.3, main.depth - 0.05)


def drives(stage: Stage, main: Item, joke: Joke) -> None:
    """At the wheel of something open: what is below the seat is behind the door."""
    assert joke.thing is not None
    name = DRIVEN[joke.thing.name]
    cockpit, drawing = COCKPITS[name], DRAWINGS[name]
    order, car = thing_of(stage, joke, min(cockpit.height, 84 * drawing.height / drawing.width), name)
    side, floor = -1 if main.mirrored else 1, main.bottom
    aloft = stage.place is not None and stage.place.offers == {"air"}
    if aloft:
        floor = (0.62 + stage.rng.uniform(-0.05, 0.05)) * stage.size
    swims = drawing.rests == "water" and stage.place is not None and "water" in stage.place.offers
    if swims and stage.place is not None and "ground" in stage.place.offers:
        floor = stage.floor - 12 * stage.unit
    main.x = within(main.x, 0.52 * car.width, stage)
    middle = main.x

    def spot(point: Point) -> Point:
        return middle + side * (point[0] - 0.5) * car.width, floor - (1 - point[1]) * car.height

    body = Item(order, mirrored_if(car, side), middle, floor, depth=main.depth - 0.2, mirrored=side < 0)
    body.shadow, body.in_water = not (aloft or swims), swims
    stage.add(body)
    seat = spot(cockpit.seat)
    main.x, main.bottom = seat[0], seat[1] + 12 * stage.unit
    main.shadow = False
    driver = actor(stage, main, cockpit.tall + 12, feet=False)
    driver.arm(stage, 0, spot(cockpit.wheel), 1.0, main.depth + 0.1)
    _cut_below(stage, main, seat[1])
    main.depth += 0.01


def _cut_below(stage: Stage, main: Item, line: float) -> None:
    """Nothing of the item is seen under a line of the stage."""
    high = max(1, round(line - main.top))
    if high < main.picture.height:
        top = main.top
        main.picture = main.picture.crop((0, 0, main.picture.width, high))
        main.bottom = top + high
