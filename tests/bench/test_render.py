"""The bench of the render stage, end to end with tiny models, and its full-size ones without their weights."""

import json

import numpy as np
import pytest

from bench import models, render, render_gpu
from bench.render_cpu import Stub, natural
from bench.render_gpu import Asked, crew
from bench.render_sides import Row, in_turns, line, pace, picture_checks, stage, takes
from synthgen.kit.pictures import encode
from tests.renderer.diffusers.test_renderer import NO_EDGE


def test_a_row_says_which_of_its_goals_it_reaches() -> None:
    met = [Row("C2", "", 10.0, ours, 0.95, 0.98).met for ours in (9.9, 9.6, 9.0)]
    assert met == ["stretch", "yes", "no"]
    met = [Row("C11", "", 10.0, ours, 1.03, 1.01, at_most=True).met for ours in (10.05, 10.2, 11.0)]
    assert met == ["stretch", "yes", "no"]


def test_what_was_not_measured_stays_empty() -> None:
    row = Row("G9", "GPU busy", None, None, 0.97, 0.99)
    assert row.ratio is None and row.met == ""
    assert line(row) == "| G9 | GPU busy |  |  |  | ≥ 0.97 | ≥ 0.99 |  |"


def test_sides_take_turns() -> None:
    turns: list[str] = []

    def side(name: str) -> int:
        turns.append(name)
        return 1

    found = in_turns({"a": lambda: side("a"), "b": lambda: side("b")}, 3)
    assert turns == list("ababab") and found.keys() == {"a", "b"}


def test_pictures_are_as_hard_to_pack_as_photographs() -> None:
    """A JPEG of 512 pixels at quality 95 takes 139 KiB of what `performance` calls natural; noise takes thrice that."""
    assert 110 < len(encode(natural(512, 0))) / 1024 < 170
    assert not np.array_equal(natural(64, 0), natural(64, 1))


def test_the_stage_stores_and_measures_what_the_stub_gives() -> None:
    stub = Stub(shown=(natural(64, 0), natural(64, 1)))
    assert stage(stub, picture_checks(), takes(16)) == 16
    assert pace(lambda: stage(stub, {}, takes(16))).wall < 16 / 0.1  # two batches of 50 ms


def test_several_workers_are_measured_while_all_are_at_work() -> None:
    # at most twice what is possible: the clocks of a busy machine
    assert 0 < crew(Stub(shown=(natural(64, 0),)), pictures=64, workers=2) < 2 * 2 * 8 / 0.05


@pytest.mark.parametrize("words", [["tpu"], ["cpu", "steps=3"], ["gpu", "stepz=3"], ["gpu", "model=dalle"]])
def test_a_wrong_word_is_one_line(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        render.main(words)
    assert isinstance(stopped.value.code, str) and "\n" not in stopped.value.code


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
@pytest.mark.parametrize("model", ["sd15", "sdxl", "sdxl_turbo"])
def test_the_gpu_table_is_measured_end_to_end_at_tiny_size(model: str, capsys: pytest.CaptureFixture[str]) -> None:
    small = ["device=cpu", "tiny=true", "size=64", "steps=2", "pictures=8", "rounds=1"]
    render.main(["gpu", f"model={model}", *small, "batch=4", "kept=0.5", "usd_per_gpu_hour=2", "json=true"])
    said = capsys.readouterr().out.splitlines()
    found = [json.loads(row) for row in said if row.startswith("{")]
    assert len(found) == len([row for row in said if row.startswith("| ")]) - 1
    by_goal = {row["goal"]: row for row in found if row["goal"]}
    assert all(row["met"] == "" for row in found)  # the goals are those of a large GPU
    assert by_goal["G9"]["ours"] is by_goal["G11"]["ours"] is None  # not measured here, and not 0
    others = [row for name, row in by_goal.items() if name not in ("G9", "G11")]
    assert len(others) == 3 and all(row["baseline"] > 0 and row["ours"] > 0 for row in others)
    kept, per_dollar = found[-2:]
    assert kept["ours"] == pytest.approx(by_goal["G10"]["ours"] * 3600 * 0.5)
    assert per_dollar["ours"] == pytest.approx(kept["ours"] / 2)


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
def test_a_batch_is_found_where_none_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    small = Asked("sd15", size=64, steps=1, device="cpu", tiny=True, pictures=8, rounds=1)
    assert len(list(render_gpu.rows(small))) >= 9
    assert "pictures at a time" in capsys.readouterr().out


@pytest.mark.torch
@pytest.mark.filterwarnings(NO_EDGE)
@pytest.mark.parametrize(
    ("model", "size", "parameters", "tflop"),
    [
        ("sd15", 512, (859_520_964, 83_653_863), (0.803, 2.51)),
        ("sdxl", 1024, (2_567_463_684, 83_653_863), (6.76, 10.47)),
    ],
)
def test_full_size_models_are_as_large_as_the_published_ones(
    model: models.Model, size: int, parameters: tuple[int, int], tflop: tuple[float, float]
) -> None:
    import torch

    with torch.device("meta"):
        pipe = models.pipeline(model)
    assert tuple(sum(p.numel() for p in part.parameters()) for part in (pipe.unet, pipe.vae)) == parameters
    assert [count / 1e12 for count in models.flops(pipe, size, size)] == pytest.approx(tflop, rel=0.002)
