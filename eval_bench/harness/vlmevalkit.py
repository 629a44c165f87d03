"""Tables for VLMEvalKit: tab-separated, pictures inside as base64, in the columns of its custom datasets."""

import base64
import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from eval_bench.choosing import right_option
from eval_bench.interfaces import Harness
from eval_bench.outgoing import Outgoing
from eval_bench.types import LETTERS, Item

_COLUMNS = ("index", "image", "question", "answer")
_FACTS = ("category", "l2-category", "split", "id", "state", "license", "credit")


@dataclass(frozen=True)
class Vlmevalkit(Harness):
    """One table of open questions, and one of multiple choice where items have options."""

    def files(self, outgoing: Outgoing) -> Mapping[str, Callable[[], bytes]]:
        found: dict[str, Callable[[], bytes]] = {f"{outgoing.name}.tsv": lambda: _open_questions(outgoing)}
        if outgoing.choices:
            found[f"{outgoing.name}_mcq.tsv"] = lambda: _choices(outgoing)
        return found

    def usage(self, outgoing: Outgoing, folder: Path) -> str:
        told = f"""\
    mkdir -p ~/LMUData && cp {quote(str(folder))}/*.tsv ~/LMUData/        # or the folder that $LMUData names
    python run.py --data {outgoing.name} --model NAME --mode infer        # in a checkout of VLMEvalKit

`{outgoing.name}` asks all questions openly. VLMEvalKit does not mark open questions of custom tables: it writes
predictions beside the columns of this table, of which `id` is the item.
"""
        choices = f"""
`{outgoing.name}_mcq` holds the {len(outgoing.choices):,} items that have options. VLMEvalKit marks it by itself
(`--mode all`), with accuracies by `category` (ability) and `l2-category` (source).
"""
        return told + (choices if outgoing.choices else "")


def _open_questions(outgoing: Outgoing) -> bytes:
    rows = ([outgoing.asked(item), item.answer] for item in outgoing.items)
    return _tsv(outgoing, outgoing.items, _COLUMNS, rows)


def _choices(outgoing: Outgoing) -> bytes:
    letters = LETTERS[: max(len(item.options) for item in outgoing.choices)]
    rows = (
        [item.question, right_option(item), *item.options, *[""] * (len(letters) - len(item.options))]
        for item in outgoing.choices
    )
    return _tsv(outgoing, outgoing.choices, (*_COLUMNS, *letters), rows)


def _tsv(outgoing: Outgoing, items: Sequence[Item], columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Quoted as csv is: tabs and line ends of a text stay inside it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow([*columns, *_FACTS])
    for number, (item, row) in enumerate(zip(items, rows, strict=True)):
        picture = base64.b64encode(outgoing.picture(item)).decode()
        facts = [item.ability, item.source, "test", item.id, item.state, item.license, item.credit]
        writer.writerow([str(number), picture, *row, *facts])
    return text.getvalue().encode()
