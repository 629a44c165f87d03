"""Figures of real runs, scraped over loopback and read by the parser of Prometheus's own client library."""

import json
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from synthgen.errors import BudgetReached
from synthgen.monitor.prometheus import Prometheus
from synthgen.monitors import RunAbout
from synthgen.status import STAGES, Cost, StageStatus, Status
from tests.commands.test_generate import tree
from tests.monitor.watched import watched

pytestmark = pytest.mark.monitor
Scrape = Mapping[tuple[str, frozenset[tuple[str, str]]], float]
"""By name and labels."""


def scrape(url: str) -> Scrape | None:
    """None where nobody answers any more."""
    from prometheus_client.parser import text_string_to_metric_families

    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            text = answer.read().decode()
    except (urllib.error.URLError, ConnectionError):
        return None
    found = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    rows = {(sample.name, frozenset(sample.labels.items())): sample.value for sample in found}
    assert len(rows) == len(found), "a row is there twice"
    return rows


def rows(scraped: Scrape, name: str, **labels: str) -> dict[str, float]:
    """Of a figure with these labels: its values by the others."""
    some = ((dict(other), value) for (of, other), value in scraped.items() if of == name)
    return {
        " ".join(v for k, v in sorted(own.items()) if k not in labels and k != "run"): value
        for own, value in some
        if labels.items() <= own.items()
    }


def scrapes(process: "subprocess.Popen[str]") -> Iterator[Scrape]:
    """All that can be had of a run until it ends."""
    assert process.stderr
    url = next(m[1] for line in process.stderr if (m := re.fullmatch(r"monitor.prometheus: (http://\S+)\n", line)))
    while (found := scrape(url)) is not None:
        yield found
        time.sleep(0.1)


def test_at_any_moment_what_is_scraped_adds_up_and_at_last_it_is_what_the_run_says(tmp_path: Path) -> None:
    words = "ability=[joke,color] n=12 name=run monitor=prometheus monitor.prometheus.port=0 monitor.prometheus.every=1"
    command = [sys.executable, "-m", "synthgen", *words.split()]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, text=True, stdout=pipe, stderr=pipe) as process:
        last: Scrape = {}
        for last in scrapes(process):
            for ability in ("joke", "color"):
                prompts, pictures, dialogues, selection = (
                    rows(last, "synthgen_samples", ability=ability, stage=stage) for stage in STAGES
                )
                assert sum(pictures.values()) == prompts.get("done", 0)
                assert sum(dialogues.values()) == pictures.get("done", 0)
                assert all(
                    count >= 0 for stage in (prompts, pictures, dialogues, selection) for count in stage.values()
                )
        assert process.wait(60) == 0
    said = json.loads((tmp_path / "outputs/run/status.json").read_text())
    for stage in said["stages"]:
        found = rows(last, "synthgen_samples", ability=stage["ability"], stage=stage["name"])
        assert found == {name: stage[name] for name in ("done", "rejected", "waiting")}
        assert sum(found.values()) == stage["asked"]
        rejects = rows(last, "synthgen_rejects", ability=stage["ability"], stage=stage["name"])
        assert rejects == stage["reasons"]
    assert rows(last, "synthgen_wanted") == {"joke": 12, "color": 12}
    assert rows(last, "synthgen_made_total", stage="pictures")[""] == said["rates"]["pictures"]["made"]
    assert rows(last, "synthgen_state")["working"] == 1 and sum(rows(last, "synthgen_state").values()) == 1


def test_an_address_that_somebody_has_costs_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        told = watched(tmp_path, 6, {"prometheus": Prometheus(port=port)})
    (line,) = told
    assert line.startswith(f"monitor.prometheus: cannot listen at 127.0.0.1:{port} (Address already in use; ")
    assert "monitor.prometheus.port=<another>" in line and line.endswith("the run goes on without it")


def test_when_the_run_has_ended_the_address_is_free_for_the_next(tmp_path: Path) -> None:
    for n in (3, 6):
        told = watched(tmp_path, n, {"prometheus": Prometheus(port=_free())})
        url = told[0].removeprefix("monitor.prometheus: ")
        assert url.startswith("http://127.0.0.1:") and scrape(url) is None


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as some:
        return int(some.getsockname()[1])


def test_odd_names_and_reasons_come_through_whole_and_what_nobody_knows_is_left_out(tmp_path: Path) -> None:
    odd = 'a "quoted\\word"\nin two lines, größer {x="1"}'
    stage = StageStatus("joke", "selection", 3, 1, 2, {odd: 2})
    one = Prometheus(port=0)
    url = one.start(RunAbout(odd, tmp_path, {"llm": odd}), print)
    try:
        one.update(Status(n=3, stages=(stage,), cost=Cost("1.25", gpu_hours=0.5)), 3)
        found = scrape(url)
        assert found is not None
        assert rows(found, "synthgen_rejects", run=odd, ability="joke", stage="selection") == {odd: 2}
        assert rows(found, "synthgen_cost_usd_total") == {"": 1.25} and rows(found, "synthgen_gpu_seconds_total") == {
            "": 1800
        }
        assert rows(found, "synthgen_left_seconds") == {}
        assert rows(found, "synthgen_run_info", llm=odd) == {"": 1}
        one.update(Status(state="stopped", said=str(BudgetReached("sk-secret"))), 3)
        with urllib.request.urlopen(url) as answer:
            assert "sk-secret" not in answer.read().decode()
    finally:
        one.close()


def test_a_run_exports_the_same_bytes_whoever_looks_on_and_goes_on_with_others(tmp_path: Path) -> None:
    for name, more in (
        ("a", ""),
        ("b", "monitor=[prometheus,tensorboard] monitor.prometheus.port=0"),
        ("a", "monitor=tensorboard"),
    ):
        words = f"ability=joke n=6 name={name} {more}".split()
        subprocess.run([sys.executable, "-m", "synthgen", *words], cwd=tmp_path, check=True, capture_output=True)
    assert tree(tmp_path / "outputs/a/export") == tree(tmp_path / "outputs/b/export")
    assert list((tmp_path / "outputs/a/monitor/tensorboard").iterdir())
