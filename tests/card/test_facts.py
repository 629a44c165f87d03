"""Facts are of all records; samples are always the same ones; memory does not grow with their number."""

import io
import tracemalloc
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from synthgen.card import facts
from synthgen.card.facts import Facts
from synthgen.checks import Check
from synthgen.kit.persons import Person
from synthgen.qc.readable import Readable
from synthgen.types import Fields, Record, Score
from tests.samples import dialogue, record


def noted(records: Iterable[Record], checks: dict[str, Check] | None = None) -> Facts:
    found = Facts(checks or {})
    for _ in found.noting(records):
        pass
    return found


def of(ability: str, index: int, **more: object) -> Record:
    return replace(record(index), id=f"{ability}-{index:09d}", ability=ability, **more)


def readable() -> Readable:
    from synthgen.build import build
    from synthgen.config import compose

    part = build(compose(["ability=joke", "qc=[readable]"]).qc["readable"], "qc.readable", Readable)
    return part


def test_records_turns_kinds_languages_and_pictures_are_counted() -> None:
    records = [
        of("color", 0),
        of("color", 1, dialogue=dialogue(("A?", "B."), ("C?", "D."), kind="vqa")),
        of("joke", 0, dialogue=replace(dialogue(), language="de")),
        of("joke", 7, pictures=()),
    ]
    found = noted(records)
    assert (found.records, found.turns) == (4, 5)
    assert found.kinds == {("color", "describe"): 1, ("color", "vqa"): 1, ("joke", "describe"): 2}
    assert found.languages == {"en": 3, "de": 1}
    assert found.pictures == {1: 3, 0: 1} and found.sizes == {"64 x 48": 3}


def test_people_are_counted_as_their_prompts_say() -> None:
    woman = replace(record(0).prompt, fields=Fields("baker", person="woman", age="elderly", skin="dark skin"))
    found = noted([of("job", 0, prompt=woman), of("job", 1)])
    assert found.people == {Person("woman", "elderly", "dark skin"): 1, Person(): 1}


def test_quantiles_are_those_of_the_values_and_what_was_not_measured_is_counted() -> None:
    records = [
        of("color", i, scores=(Score("", "readable", {"contrast": float(i), "share": None}),)) for i in range(101)
    ]
    found = {one.figure: one for one in noted(records, {"readable": readable()}).scores}
    contrast, share = found["contrast"], found["share"]
    assert (contrast.low, contrast.median, contrast.high) == (5.0, 50.0, 95.0)
    assert (contrast.measured, contrast.unmeasured) == (101, 0)
    assert (share.measured, share.unmeasured, share.median) == (0, 101, None)


def test_a_figure_that_means_nothing_for_a_sample_is_left_aside_and_is_not_told_as_unmeasured() -> None:
    scores = (Score("", "readable", {"contrast": 9.0, "unusual": 1.0}),)
    (one,) = [
        q for q in noted([of("joke", 0, scores=scores)], {"readable": readable()}).scores if q.figure == "contrast"
    ]
    assert (one.measured, one.unmeasured, one.aside) == (0, 0, 1)


def test_the_sample_is_the_same_whatever_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "SAMPLE", 10)
    colors = [of("color", i, scores=(Score("", "readable", {"contrast": float(i)}),)) for i in range(60)]
    jokes = [of("joke", i, scores=(Score("", "readable", {"contrast": float(i)}),)) for i in range(60)]
    one, other = (noted(some, {"readable": readable()}) for some in (colors + jokes, jokes + colors))
    assert one.sampled == 10 and one.records == 120
    assert one.scores == other.scores and one.diversity == other.diversity
    assert [e.id for e in one.examples()] == [e.id for e in other.examples()]


def test_examples_are_dealt_evenly_over_abilities_and_are_small_pictures_of_the_samples() -> None:
    large = np.random.default_rng(0).integers(0, 256, (700, 900, 3), np.uint8)
    from tests.samples import picture

    many = [of("color", i, pictures=(picture("x", large),)) for i in range(20)] + [of("joke", i) for i in range(2)]
    examples = noted(many).examples()
    assert [one.id.split("-")[0] for one in examples] == ["color"] * 4 + ["joke"] * 2
    with Image.open(io.BytesIO(examples[0].pictures[0])) as image:
        assert image.format == "JPEG" and max(image.size) == facts.SIDE
    assert len(noted([of("color", i) for i in range(3)]).examples()) == 3


def test_no_records_are_no_figures() -> None:
    found = noted([])
    assert found.examples() == [] and found.scores == [] and found.diversity is None


def test_memory_does_not_grow_with_the_number_of_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "SAMPLE", 20)
    one = record(0)

    def peak(count: int) -> int:
        tracemalloc.start()
        text = "word " * 400
        noted(of("color", i, pictures=one.pictures, dialogue=dialogue((f"{i}?", text))) for i in range(count))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(50)
    assert peak(2_000) < peak(200) + 600_000  # 1,800 more rows of text alone are 3.6 MB


def test_a_picture_keeps_its_mark_when_it_is_made_small(tmp_path: Path) -> None:
    from synthgen.kit.marks import Mark
    from synthgen.kit.pictures import encode, read_mark
    from tests.samples import picture, spots

    mark = Mark("color-000000000", "((red balloon))", "sketch", False)
    marked = replace(picture("x"), data=encode(spots(1), mark=mark))
    (example,) = noted([of("color", 0, pictures=(marked,))]).examples()
    assert read_mark(example.pictures[0]) == mark
