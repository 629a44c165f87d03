"""Batches of true pipelines with random weights: who shares one, and what happens when one fails."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from synthgen.errors import DeviceError, DeviceLost
from synthgen.renderer.diffusers import Diffusers
from synthgen.renderer.diffusers.denoising import Denoiser, faults
from synthgen.renderer.diffusers.ladder import NoRoom
from synthgen.types import Device, Raster, Reject, Take
from tests.renderer.diffusers.conftest import SAVED
from tests.renderer.diffusers.faulty import Faulty
from tests.renderer.diffusers.test_renderer import NO_EDGE, OPTIONS, renderer, take

pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings(NO_EDGE)]


@pytest.fixture
def sd15(models: Path) -> str:
    return str(models / "sd15")


def opened(part: Diffusers) -> Iterator[Diffusers]:
    part.open(Device())
    yield part
    part.close()


def answers(part: Diffusers, takes: list[Take]) -> list[Raster | Reject]:
    part.open(Device())
    try:
        return list(part.render(iter(takes)))
    finally:
        part.close()


def batches(part: Diffusers, takes: list[Take], monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The ids in each batch that was drawn."""
    begin, found = Denoiser.begin, list[list[str]]()

    def noted(self: Denoiser, orders: Any, fill: int = 0, **more: Any) -> Any:
        if "steps" not in more:
            found.append([order.take.id for order in orders] + ["fill"] * fill)
        return begin(self, orders, fill, **more)

    monkeypatch.setattr(Denoiser, "begin", noted)
    assert len(answers(part, takes)) == len(takes)
    return found


@pytest.mark.parametrize("model", SAVED)
def test_a_sample_is_the_same_picture_alone_and_among_others(models: Path, model: str) -> None:
    takes = [take(i, f"((red balloon)), beach {'far ' * (i * 15)}", "blurry" if i % 2 else "") for i in range(5)]
    alone = {one.id: one for one in answers(renderer(model=str(models / model), batch=1), takes)}
    together = {one.id: one for one in answers(renderer(model=str(models / model), batch=5), takes[::-1])}
    assert alone.keys() == together.keys() and len(alone) == 5
    for id, one in alone.items():
        other = together[id]
        assert isinstance(one, Raster) and isinstance(other, Raster)
        assert np.abs(one.pixels.astype(int) - other.pixels.astype(int)).max() <= 2


def test_only_samples_of_one_size_guidance_and_length_share_a_batch(sd15: str, monkeypatch: pytest.MonkeyPatch) -> None:
    part = renderer(model=sd15, size=[64, "96x64"], guidance=[2, 3], batch=4)
    takes = [take(i, "((cat))" + ", far" * (40 * (i % 2))) for i in range(24)]
    found = batches(part, takes, monkeypatch)
    by_id = {t.id: (part.size_of(t), part.guidance_of(t), len(t.prompt.text) > 77) for t in takes}
    assert all(len({by_id[id] for id in batch}) == 1 for batch in found)
    assert {size for size, _, _ in by_id.values()} == {(64, 64), (96, 64)}
    assert {guidance for _, guidance, _ in by_id.values()} == {2.0, 2.5, 3.0}


def test_pictures_have_the_size_that_their_sample_drew(sd15: str) -> None:
    part = renderer(model=sd15, size=[64, "96x64"], batch=4)
    takes = [take(i) for i in range(6)]
    found = {one.id: one.pixels.shape for one in answers(part, takes) if isinstance(one, Raster)}
    assert found == {t.id: (part.size_of(t)[1], part.size_of(t)[0], 3) for t in takes}
    assert len(set(found.values())) == 2


def test_batches_are_full_while_takes_last(sd15: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = batches(renderer(model=sd15, batch=4), [take(i) for i in range(10)], monkeypatch)
    assert [len(batch) for batch in found] == [4, 4, 2]


@pytest.mark.parametrize("room", range(1, 9))
def test_a_batch_that_does_not_fit_is_halved_until_it_does(sd15: str, room: int) -> None:
    part = Faulty(**OPTIONS | {"model": sd15, "batch": 16}, room=room)
    part.open(Device())
    takes = [take(i) for i in range(20)]
    found = list(part.render(iter(takes)))
    said = part.remarks()
    part.close()
    assert sorted(one.id for one in found) == [t.id for t in takes] and all(isinstance(one, Raster) for one in found)
    assert 1 <= len(said) <= 4 and all("no room for" in line for line in said)
    calm = {one.id: one for one in answers(renderer(model=sd15, batch=1), takes)}
    for one in found:
        other = calm[one.id]
        assert isinstance(one, Raster) and isinstance(other, Raster)
        assert np.abs(one.pixels.astype(int) - other.pixels.astype(int)).max() <= 2


def test_a_sample_that_fits_not_even_alone_is_rejected(sd15: str) -> None:
    found = answers(Faulty(**OPTIONS | {"model": sd15, "batch": 2}, room=0), [take(i) for i in range(3)])
    assert [one.reason for one in found if isinstance(one, Reject)] == ["out of memory"] * 3


def test_a_gpu_on_which_nothing_fits_is_one_line(sd15: str) -> None:
    with pytest.raises(DeviceError, match="not even one picture of 64x64 pixels fits on cpu .*renderer.size"):
        answers(Faulty(**OPTIONS | {"model": sd15, "batch": None}, room=0), [take(0)])


def test_the_best_batch_is_measured_once_and_remembered(sd15: str, cache_folder: Path) -> None:
    part = Faulty(**OPTIONS | {"model": sd15, "batch": None}, room=5)
    part.open(Device())
    assert len(list(part.render(iter([take(i) for i in range(6)])))) == 6
    (said,) = part.remarks()
    part.close()
    assert "pixels, found in" in said and (cache_folder / "synthgen" / "batches.json").exists()
    again = Faulty(**OPTIONS | {"model": sd15, "batch": None}, room=5)
    again.open(Device())
    found = list(again.render(iter([take(i) for i in range(6)])))
    assert len(found) == 6 and not again.remarks()
    sizes = [one.environment.split(", ")[3] for one in found if isinstance(one, Raster)]
    assert set(sizes) <= {f"batch {batch}" for batch in range(1, 6)}
    again.close()


def test_noise_that_gives_no_number_is_drawn_anew_with_another_seed(sd15: str) -> None:
    takes = [take(i, seed=i * 7 if i == 3 else 1000 * 7 + 1 + i) for i in range(5)]
    part = Faulty(**OPTIONS | {"model": sd15, "batch": 4}, nan_every=7)
    found = {one.id: one for one in answers(part, takes)}
    moved = [one.id for one, t in ((found[t.id], t) for t in takes) if isinstance(one, Raster) and one.seed != t.seed]
    wanted = [t.id for t in takes if t.seed % 7 == 0]
    assert moved == wanted and len(wanted) >= 1 and len(found) == 5


def test_noise_that_never_gives_a_number_is_rejected(sd15: str) -> None:
    found = answers(Faulty(**OPTIONS | {"model": sd15, "batch": 2}, nan_every=1), [take(0)])
    assert [one.reason for one in found if isinstance(one, Reject)] == ["no picture"]


def test_what_overflows_in_half_precision_is_decoded_in_float32(sd15: str) -> None:
    options = OPTIONS | {"model": sd15, "batch": 4, "dtype": "bfloat16"}
    takes = [take(i) for i in range(8)]
    found = answers(Faulty(**options, half_overflows_every=1), takes)
    calm = {one.id: one for one in answers(Diffusers(**options), takes)}
    assert len(found) == 8
    for one in found:
        other = calm[one.id]
        assert isinstance(one, Raster) and isinstance(other, Raster) and one.seed == other.seed
        assert one.pixels.std() > 1 and np.abs(one.pixels.astype(int) - other.pixels.astype(int)).mean() < 2


def test_black_pictures_never_come_out(sd15: str) -> None:
    found = answers(Faulty(**OPTIONS | {"model": sd15}, black_from_take=0), [take(i) for i in range(3)])
    assert Counter(type(one) for one in found) == {Reject: 3}


def test_an_error_of_the_gpu_ends_the_process_and_is_no_fault_of_the_sample(
    sd15: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    part = renderer(model=sd15)
    part.open(Device())

    def fails(*given: Any, **options: Any) -> Any:
        raise torch.AcceleratorError("CUDA error: unspecified launch failure\nCompile with ...")

    monkeypatch.setattr(part._studio._pipe.unet, "forward", fails)
    with pytest.raises(DeviceLost, match="^CUDA error: unspecified launch failure$"):
        list(part.render(iter([take(0)])))


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("CUDA out of memory. Tried to allocate 20 GiB", NoRoom),
        ("MPS backend out of memory (MPS allocated: 9 GB)", NoRoom),
        ("[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't allocate memory", NoRoom),
        ("CUDA error: an illegal memory access was encountered\nCUDA kernel errors might be ...", DeviceLost),
        ("mat1 and mat2 shapes cannot be multiplied", RuntimeError),
    ],
)
def test_what_torch_says_is_told_apart(said: str, means: type[Exception]) -> None:
    with pytest.raises(means) as caught, faults():
        raise RuntimeError(said)
    assert type(caught.value) is means and str(caught.value) == said.splitlines()[0]


@pytest.mark.parametrize("model", ["sd15", "flux"])
def test_a_compiled_model_draws_the_same_and_its_last_batch_is_filled(
    models: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    takes = [take(i) for i in range(5)]
    plain = {one.id: one for one in answers(renderer(model=str(models / model), batch=4), takes)}
    part = renderer(model=str(models / model), batch=4, compile=True)
    part.open(Device())
    torch._dynamo.utils.counters.clear()
    found = list(part.render(iter(takes)))
    graphs = torch._dynamo.utils.counters["stats"]["unique_graphs"]
    assert all(isinstance(one, Raster) and one.environment.endswith("batch 4, guidance 5, compiled") for one in found)
    again = list(part.render(iter(takes)))
    part.close()
    # the second batch has one picture: were it not filled up, another shape would be compiled
    assert graphs >= 1 and torch._dynamo.utils.counters["stats"]["unique_graphs"] == graphs
    assert len(found) == len(again) == 5
    for one in found:
        other = plain[one.id]
        assert isinstance(one, Raster) and isinstance(other, Raster)
        assert np.abs(one.pixels.astype(int) - other.pixels.astype(int)).max() <= 2


def test_on_a_gpu_each_picture_has_its_own_tensor_and_on_the_cpu_none(
    sd15: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    takes = [take(i) for i in range(3)]
    assert all(isinstance(one, Raster) and one.tensor is None for one in answers(renderer(model=sd15), takes))
    begin = Denoiser.begin

    class OnGpu:
        """What a tensor says that lies on a GPU."""

        def __init__(self, pixels: Any) -> None:
            self.pixels, self.device = np.asarray(pixels), SimpleNamespace(type="cuda")

    def elsewhere(self: Denoiser, *given: Any, **more: Any) -> Any:
        flight = begin(self, *given, **more)
        return replace(flight, decoded=[OnGpu(one) for one in flight.decoded])

    monkeypatch.setattr(Denoiser, "begin", elsewhere)
    found = answers(renderer(model=sd15, batch=2), takes)
    assert len(found) == 3
    assert all(isinstance(one, Raster) and np.array_equal(one.tensor.pixels, one.pixels) for one in found)
