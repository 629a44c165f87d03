"""which answers are right: by keywords, by multiple choice, by a judge, by people

python -m eval_bench score answers=answers/toy
python -m eval_bench score answers=[answers/a,answers/b] scorer=judge scorer.llm.model=gpt-4.1-mini budget.usd=2
python -m eval_bench score answers=answers/a scorer=choice
python -m eval_bench score answers=answers/a scorer=human scorer.path=votes.csv
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from eval_bench.commands.told import folders, out, talk
from eval_bench.interfaces import Scorer
from eval_bench.score_options import ScoreConfig
from eval_bench.scorer.judge import relative
from eval_bench.scoring import Answered, again, gather, score
from eval_bench.types import SHOWN, Mark, Shown
from synthgen.build import build
from synthgen.config import compose_entry
from synthgen.desk import Budget
from synthgen.errors import UsageError


def run(arguments: Sequence[str]) -> int:
    """Raises SynthgenError."""
    config = compose_entry(arguments, "eval_bench/score", ScoreConfig)
    scorer = build(config.scorer, "scorer", Scorer)  # type: ignore[type-abstract]
    if lacks := scorer.preflight():
        raise UsageError(*lacks)
    usd = None if config.budget.usd is None else Decimal(str(config.budget.usd))
    named = folders(config.answers)
    several = gather(named, folders(config.items), config.passes(scorer.passes))
    columns = (TextColumn("{task.description:20}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    for answered in several:
        with Progress(*columns, console=talk, transient=True, disable=not talk.is_terminal) as progress:
            task = progress.add_task(answered.answers.name, total=len(answered.fitting))
            marks = []
            for mark in score(scorer, answered, Budget(usd, config.budget.tokens), _say):
                marks.append(mark)
                progress.advance(task)
        show(answered, scorer.name, marks)
    benches = ",".join(dict.fromkeys(str(bench.folder) for one in several for bench in one.benches))
    places = ",".join(map(str, named))
    by_keywords = all((one.answers.folder / "marks/keyword.jsonl").exists() for one in several)
    headline = "" if by_keywords else f" headline={scorer.name}"
    line = f"next: python -m eval_bench report items=[{benches}] answers=[{places}]{headline}"
    out.print(line, highlight=False, markup=False)
    return 0


def _say(line: str) -> None:
    talk.print(line, highlight=False, markup=False)


def show(answered: Answered, scorer: str, marks: Sequence[Mark]) -> None:
    """A table of one model: a row per ability, all together, and the passes without the picture."""
    table = Table(title=f"{answered.answers.name}, {scorer}", title_justify="left", header_style="")
    for name in ("", "right", "wrong", "unparsed", "no verdict", "failed", "accuracy"):
        table.add_column(name, justify="left" if not name else "right")
    ability = {id: item.ability for id, item in answered.items.items()}
    shown = [mark for mark in marks if mark.picture == "shown"]
    failed = {(item.id, answer.picture) for item, answer in answered.failed}
    for name in sorted({ability[mark.item] for mark in shown}):
        table.add_row(name, *_counts([mark for mark in shown if ability[mark.item] == name], failed))
    for picture in SHOWN:
        if passed := [mark for mark in marks if mark.picture == picture]:
            label = {"shown": "pooled", "none": "no picture", "swapped": "swapped picture"}[picture]
            table.add_row(label, *_counts(passed, failed))
    out.print(table)
    for line in _remarks(answered, scorer, marks):
        out.print(line, highlight=False, markup=False)


def _counts(marks: Sequence[Mark], failed: set[tuple[str, Shown]]) -> list[str]:
    counts = Counter(mark.verdict or "" for mark in marks)
    lost = sum((mark.item, mark.picture) in failed for mark in marks)
    undecided = sum(mark.verdict is None and (mark.item, mark.picture) not in failed for mark in marks)
    told = len(marks) - counts[""]
    share = f"{counts['right'] / told:.1%}" if told else "not scored"
    return [*(str(counts[v]) for v in ("right", "wrong", "unparsed")), str(undecided), str(lost), share]


def _remarks(answered: Answered, scorer: str, marks: Sequence[Mark]) -> list[str]:
    folder = answered.answers.folder
    said = []
    if answered.answers.about.get("embedded"):
        said.append("this model only pretends: its accuracy says nothing of any real one")
    if answered.outdated:
        said.append(
            f"answers to items that were mended since, which are not scored: {answered.outdated}; this asks these "
            f"again: {again(answered)}"
        )
    marked = {mark.picture for mark in marks}
    left = [shown for shown in SHOWN if shown not in marked and shown in answered.answers.by_picture]
    if left and scorer == "judge":
        said.append(f"not judged: the answers of {', '.join(left)}; pictures=[shown,none,swapped] pays for them")
    undecided = sum(mark.verdict is None and not mark.why.startswith("no answer:") for mark in marks)
    if undecided:
        said.append(
            f"answers without a verdict: {undecided}; the accuracy is of those with one, and leaves out failed ones"
        )
    missing = len(answered.items) - len({mark.item for mark in marks if mark.picture == "shown"})
    if missing:
        why = " (those without options are not asked with them)" if scorer == "choice" else ""
        said.append(f"{missing} of {len(answered.items)} items have no mark{why}")
    if scorer == "keyword" and answered.answers.about.get("as_choice"):
        said.append("these questions offered options, and letters are no keywords: pass scorer=choice")
    unvalidated = sum(not item.counts for item in answered.items.values())
    if unvalidated:
        said.append(f"{unvalidated} of {len(answered.items)} items are unvalidated: no person has looked at them")
    score = relative(mark for mark in marks if mark.picture == "shown")
    if score is not None:
        ahead = [mark.grades["order"] for mark in marks if "order" in mark.grades]
        said.append(
            f"relative score {score:.1f}: grades in percent of those of the reference; the judge grades what stands "
            f"first {sum(ahead) / len(ahead):+.2f} higher; for LLaVA's own script: {folder / 'judge_llava.jsonl'}"
        )
    return said
