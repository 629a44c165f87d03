"""One dialogue whose claims a witness does not confirm: cut, asked again once, or kept as it is."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Literal

import pytest

from synthgen.build import build_run
from synthgen.checks import Batch, Check, Heard, Witness
from synthgen.config import compose
from synthgen.confirming import Draft, Mending, informing, known_of
from synthgen.interfaces import LLM, Ability, Desk
from synthgen.kit.statements import statement
from synthgen.measure import About
from synthgen.plan import Planner
from synthgen.report.preview import Memory, looks
from synthgen.types import Claim, Dialogue, Fields, Known, Prompt, Reject, Reply, Request, Score, Turn
from tests.chat_server import serving
from tests.qc.judging import knowing, picture

TRUSTED = Known(frozenset({"subject", "colour"}))
PARK, BALL, GREEN = (
    Claim("place", "ball", "park"),
    Claim("subject", "green ball", "green ball"),
    Claim("colour", "ball", "green"),
)
TWO = (Turn("What is it?", "It is a green ball."), Turn("Where is it?", "The ball is in a park."))
WRONG: dict[Claim, float | None] = {PARK: 0.1}


@dataclass(frozen=True)
class Told(Witness):
    """Confirms what `margins` does not speak against."""

    confirms: float
    repair: Literal["cut", "rewrite", "reject"] | None
    margins: Mapping[Claim, float | None]
    ended: bool = False
    action: Literal["reject", "report"] = "report"
    reads: ClassVar[Literal["picture", "dialogue"]] = "dialogue"

    def measure(self, batch: Batch) -> list[Score]:
        return []

    def hear(self, batch: Batch) -> list[Heard | None]:
        def one(dialogue: Dialogue) -> Heard | None:
            return None if self.ended else Heard({c: self.margins.get(c, 0.9) for c in dialogue.claims})

        return [one(dialogue) for dialogue in batch.dialogues]


@dataclass(frozen=True)
class Says(LLM):
    """Answers every request with these turns, and remembers what it was asked."""

    turns: tuple[Turn, ...]
    asked: list[Request]
    refuses: bool = False
    ends: bool = False

    def describe_yourself(self) -> str:
        return "says"

    def complete(self, requests: Iterable[Request], desk: Desk) -> Iterator[Reply | Reject]:
        for request in requests:
            self.asked.append(request)
            content = {"turns": [{"question": t.question, "answer": t.answer} for t in self.turns], "claims": []}
            if self.refuses:
                yield Reject(request.slot.id, "dialogue", "refusal")
            elif not self.ends:
                yield Reply(request.key, request.slot.id, json.dumps(content))


@pytest.fixture(scope="module")
def color() -> Ability:
    return build_run(compose(["ability=color"])).abilities["color"]


Mend = Callable[..., list[Dialogue | Reject]]


@pytest.fixture
def mend(color: Ability, tmp_path: Path) -> Mend:
    """What becomes of a conversation about a green ball in a park, or of other turns."""

    def mended(
        witness: Told, llm: LLM | None = None, known: Known | None = None, turns: tuple[Turn, ...] = TWO
    ) -> list[Dialogue | Reject]:
        slot = replace(Planner(color, 0).slot(0), kind="conversation", forms=("wh", "wh"), brief=False)
        prompt = Prompt(slot.id, Fields("green ball", ("green",), place="park"), "((green ball)), park")
        about = known or known_of(TRUSTED, {"judge": witness}, {}, prompt)
        written = Dialogue(slot.id, "conversation", turns, (BALL, PARK))
        mending = Mending(witness, llm or Says((), []), TRUSTED, About(), Memory(tmp_path))
        return list(mending.mended(color, [(Draft(slot, prompt, about, picture(slot.id)), written)]))

    return mended


def test_a_dialogue_that_is_confirmed_stays_as_it_is(mend: Mend) -> None:
    [row] = mend(Told(0.5, "cut", {}))
    assert isinstance(row, Dialogue)
    assert (row.turns, row.claims, row.kind) == (TWO, (BALL, PARK), "conversation")


def test_only_the_turn_that_makes_the_claim_is_cut(mend: Mend) -> None:
    [row] = mend(Told(0.5, "cut", WRONG))
    assert isinstance(row, Dialogue)
    assert (row.turns, row.claims) == (TWO[:1], (BALL,))
    assert row.kind == "describe"  # what is left of a conversation


def test_a_conversation_without_its_opening_is_rejected(mend: Mend) -> None:
    [row] = mend(Told(0.5, "cut", WRONG), turns=TWO[::-1])
    assert isinstance(row, Reject)
    assert (row.reason, row.detail) == ("no turn is left whose claims are confirmed", "place 'park'")


def test_a_margin_of_exactly_the_limit_is_enough(mend: Mend) -> None:
    [row] = mend(Told(0.5, "cut", {PARK: 0.5}))
    assert isinstance(row, Dialogue)
    assert row.turns == TWO


def test_asked_again_the_writer_is_told_what_not_to_say(mend: Mend) -> None:
    writer = Says((Turn("What is it?", "It is a green ball."), Turn("What color is it?", "The ball is green.")), [])
    [row] = mend(Told(0.5, "rewrite", WRONG), writer)
    assert isinstance(row, Dialogue)
    assert len(row.turns) == 2
    assert PARK not in row.claims
    [request] = writer.asked
    said = str(request.messages[-1].parts[0])
    assert '"the picture does not show this: do not say it": ["The scene is in a park."]' in said


def test_what_is_said_again_is_cut(mend: Mend) -> None:
    writer = Says(TWO, [])
    [row] = mend(Told(0.5, "rewrite", WRONG), writer)
    assert isinstance(row, Dialogue)
    assert len(writer.asked) == 1  # once, and no more
    assert [turn.answer for turn in row.turns] == ["It is a green ball."]


def test_where_the_writer_refuses_the_first_dialogue_is_cut(mend: Mend) -> None:
    [row] = mend(Told(0.5, "rewrite", WRONG), Says((), [], refuses=True))
    assert isinstance(row, Dialogue)
    assert row.turns == TWO[:1]


def test_a_run_that_ends_leaves_no_row_behind(mend: Mend) -> None:
    assert mend(Told(0.5, "cut", WRONG, ended=True)) == []
    assert mend(Told(0.5, "rewrite", WRONG), Says((), [], ends=True)) == []


def test_a_claim_that_nobody_answers_stands_only_where_the_renderer_is_trusted_for_it(mend: Mend) -> None:
    [row] = mend(Told(0.5, "cut", {BALL: None}))
    assert isinstance(row, Dialogue)
    assert row.turns == TWO
    [row] = mend(Told(0.5, "cut", {PARK: None}))
    assert isinstance(row, Dialogue)
    assert row.turns == TWO[:1]


def test_a_claim_that_nobody_answers_stands_if_a_check_of_pictures_confirmed_it(mend: Mend) -> None:
    fact = Known(TRUSTED.asserts, ("The scene is in a park.",))
    [row] = mend(Told(0.5, "cut", {PARK: None}), known=fact)
    assert isinstance(row, Dialogue)
    assert row.turns == TWO


@dataclass(frozen=True)
class Seen(Check):
    """A check of pictures that confirms what it stored."""

    action: Literal["reject", "report"] = "report"
    reads: ClassVar[Literal["picture", "dialogue"]] = "picture"

    def measure(self, batch: Batch) -> list[Score]:
        return []

    def facts(self, score: Score, prompt: Prompt) -> list[str]:
        return [str(score.values["seen"])]


def test_what_a_check_confirmed_reaches_the_writer_and_may_be_said(color: Ability) -> None:
    slot = replace(Planner(color, 0).slot(0), kind="describe", forms=(), brief=False)
    prompt = Prompt(slot.id, Fields("green ball", ("green",), place="park"), "((green ball)), park")
    said = json.dumps({"turns": [{"question": "?", "answer": "A green ball is in a park."}], "claims": []})
    reply = Reply("", slot.id, said)
    scores = {"seen": Score(slot.id, "seen", {"seen": "The scene is in a park."})}
    blind, seeing = (known_of(TRUSTED, checks, scores, prompt) for checks in ({}, {"seen": Seen()}))
    assert isinstance(color.read_dialogue(slot, prompt, blind, reply), Reject)
    assert isinstance(color.read_dialogue(slot, prompt, seeing, reply), Dialogue)
    assert '"facts": ["The scene is in a park."]' in str(color.ask_dialogue(slot, prompt, seeing).messages[-1].parts[0])
    assert set(informing({"seen": Seen(), "told": Told(0.5, None, {})})) == {"seen"}


def test_where_nothing_can_be_drawn_no_judge_is_asked_and_dialogues_are_asked_for_all_the_same(tmp_path: Path) -> None:
    with serving(knowing(lambda said: True)) as (url, seen):
        server = [f"qc.judge.llm.base_url={url}", "qc.judge.llm.model=tiny", "qc.judge.llm.api_key_env=null"]
        run = build_run(compose(["ability=color", "qc=[readable,judge]", "renderer.size=64", *server]))
        blind, seeing = (looks(run, 2, Memory(tmp_path), blind) for blind in (True, False))
    assert [look.ask_dialogue and look.ask_dialogue.key for look in blind] == [
        look.ask_dialogue and look.ask_dialogue.key for look in seeing
    ]
    assert all(isinstance(look.dialogue, Dialogue) and "judge" not in look.scores for look in blind)
    assert all(isinstance(look.dialogue, Reject) for look in seeing)  # that judge says yes to everything
    assert seen.bodies


def test_a_fact_that_is_said_needs_no_judge(color: Ability, tmp_path: Path) -> None:
    """The claim check takes the words of a fact for the claim: nobody has to ask for it again."""
    slot = replace(Planner(color, 0).slot(0), kind="describe", forms=(), brief=False)
    prompt = Prompt(slot.id, Fields("ball"), "((ball))")
    known = Known(frozenset({"subject"}), ("The picture shows a red car.", "The scene is in a park."))
    said = json.dumps({"turns": [{"question": "?", "answer": "A ball and a red car are in a park."}], "claims": []})
    row = color.read_dialogue(slot, prompt, known, Reply("", slot.id, said))
    assert isinstance(row, Dialogue)
    assert {statement(claim) for claim in row.claims} == {"The picture shows a ball.", "The car is red.", ""}
    mending = Mending(Told(0.5, "cut", dict.fromkeys(row.claims)), Says((), []), TRUSTED, About(), Memory(tmp_path))
    assert list(mending.mended(color, [(Draft(slot, prompt, known, picture(slot.id)), row)])) == [row]
