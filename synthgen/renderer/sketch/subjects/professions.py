"""Professions: people whose dress, hat and tool tell what they do."""

from dataclasses import dataclass, replace
from functools import partial as p

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.drawing import Drawing, Look, PersonKind
from synthgen.renderer.sketch.subjects import hats
from synthgen.renderer.sketch.subjects import tools_hand as hand
from synthgen.renderer.sketch.subjects import tools_home as home
from synthgen.renderer.sketch.subjects import tools_play as play
from synthgen.renderer.sketch.subjects import work_clothes as wear
from synthgen.renderer.sketch.subjects import work_props as props
from synthgen.renderer.sketch.subjects.garments import Detail, Outfit
from synthgen.renderer.sketch.subjects.heads import Mood
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.people import Held, paint_person, some_person
from synthgen.renderer.sketch.subjects.poses import Pose, Reach

RED = COLOURS["red"]
BLUE = COLOURS["blue"]
YELLOW = COLOURS["yellow"]
GROWN: tuple[PersonKind, ...] = ("man", "woman")
HOLDERS: dict[str, PersonKind] = {"king": "man", "queen": "woman", "ballerina": "woman"}
DOWN = (-16, -6)
OUT = Reach(25, -20)
UP = Reach(30, -44)


@dataclass(frozen=True)
class Job:
    """What tells a profession."""

    outfit: Outfit
    places: tuple[str, ...]
    hat: Detail | None = None
    right: Held | None = None
    left: Held | None = None
    front: Detail | None = None
    pose: Pose = Pose(arms=(DOWN, OUT))
    mood: Mood = "smile"
    hair: str | None = None
    glasses: bool = False
    face: Detail | None = None
    """What is over the face or around the head, in the head's units, painted last."""
    behind: Detail | None = None
    before: Detail | None = None
    """What stands behind or before the person: (0, 0) is the middle of the floor."""


def carried(paint: Detail, y: float) -> Detail:
    """A thing held before the torso at the height `y`."""
    return p(_carry, paint=paint, y=y)


def _carry(pen: Pen, paint: Detail, y: float) -> None:
    paint(pen.at(0, y))


def _aside(pen: Pen, paint: Detail, x: float) -> None:
    paint(pen.at(x, 0))


def both(x: float, y: float) -> Pose:
    """Both hands before the body."""
    return Pose(arms=(Reach(-x, y), Reach(x, y)))


JOBS: dict[str, Job] = {
    "artist": Job(wear.PAINTER, ("studio", "garden", "park"), p(hats.beret, colour=RED), Held(hand.paintbrush, 24), Held(hand.palette), pose=Pose(arms=(Reach(-22, -18), UP))),
    "astronaut": Job(wear.ASTRONAUT, ("space", "moon"), hats.space_helmet, Held(props.flag), pose=Pose(arms=((-24, -10), Reach(30, -22)))),
    "athlete": Job(wear.ATHLETE, ("stadium", "gym"), p(hats.headband, colour=RED), Held(props.trophy), pose=Pose(arms=(Reach(-15, -4), UP)), mood="laugh"),
    "baker": Job(wear.BAKER, ("bakery", "kitchen"), hats.chef, front=carried(home.loaf_tray, -16), pose=both(21, -14)),
    "ballerina": Job(wear.BALLET, ("stage", "theater"), pose=Pose(arms=(Reach(-9, -34, head=True), Reach(9, -34, head=True)), legs=((-2, -1), Reach(3, 28))), hair="bun"),
    "barber": Job(wear.BARBER, ("barber shop",), right=Held(hand.scissors, 20), left=Held(hand.comb, -10), pose=Pose(arms=(Reach(-25, -22), UP))),
    "barista": Job(wear.BARISTA, ("cafe",), right=Held(home.mug), left=Held(props.milk_jug), pose=Pose(arms=(Reach(-22, -12), OUT))),
    "baseball player": Job(wear.BASEBALL, ("stadium", "field"), p(hats.cap, colour=(40, 60, 120)), Held(play.bat, 30), pose=Pose(arms=(Reach(16, -30), Reach(22, -34)))),
    "beekeeper": Job(wear.BEEKEEPER, ("garden", "farm", "field"), hats.veil, Held(props.honeycomb), pose=Pose(arms=(DOWN, OUT)), face=props.swarm),
    "boxer": Job(wear.BOXER, ("boxing ring", "gym"), None, Held(play.boxing_glove), Held(play.boxing_glove, mirror=True), pose=Pose(arms=(Reach(-15, -36), Reach(15, -36))), mood="effort"),
    "business person": Job(wear.BUSINESS, ("office", "city street"), right=Held(hand.briefcase), left=Held(home.phone, -14), pose=Pose(arms=(Reach(-22, 4, head=True), (14, 4)))),
    "butcher": Job(wear.BUTCHER, ("market", "supermarket", "kitchen"), p(props.paper_hat, colour=RED), Held(hand.cleaver, 10), Held(props.meat), pose=Pose(arms=(Reach(-24, -16), UP))),
    "carpenter": Job(wear.CARPENTER, ("construction site", "garage"), right=Held(hand.saw, -12), left=Held(props.plank), pose=Pose(arms=(Reach(-23, -4), OUT))),
    "chef": Job(wear.CHEF, ("kitchen", "restaurant"), hats.chef, Held(home.pan), Held(home.spoon, -14), pose=Pose(arms=(Reach(-26, -26), OUT))),
    "clown": Job(wear.CLOWN, ("circus",), p(props.clown_face), Held(props.balloons), pose=Pose(arms=((-50, -120), UP)), mood="laugh"),
    "conductor": Job(wear.CONDUCTOR, ("stage", "theater"), right=Held(hand.baton), pose=Pose(arms=((-70, -150), (74, 140))), before=p(_aside, paint=props.music_stand, x=-34)),
    "construction worker": Job(wear.BUILDER, ("construction site",), p(hats.hard_hat, colour=YELLOW), Held(hand.drill), pose=Pose(arms=(Reach(-15, -4), OUT)), before=p(_aside, paint=props.traffic_cone, x=-34)),
    "courier": Job(wear.COURIER, ("city street",), p(hats.cap, colour=(150, 92, 46)), front=carried(hand.parcel, -14), pose=both(19, -12)),
    "cowboy": Job(wear.COWBOY, ("desert", "farm"), p(hats.cowboy, colour=(150, 98, 56)), Held(hand.rope), pose=Pose(arms=(Reach(-15, -4), UP))),
    "dentist": Job(wear.DENTIST, ("dental clinic",), None, Held(props.dental_mirror, 14), Held(hand.tooth), pose=Pose(arms=(Reach(-25, -20), UP)), face=p(hats.mask, colour=(170, 216, 220))),
    "detective": Job(wear.DETECTIVE, ("city street", "museum", "office"), p(hats.fedora, colour=(150, 112, 70), band=(70, 50, 40)), Held(hand.magnifier), pose=Pose(arms=(DOWN, UP))),
    "diver": Job(wear.DIVER, ("underwater", "sea"), p(hats.goggles, colour=(240, 190, 40)), pose=Pose(arms=((-60, -90), (60, 120))), face=props.snorkel),
    "DJ": Job(wear.DJ, ("stage",), p(hats.headset, colour=(240, 90, 180)), pose=Pose(arms=(Reach(-20, -4), UP)), before=props.turntables, mood="laugh"),
    "doctor": Job(wear.DOCTOR, ("hospital",), right=Held(hand.clipboard), pose=Pose(arms=(DOWN, Reach(21, -20)))),
    "electrician": Job(wear.ELECTRICIAN, ("construction site", "garage"), p(hats.hard_hat, colour=BLUE), Held(props.light_bulb), Held(props.cable), pose=Pose(arms=(Reach(-23, -8), UP))),
    "explorer": Job(wear.EXPLORER, ("desert", "forest", "mountains"), p(hats.straw, colour=(206, 178, 124), band=(110, 76, 50), wide=30), front=carried(home.treasure_map, -18), pose=both(22, -16)),
    "farmer": Job(wear.FARMER, ("farm", "field"), p(hats.straw, colour=(238, 204, 112), band=(190, 60, 50)), Held(p(hand.rake, pitchfork=True)), pose=Pose(arms=(Reach(-15, -4), Reach(26, -14)))),
    "firefighter": Job(wear.FIREFIGHTER, ("fire station", "city street"), p(hats.firefighter, colour=RED), Held(hand.hose), Held(hand.axe, -16), pose=Pose(arms=(Reach(-23, -8), OUT))),
    "fisherman": Job(wear.FISHER, ("lake", "river", "harbor", "sea"), p(props.rain_hat, colour=(236, 186, 40)), Held(play.fishing_rod), pose=Pose(arms=(Reach(-15, -4), OUT))),
    "flight attendant": Job(wear.ATTENDANT, ("airport",), p(props.side_cap, colour=(40, 74, 140)), Held(hand.suitcase), pose=Pose(arms=((-70, -150), (16, 6)))),
    "florist": Job(wear.FLORIST, ("garden", "market"), right=Held(home.bouquet), left=Held(p(home.watering_can, water=False), mirror=True), pose=Pose(arms=(Reach(-22, -4), Reach(22, -22)))),
    "gardener": Job(wear.GARDENER, ("garden", "park"), p(hats.straw, colour=(232, 200, 120), band=(80, 140, 80), wide=31), Held(home.potted_flower), Held(hand.shovel), pose=Pose(arms=(Reach(-24, -12), OUT))),
    "goalkeeper": Job(wear.GOALKEEPER, ("stadium", "field"), front=carried(play.soccer_ball, -20), pose=both(11, -18), behind=props.goal),
    "graduate": Job(wear.GRADUATE, ("library", "park", "classroom"), hats.mortarboard, Held(props.diploma, 20), pose=Pose(arms=(DOWN, (120, 165))), mood="laugh"),
    "guitarist": Job(wear.ROCKER, ("stage",), front=play.guitar, pose=Pose(arms=(Reach(-2, -9), Reach(32, -22)))),
    "hairdresser": Job(wear.HAIRDRESSER, ("barber shop",), right=Held(hand.hair_dryer), left=Held(p(hand.comb, colour=(230, 90, 150)), -16), pose=Pose(arms=(Reach(-25, -22), OUT))),
    "journalist": Job(wear.JOURNALIST, ("city street", "office"), right=Held(hand.microphone, -24), left=Held(props.notepad), pose=Pose(arms=(Reach(-18, -18), Reach(22, -38))), mood="sing"),
    "judge": Job(wear.JUDGE, ("courtroom",), hats.wig, Held(hand.gavel), pose=Pose(arms=(DOWN, UP))),
    "king": Job(wear.KING, ("castle",), hats.crown, Held(props.sceptre), pose=Pose(arms=(Reach(-14, -6), OUT))),
    "knight": Job(wear.KNIGHT, ("castle",), hats.knight, Held(hand.sword, 8), Held(hand.shield), pose=Pose(arms=(Reach(-18, -16), Reach(25, -20)))),
    "lawyer": Job(wear.LAWYER, ("courtroom", "office"), right=Held(hand.scales), left=Held(hand.briefcase), pose=Pose(arms=((-14, -4), UP))),
    "librarian": Job(wear.LIBRARIAN, ("library",), front=carried(props.book_pile, -14), pose=both(16, -3), glasses=True),
    "lifeguard": Job(wear.LIFEGUARD, ("beach", "swimming pool"), p(hats.cap, colour=RED), Held(play.ring_buoy), pose=Pose(arms=(Reach(-15, -4), Reach(26, -14)))),
    "magician": Job(wear.MAGICIAN, ("stage", "theater", "circus"), p(hats.top_hat, colour=(46, 46, 54), band=RED), Held(hand.wand, 16), Held(props.rabbit), pose=Pose(arms=(Reach(-25, -18), UP))),
    "mail carrier": Job(wear.POSTAL, ("city street",), p(hats.flat_peak, colour=(50, 74, 130), peak=(30, 34, 48), band=(36, 50, 92), sign=None), Held(hand.letter), pose=Pose(arms=(DOWN, OUT))),
    "mechanic": Job(wear.MECHANIC, ("garage",), p(hats.cap, colour=(44, 66, 110)), Held(hand.wrench, 14), Held(hand.toolbox), pose=Pose(arms=((-16, -6), UP))),
    "miner": Job(wear.MINER, ("mine",), p(hats.miner, colour=YELLOW), Held(hand.pickaxe, 12), Held(home.lantern), pose=Pose(arms=((-24, -14), OUT))),
    "nurse": Job(wear.NURSE, ("hospital",), hats.nurse, Held(hand.syringe), pose=Pose(arms=(DOWN, UP))),
    "photographer": Job(wear.PHOTOGRAPHER, ("park", "studio", "city street"), pose=Pose(arms=(Reach(-12, 9, head=True), Reach(13, 9, head=True))), face=props.camera_before_eye),
    "pilot": Job(wear.PILOT, ("airport",), p(hats.flat_peak, colour=(34, 44, 84), peak=(24, 26, 34), band=(24, 30, 56)), Held(props.toy_plane), pose=Pose(arms=(Reach(-15, -4), UP))),
    "pirate": Job(wear.PIRATE, ("harbor", "sea", "beach"), hats.tricorne, Held(hand.cutlass), Held(props.parrot), pose=Pose(arms=(Reach(-24, -30), OUT)), face=hats.eye_patch),
    "plumber": Job(wear.PLUMBER, ("bathroom", "kitchen"), p(hats.cap, colour=RED), Held(hand.wrench, 14), Held(hand.plunger), pose=Pose(arms=(Reach(-24, -16), UP))),
    "police officer": Job(wear.POLICE, ("police station", "city street"), p(hats.flat_peak, colour=(42, 62, 120), peak=(24, 26, 36), band=(26, 34, 66)), Held(props.stop_sign), pose=Pose(arms=(Reach(-15, -4), Reach(27, -30)))),
    "queen": Job(wear.QUEEN, ("castle",), hats.crown, Held(props.sceptre), pose=Pose(arms=(Reach(-14, -6), OUT))),
    "sailor": Job(wear.SAILOR, ("harbor", "sea"), p(props.sailor_hat), Held(props.anchor), pose=Pose(arms=(Reach(-15, -4), Reach(26, -18)))),
    "scientist": Job(wear.SCIENTIST, ("laboratory",), None, Held(hand.flask), Held(hand.test_tube), pose=Pose(arms=(Reach(-26, -28), Reach(26, -22))), face=p(hats.goggles, colour=(70, 76, 90), y=-12)),
    "singer": Job(wear.SINGER, ("stage",), right=Held(hand.microphone, -30), pose=Pose(arms=((-70, -130), Reach(17, 20, head=True))), mood="sing"),
    "soldier": Job(wear.SOLDIER, ("desert", "forest", "field"), p(hats.army, colour=(98, 112, 66)), pose=Pose(arms=(DOWN, Reach(18, -8, head=True)))),
    "surgeon": Job(wear.SURGEON, ("hospital",), p(hats.surgeon, colour=(60, 150, 140)), Held(props.scalpel), pose=Pose(arms=(Reach(-22, -30), UP)), face=p(hats.mask, colour=(170, 216, 220))),
    "tailor": Job(wear.TAILOR, ("studio",), right=Held(hand.scissors, 14), left=Held(props.thread_spool), pose=Pose(arms=(Reach(-24, -18), UP))),
    "teacher": Job(wear.TEACHER, ("classroom",), right=Held(props.pointer), left=Held(hand.book), pose=Pose(arms=(Reach(-16, -16), UP)), glasses=True),
    "tennis player": Job(wear.TENNIS, ("tennis court",), p(hats.headband, colour=(80, 150, 210)), Held(play.racket, 20), Held(props.tossed_ball), pose=Pose(arms=(Reach(-24, -18), UP))),
    "veterinarian": Job(wear.VET, ("hospital", "farm"), front=carried(props.puppy, -16), pose=both(12, -6)),
    "violinist": Job(wear.VIOLINIST, ("stage", "theater"), front=play.violin, left=Held(play.bow, 6), pose=Pose(arms=(Reach(19, -25), Reach(43, -47)))),
    "waiter": Job(wear.WAITER, ("restaurant", "cafe"), None, Held(hand.tray), Held(props.towel), pose=Pose(arms=(Reach(-16, -14), Reach(30, -42)))),
    "welder": Job(wear.WELDER, ("garage", "construction site"), p(props.welding_mask), Held(hand.torch), pose=Pose(arms=(DOWN, OUT))),
    "zookeeper": Job(wear.ZOOKEEPER, ("forest", "park"), p(hats.straw, colour=(196, 176, 120), band=(96, 80, 50), wide=30), Held(home.bucket), Held(props.monkey), pose=Pose(arms=(Reach(-24, -22), (18, 8)))),
}
"""A profession -> what tells it."""


def _paint(canvas: Canvas, look: Look, name: str) -> None:
    job = JOBS[name]
    # By luck a grown-up: a child is shown only where the prompt asks for one.
    grown = look.person or HOLDERS.get(name) or look.rng.choice(GROWN)
    look = Look(look.rng, None, grown)
    fixed: dict[str, object] = {"pose": job.pose, "mood": job.mood, "left": job.left, "right": job.right}
    person = some_person(look, job.outfit, job.hat, front=job.front, **fixed)
    if job.hair and person.who in ("woman", "girl"):
        person = replace(person, hair=job.hair)
    if job.glasses:
        person = replace(person, glasses=(70, 52, 46))
    elif job.face:
        person = replace(person, glasses=None)
    floor = Pen(canvas).at(canvas.width / 2, canvas.height - 2)
    if job.behind:
        job.behind(floor)
    joints = paint_person(canvas, person)
    if job.face:
        job.face(joints.head)
    if job.before:
        job.before(floor)


PROFESSIONS: dict[str, Drawing] = {
    name: Drawing(
        p(_paint, name=name),
        width=160,
        height=186,
        size=0.82,
        recolours=False,
        variants=12,
        places=job.places,
    )
    for name, job in JOBS.items()
}
"""A profession -> its drawing."""
