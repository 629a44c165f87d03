"""Figures of the run for Prometheus to scrape, at an address of this machine."""

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from synthgen.kit.figures import figures
from synthgen.kit.options import Pause, Port
from synthgen.monitors import Monitor, MonitorLost, RunAbout
from synthgen.status import Status


@dataclass(frozen=True)
class Prometheus(Monitor):
    every: Pause = 5.0
    host: str = "127.0.0.1"
    """Who can reach it sees the figures: nobody is asked who he is."""
    port: Port = 9464
    """0: any that is free."""

    def preflight(self) -> list[str]:
        if importlib.util.find_spec("prometheus_client") is None:
            return ["monitor=prometheus needs prometheus_client. pip install 'synthgen[monitor]'"]
        return []

    def start(self, about: RunAbout, tell: Callable[[str], None]) -> str:
        from prometheus_client import CollectorRegistry, Info, start_http_server

        own, latest = CollectorRegistry(), _Latest(about.name)
        Info("synthgen_run", "What runs", registry=own).info({"run": about.name, **about.facts})
        own.register(latest)
        try:
            server, _ = start_http_server(self.port, self.host, own)
        except OSError as e:
            fix = "another run of this machine takes monitor.prometheus.port=<another>, or 0 for any that is free"
            raise MonitorLost(f"cannot listen at {self.host}:{self.port} ({e.strerror or e}; {fix})") from e
        vars(self).update(_latest=latest, _server=server)
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{server.server_port}/metrics"

    def update(self, status: Status, step: int) -> None:
        vars(self)["_latest"].status = status

    def close(self) -> None:
        if server := vars(self).pop("_server", None):
            server.shutdown()
            server.server_close()


class _Latest:
    """What Prometheus reads, composed whenever it comes by: of a place that is gone nothing stays behind."""

    def __init__(self, run: str) -> None:
        self._run = run
        self.status: Status | None = None

    def collect(self) -> Iterator[Any]:
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        for figure in figures(self.status) if self.status else ():
            name = "_".join(word for word in ("synthgen", figure.name, figure.unit) if word)
            labels = ["run", *(figure.rows[0][0] if figure.rows else ())]
            family = (CounterMetricFamily if figure.rises else GaugeMetricFamily)(name, figure.about, labels=labels)
            for row, value in figure.rows:
                family.add_metric([self._run, *row.values()], value)
            yield family
