"""A farm on paper: what of one run breaks first, and at what size, by figures that were measured on one machine.

    python -m bench.farm [pictures=100e6] [gpus=1000] [seconds=2] [abilities=13] [latency=5] [memory=16]

seconds: of a GPU for a picture; latency: seconds of a reply of the language model; memory: GB of the driver's machine.
Nothing of this size was ever run. Each figure below says where it comes from; change it when yours is another.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from synthgen.cutting import LEAST, SECONDS
from synthgen.memory import EPOCH
from synthgen.store import SHARD

DRIVER = 0.017
"""CPU seconds of the driver for a sample: texts written and read, checks of texts, selection, export
(`bench.default_run joke 24 1000`: the difference of both). What hands out work is 0.0005 of it (`bench.overhead`)."""
CLIENT = 2_138
"""Replies of a language model that the client takes a second (`bench.llm`)."""
IN_FLIGHT = 32
"""Its requests at a time by default: `llm.concurrency`."""
ASKED = 2
"""Requests a sample: a prompt, a dialogue."""
RANGES_READ = 8.5
"""Ranges a second whose scores the driver reads from a bucket at 30 ms a request (`bench.bucket`)."""
IDS, JOURNAL, COMPARED = 300.0, 250.0, 3_200.0
"""Bytes of the driver for a sample: ids and rejects, the journal of two replies, the duplicate check."""
FILES = 14
"""Of a range with the default checks: prompts, dialogues, pictures, and eleven of scores."""
QUOTA = 10e6
"""Files that somebody may have on a shared file system: an assumption, yours says another number."""
START = 28.1e-6
"""Seconds of a start for a sample that is there: 11.9 s to open the folder of a million, and 16.2 s more until
the first new work is handed out (`bench.resume 1000000`)."""
EXPORTED = 10_702
"""Samples a second of an export with pictures of 118 kB (`bench.tar`)."""


@dataclass(frozen=True)
class Farm:
    """What is wanted, and of what."""

    pictures: float = 100e6
    gpus: float = 1000
    seconds: float = 2.0
    abilities: float = 13
    latency: float = 5.0
    memory: float = 16.0

    @property
    def rate(self) -> float:
        """Pictures a second of all GPUs."""
        return self.gpus / self.seconds

    @property
    def range(self) -> float:
        """Pictures of a range."""
        return min(SHARD, max(LEAST, SECONDS / self.seconds))


@dataclass(frozen=True)
class Limit:
    """Something that one run cannot have more of."""

    what: str
    most: float
    """GPUs that it feeds, or pictures that it holds."""
    then: str


def rates(farm: Farm) -> Iterator[Limit]:
    """By the GPUs that one run feeds."""
    asked = IN_FLIGHT / farm.latency / ASKED
    need = farm.rate * ASKED * farm.latency
    yield Limit("requests in flight", asked * farm.seconds, f"`llm.concurrency={need:.0f}`, and a server that bears it")
    held = 2 * farm.range  # a worker has a range at work, and one that waits
    yield Limit("epochs in flight", 2 * EPOCH * farm.abilities / held, "a larger `epoch=`, before the first run")
    yield Limit("the driver reads a bucket", RANGES_READ * farm.range * farm.seconds, "a shared folder, or more runs")
    yield Limit("the driver's core", farm.seconds / DRIVER, "more runs: each has a driver")
    yield Limit("replies taken", CLIENT / ASKED * farm.seconds, "more runs")


def sizes(farm: Farm) -> Iterator[Limit]:
    """By the pictures that one run holds."""
    room = farm.memory * 1e9
    yield Limit("memory of the duplicate check", room / (COMPARED + IDS + JOURNAL), "more runs; or `~qc.duplicate`")
    yield Limit("memory of ids and replies", room / (IDS + JOURNAL), "more runs")
    yield Limit("a start within ten minutes", 600 / START, "more runs")
    yield Limit("an export within a day", 86_400 * EXPORTED, "more runs")
    yield Limit(f"{QUOTA:,.0f} files", QUOTA / FILES * farm.range, "a larger quota; `objects=` for most of them")


def table(farm: Farm) -> list[str]:
    """Markdown; what breaks first stands first."""
    days = farm.pictures / farm.rate / 86_400
    lines = [f"{farm.pictures:,.0f} pictures at {farm.seconds:g} s on {farm.gpus:,.0f} GPUs: {days:.1f} days", ""]
    for unit, limits, wanted in (("GPUs", rates(farm), farm.gpus), ("pictures", sizes(farm), farm.pictures)):
        lines += [f"| one run has enough of | up to {unit} | runs for {wanted:,.0f} | or |", "|---|--:|--:|---|"]
        for limit in sorted(limits, key=lambda one: one.most):
            lines.append(f"| {limit.what} | {limit.most:,.0f} | {-(-wanted // limit.most):,.0f} | {limit.then} |")
        lines.append("")
    files = farm.pictures / farm.range * FILES
    lines.append(f"Files: {files:,.0f}, {FILES} for each range of {farm.range:.0f} pictures.")
    return lines


if __name__ == "__main__":
    given = {name: float(value) for name, value in (word.split("=") for word in sys.argv[1:])}
    print("\n".join(table(Farm(**given))))
