"""The tables of a user study: who voted, what does not count and why, and how sure one can be of the rest."""

from collections.abc import Iterator

from eval_bench.report import words
from eval_bench.report.findings import Findings
from eval_bench.report.table import Table
from eval_bench.stats.two_way import FEWEST
from eval_bench.study.findings import Preference, Quality, StudyFindings, TwoWay

FORMS = {
    "right": "Is this answer right? Right or wrong",
    "grades": "How good is this answer? 1 to 5",
    "sides": "Which of these two answers is better? One of them, both or neither",
}


FIRST = ("study", "excluded", "preferences", "sure", "conclusions", "people_grades")
"""What a page begins with, before any figure."""


def tables(f: Findings) -> Iterator[Table]:
    """Those that a report begins with; none without a study."""
    if f.study:
        yield from (glance(f, f.study), excluded(f.study), preferences(f.study), sure(f, f.study))
        yield from (conclusions(f.study), grades(f.study), raters(f.study), bad(f.study))


def glance(f: Findings, s: StudyFindings) -> Table:
    passed, asked = sum(one.attention.k for one in s.quality), sum(one.attention.n for one in s.quality)
    who = f"no people: {s.simulated}" if s.simulated else f"{s.people} people"
    median = "nobody measured it" if s.median_seconds is None else f"{s.median_seconds:.1f} seconds (median)"
    missing = f"{s.missing:,} of them are missing" if s.missing else "none is missing"
    rows = [
        ["question", FORMS[s.form]],
        ["raters", who + (f"; the votes of {len(s.flagged)} do not count" if s.flagged else "")],
        ["votes", f"{s.votes:,}; {s.wanted:,} were wanted, {s.raters_per_item} for each answer, and {missing}"],
        ["reference answer", "shown beside each answer" if s.reference else "hidden from the raters"],
        ["attention items", f"{passed} of {asked} passed" if asked else "nobody voted on any"],
        ["time for an answer", median],
        ["hypothesis", f"{f.hypothesis.primary}, {words.sealed(s)}"],
    ]
    if s.form == "sides" and f.scored:
        rows.append(["accuracies", f"by {f.scorer}: raters say what is better, not what is right"])
    rows += [["results were seen", f"{words.minute(at)}, at {n:,} of {of:,} votes"] for at, n, of in s.looks]
    return Table("study", "The study at a glance", "How raters were asked.", ["what", "in this study"], rows)


def excluded(s: StudyFindings) -> Table:
    columns = [
        "pictures",
        "items",
        "count",
        "tied",
        "cannot tell",
        "bad item",
        "no vote",
        "count with too few votes",
        "count without votes",
        "lost with flagged raters",
    ]
    rows = [
        [e.source, *map(str, (e.asked, e.decided, e.tied, e.cannot_tell, e.bad, e.waiting, e.short, e.unasked, e.lost))]
        for e in s.excluded
    ]
    says = "An item counts for all models or for none. It is left out where nobody could tell, where most raters call "
    says += (
        "the item bad, and where nobody who counts has voted"
        if s.form == "sides"
        else "it bad, where as many call an answer right as call it wrong (tied), and where an answer has no vote of "
        "anybody who counts"
    )
    says += ". Too few votes: fewer than were wanted. Without votes: "
    says += "answers that are alike (equal) or failed (worse)" if s.form == "sides" else "all answers failed (wrong)"
    says += "; nobody was asked. The last column: of those left out, how many the votes of "
    says += "flagged raters would decide; where two raters are left, they tie more often than three."
    return Table("excluded", "What was left out", says, columns, rows)


def preferences(s: StudyFindings) -> Table:
    columns = ["ability", "pictures", "items", "first better", "second better", "equal", "second, where one is better"]
    rows = [
        [words.ability(p.ability), p.source, *map(str, (p.items, p.first_better, p.second_better, p.equal))]
        + [words.share(p.share), words.chance(p.p), words.chance(p.p_holm)]
        for p in s.preferences
    ]
    says = "An item goes to the answer that more than half of its raters prefer; it is equal where neither is. "
    says += "p: exact sign test over items that are not equal."
    if s.preferences:
        one = s.preferences[0]
        says += f" First: {one.first}; second: {one.second}." + _habit(one)
    return Table("preferences", "Which answers raters prefer", says, [*columns, "p", "p (Holm)"], rows)


def _habit(one: Preference) -> str:
    if not one.left or not one.left.n:
        return ""
    told = words.share(one.left)
    return f" What stood on the left was preferred in {told} of the votes for a side: 50 % would be no habit."


def sure(f: Findings, s: StudyFindings) -> Table:
    """Majorities with Wilson's intervals, without and with flagged raters, and the two-way bootstrap beside them."""
    drawn = {(t.model, t.source): t for t in s.two_way}
    everybody = {(c.first, c.second, c.source): c.everybody for c in s.conclusions if not c.ability}
    rows = []
    for b in s.both:
        told = [words.share(b.without), str(b.without.n), words.share(b.everybody), str(b.everybody.n)]
        rows.append([b.model, b.source, *told, *_drawn(drawn.get((b.model, b.source)))])
    for t in s.two_way:
        if not t.model:
            places = {(c.first, c.second, c.source): c.pairs for c in f.comparisons if _pooled(f, c.ability, c.scorer)}
            pairs = places.get((t.first, t.second, t.source))
            told = [words.points(pairs.difference, pairs.n), str(pairs.n)] if pairs else [words.NOTHING, ""]
            with_all = everybody.get((t.first, t.second, t.source))
            told += (
                [words.points(with_all.difference, with_all.n), str(with_all.n)] if with_all else [words.NOTHING, ""]
            )
            spread = [words.points(t.interval, t.items), str(t.raters)]
            rows.append([f"{t.second} minus {t.first}, points", t.source, *told, *spread])
    says = (
        "Accuracy: the items that most raters call right, without raters whose votes do not count; the interval is for "
        "other items of this kind. Beside it the same with everybody's votes. With raters drawn anew: the mean share "
        "of raters who say right, with an interval for other items and other raters together (two-way bootstrap); "
        f"fewer than {FEWEST} raters who count tell too little of others for one."
    )
    columns = ["model", "pictures", "accuracy", "n", "with everybody", "n", "raters drawn anew, too", "raters"]
    return Table("sure", "Other items, other raters", says, columns, rows)


def conclusions(s: StudyFindings) -> Table:
    """Tests without and with flagged raters; none without any."""
    rows = []
    for c in s.conclusions if s.flagged else ():
        told = [
            str(x)
            for pairs in (c.without, c.everybody)
            for x in (pairs.n, pairs.second_only, pairs.first_only, words.chance(pairs.p))
        ]
        rows.append([c.first, c.second, words.ability(c.ability), c.source, *told])
    counts = ["second better", "first better"] if s.form == "sides" else ["only second right", "only first right"]
    columns = ["first", "second", "ability", "pictures", "items", *counts, "p"]
    columns += [f"{name} with everybody" for name in columns[4:]]
    says = "Whether the outcome hangs on raters who are flagged: items on which just one of the two answers is "
    says += "preferred" if s.form == "sides" else "right"
    says += ", and the exact test, without the votes of flagged raters and with them. p: not corrected for other tests."
    return Table("conclusions", "With and without flagged raters", says, columns, rows)


def _pooled(f: Findings, ability: str, scorer: str) -> bool:
    return not ability and scorer == f.scorer


def _drawn(one: TwoWay | None) -> list[str]:
    return [words.rate(one.interval, one.items), str(one.raters)] if one else [words.NOTHING, ""]


def grades(s: StudyFindings) -> Table:
    rows = [
        [words.ability(g.ability), g.source, g.model, str(g.n), words.grade(g.mean), words.grade(g.difference, "+")]
        for g in s.grades
    ]
    says = "Mean grades, 1 to 5: of each item the mean of its raters; intervals by bootstrap over items and heads. "
    says += "The last column: minus the first model, on the same items."
    columns = ["ability", "pictures", "model", "items", "mean grade", "minus the first"]
    return Table("people_grades", "Grades that raters give", says, columns, rows)


def raters(s: StudyFindings) -> Table:
    rows = [[q.rater, f"{q.votes} of {q.asked}", *_habits(q), _counts(q)] for q in s.quality]
    says = (
        "Attention: items with a known answer that were passed. Agrees: with all other raters of the same answers, "
        "those who do not count, too; kappa is the same above chance. Lenient: says right more often than the others "
        "do, in percentage points. Hasty: votes that came faster than one can look and read. Drift: agreement later "
        "minus earlier, in points. Changed: votes that were given anew. Whoever does not count is left out of the "
        "headline."
    )
    columns = ["rater", "votes", "attention", "agrees", "kappa", "lenient", "seconds", "hasty", "drift", "changed"]
    return Table("raters", "The raters", says, [*columns, "counts"], rows)


def _counts(q: Quality) -> str:
    return f"no: {'; '.join(q.flags)}" if q.flags else (f"yes ({q.unclear})" if q.unclear else "yes")


def _habits(q: Quality) -> list[str]:
    attention = f"{q.attention.k} of {q.attention.n}" if q.attention.n else "not asked"
    shares = [words.NOTHING if x is None else f"{100 * x:.0f} %" for x in (q.agreement, q.hasty)]
    apart = [words.NOTHING if x is None else f"{round(100 * x):+d}" for x in (q.leniency, q.drift)]
    seconds = words.NOTHING if q.seconds is None else f"{q.seconds:.1f}"
    return [attention, shares[0], words.figure(q.kappa), apart[0], seconds, shares[1], apart[1], str(q.changed)]


def bad(s: StudyFindings) -> Table:
    rows = [
        [b.item, words.ability(b.ability), b.source, b.question, b.reference, f"{b.raters} of {b.of}"] for b in s.bad
    ]
    says = (
        "A rater says that nobody could answer this question by this picture. See them with their pictures: bad.html."
    )
    columns = ["item", "ability", "pictures", "question", "reference", "raters who say so"]
    return Table("bad", "Items that raters call bad", says, columns, rows)
