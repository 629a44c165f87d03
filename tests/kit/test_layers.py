"""Heads over embeddings: what a file of tensors means, and one line for what is wrong with it."""

from pathlib import Path

import numpy as np
import pytest

from synthgen.errors import UsageError
from synthgen.interfaces import Download
from synthgen.kit import layers
from synthgen.kit.layers import Array, Concepts
from tests.embedder.fake import WIDTH, Fake

RNG = np.random.default_rng(0)
CLIP = pytest.mark.clip


def random(*shape: int) -> Array:
    return RNG.normal(size=shape).astype(np.float32)


def laion(width: int = WIDTH) -> dict[str, Array]:
    """The tensors of LAION's improved aesthetic predictor, narrower: dropout between all layers but the last two."""
    sizes, found = (width, 12, 8, 4, 3, 1), {}
    for number, inside, outside in zip((0, 2, 4, 6, 7), sizes, sizes[1:], strict=False):
        found[f"layers.{number}.weight"], found[f"layers.{number}.bias"] = random(outside, inside), random(outside)
    return found


def by_hand(found: dict[str, Array], rows: Array, relu: bool = False) -> Array:
    """What the layers of `laion` give."""
    for number in (0, 2, 4, 6, 7):
        rows = rows @ found[f"layers.{number}.weight"].T + found[f"layers.{number}.bias"]
        if relu and number < 6:
            rows = np.maximum(rows, 0)
    return rows[:, 0]


def test_layers_are_applied_in_the_order_of_their_numbers() -> None:
    found = laion()
    rows = random(5, WIDTH)
    shuffled = dict(sorted(found.items(), reverse=True))
    head = layers.layers("qc.x.head", "x", shuffled)
    assert head.width == WIDTH
    assert np.allclose(head(rows), by_hand(found, rows), atol=1e-4)


def test_with_relu_it_stands_wherever_there_is_room_for_it() -> None:
    found = laion()
    rows = random(5, WIDTH)
    head = layers.layers("qc.x.head", "x", found)
    assert np.allclose(head(rows, relu=True), by_hand(found, rows, relu=True), atol=1e-4)


def test_ten_layers_come_after_nine() -> None:
    found = {f"layers.{n}.weight": random(2 if n < 10 else 1, 2) for n in range(11)}
    expected = random(1, 2)
    rows = expected
    for n in range(11):
        expected = expected @ found[f"layers.{n}.weight"].T
    assert np.allclose(layers.layers("qc.x.head", "x", dict(reversed(found.items())))(rows), expected[:, 0], rtol=1e-3)


def test_a_single_linear_layer_is_a_head() -> None:
    weight, bias = random(1, WIDTH), random(1)
    rows = random(3, WIDTH)
    head = layers.layers("qc.x.head", "x", {"weight": weight, "bias": bias})
    assert np.allclose(head(rows), (rows @ weight.T + bias)[:, 0], atol=1e-5)


@pytest.mark.parametrize(
    "found",
    [
        {},
        {"conv.weight": random(1, 3, 2, 2)},
        {"weight": random(2, WIDTH)},
        {"0.weight": random(4, WIDTH), "2.weight": random(1, 5)},
    ],
)
def test_tensors_that_make_no_head_are_told(found: dict[str, Array]) -> None:
    with pytest.raises(UsageError, match="^qc.x.head=x.pth: no linear layers that end in one value; it has"):
        layers.layers("qc.x.head", "x.pth", found)


def test_a_head_for_another_width_is_told_with_both_widths() -> None:
    layers.check_width("qc.x.head", "x", WIDTH, Fake())
    with pytest.raises(UsageError, match="embeddings of 768 values, and embedder=fake gives 64"):
        layers.check_width("qc.x.head", "x", 768, Fake())


def concepts() -> dict[str, Array]:
    return {
        "concept_embeds": np.eye(4, dtype=np.float32)[:2] * 3,
        "concept_embeds_weights": np.array([0.5, 0.3], np.float32),
        "special_care_embeds": np.eye(4, dtype=np.float32)[3:] * 2,
        "special_care_embeds_weights": np.array([0.2], np.float32),
    }


def test_a_picture_is_unsafe_from_the_limit_of_a_concept_on() -> None:
    head = Concepts(concepts())
    rows = np.array([[0.6, 0, 0.8, 0], [0.4, 0, 0.9165, 0], [0, 0.31, 0.9507, 0], [0.49, 0, 0, 0.8717]], np.float32)
    found = head(rows)
    assert head.width == 4
    # 0.6 - 0.5 and 0.4 - 0.5 (or 0 - 0.3), 0.31 - 0.3, and with special care 0.49 - 0.5 + 0.01
    assert np.allclose(found, [0.6, 0.4, 0.51, 0.5], atol=1e-4)


def test_a_name_that_is_neither_file_nor_on_the_hub_is_told(tmp_path: Path) -> None:
    lines = list(layers.mistakes("qc.x.head", str(tmp_path / "no.pth"), Fake()))
    assert lines[0].endswith("is no file, and no name on the hub (owner/name@commit/file.safetensors)")
    assert list(layers.mistakes("qc.x.head", None, None)) == []
    other = tmp_path / "head.h5"
    other.write_bytes(b"")
    assert "it has to be a file of .safetensors" in next(iter(layers.mistakes("qc.x.head", str(other), Fake())))
    assert next(iter(layers.mistakes("qc.x.head", "a/b/c.safetensors", None))).endswith("pass embedder=open_clip")


def test_a_head_on_the_hub_is_a_download() -> None:
    assert layers.downloads("owner/heads@abc/l14.safetensors") == [Download("owner/heads", "abc", ("l14.safetensors",))]
    assert layers.downloads(None) == []


@CLIP
@pytest.mark.parametrize("suffix", [".safetensors", ".pth"])
def test_a_file_gives_its_tensors(tmp_path: Path, suffix: str) -> None:
    import torch
    from safetensors.torch import save_file

    found = {name: torch.from_numpy(value).half() for name, value in laion().items()}
    file = tmp_path / f"head{suffix}"
    if suffix == ".pth":
        torch.save(found, file)
    else:
        save_file(found, file)
    read = layers.tensors("qc.x.head", str(file))
    assert set(read) == set(found) and read["layers.0.weight"].dtype == np.float32
    assert np.allclose(read["layers.7.bias"], found["layers.7.bias"].float())
    assert list(layers.mistakes("qc.x.head", str(file), Fake())) == []


@CLIP
def test_of_a_whole_model_only_the_concepts_are_read(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    save_file({**concepts(), "vision_model.weight": random(8, 8)}, tmp_path / "model.safetensors")
    assert set(layers.tensors("x", str(tmp_path / "model.safetensors"), Concepts.NAMES)) == set(concepts())


@CLIP
def test_damaged_files_and_files_with_code_are_one_line(tmp_path: Path) -> None:
    import torch

    for name, data in (("cut.safetensors", b"\x10\x00"), ("cut.pth", b"PK\x03\x04 no more"), ("empty.pth", b"")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UsageError, match="is damaged, or no file of tensors") as e:
            layers.tensors("qc.x.head", str(tmp_path / name))
        assert "\n" not in str(e.value)
    torch.save({"layers": Path("/")}, tmp_path / "code.pth")
    with pytest.raises(UsageError, match="it holds more than tensors"):
        layers.tensors("qc.x.head", str(tmp_path / "code.pth"))
