"""A collector of OpenTelemetry on loopback: takes OTLP over HTTP, and keeps what it is sent."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Collector:
    url: str = ""
    metrics: list[Any] = field(default_factory=list)
    """As they came: ExportMetricsServiceRequest."""
    spans: list[Any] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def values(self, name: str) -> dict[str, float]:
        """The last ones of a figure, by labels."""
        found = {}
        for request in self.metrics:
            for metric in request.resource_metrics[0].scope_metrics[0].metrics:
                if metric.name == name:
                    points = metric.gauge.data_points or metric.sum.data_points
                    found = {
                        " ".join(a.value.string_value for a in sorted(p.attributes, key=lambda a: a.key)): _value(p)
                        for p in points
                    }
        return found


def _value(point: Any) -> float:
    return float(getattr(point, point.WhichOneof("value")))


@contextmanager
def collecting() -> Iterator[Collector]:
    from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    some = Collector()
    kinds = {"/v1/metrics": (ExportMetricsServiceRequest, some.metrics)}
    kinds["/v1/traces"] = (ExportTraceServiceRequest, some.spans)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            kind, kept = kinds[self.path]
            kept.append(kind.FromString(self.rfile.read(int(self.headers["content-length"]))))
            some.headers.append(dict(self.headers))
            self.send_response(200)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        some.url = f"http://127.0.0.1:{server.server_port}"
        try:
            yield some
        finally:
            server.shutdown()
