"""A study before its first vote: which items, which answers, what is known of some; fixed, and stored.

studies/first/
  study.sqlite   everything: see `eval_bench.study.database`
  design.json    what was fixed, for people to read, with its hash; it tells who said what: raters must not see it
"""

import json
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from math import ceil
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from rich.progress import track

from eval_bench.benchmark import Benchmark
from eval_bench.scoring import gather
from eval_bench.study import consent, known, sampling
from eval_bench.study.database import NAME, Database, now
from eval_bench.study.options import StudyConfig
from eval_bench.study.pictures import BrokenPicture, shown
from eval_bench.study.sampling import plain
from eval_bench.study.types import Asked, Design, Folder, Model, Statement
from eval_bench.types import Item
from synthgen.commands.told import talk
from synthgen.disk import replace
from synthgen.errors import UsageError
from synthgen.store import Store

LEAST_ATTENTION = 40
"""Attention statements to draw from, if no rater needs more."""
STRETCH = 25
"""At least one of so many statements is one of attention."""


def design_of(config: Any, *, simulated: str = "") -> tuple[Design, dict[str, bytes]]:
    """What a study with these keys is, and its pictures (JPEG) by item. `simulated`: what pretends to be raters.

    `config`: a StudyConfig, or another with its keys. Raises UsageError.
    """
    several = gather(config.answers, config.items, ("shown",))
    sampling.check(several)
    benches, names = several[0].benches, [one.answers.name for one in several]
    pool = [item for bench in benches for item in sampling.counting(bench)]
    _check_primary(config.primary, pool)
    sample = sampling.drawn(pool, config.n, config.seed)
    said = sampling.said(several, sample)
    asked_of_models = sampling.statements(sample, names, said, config.form)
    people = config.invitations or config.raters
    each = _each(len(asked_of_models), len(sample), config.raters, people)
    sure = known.statements(
        sample,
        pool,
        said,
        form=config.form,
        calibration=config.calibration,
        attention=max(LEAST_ATTENTION, _attention(config.attention, each)) if config.attention else 0,
        seed=config.seed,
        reference=config.reference == "shown",
    )
    chosen = {item.id: item for item in [*sample, *(row[0] for row in sure)]}
    design = Design(
        id="".join(secrets.choice(ascii_lowercase) for _ in range(16)),
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
        consent="" if simulated else _consent(config, each),
        contact=plain(config.contact or ""),
        simulated=simulated,
        benchmarks=tuple(
            Folder(str(bench.folder), bench.version, bench.source, any(item.counts for item in bench.items))
            for bench in benches
        ),
        models=tuple(Model(one.answers.name, str(one.answers.folder)) for one in several),
        asked=tuple(map(_asked, chosen.values())),
        statements=tuple(
            Statement(number, item.id, tuple(map(plain, texts)), models, kind, right)
            for number, (item, texts, models, kind, right) in enumerate([*asked_of_models, *sure])
        ),
        failed=tuple(where for where, text in said.items() if not text),
        tied=tuple(item.id for item in sample if config.form == "sides" and sampling.same(item, names, said)),
        n=config.n,
        calibration=config.calibration,
    )
    return design, _pictures(benches, chosen)


def made(config: StudyConfig, arguments: Sequence[str] = ()) -> Database:
    """The study of this configuration: the one that is there, or a new one. Raises UsageError, FolderInUse, DiskError.

    Of one that is there, keys that stand in `arguments` (the command line), and those that are not as by default,
    have to be the study's own.
    """
    path = config.folder / NAME
    if config.answers and not path.exists():
        new = design_of(config)  # what is refused leaves nothing behind
        with Store(config.folder).lock():
            if not path.exists():  # of two commands at once, one makes it
                Database.create(path, *new).close()
    db = Database(path)
    if db.design.simulated:
        raise UsageError(f"{config.folder} is of simulated raters ({db.design.simulated}); pass another name=")
    given = {argument.lstrip("+").partition("=")[0] for argument in arguments}
    if mistakes := list(_differences(config, db.design, given)):
        db.close()
        raise UsageError(*mistakes)
    text = json.dumps({"hash": db.hash, **asdict(db.design)}, indent=1, ensure_ascii=False) + "\n"
    readable = path.with_name("design.json")
    if not readable.is_file() or readable.read_bytes() != text.encode():
        replace(readable, text.encode())
    return db


def remarks(design: Design) -> Iterator[str]:
    """What whoever makes a study should know of it before people vote, a sentence each."""
    kinds, each = Counter(one.kind for one in design.statements), _each_of(design)
    for kind, has, wants in (
        ("calibration", kinds["calibration"], design.calibration),
        ("attention", kinds["attention"], _attention(design.attention, each)),
    ):
        if has < wants:
            yield (
                f"{kind}: {has} of {wants} statements that are wanted; the items have no more that everybody can tell "
                "(of colors, animals, vehicles, food and furniture; with reference=shown of all yes-no and either-or "
                "items that a person has accepted: python -m eval_bench validate)"
            )
    for bench in design.benchmarks:
        if not bench.validated:
            yield (
                f"nobody has looked at the items of {bench.folder}: where one is wrong, careful raters seem careless; "
                f"first: python -m eval_bench validate items={bench.folder}"
            )
    ability, _, source = design.primary.rpartition("_")
    if not any(one.source == source and ability in ("pooled", one.ability) for one in design.asked):
        yield (
            f"primary={design.primary} cannot be tested with these items; before anybody votes, make another study: "
            f"primary=pooled_{design.asked[0].source} name=..."
        )
    sample = {one.item for one in design.statements if one.kind == "item"}
    if not design.reference and any(one.item in sample for one in design.statements if one.kind == "calibration"):
        yield "feedback in calibration tells answers to items that are voted on too; n= leaves some out for it"
    for model, count in Counter(model for _, model in design.failed).items():
        yield f"{model} gave no answer to {count} items (it failed, or is empty): wrong, and nobody is asked"


def _each(statements: int, items: int, raters: int, people: int) -> int:
    """So many of the statements about items does one rater vote on: items are shared evenly."""
    return ceil(statements * ceil(items * raters / people) / max(1, items))


def _each_of(design: Design) -> int:
    asked = [one.item for one in design.statements if one.kind == "item"]
    items = {*asked, *design.tied, *(item for item, _ in design.failed)}
    return _each(len(asked), len(items), design.raters, design.invitations)


def _attention(share: float, statements: int) -> int:
    """So many of a rater who votes on that many statements about items."""
    wanted = max(ceil(statements * share / (1 - share)), ceil(statements / (STRETCH - 1)))
    return wanted if share else 0


def _consent(config: Any, each: int) -> str:
    """`each`: so many statements about items does one rater vote on."""
    statements = config.calibration + each + _attention(config.attention, each)
    path = Path(config.consent).expanduser() if config.consent else None
    return consent.text(path, contact=plain(config.contact or ""), statements=statements, days=config.days)


def _check_primary(primary: str, pool: Sequence[Item]) -> None:
    """Of an ability: whether there is such a one. Raises UsageError."""
    ability, abilities = primary.rpartition("_")[0], sorted({item.ability for item in pool})
    if ability not in ("pooled", *abilities):
        raise UsageError(f"primary={primary}: no item is about {ability}; there are {', '.join(abilities)}")


def _asked(item: Item) -> Asked:
    words = tuple(map(plain, item.accept))
    told = plain(item.question), plain(item.answer), words
    return Asked(item.id, item.ability, item.source, *told, item.head, item.key, item.standard)


def _pictures(benches: Sequence[Benchmark], chosen: Mapping[str, Item]) -> dict[str, bytes]:
    """Raises UsageError, a line for each that cannot be shown."""
    found, faults = {}, []
    bench_of = {item.id: bench for bench in benches for item in bench.items}
    for item in track(chosen.values(), "pictures", console=talk, transient=True, disable=not talk.is_terminal):
        bench = bench_of[item.id]
        try:
            found[item.id] = shown(bench.picture(item))
        except BrokenPicture as fault:
            faults.append(
                f"{bench.folder / item.image} cannot be shown ({fault}); restore the file, or refuse the item"
            )
    if faults:
        raise UsageError(*faults)
    return found


def _differences(config: StudyConfig, design: Design, given: set[str]) -> Iterator[str]:
    """A line for each fixed key that is asked for otherwise than the study has it."""
    default = {field.name: field.default for field in fields(StudyConfig)} | {"items": [], "answers": []}
    for key, (asked, was) in _fixed(config, design).items():
        if (key in given or getattr(config, key) != default[key]) and asked != was:
            told = ["null" if v is None else "another text" if len(str(v)) > 200 else v for v in (was, asked)]
            yield (
                f"{key}={told[1]}: {config.folder} was made with {told[0]}, and that is fixed; "
                f"leave {key}= out to go on with it, or pass another name= for another study"
            )


def _fixed(config: StudyConfig, design: Design) -> dict[str, tuple[Any, Any]]:
    """By key, what is asked for and what the study has, in like words."""
    same = ("form", "raters", "n", "attention", "calibration", "right_from", "primary", "seed", "days")
    found = {key: (getattr(config, key), getattr(design, key)) for key in same}
    folders = [one.folder for one in design.benchmarks], [one.folder for one in design.models]
    found["items"] = _places(sorted(map(str, config.items))), _places(sorted(folders[0]))
    found["answers"] = _places(config.answers), _places(folders[1])
    found["invitations"] = config.invitations or design.raters, design.invitations
    found["reference"] = config.reference, "shown" if design.reference else "hidden"
    found["contact"] = plain(config.contact or ""), design.contact
    found["consent"] = _consent(config, _each_of(design)), design.consent
    return found


def _places(folders: Sequence[Any]) -> str:
    return "[" + ",".join(str(Path(folder).resolve()) for folder in folders) + "]"
