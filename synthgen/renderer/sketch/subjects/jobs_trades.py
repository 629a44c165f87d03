"""Jobs in trades, care and service."""

from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.subjects import hats
from synthgen.renderer.sketch.subjects import tools_hand as hand
from synthgen.renderer.sketch.subjects import tools_home as home
from synthgen.renderer.sketch.subjects import tools_play as play
from synthgen.renderer.sketch.subjects import work_clothes as wear
from synthgen.renderer.sketch.subjects import work_props as props
from synthgen.renderer.sketch.subjects.jobs import DOWN, OUT, UP, Job, aside, both, carried
from synthgen.renderer.sketch.subjects.people import Held
from synthgen.renderer.sketch.subjects.poses import Pose, Reach

RED = COLOURS["red"]
BLUE = COLOURS["blue"]
YELLOW = COLOURS["yellow"]

TRADES: dict[str, Job] = {
    "baker": Job(wear.BAKER, ("bakery", "kitchen"), hats.chef, front=carried(home.loaf_tray, -16), pose=both(21, -14)),
    "barber": Job(
        wear.BARBER,
        ("barber shop",),
        right=Held(hand.scissors, 20),
        left=Held(hand.comb, -10),
        pose=Pose(arms=(Reach(-25, -22), UP)),
    ),
    "barista": Job(
        wear.BARISTA, ("cafe",), right=Held(home.mug), left=Held(props.milk_jug), pose=Pose(arms=(Reach(-22, -12), OUT))
    ),
    "beekeeper": Job(
        wear.BEEKEEPER,
        ("garden", "farm", "field"),
        hats.veil,
        Held(props.honeycomb),
        pose=Pose(arms=(DOWN, OUT)),
        face=props.swarm,
    ),
    "business person": Job(
        wear.BUSINESS,
        ("office", "city street"),
        right=Held(hand.briefcase),
        left=Held(home.phone, -14),
        pose=Pose(arms=(Reach(-22, 4, head=True), (14, 4))),
    ),
    "butcher": Job(
        wear.BUTCHER,
        ("market", "supermarket", "kitchen"),
        p(props.paper_hat, colour=RED),
        Held(hand.cleaver, 10),
        Held(props.meat),
        pose=Pose(arms=(Reach(-24, -16), UP)),
    ),
    "carpenter": Job(
        wear.CARPENTER,
        ("construction site", "garage"),
        right=Held(hand.saw, -12),
        left=Held(props.plank),
        pose=Pose(arms=(Reach(-23, -4), OUT)),
    ),
    "chef": Job(
        wear.CHEF,
        ("kitchen", "restaurant"),
        hats.chef,
        Held(home.pan),
        Held(home.spoon, -14),
        pose=Pose(arms=(Reach(-26, -26), OUT)),
    ),
    "construction worker": Job(
        wear.BUILDER,
        ("construction site",),
        p(hats.hard_hat, colour=YELLOW),
        Held(hand.drill),
        pose=Pose(arms=(Reach(-15, -4), OUT)),
        before=p(aside, paint=props.traffic_cone, x=-34),
    ),
    "courier": Job(
        wear.COURIER,
        ("city street",),
        p(hats.cap, colour=(204, 66, 60)),
        right=Held(hand.parcels),
        pose=Pose(arms=(Reach(-2, -6), Reach(20, -9))),
    ),
    "dentist": Job(
        wear.DENTIST,
        ("dental clinic",),
        None,
        Held(props.dental_mirror, 14),
        Held(hand.tooth),
        pose=Pose(arms=(Reach(-25, -20), UP)),
        face=p(hats.mask, colour=(170, 216, 220)),
    ),
    "doctor": Job(wear.DOCTOR, ("hospital",), right=Held(hand.clipboard), pose=Pose(arms=(DOWN, Reach(21, -20)))),
    "electrician": Job(
        wear.ELECTRICIAN,
        ("construction site", "garage"),
        p(hats.hard_hat, colour=BLUE),
        Held(props.light_bulb),
        Held(props.cable),
        pose=Pose(arms=(Reach(-23, -8), UP)),
    ),
    "farmer": Job(
        wear.FARMER,
        ("farm", "field"),
        p(hats.straw, colour=(238, 204, 112), band=(190, 60, 50)),
        Held(p(hand.rake, pitchfork=True)),
        pose=Pose(arms=(Reach(-15, -4), Reach(26, -14))),
    ),
    "firefighter": Job(
        wear.FIREFIGHTER,
        ("fire station", "city street"),
        p(hats.firefighter, colour=RED),
        Held(hand.hose),
        Held(hand.axe, -16),
        pose=Pose(arms=(Reach(-23, -8), OUT)),
    ),
    "fisherman": Job(
        wear.FISHER,
        ("lake", "river", "harbor", "sea"),
        p(props.rain_hat, colour=(236, 186, 40)),
        Held(play.fishing_rod),
        pose=Pose(arms=(Reach(-15, -4), OUT)),
    ),
    "flight attendant": Job(
        wear.ATTENDANT,
        ("airport",),
        p(props.side_cap, colour=(40, 74, 140)),
        Held(hand.suitcase),
        pose=Pose(arms=((-70, -150), (16, 6))),
    ),
    "florist": Job(
        wear.FLORIST,
        ("garden", "market"),
        right=Held(home.big_bouquet),
        pose=Pose(arms=(Reach(2, -9), Reach(13, -13))),
    ),
    "gardener": Job(
        wear.GARDENER,
        ("garden", "park"),
        p(hats.straw, colour=(232, 200, 120), band=(80, 140, 80), wide=31),
        Held(home.potted_flower),
        Held(hand.shovel),
        pose=Pose(arms=(Reach(-24, -12), OUT)),
    ),
    "hairdresser": Job(
        wear.HAIRDRESSER,
        ("barber shop",),
        right=Held(hand.hair_dryer),
        left=Held(p(hand.comb, colour=(230, 90, 150)), -16),
        pose=Pose(arms=(Reach(-25, -22), OUT)),
    ),
    "journalist": Job(
        wear.JOURNALIST,
        ("city street", "office"),
        right=Held(hand.microphone, -24),
        left=Held(props.notepad),
        pose=Pose(arms=(Reach(-18, -18), Reach(22, -38))),
        mood="sing",
    ),
    "librarian": Job(
        wear.LIBRARIAN, ("library",), front=carried(props.book_pile, -14), pose=both(16, -3), glasses=True
    ),
    "mail carrier": Job(
        wear.POSTAL,
        ("city street",),
        p(hats.flat_peak, colour=(50, 74, 130), peak=(30, 34, 48), band=(36, 50, 92), sign=None),
        Held(hand.letter),
        pose=Pose(arms=(DOWN, OUT)),
    ),
    "mechanic": Job(
        wear.MECHANIC,
        ("garage",),
        p(hats.cap, colour=(44, 66, 110)),
        Held(hand.wrench, 14),
        Held(hand.toolbox),
        pose=Pose(arms=((-16, -6), UP)),
    ),
    "miner": Job(
        wear.MINER,
        ("mine",),
        p(hats.miner, colour=YELLOW),
        Held(hand.pickaxe, 12),
        Held(home.lantern),
        pose=Pose(arms=((-24, -14), OUT)),
    ),
    "nurse": Job(
        wear.NURSE,
        ("hospital",),
        his=wear.NURSE_TROUSERS,
        hat=hats.nurse,
        right=Held(hand.syringe),
        pose=Pose(arms=(DOWN, UP)),
    ),
    "pilot": Job(
        wear.PILOT,
        ("airport",),
        p(hats.flat_peak, colour=(34, 44, 84), peak=(24, 26, 34), band=(24, 30, 56)),
        Held(props.toy_plane),
        pose=Pose(arms=(Reach(-15, -4), UP)),
    ),
    "plumber": Job(
        wear.PLUMBER,
        ("bathroom", "kitchen"),
        p(hats.cap, colour=RED),
        Held(hand.wrench, 14),
        Held(hand.plunger),
        pose=Pose(arms=(Reach(-24, -16), UP)),
    ),
    "police officer": Job(
        wear.POLICE,
        ("police station", "city street"),
        p(hats.flat_peak, colour=(42, 62, 120), peak=(24, 26, 36), band=(26, 34, 66)),
        Held(props.stop_sign),
        pose=Pose(arms=(Reach(-15, -4), Reach(27, -30))),
    ),
    "scientist": Job(
        wear.SCIENTIST,
        ("laboratory",),
        None,
        Held(hand.flask),
        Held(hand.test_tube),
        pose=Pose(arms=(Reach(-26, -28), Reach(26, -22))),
        face=p(hats.goggles, colour=(70, 76, 90), y=-12),
    ),
    "surgeon": Job(
        wear.SURGEON,
        ("hospital",),
        p(hats.surgeon, colour=(60, 150, 140)),
        Held(props.scalpel),
        pose=Pose(arms=(Reach(-22, -30), UP)),
        face=p(hats.mask, colour=(170, 216, 220)),
    ),
    "tailor": Job(
        wear.TAILOR,
        ("studio",),
        right=Held(hand.scissors, 14),
        left=Held(props.thread_spool),
        pose=Pose(arms=(Reach(-24, -18), UP)),
    ),
    "teacher": Job(
        wear.TEACHER,
        ("classroom",),
        right=Held(props.pointer),
        left=Held(hand.book),
        pose=Pose(arms=(Reach(-16, -16), UP)),
        glasses=True,
    ),
    "veterinarian": Job(wear.VET, ("hospital", "farm"), front=carried(props.puppy, -16), pose=both(12, -6)),
    "waiter": Job(
        wear.WAITER,
        ("restaurant", "cafe"),
        None,
        Held(hand.tray),
        Held(props.towel),
        pose=Pose(arms=(Reach(-16, -14), Reach(30, -42))),
    ),
    "welder": Job(
        wear.WELDER,
        ("garage", "construction site"),
        p(props.welding_mask),
        Held(hand.torch),
        pose=Pose(arms=(DOWN, OUT)),
        lifted=p(props.raised_welding_mask),
    ),
    "zookeeper": Job(
        wear.ZOOKEEPER,
        ("forest", "park"),
        p(hats.straw, colour=(196, 176, 120), band=(96, 80, 50), wide=30),
        Held(home.bucket),
        Held(props.monkey),
        pose=Pose(arms=(Reach(-24, -22), (18, 8))),
    ),
}
"""A profession -> what tells it."""
