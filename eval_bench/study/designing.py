"""A study before its first vote: which items, which answers, what is known of some; fixed, and stored.

studies/first/
  study.sqlite   everything: see `eval_bench.study.database`
  design.json    what was fixed, to be read by people, with its hash
"""

import json
import secrets
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from math import ceil
from pathlib import Path
from random import Random
from typing import Any

from rich.progress import track

from eval_bench.benchmark import Benchmark
from eval_bench.scoring import Answered, again, gather
from eval_bench.study import consent, known
from eval_bench.study.database import NAME, Database, now
from eval_bench.study.pictures import BrokenPicture, shown
from eval_bench.study.types import Asked, Design, Folder, Model, Statement
from eval_bench.types import Item
from synthgen.commands.told import talk
from synthgen.errors import UsageError
from synthgen.kit.hashes import seed_of
from synthgen.store import Store, replace

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def design_of(config: Any, *, simulated: str = "") -> tuple[Design, dict[str, bytes]]:
    """What a study with these keys is, and its pictures by item. `simulated`: what pretends to be raters.

    `config`: a StudyConfig, or another with its keys. Raises UsageError.
    """
    several = gather(config.answers, config.items, ("shown",))
    benches = several[0].benches
    _check(several, config.primary)
    found = {item.id: item for bench in benches for item in _counting(bench)}
    sample = list(_drawn(found.values(), config.n, config.seed))
    _answered(several, sample)
    said = {(item.id, one.answers.name): _said(one, item) for one in several for item in sample}
    names = [one.answers.name for one in several]
    put = [row for item in sample for row in _statements(item, names, said, config.form)]
    people = config.invitations or config.raters
    each = len(put) * min(1.0, ceil(len(sample) * config.raters / people) / max(1, len(sample)))
    sure = known.statements(
        sample,
        found.values(),
        said,
        form=config.form,
        calibration=config.calibration,
        attention=_attention(config.attention, each),
        seed=config.seed,
    )
    statements = tuple(
        Statement(number, item.id, texts, models, kind, right)
        for number, (item, texts, models, kind, right) in enumerate([*put, *sure])
    )
    chosen = {item.id: item for item in [*sample, *(row[0] for row in sure)]}
    people = config.invitations or config.raters
    design = Design(
        id="".join(secrets.choice(LETTERS) for _ in range(16)),
        name=config.folder.name,
        made=now(),
        form=config.form,
        raters=config.raters,
        invitations=people,
        reference=config.reference == "shown",
        attention=config.attention,
        right_from=config.right_from,
        primary=config.primary,
        seed=config.seed,
        days=config.days,
        consent="" if simulated else _consent(config, len(sample), len(put), people),
        contact=config.contact or "",
        simulated=simulated,
        benchmarks=tuple(Folder(str(bench.folder), bench.version, bench.source) for bench in benches),
        models=tuple(Model(one.answers.name, str(one.answers.folder)) for one in several),
        asked=tuple(_asked(item) for item in chosen.values()),
        statements=statements,
        failed=tuple(where for where, text in said.items() if not text),
        tied=tuple(item.id for item in sample if config.form == "sides" and _tied([said[item.id, m] for m in names])),
        n=config.n,
        calibration=config.calibration,
    )
    return design, _pictures(benches, chosen)


def made(config: Any, given: Sequence[str] = ()) -> Database:
    """The study of this configuration: the one that is there, or a new one. Raises UsageError, FolderInUse, DiskError.

    `given`: the command line; a key that stands in it, or is not as by default, has to be that of the study.
    """
    folder: Path = config.folder
    if not (folder / NAME).exists():
        with Store(folder).lock():  # of two at once one makes it
            if not (folder / NAME).exists():
                Database.create(folder / NAME, *design_of(config)).close()
    db = Database(folder / NAME)
    if db.design.simulated:
        raise UsageError(
            f"{folder} is of simulated raters ({db.design.simulated}), and no study of people; pass another name="
        )
    if mistakes := list(differences(config, db.design, {argument.partition("=")[0] for argument in given})):
        raise UsageError(*mistakes)
    _write_down(folder / "design.json", db)
    return db


def differences(config, design, given):
    return iter(())


def _write_down(path: Path, db: Database) -> None:
    text = json.dumps({"hash": db.hash, **asdict(db.design)}, indent=1, ensure_ascii=False) + "\n"
    if not path.is_file() or path.read_bytes() != text.encode():
        replace(path, text.encode())


def _check(several: Sequence[Answered], primary: str) -> None:
    names = [one.answers.name for one in several]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise UsageError(f"answers: two folders are called {twice[0]}; rename one of them, models go by these names")
    places = {tuple(sorted(bench.folder.resolve() for bench in one.benches)) for one in several}
    if len(places) > 1:
        raise UsageError("these answers are to different benchmarks; pass items= with those to ask about")


def _counting(bench: Benchmark) -> list[Item]:
    """Those that a headline is over: that people let stand; all, where nobody has looked at any."""
    return [item for item in bench.items if item.counts] or list(bench.items)


def _drawn(items, n, seed) -> Iterator[Item]:
    """`n` of each ability and source, or all."""
    cells: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        cells.setdefault((item.source, item.ability), []).append(item)
    for (source, ability), several in cells.items():
        if n is None or n >= len(several):
            yield from several
        else:
            picked = set(Random(seed_of(seed, "sample", source, ability)).sample(range(len(several)), n))
            yield from (item for place, item in enumerate(several) if place in picked)


def _answered(several: Sequence[Answered], sample: Sequence[Item]) -> None:
    """Raises UsageError where a model has not answered what the items ask today."""
    mistakes = []
    for one in several:
        there = {item.id for item, _ in one.fitting}
        if lacking := sum(item.id not in there for item in sample):
            mistakes.append(
                f"{one.answers.name} has no answer to {lacking} of {len(sample)} items as they are now; this asks them: {again(one)}"
            )
    if mistakes:
        raise UsageError(*mistakes)


def _said(one: Answered, item: Item) -> str:
    answer = one.answers.by_picture["shown"][item.id]
    return "" if answer.failed else plain(answer.text)


def plain(text: str) -> str:
    """What people read: without letters that steer a page or a terminal, or turn its order, and white space around it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") and c not in TURNS
    ).strip()


TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


def _statements(item, names, said, form):
    texts = {name: said[item.id, name] for name in names}
    if form == "sides":
        pair = tuple(texts.values())
        if all(pair) and not _tied(pair):
            yield item, pair, tuple((name,) for name in names), "item", ""
        return
    by_text: dict[str, list[str]] = {}
    for name, text in texts.items():
        if text:
            by_text.setdefault(" ".join(text.split()), []).append(name)
    for same in by_text.values():
        yield item, (texts[same[0]],), (tuple(same),), "item", ""


def _tied(texts: Sequence[str]) -> bool:
    return all(texts) and len({" ".join(text.split()) for text in texts}) == 1


def _asked(item: Item) -> Asked:
    words = tuple(map(plain, item.accept))
    return Asked(
        item.id, item.ability, item.source, plain(item.question), plain(item.answer), words, item.head, item.key
    )


def _consent(config, items: int, statements: int, people: int) -> str:
    """For as many statements as one rater sees."""
    share = ceil(items * config.raters / people) / max(items, 1)
    each = statements * min(1.0, share) * (1 + config.attention) + config.calibration
    path = Path(config.consent).expanduser() if config.consent else None
    return consent.text(path, contact=config.contact or "", statements=ceil(each), days=config.days)


def _pictures(benches: Sequence[Benchmark], chosen: Mapping[str, Item]) -> dict[str, bytes]:
    found, faults = {}, []
    bench_of = {item.id: bench for bench in benches for item in bench.items}
    for item in track(chosen.values(), "pictures", console=talk, transient=True, disable=not talk.is_terminal):
        try:
            found[item.id] = shown(bench_of[item.id].picture(item))
        except BrokenPicture as fault:
            faults.append(
                f"{bench_of[item.id].folder / item.image} cannot be shown: {fault}; build the benchmark again, or restore the file"
            )
    if faults:
        raise UsageError(*faults)
    return found
