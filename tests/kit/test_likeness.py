from collections import Counter
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.kit.likeness import cosines, nearest, vendi

TEXTS = st.lists(
    st.lists(st.sampled_from(["owl", "fox", "red", "in", "a", "forest", "beach"]), max_size=7).map(" ".join), min_size=2
)


def by_hand(texts: list[str]) -> list[list[float]]:
    """TF-IDF written out, pair by pair."""
    docs = []
    for text in texts:
        words = text.split()
        docs.append(Counter(words + [f"{a}_{b}" for a, b in zip(words, words[1:], strict=False)]))
    n = len(docs)
    idf = {t: log((1 + n) / (1 + sum(t in d for d in docs))) + 1 for d in docs for t in d}
    vectors = [{t: c * idf[t] for t, c in d.items()} for d in docs]
    length = [sum(v * v for v in vector.values()) ** 0.5 for vector in vectors]
    return [
        [
            1.0 if i == j else sum(a[t] * b.get(t, 0) for t in a) / (length[i] * length[j] or 1)
            for j, b in enumerate(vectors)
        ]
        for i, a in enumerate(vectors)
    ]


@given(TEXTS)
def test_cosines_are_those_that_one_gets_by_hand(texts: list[str]) -> None:
    assert np.allclose(cosines(texts), by_hand(texts), atol=1e-5)


def test_texts_without_a_common_word_are_not_alike_and_equal_ones_are_the_same() -> None:
    alike = cosines(["a red owl", "two foxes", "A red OWL."])
    assert alike[0, 2] == pytest.approx(1) and alike[0, 1] == 0


def test_a_text_without_words_is_like_nothing_but_itself() -> None:
    assert np.array_equal(cosines(["", "...", "owl"]), np.eye(3))


def test_the_nearest_other_is_never_the_text_itself() -> None:
    assert nearest(cosines(["an owl", "two foxes"])) == 0
    assert nearest(cosines(["an owl", "an owl", "two foxes"])) == pytest.approx(2 / 3)


@pytest.mark.parametrize(("groups", "size"), [(1, 5), (4, 1), (4, 5), (20, 3)])
def test_the_vendi_score_of_even_groups_is_their_number(groups: int, size: int) -> None:
    texts = [f"word{g}" for g in range(groups) for _ in range(size)]
    assert vendi(cosines(texts)) == pytest.approx(groups, rel=1e-4)


@given(TEXTS)
def test_the_vendi_score_lies_between_one_and_the_number_of_texts(texts: list[str]) -> None:
    assert 0.999 <= vendi(cosines(texts)) <= len(texts) + 1e-6


def test_the_vendi_score_of_two_texts_follows_from_their_cosine() -> None:
    alike = np.array([[1, 0.6], [0.6, 1]])
    assert vendi(alike) == pytest.approx(np.exp(-0.8 * log(0.8) - 0.2 * log(0.2)))
