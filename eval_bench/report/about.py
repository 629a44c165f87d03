"""What a report says of its parts before any figure: benchmarks and models, what pretends, what is lacking."""

from collections import Counter
from collections.abc import Iterator, Sequence

from eval_bench.answers import Answers
from eval_bench.benchmark import Benchmark as Folder
from eval_bench.report.findings import Benchmark, Guessable, Model
from eval_bench.report.guessing import ENOUGH
from eval_bench.report.material import Material, cluster
from eval_bench.types import SIMULATED

NOBODY = (
    "the raters of this study are simulated: nobody looked at a picture, and what human says is made up by a program"
)
EXCLUDED = "people saw but a sample, tied, could not tell, called the item bad, or saw it before it was mended"
PRETENDS = {
    "llm": "its questions are sentence patterns, not a language model's",
    "renderer": "its pictures are flat illustrations, not photographs",
}


def benchmarks(m: Material) -> Iterator[Benchmark]:
    for one in m.benchmarks:
        headline = [i for i in m.over("headline", one.source) if i.id in {item.id for item in one.items}]
        states = Counter(item.state for item in one.everything)
        yield Benchmark(
            str(one.folder),
            one.source,
            one.version,
            len(one.items),
            states["accepted"],
            states["mended"],
            states["refused"],
            sum(item.id in m.flagged for item in one.items),
            len(headline),
            len({(item.ability, cluster(item)) for item in headline}),
            tuple(dict.fromkeys(item.ability for item in one.items)),
            "; ".join(PRETENDS[part] for part in _embedded(one)),
        )


def _embedded(one: Folder) -> Sequence[str]:
    made = one.about.get("made")
    return [part for part in made.get("embedded") or () if part in PRETENDS] if isinstance(made, dict) else []


def models(m: Material) -> Iterator[Model]:
    for one in m.answers:
        scorers = tuple(s for s in m.scorers if s not in m.ignored and one.marks.get(s, {}).get("shown"))
        about, embedded = str(one.about.get("model", "")), bool(one.about.get("embedded"))
        yield Model(one.name, str(one.folder), about, embedded, scorers, tuple(one.by_picture))


def _pretended(m: Material) -> bool:
    people = [] if "human" in m.ignored else [one.marks.get("human", {}).get("shown", {}) for one in m.answers]
    return any(mark.grades.get(SIMULATED) for marks in people for mark in marks.values())


def embedded(m: Material, told: Sequence[Benchmark], named: Sequence[Model]) -> Iterator[str]:
    if _pretended(m):
        yield NOBODY
    for one in named:
        if one.embedded:
            yield f"{one.name} is no model, it pretends: {one.about}"
    yield from (f"{one.folder} is made by embedded parts: {one.embedded}" for one in told if one.embedded)


def warnings(m: Material, guessable: Guessable) -> Iterator[tuple[str, str]]:
    """A sentence, and the command that mends it; "" if none does."""
    names = f"items={_listed([str(one.folder) for one in m.benchmarks])}"
    for one in m.benchmarks:
        waiting = sum(not item.counts for item in one.items)
        if waiting:
            told = "of no item" if waiting == len(one.items) else f"not of {waiting} of {len(one.items)} items"
            yield (
                f"{one.folder}: a person has said {told} whether it is sound",
                (f"python -m eval_bench validate items={one.folder}"),
            )
    if not guessable.enough and m.only is None:
        yield (
            f"{len(guessable.answerers)} text-only answerers are here, and it takes {ENOUGH} to flag items that can be "
            "guessed without a picture: none is flagged",
            f"python -m eval_bench answer {names} pictures=[none] model=... name=...",
        )
    yes, no = guessable.yes, guessable.no
    if max(yes, no) > 0.6 * (yes + no):
        yield f"of the yes/no items that stay {yes} ask for a yes and {no} for a no: more than 60 to 40", ""
    for model in m.answers:
        yield from _lacking(m, model, names)


def _lacking(m: Material, one: Answers, names: str) -> Iterator[tuple[str, str]]:
    given, found = one.by_picture.get("shown", {}), m.shown(one.name, m.scorer)
    stale = sum(id in given and given[id].key != item.key for id, item in m.items.items())
    missing = sum(id not in given for id in m.items)
    again = f"python -m eval_bench answer {names} name={one.name}"
    if missing:
        yield f"{one.name} has not answered {missing} of {len(m.items)} items: they are in none of its figures", again
    if stale:
        yield f"{one.name} answered {stale} items as they were before somebody changed them: they are left out", again
    if m.scorer == "human":
        undecided = sum(outcome == "unmarked" for outcome in found.values())
        if undecided and m.only is None:  # a study has a table of them
            yield f"{undecided} answers of {one.name} are excluded: {EXCLUDED}", ""
        return  # nobody asks people about answers without the picture
    score = f"python -m eval_bench score answers={one.folder} scorer={m.scorer}"
    if m.scorer == "judge":  # whose marks take the place of all earlier ones, and are of shown pictures alone
        score += f" pictures=[{','.join(one.by_picture)}]"
    unmarked = sum(outcome == "unmarked" for outcome in found.values())
    if unmarked:
        why = "it has not looked, could not tell, or the items were mended since; they are in none of its figures"
        yield f"{m.scorer} says nothing of {unmarked} answers of {one.name}: {why}", score
    for picture, how in (("none", "without pictures"), ("swapped", "with swapped pictures")):
        if picture not in one.by_picture:
            yield f"{one.name} was not asked {how}: that baseline is not measured", f"{again} pictures=[{picture}]"
        elif (one.name, m.scorer, picture) not in m.series:
            yield f"what {one.name} answered {how} is not scored: that baseline is not measured", score


def _listed(folders: Sequence[str]) -> str:
    return folders[0] if len(folders) == 1 else f"[{','.join(folders)}]"
