"""What a machine found out about itself and need not measure again: small JSON files in the user's cache folder."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4


def cache_folder() -> Path:
    """`$XDG_CACHE_HOME/synthgen`, as the XDG base directory specification has it, else `~/.cache/synthgen`."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "synthgen"


def recall(name: str) -> dict[str, Any]:
    """What was remembered under a name; nothing where the file is missing or damaged: it can be measured again."""
    try:
        found = json.loads((cache_folder() / f"{name}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def remember(name: str, more: Mapping[str, Any]) -> None:
    """Add to what is remembered. Where the folder cannot be written, nothing is: the next run measures again."""
    path = cache_folder() / f"{name}.json"
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{name}-{uuid4().hex[:8]}.tmp")
        temporary.write_text(json.dumps(recall(name) | dict(more), indent=1, sort_keys=True) + "\n", encoding="utf-8")
        os.replace(temporary, path)
