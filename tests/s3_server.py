"""An S3 server on loopback, which counts what it is asked and can be out of order for a while."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

import pytest

BUSY = b"<Error><Code>ServiceUnavailable</Code><Message>Please reduce your request rate.</Message></Error>"


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    listing: bool
    sent: int
    """Bytes of the answer."""


@dataclass
class Server:
    """A WSGI application around that of moto."""

    app: Callable[..., Iterable[bytes]]
    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    out_of_order: bool = False

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if self.out_of_order:
            start("503 Service Unavailable", [("Content-Length", str(len(BUSY))), ("Content-Type", "text/xml")])
            return [BUSY]
        answer = b"".join(self.app(environ, start))
        about = environ["REQUEST_METHOD"], unquote(environ["PATH_INFO"]), "list-type" in environ["QUERY_STRING"]
        self.asked.append(Asked(*about, len(answer)))
        return [answer]

    def count(self, method: str, listing: bool = False) -> int:
        return sum(one.method == method and one.listing == listing for one in self.asked)


@contextmanager
def serving(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """With an empty bucket of the name "bucket", and credentials in the environment."""
    import s3fs
    from moto.server import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        protocol_version = "HTTP/1.1"

        def log(self, *_: Any, **__: Any) -> None:
            pass

    server = Server(DomainDispatcherApplication(create_backend_app))
    http = make_server("127.0.0.1", 0, server, threaded=True, request_handler=Quiet)
    server.url = f"http://127.0.0.1:{http.server_port}"
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    given = {"ENDPOINT_URL": server.url, "ACCESS_KEY_ID": "a", "SECRET_ACCESS_KEY": "b", "DEFAULT_REGION": "us-east-1"}
    for name, value in given.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    try:
        s3fs.S3FileSystem.clear_instance_cache()
        s3fs.S3FileSystem(client_kwargs={}).call_s3("create_bucket", Bucket="bucket")
        server.asked.clear()
        yield server
    finally:
        s3fs.S3FileSystem.clear_instance_cache()
        http.shutdown()
        thread.join()
        http.server_close()
        from moto.backends import get_backend

        get_backend("s3").reset()  # buckets outlive a server
