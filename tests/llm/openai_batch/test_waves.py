"""What is handed in, what comes back, and what is asked again."""

import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

import pytest

from synthgen.desk import RunDesk
from synthgen.errors import AccessError, Interrupted, OutageError, SynthgenError, UsageError
from synthgen.types import Reject, Reply, Request
from tests.chat_batches import Plan
from tests.chat_server import Answer, Body, Say, completion, error
from tests.llm.openai_batch.setting import CREATE, NO_ROOM, Setting, asked, client, fine, ids, place, request


def test_each_reply_of_a_shuffled_output_finds_its_request(on: Callable[..., Setting], key: str) -> None:
    s = on()
    answers = s.ask(30)
    assert [a.id for a in answers] == ids(*range(30))
    assert [place(a) for a in answers] == [f"number {i}" for i in range(30)]
    assert s.sent() == [[f"number {i}" for i in range(30)]]
    body, sent_key = s.seen.bodies[0], s.seen.keys[0]
    assert body["model"] == "gpt-4.1-mini" and body["response_format"]["type"] == "json_schema"
    assert sent_key == f"Bearer {key}"
    assert not list((s.folder / "replies/batches").iterdir())


def test_a_reply_costs_the_batch_s_share_of_the_price(on: Callable[..., Setting]) -> None:
    s = on()
    s.ask(3, "llm.price={input: 10, output: 100, batch: 0.25}")
    for reply in s.journal():
        assert reply.tokens_in and reply.tokens_out and reply.usd
        full = Decimal(reply.tokens_in * 10 + reply.tokens_out * 100) / 1_000_000
        assert Decimal(reply.usd) == full / 4


def test_an_unknown_share_is_an_unknown_price(on: Callable[..., Setting]) -> None:
    s = on()
    price = "llm.price={input: 10, output: 100}"
    s.ask(2, price)
    assert [reply.usd for reply in s.journal()] == [None, None]
    assert client(s.url, price).bills == "unknown" and client(s.url).bills == "dollars"


def test_a_second_run_asks_nothing_and_does_not_even_knock(on: Callable[..., Setting]) -> None:
    s = on()
    first = s.ask(5)
    before = list(s.seen.others)
    assert s.ask(5) == first and s.seen.others == before and len(s.seen.bodies) == 5


def test_it_goes_on_where_llm_openai_stopped_and_the_other_way_round(on: Callable[..., Setting]) -> None:
    s = on()
    assert client(s.url).identity() == client(s.url, llm="openai").identity()
    first = s.ask(3, llm="openai")
    both = s.ask(6)
    assert both[:3] == first and s.sent()[1] == ["number 3", "number 4", "number 5"]
    assert s.ask(6, llm="openai") == both and s.seen.repeats() == 0


def test_what_has_to_be_mended_or_was_cut_off_goes_out_with_the_next_wave(on: Callable[..., Setting]) -> None:
    def script(body: Body, number: int) -> Answer:
        said = asked(body)
        if said == "number 1":
            return 200, completion("Certainly! A red balloon.")
        if said == "number 2" and body["max_completion_tokens"] == 1:
            return 200, completion("{", finish="length")
        return fine(body, number)

    s = on(script)
    answers = s.ask(4, "llm.max_tokens=1")
    assert [place(a) for a in answers] == [f"number {i}" for i in range(4)], answers
    assert s.sent() == [[f"number {i}" for i in range(4)], ["number 1 (mended)", "number 2"]]
    assert len(s.journal()) == len(s.seen.answered) == 6


def test_a_wave_holds_no_more_requests_than_it_may_and_they_are_pulled_as_there_is_room(
    on: Callable[..., Setting],
) -> None:
    s = on()
    pulled = 0

    def requests() -> Iterator[Request]:
        nonlocal pulled
        for index in range(1000):
            pulled += 1
            yield request(index)

    found = list(islice(s.asking(requests(), "llm.batch_requests=10"), 15))
    assert len(found) == 15 and [len(batch) for batch in s.sent()] == [10, 10] and pulled == 20


# what fails ----------------------------------------------------------------------------------------------------------


def test_only_what_failed_or_expired_is_sent_again(on: Callable[..., Setting]) -> None:
    def plan(number: int) -> Plan:
        busy = error(429, "Too many requests.", "rate_limit_exceeded")[:2]
        return (
            Plan(fails={1: busy, 4: (500, "oh")}, expires={6, 7})
            if number == 0
            else Plan(expires={0} if number == 1 else ())
        )

    s = on(plan=plan)
    assert [place(a) for a in s.ask(10)] == [f"number {i}" for i in range(10)]
    assert [len(batch) for batch in s.sent()] == [8, 3, 1]  # nobody gets to lines that expire
    assert s.sent()[2] == ["number 1"] and s.seen.repeats() == 0
    assert len(s.journal()) == len(s.seen.answered) == 10


def test_what_the_server_refuses_is_rejected_once_and_remembered(on: Callable[..., Setting]) -> None:
    no, long = error(400, "no", "content_policy_violation")[:2], error(400, "too long", "context_length_exceeded")[:2]
    s = on(plan=lambda number: Plan(fails={2: no, 5: long}))
    answers = s.ask(8)
    refused = [(a.id, a.reason, a.detail) for a in answers if isinstance(a, Reject)]
    assert refused == [
        (ids(2)[0], "refused by the server", "content_policy_violation"),
        (ids(5)[0], "refused by the server", "context_length_exceeded"),
    ]
    assert s.ask(8) == answers and len(s.batches()) == 1


def test_a_request_that_always_fails_is_rejected_after_its_retries(on: Callable[..., Setting]) -> None:
    s = on(lambda body, number: Say(fate="drop") if asked(body) == "number 3" else fine(body, number))
    answers = s.ask(5, "llm.retries=2")
    assert [(a.id, a.reason) for a in answers if isinstance(a, Reject)] == [(ids(3)[0], "server error")]
    assert s.sent()[1:] == [["number 3"], ["number 3"]]
    assert s.ask(5) == answers and len(s.batches()) == 3


def test_a_server_that_answers_nothing_at_all_ends_the_run_and_rejects_nobody(on: Callable[..., Setting]) -> None:
    s = on(lambda body, number: error(500, "on fire"))
    with pytest.raises(OutageError, match="llm=openai_batch: no request was answered in 3 batches.*on fire"):
        s.ask(5, "llm.retries=2")
    assert [len(batch) for batch in s.sent()] == [5, 5, 5]
    with pytest.raises(OutageError):
        s.ask(5, "llm.retries=1")


def test_a_server_that_refuses_whatever_it_is_asked_ends_the_run_with_a_hint(on: Callable[..., Setting]) -> None:
    fault = {"message": "Unsupported value", "type": "invalid_request_error", "param": "temperature", "code": None}
    s = on(lambda body, number: (400, {"error": fault}))
    with pytest.raises(UsageError, match="Unsupported value.*llm.temperature=null"):
        s.ask(5)
    assert len(s.batches()) == 1


def test_quota_that_ends_within_a_batch_keeps_what_was_answered(on: Callable[..., Setting]) -> None:
    broke = [True]
    empty = error(429, "You exceeded your quota.", "insufficient_quota")
    s = on(lambda body, k: empty if broke[0] and int(asked(body).split()[1]) >= 6 else fine(body, k))
    with pytest.raises(AccessError, match="no quota left"):
        s.ask(10)
    assert len(s.journal()) == 6
    broke[0] = False
    assert [place(a) for a in s.ask(10)] == [f"number {i}" for i in range(10)]
    assert s.sent()[1] == [f"number {i}" for i in range(6, 10)] and s.seen.repeats() == 0


@pytest.mark.parametrize(
    ("fault", "kind", "says"),
    [
        (
            {"code": "billing_hard_limit_reached", "message": "Billing hard limit has been reached."},
            AccessError,
            "quota",
        ),
        ({"code": "invalid_json_line", "message": "This line is not parseable.", "line": 3}, UsageError, "line 3"),
        ({"code": "model_not_found", "message": "No model gpt-9."}, UsageError, "No model gpt-9"),
    ],
)
def test_a_batch_that_fails_as_a_whole_ends_the_run_and_is_not_waited_for_again(
    on: Callable[..., Setting], fault: dict[str, Any], kind: type[SynthgenError], says: str
) -> None:
    s = on(plan=lambda number: Plan(errors=[{"param": None, "line": None} | fault] if number == 0 else ()))
    with pytest.raises(kind, match=says):
        s.ask(4)
    assert len(s.ask(4)) == 4 and len(s.batches()) == 2 and len(s.seen.answered) == 4


def test_a_batch_that_there_is_no_room_for_is_halved_and_handed_in_again(on: Callable[..., Setting]) -> None:
    s = on(plan=lambda number: Plan(errors=[NO_ROOM] if number < 3 else ()))
    desk, said = RunDesk(s.folder), list[str]()
    desk.say = said.append
    answers = s.ask(500, "llm.retries=1", desk=desk)  # a failure of the batch is none of its requests
    assert all(isinstance(answer, Reply) for answer in answers)
    assert [len(batch) for batch in s.sent()] == [200, 200, 100] and len(s.batches()) == 6
    assert any("no room" in line and "250 requests at a time" in line for line in said)


def test_a_batch_that_somebody_cancelled_ends_the_run_and_the_rest_is_asked_by_the_next(
    on: Callable[..., Setting],
) -> None:
    s = on(plan=lambda number: Plan(in_progress=10**9 if number == 0 else 1))
    ended: list[BaseException] = []

    def run() -> None:
        try:
            s.ask(10)
        except Interrupted as e:
            ended.append(e)

    thread = threading.Thread(target=run)
    thread.start()
    until = time.monotonic() + 20
    while not s.seen.others.count(CREATE) or not s.batches() or s.batches()[0]["status"] != "in_progress":
        assert time.monotonic() < until
        time.sleep(0.02)
    post = urllib.request.Request(f"{s.url}/batches/{s.batches()[0]['id']}/cancel", method="POST")
    urllib.request.urlopen(post).close()
    thread.join(20)
    assert len(ended) == 1 and "cancelled at the server" in str(ended[0]) and len(s.journal()) == 5
    assert len(s.ask(10)) == 10 and [len(batch) for batch in s.sent()] == [5, 5] and s.seen.repeats() == 0


@pytest.mark.parametrize(
    ("status", "kind", "says"),
    [(401, AccessError, "refuses the key"), (404, UsageError, "takes no batches; use llm=openai")],
)
def test_a_server_that_does_not_take_batches_from_us_ends_the_run_at_once(
    on: Callable[..., Setting], key: str, status: int, kind: type[SynthgenError], says: str
) -> None:
    s = on(beside=lambda asked, number: error(status, f"no, {key}"))
    with pytest.raises(kind, match=says) as caught:
        s.ask(3)
    assert key not in str(caught.value) and not s.journal()


def test_faults_of_the_line_are_waited_out_and_an_outage_ends_the_run(on: Callable[..., Setting]) -> None:
    down = [False]

    def beside(asked: str, number: int) -> Answer | None:
        if down[0]:
            return Say(fate="drop")
        if number == 0:  # the first of each kind
            return Say(fate="reset") if "content" in asked else error(502, "bad gateway")
        return None

    s = on(beside=beside)
    assert len(s.ask(3)) == 3 and s.seen.repeats() == 0 and len(s.batches()) == 1
    down[0] = True
    with pytest.raises(OutageError, match="no good answer"):
        s.ask(6, "llm.max_outage=0.5")
    down[0] = False
    assert len(s.ask(6)) == 6 and s.seen.repeats() == 0


def test_a_download_that_breaks_off_begins_anew(on: Callable[..., Setting]) -> None:
    torn: list[str] = []

    def beside(asked: str, number: int) -> Answer | None:
        if asked.endswith("/content") and len(torn) < 2:
            torn.append(asked)
            fate: Any = "cut" if len(torn) == 1 else "cut chunked"
            return Say(200, '{"custom_id": "x"}\n' * 9, fate=fate)
        return None

    s = on(beside=beside)
    assert [place(a) for a in s.ask(5)] == [f"number {i}" for i in range(5)]
    assert len(torn) == 2 and len(s.batches()) == 1
