"""`qc.vqascore`: a local model that answers questions about pictures is asked what the prompt says, and a foil of each.

    score of a claim = P(yes | picture, claim) - P(yes | picture, foil)

P(yes) is read off the first token of the answer: VQAScore (Lin et al., Evaluating Text-to-Visual Generation with
Image-to-Text Generation, 2024), here as the share P(yes) / (P(yes) + P(no)), so that a model with a liking for other
words still counts. It measures in the worker, before anybody writes: what it confirms, a dialogue may say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from PIL import Image
from pydantic import Field

from synthgen.checks import Batch, Graded
from synthgen.interfaces import Download
from synthgen.kit.foils import QUESTION, Pair, figures, pairs
from synthgen.kit.options import Size
from synthgen.kit.pictures import decoded
from synthgen.kit.pretrained import Pretrained
from synthgen.kit.statements import claims_of
from synthgen.types import Device, Pixels, Prompt, Score, Vocabulary

OPTION = "qc.vqascore.model"
SPELLINGS = ("{}", " {}", "{}.", "\n{}")


@dataclass(frozen=True)
class VqaScore(Graded):
    """Any model that transformers loads as image-text-to-text: LLaVA, Qwen-VL, SmolVLM, InstructBLIP, ...

    `open` raises UsageError, in one line, for one that does not load or cannot be asked.
    """

    model: str | None
    """A folder, or owner/name@commit on the hub; None: nothing is measured."""
    side: Size
    """Longest side of the picture that it sees, in pixels."""
    at_once: Size
    """Questions that it is asked together."""
    confirms: Annotated[float, Field(ge=-1, le=1)]
    reads: ClassVar[Literal["picture", "dialogue"]] = "picture"
    ranks: ClassVar[str] = "score"
    figure: ClassVar[str] = "score"
    faults: ClassVar[Mapping[str, str]] = {"score": "not what was asked for"}
    operational: ClassVar[frozenset[str]] = frozenset({"at_once"})

    def preflight(self) -> list[str]:
        if self.model is None:
            return [*super().preflight(), f"{OPTION}: nothing to measure with; pass {OPTION}=..., or ~qc.vqascore"]
        return [*super().preflight(), *Pretrained(OPTION, self.model).mistakes()]

    def downloads(self) -> list[Download]:
        return [] if self.model is None else Pretrained(OPTION, self.model).downloads()

    def open(self, device: Device) -> None:
        super().open(device)
        if self.model is not None:
            vars(self)["_asked"] = _Asked(Pretrained(OPTION, self.model), device)

    def close(self) -> None:
        vars(self).pop("_asked", None)
        super().close()

    def measure(self, batch: Batch) -> list[Score]:
        if self.model is None:
            return [Score(picture.id, "vqascore", {"score": None}) for picture in batch.pictures]
        found = [self._pairs(prompt, batch.vocabularies) for prompt in batch.prompts]
        pixels = [None if one is None else self._small(one) for one in decoded(batch)]
        asked = [
            (i, text)
            for i, some in enumerate(found)
            for text in dict.fromkeys(text for pair in some for text in (pair.statement, pair.foil))
            if pixels[i] is not None
        ]
        yes: list[dict[str, float]] = [{} for _ in found]
        for start in range(0, len(asked), self.at_once):
            some_asked = asked[start : start + self.at_once]
            shares = vars(self)["_asked"].yes([pixels[i] for i, _ in some_asked], [text for _, text in some_asked])
            for (i, text), share in zip(some_asked, shares, strict=True):
                yes[i][text] = share
        return [
            Score(
                prompt.id, "vqascore", {**figures(some, said, self.confirms), "confirmed": self._confirmed(some, said)}
            )
            for prompt, some, said in zip(batch.prompts, found, yes, strict=True)
        ]

    def facts(self, score: Score, prompt: Prompt) -> Sequence[str]:
        return str(score.values.get("confirmed") or "").splitlines()

    def _pairs(self, prompt: Prompt, words: Mapping[str, Vocabulary]) -> list[Pair]:
        return pairs(claims_of(prompt.fields), prompt, words.get(prompt.id.rpartition("-")[0], Vocabulary(())))

    def _confirmed(self, some: Sequence[Pair], yes: Mapping[str, float]) -> str:
        there = [pair for pair in some if pair.statement in yes and pair.foil in yes]
        return "\n".join(p.statement for p in there if yes[p.statement] - yes[p.foil] >= self.confirms)

    def _small(self, pixels: Pixels) -> Image.Image:
        image = Image.fromarray(pixels)
        image.thumbnail((self.side, self.side), Image.Resampling.BICUBIC)
        return image


class _Asked:
    """A model that is open."""

    def __init__(self, model_of: Pretrained, device: Device) -> None:
        import torch
        from transformers import AutoModelForImageTextToText, AutoProcessor

        self._torch, self._place = torch, f"cuda:{device.index}" if device.kind == "cuda" else device.kind
        folder = model_of.folder()
        with model_of.loading("cannot ask it"):
            self._processor: Any = AutoProcessor.from_pretrained(folder)
            dtype = "auto" if device.kind == "cuda" else torch.float32
            model = AutoModelForImageTextToText.from_pretrained(folder, dtype=dtype, use_safetensors=True)
            self._model: Any = model.to(self._place).eval()
            self._processor.tokenizer.padding_side = "left"  # so that the last place of each row is its next token
            if self._processor.tokenizer.pad_token is None:
                self._processor.tokenizer.pad_token = self._processor.tokenizer.eos_token
            self._words = {word: self._tokens(word) for word in ("yes", "no")}
            self.yes([Image.fromarray(np.full((32, 32, 3), 128, np.uint8))], ["The picture is gray."])

    def _tokens(self, word: str) -> list[int]:
        """The tokens that an answer of this word can begin with, if they are the whole word."""
        encode = self._processor.tokenizer.encode
        spelled = [s.format(w) for s in SPELLINGS for w in (word, word.capitalize(), word.upper())]
        rows = [encode(text, add_special_tokens=False) for text in spelled]
        found = sorted({row[0] for row in rows if len(row) == 1 and row[0] != self._processor.tokenizer.unk_token_id})
        if not found:
            raise ValueError(f"its tokenizer has no token for {word!r}")
        return found

    def yes(self, pictures: Sequence[Image.Image], statements: Sequence[str]) -> list[float]:
        """P(yes) / (P(yes) + P(no)) of the first token of each answer."""
        torch = self._torch
        texts = [self._question(QUESTION.format(statement=text)) for text in statements]
        given = self._processor(images=list(pictures), text=texts, return_tensors="pt", padding=True)
        with torch.inference_mode():
            out = self._model.generate(
                **given.to(self._place, self._model.dtype),
                max_new_tokens=1,
                do_sample=False,
                output_logits=True,
                return_dict_in_generate=True,
            )
        likely = out.logits[0].float().log_softmax(-1)
        yes, no = (likely[:, self._words[word]].logsumexp(-1) for word in ("yes", "no"))
        return [float(share) for share in (yes - no).sigmoid().cpu()]

    def _question(self, text: str) -> str:
        """As the model was taught to be asked; a processor without a template puts the picture in by itself."""
        if not getattr(self._processor, "chat_template", None):
            return text
        content = [{"type": "image"}, {"type": "text", "text": text}]
        asked = [{"role": "user", "content": content}]
        return str(self._processor.apply_chat_template(asked, add_generation_prompt=True, tokenize=False))
