"""Actions: people whose pose and tools show what they do."""

from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.colours import COLOURS
from synthgen.renderer.sketch.drawing import Drawing, Look
from synthgen.renderer.sketch.subjects.actions_home import AT_HOME
from synthgen.renderer.sketch.subjects.actions_more import MORE
from synthgen.renderer.sketch.subjects.actions_sport import SPORT
from synthgen.renderer.sketch.subjects.casual import Action, swimwear
from synthgen.renderer.sketch.subjects.garments import BUILDS
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.people import MARGIN, paint_person, some_person

WHITE = COLOURS["white"]
DOING: dict[str, Action] = dict(sorted({**AT_HOME, **SPORT, **MORE}.items()))


def _paint(canvas: Canvas, look: Look, name: str) -> None:
    action = DOING[name]
    person = some_person(
        look,
        action.dress,
        action.hat,
        pose=action.pose,
        mood=action.mood,
        left=action.left,
        right=action.right,
        front=action.front,
    )
    if action.finish or action.mood == "sleep":
        person = replace(person, glasses=None)
    if action.dress is swimwear and person.who in ("man", "boy"):
        person = replace(person, outfit=replace(person.outfit, neck="bare", leg=0.38, leg_wide=2))
    scale = BUILDS[person.who].size * action.size
    base = canvas.height - MARGIN
    floor = Pen(canvas).at(canvas.width / 2, base, scale)
    if action.behind:
        action.behind(floor)
    joints = paint_person(
        canvas,
        person,
        canvas.width / 2 + action.x * scale,
        base - action.lift * scale,
        None if action.hip is None else base - action.hip * scale,
        action.size,
        action.turn,
    )
    if action.finish:
        action.finish(joints, person)
    if action.before:
        action.before(floor)


ACTIONS: dict[str, Drawing] = {
    name: Drawing(
        p(_paint, name=name),
        width=action.width,
        height=action.height,
        size=action.share,
        rests=action.rests,
        recolours=False,
        variants=12,
        places=action.places,
    )
    for name, action in DOING.items()
}
"""An action -> its drawing."""
