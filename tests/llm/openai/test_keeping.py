"""Nothing is paid twice: what is asked, when it is asked, and what is on disk by then."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from synthgen.desk import Budget, RunDesk
from synthgen.errors import BudgetReached
from synthgen.types import Reply, Request
from tests.chat_server import Answer, Body, Say, completion, fetch_seen, serving, serving_apart
from tests.llm.openai.asking import Notebook, answering, asked, asking, client, request, until
from tests.writers import slow


def test_known_replies_are_not_paid_again(tmp_path: Path) -> None:
    with serving(answering) as (url, seen):
        first = asking(url, [request(i) for i in range(3)], RunDesk(tmp_path))
        second = asking(url, [request(i) for i in range(5)], RunDesk(tmp_path))
    assert len(seen.bodies) == 5 and len(second) == 5
    assert {str(reply) for reply in first} <= {str(reply) for reply in second}


def test_every_reply_is_on_disk_once_and_before_it_is_given() -> None:
    desk = Notebook()
    with serving(answering) as (url, _):
        llm = client(url, concurrency=8)
        for answer in llm.complete([request(i) for i in range(100)], desk):
            assert isinstance(answer, Reply) and desk.look_up(answer.key) is not None
        llm.close()
    assert len(desk.replies) == 100


def test_requests_are_pulled_as_there_is_room_for_them() -> None:
    pulled = given = 0

    def endless() -> Iterator[Request]:
        nonlocal pulled
        while True:
            pulled += 1
            yield request(pulled)

    desk = Notebook()
    with serving(answering) as (url, seen):
        llm = client(url, concurrency=3)
        answers = llm.complete(endless(), desk)
        assert pulled == 0
        for given in range(1, 50):
            next(answers)
            assert pulled <= given + 3
        answers.close()  # type: ignore[attr-defined]
        llm.close()
    assert seen.busiest <= 3 and len(seen.bodies) <= given + 3


def test_a_source_that_waits_for_answers_does_not_stop_it() -> None:
    """The next request may depend on an answer that has been given."""
    given: list[str] = []

    def one_after_the_other() -> Iterator[Request]:
        for index in range(6):
            assert len(given) >= index - 1
            yield request(index)

    with serving(answering) as (url, _):
        llm = client(url, concurrency=1)
        for answer in llm.complete(one_after_the_other(), Notebook()):
            given.append(answer.id)
        llm.close()
    assert len(given) == 6


def test_threads_share_the_places_the_pauses_and_the_journal(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    with serving(lambda body, number: Say(*answering(body, number))._replace(delay=0.01)) as (url, seen):
        llm = client(url, concurrency=8)

        def work(part: int) -> list[str]:
            numbers = range(part * 100, part * 100 + 100)
            found = []
            for answer in llm.complete((request(i) for i in numbers), desk):
                assert isinstance(answer, Reply) and desk.look_up(answer.key) is not None
                found.append(answer.id)
            return found

        with ThreadPoolExecutor(4) as pool:
            ids = [each for found in pool.map(work, range(4)) for each in found]
        llm.close()
    assert len(set(ids)) == len(ids) == 400 and seen.busiest == 8 and len(seen.bodies) == 400
    kept = Counter(reply.id for reply in RunDesk(tmp_path).replies())
    assert set(kept) == set(ids) and set(kept.values()) == {1}


ASKING = """
import sys
from pathlib import Path
from synthgen.desk import RunDesk
from tests.llm.openai.asking import client, request
llm, desk = client(sys.argv[1], concurrency=8, api_key_env=None), RunDesk(Path(sys.argv[2]))
for number, answer in enumerate(llm.complete((request(i) for i in range(200)), desk)):
    print(answer.id, flush=True)
llm.close()
"""


def test_a_kill_costs_no_more_than_what_was_in_flight(tmp_path: Path) -> None:
    """By the server's count; and what was given away had been kept."""
    command = [sys.executable, "-c", ASKING]
    with serving_apart(slow(0.02, answering)) as url:
        for kill_at in (30, 60):
            running = subprocess.Popen([*command, url, str(tmp_path)], stdout=subprocess.PIPE, text=True)
            assert running.stdout is not None
            given = [running.stdout.readline().strip() for _ in range(kill_at)]
            running.send_signal(signal.SIGKILL)
            running.communicate()
            kept = {reply.id for reply in RunDesk(tmp_path).replies()}
            assert set(given) <= kept
        subprocess.run([*command, url, str(tmp_path)], check=True, stdout=subprocess.DEVNULL)
        seen = fetch_seen(url)
    kept_in_all = Counter(reply.id for reply in RunDesk(tmp_path).replies())
    assert len(kept_in_all) == 200 and set(kept_in_all.values()) == {1}
    assert seen.repeats(asked) <= 2 * 8


def test_a_budget_ends_it_with_no_more_than_what_was_in_flight(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path, Budget(tokens=18 * 50))
    with serving(answering) as (url, seen):
        found = asking(url, (request(i) for i in range(1000)), desk, concurrency=4)
    assert isinstance(desk.stopped, BudgetReached) and "budget.tokens" in str(desk.stopped)
    assert 50 <= len(found) <= len(seen.bodies) < 50 + 4


def test_a_long_text_in_any_script_comes_back_as_it_was(tmp_path: Path) -> None:
    words = 'Füchse 狐狸 🦊 \u2028 \\ " \n' * 3000

    def script(body: Body, number: int) -> Answer:
        return 200, completion(json.dumps({"word": words}, ensure_ascii=bool(number % 2)))

    with serving(script) as (url, seen):
        for _ in range(2):
            found = asking(url, [request(i) for i in range(6)], RunDesk(tmp_path))
            assert all(isinstance(one, Reply) and json.loads(one.text) == {"word": words} for one in found)
    assert len(seen.bodies) == 6


def test_each_desk_has_its_own_journal(tmp_path: Path) -> None:
    one, two = RunDesk(tmp_path / "one"), RunDesk(tmp_path / "two")
    with serving(answering) as (url, seen):
        llm = client(url)
        for desk in (one, two, one):
            assert len(list(llm.complete([request()], desk))) == 1
        llm.close()
    assert len(seen.bodies) == 2
    assert until(1, lambda: len(os.listdir(tmp_path / "one/replies")) == len(os.listdir(tmp_path / "two/replies")) == 1)
