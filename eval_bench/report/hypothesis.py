"""The one hypothesis of a report's folder: fixed by its first report, before anybody has seen a figure.

reports/toy+other/hypothesis.json    {"primary": "pooled_real", "scorer": "keyword"}
"""

import json
from dataclasses import replace
from pathlib import Path

from eval_bench.report.findings import Hypothesis
from synthgen.disk import replace as write_whole
from synthgen.errors import UsageError


def sealed(folder: Path, wanted: Hypothesis) -> Hypothesis:
    """Of a study, whose design fixed it before the first vote: nothing else is wanted. Raises UsageError, DiskError."""
    if fixed(folder, wanted).changed:
        raise UsageError(
            f"{folder / 'hypothesis.json'} names another hypothesis than the study, which fixed "
            f"{wanted.primary} before its first vote; put that back, or pass another out="
        )
    return wanted


def fixed(folder: Path, wanted: Hypothesis) -> Hypothesis:
    """What is wanted; changed if the folder's first report wanted another. Raises UsageError, DiskError."""
    path = folder / "hypothesis.json"
    if not path.exists():
        told = {"primary": wanted.primary, "scorer": wanted.scorer}
        write_whole(path, (json.dumps(told, indent=1) + "\n").encode())
        return wanted
    try:
        was = json.loads(path.read_text())
        primary, scorer = str(was["primary"]), str(was["scorer"])
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise UsageError(f"{path} cannot be read ({e}); restore it, or pass another out=") from e
    if (primary, scorer) == (wanted.primary, wanted.scorer):
        return wanted
    return replace(wanted, changed=f"changed after results were seen (was {primary}, scorer {scorer})")
