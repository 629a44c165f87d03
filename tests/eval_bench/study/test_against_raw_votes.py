"""A study's figures, computed again from its raw_votes.csv by others' libraries: `pytest -m statistics`."""

import csv
import json
from collections import Counter
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from eval_bench.__main__ import main
from tests.eval_bench.report.big import MODELS, big

pytestmark = pytest.mark.statistics

Votes = dict[tuple[str, str], Counter[str]]
Verdicts = dict[tuple[str, str], bool]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a simulated study of three models, two benchmarks, twelve raters of whom two do not look."""
    with pytest.MonkeyPatch.context() as patch:
        root = tmp_path_factory.mktemp("study")
        patch.chdir(root)
        big(root, 8)
        told = ["items=[generated,real]", f"answers=[{','.join(MODELS)}]", "invitations=12", "repeats=2", "name=s"]
        habits = ["skill=0.85", "careless=0.17", "cannot_tell=0.1"]
        assert main(["study", "simulate", *told, *habits]) == 0
        assert main(["study", "results", "study=studies/s", "draws=100"]) == 0
    return root / "studies/s/results"


def rows(results: Path, name: str) -> list[dict[str, str]]:
    with (results / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def cast(results: Path, everybody: bool = False) -> Votes:
    found: Votes = {}
    for row in rows(results, "raw_votes.csv"):
        if row["kind"] == "item" and (everybody or row["counted"] == "1"):
            for model in row["model"].split("+"):
                found.setdefault((row["item"], model), Counter())[row["vote"]] += 1
    return found


def failed(results: Path) -> set[tuple[str, str]]:
    return {(row["item"], row["model"]) for row in rows(results, "votes.csv") if row["vote"] == "no_answer"}


def verdicts(results: Path, everybody: bool = False) -> Verdicts:
    """As the documentation says it: ties, what nobody could tell and bad items are out for all models."""
    votes, lacking = cast(results, everybody), failed(results)
    found: Verdicts = {}
    for item in {item for item, _ in votes}:
        told = {model: votes.get((item, model), Counter()) for model in MODELS}
        decided = all(n["1"] != n["0"] or (item, model) in lacking for model, n in told.items())
        bad = sum(n["bad_item"] for n in told.values()) * 2 > sum(n.total() for n in told.values())
        if decided and not bad:
            found |= {(item, model): n["1"] > n["0"] for model, n in told.items()}
    return found


def source(item: str) -> str:
    return "real" if "-real-" in item else "generated"


def report(results: Path) -> Any:
    return json.loads((results / "report.json").read_text())


def test_accuracies_without_and_with_flagged_raters(results: Path) -> None:
    from statsmodels.stats.proportion import proportion_confint

    told = report(results)
    assert sum(bool(one["flags"]) for one in told["study"]["quality"]) == 2
    sides = {"without": verdicts(results), "everybody": verdicts(results, everybody=True)}
    for one in told["study"]["both"]:
        for name, mine in sides.items():
            right = [r for (item, m), r in mine.items() if m == one["model"] and source(item) == one["source"]]
            theirs = one[name]
            assert (theirs["k"], theirs["n"]) == (sum(right), len(right))
            low, high = proportion_confint(theirs["k"], theirs["n"], method="wilson")
            assert (theirs["low"], theirs["high"]) == pytest.approx((low, high), abs=1e-9)
    for one in told["study"]["excluded"]:
        items = {item for item, _ in sides["without"] if source(item) == one["source"]}
        assert (one["decided"], one["asked"]) == (len(items), 13 * 8)
        assert one["asked"] == sum(one[name] for name in ("decided", "tied", "cannot_tell", "bad", "waiting"))
        lost = {item for item, _ in sides["everybody"] if source(item) == one["source"]} - items
        assert one["lost"] == len(lost) > 0


def test_tests_and_their_correction(results: Path) -> None:
    from statsmodels.stats.contingency_tables import mcnemar
    from statsmodels.stats.multitest import multipletests

    told, sides = report(results), (verdicts(results), verdicts(results, everybody=True))
    families: dict[str, list[tuple[float, float]]] = {}
    for one in (c for c in told["comparisons"] if c["scorer"] == "human"):
        p, only = _mcnemar(mcnemar, sides[0], one)
        assert only == [one["pairs"]["first_only"], one["pairs"]["second_only"]]
        assert one["pairs"]["p"] == pytest.approx(p, abs=1e-9)
        families.setdefault(one["role"], []).append((p, one["p_holm"]))
    assert {role: len(family) for role, family in families.items()} == {"primary": 2, "secondary": 2, "exploratory": 52}
    for family in families.values():
        holms = list(multipletests([p for p, _ in family], method="holm")[1])
        assert [p for _, p in family] == pytest.approx(holms, abs=1e-9)
    for one in told["study"]["conclusions"]:
        for name, mine in zip(("without", "everybody"), sides, strict=True):
            p, only = _mcnemar(mcnemar, mine, one)
            assert [one[name]["first_only"], one[name]["second_only"]] == only
            assert one[name]["p"] == pytest.approx(p, abs=1e-9)


def _mcnemar(test: Any, mine: Verdicts, one: dict[str, str]) -> tuple[float, list[int]]:
    own = {i for i, _ in mine if source(i) == one["source"] and (not one["ability"] or i.startswith(one["ability"]))}
    pairs = Counter((mine[i, one["first"]], mine[i, one["second"]]) for i in own)
    only = [pairs[True, False], pairs[False, True]]
    return float(test([[0, only[0]], [only[1], 0]], exact=True).pvalue), only


def test_the_mean_share_of_raters_who_say_right(results: Path) -> None:
    votes, mine, lacking = cast(results), verdicts(results), failed(results)
    for one in (t for t in report(results)["study"]["two_way"] if t["model"]):
        shares = []
        for item in (item for item, model in mine if model == one["model"] and source(item) == one["source"]):
            n = votes.get((item, one["model"]), Counter())
            shares.append(0.0 if (item, one["model"]) in lacking else n["1"] / (n["1"] + n["0"]))
        assert one["interval"]["value"] == pytest.approx(mean(shares)) and one["items"] == len(shares)


def test_agreement_is_of_raters_who_count_and_of_each_statement_once(results: Path) -> None:
    import krippendorff
    from sklearn.metrics import cohen_kappa_score

    own = [r for r in rows(results, "raw_votes.csv") if r["kind"] == "item" and r["vote"] in ("1", "0")]
    counted = [r for r in own if r["counted"] == "1"]
    by_statement: dict[str, dict[str, int]] = {}
    for row in counted:
        by_statement.setdefault(row["statement"], {})[row["rater"]] = int(row["vote"])
    raters = sorted({row["rater"] for row in counted})
    table = [[float(said.get(rater, "nan")) for said in by_statement.values()] for rater in raters]
    (told,) = [a for a in report(results)["agreements"] if a["first"] == "raters" and not a["model"]]
    assert told["alpha"] == pytest.approx(krippendorff.alpha(table, level_of_measurement="nominal"), abs=1e-9)
    several = [list(said.values()) for said in by_statement.values() if len(said) > 1]
    agreed = mean(_agreed(said) for said in several)
    right = mean(mean(said.values()) for said in by_statement.values())
    chance = 2 * right * (1 - right)
    assert (told["items"], told["percent"]) == (len(several), pytest.approx(agreed))
    assert told["ac1"] == pytest.approx((agreed - chance) / (1 - chance), abs=1e-9)
    for one in report(results)["study"]["quality"]:
        mine = {r["statement"]: r["vote"] for r in own if r["rater"] == one["rater"]}
        pairs = [
            (mine[r["statement"]], r["vote"]) for r in own if r["rater"] != one["rater"] and r["statement"] in mine
        ]
        assert one["agreement"] == pytest.approx(mean(a == b for a, b in pairs))
        assert one["kappa"] == pytest.approx(cohen_kappa_score(*zip(*pairs, strict=True)), abs=1e-9)


def _agreed(said: list[int]) -> float:
    n, yes = len(said), sum(said)
    return (yes * (yes - 1) + (n - yes) * (n - yes - 1)) / (n * (n - 1))


def test_the_raw_votes_name_nobody_and_no_time_of_day(results: Path) -> None:
    text = (results / "raw_votes.csv").read_text()
    assert "simulated" not in text and ":" not in text and "http" not in text
    table = rows(results, "raw_votes.csv")
    assert {row["rater"] for row in table} == {f"r{n}" for n in range(1, 13)}
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in table for cell in row.values())
