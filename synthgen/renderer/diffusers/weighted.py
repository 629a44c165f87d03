"""Weighted texts of any length for CLIP encoders, by compel.

compel has a grammar of its own, in which "x--" and `("a", "b").blend(1, 1)` say something and "((x))" does not. It is
never asked to read: it is handed fragments and their weights, so that nothing has to be escaped.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, TypeAlias

from synthgen.kit.weighting import parse, plain


class WeightedTexts:
    """The text encoders of an SD 1/2 or SDXL pipeline, with weights and beyond 77 tokens.

    A token's embedding z becomes empty + (z - empty) x weight, where empty is what the empty text has at that place.
    For each fragment below 1, the whole is averaged with what it is where that fragment is masked, 1 to
    tan((1 - weight) pi/2). Both are compel's (`EmbeddingsProvider`). The pooled embedding is that of the plain words.
    """

    def __init__(self, pipe: Any, at_once: int) -> None:
        from compel.embeddings_provider import EmbeddingsProvider, ReturnedEmbeddingsType

        self._where, self._dtype = pipe._execution_device, pipe.text_encoder.dtype  # slow to ask for
        models, layer = [(pipe.tokenizer, pipe.text_encoder)], ReturnedEmbeddingsType.LAST_HIDDEN_STATES_NORMALIZED
        both = hasattr(pipe, "text_encoder_2")
        if both:  # SDXL: two side by side, each read before its last layer
            models.append((pipe.tokenizer_2, pipe.text_encoder_2))
            layer = ReturnedEmbeddingsType.PENULTIMATE_HIDDEN_STATES_NON_NORMALIZED
        self._chunks = [_Chunks(model, self._where, at_once, penultimate=both) for _, model in models]
        self._providers = [
            EmbeddingsProvider(tokenizer, chunks, truncate=False, returned_embeddings_type=layer)
            for (tokenizer, _), chunks in zip(models, self._chunks, strict=True)
        ]
        for provider in self._providers:  # compel asks for the tokens of each fragment three times, in each pass
            provider.get_token_ids = _remembering(provider.get_token_ids)
        self._embedded("")  # what `_Chunks` answers with until it has read more

    def encode(self, texts: Sequence[str]) -> list[tuple[Any, Any]]:
        """For each text its embedding, of so many times 77 tokens, and the pooled one or None."""
        for text in texts:
            self._embedded(text)  # notes what has to be read
        for chunks in self._chunks:
            chunks.read()
        found = [self._embedded(text) for text in texts]
        for chunks in self._chunks:
            chunks.forget()
        return found

    def _embedded(self, text: str) -> tuple[Any, Any]:
        import torch

        fragments = parse(text)
        words, weights = [one.text for one in fragments], [one.weight for one in fragments]
        sides = []
        for provider in self._providers:
            tokens = provider.get_token_ids(words, include_start_and_end_markers=False)
            said = [i for i, ids in enumerate(tokens) if ids]  # compel fails for fragments without a token
            batch = [[words[i] for i in said] or [""]], [[weights[i] for i in said] or [1.0]]
            sides.append(provider.get_embeddings_for_weighted_prompt_fragments(*batch, device="cpu")[0])
        embeds = torch.cat(sides, dim=-1).to(self._where, self._dtype)
        if len(sides) == 1:
            return embeds, None
        [pooled] = self._providers[-1].get_pooled_embeddings([plain(text)], device="cpu")
        return embeds, pooled.to(self._where, self._dtype)


def _remembering(get_token_ids: Callable[..., list[list[int]]]) -> Callable[..., list[list[int]]]:
    """The tokens of texts; the last few thousand fragments are kept, their lists copied for whoever changes them."""

    @lru_cache(maxsize=4096)
    def kept(texts: tuple[str, ...], **options: Any) -> list[list[int]]:
        return get_token_ids(list(texts), **options)

    return lambda texts, **options: [list(ids) for ids in kept(tuple(texts), **options)]


_Chunk: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
"""77 token ids, and which of them may be looked at; () for all."""


class _Chunks:
    """Stands in for a text encoder: what compel asks for chunk by chunk goes through the model in batches.

    A chunk that was not read yet is noted, and answered with the empty text for the time being. compel's own sums are
    done on the CPU in float32.
    """

    def __init__(self, model: Any, device: Any, at_once: int, penultimate: bool) -> None:
        import torch

        self.device, self.dtype = torch.device("cpu"), torch.float32
        self._model, self._where, self._at_once, self._penultimate = model, device, at_once, penultimate
        self._found: dict[_Chunk, SimpleNamespace] = {}
        self._wanted: dict[_Chunk, None] = {}

    def __call__(self, ids: Any, mask: Any = None, **_: Any) -> SimpleNamespace:
        chunk = tuple(ids[0].tolist()), () if mask is None or mask.all() else tuple(mask[0].tolist())
        if chunk not in self._found:
            self._wanted[chunk] = None
        if not self._found:
            self.read()
        return self._found.get(chunk) or next(iter(self._found.values()))

    def read(self) -> None:
        """All chunks that were asked for since; those without a mask in batches of their own."""
        for masked in (False, True):
            chunks = [chunk for chunk in self._wanted if bool(chunk[1]) == masked]
            for start in range(0, len(chunks), self._at_once):
                self._read(chunks[start : start + self._at_once])
        self._wanted.clear()

    def _read(self, chunks: Sequence[_Chunk]) -> None:
        import torch

        ids, masks = (torch.tensor(part, device=self._where) for part in zip(*chunks, strict=True))
        with torch.no_grad():
            out = self._model(ids, attention_mask=masks if masks.numel() else None, output_hidden_states=True)
        states = (out.hidden_states[-2] if self._penultimate else out.last_hidden_state).to(self.device, self.dtype)
        pooled = out.get("text_embeds")
        pooled = states if pooled is None else pooled.to(self.device, self.dtype)
        for i, chunk in enumerate(chunks):
            state = states[i : i + 1]
            self._found[chunk] = SimpleNamespace(
                last_hidden_state=state, hidden_states=(state, None), text_embeds=pooled[i : i + 1]
            )

    def forget(self) -> None:
        """All but the empty text."""
        self._found = dict(list(self._found.items())[:1])
