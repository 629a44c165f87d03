"""What a run will cost before it is made: requests, tokens, dollars, pictures, disk, wall-clock.

Nobody is asked here. Figures of a few samples, or of an earlier run, are scaled to the candidates that n kept samples
take; what lies in the run's folder already is not counted again.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from synthgen.build import Run
from synthgen.interfaces import Ability
from synthgen.kit.money import Bill, Pricing
from synthgen.plan import Planner
from synthgen.records import candidates
from synthgen.select import Candidate, Selection, first_failure
from synthgen.store import Store
from synthgen.types import Picture, Prompt, Reject, Reply, index_of

ASSUMED, ASSUMED_RATE = 2, 0.9
"""Candidates that are added to those that were seen, and the share of them that is kept: 8 of 8 do not prove 100 %."""
COMPARED = 1024
"""The most orders whose instructions are compared: an ability sends the same few again and again."""
ROW, LINE, CARD, PAGE = 1_500, 350, 3_000, 40_000
"""Bytes, measured on runs of the embedded backends: of a candidate in the tables without its picture, of a line of the
journal without its text, of a sample in the report without its thumbnail, of the rest of the report."""
SHOWN = 500
"""Samples that the report shows at most."""


@dataclass
class Asked:
    """What the requests of one purpose for one ability came to."""

    ids: set[str] = field(default_factory=set)
    """Of the samples that they were about."""
    by_cached: defaultdict[int, Bill] = field(default_factory=lambda: defaultdict(Bill))
    """By the tokens that came from the server's cache."""

    def add(self, reply: Reply) -> None:
        self.ids.add(reply.id)
        self.by_cached[reply.tokens_cached or 0].add(reply)

    def __add__(self, other: "Asked") -> "Asked":
        both = Asked(self.ids | other.ids)
        for cached in {*self.by_cached, *other.by_cached}:
            both.by_cached[cached] = self.by_cached.get(cached, Bill()) + other.by_cached.get(cached, Bill())
        return both

    @property
    def bill(self) -> Bill:
        return sum(self.by_cached.values(), Bill())

    @property
    def cold(self) -> Bill:
        """Of replies to texts that the server had not read before, which cost more than those that follow."""
        most = max(self.by_cached, default=0)
        return sum((bill for cached, bill in self.by_cached.items() if cached < most / 2), Bill())

    def expect(self, requests: int, fresh: float) -> Bill:
        """What so many requests more will come to. `fresh`: how many times as often as here they begin anew."""
        if not self.ids:
            return Bill()
        replies = requests * self.bill.replies / len(self.ids)
        warm, cold = self.bill + self.cold.times(-1), self.cold
        new = min(replies, cold.replies * fresh) if warm.replies else replies
        expected = cold.times(new / cold.replies) if new else Bill()
        expected += warm.times((replies - new) / warm.replies) if warm.replies else Bill()
        return replace(expected, replies=round(replies))


def by_ability(
    replies: Iterable[Reply], price: Pricing, only: Container[str] | None = None
) -> dict[str, dict[str, Asked]]:
    """Replies by ability and purpose; `only` those about these samples."""
    found: dict[str, dict[str, Asked]] = defaultdict(lambda: defaultdict(Asked))
    for reply in replies:
        if only is None or reply.id in only:
            usd = price(reply)
            priced = replace(reply, usd=None if usd is None else str(usd))
            found[reply.id.rpartition("-")[0]][reply.purpose].add(priced)
    return found


@dataclass(frozen=True)
class Figures:
    """What some samples of an ability say about others."""

    candidates: int
    kept: int
    orders: int
    """How many texts the instructions of their prompts were, at most."""
    asked: Mapping[str, Asked] = field(default_factory=dict)
    """By purpose."""
    drawn: float = 1.0
    """Pictures per candidate."""
    picture_bytes: float | None = None
    thumbnail_bytes: float = 0.0
    picture_seconds: float | None = None
    """That a worker takes for one."""

    @property
    def rate(self) -> float:
        return (self.kept + ASSUMED * ASSUMED_RATE) / (self.candidates + ASSUMED)


@dataclass(frozen=True)
class Made:
    """What lies in the run's folder of an ability."""

    kept: int = 0
    finished: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Part:
    """The estimate for one ability; `to_come` is what is not in the folder yet."""

    ability: str
    kept: int
    rate: float
    candidates: int
    """In all; `finished` of them are there."""
    finished: int
    expected: int
    """Samples that they will give: n, unless `max_candidates` or the supply of prompts ends before."""
    spent: Mapping[str, Bill]
    to_come: Mapping[str, Bill]
    pictures: int
    picture_seconds: float | None
    """Of all pictures to come, on one worker."""
    bytes: float | None
    """Of all that the folder will hold of it."""

    @property
    def bills(self) -> dict[str, Bill]:
        """By purpose, in all."""
        purposes = dict.fromkeys([*self.spent, *self.to_come])
        return {purpose: self.spent.get(purpose, Bill()) + self.to_come.get(purpose, Bill()) for purpose in purposes}


def made(run: Run, store: Store, ability: Ability) -> Made:
    """Walk what is finished through the selection, as the run will."""
    share = run.config.images_per_prompt
    selection = Selection(run.config.n, run.checks, ability, run.llm.verbatim, share)
    finished = set()
    for c in candidates(store, ability.name, run.checks):
        if not selection.full and _is_finished(run, c):
            selection.offer(c)
            finished.add(index_of(c.id))
    return Made(len(selection.kept), frozenset(finished))


def _is_finished(run: Run, c: Candidate) -> bool:
    if isinstance(c.prompt, Prompt) and isinstance(c.picture, Picture):
        failed = first_failure(c.id, c.prompt, run.checks, c.scores, "picture")
        return c.dialogue is not None or (failed is not None and failed.reason != "not measured")
    return isinstance(c.prompt, Reject) or c.picture is not None


def part(run: Run, ability: Ability, known: Figures, there: Made, spent: Mapping[str, Asked]) -> Part:
    """The estimate for one ability. `spent`: what its replies in the folder were asked for."""
    config, supply = run.config, run.llm.supply(ability.name)
    share, begun = config.images_per_prompt, len(there.finished)
    most = config.n * config.max_candidates
    most = most if supply is None else min(most, supply * share)
    more = max(0, min(ceil((config.n - there.kept) / known.rate), most - begun))
    end = begun + more
    expected = min(config.n, there.kept + int(more * known.rate + 0.5))
    fresh = orders(run, ability, range(begun // share, ceil(end / share))) / known.orders if more else 0
    to_come = {}
    for purpose, seen in known.asked.items():
        # a prompt is asked for once for the samples that share it
        own = share if purpose == "prompt" else 1
        per_candidate = 1 / share if purpose == "prompt" else len(seen.ids) / known.candidates
        done = {index // own for index in there.finished}
        paid = [index_of(id) for id in spent[purpose].ids] if purpose in spent else []
        waiting = {index // own for index in paid if index < end} - done
        requests = max(0, ceil(more * per_candidate) - len(waiting)) if more else 0
        to_come[purpose] = seen.expect(requests, fresh)
    pictures = round(more * known.drawn)
    return Part(
        ability=ability.name,
        kept=there.kept,
        rate=known.rate,
        candidates=end,
        finished=begun,
        expected=expected,
        spent={purpose: seen.bill for purpose, seen in spent.items()},
        to_come=to_come,
        pictures=pictures,
        picture_seconds=None if known.picture_seconds is None else pictures * known.picture_seconds,
        bytes=_bytes(run, known, end, expected, [*to_come.values(), *(seen.bill for seen in spent.values())]),
    )


def _bytes(run: Run, known: Figures, candidates: int, kept: int, bills: Sequence[Bill]) -> float | None:
    """The store holds each candidate's picture, each exporter that of each kept one, the report some small ones."""
    if known.picture_bytes is None:
        return None
    pictures = known.picture_bytes * (candidates * known.drawn + kept * len(run.exporters))
    journal = sum(bill.replies * LINE + bill.letters for bill in bills)
    shown = min(candidates, SHOWN // len(run.abilities))
    return pictures + candidates * ROW + journal + shown * (known.thumbnail_bytes + CARD) + PAGE / len(run.abilities)


def orders(run: Run, ability: Ability, numbers: range) -> int:
    """How many texts the instructions of so many prompts are: the first request with each of them is not cached."""
    planner = Planner(ability, run.config.seed, run.config.images_per_prompt)
    some = (planner.slot(number * run.config.images_per_prompt) for number in numbers[:COMPARED])
    return max(1, len({ability.ask_prompt(slot).messages[:-1] for slot in some}))


@dataclass(frozen=True)
class Estimate:
    """Of a whole run."""

    run: Run
    parts: Sequence[Part]

    @property
    def spent(self) -> Bill:
        return sum((bill for part in self.parts for bill in part.spent.values()), Bill())

    @property
    def to_come(self) -> Bill:
        return sum((bill for part in self.parts for bill in part.to_come.values()), Bill())

    @property
    def picture_seconds(self) -> float | None:
        """Of all pictures to come, with what their workers take to begin, on one worker."""
        each = [part.picture_seconds for part in self.parts if part.pictures]
        starting = self.run.workers * self.run.renderer.start_seconds() if each else 0.0
        return None if None in each else starting + sum(seconds for seconds in each if seconds is not None)

    @property
    def bytes(self) -> float | None:
        each = [part.bytes for part in self.parts]
        return None if None in each else sum(b for b in each if b is not None)

    @property
    def seconds(self) -> float | None:
        """Of the wall-clock: language models and workers are busy at the same time."""
        if self.picture_seconds is None or self.run.llm.collects:
            return None
        return max(self.writing, self.picture_seconds / self.run.workers)

    @property
    def writing(self) -> float:
        """Seconds that language models take: the writer and the judge are busy at the same time."""
        judging = sum(part.to_come["judge"].seconds for part in self.parts if "judge" in part.to_come)
        rest = self.to_come.seconds - judging
        return max(rest / self.run.llm.at_once, judging / self.run.answers("judge").at_once)

    def samples_within(self, cap: float, spent: float, to_come: float) -> int | None:
        """How many samples there will be when a cap is reached; None where it is enough."""
        if spent + to_come < cap or not to_come:
            return None
        kept, expected = sum(part.kept for part in self.parts), sum(part.expected for part in self.parts)
        return kept + int((expected - kept) * max(0.0, cap - spent) / to_come)
