"""The tables of a report, in words: what the page, LaTeX and Markdown write down."""

from collections.abc import Callable, Iterator, Sequence

from eval_bench.report import people, words
from eval_bench.report.findings import ALWAYS_YES, MAJORITY, Cell, Comparison, Findings, Odd
from eval_bench.report.shares import share
from eval_bench.report.table import Table
from eval_bench.types import Source


def tables(f: Findings) -> list[Table]:
    """Those that have rows."""
    return [made for made in (*people.tables(f), *(make(f) for make in TABLES)) if made.rows]


def per_ability(f: Findings) -> Table:
    columns = ["ability", *(f"{s}: {m.name}{_mark(f, s)}" for s in f.sources for m in f.models)]
    columns += [f"{s}: {m.name}, difference (p, Holm)" for s in f.sources for m in f.models[1:]]
    rows = []
    for ability in (*f.abilities, "") if f.scored else ():
        cells = [_accuracy(f.cell(m.name, s, ability)) for s in f.sources for m in f.models]
        told = [_told(compared(f, m.name, s, ability)) for s in f.sources for m in f.models[1:]]
        rows.append([words.ability(ability), *cells, *told])
    says = (
        f"Scorer: {f.scorer}. Accuracy with Wilson's interval and the number of items; differences from the first "
        "model in points."
    )
    return Table("abilities", "Accuracy per ability", says, columns, rows)


def details(f: Findings) -> Table:
    """Everything about each ability, benchmark and model."""
    columns = [
        "ability",
        "pictures",
        "model",
        "accuracy",
        "n",
        "no picture",
        "swapped",
        "majority",
        "always yes",
        "p",
        "p (Holm)",
        "label",
    ]
    rows = []
    for ability in ("", *f.abilities):
        for source in f.sources:
            for model in f.models:
                cell = f.cell(model.name, source, ability)
                if not cell:
                    continue
                scorer = "keyword" if f.scorer == "human" else f.scorer  # people are asked about shown pictures alone
                blind = [
                    f.cell(model.name, source, ability, picture=picture, scorer=scorer)
                    for picture in ("none", "swapped")
                ]
                blind += [
                    f.cell(name, source, ability, picture="none", scorer="keyword") for name in (MAJORITY, ALWAYS_YES)
                ]
                test = compared(f, model.name, source, ability)
                tested = [words.chance(test.pairs.p), words.chance(test.p_holm)] if test else ["", ""]
                told = [_rate(one) for one in blind]
                accuracy, n = words.share(cell.accuracy), str(cell.accuracy.n)
                rows.append([words.ability(ability), source, model.name, accuracy, n, *told, *tested, cell.label])
    by = " No picture and swapped: by keyword." if f.scorer == "human" else ""
    says = (
        f"Scorer: {f.scorer}. p: exact McNemar against the first model.{by} Majority: the most frequent accepted "
        "answer of the ability and style. Always yes: yes to yes/no, the first alternative to either-or, the majority "
        "answer to wh questions."
    )
    return Table("details", "Accuracy, baselines and tests", says, columns, rows)


def wholes(f: Findings) -> Table:
    """Pooled, over each set of items, by each scorer."""
    columns = [
        "model",
        "pictures",
        "scorer",
        "items",
        "accuracy",
        "bootstrap",
        "right",
        "wrong",
        "unparsed",
        "failed",
        "unmarked",
        "missing",
        "label",
    ]
    rows = []
    for c in f.cells:
        if c.ability or c.part or c.picture != "shown":
            continue
        spread = words.points(c.clustered, c.accuracy.n).replace("+", "") if c.clustered else words.NOTHING
        counts = [str(n) for n in (c.right, c.wrong, c.unparsed, c.failed, c.unmarked, c.missing)]
        over = c.over.replace("_", " ")
        rows.append([c.model, c.source, c.scorer, over, words.share(c.accuracy), spread, *counts, c.label])
    return Table("pooled", "All abilities together", "Bootstrap: percent, by item and head.", columns, rows)


def parts(f: Findings) -> Table:
    own = [c for c in f.cells if c.part and not c.ability and (c.picture, c.over) == ("shown", "headline")]
    rows = [
        [c.part.replace("_", " "), c.model, c.source, words.share(c.accuracy), str(c.accuracy.n), c.label]
        for c in own
        if c.scorer == f.scorer
    ]
    says = f"Scorer: {f.scorer}. All abilities together, by whether the subject is held out, and by style of question."
    return Table(
        "parts", "Seen, held out, styles", says, ["items", "model", "pictures", "accuracy", "n", "label"], rows
    )


def odd(f: Findings) -> Table:
    rows = [
        [o.model, o.source, "yes/no on whether something is odd" if o.presence else "all", *_both(o), o.label]
        for o in f.odd
        if o.scorer == f.scorer
    ]
    columns = ["model", "pictures", "questions", "sensitivity", "n", "specificity", "n", "label"]
    says = f"Scorer: {f.scorer}. Sensitivity: right on odd pictures; specificity: right on normal ones."
    return Table("odd", "Abnormality", says, columns, [[str(v) for v in row] for row in rows])


def gaps(f: Findings) -> Table:
    rows = []
    for g in f.gaps:
        if g.scorer == f.scorer:
            n = min(g.generated.n, g.real.n)
            told = [words.share(g.generated), words.share(g.real), words.points(g.difference, n)]
            rows.append([words.ability(g.ability), g.model, *told, g.label])
    says = f"Scorer: {f.scorer}. Generated minus real, in percentage points."
    return Table("gaps", "Gap", says, ["ability", "model", "generated", "real", "difference", "label"], rows)


def looking(f: Findings) -> Table:
    rows = [
        [o.model, o.source, words.SHOWN[o.picture], words.points(o.pairs.difference, o.pairs.n), str(o.pairs.n)]
        + [words.chance(o.pairs.p), o.label]
        for o in f.looking
        if o.scorer == f.scorer
    ]
    says = f"Scorer: {f.scorer}. What the picture is worth: picture shown minus without, in percentage points."
    columns = ["model", "pictures", "against", "difference", "n", "p", "label"]
    return Table("looking", "Does it look?", says, columns, rows)


def agreement(f: Findings) -> Table:
    rows = [
        [f"{a.first} and {a.second}" if a.second else a.first, a.model or "all", str(a.items)]
        + [words.percent(a.percent, a.items), words.figure(a.kappa) if a.second else "", words.figure(a.alpha)]
        + [words.figure(a.ac1)]
        for a in f.agreements
    ]
    columns = ["scorers", "model", "answers", "agree", "Cohen's kappa", "Krippendorff's alpha", "Gwet's AC1"]
    says = "Right against all else."
    if any(not a.second for a in f.agreements):
        says += " Raters: among themselves, on answers of which two and more said right or wrong, be they left out of "
        says += "accuracies or not; what several models said in the same words is one answer of all."
        says += " Without raters whose votes do not count." if f.study else ""
    says += _circular(f)
    return Table("agreement", "Agreement of scorers", says, columns, rows)


def scorers(f: Findings) -> Table:
    """The tables behind the agreement, with all that is not right taken together."""
    rows = []
    for a in f.agreements:
        if a.table:
            people_last = a.second == "human"
            table = list(zip(*a.table, strict=True)) if people_last else a.table
            names = (a.second, a.first) if people_last else (a.first, a.second)
            right, wrong = table[0], [sum(column) for column in zip(*table[1:], strict=True)]
            told = [str(n) for n in (right[0], sum(right[1:]), wrong[0], sum(wrong[1:]))]
            follows = share(right[0], sum(right), f.level), share(sum(wrong[1:]), sum(wrong), f.level)
            rows.append([*names, a.model or "all", *told, *map(words.share, follows)])
    says = (
        "Of answers that both marked; wrong is all that is not right. On right: where the first says right, how often "
        "the second does so, too; on wrong likewise. People stand first wherever they are among both."
    ) + _circular(f)
    columns = ["first", "second", "model", "both right", "only first", "only second", "both wrong"]
    return Table("scorers", "Scorers beside each other", says, [*columns, "same on right", "same on wrong"], rows)


def grades(f: Findings) -> Table:
    rows = [
        [g.model, g.source, g.scorer, str(g.n), str(g.failures), str(g.undecided)]
        + [", ".join(f"{name} {value:.1f}" for name, value in g.means)]
        + [words.figure(g.relative.value, 0) if g.relative else words.NOTHING]
        + [words.figure(g.order_bias.value) if g.order_bias else words.NOTHING, g.label]
        for g in f.grades
    ]
    columns = [
        "model",
        "pictures",
        "scorer",
        "graded",
        "failed",
        "undecided",
        "means (1 to 10)",
        "relative score",
        "order bias",
        "label",
    ]
    return Table("judge", "Grades of the judge", "Failures are counted and never averaged.", columns, rows)


def power(f: Findings) -> Table:
    rows = []
    for v in f.visible:
        who = f"{v.second} against {v.first}" if v.first else "any two"
        at = [f"{100 * x:.0f} points" if x is not None else "none" for x in (v.at_observed, v.at_30)]
        seen = words.percent(v.discordant, v.n) if v.discordant is not None else words.NOTHING
        rows.append([words.ability(v.ability), v.source, who, str(v.n), seen, *at])
    says = f"Scorer: {f.scorer}. The smallest differences that a comparison of so many items would see four times "
    says += "out of five."
    columns = ["ability", "pictures", "models", "n", "just one right", "at that share", "if 30 % were so"]
    return Table("power", "What can be seen", says, columns, rows)


def flagged(f: Findings) -> Table:
    rows = [["ability", name, str(n)] for name, n in f.guessable.by_ability if n]
    rows += [["style", name.replace("_", " "), str(n)] for name, n in f.guessable.by_style if n]
    g = f.guessable
    says = f"Answered without pictures: {', '.join(g.answerers) or 'nobody'}. {len(g.flagged)} items are flagged."
    return Table("flagged", "Items that can be guessed", says, ["by", "which", "flagged"], rows)


def costs(f: Findings) -> Table:
    rows = [
        [
            c.model,
            str(c.answers),
            str(c.failed),
            *("unknown" if t is None else f"{t:,}" for t in (c.tokens_in, c.tokens_out)),
        ]
        + ["unknown" if c.usd is None else c.usd, f"{c.seconds:,.0f}"]
        for c in f.costs
    ]
    columns = ["model", "answers", "failed", "tokens in", "tokens out", "dollars", "seconds"]
    return Table("cost", "Cost", "Seconds are summed over answers.", columns, rows)


def versions(f: Findings) -> Table:
    rows = [
        ["benchmark", b.folder, f"{b.source}, {b.items} items, {b.refused} refused", b.version] for b in f.benchmarks
    ]
    rows += [["answers", m.folder, m.about, "toy" if m.embedded else ""] for m in f.models]
    return Table("versions", "What was read", "Benchmarks and answers.", ["what", "folder", "about", "version"], rows)


TABLES: Sequence[Callable[[Findings], Table]] = (
    per_ability, details, wholes, parts, odd, gaps, looking, agreement, scorers, grades, power, flagged, costs, versions
)  # fmt: skip


def compared(f: Findings, model: str, source: Source, ability: str) -> Comparison | None:
    """The test of a model against the first."""
    place = (model, source, ability, f.scorer)
    return next((c for c in f.comparisons if (c.second, c.source, c.ability, c.scorer) == place), None)


def _told(one: Comparison | None) -> str:
    return f"{words.points(one.pairs.difference, one.pairs.n)}, {words.p(one.p_holm)}" if one else words.NOTHING


def _accuracy(cell: Cell | None) -> str:
    return f"{words.share(cell.accuracy)}, n {cell.accuracy.n}" if cell and cell.accuracy.n else "no items"


def _rate(cell: Cell | None) -> str:
    return words.percent(cell.accuracy.value, cell.accuracy.n) if cell else words.NOTHING


def _both(one: Odd) -> Iterator[str]:
    for found in (one.sensitivity, one.specificity):
        yield words.share(found)
        yield str(found.n)


def _circular(f: Findings) -> str:
    known = f.study and f.study.simulated and f.study.form != "sides"
    return " Simulated raters know what keywords say: that both agree shows nothing." if known else ""


def _mark(f: Findings, source: Source) -> str:
    return " (unvalidated)" if source in f.unvalidated else ""
