"""Models of open_clip: pixels as open_clip prepares them, one forward for all checks, and one line for wrong names."""

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from synthgen.embedder.open_clip import OpenClip, sources
from synthgen.errors import SynthgenError, UsageError
from synthgen.interfaces import Download
from synthgen.measure import Samples
from synthgen.qc.clip import Clip
from synthgen.qc.decoy import Decoy
from synthgen.qc.iqa import Iqa
from synthgen.types import Device, Picture, Pixels
from tests.embedder.tiny_clip import WIDTH, embedder, save_clip
from tests.hub_server import COMMIT, see_only, serving
from tests.samples import picture, prompt, spots

pytestmark = [pytest.mark.clip, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
LEVEL = 1 / 255 / 0.26130258 + 1e-6
"""One level of 255 in the units of the channel that OpenAI divides by the least: 0.01501."""
MODES: list[dict[str, Any]] = [
    {},
    {"resize_mode": "squash", "mean": [0.5] * 3, "std": [0.5] * 3},
    {"resize_mode": "longest"},
    {"interpolation": "bilinear"},
]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_clip(tmp_path_factory.mktemp("clip") / "tiny")


@pytest.fixture
def opened(model: Path) -> Iterator[OpenClip]:
    one = embedder(model)
    one.open(Device())
    yield one
    one.close()


@pytest.fixture(scope="module")
def photographs() -> list[Pixels]:
    folder = Path(os.environ.get("SYNTHGEN_DATA", Path(__file__).parents[3] / "shared" / "data")) / "real_images"
    if not folder.is_dir():
        pytest.skip("no photographs here; name the folder of real_images in SYNTHGEN_DATA")
    return [np.asarray(Image.open(path).convert("RGB")) for path in sorted(folder.iterdir())]


def texts(one: OpenClip) -> NDArray[np.float32]:
    """What a model gives for one text."""
    one.open(Device())
    try:
        return one.texts(["a cat"])
    finally:
        one.close()


def loaded(one: OpenClip) -> Any:
    return one._opened.model


def shown(*pictures: Picture, tensors: Sequence[Any] = ()) -> Samples:
    return Samples([prompt(id=p.id) for p in pictures], pictures, tensors=tensors)


def three() -> list[Picture]:
    return [picture(f"color-{i:09d}", spots(i, 96 + 16 * i, 80), "png") for i in range(3)]


# pixels ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("preprocess", MODES)
def test_pixels_are_prepared_as_open_clip_does_to_one_level_of_255(
    tmp_path: Path, photographs: list[Pixels], preprocess: dict[str, Any]
) -> None:
    import torch

    one = embedder(save_clip(tmp_path / "model", **preprocess))
    one.open(Device())
    ours = loaded(one).prepared(photographs)
    of_tensors = loaded(one).prepared([torch.from_numpy(pixels.copy()) for pixels in photographs])
    theirs = torch.stack([loaded(one).preprocess(Image.fromarray(pixels)) for pixels in photographs])
    one.close()
    assert ours.shape == (len(photographs), 3, 64, 64)
    assert float((ours - theirs).abs().max()) <= LEVEL
    assert float((ours - theirs).abs().mean()) <= 0.004
    assert torch.equal(ours, of_tensors)


def test_embeddings_are_open_clips_own_and_of_unit_length(opened: OpenClip, photographs: list[Pixels]) -> None:
    import torch

    files = [picture(f"color-{i:09d}", pixels, "png") for i, pixels in enumerate(photographs)]
    ours = opened.pictures(shown(*files))
    inside = loaded(opened)
    with torch.inference_mode():
        theirs = inside._model.encode_image(
            torch.stack([inside.preprocess(Image.fromarray(pixels)) for pixels in photographs]), normalize=True
        ).numpy()
    assert np.allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-5)
    assert (ours * theirs).sum(axis=1).min() > 0.9999


def test_tensors_of_the_renderer_give_what_the_stored_files_give(opened: OpenClip) -> None:
    import torch

    files = three()
    pixels = [spots(i, 96 + 16 * i, 80) for i in range(3)]
    from_files = opened.pictures(shown(*files))
    from_tensors = opened.pictures(shown(*files, tensors=[torch.from_numpy(one) for one in pixels]))
    assert np.array_equal(from_files, from_tensors)
    others = opened.pictures(shown(*files, tensors=[torch.from_numpy(one) for one in pixels[::-1]]))
    assert not np.allclose(from_files, others)  # it is the tensors that are looked at


def test_jpeg_moves_an_embedding_by_less_than_a_hundredth(opened: OpenClip, photographs: list[Pixels]) -> None:
    import torch

    files = [picture(f"color-{i:09d}", pixels, "jpg") for i, pixels in enumerate(photographs)]
    stored = opened.pictures(shown(*files))
    rendered = opened.pictures(shown(*files, tensors=[torch.from_numpy(one.copy()) for one in photographs]))
    assert (stored * rendered).sum(axis=1).min() > 0.99


def test_a_broken_picture_gets_a_row_of_nan_and_its_neighbours_their_own(opened: OpenClip) -> None:
    first, second, third = three()
    rows = opened.pictures(shown(first, replace(second, data=second.data[:60]), third))
    assert np.isnan(rows[1]).all() and rows.shape == (3, WIDTH)
    assert np.allclose(rows[[0, 2]], opened.pictures(shown(first, third)), atol=1e-5)
    assert np.isnan(opened.pictures(shown(replace(first, data=b"")))).all()


def test_batches_do_not_change_what_is_measured(model: Path, opened: OpenClip) -> None:
    small = embedder(model, batch=2)
    whole = loaded(opened).pictures([spots(i) for i in range(5)])
    opened.close()
    small.open(Device())
    assert np.allclose(whole, loaded(small).pictures([spots(i) for i in range(5)]), atol=1e-5)


def test_where_memory_runs_out_smaller_batches_are_tried(opened: OpenClip) -> None:
    import torch

    inside, seen = loaded(opened), list[int]()

    def encode(some: Sequence[Any]) -> Any:
        seen.append(len(some))
        if len(some) > 2:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return torch.ones(len(some), WIDTH)

    assert len(inside._batched(list(range(5)), encode)) == 5
    assert seen == [5, 2, 2, 1]
    with pytest.raises(SynthgenError, match="no room .* pass embedder.device=cpu"):
        inside._batched([0], lambda some: encode([0, 1, 2]))


# once -----------------------------------------------------------------------------------------------------------------


def test_one_forward_serves_all_checks_and_one_model_all_parts(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import open_clip

    made, forwards = list[Any](), list[int]()
    create = open_clip.create_model

    def counted(*given: Any, **options: Any) -> Any:
        made.append(create(*given, **options))
        inner = made[-1].encode_image
        made[-1].encode_image = lambda pixels: forwards.append(len(pixels)) or inner(pixels)
        return made[-1]

    monkeypatch.setattr(open_clip, "create_model", counted)
    graded = (None, None, None, "reject")
    checks = [
        Clip(*graded, embedder(model), None),
        Decoy(*graded, embedder(model)),
        Iqa(*graded, embedder(model), "clip"),
    ]
    for check in checks:
        check.open(Device())
    batch = shown(*three())
    for check in checks:
        assert len(check.measure(batch)) == 3
    for check in checks:
        check.close()
    assert len(made) == 1 and forwards == [3]


def test_texts_are_remembered(opened: OpenClip, monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[str]()
    inner = loaded(opened).texts
    monkeypatch.setattr(loaded(opened), "texts", lambda texts: read.extend(texts) or inner(texts))
    first = opened.texts(["a cat", "a dog", "a cat"])
    again = opened.texts(["a dog", "a cow"])
    assert read == ["a cat", "a dog", "a cow"]
    assert np.array_equal(first[1], again[0]) and np.array_equal(first[0], first[2])
    assert not np.allclose(first[0], first[1])


def test_a_caption_is_the_mean_of_its_sentences(opened: OpenClip) -> None:
    (row,) = opened.captions(["a cat"])
    mean = opened.texts(["a cat.", "a photo of a cat."]).mean(axis=0)
    assert np.allclose(row, mean / np.linalg.norm(mean), atol=1e-6)
    assert opened.scale == pytest.approx(1 / 0.07, rel=1e-4)


# names ----------------------------------------------------------------------------------------------------------------


def test_a_wrong_model_or_tag_is_told_with_the_nearest_names() -> None:
    (line,) = embedder("ViT-B-23", "openai").preflight()
    assert line.startswith("embedder.model=ViT-B-23: open_clip has no such model; did you mean ") and "ViT-B-32" in line
    (line,) = embedder("ViT-B-32", "openia").preflight()
    assert line.startswith("embedder.pretrained=openia: ViT-B-32 has no such weights; did you mean openai")
    (line,) = embedder("ViT-B-32").preflight()
    assert line.startswith("embedder.pretrained is missing: a file of weights, or one of openai, ")
    assert embedder("ViT-B-32", "openai").preflight() == []
    assert embedder("ViT-B-32", "laion2b-s34b-b79k").preflight() == []  # as open_clip itself reads it


def test_a_folder_without_a_model_and_a_missing_file_are_told(tmp_path: Path, model: Path) -> None:
    assert embedder(model).preflight() == []
    for folder, fault in (("nothing", "there is no such folder"), (".", "the folder has no open_clip_config.json")):
        (line,) = embedder(tmp_path / folder).preflight()
        assert line.endswith(fault)
    (line,) = embedder("ViT-B-32", str(tmp_path / "weights.pt")).preflight()
    assert line.endswith("there is no such file")
    (line,) = embedder(model, "openai").preflight()
    assert line.endswith("pass embedder.pretrained=null")
    (line,) = embedder("hf-hub:nobody").preflight()
    assert line.endswith("after hf-hub: comes owner/name")
    (line,) = replace(embedder(model), sentences=["a photo"]).preflight()
    assert "has no {}" in line


def test_a_gpu_that_is_not_there_is_told(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "gpus", lambda: ())
    assert replace(embedder(model), device="cuda").preflight() == [
        "embedder.device=cuda: this machine has none; pass embedder.device=cpu"
    ]


@pytest.mark.parametrize("damage", ["cut", "other", "config"])
def test_a_damaged_model_is_one_line(tmp_path: Path, damage: str) -> None:
    from safetensors.torch import load_file, save_file

    folder = save_clip(tmp_path / "model")
    weights = folder / "open_clip_model.safetensors"
    if damage == "cut":
        weights.write_bytes(weights.read_bytes()[:1000])
    elif damage == "other":
        found = load_file(weights)
        found["visual.proj"] = found["visual.proj"][:, :4].contiguous()
        save_file(found, weights)
    else:
        (folder / "open_clip_config.json").write_text("{}")
    with pytest.raises(UsageError, match="^embedder=open_clip cannot load local-dir:") as e:
        embedder(folder).open(Device())
    assert "\n" not in str(e.value)


def test_a_file_of_weights_goes_with_a_model_of_open_clip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import json

    import open_clip

    folder = save_clip(tmp_path / "model")
    config = json.loads((folder / "open_clip_config.json").read_text())["model_cfg"]
    (tmp_path / "tiny-random.json").write_text(json.dumps(config))
    open_clip.add_model_config(tmp_path / "tiny-random.json")
    one = embedder("tiny-random", str(folder / "open_clip_model.safetensors"))
    assert np.array_equal(texts(one), texts(embedder(folder)))


# the hub --------------------------------------------------------------------------------------------------------------


def test_the_files_of_a_tag_are_those_of_its_repository() -> None:
    one = replace(embedder("ViT-L-14", "openai"), revision="abc")
    assert one.downloads() == [
        Download("timm/vit_large_patch14_clip_224.openai", "abc", ("open_clip_model.safetensors",))
    ]
    assert embedder("ViTamin-S", "datacomp1b").downloads() == [
        Download("jienengchen/ViTamin-S", None, ("pytorch_model.safetensors",))
    ]


def test_a_model_of_the_hub_is_fetched_without_pickles_and_loaded(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(model, tmp_path / "served")
    (folder / "open_clip_pytorch_model.bin").write_bytes(b"code")
    with serving({"tiny/clip": folder}) as served:
        see_only(served, tmp_path / "cache", monkeypatch)
        one = embedder(f"hf-hub:tiny/clip@{COMMIT}")
        assert one.preflight() == []
        assert one.downloads() == [
            Download("tiny/clip", COMMIT, ("open_clip_model.safetensors", "open_clip_config.json"))
        ]
        fetched = texts(one)
    assert "open_clip_pytorch_model.bin" not in served.sent
    assert np.array_equal(fetched, texts(embedder(model)))


def test_a_model_that_is_not_there_is_told_in_one_line_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(SynthgenError, match="is not complete on this machine") as e:
        embedder("hf-hub:tiny/clip").downloads()
    assert "\n" not in str(e.value)
