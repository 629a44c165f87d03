"""Files and batches of the test server, seen by the `openai` package."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import openai
import pytest
from openai import OpenAI

from tests.chat_batches import Plan
from tests.chat_server import Answer, Body, Say, Script, Seen, completion, error, serving


@contextmanager
def client(script: Script, **options: Any) -> Iterator[tuple[OpenAI, Seen]]:
    """The `openai` package before a server, without its own retries."""
    with serving(script, **options) as (url, seen), OpenAI(base_url=url, api_key="sk-test", max_retries=0) as api:
        yield api, seen


def lines(count: int, **changes: Any) -> bytes:
    rows = [
        {
            "custom_id": f"id-{i}",
            "method": "POST",
            "url": "/v1/chat/completions",
            "body": {"model": "tiny", "messages": [{"role": "user", "content": f"ask {i}"}]},
            **changes,
        }
        for i in range(count)
    ]
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def start(api: OpenAI, data: bytes, **metadata: str) -> Any:
    file = api.files.create(file=("batch.jsonl", io.BytesIO(data)), purpose="batch")
    assert file.bytes == len(data) and file.purpose == "batch" and api.files.content(file.id).read() == data
    return api.batches.create(
        input_file_id=file.id, endpoint="/v1/chat/completions", completion_window="24h", metadata=metadata
    )


def until_done(api: OpenAI, id: str) -> tuple[Any, list[str]]:
    statuses: list[str] = []
    while True:
        batch = api.batches.retrieve(id)
        statuses.append(batch.status)
        if batch.status in ("completed", "failed", "expired", "cancelled"):
            return batch, statuses


def rows(api: OpenAI, id: str | None) -> dict[str, Any]:
    if id is None:
        return {}
    return {row["custom_id"]: row for row in map(json.loads, api.files.content(id).text.splitlines())}


def echo(body: Body, number: int) -> Answer:
    return 200, completion(f"re: {body['messages'][-1]['content']}")


def test_a_batch_walks_through_its_states_and_answers_each_line_in_another_order() -> None:
    with client(echo, plan=lambda k: Plan(validating=1, in_progress=2, finalizing=1), metered=True) as (api, seen):
        batch = start(api, lines(20), run="r1")
        assert batch.status == "validating" and batch.metadata == {"run": "r1"}
        batch, statuses = until_done(api, batch.id)
        assert statuses == ["validating", "in_progress", "in_progress", "finalizing", "completed"]
        assert batch.request_counts.to_dict() == {"total": 20, "completed": 20, "failed": 0}
        found = rows(api, batch.output_file_id)
        assert batch.error_file_id is None
    assert set(found) == {f"id-{i}" for i in range(20)} and list(found) != sorted(found, key=lambda id: int(id[3:]))
    for id, row in found.items():
        assert row["error"] is None and row["response"]["status_code"] == 200
        assert row["response"]["body"]["choices"][0]["message"]["content"] == f"re: ask {id[3:]}"
    assert {arrival.batch for arrival in seen.answered} == {batch.id} and seen.repeats() == 0
    assert (batch.usage.input_tokens, batch.usage.output_tokens) == (seen.tokens[0], seen.tokens[2])


def test_lines_that_fail_or_expire_stand_in_the_error_file_as_the_provider_writes_them() -> None:
    def plan(number: int) -> Plan:
        return Plan(fails={1: error(400, "no", "content_policy_violation")[:2]}, expires={2, 3})

    def script(body: Body, number: int) -> Answer:
        return Say(fate="drop") if body["messages"][0]["content"] == "ask 4" else echo(body, number)

    with client(script, plan=plan) as (api, seen):
        batch, statuses = until_done(api, start(api, lines(6)).id)
        good_rows, bad_rows = rows(api, batch.output_file_id), rows(api, batch.error_file_id)
    assert batch.status == "expired" and batch.request_counts.failed == 4
    assert set(good_rows) == {"id-0", "id-5"} and set(bad_rows) == {"id-1", "id-2", "id-3", "id-4"}
    refused = bad_rows["id-1"]["response"]
    assert refused["status_code"] == 400 and refused["body"]["error"]["code"] == "content_policy_violation"
    assert bad_rows["id-4"]["response"]["status_code"] == 500
    for id in ("id-2", "id-3"):
        assert bad_rows[id]["response"] is None and bad_rows[id]["error"]["code"] == "batch_expired"


def test_a_batch_fails_as_a_whole_for_what_is_planned_or_wrong_with_its_file() -> None:
    limit = {"code": "token_limit_exceeded", "message": "Enqueued token limit reached.", "param": None, "line": None}
    with client(echo, plan=lambda k: Plan(errors=[limit] if k == 0 else [])) as (api, seen):
        for data, code in (
            (lines(2), "token_limit_exceeded"),
            (lines(2, custom_id="same"), "duplicate_custom_id"),
            (b"{}\n", "invalid_json_line"),
            (b"", "empty_file"),
            (lines(1, url="/v1/embeddings"), "invalid_url"),
        ):
            batch, statuses = until_done(api, start(api, data).id)
            assert batch.status == "failed" and batch.errors.data[0].code == code and batch.output_file_id is None
    assert seen.bodies == []


def test_a_batch_can_be_cancelled_and_keeps_what_it_had() -> None:
    with client(echo, plan=lambda k: Plan(in_progress=10**9)) as (api, _):
        batch = start(api, lines(10))
        api.batches.retrieve(batch.id)
        assert api.batches.retrieve(batch.id).status == "in_progress"
        assert api.batches.cancel(batch.id).status == "cancelling"
        batch, _ = until_done(api, batch.id)
        assert batch.status == "cancelled" and len(rows(api, batch.output_file_id)) == 5
        errors = rows(api, batch.error_file_id)
        assert len(errors) == 5 and {row["error"]["code"] for row in errors.values()} == {"batch_cancelled"}
        with pytest.raises(openai.ConflictError):
            api.batches.cancel(batch.id)


def test_batches_and_files_are_listed_the_newest_first_page_by_page() -> None:
    with client(echo) as (api, _):
        ids = [start(api, lines(1), number=str(i)).id for i in range(5)]
        page = api.batches.list(limit=2)
        assert [batch.id for batch in page.data] == ids[:2:-1] and page.has_more
        assert [batch.metadata for batch in api.batches.list(limit=2)] == [{"number": n} for n in "43210"]
        files = [file.id for file in api.files.list()]
        assert len(files) == 5 and api.files.delete(files[0]).deleted
        with pytest.raises(openai.NotFoundError):
            api.files.content(files[0])
        with pytest.raises(openai.NotFoundError):
            api.batches.retrieve("batch_unknown")


def test_what_is_beside_completions_can_fail_as_well() -> None:
    def beside(asked: str, number: int) -> Answer | None:
        return error(503, "later") if asked == "POST /v1/batches" and number == 0 else None

    with client(echo, beside=beside) as (api, seen):
        with pytest.raises(openai.InternalServerError):
            start(api, lines(1))
        assert start(api, lines(1)).status == "validating"
    assert seen.others.count("POST /v1/files") == 2
