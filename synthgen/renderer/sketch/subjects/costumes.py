"""What people wear on stage, in sport, at court, and on adventures."""

from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS, RGB
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import garment_trims as t
from synthgen.renderer.sketch.subjects import work_trims as w
from synthgen.renderer.sketch.subjects.garments import BLACK, BROWN, DENIM, WHITE, Outfit
from synthgen.renderer.sketch.subjects.outfits import coat, dress, suit, top

GOLD = COLOURS["gold"]
RED = COLOURS["red"]
KHAKI: RGB = (196, 172, 126)
ARMY: RGB = (98, 112, 66)
SKY: RGB = (150, 196, 230)

SOLDIER = Outfit(
    ARMY,
    ARMY,
    (70, 56, 44),
    footwear="boot",
    leg_wide=2,
    low=8,
    details=(
        p(w.camouflage, colour=ARMY),
        *(p(d.pocket, colour=ARMY, x=x, y=-32) for x in (-7.6, 7.6)),
        p(d.belt, colour=(82, 70, 46), y=-8),
    ),
)
SAILOR = Outfit(WHITE, WHITE, BLACK, leg_wide=4, details=(p(w.sailor_collar, colour=(40, 70, 140)),))
JUDGE = replace(
    coat(BLACK, 60, 22), sleeve_wide=14, details=(p(w.jabot, colour=WHITE), p(d.front_line, colour=BLACK, low=60))
)
GRADUATE = replace(coat((52, 56, 74), 46, 23), sleeve_wide=13, shoes=BLACK, details=(p(w.stole, colour=GOLD),))
LAWYER = suit((64, 68, 84), p(d.tie, colour=(140, 40, 52)))
DETECTIVE = coat(
    (190, 150, 102),
    36,
    21,
    p(d.collar, colour=(170, 130, 84), deep=12),
    p(d.belt, colour=(130, 92, 58), y=-13),
    p(d.buttons, colour=BROWN, ys=(-28, 0, 11), x=4),
)
MAGICIAN = replace(suit(BLACK, p(d.bow_tie, colour=RED), lapel=(78, 78, 90)), back=p(d.cape, colour=(150, 30, 52)))
CONDUCTOR = replace(suit(BLACK, p(d.bow_tie, colour=WHITE), lapel=(78, 78, 90)), back=p(w.tails, colour=BLACK))
CLOWN = Outfit(
    (250, 206, 60),
    (70, 150, 220),
    RED,
    leg_wide=8,
    low=8,
    sleeve_wide=4,
    details=(p(w.patches), p(d.ruffles, colour=WHITE, y=-44, half=12, count=6, r=5), p(w.pompons, colour=RED)),
)
KNIGHT = Outfit(
    (178, 186, 198),
    (178, 186, 198),
    (150, 158, 172),
    footwear="boot",
    gloves=(150, 158, 172),
    hem=14,
    spread=15,
    details=(p(w.tabard, colour=(190, 44, 52)),),
)
PIRATE = Outfit(
    WHITE,
    (96, 64, 52),
    BLACK,
    footwear="boot",
    sleeve_wide=5,
    details=(p(d.stripes, colour=RED, thick=4.4), p(d.waistcoat, colour=(88, 52, 44)), p(d.belt, colour=BLACK, y=-2)),
)
COWBOY = Outfit(
    (206, 74, 58),
    DENIM,
    (122, 76, 44),
    footwear="boot",
    tucked=True,
    details=(
        p(d.checks, colour=(130, 36, 36)),
        p(w.leather_vest, colour=(140, 92, 54)),
        p(d.scarf, colour=(250, 206, 60), end=-40),
        p(d.belt, colour=BROWN, y=-5),
    ),
)
KING = replace(
    coat((150, 36, 60), 58, 22),
    sleeve_wide=6,
    back=p(d.cape, colour=(176, 36, 50), low=54, wide=34),
    details=(
        p(
            w.ermine,
        ),
        p(d.belt, colour=GOLD, y=-13),
    ),
)
QUEEN = replace(
    dress(
        (110, 64, 160),
        60,
        34,
        p(
            w.ermine,
        ),
        p(d.belt, colour=GOLD, y=-13, half=11.4),
        sleeve=1,
    ),
    back=p(d.cape, colour=(176, 36, 50), low=54, wide=38),
)
ASTRONAUT = Outfit(
    (238, 240, 244),
    (238, 240, 244),
    (176, 184, 196),
    footwear="boot",
    leg_wide=5,
    sleeve_wide=2,
    low=8,
    gloves=(176, 184, 196),
    details=(p(w.space_pack),),
    back=p(w.rucksack, colour=(200, 206, 216)),
)
DIVER = Outfit(
    (44, 50, 64),
    (44, 50, 64),
    (250, 196, 50),
    footwear="fin",
    neck="high",
    details=(p(w.wetsuit, colour=(60, 170, 220)),),
    back=p(w.air_tank),
)
EXPLORER = Outfit(
    KHAKI,
    (150, 122, 80),
    BROWN,
    footwear="boot",
    sleeve=0.5,
    leg=0.5,
    leg_wide=2,
    details=(
        p(d.collar, colour=KHAKI),
        *(p(d.pocket, colour=KHAKI, x=x, y=-32) for x in (-7.6, 7.6)),
        p(d.scarf, colour=RED, end=-38),
        p(d.belt, colour=BROWN, y=-5),
    ),
    back=p(w.rucksack, colour=(110, 120, 70)),
)
LIFEGUARD = Outfit(
    RED,
    RED,
    footwear="sandal",
    shoes=SKY,
    sleeve=0,
    neck="strap",
    leg=0.42,
    leg_wide=2.4,
    details=(p(d.cross, colour=WHITE, y=-18), p(w.whistle)),
)
BOXER = Outfit(
    RED,
    RED,
    BLACK,
    footwear="boot",
    sleeve=0,
    neck="strap",
    leg=0.46,
    leg_wide=3,
    details=(p(d.belt, colour=WHITE, y=-3, half=13.4, buckle=None, high=6),),
)
GOALKEEPER = Outfit(
    (236, 206, 40),
    BLACK,
    BLACK,
    footwear="sneaker",
    leg=0.44,
    leg_wide=2.4,
    gloves=(250, 140, 40),
    details=(p(d.number, colour=BLACK),),
)
TENNIS = Outfit(
    WHITE,
    WHITE,
    SKY,
    footwear="sneaker",
    sleeve=0.42,
    leg=0.4,
    leg_wide=2.4,
    details=(p(d.collar, colour=(80, 150, 210), deep=5),),
)
BASEBALL = Outfit(
    WHITE,
    WHITE,
    (40, 60, 120),
    footwear="sneaker",
    sleeve=0.5,
    tucked=True,
    details=(p(w.pinstripes, colour=(110, 130, 180)), p(d.belt, colour=(40, 60, 120), y=-5, buckle=None)),
)
ATHLETE = Outfit(
    (50, 130, 210),
    (30, 60, 120),
    RED,
    footwear="sneaker",
    sleeve=0,
    neck="strap",
    leg=0.36,
    leg_wide=2,
    details=(d.medal, p(w.race_number)),
)
BALLET = Outfit(
    (246, 166, 196),
    leg=0,
    sleeve=0,
    neck="strap",
    low=4,
    shoes=(248, 190, 208),
    tights=(252, 228, 226),
    details=(p(t.tutu, colour=(246, 166, 196)),),
)
SINGER = dress((190, 40, 90), 60, 22, p(w.sequins), sleeve=0, neck="strap")
SINGER_SUIT = suit((190, 40, 90), p(w.sequins), p(d.bow_tie, colour=BLACK))
ROCKER = Outfit(
    WHITE, (52, 54, 66), BLACK, footwear="boot", details=(p(t.biker, colour=(52, 48, 56)),), sleeve_colour=(52, 48, 56)
)
DJ = top(
    (90, 60, 160), p(d.hood, colour=(90, 60, 160), cords=(240, 90, 180)), p(d.kangaroo_pocket, colour=(90, 60, 160))
)
PAINTER = Outfit(
    WHITE,
    DENIM,
    BROWN,
    details=(p(d.stripes, colour=(60, 90, 150), thick=3), p(d.apron, colour=(214, 190, 150)), p(w.paint_spots)),
)
PHOTOGRAPHER = Outfit(
    (110, 130, 120), (90, 84, 76), BROWN, sleeve=0.5, details=(p(w.leather_vest, colour=(176, 152, 108)),)
)
VIOLINIST = suit(BLACK, p(d.bow_tie, colour=BLACK), lapel=(78, 78, 90))
