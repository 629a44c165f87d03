"""How diverse the embedded writer is before anything is rejected, per ability.

    python -m bench.diversity [rows] [ability ...]

Plans and writes prompts as a run does it, and for each of them three dialogues: `describe`, `detail` and `reasoning`,
whatever kind the plan has for it. Nothing is rendered, checked or compared.

/words: over the vocabulary, the subjects that the plan may use, those of the benchmark left out; above 1 where a head
joins a subject with a color or another subject. often: samples of the most frequent head. silent: dialogues that the
writer had nothing for. people: the most over the least frequent gender, age and skin tone.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from synthgen.build import Run, build_run
from synthgen.config import compose, options
from synthgen.desk import RunDesk
from synthgen.kit.content import content, head_of
from synthgen.kit.diversity import effective
from synthgen.kit.persons import by_axis, person_of, uneven
from synthgen.plan import Planner
from synthgen.types import Dialogue, DialogueKind, Prompt, Reply, Slot

KINDS: tuple[DialogueKind, ...] = ("describe", "detail", "reasoning")


@dataclass(frozen=True)
class Written:
    """The texts of one ability."""

    prompts: list[Prompt]
    subjects: list[str]
    """The keywords that the plan drew."""
    answers: dict[DialogueKind, list[str]]
    vocabulary: int


def written(ability: str, rows: int) -> Written:
    """As many prompts, and what was said about each."""
    run = build_run(compose([f"ability={ability}", "llm=offline", "renderer=sketch"]))
    part, desk = run.abilities[ability], RunDesk(Path())
    planner, found = Planner(part, seed=0), Written([], [], {kind: [] for kind in KINDS}, len(part.subjects))
    for index in range(rows):
        slot = planner.slot(index)
        (reply,) = run.llm.complete([part.ask_prompt(slot)], desk)
        prompt = part.read_prompt(slot, reply) if isinstance(reply, Reply) else reply
        if not isinstance(prompt, Prompt):
            raise SystemExit(f"{slot.id}: no prompt: {prompt.reason} {prompt.detail}")
        found.prompts.append(prompt)
        found.subjects.append(slot.subject)
        for kind in KINDS:
            found.answers[kind].append(answer(run, desk, slot, kind, prompt))
    return found


def answer(run: Run, desk: RunDesk, slot: Slot, kind: DialogueKind, prompt: Prompt) -> str:
    """What the writer answers in a dialogue of a kind; "" where it has nothing to say."""
    part = run.abilities[slot.ability]
    forms, brief = part.forms(kind, slot.index)
    slot = replace(slot, kind=kind, forms=forms, brief=brief)
    (reply,) = run.llm.complete([part.ask_dialogue(slot, prompt, run.renderer.known)], desk)
    said = part.read_dialogue(slot, prompt, run.renderer.known, reply) if isinstance(reply, Reply) else reply
    return " ".join(turn.answer for turn in said.turns) if isinstance(said, Dialogue) else ""


def line(ability: str, rows: int) -> str:
    found = written(ability, rows)
    contents = len({content(prompt.text) for prompt in found.prompts}) / rows
    heads = effective(head_of(prompt.text) for prompt in found.prompts)
    subjects = effective(found.subjects) / found.vocabulary
    most = Counter(head_of(prompt.text) for prompt in found.prompts).most_common(1)[0][1]
    shares = "".join(f"{len(set(found.answers[kind]) - {''}) / rows:11.1%}" for kind in KINDS)
    silent = sum(answer == "" for answers in found.answers.values() for answer in answers)
    people = by_axis(Counter(map(person_of, found.prompts)))
    times = "/".join(f"{uneven(counts):.2f}" if uneven(counts) else "-" for counts in people.values())
    return (
        f"{ability:12}{contents:10.1%}{shares}{heads:9.1f}{heads / found.vocabulary:7.2f}{subjects:10.2f}"
        f"{most:6}{silent:8}   {times}"
    )


def lines(rows: int, names: list[str]) -> Iterator[str]:
    with ProcessPoolExecutor(max_workers=2) as pool:
        yield from pool.map(line, names, [rows] * len(names))


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    chosen = sys.argv[2:] or sorted(set(options("ability")) - {"all"})
    print("             distinct   distinct answers of                effective heads   subjects  most       people:")
    print("ability       prompts   describe     detail  reasoning   number /words    /words  often  silent   max/min")
    for row in lines(count, chosen):
        print(row, flush=True)
