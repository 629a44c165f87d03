"""Offline packets: the rating page and all its pictures in one file per rater, and the votes.json that it gives back.

A packet knows of its calibration statements what is right, to give feedback; of attention items it does not.
"""

import base64
import json
import re
from typing import Annotated, Any

from itsdangerous import BadData, URLSafeSerializer
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from eval_bench.study.database import Database
from eval_bench.study.pages import STATIC, render
from eval_bench.study.planning import STRETCH
from eval_bench.study.session import feedback, shown, turned
from eval_bench.study.types import VOTES, Rater, Task, passed
from synthgen.errors import UsageError
from synthgen.kit.hashes import sha256
from synthgen.report.html import allowed

Read = tuple[Task, str, str, float, float | None]
"""Task, vote ("": it was taken back), action, Unix time, seconds since it was shown."""
_PICTURES = "<!--pictures-->"
"""Where they stand in the page; no text can say so, for each `<` of a text is escaped."""
_PAGE_VOTES = {"right": VOTES["right"], "grades": VOTES["grades"], "sides": ("left", "right", *VOTES["sides"][2:])}


class _Entry(BaseModel):
    """One line of a packet's log."""

    model_config = ConfigDict(extra="forbid", strict=True)
    task: str
    vote: str
    action: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    at: Annotated[int, Field(ge=0, lt=4_102_444_800_000)]
    """Milliseconds since 1970, before 2100."""
    seconds: Annotated[float, Field(ge=0, lt=1e8, allow_inf_nan=False)] | None


class _Votes(BaseModel):
    """votes.json"""

    model_config = ConfigDict(extra="forbid", strict=True)
    packet: str
    agreed: str
    """When they agreed to the consent text; "" if there is none."""
    log: list[_Entry]


def packet(db: Database, rater: Rater) -> str:
    """The page of a rater who has tasks."""
    tasks = db.tasks(rater.id)
    items = [db.design.statements[task.statement].item for task in tasks]
    pictures = list(dict.fromkeys(items))
    told = {
        "token": _signer(db).dumps([db.design.id, rater.id]),
        "consent": bool(db.design.consent),
        "rest": STRETCH,
        "tasks": [_task(db, task, pictures.index(item)) for task, item in zip(tasks, items, strict=True)],
    }
    html = render(
        "packet.html",
        design=db.design,
        policy="{policy}",
        style=_file("rate.css"),
        script="\n".join((_file("rate.js"), _file("offline.js"))),
        told=_island(told),
    )
    head, _, tail = allowed(html).partition(_PICTURES)
    return "".join((head, *(_picture(db, item, number) for number, item in enumerate(pictures)), tail))


def read(db: Database, text: str) -> list[Read]:
    """What a votes.json says, in the order in which it was said.

    Raises UsageError in one line for what is no such file, or of another study, of nobody here, or of a revoked rater;
    nothing in a file is passed over. To be written by `take`: a file that is read twice counts once.
    """
    votes = _parsed(text)
    rater = _rater(db, votes.packet)
    if db.design.consent and not votes.agreed:
        raise UsageError(
            f"votes.json of {rater.label}: its rater has not agreed to the consent text; ask them to begin"
        )
    tasks = {task.id: task for task in db.tasks(rater.id)}
    found: list[Read] = []
    for number, one in enumerate(votes.log, 1):
        if one.task not in tasks:
            raise UsageError(f"votes.json of {rater.label}: vote {number} is on something that they were never asked")
        if one.vote and one.vote not in _PAGE_VOTES[db.design.form]:
            raise UsageError(f"votes.json of {rater.label}: vote {number} is none of this study's form")
        vote = turned(one.vote, tasks[one.task].flipped)
        # a name of its own content: an action that somebody changed is another one
        action = sha256(json.dumps([rater.id, one.action, one.task, one.vote, one.at]).encode())[:32]
        found.append((tasks[one.task], vote, action, one.at / 1000, one.seconds))
    if len({action for _, _, action, _, _ in found}) < len(found):
        raise UsageError(
            f"votes.json of {rater.label}: a vote stands in it twice; ask for the file as it was downloaded"
        )
    return sorted(found, key=lambda one: one[3])


def take(db: Database, text: str) -> tuple[Rater, int, int]:
    """Writes what a votes.json says, all or nothing: whose it is, how many votes and take-backs were new, and how many
    were known before. Raises UsageError, DiskError."""
    with db.transaction():
        votes = read(db, text)
        rater = _rater(db, _parsed(text).packet)
        db.agree(rater.id)
        new = sum(
            db.vote(task, vote, action, at, seconds) if vote else db.take_back(task, action, at)
            for task, vote, action, at, seconds in votes
        )
    return rater, new, len(votes) - new


def is_votes(text: str) -> bool:
    """Whether a file is meant to be a packet's votes.json."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and "packet" in told


def _parsed(text: str) -> _Votes:
    try:
        return _Votes.model_validate_json(text.encode(errors="replace"))
    except ValidationError as e:
        first = e.errors()[0]
        where = _plain(".".join(map(str, first["loc"]))) or "all of it"
        raise UsageError(
            f"this is no votes.json that a packet made ({where}: {_plain(first['msg'])}); ask for the file as it was "
            "downloaded"
        ) from e


def _rater(db: Database, token: str) -> Rater:
    """Who the packet was made for. Raises UsageError."""
    try:
        told = _signer(db).loads(token)
    except BadData as e:
        raise UsageError("this votes.json is of another study, or forged: its packet was not made by this one") from e
    design, id = told
    rater = db.rater(id)
    if design != db.design.id or rater is None:
        raise UsageError("this votes.json is of another study: its packet was not made by this one")
    if rater.revoked:
        raise UsageError(f"votes.json of {rater.label}: this rater's invitation was revoked; their votes are not taken")
    return rater


def _task(db: Database, task: Task, picture: int) -> dict[str, Any]:
    statement = db.design.statements[task.statement]
    told = shown(db.design, task) | {"picture": picture}
    if statement.kind == "calibration":
        fits = [v for v in _PAGE_VOTES[db.design.form] if passed(db.design, statement, turned(v, task.flipped))]
        told |= {name: feedback(db.design, statement, task)[name] for name in ("known", "why")} | {"passes": fits}
    return told


def _picture(db: Database, item: str, number: int) -> str:
    data = base64.b64encode(db.picture(item)).decode()
    return f'<script type="text/plain" id="picture-{number}">data:image/jpeg;base64,{data}</script>\n'


def _signer(db: Database) -> URLSafeSerializer:
    """With a salt of its own: what lies in a votes.json opens no link."""
    return URLSafeSerializer(db.secret, salt="packet")


def _island(told: object) -> str:
    """JSON that ends no script."""
    return re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", json.dumps(told, ensure_ascii=False))


def _file(name: str) -> str:
    return (STATIC / name).read_text()


def _plain(text: str) -> str:
    """One line for a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:120]
