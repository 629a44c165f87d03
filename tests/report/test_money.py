"""The report's table of money follows the ledger, and the ledger the last selection."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from synthgen.__main__ import main
from synthgen.desk import RunDesk
from synthgen.report.page import write_report
from synthgen.store import Store
from synthgen.types import Reply
from tests.chat_server import serving
from tests.report.folders import Row, plain, write
from tests.report.test_page import ABOUT, Page
from tests.writers import badly


def paid(folder: Path, *replies: tuple[str, str, str | None]) -> None:
    """Replies of (id, purpose, dollars) in the journal."""
    kept = [
        Reply(f"{n}", id, "x", purpose=purpose, tokens_in=1000, tokens_cached=800, tokens_out=30, usd=usd)
        for n, (id, purpose, usd) in enumerate(replies)
    ]
    RunDesk(folder).append(*kept)


def report(folder: Path, rows: list[Row], about: dict[str, Any] | None = None) -> Page:
    return Page(write_report(*write(folder, rows, 4, about)).read_text())


ROWS = [Row("b", pixels=plain(1)), Row("b", reason="unsafe"), Row("a", pixels=plain(2))]


def test_it_shows_what_was_paid_for_kept_and_for_rejected_samples(tmp_path: Path) -> None:
    paid(
        tmp_path,
        ("a-000000000", "dialogue", "0.5"),
        ("a-000000000", "prompt", "1.25"),
        ("b-000000000", "prompt", "1"),
        ("b-000000001", "prompt", "2"),
    )
    page = report(tmp_path, ROWS, ABOUT)
    table = page.text[page.text.index("Money") : page.text.index("Why samples")]
    assert "b prompt 2 2,000 1,600 60 $3.000 $1.000 $2.000 $3.000" in table
    assert "a prompt 1 1,000 800 30 $1.250 $1.250 $0.00 $1.750" in table
    assert "dialogue 1 1,000 800 30 $0.500 $0.500 $0.00" in table
    assert "all 4 4,000 3,200 120 $4.750 $2.750 $2.000 $2.375" in table
    assert "GPU" not in table and "unknown" not in table
    assert table.index("b prompt") < table.index("a prompt"), "in the order of the run"


def test_where_nobody_was_paid_it_says_nothing(tmp_path: Path) -> None:
    page = report(tmp_path, ROWS, ABOUT)
    assert "Money" not in page.text and "$" not in page.text and "ledger" not in (tmp_path / "run.json").read_text()


def test_an_unknown_price_is_unknown_on_the_page(tmp_path: Path) -> None:
    paid(tmp_path, ("a-000000000", "prompt", None), ("a-000000000", "dialogue", "0.5"))
    page = report(tmp_path, ROWS)
    assert "a prompt 1 1,000 800 30 unknown unknown $0.00 unknown" in page.text
    assert "Replies of unknown price: 1." in page.text


def test_tokens_that_nobody_counted_are_unknown(tmp_path: Path) -> None:
    RunDesk(tmp_path).append(Reply("k", "a-000000000", "x", purpose="prompt", tokens_in=None, tokens_out=None))
    page = report(tmp_path, ROWS)
    assert "a prompt 1 unknown unknown unknown unknown" in page.text
    assert "Replies whose tokens nobody counted: 1." in page.text


def test_gpu_hours_stand_there_with_or_without_dollars(tmp_path: Path) -> None:
    for _ in range(3):
        Store(tmp_path).log(event="rendered", shard="a-1", made=4, gpu_seconds=1800)
    page = report(tmp_path, ROWS, ABOUT)
    kept, said = 2, json.loads((tmp_path / "run.json").read_text())["ledger"]
    assert f"1.50 GPU hours of rendering: {kept / 1.5:.0f} kept pictures per GPU hour." in page.text
    assert "$" not in page.text and said["gpu_hours"] == 1.5
    assert said["kept_per_gpu_hour"] == round(kept / 1.5, 1)


def test_select_and_report_divide_the_ledger_anew_and_mind_no_cap(
    working_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-value")
    price = "llm.price={input: 1, output: 2}"
    with serving(badly(0.2, 3), metered=True) as (url, seen):
        backend = ["llm=openai", f"llm.base_url={url}", price, "budget.usd=100"]
        assert main(["ability=color", "n=12", *backend]) == 0
        asked = len(seen.arrivals)
    folder = Path("outputs/color")
    before = ledger(folder)
    assert before["replies"] == asked and 0 < rejected(before) < Decimal(before["usd"])
    assert main(["select", "run=outputs/color", "n=5", "budget.usd=0.000001"]) == 0
    after = ledger(folder)
    assert after["usd"] == before["usd"] and rejected(after) > rejected(before)
    assert f"{Decimal(after['usd_per_kept']['color']):.5f}" in (folder / "report.html").read_text()
    assert Decimal(after["usd_per_kept"]["color"]) > Decimal(before["usd_per_kept"]["color"])
    (folder / "run.json").write_text(re.sub(r'"usd": "[^"]*"', '"usd": "7"', (folder / "run.json").read_text()))
    assert main(["report", "run=outputs/color", "budget.tokens=1"]) == 0
    assert ledger(folder) == after


def ledger(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "run.json").read_text())["ledger"]
    return found


def rejected(found: dict[str, Any]) -> Decimal:
    return sum((Decimal(row["usd_rejected"]) for row in found["rows"]), Decimal(0))
