"""Estimates, and where they have their figures from: a pilot of a few samples, or a folder in which a run has been.

A pilot is the beginning of the run: what it pays for lies in the run's folder, where the run finds it again.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from statistics import fmean

from synthgen.build import Run, build, build_run
from synthgen.config import RunConfig
from synthgen.desk import RunDesk
from synthgen.errors import Interrupted, UsageError
from synthgen.estimate import Asked, Estimate, Figures, Made, by_ability, made, orders, part
from synthgen.interfaces import Ability, Component, Renderer
from synthgen.kit.money import Pricing, price_now
from synthgen.pilot import PILOT, Pilot, Rehearsal, blank, pilot, rehearsing
from synthgen.pipeline import at_work
from synthgen.report.preview import Memory
from synthgen.report.thumbnails import data_url
from synthgen.store import Store
from synthgen.types import Picture, Reject, sample_id

CHECKING = 0.015
"""Seconds that a worker takes to measure a picture and to store it; measured."""
READ = 64
"""Pictures of a folder whose bytes are counted; of a few of them thumbnails are made."""
BY_BATCH = (
    "the pilot's replies come by batch, which may take hours; the same command with llm=openai asks for them at once, "
    "and keeps them in the same folder"
)
WITHOUT = "; or plan without it, by an earlier run: from=outputs/<its folder>"


@dataclass(frozen=True)
class Forecast:
    """An estimate, and what is to be said about it."""

    estimate: Estimate
    figures: Mapping[str, Figures]
    """By ability."""
    sources: Sequence[str]
    gpu_seconds: float
    """That were spent in the run's folder."""
    lacks: str = ""
    """What the renderer lacks on this machine."""
    notes: Sequence[str] = ()
    next: str = ""
    """The command that makes the run."""


# by what lies in the run's folder, or by the first samples ----------------------------------------------------------


def by_pilot(config: RunConfig, say: Callable[[str], None]) -> Forecast:
    """Asks for the first samples of abilities of which the run's folder holds too few. Raises SynthgenError."""
    about, lacks = _rehearsing(config)
    store = Store(about.folder)
    if about.bills == "nothing" and not store.holds_samples():
        return _forecast(about, store, None, lacks, say)
    with at_work(about) as (store, desk):  # what is paid for is kept: the run finds it again
        desk.say = say
        return _forecast(about, store, desk, lacks, say)


def _rehearsing(config: RunConfig) -> tuple[Run, str]:
    """The run, with a renderer that is timed; and why that draws nothing on this machine, if so."""
    try:
        renderer = build(config.renderer, "renderer", Renderer)  # type: ignore[type-abstract]
    except UsageError:
        return build_run(config), ""  # raises it, together with all other mistakes
    lacks = renderer.preflight()
    try:
        if lacks:
            return build_run(replace(config, renderer=blank(renderer, config.renderer))), "; ".join(lacks)
        about = build_run(config)
        return replace(about, renderer=rehearsing(about.renderer)), ""
    except UsageError as e:
        raise UsageError(*(m + WITHOUT if m.startswith("llm=") else m for m in e.mistakes)) from e


def _forecast(about: Run, store: Store, desk: RunDesk | None, lacks: str, say: Callable[[str], None]) -> Forecast:
    there = {name: made(about, store, ability) for name, ability in about.abilities.items()}
    few = {name for name, here in there.items() if len(here.finished) < PILOT and here.kept < about.config.n}
    if few and about.llm.collects and desk and not desk.bill.replies:
        say(BY_BATCH)
    try:
        some = replace(about, abilities={name: about.abilities[name] for name in about.abilities if name in few})
        ran = pilot(some, desk or Memory(about.folder), say)
    except Interrupted:
        if desk and desk.stopped:
            raise desk.stopped from None
        raise
    finished = {sample_id(name, index) for name, here in there.items() if name not in few for index in here.finished}
    spent = by_ability(desk.replies() if desk else (), about.price_then)
    now = _now(about, same=True)
    known = by_ability(ran.replies, now) | by_ability(desk.replies() if desk else (), now, finished)
    figures, parts = {}, []
    for name, ability in about.abilities.items():
        here, own = there[name], known.get(name, {})
        if name in few:
            figures[name] = of_pilot(about, ability, ran, own)
        else:
            figures[name] = of_folder(about, ability, store, name, len(here.finished), here.kept, own)
        parts.append(part(about, ability, figures[name], here, spent.get(name, {})))
    sources = [f"a pilot of {max(len(looks) for looks in ran.looks.values())} samples per ability"] if few else []
    sources += [f"what {about.folder} holds" + (" of the others" if few else "")] if len(few) < len(there) else []
    if few and desk:
        sources.append(f"its replies are kept in {about.folder}: the run finds them again")
    blind = few and about.judges and lacks
    notes = ["the judge is not in these figures: it needs pictures, and none can be drawn here"] if blind else []
    return Forecast(Estimate(about, parts), figures, sources, desk.gpu_seconds if desk else 0.0, lacks, notes)


# by the figures of an earlier run -----------------------------------------------------------------------------------


def by_earlier(config: RunConfig, folder: Path) -> Forecast:
    """Nobody is asked what is missing: no key is needed, and no GPU."""
    store = Store(folder)
    before = (store.read_json("run.json") or {}).get("fingerprint")
    verdicts = store.read_selection()
    if before is None or not verdicts:
        raise UsageError(f"from={folder}: no run has come to its end there; pass the folder of one that has")
    about = build_run(config, before)
    same_llm = _same(before, "llm", about.llm)
    same_renderer = _same(before, "renderer", about.renderer)
    desk = RunDesk(folder)
    known = by_ability(desk.replies(), _now(about, same_llm))
    spent = by_ability(desk.replies(), about.price_then)
    if about.llm.bills != "nothing" and not known:
        raise UsageError(f"from={folder}: no language model was asked there; leave from= away, or pass another folder")
    kept = Counter(str(row["id"]).rpartition("-")[0] for row in verdicts if row["kept"])
    seen = Counter(str(row["id"]).rpartition("-")[0] for row in verdicts)
    notes = [] if same_llm else [f"{folder} was written by {before.get('llm.model', 'another writer')}; tokens are its"]
    here = folder.resolve() == about.folder.resolve()
    figures, parts = {}, []
    for name, ability in about.abilities.items():
        model = name if seen[name] else next(iter(seen))
        figures[name] = of_folder(about, ability, store, model, seen[model], kept[model], known.get(model, {}))
        if not seen[name]:
            notes.append(f"{folder} holds nothing of {name}: reckoned as {model}")
        if not same_renderer:
            figures[name] = replace(figures[name], picture_bytes=None, picture_seconds=None)
        there = made(about, store, ability) if here else Made()
        parts.append(part(about, ability, figures[name], there, spent.get(name, {}) if here else {}))
    if not same_renderer:
        notes.append(f"{folder} was not drawn by {about.renderer.describe_yourself()}")
    desk.worked(sum(float(event.get("gpu_seconds", 0)) for event in store.events("rendered")))
    return Forecast(
        Estimate(about, parts), figures, [f"the run in {folder}"], desk.gpu_seconds if here else 0.0, notes=notes
    )


def _now(about: Run, same: bool) -> Pricing:
    """What replies would cost today, those of the judge, too. `same`: they came from the models of this run."""
    return lambda reply: price_now(about.answers(reply.purpose), same)(reply)


def _same(before: Mapping[str, str], group: str, now: Component) -> bool:
    return all(before.get(f"{group}.{key}") == value for key, value in now.identity().items())


# figures ------------------------------------------------------------------------------------------------------------


def of_pilot(run: Run, ability: Ability, ran: Pilot, asked: Mapping[str, Asked]) -> Figures:
    """What a pilot says of the samples that follow it."""
    assert isinstance(run.renderer, Rehearsal)
    found = ran.looks[ability.name]
    pictures = [look.picture for look in found if isinstance(look.picture, Picture)]
    figures = Figures(
        candidates=len(found),
        kept=sum(look.verdict is None for look in found),
        orders=orders(run, ability, range(len(found))),
        asked=asked,
        drawn=len(pictures) / len(found),
    )
    drawn = run.renderer.draws and pictures
    return _with_pictures(figures, pictures, fmean(ran.took) * run.config.takes + CHECKING) if drawn else figures


def of_folder(
    run: Run, ability: Ability, store: Store, name: str, candidates: int, kept: int, asked: Mapping[str, Asked]
) -> Figures:
    """What the candidates of the ability `name` in a folder say of those of another, or of more of the same."""
    rows = [row for row in islice(store.rows("pictures", name), READ) if isinstance(row, Picture | Reject)]
    pictures = [row for row in rows if isinstance(row, Picture)]
    numbers = range(-(-candidates // run.config.images_per_prompt))
    figures = Figures(candidates, kept, orders(run, ability, numbers), asked)
    if not pictures:
        return figures
    # a prompt that could not be read has no picture
    prompts = list(islice(store.rows("prompts", name), READ))
    figures = replace(figures, drawn=len(pictures) / max(len(prompts), len(rows)))
    return _with_pictures(figures, pictures, _pace(run, store))


def _with_pictures(figures: Figures, pictures: Sequence[Picture], seconds: float | None) -> Figures:
    return replace(
        figures,
        picture_bytes=fmean(len(picture.data) for picture in pictures),
        thumbnail_bytes=fmean(len(data_url(picture)) for picture in pictures[:PILOT]),
        picture_seconds=seconds,
    )


def _pace(run: Run, store: Store) -> float | None:
    """Seconds that a worker took for a picture; where it was no GPU's time, as long as the whole run took."""
    events = list(store.events("rendered"))
    if made := sum(int(event["made"]) for event in events):
        return sum(float(event["gpu_seconds"]) for event in events) / made
    ran = (store.read_json("run.json") or {}).get("figures") or {}
    return float(ran["seconds"]) * run.workers / ran["rendered"] if ran.get("rendered") else None
