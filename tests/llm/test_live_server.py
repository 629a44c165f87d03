"""The client against `transformers serve`, a chat server written by others: what counts is the protocol, not the prose.

It overlooks `response_format`, answers an unknown model with a bare 500 and puts errors into `detail`.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from abilities.replies import PromptReply
from synthgen.build import build
from synthgen.config import compose
from synthgen.desk import RunDesk
from synthgen.errors import OutageError, SynthgenError, UsageError
from synthgen.interfaces import LLM
from synthgen.types import Fields, Message, Reject, Reply, Request, Slot, sample_id
from tests.llm.tiny_llama import save_llama

pytestmark = [
    pytest.mark.torch,
    pytest.mark.timeout(120),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # libraries that warn of each other
]
PARTS = {
    "subject": "red balloon",
    "attributes": ["red"],
    "count": 1,
    "person": "",
    "age": "",
    "skin": "",
    "relation": "",
    "place": "café",
    "companions": [],
    "light": [],
    "medium": "",
    "quality": [],
}
SAYS = {
    "prose": "Certainly! Tell me more about the picture.",
    "form": f"Certainly!\n```json\n{json.dumps(PARTS, ensure_ascii=False)}\n```",
}
LIMIT = 40


@dataclass(frozen=True)
class Server:
    url: str
    models: Path
    log: Path

    def answered(self) -> int:
        """How many completions went out."""
        return self.log.read_text().count('"POST /v1/chat/completions HTTP/1.1" 200')


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("live")
    for name, says in SAYS.items():
        save_llama(folder / name, says)
    save_llama(folder / "letters")
    save_llama(folder / "endless", ends=False)
    with running(folder / "log") as port:
        yield Server(f"http://127.0.0.1:{port}/v1", folder, folder / "log")


@contextmanager
def running(log: Path, port: int = 0) -> Iterator[int]:
    """The port of a server on this machine, any that is free for 0; the server has ended when the block ends."""
    command = [sys.executable, "-m", "transformers.cli.transformers", "serve", "--host=127.0.0.1", f"--port={port}"]
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_UPDATE_CHECK": "1", "OMP_NUM_THREADS": "1"}
    with log.open("wb") as file:
        process = subprocess.Popen([*command, "--device=cpu"], stdout=file, stderr=file, env=environment)
    try:
        until = time.monotonic() + 60
        while not (found := re.search(r"running on http://127\.0\.0\.1:(\d+)", log.read_text())):
            assert process.poll() is None and time.monotonic() < until, log.read_text()
            time.sleep(0.1)
        yield int(found[1])
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


def client(server: Server, model: str, *changes: str) -> LLM:
    options = {
        "model": server.models / model,
        "base_url": server.url,
        "api_key_env": "null",
        "max_tokens": LIMIT,
        "limit_key": "max_tokens",
        "concurrency": 3,
        "timeout": 30,
        "retries": 2,
        "max_outage": 3,
    }
    config = compose(["llm=openai", *(f"llm.{name}={value}" for name, value in options.items()), *changes])
    return build(config.llm, "llm", LLM)  # type: ignore[type-abstract]


def request(index: int) -> Request:
    id = sample_id("color", index)
    slot = Slot(id, "color", index, index, 0, "balloon", Fields("balloon"))
    messages = Message("system", ("Describe a picture.",)), Message("user", (f"A balloon, number {index}.",))
    return Request(f"key-{index}", "prompt", slot, messages, PromptReply)


def asked(llm: LLM, folder: Path, count: int) -> list[Reply | Reject]:
    """The answers of a run of its own on a folder, in the order of the requests."""
    with closing(llm):
        assert llm.preflight() == []
        return sorted(llm.complete(map(request, range(count)), RunDesk(folder)), key=lambda answer: answer.id)


def journal(folder: Path) -> list[Reply]:
    return list(RunDesk(folder).replies())


def test_what_has_no_end_is_asked_for_twice_and_all_of_it_is_kept_and_counted(server: Server, tmp_path: Path) -> None:
    before = server.answered()
    answers = asked(client(server, "endless"), tmp_path, 6)
    ids = [request(i).slot.id for i in range(6)]
    assert [(a.id, a.reason) for a in answers if isinstance(a, Reject)] == [(id, "reply cut off") for id in ids]
    kept = journal(tmp_path)
    assert len(kept) == server.answered() - before
    assert sorted((r.id, r.tokens_out) for r in kept) == [(id, size) for id in ids for size in (LIMIT, 2 * LIMIT)]
    assert {(r.finish, r.model, r.usd) for r in kept} == {("length", f"{server.models / 'endless'}@main", None)}
    assert all(r.tokens_in and r.tokens_in > 30 for r in kept)


def test_letters_and_bytes_at_random_are_rejected_and_kept(server: Server, tmp_path: Path) -> None:
    before = server.answered()
    answers = asked(client(server, "letters"), tmp_path, 8)
    assert len(answers) == 8 and all(isinstance(answer, Reject) for answer in answers)
    assert {a.reason for a in answers if isinstance(a, Reject)} <= {"not the asked-for form", "empty reply"}
    kept = journal(tmp_path)
    assert len(kept) == server.answered() - before > 8 and {reply.finish for reply in kept} == {"stop"}


def test_a_second_run_asks_nothing_again(server: Server, tmp_path: Path) -> None:
    models = ("endless", "prose", "form")
    first = [asked(client(server, model), tmp_path / model, 4) for model in models]
    paid, kept = server.answered(), [journal(tmp_path / model) for model in models]
    assert [asked(client(server, model), tmp_path / model, 4) for model in models] == first
    assert server.answered() == paid and [journal(tmp_path / model) for model in models] == kept


def test_json_among_prose_is_a_reply(server: Server, tmp_path: Path) -> None:
    answers = asked(client(server, "form"), tmp_path, 3)
    assert all(isinstance(answer, Reply) and json.loads(answer.text) == PARTS for answer in answers)
    assert [(reply.tokens_out, reply.finish) for reply in journal(tmp_path)] == [(2, "stop")] * 3


def test_prose_alone_is_asked_to_mend_itself_and_then_rejected(server: Server, tmp_path: Path) -> None:
    answers = asked(client(server, "prose"), tmp_path, 2)
    assert [a.reason for a in answers if isinstance(a, Reject)] == ["not the asked-for form"] * 2
    kept = journal(tmp_path)
    assert {reply.text for reply in kept} == {SAYS["prose"]}
    steps = {id: [reply.tokens_in or 0 for reply in kept if reply.id == id] for id in (a.id for a in answers)}
    assert all(len(tokens) == 3 and max(tokens) > 2 * min(tokens) for tokens in steps.values())


def test_an_answer_that_ends_exactly_at_the_limit_counts_as_cut_off(server: Server, tmp_path: Path) -> None:
    """The server says "length" although the text is whole: nobody can know, so it is asked again with more room."""
    [answer] = asked(client(server, "form", "llm.max_tokens=2"), tmp_path, 1)
    assert isinstance(answer, Reply)
    assert sorted(reply.finish for reply in journal(tmp_path)) == ["length", "stop"]


@pytest.mark.parametrize(
    ("change", "kind", "says"),
    [
        ("llm.model=/nowhere", OutageError, "500"),
        ("llm.base_url={url}/v9", UsageError, "404"),
    ],
)
def test_a_server_that_cannot_serve_ends_the_run_in_one_line(
    server: Server, tmp_path: Path, change: str, kind: type[SynthgenError], says: str
) -> None:
    began = time.monotonic()
    with pytest.raises(kind) as caught:
        asked(client(server, "form", change.format(url=server.url)), tmp_path, 3)
    said = str(caught.value)
    assert said.startswith("llm=openai: ") and says in said and "\n" not in said
    assert time.monotonic() - began < 30 and not journal(tmp_path)


def test_a_server_that_goes_away_and_comes_back_costs_time_but_no_sample(server: Server, tmp_path: Path) -> None:
    logs = [tmp_path / "first", tmp_path / "second"]
    with ThreadPoolExecutor(1) as thread:
        with running(logs[0]) as port:
            first = replace(server, url=f"http://127.0.0.1:{port}/v1", log=logs[0])
            llm = client(first, "endless", "llm.retries=100", "llm.max_outage=60", "llm.max_tokens=100")
            answers = llm.complete(map(request, range(10)), RunDesk(tmp_path))
            found = [next(answers)]
            rest = thread.submit(list, answers)
        with closing(llm), running(logs[1], port):
            found += rest.result(60)
    assert sorted((a.id, a.reason) for a in found if isinstance(a, Reject)) == [
        (request(i).slot.id, "reply cut off") for i in range(10)
    ]
    answered = [replace(server, log=log).answered() for log in logs]
    assert all(answered) and len(journal(tmp_path)) == sum(answered) == 20


def test_sampling_obeys_the_temperature(server: Server, tmp_path: Path) -> None:
    for temperature in ("0.0", "1.0"):
        asked(client(server, "endless", f"llm.temperature={temperature}"), tmp_path / temperature, 1)
    again = asked(client(server, "endless", "llm.temperature=0.0"), tmp_path / "again", 1)
    texts = {name: {reply.text for reply in journal(tmp_path / name)} for name in ("0.0", "1.0", "again")}
    assert again and texts["0.0"] == texts["again"] != texts["1.0"]
