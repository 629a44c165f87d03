import math
import re
from pathlib import Path

import pytest

from synthgen.__main__ import main
from synthgen.commands.told import run_of
from synthgen.report.checks import EXAMPLES, Figure, Means, quality
from synthgen.store import Store
from synthgen.types import Score


def test_next_to_a_threshold_stand_the_samples_that_are_nearest_to_it() -> None:
    figure = Figure("clip", "margin")
    for i in range(20):
        figure.add(i / 10, f"a-{i:09d}", 1.0, None)
    figure.add(None, "a-000000020", 1.0, None)
    rejected, passed = figure.examples()
    assert rejected[0] == "just rejected" and [one.value for one in rejected[1]] == [0.9, 0.8, 0.7, 0.6]
    assert passed[0] == "just passed" and [one.value for one in passed[1]] == [1.0, 1.1, 1.2, 1.3]
    assert figure.unmeasured == 1 and len(figure.failed) == 10


def test_a_sample_is_held_against_its_own_threshold() -> None:
    figure = Figure("clip", "margin")
    figure.add(0.5, "a-000000000", 0.6, None)
    figure.add(0.5, "b-000000000", 0.4, None)
    figure.add(0.5, "c-000000000", None, 0.45)
    assert {one.id for _, one in figure.failed} == {"a-000000000", "c-000000000"}
    assert dict(figure.least) == {0.6: 1, 0.4: 1} and dict(figure.most) == {0.45: 1}


def test_where_the_lowest_share_falls_the_selection_says_who_that_is() -> None:
    figure = Figure("clip", "margin")
    for i in range(20):
        figure.add(i / 10, f"a-{i:09d}", 0.1 if i < 2 else None, None, lowest=i in (1, 3, 5))
    (rejected, low), (passed, high) = figure.examples()
    assert (rejected, [one.value for one in low]) == ("just rejected", [0.5, 0.3, 0.1, 0.0])
    assert (passed, [one.value for one in high]) == ("just passed", [0.2, 0.4, 0.6, 0.7])


def test_figures_without_a_threshold_are_told_by_their_mean() -> None:
    means = Means()
    for value in (0.2, 0.4, None, math.nan):
        means.add(Score("a-000000000", "judge", {"yes_on_foils": value, "score": value, "by": "votes"}))
    assert [(name, round(mean, 6)) for name, mean in means.others({"score"})] == [("yes_on_foils", 0.3)]


def test_without_a_threshold_the_ends_are_shown() -> None:
    figure = Figure("complexity", "edges")
    for i in range(3 * EXAMPLES):
        figure.add(float(i), f"a-{i:09d}", None, None)
    (low, lowest), (high, highest) = figure.examples()
    assert (low, high) == ("lowest", "highest") and lowest[0].value == 0 and highest[0].value == 11


def test_the_report_shows_how_figures_are_spread_and_what_each_check_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    checks = "qc=[readable,text,duplicate]"
    assert main(["ability=food", "n=12", checks, "exporter=[llava]"]) == 0
    assert main(["select", "run=outputs/food", "qc.readable.min_contrast=45"]) == 8
    store = Store(tmp_path / "outputs" / "food")
    rejected = sum(row["check"] == "readable" for row in store.read_selection())
    found = quality(run_of(["run=outputs/food", "qc.readable.min_contrast=45"], "report"), store)
    assert found is not None and rejected
    verdicts = {row["check"]: row for row in found["verdicts"]}
    assert verdicts["readable"] == dict(check="readable", first=rejected, alone=rejected, all=rejected, action="reject")
    contrast = next(f for f in found["figures"] if f["name"] == "contrast")
    assert contrast["measured"] >= 12 and contrast["failed"] == rejected and contrast["least"] == [45]
    marks = [bar["x"] for bar in contrast["bars"] if bar["height"] is None]
    assert len(marks) == 1 and 0 < marks[0] < 1
    page = (store.root / "report.html").read_text()
    assert "readable: contrast" in page and "just rejected" in page and "just passed" in page
    shown = re.search(r'<th scope="row">readable</th><td class="number">(\d+)</td>', page)
    assert shown and int(shown[1]) == rejected
