"""How well `kit.claims` tells true statements about a picture from others.

    python -m bench.claims [StableLLaVA files ...] [--show]

Prints the share of true statements that are kept and of false ones that are refused: planted ones by type, in sentence
frames that the rules were tuned on and in others; absences of things that nobody asked for; the dialogues of
bench/dialogues.txt; and of each file, how many answers say something that their prompt does not.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.planted import FRAMES, HELD_OUT, KINDS, OPEN, Planted, planted, unasked
from synthgen.kit.claims import Checked, check
from synthgen.kit.prompt_text import compile_text, read_fields
from synthgen.types import Fields, Known, Prompt, Turn

DIALOGUES = Path(__file__).with_name("dialogues.txt")
MOST = 100
"""Statements of one type that are counted."""


def judge(one: Planted) -> Checked:
    return check([one.turn], [], one.prompt, one.known, one.noun)


def right(rows: Iterable[Planted], show: bool = False) -> tuple[int, int]:
    """(judged rightly, all): true statements kept, false ones refused."""
    good = total = 0
    for one in rows:
        found = judge(one)
        total += 1
        if bool(found.turns) == one.true:
            good += 1
        elif show:
            print("   ", one.true, one.prompt.text, "|", one.turn.question, one.turn.answer, found.refused)
    return good, total


def dialogues(held_out: bool) -> Iterator[Planted]:
    """What bench/dialogues.txt holds above or below its line of what is held out."""
    below = False
    for line in DIALOGUES.read_text(encoding="utf-8").splitlines():
        below = below or line.startswith("# held out")
        if line.startswith("@"):
            noun, types, parts = line[2:].split("; ", 2)
            given: dict[str, Any] = {
                key: tuple(v) if isinstance(v, list) else v for key, v in json.loads(parts).items()
            }
            fields = Fields(**given)
            known = Known(frozenset(("subject", *types.split())))  # type: ignore[arg-type]
        elif line[:2] in ("+ ", "- ") and below == held_out:
            question, answer = line[2:].split(" >> ")
            prompt = Prompt("", fields, compile_text(fields))
            yield Planted("dialogue", line[0] == "+", Turn(question, answer), prompt, known, noun)


def file(path: Path) -> str:
    """How many answers of a StableLLaVA file say what their prompt does not, were the renderer trusted for all."""
    types: Counter[str] = Counter()
    total = refused = trees = 0
    for row in json.loads(path.read_text(encoding="utf-8")):
        if fields := read_fields(row["prompt"]):
            turn = Turn(row["question"].replace("<image>", "").strip(), row["answer"])
            found = check([turn], [], Prompt("", fields, row["prompt"]), OPEN, path.stem)
            total += 1
            refused += not found.turns
            types.update({claim.type for claim, _ in found.refused})
            trees += any({claim.value, claim.subject} & {"tree", "trees"} for claim, _ in found.refused)
    share = ", ".join(f"{name} {count}" for name, count in types.most_common())
    return f"{path.name}: {refused} of {total} answers say more than their prompt ({trees} a tree): {share}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is judged wrongly")
    chosen = parser.parse_args()
    print(f"{'':12}{'true, kept':>16}{'false, refused':>16}{'held-out frames:':>20}{'kept':>8}{'refused':>10}")
    for kind in KINDS:
        cells = [
            right(planted(kind, t, frames, MOST), chosen.show) for frames in (FRAMES, HELD_OUT) for t in (True, False)
        ]
        shares = [f"{good / total:.3f} of {total}" for good, total in cells]
        print(f"{kind:12}{shares[0]:>16}{shares[1]:>16}{'':10}{shares[2]:>16}{shares[3]:>16}")
    for name, frames in (("tuned", FRAMES), ("held out", HELD_OUT)):
        good, total = right(unasked(frames), chosen.show)
        print(f"absence of what was planted, open world, {name}: {good / total:.3f} of {total} refused")
    for name, held_out in (("tuned", False), ("held out", True)):
        for true in (True, False):
            good, total = right((one for one in dialogues(held_out) if one.true == true), chosen.show)
            print(f"dialogues, {name}: {good / total:.3f} of {total} {'kept' if true else 'refused'}")
    for path in chosen.files:
        print(file(path))


if __name__ == "__main__":
    main()
