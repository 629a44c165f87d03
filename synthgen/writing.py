"""The two stages in which an LLM is asked: prompts before rendering, dialogues for the pictures that passed."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from synthgen.checks import Check
from synthgen.confirming import Draft, Mending, known_of, mender
from synthgen.interfaces import LLM, Desk
from synthgen.measure import About, Samples, measure
from synthgen.plan import Planner
from synthgen.records import candidates
from synthgen.select import by_prompt, first_failure
from synthgen.store import Store
from synthgen.types import Dialogue, Known, Picture, Prompt, Reject, Reply, Request, Slot, index_of


class Writer:
    """Fills the tables `prompts` and `dialogues` of a run folder, and the scores of the checks that read texts."""

    def __init__(
        self, store: Store, llm: LLM, checks: Mapping[str, Check], desk: Desk, known: Known, about: About
    ) -> None:
        self._store, self._llm, self._checks, self._desk = store, llm, checks, desk
        self._known, self._about = known, about
        self._of_texts = {name: check for name, check in checks.items() if check.reads == "dialogue"}
        witness = mender(checks)
        self._mending = Mending(witness, llm, known, about, desk) if witness else None

    def prompts(self, planner: Planner, indices: Sequence[int], answered: Callable[[], None]) -> Counter[str | None]:
        """Ask for the prompts of indices that have none; once for samples that share one, and a row for each.

        Gives how many rows it wrote, by the reason of rejects; None: prompts.
        """
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
        rows = [replace(known[slot.number], id=slot.id) for slot in found]
        self._store.put("prompts", rows)
        return _ends(rows)

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
            self._request(planner, *about)
            for planner, start, stop in ranges
            for about in self._passed(planner, start, stop)[0].values()
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

    def dialogues(self, planner: Planner, start: int, stop: int) -> Counter[str | None]:
        """Ask for the dialogue of each picture that passed and has none; measure what was not measured.

        Gives how many rows it wrote, by the reason of rejects; None: dialogues.
        """
        passed, to_measure = self._passed(planner, start, stop)
        rows = sorted(self._written(planner, passed), key=lambda row: row.id)
        self._store.put("dialogues", rows)
        to_measure += [(passed[row.id][0], row) for row in rows if isinstance(row, Dialogue)]
        prompts, dialogues = [p for p, _ in to_measure], [d for _, d in to_measure]
        sees = any(check.sees for check in self._of_texts.values())
        pictures = self._pictures([dialogue.id for dialogue in dialogues]) if sees else []
        samples = Samples(prompts, pictures, dialogues, about=self._about, desk=self._desk)
        measure(self._store, self._of_texts, samples)
        return _ends(rows)

    def _pictures(self, ids: Sequence[str]) -> list[Picture]:
        """Those of some samples of one ability, with their bytes."""
        if not ids:
            return []
        ability, indices, wanted = ids[0].rpartition("-")[0], [index_of(id) for id in ids], set(ids)
        found = self._store.rows("pictures", ability, min(indices), max(indices) + 1)
        pictures = {row.id: row for row in found if isinstance(row, Picture) and row.id in wanted}
        return [pictures[id] for id in ids]

    def _passed(
        self, planner: Planner, start: int, stop: int
    ) -> tuple[dict[str, tuple[Prompt, Known]], list[tuple[Prompt, Dialogue]]]:
        """Pictures that passed and have no dialogue, by id; dialogues that a check has not measured."""
        passed: dict[str, tuple[Prompt, Known]] = {}
        unmeasured: list[tuple[Prompt, Dialogue]] = []
        found = candidates(self._store, planner.ability.name, self._checks, start, stop)
        for c in by_prompt(found, self._checks, planner.images_per_prompt):
            if isinstance(c.prompt, Prompt) and isinstance(c.picture, Picture) and c.outdone is None:
                if c.dialogue is None and not first_failure(c.id, c.prompt, self._checks, c.scores, "picture"):
                    passed[c.id] = c.prompt, known_of(self._known, self._checks, c.scores, c.prompt)
                elif isinstance(c.dialogue, Dialogue) and not self._of_texts.keys() <= c.scores.keys():
                    unmeasured.append((c.prompt, c.dialogue))
        return passed, unmeasured

    def _request(self, planner: Planner, prompt: Prompt, known: Known) -> Request:
        return planner.ability.ask_dialogue(planner.slot(index_of(prompt.id)), prompt, known)

    def _written(self, planner: Planner, passed: Mapping[str, tuple[Prompt, Known]]) -> Iterator[Dialogue | Reject]:
        """One row for each that was answered, as it will be stored."""
        slots = {id: planner.slot(index_of(id)) for id in passed}
        drafts: list[Dialogue] = []
        for answer in self._llm.complete((self._request(planner, *about) for about in passed.values()), self._desk):
            row: Dialogue | Reject
            if isinstance(answer, Reply):
                row = planner.ability.read_dialogue(slots[answer.id], *passed[answer.id], answer)
            else:
                row = answer
            if self._mending and isinstance(row, Dialogue):
                drafts.append(row)
            else:
                yield row
        if self._mending and drafts:
            pictures = self._pictures([row.id for row in drafts])
            about = [Draft(slots[row.id], *passed[row.id], p) for row, p in zip(drafts, pictures, strict=True)]
            yield from self._mending.mended(planner.ability, list(zip(about, drafts, strict=True)))


def _firsts(slots: Iterable[Slot]) -> dict[int, Slot]:
    """The first slot of each prompt."""
    return {number: next(group) for number, group in groupby(slots, key=lambda slot: slot.number)}


def _ends(rows: Iterable[Prompt | Dialogue | Reject]) -> Counter[str | None]:
    return Counter(row.reason if isinstance(row, Reject) else None for row in rows)
