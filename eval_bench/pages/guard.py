"""Who may talk to the page: this machine's own browser, with the address that the command printed.

A site that is open in another tab can make the browser send requests here, and can even let its own name point here
(DNS rebinding). Such requests lack the secret of the address, name another host, or tell another origin.
"""

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]
MOST = 64 * 1024
"""Bytes of a request: a person's item has a few hundred."""
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}


def guarded(app: App, secret: str) -> App:
    """The application, at /<secret>/ and for nobody else; on each answer the headers that keep the page to itself."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}  # pictures say how long they are kept
                own = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in given]
                message = {**message, "headers": [*message["headers"], *own]}
            await send(message)

        if scope["type"] != "http":
            return
        if why := _refusal(scope, secret):
            await sent({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
            await sent({"type": "http.response.body", "body": why.encode()})
        else:
            await app({**scope, "path": scope["path"][len(secret) + 1 :], "raw_path": None}, receive, sent)

    return answer


def _refusal(scope: Message, secret: str) -> str:
    """Why a request is not answered; "" if it is."""
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    port = scope["server"][1]
    host = headers.get("host", "")
    if host not in (f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}"):
        return "this page is for the machine that it runs on"
    if headers.get("origin", f"http://{host}") != f"http://{host}":
        return "this page takes nothing from other sites"
    given = scope["path"].split("/")[1]
    if not hmac.compare_digest(given.encode(), secret.encode()) or scope["path"] == f"/{secret}":
        return "open the address that the command printed, to its last letter"
    if scope["method"] == "POST":
        if headers.get("content-type", "").split(";")[0] != "application/json":
            return "send JSON"
        if not headers.get("content-length", "").isdigit() or int(headers["content-length"]) > MOST:
            return f"send its length, {MOST} bytes at most"
    return ""
