"""The same attacker before a real server: addresses, headers and how long it took are known too."""

import time
from dataclasses import replace
from pathlib import Path

from eval_bench.study.database import NAME as FILE
from eval_bench.study.database import Database
from eval_bench.study.designing import design_of
from eval_bench.study.types import Rater
from tests.eval_bench.study.attacking import Seen, accuracy, watch
from tests.eval_bench.study.serving import NAME, Study, served
from tests.eval_bench.study.toys import MODELS, config

RATERS = 12
MARGIN = 0.05
VARY = {"date", "content-length"}


def watched(root: Path, study: Study) -> list[Seen]:
    """Votes are written beside the server, which would let one come a second; all that is read comes from it."""
    db = Database(root / "studies" / NAME / FILE)
    links = {rater.id: study.rater(number) for number, rater in enumerate(db.raters())}

    def ask(rater: Rater, path: str) -> tuple[bytes, tuple[tuple[str, str], ...]]:
        status, data, headers = links[rater.id].ask(path)
        assert status == 200
        assert int(headers["content-length"]) == len(data)
        return data, tuple(sorted((name, value) for name, value in headers.items() if name not in VARY))

    return [one for rater in db.raters() for one in watch(db, rater, ask)]


def test_before_a_server_an_attacker_does_no_better_than_by_chance(tmp_path: Path) -> None:
    design, pictures = design_of(config(tmp_path, 48, raters=RATERS, calibration=2))
    db = Database.create(tmp_path / "studies" / NAME / FILE, replace(design, consent=""), pictures)
    with db.transaction():
        for number in range(RATERS):
            db.invite(f"rater {number}", time.time() + 600)
    db.close()
    with served(tmp_path) as study:
        seen = watched(tmp_path, study)
        page = study.rater(0).ask("")
    assert len(seen) > 40 * RATERS
    assert accuracy(seen) <= 0.5 + MARGIN
    assert len({one.headers for one in seen}) == 1  # not one that differs from statement to statement
    sent = str([page, seen[0].headers])
    secrets = [*MODELS, "color-generated", "benchmarks/", *(one.item for one in design.asked)]
    assert not [secret for secret in secrets if secret in sent]
