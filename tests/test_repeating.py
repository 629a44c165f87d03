"""A writer that repeats itself half of the time: what is kept repeats nothing, and is the same however it is run.

The comparison of all pairs is written here anew, without the package's own.
"""

import json
import pickle
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product
from pathlib import Path
from random import Random

import pyarrow.parquet as pq
import pytest

from synthgen.store import Store
from synthgen.types import Dialogue, Fields, Prompt
from tests.chat_server import Say, fetch_seen, serving_apart
from tests.repeating import repeating
from tests.test_served_runs import exported, killed, run, selected

SCRIPT = repeating(0.5, 4)
MANY = ["ability=animal", "n=1000"]
WILD = [*MANY, "engine.workers=1", "llm.concurrency=7"]


@dataclass(frozen=True)
class Sample:
    id: str
    fields: Fields
    words: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    """Of three words, of a dialogue of 12 or more; else none."""
    hash: int
    colours: bytes


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def samples(folder: Path, ability: str) -> list[Sample]:
    """What was kept, with the figures of its pictures."""
    store = Store(folder / "outputs/run")
    prompts = {row.id: row for row in store.rows("prompts", ability) if isinstance(row, Prompt)}
    dialogues = {row.id: row for row in store.rows("dialogues", ability) if isinstance(row, Dialogue)}
    looks = {row["id"]: row for row in pq.read_table(folder / "outputs/run/scores/duplicate").to_pylist()}
    found = []
    for id in (str(row["id"]) for row in selected(folder) if row["kept"]):
        said = words(" ".join(f"{turn.question} {turn.answer}" for turn in dialogues[id].turns))
        runs = frozenset(zip(said, said[1:], said[2:], strict=False)) if len(said) >= 12 else frozenset()
        look = str(looks[id]["phash"]), str(looks[id]["signature"])
        prompt = prompts[id]
        some = frozenset(words(prompt.text))
        found.append(Sample(id, prompt.fields, some, runs, int(look[0], 16), bytes.fromhex(look[1])))
    return found


def alike(one: Sample, other: Sample) -> Iterator[str]:
    """Why two samples are nearly the same, by the rule."""
    if 5 * len(one.words & other.words) >= 4 * len(one.words | other.words):
        yield "prompt"
    if one.runs and 10 * len(one.runs & other.runs) >= 9 * len(one.runs | other.runs):
        yield "dialogue"
    a, b = (replace(each.fields, quality=()) for each in (one, other))
    if a == b:
        yield "scene"
        near = max(abs(x - y) for x, y in zip(one.colours, other.colours, strict=True)) <= 8
        if near and (one.hash ^ other.hash).bit_count() <= 3:
            yield "picture"


def check(folder: Path, n: int, ability: str) -> None:
    """Exactly n are kept, none nearly repeats another, no head comes too often, and the others fell for a reason."""
    rows = selected(folder)
    assert [row["id"] for row in rows] == [f"{ability}-{i:09d}" for i in range(len(rows))]
    assert all(row["stage"] and row["reason"] for row in rows if not row["kept"])
    found = samples(folder, ability)
    assert len(found) == n
    repeats = [(a.id, b.id, *why) for a, b in combinations(found, 2) if (why := list(alike(a, b)))]
    assert repeats == []
    heads = Counter(sample.fields.subject for sample in found)
    assert max(heads.values()) <= 2 * n / len(heads), heads.most_common(3)
    reasons = Counter(str(row["reason"]) for row in rows if not row["kept"])
    print(f"{n} of {len(rows)} kept, {len(heads)} heads, {heads.most_common(2)}", reasons)
    assert reasons["duplicate prompt"] > n / 20 and reasons["not the ordered subject"] > n / 40, reasons


def test_half_of_its_replies_repeat_a_few_and_each_depends_on_the_order_alone() -> None:
    again = pickle.loads(pickle.dumps(SCRIPT))
    ordered = [(thing, place) for thing in ("fox", "owl", "horse") for place in ("garden", "farm", "park", "city")]
    found = list[tuple[bool, str, str, frozenset[str]]]()
    for number, ((thing, place), light) in enumerate(product(ordered, ("dim light", "golden light", "cool light"))):
        order = {"subject": thing, "place": place, "light": [light], "avoid": [f"{thing}, {place}"]}
        body = {"messages": [{"role": "user", "content": f"Write:\n{json.dumps(order)}"}]}
        said = Say(*SCRIPT(body, number))
        assert Say(*again(body, number + 7)) == said
        assert isinstance(said.body, Mapping)
        reply = json.loads(said.body["choices"][0]["message"]["content"])
        found.append((reply["place"] != place, reply["subject"], reply["place"], frozenset(reply["light"])))
    repeats = [tuple(rest) for repeated, *rest in found if repeated]
    assert len(found) * 0.35 < len(repeats) < len(found) * 0.65 and len(set(repeats)) <= 3 + 3


def test_what_is_kept_of_a_writer_that_repeats_itself_repeats_nothing(tmp_path: Path) -> None:
    with serving_apart(SCRIPT) as url:
        done = run(tmp_path, url, "ability=furniture", "n=120")
    assert done.returncode == 0, done.stderr
    check(tmp_path, 120, "furniture")


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_thousand_samples_repeat_nothing_and_are_the_same_after_kills_and_with_other_workers(tmp_path: Path) -> None:
    luck, kills = Random(8), 0
    with serving_apart(SCRIPT) as url:
        done = run(tmp_path / "calm", url, *MANY, "engine.workers=2")
        assert done.returncode == 0, done.stderr
        for _ in range(4):
            some, moment = luck.randrange(300, 1000), luck.uniform(0, 2)
            kills += killed(tmp_path / "wild", url, *WILD, asked=some, after=moment)
        done = run(tmp_path / "wild", url, *WILD)
        assert done.returncode == 0, done.stderr
        asked = [str(body["messages"][-1]["content"]) for body in fetch_seen(url).bodies]
    assert kills >= 3
    check(tmp_path / "calm", 1000, "animal")
    assert selected(tmp_path / "wild") == selected(tmp_path / "calm")
    assert exported(tmp_path / "wild") == exported(tmp_path / "calm")
    told = [text for text in asked if re.search(r'"avoid": \["', text)]
    assert len(told) > 500, "nobody was told what had been shown"
