"""Whole runs with a CLIP of open_clip: scored in workers, chosen again without them, refused before anything starts."""

from pathlib import Path

import numpy as np
import pytest

from synthgen.__main__ import main
from synthgen.store import Store
from synthgen.types import Score
from tests.embedder.tiny_clip import WIDTH, save_clip

pytestmark = [pytest.mark.clip, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
CHECKS = ("clip", "decoy", "iqa")


def words(model: Path) -> list[str]:
    checks = f"qc=[readable,{','.join(CHECKS)}]"
    return ["ability=animal", "n=3", checks, "embedder=open_clip", f"embedder.model='local-dir:{model}'"]


def test_a_run_is_scored_by_the_model_and_chosen_from_again_without_it(working_folder: Path) -> None:
    model = save_clip(working_folder / "model")
    assert main([*words(model), "embedder.pretrained=null", "embedder.batch=2"]) == 0
    store = Store(working_folder / "outputs/animal")
    scores = {name: [row for row in store.rows(f"scores/{name}", "animal", 0, 3)] for name in CHECKS}
    for row in scores["clip"]:
        assert isinstance(row, Score) and isinstance(row.values["margin"], float) and row.values["rival"]
        kept = row.values["embedding"]
        assert isinstance(kept, bytes) and np.frombuffer(kept, np.float16).shape == (WIDTH,)
    assert all(isinstance(row, Score) and row.values["decoys"] == 31.0 for row in scores["decoy"])
    assert all(isinstance(row, Score) and isinstance(row.values["quality"], float) for row in scores["iqa"])
    (model / "open_clip_model.safetensors").unlink()  # nobody looks at pictures again
    assert main(["select", "run=outputs/animal", "qc.clip.min=-2"]) == 0
    assert main(["select", "run=outputs/animal", "qc.clip.min=2"]) == 8


def test_a_model_that_is_not_there_is_one_line_and_nothing_is_written(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words(working_folder / "nowhere"), "embedder.pretrained=null"]) == 2
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("synthgen: ")]
    assert len(said) == 1 and said[0].endswith("there is no such folder")
    assert not (working_folder / "outputs").exists()
