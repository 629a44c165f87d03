"""report.html: one file that opens offline, with a picture grid, filters, and why samples were rejected."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from synthgen.build import Run
from synthgen.records import candidates
from synthgen.report.html import page
from synthgen.report.thumbnails import data_url
from synthgen.select import Candidate
from synthgen.store import Store, replace
from synthgen.types import Dialogue, Picture, Prompt, Value, index_of

SHOWN = 500
"""The most samples whose pictures are put into the page."""
DETAILS = 20
"""Words or figures that are listed per reason."""
Verdict = dict[str, Any]


def write_report(run: Run, store: Store) -> Path:
    """Write the report of the last selection; gives its path."""
    verdicts = store.read_selection()
    drawn = draw(verdicts, run.config.seed)
    about = store.read_json("run.json") or {}
    content = page(
        "report.html",
        name=run.folder.name,
        llm=run.llm.describe_yourself(),
        renderer=run.renderer.describe_yourself(),
        embedded=run.llm.embedded or run.renderer.embedded,
        seed=run.config.seed,
        command=" ".join(about.get("command", [])),
        kept=sum(v["kept"] for v in verdicts),
        asked=len(verdicts),
        shown=len(drawn),
        abilities=list(_abilities(run, verdicts)),
        reasons=list(_reasons(verdicts)),
        samples=list(_samples(run, store, drawn)),
    )
    path = store.root / "report.html"
    replace(path, content.encode())
    return path


def draw(verdicts: Sequence[Verdict], seed: int, most: int = SHOWN) -> list[Verdict]:
    """All, or a random draw in which every reason is seen: up to ten of each, the rest from everything."""
    if len(verdicts) <= most:
        return list(verdicts)
    shuffled = random.Random(seed).sample(list(verdicts), len(verdicts))
    seen: Counter[str | None] = Counter()
    first: list[Verdict] = []
    later: list[Verdict] = []
    for verdict in shuffled:
        seen[verdict["reason"]] += 1
        (first if verdict["reason"] and seen[verdict["reason"]] <= 10 else later).append(verdict)
    return sorted((first + later)[:most], key=lambda v: str(v["id"]))


def _abilities(run: Run, verdicts: Sequence[Verdict]) -> Iterator[dict[str, Any]]:
    for name in run.abilities:
        own = [v for v in verdicts if v["id"].rpartition("-")[0] == name]
        yield {"name": name, "asked": len(own), "kept": sum(v["kept"] for v in own)}


def _reasons(verdicts: Sequence[Verdict]) -> Iterator[dict[str, Any]]:
    """Reasons by frequency, each with its most frequent details (words that could not be drawn, say)."""
    details: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        if not verdict["kept"]:
            details[verdict["reason"]][verdict["detail"] or ""] += 1
    totals = sorted(((sum(found.values()), reason) for reason, found in details.items()), reverse=True)
    for count, reason in totals:
        common = [(detail, n) for detail, n in details[reason].most_common(DETAILS) if detail]
        yield {
            "reason": reason,
            "count": count,
            "share": round(100 * count / totals[0][0], 1),
            # one-off details (the id of a twin) say nothing as a list
            "details": common if common and common[0][1] > 1 else [],
        }


def _samples(run: Run, store: Store, verdicts: Sequence[Verdict]) -> Iterator[dict[str, Any]]:
    for verdict in verdicts:
        ability, index = verdict["id"].rpartition("-")[0], index_of(verdict["id"])
        for c in candidates(store, ability, run.checks, index, index + 1, light=False):
            yield sample(c) | {"ability": ability, "reason": verdict["reason"], "detail": verdict["detail"]}


def sample(c: Candidate) -> dict[str, Any]:
    """What a page shows of a candidate."""
    return {
        "id": c.id,
        "prompt": c.prompt.text if isinstance(c.prompt, Prompt) else "",
        "image": data_url(c.picture) if isinstance(c.picture, Picture) else "",
        "turns": c.dialogue.turns if isinstance(c.dialogue, Dialogue) else (),
        "scores": [(s.check, name, shown(v)) for s in c.scores.values() for name, v in s.values.items()],
    }


def shown(value: Value) -> str:
    """A score for people; hashes are cut short."""
    if value is None:
        return "not scored"
    if isinstance(value, str):
        return value if len(value) <= 24 else value[:20] + "..."
    return f"{value:.4g}"
