"""Tokens: only those that the study made open anything, to the last letter."""

import csv
import random
import string
from io import StringIO
from pathlib import Path

import pytest

from eval_bench.study.database import Database
from eval_bench.study.tokens import admin_link, admin_token, is_admin, link, links_csv, rater_of, token
from tests.eval_bench.study.designs import database, invited


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return database(tmp_path / "one")


def test_a_link_leads_to_its_rater(db: Database) -> None:
    for rater in invited(db, 3):
        assert rater_of(db, token(db, rater.id)) == rater.id
        assert link(db, rater, "https://example.org/study").startswith("https://example.org/study/r/")


def test_a_thousand_forged_tokens_open_nothing(db: Database) -> None:
    """A letter changed, left out, put in or swapped; base64 has letters whose last bits nobody reads."""
    rng, (rater,) = random.Random(1), invited(db, 1)
    letters = string.ascii_letters + string.digits + "-_.=+/! ~\x00é"
    for good in (token(db, rater.id), admin_token(db)):
        forged = {good[:-1] + letter for letter in letters}
        while len(forged) < 1000:
            at = rng.randrange(len(good) + 1)
            forged.add(
                rng.choice((good[:at] + rng.choice(letters) + good[at + rng.randrange(3) :], good[:at], good[at:]))
            )
        for one in forged - {good}:
            assert rater_of(db, one) is None and not is_admin(db, one)


def test_tokens_of_another_study_open_nothing(db: Database, tmp_path: Path) -> None:
    other = database(tmp_path / "other")  # of the same name and design, with a secret of its own
    (rater,) = invited(other, 1)
    assert rater_of(db, token(other, rater.id)) is None and not is_admin(db, admin_token(other))


def test_a_rater_is_no_admin_and_the_admin_no_rater(db: Database) -> None:
    (rater,) = invited(db, 1)
    assert not is_admin(db, token(db, rater.id)) and rater_of(db, admin_token(db)) is None
    assert is_admin(db, admin_token(db)) and admin_link(db, "http://x").startswith("http://x/admin/")


def test_a_label_that_a_spreadsheet_would_run_stays_text(db: Database) -> None:
    labels = ["=1+1", "@x", 'a "quoted", one', "Ünï"]
    with db.transaction():
        for label in labels:
            db.invite(label, 2e9)
    rows = list(csv.DictReader(StringIO(links_csv(db, "http://x"))))
    assert [row["label"] for row in rows] == ["'=1+1", "'@x", *labels[2:]]
    assert rows[0]["expires"] == "2033-05-18T03:33:20.000+00:00"
