"""Professions: people whose dress, hat and tool tell what they do."""

from dataclasses import replace
from functools import partial as p

from synthgen.renderer.sketch.canvas import Canvas
from synthgen.renderer.sketch.drawing import Drawing, Look, PersonKind
from synthgen.renderer.sketch.subjects.jobs import Job
from synthgen.renderer.sketch.subjects.jobs_stage import STAGE
from synthgen.renderer.sketch.subjects.jobs_trades import TRADES
from synthgen.renderer.sketch.subjects.pen import Pen
from synthgen.renderer.sketch.subjects.people import MARGIN, chosen, paint_person, some_person
from synthgen.renderer.sketch.subjects.tones import glasses_said

GROWN: tuple[PersonKind, ...] = ("man", "woman")
HOLDERS: dict[str, tuple[PersonKind, ...]] = {"king": ("man",), "queen": ("woman",), "ballerina": ("woman",)}
JOBS: dict[str, Job] = dict(sorted({**TRADES, **STAGE}.items()))


def _paint(canvas: Canvas, look: Look, name: str) -> None:
    job = JOBS[name]
    # By luck a grown-up: a child is shown only where the prompt asks for one.
    grown = chosen(look, HOLDERS.get(name, GROWN))
    look = replace(look, colour=None, person=grown)
    fixed: dict[str, object] = {"pose": job.pose, "mood": job.mood, "left": job.left, "right": job.right}
    outfit = job.his if job.his and grown in ("man", "boy") else job.outfit
    hat, face = job.hat, job.face
    if job.lifted and (look.age or look.skin):
        hat, face = hat and job.lifted, face and job.lifted
    person = some_person(look, outfit, hat, front=job.front, **fixed)
    if job.hair and person.who in ("woman", "girl"):
        person = replace(person, hair=job.hair)
    if job.glasses:
        person = replace(person, glasses=glasses_said(look, (70, 52, 46)))
    elif face:
        person = replace(person, glasses=None)
    floor = Pen(canvas).at(canvas.width / 2, canvas.height - MARGIN)
    if job.behind:
        job.behind(floor)
    joints = paint_person(canvas, person)
    if face:
        face(joints.head)
    if job.before:
        job.before(floor)


PROFESSIONS: dict[str, Drawing] = {
    name: Drawing(
        p(_paint, name=name),
        width=160,
        height=188,
        size=0.84,
        recolours=False,
        variants=12,
        places=job.places,
    )
    for name, job in JOBS.items()
}
"""A profession -> its drawing."""
