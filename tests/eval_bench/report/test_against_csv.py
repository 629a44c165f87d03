"""The report's figures, computed again from its items.csv by others' libraries: `pytest -m statistics`."""

import csv
import json
from pathlib import Path

import pytest

from eval_bench.report.analysis import analyse
from eval_bench.report.options import ReportConfig
from eval_bench.report.writing import write
from tests.eval_bench.report.big import MODELS, big

pytestmark = pytest.mark.statistics


def test_accuracies_and_tests_come_out_again_from_the_rows(tmp_path: Path) -> None:
    from statsmodels.stats.contingency_tables import mcnemar
    from statsmodels.stats.multitest import multipletests
    from statsmodels.stats.proportion import proportion_confint

    big(tmp_path, 8)
    answers = [str(tmp_path / name) for name in MODELS]
    items = [str(tmp_path / "generated"), str(tmp_path / "real")]
    config = ReportConfig(items=items, answers=answers, draws=100, out=str(tmp_path / "report"))
    write(analyse(config), config.folder)
    with (config.folder / "items.csv").open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["headline"] == "True"]
    told = json.loads((config.folder / "report.json").read_text())

    def right(model: str, picture: str, source: str, ability: str) -> dict[str, bool]:
        wanted = {"model": model, "picture": picture, "source": source} | ({"ability": ability} if ability else {})
        return {r["item"]: r["verdict"] == "right" for r in rows if all(r[k] == v for k, v in wanted.items())}

    cells = [c for c in told["cells"] if c["model"] in MODELS and c["over"] == "headline" and not c["part"]]
    assert len(cells) >= 3 * 3 * 2 * 14
    for cell in cells:
        mine, theirs = right(cell["model"], cell["picture"], cell["source"], cell["ability"]), cell["accuracy"]
        assert (sum(mine.values()), len(mine)) == (theirs["k"], theirs["n"])
        low, high = proportion_confint(theirs["k"], theirs["n"], method="wilson")
        assert (theirs["low"], theirs["high"]) == pytest.approx((low, high), abs=1e-9)
    chances, holms = [], []
    for one in told["comparisons"]:
        a, b = (right(one[who], "shown", one["source"], one["ability"]) for who in ("first", "second"))
        only = [sum(a[i] and not b[i] for i in a), sum(b[i] and not a[i] for i in a)]
        assert only == [one["pairs"]["first_only"], one["pairs"]["second_only"]]
        p = mcnemar([[0, only[0]], [only[1], 0]], exact=True).pvalue
        assert one["pairs"]["p"] == pytest.approx(p, abs=1e-9)
        if one["ability"]:
            chances.append(p)
            holms.append(one["p_holm"])
    assert holms == pytest.approx(list(multipletests(chances, method="holm")[1]), abs=1e-9)
