"""How likely does a language model find the dialogue? Reported, never a reason to reject: rare is not wrong."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from synthgen.checks import Batch, Check
from synthgen.interfaces import Download
from synthgen.kit.options import Size
from synthgen.kit.pretrained import Pretrained
from synthgen.types import Device, Dialogue, Score, Value

OPTION = "qc.perplexity.model"
IGNORED = -100
"""What PyTorch's cross entropy leaves out."""


@dataclass(frozen=True)
class Perplexity(Check):
    """The mean log-probability of a dialogue's tokens, each given those before it, by a causal language model.

    perplexity = exp(-mean log p). Figures of two models, or of two languages, cannot be compared.
    """

    model: str | None
    """A causal language model of transformers: a folder, or owner/name@commit on the hub. None: not scored."""
    batch: Size
    """Dialogues that it reads together."""
    max_tokens: Size
    """What comes after so many tokens of a dialogue is not read."""
    action: Literal["report"]

    reads: ClassVar[Literal["dialogue"]] = "dialogue"
    operational: ClassVar[frozenset[str]] = frozenset({"batch"})

    def preflight(self) -> list[str]:
        if self.model is None:
            return [f"{OPTION}: nothing to measure with; pass {OPTION}=..., or ~qc.perplexity"]
        return list(self._named(self.model).mistakes())

    def downloads(self) -> list[Download]:
        return [] if self.model is None else self._named(self.model).downloads()

    def _named(self, model: str) -> Pretrained:
        return Pretrained(OPTION, model, extra="diffusion")

    def open(self, device: Device) -> None:
        """Raises UsageError, in one line, for a model that does not load."""
        if self.model is None:
            return
        from transformers import AutoModelForCausalLM, AutoTokenizer

        named = self._named(self.model)
        folder = named.folder()
        with named.loading():
            tokenizer = AutoTokenizer.from_pretrained(folder)
            model = AutoModelForCausalLM.from_pretrained(folder, use_safetensors=True)
        place = f"cuda:{device.index}" if device.kind == "cuda" else device.kind
        vars(self)["_loaded"] = tokenizer, model.to(place).eval(), place

    def close(self) -> None:
        vars(self).pop("_loaded", None)

    def measure(self, batch: Batch) -> list[Score]:
        """`logprob`: the mean, in nats; `perplexity`; `tokens`: how many were read. None where there is no model."""
        texts = [_text(dialogue) for dialogue in batch.dialogues]
        found: list[dict[str, Value]] = [dict.fromkeys(("logprob", "perplexity", "tokens")) for _ in texts]
        if self.model is not None:
            rows = [self._tokens(text) for text in texts]
            able = sorted((i for i in range(len(rows)) if len(rows[i]) > 1), key=lambda i: len(rows[i]))
            for start in range(0, len(able), self.batch):
                some = able[start : start + self.batch]  # of like lengths, so that little is padding
                for i, mean in zip(some, self._means([rows[i] for i in some]), strict=True):
                    tokens = float(len(rows[i]) - 1)
                    found[i] = {"logprob": round(mean, 4), "perplexity": round(math.exp(-mean), 3), "tokens": tokens}
        return [Score(d.id, "perplexity", values) for d, values in zip(batch.dialogues, found, strict=True)]

    def _tokens(self, text: str) -> list[int]:
        """The token that texts begin with comes first, where the model has one: it says how likely the next is."""
        tokenizer = vars(self)["_loaded"][0]
        row: list[int] = tokenizer.encode(text, add_special_tokens=False)
        return [*([] if tokenizer.bos_token_id is None else [tokenizer.bos_token_id]), *row][: self.max_tokens + 1]

    def _means(self, rows: Sequence[Sequence[int]]) -> list[float]:
        """The mean log-probability of each row's tokens but the first."""
        import torch

        _, model, place = vars(self)["_loaded"]
        longest = max(map(len, rows))
        padded = torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows], device=place)
        there = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows], device=place)
        with torch.inference_mode():
            logits: Any = model(input_ids=padded, attention_mask=there).logits[:, :-1].float()
            wanted = padded[:, 1:].masked_fill(there[:, 1:] == 0, IGNORED)
            losses = torch.nn.functional.cross_entropy(
                logits.transpose(1, 2), wanted, ignore_index=IGNORED, reduction="none"
            )
            means: list[float] = (-losses.sum(1) / there[:, 1:].sum(1)).tolist()
        return means


def _text(dialogue: Dialogue) -> str:
    return "\n".join(text for turn in dialogue.turns for text in (turn.question, turn.answer))
