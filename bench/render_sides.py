"""What `bench.render` compares, and the table in which it says so."""

import json
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from synthgen.build import build
from synthgen.checks import Check
from synthgen.config import compose
from synthgen.encoding import Encoding
from synthgen.interfaces import Renderer
from synthgen.kit.hashes import seed_of
from synthgen.renderer.diffusers import Diffusers
from synthgen.shards import ShardDone, ShardTask
from synthgen.stages import PictureWork
from synthgen.types import Fields, Prompt, Take, sample_id

SHARD = 64
"""Samples that a run hands a worker at a time."""
HEAD = "| goal | what | baseline | ours | ratio | must | stretch | met? |\n|:--|:--|--:|--:|--:|--:|--:|:--|"


@dataclass(frozen=True)
class Row:
    """One line of the table. None: not measured."""

    goal: str
    what: str
    baseline: float | None
    ours: float | None
    must: float | None = None
    """What the ratio has to be at least; at most, where it is a time that should not grow."""
    stretch: float | None = None
    at_most: bool = False
    ratio: float | None = None

    def __post_init__(self) -> None:
        if self.ratio is None and self.baseline and self.ours is not None:
            object.__setattr__(self, "ratio", self.ours / self.baseline)

    @property
    def met(self) -> str:
        """Which of its goals it reaches; "" where there is none, or nothing was measured."""
        if self.ratio is None or self.must is None:
            return ""
        sign = -1 if self.at_most else 1
        if self.stretch is not None and sign * self.ratio >= sign * self.stretch:
            return "stretch"
        return "yes" if sign * self.ratio >= sign * self.must else "no"


def line(row: Row) -> str:
    """As a line of markdown; what was not measured stays empty."""
    bound = "≤ " if row.at_most else "≥ "
    goals = [bound + f"{goal:g}" if goal is not None else "" for goal in (row.must, row.stretch)]
    figures = [_short(figure) for figure in (row.baseline, row.ours)]
    ratio = "" if row.ratio is None else f"{row.ratio:.3f}" if row.ratio < 10 else f"{row.ratio:.1f}"
    return "| " + " | ".join([row.goal, row.what, *figures, ratio, *goals, row.met]) + " |"


def as_json(row: Row) -> str:
    return json.dumps(asdict(row) | {"met": row.met})


def _short(figure: float | None) -> str:
    return "" if figure is None else f"{figure:,.0f}" if figure >= 1000 else f"{figure:.4g}"


@dataclass(frozen=True)
class Pace:
    """Pictures a second of the clock, and of the process's CPU."""

    wall: float
    cpu: float


def pace(draw: Callable[[], int]) -> Pace:
    """`draw` gives the number of pictures that it has made."""
    began, before = time.perf_counter(), time.process_time()
    made = draw()
    return Pace(made / (time.perf_counter() - began), made / (time.process_time() - before))


def in_turns(sides: Mapping[str, Callable[[], int]], rounds: int) -> dict[str, Pace]:
    """The median pace of each side; a busy machine slows all of them. What runs for the first time is the caller's."""
    found: dict[str, list[Pace]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, draw in sides.items():
            found[name].append(pace(draw))
    return {
        name: Pace(median(one.wall for one in paces), median(one.cpu for one in paces)) for name, paces in found.items()
    }


def takes(count: int) -> list[Take]:
    """Orders with prompts that all differ and share a negative one; they fit into 77 tokens of one letter."""
    found = []
    for index in range(count):
        id = sample_id("bench", index)
        prompt = Prompt(id, Fields("red fox"), f"((red fox {index})), beach, (soft light:1.2)", "blurry, text")
        found.append(Take(id, 0, prompt, seed_of(0, "bench", index)))
    return found


def shards(orders: Sequence[Take]) -> Iterable[ShardTask]:
    for start in range(0, len(orders), SHARD):
        yield ShardTask(f"bench-{start:09d}", "bench", tuple(orders[start : start + SHARD]))


def stage(renderer: Renderer, checks: Mapping[str, Check], orders: Sequence[Take]) -> int:
    """The render stage as a worker runs it, with an open renderer: encoded as JPEG, marked, stored, measured."""
    made, said = 0, list[str]()

    def report(done: ShardDone) -> None:
        nonlocal made
        made += done.made
        said.extend(done.said)

    with tempfile.TemporaryDirectory() as folder:
        work = PictureWork(Path(folder), renderer, checks, Encoding("jpg", 95, renderer))
        work.do(iter(shards(orders)), "bench", report)
    for remark in said:
        print(f"  {remark}", flush=True)
    if made != len(orders):
        raise SystemExit(f"{made} of {len(orders)} orders gave a picture: the figures would be wrong")
    return made


def preset(name: str, folder: Path, changes: Sequence[str]) -> Diffusers:
    """The renderer as its yaml has it, for a model in a folder."""
    words = [f"renderer={name}", f"renderer.model={folder}", "renderer.revision=null", "renderer.variant=null"]
    config = compose([*words, *(f"renderer.{change}" for change in changes)])
    renderer = build(config.renderer, "renderer", Renderer)  # type: ignore[type-abstract]
    assert isinstance(renderer, Diffusers)
    return renderer


def picture_checks() -> dict[str, Check]:
    """Those that every run makes of its pictures."""
    qc = compose([]).qc
    return {name: build(qc[name], f"qc.{name}", Check) for name in ("readable", "duplicate")}  # type: ignore[type-abstract]
