"""How many candidates of the embedded backends survive the duplicate rule, per ability.

    python -m bench.variation [candidates] [ability ...]

Candidates are planned, written and drawn as a run does it (at 256 pixels, not encoded), then walked by the selection
with the duplicate rule and nothing else. The second figure is for the first 1,000 of them whose prompts all differ.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from synthgen.build import Run, build_run
from synthgen.config import compose, options
from synthgen.desk import RunDesk
from synthgen.kit.hashes import colour_signature, phash
from synthgen.kit.pictures import grey
from synthgen.plan import Planner
from synthgen.select import Candidate, Selection
from synthgen.types import Dialogue, Picture, Prompt, Raster, Reply, Score

SIZE = 256
AT_ONCE = 250


@cache
def run_of(ability: str) -> Run:
    return build_run(compose([f"ability={ability}", f"renderer.size={SIZE}"]))


def candidates(ability: str, start: int, stop: int) -> list[Candidate]:
    """A range of candidates, drawn and measured."""
    run, desk = run_of(ability), RunDesk(Path())
    part = run.abilities[ability]
    planner, found = Planner(part, seed=0), []
    for index in range(start, stop):
        slot = planner.slot(index)
        (reply,) = run.llm.complete([part.ask_prompt(slot)], desk)
        assert isinstance(reply, Reply)
        prompt = part.read_prompt(slot, reply)
        assert isinstance(prompt, Prompt)
        (said,) = run.llm.complete([part.ask_dialogue(slot, prompt, run.renderer.known)], desk)
        dialogue = part.read_dialogue(slot, prompt, run.renderer.known, said) if isinstance(said, Reply) else said
        (raster,) = run.renderer.render(iter(planner.takes(prompt)))
        if not isinstance(raster, Raster) or not isinstance(dialogue, Dialogue):
            raise SystemExit(f"{prompt.text}: {raster if isinstance(dialogue, Dialogue) else dialogue}")
        looks = {"phash": f"{phash(grey(raster.pixels)):016x}", "signature": colour_signature(raster.pixels).hex()}
        picture = Picture(slot.id, b"", "", SIZE, SIZE, "", 0)
        found.append(Candidate(slot.id, prompt, picture, dialogue, {"duplicate": Score(slot.id, "duplicate", looks)}))
    return found


def walked(ability: str, found: list[Candidate]) -> Counter[str]:
    """How many are kept, and how many fall for which reason."""
    run = run_of(ability)
    selection = Selection(len(found), {"duplicate": run.checks["duplicate"]}, run.abilities[ability], verbatim=False)
    for candidate in found:
        selection.offer(candidate)
    return Counter({"kept": len(selection.kept)}) + Counter(reject.reason for reject in selection.rejects)


def distinct(found: list[Candidate], count: int) -> list[Candidate]:
    first: dict[str, Candidate] = {}
    for candidate in found:
        assert isinstance(candidate.prompt, Prompt)
        first.setdefault(candidate.prompt.text, candidate)
    return list(first.values())[:count]


def rows(count: int, names: list[str]) -> Iterator[str]:
    with ProcessPoolExecutor(max_workers=2) as pool:
        for name in names:
            starts = range(0, count, AT_ONCE)
            parts = pool.map(candidates, [name] * len(starts), starts, [min(s + AT_ONCE, count) for s in starts])
            found = [candidate for part in parts for candidate in part]
            fate, some = walked(name, found), distinct(found, 1000)
            fallen = 1 - walked(name, some)["kept"] / len(some)
            reasons = ", ".join(f"{number} {reason}" for reason, number in fate.items() if reason != "kept")
            yield f"{name:12}{count:10,}{fate['kept'] / count:10.1%}{len(some):10,}{fallen:10.1%}   {reasons}"


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    names = sys.argv[2:] or sorted(set(options("ability")) - {"all"})
    print("ability     candidates  survive  distinct      fall   why the others fell")
    for row in rows(count, names):
        print(row, flush=True)
