"""Figures and a span of real runs, decoded by a collector on loopback; and a collector that is not there."""

import socket
from pathlib import Path

import pytest

from synthgen.monitor.opentelemetry import OpenTelemetry
from tests.monitor.collector import collecting
from tests.monitor.watched import watched

pytestmark = pytest.mark.monitor
ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"
ENDS = ("done", "rejected", "waiting")


def test_a_collector_gets_the_figures_while_the_run_works_and_at_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_METRIC_EXPORT_INTERVAL", "200")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_HEADERS", "authorization=sk-secret")
    monkeypatch.setenv("OTEL_RESOURCE_ATTRIBUTES", "team=vision,service.name=ours")
    with collecting() as some:
        monkeypatch.setenv(ENDPOINT, some.url)
        told = watched(tmp_path, 60, {"otel": OpenTelemetry(1.0)})
    assert told == [f"monitor.otel: figures go to {some.url}"]
    assert len(some.metrics) > 1 and {headers["authorization"] for headers in some.headers} == {"sk-secret"}
    stages = {"prompts": 60, "pictures": 60, "dialogues": 60, "selection": 60}
    wanted = {f"null {end} {stage}": n if end == "done" else 0 for stage, n in stages.items() for end in ENDS}
    assert some.values("synthgen.samples") == wanted
    assert some.values("synthgen.state")["finished"] == 1 and some.values("synthgen.made")["pictures"] == 60
    facts = {a.key: a.value.string_value for a in some.metrics[-1].resource_metrics[0].resource.attributes}
    assert (facts["service.name"], facts["team"], facts["synthgen.run"]) == ("ours", "vision", "null")
    assert "sk-secret" not in repr([*some.metrics, *some.spans])


def test_a_span_lasts_as_long_as_the_run_and_says_how_it_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with collecting() as some:
        monkeypatch.setenv(ENDPOINT, some.url)
        watched(tmp_path, 6, {"otel": OpenTelemetry(1.0)})
    (request,) = some.spans
    (span,) = request.resource_spans[0].scope_spans[0].spans
    said = {a.key: a.value.string_value or a.value.int_value for a in span.attributes}
    assert span.name == "run" and span.end_time_unix_nano > span.start_time_unix_nano
    assert said == {"synthgen.state": "finished", "synthgen.kept": 6, "synthgen.wanted": 6}


def test_a_collector_that_is_not_there_costs_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as some:
        port = some.getsockname()[1]
    monkeypatch.setenv(ENDPOINT, f"http://user:sk-secret@127.0.0.1:{port}/a?key=sk-secret")
    monkeypatch.setenv("OTEL_METRIC_EXPORT_INTERVAL", "100")
    told = watched(tmp_path, 60, {"otel": OpenTelemetry(1.0)}, hear=lambda line: None)
    assert told[0] == f"monitor.otel: figures go to http://127.0.0.1:{port}"
    assert [line for line in told if "collector" in line] == told[1:] and len(told) == 2
    assert capfd.readouterr().err == ""


def test_two_runs_in_one_process_do_not_get_into_each_others_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with collecting() as some:
        monkeypatch.setenv(ENDPOINT, some.url)
        for n in (3, 6):
            told = watched(tmp_path, n, {"otel": OpenTelemetry(1.0)})
            assert len(told) == 1 and some.values("synthgen.wanted") == {"null": n}


@pytest.mark.parametrize("url", ["collector:4318", "grpc://collector", "http://"])
def test_an_address_that_is_none_is_told_before_the_run_without_what_it_holds(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENDPOINT, f"{url}/sk-secret")
    (line,) = OpenTelemetry().preflight()
    assert ENDPOINT in line and "sk-secret" not in line
    monkeypatch.setenv(ENDPOINT, "")
    assert OpenTelemetry().preflight() == []
