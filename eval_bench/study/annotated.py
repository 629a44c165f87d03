"""What Label Studio exports (JSON or JSON-MIN), read and written into a study as votes.

Each annotator becomes a rater, "label-studio: <who>". A file that is read twice changes nothing.
"""

import json
import math
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from eval_bench.study.database import Database, moment
from eval_bench.study.label_studio import blind_id, flipped, turned, words
from eval_bench.study.types import Rater, Statement
from synthgen.errors import UsageError
from synthgen.kit.hashes import sha256

WHO = "label-studio: "
Seconds = Annotated[float, Field(ge=0, lt=1e8, allow_inf_nan=False)]
Id = int | str


class _User(BaseModel):
    id: Id | None = None
    email: str = ""


class _Value(BaseModel):
    choices: list[str] = []


class _Region(BaseModel):
    from_name: str = ""
    value: _Value | None = None
    meta: dict[str, Any] = {}


class _Annotation(BaseModel):
    id: Id = ""
    completed_by: Id | _User | None = None
    result: list[_Region] = []
    was_cancelled: bool = False
    lead_time: Seconds | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None


class _Data(BaseModel):
    blind_id: str = ""


class _Task(BaseModel):
    id: Id = ""
    data: _Data
    annotations: list[_Annotation] = []


class _Row(BaseModel):
    """Of JSON-MIN: a task and one annotation of it."""

    id: Id = ""
    blind_id: str
    annotation_id: Id = ""
    annotator: Id | _User | None = None
    vote: str | None = None
    lead_time: Seconds | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def task(self) -> _Task:
        told = [] if self.vote is None else [_Region(from_name="vote", value=_Value(choices=[self.vote]))]
        annotation = _Annotation(
            id=self.annotation_id, completed_by=self.annotator, result=told, lead_time=self.lead_time,
            created_at=self.created_at, updated_at=self.updated_at,
        )  # fmt: skip
        return _Task(id=self.id, data=_Data(blind_id=self.blind_id), annotations=[annotation])


_TASKS = TypeAdapter(list[_Task])
_ROWS = TypeAdapter(list[_Row])


@dataclass(frozen=True, slots=True)
class Said:
    """One annotation that is a vote."""

    who: str
    also: str
    """How the same person may be called in another export; "" if not known."""
    statement: Statement
    vote: str
    seconds: float | None
    at: float
    """Unix time."""
    action: str
    """A name of its content."""


@dataclass
class Taken:
    """Counts of an import."""

    votes: int = 0
    """New ..."""
    changed: int = 0
    """... and in place of another."""
    known: int = 0
    skipped: int = 0
    """Skipped in Label Studio, or saved without a choice."""
    own: int = 0
    """That the study itself exported."""
    raters: tuple[str, ...] = ()
    """Labels of those who are new."""


def is_export(text: str) -> bool:
    """Whether a file is meant to be an export of Label Studio."""
    try:
        return isinstance(json.loads(text), list)
    except (ValueError, RecursionError):
        return False


def read(db: Database, text: str) -> tuple[list[Said], Taken]:
    """The votes, oldest first, and how many were none. Raises UsageError in one line for what is no such export, or
    not of this study; nothing in a file is passed over."""
    by_blind = {blind_id(db, s): s for s in db.design.statements if s.kind != "calibration"}
    found, taken = [], Taken()
    several = _parsed(text)
    foreign = [task for task in several if task.data.blind_id not in by_blind]
    if foreign:
        raise UsageError(
            f"{len(foreign):,} of {len(several):,} tasks are not of this study, the first of them task "
            f"{_line(foreign[0].id)}; import the export of a project that was made by study export of this study"
        )
    for task in several:
        statement = by_blind[task.data.blind_id]
        for one in task.annotations:
            if any("study_rater" in region.meta for region in one.result):
                taken.own += 1
            elif one.was_cancelled or not (choices := _choices(one)):
                taken.skipped += 1
            else:
                found.append(_said(db, task, one, statement, choices))
    return sorted(found, key=lambda said: said.at), taken


def take(db: Database, text: str) -> Taken:
    """Writes what an export says, all or nothing. Raises UsageError, DiskError."""
    with db.transaction():
        several, taken = read(db, text)
        held = {(b.rater, b.statement): (b.vote, b.at) for b in db.ballots()}
        for rater, mine in _by_rater(db, several, taken):
            given = {task.statement for task in db.tasks(rater.id)}
            lacking = {said.statement.id: said.statement for said in mine if said.statement.id not in given}
            db.give(rater.id, [(id, flipped(db, statement)) for id, statement in lacking.items()])
            tasks = {task.statement: task for task in db.tasks(rater.id)}
            for said in mine:
                task, before = tasks[said.statement.id], held.get((rater.number, said.statement.id))
                older = before and (before[0] == said.vote or moment(said.at) < before[1])
                if older or not db.vote(task, said.vote, f"{rater.id} {said.action}", said.at, said.seconds):
                    taken.known += 1
                    continue
                held[rater.number, said.statement.id] = said.vote, moment(said.at)
                taken.changed, taken.votes = taken.changed + bool(before), taken.votes + (not before)
    return taken


def _by_rater(db: Database, several: Sequence[Said], taken: Taken) -> list[tuple[Rater, list[Said]]]:
    """Whose votes they are; who is new is invited, by a link that has expired. Raises UsageError."""
    known = {rater.label: rater for rater in db.raters()}
    found: dict[str, tuple[Rater, list[Said]]] = {}
    for said in several:
        rater = known.get(WHO + said.who) or known.get(WHO + said.also)
        if rater is None:
            rater = known[WHO + said.who] = db.invite(WHO + said.who, min(said.at, time.time()))
            taken.raters += (rater.label,)
        if rater.revoked:
            raise UsageError(f"{rater.label} was revoked: their votes are not taken; leave them out of the export")
        found.setdefault(rater.id, (rater, []))[1].append(said)
    return list(found.values())


def _said(db: Database, task: _Task, one: _Annotation, statement: Statement, choices: Sequence[str]) -> Said:
    votes: Mapping[str, str] = {word: vote for vote, word in words(db.design.form).items()}
    where = f"task {_line(task.id)}"
    if len(choices) != 1 or choices[0] not in votes:
        raise UsageError(
            f"{where}: {_line(' and '.join(choices))!r} is no vote of this study; keep config.xml as it was exported"
        )
    vote = turned(votes[choices[0]], flipped(db, statement))
    by = one.completed_by if isinstance(one.completed_by, _User) else _User(id=one.completed_by)
    who = _line(by.email) or ("" if by.id is None else _line(by.id))
    if not who:
        raise UsageError(f"{where}: an annotation does not say whose it is; export as JSON, not as JSON-MIN or CSV")
    when = one.updated_at or one.created_at
    if when is None:
        raise UsageError(f"{where}: an annotation does not say when it was made; export as JSON")
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    if not 1971 <= when.year <= 2099:
        raise UsageError(f"{where}: an annotation is of the year {when.year}; export it once more")
    at = math.floor(when.timestamp() * 1000) / 1000
    name = sha256(json.dumps([task.data.blind_id, str(one.id), vote, at]).encode())[:32]
    return Said(who, _line(by.id) if by.email and by.id is not None else "", statement, vote, one.lead_time, at, name)


def _choices(one: _Annotation) -> list[str]:
    return [
        word for region in one.result if region.from_name == "vote" and region.value for word in region.value.choices
    ]


def _parsed(text: str) -> list[_Task]:
    data = text.encode(errors="replace")
    try:
        if '"blind_id"' in text and not re.search(r'"data"\s*:', text):
            return [row.task() for row in _ROWS.validate_json(data)]
        return _TASKS.validate_json(data)
    except ValidationError as e:
        first = e.errors()[0]
        where = ".".join(map(str, first["loc"])) or "all of it"
        raise UsageError(
            f"this is no export of Label Studio ({_line(where)}: {_line(first['msg'])}); export the project as JSON"
        ) from e


def _line(text: object) -> str:
    """One line for a terminal, and for a label."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())[:100]
