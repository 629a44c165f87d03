"""what a study would be able to see, with simulated raters in the place of people

python -m eval_bench study simulate items=benchmarks/generated answers=[answers/base,answers/ours] raters=3
python -m eval_bench study simulate items=bench answers=[answers/base,answers/ours] invitations=12 careless=0.1
"""

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from random import Random
from time import time
from typing import Any, ClassVar

import numpy as np
from hydra.core.config_store import ConfigStore
from rich.progress import track
from rich.table import Table

from eval_bench import answers as answering
from eval_bench.commands.told import out, talk
from eval_bench.report.agreeing import coefficients
from eval_bench.study.database import NAME, Database
from eval_bench.study.designing import design_of, remarks
from eval_bench.study.options import DesignConfig, design_mistakes
from eval_bench.study.piloting import NOBODY, Sight, ratings, sight
from eval_bench.study.quality import counted_of, quality
from eval_bench.study.simulating import Person, Truth, people, take_part
from eval_bench.study.types import Design
from synthgen.config import compose_entry
from synthgen.disk import replace
from synthgen.errors import UsageError
from synthgen.kit.hashes import seed_of
from synthgen.store import Store


@dataclass
class SimulateConfig(DesignConfig):
    """The keys of `study simulate`. conf/eval_bench/study_simulate.yaml says what each means."""

    skill: float = 0.95
    spread: float = 0.02
    bias: float = 0.0
    cannot_tell: float = 0.02
    careless: float = 0.0
    seconds: float = 8.0
    repeats: int = 500
    days: ClassVar[float] = 30
    contact: ClassVar[None] = None
    consent: ClassVar[None] = None

    @property
    def folder(self) -> Path:
        names = "+".join(path.resolve().name for path in self.answers)
        return Path("studies") / (self.name or f"{names}-simulated")

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        yield from design_mistakes(self)
        if self.name and not self.answers:
            yield "study simulate makes its study anew: it needs items= and answers="
        for name, low, high in (("skill", 0.5, 1), ("spread", 0, 0.5), ("cannot_tell", 0, 1), ("careless", 0, 1)):
            if not low <= getattr(self, name) <= high:
                yield f"{name}={getattr(self, name)}: it has to be a share from {low} to {high}"
        if not -0.5 <= self.bias <= 0.5:
            yield f"bias={self.bias}: it has to be -0.5 to 0.5"
        if self.seconds <= 0:
            yield f"seconds={self.seconds}: it has to be more than 0"
        if not 1 <= self.repeats <= 100_000:
            yield f"repeats={self.repeats}: it has to be 1 to 100000"

    def people(self, count: int, rng: Random) -> list[Person]:
        named = {name: getattr(self, name) for name in ("skill", "spread", "bias", "careless", "cannot_tell")}
        return people(count, **named, seconds=self.seconds, rng=rng)


ConfigStore.instance().store(name="study_simulate_schema", node=SimulateConfig)


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, FolderInUse, DiskError."""
    config = compose_entry(arguments, "eval_bench/study_simulate", SimulateConfig)
    folder = config.folder
    if (folder / NAME).exists() and not Database(folder / NAME).design.simulated:
        raise UsageError(f"{folder} is a study of people, and stays as it is; pass another name=")
    design, pictures = design_of(config, simulated=_pretence(config))
    truth = _truth(design)
    with Store(folder).lock():
        for path in folder.glob(f"{NAME}*"):
            path.unlink()  # of simulated raters: the same command makes the same votes
        db = Database.create(folder / NAME, design, pictures)
        crowd = config.people(design.invitations, Random(seed_of(config.seed, "people")))
        going = take_part(db, crowd, truth, time())
        tasks = list(_shown(going, len(crowd), "people vote"))
        count = len(_places(design)) * max(1, len(design.models) - 1)
        rows = list(_shown(_sights(config, design, truth), count, "repeating the study"))
        ballots = db.ballots()
        db.close()
        raters = quality(design, ballots)
        flagged = {int(one.rater[1:]) - 1 for one in raters if one.flags}
        percent, _, alpha, ac1 = coefficients(ratings(design, ballots, counted_of(raters)))
        agreed = {"percent": percent, "alpha": alpha, "ac1": ac1}
        told = {"design": design.simulated, "tasks": tasks, "agreement": agreed, "sights": [asdict(r) for r in rows]}
        replace(folder / "pilot.json", (json.dumps(told, indent=1) + "\n").encode())
    _tell(config, design, rows, crowd, tasks, flagged, agreed)
    return 0


def _pretence(config: SimulateConfig) -> str:
    told = f"{config.invitations or config.raters} simulated raters of skill {config.skill:g}"
    told += f", bias {config.bias:+g}" if config.bias else ""
    told += f", {100 * config.careless:g} % of them careless" if config.careless else ""
    return f"{told}: nobody looked at a picture"


def _truth(design: Design) -> dict[tuple[str, str], bool]:
    """What simulated raters know: the keyword marks; what failed is wrong. Raises UsageError for answers without."""
    standard = {one.item: one.standard for one in design.asked}
    found: dict[tuple[str, str], bool] = {}
    mistakes = []
    for model in design.models:
        marks = answering.load(Path(model.folder)).marks.get("keyword", {}).get("shown", {})
        known = {id: m.verdict == "right" for id, m in marks.items() if m.standard == standard.get(id)}
        known |= {item: False for item, name in design.failed if name == model.name}
        wanted = {one.item for one in design.sample}
        if lacking := wanted - known.keys():
            mistakes.append(
                f"{model.name}: {len(lacking)} answers have no mark by keywords, from which simulated raters know what "
                f"is right; python -m eval_bench score answers={model.folder}"
            )
        found |= {(item, model.name): right for item, right in known.items() if item in wanted}
    if mistakes:
        raise UsageError(*mistakes)
    return found


def _places(design: Design) -> list[tuple[str, str]]:
    """Ability ("": all) and source of each row."""
    cells = dict.fromkeys((one.ability, one.source) for one in design.sample)
    return [*dict.fromkeys(("", source) for _, source in cells), *cells]


def _sights(config: SimulateConfig, design: Design, truth: Truth) -> Iterator[Sight]:
    """Each other model against the first; of one model alone what can be said of it."""
    names = [one.name for one in design.models]
    crowds = [config.people(design.invitations, Random(seed_of(config.seed, n))) for n in range(config.repeats)]
    words = _words(design)
    for ability, source in _places(design):
        items = [one.item for one in design.sample if one.source == source and ability in ("", one.ability)]
        right = np.array([[truth[item, name] for name in names] for item in items])
        told = [[words.get((item, name)) for name in names] for item in items]
        whose = np.array([[NOBODY if one is None else row.index(one) for one in row] for row in told])
        for second in range(1, len(names)) or [0]:
            place = (ability, source, names[second] if second else "")
            rng = np.random.default_rng([config.seed, len(ability), len(items)])
            yield sight(place, right, whose, second, design.form, design.raters, crowds, rng)


def _words(design: Design) -> dict[tuple[str, str], tuple[int, int]]:
    """By item and model whose words its answer is: alike for models that said the same; nothing where it failed."""
    found = {(item, model.name): (-1, 0) for item in design.tied for model in design.models}
    if design.form == "sides":  # beside an answer that failed, nobody is asked about the other
        found |= {(item, m.name): (-2, n) for item, _ in design.failed for n, m in enumerate(design.models)}
    for one in design.statements:
        for place, models in enumerate(one.models):
            found |= {(one.item, model): (one.id, place) for model in models}
    return {place: one for place, one in found.items() if place not in design.failed}


def _shown(going: Iterator[Any], count: int, what: str) -> Iterator[Any]:
    return iter(track(islice(going, count), what, count, console=talk, transient=True, disable=not talk.is_terminal))


def _tell(
    config: SimulateConfig,
    design: Design,
    rows: Sequence[Sight],
    crowd: Sequence[Person],
    tasks: Sequence[int],
    flagged: Set[int],
    agreed: Mapping[str, float | None],
) -> None:
    _say(f"{design.simulated}")
    for source, second in dict.fromkeys((row.source, row.second) for row in rows):
        own = [row for row in rows if (row.source, row.second) == (source, second)]
        _say_table(config, design, own)
    lost = "nobody can tell" if design.form == "sides" else "ties and “cannot tell”"
    _say(f"lost: {lost}. ±: half the width of a 95 % interval.")
    if len(design.models) > 1:
        _say("power: chance that exact McNemar shows the difference that is there (p <= 0.05), by itself: Holm's")
        _say("correction over abilities takes some of it.")
        _say("sees from: true difference that is seen four times out of five; at best: with raters who never err.")
    if config.careless:
        _say("Careless raters are taken as found out here: their votes do not count.")
    for row in rows:
        if not row.ability and row.difference is not None:
            by_votes = "none" if row.seen is None else f"{100 * row.seen:+.1f}"
            _say(f"{row.source}, {row.second}: true difference {100 * row.difference:+.1f} points, {by_votes} by votes")
    minutes, hours = max(tasks) * config.seconds / 60, sum(tasks) * config.seconds / 3600
    _say(
        f"{sum(tasks):,} votes, {max(tasks):,} at most for one person: {minutes:.0f} minutes; {hours:.1f} hours in all"
    )
    _say(
        f"agreement: {_percent(agreed['percent'])} % of pairs of votes on an answer; "
        f"Krippendorff's alpha {_hundredths(agreed['alpha'])}, Gwet's AC1 {_hundredths(agreed['ac1'])}"
    )
    lazy = {number for number, person in enumerate(crowd) if person.habit}
    caught, wronged = len(lazy & flagged), len(flagged - lazy)
    _say(f"flagged: {caught} of {len(lazy)} careless raters, {wronged} of the {len(crowd) - len(lazy)} others")
    for line in remarks(design):
        _say(line)
    _say(f"next: python -m eval_bench study results study={config.folder}")


def _say_table(config: SimulateConfig, design: Design, rows: Sequence[Sight]) -> None:
    """Of one source and one comparison."""
    who = f"{rows[0].second} against {design.models[0].name}" if rows[0].second else design.models[0].name
    title = f"What such a study sees on {rows[0].source} pictures, {who} ({config.repeats} repeats), in percent"
    table = Table(title=title, title_justify="left", box=None, header_style="bold")
    names = ["", "items", "lost", "preferred ±" if design.form == "sides" else "accuracy ±"]
    for name in names + ["difference ±", "power", "sees from", "at best"] * bool(rows[0].second):
        table.add_column(name, justify="right" if name else "left")
    for row in rows:
        shares: list[float | None] = [1 - row.decided, row.width]
        if row.second:
            shares += [row.apart, row.power, row.smallest, row.smallest_perfect]
        table.add_row(row.ability or "all", str(row.n), *map(_percent, shares))
    out.print(table)


def _percent(value: float | None) -> str:
    return "none" if value is None else f"{100 * value:.1f}"


def _hundredths(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"


def _say(line: str) -> None:
    out.print(line, highlight=False, markup=False)
