from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

import numpy as np
import pytest

from bench.null import NullAbility
from synthgen.checks import Batch, Check
from synthgen.interfaces import Ability
from synthgen.kit.hashes import colour_signature, phash
from synthgen.qc.duplicate import Duplicate
from synthgen.qc.readable import Readable
from synthgen.select import Candidate, Selection
from synthgen.types import Dialogue, Fields, Pixels, Prompt, Reject, Score, Turn
from tests.doubles import picture

RULE = Duplicate(3, 8, 0.8, 0.9, 12, "reject")


def noise(seed: int) -> Pixels:
    coarse = np.random.default_rng(seed).integers(0, 256, (16, 16, 3), np.uint8)
    return coarse.repeat(16, 0).repeat(16, 1)


def candidate(i: int, text: str, pixels: Pixels | None = None, answer: str = "A thing.", **fields: str) -> Candidate:
    id = f"a-{i:09d}"
    shown = noise(i) if pixels is None else pixels
    look = {"phash": f"{phash(shown[..., 0]):016x}", "signature": colour_signature(shown).hex()}
    made = Prompt(id, replace(Fields("thing"), **fields), text)  # type: ignore[arg-type]
    dialogue = Dialogue(id, "describe", (Turn("What is it?", answer),))
    return Candidate(id, made, picture(id), dialogue, {"duplicate": Score(id, "duplicate", look)})


def reasons(candidates: list[Candidate], verbatim: bool = False, share: int = 1) -> list[str]:
    selection = Selection(100, {"duplicate": RULE}, NullAbility(), verbatim, share)
    for one in candidates:
        selection.offer(one)
    assert len(selection.kept) + len(selection.rejects) == len(candidates)
    return [reject.reason for reject in selection.rejects]


def test_different_pictures_and_words_are_all_kept() -> None:
    assert reasons([candidate(i, f"((thing)), word{i}, place{i}, light{i}") for i in range(5)]) == []


def test_the_same_picture_of_the_same_head_is_a_duplicate() -> None:
    one, two = candidate(0, "((thing)), a, b, c", noise(9)), candidate(1, "((thing)), d, e, f", noise(9))
    assert reasons([one, two]) == ["duplicate picture"]


@pytest.mark.parametrize("step, expected", [(6, ["duplicate picture"]), (12, [])])
def test_a_picture_within_eight_levels_is_a_duplicate_and_one_beyond_is_not(step: int, expected: list[str]) -> None:
    base = (noise(9) // 2 + 40).astype(np.uint8)
    lighter = (base + step).astype(np.uint8)
    assert reasons([candidate(0, "((thing)), a, b, c", base), candidate(1, "((thing)), d, e, f", lighter)]) == expected


def test_the_same_picture_of_another_head_or_another_asked_for_attribute_is_contrast() -> None:
    one = candidate(0, "((thing)), a, b, c", noise(9))
    other_head = candidate(1, "((owl)), d, e, f", noise(9), subject="owl")
    other_place = candidate(2, "((thing)), g, h, i", noise(9), place="beach")
    assert reasons([one, other_head, other_place]) == []


def test_prompts_that_share_most_words_are_duplicates_unless_they_are_meant_to() -> None:
    same = [candidate(i, "((thing)), a, b, c, d") for i in range(2)]
    assert reasons(same) == ["duplicate prompt"]
    assert reasons(same, share=2) == []
    assert reasons(same, verbatim=True) == []


def test_long_dialogues_that_say_the_same_are_duplicates_and_short_ones_are_not() -> None:
    long = "It is a small red balloon that floats over a quiet and wide beach."
    texts = ["((thing)), a, b, c", "((thing)), d, e, f"]
    assert reasons([candidate(i, t, answer=long) for i, t in enumerate(texts)]) == ["duplicate dialogue"]
    assert reasons([candidate(i, t, answer="A red one.") for i, t in enumerate(texts)]) == []


def test_of_texts_that_existed_only_pictures_of_one_prompt_are_duplicates() -> None:
    one, two = candidate(0, "((thing)), a", noise(9)), candidate(1, "((thing)), a", noise(9))
    three = candidate(2, "((thing)), b", noise(9))
    assert reasons([one, two, three], verbatim=True) == ["duplicate picture"]


def test_what_was_rejected_does_not_make_a_later_sample_a_duplicate() -> None:
    rejected = Candidate(
        "a-000000000",
        Prompt("a-000000000", Fields("thing"), "((thing)), a, b"),
        Reject("a-000000000", "picture", "undrawable"),
    )
    assert reasons([rejected, candidate(1, "((thing)), a, b")]) == ["undrawable"]


def test_the_same_scene_in_another_order_and_with_other_words_of_care_is_a_duplicate() -> None:
    one = candidate(0, "((red fox)), forest, soft light, oil painting, sharp focus, 4k", subject="red fox")
    two = candidate(1, "((red fox)), soft light, oil painting, forest, masterpiece, hdr, 8k", subject="red fox")
    assert reasons([one, two]) == ["duplicate prompt"]
    assert reasons([one, two], share=2) == [] and reasons([one, two], verbatim=True) == []
    elsewhere = candidate(2, "((red fox)), beach, soft light, oil painting, masterpiece, hdr, 8k", subject="red fox")
    blue = candidate(3, "((blue fox)), forest, soft light, oil painting, award winning", subject="blue fox")
    assert reasons([one, elsewhere, blue]) == []


def test_the_first_n_are_kept_and_what_comes_after_them_is_judged_and_changes_nothing() -> None:
    selection = Selection(2, {"duplicate": RULE}, NullAbility(), verbatim=False)
    some = [candidate(i, f"((thing)), {i}") for i in (0, 1, 2)]
    assert not selection.full
    assert [selection.offer(one) for one in some] == [True, True, True]
    assert not selection.offer(candidate(3, "((thing)), 2")), "a sample beyond n is an earlier one for the next"
    assert selection.full and selection.kept == ["a-000000000", "a-000000001"] and selection.rejects == []


def test_a_missing_score_is_never_a_pass() -> None:
    check = Readable(2.0, 0.99, 2, 0.04, 0.0, None, None, "reject")
    selection = Selection(5, {"readable": check}, NullAbility(), verbatim=False)
    selection.offer(candidate(0, "((thing)), a"))
    selection.offer(replace(candidate(1, "((thing)), b"), picture=None))
    selection.offer(Candidate("a-000000002", Prompt("a-000000002", Fields("x"), "((x))"), picture("a-000000002")))
    assert selection.kept == []
    assert [(r.stage, r.reason) for r in selection.rejects] == [
        ("picture", "not measured"),
        ("picture", "not rendered yet"),
        ("picture", "not measured"),
    ]
    reported = {"readable": replace(check, action="report")}
    assert Selection(5, reported, NullAbility(), verbatim=False).offer(candidate(0, "((thing)), a"))


# a check of one's own that compares ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Lengths(Check):
    """No two kept prompts of the same length."""

    action: Literal["reject", "report"] = "reject"
    reads: ClassVar[Literal["dialogue"]] = "dialogue"

    def measure(self, batch: Batch) -> list[Score]:
        return [Score(prompt.id, "lengths", {"length": float(len(prompt.text))}) for prompt in batch.prompts]

    def walk(self, ability: Ability, verbatim: bool, images_per_prompt: int) -> "Seen":
        return Seen({})


@dataclass
class Seen:
    lengths: dict[object, str]

    def against(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> tuple[str, str] | None:
        twin = self.lengths.get(score.values["length"])
        return ("as long as another", twin) if twin else None

    def keep(self, prompt: Prompt, dialogue: Dialogue, score: Score) -> None:
        self.lengths[score.values["length"]] = prompt.id


def walked(texts: Sequence[str], action: Literal["reject", "report"] = "reject") -> list[tuple[str, str]]:
    """With the check above and that for duplicates."""
    check = Lengths(action)
    selection = Selection(100, {"lengths": check, "duplicate": RULE}, NullAbility(), verbatim=False)
    for i, text in enumerate(texts):
        one = candidate(i, text)
        score = Score(one.id, "lengths", {"length": float(len(text))})
        selection.offer(replace(one, scores={**one.scores, "lengths": score}))
    return [(reject.reason, reject.detail) for reject in selection.rejects]


def test_a_check_of_ones_own_compares_by_one_method() -> None:
    texts = ["((thing)), ab", "((thing)), cd", "((thing)), efg"]
    assert walked(texts) == [("as long as another", "a-000000000")]
    assert walked(texts, "report") == []


def test_what_one_check_lets_pass_and_another_rejects_is_no_earlier_sample_for_either() -> None:
    longer = "((thing)), ab, 4k, 8k"
    assert walked(["((thing)), ab", longer]) == [("duplicate prompt", "a-000000000")]
    assert walked(["((thing)), ab", longer, "((thing)), zz, 4k, 8k"]) == [("duplicate prompt", "a-000000000")]
