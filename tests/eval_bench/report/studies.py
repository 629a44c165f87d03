"""Studies for tests: benchmarks and folders of answers with chosen outcomes, on disk."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from eval_bench import answers, benchmark
from eval_bench.types import Answer, Item, Mark, Shown
from synthgen.kit.hashes import sha256
from tests.eval_bench.items import item

OUTCOMES = {"r": "right", "w": "wrong", "u": "unparsed", "f": "failed", "-": "unmarked", ".": "missing"}
"""Of the letters that stand for how an answer fared."""


def study(folder: Path, items: Iterable[Item], **about: Any) -> list[Item]:
    """A benchmark of these items, all with one picture."""
    made = [replace(one, sha256=sha256(b"a picture")) for one in items]
    source = made[0].source
    folder.mkdir(parents=True)
    benchmark.save(folder, made, {"source": source, "made": about, "synthgen": "0"})
    return made


def items(count: int, source: str = "generated", ability: str = "color", style: str = "wh", **other: Any) -> list[Item]:
    """Accepted ones, each about a head of its own."""
    one: dict[str, Any] = {"source": source, "ability": ability, "style": style, "state": "accepted"}
    return [
        item(n, **{**one, "id": f"{ability}-{source}-{style}-{n:06d}", "head": f"{style} head {n}", **other})
        for n in range(count)
    ]


def answered(
    folder: Path, several: Iterable[Item], fared: Mapping[Shown, str] | str, scorer: str = "keyword", **about: Any
) -> Path:
    """A folder of answers that fared so, a letter each, in the order of the items."""
    several = list(several)
    texts = {"r": lambda one: one.answer, "w": _wrong, "u": lambda one: "Hm.", "-": lambda one: "Who knows."}
    if not (folder / "about.json").exists():
        folder.mkdir(parents=True)
        answers.write_about(folder, {"model": "a test", "embedded": False, **about})
    marks = []
    for shown, letters in ({"shown": fared} if isinstance(fared, str) else fared).items():
        for one, letter in zip(several, letters, strict=True):
            if letter == ".":
                continue
            text = "" if letter == "f" else texts[letter](one)
            failed = "server error" if letter == "f" else ""
            told = Answer(one.id, one.key, text, folder.name, picture=shown, failed=failed, tokens_in=9, seconds=0.5)
            answers.add(folder, [told])
            if letter in "rwu":
                marks.append(Mark(one.id, folder.name, scorer, OUTCOMES[letter], "says so", shown, one.standard))  # type: ignore[arg-type]
    answers.write_marks(folder, scorer, marks)
    return folder


def _wrong(one: Item) -> str:
    if one.style == "yes_no":
        return "No." if "yes" in one.accept else "Yes."
    return f"It is not {one.accept[0]}."
