"""How alike the texts of a sample are, pair by pair: memory and time grow with the square of their number."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def cosines(texts: Sequence[str]) -> Matrix:
    """The cosine of each pair of texts by their words and pairs of words, rare ones counting more (TF-IDF).

    Term frequency times log((1 + n) / (1 + number of texts that have it)) + 1, as scikit-learn weighs them. What only
    one text has is in its length alone: no product needs it. A text without a word is like nothing but itself.
    """
    counts = [Counter(_terms(text)) for text in texts]
    shared = Counter(term for row in counts for term in row)
    n = len(texts)
    weight = {term: np.log((1 + n) / (1 + many)) + 1 for term, many in shared.items()}
    columns = {term: i for i, term in enumerate(term for term, many in shared.items() if many > 1)}
    matrix = np.zeros((n, len(columns)), np.float32)
    for row, found in zip(matrix, counts, strict=True):
        length = np.sqrt(sum((times * weight[term]) ** 2 for term, times in found.items()))
        for term, times in found.items():
            if term in columns:
                row[columns[term]] = times * weight[term] / length
    alike: Matrix = np.clip(matrix @ matrix.T, 0, 1).astype(np.float64)
    np.fill_diagonal(alike, 1)
    return alike


def nearest(alike: Matrix) -> float:
    """The mean, over all texts, of the similarity to the most similar other: 0 (nothing shared) to 1 (all double)."""
    others = alike.copy()
    np.fill_diagonal(others, 0)
    return float(others.max(axis=1).mean())


def vendi(alike: Matrix) -> float:
    """The number of texts without anything in common that would be as diverse: 1 (all the same) to n.

    The exponential of the entropy of the eigenvalues of K / n (Friedman and Dieng, The Vendi Score, TMLR 2023).
    """
    eigenvalues = np.linalg.eigvalsh(alike / len(alike))
    some = eigenvalues[eigenvalues > 1e-12]
    return float(np.exp(-(some * np.log(some)).sum()))


def _terms(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return words + [f"{a} {b}" for a, b in zip(words, words[1:], strict=False)]
