"""Packets as files: what lies in them, and what is taken from the votes.json that comes back."""

import json
import re
import secrets
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval_bench.study import packets, tokens
from eval_bench.study.database import Database
from eval_bench.study.types import Rater
from synthgen.errors import UsageError
from tests.eval_bench.study import small

AT = 1_790_000_000_000


def told(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="packet">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def filled(db: Database, rater: Rater, votes: list[str]) -> dict[str, Any]:
    """The votes.json of a rater who said so, in their order; "" takes back what came before."""
    log: list[dict[str, Any]] = []
    tasks = iter(db.tasks(rater.id))
    for n, vote in enumerate(votes):
        task = next(tasks).id if vote else log[-1]["task"]
        at, seconds = AT + 1000 * n, 3.5 if vote else None
        log.append({"task": task, "vote": vote, "action": secrets.token_hex(16), "at": at, "seconds": seconds})
    return {"packet": told(packets.packet(db, rater))["token"], "agreed": "2026-09-01T00:00:00Z", "log": log}


def taken(db: Database, content: object) -> tuple[int, int]:
    _, new, known = packets.take(db, json.dumps(content))
    return new, known


def refused(db: Database, content: object) -> str:
    before = db.ballots()
    with pytest.raises(UsageError) as e:
        packets.take(db, content if isinstance(content, str) else json.dumps(content))
    assert db.ballots() == before and "\n" not in str(e.value) and len(str(e.value)) < 300
    return str(e.value)


def test_a_packet_holds_everything_and_tells_nothing(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(items=6, calibration=3, attention=4))
    one = small.rater(db, "Ada Lovelace")
    page = packets.packet(db, one)
    content = told(page)
    assert len(content["tasks"]) == len(db.tasks(one.id)) == 3 + 12 + 1
    for task in content["tasks"]:
        assert {"known", "why", "passes"} <= set(task) if task["calibrating"] else not {"known", "why"} & set(task)
    shapes = {tuple(sorted(task)) for task in content["tasks"] if not task["calibrating"]}
    assert len(shapes) == 1  # attention looks like the rest
    design = db.design
    for name in (design.name, "answers/m", '"m0', '"i0', "attention", "key 0", db.secret.hex(), "benchmarks/", one.id):
        assert name not in page.split("<script>")[0], name
    assert "https:" not in page.replace("https://example", "") and "http:" not in page
    assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-" in page


def test_a_token_in_votes_json_opens_no_link(tmp_path: Path) -> None:
    db = small.study(tmp_path)
    one = small.rater(db)
    assert tokens.rater_of(db, told(packets.packet(db, one))["token"]) is None


def test_votes_are_taken_once_however_often_a_file_comes(tmp_path: Path) -> None:
    db = small.study(tmp_path)
    one = small.rater(db)
    content = filled(db, one, ["1", "0", "cannot_tell", "", "bad_item"])
    half = content | {"log": content["log"][:3]}
    assert taken(db, half) == (3, 0) and taken(db, half) == (0, 3)
    assert [b.vote for b in db.ballots()] == ["1", "0", "cannot_tell"]
    assert taken(db, content) == (2, 3) and taken(db, half) == (0, 3) and taken(db, content) == (0, 5)
    ballots = db.ballots()
    assert [b.vote for b in ballots] == ["1", "0", "bad_item"] and {b.seconds for b in ballots} == {3.5}
    assert ballots[0].at == "2026-09-21T14:13:20.000+00:00" and db.raters()[0].agreed


def test_a_half_finished_file_that_comes_after_the_whole_one_changes_nothing(tmp_path: Path) -> None:
    db = small.study(tmp_path)
    content = filled(db, small.rater(db), ["1", "0", "", "1"])
    content["log"][3]["task"] = content["log"][1]["task"]  # taken back, and voted anew
    assert taken(db, content) == (4, 0)
    assert taken(db, content | {"log": content["log"][:2]}) == (0, 2)
    assert [b.vote for b in db.ballots()] == ["1", "1"]


def test_sides_are_stored_by_the_text_that_stood_there(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(items=8, form="sides"))
    one = small.rater(db)
    content = filled(db, one, ["left"] * 8)
    assert taken(db, content) == (8, 0)
    flipped = {task.statement: task.flipped for task in db.tasks(one.id)}
    assert {b.vote for b in db.ballots()} == {"first", "second"}
    assert all(b.vote == ("second" if flipped[b.statement] else "first") for b in db.ballots())
    content["log"][0]["vote"] = "first"
    assert "vote 1 is none of this study's form" in refused(db, content)


def test_of_grades_feedback_takes_both_good_ones(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(form="grades"))
    known = [t for t in told(packets.packet(db, small.rater(db)))["tasks"] if t["calibrating"]]
    assert sorted((t["known"], t["passes"]) for t in known) == [("1", ["1", "2"]), ("5", ["4", "5"])]


def test_what_is_none_of_this_study_is_refused_whole(tmp_path: Path) -> None:
    db = small.study(tmp_path / "a")
    one, two = small.rater(db), small.rater(db, "Bo")
    content = filled(db, one, ["1", "0"])
    other = small.study(tmp_path / "b", small.design())
    foreign = filled(other, small.rater(other), ["1"])
    assert "another study" in refused(db, foreign)
    assert "another study, or forged" in refused(db, content | {"packet": content["packet"] + "x"})
    assert "another study, or forged" in refused(db, content | {"packet": tokens.token(db, one.id)})
    assert "never asked" in refused(db, content | {"log": filled(db, two, ["1"])["log"]})
    assert "vote 2 is none" in refused(db, content | {"log": [content["log"][0], content["log"][1] | {"vote": "5"}]})
    assert "twice" in refused(db, content | {"log": [content["log"][0]] * 2})
    assert "has not agreed" in refused(db, content | {"agreed": ""})
    assert "no votes.json" in refused(db, "PK\x03\x04") and "no votes.json" in refused(db, "[]")
    assert "log.0.at" in refused(db, content | {"log": [content["log"][0] | {"at": 1e400}]})
    assert "log.1.extra" in refused(db, content | {"log": [content["log"][0], content["log"][1] | {"extra": 1}]})
    assert "seconds" in refused(db, json.dumps(content).replace("3.5", "NaN"))
    with db.transaction():
        db.revoke(one.id)
    assert "revoked" in refused(db, content)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Database, dict[str, Any]]:
    db = small.study(tmp_path_factory.mktemp("asked"))
    return db, filled(db, small.rater(db), ["1", "0", ""])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda more: st.lists(more, max_size=4) | st.dictionaries(st.text(max_size=8), more, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_file_is_read_or_refused_in_one_line(asked: tuple[Database, dict[str, Any]], data: st.DataObject) -> None:
    db, good = asked
    place = data.draw(st.sampled_from(["all", "packet", "agreed", "log", "entry", "text", "cut"]))
    text = json.dumps(good)
    if place == "cut":
        text = text[: data.draw(st.integers(0, len(text) - 1))]
    elif place == "text":
        text = data.draw(st.text(st.characters(codec=None)))
    else:
        odd = data.draw(JSON)
        field = data.draw(st.sampled_from(["task", "vote", "action", "at", "seconds"]))
        changed = [*good["log"][:2], good["log"][2] | {field: odd}]
        text = json.dumps({"all": odd, "entry": good | {"log": changed}}.get(place, good | {place: odd}))
    try:
        found = packets.read(db, text)
    except UsageError as e:
        assert "\n" not in str(e) and str(e).isprintable()
    else:
        own = {task.id for task in db.tasks(db.raters()[0].id)}
        assert all(task.id in own and isinstance(at, float) for task, _, _, at, _ in found)


def test_votes_of_a_packet_are_told_from_other_files(tmp_path: Path) -> None:
    db = small.study(tmp_path)
    assert packets.is_votes(json.dumps(filled(db, small.rater(db), [])))
    assert not packets.is_votes('[{"packet": 1}]') and not packets.is_votes("packet")


def test_a_hundred_items_take_no_more_than_their_pictures(tmp_path: Path) -> None:
    db = small.study(tmp_path, small.design(items=100))
    one = small.rater(db)
    page = packets.packet(db, one)
    pictures = {db.design.statements[task.statement].item for task in db.tasks(one.id)}
    assert page.count("data:image/jpeg;base64,") == len(pictures) < len(db.tasks(one.id))
