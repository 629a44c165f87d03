"""items on generated pictures: the engine of synthgen, with questions that can be marked

python -m eval_bench build generated                                    13 abilities x 50 items, embedded parts
python -m eval_bench build generated abilities=paper12 n=50             the paper's twelve
python -m eval_bench build generated llm=openai renderer=sdxl name=photo
python -m eval_bench build generated training=[outputs/joke,llava.json] none that these repeat
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from rich.table import Table

from eval_bench.card import write_card
from eval_bench.commands.told import out, talk
from eval_bench.generated.building import Built, build, with_items
from eval_bench.generated.examined import examined
from eval_bench.generated.options import GeneratedConfig
from eval_bench.types import STYLES
from synthgen.build import Run, build_run
from synthgen.commands.fetch import fetch_first
from synthgen.config import compose
from synthgen.errors import TooFewKept
from synthgen.pipeline import at_work
from synthgen.progress import embedded, watching
from synthgen.store import Store


def run(arguments: Sequence[str]) -> int:
    """Raises SynthgenError; TooFewKept when candidates ran out, with everything written."""
    typed = [
        "ability=" + word.removeprefix("abilities=") if word.startswith("abilities=") else word for word in arguments
    ]
    config = cast(GeneratedConfig, compose(typed, "eval_bench/build_generated"))
    folder = Path(config.outputs).expanduser() / str(config.name)
    config.outputs, config.name = str(folder), "run"
    made = _made(config)
    fetch_first(made)
    with Store(folder).lock(), at_work(made) as (store, desk):  # nobody validates what is being replaced
        by = f"{made.llm.describe_yourself()}; {made.renderer.describe_yourself()}"
        _say(f"{folder}: {config.n} items per ability; {by}")
        if embedded(made):
            _say(f"embedded backends: {embedded(made)}")
        desk.say = _say
        with watching(talk) as display:
            built = build(made, store, desk, display, folder, config.trained_on, typed)
    write_card(built.benchmark)
    for part in _summary(made, built):
        out.print(part, highlight=False, markup=False)
    if built.outcome.stopped is not None:
        raise built.outcome.stopped
    if not built.outcome.full:
        raise TooFewKept(_why(made, built))
    out.print(f"next: python -m eval_bench validate items={folder}", highlight=False, markup=False)
    return 0


def _made(config: GeneratedConfig) -> Run:
    styles = [(style, config.styles[style]) for style in STYLES if config.styles.get(style)]
    template = config.template["benchmark"]
    examine = partial(examined, styles=styles, share=config.held_out, template=template)
    return with_items(build_run(config), examine, f"{dict(styles)}, held out {config.held_out}")


def _summary(made: Run, built: Built) -> Iterator[Table | str]:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("ability", "items", *STYLES, "held out", "unvalidated", "rejected"):
        table.add_column(heading, justify="left" if heading == "ability" else "right")
    for line in built.outcome.lines:
        items = [item for item in built.benchmark.items if item.ability == line.ability.name]
        styles = [sum(item.style == style for item in items) for style in STYLES]
        held, new = sum(bool(item.held_out) for item in items), sum(not item.counts for item in items)
        row = (len(items), *styles, held, new, len(line.selection.rejects))
        table.add_row(line.ability.name, *map(str, row))
    yield table
    everything = len(built.benchmark.items)
    yield f"{everything} items in {built.outcome.seconds:.1f} s, {built.outcome.rendered} pictures rendered by this run"
    for name, one in made.abilities.items():
        if getattr(one, "unseen", True) is None:
            yield f"{name}: none of the reserved subjects can be drawn; all items are about trained ones"
    if built.repeated:
        yield f"{len(built.repeated)} items were left out, for training rows repeat them; bench.json lists them"
    yield f"benchmark: {built.benchmark.folder} (version {built.benchmark.version})"


def _why(made: Run, built: Built) -> str:
    short = [line for line in built.outcome.lines if not line.selection.full]
    counts = ", ".join(f"{line.ability.name} {len(line.selection.kept)} of {line.selection.n}" for line in short)
    more = made.config.max_candidates * 2
    tried = f"out of {made.config.max_candidates} candidates each"
    return f"items: {counts}, {tried}; allow more with max_candidates={more}"


def _say(line: str) -> None:
    talk.print(line, highlight=False, markup=False)
