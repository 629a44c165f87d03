"""Workers that do nothing by themselves: a test says what they say, and sees what they were given."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from synthgen.crew.hands import Exit, Fleet, Hand, Ready, Recall, Said, Told
from synthgen.shards import ShardDone, ShardTask, Work
from synthgen.types import Take
from tests.doubles import prompt


def shard(number: int, size: int = 2) -> ShardTask:
    ids = [f"null-{i:09d}" for i in range(number * size, (number + 1) * size)]
    return ShardTask(ids[0], "null", tuple(Take(id, 0, prompt(id), 7) for id in ids))


def done(task: ShardTask) -> ShardDone:
    return ShardDone(task.name, len(task.takes), len(task.takes), 1.0)


class Actor(Hand):
    def __init__(self, name: str, place: str) -> None:
        super().__init__(name, place, "here")
        self.words: list[Said | Exit] = []
        self.given: list[str] = []
        self.recalled: list[str] = []
        self.ended = False

    def send(self, told: Told) -> None:
        if isinstance(told, ShardTask):
            self.given.append(told.name)
        elif isinstance(told, Recall):
            self.recalled.append(told.name)

    def said(self) -> Iterator[Said]:
        while self.words:
            word = self.words.pop(0)
            if isinstance(word, Exit):
                self.exit = word
            else:
                yield word

    def end(self, patience: float) -> None:
        self.ended = True


@dataclass
class Stage(Fleet):
    """`places`: of the workers; `play`: called instead of waiting, with all workers that there ever were."""

    places: Sequence[str]
    play: Callable[["Stage"], None]
    actors: list[Actor] = field(default_factory=list)
    there: dict[int, Actor] = field(default_factory=dict)
    looks: int = 0

    def open(self, work: Work) -> None:
        pass

    def hire(self, work: Work, out: Collection[str]) -> Iterator[Hand]:
        for seat, place in enumerate(self.places):
            if seat not in self.there and place not in out:
                actor = Actor(f"w{len(self.actors)}", place)
                actor.words.append(Ready())
                self.actors.append(actor)
                self.there[seat] = actor
                yield actor

    def wait(self, hands: Sequence[Hand], seconds: float) -> Sequence[Hand]:
        self.looks += 1
        assert self.looks < 500, "the play has no end"
        self.play(self)
        return [hand for hand in hands if cast(Actor, hand).words]

    def bury(self, hand: Hand) -> None:
        self.there = {seat: actor for seat, actor in self.there.items() if actor is not hand}

    def close(self, hands: Sequence[Hand]) -> None:
        pass


@dataclass
class Noted:
    """Work of which nobody does anything but look up what a dead worker had begun."""

    begun: dict[str, str] = field(default_factory=dict)
    root: Path = Path()

    def started(self, worker: str) -> str | None:
        return self.begun.get(worker)
