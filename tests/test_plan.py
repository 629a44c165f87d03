from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bench.null import NullAbility
from synthgen.plan import Planner

MANY = NullAbility(subjects=tuple(f"thing {i}" for i in range(7)))


def test_every_subject_comes_once_before_any_comes_twice() -> None:
    planner = Planner(MANY, seed=3)
    for turn in range(5):
        round_ = [planner.slot(i).subject for i in range(7 * turn, 7 * (turn + 1))]
        assert Counter(round_) == Counter(MANY.subjects)


def test_rounds_differ_in_order_and_seeds_differ_in_all() -> None:
    subjects = [Planner(MANY, seed=3).slot(i).subject for i in range(70)]
    assert subjects[:7] != subjects[7:14]
    assert subjects != [Planner(MANY, seed=4).slot(i).subject for i in range(70)]


@given(st.integers(0, 10**8), st.integers(0, 2**40))
def test_a_slot_depends_on_its_index_and_the_seed_alone(index: int, seed: int) -> None:
    one = Planner(MANY, seed).slot(index)
    assert one == Planner(MANY, seed).slot(index)
    assert one.id == f"null-{index:09d}"
    assert one.seed < 2**63


def test_samples_of_one_prompt_share_its_number_and_not_their_picture_seeds() -> None:
    planner = Planner(MANY, 0, images_per_prompt=3)
    slots = [planner.slot(i) for i in range(6)]
    assert [slot.number for slot in slots] == [0, 0, 0, 1, 1, 1]
    assert len({slot.subject for slot in slots[:3]}) == 1
    from tests.doubles import prompt

    seeds = {planner.takes(prompt(slot.id))[0].seed for slot in slots}
    assert len(seeds) == 6
