"""What slots know of earlier samples: the selection of the epochs up to two before, however a run comes about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.null import NullAbility, NullRenderer, NullWriter
from synthgen.build import Run
from synthgen.engine.local import Local
from synthgen.interfaces import LLM, Desk, Engine
from synthgen.memory import EPOCH, NEWEST, Memory, scene
from synthgen.pipeline import Outcome, at_work, generate
from synthgen.plan import Planner
from synthgen.store import Store
from synthgen.types import Fields, Prompt, Raster, Reject, Reply, Request, Slot, Take, index_of, sample_id
from tests.doubles import Silent, run_of

SUBJECTS = ("ant", "bee", "cat", "dog", "elk")
N = 300


def prompt(index: int, **parts: object) -> Prompt:
    fields = Fields(**{"subject": "thing", "place": f"place {index}"} | parts)  # type: ignore[arg-type]
    return Prompt(sample_id("a", index), fields, f"((thing)), place {index}")


def walk(memory: Memory, start: int, stop: int, kept: Mapping[int, str]) -> None:
    for index in range(start, stop):
        if index in kept:
            memory.note(kept[index], prompt(index))
    memory.walked(stop)


# by itself -----------------------------------------------------------------------------------------------------------


def test_a_slot_knows_what_was_kept_two_epochs_before_and_nothing_later() -> None:
    memory = Memory()
    walk(memory, 0, 3 * EPOCH, {0: "cat", EPOCH - 1: "cat", EPOCH: "cat", 2 * EPOCH + 5: "cat", 7: "dog"})
    assert memory.avoid("cat", 0) == memory.avoid("cat", 2 * EPOCH - 1) == ()
    first = (f"thing, place {EPOCH - 1}", "thing, place 0")
    assert memory.avoid("cat", 2 * EPOCH) == memory.avoid("cat", 3 * EPOCH - 1) == first
    assert memory.avoid("cat", 3 * EPOCH) == (f"thing, place {EPOCH}", *first)
    assert memory.avoid("dog", 3 * EPOCH) == ("thing, place 7",)
    assert memory.avoid("owl", 3 * EPOCH) == ()


def test_only_the_newest_are_told_and_none_twice() -> None:
    memory = Memory()
    walk(memory, 0, 2 * EPOCH, dict.fromkeys(range(100), "cat"))
    assert memory.avoid("cat", 2 * EPOCH) == tuple(f"thing, place {i}" for i in range(99, 99 - NEWEST, -1))
    same = Memory()
    for index in range(3):
        same.note("cat", replace(prompt(index), fields=Fields("cat", place="sofa")))
    same.walked(EPOCH)
    assert same.avoid("cat", 2 * EPOCH) == ("cat, sofa",)


def test_a_slot_that_cannot_know_enough_yet_is_refused() -> None:
    memory = Memory()
    assert memory.reach == 2 * EPOCH
    memory.avoid("cat", 2 * EPOCH - 1)
    for stop in (0, 1, EPOCH - 1):
        memory.walked(stop)
        with pytest.raises(LookupError, match="before its epoch"):
            memory.avoid("cat", 2 * EPOCH)
    memory.walked(EPOCH)
    assert memory.reach == 3 * EPOCH and memory.avoid("cat", 2 * EPOCH) == ()


@given(
    st.dictionaries(st.integers(0, 5 * EPOCH), st.sampled_from(SUBJECTS), max_size=60),
    st.lists(st.integers(1, 300), min_size=1, max_size=20),
    st.sampled_from(SUBJECTS),
)
def test_what_a_slot_knows_does_not_depend_on_how_far_the_walk_has_come(
    kept: Mapping[int, str], steps: list[int], subject: str
) -> None:
    memory, at, known = Memory(), 0, dict[int, tuple[str, ...]]()
    for step in steps:
        walk(memory, at, at + step, kept)
        at += step
        for index in range(0, memory.reach, 64):
            assert memory.avoid(subject, index) == known.setdefault(index, memory.avoid(subject, index))
    for index, avoid in known.items():
        before = (index // EPOCH - 1) * EPOCH
        all_of_it = [f"thing, place {i}" for i in sorted(kept, reverse=True) if i < before and kept[i] == subject]
        assert list(avoid) == all_of_it[:NEWEST]


def test_a_larger_epoch_lets_more_be_in_flight_and_is_told_later() -> None:
    memory = Memory(epoch=1000)
    assert memory.reach == memory.window == 2000
    walk(memory, 0, 1000, {3: "cat"})
    assert memory.reach == 3000 and memory.avoid("cat", 1999) == () and memory.avoid("cat", 2000) == ("thing, place 3",)


@given(st.integers(1, 64))
def test_samples_of_one_prompt_know_the_same_and_are_told_of_once(share: int) -> None:
    memory = Memory(share)
    walk(memory, 0, 4 * EPOCH, dict.fromkeys(range(4 * EPOCH), "cat"))
    for first in range(0, 4 * EPOCH - share, share):
        assert len({memory.avoid("cat", index) for index in range(first, first + share)}) == 1
    told = memory.avoid("cat", 3 * EPOCH)
    assert len(set(told)) == len(told) and all(int(one.split()[-1]) % share == 0 for one in told)


def test_a_scene_in_short_is_how_many_of_what_where_and_beside_what() -> None:
    fields = Fields("giraffe", ("tall",), 2, place="savanna", companions=("umbrella",), light=("dim light",))
    assert scene(fields) == "two giraffes, savanna, umbrella"
    assert scene(Fields("penguin driving a car")) == "penguin driving a car"


# through whole runs --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told(NullAbility):
    """Writes down what its slots know, and thinks of a place by it."""

    subjects: tuple[str, ...] = SUBJECTS

    def read_prompt(self, slot: Slot, reply: Reply) -> Prompt | Reject:
        place = f"{slot.index % 11 + len(slot.avoid)} {slot.subject} road"
        return Prompt(slot.id, Fields(slot.subject, place=place), f"(({slot.subject})), {'; '.join(slot.avoid)}")


@dataclass(frozen=True)
class Collecting(NullWriter):
    """Notes the indices that it is asked for together."""

    collects: ClassVar[bool] = True
    waves: list[list[int]] = field(default_factory=list, compare=False)

    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[Reply | Reject]:
        some = list(requests)
        if some and some[0].purpose == "prompt":
            self.waves.append([request.slot.index for request in some])
        return super().complete(some, desk)


@dataclass(frozen=True)
class Composing(NullWriter):
    composes: ClassVar[bool] = True


@dataclass(frozen=True)
class Copying(NullWriter):
    verbatim: ClassVar[bool] = True


def falls(index: int) -> bool:
    """A third of all samples, and most of the first ones: so a run asks for far more than it needs at last."""
    return index % 3 == 0 or (index < N and index % 8 != 0)


@dataclass(frozen=True)
class Early(NullRenderer):
    def render(self, takes: Iterator[Take]) -> Iterator[Raster | Reject]:
        for take in takes:
            (raster,) = super().render(iter([take]))
            yield Reject(take.id, "picture", "undrawable") if falls(index_of(take.id)) else raster


def told(folder: Path, n: int, *, engine: Engine | None = None, llm: LLM | None = None, share: int = 1) -> Run:
    run = run_of(folder, n, renderer=Early(), llm=llm, engine=engine, images_per_prompt=share)
    return replace(run, abilities={"null": Told()})


def made(run: Run) -> Outcome:
    with at_work(run) as (store, desk):
        return generate(run, store, desk, Silent())


def texts(folder: Path, ability: str = "null") -> dict[int, str]:
    """What was written, by index: with it all that the slot knew."""
    return {index_of(row.id): row.text for row in Store(folder).rows("prompts", ability) if isinstance(row, Prompt)}


def expected(count: int, ability: str = "null") -> dict[int, str]:
    """The same, by the rule, without an end to the walk."""
    planner, scenes, found = Planner(Told(ability), 0), dict[int, tuple[str, str]](), dict[int, str]()
    for index in range(count):
        subject, _ = planner.subject(index)
        before = range((index // 256 - 1) * 256 - 1, -1, -1)
        known = [scenes[i][1] for i in before if not falls(i) and scenes[i][0] == subject][:24]
        avoid = list(dict.fromkeys(known))
        scenes[index] = subject, f"{subject}, {index % 11 + len(avoid)} {subject} road"
        found[index] = f"(({subject})), {'; '.join(avoid)}"
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    folder = tmp_path_factory.mktemp("fresh") / "run"
    return folder, made(told(folder, N))


def test_a_run_tells_its_writer_what_the_rule_says_though_it_is_full_long_before(fresh: tuple[Path, Outcome]) -> None:
    folder, outcome = fresh
    assert outcome.full and index_of(outcome.kept[-1]) < 3 * EPOCH
    rows = Store(folder).read_selection()
    assert len(rows) == index_of(outcome.kept[-1]) + 1, "what comes after the last one that was kept is not judged"
    wrote = texts(folder)
    assert len(wrote) == 5 * N and wrote == expected(5 * N)


def test_a_run_that_grows_on_other_workers_equals_a_fresh_one(tmp_path: Path, fresh: tuple[Path, Outcome]) -> None:
    made(told(tmp_path / "run", 120))
    assert len(texts(tmp_path / "run")) == 600
    grown = made(told(tmp_path / "run", N, engine=Local(2)))
    assert grown.kept == fresh[1].kept and texts(tmp_path / "run") == texts(fresh[0])


def test_a_writer_that_collects_is_asked_for_what_can_be_planned_and_writes_the_same(
    tmp_path: Path, fresh: tuple[Path, Outcome]
) -> None:
    llm = Collecting()
    assert made(told(tmp_path / "run", N, llm=llm)).kept == fresh[1].kept
    wrote = texts(tmp_path / "run")
    assert len(wrote) > 512 and wrote == expected(len(wrote))
    together = [(wave[0], wave[-1] + 1) for wave in llm.waves if len(wave) > 64]
    assert together == [(0, N), (N, 768), (768, 1280)][: len(together)] and len(together) > 1


def test_pictures_of_one_prompt_are_told_the_same(tmp_path: Path) -> None:
    made(told(tmp_path / "run", 160, share=3))
    wrote = texts(tmp_path / "run")
    assert all(wrote[index] == wrote[index // 3 * 3] for index in wrote)
    assert ";" in wrote[765] and ";" not in wrote[509]


def test_abilities_do_not_wait_for_each_other_and_none_is_forgotten(tmp_path: Path) -> None:
    both = {name: Told(name) for name in ("one", "two")}
    outcome = made(replace(told(tmp_path / "run", 160, engine=Local(2)), abilities=both))
    assert outcome.full and len(outcome.kept) == 320
    for name in both:
        assert texts(tmp_path / "run", name) == expected(800, name)


@pytest.mark.parametrize("llm", [Composing(), Copying()])
def test_who_composes_or_copies_is_told_nothing_and_waits_for_nothing(tmp_path: Path, llm: LLM) -> None:
    made(told(tmp_path / "run", 120, llm=llm))
    wrote = texts(tmp_path / "run")
    assert len(wrote) == 600 and all(text.endswith(", ") for text in wrote.values())
