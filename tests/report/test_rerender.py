"""Pictures made again: what is compared, and what is said of those that cannot be."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bench.null import NullRenderer
from synthgen.build import Run
from synthgen.errors import DeviceError, UsageError
from synthgen.kit.hashes import sha256
from synthgen.kit.marks import mark_of
from synthgen.kit.pictures import encode, read_mark
from synthgen.report.rerender import AMPLIFIED, GAP, LABEL, changed, difference, rerender, sheet
from synthgen.store import Store
from synthgen.types import Device, Picture, Pixels, Raster, Reject, Take
from tests.doubles import prompt, run_of
from tests.kit.test_hashes import scene

ID = "null-000000003"


@dataclass(frozen=True)
class Model(NullRenderer):
    """A scene per seed; a little brighter, larger, or none at all."""

    brighter: int = 0
    size: int = 48
    rejects: bool = False
    missing: str = ""

    def preflight(self) -> list[str]:
        return [self.missing] if self.missing else []

    def open(self, device: Device) -> None:
        vars(self)["_open"] = True

    def close(self) -> None:
        del vars(self)["_open"]

    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        assert vars(self)["_open"]
        for take in takes:
            if self.rejects:
                yield Reject(take.id, "picture", "out of memory", "even alone")
            else:
                pixels = pixels_of(take.seed, self.size) + np.uint8(self.brighter)
                machine = f"a machine that is {self.brighter} brighter"
                yield Raster(take.id, pixels, take.seed, take.take, machine)


def pixels_of(seed: int, size: int = 48) -> Pixels:
    return scene(seed, size, size) // 2


def run_with(folder: Path, renderer: Model, marked: bool = True) -> Run:
    """A run whose samples 3 and 4 have pictures, 5 and 6 were rejected, 7 has a prompt only."""
    run = run_of(folder, 4, renderer=renderer)
    prompts = [prompt(f"null-{index:09d}") for index in (3, 4, 6, 7)]
    mark = [mark_of(p, renderer) if marked else None for p in prompts]
    data = [encode(pixels_of(9), mark=mark[0]), encode(pixels_of(8), mark=mark[1])]
    pictures = [
        Picture(p.id, d, "jpg", 48, 48, sha256(d), seed, "a machine long ago")
        for p, d, seed in zip(prompts, data, (9, 8), strict=False)
    ]
    store = Store(folder)
    store.put("prompts", [*prompts, Reject("null-000000005", "prompt", "undrawable", "zebra crossing")])
    store.put("pictures", [*pictures, Reject("null-000000006", "picture", "black", "in float16")])
    return run


@pytest.mark.parametrize("marked", [True, False])
def test_a_picture_that_comes_out_the_same_has_the_same_bytes(tmp_path: Path, marked: bool) -> None:
    run = run_with(tmp_path, Model(), marked)
    first, second = rerender(run, [ID, "null-000000004"])
    assert first.identical and first.within and first.difference is not None
    assert first.difference.largest == (0, 0, 0) and first.difference.share == 0
    assert second.identical and second.stored.id == "null-000000004"
    assert "_open" not in vars(run.renderer)


def test_a_short_id_will_do(tmp_path: Path) -> None:
    (again,) = rerender(run_with(tmp_path, Model()), ["null-3"])
    assert again.stored.id == ID


@pytest.mark.parametrize(("brighter", "within"), [(1, True), (5, False)])
def test_a_model_is_held_to_the_tolerance(tmp_path: Path, brighter: int, within: bool) -> None:
    (again,) = rerender(run_with(tmp_path, Model(brighter=brighter)), [ID])
    assert not again.identical and again.within is within and again.difference is not None
    assert all(abs(mean - brighter) < 0.5 for mean in again.difference.mean)
    assert again.environment == f"a machine that is {brighter} brighter"
    assert again.stored.environment == "a machine long ago"


def test_the_embedded_drawing_is_held_to_every_pixel(tmp_path: Path) -> None:
    class Drawing(Model):
        embedded = True

    (again,) = rerender(run_with(tmp_path, Drawing(brighter=1)), [ID])
    assert again.tolerance == 0 and not again.within


def test_the_sheet_shows_both_and_their_difference_and_says_that_it_is_generated(tmp_path: Path) -> None:
    run = run_with(tmp_path, Model(brighter=5))
    (again,) = rerender(run, [ID])
    assert again.sheet == tmp_path / "rerender" / f"{ID}.png"
    data = again.sheet.read_bytes()
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (3 * 144 + 2 * GAP, LABEL + 144)  # shown larger, to be seen
    assert read_mark(data) == mark_of(prompt(ID), run.renderer)


def test_the_panels_of_a_sheet_are_the_pictures() -> None:
    one = np.full((140, 160, 3), 100, np.uint8)
    other = one.copy()
    other[10:20, 30:40, 0] += 3
    panels = sheet(one, other)[LABEL:]
    assert np.array_equal(panels[:, :160], one)
    assert np.array_equal(panels[:, 160 + GAP : 320 + GAP], other)
    last = panels[:, 320 + 2 * GAP :]
    assert last[15, 35].tolist() == [3 * AMPLIFIED, 0, 0] and last.sum() == 100 * 3 * AMPLIFIED


def test_figures_are_of_channels_and_pixels() -> None:
    one = np.full((10, 10, 3), 100, np.uint8)
    other = one.copy()
    other[0, 0] = (110, 98, 100)
    other[0, 1] = (100, 102, 255)
    found = difference(one, other)
    assert found.mean == (0.1, 0.04, 1.55) and found.largest == (10, 2, 155) and found.share == 0.02


def test_another_size_and_a_reject_are_told_instead_of_compared(tmp_path: Path) -> None:
    (larger,) = rerender(run_with(tmp_path / "a", Model(size=64)), [ID])
    assert larger.difference is None and not larger.within and larger.reason == "64 x 64 pixels; stored are 48 x 48"
    assert larger.sheet is not None and larger.sheet.exists()
    (none,) = rerender(run_with(tmp_path / "b", Model(rejects=True)), [ID])
    assert none.reason == "the renderer rejects it now: out of memory (even alone)"
    assert not none.identical and not none.within and none.sheet is None


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("joke-000000001", "are called null-000000000 and so on"),
        ("null", "are called null-000000000"),
        ("null-000000099", "has no such sample; it went to null-000000007"),
        ("null-000000005", "has no picture: its prompt was rejected, undrawable (zebra crossing)"),
        ("null-000000006", "has no picture: its picture was rejected, black (in float16)"),
        ("null-000000007", "has no picture yet: let the run finish"),
    ],
)
def test_an_id_without_a_picture_is_told_before_anything_loads(tmp_path: Path, id: str, said: str) -> None:
    run = run_with(tmp_path, Model())
    with pytest.raises(UsageError) as caught:
        list(rerender(run, [ID, id]))
    assert len(caught.value.mistakes) == 1 and said in str(caught.value) and f"id={id}" in str(caught.value)
    assert not (tmp_path / "rerender").exists()


def test_all_mistakes_come_together_what_is_missing_too(tmp_path: Path) -> None:
    run = run_with(tmp_path, Model(missing="renderer=sdxl needs torch. pip install 'synthgen[diffusion]'"))
    with pytest.raises(UsageError) as caught:
        list(rerender(run, ["null-99", "null-5"]))
    assert len(caught.value.mistakes) == 3 and "pip install" in caught.value.mistakes[0]


def test_a_stored_picture_that_does_not_open_is_named(tmp_path: Path) -> None:
    run = run_with(tmp_path, Model())
    Store(tmp_path).put("prompts", [prompt("null-000000001")])
    Store(tmp_path).put("pictures", [Picture("null-000000001", b"torn", "jpg", 48, 48, "00", 1)])
    with pytest.raises(UsageError, match="id=null-000000001: its stored picture does not open"):
        list(rerender(run, ["null-1"]))


def test_the_renderer_is_closed_after_an_error(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Failing(Model):
        def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
            raise DeviceError("out of memory")

    run = run_with(tmp_path, Failing())
    with pytest.raises(DeviceError):
        list(rerender(run, [ID]))
    assert "_open" not in vars(run.renderer)


def test_another_renderer_than_the_one_of_the_run_is_told(tmp_path: Path) -> None:
    run = run_with(tmp_path, Model(size=64))
    before = {f"renderer.{key}": value for key, value in Model().identity().items()}
    assert changed(replace(run, fingerprint=before | {"seed": "5"})) == ["renderer.size was 48, is 64"]
