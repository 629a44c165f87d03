"""The house has floors: an import never points up, and a part never imports another part."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("llm", "renderer", "qc", "embedder", "detector", "exporter", "engine", "monitor")
FLOORS = [
    ("synthgen/types.py", "synthgen/errors.py"),
    (
        "synthgen/interfaces.py",
        "synthgen/shards.py",
        "synthgen/status.py",
        "synthgen/checks.py",
        "synthgen/sight.py",
        "synthgen/monitors.py",
    ),
    ("synthgen/kit/",),
    ("synthgen/crew/",),
    (*(f"synthgen/{part}/" for part in PARTS), "abilities/"),
    tuple(
        f"synthgen/{name}.py"
        for name in (
            "packs/files",
            "packs/words",
            "config",
            "build",
            "tables",
            "disk",
            "remote",
            "objects",
            "parts",
            "bucket",
            "elsewhere",
            "lock",
            "store",
            "desk",
            "target",
            "memory",
            "plan",
            "encoding",
            "measure",
            "confirming",
            "stream",
            "stages",
            "select",
            "records",
            "tally",
            "walked",
            "line",
            "cutting",
            "meter",
            "beacon",
            "onlookers",
            "writing",
            "ledger",
            "estimate",
        )
    ),
    ("synthgen/rounds.py", "synthgen/card/"),
    ("synthgen/exporting.py",),
    ("synthgen/pipeline.py", "synthgen/progress.py"),
    (
        "synthgen/report/",
        "synthgen/lookout/",
        "synthgen/diversity/",
        "synthgen/packs/",
        "synthgen/clip_training/",
        "synthgen/mix/",
        "synthgen/pilot.py",
        "synthgen/forecast.py",
    ),
    ("synthgen/commands/", "synthgen/__main__.py"),
    ("eval_bench/",),
]
FILES = sorted(
    str(p.relative_to(ROOT))
    for folder in ("synthgen", "abilities", "eval_bench")
    for p in (ROOT / folder).rglob("*.py")
)


def floor(path: str) -> int | None:
    fits = [i for i, places in enumerate(FLOORS) for place in places if path == place or path.startswith(place)]
    return fits[0] if fits else None


def imports(path: str) -> list[str]:
    """The modules of ours that a file imports, as paths."""
    found = []
    for node in ast.walk(ast.parse((ROOT / path).read_text())):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            base = name.replace(".", "/")
            found += [p for p in (f"{base}.py", f"{base}/__init__.py") if (ROOT / p).exists()]
    return found


@pytest.mark.parametrize("path", FILES)
def test_no_import_points_up(path: str) -> None:
    own = floor(path)
    if own is not None:
        assert [other for other in imports(path) if (floor(other) or 0) > own] == []


@pytest.mark.parametrize("path", [p for p in FILES if floor(p) == 4])
def test_no_part_imports_another(path: str) -> None:
    room = "/".join(path.split("/")[:2]) if path.startswith("synthgen") else "abilities"
    others = [p for p in imports(path) if floor(p) == 4 and not p.startswith(room)]
    if path.startswith("synthgen/renderer/sketch/"):
        others += [
            p
            for p in imports(path)
            if p.startswith("synthgen/renderer/") and "/sketch/" not in p and "__init__" not in p
        ]
    assert others == []


@pytest.mark.parametrize("path", FILES)
def test_files_and_functions_stay_small(path: str) -> None:
    text = (ROOT / path).read_text()
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name
