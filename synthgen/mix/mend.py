"""A row of any known shape as a row of LLaVA's: repaired where that changes nothing of what it says, else refused.

Every rule is one that some trainer breaks without a word: it masks all answers of the row, or shifts the pictures of
its neighbours.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from synthgen.kit.conversations import TAG
from synthgen.kit.validate import faults_of
from synthgen.mix.pictures import path_fault
from synthgen.mix.rows import Row
from synthgen.types import Turn

ROLES = {"human": "human", "user": "human", "gpt": "gpt", "assistant": "gpt", "system": "system"}
PAIRS = (("question", "answer"), ("instruction", "output"))
"""Keys of formats that hold one turn."""
OURS = ("id", "image", "conversations")


class BadRow(ValueError):
    """Why a row cannot be taken, in a few words, and what of it."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.detail = detail


@dataclass(frozen=True)
class Mended:
    row: dict[str, Any]
    """As LLaVA reads it."""
    repairs: tuple[str, ...]
    """What is not as it was; a change of format alone is none."""
    view: Row


@dataclass(frozen=True)
class Rules:
    """What the trainer takes."""

    pictures: int = 1
    """Of a row, at most."""
    captions: bool = False
    """One question, one answer and a picture, as stage 1 reads them: it refuses all else in the middle of training."""


def mended(row: Any, fallback_id: str, rules: Rules) -> Mended:
    """The row, with an id of its own if it has none. Raises BadRow."""
    if not isinstance(row, dict):
        raise BadRow("it is no object with keys and values")
    repairs: list[str] = []
    images = _images(row, repairs, rules)
    said, consumed = _said(row)
    said = _in_turns(_told(said, row, repairs), repairs)
    said = _tagged(said, len(images), repairs)
    if rules.captions and len(said) != 2:
        raise BadRow(f"{len(said) // 2} turns; this stage reads 1")
    if rules.captions and not images:
        raise BadRow("no picture; this stage learns of pictures alone")
    rest = {k: v for k, v in row.items() if k not in (*OURS, *consumed)}
    id = row.get("id")
    if not isinstance(id, str | int) or isinstance(id, bool) or id == "":
        id = fallback_id
        repairs.append("it got an id")
    image = {"image": images[0] if len(images) == 1 else images} if images else {}
    turns = tuple(
        Turn(*(part["value"].replace(TAG, "").strip() for part in said[i : i + 2])) for i in range(0, len(said), 2)
    )
    view = Row(str(id), tuple(images), turns, _word(row, "prompt"), _ability(row, images))
    return Mended({"id": id, **image, "conversations": said, **rest}, tuple(repairs), view)


def _word(row: Mapping[str, Any], key: str) -> str:
    return str(row[key]) if isinstance(row.get(key), str) else ""


def _ability(row: Mapping[str, Any], images: list[str]) -> str:
    """As our rows say it; in the published StableLLaVA files it is the folder of the picture."""
    if "question" in row and "prompt" in row and images:
        return images[0].rpartition("/")[0]
    return _word(row, "ability")


def _images(row: Mapping[str, Any], repairs: list[str], rules: Rules) -> list[str]:
    found: list[Any] = []
    for key in ("image", "images"):
        value = row.get(key)
        if value in (None, "", []):
            if key == "image" and key in row:
                repairs.append("an empty image key was left out")
        elif found:
            raise BadRow("it has both image and images")
        else:
            found = value if isinstance(value, list) else [value]
            if key == "image" and isinstance(value, list) and len(value) == 1:
                repairs.append("a list of one picture became that picture")
    for path in found:
        if not isinstance(path, str):
            raise BadRow("its picture is not a path", f"{path!r:.80}")
        if fault := path_fault(path):
            raise BadRow(fault, f"{path!r:.200}")
    if len(found) > rules.pictures:
        raise BadRow(f"more than {rules.pictures} picture{'s' * (rules.pictures > 1)}")
    return found


def _said(row: Mapping[str, Any]) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """What was said, as dicts of from and value, and the keys that it was read from."""
    for key in ("conversations", "messages"):
        if key in row:
            if not isinstance(row[key], list) or not all(isinstance(part, dict) for part in row[key]):
                raise BadRow(f"{key} is no list of objects")
            return [_part(part) for part in row[key]], (key, "images", "system")
    for asked, answered in PAIRS:
        if asked in row and answered in row:
            question = "\n".join(row[key] for key in (asked, "input") if isinstance(row.get(key), str) and row[key])
            said = [*_before(row), {"from": "human", "value": question}, {"from": "gpt", "value": row[answered]}]
            return said, (
                asked,
                answered,
                "images",
                "system",
                *(["input", "history"] if asked == "instruction" else []),
            )
    raise BadRow("it has no dialogue", f"its keys are {printable(', '.join(row)):.200}")


def _before(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The turns before an instruction, which Alpaca's format keeps under a key of their own."""
    history = row.get("history") if "instruction" in row else None
    if history and not (isinstance(history, list) and all(isinstance(t, list) and len(t) == 2 for t in history)):
        raise BadRow("its history is no list of questions with their answers")
    return [
        {"from": who, "value": what} for turn in history or () for who, what in zip(("human", "gpt"), turn, strict=True)
    ]


def _part(part: Mapping[str, Any]) -> dict[str, Any]:
    who, what = part.get("from", part.get("role")), part.get("value", part.get("content"))
    if who not in ROLES:
        raise BadRow(f"only {', '.join(ROLES)} can speak", f"{who!r:.80}")
    rest = {k: v for k, v in part.items() if k not in ("from", "value", "role", "content")}
    return {"from": ROLES[str(who)], "value": what, **rest}


def _told(said: list[dict[str, Any]], row: Mapping[str, Any], repairs: list[str]) -> list[dict[str, Any]]:
    """Instructions of a system are put in front of the first question: LLaVA knows no such role."""
    told = [row["system"]] if row.get("system") else []
    if said and said[0]["from"] == "system":
        told, said = [*told, said[0]["value"]], said[1:]
    first = next((i for i, part in enumerate(said) if part["from"] == "human"), None)
    if told and first is not None:
        if not all(isinstance(text, str) for text in (*told, said[first]["value"])):
            raise BadRow("a system text or a question is not text")
        value = "\n\n".join([*told, said[first]["value"]])
        said = [*said[:first], said[first] | {"value": value}, *said[first + 1 :]]
        repairs.append("the system text was put in front of the first question")
    return said


def _in_turns(said: list[dict[str, Any]], repairs: list[str]) -> list[dict[str, Any]]:
    """human, gpt, human, gpt, ... with a text each."""
    if said and said[0]["from"] == "gpt":
        said = said[1:]
        repairs.append("an answer before the first question was cut")
    if len(said) % 2 and said[-1]["from"] == "human":
        said = said[:-1]
        repairs.append("a last question without an answer was cut")
    if not said:
        raise BadRow("it has no question with an answer")
    if [part["from"] for part in said] != ["human", "gpt"] * (len(said) // 2):
        raise BadRow("question and answer do not take turns")
    for part in said:
        who = "question" if part["from"] == "human" else "answer"
        if not isinstance(part["value"], str):
            raise BadRow(f"{who}: not text", f"{part['value']!r:.80}")
        if TAG in part["value"] and who == "answer":
            raise BadRow(f"answer: holds {TAG}")
        faults = faults_of(part["value"].replace(TAG, ""))
        if faults and (faults[0] != "empty" or TAG not in part["value"]):
            raise BadRow(f"{who}: {faults[0]}")
    return said


def _tagged(said: list[dict[str, Any]], pictures: int, repairs: list[str]) -> list[dict[str, Any]]:
    """One tag per picture."""
    tags = sum(part["value"].count(TAG) for part in said)
    if tags == pictures:
        return said
    if not pictures:
        raise BadRow(f"it holds {TAG}, but names no picture")
    if tags == 0:
        repairs.append(f"{TAG} was put in front of the first question")
        return [said[0] | {"value": f"{TAG}\n" * pictures + said[0]["value"]}, *said[1:]]
    if pictures > 1:
        raise BadRow(f"{pictures} pictures, but {tags} {TAG}")
    repairs.append(f"{TAG} more than once for one picture: the first stays")
    first = next(i for i, part in enumerate(said) if TAG in part["value"])
    return [part | {"value": _without(part["value"], keep=i == first)} for i, part in enumerate(said)]


def _without(text: str, keep: bool) -> str:
    """The text without its tags, but for the first."""
    head, tag, rest = text.partition(TAG) if keep else ("", "", text)
    return head + tag + rest.replace(TAG + "\n", "").replace("\n" + TAG, "").replace(TAG, "")


def load(data: bytes) -> Any:
    """The JSON value of some bytes. Raises BadRow."""
    try:
        return json.loads(data.decode(), parse_constant=_no_constant)
    except RecursionError as e:
        raise BadRow("it is nested too deeply") from e
    except ValueError as e:
        raise BadRow("it is no JSON", str(e)) from e


def printable(text: str) -> str:
    """Without what a terminal could take for a command, or cannot show."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")
