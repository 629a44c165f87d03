"""What raters agree to."""

import re
from pathlib import Path

import pytest

from eval_bench.study.consent import text
from synthgen.errors import UsageError


def test_the_template_has_no_blank_left_and_names_whom_to_ask() -> None:
    told = text(None, contact="Ada Lovelace, ada@example.org", statements=120, days=30)
    assert not re.search(r"[{}]", told)
    assert "Ada Lovelace, ada@example.org" in told
    assert "about 120 answers" in told
    assert "20 minutes" in told
    assert "30 days" in told
    assert all("\n" not in part for part in told.split("\n\n"))


def test_without_a_contact_it_says_where_to_turn() -> None:
    assert "ask the one who sent you the link" in text(None, contact="", statements=1, days=1)


def test_own_words_keep_braces_that_are_no_blanks(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_bytes("\ufeffWe are {contact}.\r\nThat is {it}.\r\n\r\nBye.\n".encode())
    assert text(path, contact="{days}", statements=1, days=2) == "We are {days}. That is {it}.\n\nBye."


@pytest.mark.parametrize(
    ("data", "why"), [(None, "cannot be read"), (b"\xff\xfe\xfa", "cannot be read"), (b" \n", "is empty")]
)
def test_a_text_that_is_none_is_one_line(tmp_path: Path, data: bytes | None, why: str) -> None:
    path = tmp_path / "own.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError, match=why) as told:
        text(path, contact="", statements=1, days=1)
    assert len(str(told.value).splitlines()) == 1
