"""Label Studio and back: what goes out is blind, what comes in counts once."""

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval_bench.study.annotated import read, take
from eval_bench.study.database import Database
from eval_bench.study.label_studio import config, files, tasks, words
from eval_bench.study.types import FORMS, VOTES, Form
from synthgen.errors import UsageError
from tests.eval_bench.study.designs import MODELS, database

AT = "2026-03-01T09:30:12.345678Z"


def said(db: Database, choice: str, who: Any = 1, at: str = AT, **other: Any) -> list[dict[str, Any]]:
    """An export in which somebody chose that everywhere."""
    result = {"from_name": "vote", "to_name": "image", "type": "choices", "value": {"choices": [choice]}}
    told = {"completed_by": who, "result": [result], "was_cancelled": False, "lead_time": 4.5, "updated_at": at}
    return [
        {"id": n, "data": task["data"], "drafts": [], "annotations": [{"id": n, **told, **other}]}
        for n, task in enumerate(tasks(db))
    ]


def rows(db: Database) -> list[Any]:
    return [(b.rater, b.statement, b.vote, b.seconds, b.at, b.changes) for b in db.ballots()]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_that_goes_out_tells_a_model_or_a_known_answer(tmp_path: Path, form: Form) -> None:
    db = database(tmp_path / "+".join(MODELS), form=form)
    written = dict(files(db))
    assert {len(name) for name in written if name.startswith("pictures/")} == {len("pictures/") + 20}
    texts = [data.decode() for name, data in written.items() if not name.startswith("pictures/")]
    assert not [model for model in MODELS if any(model in text for text in (*written, *texts))]
    assert not re.search("attention|calibration|known", written["tasks.json"].decode())
    told = json.loads(written["tasks.json"])
    assert len({frozenset(task["data"]) for task in told}) == 1
    assert len({task["data"]["blind_id"] for task in told}) == len(told)
    for task in told:
        assert task["data"]["image"].removeprefix("/data/local-files/?d=") in written


def test_another_study_gives_the_same_statements_other_blind_ids(tmp_path: Path) -> None:
    one, two = (database(tmp_path / name) for name in "ab")
    assert not {t["data"]["blind_id"] for t in tasks(one)} & {t["data"]["blind_id"] for t in tasks(two)}
    with pytest.raises(UsageError, match="13 of 13 tasks are not of this study"):
        take(two, json.dumps(said(one, "Right")))
    assert two.raters() == []


@pytest.mark.parametrize("form", FORMS)
def test_each_choice_comes_back_as_the_vote_it_stands_for(tmp_path: Path, form: Form) -> None:
    db = database(tmp_path, form=form)
    assert set(words(form)) == set(VOTES[form])
    for n, (vote, word) in enumerate(words(form).items()):
        take(db, json.dumps(said(db, word, who=n)))
        mine = [ballot for ballot in db.ballots() if ballot.rater == n + 1]
        assert len(mine) == len(list(tasks(db)))
        for ballot in mine:
            sides = {"first": "second", "second": "first"}
            assert ballot.vote == (sides.get(vote, vote) if ballot.flipped else vote)


def test_sides_stand_by_chance_and_the_vote_goes_to_the_text_that_was_chosen(tmp_path: Path) -> None:
    db = database(tmp_path, items=40, form="sides")
    take(db, json.dumps(said(db, "Answer 1 is better")))
    by_text = {task["data"]["answer_1"] for task in tasks(db)}
    assert {b.flipped for b in db.ballots()} == {True, False}
    for ballot in db.ballots():
        texts = db.design.statements[ballot.statement].texts
        assert (texts[0] if ballot.vote == "first" else texts[1]) in by_text


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    db = database(tmp_path)
    export = json.dumps(said(db, "Right") + said(db, "Wrong", who={"id": 7, "email": "ada@example.org"}))
    first = take(db, export)
    before = rows(db)
    assert (first.votes, first.known, len(first.raters)) == (len(before), 0, 2)
    assert first.raters == ("label-studio: 1", "label-studio: ada@example.org")
    again = take(db, export)
    assert (again.votes, again.changed, again.known, again.raters) == (0, 0, len(before), ())
    assert rows(db) == before


def test_an_annotation_of_the_future_makes_no_link_that_opens(tmp_path: Path) -> None:
    db = database(tmp_path)
    take(db, json.dumps(said(db, "Right", at="2090-01-01T00:00:00Z")))
    assert [one.expires <= time.time() for one in db.raters()] == [True]


def test_who_was_told_by_number_is_the_same_person_by_mail(tmp_path: Path) -> None:
    db = database(tmp_path)
    take(db, json.dumps(said(db, "Right", who=7)))
    assert take(db, json.dumps(said(db, "Right", who={"id": 7, "email": "ada@example.org"}))).raters == ()
    assert len(db.raters()) == 1


def test_a_later_export_changes_votes_and_an_earlier_one_changes_nothing_back(tmp_path: Path) -> None:
    db = database(tmp_path)
    first, later = json.dumps(said(db, "Right")), json.dumps(said(db, "Wrong", at="2026-03-02T09:30:12Z"))
    count = take(db, first).votes
    assert take(db, later).changed == count
    assert {(b.vote, b.changes) for b in db.ballots()} == {("0", 1)}
    assert take(db, first).known == take(db, json.dumps(said(db, "I cannot tell", at=AT))).known == count
    assert {(b.vote, b.changes) for b in db.ballots()} == {("0", 1)}


def test_what_was_skipped_or_has_no_choice_is_no_vote(tmp_path: Path) -> None:
    db = database(tmp_path)
    taken = take(db, json.dumps(said(db, "Right", was_cancelled=True) + said(db, "Right", result=[])))
    assert (taken.votes, taken.skipped, db.raters()) == (0, 26, [])


def test_json_min_is_read_too(tmp_path: Path) -> None:
    db = database(tmp_path)
    rows_ = [
        {**task["data"], "id": n, "vote": "Wrong", "annotator": 3, "annotation_id": n, "lead_time": 2, "updated_at": AT}
        for n, task in enumerate(tasks(db))
    ]
    assert take(db, json.dumps(rows_)).votes == len(rows_)
    assert take(db, json.dumps(said(db, "Wrong", who=3))).known == len(rows_)


def test_votes_that_go_out_to_be_looked_at_do_not_come_in_again(tmp_path: Path) -> None:
    db = database(tmp_path)
    take(db, json.dumps(said(db, "Wrong")))
    told = [task | {"id": n} for n, task in enumerate(tasks(db, votes=True))]
    before = rows(db)
    assert [task["annotations"][0]["result"][0]["value"]["choices"] for task in told] == [["Wrong"]] * len(told)
    for task in told:  # as Label Studio gives them back: whoever imported them made them
        task["annotations"][0] |= {"completed_by": 1, "updated_at": "2026-04-01T00:00:00Z"}
    taken = take(db, json.dumps(told))
    assert (taken.own, taken.votes, taken.known) == (len(told), 0, 0)
    assert rows(db) == before


def test_who_was_revoked_gives_no_votes_and_nothing_of_the_file_is_written(tmp_path: Path) -> None:
    db = database(tmp_path)
    take(db, json.dumps(said(db, "Right", who=2)))
    with db.transaction():
        db.revoke(db.raters()[0].id)
    before = rows(db)
    with pytest.raises(UsageError, match="label-studio: 2 was revoked"):
        take(db, json.dumps(said(db, "Wrong", who=1) + said(db, "Wrong", who=2)))
    assert rows(db) == before and len(db.raters()) == 1


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"completed_by": None}, "does not say whose it is"),
        ({"updated_at": None}, "does not say when"),
        ({"updated_at": "0001-01-01T00:00:00"}, "of the year 1"),
        ({"updated_at": "yesterday"}, "no export of Label Studio"),
        ({"lead_time": -1}, "no export of Label Studio"),
        ({"lead_time": "NaN"}, "no export of Label Studio"),
        ({"result": [{"from_name": "vote", "value": {"choices": ["Right", "Wrong"]}}]}, "'Right and Wrong' is no vote"),
        ({"result": [{"from_name": "vote", "value": {"choices": ["\x1b[2J"]}}]}, "is no vote of this study"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, other: dict[str, Any], why: str) -> None:
    db = database(tmp_path)
    with pytest.raises(UsageError, match=re.escape(why)) as told:
        take(db, json.dumps(said(db, "Right", **other)))
    assert str(told.value).isprintable() and db.raters() == []


NODES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["data", "annotations", "blind_id", "result", "value", "choices", "completed_by", "meta", "id"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(NODES | st.lists(st.dictionaries(st.sampled_from(["data", "annotations", "id", "blind_id"]), NODES)))
def test_any_json_is_read_or_refused_in_one_line(tmp_path_factory: pytest.TempPathFactory, told: Any) -> None:
    db = _study(tmp_path_factory)
    refused(db, json.dumps(told))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2000), st.text(max_size=3), st.integers(0, 20))
def test_a_garbled_export_is_read_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, place: int, text: str, cut: int
) -> None:
    db = _study(tmp_path_factory)
    export = json.dumps(said(db, "Right"))
    refused(db, export[:place] + text + export[place + cut :])


def refused(db: Database, text: str) -> None:
    try:
        read(db, text)
    except UsageError as e:
        assert str(e).isprintable() and len(str(e)) < 500


STUDIES: list[Database] = []


def _study(factory: pytest.TempPathFactory) -> Database:
    if not STUDIES:
        STUDIES.append(database(factory.mktemp("garbled")))
    return STUDIES[0]


@pytest.mark.consumers
@pytest.mark.parametrize("form", FORMS)
def test_label_studio_takes_the_configuration_the_tasks_and_the_votes(tmp_path: Path, form: Form) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface")
    db = database(tmp_path, form=form)
    take(db, json.dumps(said(db, words(form)["bad_item"])))
    real = interface.LabelInterface(config(db.design))
    real.validate()
    assert set(real.get_control("vote").labels) == set(words(form).values())
    for task in tasks(db, votes=True):
        assert real.validate_task({"data": task["data"]})
        (annotation,) = task["annotations"]
        assert real.validate_annotation(annotation)
        annotation["result"][0]["value"]["choices"] = ["2"]
        assert not real.validate_annotation(annotation)
