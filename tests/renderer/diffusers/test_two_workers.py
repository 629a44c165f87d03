"""What several workers make together is what one makes: two GPUs, two ranks, and one that is killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from synthgen.kit.pictures import decode
from synthgen.store import Store
from synthgen.types import Picture, Pixels
from tests.engine.launching import free_port
from tests.renderer.diffusers.test_renderer import NO_EDGE, OPTIONS
from tests.renderer.diffusers.test_runs import alike, made
from tests.renderer.diffusers.two_gpus import TwoGpus
from tests.renderer.tiny import save_sdxl

pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings(NO_EDGE)]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch

    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("models") / "sdxl"
    save_sdxl(folder)
    return folder


def test_two_gpus_give_the_pictures_of_one_also_when_a_worker_is_killed(model: Path, tmp_path: Path) -> None:
    options = OPTIONS | {"model": str(model), "batch": 3, "steps": 1}
    found = {}
    for name, workers, dies in (("one", 1, False), ("two", 2, True)):
        (tmp_path / f"notes-{name}").mkdir()
        renderer = TwoGpus(**options, notes=str(tmp_path / f"notes-{name}"), dies=dies)
        found[name] = made(tmp_path / name, renderer, 24, workers=workers)
    assert alike(found["one"], found["two"])
    drew = {int(note.name[-1]) for note in (tmp_path / "notes-two").glob("* by *")}
    assert drew == {0, 1} and (tmp_path / "notes-two/died").exists()


def test_two_ranks_of_accelerate_give_the_pictures_of_one_process(model: Path, tmp_path: Path) -> None:
    words = ["-m", "synthgen", "ability=color", "n=8", "name=it", "renderer=sdxl", f"renderer.model={model}"]
    words += ["renderer.revision=null", "renderer.variant=null", "renderer.device=cpu", "renderer.dtype=float32"]
    words += ["renderer.size=64", "renderer.steps=1", "renderer.batch=2", "renderer.compile=false", "qc=[]"]
    accelerate = [str(Path(sys.executable).parent / "accelerate"), "launch", "--multi_gpu", "--num_processes=2"]
    found = {}
    for name, command in (
        ("one", [sys.executable, *words, "engine.workers=1"]),
        ("two", [*accelerate, f"--main_process_port={free_port()}", *words]),
    ):
        (tmp_path / name).mkdir()
        done = subprocess.run(command, cwd=tmp_path / name, capture_output=True, text=True, timeout=250)
        assert done.returncode == 0, done.stderr
        found[name] = pixels(tmp_path / name / "outputs/it")
    assert len(found["one"]) == 8 and alike(found["one"], found["two"])


def pixels(folder: Path) -> dict[str, Pixels]:
    rows = Store(folder).rows("pictures", "color")
    return {row.id: decode(row.data) for row in rows if isinstance(row, Picture)}
