"""What is unsafe is rejected, by a head or by a classifier; a check that names neither is refused."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from synthgen.config import compose
from synthgen.errors import UsageError
from synthgen.measure import Samples
from synthgen.qc.nsfw import Nsfw
from synthgen.types import Device, Picture, Pixels
from tests.embedder.fake import Fake, direction
from tests.samples import picture, prompt

ID = "color-000000000"
NONE = Nsfw(Fake(), None, None, ("nsfw",), 0.5, "reject")


def grey(level: int) -> Picture:
    pixels: Pixels = np.full((40, 48, 3), level, np.uint8)
    return picture(ID, pixels, "png")


def test_with_nothing_configured_nothing_is_scored_and_nothing_falls() -> None:
    for check in (NONE, replace(NONE, embedder=None), replace(NONE, embedder=None, head="x.safetensors")):
        (score,) = check.measure(Samples([prompt()], [picture(ID)]))
        assert score.values == {"unsafe": None} and check.judge(score, prompt()) is None


def test_it_rejects_by_default_for_every_renderer() -> None:
    for renderer in ("sketch", "sdxl"):
        options = compose(["qc=[nsfw]", f"renderer={renderer}"]).qc["nsfw"]
        assert options["action"] == "reject" and options["max"] == 0.5


def test_what_is_missing_is_told_before_anything_is_rendered() -> None:
    lines = replace(NONE, embedder=None, head="nowhere", classifier="nobody").preflight()
    assert "qc.nsfw.head reads embeddings: pass embedder=open_clip" in lines
    assert "qc.nsfw: pass either head or classifier" in lines
    assert any(line.startswith("qc.nsfw.classifier=nobody is no folder, and no name") for line in lines)
    assert NONE.preflight() == [
        "qc.nsfw: nobody would look; pass qc.nsfw.head=... or qc.nsfw.classifier=..., or ~qc.nsfw"
    ]


def test_pixels_are_wanted_from_the_gpu_only_where_somebody_looks_at_them() -> None:
    assert not NONE.reads_tensors and replace(NONE, classifier="owner/name").reads_tensors


@pytest.mark.clip
class TestWithTorch:
    def test_a_picture_near_a_concept_falls_and_another_passes(self, tmp_path: Path) -> None:
        from safetensors.numpy import save_file

        rows = {"concept_embeds": "something bad", "special_care_embeds": "a child"}
        found = {name: 2 * direction(text)[None] for name, text in rows.items()}
        found |= {f"{name}_weights": np.array([0.6], np.float32) for name in rows}
        save_file(found, tmp_path / "model.safetensors")
        for shows, falls in (("something bad", True), ("a cat", False)):
            check = replace(NONE, embedder=Fake({ID: shows}), head=str(tmp_path / "model.safetensors"))
            assert check.preflight() == []
            check.open(Device())
            (score,) = check.measure(Samples([prompt()], [picture(ID)]))
            assert (check.judge(score, prompt()) is not None) == falls
            (broken,) = check.measure(Samples([prompt()], [replace(picture(ID), data=b"")]))
            assert broken.values == {"unsafe": None}

    def test_a_perceptron_gives_a_probability(self, tmp_path: Path) -> None:
        from safetensors.numpy import save_file

        weight = np.stack([direction("something bad"), -direction("something bad")])
        first = {"layers.0.weight": weight, "layers.0.bias": np.zeros(2, np.float32)}
        second = {"layers.3.weight": np.array([[0.9, 0.0]], np.float32), "layers.3.bias": np.zeros(1, np.float32)}
        save_file(first | second, tmp_path / "mlp.safetensors")
        check = replace(NONE, embedder=Fake({ID: "something bad"}), head=str(tmp_path / "mlp.safetensors"))
        check.open(Device())
        (score,) = check.measure(Samples([prompt()], [picture(ID)]))
        assert score.values["unsafe"] == pytest.approx(0.9, abs=1e-4)
        assert check.judge(score, prompt()) == ("picture unsafe", "unsafe 0.9, at most 0.5")

    def test_a_classifier_says_how_likely_its_unsafe_labels_are(self, tmp_path: Path) -> None:
        import torch

        check = replace(NONE, embedder=None, classifier=str(save_classifier(tmp_path / "model")))
        assert check.preflight() == []
        check.open(Device())
        dark, light = (check.measure(Samples([prompt()], [grey(level)]))[0] for level in (20, 240))
        assert check.judge(dark, prompt()) is not None and check.judge(light, prompt()) is None
        tensor = torch.full((40, 48, 3), 20, dtype=torch.uint8)
        (same,) = check.measure(Samples([prompt()], [grey(240)], tensors=[tensor]))
        assert same.values["unsafe"] == pytest.approx(dark.values["unsafe"], abs=1e-4)  # the tensor is looked at
        (broken,) = check.measure(Samples([prompt()], [replace(grey(20), data=b"")]))
        assert broken.values == {"unsafe": None}

    def test_a_label_or_a_model_that_is_not_there_is_one_line(self, tmp_path: Path) -> None:
        folder = save_classifier(tmp_path / "model")
        check = replace(NONE, classifier=str(folder), unsafe=("porn",))
        with pytest.raises(UsageError, match="the classifier has no label porn; there are: normal, nsfw"):
            check.open(Device())
        (folder / "model.safetensors").write_bytes(b"\x00" * 9)
        with pytest.raises(UsageError, match="^qc.nsfw.classifier=.* transformers cannot load it: ") as e:
            replace(check, unsafe=("nsfw",)).open(Device())
        assert "\n" not in str(e.value)
        (folder / "config.json").unlink()
        assert check.preflight()[0].endswith("the folder has no config.json")


def save_classifier(folder: Path) -> Path:
    """A small ResNet with random weights, and a last layer that finds dark pictures unsafe."""
    import torch
    from transformers import ResNetConfig, ResNetForImageClassification

    torch.manual_seed(0)
    labels = {0: "normal", 1: "nsfw"}
    config = ResNetConfig(embedding_size=8, hidden_sizes=[8], depths=[1], layer_type="basic")
    config.id2label, config.label2id = labels, {name: i for i, name in labels.items()}
    model = ResNetForImageClassification(config).eval()
    with torch.no_grad():
        shades = torch.stack([torch.full((3, 32, 32), 2 * level / 255 - 1) for level in (20, 240)])
        dark, light = model.resnet(shades).pooler_output.flatten(1)
        toward = 20 * (dark - light) / (dark - light).square().sum()
        last = model.classifier[-1]
        last.weight.copy_(torch.stack([-toward, toward]))
        last.bias.copy_((toward @ (dark + light) / 2) * torch.tensor([1.0, -1.0]))
    model.save_pretrained(folder)
    told = {"image_processor_type": "ViTImageProcessor", "size": {"height": 32, "width": 32}}
    (folder / "preprocessor_config.json").write_text(json.dumps(told))
    return folder
