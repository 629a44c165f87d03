"""Texts to embeddings, each distinct one once, in batches.

Weights reach the token embeddings of SD 1/2 and SDXL. They reach neither a pooled embedding nor T5: SD 3 and Flux get
the plain words.
"""

import inspect
import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from synthgen.errors import DeviceError
from synthgen.kit.weighting import plain
from synthgen.renderer.diffusers.weighted import WeightedTexts

Family: TypeAlias = Literal["sd", "sdxl", "sd3", "flux"]
_Encoded: TypeAlias = tuple[Any, Any]
"""Of one text: tokens x width, and the pooled embedding or None."""


@dataclass(frozen=True)
class Condition:
    """What a pipeline is given in place of a prompt and a negative prompt."""

    arguments: Mapping[str, Any]
    """Name of the pipeline's argument -> tensor without a batch dimension."""
    tokens: int
    """Length of the embeddings; only conditions of one length can share a batch."""


class Encoder:
    """Embeddings for a pipeline. `weights`: "ours" is the grammar of `kit.weighting`; "literal" leaves brackets in.

    Texts go through the encoders `at_once` at a time. Raises DeviceError for a pipeline of another kind.
    """

    def __init__(self, pipe: Any, weights: Literal["ours", "literal"], at_once: int = 64) -> None:
        self._pipe, self._weights, self._at_once = pipe, weights, at_once
        self._family = _family(pipe)
        self._negatives: dict[str, _Encoded] = {}
        for says in (type(pipe).__module__, "transformers.tokenization_utils_base"):
            logging.getLogger(says).setLevel(logging.ERROR)  # of long texts, once per batch; `past_limit` tells of them
        self._weighted: WeightedTexts | None = None
        if weights == "ours" and self._family in ("sd", "sdxl"):
            self._weighted = WeightedTexts(pipe, at_once)
        # Flux is guided without one; latent consistency models take none
        self._takes_negative = self._family != "flux" and "negative_prompt_embeds" in _arguments(pipe)

    def encode(self, pairs: Sequence[tuple[str, str]]) -> list[Condition]:
        """One condition per (prompt, negative prompt), the negative padded to the length of the other or the reverse.

        What comes out for a pair does not depend on the other pairs. The negatives are kept for the next call.
        """
        import torch

        negatives = [negative for _, negative in pairs if self._takes_negative]
        missing = [text for text in dict.fromkeys([p for p, _ in pairs] + negatives) if text not in self._negatives]
        known = dict(self._negatives)
        with torch.no_grad():
            for start in range(0, len(missing), self._at_once):
                some = missing[start : start + self._at_once]
                known.update(zip(some, self._encode(some), strict=True))
            self._negatives = {text: known[text] for text in negatives}
            return [self._condition(known, prompt, negative) for prompt, negative in pairs]

    def past_limit(self, text: str) -> tuple[str, ...]:
        """The words, in order, that no encoder of the pipeline reads to their end."""
        if self._weighted:
            return ()
        said = plain(text) if self._weights == "ours" else text
        read = max(_read_to(tokenizer, limit, said) for tokenizer, limit in self._readers())
        return tuple(word for start, word in _words(said) if start + len(word) > read)

    def _readers(self) -> Iterable[tuple[Any, int]]:
        """Tokenizers, and how many tokens their encoder takes."""
        pipe = self._pipe
        if self._family == "flux":  # CLIP gives the pooled embedding alone
            return [(pipe.tokenizer_2, self._t5_tokens)]
        clip = (pipe.tokenizer, pipe.tokenizer.model_max_length)
        t5 = self._family == "sd3" and pipe.tokenizer_3 is not None
        return [clip, (pipe.tokenizer_3, self._t5_tokens)] if t5 else [clip]

    @property
    def _t5_tokens(self) -> int:
        """What the models were trained with: SD 3 and Flux schnell, which is distilled without guidance, with 256."""
        return 512 if self._family == "flux" and self._pipe.transformer.config.guidance_embeds else 256

    def _encode(self, texts: list[str]) -> Iterable[_Encoded]:
        if self._weighted:
            return self._weighted.encode(texts)
        pipe, pooled = self._pipe, None
        said = [plain(text) for text in texts] if self._weights == "ours" else texts
        how = {"device": pipe._execution_device, "num_images_per_prompt": 1}
        if self._family == "flux":
            embeds, pooled, _ = pipe.encode_prompt(said, max_sequence_length=self._t5_tokens, **how)
        elif self._family == "sd3":
            embeds, _, pooled, _ = pipe.encode_prompt(
                said, None, None, do_classifier_free_guidance=False, max_sequence_length=self._t5_tokens, **how
            )
        elif self._family == "sdxl":
            embeds, _, pooled, _ = pipe.encode_prompt(said, do_classifier_free_guidance=False, **how)
        else:
            embeds, _ = pipe.encode_prompt(said, do_classifier_free_guidance=False, **how)
        return zip(embeds, [None] * len(embeds) if pooled is None else pooled, strict=True)

    def _condition(self, known: Mapping[str, _Encoded], prompt: str, negative: str) -> Condition:
        positive = known[prompt]
        if not self._takes_negative:
            return _named(positive, None)
        if not negative and getattr(self._pipe.config, "force_zeros_for_empty_prompt", False):
            embeds, pooled = positive  # SDXL was trained with zeros in place of an empty text
            return _named(positive, (embeds.new_zeros(embeds.shape), pooled.new_zeros(pooled.shape)))
        against = known[negative]
        longest = max(len(positive[0]), len(against[0]))
        return _named(self._padded(positive, longest), self._padded(against, longest))

    def _padded(self, encoded: _Encoded, tokens: int) -> _Encoded:
        """With the empty text after it, as compel does."""
        import torch

        embeds, pooled = encoded
        if len(embeds) == tokens or not self._weighted:
            return encoded
        [(empty, _)] = self._weighted.encode([""])
        return torch.cat([embeds] + [empty] * ((tokens - len(embeds)) // len(empty))), pooled


def _named(prompt: _Encoded, negative: _Encoded | None) -> Condition:
    parts = {"prompt_embeds": prompt[0], "pooled_prompt_embeds": prompt[1]}
    if negative is not None:
        parts |= {"negative_prompt_embeds": negative[0], "negative_pooled_prompt_embeds": negative[1]}
    return Condition({name: part for name, part in parts.items() if part is not None}, len(prompt[0]))


def _family(pipe: Any) -> Family:
    import diffusers

    classes: dict[Family, tuple[Any, ...]] = {
        "sd": (diffusers.StableDiffusionPipeline, diffusers.LatentConsistencyModelPipeline),
        "sdxl": (diffusers.StableDiffusionXLPipeline,),
        "sd3": (diffusers.StableDiffusion3Pipeline,),
        "flux": (diffusers.FluxPipeline,),
    }
    for family, known in classes.items():
        if isinstance(pipe, known):
            return family
    raise DeviceError(
        f"{type(pipe).__name__} is no pipeline that texts are encoded for; choose a model of the kind of Stable "
        "Diffusion 1, 2, XL or 3, or of Flux"
    )


def _arguments(pipe: Any) -> Iterable[str]:
    return inspect.signature(type(pipe).__call__).parameters


def _words(text: str) -> Iterable[tuple[int, str]]:
    """Where each word starts, and the word."""
    return ((found.start(), found[0]) for found in re.finditer(r"[^\s,;()\[\]]+", text))


def _read_to(tokenizer: Any, limit: int, text: str) -> int:
    """How many characters of a text an encoder reads that takes so many tokens, with the marks at both ends."""
    ends = [end for _, end in tokenizer(text, return_offsets_mapping=True)["offset_mapping"]]
    return int(ends[limit - 2]) if len(ends) > limit else len(text)  # the token after it makes room for the end mark
