"""A benchmark out of the engine: run it until all cells are full, write pictures, then items, then what made them."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from eval_bench.benchmark import Benchmark, save, verdicts
from eval_bench.contamination import repeated
from eval_bench.generated.cells import STYLE_OF
from eval_bench.generated.choice import Choice
from eval_bench.generated.examined import Examined
from eval_bench.types import Item
from synthgen import __version__
from synthgen.build import Run
from synthgen.card.licenses import strictest
from synthgen.desk import RunDesk
from synthgen.disk import replace as write_whole
from synthgen.errors import UsageError
from synthgen.interfaces import Ability
from synthgen.kit.hashes import sha256, stable_hash
from synthgen.pipeline import Outcome, generate
from synthgen.records import candidates
from synthgen.rounds import Display
from synthgen.store import Store
from synthgen.types import Dialogue, Picture, Prompt, index_of, sample_id


@dataclass(frozen=True)
class Built:
    """What came of a build."""

    benchmark: Benchmark
    outcome: Outcome
    repeated: Mapping[str, str]
    """Items that a training set repeats, and so were left out, each with the row that does."""


def build(
    run: Run,
    store: Store,
    desk: RunDesk,
    display: Display,
    folder: Path,
    training: Sequence[Path],
    command: Sequence[str],
) -> Built:
    """Everything that is chosen is in the folder when it ends, also where that is less than was wanted.

    Raises what `generate` raises; UsageError where the folder is another benchmark's.
    """
    same_folder(folder, run)
    refused = {_sample(verdict) for verdict in _last(folder) if verdict.get("state") == "refused"}
    leaking: dict[str, str] = {}
    while True:
        out = {*refused, *(_sample({"item": id}) for id in leaking)}
        outcome = generate(run, store, desk, display, partial(_choice, left_out=out))
        items = list(_items(run, store, folder, {*outcome.kept, *refused}))
        found = repeated([item for item in items if _id(item) not in refused], folder, training) if training else {}
        if not found or outcome.stopped is not None:
            break
        leaking |= found
    benchmark = save(folder, items, about(run, items, command, leaking, training))
    for path in {*(folder / "images").glob("*-generated-*")} - {folder / item.image for item in items}:
        path.unlink()
    return Built(benchmark, outcome, leaking)


def same_folder(folder: Path, run: Run) -> None:
    """Raises UsageError where the folder holds a benchmark of another making, whose verdicts are of other items."""
    path = folder / "bench.json"
    if path.exists() and stable_hash(dict(run.fingerprint))[:16] not in path.read_text():
        raise UsageError(f"{folder} holds another benchmark; pass name=<another folder>, or delete it")


def _choice(run: Run, ability: Ability, left_out: Collection[str]) -> Choice:
    assert isinstance(ability, Examined)
    return Choice(run, ability, left_out)


def _last(folder: Path) -> Iterator[Mapping[str, Any]]:
    """The verdict that holds of each item."""
    yield from {str(verdict.get("item")): verdict for verdict in verdicts(folder)}.values()


def _sample(verdict: Mapping[str, Any]) -> str:
    """The id in the run of an item's id."""
    ability, _, index = str(verdict["item"]).rpartition("-generated-")
    return sample_id(ability, int(index)) if index.isdigit() else ""


def _id(item: Item) -> str:
    return _sample({"item": item.id})


def _items(run: Run, store: Store, folder: Path, ids: Collection[str]) -> Iterator[Item]:
    """The items of some samples, ability by ability; their pictures are written first."""
    terms = strictest(run.renderer.models())
    license = "apache-2.0" if terms is None else terms.id
    for ability in run.abilities.values():
        assert isinstance(ability, Examined)
        last = max((index_of(id) for id in ids if id.rpartition("-")[0] == ability.name), default=-1)
        for c in candidates(store, ability.name, {}, 0, last + 1, light=False):
            if c.id not in ids or not isinstance(c.prompt, Prompt) or not isinstance(c.picture, Picture):
                continue
            if not isinstance(c.dialogue, Dialogue) or c.dialogue.key is None:
                continue
            cell = ability.cell_at(index_of(c.id))
            id = f"{ability.name}-generated-{index_of(c.id):06d}"
            image = f"images/{id}.{c.picture.format}"
            _put(folder / image, c.picture)
            (turn,) = c.dialogue.turns
            yield Item(
                id,
                ability.name,
                "generated",
                image,
                c.picture.sha256,
                STYLE_OF[cell.form],
                turn.question,
                turn.answer,
                **asdict(c.dialogue.key),
                head=c.prompt.head,
                held_out=cell.held_out,
                odd=cell.odd,
                prompt=c.prompt.text,
                license=license,
                credit=run.renderer.describe_yourself(),
                by=run.llm.describe_yourself(),
            )


def _put(path: Path, picture: Picture) -> None:
    if not path.is_file() or sha256(path.read_bytes()) != picture.sha256:
        write_whole(path, picture.data)


def about(
    run: Run, items: Sequence[Item], command: Sequence[str], leaking: Mapping[str, str], training: Sequence[Path]
) -> dict[str, Any]:
    """bench.json: nothing in it changes when the same command runs again."""
    counts = Counter((item.ability, item.style, _form(item), item.held_out, item.odd) for item in items)
    names = ("ability", "style", "right", "held_out", "odd")
    made = {
        "command": ["python", "-m", "eval_bench", "build", "generated", *command],
        "llm": run.llm.describe_yourself(),
        "renderer": run.renderer.describe_yourself(),
        "embedded": [part for part, one in (("llm", run.llm), ("renderer", run.renderer)) if one.embedded],
        "checks": list(run.checks),
        "seed": run.config.seed,
        "n": run.config.n,
        "fingerprint": stable_hash(dict(run.fingerprint))[:16],
        "counts": [dict(zip(names, key, strict=True)) | {"items": number} for key, number in counts.items()],
        "training": [str(path) for path in training],
        "left_out_as_repeated": dict(leaking),
    }
    return {"source": "generated", "made": made, "synthgen": __version__}


def _form(item: Item) -> str:
    """yes or no, first or second: what the right answer is."""
    if item.style == "yes_no":
        return item.accept[0]
    if item.style == "wh":
        return ""
    first, _, second = item.question.lower().rpartition(" or ")
    return "first" if any(word in first and word not in second for word in item.accept) else "second"


def with_items(run: Run, examine: Callable[[Ability], Examined], styles: str) -> Run:
    """The run with items for dialogues, and a fingerprint that says so."""
    abilities = {name: examine(ability) for name, ability in run.abilities.items()}
    words = {f"item.{name}": stable_hash(dict(one.trained.item))[:16] for name, one in abilities.items()}
    return replace(run, abilities=abilities, fingerprint={**run.fingerprint, "items": styles, **words})
