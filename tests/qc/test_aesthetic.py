"""A head tells what pleases; where none is configured, nothing is scored; where it does not fit, one line says so."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from synthgen.errors import UsageError
from synthgen.kit.layers import Layers
from synthgen.measure import Samples
from synthgen.qc.aesthetic import Aesthetic
from synthgen.types import Device
from tests.embedder.fake import WIDTH, Fake, direction
from tests.samples import picture, prompt

ID = "color-000000000"


def check(shows: str = "nothing", head: str | None = "head.pth") -> Aesthetic:
    """With a head that gives 10 to what pleases it, and about 5 to all else."""
    one = Aesthetic(7.0, None, None, "reject", Fake({ID: shows}), head)
    weight = 5 * direction("a pleasing picture")[None]
    vars(one)["_layers"] = Layers(((weight, np.array([5.0], np.float32), False),))
    return one


def test_a_picture_that_pleases_passes_and_one_that_does_not_falls() -> None:
    (good,) = check("a pleasing picture").measure(Samples([prompt()], [picture(ID)]))
    assert good.values["aesthetic"] == pytest.approx(10) and check().judge(good, prompt()) is None
    (bad,) = check("a mess").measure(Samples([prompt()], [picture(ID)]))
    found = check().judge(bad, prompt())
    assert found is not None and found[0] == "picture less pleasing"


def test_without_a_head_or_an_embedder_or_a_picture_nothing_is_scored() -> None:
    broken = replace(picture(ID), data=b"no picture")
    cases = [
        (check(head=None), picture(ID)),
        (replace(check(), embedder=None), picture(ID)),
        (check("a pleasing picture"), broken),
    ]
    for one, file in cases:
        (score,) = one.measure(Samples([prompt()], [file]))
        assert score.values == {"aesthetic": None} and one.judge(score, prompt()) is None


@pytest.mark.clip
def test_a_head_of_another_width_does_not_open(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    for width in (WIDTH, 768):
        weight = np.ones((1, width), np.float32)
        save_file({"weight": weight, "bias": np.zeros(1, np.float32)}, tmp_path / f"{width}.safetensors")
    fits = Aesthetic(None, None, None, "report", Fake({ID: "a"}), str(tmp_path / f"{WIDTH}.safetensors"))
    fits.open(Device())
    (score,) = fits.measure(Samples([prompt()], [picture(ID)]))
    assert score.values["aesthetic"] == pytest.approx(float(direction("a").sum()), abs=1e-4)
    with pytest.raises(UsageError, match="made for embeddings of 768 values, and embedder=fake gives 64"):
        replace(fits, head=str(tmp_path / "768.safetensors")).open(Device())
