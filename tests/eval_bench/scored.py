"""Answers for tests, beside a small benchmark; and a judge behind a server on this machine."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from eval_bench import answers
from eval_bench.types import Answer
from tests.chat_server import Script, completion
from tests.eval_bench.items import benchmark, item

STYLES = ("wh", "yes", "no", "either_or")


def answered(root: Path, texts: Sequence[str], name: str = "toy", **other: Any) -> Path:
    """A folder of answers in the order of the items, which are wh, yes, no, either_or, and so on."""
    items = [item(n, STYLES[n % 4], options=("red", "black") if n % 4 == 3 else ()) for n in range(len(texts))]
    bench = benchmark(root / "bench", items)
    folder = root / "answers" / name
    named = [{"folder": str(bench.folder), "version": bench.version}]
    answers.write_about(folder, {"model": "a test", "embedded": True, "items": named})
    told = zip(bench.items, texts, strict=True)
    answers.add(folder, [Answer(i.id, i.key, text, name, **other) for i, text in told])
    return folder


def order_of(body: Any) -> dict[str, Any]:
    """What a judge is sent."""
    content = body["messages"][-1]["content"]
    text = content if isinstance(content, str) else next(part["text"] for part in content if part["type"] == "text")
    return dict(json.loads(text))


def opinion(grade: int, right: int) -> dict[str, Any]:
    aspects = ("helpfulness", "relevance", "accuracy", "detail", "overall")
    return {name: {"reason": f"{name} is so", "grade": grade} for name in aspects} | {"right": right}


def judging(grades: Callable[[str, int], tuple[int, int]]) -> Script:
    """A judge that grades a text by itself and its place, 1 or 2."""

    def script(body: Any, number: int) -> tuple[int, Any]:
        order = order_of(body)
        said = {f"answer_{n}": opinion(*grades(order[f"answer {n}"], n)) for n in (1, 2)}
        return 200, completion(json.dumps(said))

    return script


def node(url: str) -> list[str]:
    """The words of a command that name such a judge."""
    return ["scorer=judge", "scorer.llm.model=tiny", f"scorer.llm.base_url={url}", "scorer.llm.api_key_env=null"]
