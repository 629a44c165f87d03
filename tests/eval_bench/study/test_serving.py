"""A study over HTTP: who gets in, what counts once, what is refused."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from eval_bench.study.database import Database
from tests.eval_bench.pages.serving import Served
from tests.eval_bench.study.designs import MODELS, invited
from tests.eval_bench.study.serving import Study, made, served, voted

POSTS = ("agree", "vote", "undo", "more")
GETS = ("", "state", "alive", "picture/x")


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """Raters are never used by two tests."""
    root = tmp_path_factory.mktemp("served")
    db = made(root, 10, invitations=10, raters=10)
    invited(db, 1, days=-1)
    db.close()
    with served(root) as study:
        yield study


def body(path: str, task: str = "x") -> dict[str, str]:
    return {"action": "a", "task": task, "vote": "1"} if path == "vote" else {"action": "a"}


def test_fifty_double_votes_at_once_are_one_vote(study: Study) -> None:
    rater = study.rater(0)
    task = rater.json("state")["task"]["id"]

    def vote(n: int) -> int:
        return rater.ask("vote", {"task": task, "vote": "1", "action": "same" if n % 2 else f"other{n}"})[0]

    with ThreadPoolExecutor(50) as pool:
        statuses = list(pool.map(vote, range(50)))
    assert statuses.count(200) == 10 and statuses.count(429) == 40
    assert study.rows("SELECT count(*) FROM votes WHERE task = ?", task) == [(1,)]


def test_a_vote_that_is_sent_twice_counts_once_and_a_changed_one_leaves_a_row(study: Study) -> None:
    rater = study.rater(1)
    for _ in range(5):
        voted(rater)
    task = rater.json("state")["task"]["id"]
    for vote, action in (("1", "a"), ("1", "a"), ("0", "b")):
        status, _, _ = rater.ask("vote", {"task": task, "vote": vote, "action": action})
        assert status == 200
    assert study.rows("SELECT vote FROM votes WHERE task = ?", task) == [("0",)]
    assert study.rows("SELECT vote FROM log WHERE task = ? ORDER BY number", task) == [("1",), ("0",)]


def test_who_votes_too_fast_is_told_when_to_go_on(study: Study) -> None:
    rater = study.rater(2)
    answers = [rater.ask("undo", {"action": f"a{n}"}) for n in range(12)]
    assert [status for status, _, _ in answers][:10] == [200] * 10
    status, data, headers = answers[-1]
    assert (status, headers["retry-after"]) == (429, "1") and "fast" in json.loads(data)["fault"]
    assert study.rater(3).ask("undo", {"action": "a"})[0] == 200  # nobody else waits
    time.sleep(1.1)
    assert rater.ask("undo", {"action": "b"})[0] == 200


def refused(study: Study, link: str) -> set[str]:
    """What somebody with this link is told, wherever they try."""
    told = set()
    rater = study.rater(0)
    rater.address = link
    for path in GETS + POSTS:
        status, data, _ = rater.ask(path, body(path) if path in POSTS else None)
        assert status == 403, path
        told.add(json.loads(data)["fault"] if path else data.decode().split("<p>")[1].split("</p>")[0])
    return told


def test_an_expired_link_opens_nothing(study: Study) -> None:
    assert refused(study, study.links[10]) == {"This link has expired."}


def test_a_revoked_link_opens_nothing_any_more(study: Study) -> None:
    rater = study.rater(4)
    state = rater.json("state")
    assert rater.ask(state["task"]["picture"])[0] == 200
    db = Database(study.folder / "study.sqlite")
    with db.transaction():
        db.revoke(db.raters()[4].id)
    db.close()
    assert refused(study, study.links[4]) == {"This link was withdrawn."}
    assert rater.ask(state["task"]["picture"])[0] == 403


def test_the_link_of_another_study_opens_nothing(study: Study, tmp_path: Path) -> None:
    from eval_bench.study import tokens

    db = made(tmp_path)
    path = urlsplit(tokens.link(db, db.raters()[0], "http://x")).path
    assert refused(study, "http://" + urlsplit(study.links[0]).netloc + path) == {
        "This link is not complete, or belongs to another study."
    }


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": ""},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Host": "elsewhere.example"},
        {"Host": "elsewhere.example:8430"},
        {"Host": ""},
    ],
)
def test_a_form_on_another_site_and_another_hosts_name_change_nothing(study: Study, headers: dict[str, str]) -> None:
    rater = study.rater(5)
    task = rater.json("state")["task"]["id"]
    for path in POSTS:
        assert rater.ask(path, body(path, task), headers)[0] == 403
    if "Host" in headers:
        assert all(rater.ask(path, None, headers)[0] == 403 for path in (*GETS, "../../static/rate.js"))
    assert study.rows("SELECT count(*) FROM votes WHERE task = ?", task) == [(0,)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"action": 1, "task": "x", "vote": "1"}',
        b'{"action": "a", "task": "x", "vote": "1", "rater": "y"}',
        b'{"action": "\\ud800", "task": "x", "vote": "1"}',
        b'{"action": "a\\u0000", "task": "x", "vote": "1"}',
        b'{"action": "a", "task": "' + b"x" * 65 + b'", "vote": "1"}',
        b'{"action": "a", "task": {"$ne": ""}, "vote": "1"}',
        b"[" * 30_000,
        b'{"action": "\xff"}',
        b" " * 70_000,
    ],
)
def test_what_is_no_vote_is_refused_in_a_sentence(study: Study, data: bytes) -> None:
    parts = urlsplit(study.links[6])
    connection = HTTPConnection("127.0.0.1", parts.port or 0, timeout=60)
    connection.request("POST", f"{parts.path}vote", data, {"Content-Type": "application/json"})
    status = connection.getresponse().status
    connection.close()
    assert status in (400, 403, 422)


def test_each_answer_has_the_same_headers_and_none_tells_a_model(study: Study) -> None:
    rater = study.rater(7)
    state = rater.json("state")
    seen = {}
    for path in ("", "state", "alive", state["task"]["picture"], state["next"], "picture/none", "../../static/rate.js"):
        _, data, headers = rater.ask(path)
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
        assert not {"server", "etag", "last-modified", "set-cookie"} & headers.keys()
        text = data.decode("latin-1") + str(dict(headers)) + path
        assert not any(name in text for name in (MODELS[1], "color-real"))
        seen[path] = {k: v for k, v in headers.items() if k not in ("content-length", "date")}
    assert seen[state["task"]["picture"]] == seen[state["next"]]


def test_a_picture_is_for_its_rater_alone(study: Study) -> None:
    own, other = study.rater(7), study.rater(8)
    picture = own.json("state")["task"]["picture"]
    assert (own.ask(picture)[0], other.ask(picture)[0], other.ask("picture/none")[0]) == (200, 404, 404)


def test_a_link_without_its_last_slash_leads_to_the_page(study: Study) -> None:
    rater = study.rater(7)
    path = urlsplit(rater.address).path
    rater.address = rater.address.rstrip("/")
    status, _, headers = rater.ask("")
    assert status == 307 and f"/r/{headers['location']}" == path


def test_without_consent_there_is_neither_task_nor_picture(tmp_path: Path) -> None:
    db = made(tmp_path, consent="Read this.")
    with db.transaction():
        db.give(db.raters()[0].id, [(0, False)])
    task = db.tasks(db.raters()[0].id)[0].id
    db.close()
    with served(tmp_path) as study:
        rater = study.rater(0)
        assert rater.json("state") == {"step": "consent", "form": "right"}
        assert rater.ask(f"picture/{task}")[0] == 403
        assert [rater.ask(path, body(path, task))[0] for path in POSTS[1:]] == [403] * 3
        assert rater.json("agree", {"action": "a"})["step"] == "vote"
        assert rater.ask(f"picture/{task}")[0] == 200


def test_forged_links_open_nothing_and_soon_have_to_wait_while_good_ones_go_on(tmp_path: Path) -> None:
    made(tmp_path).close()
    with served(tmp_path) as study:
        rater = study.rater(0)
        answers = [rater.ask("state", secret=f"r/forged{n}") for n in range(40)]
        assert [status for status, _, _ in answers] == [403] * 30 + [429] * 10
        assert 0 < int(answers[-1][2]["retry-after"]) <= 20
        assert rater.ask("state")[0] == 200


@pytest.mark.parametrize("prefix", ["", "/study"], ids=["stripped", "kept"])
def test_behind_a_proxy_the_study_answers_to_its_public_name(tmp_path: Path, prefix: str) -> None:
    made(tmp_path).close()
    with served(tmp_path, "url=https://example.org/study/") as study:
        assert all(link.startswith("https://example.org/study/r/") for link in study.links)
        behind = study.said.split(" passes on to ")[1].split()[0]
        path = urlsplit(study.links[0]).path.removeprefix("/study")
        rater = Served(study.process, f"{behind}{prefix}{path}")
        for host in ("example.org", "example.org:443", urlsplit(behind).netloc):
            assert rater.ask("state", None, {"Host": host})[0] == 200
        for host in ("example.com", "example.org:80", "example.org.evil.example", "x.example.org"):
            assert rater.ask("state", None, {"Host": host})[0] == 403
        own = {"Host": "example.org", "X-Forwarded-For": "1.2.3.4"}
        for origin, status in (("https://example.org", 200), ("http://example.org", 403), ("https://example.com", 403)):
            assert rater.ask("undo", {"action": "a"}, own | {"Origin": origin})[0] == status


def test_addresses_that_a_request_claims_are_not_believed(tmp_path: Path) -> None:
    made(tmp_path).close()
    with served(tmp_path) as study:
        rater = study.rater(0)
        claims = [{"X-Forwarded-For": f"10.0.0.{n}", "Forwarded": f"for=10.0.0.{n}"} for n in range(31)]
        statuses = [rater.ask("state", None, claim, secret="r/forged")[0] for claim in claims]
        assert statuses == [403] * 30 + [429]
