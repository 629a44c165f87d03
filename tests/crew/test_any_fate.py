"""Whatever becomes of workers, in whatever order: each shard is done once, and the run ends."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthgen.crew import foreman
from synthgen.crew.foreman import Foreman
from synthgen.crew.hands import Beat, Exit, Leaving
from synthgen.errors import DeviceError, DeviceLost
from synthgen.shards import ShardDone, ShardLost, ShardTask
from tests.crew.acting import Actor, Noted, Stage, done, shard
from tests.crew.test_foreman import Clock

FATES = ("works", "works", "works", "waits", "dies", "dies not ready", "goes", "leaves", "fails", "hangs", "too late")


class World:
    """Workers to whom things happen for a while; then everybody works."""

    def __init__(self, chance: Random, troubles: int, tasks: list[ShardTask], clock: Clock) -> None:
        self.chance, self.troubles, self.clock = chance, troubles, clock
        self.tasks = {task.name: task for task in tasks}
        self.work = Noted()
        self.boss: Foreman | None = None
        self.halts = -1

    def play(self, stage: Stage) -> None:
        self.clock.now += self.chance.choice([0.01, 1.0, 5.0])
        assert all(len(actor.held) <= foreman.HELD for actor in stage.there.values())
        assert self.boss
        if stage.looks == self.halts:
            self.boss.halt()
        for actor in list(stage.there.values()):
            if actor.words or actor.exit:
                continue
            if stage.looks > self.troubles:
                self.works(actor)
            else:
                self.meets(actor, self.chance.choice(FATES))

    def works(self, actor: Actor) -> None:
        if actor.held:
            actor.words.append(done(actor.held[0]))
        elif actor.leaving:
            actor.words.append(Exit(0))
        else:
            actor.words.append(Beat(actor.answered))

    def meets(self, actor: Actor, fate: str) -> None:
        if fate == "works":
            self.works(actor)
        elif fate == "dies":
            self.dies(actor, Exit(-9))
        elif fate == "dies not ready" and not actor.given:
            actor.ready = False
            actor.words.append(Exit(9))
        elif fate == "goes":
            self.dies(actor, Exit(gone=True))
        elif fate == "leaves" and not actor.leaving:
            actor.words.append(Leaving(frozenset({task.name for task in list(actor.held)[:1]})))
        elif fate == "fails":
            actor.words.append(DeviceLost("an illegal memory access"))
            self.dies(actor, Exit(70))
        elif fate == "hangs":
            self.clock.now += 60.0
        elif fate == "too late" and actor.recalled:  # it had begun what was taken back
            actor.words.append(done(self.tasks[actor.recalled.pop()]))

    def dies(self, actor: Actor, how: Exit) -> None:
        if actor.held and actor.held[0].one_by_one:
            self.work.begun[actor.name] = self.chance.choice(actor.held[0].takes).id
        actor.words.append(how)


def ends(world: World, stage: Stage, tasks: list[ShardTask]) -> tuple[list[ShardDone], list[ShardLost], bool]:
    """What is reported, and whether there was nobody left to work."""

    def waiting() -> Iterator[ShardTask | None]:
        for task in tasks:
            while world.chance.random() < 0.2:
                yield None
            yield task

    world.boss = Foreman(stage, hung=300.0)
    finished, lost = list[ShardDone](), list[ShardLost]()
    try:
        for event in world.boss.run(world.work, waiting()):  # type: ignore[arg-type]
            if isinstance(event, ShardDone):
                finished.append(event)
            elif event is not None:
                lost.append(event)
    except DeviceError:
        return finished, lost, True
    return finished, lost, False


@settings(max_examples=300)
@given(seed=st.integers(0, 1 << 32), shards=st.integers(1, 9), size=st.integers(1, 3), halts=st.integers(-60, 60))
def test_each_shard_is_reported_once_whatever_becomes_of_workers(seed: int, shards: int, size: int, halts: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        clock, chance = Clock(), Random(seed)
        for module in ("foreman", "hands", "blame"):
            patch.setattr(f"synthgen.crew.{module}.time", clock)
        tasks = [shard(i, size) for i in range(shards)]
        world = World(chance, chance.randrange(80), tasks, clock)
        world.halts = halts
        stage = Stage([f"gpu{i % 3}" for i in range(chance.randint(1, 4))], world.play)
        finished, lost, nobody = ends(world, stage, tasks)
    names = [event.name for event in finished]
    assert len(names) == len(set(names)) and set(names) <= {task.name for task in tasks}
    if not nobody and halts < 0:
        assert sorted(names) == [task.name for task in tasks]
    for event in lost:
        assert event.task is None or event.task.poisoned <= {take.id for take in event.task.takes}
    for actor in stage.there.values():
        held = {task.name for task in actor.held}
        assert held <= set(names) or nobody or halts >= 0, "the run has ended before its workers have"
