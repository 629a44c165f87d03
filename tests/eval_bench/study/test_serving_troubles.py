"""What a study has acknowledged is there after a kill, a full disk and a restart."""

import json
import resource
import threading
import time
from collections.abc import Sequence
from http.client import HTTPException
from pathlib import Path

import pytest

from tests.eval_bench.pages.serving import Served
from tests.eval_bench.study.serving import Study, made, served, voted


class Crowd:
    """People who vote as fast as they may, each in a thread, until the server is gone."""

    def __init__(self, raters: Sequence[Served]) -> None:
        self.acknowledged: list[tuple[str, str]] = []
        self._threads = [threading.Thread(target=self._vote, args=(rater,)) for rater in raters]
        for thread in self._threads:
            thread.start()

    def _vote(self, rater: Served) -> None:
        try:
            state = rater.json("state")
            while state["step"] == "vote":
                task, vote = state["task"]["id"], ("1", "0")[len(self.acknowledged) % 2]
                status, data, _ = rater.ask("vote", {"task": task, "vote": vote, "action": f"a{task}"})
                if status == 200:
                    self.acknowledged.append((task, vote))
                    state = json.loads(data)
                else:
                    time.sleep(0.05)
        except (OSError, HTTPException):
            pass  # killed in the middle

    def wait_for(self, count: int) -> None:
        while len(self.acknowledged) < count:
            assert any(thread.is_alive() for thread in self._threads)
            time.sleep(0.001)

    def end(self) -> None:
        for thread in self._threads:
            thread.join()


def kept(study: Study) -> set[tuple[str, str]]:
    return set(study.rows("SELECT task, vote FROM votes"))


@pytest.mark.parametrize("times", [2, pytest.param(20, marks=pytest.mark.slow)])
def test_a_kill_under_load_loses_no_vote_that_was_acknowledged(tmp_path: Path, times: int) -> None:
    made(tmp_path, 12, 100, raters=12, invitations=12).close()
    acknowledged = set[tuple[str, str]]()
    links = None
    for n in range(times):
        with served(tmp_path) as study:
            assert acknowledged <= kept(study)
            paths = [link.partition("/r/")[2] for link in study.links]
            assert paths == (links := links or paths)  # the same links, wherever it is served
            crowd = Crowd([study.rater(i) for i in range(12)])
            crowd.wait_for(7 + 13 * n % 50)
            study.process.kill()
            study.process.communicate()
            crowd.end()
            acknowledged |= set(crowd.acknowledged)
    with served(tmp_path) as study:
        assert len(acknowledged) >= 7 * times and acknowledged <= kept(study)
        assert study.rows("PRAGMA integrity_check") == [("ok",)]
        done = [study.rater(i).json("state") for i in range(12)]
        assert sum(one["done"] + (one["calibration"] or {"done": 5})["done"] for one in done) == len(kept(study))


def test_on_a_full_disk_nothing_is_called_saved_and_earlier_votes_stay(tmp_path: Path) -> None:
    made(tmp_path, 12, 100).close()
    with served(tmp_path) as study:
        before = [voted(study.rater(i))[0] for i in range(3)]
        assert before == [200] * 3
        pid, wal = study.process.pid, study.folder / "study.sqlite-wal"
        later = study.rater(0).json("state")["task"]["id"]
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (wal.stat().st_size + 4096, resource.RLIM_INFINITY))
        held = kept(study)
        for action in ("a", "a", "b"):
            status, data, headers = study.rater(0).ask("vote", {"task": later, "vote": "1", "action": action})
            assert (status, headers["retry-after"]) == (503, "5")
            assert json.loads(data) == {"fault": "That could not be saved just now. Please try again in a moment."}
        assert kept(study) == held and study.rater(0).ask("alive")[0] == 200
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        status, data, _ = study.rater(0).ask("vote", {"task": later, "vote": "1", "action": "a"})
        assert status == 200 and kept(study) == held | {(later, "1")}
        study.process.kill()
        _, troubles = study.process.communicate()
        assert "free some space" in troubles and "Traceback" not in troubles
    with served(tmp_path) as study:
        assert kept(study) == held | {(later, "1")}


def test_a_study_that_was_ended_goes_on_where_it_was(tmp_path: Path) -> None:
    made(tmp_path, 3, attention=0.0).close()
    with served(tmp_path) as study:
        for _ in range(7):
            voted(study.rater(0))
        state, links = study.rater(0).json("state"), study.links
        said = study.rater(0).end()
        assert said.endswith(
            "studies/base+tuned: 2 of 36 votes, by 1 people\n"
            "see them: python -m eval_bench study results study=studies/base+tuned\n"
        )
        assert {path.name for path in study.folder.iterdir()} >= {"study.sqlite", "links.csv"}
        assert not (study.folder / "study.sqlite-wal").exists()  # one file holds everything
    with served(tmp_path) as study:
        assert study.rater(0).json("state") == state
        assert [link.partition("/r/")[2] for link in study.links] == [link.partition("/r/")[2] for link in links]
