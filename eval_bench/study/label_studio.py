"""A study in Label Studio: the configuration of a project, its tasks, and what people said there.

Tasks carry blind ids: a keyed hash of the statement, so that nothing in them tells the model, and nothing but the
study's database leads back. Formats: labelstud.io/guide/tasks and labelstud.io/guide/export.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import quoteattr

from eval_bench.study.database import Database
from eval_bench.study.types import Ballot, Design, Form, Statement

WORDS: dict[Form, dict[str, str]] = {
    "right": {"1": "Right", "0": "Wrong"},
    "grades": {"5": "5 fully right", "4": "4 a small slip", "3": "3 half right", "2": "2 mostly wrong", "1": "1 wrong"},
    "sides": {
        "first": "Answer 1 is better",
        "second": "Answer 2 is better",
        "both": "Both good",
        "neither": "Both bad",
    },
}
"""By vote, what people choose in Label Studio. Of sides by place there: "first" is Answer 1."""
NONE = {"cannot_tell": "I cannot tell", "bad_item": "Bad question"}
OTHER = {"first": "second", "second": "first"}
ASK: dict[Form, str] = {
    "right": "Is this answer right?",
    "grades": "How good is this answer?",
    "sides": "Which answer is better?",
}


def words(form: Form) -> dict[str, str]:
    return WORDS[form] | NONE


def blind(db: Database, *what: object) -> str:
    """16 letters that only the study's secret leads back from."""
    return hmac.new(db.secret, repr(("label studio", db.design.id, *what)).encode(), hashlib.sha256).hexdigest()[:16]


def blind_id(db: Database, statement: Statement) -> str:
    return blind(db, "statement", statement.id)


def flipped(db: Database, statement: Statement) -> bool:
    """Of sides, whether the second text is Answer 1."""
    return len(statement.texts) == 2 and int(blind(db, "side", statement.id), 16) % 2 == 1


def turned(vote: str, flip: bool) -> str:
    """A vote by text as one by place, and the other way round."""
    return OTHER.get(vote, vote) if flip else vote


def statements(db: Database) -> list[Statement]:
    """All on items and the design's share of attention items, in an order that says nothing; no calibration, which
    would need feedback."""
    design = db.design
    real = [s for s in design.statements if s.kind == "item"]
    pool = sorted((s for s in design.statements if s.kind == "attention"), key=lambda s: blind_id(db, s))
    wanted = max(1, round(len(real) * design.attention / (1 - design.attention))) if design.attention else 0
    return sorted([*real, *pool[:wanted]], key=lambda s: blind_id(db, s))


def config(design: Design) -> str:
    """The labeling interface, as XML."""
    one = [("Answer", "answer")] if design.form != "sides" else [("Answer 1", "answer_1"), ("Answer 2", "answer_2")]
    shown = [*one, *([("What is right here", "reference")] if design.reference else [])]
    lines = ["<View>", '  <Image name="image" value="$image"/>', '  <Header value="$question"/>']
    for title, name in shown:
        lines += [f'  <Header size="5" value={quoteattr(title)}/>', f'  <Text name="{name}" value="${name}"/>']
    lines += [
        f'  <Header size="5" value={quoteattr(ASK[design.form])}/>',
        '  <Choices name="vote" toName="image" choice="single-radio" required="true" showInline="true">',
        *(f"    <Choice value={quoteattr(word)}/>" for word in words(design.form).values()),
        "  </Choices>",
        "</View>",
    ]
    return "\n".join(lines) + "\n"


def tasks(db: Database, votes: bool = False) -> Iterator[dict[str, Any]]:
    """One per statement. With `votes`, what was said so far as annotations, to be looked at."""
    design = db.design
    asked = {one.item: one for one in design.asked}
    said: dict[int, list[Ballot]] = {}
    for ballot in db.ballots() if votes else ():
        said.setdefault(ballot.statement, []).append(ballot)
    for s in statements(db):
        texts = s.texts[::-1] if flipped(db, s) else s.texts
        names = ("answer_1", "answer_2") if design.form == "sides" else ("answer",)
        about = asked[s.item]
        data = {
            "blind_id": blind_id(db, s),
            "image": f"/data/local-files/?d={picture(db, s.item)}",
            "question": about.question,
            **dict(zip(names, texts, strict=True)),
        }
        if design.reference:
            data["reference"] = f"{about.answer} (accepted: {', '.join(about.accept)})"
        annotations = [_annotation(db, s, ballot) for ballot in said.get(s.id, [])]
        yield {"data": data} | ({"annotations": annotations} if annotations else {})


def _annotation(db: Database, statement: Statement, ballot: Ballot) -> dict[str, Any]:
    """It names its rater by number, by which an import knows that the study has it."""
    word = words(db.design.form)[turned(ballot.vote, flipped(db, statement))]
    vote = {"from_name": "vote", "to_name": "image", "type": "choices", "value": {"choices": [word]}}
    found: dict[str, Any] = {"result": [vote | {"meta": {"study_rater": f"r{ballot.rater}"}}], "created_at": ballot.at}
    return found | ({} if ballot.seconds is None else {"lead_time": ballot.seconds})


def picture(db: Database, item: str) -> str:
    """Where a picture lies in the exported folder."""
    return f"pictures/{blind(db, 'picture', item)}.jpg"


def files(db: Database, votes: bool = False) -> Iterator[tuple[str, bytes]]:
    """Everything that Label Studio needs, by its path in the folder."""
    for item in dict.fromkeys(s.item for s in statements(db)):
        yield picture(db, item), db.picture(item)
    yield "config.xml", config(db.design).encode()
    yield "tasks.json", (json.dumps(list(tasks(db, votes)), ensure_ascii=False, indent=1) + "\n").encode()
    yield "README.md", readme(db).encode()


def readme(db: Database) -> str:
    """What to do with the folder, for whoever runs the project; it may lie where people who vote see it."""
    design = db.design
    consent = f"\nBefore they begin, people read and agree to this:\n\n{design.consent}\n" if design.consent else ""
    return f"""# A study in Label Studio

Start Label Studio in this folder, so that it may show the pictures:

```
LABEL_STUDIO_LOCAL_FILES_SERVING_ENABLED=true LABEL_STUDIO_LOCAL_FILES_DOCUMENT_ROOT="$PWD" label-studio start
```

1. Make a project. Settings, Labeling Interface, Code: paste `config.xml`.
2. Settings, Cloud Storage, Add Source Storage, Local files: the path of the folder `pictures` that lies here. Do not
   sync it: the tasks come from `tasks.json`.
3. Import `tasks.json`. Every statement wants {design.raters} people, each with an account of their own.
4. When they are done: Export, JSON. Then

```
python -m eval_bench study import study=studies/<name> file=export.json
```

with the folder of the study, which is not named here: its name may be that of the models.

The same file twice changes nothing, and a later export updates what people changed. What they skipped is no vote.
Nothing here tells which model gave an answer; that stays in the study. Calibration is left out: Label Studio
gives no feedback.
{consent}"""
