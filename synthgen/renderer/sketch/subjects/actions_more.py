"""More actions: at play, at home and out of doors."""

from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS, shade
from synthgen.renderer.sketch.subjects import action_props as props
from synthgen.renderer.sketch.subjects import action_things as things
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import hats
from synthgen.renderer.sketch.subjects import tools_hand as hand
from synthgen.renderer.sketch.subjects import tools_home as home
from synthgen.renderer.sketch.subjects.actions_home import APRON
from synthgen.renderer.sketch.subjects.actions_sport import LEOTARD
from synthgen.renderer.sketch.subjects.casual import Action, casual, sporty, swimwear
from synthgen.renderer.sketch.subjects.garments import DENIM, WHITE, Outfit
from synthgen.renderer.sketch.subjects.jobs import both, carried
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.people import Held, Joints, Person
from synthgen.renderer.sketch.subjects.poses import RUN, Pose, Reach

DOWN = (-16, -6)
YELLOW = (250, 206, 70)
RUBBER_GLOVES = Outfit((110, 150, 200), DENIM, sleeve=0.5, gloves=(244, 120, 150), details=APRON.details)
COAT = Outfit(WHITE, DENIM, sleeve=1, low=26)
KNEEL = ((78, -20), (20, -88))
"""Legs of somebody on one knee."""


def _foam_on_chin(joints: Joints, person: Person) -> None:
    head = joints.head
    for x, y, r in ((-12, 9, 5), (-7, 14, 5.4), (0, 16, 5.8), (7, 14, 5.4), (12, 9, 5)):
        head.ellipse(x, y, r, r, WHITE, rim=0.6)
    head.ellipse(0, 11, 5, 2.4, (200, 84, 84))


def _foam_on_hair(joints: Joints, _: Person) -> None:
    for x, y, r in ((-12, -16, 7), (-2, -21, 9), (9, -18, 8), (16, -11, 5)):
        joints.head.ellipse(x, y, r, r, WHITE, rim=0.7)


def _razor(pen: Pen) -> None:
    pen.line([(0, 10), (0, -8)], 3, (70, 130, 216), rim=0.8)
    pen.box(-7, -13, 7, -8, things.STEEL, 1, rim=0.8)


def _dryer(pen: Pen) -> None:
    hand.hair_dryer(pen.at(0, -2, 1.1, mirror=True))


def _wind(joints: Joints, _: Person) -> None:
    for y in (-16, -9, -2):
        joints.head.curve((20, y), (27, y - 3), (33, y), 1.8, (150, 190, 226))


def _goggles(joints: Joints, _: Person) -> None:
    hats.goggles(joints.head, (60, 90, 120), (190, 230, 244))


def _glasses_on(joints: Joints, _: Person) -> None:
    things.headgear(joints.head.at(0, 2))


def _phone_arm(pen: Pen) -> None:
    home.phone(pen.at(0, -4, 1.25, turn=-14))


def _dog_and_bowl(pen: Pen) -> None:
    props.dog(pen.at(142, 0, mirror=True))


def _message(pen: Pen) -> None:
    home.message(pen.at(38, -104))


def _cloth(pen: Pen) -> None:
    pen.blob([(-13, -15), (-2, -18), (11, -14), (13, 2), (9, 13), (0, 9), (-9, 14), (-14, 3)], YELLOW, rim=1)
    for x in (-5, 5):
        pen.line([(x, -13), (x * 1.2, 6)], 1, shade(YELLOW, -0.25))


def _spray(pen: Pen) -> None:
    """A bottle, its nozzle to the right, and what comes out of it."""
    pen.polygon([(-7, -2), (7, -2), (9, 6), (9, 22), (-9, 22), (-9, 6)], (90, 190, 220), rim=1.2)
    pen.box(-6, 8, 6, 18, WHITE, 1)
    pen.line([(-3.4, 13), (3.4, 13)], 1.6, (90, 190, 220))
    pen.box(-4, -10, 4, -1, WHITE, 1, rim=1)
    pen.polygon([(-8, -18), (11, -18), (13, -14), (9, -11), (-8, -10)], (236, 90, 80), rim=1.2)
    for x, y in ((17, -16), (22, -20), (23, -15), (22, -10), (29, -22), (30, -16), (29, -9)):
        pen.ellipse(x, y, 1.5, 1.5, (120, 190, 236))


def _suds(pen: Pen) -> None:
    for x, y, r in ((-47, -27, 5), (-39, -30, 6), (-32, -26, 5), (-28, -38, 2.6), (-49, -39, 2)):
        pen.ellipse(x, y, r, r, (232, 246, 252), rim=0.8)


def _climbing_gear(joints: Joints, _: Person) -> None:
    joints.torso.line([(-11, 2), (11, 2)], 4, (240, 150, 40), rim=0.8)


MORE: dict[str, Action] = {
    "blow-drying hair": Action(
        Pose((DOWN, Reach(46, -14, head=True)), nod=-6), ("bathroom", "bedroom", "hair salon"), casual,
        right=Held(_dryer), finish=_wind,
    ),
    "blowing out candles": Action(
        Pose((Reach(-24, -2), Reach(24, -2)), nod=4), ("living room", "kitchen", "restaurant"), casual, "puff",
        before=things.birthday,
    ),
    "building a sandcastle": Action(
        Pose((Reach(30, -4), Reach(24, 6)), KNEEL, 16, -8, side=True), ("beach",), swimwear,
        hat=p(hats.straw, colour=(232, 200, 120), band=(70, 130, 216), wide=29), before=things.sandcastle, x=-36,
        height=150, share=0.62, width=216,
    ),
    "building with blocks": Action(
        Pose((Reach(30, -4), Reach(28, -18)), KNEEL, 14, -6, side=True), ("living room", "nursery", "classroom"),
        casual, right=Held(things.block), before=things.block_tower, x=-32, height=150, share=0.62, width=180,
    ),
    "cleaning": Action(
        Pose((Reach(-30, -26), Reach(30, -28))), ("living room", "kitchen", "bathroom"), RUBBER_GLOVES,
        left=Held(_cloth), right=Held(_spray), behind=props.bucket_on_floor, before=_suds,
    ),
    "cooking on a barbecue": Action(
        Pose((Reach(-20, -4), Reach(22, -22))), ("garden", "patio", "park"), APRON, right=Held(things.tongs, 150),
        before=things.grill,
    ),
    "doing a cartwheel": Action(
        Pose(((-150, -158), (112, 118)), ((-44, -44), (44, 44))), ("park", "gym", "meadow", "beach"), LEOTARD, "laugh",
        turn=158, hip=92, x=4, width=190, height=178, share=0.75,
    ),
    "doing a magic trick": Action(
        Pose((Reach(-26, -20), Reach(30, -40))), ("stage", "theater"),
        Outfit((54, 50, 66), (54, 50, 66), details=(p(d.bow_tie, colour=things.RED),)), "laugh",
        hat=p(hats.top_hat, colour=(54, 50, 66), band=things.RED), right=Held(hand.wand), before=things.hat_trick,
        height=186, share=0.82,
    ),
    "doing a science experiment": Action(
        Pose((Reach(-22, -6), Reach(26, -34))), ("laboratory", "classroom"), COAT, right=Held(hand.test_tube),
        finish=_goggles, before=things.laboratory_table, width=160,
    ),
    "feeding a dog": Action(
        Pose((Reach(30, -4), Reach(24, 8)), KNEEL, 16, -8, side=True), ("park", "kitchen", "garden"), casual,
        behind=_dog_and_bowl, before=things.hungry_dog, x=-40, height=150, share=0.62, width=210,
    ),
    "hugging a teddy bear": Action(
        Pose((Reach(9, -20), Reach(-9, -24)), nod=-6), ("bedroom", "nursery"), casual, "calm",
        front=carried(things.teddy, 4),
    ),
    "opening a gift": Action(
        Pose((Reach(-24, -34), Reach(24, -34))), ("living room", "bedroom"), casual, "laugh", before=things.open_gift,
        front=carried(things.lid, -26),
    ),
    "playing cards": Action(
        both(12, -14), ("living room", "park", "cafe"), casual, front=carried(things.cards, -16),
        before=things.low_table,
    ),
    "playing frisbee": Action(
        Pose((Reach(-16, -4), (96, 92)), ((-28, -20), (32, 10)), 8, side=True), ("park", "beach", "meadow"), sporty,
        "laugh", behind=things.flying_disc, x=-34, width=200,
    ),
    "playing video games": Action(
        both(14, -18), ("living room", "bedroom"), casual, "laugh", front=carried(things.controller, -20),
    ),
    "playing volleyball": Action(
        Pose((Reach(-13, -84), Reach(15, -84)), ((-34, -10), (30, -10))), ("beach", "gym"), sporty, "laugh",
        behind=things.volleyball, x=-6, lift=6, width=216, height=206, share=0.85,
    ),
    "rock climbing": Action(
        Pose((Reach(36, -62), Reach(30, -92)), (Reach(32, 20), Reach(30, 52)), 6, side=True), ("mountains", "canyon"),
        sporty, "effort", hat=p(hats.helmet, colour=COLOURS["yellow"]), behind=things.cliff, finish=_climbing_gear,
        hip=82, x=-26, width=190, height=196, share=0.85,
    ),
    "running on a treadmill": Action(RUN, ("gym",), sporty, behind=things.treadmill, lift=14, x=-8, height=190,
                                     share=0.82),
    "shaving": Action(
        Pose((DOWN, Reach(22, 12, head=True))), ("bathroom",),
        Outfit(WHITE, (98, 84, 76), sleeve=0, neck="strap"), right=Held(_razor, -50), finish=_foam_on_chin,
    ),
    "solving a puzzle": Action(
        Pose((Reach(-24, 2), Reach(28, -26))), ("living room", "library"), casual, right=Held(things.held_piece),
        before=things.puzzle,
    ),
    "taking a selfie": Action(
        Pose((Reach(-15, 22, head=True), Reach(40, -52))), ("park", "city street", "beach"), casual, "laugh",
        right=Held(_phone_arm, 16), width=170,
    ),
    "taking a shower": Action(
        Pose((Reach(-20, -12, head=True), Reach(20, -12, head=True))), ("bathroom",), swimwear, "calm",
        behind=things.shower, before=things.shower_screen, finish=_foam_on_hair, height=192, share=0.8, width=150,
    ),
    "texting": Action(
        replace(both(5, -23), nod=6), ("city street", "park", "living room"), casual, "smile",
        front=carried(home.phone_back, -31), before=_message, x=-10,
    ),
    "using a virtual reality headset": Action(
        Pose((Reach(-34, -30), Reach(36, -34))), ("living room", "studio"), casual, "laugh", finish=_glasses_on,
    ),
    "walking a tightrope": Action(
        Pose((Reach(-30, -22), Reach(30, -22)), ((-12, 8), (12, -8))), ("circus",), LEOTARD, behind=things.tightrope,
        front=carried(things.balance, -22), lift=70, width=206, height=246, share=0.88,
    ),
}  # fmt: skip
"""An action -> what shows it."""
