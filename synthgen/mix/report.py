"""What went into a mix, what did not, and how a trainer is pointed at it: as JSON, and as a table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from glob import escape
from pathlib import Path
from shlex import quote
from typing import Any

import numpy as np
from rich.table import Table

from synthgen.mix.index import PICTURE, Index
from synthgen.mix.mixing import Mix
from synthgen.mix.options import MixConfig, beside, file_of, list_of
from synthgen.mix.variants import NAMES, WITHOUT, Variant

MOST = 50
"""Abilities that are printed; a file of others may use the key for anything."""


def report_of(mix: Mix) -> dict[str, Any]:
    """Nothing of when and where it was made: the same mix has the same report."""
    config = mix.config
    sources = [_about_source(mix, i, index) for i, index in enumerate(mix.indices)]
    abilities: Counter[str] = Counter()
    texts = 0
    for i, index in enumerate(mix.indices):
        rows = mix.plan.row[mix.plan.source == i]
        counts = np.bincount(index.codes[rows], minlength=len(index.abilities)).tolist()
        abilities.update(dict(zip(index.abilities, counts, strict=True)))
        texts += int(np.count_nonzero(index.how[rows] & PICTURE == 0))
    return {
        "mix": str(mix.out),
        "rows": len(mix.plan),
        "rows_without_picture": texts,
        "sources": sources,
        "abilities": dict(sorted(abilities.items())),
        "stage": config.stage,
        "trainer": config.trainer,
        "seed": config.seed,
        "balance": config.balance,
        "pictures": config.pictures,
        "max_bad": config.max_bad,
        "usage": usage(config, 0 < texts < len(mix.plan)),
        **({"benchmarks": {"files": config.benchmarks, **vars(mix.known)}} if mix.known else {}),
        **(
            {"variants": [str(list_of(file_of(Path(config.out), v.name))) for v in mix.variants]}
            if mix.variants
            else {}
        ),
    }


def report_of_variant(mix: Mix, variant: Variant) -> dict[str, Any]:
    """How it differs from the mix that it is a control for."""
    config = mix.config
    out = file_of(Path(config.out), variant.name)
    names = [
        *(s.source.name for s in mix.indices),
        *(f"{s.source.name}, fallen" for s in mix.indices if s.source.is_run),
    ]
    counts = np.bincount(variant.plan.source, minlength=len(names)).tolist()
    return {
        "mix": str(list_of(out)),
        "variant": variant.name,
        "of": str(mix.out),
        "runs": [index.source.place for index in mix.indices if index.source.is_run],
        "rows": len(variant.plan),
        "rows_of_sources": {name: count for name, count in zip(names, counts, strict=False) if count},
        **variant.told,
        "seed": config.seed,
        "usage": usage(replace(config, out=str(out)), both=variant.name == "blind"),
    }


def usage(config: MixConfig, both: bool) -> str:
    """The words that point LLaVA at a mix; `both`: rows with and without a picture."""
    version = "plain --tune_mm_mlp_adapter True" if config.stage == "pretrain" else "v1"
    start = f"--version {version} " if config.trainer == "llava" else ""
    # batches of one modality: a batch of text alone needs no vision tower, and is a quarter faster
    grouped = " --group_by_modality_length True" if both else ""
    return f"{start}--data_path {quote(config.out)} --image_folder {quote(str(config.folder))}{grouped}"


def _about_source(mix: Mix, place: int, index: Index) -> dict[str, Any]:
    source, tally = index.source, index.tally
    rows = mix.plan.row[mix.plan.source == place]
    times = np.bincount(rows, minlength=max(len(index), 1))
    embedded = {"embedded": mix.embedded[source.name]} if mix.embedded.get(source.name) else {}
    return {
        "name": source.name,
        "place": source.place,
        "kind": "run" if source.is_run else "file",
        source.by: source.amount,
        "images": source.images,
        **({} if source.is_run else {"pictures": source.look or mix.config.pictures}),
        "id_prefix": mix.prefixes[place],
        "read": tally.read,
        "bad": dict(tally.bad.most_common()),
        "left_out": tally.refused,
        "not_for_this_stage": dict(tally.unfit.most_common()),
        "repaired": dict(tally.repaired.most_common()),
        **({"pictures_not_compared": sum(tally.unseen)} if mix.known else {}),
        "rows_repaired": tally.rows_repaired,
        "sound": len(index),
        "sound_with_an_id_used_before": index.repeated_ids(),
        "taken": len(rows),
        "different": int(np.count_nonzero(times)),
        "least_often": int(times.min()),
        "most_often": int(times.max()),
        "share": round(len(rows) / len(mix.plan), 6),
        **embedded,
    }


def told(report: Mapping[str, Any], config: MixConfig, variants: Sequence[Variant]) -> Iterator[Table | str]:
    """The report for a person."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("source", "read", "bad", "left out", "repaired", "taken", "different", "share"):
        table.add_column(heading, justify="left" if heading == "source" else "right")
    for s in report["sources"]:
        figures = (s["read"], sum(s["bad"].values()), s["left_out"], s["rows_repaired"], s["taken"])
        table.add_row(s["name"], *(f"{n:,}" for n in (*figures, s["different"])), f"{s['share']:.1%}")
    yield table
    for i, s in enumerate(report["sources"]):
        yield from _remarks(s)
        if twin := next(
            (o for o in report["sources"][:i] if Path(o["place"]).resolve() == Path(s["place"]).resolve()), None
        ):
            yield f"{s['name']}: the same as {twin['name']}, so its rows are there twice"
    if named := {ability: n for ability, n in report["abilities"].items() if ability}:
        more = f", and {len(named) - MOST:,} more: the report has them" if len(named) > MOST else ""
        yield "abilities: " + ", ".join(f"{ability} {n:,}" for ability, n in [*named.items()][:MOST]) + more
    out = Path(config.out)
    if any(s["bad"] or s["left_out"] for s in report["sources"]):
        yield f"rows that are not in it, and why: {beside(out, '.rejected.jsonl')}"
    if known := report.get("benchmarks"):
        yield from _known(known)
    for variant in variants:
        changes = ", ".join(f"{count:,} {what.replace('_', ' ')}" for what, count in variant.told.items())
        yield f"{variant.name}: {len(variant.plan):,} rows, {changes}: {file_of(out, variant.name)}"
    yield from _stale(out, [variant.name for variant in variants])
    unseen = sum(s["taken"] for s in report["sources"] if s.get("pictures") == "skip")
    remark = f", {unseen:,} of sources whose pictures nobody looked for" if unseen else ""
    texts = f"{report['rows_without_picture']:,} of them without a picture"
    yield f"{report['rows']:,} rows, {texts}{remark}: {report['mix']}"
    yield f"report: {beside(out, '.report.json')}"
    yield f"train: {report['usage']}"


def _stale(out: Path, made: Sequence[str]) -> Iterator[str]:
    """Controls that lie beside a mix and belong to an earlier one."""
    for path in sorted(out.parent.glob(f"{escape(out.stem)}.*{out.suffix}")):
        name = path.name.removeprefix(f"{out.stem}.").removesuffix(out.suffix)
        if name not in made and (name in NAMES or name.startswith(f"{WITHOUT}_")):
            yield f"{path} is of an earlier mix, and no control for this one; pass variants=[{name}], or remove it"


def _known(known: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"benchmarks: {known['items']:,} items were looked for, {known['by_keywords']:,} by their keywords, "
        f"{known['by_words']:,} by the words of question and answer, {known['by_picture']:,} by their picture"
    )
    if known["by_nothing"]:
        yield f"benchmarks: {known['by_nothing']:,} items have too few words and no picture: nothing can find them"
    if known["pictures_lost"]:
        yield f"benchmarks: {known['pictures_lost']:,} pictures are not beside their file, or do not open"


def _remarks(source: Mapping[str, Any]) -> Iterator[str]:
    name = source["name"]
    for what in ("bad", "repaired", "not_for_this_stage"):
        if source[what]:
            yield f"{name}, {what.replace('_', ' ')}: " + ", ".join(
                f"{count:,} {why}" for why, count in source[what].items()
            )
    if count := source.get("pictures_not_compared"):
        yield f"{name}: {count:,} pictures are not there or do not open: they were not held against the benchmarks"
    if not source["sound"]:
        why = "all its sound rows match a benchmark" if source["left_out"] else "it has no row to train on"
        yield f"{name}: {why}, so nothing of it is in the mix"
    elif not source["taken"]:
        yield f"{name}: none of its {source['sound']:,} rows were asked for"
    if source["most_often"] > 1:
        least, most = source["least_often"], source["most_often"]
        times = f"{most}" if least == most else f"{least} {'or' if least == most - 1 else 'to'} {most}"
        yield f"{name}: {source['taken']:,} rows of the {source['sound']:,} that it has: each is there {times} times"
    if source.get("pictures") == "skip":
        yield f"{name}: whether its pictures are there was not looked at (pictures: skip)"
    if source["id_prefix"] and source["kind"] == "file":
        yield f"{name}: its ids begin with {source['id_prefix']} in the mix"
    if source["sound_with_an_id_used_before"]:
        count = source["sound_with_an_id_used_before"]
        yield f"{name}: {count:,} rows have the id of an earlier one, which trainers do not mind"
    if source.get("embedded"):
        yield f"{name}: made by the embedded backends ({source['embedded']}); the rows say so"
