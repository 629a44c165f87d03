"""make pictures of a run again, and see how far they are from the stored ones

python -m synthgen rerender run=outputs/joke id=joke-000000003
python -m synthgen rerender run=outputs/joke id=[joke-000000003,joke-000000007] json=true
python -m synthgen rerender run=outputs/photos id=joke-000000003 renderer.device=cpu
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from synthgen.commands.told import out, run_of, talk
from synthgen.errors import UsageError
from synthgen.kit.hashes import sha256
from synthgen.report.rerender import NOTICEABLE, Again, changed, rerender

OWN = ("id=", "json=")


def run(arguments: Sequence[str]) -> int:
    """A report: 0 whatever it finds. Raises UsageError, and DeviceError where the renderer does not start."""
    ids = [id for a in arguments if a.startswith("id=") for id in a[3:].strip("[]").replace(",", " ").split()]
    forms = [a.removeprefix("json=") for a in arguments if a.startswith("json=")]
    if forms not in ([], ["true"], ["false"]):
        raise UsageError(f"json={forms[-1]}: it has to be true or false")
    about = run_of([a for a in arguments if not a.startswith(OWN)], "rerender", renders=True)
    if not ids:
        raise UsageError(f"rerender needs an id: python -m synthgen rerender run={about.folder} id=...")
    other, made = changed(about), []
    if other:
        talk.print(f"{'; '.join(other)}: another picture is no wonder", markup=False, highlight=False)
    for again in rerender(about, list(dict.fromkeys(ids))):
        made.append(_as_json(again))
        if forms != ["true"]:
            for line in _lines(again):
                out.print(line, markup=False, highlight=False)
    if forms == ["true"]:
        out.print(json.dumps(made, indent=1, ensure_ascii=False), markup=False, highlight=False)
    return 0


def _lines(again: Again) -> list[str]:
    d = again.difference
    if again.identical:
        said = "identical bytes"
    elif d is None:
        said = again.reason
    else:
        means, most = (", ".join(map(str, values)) for values in ([f"{m:.2f}" for m in d.mean], d.largest))
        verdict = "within" if again.within else "NOT within"
        limit = f"a mean of {again.tolerance:g} of 255" if again.tolerance else "the same pixels"
        said = (
            f"{verdict} the tolerance ({limit}); red, green, blue differ by {means} of 255 on average, {most} at most; "
            f"{d.share:.2%} of the pixels by more than {NOTICEABLE}"
        )
    lines = [f"{again.stored.id}: {said}"]
    if again.environment or again.stored.environment:
        lines += [f"  stored: {again.stored.environment or 'not recorded'}", f"  again:  {again.environment}"]
    return [*lines, *([f"  {again.sheet}"] if again.sheet else [])]


def _as_json(again: Again) -> dict[str, Any]:
    return {
        "id": again.stored.id,
        "identical": again.identical,
        "within_tolerance": again.within,
        "tolerance": again.tolerance,
        "difference": None if again.difference is None else asdict(again.difference),
        "reason": again.reason,
        "stored": {"sha256": again.stored.sha256, "environment": again.stored.environment},
        "again": {"sha256": sha256(again.data) if again.data else None, "environment": again.environment},
        "sheet": str(again.sheet) if again.sheet else None,
    }
