"""the rating page in one file per person, for people without a network

python -m eval_bench study packets study=studies/first packets=3
python -m eval_bench study packets study=studies/first packets=5 out=to_send
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hydra.core.config_store import ConfigStore
from rich.progress import Progress

from eval_bench.commands.told import out, talk
from eval_bench.study.database import NAME, Database
from eval_bench.study.packets import packet
from eval_bench.study.planning import plan
from eval_bench.study.types import Rater
from synthgen.config import compose_entry
from synthgen.disk import replace
from synthgen.errors import UsageError

DAY = 86_400


@dataclass
class StudyPacketsConfig:
    """The keys of `study packets`. `conf/eval_bench/study_packets.yaml` says what each means."""

    study: str | None = None
    packets: int = 1
    out: str | None = None

    def mistakes(self) -> Iterator[str]:
        """Values of the right type that make no sense."""
        if not self.study:
            yield "no study is named; pass study=studies/first"
        if not 1 <= self.packets <= 999:
            yield f"packets={self.packets}: it has to be 1 to 999"


ConfigStore.instance().store(name="study_packets_schema", node=StudyPacketsConfig)


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError."""
    config = compose_entry(arguments, "eval_bench/study_packets", StudyPacketsConfig)
    folder = Path(str(config.study)).expanduser()
    db = Database(folder / NAME)
    to = Path(config.out).expanduser() if config.out else folder / "packets"
    raters = list(_raters(db, config.packets))
    if not raters:
        raise UsageError(f"{folder}: everything was given to others already; revoke a link that nobody uses, or wait")
    with Progress(console=talk, transient=True, disable=not talk.is_terminal) as progress:
        for rater in progress.track(raters, description="packets"):
            path = to / f"{rater.label.replace(' ', '_')}.html"
            page = packet(db, rater).encode()
            replace(path, page)
            tasks = len(db.tasks(rater.id))
            out.print(f"{path}: {tasks:,} statements, {len(page) / 1e6:.1f} MB", highlight=False, markup=False)
    if len(raters) < config.packets:
        out.print(f"{config.packets - len(raters)} of {config.packets}: others have got everything", highlight=False)
    out.print(
        "send each file to one person. They open it in a browser, and send the votes.json that it gives them back:\n"
        f"python -m eval_bench study import study={folder} file=votes.json",
        highlight=False,
        markup=False,
    )
    db.close()
    return 0


def _raters(db: Database, count: int) -> Iterator[Rater]:
    """Who votes by packet: "packet 1" and so on, each with tasks. The same number again makes nobody new, but in place
    of those who were revoked."""
    live = {one.label: one for one in db.raters() if not one.revoked}
    for number in range(1, count + 1):
        label = f"packet {number}"
        try:
            yield live.get(label) or _invited(db, label)
        except _NothingLeft:
            return


class _NothingLeft(Exception):
    """Others have got everything."""


def _invited(db: Database, label: str) -> Rater:
    """Raises _NothingLeft, and nobody is invited."""
    with db.transaction():
        at = time.time()
        rater = db.invite(label, at + db.design.days * DAY)
        if not plan(db, rater, at):
            raise _NothingLeft
    return rater
