"""The event loop of the client, in a thread of its own: sends, waits, keeps, and goes on to the next step.

A bare aiohttp session carries the requests: the official client takes ten times the CPU for each
(figures in docs/performance.md), and its retries would multiply with ours.
"""

import asyncio
import json
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeAlias
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp

from synthgen.errors import SynthgenError, UsageError
from synthgen.interfaces import Desk
from synthgen.kit.clean import data as cleaned
from synthgen.kit.hashes import stable_hash
from synthgen.llm.openai import wire
from synthgen.llm.openai.steps import Steps, stage
from synthgen.llm.openai.traffic import Pace, Stopped, Traffic, jitter
from synthgen.llm.openai.wire import FORMS, Answer, Ask, Form, Unwanted, Wait
from synthgen.types import Reject, Reply

GRACE = 3.0
"""Seconds that requests in flight get to arrive, and be kept, when another one ended the run."""
REFUSED = 20
"""Requests that a server refuses in a row: then it is not the requests."""
KEPT_ALIVE = 4.0
"""Seconds that an idle connection is kept: uvicorn, behind many servers, closes it after five."""
CONNECT = 10.0
"""Seconds that a connection may take."""
LOOK = 0.1
"""Seconds between two looks at whether the run was cancelled."""
Outcome: TypeAlias = Reply | Reject | BaseException | None
"""None: the run ended before there was an answer."""


@dataclass(frozen=True)
class Line:
    """Where the server is, and how it is spoken to."""

    url: str
    secret: str
    fixed: dict[str, Any]
    """What every body holds: model, temperature."""
    limit_key: str
    cache_key: bool
    concurrency: int
    timeout: float
    retries: int
    max_outage: float
    price: Callable[[Reply], str | None]
    pace: Pace = Pace()


class Client:
    """Answers `Steps`; shared by the threads that ask. Close it when done."""

    def __init__(self, line: Line, desk: Desk) -> None:
        self._line, self.desk = line, desk
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="synthgen-llm", daemon=True)
        self._traffic = Traffic(line.concurrency, line.max_outage, lambda said: self.desk.tell(said), line.pace)
        self._session: aiohttp.ClientSession | None = None
        self._forms: dict[str, Form] = {}
        self._cache_key = line.cache_key
        self._probing = asyncio.Lock()
        self._refused = 0
        self._unkept: list[Reply] = []
        self._writing: asyncio.Task[None] | None = None
        """The last one that was begun: it writes all that is unkept."""
        self._stopping = asyncio.Event()
        self._submitted: deque[tuple[Steps, Callable[[Outcome], None]]] = deque()
        self._woken = False
        self._closed = False
        self._gate = threading.Lock()
        """Of `submit` and `close`: what came before it is ended by it."""
        self._tasks: set[asyncio.Task[Reply | Reject | None]] = set()
        self.failure: SynthgenError | None = None
        """What ended it for everybody."""
        self._thread.start()
        self._watching = asyncio.run_coroutine_threadsafe(self._watch(), self._loop)

    def submit(self, steps: Steps, done: Callable[[Outcome], None]) -> None:
        """Drive one request through its steps; `done` is called in the loop's thread, or at once after `close`."""
        with self._gate:
            if not self._closed:
                self._submitted.append((steps, done))
                if not self._woken:  # waking the loop costs as much as beginning a request
                    self._woken = True
                    self._loop.call_soon_threadsafe(self._begin_all)
                return
        done(None)

    @property
    def ending(self) -> bool:
        """Whether nothing more will be sent."""
        return self._closed or self._stopping.is_set() or self.desk.cancelled

    def _begin_all(self) -> None:
        self._woken = False
        while self._submitted:
            self._begin(*self._submitted.popleft())

    def _begin(self, steps: Steps, done: Callable[[Outcome], None]) -> None:
        def ended(task: asyncio.Task[Reply | Reject | None]) -> None:
            self._tasks.discard(task)
            done(None if task.cancelled() else task.exception() or task.result())

        task = asyncio.create_task(self._drive(steps))
        self._tasks.add(task)  # the loop alone would let it be collected
        task.add_done_callback(ended)

    def close(self) -> None:
        """End at once. What is in flight is dropped; what has arrived is kept."""
        with self._gate:
            self._closed = True
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end(self) -> None:
        await _cancelled(self._tasks)
        if self._writing is not None:
            await asyncio.wait((self._writing,))
        await _cancelled(asyncio.all_tasks() - {asyncio.current_task()})
        if self._session is not None:
            await self._session.close()
        await self._loop.shutdown_default_executor()

    async def _watch(self) -> None:
        """Signals come to another thread: look for them now and then."""
        while not self.desk.cancelled:
            await asyncio.sleep(LOOK)
        self._stop()

    def _stop(self) -> None:
        self._stopping.set()
        self._traffic.stop()

    # one request -----------------------------------------------------------------------------------------------------

    async def _drive(self, steps: Steps) -> Reply | Reject | None:
        try:
            ask = next(steps)
            while True:
                reply = self.desk.look_up(ask.key) or await self._paid(ask)
                if isinstance(reply, Reject):
                    return reply
                ask = steps.send(reply)
        except StopIteration as done:
            answer: Reply | Reject = done.value
            return answer
        except Stopped:
            return None
        except SynthgenError as e:
            self.failure = self.failure or e
            self._stop()
            raise

    async def _paid(self, ask: Ask) -> Reply | Reject:
        """Send until an answer is there; gives a Reject for a request that fails while others do not."""
        tries, answered = 0, self._traffic.answered
        while True:
            answer = await self._sent(ask)
            if isinstance(answer, Reply):
                self._refused = 0
                return answer
            if isinstance(answer, Unwanted):
                return self._refuse(ask, answer)
            if not tries:
                tries, answered = 1, self._traffic.answered
            elif self._traffic.answered > answered:  # others were answered since it failed first: no outage
                tries += 1
            if tries > self._line.retries:
                return Reject(ask.id, stage(ask.purpose), "server error", answer.said[:200])
            await self._sleep(0 if answer.seconds else jitter(tries, self._line.pace.backoff))

    async def _sleep(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return
        raise Stopped

    def _refuse(self, ask: Ask, answer: Unwanted) -> Reject:
        """Raises UsageError when the server refuses whatever it is sent."""
        self._refused += 1
        no_form = ask.purpose != "answer" and not self._forms
        hint = "" if answer.content else wire.hint(answer, self._line.fixed)
        if not answer.content and (self._refused >= REFUSED or no_form):
            raise UsageError(f"the server refuses the request ({answer.said}){hint}")
        if ask.purpose == "answer":  # there may be too few of them for a UsageError: its fix is told here
            return Reject(ask.id, stage(ask.purpose), "refused by the server", f"{answer.said[:200]}{hint}")
        return Reject(ask.id, stage(ask.purpose), "refused by the server", answer.code or answer.said[:200])

    # the form --------------------------------------------------------------------------------------------------------

    async def _sent(self, ask: Ask) -> Answer:
        """Send in the strictest form that the server takes; which one that is, the first request finds out."""
        if ask.purpose == "answer":
            return await self._passed(ask, "text")
        name = ask.schema.__name__
        if name not in self._forms:
            async with self._probing:
                if name not in self._forms:
                    return await self._passed(ask, None)
        return await self._passed(ask, self._forms[name])

    async def _passed(self, ask: Ask, form: Form | None) -> Answer:
        """Through the traffic, once."""
        self._mind_the_end()
        entered = await self._traffic.enter()
        try:
            answer = await (self._post(ask, form) if form else self._probe(ask, ask.schema.__name__))
            if isinstance(answer, Wait):
                self._traffic.bad(answer, entered)
            else:
                self._traffic.good()
        finally:
            self._traffic.leave(entered)
        return answer

    def _mind_the_end(self) -> None:
        """Between two looks of the watch, too: a budget that is spent is spent."""
        if self.ending:
            raise Stopped

    async def _probe(self, ask: Ask, name: str) -> Answer:
        note = stable_hash(["form", self._line.url, self._line.fixed["model"], name])
        known = self.desk.look_up(note)
        weakest = max((FORMS.index(form) for form in self._forms.values()), default=0)
        first: Answer | None = None
        for form in FORMS[FORMS.index(known.text) if known and known.text in FORMS else weakest :]:
            answer = await self._post(ask, form)
            if isinstance(answer, Reply):
                self._forms[name] = form
                if known is None:
                    await self._keep(Reply(note, "", form, purpose="form", usd="0"))
                return answer
            if isinstance(answer, Wait) or answer.content:
                return answer
            first = first or answer
        assert first is not None
        return first

    # the wire --------------------------------------------------------------------------------------------------------

    async def _post(self, ask: Ask, form: Form) -> Answer:
        self._mind_the_end()
        line, sent = self._line, time.monotonic()
        content = wire.body(ask, form, line.fixed, line.limit_key, self._cache_key)
        try:
            async with self._open().post(line.url, json=content, allow_redirects=False) as response:
                received = await response.read()
                status, headers = response.status, response.headers
        except (aiohttp.ClientSSLError, aiohttp.InvalidURL) as e:
            raise UsageError(f"{line.url} cannot be reached: {cleaned(str(e), 200)}") from e
        except aiohttp.ClientConnectorError as e:
            why = cleaned(e.os_error.strerror or str(e.os_error), 200)
            return Wait(f"no connection to {e.host}:{e.port}: {why}", silent=True)
        except aiohttp.ConnectionTimeoutError:
            return Wait(f"no connection to {urlsplit(line.url).netloc} within {CONNECT:g} s", silent=True)
        except TimeoutError:
            return Wait(f"no answer within {line.timeout:g} s", silent=True)
        except aiohttp.ClientResponseError:
            return Wait("the answer is no HTTP")
        except aiohttp.ClientError as e:
            return Wait(f"the connection broke: {cleaned(str(e) or type(e).__name__, 200)}", silent=True)
        answer = self._understood(ask, status, headers, received)
        if isinstance(answer, Reply):
            seconds = round(time.monotonic() - sent, 3)
            answer = replace(answer, seconds=seconds, usd=line.price(answer) if answer.usd is None else answer.usd)
            await self._keep(answer)  # in its place: what is not on disk counts as in flight
            return answer
        if (
            "prompt_cache_key" in content
            and isinstance(answer, Unwanted)
            and wire.names(answer, "prompt_cache_key") >= 0
        ):
            self._cache_key = False  # no more than a hint: it goes without
            return await self._post(ask, form)
        return answer

    def _understood(self, ask: Ask, status: int, headers: Mapping[str, str], received: bytes) -> Answer:
        try:
            content = json.loads(received, parse_float=Decimal)  # a price stays what it is
        except (ValueError, RecursionError):  # also what is no UTF-8
            content = None
        if status != 200:
            said = content if isinstance(content, dict | list) else received[:2000].decode("utf-8", "replace")
            return wire.error(status, said, headers, self._line.secret)
        answer = wire.read(ask, content, self._line.secret)
        cut_off = content is None and received.lstrip()[:1] in (b"", b"{")
        no_completion = isinstance(answer, Wait) and answer.said == wire.NO_COMPLETION
        if no_completion and not self._traffic.answered and not cut_off:
            raise UsageError(f"{self._line.url} is no server of chat completions")
        return answer

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=KEPT_ALIVE),  # the traffic is the limit
                timeout=aiohttp.ClientTimeout(total=self._line.timeout, sock_connect=CONNECT),
                headers={"Authorization": f"Bearer {self._line.secret}"} if self._line.secret else {},
                proxy=_proxy(self._line.url),
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        return self._session

    # keeping ---------------------------------------------------------------------------------------------------------

    async def _keep(self, reply: Reply) -> None:
        """Returns when it is safe on disk; replies that arrive meanwhile share the next sync. Raises DiskError."""
        self._unkept.append(reply)
        if len(self._unkept) == 1:
            self._writing = asyncio.create_task(self._write(self._writing))
            self._writing.add_done_callback(_seen)
        assert self._writing is not None
        await asyncio.shield(self._writing)  # even if its request is dropped

    async def _write(self, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait((before,))
        batch, self._unkept = self._unkept, []
        await asyncio.to_thread(self.desk.append, *batch)


def _seen(writing: asyncio.Task[None]) -> None:
    """Its error goes to those who wait for it; if they were all dropped, the run ends with an earlier one."""
    if not writing.cancelled():
        writing.exception()


async def _cancelled(tasks: Iterable[asyncio.Task[Any] | None]) -> None:
    them = [task for task in tasks if task is not None]
    for task in them:
        task.cancel()
    await asyncio.gather(*them, return_exceptions=True)


def _proxy(url: str) -> str | None:
    """As the environment names it (HTTPS_PROXY, NO_PROXY). aiohttp would look it up for each request, in a thread, and
    end it with a ValueError where a ~/.netrc knows the host too."""
    parts = urlsplit(url)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)
