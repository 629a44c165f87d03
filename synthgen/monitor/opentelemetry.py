"""Figures of the run, and a span from its beginning to its end, for an OpenTelemetry collector (OTLP over HTTP).

Where it is, and what it wants to see, is said by OpenTelemetry's own environment variables:
OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS, OTEL_METRIC_EXPORT_INTERVAL, OTEL_RESOURCE_ATTRIBUTES ...
"""

import importlib.util
import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from synthgen.kit.figures import Figure, figures
from synthgen.kit.options import Pause
from synthgen.monitors import Monitor, RunAbout
from synthgen.status import Status

ENDPOINTS = ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
LAST = 3.0
"""Seconds in which the collector has to take the last figures."""
UNITS = {"": "1", "seconds": "s", "per_second": "1/s", "usd": "{USD}"}
"""By the Unified Code for Units of Measure, as OpenTelemetry wants them."""


@dataclass(frozen=True)
class OpenTelemetry(Monitor):
    every: Pause = 5.0

    def preflight(self) -> list[str]:
        if not all(
            _there(module) for module in ("opentelemetry.sdk.metrics", "opentelemetry.exporter.otlp.proto.http")
        ):
            needs = "opentelemetry-sdk and opentelemetry-exporter-otlp-proto-http"
            return [f"monitor=opentelemetry needs {needs}. pip install 'synthgen[monitor]'"]
        given = {name: os.environ[name] for name in ENDPOINTS if os.environ.get(name)}
        return [
            f"monitor=opentelemetry: {name} is no http address; set it to one like http://localhost:4318"
            for name, url in given.items()
            if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname
        ]

    def start(self, about: RunAbout, tell: Callable[[str], None]) -> str:
        from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.metrics import MeterProvider
        from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
        from opentelemetry.sdk.resources import OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import SimpleSpanProcessor

        _quiet()
        facts = {"service.name": "synthgen", "synthgen.run": about.name}
        facts |= {f"synthgen.{name}": value for name, value in about.facts.items()}
        resource = Resource.create(facts).merge(OTELResourceDetector().detect())
        failed = _Once(tell, "the collector does not take the figures; the run goes on, and it is asked again")
        metrics, spans = _watched(OTLPMetricExporter(), failed), _watched(OTLPSpanExporter(), failed)
        meters = MeterProvider([PeriodicExportingMetricReader(metrics)], resource, shutdown_on_exit=False)
        tracers = TracerProvider(resource=resource, shutdown_on_exit=False)
        tracers.add_span_processor(SimpleSpanProcessor(spans))
        latest, span = _Latest(), tracers.get_tracer("synthgen").start_span("run")
        for figure in figures(Status()):
            latest.register(meters.get_meter("synthgen"), figure)
        vars(self).update(_latest=latest, _meters=meters, _spans=spans, _span=span, _failed=failed)
        return f"figures go to {_place()}"

    def update(self, status: Status, step: int) -> None:
        vars(self)["_latest"].status = status

    def close(self) -> None:
        if "_meters" not in vars(self):
            return
        latest, meters, spans, span = (vars(self).pop(name) for name in ("_latest", "_meters", "_spans", "_span"))
        status, until = latest.status, time.monotonic() + LAST
        span.set_attributes({"synthgen.state": status.state, "synthgen.kept": status.kept, "synthgen.wanted": status.n})
        ending = Thread(
            target=span.end, name="synthgen-span", daemon=True
        )  # sends it, and tries for as long as it takes
        ending.start()
        meters.shutdown(timeout_millis=LAST * 1000)
        ending.join(max(0.0, until - time.monotonic()))
        if ending.is_alive():
            vars(self)["_failed"]()
        spans.shutdown()


def _there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:  # of a package around it
        return False


def _place() -> str:
    """Where the collector is, without what its address may say beside that."""
    names = (ENDPOINTS[0], ENDPOINTS[2])
    url = urlsplit(next((os.environ[name] for name in names if os.environ.get(name)), "http://localhost:4318"))
    return f"{url.scheme}://{url.hostname}" + (f":{url.port}" if url.port else "")


def _quiet() -> None:
    """What fails is told once, by us."""
    for name in ("opentelemetry.exporter", "opentelemetry.sdk"):
        log = logging.getLogger(name)
        log.propagate = False
        if not log.handlers:
            log.addHandler(logging.NullHandler())


class _Once:
    """Tells a line the first time that it is asked to."""

    def __init__(self, tell: Callable[[str], None], line: str) -> None:
        self._tell, self._line, self._told = tell, line, False

    def __call__(self) -> None:
        if not self._told:
            self._told = True
            self._tell(self._line)


def _watched(exporter: Any, failed: Callable[[], None]) -> Any:
    """The exporter, which says when something does not arrive: it only writes that into a log by itself."""
    export = exporter.export

    def watched(*given: Any, **more: Any) -> Any:
        result = export(*given, **more)
        if result.name != "SUCCESS":
            failed()
        return result

    exporter.export = watched
    return exporter


class _Latest:
    """What the library reads when it is time to send something."""

    def __init__(self) -> None:
        self.status = Status()

    def register(self, meter: Any, figure: Figure) -> None:
        from opentelemetry.metrics import Observation

        def read(options: Any) -> list[Any]:
            now = next(one for one in figures(self.status) if one.name == figure.name)
            return [Observation(value, labels) for labels, value in now.rows]

        create = meter.create_observable_counter if figure.rises else meter.create_observable_gauge
        create(f"synthgen.{figure.name}", [read], unit=UNITS[figure.unit], description=figure.about)
