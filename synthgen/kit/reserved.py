"""Keywords that are kept for the benchmark: no training sample is ever about one of them."""

from synthgen.kit.hashes import stable_hash
from synthgen.kit.words import content_words, singular

SHARE = 5
"""One keyword of so many is reserved."""


def is_reserved(ability: str, keyword: str) -> bool:
    """By hash of its words in the singular, so that it holds for every list that a keyword may ever stand in."""
    plain = " ".join(singular(word) for word in content_words(keyword))
    return int(stable_hash(["reserved", ability, plain])[:8], 16) % SHARE == 0
