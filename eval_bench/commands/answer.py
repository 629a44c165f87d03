"""what a model says to the items of benchmarks: with their pictures, without, and with another item's

python -m eval_bench answer items=benchmarks/generated model=toy
python -m eval_bench answer items=[benchmarks/generated,benchmarks/real] model=openai model.llm.model=gpt-5-mini
python -m eval_bench answer items=benchmarks/real model=transformers model.path=llava-hf/llava-1.5-7b-hf name=base
python -m eval_bench answer items=benchmarks/real model=transformers model.path=<base> model.adapter=<LoRA> name=ours
python -m eval_bench answer items=benchmarks/real model=file model.path=answers.jsonl name=elsewhere
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from eval_bench import benchmark, rows
from eval_bench.answer_options import AnswerConfig
from eval_bench.answering import Plan, Tally, answer, begin, to_ask
from eval_bench.commands.told import folders, out, talk
from eval_bench.interfaces import Model
from eval_bench.types import Answer
from synthgen.build import build
from synthgen.config import compose_entry
from synthgen.desk import Budget, RunDesk
from synthgen.errors import Interrupted, OutageError, UsageError
from synthgen.interfaces import LLM
from synthgen.kit.money import price_then, shown
from synthgen.store import Store


def run(arguments: Sequence[str]) -> int:
    """Raises SynthgenError as its subclasses say; what was answered until then is kept."""
    config = compose_entry(arguments, "eval_bench/answer", AnswerConfig)
    model: Model = build(config.model, "model", Model)  # type: ignore[type-abstract]
    benchmarks = benchmark.several(folders(config.items))
    if empty := [str(one.folder) for one in benchmarks if not one.items]:
        raise UsageError(f"items: {', '.join(empty)}: there is no item that was not refused")
    if missing := [*model.preflight(), *_budget_mistakes(config, model)]:
        raise UsageError(*missing)
    chosen = [word.partition("=")[2] for word in arguments if word.startswith("model=")] or ["toy"]
    folder = config.root / (config.name or chosen[-1])
    pictures = [one for one in config.shown if one in model.shows]
    if not pictures:
        raise UsageError(f"pictures={config.pictures}: this model has answers to {', '.join(model.shows)} alone")
    told = [word for word in arguments if not word.startswith("items=")]
    plan = Plan(folder, benchmarks, pictures, config.as_choice, config.seed, told)
    tally, began = Tally(), time.monotonic()
    with Store(folder).lock():
        begin(plan, model)
        left = to_ask(plan, tally)
        _say(*_opening(plan, model, len(left), tally))
        desk = _desk(config, model, folder)
        columns = (TextColumn("answers"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        bars = Progress(*columns, console=talk, transient=True, disable=not talk.is_terminal)
        try:
            with desk.listening(), closing(model), bars:
                task = bars.add_task("answers", total=len(left))
                if left and not desk.cancelled:
                    answer(plan, model, left, desk, tally, lambda: bars.advance(task))
        finally:  # an outage, too, ends with what there is
            for line in _told(plan, tally, desk, time.monotonic() - began):
                out.print(line, highlight=False, markup=False)
        _mind_the_end(desk, tally)
    out.print(
        f"next: python -m eval_bench score answers={folder}" + " scorer=choice" * config.as_choice,
        highlight=False,
        markup=False,
    )
    return 0


def _say(*lines: str) -> None:
    for line in lines:
        talk.print(line, highlight=False, markup=False)


def _desk(config: AnswerConfig, model: Model, folder: Path) -> RunDesk:
    """Opened: what earlier runs spent is counted."""
    usd = None if config.budget.usd is None else Decimal(str(config.budget.usd))
    asked = next((part for part in model.parts if isinstance(part, LLM)), None)
    desk = RunDesk(folder, Budget(usd, config.budget.tokens), price_then(asked) if asked else None)
    desk.say = _say
    if asked:
        (folder / "replies").mkdir(parents=True, exist_ok=True)
        desk.open()
    return desk


def _budget_mistakes(config: AnswerConfig, model: Model) -> Iterator[str]:
    if config.budget.usd is not None and model.bills == "unknown":
        yield "budget.usd: the price of the model is not known; pass model.llm.price={input: ..., output: ...}"


def _opening(plan: Plan, model: Model, left: int, tally: Tally) -> Iterator[str]:
    yield f"{plan.folder.name}: {model.describe_yourself()}" + " (embedded, not a model)" * model.embedded
    sources = ", ".join(f"{len(one.items):,} {one.source}" for one in plan.benchmarks)
    baselines = [name for name in plan.pictures if name != "shown"]
    leave = f"; {' and '.join(baselines)} are baselines, pictures=[shown] leaves them out" * ("shown" in plan.pictures)
    passes = f"pictures {', '.join(plan.pictures)}{leave if baselines else ''}"
    yield f"{left:,} questions to ask about {sources} items ({passes}); {tally.earlier:,} answered earlier"
    if tally.unswapped:
        yield f"swapped: {tally.unswapped:,} items are left out, no picture of their ability shows another subject"


def _told(plan: Plan, tally: Tally, desk: RunDesk, seconds: float) -> Iterator[str]:
    earlier, failed = f"{tally.earlier:,} from earlier", f"{tally.failed.total():,} failed"
    yield f"{tally.answered:,} answered in {seconds:.1f} s, {earlier}, {failed}"
    for why, count in tally.failed.most_common(5):
        yield f"  failed: {count:,} {why}"
    if tally.failed:
        yield "  the same command asks again what failed; a refusal that was paid for stays one"
    if tally.missing and not desk.cancelled:
        yield f"  no answer at all: {tally.missing:,}"
    if tally.cut:
        yield f"  cut off at the limit of tokens: {tally.cut:,}; with a higher one, pass another name="
    if tally.empty:
        yield f"  empty: {tally.empty:,}"
    kept = [a for one in plan.pictures for a in rows.read(plan.folder / f"{one}.jsonl", Answer)]
    tokens = sum((a.tokens_in or 0) + (a.tokens_out or 0) for a in kept)
    if desk.bill.replies:
        cost = shown(desk.bill.dollars if not desk.bill.unpriced else None)
        yield f"spent in this folder: {desk.bill.tokens:,} tokens, cost {cost}"
    elif tokens:
        yield f"tokens in this folder: {tokens:,}"


def _mind_the_end(desk: RunDesk, tally: Tally) -> None:
    """Raises what ended the run before its time."""
    if desk.stopped is not None:
        raise desk.stopped
    if desk.interrupted:
        raise Interrupted("interrupted; what was answered is kept. Run the same command to go on")
    if tally.failed and not tally.answered and not tally.earlier:
        why = tally.failed.most_common(1)[0][0]
        raise OutageError(f"no question was answered ({why}); run the same command to ask again")
