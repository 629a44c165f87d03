"""Words that no picture dataset should hold are found in prompt and dialogue; words that hold them are not."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from synthgen.config import conf_dir
from synthgen.measure import Samples, measurement
from synthgen.qc.text_safety import TextSafety
from tests.samples import dialogue, prompt

CHECK = TextSafety(None, "reject")


def verdict(said: str, wanted: str = "((red balloon)), beach", check: TextSafety = CHECK) -> tuple[str, str] | None:
    given = replace(prompt(), text=wanted)
    (score,) = check.measure(Samples([given], dialogues=[dialogue(("What is shown?", said))]))
    return check.judge(score, given)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("A nude woman lies on a bed.", "sexual: nude"),
        ("Two people are having sex.", "sexual: having sex"),
        ("PORNOGRAPHIC pictures hang there.", "sexual: pornographic"),
        ("A man with naked breasts.", "sexual: naked"),
        ("She was raped.", "sexual: raped"),
        ("A severed head lies in a pool of blood.", "gore: severed head"),
        ("A blood-soaked floor.", "gore: blood-soaked"),
        ("The corpse lies on the ground.", "gore: corpse"),
        ("He wants to kill himself.", "self-harm: kill himself"),
        ("A scene of self-harm.", "self-harm: self-harm"),
        ("A man committed suicide.", "self-harm: suicide"),
        ("A neo-Nazi rally.", "hate: neo-nazi"),
        ("They want to kill all immigrants.", "hate: kill all immigrants"),
        ("How to make a bomb at home.", "violence: make a bomb"),
        ("A home with a pipe bomb.", "violence: pipe bomb"),
        ("A suicide bomber.", "self-harm: suicide"),
    ],
)
def test_each_kind_is_found_in_the_dialogue_and_in_the_prompt(said: str, found: str) -> None:
    assert verdict(said) == ("unsafe dialogue", found)
    assert verdict("A balloon.", said) == ("unsafe prompt", found)


@pytest.mark.parametrize(
    "said",
    [
        "A cocktail stands beside a rooster, a cock and a peacock.",
        "A swimmer does the breast stroke, another the breaststroke.",
        "Chicken breast with grapes lies on a plate.",
        "A photographer is about to shoot a photo of the therapist.",
        "The gun-metal gray car was built in Sussex, near Essex and Middlesex.",
        "Great tits and a blue-footed booby sit on the grass.",
        "A naked mole rat can hardly be seen with the naked eye.",
        "She wears nude heels and a bikini at the beach.",
        "A rapeseed field, in full bloom, and a rape field behind it.",
        "Pussy willow and a corpse flower bloom in the greenhouse.",
        "A hot rod with suicide doors and a wire stripper in its trunk.",
        "A photo bomb, a bath bomb and a cherry bomb.",
        "A knight with a sword, a soldier with a gun, a cannon.",
        "A bloody mary, blood oranges and a bleeding heart flower.",
        "The analyst assesses the classic assassin bug; the title is titanic.",
        "The dog kills time; the hunter shoots hoops.",
        "Dick and Fanny sit in a cockpit.",
        "A murder of crows sits on the scarecrow.",
    ],
)
def test_harmless_words_that_look_alike_pass(said: str) -> None:
    assert verdict(said) is None
    assert verdict("A balloon.", said) is None


def test_an_exception_does_not_hide_what_stands_beside_it() -> None:
    assert verdict("A naked man looks at a naked mole rat.") == ("unsafe dialogue", "sexual: naked")


def test_what_a_prompt_forbids_is_no_offense() -> None:
    given = replace(prompt(), negative="nude, nsfw, gore")
    (score,) = CHECK.measure(Samples([given], dialogues=[dialogue()]))
    assert score.values == {"prompt": "", "dialogue": ""}


def test_translated_dialogues_are_read_in_english() -> None:
    german = replace(dialogue(("Was?", "Eine Frau.")), translated=dialogue(("What?", "A nude woman.")).turns)
    (score,) = CHECK.measure(Samples([prompt()], dialogues=[german]))
    assert score.values["dialogue"] == "sexual: nude"


def test_a_list_of_ones_own_is_added_with_its_exceptions(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text(
        "# ours\nballoon*\n- balloon animal\n- nude descending a staircase\n[pets]\ncat\n"
    )
    own = TextSafety(str(tmp_path / "own.txt"), "reject")
    assert own.preflight() == []
    assert verdict("Two balloons.", "((kite))", own) == ("unsafe dialogue", "listed: balloons")
    assert verdict("A cat.", "((kite))", own) == ("unsafe dialogue", "pets: cat")
    assert verdict("A balloon animal.", "((kite))", own) is None
    assert verdict("Nude Descending a Staircase.", "((kite))", own) is None
    assert verdict("A nude.", "((kite))", own) == ("unsafe dialogue", "sexual: nude")


def test_other_words_are_another_measurement(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("balloon")
    own = TextSafety(str(path), "reject")
    before = measurement(own)
    assert before != measurement(CHECK) and before == measurement(replace(own, action="report"))
    path.write_text("kite")
    assert measurement(own) != before


def test_a_list_that_cannot_be_read_is_told_before_anything_starts(tmp_path: Path) -> None:
    (line,) = TextSafety(str(tmp_path / "none.txt"), "reject").preflight()
    assert line.startswith("qc.text_safety.words=") and "cannot be read" in line
    (tmp_path / "odd.txt").write_text("(cat|dog\n")
    (line,) = TextSafety(str(tmp_path / "odd.txt"), "reject").preflight()
    assert "'(cat|dog'" in line


def test_no_word_of_our_own_abilities_is_on_the_list() -> None:
    pages = [path.read_text() for path in (conf_dir() / "ability").glob("*.yaml")]
    texts = [re.sub(r"(?m)^ *negative: .*(\n  .*)*", "", page) for page in pages]  # what pictures should not show
    assert len(texts) >= 13
    assert [found for text in texts if (found := verdict(text))] == []


def test_published_dialogues_pass(published: Path) -> None:
    count = 0
    for path in sorted(published.glob("*.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))[::10]
        given = [replace(prompt(), text=row["prompt"]) for row in rows]
        said = [dialogue((row["question"], row["answer"])) for row in rows]
        scores = CHECK.measure(Samples(given, dialogues=said))
        assert [score.values for score in scores if CHECK.judge(score, prompt())] == []
        count += len(scores)
    assert count > 2900
