"""Statements whose verdict is known."""

import re
from random import Random

from eval_bench.keywords import verdict_of
from synthgen.kit.hashes import seed_of
from synthgen.kit.words import with_article

ATTENTION = 40


def statements(sample, pool, said, *, form, calibration, seed, reference):
    rng = Random(seed_of(seed, "known"))
    inside = {item.id for item in sample}
    items = list(pool)
    rng.shuffle(items)
    items.sort(key=lambda item: item.id in inside)
    found = []
    for item in items:
        if len(found) == calibration + ATTENTION:
            break
        pair = _pair(item)
        if not pair:
            continue
        kind = "calibration" if len(found) < calibration else "attention"
        right = (len(found) + seed) % 2
        if form == "sides":
            texts = pair if right else pair[::-1]
            found.append((item, texts, ((), ()), kind, "first" if right else "second"))
        else:
            found.append((item, (pair[1 - right],), ((),), kind, str(right)))
    return found


def _pair(item):
    if item.style == "yes_no":
        wrong = "No." if item.accept == ("yes",) else "Yes."
    else:
        if not item.refuse:
            return None
        phrase = next((w for w in item.accept if re.search(rf"\b{re.escape(w)}\b", item.answer)), "")
        wrong = (
            item.answer.replace(f"a {phrase}", with_article(item.refuse[0])).replace(phrase, item.refuse[0])
            if phrase
            else ""
        )
    if wrong and verdict_of(item, item.answer)[0] == "right" and verdict_of(item, wrong)[0] == "wrong":
        return item.answer, wrong
    return None
