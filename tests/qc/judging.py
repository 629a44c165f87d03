"""A judge behind a server on this machine that knows what is true, and pictures to be asked about."""

import json
import math
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from synthgen.build import build
from synthgen.config import compose
from synthgen.kit.pictures import encode
from synthgen.qc.judge import Judge
from synthgen.types import Claim, Dialogue, Fields, Picture, Prompt, Turn
from tests.chat_server import Answer, Body, Script, completion

CAR = Prompt("color-000000007", Fields("red car", ("red",), place="park"), "((red car)), park")
RED, PARK = Claim("colour", "car", "red"), Claim("place", "car", "park")


def statement_of(body: Body) -> str:
    """What a request asks about: the second line of its last text."""
    return str(body["messages"][-1]["content"][-1]["text"]).splitlines()[1]


def shown_in(body: Body) -> str:
    """The picture of a request, in base64."""
    return str(body["messages"][-1]["content"][0]["image_url"]["url"]).partition(",")[2]


def answer(yes: float, logprobs: bool = True) -> Answer:
    """What a server says that is so sure of yes; without log-probabilities it says the likelier word."""
    said = "yes" if yes >= 0.5 else "no"
    body: Any = completion(json.dumps({"answer": said}))
    if logprobs:
        both = [{"token": word, "logprob": math.log(max(p, 1e-9))} for word, p in (("yes", yes), ("no", 1 - yes))]
        first = {"token": '{"answer":"', "logprob": -0.01, "top_logprobs": []}
        word = {
            "token": said,
            "logprob": math.log(max(yes, 1 - yes)),
            "top_logprobs": [*both, {"token": "the", "logprob": -9}],
        }
        body["choices"][0]["logprobs"] = {"content": [first, word, {"token": '"}', "logprob": 0, "top_logprobs": []}]}
    return 200, body


def knowing(true: Callable[[str], bool], logprobs: bool = True) -> Script:
    """A judge that says yes to what is true."""
    return lambda body, number: answer(0.95 if true(statement_of(body)) else 0.05, logprobs)


def judge(url: str, **options: Any) -> Judge:
    """As conf/qc/judge.yaml has it, with options changed."""
    node = _node()
    server = {**node["llm"], "model": "tiny", "base_url": url, "api_key_env": None, **options.pop("llm", {})}
    return build({**node, **options, "llm": server}, "qc.judge", Judge)


@cache
def _node() -> Mapping[str, Any]:
    node: Mapping[str, Any] = compose(["qc=[judge]"]).qc["judge"]
    return node


def picture(id: str = CAR.id, shade: int = 90) -> Picture:
    """Of one color, a wide one."""
    import numpy as np

    data = encode(np.full((300, 600, 3), shade, np.uint8), "png")
    return Picture(id, data, "png", 600, 300, f"{shade:064d}", 1)


def dialogue(*claims: Claim, id: str = CAR.id) -> Dialogue:
    turns = tuple(Turn("What do you see?", f"It shows {claim.value or claim.subject}.") for claim in claims)
    return Dialogue(id, "vqa", turns, claims)
