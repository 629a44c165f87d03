"""Jokes of doing: whoever plays, holds, eats, sits at a table, walks upright, leads or lifts somebody."""

from PIL import Image

from synthgen.renderer.sketch.actors import Actor, actor, limb, mirrored_if
from synthgen.renderer.sketch.canvas import Point
from synthgen.renderer.sketch.joke_tools import FOUR_LEGGED, part_of, thing_of, within
from synthgen.renderer.sketch.scene import Joke
from synthgen.renderer.sketch.sprites import face
from synthgen.renderer.sketch.stage import Item, Stage
from synthgen.renderer.sketch.subjects import DRAWINGS
from synthgen.renderer.sketch.subjects.posed import POSED


def plays(stage: Stage, main: Item, joke: Joke) -> None:
    """With the instrument before the chest, at the mouth, or before the player."""
    assert joke.thing is not None
    name = joke.thing.name
    player = actor(stage, main, stage.rng.uniform(50, 58))
    {"guitar": _strums, "violin": _bows, "trumpet": _blows, "piano": _sits_at_keys}.get(name, _beats)(
        stage, player, joke
    )


def _chest(player: Actor) -> Point:
    (x0, y0), (x1, y1) = (player.on_stage(p) for p in player.shoulders)
    return (x0 + x1) / 2, (y0 + y1) / 2


def _strums(stage: Stage, player: Actor, joke: Joke) -> None:
    main, side, w = player.item, player.side, player.limb
    order, guitar = thing_of(stage, joke, 42)
    guitar = mirrored_if(guitar.rotate(-56, Image.Resampling.BICUBIC, expand=True), side)
    x, y = _chest(player)
    x, y = x + side * 2 * stage.unit, y + 7 * stage.unit
    stage.add(Item(order, guitar, x, y + guitar.height / 2, shadow=False, depth=main.depth + 0.1))
    neck = x + side * 0.33 * guitar.width, y - 0.24 * guitar.height
    player.arm(stage, 1, neck, 1.4, main.depth + 0.2)
    player.arm(stage, 0, (x - side * 0.18 * guitar.width, y + 0.14 * guitar.height), 1.2 if w else 0, main.depth + 0.2)


def _bows(stage: Stage, player: Actor, joke: Joke) -> None:
    """The violin under the chin, the bow across its strings."""
    main, side = player.item, player.side
    order, both = thing_of(stage, joke, 38)
    cut = round(both.width * 0.74)
    violin = both.crop((0, 0, cut, both.height)).rotate(-70, Image.Resampling.BICUBIC, expand=True)
    stick = both.crop((cut, 0, both.width, both.height)).rotate(24, Image.Resampling.BICUBIC, expand=True)
    x, y = _chest(player)
    x, y = x + side * 9 * stage.unit, y + 1.5 * stage.unit
    stage.add(Item(order, mirrored_if(violin, side), x, y + violin.height / 2, shadow=False, depth=main.depth + 0.1))
    player.arm(stage, 1, (x + side * 0.36 * violin.width, y - 0.02 * violin.height), 2.0, main.depth + 0.15)
    at = x - side * 0.12 * violin.width, y - 0.1 * stick.height
    stage.add(part_of(order, mirrored_if(stick, side), (at[0], at[1] + stick.height / 2), main.depth + 0.2))
    player.arm(stage, 0, (at[0] - side * 0.3 * stick.width, at[1] + 0.42 * stick.height), 1.0, main.depth + 0.25)


def _blows(stage: Stage, player: Actor, joke: Joke) -> None:
    main, side = player.item, player.side
    order, trumpet = thing_of(stage, joke, 17)
    trumpet = trumpet.rotate(8, Image.Resampling.BICUBIC, expand=True)
    x, y = player.on_stage(player.mouth)
    x += side * (0.46 * trumpet.width)
    stage.add(
        Item(order, mirrored_if(trumpet, side), x, y + 0.34 * trumpet.height, shadow=False, depth=main.depth + 0.1)
    )
    for which, reach in ((0, -0.14), (1, -0.02)):
        player.arm(stage, which, (x + side * reach * trumpet.width, y + 0.14 * trumpet.height), 1.6, main.depth + 0.2)


def _beats(stage: Stage, player: Actor, joke: Joke) -> None:
    """A drum or a xylophone before the player, both hands on it."""
    main, side = player.item, player.side
    order, drum = thing_of(stage, joke, 25)
    x = _chest(player)[0] + side * stage.rng.uniform(0, 2) * stage.unit
    low = main.bottom + 3.5 * stage.unit
    stage.add(Item(order, drum, x, low, depth=main.depth + 0.2))
    for which, reach in ((0, -0.2), (1, 0.2)):
        player.arm(stage, which, (x + side * reach * drum.width, low - 0.72 * drum.height), 0.8, main.depth + 0.3)


def _sits_at_keys(stage: Stage, player: Actor, joke: Joke) -> None:
    """Beside a piano, a hand on the keys."""
    main, side = player.item, player.side
    order, piano = thing_of(stage, joke, 42)
    x = within(main.x + side * 16 * stage.unit, 0.52 * piano.width, stage)
    floor = main.bottom
    stage.add(Item(order, piano, x, floor - 1.5 * stage.unit, depth=main.depth - 0.2))
    main.x = x - side * 0.52 * piano.width
    main.x = within(main.x, 0.3 * main.picture.width, stage)
    main.bottom = floor + 2.5 * stage.unit
    keys = floor - 1.5 * stage.unit - 0.5 * piano.height
    for which, reach in ((0, 0.3), (1, 0.16)):
        player.arm(stage, which, (x - side * reach * piano.width, keys), 1.0, main.depth + 0.2)


HELD_HIGH = frozenset({"umbrella", "balloon", "flag", "kite"})
HELD_LOW = frozenset({"suitcase", "briefcase", "handbag", "bucket", "basket", "watering can", "lantern", "backpack"})
READ = frozenset({"open book", "book"})
"""Held open."""


def holds(stage: Stage, main: Item, joke: Joke) -> None:
    """In the hand: above the head, hanging down, or before the chest with both."""
    assert joke.thing is not None
    if main.order.peopled:
        _beside(stage, main, joke)
        return
    holder = actor(stage, main, stage.rng.uniform(50, 58))
    name, side, unit = joke.thing.name, holder.side, stage.unit
    x, y = _chest(holder)
    shoulder = holder.on_stage(holder.shoulders[1])
    if name in HELD_HIGH:
        order, held = thing_of(stage, joke, 40)
        out = 7 if name == "umbrella" else 12
        hand = shoulder[0] + side * out * unit, shoulder[1] - 3 * unit
        low = hand[1] + (0.1 * held.height if name == "umbrella" else 0.04 * held.height)
        lean = 0.0 if name == "umbrella" else 0.06 * held.width
        stage.add(Item(order, held, hand[0] - side * lean, low, shadow=False, depth=main.depth - 0.1))
        holder.arm(stage, 1, hand, 0.6, main.depth + 0.2)
        _rests(stage, holder)
    elif name in HELD_LOW:
        order, held = thing_of(stage, joke, 22)
        hand = shoulder[0] + side * 8 * unit, shoulder[1] + 8 * unit
        stage.add(
            Item(order, held, hand[0] + side * unit, hand[1] + 0.92 * held.height, shadow=False, depth=main.depth + 0.1)
        )
        holder.arm(stage, 1, hand, 0.3, main.depth + 0.2)
        _rests(stage, holder)
    else:
        order, held = thing_of(stage, joke, 17)
        if name in READ:
            held = thing_of(stage, joke, 18, "open book")[1]
        at = y + 7 * unit
        stage.add(Item(order, held, x + side * unit, at + held.height / 2, shadow=False, depth=main.depth + 0.1))
        for which, out in ((0, -1), (1, 1)):
            hand = (x + side * (unit + out * 0.46 * held.width), at + 0.1 * held.height)
            holder.arm(stage, which, hand, 1.6, main.depth + 0.2)


def _rests(stage: Stage, holder: Actor) -> None:
    """The other arm hangs down."""
    x, y = holder.on_stage(holder.shoulders[0])
    hand = x - holder.side * 0.4 * holder.limb, y + 2.1 * holder.limb
    holder.arm(stage, 0, hand, 0.2, holder.item.depth + 0.2)


def _beside(stage: Stage, main: Item, joke: Joke) -> None:
    """People hold it at their side."""
    order, held = thing_of(stage, joke, 20 * main.picture.height / stage.size)
    reach = (-0.36 if main.mirrored else 0.36) * main.picture.width
    at = main.bottom - 0.36 * main.picture.height
    stage.add(Item(order, held, main.x + reach, at, shadow=False, depth=main.depth + 0.3))


def eats(stage: Stage, main: Item, joke: Joke) -> None:
    """The food at the mouth, in both hands where there are any."""
    if main.order.name in POSED:
        eater = actor(stage, main, stage.rng.uniform(50, 58))
        order, food = thing_of(stage, joke, 19)
        x, y = eater.on_stage(eater.mouth)
        shown_in_profile = main.order.name in FOUR_LEGGED
        x += eater.side * (0.3 * food.width if shown_in_profile else 0)
        low = y + (0.8 if shown_in_profile else 0.98) * food.height
        stage.add(Item(order, food, x, low, shadow=False, depth=main.depth + 0.1))
        for which, out in ((0, -1), (1, 1)):
            hand = (x + eater.side * out * 0.42 * food.width, low - 0.4 * food.height)
            eater.arm(stage, which, hand, 1.4, main.depth + 0.2)
        return
    found = face(main.order)
    order, food = thing_of(stage, joke, 30 * main.picture.height / stage.size)
    high, wide = main.picture.height, main.picture.width
    share = found.x + (0 if found.apart else 0.12) if found else 0.5
    x = main.left + (1 - share if main.mirrored else share) * wide
    low = (found.eyes + 0.36 if found else 0.72) * high
    stage.add(Item(order, food, x, main.top + low, shadow=False, depth=main.depth + 0.3))


def sits_at_table(stage: Stage, main: Item, joke: Joke) -> None:
    """Behind a table that is laid for one."""
    guest = actor(stage, main, stage.rng.uniform(50, 58))
    order, table = thing_of(stage, joke, 30, "small table")
    cup_order, cup = thing_of(stage, joke, 9, "cup")
    floor, unit = main.bottom + 3 * stage.unit, stage.unit
    stage.add(Item(order, table, main.x, floor, depth=main.depth + 0.2))
    top = floor - table.height * 0.94
    side = stage.rng.choice((-1, 1))
    stage.add(Item(cup_order, cup, main.x + side * 10 * unit, top, shadow=False, depth=main.depth + 0.3, part=True))
    main.bottom -= 4 * unit
    for which, out in ((0, -1), (1, 1)):
        hand = main.x + guest.side * out * 6 * unit, top - 1.5 * unit
        guest.arm(stage, which, hand, 1.0, main.depth + 0.25)


def stands_up(stage: Stage, main: Item, joke: Joke) -> None:
    """A four-legged animal upright on its hind legs."""
    walker = actor(stage, main, stage.rng.uniform(58, 66), feet=False)
    floor, unit, side = main.bottom, stage.unit, walker.side
    main.bottom -= 12 * unit
    x, y = walker.on_stage(walker.hips)
    for reach, depth in ((4.5, main.depth + 0.1), (-4.5, main.depth - 0.1)):
        foot = x + side * reach * unit, floor - 6 * unit
        walker.leg(stage, foot, (x + side * (reach / 2 + 1.5) * unit, (y + foot[1]) / 2), depth)
    for which, swing in ((0, 4.0), (1, -1.0)):
        sx, sy = walker.on_stage(walker.shoulders[which])
        hand = sx + side * swing * unit, sy + 2.4 * walker.limb
        walker.arm(stage, which, hand, 0.4, main.depth + (0.15 if which == 0 else -0.05))
    main.shadow = True


def walks(stage: Stage, main: Item, joke: Joke) -> None:
    """Another animal goes ahead on a leash."""
    assert joke.thing is not None
    side, unit = -1 if main.mirrored else 1, stage.unit
    drawing = DRAWINGS[joke.thing.name]
    order, pet = thing_of(stage, joke, min(44, 46 * drawing.height / drawing.width))
    main.x = (50 - side * 24) * unit
    holder = actor(stage, main, stage.rng.uniform(41, 46))
    x = (50 + side * 24) * unit
    x = within(x, 0.5 * pet.width, stage)
    stage.add(Item(order, mirrored_if(pet, side), x, main.bottom + unit, depth=main.depth - 0.1, mirrored=side < 0))
    shoulder = holder.on_stage(holder.shoulders[1])
    hand = shoulder[0] + side * 6 * unit, shoulder[1] + 2 * unit
    neck = x - side * (0.1 if order.name in FOUR_LEGGED else 0.16) * pet.width, main.bottom - 0.42 * pet.height
    middle = (hand[0] + neck[0]) / 2, max(hand[1], neck[1]) + 4 * unit
    picture, (lx, ly) = limb((hand, middle, neck), 0.9 * unit, (196, 48, 48), (196, 48, 48), stage.size, 0)
    stage.add(part_of(order, picture, (lx, ly), main.depth + 0.15))
    holder.arm(stage, 1, hand, 0.6, main.depth + 0.2)
    _rests(stage, holder)


def lifts(stage: Stage, main: Item, joke: Joke) -> None:
    """Something heavy, held up above the head with both arms."""
    assert joke.thing is not None
    drawing = DRAWINGS[joke.thing.name]
    order, load = thing_of(stage, joke, min(38, 56 * drawing.height / drawing.width))
    lifter = actor(stage, main, stage.rng.uniform(37, 43))
    side, unit = lifter.side, stage.unit
    top = main.top + 0.12 * main.picture.height + 2 * unit
    main.x = within(main.x, 0.5 * load.width, stage)
    stage.add(Item(order, mirrored_if(load, side), main.x, top, shadow=False, depth=main.depth + 0.05))
    for which, out in ((0, -1), (1, 1)):
        hand = main.x + side * out * min(15 * unit, 0.36 * load.width), top - 1.5 * unit
        lifter.arm(stage, which, hand, 0.5, main.depth - 0.05)
