"""`model=transformers`: any image-text-to-text model of transformers on this machine, with a LoRA adapter or without.

    python -m eval_bench answer items=benchmarks/real model=transformers model.path=llava-hf/llava-1.5-7b-hf name=base
    python -m eval_bench answer items=benchmarks/real model=transformers model.path=<base> model.adapter=<LoRA>

Decoding is greedy. The question is put in the words that the model's processor has a chat template for; where it has
none, as LLaVA's: "USER: <image>\\n... ASSISTANT:".
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar, Literal

from PIL import Image

from eval_bench.asking import said
from eval_bench.interfaces import Model
from eval_bench.types import Answer, Question
from synthgen.errors import DeviceError, UsageError
from synthgen.interfaces import Desk
from synthgen.kit.hashes import sha256
from synthgen.kit.options import Size
from synthgen.kit.pretrained import LIBRARIES, Pretrained

FALLBACK = "USER: {image}{text} ASSISTANT:"
"""Of a processor without a chat template: LLaVA's own words."""
ADAPTER = "adapter_config.json", "adapter_model.safetensors"


@dataclass(frozen=True)
class Transformers(Model):
    """Loaded with the first question. `answer` raises UsageError for what does not load, DeviceError where a device
    is not there."""

    path: str
    revision: str | None
    adapter: str | None
    dtype: Literal["auto", "bfloat16", "float16", "float32"]
    device: str
    batch: Size
    max_new_tokens: Size
    operational: ClassVar[frozenset[str]] = frozenset({"device", "batch"})

    def describe_yourself(self) -> str:
        told = f"{self.path}@{self.commit}" if self.commit else Path(self.path).expanduser().resolve().name
        return f"{told} with adapter {self._adapter.resolve().name} ({self._weights})" if self.adapter else told

    def identity(self) -> Mapping[str, str]:
        return {**super().identity(), "commit": self.commit, "adapter_sha256": self._weights}

    @property
    def commit(self) -> str:
        """Of the hub; "" for a folder of one's own. Fetches the model. Raises SynthgenError."""
        return "" if Path(self.path).expanduser().is_dir() else self._where.folder().name

    def preflight(self) -> list[str]:
        if not self.path:
            return ["model.path: name the folder of a model, or owner/name on the hub"]
        lacks = list(self._where.mistakes())
        if self.adapter and not all((self._adapter / name).is_file() for name in ADAPTER):
            lacks.append(
                f"model.adapter={self.adapter}: the folder has no {' and '.join(ADAPTER)}, as peft writes them"
            )
        return lacks

    def close(self) -> None:
        vars(self).pop("_live", None)

    def answer(self, questions: Iterable[Question], desk: Desk) -> Iterator[tuple[Question, Answer]]:
        waiting, size, kept = iter(questions), self.batch, list[Question]()
        while not desk.cancelled:
            kept += islice(waiting, max(0, size - len(kept)))
            if not kept:
                return
            alike = [q for q in kept if (q.picture is None) == (kept[0].picture is None)][:size]
            answers = self._open().answers(alike)
            if answers is None and size > 1:
                size = max(1, len(alike) // 2)
                desk.tell(f"out of memory: {size} questions at a time from here on")
                continue
            yield from answers or [(q, said(q, failed="out of memory", finish="")) for q in alike]
            kept = [q for q in kept if not any(q is done for done in alike)]

    @property
    def _adapter(self) -> Path:
        return Path(self.adapter or "").expanduser()

    @property
    def _weights(self) -> str:
        """What tells two adapters of the same name apart."""
        return sha256((self._adapter / ADAPTER[1]).read_bytes())[:12] if self.adapter else ""

    @property
    def _where(self) -> Pretrained:
        libraries = (*LIBRARIES, "peft") if self.adapter else LIBRARIES
        return Pretrained("model.path", self.path, self.revision, "vlm", libraries)

    def _open(self) -> "_Live":
        if "_live" not in vars(self):
            vars(self)["_live"] = _Live(self, self._where)
        live: _Live = vars(self)["_live"]
        return live


class _Live:
    """A model that is loaded."""

    def __init__(self, options: Transformers, where: Pretrained) -> None:
        import torch
        from transformers import AutoModelForImageTextToText, AutoProcessor

        self._torch, self._most, self._place = torch, options.max_new_tokens, _device(torch, options.device)
        folder = where.folder()
        dtype = options.dtype if options.dtype == "auto" else getattr(torch, options.dtype)
        with where.loading():
            self._processor: Any = AutoProcessor.from_pretrained(folder)
            model = AutoModelForImageTextToText.from_pretrained(folder, dtype=dtype, use_safetensors=True)
        self._dtype = model.dtype
        if options.adapter:
            model = _adapted(model, options.adapter)
        try:
            self._model: Any = model.to(self._place).eval()
        except (torch.OutOfMemoryError, RuntimeError) as e:
            why = str(e).strip().splitlines()[0][:200]
            raise DeviceError(f"model.device={self._place} cannot hold the model: {why}; pass another device") from e
        self._tokenizer = getattr(self._processor, "tokenizer", self._processor)
        self._tokenizer.padding_side = "left"  # so that every answer begins behind its own question
        if self._tokenizer.pad_token is None:
            self._tokenizer.pad_token = self._tokenizer.eos_token

    def answers(self, questions: Sequence[Question]) -> list[tuple[Question, Answer]] | None:
        """Of questions that all have a picture, or none; None if the memory does not suffice."""
        began = time.monotonic()
        try:
            given = self._given(questions)
            with self._torch.inference_mode():
                out = self._model.generate(
                    **given,
                    max_new_tokens=self._most,
                    do_sample=False,
                    num_beams=1,
                    pad_token_id=self._tokenizer.pad_token_id,
                )
        except self._torch.OutOfMemoryError:
            return None
        asked = 0 if self._model.config.is_encoder_decoder else given["input_ids"].shape[1]
        read = given["attention_mask"].sum(1).tolist()
        seconds = round((time.monotonic() - began) / len(questions), 3)
        return [
            (question, self._answer(question, row[asked:], count, seconds))
            for question, row, count in zip(questions, out.tolist(), read, strict=True)
        ]

    def _answer(self, question: Question, tokens: list[int], read: int, seconds: float) -> Answer:
        ends = self._model.generation_config.eos_token_id
        stops = {*(ends if isinstance(ends, list) else [ends])}
        end = next((place + 1 for place, token in enumerate(tokens) if token in stops), len(tokens))
        text = self._tokenizer.decode(tokens[:end], skip_special_tokens=True).strip()
        cut = end == len(tokens) == self._most and tokens[-1] not in stops
        finish = "length" if cut else "stop"
        return said(question, text, finish=finish, tokens_in=read, tokens_out=end, seconds=seconds)

    def _given(self, questions: Sequence[Question]) -> Any:
        texts = [self._text(question) for question in questions]
        # each question has its own picture: processors of models that take several want them so
        images = [[_image(q.picture.data)] for q in questions if q.picture]
        bos = self._tokenizer.bos_token
        more: dict[str, Any] = {"add_special_tokens": False} if bos and texts[0].startswith(bos) else {}
        if images:
            more["images"] = images
        given = self._processor(text=texts, return_tensors="pt", padding=True, **more)
        return given.to(self._place, self._dtype)

    def _text(self, question: Question) -> str:
        if not getattr(self._processor, "chat_template", None):
            image = f"{getattr(self._processor, 'image_token', '')}\n" if question.picture else ""
            return FALLBACK.format(image=image.lstrip("\n"), text=question.text)
        content = [{"type": "image"}] * (question.picture is not None) + [{"type": "text", "text": question.text}]
        asked = [{"role": "user", "content": content}]
        return str(self._processor.apply_chat_template(asked, add_generation_prompt=True, tokenize=False))


def _adapted(model: Any, adapter: str) -> Any:
    """The model with a LoRA merged into it. Raises UsageError for one that is another model's."""
    from peft import PeftModel
    from safetensors import SafetensorError

    try:
        return PeftModel.from_pretrained(model, str(Path(adapter).expanduser())).merge_and_unload()
    except (ValueError, RuntimeError, KeyError, TypeError, OSError, SafetensorError) as e:
        why = (str(e).strip().splitlines() or [type(e).__name__])[0][:200]
        raise UsageError(f"model.adapter={adapter} does not fit model.path: {why}") from e


def _device(torch: Any, asked: str) -> str:
    """Raises DeviceError for one that is not there."""
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if asked == "auto":
        return next(name for name, is_there in there.items() if is_there)
    if not there.get(asked.partition(":")[0]):
        names = ", ".join(name for name, is_there in there.items() if is_there)
        raise DeviceError(f"model.device={asked} is not there; there are: {names}")
    return asked


def _image(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data)) as image:
        return image.convert("RGB")
