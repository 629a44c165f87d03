"""`answer model=openai` against a server on this machine: what arrives there, what fails, and what is asked twice."""

import base64
import os
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from eval_bench import answers
from eval_bench.__main__ import main
from tests.chat_server import Answer, Body, Say, completion, error, fetch_seen, serving, serving_apart
from tests.eval_bench.items import COLOURS, benchmark, item

STYLES = ("wh", "yes", "no", "either_or")


def say(body: Body, number: int) -> Answer:
    return 200, completion("It is red. {not json}")


def slowly(body: Body, number: int) -> Answer:
    return Say(200, completion("red"), delay=0.05)


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    benchmark(tmp_path / "b", [item(i, STYLES[i % 4], list(COLOURS)[i // 4 % 4]) for i in range(16)])
    return tmp_path / "b"


def words(bench: Path, url: str, *more: str) -> list[str]:
    server = [f"model.llm.base_url={url}", "model.llm.api_key_env=null", "model.llm.model=tiny"]
    return ["answer", f"items={bench}", "model=openai", *server, f"outputs={bench.parent / 'answers'}", *more]


def found(bench: Path) -> answers.Answers:
    return answers.load(bench.parent / "answers" / "openai")


def pictures(body: Body) -> list[str]:
    content = body["messages"][0]["content"]
    parts: list[Any] = content if isinstance(content, list) else []
    return [part["image_url"]["url"] for part in parts if part["type"] == "image_url"]


def text(body: Body) -> str:
    content = body["messages"][0]["content"]
    return content if isinstance(content, str) else "".join(p["text"] for p in content if p["type"] == "text")


def test_pictures_arrive_whole_and_no_form_is_demanded(bench: Path) -> None:
    with serving(say) as (url, seen):
        assert main(words(bench, url)) == 0
    assert len(seen.bodies) == 48
    assert all("response_format" not in body and body["temperature"] == 0 for body in seen.bodies)
    assert all(body["max_completion_tokens"] == 128 and "schema" not in text(body) for body in seen.bodies)
    kept = found(bench).by_picture
    assert [len(kept[one]) for one in ("shown", "none", "swapped")] == [16, 16, 16]
    assert {a.text for some in kept.values() for a in some.values()} == {"It is red. {not json}"}
    assert {a.tokens_in for a in kept["shown"].values()} == {11}
    files = {p.read_bytes() for p in (bench / "images").iterdir()}
    sent = [base64.b64decode(url.partition(",")[2]) for body in seen.bodies for url in pictures(body)]
    assert len(sent) == 32 and set(sent) == files
    assert all(u.startswith("data:image/png;base64,") for body in seen.bodies for u in pictures(body))
    assert sorted(text(body) for body in seen.bodies) == sorted(
        a.asked for some in kept.values() for a in some.values()
    )


def test_a_picture_is_made_smaller_if_asked(bench: Path) -> None:
    with serving(say) as (url, seen):
        assert main(words(bench, url, "pictures=[shown]", "model.side=24")) == 0
    sent = [base64.b64decode(url.partition(",")[2]) for body in seen.bodies for url in pictures(body)]
    assert {max(Image.open(BytesIO(data)).size) for data in sent} == {24}


def test_an_empty_and_a_cut_answer_are_answers(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def script(body: Body, number: int) -> Answer:
        return 200, completion("" if number % 2 else "It is", "stop" if number % 2 else "length")

    with serving(script) as (url, seen):
        assert main(words(bench, url, "pictures=[shown]")) == 0
    out = capsys.readouterr().out
    assert "cut off at the limit of tokens: 8" in out and "empty: 8" in out
    assert len(seen.bodies) == 16
    assert {(a.text, a.finish, a.failed) for a in found(bench).by_picture["shown"].values()} == {
        ("", "stop", ""),
        ("It is", "length", ""),
    }


def test_errors_that_pass_cost_no_answer(bench: Path) -> None:
    def script(body: Body, number: int) -> Answer:
        if number % 5 == 1:
            return error(429, "slow down", headers={"retry-after-ms": "1"})
        return error(500, "oops") if number % 5 == 3 else say(body, number)

    with serving(script) as (url, _):
        assert main(words(bench, url, "pictures=[shown]")) == 0
    assert len(found(bench).by_picture["shown"]) == 16


def test_a_refused_item_fails_alone_and_is_asked_again(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refuses = [True]

    def script(body: Body, number: int) -> Answer:
        if refuses[0] and "Is the square green?" in text(body):
            return error(400, "flagged", "content_policy_violation")
        return say(body, number)

    with serving(script) as (url, seen):
        assert main(words(bench, url, "pictures=[shown]")) == 0
        failed = [a for a in found(bench).by_picture["shown"].values() if a.failed]
        assert len(failed) == 1 and failed[0].text == "" and "refused by the server" in failed[0].failed
        assert "1 failed" in capsys.readouterr().out
        refuses[0], before = False, len(seen.bodies)
        assert main(words(bench, url, "pictures=[shown]")) == 0
        assert len(seen.bodies) == before + 1
    assert not [a for a in found(bench).by_picture["shown"].values() if a.failed]


def test_requests_fly_together(bench: Path) -> None:
    with serving(slowly) as (url, seen):
        assert main(words(bench, url, "model.llm.concurrency=8")) == 0
    assert 1 < seen.busiest <= 8


def test_a_mended_item_alone_is_asked_again(bench: Path) -> None:
    with serving(say) as (url, seen):
        assert main(words(bench, url, "pictures=[shown,none]")) == 0
        (bench / "verdicts.jsonl").write_text(
            '{"item": "color-generated-000003", "state": "mended", "by": "x", "question": "Is it blue or red?"}\n'
        )
        assert main(words(bench, url, "pictures=[shown,none]")) == 0
    assert len(seen.bodies) == 34
    assert found(bench).by_picture["shown"]["color-generated-000003"].asked.startswith("Is it blue or red?")


def test_a_cap_holds_and_more_money_goes_on(bench: Path) -> None:
    with serving(say) as (url, seen):
        more = ["model.llm.concurrency=1", "budget.usd=0.00005", "model.llm.price={input: 1, output: 1}"]
        assert main(words(bench, url, *more)) == 9
        assert len(seen.bodies) < 10
        assert main(words(bench, url, more[2])) == 0
        assert seen.repeats() == 48 - len({repr(body["messages"]) for body in seen.bodies})
    assert len(seen.bodies) == 48
    assert {a.usd for a in found(bench).by_picture["none"].values()} == {"0.000018"}


def test_after_a_kill_nothing_that_arrived_is_asked_twice(bench: Path) -> None:
    with serving_apart(slowly) as url:
        command = [sys.executable, "-m", "eval_bench", *words(bench, url, "model.llm.concurrency=2")]
        for number in (6, 20):
            process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": os.getcwd()})
            while len(fetch_seen(url).answered) < number:
                assert process.poll() is None
                time.sleep(0.02)
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert subprocess.run(command, env=os.environ | {"PYTHONPATH": os.getcwd()}).returncode == 0
        assert len(fetch_seen(url).answered) <= 48 + 2 * 2  # what was in flight at each kill
        before = len(fetch_seen(url).arrivals)
        assert main(words(bench, url)) == 0 and len(fetch_seen(url).arrivals) == before
    assert [len(some) for some in found(bench).by_picture.values()] == [16, 16, 16]


@pytest.mark.parametrize(
    ("status", "code", "says"), [(401, 4, "key"), (404, 2, "model.llm.model"), (400, 5, "no question was answered")]
)
def test_a_server_that_refuses_everything_is_told_in_one_line(
    bench: Path, status: int, code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda body, number: error(status, "no")) as (url, _):
        assert main(words(bench, url, "pictures=[shown]")) == code
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("eval_bench: ")]
    assert len(told) == 1 and says in told[0]


def test_what_a_server_does_not_take_is_told_with_its_fix_however_few_the_questions(
    bench: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda body, number: error(400, "Unsupported: 'temperature'", "unsupported_value")) as (url, _):
        assert main(words(bench, url, "pictures=[shown]")) == 5
    err = capsys.readouterr().err
    assert "Unsupported: 'temperature'" in err and "pass model.llm.temperature=null" in err


def test_an_outage_ends_with_what_there_is(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def script(body: Body, number: int) -> Answer:
        return say(body, number) if number < 6 else error(500, "oops")

    with serving(script) as (url, _):
        more = ["pictures=[shown]", "model.llm.concurrency=1", "model.llm.max_outage=1"]
        assert main(words(bench, url, *more)) == 5
    told = capsys.readouterr()
    assert "6 answered" in told.out and "run the same command to go on" in told.err
    assert len(found(bench).by_picture["shown"]) == 6


def test_a_body_without_choices_is_asked_for_again_and_is_no_answer(bench: Path) -> None:
    first: set[str] = set()

    def script(body: Body, number: int) -> Answer:
        nothing: Answer = (200, {"choices": [], "usage": {}})
        if "either" in text(body) or "or black" in text(body):
            return nothing
        if (asked := repr(body["messages"])) not in first:
            first.add(asked)
            return nothing
        return say(body, number)

    with serving(script) as (url, seen):
        assert main(words(bench, url, "pictures=[shown]")) == 0
    kept = found(bench).by_picture["shown"].values()
    assert len(seen.bodies) == 32
    assert sorted({a.failed for a in kept}) == ["", "empty reply: no choices"]
    assert len([a for a in kept if a.failed]) == 4


def test_an_unreachable_server_is_told_before_anything_is_asked(
    bench: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words(bench, "http://127.0.0.1:9/v1")) == 2
    assert "no server at http://127.0.0.1:9/v1; start it, or pass model.llm.base_url=" in capsys.readouterr().err


def test_ctrl_c_once_keeps_what_is_in_flight(bench: Path) -> None:
    with serving_apart(slowly) as url:
        command = [sys.executable, "-m", "eval_bench", *words(bench, url, "model.llm.concurrency=2")]
        process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": os.getcwd()})
        while len(fetch_seen(url).answered) < 5:
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        sent = len(fetch_seen(url).arrivals)
    assert sum(len(some) for some in found(bench).by_picture.values()) == sent < 48
