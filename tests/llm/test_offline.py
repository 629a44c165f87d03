from pathlib import Path

import pytest

from synthgen.build import Run, build_run
from synthgen.config import compose, options
from synthgen.desk import RunDesk
from synthgen.plan import Planner
from synthgen.types import Dialogue, Prompt, Reply

ABILITIES = sorted(set(options("ability")) - {"all"})


@pytest.fixture(scope="module")
def run() -> Run:
    return build_run(compose(["ability=all"]))


def written(run: Run, name: str, count: int, folder: Path) -> list[tuple[Prompt, Dialogue]]:
    planner, desk, found = Planner(run.abilities[name], seed=3), RunDesk(folder), []
    for index in range(count):
        slot = planner.slot(index)
        (reply,) = run.llm.complete([planner.ability.ask_prompt(slot)], desk)
        assert isinstance(reply, Reply)
        prompt = planner.ability.read_prompt(slot, reply)
        assert isinstance(prompt, Prompt), prompt
        (said,) = run.llm.complete([planner.ability.ask_dialogue(slot, prompt, ())], desk)
        assert isinstance(said, Reply)
        dialogue = planner.ability.read_dialogue(slot, prompt, said)
        assert isinstance(dialogue, Dialogue), dialogue
        found.append((prompt, dialogue))
    return found


@pytest.mark.parametrize("name", ABILITIES)
def test_it_writes_only_what_the_renderer_can_draw_and_says_it_cleanly(run: Run, name: str, tmp_path: Path) -> None:
    found = written(run, name, 150, tmp_path)
    for prompt, dialogue in found:
        assert run.renderer.undrawable(prompt) is None, prompt.text
        assert prompt.text.startswith("((") and prompt.negative
        for turn in dialogue.turns:
            for text in (turn.question, turn.answer):
                assert text and not set("{}[]()|") & set(text), text
                assert "  " not in text and text[0] == text[0].upper()
                assert " a a" not in text and " an b" not in text, text
    assert len({prompt.text for prompt, _ in found}) == len(found)


@pytest.mark.parametrize("name", ABILITIES)
def test_a_claim_is_about_what_the_prompt_says(run: Run, name: str, tmp_path: Path) -> None:
    for prompt, dialogue in written(run, name, 60, tmp_path):
        said = prompt.text.lower()
        assert dialogue.claims[0].type == "subject"
        assert all(claim.value.lower() in said for claim in dialogue.claims), (said, dialogue.claims)


def test_the_same_slot_gives_the_same_words(run: Run, tmp_path: Path) -> None:
    assert written(run, "joke", 20, tmp_path) == written(run, "joke", 20, tmp_path)


@pytest.mark.parametrize("name", ABILITIES)
def test_at_least_fifteen_subjects_of_every_ability_can_be_drawn(run: Run, name: str) -> None:
    assert len(run.abilities[name].subjects) >= 15


def test_the_joke_is_explained(run: Run, tmp_path: Path) -> None:
    for prompt, dialogue in written(run, "joke", 100, tmp_path):
        answer = dialogue.turns[0].answer
        assert "{why}" not in answer and len(answer.split()) >= 8, (prompt.text, answer)
