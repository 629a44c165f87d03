"""When the client sends, by the server's clock: pauses, fewer at a time, the circuit, giving up."""

import time
from bisect import bisect_right
from collections import Counter
from dataclasses import replace

import pytest

from synthgen.errors import AccessError, OutageError
from synthgen.types import Reply
from tests.chat_server import Answer, Body, Say, Seen, completion, error, http_date, serving
from tests.llm.openai.asking import HASTY, Hasty, Notebook, always, answering, asked, asking, good, request

LIMITED = error(429, "Rate limit reached.", "rate_limit_exceeded")


@pytest.mark.parametrize("said", ["seconds", "milliseconds", "date", "on a 503"])
def test_a_server_that_asks_to_wait_is_left_alone_by_all_connections(said: str) -> None:
    """From 100 ms after the first such answer until the time is over; also by those that have not begun."""
    window: list[float] = []

    def script(body: Body, number: int) -> Answer:
        now = time.monotonic()
        if not window or window[0] <= now < window[1]:
            if number < 100:
                return Say(*answering(body, number))._replace(delay=0.01)
            window[:] = window or [now, now + 1.5]
            left = window[1] - now
            if said == "on a 503":
                return error(503, "Loading", headers={"Retry-After": f"{left:.3f}"})
            if said == "date":
                window[1] = now + 1  # a date of whole seconds is at least as late
                return error(429, "wait", headers={"Retry-After": http_date(1)})
            how = {"retry-after-ms": f"{left * 1000:.0f}"} if said == "milliseconds" else {"Retry-After": f"{left:.3f}"}
            return error(429, "wait", headers=how)
        return answering(body, number)

    desk = Notebook()
    with serving(script) as (url, seen):
        found = asking(url, (request(i) for i in range(400)), desk, concurrency=64)
    assert len(found) == 400 and all(isinstance(reply, Reply) for reply in found)
    first = next(arrival.left for arrival in seen.arrivals if arrival.status in (429, 503))
    assert first is not None
    assert [time - first for time in seen.times if first + 0.1 < time < window[1]] == []
    assert max(seen.times) < window[1] + 3


def test_the_very_first_answer_may_ask_everybody_to_wait() -> None:
    def script(body: Body, number: int) -> Answer:
        return error(429, "wait", headers={"Retry-After": "1"}) if number == 0 else answering(body, number)

    with serving(script) as (url, seen):
        asking(url, [request(i) for i in range(64)], concurrency=64)
    assert seen.arrivals[0].left is not None and seen.times[1] >= seen.arrivals[0].left + 1


def test_users_are_told_of_a_long_pause_once() -> None:
    until: list[float] = []

    def script(body: Body, number: int) -> Answer:
        if number == 0 or (until and time.monotonic() > until[0]):
            return answering(body, number)
        until[:] = until or [time.monotonic() + 1]
        return error(429, "wait", headers={"Retry-After": "2.1"})

    desk = Notebook()
    with serving(script) as (url, _):
        asking(url, [request(i) for i in range(12)], desk, concurrency=8)
    assert desk.told == ["the server asks to wait: going on in 2 s"]


def busy(seen: Seen, at: float) -> int:
    """How many requests were in flight."""
    begun = bisect_right(seen.times, at)
    return begun - sum(arrival.left is not None and arrival.left <= at for arrival in seen.arrivals)


def test_after_too_many_requests_it_goes_on_with_half_as_many_and_grows_again() -> None:
    """All that are in flight at once are refused together: that is one cut, not sixteen."""
    refused: list[float] = []

    def script(body: Body, number: int) -> Answer:
        if 200 <= number < 216:
            refused.append(time.monotonic())
            return LIMITED._replace(delay=0.02)
        return Say(*answering(body, number))._replace(delay=0.02)

    with serving(script) as (url, seen):
        found = asking(url, (request(i) for i in range(1500)), concurrency=16)
    assert len(found) == 1500
    after = [arrival.at for arrival in seen.arrivals if arrival.at > max(refused) + 0.03]
    assert after[0] - max(refused) < 1, "a short pause"
    early = max(busy(seen, at) for at in after[:24])
    assert 6 <= early <= 11, "half, and the first steps up again"
    late = max(busy(seen, at) for at in after[-100:-50])
    assert late > 13 and seen.busiest == 16


def test_a_server_with_fewer_places_is_filled_but_not_hammered() -> None:
    """Room for 8 of our 64: few requests are refused in the end, and the places are used."""
    inside: list[int] = []

    def script(body: Body, number: int) -> Answer:
        if len(inside) >= 8:
            return LIMITED
        inside.append(number)
        time.sleep(0.02)
        inside.remove(number)
        return 200, completion(good(body))

    with serving(script) as (url, seen):
        found = asking(url, (request(i) for i in range(600)), concurrency=64, max_outage=30.0)
    assert len(found) == 600 and all(isinstance(reply, Reply) for reply in found)
    assert seen.outcomes["429"] < 600


def test_the_circuit_opens_after_ten_failures_and_probes_one_at_a_time() -> None:
    until: list[float] = []

    def script(body: Body, number: int) -> Answer:
        if number >= 40:
            until[:] = until or [time.monotonic() + 1.5]
        if until and time.monotonic() < until[0]:
            return Say(500, "down", delay=0.02)
        return Say(*answering(body, number))._replace(delay=0.02)

    desk = Notebook()
    with serving(script) as (url, seen):
        found = asking(url, (request(i) for i in range(200)), desk, concurrency=16)
    assert len(found) == 200 and all(isinstance(reply, Reply) for reply in found)
    failed = [arrival for arrival in seen.arrivals if arrival.status == 500]
    opened = sorted(arrival.left or 0 for arrival in failed)[9]
    probes = [arrival for arrival in failed if arrival.at > opened + 0.05]
    assert 2 <= len(probes) <= 20 + 16, "nothing else goes out but what was on its way"
    for one, after in zip(probes, probes[1:], strict=False):
        assert one.left is not None and after.at - one.left >= 0.09, "one at a time, and not at once"
    assert desk.told == ["the server fails (500: down); asking again every now and then", "the server answers again"]


def test_an_outage_that_lasts_ends_the_run_with_everything_kept() -> None:
    def script(body: Body, number: int) -> Answer:
        return answering(body, number) if number < 20 else Say(502, "gone")

    desk = Notebook()
    with serving(script) as (url, seen):
        began = time.monotonic()
        with pytest.raises(OutageError, match=r"no good answer for \d s \(502: gone\); run the same command to go on"):
            asking(url, (request(i) for i in range(100)), desk, max_outage=1.0)
        assert 1 <= time.monotonic() - began < 3
        assert len(desk.replies) == 20 and len(seen.bodies) < 20 + 4 + 10 + 12


def test_an_address_where_nobody_ever_answered_is_given_up_early() -> None:
    class Impatient(Hasty):
        pace = replace(HASTY, never_answered=0.5)

    with serving(always(Say(fate="drop"))) as (url, _), pytest.raises(OutageError, match="the connection broke"):
        began = time.monotonic()
        asking(url, kind=Impatient, max_outage=600.0)
    assert time.monotonic() - began < 2

    def loading(body: Body, number: int) -> Answer:
        return error(503, "Loading model") if time.monotonic() < began + 1.5 else answering(body, number)

    with serving(loading) as (url, _):
        began = time.monotonic()
        assert len(asking(url, kind=Impatient, max_outage=600.0)) == 1, "that one was alive"


@pytest.mark.parametrize(
    ("last", "slowest"),
    [
        (error(401, "no"), 0.2),
        (error(429, "empty", "insufficient_quota"), 30.0),
        (error(429, "x", "credit_balance_exhausted"), 0.2),
    ],
)
def test_a_refused_key_or_an_empty_account_stops_at_once_and_keeps_what_arrives_soon(last: Say, slowest: float) -> None:
    """What takes longer than three seconds is given up."""

    def script(body: Body, number: int) -> Answer:
        slow = {"ask 9": 0.5, "ask 10": slowest}.get(asked(body), 0.2)
        return (
            last._replace(delay=0.1) if asked(body) == "ask 11" else Say(*answering(body, number))._replace(delay=slow)
        )

    desk = Notebook()
    with serving(script) as (url, seen):
        began = time.monotonic()
        with pytest.raises(AccessError) as caught:
            asking(url, (request(i) for i in range(1000)), desk, concurrency=8)
        assert time.monotonic() - began < 5 and caught.value.exit_code == 4
        refused = next(arrival.left for arrival in seen.arrivals if arrival.status != 200 and arrival.left)
        assert max(seen.times) < refused + 0.05
        kept = {reply.id for reply in desk.replies}
        assert "color-000000009" in kept and len(kept) == len(seen.answered)


def test_the_first_request_may_be_the_one_that_is_refused_and_no_other_follows() -> None:
    with serving(lambda body, number: error(401, "no")) as (url, seen), pytest.raises(AccessError):
        asking(url, [request(i) for i in range(64)], concurrency=64)
    assert len(seen.bodies) == 1


def test_all_places_are_used_where_nothing_fails() -> None:
    with serving(lambda body, number: Say(*answering(body, number))._replace(delay=0.05)) as (url, seen):
        asking(url, [request(i) for i in range(100)], concurrency=50)
    assert Counter(a.status for a in seen.arrivals) == {200: 100} and seen.busiest > 25
