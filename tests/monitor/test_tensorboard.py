"""Event files of real runs, read back by TensorBoard itself."""

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from synthgen.monitor.tensorboard import TensorBoard
from synthgen.monitors import MonitorLost, RunAbout, Shown
from synthgen.status import StageStatus, Status
from tests import samples
from tests.monitor.watched import watched

pytestmark = pytest.mark.monitor


def read(folder: Path) -> Any:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

    found = EventAccumulator(
        str(folder / "monitor/tensorboard"), size_guidance={"scalars": 0, "images": 0, "tensors": 0}
    )
    return found.Reload()


def status(pictures: int) -> Status:
    return Status(
        stages=(StageStatus("joke", "pictures", 100, pictures), StageStatus("joke", "selection", 100, pictures))
    )


def test_curves_and_pictures_of_a_run_are_what_it_made(tmp_path: Path) -> None:
    told = watched(tmp_path, 30, {"tensorboard": TensorBoard(1.0)})
    assert told == [f"monitor.tensorboard: tensorboard --logdir {tmp_path / 'monitor/tensorboard'}"]
    found = read(tmp_path)
    assert {"samples/kept", "samples/rejected"} <= set(found.Tags()["scalars"])
    last = found.Scalars("samples/kept")[-1]
    assert (last.step, last.value) == (30, 30) and found.Scalars("kept share/all")[-1].value == 1
    assert set(found.Tags()["images"]) == {"pictures/null 1", "pictures/null 2"}
    (picture,) = found.Images("pictures/null 1")
    image = Image.open(io.BytesIO(picture.encoded_image_string))
    image.load()
    assert image.format == "JPEG" and image.size == (picture.width, picture.height) and picture.step == 30
    (text,) = found.Tensors("pictures/prompts")
    assert "null-000000029" in text.tensor_proto.string_val[0].decode()


def test_a_run_that_goes_on_continues_its_curves(tmp_path: Path) -> None:
    for n in (20, 40):
        watched(tmp_path, n, {"tensorboard": TensorBoard(1.0)})
    assert len(list((tmp_path / "monitor/tensorboard").iterdir())) == 2
    points = read(tmp_path).Scalars("samples/kept")
    steps = [point.step for point in points]
    assert steps == sorted(steps) and {20, 40} <= set(steps) and points[-1].value == 40


def test_a_driver_that_was_killed_in_the_middle_of_an_event_leaves_curves_that_the_next_continues(
    tmp_path: Path,
) -> None:
    about, first, second = RunAbout("joke", tmp_path, {}), TensorBoard(), TensorBoard()
    first.start(about, print)
    for pictures in (10, 50, 60):
        first.update(status(pictures), pictures)
    (path,) = (tmp_path / "monitor/tensorboard").iterdir()
    path.write_bytes(path.read_bytes()[:-7])
    second.start(about, print)  # which knows of 30 only: its status.json was older
    for pictures in (30, 40, 80):
        second.update(status(pictures), pictures)
    second.close()
    first.close()
    points = read(tmp_path).Scalars("samples/kept")
    assert [(point.step, point.value) for point in points] == [(10, 10), (50, 50), (50, 30), (50, 40), (80, 80)]


def test_a_prompt_is_shown_as_it_is_and_never_as_markup(tmp_path: Path) -> None:
    one = TensorBoard()
    one.start(RunAbout("joke", tmp_path, {}), print)
    one.show([Shown("joke-000000007", "# big\n<script>alert(1)</script> [x](y)", samples.spots(1))], 8)
    one.close()
    (text,) = read(tmp_path).Tensors("pictures/prompts")
    (line,) = text.tensor_proto.string_val[0].decode().split("\n")
    assert line == "    joke-000000007  # big <script>alert(1)</script> [x](y)"  # indented: code
    (picture,) = read(tmp_path).Images("pictures/joke 1")
    pixels = np.asarray(Image.open(io.BytesIO(picture.encoded_image_string))).astype(int)
    assert np.abs(pixels - samples.spots(1)).mean() < 12


def test_a_folder_that_cannot_be_written_costs_one_line(tmp_path: Path) -> None:
    (tmp_path / "monitor").write_text("a file")
    (line,) = watched(tmp_path, 6, {"tensorboard": TensorBoard()})
    assert line.startswith(f"monitor.tensorboard: cannot write {tmp_path / 'monitor/tensorboard'}: ")
    assert line.endswith("the run goes on without it")


def test_a_disk_that_is_full_is_told_by_name(tmp_path: Path) -> None:
    from tensorboard.summary.writer.record_writer import RecordWriter

    one = TensorBoard()
    one.start(RunAbout("joke", tmp_path, {}), print)
    vars(one)["_writer"].close()
    vars(one)["_writer"] = RecordWriter(io.BufferedWriter(io.FileIO("/dev/full", "w")))
    for step in (lambda: one.update(status(3), 3), one.close):
        with pytest.raises(MonitorLost, match="cannot write its event file: No space left on device"):
            step()
    assert one.close() is None  # type: ignore[func-returns-value]
