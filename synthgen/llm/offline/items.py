"""An item of a benchmark: one question about the one topic that it is given, and by what answers to it are marked."""

from dataclasses import asdict
from typing import Any

from synthgen.llm.offline.turns import Nothing, Writer
from synthgen.types import Form

STYLES = {"yes": "yes_no", "no": "yes_no", "wh": "wh", "right first": "either_or", "right second": "either_or"}


def item(writer: Writer, form: Form) -> dict[str, Any]:
    """The reply to an order for an item. Raises Nothing where the prompt says too little."""
    key = writer.material.key
    if key is None or not writer.material.topics:
        raise Nothing("the prompt says too little of what is asked about")
    topic = writer.head
    match form:
        case "yes":
            said = writer.yes(topic)
        case "no":
            said = writer.no(topic, plain=True)
        case "wh":
            said = writer.open(topic)
        case _:
            said = writer.choose(topic, form == "right first")
    return {"style": STYLES[form], **asdict(said.turn), **asdict(key)}
