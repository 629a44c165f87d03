"""One rater at work: what the page shows, and what happens to what it sends. All of it inside a transaction.

What is told here is all that the page knows: no item, no model, no kind of a statement but calibration.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Any

from eval_bench.study import planning
from eval_bench.study.database import Database
from eval_bench.study.planning import STRETCH
from eval_bench.study.types import VOTES, Asked, Design, Rater, Statement, Task, passed

State = dict[str, Any]
PACE = 20
"""Statements whose median tells how long the rest will take."""


class Fault(Exception):
    """Why a request is not answered: an HTTP status, and a sentence for the rater."""

    def __init__(self, status: int, sentence: str, after: float = 0) -> None:
        """`after`: seconds after which it may be tried again; 0 where that would not help."""
        super().__init__(sentence)
        self.status, self.sentence, self.after = status, sentence, after


def state(db: Database, rater: Rater, at: float) -> State:
    """What the page shows now; the clock of what it shows starts at `at` (Unix time)."""
    if db.design.consent and not rater.agreed:
        return {"step": "consent", "form": db.design.form}
    if not (tasks := db.tasks(rater.id)):
        planning.plan(db, rater, at)
        tasks = db.tasks(rater.id)
    return _told(db, rater, tasks, at)


def agree(db: Database, rater: Rater, at: float) -> State:
    """They read the consent text and agree to it."""
    db.agree(rater.id)
    return state(db, replace(rater, agreed="now"), at)


def vote(db: Database, rater: Rater, task_id: str, vote: str, action: str, at: float) -> State:
    """A vote in the words of the page; `action` is its name by chance, so that it may be sent twice.

    Raises Fault for what is none of the rater's, or none of the form's votes.
    """
    task, tasks = _own(db, rater, task_id), db.tasks(rater.id)
    statement = db.design.statements[task.statement]
    said = turned(vote, task.flipped)
    if said not in VOTES[db.design.form] or vote in ("first", "second"):
        raise Fault(400, "This answer is not one of those on the page. Please load the page again.")
    if task.place > next((one.place for one in tasks if not one.vote), task.place):
        raise Fault(409, "This one is not due yet. Please load the page again.")
    calibrating = statement.kind == "calibration"
    if not (calibrating and task.vote):  # the right answer was shown since
        db.vote(task, said, f"{rater.id} {action}", at)
    told = state(db, rater, at)
    if calibrating:
        held = replace(task, vote=task.vote or said)
        return told | {"feedback": feedback(db.design, statement, held)}
    counted = [one for one in db.tasks(rater.id) if not _calibrates(db.design, one)]
    due = sum(bool(one.vote) for one in counted) % STRETCH == 0 and told["step"] == "vote"
    return told | ({"rest": True} if due else {})


def undo(db: Database, rater: Rater, action: str, at: float) -> State:
    """Takes the last vote back, if there is one; those on calibration stand."""
    _agreed(db, rater)
    if voted := _undoable(db.design, db.tasks(rater.id)):
        db.take_back(voted[-1], f"{rater.id} {action}", at)  # sent twice, it is known by its action
    return state(db, rater, at)


def more(db: Database, rater: Rater, at: float) -> State:
    """Further items for a rater who did all of theirs, as long as others have not got them."""
    _agreed(db, rater)
    planning.plan(db, rater, at)
    return state(db, rater, at)


def picture(db: Database, rater: Rater, task_id: str) -> bytes:
    """Of one of the rater's own tasks, as a JPEG. Raises Fault."""
    return db.picture(db.design.statements[_own(db, rater, task_id).statement].item)


def _own(db: Database, rater: Rater, task_id: str) -> Task:
    _agreed(db, rater)
    task = db.task(task_id)
    if task is None or task.rater != rater.id:
        raise Fault(404, "This is not one of your questions. Please load the page again.")
    return task


def _agreed(db: Database, rater: Rater) -> None:
    if db.design.consent and not rater.agreed:
        raise Fault(403, "Please read what the study is about, and agree to it first.")


def _told(db: Database, rater: Rater, tasks: Sequence[Task], at: float) -> State:
    design = db.design
    if not tasks:
        return {"step": "full", "form": design.form}
    trial = [task for task in tasks if _calibrates(design, task)]
    counted = [task for task in tasks if not _calibrates(design, task)]
    open = [task for task in tasks if not task.vote]
    trying, done = sum(bool(task.vote) for task in trial), sum(bool(task.vote) for task in counted)
    paces = db.paces(rater.id, PACE)
    told: State = {
        "form": design.form,
        "done": done,
        "total": len(counted),
        "calibration": {"done": trying, "total": len(trial)} if trying < len(trial) else None,
        "left": round(median(paces) * len(open), 1) if paces else None,
        "undo": bool(_undoable(design, tasks)),
    }
    if not open:
        return {"step": "done", **told, "more": planning.more(db, rater, at)}
    db.show(open[0].id, at)
    return {"step": "vote", **told, "task": shown(design, open[0]), "next": _address(open[1]) if open[1:] else None}


def shown(design: Design, task: Task) -> State:
    statement = design.statements[task.statement]
    asked = _asked(design, statement)
    return {
        "id": task.id,
        "calibrating": statement.kind == "calibration",
        "question": asked.question,
        "texts": list(statement.texts[::-1] if task.flipped else statement.texts),
        "reference": {"answer": asked.answer, "accept": list(asked.accept)} if design.reference else None,
        "picture": _address(task),
        "vote": "",
    }


def feedback(design: Design, statement: Statement, task: Task) -> State:
    """After a vote on calibration. `known` is a vote that fits; of grades 4 or 5, or 1 or 2, fit alike."""
    known = statement.known
    if design.form == "grades":
        known = "5" if known == "1" else "1"
        why = "a good answer: 4 or 5" if known == "5" else "a wrong answer: 1 or 2"
    elif design.form == "sides":
        known = turned(known, task.flipped)
        why = f"answer {1 if known == 'left' else 2} is the better one"
    else:
        why = "this answer is right" if known == "1" else "this answer is wrong"
    return {
        "passed": passed(design, statement, task.vote),
        "vote": turned(task.vote, task.flipped),
        "known": known,
        "why": f"{why[0].upper()}{why[1:]}. What is right here: “{_asked(design, statement).answer}”",
    }


def turned(vote: str, flipped: bool) -> str:
    """Of sides, a place on the page as the text that stands there, and the other way round; all else as it is."""
    sides = {"left": "first", "right": "second", "first": "left", "second": "right"}
    other = {"left": "right", "right": "left", "first": "second", "second": "first"}
    return sides.get(other.get(vote, vote) if flipped else vote, vote)


def _undoable(design: Design, tasks: Sequence[Task]) -> list[Task]:
    return [task for task in tasks if task.vote and not _calibrates(design, task)]


def _calibrates(design: Design, task: Task) -> bool:
    return design.statements[task.statement].kind == "calibration"


def _asked(design: Design, statement: Statement) -> Asked:
    return next(asked for asked in design.asked if asked.item == statement.item)


def _address(task: Task) -> str:
    return f"picture/{task.id}"
