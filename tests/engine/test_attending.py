"""A rank that comes when its driver has ended already."""

from pathlib import Path

import pytest

from synthgen.engine.static.attending import attend
from synthgen.engine.static.session import Session
from synthgen.errors import DeviceError
from synthgen.kit.launchers import Group
from synthgen.stages import PictureWork
from tests.engine.contract import Chaos
from tests.engine.test_local import PNG

STEP = Group(1, 2, 1, launch="88.0.0")
TASK = Group(1, 2, 0, True, "7001")


def ended(root: Path, complete: bool, launch: str) -> None:
    Session(root, PictureWork(root, Chaos(), {}, PNG)).end(complete, launch)


@pytest.mark.parametrize("us, complete", [(STEP, False), (STEP, True), (TASK, True)])
def test_a_rank_that_comes_after_the_end_of_its_driver_goes_at_once(tmp_path: Path, us: Group, complete: bool) -> None:
    ended(tmp_path, complete, us.launch)
    attend(us, [tmp_path], patience=60)


def test_a_task_of_an_array_waits_for_a_driver_that_was_sent_away(tmp_path: Path) -> None:
    ended(tmp_path, False, TASK.launch)
    with pytest.raises(DeviceError, match="run the same command to go on"):
        attend(TASK, [tmp_path], patience=0.2)


def test_the_end_of_another_launch_is_no_news(tmp_path: Path) -> None:
    ended(tmp_path, True, "7000")
    with pytest.raises(DeviceError, match="has not worked"):
        attend(TASK, [tmp_path], patience=0.2)
