"""A model of open_clip on its device, and pixels as it wants them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import groupby
from pickle import UnpicklingError
from typing import TYPE_CHECKING, Any

import numpy as np
import open_clip
import torch
from open_clip import transform
from PIL import Image
from safetensors import SafetensorError
from torchvision.transforms import CenterCrop, Resize
from torchvision.transforms.v2 import functional

from synthgen.embedder.open_clip import sources
from synthgen.errors import DeviceError, UsageError
from synthgen.sight import Vectors

if TYPE_CHECKING:
    from synthgen.embedder.open_clip import OpenClip

ON_TENSORS = (Resize, CenterCrop, transform.MaybeConvertMode, transform.MaybeToTensor)
"""Steps of open_clip's transform that can be done to tensors; other steps (SigLIP has none) know Pillow only."""

DAMAGE = (SafetensorError, UnpicklingError, RuntimeError, ValueError, OSError, EOFError, KeyError, TypeError)
"""What open_clip, torch and safetensors raise on files that are damaged, or of another model."""


def load(options: "OpenClip", place: str) -> "Loaded":
    """Raises UsageError or DeviceError, in one line, for a model that does not load."""
    source = sources.find(options)
    try:
        model = open_clip.create_model(
            source.model,
            source.weights,
            precision="fp16" if place.startswith("cuda") else "fp32",
            device=place,
            force_quick_gelu=source.quick_gelu,
            force_preprocess_cfg=source.preprocess,
            pretrained_text=False,  # of another model: all weights are in the checkpoint
            require_pretrained=True,
        )
        tokenize = open_clip.get_tokenizer(source.model)
    except torch.OutOfMemoryError as e:
        raise _no_room(options.model, place) from e
    except DAMAGE as e:
        said = (str(e).strip().splitlines() or [type(e).__name__])[0][:200]
        named = options.model if options.pretrained is None else f"{options.model} from {options.pretrained}"
        raise UsageError(f"embedder=open_clip cannot load {named}: {said}") from e
    return Loaded(model.eval(), tokenize, place, options.model, options.batch)


class Loaded:
    """Pictures and texts to rows of unit length. Threads may share it; raises DeviceError where not even one fits."""

    def __init__(self, model: Any, tokenize: Any, place: str, name: str, batch: int) -> None:
        self._model, self._tokenize, self._place = model, tokenize, place
        self._name, self._batch = name, batch
        self.scale = float(model.logit_scale.detach().exp())
        config = transform.PreprocessCfg(**open_clip.get_model_preprocess_cfg(model))
        self.preprocess: Any = transform.image_transform_v2(config, is_train=False)
        """open_clip's own, for Pillow pictures."""
        # a stream of its own, which does not wait for the batch that the renderer has begun
        self._stream = torch.cuda.Stream(place) if place.startswith("cuda") else None

    def pictures(self, pixels: Sequence[Any]) -> Vectors:
        """uint8, height x width x 3, all of numpy or all of torch, on any device; a row of NaN for None."""
        there = [i for i, one in enumerate(pixels) if one is not None]
        rows = np.full((len(pixels), self._width), np.nan, np.float32)
        if there:
            rows[there] = self._batched(
                [pixels[i] for i in there], lambda some: self._model.encode_image(self._as_weights(self.prepared(some)))
            )
        return rows

    @cached_property
    def _width(self) -> int:
        return int(self.texts(["a picture"]).shape[1])

    def texts(self, texts: Sequence[str]) -> Vectors:
        def encode(some: Sequence[str]) -> Any:
            return self._model.encode_text(self._tokenize(list(some)).to(self._place))

        return self._batched(texts, encode)

    def prepared(self, pixels: Sequence[Any]) -> Any:
        """What the model looks at: n x 3 x side x side, float32, on its device.

        The steps are those of open_clip's own transform, done to bytes on the device; each byte differs from the one
        that Pillow gives by one at most.
        """
        made: dict[int, Any] = {}
        order = sorted(range(len(pixels)), key=lambda i: tuple(pixels[i].shape))
        for _, rows in groupby(order, key=lambda i: tuple(pixels[i].shape)):
            same = list(rows)
            made.update(zip(same, self._fitted([pixels[i] for i in same]), strict=True))
        return torch.stack([made[i] for i in range(len(pixels))])

    def _fitted(self, pixels: Sequence[Any]) -> Any:
        """Those of one size together."""
        *steps, normalize = self.preprocess.transforms
        if not all(isinstance(step, ON_TENSORS) for step in steps):
            shown = [Image.fromarray(one if isinstance(one, np.ndarray) else one.cpu().numpy()) for one in pixels]
            return torch.stack([self.preprocess(one) for one in shown]).to(self._place)
        on_host = isinstance(pixels[0], np.ndarray)
        stacked = torch.from_numpy(np.stack(pixels)) if on_host else torch.stack(list(pixels))
        stacked = stacked.to(self._place).permute(0, 3, 1, 2)
        for step in steps:
            if isinstance(step, Resize):  # the newer function: that of the class makes floats first, four times slower
                size = [step.size] if isinstance(step.size, int) else list(step.size)
                stacked = functional.resize(stacked, size, step.interpolation, antialias=True)
            else:
                stacked = step(stacked)
        return normalize(stacked.float() / 255)

    def _as_weights(self, prepared: Any) -> Any:
        return prepared.half() if self._stream else prepared

    def _batched(self, given: Sequence[Any], encode: Any) -> Vectors:
        """`encode` on parts of what is given; on smaller ones where the memory does not suffice."""
        found, start, most = [], 0, self._batch
        while start < len(given):
            some = given[start : start + most]
            try:
                with torch.inference_mode(), self._beside():
                    found.append(torch.nn.functional.normalize(encode(some).float(), dim=-1).cpu())
            except torch.OutOfMemoryError as e:
                if len(some) == 1:
                    raise _no_room(self._name, self._place) from e
                most = len(some) // 2
                continue
            start += len(some)
        return np.asarray(torch.cat(found).numpy(), np.float32)

    @contextmanager
    def _beside(self) -> Iterator[None]:
        """On the stream of its own, where there are streams."""
        if self._stream is None:
            yield
        else:
            with torch.cuda.stream(self._stream):
                yield


def _no_room(model: str, place: str) -> DeviceError:
    return DeviceError(f"embedder=open_clip: no room for {model} on {place}; pass embedder.device=cpu")
