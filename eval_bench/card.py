"""The card of a benchmark's folder, README.md: what it is, what people have seen of it, and what it cannot say."""

from collections import Counter
from pathlib import Path

from eval_bench.benchmark import Benchmark, verdicts
from eval_bench.types import STYLES
from synthgen.disk import replace as write_whole
from synthgen.kit.hashes import sha256

_USE = """\
    python -m eval_bench validate items=<this folder>
    python -m eval_bench answer items=<this folder> model=openai
    python -m eval_bench score answers=answers/<model>
    python -m eval_bench report items=<this folder> answers=answers/<model>
"""


def write_card(benchmark: Benchmark) -> None:
    """Write README.md. Raises DiskError."""
    write_whole(benchmark.folder / "README.md", card(benchmark).encode())


def card(benchmark: Benchmark) -> str:
    """The text of the card."""
    parts = [_begin(benchmark), _validated(benchmark), _counts(benchmark), _made(benchmark), _licenses(benchmark)]
    run = "\n`run/` holds what the build made on its way and goes on with; it need not be published.\n"
    made_here = benchmark.source == "generated"
    parts += [f"## Use\n\n{_USE}{run if made_here else ''}", _limits(benchmark)]
    return "\n".join(part for part in parts if part)


def _begin(benchmark: Benchmark) -> str:
    abilities = len({item.ability for item in benchmark.items})
    digest = sha256((benchmark.folder / "items.parquet").read_bytes())
    return (
        f"# A benchmark of {abilities} abilities on {benchmark.source} pictures\n\n"
        f"{len(benchmark.items)} questions about pictures, each with the words by which answers are marked.\n\n"
        f"- version: `{benchmark.version}` (changes with every word and picture, and with who was refused)\n"
        f"- items.parquet: sha256 `{digest}`\n"
        f"- made with synthgen {benchmark.about.get('synthgen', '?')}\n"
    )


def _validated(benchmark: Benchmark) -> str:
    counted = sum(item.counts for item in benchmark.items)
    refused = len(benchmark.everything) - len(benchmark.items)
    said = f"{counted} of {len(benchmark.items)} items were looked at by people and stand; {refused} were refused."
    if counted < len(benchmark.items):
        said += (
            f" **{len(benchmark.items) - counted} are unvalidated**: they are marked so wherever they appear, and do "
            "not count in headline figures."
        )
    if looked := looked_at(benchmark):
        said += f" Looked at: {', '.join(f'{number} items by {by}' for by, number in looked.items())}."
    return f"## Validation\n\n{said}\n"


def looked_at(benchmark: Benchmark) -> dict[str, int]:
    """How many of the items each person has judged, and not taken back."""
    ids = {item.id for item in benchmark.everything}
    judged: dict[tuple[str, str], bool] = {}
    for verdict in verdicts(benchmark.folder):
        if verdict.get("item") in ids and verdict.get("by"):
            judged[str(verdict["item"]), str(verdict["by"])] = not verdict.get("undo")
    return dict(sorted(Counter(by for (_, by), holds in judged.items() if holds).items()))


def _counts(benchmark: Benchmark) -> str:
    rows = ["| ability | items | validated | yes/no | wh | either-or | held out | odd |", "|---|" + "--:|" * 7]
    for ability in dict.fromkeys(item.ability for item in benchmark.items):
        items = [item for item in benchmark.items if item.ability == ability]
        styles = Counter(item.style for item in items)
        odd = [item.odd for item in items if item.odd is not None]
        numbers = (len(items), sum(item.counts for item in items), *(styles[style] for style in STYLES))
        held = sum(bool(item.held_out) for item in items) if any(i.held_out is not None for i in items) else "unknown"
        rows.append(f"| {ability} | {' | '.join(map(str, (*numbers, held, sum(odd) if odd else '')))} |")
    return "## Items\n\n" + "\n".join(rows) + "\n\nHeld out: about subjects that no training data of synthgen shows.\n"


def _made(benchmark: Benchmark) -> str:
    made = benchmark.about.get("made", {})
    told = {"renderer": "pictures", "llm": "questions"}
    rows = [f"- {what}: {made[key]}" for key, what in told.items() if key in made]
    embedded = {"renderer": "the pictures are flat illustrations, not photographs"}
    embedded |= {"llm": "the questions are sentence patterns, not a language model's"}
    said = "; ".join(embedded[part] for part in made.get("embedded", ()))
    rows += [f"- embedded backends: {said}"] if said else []
    if made.get("training"):
        left = len(made.get("left_out_as_repeated", ()))
        names = ", ".join(Path(path).name for path in made["training"])
        rows.append(f"- checked against {names}: {left} items were left out as repeated there")
    return "## Made by\n\n" + "\n".join(rows) + "\n" if rows else ""


def _licenses(benchmark: Benchmark) -> str:
    licenses = {
        item.image: item.license or "not told" for item in benchmark.items
    }  # several items may share a photograph
    counts = Counter(licenses.values())
    rows = [f"- {license}: {number} pictures" for license, number in counts.most_common()]
    if benchmark.source == "real":
        rows.append(
            "\nIf you publish this folder, leave out `.photographs/`: it holds pictures without a license, too."
        )
    return "## Licenses of the pictures\n\n" + "\n".join(rows) + "\n"


def _limits(benchmark: Benchmark) -> str:
    several = benchmark.source == "generated"
    return (
        "## Limits\n\n"
        "- With 50 items per ability only large differences can be seen; the report says how large.\n"
        "- Answers are marked by words: a right answer in words that nobody thought of counts as wrong.\n"
        "- Items that share a subject are not independent; the report's intervals know.\n"
        + ("- What a model says of drawings or generated pictures may not hold for photographs.\n" if several else "")
    )
