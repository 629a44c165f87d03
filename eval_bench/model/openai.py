"""`model=openai`: a vision-language model behind a server that speaks OpenAI's chat completions.

    python -m eval_bench answer items=benchmarks/real model=openai model.llm.model=gpt-5-mini budget.usd=2
    python -m eval_bench answer items=benchmarks/real model=vllm model.llm.base_url=http://gpu:8000/v1

The picture goes first, as a data URL, then the question. No form is demanded: the answer is in the model's own words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from PIL import Image
from pydantic import BaseModel

from eval_bench.asking import said
from eval_bench.interfaces import Model
from eval_bench.types import Answer, Question
from synthgen.errors import SynthgenError
from synthgen.interfaces import LLM, Desk
from synthgen.kit.hashes import sha256, stable_hash
from synthgen.kit.options import Size
from synthgen.types import Fields, Message, PicturePart, Reply, Request, Slot


@dataclass(frozen=True)
class OpenAI(Model):
    """Replies are kept in the folder's journal before anybody reads them: nothing that arrived is paid twice."""

    llm: LLM
    """Has to see pictures."""
    side: Size | None

    def describe_yourself(self) -> str:
        return self.llm.describe_yourself()

    @property
    def bills(self) -> Literal["nothing", "dollars", "unknown"]:
        return self.llm.bills

    def identity(self) -> Mapping[str, str]:
        """Of the server's options, those that change answers, each by its name; where an answer is cut off, too."""
        limit = {"llm.max_tokens": str(vars(self.llm).get("max_tokens"))}
        return {"side": str(self.side), **{f"llm.{k}": v for k, v in self.llm.identity().items()}, **limit}

    def preflight(self) -> list[str]:
        lacks = [_own(line) for line in self.llm.preflight()]
        if self.llm.collects or self.llm.composes or self.llm.verbatim:
            lacks.append("model.llm: name a vision-language model behind a server that answers at once")
        return lacks

    def answer(self, questions: Iterable[Question], desk: Desk) -> Iterator[tuple[Question, Answer]]:
        flying: dict[str, Question] = {}
        try:
            for reply in self.llm.complete(self._requests(questions, flying), desk):
                question = flying.pop(reply.id)
                if isinstance(reply, Reply):
                    figures = {name: getattr(reply, name) for name in ("finish", "tokens_in", "tokens_out", "usd")}
                    yield question, said(question, reply.text, **figures, seconds=reply.seconds)
                else:
                    told = f"{reply.reason}: {reply.detail}" if reply.detail else reply.reason
                    yield question, said(question, failed=_own(told), finish="")
        except SynthgenError as e:
            raise type(e)(_own(str(e))) from e

    def _requests(self, questions: Iterable[Question], flying: dict[str, Question]) -> Iterator[Request]:
        """`flying`: where a question waits for its answer, by the id that its request bears."""
        for question in questions:
            item, picture = question.item, question.picture and self._small(question.picture)
            seen = sha256(picture.data) if picture else ""
            id = f"{item.id}/{question.of}" if picture else item.id
            flying[id] = question
            slot = Slot(id, item.ability, 0, 0, 0, item.head, Fields(item.head))
            parts = (picture, question.text) if picture else (question.text,)
            key = stable_hash(["answer", id, question.text, seen])
            yield Request(key, "answer", slot, (Message("user", parts),), BaseModel)

    def _small(self, picture: PicturePart) -> PicturePart:
        with Image.open(BytesIO(picture.data)) as image:
            if self.side is None or max(image.size) <= self.side:
                return picture
            small = image.convert("RGB")
        small.thumbnail((self.side, self.side), Image.Resampling.BICUBIC)
        file = BytesIO()
        small.save(file, "PNG")
        return PicturePart(file.getvalue(), "png")


def _own(message: str) -> str:
    """What a model says of its options, said of this one's."""
    return re.sub(r"(?<![\w.])llm(?=[.=])", "model.llm", message).replace("model.llm=", "model=")
