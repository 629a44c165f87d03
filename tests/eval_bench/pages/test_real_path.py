"""From nine photographs to a report that tests the primary hypothesis, as a person goes: page, then commands."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from eval_bench.benchmark import load
from tests.eval_bench.pages.serving import ROOT, real_images, served
from tests.eval_bench.pages.test_browser import PHOTOS, browsing, said, type_in, wrote_one

pytestmark = pytest.mark.browser
BENCHMARKS = "[benchmarks/generated,benchmarks/real]"


def ran(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "eval_bench", *words],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def annotate(folder: Path, address: str) -> None:
    with browsing(folder / "profile", address) as page:
        page.keyboard.press("g")
        for field, text in (("license", "CC0-1.0"), ("credit", "scikit-image"), ("source", "its data folder")):
            type_in(page, field, text)
        page.keyboard.press("Enter")
        page.locator("#rights-said").filter(has_text="Saved").wait_for()
        for name in sorted(PHOTOS):
            page.locator("#place").filter(has_text=name).wait_for()
            wrote_one(page, name)
            page.keyboard.press("Enter")
            said(page, "saved")
            page.keyboard.press("n")
        page.locator("#said").filter(has_text="last photograph").wait_for()
        page.keyboard.press("e")  # one too many: deleted by its key
        page.locator("#title").filter(has_text="Change vehicle-real-000001").wait_for()
        page.keyboard.press("Escape")
        page.keyboard.press("d")
        said(page, "deleted: vehicle-real-000001")
        page.keyboard.press("z")
        page.locator("#done").filter(has_text="8 items").wait_for()
        wrote_one(page, "rocket")
        page.keyboard.press("Enter")
        said(page, "saved")


def test_nine_photographs_become_a_report_that_tests_the_primary_hypothesis(working_folder: Path) -> None:
    with served("build", "real", f"photographs={real_images()}", "n=1") as server:
        annotate(working_folder, server.address)
        assert "9 items on 9 photographs" in server.end()
    real = load(working_folder / "benchmarks" / "real")
    assert "vehicle-real-000002" in {one.id for one in real.items} and all(one.counts for one in real.items)
    ran("build", "generated", "ability=color", "n=4")
    for name, accuracy in (("base", 0.2), ("ours", 0.9)):
        ran("answer", f"items={BENCHMARKS}", "model=toy", f"model.accuracy={accuracy}", f"name={name}")
        ran("score", f"items={BENCHMARKS}", f"answers=answers/{name}")
    ran("report", f"items={BENCHMARKS}", "answers=[answers/base,answers/ours]", "draws=200", "out=r")
    report = json.loads((working_folder / "r" / "report.json").read_text())
    page = (working_folder / "r" / "index.html").read_text()
    assert {"real", "generated"} <= {one["source"] for one in report["benchmarks"]}
    assert report["hypothesis"]["primary"] == "pooled_real" and report["hypothesis"]["tested"]
    assert "benchmarks/real" in page and "benchmarks/generated" in page
