"""Actions at home, at work and at play, indoors and in the garden."""

from functools import partial as p

from synthgen.renderer.sketch.canvas import oval
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.subjects import action_props as props
from synthgen.renderer.sketch.subjects import action_rides as rides
from synthgen.renderer.sketch.subjects import garment_details as d
from synthgen.renderer.sketch.subjects import hats
from synthgen.renderer.sketch.subjects import tools_hand as hand
from synthgen.renderer.sketch.subjects import tools_home as home
from synthgen.renderer.sketch.subjects import tools_play as play
from synthgen.renderer.sketch.subjects.casual import Action, casual, nightwear, smart
from synthgen.renderer.sketch.subjects.garments import DENIM, WHITE, Outfit
from synthgen.renderer.sketch.subjects.jobs import both, carried
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.people import Held, Joints, Person
from synthgen.renderer.sketch.subjects.poses import WALK, Pose, Reach
from synthgen.renderer.sketch.subjects.work_props import camera_before_chin, camera_before_eye

RED = COLOURS["red"]
DOWN = (-16, -6)
VIOLIN_ARMS = Pose((Reach(16, -20), Reach(51, -43)))
APRON = Outfit((104, 158, 196), DENIM, sleeve=0.5, details=(p(d.apron, colour=(226, 84, 80)),))
SMOCK = Outfit((110, 150, 200), DENIM, details=(p(d.apron, colour=(240, 232, 214)),))
NOTES = p(props.notes, spots=((40, -124, 24), (50, -98, 18), (-44, -116, 20)))


def _finger(joints: Joints, person: Person) -> None:
    joints.hands[1].line([(3, 0), (13, -1)], 3.2, person.skin, rim=0.9)


def _at_eye(joints: Joints, person: Person) -> None:
    (camera_before_chin if person.told else camera_before_eye)(joints.head)


def _foam(joints: Joints, _: Person) -> None:
    brush = joints.head.at(0, 14)
    brush.line([(4, 1), (30, 5)], 3, (60, 150, 220), rim=0.9)
    brush.box(-5, -2.6, 5, 1.4, WHITE, 1, rim=0.8)
    for x, y, r in ((-6, 2, 3), (0, 4, 3.4), (6, 3, 2.8), (-1, -2, 2.4)):
        brush.ellipse(x, y, r, r, WHITE, rim=0.5)


def _tears(joints: Joints, _: Person) -> None:
    for side in (-1, 1):
        for x, y, r in ((7.5, 8, 2.6), (9, 15, 3), (24, 12, 2.6), (29, 22, 3)):
            joints.head.polygon(
                [(side * x, y - 2.2 * r), *oval(side * x, y, r, r, -30, 210, steps=12)], (92, 176, 246), rim=0.7
            )


def _balls(joints: Joints, _: Person) -> None:
    props.balls(joints.head)


def _straw(joints: Joints, _: Person) -> None:
    home.glass(joints.head.at(4, 34, 1.2))


def _bite(joints: Joints, person: Person) -> None:
    home.burger(joints.head.at(0, 26), 13)
    for side, pen in zip((-1, 1), joints.hands, strict=True):
        pen.ellipse(side * -2, -1, 4, 4.6, person.skin, rim=0.9)


def _bubble_wand(pen: Pen) -> None:
    pen.line([(0, 6), (2, -14)], 2, (236, 90, 150), rim=0.7)
    pen.arc(3, -19, 5, 0, 360, 2, (236, 90, 150))


def _plate(pen: Pen) -> None:
    pen.ellipse(0, -9, 13, 13, WHITE, rim=1.2)
    pen.ellipse(0, -9, 8, 8, (226, 234, 240))
    for x, y, r in ((9, -17, 3.4), (13, -11, 2.6), (-9, -2, 3)):
        pen.ellipse(x, y, r, r, (206, 236, 250), rim=0.8)


def _broom(pen: Pen) -> None:
    hand.broom(pen.at(0, 4, turn=-14))


def _mop(pen: Pen) -> None:
    hand.mop(pen.at(0, 2, turn=-14))


def _dig(pen: Pen) -> None:
    hand.shovel(pen.at(5, 12, turn=-24))


def _remote(pen: Pen) -> None:
    pen.box(-2.6, -12, 2.6, 4, (60, 64, 76), 1.4, rim=0.8)
    pen.ellipse(0, -9, 1, 1, RED)


def _sitting_room(pen: Pen) -> None:
    props.television(pen)
    props.armchair(pen.at(-30, 0))


def _arm_rest(pen: Pen) -> None:
    props.arm_rest(pen.at(-32, 0))


def _piano_room(pen: Pen) -> None:
    props.piano(pen)
    props.stool(pen.at(-12, 0))


def _covers(pen: Pen) -> None:
    rides.blanket(pen)
    rides.snores(pen)


def _big_book(pen: Pen) -> None:
    home.open_book(pen.at(0, 0, 1.25))


def _big_parcel(pen: Pen) -> None:
    hand.parcel(pen.at(0, 0, 1.3))


AT_HOME: dict[str, Action] = {
    "blowing bubbles": Action(
        Pose((DOWN, Reach(16, 14, head=True))),
        ("park", "garden", "playground"),
        casual,
        "puff",
        right=Held(_bubble_wand, 10),
        before=props.bubbles,
        x=-14,
        width=180,
    ),
    "brushing teeth": Action(Pose((DOWN, Reach(31, 18, head=True))), ("bathroom",), nightwear, "effort", finish=_foam),
    "carrying a box": Action(
        both(21, -12), ("living room", "city street", "market"), casual, front=carried(_big_parcel, -14)
    ),
    "clapping": Action(both(3, -29), ("stage", "theater", "park"), casual, "laugh", before=props.claps),
    "cooking": Action(
        Pose((Reach(-20, -4), Reach(18, -28))), ("kitchen",), APRON, right=Held(home.spoon, 0), before=props.stove
    ),
    "crying": Action(
        Pose((Reach(-18, 15, head=True), Reach(18, 15, head=True)), nod=-6),
        ("bedroom", "playground", "living room"),
        casual,
        "cry",
        finish=_tears,
    ),
    "digging": Action(
        Pose((Reach(28, -10), Reach(22, -26)), ((-8, -24), (26, -2)), 18, -8, side=True),
        ("garden", "farm", "beach"),
        casual,
        "effort",
        right=Held(_dig),
        before=props.dirt,
        x=-14,
    ),
    "drinking": Action(Pose((DOWN, Reach(9, 36, head=True))), ("cafe", "kitchen", "restaurant"), casual, finish=_straw),
    "drumming": Action(
        Pose((Reach(-26, -20), Reach(26, -24))),
        ("stage",),
        casual,
        "laugh",
        left=Held(play.drumstick, 24),
        right=Held(play.drumstick, -24),
        before=props.drum_kit,
        width=160,
    ),
    "eating": Action(
        Pose((Reach(-13, 28, head=True), Reach(13, 28, head=True))),
        ("restaurant", "kitchen", "cafe"),
        casual,
        finish=_bite,
    ),
    "gardening": Action(
        Pose((Reach(30, -4), Reach(24, 4)), ((78, -20), (20, -88)), 16, -8, side=True),
        ("garden",),
        casual,
        hat=p(hats.straw, colour=(232, 200, 120), band=(80, 140, 80), wide=30),
        before=props.flower_bed,
        x=-24,
        height=150,
        share=0.62,
        width=176,
    ),
    "holding an umbrella": Action(
        Pose((DOWN, Reach(10, -26))),
        ("city street", "park"),
        casual,
        right=Held(play.umbrella),
        height=196,
        share=0.85,
    ),
    "juggling": Action(
        Pose((Reach(-28, -22), Reach(28, -22))),
        ("circus", "park", "stage"),
        casual,
        "laugh",
        finish=_balls,
        height=206,
        share=0.85,
    ),
    "laughing": Action(
        Pose((Reach(-6, -14), Reach(6, -14)), lean=-6, nod=-8), ("park", "theater", "living room"), casual, "laugh"
    ),
    "listening to music": Action(
        Pose(((-50, -120), (30, 100)), ((-8, -4), (14, 4)), nod=8),
        ("living room", "bedroom", "park"),
        casual,
        "calm",
        hat=p(hats.headset, colour=(226, 70, 90)),
        before=NOTES,
    ),
    "mopping": Action(
        Pose((Reach(17, -8), Reach(25, -22))),
        ("kitchen", "bathroom", "hospital"),
        casual,
        right=Held(_mop),
        behind=props.bucket_on_floor,
    ),
    "painting": Action(
        Pose((Reach(-20, -18), Reach(29, -32))),
        ("studio", "garden"),
        SMOCK,
        left=Held(hand.palette),
        right=Held(hand.paintbrush, 40),
        behind=props.easel,
        x=-18,
        width=180,
    ),
    "playing chess": Action(
        Pose((Reach(-22, 3), Reach(24, -6))), ("park", "living room", "library"), smart, before=props.chess_table
    ),
    "playing the guitar": Action(
        Pose((Reach(-2, -9), Reach(32, -22))), ("stage", "park", "living room"), casual, front=play.guitar
    ),
    "playing the piano": Action(
        Pose((Reach(32, -25), Reach(28, -25)), ((84, 0), (88, 4)), side=True),
        ("stage", "living room", "theater"),
        smart,
        behind=_piano_room,
        x=-12,
        hip=37,
        height=150,
        share=0.66,
        width=184,
    ),
    "playing the violin": Action(VIOLIN_ARMS, ("stage", "theater"), smart, right=Held(play.violin)),
    "pointing": Action(
        Pose((Reach(-14, -4), (92, 92))), ("classroom", "museum", "city street"), casual, finish=_finger
    ),
    "pushing a shopping cart": Action(
        Pose((Reach(24, -4), Reach(26, -4)), WALK.legs, 6, side=True),
        ("supermarket",),
        casual,
        behind=props.shopping_cart,
        x=-14,
        width=190,
    ),
    "reading": Action(both(15, -24), ("library", "living room", "park"), casual, "calm", front=carried(_big_book, -22)),
    "singing": Action(
        Pose(((-70, -130), Reach(15, 20, head=True))),
        ("stage", "studio"),
        casual,
        "sing",
        right=Held(hand.microphone, -30),
        before=NOTES,
    ),
    "sitting": Action(
        Pose((Reach(20, -2), Reach(24, -4)), ((86, 2), (90, 6)), side=True),
        ("living room", "classroom", "cafe"),
        casual,
        behind=props.chair,
        hip=40,
        height=150,
        share=0.66,
    ),
    "sleeping": Action(
        Pose(),
        ("bedroom",),
        nightwear,
        "sleep",
        behind=rides.bed,
        before=_covers,
        turn=-90,
        hip=40,
        x=6,
        width=190,
        height=130,
        share=0.55,
    ),
    "sweeping": Action(
        Pose((Reach(17, -8), Reach(25, -22))), ("kitchen", "city street", "living room"), casual, right=Held(_broom)
    ),
    "taking a photo": Action(
        Pose((Reach(-12, 9, head=True), Reach(13, 9, head=True))), ("park", "museum", "beach"), casual, finish=_at_eye
    ),
    "talking on the phone": Action(
        Pose((Reach(-14, -4), Reach(21, 6, head=True))),
        ("city street", "office"),
        casual,
        "laugh",
        right=Held(home.phone, 14),
    ),
    "typing": Action(
        Pose((Reach(-16, -4), Reach(16, -4))), ("office", "library"), smart, before=props.laptop_desk, width=120
    ),
    "washing dishes": Action(
        Pose((Reach(-18, -8), Reach(18, -16))), ("kitchen",), APRON, right=Held(_plate), before=props.sink
    ),
    "watching television": Action(
        Pose((Reach(18, -8), Reach(24, -14)), ((84, 6), (90, 10)), side=True),
        ("living room",),
        casual,
        right=Held(_remote, 60),
        behind=_sitting_room,
        before=_arm_rest,
        x=-30,
        hip=39,
        width=230,
        height=146,
        share=0.6,
    ),
    "watering plants": Action(
        Pose((DOWN, Reach(24, -20)), side=False),
        ("garden", "living room"),
        casual,
        right=Held(home.watering_can),
        behind=props.potted_plant,
        x=-22,
        width=180,
    ),
    "waving": Action(Pose((DOWN, (118, 168))), ("park", "city street", "airport"), casual, "laugh"),
    "writing": Action(
        Pose((Reach(-16, -4), Reach(8, -6))),
        ("classroom", "office", "library"),
        casual,
        "calm",
        right=Held(home.pencil, 24),
        before=props.writing_desk,
        width=120,
    ),
}
"""An action -> what shows it."""
