"""What no request gets past: another host's name, another site's page, a body that is none of ours.

The same headers go with each answer, whatever it is about, so that they tell nothing.
"""

from eval_bench.pages.guard import HEADERS, MOST, App, Message, Receive, Send
from eval_bench.study.place import Place


def guarded(app: App, place: Place) -> App:
    """The application for those who reach it by one of the place's names; its path's prefix may be there or not."""
    hosts, origins = place.hosts, place.origins

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = {name for name, _ in message["headers"]}  # pictures say how long they are kept
                own = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in given]
                message = {**message, "headers": [*message["headers"], *own]}
            await send(message)

        if scope["type"] != "http":
            return
        if why := _refusal(scope, hosts, origins):
            await sent({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
            await sent({"type": "http.response.body", "body": why.encode()})
            return
        path = scope["path"]
        if place.prefix and path.startswith(f"{place.prefix}/"):
            path = path[len(place.prefix) :]
        await app({**scope, "path": path, "raw_path": None}, receive, sent)

    return answer


def _refusal(scope: Message, hosts: frozenset[str], origins: frozenset[str]) -> str:
    """Why a request is not answered; "" if it is."""
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    if headers.get("host", "").lower() not in hosts:
        return "this study goes by another address; whoever runs it says by which: study ... url=https://..."
    if scope["method"] in ("GET", "HEAD"):
        return ""
    if headers.get("origin", next(iter(origins))) not in origins:
        return "this study takes nothing from other sites"
    if headers.get("content-type", "").split(";")[0].strip() != "application/json":
        return "send JSON"
    if not headers.get("content-length", "").isdigit() or int(headers["content-length"]) > MOST:
        return f"send its length, {MOST} bytes at most"
    return ""
