"""torch.compile, where a run is long enough to pay it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from synthgen.errors import DeviceError
from synthgen.kit.remembered import recall
from synthgen.renderer.diffusers.ladder import remembered

if TYPE_CHECKING:
    from synthgen.renderer.diffusers import Diffusers

PAYS_FROM = 1800.0
"""Seconds that a worker has to draw: compiling takes minutes, and saves about a fifth (published: 1.2 to 1.3 times)."""


FILE = "compiled"
ASSUMED = 180.0
"""Seconds for the first compilation of a model on a machine, of which nothing is known yet."""


def expected_seconds(options: "Diffusers") -> float:
    """What compiling will take, if it will be done: as it took on this machine before."""
    climbed = [rungs for about, rungs in remembered().items() if options.model in about]
    known = [rung.seconds for rungs in climbed for rung in rungs.values()]
    took = [seconds for about, seconds in recall(FILE).items() if options.model in about and isinstance(seconds, float)]
    if options.compile is True or (known and wanted(options, lambda: max(known))):
        return max(took, default=ASSUMED)
    return 0.0


def wanted(options: "Diffusers", seconds: Callable[[], float]) -> bool:
    """`seconds`: that a picture takes."""
    if options.compile == "auto":
        return options.device == "cuda" and options.expected > 0 and options.expected * seconds() >= PAYS_FROM
    return options.compile


def compile(pipe: Any, place: str) -> None:
    """From its next call on, the denoiser runs compiled; shapes are fixed, so each bucket is compiled once.

    No CUDA graphs: they pay for batches up to 4, not for those of 16 to 64.
    """
    import torch

    torch._dynamo.config.recompile_limit = 32  # one for each size and length of text
    denoiser = getattr(pipe, "unet", None) or pipe.transformer
    denoiser.compile(mode="max-autotune-no-cudagraphs" if place.startswith("cuda") else None, dynamic=False)


def failures() -> type[Exception]:
    """What a failed compilation raises."""
    import torch

    return torch._dynamo.exc.TorchDynamoException  # type: ignore[no-any-return]


def undo(pipe: Any, options: "Diffusers", error: Exception) -> str:
    """Back to the uncompiled denoiser; what to tell of it. Raises DeviceError where the user asked for compiling."""
    import torch

    said = str(error).strip().splitlines()[0]
    if options.compile is True:
        raise DeviceError(
            f"renderer={options.name}: torch.compile fails ({said}); pass renderer.compile=false"
        ) from error
    torch._dynamo.reset()
    (getattr(pipe, "unet", None) or pipe.transformer)._compiled_call_impl = None
    return f"torch.compile fails ({said}): the run goes on without it"
