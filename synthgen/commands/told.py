"""What several commands say and read in the same way."""

import re
from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path

from synthgen.build import Run, build_run
from synthgen.config import compose
from synthgen.desk import RunDesk
from synthgen.elsewhere import Elsewhere
from synthgen.errors import UsageError
from synthgen.kit.consoles import Results, Talk
from synthgen.store import Store

talk = Talk(stderr=True, soft_wrap=True)
"""Progress and remarks."""
out = Results(soft_wrap=True)
"""Results."""


def pushing(desk: RunDesk) -> Callable[[str], None]:
    """What tells how far a push is, before each commit. As `RunDesk.may_go_on`."""

    def tell(line: str) -> None:
        desk.may_go_on("what was pushed stays there")
        talk.print(line, highlight=False, markup=False)

    return tell


MADE_OF = r"(ability|llm|renderer|template|experiment|seed|images_per_prompt|takes|takes_by|image|epoch)([.=]|$)"
"""What a fingerprint covers: reading a run again cannot change it, only mislabel it."""


def run_of(arguments: Sequence[str], command: str, renders: bool = False) -> Run:
    """The run of `run=<folder> [key=value ...]`: the configuration that made the folder, with the given changes.

    `renders`: the command makes pictures, so how they are made may change, but not what. Raises UsageError.
    """
    folders = [a.removeprefix("run=") for a in arguments if a.startswith("run=")]
    changes = [a for a in arguments if not a.startswith("run=")]
    if len(folders) != 1:
        raise UsageError(f"{command} needs the folder of a run: python -m synthgen {command} run=outputs/joke")
    how = [change for change in changes if renders and change.startswith("renderer.")]
    fixed = [change for change in changes if re.match(MADE_OF, change.lstrip("+~")) and change not in how]
    if fixed:
        raise UsageError(
            f"{' '.join(fixed)}: the samples of a run were made from these; only checks, exporters and n change"
        )
    if any(change.startswith("objects=") for change in changes):
        raise UsageError(f"{command} finds the pictures of a run by its run.json; leave out objects=")
    folder = Path(folders[0]).expanduser()
    folder = folder if folder.name else folder.resolve()  # "." has no name
    about = Store(folder).read_json("run.json")
    if about is None or not {"command", "choices", "fingerprint"} <= about.keys():
        raise UsageError(f"{folder} is not the folder of a run: it has no run.json")
    place = [f"outputs={_quoted(str(folder.parent))}", f"name={_quoted(folder.name)}"]
    kept = [word for word in about["command"] if not word.startswith(("outputs=", "name="))]
    # as they were, whatever the local settings now are
    chosen = [f"{group}={about['choices'][group]}" for group in ("llm", "renderer")]
    config = compose([*chosen, *kept, *changes, *place])
    lies = Elsewhere.of(about)
    config.objects = lies.url.rpartition("/")[0] if lies else None
    if not any(change.startswith("export.push=") for change in changes):
        config.export.push = None  # to publish again takes a word of its own
    run = build_run(config, about["fingerprint"])
    free = sorted(f"renderer.{f.name}" for f in fields(run.renderer) if f.init and f.name in run.renderer.operational)
    fixed = [change for change in how if change.partition("=")[0] not in free]
    if fixed:
        raise UsageError(
            f"{' '.join(fixed)}: the samples of a run were made from these; only {', '.join(free) or 'n'} can change"
        )
    return run


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def warn_if_short(run: Run, kept: int) -> None:
    """Say it where a run has fewer samples than it was asked for: it was stopped, or is still going on."""
    said = (Store(run.folder).read_json("run.json") or {}).get("selected") or ()
    asked = run.config.n * len(run.config.ability)
    if kept < asked and not any(word.startswith("n=") for word in said):
        talk.print(
            f"{run.folder} is not complete: it has {kept:,} of {asked:,} samples; its own command makes the rest",
            highlight=False,
            markup=False,
        )
