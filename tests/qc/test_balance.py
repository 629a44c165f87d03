"""No head comes up more than twice as often as the mean, wherever the walk ends."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.null import NullAbility
from synthgen.measure import Samples
from synthgen.qc.balance import Balance
from synthgen.select import Candidate, Selection
from synthgen.types import Dialogue, Fields, Prompt, Turn
from tests.doubles import picture

CHECK = Balance(2.0, "reject")


def candidate(i: int, head: str) -> Candidate:
    id = f"a-{i:09d}"
    prompt, dialogue = Prompt(id, Fields(head), f"(({head}))"), Dialogue(id, "describe", (Turn("What?", "That."),))
    (score,) = CHECK.measure(Samples([prompt], [], [dialogue]))
    return Candidate(id, prompt, picture(id), dialogue, {"balance": score})


def kept(heads: list[str], planned: int, *, factor: float = 2.0, verbatim: bool = False, share: int = 1) -> list[str]:
    """The heads that are kept, of an ability that plans so many."""
    ability = NullAbility(subjects=tuple(map(str, range(planned))))
    selection = Selection(len(heads), {"balance": Balance(factor, "reject")}, ability, verbatim, share)
    good = [head for i, head in enumerate(heads) if selection.offer(candidate(i, head))]
    assert {reject.reason for reject in selection.rejects} <= {"head too often"}
    return good


@given(
    st.integers(1, 30).flatmap(lambda v: st.tuples(st.just(v), st.lists(st.integers(0, v - 1), max_size=300))),
    st.sampled_from([1.0, 1.5, 2.0, 3.0]),
)
def test_whatever_comes_no_head_exceeds_its_share_of_the_mean_at_any_end(
    case: tuple[int, list[int]], factor: float
) -> None:
    planned, heads = case
    good = kept([f"head {head}" for head in heads], planned, factor=factor)
    for end in range(1, len(good) + 1):
        counts = Counter(good[:end])
        assert max(counts.values()) <= factor * end / len(counts)


def test_an_even_plan_loses_nothing() -> None:
    heads = [f"head {i}" for i in range(40)]
    rounds = [head for turn in range(10) for head in Random(turn).sample(heads, 40)]
    assert kept(rounds, 40) == rounds


def test_a_writer_that_clings_to_one_head_is_stopped() -> None:
    heads = [head for i in range(200) for head in (f"head {i % 40}", "head 7")]
    good = Counter(kept(heads, 40))
    assert good["head 7"] == max(good.values()) <= 2 * good.total() / len(good)


def test_case_and_number_make_no_other_head() -> None:
    assert kept(["Red Fox", "red foxes", "red fox", "owl"], 40) == ["Red Fox", "red foxes", "owl"]


def test_pictures_of_one_prompt_count_once() -> None:
    heads = ["fox"] * 9
    assert len(kept(heads, 40, share=3)) == 6
    assert len(kept(heads, 40)) == 2


def test_texts_that_existed_are_kept_as_they_are() -> None:
    assert len(kept(["fox"] * 9, 40, verbatim=True)) == 9


def test_the_reject_says_which_head_and_how_often() -> None:
    selection = Selection(9, {"balance": CHECK}, NullAbility(subjects=tuple("abcdefgh")), verbatim=False)
    for i, head in enumerate(["fox", "owl", "fox", "fox"]):
        selection.offer(candidate(i, head))
    (reject,) = selection.rejects
    assert (reject.stage, reject.reason, reject.detail) == ("select", "head too often", "fox: kept 2 times, of 3")


@pytest.mark.parametrize("head, expected", [("Blue Bananas", "blue banana"), ("penguin driving a car",) * 2])
def test_the_head_is_stored_as_it_is_counted(head: str, expected: str) -> None:
    assert candidate(0, head).scores["balance"].values == {"head": expected}
