"""A script for the test server: a writer that repeats itself, whatever it is asked to think of.

What it says depends on the order alone, so that runs that share a server, or one that is killed, can be compared.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import partial
from random import Random
from typing import Any

from tests.chat_server import Answer, Body, Script, completion
from tests.writers import CARE, good, order_of, writing

SCENES = ({"place": "beach", "light": ["soft light", "bright colors"]}, {"place": "forest", "light": ["warm light"]})
"""Where it puts everything."""
FAVORITES = ("dog", "cat", "red balloon")
"""What it comes back to when it was asked for something else."""
USUAL = "((dog)), beach, soft light"


def repeating(share: float, seed: int, script: Script = writing) -> Script:
    """A share of the replies, 0 to 1, says again what an earlier one said; the rest is up to `script`.

    Half of the repeats are word for word; prompts of the others have other words of care, and all in another order,
    dialogues a word more. A sixth is about one of the favorites, or the usual keywords, though another was ordered.
    """
    return partial(_repeating, share, seed, script)


def _repeating(share: float, seed: int, script: Script, body: Body, number: int) -> Answer:
    order = order_of(body)
    luck = _drawn(seed, order)
    if luck.random() >= share:
        return script(body, number)
    reply = json.loads(good(_asking(_usual(order, luck))))
    if luck.random() < 0.5:
        reply = _nearly(reply, luck)
    return 200, completion(json.dumps(reply))


def _usual(order: Mapping[str, Any], luck: Random) -> Mapping[str, Any]:
    """The order that it answers instead: one of a few for each subject, or for each head and kind of dialogue."""
    stray = luck.random() < 1 / 6
    if "keywords" not in order:
        subject = luck.choice(FAVORITES) if stray else order["subject"]
        kept = {name: order[name] for name in ("person", "age", "skin") if name in order}
        attributes = [] if stray else order.get("attributes", [])
        return {"subject": subject, "attributes": attributes, **kept, **_drawn(subject).choice(SCENES)}
    keywords = USUAL if stray else order["keywords"].partition(",")[0]
    same = {name: order[name] for name in ("kind", "turns", "forms", "answers", "language") if name in order}
    return same | {"keywords": keywords, "facts": []}


def _nearly(reply: dict[str, Any], luck: Random) -> dict[str, Any]:
    if "turns" not in reply:
        return reply | {"quality": luck.sample(CARE, 2), "light": luck.sample(reply["light"], len(reply["light"]))}
    *before, last = reply["turns"]
    return reply | {"turns": [*before, last | {"answer": last["answer"].removesuffix(".") + ", indeed."}]}


def _asking(order: Mapping[str, Any]) -> Body:
    return {"messages": [{"role": "user", "content": json.dumps(order)}]}


def _drawn(*what: object) -> Random:
    return Random(hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest())
