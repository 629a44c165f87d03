"""Files of rows, and what a mix finds in them."""

import json
import tempfile
from collections.abc import Callable
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

from synthgen.mix.index import Index, Listed
from synthgen.mix.leaks import Leaks
from synthgen.mix.mend import Rules
from synthgen.mix.options import Source
from synthgen.mix.pictures import Pictures
from synthgen.mix.reading import Reader


def mapped(data: bytes) -> mmap:
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def row(id: str | int = "0", image: str = "a.jpg", *said: str, **more: Any) -> dict[str, Any]:
    """A row of LLaVA; said in turns, the tag in front."""
    texts = list(said or ("What is shown?", "A red balloon."))
    texts[0] = ("<image>\n" if image else "") + texts[0]
    turns = [{"from": ("human", "gpt")[i % 2], "value": text} for i, text in enumerate(texts)]
    return {"id": id, **({"image": image} if image else {}), "conversations": turns, **more}


def index_of(
    data: bytes, source: Source | None = None, rules: Rules | None = None, leaks: Leaks | None = None
) -> tuple[Index, list[Listed]]:
    """The index of a file whose pictures nobody looks at, and what was listed."""
    listed: list[Listed] = []
    rules = rules or Rules()
    index = Index(source or Source("a.json", False, "a"), mapped(data), rules)
    Reader(index, rules, Pictures(Path("/nowhere"), "", "skip", False), listed.append, leaks).read(lambda done: None)
    return index, listed


LAYOUTS: dict[str, Callable[[list[Any]], bytes]] = {
    "compact": lambda rows: json.dumps(rows, separators=(",", ":")).encode(),
    "as json.dump writes it": lambda rows: json.dumps(rows).encode(),
    "indented": lambda rows: json.dumps(rows, indent=2).encode(),
    "tabs and carriage returns": lambda rows: json.dumps(rows, indent="\t").replace("\n", "\r\n").encode(),
    "unescaped, with a byte order mark": lambda rows: b"\xef\xbb\xbf" + json.dumps(rows, ensure_ascii=False).encode(),
    "sorted keys": lambda rows: json.dumps(rows, sort_keys=True).encode(),
    "lines": lambda rows: b"".join(json.dumps(row).encode() + b"\n" for row in rows),
    "lines without a last end, some blank": lambda rows: b"\r\n\r\n".join(json.dumps(row).encode() for row in rows),
}
