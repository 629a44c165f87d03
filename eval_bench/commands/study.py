"""people say blind which answers are right: a page for each, served from this machine

python -m eval_bench study items=benchmarks/generated answers=[answers/base,answers/tuned]
python -m eval_bench study items=benchmarks/generated answers=[answers/base,answers/tuned] n=10 raters=3 invitations=12
python -m eval_bench study name=base+tuned host=0.0.0.0 url=https://study.example.org
"""

import os
import time
import webbrowser
from collections.abc import Sequence

from eval_bench.commands.told import out, talk
from eval_bench.pages.serving import opens, preflight
from eval_bench.study.database import Database
from eval_bench.study.designing import made, remarks
from eval_bench.study.options import StudyConfig
from eval_bench.study.place import Place
from eval_bench.study.serving import listening, serve
from eval_bench.study.tokens import admin_link, links, links_csv
from synthgen.config import compose_entry
from synthgen.disk import disk_errors
from synthgen.errors import UsageError
from synthgen.store import Store

SHOWN = 20
"""Links that are printed; all are in links.csv."""


def run(arguments: Sequence[str]) -> int:
    """Raises UsageError, DiskError, FolderInUse."""
    config = compose_entry(arguments, "eval_bench/study", StudyConfig)
    preflight()
    place = Place(config.host, config.port, config.url or "")
    if mistakes := list(place.mistakes()):
        raise UsageError(*mistakes)
    db = made(config, arguments)
    for line in remarks(db.design):
        talk.print(line, highlight=False, markup=False)
    # one server at a time: the links in the file are for its address
    with listening(config.host, config.port) as listener, Store(config.folder).lock():
        _invite(db)
        place = Place(config.host, listener.getsockname()[1], config.url or "")
        _welcome(db, place)
        if opens(config.open, os.environ):
            webbrowser.open(admin_link(db, place.base))
        serve(db, place, listener)
    _tell(db)
    db.close()  # everything is in the one file now
    return 0


def _invite(db: Database) -> None:
    """The first time, as many as the design says."""
    with db.transaction():
        if not db.raters():
            for number in range(1, db.design.invitations + 1):
                db.invite(f"rater {number}", time.time() + db.design.days * 86400)


def _welcome(db: Database, place: Place) -> None:
    path = db.path.with_name("links.csv")
    found = links(db, place.base)
    with disk_errors(path), open(path, "w", opener=_secret) as file:
        file.write(links_csv(db, place.base))
    _say(f"admin: {admin_link(db, place.base)}")
    for rater, link in found[:SHOWN]:
        _say(f"{rater.label}: {link}")
    _say(
        f"{f'all {len(found):,} links' if len(found) > SHOWN else 'links'}: {path} (each is for one person, and secret)"
    )
    if place.url:
        _say(f"it listens at {place.host}; what comes to {place.base} a proxy passes on to {place.local}")
    if place.open_to_listeners:
        talk.print(
            f"url={place.url}: links and votes travel unencrypted, and who listens can vote in place of others; "
            "put a proxy with HTTPS before it, as docs/user_study.md shows",
            highlight=False,
            markup=False,
        )
    _say("Ctrl-C ends it; each vote that a page calls saved is on disk, and the same command goes on")


def _secret(path: str, flags: int) -> int:
    """For nobody else on this machine to read."""
    handle = os.open(path, flags, 0o600)
    os.fchmod(handle, 0o600)  # one that was there keeps its own
    return handle


def _tell(db: Database) -> None:
    kinds = [s.kind for s in db.design.statements]
    votes = sum(kinds[ballot.statement] == "item" for ballot in db.ballots())
    wanted = kinds.count("item") * db.design.raters
    people = len({ballot.rater for ballot in db.ballots()})
    _say(f"{db.path.parent}: {votes:,} of {wanted:,} votes, by {people:,} people")
    _say(f"see them: python -m eval_bench study results study={db.path.parent}")


def _say(line: str) -> None:
    out.print(line, highlight=False, markup=False)
