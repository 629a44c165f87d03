"""Who gets which shard, and what becomes of it when its worker hangs, leaves or dies."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from synthgen.crew import foreman
from synthgen.crew.foreman import Foreman
from synthgen.crew.hands import Beat, Exit, Failed, Leaving
from synthgen.errors import DeviceError, DiskError
from synthgen.shards import ShardDone, ShardLost, ShardTask
from tests.crew.acting import Actor, Noted, Stage, done, shard


class Clock:
    """Time that passes when it is told to."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("synthgen.crew.foreman.time", clock)
    monkeypatch.setattr("synthgen.crew.hands.time", clock)
    monkeypatch.setattr("synthgen.crew.blame.time", clock)
    return clock


def run(
    play: Callable[[Stage], None],
    tasks: Sequence[ShardTask | None],
    places: Sequence[str] = ("core",),
    work: Noted | None = None,
) -> tuple[list[ShardDone | ShardLost], Stage]:
    stage = Stage(places, play)
    boss = Foreman(stage, hung=900.0)
    events = [event for event in boss.run(work or Noted(), tasks) if event is not None]  # type: ignore[arg-type]
    return events, stage


def names(events: list[Any]) -> list[str]:
    return [event.name for event in events if isinstance(event, ShardDone)]


def busy(stage: Stage) -> list[Actor]:
    return [actor for actor in stage.there.values() if actor.held]


def works(actor: Actor) -> None:
    """It finishes the shard that it is at."""
    actor.words.append(done(actor.held[0]))


def everybody_works(stage: Stage) -> None:
    for actor in busy(stage):
        works(actor)


def test_each_shard_is_given_once_and_nobody_holds_two_while_another_holds_none(clock: Clock) -> None:
    seen = []

    def play(stage: Stage) -> None:
        seen.append(sorted(len(actor.held) for actor in stage.there.values()))
        everybody_works(stage)

    tasks = [shard(i) for i in range(7)]
    events, stage = run(play, tasks, places=("a", "b"))
    assert sorted(names(events)) == [task.name for task in tasks]
    assert sorted(sum((actor.given for actor in stage.actors), [])) == [task.name for task in tasks]
    assert [0, 2] not in seen and max(map(max, seen)) <= foreman.HELD


@pytest.mark.parametrize("faster", [0, 1])
def test_a_late_shard_goes_to_somebody_idle_and_counts_once_whoever_finishes_it(clock: Clock, faster: int) -> None:
    def play(stage: Stage) -> None:
        slow, fast = stage.actors
        clock.now += 1.0
        if fast.given == [shard(1).name] and fast.held:
            works(fast)
        elif len(fast.given) == 2:
            works(stage.actors[faster])

    events, stage = run(play, [shard(0), shard(1)], places=("slow", "fast"))
    slow, fast = stage.actors
    assert sorted(names(events)) == [shard(0).name, shard(1).name]
    assert slow.given == [shard(0).name] and fast.given == [shard(1).name, shard(0).name]


def test_the_time_of_the_second_account_of_a_shard_is_added_to_the_next_one(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        slow, fast = stage.actors
        clock.now += 1.0
        if len(fast.given) == 3 and slow.held:
            works(slow)  # late: the other one has done it
        elif fast.held:
            works(fast)

    def tasks() -> Any:
        yield shard(0)
        yield shard(1)

    stage = Stage(("slow", "fast"), play)
    boss = Foreman(stage, hung=900.0)
    first = [e for e in boss.run(Noted(), tasks()) if isinstance(e, ShardDone)]  # type: ignore[arg-type]
    second = [e for e in boss.run(Noted(), [shard(2)]) if isinstance(e, ShardDone)]  # type: ignore[arg-type]
    assert sorted(names(first)) == [shard(0).name, shard(1).name] and names(second) == [shard(2).name]
    assert sum(e.seconds for e in [*first, *second]) == 4.0


def test_a_shard_that_waits_at_a_busy_worker_goes_to_one_that_has_nothing_to_do(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        slow, fast = stage.actors
        clock.now += 0.6
        if fast.held:
            works(fast)
        elif len(fast.given) == 3 and slow.held:
            works(slow)

    tasks = [shard(i) for i in range(4)]
    events, stage = run(play, tasks, places=("slow", "fast"))
    slow, fast = stage.actors
    assert sorted(names(events)) == [task.name for task in tasks]
    (moved,) = slow.recalled
    assert slow.given[1] == moved and fast.given[2] == moved


def test_a_shard_that_takes_as_long_as_usual_is_not_given_twice(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        clock.now += 10.0
        if stage.looks % 2 == 0:
            everybody_works(stage)

    _, stage = run(play, [shard(i) for i in range(5)], places=("a", "b"))
    assert sum(len(actor.given) for actor in stage.actors) == 5


def test_a_worker_that_says_nothing_for_two_minutes_is_dead_and_nothing_is_held_against_its_shard(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        clock.now += 50.0
        if len(stage.actors) > 1:
            everybody_works(stage)

    events, stage = run(play, [shard(0)])
    lost = [e for e in events if isinstance(e, ShardLost)]
    assert [e.said for e in lost] == ["core gave no sign of life for 120 s"]
    assert stage.actors[0].ended and lost[0].task == shard(0)
    assert names(events) == [shard(0).name]


def test_a_worker_that_lives_but_finishes_no_picture_is_taken_for_hung(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        clock.now += 50.0
        hangs, *others = stage.actors
        hangs.words.append(Beat(0))
        for actor in others:
            if actor.held:
                works(actor)

    events, stage = run(play, [shard(0)])
    (lost,) = [e for e in events if isinstance(e, ShardLost)]
    assert "finished no picture for 950 s and is taken for hung" in lost.said
    assert lost.task is not None and lost.task.one_by_one
    assert stage.actors[0].ended and names(events) == [shard(0).name]


def test_who_is_known_to_be_fast_is_found_to_hang_much_sooner(clock: Clock) -> None:
    since = 0.0

    def play(stage: Stage) -> None:
        nonlocal since
        first, *others = stage.actors
        clock.now += 5.0
        first.words.append(Beat(min(stage.looks, 40)))
        since = since or (clock.now if stage.looks == 40 else 0.0)
        for actor in others:
            if actor.held:
                works(actor)

    events, _ = run(play, [shard(0)])
    (lost,) = [e for e in events if isinstance(e, ShardLost)]
    assert lost.said == "core finished no picture for 65 s and is taken for hung"


def test_a_worker_that_leaves_gives_back_what_it_has_not_begun_and_is_given_no_more(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        leaves = stage.actors[0]
        if len(leaves.given) == 2 and not leaves.leaving:
            leaves.words.append(Leaving(frozenset({leaves.held[0].name})))
        elif leaves.leaving and leaves.held:
            leaves.words += [done(leaves.held[0]), Exit(0)]
        elif len(leaves.given) == 2:
            everybody_works(stage)

    tasks = [shard(i) for i in range(4)]
    events, stage = run(play, tasks)
    assert sorted(names(events)) == [task.name for task in tasks]
    assert len(stage.actors[0].given) == 2 and stage.actors[1].given[0] in stage.actors[0].given
    assert [e.task for e in events if isinstance(e, ShardLost)] == [None]


def test_a_machine_that_goes_costs_its_shard_nothing_but_one_that_goes_twice_at_it_is_suspicious(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        if len(stage.actors) == 3:
            everybody_works(stage)
        elif stage.actors[-1].held:
            stage.actors[-1].words.append(Exit(gone=True))

    events, _ = run(play, [shard(0)])
    first, second = [e for e in events if isinstance(e, ShardLost)]
    assert first.task == shard(0) and first.said == "core has gone; the others go on"
    assert second.task is not None and second.task.one_by_one


def test_a_sample_that_kills_three_workers_is_given_up_and_its_deaths_can_be_noted(clock: Clock) -> None:
    work, guilty = Noted(), shard(0).takes[1].id

    def play(stage: Stage) -> None:
        for actor in busy(stage):
            if guilty in actor.held[0].poisoned:
                works(actor)
            else:
                work.begun[actor.name] = guilty
                actor.words.append(Exit(-11))

    events, stage = run(play, [shard(0)], work=work)
    lost = [e.task for e in events if isinstance(e, ShardLost)]
    assert [task and task.deaths.get(guilty) for task in lost] == [1, 2, 3]
    assert [task and task.poisoned for task in lost] == [set(), set(), {guilty}]
    assert len(stage.actors) == 4 and names(events) == [shard(0).name]


def dies(work: Noted, actor: Actor) -> None:
    """At the first sample of its shard that was not given up."""
    task = actor.held[0]
    work.begun[actor.name] = next(take.id for take in task.takes if take.id not in task.poisoned)
    actor.words.append(Exit(-9))


def test_a_place_that_kills_whatever_is_begun_is_left_out_and_the_others_do_its_shards(clock: Clock) -> None:
    work = Noted()

    def play(stage: Stage) -> None:
        for actor in busy(stage):
            if actor.place == "small":
                dies(work, actor)
            elif len(stage.there) == 1:
                works(actor)

    tasks = [shard(i, size=4) for i in range(6)]
    events, stage = run(play, tasks, places=("small", "large"), work=work)
    assert sorted(names(events)) == [task.name for task in tasks]
    lost = [event for event in events if isinstance(event, ShardLost)]
    assert [actor.place for actor in stage.actors].count("small") == len(lost) == 5
    assert lost[-1].said == (
        "small is left out: 3 workers in a row died at the first picture that they began (exit code -9); is there "
        "enough memory?"
    )
    assert lost[-1].task and set(lost[-1].task.deaths.values()) == {1}
    assert not any(event.task.poisoned for event in lost if event.task)


@pytest.mark.parametrize("shards", [1, 5])
def test_where_every_place_kills_whatever_is_begun_the_run_ends_and_no_sample_is_given_up(
    clock: Clock, shards: int
) -> None:
    work, seen = Noted(), list[ShardTask]()

    def play(stage: Stage) -> None:
        for actor in busy(stage):
            seen.append(actor.held[0])
            dies(work, actor)

    with pytest.raises(DeviceError, match="3 workers in a row died"):
        run(play, [shard(i, size=4) for i in range(shards)], places=("a", "b"), work=work)
    assert not any(task.poisoned for task in seen)


def test_samples_of_one_prompt_that_kill_all_their_workers_are_given_up_where_others_pass(clock: Clock) -> None:
    work, bad = Noted(), shard(1, size=4)

    def play(stage: Stage) -> None:
        for actor in busy(stage):
            task = actor.held[0]
            if task.name == bad.name and len(task.poisoned) < 4:
                dies(work, actor)
            else:
                works(actor)

    tasks = [shard(i, size=4) for i in range(4)]
    events, stage = run(play, tasks, work=work)
    assert sorted(names(events)) == [task.name for task in tasks]
    last = [event for event in events if isinstance(event, ShardLost)][-1]
    assert last.task and last.task.poisoned == {take.id for take in bad.takes}


def test_deaths_of_an_earlier_run_count(clock: Clock) -> None:
    from dataclasses import replace

    work, guilty = Noted(), shard(0).takes[0].id
    task = replace(shard(0), one_by_one=True, deaths={guilty: 2})

    def play(stage: Stage) -> None:
        for actor in busy(stage):
            if guilty in actor.held[0].poisoned:
                works(actor)
            else:
                work.begun[actor.name] = guilty
                actor.words.append(Exit(-11))

    events, _ = run(play, [task], work=work)
    assert sum(isinstance(e, ShardLost) for e in events) == 1


def test_a_place_where_nobody_can_begin_is_left_out_while_others_work(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        for actor in stage.actors:
            if actor.place == "broken" and not actor.ended:
                actor.words[:] = [DiskError("no model there; fetch it"), Exit(0)]
                actor.ended = True
        everybody_works(stage)

    events, stage = run(play, [shard(i) for i in range(3)], places=("broken", "fine"))
    assert len(names(events)) == 3 and [actor.place for actor in stage.actors] == ["broken", "fine"]
    assert [e.said for e in events if isinstance(e, ShardLost)] == ["broken is left out: no model there; fetch it"]


def test_where_nobody_can_begin_the_reason_ends_the_run(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        for actor in stage.there.values():
            actor.words[:] = [DiskError("no model there; fetch it"), Exit(0)]

    with pytest.raises(DiskError, match="no model there"):
        run(play, [shard(0)], places=("a", "b"))


def test_workers_that_die_before_they_are_ready_end_the_run_after_three(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        for actor in stage.there.values():
            actor.words[:] = [Exit(7)]

    with pytest.raises(DeviceError, match="before they are ready \\(exit code 7\\)"):
        run(play, [shard(0)])


def test_a_bug_in_a_worker_ends_the_run_with_its_traceback(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    def play(stage: Stage) -> None:
        for actor in busy(stage):
            actor.words.append(Failed("Traceback: all wrong"))

    with pytest.raises(DeviceError, match="stopped with the error above"):
        run(play, [shard(0)])
    assert "all wrong" in capsys.readouterr().err


def test_a_full_disk_of_a_worker_ends_the_run(clock: Clock) -> None:
    def play(stage: Stage) -> None:
        for actor in busy(stage):
            actor.words.append(DiskError("the disk is full"))

    with pytest.raises(DiskError, match="full"):
        run(play, [shard(0)])
