"""Sports and outdoor actions."""

from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.subjects import action_props as props
from synthgen.renderer.sketch.subjects import action_rides as rides
from synthgen.renderer.sketch.subjects import hats
from synthgen.renderer.sketch.subjects import tools_play as play
from synthgen.renderer.sketch.subjects import work_trims as trims
from synthgen.renderer.sketch.subjects.casual import Action, casual, sporty, swimwear, winter
from synthgen.renderer.sketch.subjects.garments import Outfit
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.people import Held, Joints, Person
from synthgen.renderer.sketch.subjects.poses import RUN, WALK, Pose, Reach

RED = COLOURS["red"]
BLUE = COLOURS["blue"]
STEEL = (186, 194, 204)
YOGA = Outfit((70, 160, 160), (70, 74, 110), footwear="bare", neck="strap", sleeve=0, leg=0.95, leg_wide=-2)
LEOTARD = Outfit((226, 90, 120), (70, 74, 110), footwear="bare", sleeve=0.4, leg=0.95, leg_wide=-2)


def _blades(joints: Joints, _: Person) -> None:
    for foot in joints.feet:
        foot.line([(-3, 5), (-3, 9)], 1.6, STEEL)
        foot.line([(6, 5), (6, 9)], 1.6, STEEL)
        foot.line([(-7, 9.4), (10, 9.4), (12, 7.6)], 2, STEEL, rim=0.7)


def _rollers(joints: Joints, _: Person) -> None:
    for foot in joints.feet:
        for x in (-4, 1.5, 7):
            foot.ellipse(x, 8.6, 2.7, 2.7, (250, 200, 60), rim=0.9)


def _soccer(pen: Pen) -> None:
    play.soccer_ball(pen, 50, -30, 11)
    for y in (-24, -17):
        pen.line([(30, y), (37, y - 2)], 1.4, (150, 156, 166))


def _dribble(pen: Pen) -> None:
    play.basketball(pen, 33, -30, 13)
    for x in (22, 33, 44):
        pen.line([(x, -10), (x, -4)], 1.4, (150, 156, 166))


def _tennis_ball(pen: Pen) -> None:
    play.tennis_ball(pen, 56, -66, 6)
    for y in (-69, -64):
        pen.line([(64, y), (72, y - 2)], 1.2, (150, 156, 166))


def _ball(pen: Pen) -> None:
    play.baseball(pen, 0, -4, 8)


def _kite(pen: Pen) -> None:
    props.kite_string(pen)
    play.kite(pen.at(64, -146, turn=18))


def _board(pen: Pen) -> None:
    play.board(pen.at(0, -4, turn=6))


def _skateboard(pen: Pen) -> None:
    play.skateboard(pen.at(0, -12))


def _surf(pen: Pen) -> None:
    props.wave(pen)
    play.surfboard(pen.at(0, -12, turn=-4))


def _stick(pen: Pen) -> None:
    pen.line([(0, -12), (6, 50)], 2.6, (150, 100, 60), rim=0.8)


def _boat(pen: Pen) -> None:
    rides.rowing_boat(pen)
    rides.oar(pen.at(10, 0))


def _hoop_back(pen: Pen) -> None:
    play.hoop(pen.at(0, -62), front=False)


def _hoop_front(pen: Pen) -> None:
    play.hoop(pen.at(0, -62), front=True)


def _barbell(joints: Joints, _: Person) -> None:
    play.barbell(joints.torso, -82, 50)


SPORT: dict[str, Action] = {
    "boxing": Action(
        Pose(((40, 110), Reach(40, -38)), ((-16, -22), (22, 10)), 6, side=True),
        ("gym", "boxing ring"),
        sporty,
        "effort",
        left=Held(play.boxing_glove, 60),
        right=Held(play.boxing_glove, 80),
        behind=props.punch_bag,
        x=-22,
        width=170,
    ),
    "climbing a ladder": Action(
        Pose((Reach(25, -64), Reach(24, -30)), (Reach(22, 22), Reach(12, 54)), 6, side=True),
        ("garden", "garage", "construction site"),
        casual,
        behind=props.ladder,
        hip=86,
        width=130,
        height=196,
        share=0.85,
    ),
    "dancing": Action(
        Pose((Reach(-24, -66), (80, 30)), ((-24, -10), Reach(24, 40)), -8, 6),
        ("stage", "studio"),
        casual,
        "laugh",
        before=p(props.notes, spots=((44, -120, 26), (56, -84, 20), (-50, -70, 22))),
    ),
    "doing a handstand": Action(
        Pose((Reach(-25, -24, head=True), Reach(25, -24, head=True)), ((-16, -12), (20, 10))),
        ("gym", "park", "beach"),
        sporty,
        height=206,
        turn=180,
        share=0.85,
    ),
    "doing push-ups": Action(
        Pose((Reach(39, -34), Reach(34, -30)), ((-2, -4), (0, -2)), 0, -24, side=True),
        ("gym", "park"),
        sporty,
        "effort",
        behind=props.long_mat,
        turn=72,
        hip=34,
        x=-14,
        width=170,
        height=96,
        share=0.5,
    ),
    "doing yoga": Action(
        Pose((Reach(-3, -36, head=True), Reach(3, -36, head=True)), ((-2, 0), Reach(2, 32)), overhead=True),
        ("gym", "park", "beach"),
        YOGA,
        "calm",
        behind=props.yoga_mat,
        lift=2,
        height=190,
    ),
    "fishing": Action(
        Pose((Reach(22, -22), Reach(26, -18)), ((84, 4), (90, 6)), side=True),
        ("lake", "river", "sea"),
        casual,
        hat=p(hats.straw, colour=(226, 200, 140), band=(90, 130, 90), wide=29),
        right=Held(play.fishing_rod),
        behind=props.stool,
        before=props.bucket_on_floor,
        hip=38,
        height=146,
        share=0.66,
    ),
    "flying a kite": Action(
        Pose(((-20, -8), Reach(30, -42)), ((-10, -6), (12, 6))),
        ("park", "field", "beach"),
        casual,
        "laugh",
        behind=_kite,
        x=-14,
        width=190,
        height=190,
        share=0.85,
    ),
    "hiking": Action(
        Pose(WALK.arms[:1] + ((40, 80),), WALK.legs, 4, side=True),
        ("mountains", "forest"),
        lambda rng: Outfit(
            (206, 96, 70),
            (110, 96, 70),
            (104, 72, 52),
            "boot",
            leg=0.5,
            leg_wide=2,
            back=p(trims.rucksack, colour=(90, 130, 80)),
        ),
        hat=p(hats.straw, colour=(200, 176, 120), band=(90, 70, 50), wide=29),
        right=Held(_stick),
    ),
    "hula hooping": Action(
        Pose(((-70, -130), (70, 130)), ((-10, -4), (12, 2)), 5),
        ("park", "gym", "playground"),
        sporty,
        "laugh",
        behind=_hoop_back,
        before=_hoop_front,
    ),
    "ice skating": Action(
        Pose(((-70, -50), (70, 90)), ((-34, -70), (16, -6)), 10, side=True),
        ("lake", "park", "snowy mountains"),
        winter,
        hat=p(hats.beanie, colour=RED, fold=(250, 240, 230)),
        finish=_blades,
        lift=5,
    ),
    "jumping": Action(
        Pose(((-130, -160), (130, 160)), ((-44, 40), (44, -40))),
        ("park", "beach", "gym"),
        sporty,
        "laugh",
        behind=props.ground_shadow,
        lift=22,
        height=190,
    ),
    "jumping rope": Action(
        Pose((Reach(-30, -16), Reach(30, -16)), ((-8, 14), (8, -14))),
        ("playground", "gym", "park"),
        sporty,
        "laugh",
        before=props.jump_rope,
        behind=props.ground_shadow,
        lift=14,
        height=186,
    ),
    "kicking a ball": Action(
        Pose(((-60, -30), (70, 110)), ((-12, -24), (62, 50)), -8, side=True),
        ("stadium", "field", "park"),
        sporty,
        behind=_soccer,
    ),
    "lifting weights": Action(
        Pose((Reach(-26, -80), Reach(26, -80)), ((-14, -4), (14, 4))),
        ("gym",),
        sporty,
        "effort",
        finish=_barbell,
        width=130,
        height=190,
        share=0.85,
    ),
    "meditating": Action(
        Pose((Reach(-25, -6), Reach(25, -6)), ((-80, 78), (80, -78))),
        ("park", "beach", "living room", "mountains"),
        LEOTARD,
        "calm",
        hip=25,
        behind=props.yoga_mat,
        height=128,
        share=0.62,
    ),
    "playing basketball": Action(
        Pose(((-40, 20), Reach(27, -8)), ((-18, -20), (22, 6)), 8, side=True),
        ("gym", "stadium", "playground"),
        lambda rng: Outfit(
            (240, 130, 50), (240, 130, 50), RED, "sneaker", sleeve=0, neck="strap", leg=0.46, leg_wide=3
        ),
        behind=_dribble,
    ),
    "playing tennis": Action(
        Pose(((-40, -80), Reach(34, -30)), ((-30, -20), (34, 20)), 8, side=True),
        ("tennis court",),
        sporty,
        "effort",
        hat=p(hats.cap, colour=COLOURS["white"]),
        right=Held(play.racket, 52),
        behind=_tennis_ball,
    ),
    "riding a bicycle": Action(
        Pose((Reach(41, -28), Reach(39, -28)), (Reach(24, 22), Reach(25, 47)), 20, -14, side=True),
        ("city street", "park"),
        casual,
        hat=p(hats.helmet, colour=BLUE),
        behind=rides.bicycle,
        x=-16,
        hip=66,
        height=162,
        share=0.72,
    ),
    "riding a horse": Action(
        Pose((Reach(28, -16), Reach(27, -14)), ((50, 4), (44, -2)), side=True),
        ("farm", "field", "desert"),
        casual,
        hat=p(hats.cowboy, colour=(150, 98, 56)),
        behind=rides.horse,
        x=-6,
        hip=90,
        size=0.84,
        width=170,
        height=174,
        share=0.8,
    ),
    "roller skating": Action(
        Pose(((-60, -40), (60, 90)), ((-30, -60), (18, -4)), 8, side=True),
        ("city street", "park"),
        sporty,
        "laugh",
        hat=p(hats.helmet, colour=(230, 90, 150)),
        finish=_rollers,
        lift=5,
    ),
    "rowing": Action(
        Pose((Reach(22, -22), Reach(20, -24)), ((80, 60), (84, 64)), -6, side=True),
        ("lake", "river", "sea"),
        casual,
        "effort",
        before=_boat,
        hip=34,
        x=-8,
        width=180,
        height=140,
        share=0.6,
        rests="water",
    ),
    "running": Action(RUN, ("park", "stadium", "city street"), sporty),
    "skateboarding": Action(
        Pose(((-75, -85), (75, 85)), ((-26, 2), (30, -4)), 6),
        ("city street", "park"),
        casual,
        "laugh",
        hat=p(hats.helmet, colour=(80, 170, 110)),
        behind=_skateboard,
        lift=13,
    ),
    "skiing": Action(
        Pose((Reach(32, -30), Reach(30, -24)), ((34, -18), (30, -16)), 16, -8, side=True),
        ("ski slope", "snowy mountains"),
        winter,
        hat=p(hats.beanie, colour=BLUE, fold=(240, 240, 240)),
        left=Held(play.ski_pole),
        right=Held(play.ski_pole),
        behind=rides.skis,
        finish=lambda joints, _: hats.goggles(joints.head.at(4, 0), (60, 64, 80), (250, 170, 60)),
        lift=3,
    ),
    "snowboarding": Action(
        Pose(((-80, -70), (80, 100)), ((-40, 16), (44, -6)), -6),
        ("ski slope", "snowy mountains"),
        winter,
        hat=p(hats.helmet, colour=(240, 170, 50), stripe=None),
        behind=_board,
        finish=lambda joints, _: hats.goggles(joints.head, (60, 64, 80), (130, 220, 240)),
        lift=7,
    ),
    "stretching": Action(
        Pose(((-165, 140), Reach(14, -4)), ((-24, -18), (24, 18)), 22), ("gym", "park"), sporty, "calm"
    ),
    "surfing": Action(
        Pose(((-80, -90), (80, 100)), ((-46, 16), (46, -14)), 6),
        ("sea", "beach"),
        swimwear,
        "laugh",
        behind=_surf,
        lift=15,
        width=170,
        height=174,
        share=0.7,
        rests="water",
    ),
    "swimming": Action(
        Pose(((-150, -60), (100, 140)), side=False),
        ("swimming pool", "sea", "lake"),
        swimwear,
        hat=p(hats.surgeon, colour=(240, 90, 80)),
        finish=lambda joints, _: hats.goggles(joints.head.at(0, 0, 0.94), (50, 90, 160), y=-14),
        before=props.water_patch,
        hip=-8,
        height=112,
        width=170,
        share=0.45,
        rests="water",
    ),
    "throwing a ball": Action(
        Pose(((70, 95), (-120, -165)), ((-30, -20), (34, 10)), -8, side=True),
        ("park", "field", "beach"),
        sporty,
        "laugh",
        right=Held(_ball),
    ),
    "walking": Action(WALK, ("park", "city street"), casual),
    "walking a dog": Action(
        Pose(((-24, -10), Reach(25, -6)), WALK.legs, side=True),
        ("park", "city street"),
        casual,
        behind=props.dog,
        before=props.leash,
        x=-26,
        width=210,
    ),
}
"""An action -> what shows it."""
