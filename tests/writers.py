"""Scripts for the test server: a writer of good replies, all kinds of bad ones, and faults of the line in between.

`writing` is a script, `badly(...)` and `faults(...)` make one. All can be pickled for a server in a process of its
own. The good writer is a pure function of the order that it gets, so that what two runs keep can be compared.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from random import Random
from typing import Any, get_args

from synthgen.kit.near import apart
from synthgen.kit.patterns import blanks_of, expand, fits, sentence
from synthgen.kit.prompt_text import PEOPLE, QUALITY, compile_text, heads, keywords
from synthgen.kit.seen import SEEN, may_be_seen
from synthgen.kit.words import with_article
from synthgen.renderer.sketch import Sketch
from synthgen.types import Fields, Prompt
from tests.chat_server import Answer, Body, Fate, Say, Script, completion, error

CARE = sorted(word for word in QUALITY if "detail" in word or word in ("4k", "8k", "hdr", "sharp focus", "masterpiece"))
ASKS = (
    "What does the (picture|image) show?",
    "What can you see in this (picture|image)?",
    "What is shown here?",
    "Describe the (picture|image) in one sentence.",
    "Please tell me what this (picture|image) shows.",
    "What is this a (picture|image) of?",
    "How would you describe what is shown?",
    "Give a short caption for this (picture|image).",
    "What do we see here?",
    "Which words would sum up this (picture|image)?",
)
SAYS = (
    "the (picture|image) shows {a_subject}[ {where}]",
    "(it is|this is) a (picture|image) of {a_subject}[ {where}]",
    "{a_subject} can be seen[ {where}]",
    "(you see|we see|one sees) {a_subject}[ {where}]",
    "here we have {a_subject}[ {where}]",
    "what is shown is {a_subject}[ {where}]",
    "it shows {a_subject}[ {where}][, in {light}]",
    "{a_subject}[ {where}] (is the subject of|fills) (this|the) (picture|image)",
)
MORE = (
    "the (picture|whole picture|image|scene) is shown in {light}",
    "it is set {where}",
    "the scene takes place {where}",
    "all of it is {medium}",
    "it was made as {medium}",
)
REASONS = (
    (
        "Would this (picture|image) suit an article about {subjects}? Why?",
        "(Yes|It would), because it shows {a_subject}",
    ),
    (
        "What would a fitting title be, and why?",
        'A title with "{subject}" fits, because the (picture|image) shows just that',
    ),
    ("If this (picture|image) were mirrored, what would stay the same?", "It would still show {a_subject}[ {where}]"),
    ("Could it be a (picture|image) of {other}? Explain.", "(No|It could not): it shows {a_subject}, not {other}"),
)
GERMAN_TURNS = (
    ("Was ist auf diesem Bild zu sehen?", "Auf dem Bild sieht man {}, und zwar genau so, wie man es erwarten würde."),
    ("Kannst du mir noch mehr dazu sagen?", "Man erkennt außerdem sehr gut, wo sich das befindet: {}."),
    ("Was fällt dir sonst noch auf?", "Das Licht und die Farben passen hier gut zusammen: {}."),
    ("Gibt es noch etwas, das wichtig ist?", "Die Umgebung ist ganz besonders schön dargestellt: {}."),
    ("Und was ist mit dem Rest?", "Alles andere wurde schon in den vorigen Antworten beschrieben: {}."),
)
"""What the good writer says for a translation, around the English answer."""
FURTHER = (
    "What else can you tell me?",
    "Anything else?",
    "Is there more to say about it?",
    "And beside that?",
    "Go on.",
)
PRECISE = {
    "yes": ("Is {a_subject} shown here?", ("yes", "yes, the (picture|image) shows {a_subject}")),
    "no": ("Is this {other}?", ("no", "no, this is not {other}, it is {a_subject}")),
    "wh": ("What is shown (here|in the (picture|image))?", ("{a_subject}", "the (picture|image) shows {a_subject}")),
    "right first": ("Is this {a_subject} or {other}?", ("{a_subject}", "this is {a_subject}")),
    "right second": ("Is this {other} or {a_subject}?", ("{a_subject}", "this is {a_subject}")),
}
"""Form of a question -> the question, and its answer: in a word or two, in a sentence."""
ABSENT = ("giraffe", "submarine", "helicopter", "piano", "octopus", "lighthouse", "rocket", "camel", "tractor", "pizza")
ABSENT_ITEMS = ("submarine", "piano", "lighthouse", "octopus", "pizza", "cactus")
ITEMS = {
    "yes": ("Does the picture show {a_right}?", "Yes, it shows {a_right}."),
    "no": ("Does the picture show {an_other}?", "No, it does not show {an_other}."),
    "wh": ("What does the picture show?", "The picture shows {a_right}."),
    "right first": ("Does the picture show {a_right} or {an_other}?", "It shows {a_right}."),
    "right second": ("Does the picture show {an_other} or {a_right}?", "It shows {a_right}."),
}
"""Form of an item -> its question, and its answer."""
LIGHT = re.compile(r"\b(?:light(?! skin)|lighting|colors|shadows)\b")
MEDIUM = re.compile(
    r"photo|paint|drawing|illustration|artwork|watercolor|cartoon|mosaic|cutout|stained glass|sketch|pixel|embroider"
)


def writing(body: Body, number: int) -> Answer:
    """The script of a server whose model is never wrong."""
    return 200, completion(good(body))


def good(body: Body) -> str:
    """The JSON of a good reply to one of our requests: parts of a prompt that `sketch` can draw, or a dialogue."""
    order = order_of(body)
    rng = Random(json.dumps(order, sort_keys=True))
    return json.dumps(_dialogue(order, rng) if "keywords" in order else _prompt(order, rng))


def order_of(body: Body) -> Mapping[str, Any]:
    """The last JSON object of the request's first message from the user. Raises ValueError if there is none."""
    text = next(message["content"] for message in body["messages"] if message["role"] == "user")
    if not isinstance(text, str):
        text = "\n".join(part["text"] for part in text if part["type"] == "text")
    decoder = json.JSONDecoder()
    for start in reversed([match.start() for match in re.finditer(r"\{", text)]):
        try:
            found, _ = decoder.raw_decode(text, start)
        except ValueError:
            continue
        if "subject" in found or "keywords" in found:
            return dict(found)
    raise ValueError(f"no order in {text!r}")


def _prompt(order: Mapping[str, Any], rng: Random) -> Mapping[str, Any]:
    """The parts of the order, less those that cannot be drawn together."""
    parts = Fields(
        subject=order["subject"],
        attributes=_all(order, "attributes"),
        person=order.get("person", ""),
        age=order.get("age", ""),
        skin=order.get("skin", ""),
        place=order.get("place", ""),
        companions=_all(order, "companions"),
        light=_all(order, "light"),
        medium=order.get("medium", ""),
        quality=tuple(rng.sample(CARE, 2)),
    )
    return _drawable(parts)


@lru_cache(maxsize=10_000)
def _drawable(parts: Fields) -> Mapping[str, Any]:
    names = (
        "attributes",
        "count",
        "person",
        "age",
        "skin",
        "relation",
        "place",
        "companions",
        "light",
        "medium",
        "quality",
    )
    kept = Fields(parts.subject)
    for name in names:
        changed = replace(kept, **{name: getattr(parts, name)})
        if Sketch().undrawable(Prompt("", changed, compile_text(changed))) is None:
            kept = changed
    return {"subject": kept.subject} | {name: _plain(getattr(kept, name)) for name in names}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _all(order: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(order.get(name) or ())


def _dialogue(order: Mapping[str, Any], rng: Random) -> Mapping[str, Any]:
    """Says what the keywords say, in ever other words."""
    words = keywords(order["keywords"])
    place, medium, light = (
        next(filter(known, words), "") for known in (SEEN.__contains__, MEDIUM.search, LIGHT.search)
    )
    person = next((word for text in words for word in text.split()[-1:] if word in PEOPLE), "")
    head = heads(order["keywords"])[0]
    blanks = blanks_of(
        Fields(head, person=person, place=place, light=(light,) if light else (), medium=medium), "thing"
    )
    absent = [f"a {word}" for word in ABSENT if apart(word, head) and not may_be_seen(place, word)] or ["a unicorn"]
    blanks |= {"other": rng.choice(absent)}

    def say(*patterns: str) -> str:
        return sentence(expand(rng.choice([p for p in patterns if fits(p, blanks)]), blanks, rng))

    if order["kind"] == "item":
        return _item(order, blanks | {"other": rng.choice([one for one in ABSENT_ITEMS if apart(one, head)])})
    turns, kind = [(order.get("question") or say(*ASKS), say(*SAYS))], order["kind"]
    claims = [("subject", head, "")]
    more = [pattern for pattern in MORE if fits(pattern, blanks)] or ["{a_subject} is all that matters here"]
    if kind == "conversation":
        rng.shuffle(more)
        asks = rng.sample(FURTHER, k=5)
        turns += [(say(ask), say(pattern)) for ask, pattern in zip(asks, more[: int(order["turns"]) - 1], strict=False)]
    elif kind == "detail":
        facts = [sentence(fact) for fact in _all({"facts": order.get("facts")}, "facts")][:2]
        turns = [(turns[0][0], " ".join([turns[0][1], say(*more), *facts]))]
    elif kind == "reasoning":
        question, answer = rng.choice([pair for pair in REASONS if fits(" ".join(pair), blanks)])
        turns = [(sentence(expand(question, blanks, rng)), sentence(expand(answer, blanks, rng)))]
    elif kind == "vqa":
        brief = order["answers"] == "a word or two"
        turns = [(say(ask), say(answer[not brief])) for ask, answer in (PRECISE[form] for form in order["forms"])]
    elif kind == "negative":
        question = say("Where is {other}?", "Why does the (picture|image) show {other}?", "What color is {other}?")
        turns = [(question, say("this is not {other}; (the picture|it) shows {a_subject}"))]
    elif kind == "counterpart":
        turns = [(turns[0][0], say("nothing is unusual here: the (picture|image) shows {a_subject}[ {where}]"))]
    if place and any(blanks["where"] in answer for _, answer in turns):
        claims.append(("place", head, place))
    return _as_reply(turns, claims, GERMAN_TURNS if "language" in order else ())


def _item(order: Mapping[str, Any], blanks: Mapping[str, str]) -> Mapping[str, Any]:
    """A question about the head, as a thing that is shown."""
    form, right, other = order["form"], blanks["subject"], blanks["other"]
    ask, answers = ITEMS[form]
    others = [one for one in ABSENT_ITEMS if apart(one, right)][:3]
    named = {"a_right": blanks["a_subject"], "an_other": with_article(other)}
    said = {"style": order["style"], "question": ask.format(**named)}
    words = {"accept": [right], "refuse": [other] if form[0] == "r" else [], "options": others}
    return said | {"answer": answers.format(**named)} | words


def _as_reply(
    turns: Sequence[tuple[str, str]], claims: Sequence[tuple[str, str, str]], german: Sequence[tuple[str, str]] = ()
) -> Mapping[str, Any]:
    said = [{"question": question, "answer": answer} for question, answer in turns]
    if german:
        english = [{"english_question": question, "english_answer": answer} for question, answer in turns]
        said = [
            one | {"question": q, "answer": a.format(one["english_answer"].rstrip("."))}
            for one, (q, a) in zip(english, german, strict=False)
        ]
    return {
        "turns": said,
        "claims": [{"type": type, "subject": subject, "value": value} for type, subject, value in claims],
    }


# bad replies ---------------------------------------------------------------------------------------------------------

BAD = (
    *("fenced", "prose", "cut off", "cut in half", "ends too early", "refusal", "refusal in words", "filtered"),
    *("no choices", "null", "blank", "german", "chinese", "duplicate", "wrong fields", "missing fields"),
    *("extra fields", "empty message", "echo"),
)
"""`fenced` and `prose` hold a good reply; the first `duplicate` and the first `echo` are in order, if they fit."""
SORRY = "I'm sorry, but I can't help with that."
GERMAN = (("roter Luftballon", "Strand"), ("blauer Regenschirm", "Stadtpark"), ("gelbes Fahrrad", "Wohnzimmer"))
CHINESE = (("红色气球", "海滩"), ("蓝色雨伞", "公园"), ("黄色自行车", "客厅"))


def bad(kind: str, body: Body) -> Answer:
    """One of the `BAD` ways to answer a request of ours; each but `duplicate` and `echo` depends on the request."""
    order, text = order_of(body), good(body)
    reply: dict[str, Any] = json.loads(text)
    of_dialogue, rng = "keywords" in order, Random(text)
    if kind == "fenced":
        return 200, completion(f"```json\n{text}\n```")
    if kind == "prose":
        return 200, completion(f"Sure! Here is what you asked for:\n\n{text}\n\nLet me know if I should change it.")
    if kind == "cut off":
        return 200, completion(text, finish="length")
    if kind in ("cut in half", "ends too early"):
        return 200, completion(text[: len(text) // 2], finish="length" if kind == "cut in half" else "stop")
    if kind == "refusal":
        return 200, completion(None, refusal=SORRY)
    if kind == "refusal in words":
        return 200, completion(SORRY)
    if kind == "filtered":
        return 200, completion("", finish="content_filter")
    if kind == "no choices":
        return 200, {**completion(""), "choices": []}
    if kind in ("null", "blank"):
        return 200, completion(None if kind == "null" else " \n\t ")
    if kind == "wrong fields":
        reply = {"messages": [text]} if of_dialogue else {"prompt": text}
    elif kind == "missing fields":
        reply.pop("turns" if of_dialogue else "subject")
    elif kind == "extra fields":
        reply |= {"comment": "I hope this is what you wanted.", "confidence": 0.9}
    elif of_dialogue:
        reply = _bad_dialogue(kind, heads(order["keywords"])[0], rng)
    else:
        reply |= _bad_parts(kind, rng)
    return 200, completion(json.dumps(reply, ensure_ascii=False))


def _bad_dialogue(kind: str, head: str, rng: Random) -> dict[str, Any]:
    """In form, but not about the picture, or not in English. Raises KeyError for a kind that is none."""
    turns = {
        "german": (
            "Was ist auf diesem Bild zu sehen?",
            f"Auf dem Bild sieht man deutlich {head}, und im Hintergrund liegt eine ruhige Landschaft.",
        ),
        "chinese": ("这张图片展示了什么?", f"这张图片展示了{head}，背景是一个安静而美丽的地方。"),
        "duplicate": ("What does the picture show?", "It shows a red balloon that somebody let go of on a wide beach."),
        "empty message": (
            "What is shown?",
            rng.choice(("", "I see. ")) + "Your message is empty, so what should I say?",
        ),
        "echo": ("What is in the picture?", "The painting shows a paper kite on a hill."),
    }
    return dict(_as_reply([turns[kind]], [("subject", head, "")]))


def _bad_parts(kind: str, rng: Random) -> dict[str, Any]:
    """Parts of a prompt in the place of the good ones. Raises KeyError for a kind that is none."""
    none = {
        "attributes": [],
        "person": "",
        "age": "",
        "skin": "",
        "place": "",
        "companions": [],
        "light": [],
        "medium": "",
        "quality": [],
    }
    (german, strand), (chinese, beach) = rng.choice(GERMAN), rng.choice(CHINESE)
    parts: dict[str, dict[str, Any]] = {
        "german": {"subject": german, "place": strand, "light": ["warmes Licht"]},
        "chinese": {"subject": chinese, "place": beach, "light": ["柔和的光"]},
        "duplicate": {"subject": "red balloon", "place": "beach", "light": ["soft light"]},
        "empty message": {"subject": "your message is empty"},
        "echo": {
            **{"subject": "paper kite", "place": "hill", "light": ["warm light"]},
            **{"medium": "gouache painting", "quality": ["sharp focus"]},
        },
    }
    return none | parts[kind]


def badly(share: float, seed: int, kinds: Sequence[str] = BAD, script: Script = writing) -> Script:
    """A share of the requests, 0 to 1, gets a bad reply, of kinds as often as each other; the rest is up to `script`.

    The same request gets the same reply whenever it comes. One that says more, as a repair does, is drawn anew.
    """
    return partial(_badly, share, seed, tuple(kinds), script)


def _badly(share: float, seed: int, kinds: Sequence[str], script: Script, body: Body, number: int) -> Answer:
    rng = _drawn(seed, json.dumps(body["messages"], sort_keys=True))
    return bad(rng.choice(kinds), body) if rng.random() < share else script(body, number)


# faults of the line --------------------------------------------------------------------------------------------------

OVERLOADED = "The engine is currently overloaded, please try again later."
FAULTS: Mapping[str, Say] = {
    "500": error(500, "The server had an error while processing your request.", "server_error"),
    "502": Say(502, "<html><body><h1>502 Bad Gateway</h1></body></html>", {"Content-Type": "text/html"}),
    "503": error(503, OVERLOADED),
    "429": error(429, "Rate limit reached.", "rate_limit_exceeded"),
    "429 after": error(429, "Rate limit reached.", "rate_limit_exceeded", {"Retry-After": "0.05"}),
    "429 ms": error(429, "Rate limit reached.", "rate_limit_exceeded", {"retry-after-ms": "50"}),
    "503 after": error(503, OVERLOADED, headers={"Retry-After": "0.05"}),
    **{fate: Say(fate=fate) for fate in get_args(Fate) if fate != "answer"},
}
"""Each passes: the same request may be answered next time. hang and stall last until the client has had enough."""


def faults(share: float, seed: int, kinds: Sequence[str] = tuple(FAULTS), script: Script = writing) -> Script:
    """A share of the requests, 0 to 1, drawn by their number, comes to nothing, in ways as often as each other."""
    return partial(_faulty, share, seed, tuple(kinds), script)


def _faulty(share: float, seed: int, kinds: Sequence[str], script: Script, body: Body, number: int) -> Answer:
    rng = _drawn(seed, number)
    if rng.random() >= share:
        return script(body, number)
    fault = FAULTS[rng.choice(kinds)]
    # what is cut is a good answer: half of it must not be taken for the whole
    return fault if fault.fate == "answer" else fault._replace(body=Say(*script(body, number)).body)


def slow(seconds: float, script: Script = writing) -> Script:
    """Answers so much later; as many requests at a time as come."""
    return partial(_slow, seconds, script)


def _slow(seconds: float, script: Script, body: Body, number: int) -> Answer:
    said = Say(*script(body, number))
    return said._replace(delay=said.delay + seconds)


def _drawn(*what: object) -> Random:
    return Random(hashlib.sha256(repr(what).encode()).hexdigest())
