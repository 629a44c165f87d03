"""What an item asks about although it is not so tells nothing of the answer."""

from collections import Counter
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

from abilities.base import WordAbility
from eval_bench.__main__ import main
from eval_bench.benchmark import Benchmark, load
from eval_bench.generated.candidates import surely_not
from eval_bench.keywords import verdict_of
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.kit.reserved import is_reserved

ABILITIES = ("animal", "color", "clothes", "hair", "style", "joke")
ALL = (*ABILITIES, "plant", "vehicle", "food", "furniture", "profession", "scene", "action")


def whole(name: str) -> WordAbility:
    ability = build_run(compose([f"ability={name}"])).abilities[name]
    assert isinstance(ability, WordAbility)
    return ability


def words_of(ability: str) -> set[str]:
    groups = yaml.safe_load(Path(f"conf/ability/{ability}.yaml").read_text())["groups"].values()
    return {word for group in groups for word in group["subjects"]}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Benchmark:
    folder = tmp_path_factory.mktemp("candidates")
    small = ["renderer.size=128", "engine.workers=1", f"outputs={folder}", "n=10"]
    assert main(["build", "generated", f"ability=[{','.join(ABILITIES)}]", *small]) == 0
    return load(folder / "generated")


def test_its_own_reference_is_right_and_each_other_word_is_wrong(built: Benchmark) -> None:
    for item in built.items:
        assert verdict_of(item, item.answer)[0] == "right", item
        for word in item.refuse:
            assert verdict_of(item, word)[0] == "wrong", (item, word)
        for word in set(item.options) - set(item.accept):
            assert verdict_of(item, word)[0] != "right", (item, word)


def test_words_of_wrong_candidates_are_right_elsewhere(built: Benchmark) -> None:
    """No word is known as one that is asked about in vain: all are subjects, of the same set as the right one."""
    for item in built.items:
        if item.style == "either_or" and item.ability not in ("joke", "color"):
            known = {word.lower(): word for word in words_of(item.ability)}
            assert set(item.refuse) <= set(known), item
            if item.ability == "animal":  # hair and style reserve too few to stay among themselves
                assert all(is_reserved("animal", known[word]) is item.held_out for word in item.refuse), item


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL)
def test_what_an_ability_says_of_its_subjects_is_about_its_subjects(name: str) -> None:
    ability = whole(name)
    words, item = {*words_of(name), *ability.colours}, ability.item
    assert {*item["unsure"], *item["also"], *(word for row in item["alike"] for word in row)} <= words
    for subject in ability.subjects[:40]:
        left = surely_not(ability, subject, item["also"].get(subject, ()), ability.subjects)
        assert subject not in left
        assert name in ("color", "joke") or len(left) >= 3, subject


def test_no_word_is_wrong_most_of_the_time(built: Benchmark) -> None:
    """One who knows how often a word is wrong in the others of its ability guesses no better than a coin."""
    asked: Counter[tuple[str, str]] = Counter()
    plain = [item for item in built.items if item.style == "either_or" and item.ability not in ("joke", "color")]
    for item in plain:
        asked.update((item.ability, word) for word in item.refuse)
    assert max(asked.values()) <= 2


def test_the_card_names_no_folder_and_says_what_need_not_be_published(built: Benchmark) -> None:
    card = (built.folder / "README.md").read_text()
    assert str(built.folder) not in card and "`run/`" in card


def test_an_ability_of_another_kind_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eval_bench.generated.examined.WordAbility", type("Other", (), {}))
    assert main(["build", "generated", "ability=color", "n=2", f"outputs={tmp_path}"]) == 2
    assert "is no WordAbility" in capsys.readouterr().err
