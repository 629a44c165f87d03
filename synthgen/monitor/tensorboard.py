"""Curves and sample pictures as event files of TensorBoard: written with its own record writer, without torch.

A step is a picture: the drivers of one folder continue each other's curves, each with a file of its own.
"""

import importlib.util
import os
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from synthgen.kit.figures import curves
from synthgen.kit.options import Pause
from synthgen.kit.pictures import encode
from synthgen.monitors import Monitor, MonitorLost, RunAbout, Shown
from synthgen.status import Status

QUALITY = 85
"""Of the JPEG files in it."""


@dataclass(frozen=True)
class TensorBoard(Monitor):
    every: Pause = 15.0
    pictures: Literal[0, 1, 2, 3, 4] = 2
    """Newest kept samples of each ability."""

    @property
    def wanted(self) -> int:
        return self.pictures

    def preflight(self) -> list[str]:
        if importlib.util.find_spec("tensorboard") is None:
            return ["monitor=tensorboard needs tensorboard. pip install 'synthgen[monitor]'"]
        return []

    def start(self, about: RunAbout, tell: Callable[[str], None]) -> str:
        from tensorboard.compat.proto.event_pb2 import Event
        from tensorboard.summary.writer.record_writer import RecordWriter

        folder = about.folder / "monitor" / "tensorboard"
        name = f"events.out.tfevents.{time.time():.0f}.{socket.gethostname()}.{os.getpid()}.{time.time_ns():x}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            last = _last_step(folder)
            writer = RecordWriter((folder / name).open("wb"))
        except OSError as e:
            raise MonitorLost(f"cannot write {folder}: {e.strerror}") from e
        vars(self).update(_writer=writer, _last=last)
        self._write(Event(wall_time=time.time(), file_version="brain.Event:2"))
        return f"tensorboard --logdir {folder}"

    def update(self, status: Status, step: int) -> None:
        self._log(step, [{"tag": name, "simple_value": value} for name, value in curves(status).items()])

    def show(self, samples: Sequence[Shown], step: int) -> None:
        from tensorboard.compat.proto.summary_pb2 import Summary

        values, numbers = [], dict[str, int]()
        for sample in samples:
            numbers[sample.ability] = number = numbers.get(sample.ability, 0) + 1
            height, width, colours = sample.pixels.shape
            data = encode(sample.pixels, "jpg", QUALITY)
            image = Summary.Image(height=height, width=width, colorspace=colours, encoded_image_string=data)
            values.append({"tag": f"pictures/{sample.ability} {number}", "image": image})
        self._log(step, [*values, {"tag": "pictures/prompts", **_text(samples)}])

    def close(self) -> None:
        if writer := vars(self).pop("_writer", None):
            try:
                writer.close()
            except OSError as e:
                raise MonitorLost(f"cannot write its event file: {e.strerror}") from e

    def _log(self, step: int, values: Sequence[dict[str, Any]]) -> None:
        from tensorboard.compat.proto.event_pb2 import Event
        from tensorboard.compat.proto.summary_pb2 import Summary

        # what a killed driver had shown may have been more than it had noted elsewhere
        vars(self)["_last"] = step = max(step, vars(self)["_last"])
        summary = Summary(value=[Summary.Value(**value) for value in values])
        self._write(Event(wall_time=time.time(), step=step, summary=summary))

    def _write(self, event: Any) -> None:
        writer = vars(self)["_writer"]
        try:
            writer.write(event.SerializeToString())
            writer.flush()
        except OSError as e:
            raise MonitorLost(f"cannot write its event file: {e.strerror}") from e


def _last_step(folder: Path) -> int:
    """Where the driver before this one had come to; its file may end in half an event."""
    from tensorboard.backend.event_processing.event_file_loader import RawEventFileLoader
    from tensorboard.compat.proto.event_pb2 import Event

    for path in sorted(folder.glob("events.out.tfevents.*"), reverse=True):
        if last := max((Event.FromString(raw).step for raw in RawEventFileLoader(str(path)).Load()), default=0):
            return int(last)
    return 0


def _text(samples: Sequence[Shown]) -> dict[str, Any]:
    """Prompts for the tab of texts, which takes them for Markdown: as indented code, nothing in them means anything."""
    from tensorboard.compat.proto.summary_pb2 import SummaryMetadata
    from tensorboard.compat.proto.tensor_pb2 import TensorProto
    from tensorboard.compat.proto.tensor_shape_pb2 import TensorShapeProto
    from tensorboard.compat.proto.types_pb2 import DT_STRING

    lines = (f"    {sample.id}  {' '.join(sample.prompt.split())}" for sample in samples)
    plugin = SummaryMetadata.PluginData(plugin_name="text")
    text = "\n".join(lines).encode()
    tensor = TensorProto(dtype=DT_STRING, string_val=[text], tensor_shape=TensorShapeProto())
    return {"tensor": tensor, "metadata": SummaryMetadata(plugin_data=plugin)}
