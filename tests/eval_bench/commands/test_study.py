"""The command of a study: what it refuses, what it prints and writes."""

import os
import stat
from pathlib import Path

import pytest

from eval_bench.commands.study import run
from synthgen.errors import FolderInUse, UsageError
from tests.eval_bench.pages.serving import Served
from tests.eval_bench.study.serving import NAME, made, served


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        (["host=0.0.0.0"], "url=https://study.example.org"),
        (["host=192.168.1.5"], "keep host=127.0.0.1"),
        (["url=study.example.org"], "as in https://study.example.org"),
        (["url=ftp://study.example.org"], "as in https://study.example.org"),
        (["url='https://example.org/?a=b'"], "as in https://study.example.org"),
        (["host=203.0.113.9", "url=https://example.org"], "port=0"),
    ],
)
def test_an_address_that_cannot_work_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], fix: str
) -> None:
    made(tmp_path).close()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        run([f"name={NAME}", "open=false", *words])
    assert fix in str(caught.value) and "\n" not in str(caught.value)


def test_a_port_that_is_taken_is_refused_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path).close()
    monkeypatch.chdir(tmp_path)
    with served(tmp_path) as study, pytest.raises(UsageError, match="already in use; pass port=0"):
        run([f"name={NAME}", "open=false", f"port={study.admin.split(':')[2].split('/')[0]}"])


def test_a_second_server_of_a_study_is_refused_and_the_links_stay_those_of_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path).close()
    monkeypatch.chdir(tmp_path)
    with served(tmp_path) as study:
        links = (study.folder / "links.csv").read_bytes()
        with pytest.raises(FolderInUse, match="in use by process"):
            run([f"name={NAME}", "open=false", "port=0"])
        assert (study.folder / "links.csv").read_bytes() == links


def test_links_are_printed_and_written_for_the_owner_alone(tmp_path: Path) -> None:
    made(tmp_path, people=0, invitations=25).close()
    with served(tmp_path) as study:
        assert len(study.links) == 25 and len(set(study.links)) == 25
        assert study.said.count("/r/") == 20 and f"all 25 links: studies/{NAME}/links.csv" in study.said
        for name in ("links.csv", "study.sqlite", "study.sqlite-wal"):
            assert stat.S_IMODE(os.stat(study.folder / name).st_mode) == 0o600, name
        assert study.rows("SELECT label FROM raters WHERE number IN (1, 25)") == [("rater 1",), ("rater 25",)]
    with served(tmp_path) as study:
        assert len(study.links) == 25  # invited once


@pytest.mark.parametrize(
    ("url", "warned"),
    [("http://192.168.1.5:8430", True), ("https://example.org", False), ("http://localhost:8430", False)],
)
def test_http_to_other_machines_is_warned_of(tmp_path: Path, url: str, warned: bool) -> None:
    made(tmp_path).close()
    with served(tmp_path, f"url={url}") as study:
        behind = study.said.split(" passes on to ")[1].split()[0]
        assert Served(study.process, f"{behind}/").ask("alive")[0] == 200
        study.process.terminate()
        said, troubles = study.process.communicate(timeout=60)
    assert ("unencrypted" in troubles) is warned and "see them: python -m eval_bench study results" in said
