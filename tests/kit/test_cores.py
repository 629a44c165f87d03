import os

import pytest

from synthgen.kit.cores import cores


def test_cores_are_counted_also_where_the_system_does_not_say_which_one_may_use(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert cores() == (os.cpu_count() or 1)
