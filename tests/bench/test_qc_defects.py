"""The bench of quality control: what it plants is there, and what it counts is right."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from bench.defects import PICTURES, TEXTS, Damage, Planted, planted
from bench.qc_defects import Figure, Tally, Trial, alarm_table, measure, recall_table, refused, report
from bench.qc_samples import Sample, Studio, embedded_run, faults, of_a_run, of_media, seen, wilson
from synthgen.build import Run
from synthgen.kit.pictures import decode

ABILITIES = ("color", "animal", "joke")


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    made, _ = embedded_run(["renderer.size=256"], abilities=f"[{','.join(ABILITIES)}]")
    yield made
    for check in made.checks.values():
        check.close()


@pytest.fixture(scope="module")
def clean(run: Run) -> dict[str, list[Sample]]:
    return {name: list(islice(Studio(run, seed=1).samples(name), 12)) for name in ABILITIES}


def damaged(run: Run, clean: dict[str, list[Sample]], damage: Damage, most: int = 6) -> list[Planted]:
    return list(islice(planted(damage, Studio(run, seed=1), clean, "test"), most))


@pytest.mark.parametrize("name", [*PICTURES, *TEXTS])
def test_each_damage_changes_what_it_says_and_nothing_that_is_expected(
    name: str, run: Run, clean: dict[str, list[Sample]]
) -> None:
    damage, _ = {**PICTURES, **TEXTS}[name]
    before = {sample.slot.id: sample for some in clean.values() for sample in some}
    found = damaged(run, clean, damage)
    assert found
    for row in found:
        sample = before[row.sample.slot.id]
        assert row.sample.prompt.text == sample.prompt.text
        pictures_differ = row.sample.picture.sha256 != sample.picture.sha256
        assert (pictures_differ, row.sample.dialogue != sample.dialogue) == (name in PICTURES, name in TEXTS)


def test_the_same_samples_are_damaged_in_the_same_way_again(run: Run, clean: dict[str, list[Sample]]) -> None:
    damage, _ = PICTURES["wrong color"]
    one, other = ([row.sample.picture.sha256 for row in damaged(run, clean, damage)] for _ in range(2))
    assert one == other and len(set(one)) == len(one)


def test_a_wrong_color_is_painted_over_the_thing_that_was_asked_for(run: Run, clean: dict[str, list[Sample]]) -> None:
    (row,) = damaged(run, clean, PICTURES["wrong color"][0], 1)
    (asked,) = (sample for sample in clean["color"] if sample.slot.id == row.sample.slot.id)
    gap = np.abs(decode(row.sample.picture.data).astype(int) - decode(asked.picture.data)).max(axis=2)
    assert (gap > 40).mean() > 0.01


def test_swapped_pictures_come_from_prompts_that_do_not_name_the_head(run: Run, clean: dict[str, list[Sample]]) -> None:
    by_picture = {sample.picture.sha256: sample for some in clean.values() for sample in some}
    for name in ("swapped within an ability", "swapped across abilities"):
        for row in damaged(run, clean, PICTURES[name][0], 12):
            other = by_picture[row.sample.picture.sha256]
            assert row.sample.prompt.head not in other.prompt.text
            assert (other.ability == row.sample.ability) == (name == "swapped within an ability")


def test_blank_pictures_are_found_and_clean_ones_are_not(run: Run, clean: dict[str, list[Sample]]) -> None:
    checks = {"readable": run.checks["readable"]}
    rows = [row.sample for row in damaged(run, clean, PICTURES["blank"][0], 9)]
    assert all(faults(checks, one) for one in seen(checks, rows, run))
    assert not any(faults(checks, one) for one in seen(checks, clean["animal"], run))


def test_a_copy_of_a_picture_that_was_kept_is_found_beside_it_alone(run: Run, clean: dict[str, list[Sample]]) -> None:
    trial = Trial(Studio(run, seed=1), clean, most=9)
    whole, *parts = trial.recall("near-duplicates", PICTURES["near-duplicates"][0], "picture")
    again = next(one for one in parts if one.part == "packed again")
    assert whole.n == 9 and again.by["duplicate"] > 0
    alone = [row.sample for row in damaged(run, clean, PICTURES["near-duplicates"][0])]
    assert not any("duplicate" in faults(run.checks, one) for one in seen(run.checks, alone, run))


def test_the_gate_refuses_what_is_not_there_and_keeps_what_is(run: Run, clean: dict[str, list[Sample]]) -> None:
    rows = damaged(run, clean, TEXTS["hallucinated object"][0], 12)
    found = sum(refused(row.sample, row.sample.dialogue.turns[row.turn :][:1], run) for row in rows)
    assert found >= 6
    assert not any(refused(sample, sample.dialogue.turns, run) for sample in clean["color"])


def test_what_nothing_finds_is_kept_to_be_looked_at(run: Run, clean: dict[str, list[Sample]], tmp_path: Path) -> None:
    blind = replace(run, checks={})
    trial = Trial(Studio(blind, seed=1), clean, most=3, missed=tmp_path)
    (found, *_) = trial.recall("wrong color", PICTURES["wrong color"][0], "picture")
    assert (found.n, found.hits) == (3, 0)
    assert len(list((tmp_path / "wrong_color").glob("*.jpg"))) == 3


def test_each_ability_and_each_medium_has_as_many_clean_samples_as_asked_for(run: Run) -> None:
    studio = Studio(run, seed=1)
    of_run = list(of_a_run(studio, per_ability=2))
    assert [sample.ability for sample in of_run] == [name for name in ABILITIES for _ in range(2)]
    there = Counter(sample.medium for sample in of_run)
    counts = there + Counter(sample.medium for sample in of_media(studio, per_medium=2, there=there, start=2))
    assert {"none", "watercolor", "pixel art illustration", "toy bricks"} <= counts.keys()
    assert set(counts.values()) - {counts["none"]} == {2}


def test_a_share_that_is_counted_is_the_share_that_is_printed() -> None:
    tally = Tally()
    for found in ({"clip": "wrong"}, {}, {"clip": "wrong", "decoy": "wrong"}, {}):
        tally.add(found)
    figure = tally.figure("recall", "blank", target=0.95)
    assert (figure.n, figure.hits, dict(figure.by)) == (4, 2, {"clip": 2, "decoy": 1})
    row = list(recall_table([figure]))[-1]
    assert row == "| **blank** | 4 | 0.500 [0.150, 0.850] | 0.95 missed | clip 0.50, decoy 0.25 |"
    row = list(alarm_table([replace(figure, table="alarms", part="ability")], "ability"))[-1]
    assert row == "| blank | 4 | 0.500 [0.150, 0.850] | 0.500 [0.150, 0.850] | 0.250 [0.046, 0.699] |"


def test_intervals_are_those_of_wilson() -> None:
    """Of R: prop.test(10, 100, correct=FALSE) and prop.test(0, 300, correct=FALSE)."""
    assert np.allclose(wilson(0, 300), (0, 0.01264), atol=1e-5)
    assert np.allclose(wilson(10, 100), (0.05523, 0.17437), atol=1e-5)


def test_the_whole_bench_runs_at_small_size_and_says_what_it_did_not_measure(run: Run) -> None:
    figures = list(measure(Studio(run, seed=1), defects=3, per_ability=3, per_medium=0))
    assert {f.row for f in figures if f.table == "recall"} == {*PICTURES, *TEXTS}
    assert {f.row for f in figures if f.table == "alarms" and f.part == "ability"} == set(ABILITIES)
    assert {f.row for f in figures if f.table == "clean"} == {"second picture of a prompt"}
    json.dumps([f.by for f in figures])
    lines = list(
        report([*figures, Figure("unmeasured", "iqa", "", 0, 0, {})], run, {"judge": "it asks a language model"})
    )
    assert any(re.match(r"Not measured: judge: it asks", line) for line in lines)
    assert any(line.startswith("Not measured: iqa:") for line in lines)
