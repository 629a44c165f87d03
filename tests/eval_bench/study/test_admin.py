"""The admin page over HTTP: who gets in, what is told, invitations, revocation, a copy."""

import csv
import json
import sqlite3
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from eval_bench.study.database import Database
from eval_bench.study.planning import plan
from eval_bench.study.progress import progress
from eval_bench.study.tokens import admin_link, token
from tests.eval_bench.pages.serving import Served
from tests.eval_bench.study.designs import MODELS, database, invited
from tests.eval_bench.study.serving import Study, made, served, voted

GETS = ("", "progress.json", "links.csv", "backup", "picture/0")
POSTS = {"invite": {"label": "Eve"}, "revoke": {"rater": "x"}}
NOW = time.time()


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """No two tests use the same rater."""
    root = tmp_path_factory.mktemp("served")
    made(root, 6, invitations=6, raters=6).close()
    with served(root) as study:
        yield study


def admin(study: Study) -> Served:
    return Served(study.process, study.admin)


@pytest.mark.parametrize("of", ["forged", "rater", "nothing", "other study"])
def test_who_is_no_admin_gets_nothing(study: Study, of: str, tmp_path: Path) -> None:
    base, good = study.admin.partition("/admin/")[0], study.admin.rstrip("/").rpartition("/")[2]
    other = admin_link(database(tmp_path), base).rstrip("/").rpartition("/")[2]
    tried = {
        "forged": good[:-2] + ("AA" if good[-2:] != "AA" else "BB"),
        "rater": study.links[0].rstrip("/").rpartition("/")[2],
        "nothing": "x",
        "other study": other,
    }[of]
    page = Served(study.process, f"{base}/admin/{tried}/")
    before = study.rows("SELECT count(*) FROM raters")
    assert [page.ask(path)[0] for path in GETS[: 2 if of == "nothing" else 5]] == [403] * (2 if of == "nothing" else 5)
    assert [page.ask(path, body)[0] for path, body in POSTS.items()] == [403, 403]
    assert study.rows("SELECT count(*) FROM raters") == before


def test_the_admin_is_no_rater(study: Study) -> None:
    page = Served(study.process, study.admin.replace("/admin/", "/r/"))
    assert page.ask("state")[0] == 403


def test_a_form_of_another_site_invites_nobody(study: Study) -> None:
    before = study.rows("SELECT count(*) FROM raters")
    for headers in ({"Origin": "https://evil.example"}, {"Content-Type": "application/x-www-form-urlencoded"}):
        assert admin(study).ask("invite", {"label": "Eve"}, headers)[0] == 403
    assert study.rows("SELECT count(*) FROM raters") == before


def test_who_is_invited_gets_a_link_that_opens_until_it_is_revoked(study: Study) -> None:
    told = admin(study).json("invite", {"label": " Ada\n<b>Lovelace</b> ", "count": 1})
    (rater,) = [one for one in told["raters"] if one["id"] in told["made"]]
    assert (rater["label"], rater["state"], rater["total"]) == ("Ada <b>Lovelace</b>", "invited", 0)
    page = Served(study.process, rater["link"])
    assert voted(page)[0] == 200
    told = admin(study).json("revoke", {"rater": rater["id"]})
    (after,) = [one for one in told["raters"] if one["id"] == rater["id"]]
    assert (after["state"], after["link"]) == ("revoked", "")
    assert (page.ask("state")[0], page.ask("")[0]) == (403, 403)
    assert study.rows("SELECT count(*) FROM tasks WHERE rater = ?", rater["id"]) == [(1,)]


def test_who_asks_for_it_is_forgotten_with_every_vote(study: Study) -> None:
    told = admin(study).json("invite", {"label": "Ada"})
    (id,) = told["made"]
    (rater,) = [one for one in told["raters"] if one["id"] == id]
    page = Served(study.process, rater["link"])
    assert voted(page)[0] == 200
    admin(study).json("revoke", {"rater": id, "forget": True})
    assert page.ask("state")[0] == 403
    assert study.rows("SELECT count(*) FROM tasks WHERE rater = ?", id) == [(0,)]
    assert study.rows("SELECT label, revoked FROM raters WHERE id = ?", id) == [("removed", 1)]
    left = study.rows("SELECT (SELECT count(*) FROM votes), (SELECT count(*) FROM log)")
    there = study.rows("SELECT count(*) FROM votes v JOIN tasks t ON t.id = v.task")
    assert left[0][0] == there[0][0] and left[0][1] >= left[0][0]


def test_several_are_numbered_and_all_are_in_the_file_of_links(study: Study) -> None:
    told = admin(study).json("invite", {"label": "=HYPERLINK()", "count": 3})
    labels = [one["label"] for one in told["raters"] if one["id"] in told["made"]]
    assert labels == ["=HYPERLINK() 1", "=HYPERLINK() 2", "=HYPERLINK() 3"]
    _, data, headers = admin(study).ask("links.csv")
    rows = list(csv.DictReader(StringIO(data.decode())))
    assert len(rows) == len(told["raters"]) and "attachment" in headers["content-disposition"]
    assert rows[-1]["label"] == "'=HYPERLINK() 3" and rows[-1]["link"] == told["raters"][-1]["link"]


@pytest.mark.parametrize(
    "body", [{"count": 0}, {"count": 501}, {"label": "x" * 81}, {"count": "all"}, {"other": 1}, []]
)
def test_odd_invitations_are_refused(study: Study, body: object) -> None:
    assert admin(study).ask("invite", body)[0] == 422
    assert admin(study).ask("revoke", {"rater": "nobody"})[0] == 404
    assert admin(study).ask("picture/99999")[0] == 404


def test_a_rater_whose_name_no_database_could_hold_is_refused(study: Study) -> None:
    assert Served(study.process, study.admin).ask("revoke", {"rater": "\ud800"})[0] == 422


def test_the_backup_is_a_whole_study_with_every_vote_that_was_saved(study: Study, tmp_path: Path) -> None:
    for _ in range(3):
        voted(study.rater(1))
    _, data, headers = admin(study).ask("backup")
    path = tmp_path / "study.sqlite"
    path.write_bytes(data)
    copy = Database(path)
    assert "base%2Btuned" in headers["content-disposition"]
    assert len(copy.ballots()) == study.rows("SELECT count(*) FROM votes")[0][0] > 0
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_neither_the_page_nor_what_it_asks_for_names_a_model(tmp_path: Path) -> None:
    db = made(tmp_path, 1, name="first")
    db.close()
    with served(tmp_path) as study:
        for _ in range(8):
            voted(study.rater(0))
        page = admin(study).ask("")[1].decode().replace("base+tuned", "")  # the folder's own name
        told = admin(study).ask("progress.json")[1].decode()
    assert not [name for name in MODELS if f"answers/{name}" in page + told or f'"{name}"' in page + told]
    assert "hidden here until you ask for the results, on purpose" in page
    assert set(json.loads(told)) == {"votes", "wanted", "left", "raters", "coverage", "cannot_tell", "bad"}


def test_progress_counts_what_people_did(tmp_path: Path) -> None:
    db = database(tmp_path, items=4, raters=2, invitations=2)
    one, two, three, four = invited(db, 4)
    nothing = progress(db, NOW)
    assert (nothing["votes"], nothing["wanted"], nothing["left"], nothing["coverage"]) == (0, 16, None, [4, 0, 0])
    with db.transaction():
        for rater in (one, two):
            plan(db, rater, NOW)
        done = [task for task in db.tasks(one.id)]
        for task in done:
            kind = db.design.statements[task.statement]
            vote = "bad_item" if kind.item == db.design.asked[0].item else "cannot_tell" if kind.kind == "item" else "1"
            db.vote(task, vote, f"a{task.id}", NOW, 4.0)
        first = next(t for t in db.tasks(two.id) if db.design.statements[t.statement].kind == "item")
        db.vote(first, "bad_item", "b", NOW, 6.0)
        db.revoke(three.id)
        db.agree(four.id)
    told = progress(db, NOW)
    asked = sum(db.design.statements[t.statement].kind == "attention" for t in done)
    states = [(r["state"], r["done"], r["total"]) for r in told["raters"]]
    assert states[0] == ("done", 8 + asked, 8 + asked) and states[1][:2] == ("voting", 1)
    assert [s[0] for s in states[2:]] == ["revoked", "agreed"]
    known = [db.design.statements[t.statement] for t in done]
    right = sum(s.kind == "attention" and s.known == "1" for s in known)
    assert (told["raters"][0]["asked"], told["raters"][0]["passed"]) == (asked, right)
    assert (told["votes"], told["coverage"], told["cannot_tell"]) == (9, [0, 4, 0], 6)
    assert told["left"] == pytest.approx(7 * 4.0 / 0.95, abs=0.1)
    assert told["bad"][0]["question"] == db.design.asked[0].question
    late = progress(db, NOW + 90_000)
    assert [r["state"] for r in late["raters"]] == ["done", "expired", "revoked", "expired"]


def test_more_votes_than_are_wanted_are_no_more_than_everything(tmp_path: Path) -> None:
    db = database(tmp_path, items=2, raters=1, invitations=1)
    for rater in invited(db, 2):
        with db.transaction():
            db.give(rater.id, [(s.id, False) for s in db.design.statements if s.kind == "item"])
            for task in db.tasks(rater.id):
                db.vote(task, "1", f"{rater.id}{task.id}", NOW, 2.0)
    told = progress(db, NOW)
    assert (told["votes"], told["wanted"], told["left"], told["coverage"]) == (4, 4, 0.0, [0, 0, 2])


def test_a_raters_token_is_made_of_another_salt_than_the_admins(tmp_path: Path) -> None:
    db = database(tmp_path)
    (rater,) = invited(db, 1)
    assert token(db, rater.id) not in admin_link(db, "")
