"""A model of transformers by name: a folder, or owner/name@commit on the hub. Safetensors only; no pickle is loaded."""

import importlib.util
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from synthgen.errors import UsageError
from synthgen.interfaces import Download
from synthgen.kit.hub import files_of, folder_of, hub_name

CONFIG, WEIGHTS = "config.json", ".safetensors"
NEEDED = (".json", ".txt", ".model", ".jinja", WEIGHTS)
"""Endings of the files that a model, its tokenizer and its processor load from."""
LIBRARIES = ("torch", "transformers", "safetensors", "huggingface_hub")


@dataclass(frozen=True)
class Pretrained:
    """Where it is, what is missing, and what goes wrong, each in one line."""

    option: str
    """As messages name it: "qc.vqascore.model"."""
    name: str
    revision: str | None = None
    """Of a name on the hub that says none itself."""
    extra: str = "clip"
    """The extra of synthgen that has the libraries."""
    libraries: Sequence[str] = LIBRARIES

    @property
    def _local(self) -> Path:
        return Path(self.name).expanduser()

    def mistakes(self) -> Iterator[str]:
        """What keeps it from being loaded, with the fix; nothing heavy is imported to say it."""
        lacking = [library for library in self.libraries if importlib.util.find_spec(library) is None]
        if lacking:
            yield f"{self.option} needs {', '.join(lacking)}. pip install 'synthgen[{self.extra}]'"
        if self._local.is_dir():
            parts = ((CONFIG, CONFIG), (f"{WEIGHTS} file", f"*{WEIGHTS}"))
            missing = [what for what, pattern in parts if not any(self._local.glob(pattern))]
            yield from (f"{self.option}={self.name}: the folder has no {what}" for what in missing)
        elif hub_name(self.name) is None:
            yield f"{self.option}={self.name} is no folder, and no name on the hub (owner/name@commit)"

    def downloads(self) -> list[Download]:
        """What it needs of the hub; may ask it which files there are. Raises SynthgenError."""
        found = None if self._local.is_dir() else hub_name(self.name)
        if found is None:
            return []
        revision = found.revision or self.revision
        _, names = files_of(found.repo, revision, CONFIG)
        files = tuple(sorted(name for name in names if "/" not in name and name.endswith(NEEDED)))
        if not any(name.endswith(WEIGHTS) for name in files):
            raise UsageError(f"{found.repo} has no {WEIGHTS} files; pickles are never loaded")
        return [Download(found.repo, revision, files)]

    def folder(self) -> Path:
        """Where its files are; fetched first if they have to be. Raises SynthgenError."""
        return self._local if self._local.is_dir() else folder_of(self.downloads()[0])

    @contextmanager
    def loading(self, trouble: str = "cannot load it") -> Iterator[None]:
        """What transformers raises of a model that is damaged, or another kind of model, becomes a UsageError."""
        from safetensors import SafetensorError
        from transformers.utils import logging

        logging.disable_progress_bar()
        try:
            yield
        except (SafetensorError, OSError, ValueError, RuntimeError, KeyError, TypeError, AttributeError) as e:
            said = (str(e).strip().splitlines() or [type(e).__name__])[0][:200]
            raise UsageError(f"{self.option}={self.name}: transformers {trouble}: {said}") from e
        except ImportError as e:
            raise UsageError(
                f"{self.option}={self.name}: transformers wants more: {str(e).strip().splitlines()[0]}"
            ) from e
