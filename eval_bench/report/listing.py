"""Every answer as a row."""

from collections.abc import Iterator

from eval_bench.report.findings import Row
from eval_bench.report.material import Material


def rows(m: Material) -> Iterator[Row]:
    """One per item, model, scorer and way of showing the picture; none for items that were not asked."""
    home = {item.id: str(one.folder) for one in m.benchmarks for item in one.items}
    headline = {item.id for source in m.sources for item in m.over("headline", source)}
    answers = {one.name: one for one in m.answers}
    for (model, scorer, picture), found in m.series.items():
        marks = answers[model].marks[scorer][picture]
        for id, outcome in found.items():
            item, answer, mark = m.items[id], answers[model].by_picture[picture][id], marks.get(id)
            yield Row(
                item=id,
                source=item.source,
                benchmark=home[id],
                ability=item.ability,
                style=item.style,
                head=item.head,
                held_out=item.held_out,
                odd=item.odd,
                state=item.state,
                flagged=id in m.flagged,
                headline=id in headline,
                model=model,
                scorer=scorer,
                picture=picture,
                verdict=None if outcome == "unmarked" else "wrong" if outcome == "failed" else outcome,
                why=mark.why if mark else "",
                question=item.question,
                reference=item.answer,
                accept="; ".join(item.accept),
                text=answer.text,
                failed=answer.failed,
                image=item.image,
            )
