"""Who is shown whose picture in the pass with swapped pictures."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from eval_bench.swapping import fits, swapped
from tests.eval_bench.items import item


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["x", "y", "z", ""])), max_size=30), st.integers(0, 9)
)
def test_nobody_gets_a_picture_of_his_own_head_or_ability(cells: list[tuple[str, str]], seed: int) -> None:
    items = [item(i, ability=ability, head=head) for i, (ability, head) in enumerate(cells)]
    found, by_id = swapped(items, seed), {one.id: one for one in items}
    assert all(fits(by_id[id], by_id[other]) and id != other for id, other in found.items())
    assert len(set(found.values())) == len(found)
    assert found == swapped(list(reversed(items)), seed)
    for ability in "abc":
        group = [one for one in items if one.ability == ability]
        heads = [one.head or one.id for one in group]
        most = max(map(heads.count, heads), default=0)
        # a head that is more than half of an ability leaves out what it has too many of
        assert sum(one.id in found for one in group) == min(len(group), 2 * (len(group) - most))


def test_items_about_one_photograph_never_swap_it_among_themselves() -> None:
    same = [replace(item(i, head=f"head {i}"), sha256="one") for i in range(3)]
    other = replace(item(3, head="head 3"), sha256="two")
    assert set(swapped(same, 0)) == set()
    found = swapped([*same, other], 0)
    assert found[other.id] in {one.id for one in same} and other.id in found.values()


def test_another_seed_swaps_otherwise() -> None:
    items = [item(i, head=f"head {i}") for i in range(20)]
    assert swapped(items, 0) != swapped(items, 1)
