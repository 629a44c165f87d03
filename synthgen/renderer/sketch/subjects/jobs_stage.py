"""Jobs on stage, in sport, at court, and of adventure."""

from functools import partial as p

from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.subjects import costumes as wear
from synthgen.renderer.sketch.subjects import hats
from synthgen.renderer.sketch.subjects import tools_hand as hand
from synthgen.renderer.sketch.subjects import tools_home as home
from synthgen.renderer.sketch.subjects import tools_play as play
from synthgen.renderer.sketch.subjects import work_props as props
from synthgen.renderer.sketch.subjects.jobs import DOWN, OUT, UP, Job, aside, both, carried
from synthgen.renderer.sketch.subjects.people import Held
from synthgen.renderer.sketch.subjects.poses import Pose, Reach

RED = COLOURS["red"]

STAGE: dict[str, Job] = {
    "artist": Job(
        wear.PAINTER,
        ("studio", "garden", "park"),
        p(hats.beret, colour=RED),
        Held(hand.paintbrush, 24),
        Held(hand.palette),
        pose=Pose(arms=(Reach(-22, -18), UP)),
    ),
    "astronaut": Job(
        wear.ASTRONAUT,
        ("space", "moon"),
        hats.space_helmet,
        Held(props.flag),
        pose=Pose(arms=((-24, -10), Reach(30, -22))),
    ),
    "athlete": Job(
        wear.ATHLETE,
        ("stadium", "gym"),
        p(hats.headband, colour=RED),
        Held(props.trophy),
        pose=Pose(arms=(Reach(-15, -4), UP)),
        mood="laugh",
    ),
    "ballerina": Job(
        wear.BALLET,
        ("stage", "theater"),
        pose=Pose(
            arms=(Reach(-8, -37, head=True), Reach(8, -37, head=True)), legs=((-2, -1), Reach(3, 28)), overhead=True
        ),
        hair="bun",
    ),
    "baseball player": Job(
        wear.BASEBALL,
        ("stadium", "field"),
        p(hats.cap, colour=(40, 60, 120)),
        Held(play.bat, 30),
        pose=Pose(arms=(Reach(16, -30), Reach(22, -34))),
    ),
    "boxer": Job(
        wear.BOXER,
        ("boxing ring", "gym"),
        None,
        Held(play.boxing_glove),
        Held(play.boxing_glove, mirror=True),
        pose=Pose(arms=(Reach(-15, -36), Reach(15, -36))),
        mood="effort",
    ),
    "clown": Job(
        wear.CLOWN,
        ("circus",),
        p(props.clown_face),
        Held(props.balloons),
        pose=Pose(arms=((-50, -120), UP)),
        mood="laugh",
        lifted=p(props.clown_face, painted=False),
    ),
    "conductor": Job(
        wear.CONDUCTOR,
        ("stage", "theater"),
        right=Held(hand.baton),
        pose=Pose(arms=((-70, -150), (74, 140))),
        before=p(aside, paint=props.music_stand, x=-34),
    ),
    "cowboy": Job(
        wear.COWBOY,
        ("desert", "farm"),
        p(hats.cowboy, colour=(150, 98, 56)),
        Held(hand.rope),
        pose=Pose(arms=(Reach(-15, -4), UP)),
    ),
    "detective": Job(
        wear.DETECTIVE,
        ("city street", "museum", "office"),
        p(hats.fedora, colour=(150, 112, 70), band=(70, 50, 40)),
        Held(hand.magnifier),
        pose=Pose(arms=(DOWN, UP)),
    ),
    "diver": Job(
        wear.DIVER,
        ("underwater", "sea"),
        p(hats.goggles, colour=(240, 190, 40)),
        pose=Pose(arms=((-60, -90), (60, 120))),
        face=props.snorkel,
    ),
    "DJ": Job(
        wear.DJ,
        ("stage",),
        p(hats.headset, colour=(240, 90, 180)),
        pose=Pose(arms=(Reach(-20, -4), UP)),
        before=props.turntables,
        mood="laugh",
    ),
    "explorer": Job(
        wear.EXPLORER,
        ("desert", "forest", "mountains"),
        p(hats.straw, colour=(206, 178, 124), band=(110, 76, 50), wide=30),
        front=carried(home.treasure_map, -18),
        pose=both(22, -16),
    ),
    "goalkeeper": Job(
        wear.GOALKEEPER,
        ("stadium", "field"),
        front=carried(props.ball_to_catch, -22),
        left=Held(props.glove),
        right=Held(props.glove, mirror=True),
        pose=both(17, -24),
        behind=props.goal,
    ),
    "graduate": Job(
        wear.GRADUATE,
        ("library", "park", "classroom"),
        hats.mortarboard,
        Held(props.diploma, 20),
        pose=Pose(arms=(DOWN, (120, 165))),
        mood="laugh",
    ),
    "guitarist": Job(wear.ROCKER, ("stage",), front=play.guitar, pose=Pose(arms=(Reach(-2, -9), Reach(32, -22)))),
    "judge": Job(wear.JUDGE, ("courtroom",), hats.wig, Held(hand.gavel), pose=Pose(arms=(DOWN, UP))),
    "king": Job(wear.KING, ("castle",), hats.crown, Held(props.sceptre), pose=Pose(arms=(Reach(-14, -6), OUT))),
    "knight": Job(
        wear.KNIGHT,
        ("castle",),
        hats.knight,
        Held(hand.sword, 8),
        Held(hand.shield),
        pose=Pose(arms=(Reach(-18, -16), Reach(25, -20))),
    ),
    "lawyer": Job(
        wear.LAWYER,
        ("courtroom", "office"),
        right=Held(hand.scales),
        left=Held(hand.briefcase),
        pose=Pose(arms=((-14, -4), UP)),
    ),
    "lifeguard": Job(
        wear.LIFEGUARD,
        ("beach", "swimming pool"),
        p(hats.cap, colour=RED),
        Held(play.ring_buoy),
        pose=Pose(arms=(Reach(-15, -4), Reach(26, -14))),
    ),
    "magician": Job(
        wear.MAGICIAN,
        ("stage", "theater", "circus"),
        p(hats.top_hat, colour=(46, 46, 54), band=RED),
        Held(hand.wand, 16),
        Held(props.rabbit),
        pose=Pose(arms=(Reach(-25, -18), UP)),
    ),
    "photographer": Job(
        wear.PHOTOGRAPHER,
        ("park", "studio", "city street"),
        pose=Pose(arms=(Reach(-12, 9, head=True), Reach(13, 9, head=True))),
        face=props.camera_before_eye,
        lifted=props.camera_before_chin,
    ),
    "pirate": Job(
        wear.PIRATE,
        ("harbor", "sea", "beach"),
        hats.tricorne,
        Held(hand.cutlass),
        Held(props.parrot),
        pose=Pose(arms=(Reach(-24, -30), OUT)),
        face=hats.eye_patch,
    ),
    "queen": Job(wear.QUEEN, ("castle",), hats.crown, Held(props.sceptre), pose=Pose(arms=(Reach(-14, -6), OUT))),
    "sailor": Job(
        wear.SAILOR,
        ("harbor", "sea"),
        p(props.sailor_hat),
        Held(props.anchor),
        pose=Pose(arms=(Reach(-15, -4), Reach(26, -18))),
    ),
    "singer": Job(
        wear.SINGER,
        ("stage",),
        his=wear.SINGER_SUIT,
        right=Held(hand.microphone, -30),
        pose=Pose(arms=((-70, -130), Reach(17, 20, head=True))),
        mood="sing",
    ),
    "soldier": Job(
        wear.SOLDIER,
        ("desert", "forest", "field"),
        p(hats.army, colour=(98, 112, 66)),
        pose=Pose(arms=(DOWN, Reach(18, -8, head=True))),
    ),
    "tennis player": Job(
        wear.TENNIS,
        ("tennis court",),
        p(hats.headband, colour=(80, 150, 210)),
        Held(play.racket, 20),
        Held(props.tossed_ball),
        pose=Pose(arms=(Reach(-24, -18), UP)),
    ),
    "violinist": Job(
        wear.VIOLINIST,
        ("stage", "theater"),
        right=Held(play.violin),
        pose=Pose(arms=(Reach(16, -20), Reach(51, -43))),
    ),
}
"""A profession -> what tells it."""
