"""Which items of a benchmark are repeated by training sets: `synthgen.mix.leaks`, asked row by row for the items."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from eval_bench.types import Item
from synthgen.errors import UsageError
from synthgen.mix import benchmark, leaks
from synthgen.mix.rows import Row
from synthgen.records import records
from synthgen.store import Store
from synthgen.types import Turn

SETS = (".json", ".jsonl", ".parquet")


def repeated(
    items: Sequence[Item], folder: Path, training: Sequence[Path], told: Callable[[int], None] = lambda rows: None
) -> dict[str, str]:
    """Item -> what repeats it: "row 17 of llava.json, by its picture". `told` hears how many rows were read.

    `folder`: where the pictures of the items lie. Raises UsageError for what is no training set.
    """
    found: dict[str, str] = {}
    left = list(items)
    while left:  # a row tells of one item; others that it repeats are found without that one
        known, before = leaks.Leaks(_known(item, folder) for item in left), len(found)
        for path in training:
            for number, row in enumerate(rows(path), 1):
                hit = known.of(Row(row.name, (), row.turns, row.prompt), row.pictures)
                if hit is not None:
                    id, _, by = hit.partition(" by its ")
                    found.setdefault(id, f"{row.name}, by its {by}")
                told(number)
        if len(found) == before:
            break
        left = [item for item in left if item.id not in found]
    return {item.id: found[item.id] for item in items if item.id in found}


def rows(path: Path) -> Iterator[leaks.Item]:
    """What a file of LLaVA, a parquet, or the folder of a run teaches. Raises UsageError for anything else."""
    if path.is_dir():
        if not (path / "run.json").exists():
            raise UsageError(f"training: {path} is not the folder of a run; name a folder with a run.json, or a file")
        store = Store(path)
        for record in records(store, store.kept(), {}, {}):
            pictures = tuple(picture.data for picture in record.pictures)
            yield leaks.Item(f"{record.id} of {path.name}", record.dialogue.turns, record.prompt.text, "", pictures)
    elif path.suffix.lower() in SETS:
        for item in benchmark.items([path]):
            name = item.name.replace("item ", "row ", 1)
            yield leaks.Item(name, item.turns, item.prompt or item.keywords, "", item.pictures)
    else:
        raise UsageError(f"training: {path} is no training set; name a {', '.join(SETS)} file or the folder of a run")


def _known(item: Item, folder: Path) -> leaks.Item:
    data = (folder / item.image).read_bytes() if (folder / item.image).is_file() else b""
    return leaks.Item(item.id, (Turn(item.question, item.answer),), item.prompt, "", (data,) if data else ())
