"""OpenAI's endpoints for files and batches, for the test server. A batch walks one step each time it is looked at."""

import json
import random
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

Body = Mapping[str, Any]
Line = dict[str, Any]
Work = Callable[[str, Body, str, tuple[int, Body | str] | None], Awaitable[tuple[int, Body]]]
"""(id of the batch, a request, the Authorization header, what to answer instead) -> status and body."""
BATCH_EXPIRED = "This request could not be executed before the completion window expired."
BATCH_CANCELLED = "This request was not executed before the batch was cancelled."


@dataclass(frozen=True)
class Plan:
    """How one batch goes."""

    validating: int = 1
    """How many looks (GET /v1/batches/{id}) find it so; 10**9: for ever."""
    in_progress: int = 1
    finalizing: int = 0
    fails: Mapping[int, tuple[int, Body | str]] = field(default_factory=dict)
    """Lines, from 0, that are answered this instead of what the script says."""
    expires: Collection[int] = ()
    """Lines that nobody gets to within the window; the batch ends as "expired" if there are any."""
    errors: Sequence[Mapping[str, Any]] = ()
    """Why the batch as a whole fails: [{"code": "token_limit_exceeded", "message": "...", "line": None}]."""
    shuffle: bool = True
    """Whether the output comes in another order than the input."""


@dataclass
class _File:
    about: Line
    data: bytes


@dataclass
class _Batch:
    about: Line
    plan: Plan
    key: str
    looks: int = 0


class Batches:
    """The files and batches of one server."""

    def __init__(self, work: Work, plan: Callable[[int], Plan]) -> None:
        self._work, self._plan = work, plan
        self._files: dict[str, _File] = {}
        self._batches: dict[str, _Batch] = {}
        self._made = 0

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/v1/files", self._upload),
            web.get("/v1/files", self._list_files),
            web.get("/v1/files/{id}", self._show_file),
            web.delete("/v1/files/{id}", self._delete_file),
            web.get("/v1/files/{id}/content", self._content),
            web.post("/v1/batches", self._create),
            web.get("/v1/batches", self._list_batches),
            web.get("/v1/batches/{id}", self._look),
            web.post("/v1/batches/{id}/cancel", self._cancel),
        ]

    # files -----------------------------------------------------------------------------------------------------------

    async def _upload(self, request: web.Request) -> web.Response:
        given: dict[str, str] = {}
        name, data = "", None
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            if part.name == "file":
                name, data = part.filename or "", bytes(await part.read())
            else:
                given[part.name or ""] = await part.text()
        if data is None or given.get("purpose") != "batch":
            return _refusal(400, "'file' and purpose 'batch' are required.")
        return web.json_response(self._keep(name, data, "batch"))

    def _keep(self, name: str, data: bytes, purpose: str) -> Line:
        about: Line = {
            "id": self._name("file"),
            "object": "file",
            "bytes": len(data),
            "created_at": self._made,
            "filename": name,
            "purpose": purpose,
            "status": "processed",
            "status_details": None,
            "expires_at": None,
        }
        self._files[about["id"]] = _File(about, data)
        return about

    async def _list_files(self, request: web.Request) -> web.Response:
        return _page([file.about for file in self._files.values()], request)

    async def _show_file(self, request: web.Request) -> web.Response:
        file = self._files.get(request.match_info["id"])
        return web.json_response(file.about) if file else _refusal(404, "No such File object.")

    async def _delete_file(self, request: web.Request) -> web.Response:
        file = self._files.pop(request.match_info["id"], None)
        if file is None:
            return _refusal(404, "No such File object.")
        return web.json_response({"id": file.about["id"], "object": "file", "deleted": True})

    async def _content(self, request: web.Request) -> web.Response:
        file = self._files.get(request.match_info["id"])
        return web.Response(body=file.data) if file else _refusal(404, "No such File object.")

    # batches ---------------------------------------------------------------------------------------------------------

    async def _create(self, request: web.Request) -> web.Response:
        asked = await request.json()
        if asked.get("input_file_id") not in self._files:
            return _refusal(400, f"Invalid input_file_id: no file {asked.get('input_file_id')!r}.")
        if asked.get("endpoint") != "/v1/chat/completions" or asked.get("completion_window") != "24h":
            return _refusal(400, "Invalid endpoint or completion_window.")
        plan = self._plan(len(self._batches))
        stamps = ("in_progress", "finalizing", "completed", "failed", "expired", "cancelling", "cancelled")
        about = {
            "id": self._name("batch"),
            "object": "batch",
            "endpoint": asked["endpoint"],
            "errors": None,
            "input_file_id": asked["input_file_id"],
            "completion_window": "24h",
            "status": "validating",
            "output_file_id": None,
            "error_file_id": None,
            "created_at": self._made,
            "expires_at": self._made + 24 * 3600,
            **{f"{stamp}_at": None for stamp in stamps},
            "request_counts": {"total": 0, "completed": 0, "failed": 0},
            "metadata": asked.get("metadata"),
        }
        self._batches[about["id"]] = _Batch(about, plan, request.headers.get("Authorization", ""))
        return web.json_response(about)

    async def _list_batches(self, request: web.Request) -> web.Response:
        return _page([batch.about for batch in self._batches.values()], request)

    async def _look(self, request: web.Request) -> web.Response:
        batch = self._batches.get(request.match_info["id"])
        if batch is None:
            return _refusal(404, f"No batch found with id '{request.match_info['id']}'.")
        plan, about = batch.plan, batch.about
        batch.looks += 1
        if about["status"] == "cancelling":
            await self._work_off(batch, "cancelled", done=0.5)
        elif about["status"] == "validating" and batch.looks > plan.validating:
            errors = [*plan.errors, *self._faults(self._files[about["input_file_id"]].data)]
            if errors:
                about["errors"] = {"object": "list", "data": errors}
            self._step(batch, "failed" if errors else "in_progress")
        worked = batch.looks - plan.validating
        if about["status"] == "in_progress" and worked > plan.in_progress:
            # read and answered now, told as soon as it is final
            self._step(batch, "finalizing")
        if about["status"] == "finalizing" and worked > plan.in_progress + plan.finalizing:
            await self._work_off(batch, "expired" if plan.expires else "completed")
        return web.json_response(about)

    async def _cancel(self, request: web.Request) -> web.Response:
        batch = self._batches.get(request.match_info["id"])
        if batch is None:
            return _refusal(404, "No batch found.")
        if batch.about["status"] not in ("validating", "in_progress", "finalizing"):
            return _refusal(409, f"Cannot cancel a batch with status '{batch.about['status']}'.")
        self._step(batch, "cancelling")
        return web.json_response(batch.about)

    def _step(self, batch: _Batch, status: str) -> None:
        batch.about["status"] = status
        batch.about[f"{status}_at"] = self._tick()

    def _faults(self, data: bytes) -> list[Mapping[str, Any]]:
        """What of a file is no batch, as the provider says it."""
        lines, faults, known, models = data.splitlines(), [], set(), set()
        for number, text in enumerate(lines, start=1):
            try:
                line = json.loads(text)
                known_already = line["custom_id"] in known
                known.add(line["custom_id"])
                models.add(line["body"]["model"])
                sound = line["method"] == "POST" and line["url"] == "/v1/chat/completions"
            except (ValueError, KeyError, TypeError) as e:
                faults.append(_fault("invalid_json_line", f"This line is not a request: {e!r}", number))
                continue
            if known_already:
                faults.append(_fault("duplicate_custom_id", "The custom_id for this request is a duplicate.", number))
            if not sound:
                faults.append(_fault("invalid_url", "The URL of this request is not that of the batch.", number))
        if not lines:
            faults.append(_fault("empty_file", "The input file is empty.", None))
        if len(lines) > 50_000 or len(data) > 200 * 2**20:
            faults.append(_fault("file_too_large", "At most 50,000 requests and 200 MB are allowed.", None))
        if len(models) > 1:
            faults.append(_fault("mismatched_model", "All requests of a batch must name the same model.", None))
        return faults

    async def _work_off(self, batch: _Batch, end: str, done: float = 1.0) -> None:
        """Answer the lines, or the first part of them, and write the files."""
        about, plan = batch.about, batch.plan
        lines = [json.loads(text) for text in self._files[about["input_file_id"]].data.splitlines()]
        good: list[Line] = []
        bad: list[Line] = []
        for number, line in enumerate(lines):
            row: Line = {"id": self._name("batch_req"), "custom_id": line["custom_id"], "response": None, "error": None}
            if number >= done * len(lines):
                bad.append(row | {"error": {"code": "batch_cancelled", "message": BATCH_CANCELLED}})
            elif number in plan.expires:
                bad.append(row | {"error": {"code": "batch_expired", "message": BATCH_EXPIRED}})
            else:
                status, body = await self._work(about["id"], line["body"], batch.key, plan.fails.get(number))
                answer = {"status_code": status, "request_id": row["id"].replace("batch_", ""), "body": body}
                (good if status == 200 else bad).append(row | {"response": answer})
        for rows, kind in ((good, "output"), (bad, "error")):
            if plan.shuffle:
                random.Random(about["id"]).shuffle(rows)
            if rows:
                data = "".join(json.dumps(row) + "\n" for row in rows).encode()
                about[f"{kind}_file_id"] = self._keep(f"{about['id']}_{kind}.jsonl", data, "batch_output")["id"]
        about["request_counts"] = {"total": len(lines), "completed": len(good), "failed": len(bad)}
        about["usage"] = _usage([row["response"]["body"].get("usage") or {} for row in good])
        self._step(batch, end)

    def _name(self, kind: str) -> str:
        return f"{kind}{'-' if kind == 'file' else '_'}{self._tick():06d}"

    def _tick(self) -> int:
        """A clock that steps: what is made later has a later time, and the same in each test."""
        self._made += 1
        return self._made


def _usage(rows: Sequence[Body]) -> Line:
    def cached(row: Body) -> int:
        return int((row.get("prompt_tokens_details") or {}).get("cached_tokens", 0))

    read, written = (sum(row.get(f"{kind}_tokens", 0) for row in rows) for kind in ("prompt", "completion"))
    return {
        "input_tokens": read,
        "input_tokens_details": {"cached_tokens": sum(map(cached, rows))},
        "output_tokens": written,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": read + written,
    }


def _fault(code: str, message: str, line: int | None) -> Mapping[str, Any]:
    return {"code": code, "message": message, "param": None, "line": line}


def _refusal(status: int, message: str) -> web.Response:
    fault = {"message": message, "type": "invalid_request_error", "param": None, "code": None}
    return web.json_response({"error": fault}, status=status)


def _page(rows: Sequence[Line], request: web.Request) -> web.Response:
    """The newest first, from the one after `after`."""
    newest = list(reversed(rows))
    names = [row["id"] for row in newest]
    after, limit = request.query.get("after"), int(request.query.get("limit", 20))
    if after is not None and after not in names:
        return _refusal(400, f"No such object: {after}.")
    rest = newest[names.index(after) + 1 :] if after else newest
    page = rest[:limit]
    return web.json_response(
        {
            "object": "list",
            "data": page,
            "first_id": page[0]["id"] if page else None,
            "last_id": page[-1]["id"] if page else None,
            "has_more": len(rest) > limit,
        }
    )
