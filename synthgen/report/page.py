"""report.html: one file that opens offline, with a picture grid, filters, and why samples were rejected."""

import random
import shlex
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from synthgen.build import Run
from synthgen.disk import replace
from synthgen.progress import embedded
from synthgen.records import candidates
from synthgen.report.checks import quality
from synthgen.report.contents import contents, kinds_table, people_table
from synthgen.report.html import page
from synthgen.report.money import ledger_of, money
from synthgen.report.thumbnails import data_url
from synthgen.select import Candidate
from synthgen.store import SHARD, Store
from synthgen.types import Dialogue, Picture, Prompt, Value, index_of

SHOWN = 500
"""The most samples whose pictures are put into the page."""
TOP = 20
"""Details of a reason (words that could not be drawn, say) that are seen at once; the others unfold."""
DETAILS = 300
"""The most details that are listed at all."""
UNDRAWABLE = "undrawable"
"""The reason whose details are words that the renderer cannot draw."""
FILES = ("selection.parquet", "run.json", "log.jsonl", "prompts", "pictures", "dialogues", "scores", "replies")
"""What a reader may want to open beside the exports, where it is there."""
Verdict = dict[str, Any]
"""A row of selection.parquet: id, kept, stage, reason, detail."""


def write_report(run: Run, store: Store) -> Path:
    """Write the report of the last selection, and its ledger into run.json; gives the path of the report."""
    verdicts = store.read_selection()
    about = store.read_json("run.json") or {}
    kept = [str(v["id"]) for v in verdicts if v["kept"]]
    ledger = ledger_of(run, store, kept)
    if about and ledger is not None and ledger != about.get("ledger"):
        store.write_json("run.json", about | {"ledger": ledger})
    samples = list(_samples(run, store, draw(verdicts, run.config.seed)))
    held = contents(store, run.abilities, kept)
    content = page(
        "report.html",
        name=run.folder.name,
        llm=run.llm.describe_yourself(),
        renderer=run.renderer.describe_yourself(),
        embedded=embedded(run),
        seed=run.config.seed,
        n=run.config.n,
        command=shlex.join(["python", "-m", "synthgen", *about.get("command", [])]),
        figures=list(_figures(about.get("figures") or {}, samples)),
        money=money(ledger, len(kept), list(run.abilities)),
        kept=len(kept),
        asked=len(verdicts),
        abilities=[_ability(name, verdicts) for name in run.abilities],
        kinds=kinds_table(held),
        people=people_table(held),
        reasons=list(_reasons(verdicts)),
        undrawable=UNDRAWABLE,
        quality=quality(run, store),
        top=TOP,
        samples=samples,
        files=list(_files(store.root)),
    )
    path = store.root / "report.html"
    replace(path, content.encode())
    return path


def draw(verdicts: Sequence[Verdict], seed: int, most: int = SHOWN) -> list[Verdict]:
    """All, or a random draw of `most`, by id: half dealt in turn to each reason of each ability, half from everything.

    Kept samples are a group as a reason is. Each group is seen, as long as there are no more than `most`.
    """
    if len(verdicts) <= most:
        return list(verdicts)
    shuffled = random.Random(seed).sample(list(verdicts), len(verdicts))
    dealt: Counter[tuple[str, str | None]] = Counter()
    turns: list[int] = []
    for verdict in shuffled:
        group = (_ability_of(verdict), verdict["reason"])
        dealt[group] += 1
        turns.append(dealt[group])
    in_turn = sorted(range(len(shuffled)), key=turns.__getitem__)  # stable: the first of each group, then the second
    chosen = set(in_turn[: max(most // 2, min(most, len(dealt)))])
    others = [i for i in range(len(shuffled)) if i not in chosen]
    chosen.update(others[: most - len(chosen)])
    return sorted((shuffled[i] for i in chosen), key=lambda v: str(v["id"]))


def _ability_of(verdict: Verdict) -> str:
    return str(verdict["id"]).rpartition("-")[0]


def _figures(ran: Mapping[str, Any], samples: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Label and value; an interrupted run knows fewer."""
    sizes = Counter(s["size"] for s in samples if s["size"])
    if sizes:
        yield "picture size", " and others".join([sizes.most_common(1)[0][0], ""] if len(sizes) > 1 else sizes)
    if "seconds" in ran:
        yield "seconds of the last run", f"{ran['seconds']:,.1f}"
        yield "pictures it rendered", f"{ran['rendered']:,}"
        if ran["rendered"]:
            yield "pictures per second", f"{ran['rendered'] / max(ran['seconds'], 0.01):,.1f}"


def _ability(name: str, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    own = [v for v in verdicts if _ability_of(v) == name]
    reasons = Counter(str(v["reason"]) for v in own if not v["kept"])
    return {
        "name": name,
        "asked": len(own),
        "kept": len(own) - reasons.total(),
        "reasons": reasons.most_common(),
        "filter": urlencode({"ability": name}),
    }


def _reasons(verdicts: Sequence[Verdict]) -> Iterator[dict[str, Any]]:
    """Reasons by frequency, each with its details by frequency; `filter` is the address that shows its samples."""
    details: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        if not verdict["kept"]:
            details[verdict["reason"]][verdict["detail"] or ""] += 1
    for reason, found in sorted(details.items(), key=lambda item: (-item[1].total(), item[0])):
        common = sorted(((d, n) for d, n in found.items() if d), key=lambda item: (-item[1], item[0]))
        # details that never recur (a figure, the id of a twin) say nothing as a list; words do
        telling = reason == UNDRAWABLE or (common and common[0][1] > 1)
        yield {
            "label": reason,
            "count": found.total(),
            "filter": urlencode({"verdict": reason}),
            "details": [
                {"label": d, "count": n, "filter": urlencode({"verdict": reason, "words": f"({d})"})}
                for d, n in (common[:DETAILS] if telling else [])
            ],
        }


def _samples(run: Run, store: Store, drawn: Sequence[Verdict]) -> Iterator[dict[str, Any]]:
    folders = sorted(run.folder.glob("export/*/*/"))
    with ThreadPoolExecutor() as pool:  # Pillow lets go of the GIL while it works
        for (ability, _), group in groupby(drawn, key=lambda v: (_ability_of(v), index_of(v["id"]) // SHARD)):
            verdicts = {str(v["id"]): v for v in group}
            indices = [index_of(id) for id in verdicts]
            rows = candidates(store, ability, run.checks, min(indices), max(indices) + 1, light=False)
            found = [c for c in rows if c.id in verdicts]
            for c, content in zip(found, pool.map(sample, found), strict=True):
                verdict = verdicts[c.id]
                files = [path for folder in folders if verdict["kept"] and (path := folder / _file_name(c)).is_file()]
                yield content | {
                    "ability": ability,
                    "reason": verdict["reason"],
                    "detail": verdict["detail"],
                    "file": quote(str(files[0].relative_to(run.folder))) if files else "",
                }


def _file_name(c: Candidate) -> str:
    return f"{c.id}.{c.picture.format}" if isinstance(c.picture, Picture) else c.id


def sample(c: Candidate) -> dict[str, Any]:
    """What a page shows of a candidate."""
    prompt = c.prompt if isinstance(c.prompt, Prompt) else None
    picture = c.picture if isinstance(c.picture, Picture) else None
    return {
        "id": c.id,
        "head": prompt.head if prompt else "",
        "prompt": prompt.text if prompt else "",
        "image": data_url(picture) if picture else "",
        "size": f"{picture.width} x {picture.height} {picture.format}" if picture else "",
        "turns": c.dialogue.turns if isinstance(c.dialogue, Dialogue) else (),
        "scores": [(s.check, name, shown(v)) for s in c.scores.values() for name, v in s.values.items()],
    }


def shown(value: Value) -> str:
    """A score for people; hashes are cut short."""
    if value is None:
        return "not scored"
    if isinstance(value, bytes):
        return f"{len(value):,} bytes"
    if isinstance(value, str):
        return (value if len(value) <= 24 else value[:20] + "...") or "none"
    return f"{value:.4g}"


def _files(folder: Path) -> Iterator[str]:
    """Relative paths of what lies in the run folder, as links: exports first."""
    found = [*sorted(folder.glob("export/*/")), *(path for name in FILES if (path := folder / name).exists())]
    for path in found:
        yield quote(str(path.relative_to(folder))) + ("/" if path.is_dir() else "")
