"""What people wear in trades, care and service."""

from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS, RGB
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import garment_trims as t
from synthgen.renderer.sketch.subjects import work_trims as w
from synthgen.renderer.sketch.subjects.garments import BLACK, BROWN, DENIM, SLATE, WHITE, Outfit
from synthgen.renderer.sketch.subjects.outfits import coat, suit

GOLD = COLOURS["gold"]
RED = COLOURS["red"]
SCRUBS: RGB = (84, 178, 172)
GREEN: RGB = (62, 142, 84)
CREAM: RGB = (246, 238, 220)
SKY: RGB = (150, 196, 230)
ORANGE: RGB = (240, 130, 32)

CHEF = Outfit(
    WHITE,
    (70, 74, 84),
    BLACK,
    details=(
        p(w.double_buttons, colour=(70, 74, 84)),
        p(d.scarf, colour=RED, end=-38),
        p(d.apron, colour=WHITE, low=30, bib=False),
    ),
)
BAKER = Outfit(SKY, SLATE, sleeve=0.45, details=(p(d.apron, colour=WHITE),))
BUTCHER = Outfit(
    WHITE, SLATE, sleeve=0.5, footwear="boot", shoes=WHITE, details=(p(w.striped_apron, colour=(186, 44, 50)),)
)
BARISTA = Outfit(
    (60, 60, 66),
    DENIM,
    sleeve=0.5,
    details=(p(d.collar, colour=(60, 60, 66)), p(d.apron, colour=(44, 112, 78)), p(w.cup_sign, colour=WHITE)),
)
WAITER = Outfit(
    WHITE,
    BLACK,
    BLACK,
    details=(
        p(d.waistcoat, colour=BLACK),
        p(d.collar, colour=WHITE, deep=4),
        p(d.bow_tie, colour=BLACK, wide=6),
        p(d.apron, colour=WHITE, low=28, bib=False),
    ),
)
DOCTOR = replace(
    coat(WHITE, 30, 17, p(d.open_front, colour=WHITE, shirt=(96, 160, 206), deep=-22), p(d.stethoscope)),
    bottom=SLATE,
    shoes=BLACK,
)
NURSE = Outfit(
    (130, 196, 224),
    leg=0,
    hem=28,
    spread=20,
    sleeve=0.42,
    shoes=WHITE,
    tights=(240, 236, 232),
    details=(p(d.collar, colour=WHITE, deep=6), p(d.apron, colour=WHITE, low=22), p(d.cross, colour=RED)),
)
NURSE_TROUSERS = replace(NURSE, leg=1, hem=0, low=9, bottom=(130, 196, 224), tights=None)
SURGEON = Outfit((60, 150, 140), (60, 150, 140), WHITE, sleeve=0.5, neck="v", leg_wide=2, low=9, gloves=(206, 232, 240))
DENTIST = Outfit(WHITE, SCRUBS, WHITE, sleeve=0.45, low=10, details=(p(w.side_buttons, colour=SCRUBS),))
VET = Outfit(
    (90, 170, 110),
    (90, 170, 110),
    WHITE,
    sleeve=0.45,
    neck="v",
    leg_wide=2,
    low=9,
    details=(p(d.stethoscope), p(w.paw, colour=WHITE)),
)
SCIENTIST = replace(
    coat(WHITE, 30, 17, p(d.open_front, colour=WHITE, shirt=(150, 110, 180), deep=-22), p(t.pens, colour=WHITE)),
    shoes=BLACK,
    gloves=(120, 190, 220),
)
POLICE = Outfit(
    (52, 84, 156),
    (34, 42, 78),
    BLACK,
    tucked=True,
    details=(p(d.collar, colour=(52, 84, 156)), p(d.tie, colour=(24, 28, 48)), d.badge, p(d.belt, colour=BLACK, y=-6)),
)
FIREFIGHTER = Outfit(
    (222, 168, 60),
    (222, 168, 60),
    BLACK,
    footwear="boot",
    leg_wide=3,
    low=14,
    gloves=(70, 66, 66),
    details=(p(d.zipper, low=12), p(w.reflective, colour=(226, 234, 120))),
)
PILOT = suit(
    (34, 44, 84),
    p(d.tie, colour=BLACK),
    p(d.buttons, colour=GOLD, ys=(-10, -2)),
    p(w.wings, colour=GOLD),
    p(w.stripes_on_cuffs, colour=GOLD),
)
ATTENDANT = replace(
    suit(
        (40, 74, 140), p(d.scarf, colour=RED, end=-30), p(d.buttons, colour=GOLD, ys=(-10, -2)), p(w.wings, colour=GOLD)
    )
)
BUILDER = Outfit(
    (92, 130, 176), DENIM, BROWN, footwear="boot", details=(p(d.hi_vis, colour=ORANGE), p(d.belt, colour=BROWN, y=1))
)
MINER = Outfit(
    (120, 116, 110), (84, 86, 94), BLACK, footwear="boot", details=(p(d.suspenders, colour=ORANGE), p(w.smudges))
)
MECHANIC = Outfit(
    (58, 94, 140),
    (58, 94, 140),
    BLACK,
    footwear="boot",
    leg_wide=2,
    details=(
        p(d.collar, colour=(58, 94, 140)),
        p(d.zipper),
        p(d.pocket, colour=(58, 94, 140), x=8, y=-32),
        p(w.smudges),
    ),
)
PLUMBER = Outfit(
    (206, 60, 56), (52, 84, 148), BROWN, leg_wide=2, footwear="boot", details=(p(d.bib, colour=(52, 84, 148)),)
)
ELECTRICIAN = Outfit(
    (246, 200, 60),
    (58, 66, 84),
    BROWN,
    footwear="boot",
    details=(
        p(d.collar, colour=(246, 200, 60)),
        p(w.bolt, colour=(58, 66, 84)),
        p(d.belt, colour=BROWN, y=0),
        p(w.tool_belt),
    ),
)
WELDER = Outfit(
    (104, 108, 118),
    (74, 78, 90),
    BLACK,
    footwear="boot",
    gloves=(190, 120, 60),
    details=(p(d.apron, colour=(150, 96, 56), low=36),),
)
CARPENTER = Outfit(
    (190, 74, 60),
    DENIM,
    BROWN,
    footwear="boot",
    details=(
        p(d.checks, colour=(110, 36, 36)),
        p(d.collar, colour=(190, 74, 60)),
        p(d.belt, colour=BROWN, y=0),
        p(w.tool_belt),
    ),
)
FARMER = Outfit(
    (206, 66, 60),
    DENIM,
    BROWN,
    footwear="boot",
    leg_wide=2,
    details=(p(d.checks, colour=(246, 226, 206)), p(d.bib, colour=DENIM)),
)
GARDENER = Outfit(
    (146, 190, 110),
    (110, 86, 62),
    GREEN,
    sleeve=0.5,
    footwear="boot",
    gloves=(240, 190, 80),
    details=(p(d.apron, colour=GREEN),),
)
FISHER = Outfit(
    (250, 206, 52),
    (250, 206, 52),
    GREEN,
    footwear="boot",
    leg_wide=3,
    low=14,
    details=(
        p(d.collar, colour=(230, 180, 40)),
        p(d.front_line, colour=(250, 206, 52), low=14),
        p(d.buttons, colour=BLACK, ys=(-30, -18, -6, 6), x=4),
    ),
)
BEEKEEPER = Outfit(
    CREAM,
    CREAM,
    CREAM,
    footwear="boot",
    leg_wide=4,
    low=8,
    gloves=(226, 184, 90),
    details=(p(d.zipper), *(p(d.pocket, colour=CREAM, x=x, y=-14) for x in (-7.6, 7.6))),
)
COURIER = Outfit(
    (204, 66, 60),
    (70, 74, 92),
    BLACK,
    sleeve=0.45,
    details=(p(d.collar, colour=(204, 66, 60)), p(d.buttons, colour=CREAM)),
)
POSTAL = Outfit(
    (80, 124, 190),
    (50, 66, 108),
    BLACK,
    details=(p(d.collar, colour=(80, 124, 190)), p(d.buttons, colour=WHITE), p(w.mail_bag, colour=(150, 100, 56))),
)
BUSINESS = suit((62, 84, 128), p(d.tie, colour=RED), p(d.buttons, colour=BLACK, ys=(-10, -3), x=1))
ZOOKEEPER = Outfit(
    (150, 160, 100),
    (128, 112, 74),
    BROWN,
    footwear="boot",
    sleeve=0.45,
    leg=0.48,
    leg_wide=2,
    tucked=True,
    details=(p(d.collar, colour=(150, 160, 100)), p(w.paw, colour=CREAM), p(d.belt, colour=BROWN, y=-5)),
)
BARBER = Outfit(WHITE, BLACK, BLACK, sleeve=0.5, low=9, details=(p(w.side_buttons, colour=RED), p(w.barber_trim)))
HAIRDRESSER = Outfit((240, 120, 160), BLACK, BLACK, sleeve=0.45, details=(p(d.apron, colour=(64, 60, 72)),))
TAILOR = Outfit(
    WHITE,
    SLATE,
    BLACK,
    details=(p(d.waistcoat, colour=(96, 74, 110)), p(d.collar, colour=WHITE, deep=4), p(w.measuring_tape)),
)
FLORIST = Outfit((236, 150, 170), DENIM, BROWN, sleeve=0.5, details=(p(d.apron, colour=GREEN), p(w.flower_sign)))
TEACHER = Outfit(
    (90, 150, 120),
    (110, 86, 70),
    BROWN,
    details=(p(d.shawl, colour=(90, 150, 120), shirt=CREAM), p(d.collar, colour=CREAM, deep=4)),
)
LIBRARIAN = Outfit(
    (150, 80, 96), (90, 78, 84), BROWN, details=(p(d.knit, colour=(150, 80, 96)), p(d.collar, colour=WHITE, deep=4))
)
JOURNALIST = coat(
    (176, 146, 104),
    24,
    17,
    p(d.open_front, colour=(176, 146, 104), shirt=SKY, deep=-24),
    p(d.tie, colour=RED, low=-26),
    p(w.press_card),
)
