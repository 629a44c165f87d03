"""The two stages in which an LLM is asked: prompts before rendering, dialogues for the pictures that passed."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from synthgen.interfaces import LLM, Check, Desk
from synthgen.measure import measure
from synthgen.plan import Planner
from synthgen.records import candidates
from synthgen.select import first_failure
from synthgen.store import Store
from synthgen.types import Dialogue, Known, Picture, Prompt, Reject, Reply, Slot, index_of


class Writer:
    """Fills the tables `prompts` and `dialogues` of a run folder, and the scores of the checks that read texts."""

    def __init__(self, store: Store, llm: LLM, checks: Mapping[str, Check], desk: Desk, known: Known) -> None:
        self._store, self._llm, self._checks, self._desk, self._known = store, llm, checks, desk, known
        self._of_texts = {name: check for name, check in checks.items() if check.reads == "dialogue"}

    def prompts(self, planner: Planner, indices: Sequence[int], answered: Callable[[], None]) -> None:
        """Ask for the prompts of indices that have none; once for samples that share one, and a row for each."""
        slots = [planner.slot(index) for index in indices]
        firsts = _firsts(slots)
        known = {n: row for n, slot in firsts.items() if (row := self._shared_prompt(planner, slot))}
        requests = (planner.ability.ask_prompt(slot) for n, slot in firsts.items() if n not in known)
        for answer in self._llm.complete(requests, self._desk):
            number = planner.slot(index_of(answer.id)).number
            if isinstance(answer, Reply):
                known[number] = planner.ability.read_prompt(firsts[number], answer)
            else:
                known[number] = answer
            answered()
        # an interrupted writer has not answered all of them
        found = [slot for slot in slots if slot.number in known]
        self._store.put("prompts", [replace(known[slot.number], id=slot.id) for slot in found])

    def prompts_ahead(self, ranges: Sequence[tuple[Planner, int, int]]) -> None:
        """Ask for the prompts of many ranges together, and leave the replies in the journal: `prompts` finds them."""
        has = {name: self._store.done("prompts", name) for name in {planner.ability.name for planner, _, _ in ranges}}
        requests = (
            planner.ability.ask_prompt(slot)
            for planner, start, stop in ranges
            for slot in _firsts(
                planner.slot(i) for i in range(start, stop) if i not in has[planner.ability.name]
            ).values()
            if self._shared_prompt(planner, slot) is None
        )
        deque(self._llm.complete(requests, self._desk), maxlen=0)

    def dialogues_ahead(self, ranges: Sequence[tuple[Planner, int, int]]) -> None:
        """The same for the dialogues of pictures that passed."""
        requests = (
            planner.ability.ask_dialogue(planner.slot(index_of(id)), prompt, self._known)
            for planner, start, stop in ranges
            for id, prompt in self._passed(planner, start, stop)[0].items()
        )
        deque(self._llm.complete(requests, self._desk), maxlen=0)

    def _shared_prompt(self, planner: Planner, slot: Slot) -> Prompt | Reject | None:
        """The row of an earlier sample with the same prompt, if an earlier range holds it."""
        start = slot.number * planner.images_per_prompt
        if start == slot.index:
            return None
        row = next(self._store.rows("prompts", slot.ability, start, slot.index), None)
        assert row is None or isinstance(row, Prompt | Reject)
        return row

    def dialogues(self, planner: Planner, start: int, stop: int) -> None:
        """Ask for the dialogue of each picture that passed and has none; measure what was not measured."""
        passed, to_measure = self._passed(planner, start, stop)
        rows = sorted(self._written(planner, passed), key=lambda row: row.id)
        self._store.put("dialogues", rows)
        to_measure += [(passed[row.id], row) for row in rows if isinstance(row, Dialogue)]
        measure(self._store, self._of_texts, [p for p, _ in to_measure], [d for _, d in to_measure])

    def _passed(
        self, planner: Planner, start: int, stop: int
    ) -> tuple[dict[str, Prompt], list[tuple[Prompt, Dialogue]]]:
        """Prompts of pictures that passed and have no dialogue; dialogues that a check has not measured."""
        passed: dict[str, Prompt] = {}
        unmeasured: list[tuple[Prompt, Dialogue]] = []
        for c in candidates(self._store, planner.ability.name, self._checks, start, stop):
            if isinstance(c.prompt, Prompt) and isinstance(c.picture, Picture):
                if c.dialogue is None and not first_failure(c.id, c.prompt, self._checks, c.scores, "picture"):
                    passed[c.id] = c.prompt
                elif isinstance(c.dialogue, Dialogue) and not self._of_texts.keys() <= c.scores.keys():
                    unmeasured.append((c.prompt, c.dialogue))
        return passed, unmeasured

    def _written(self, planner: Planner, prompts: Mapping[str, Prompt]) -> Iterator[Dialogue | Reject]:
        slots = {id: planner.slot(index_of(id)) for id in prompts}
        requests = (planner.ability.ask_dialogue(slots[id], prompt, self._known) for id, prompt in prompts.items())
        for answer in self._llm.complete(requests, self._desk):
            if isinstance(answer, Reply):
                yield planner.ability.read_dialogue(slots[answer.id], prompts[answer.id], self._known, answer)
            else:
                yield answer


def _firsts(slots: Iterable[Slot]) -> dict[int, Slot]:
    """The first slot of each prompt."""
    return {number: next(group) for number, group in groupby(slots, key=lambda slot: slot.number)}
