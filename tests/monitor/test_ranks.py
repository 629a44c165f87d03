"""Of the processes that a launcher starts, the driver alone has monitors."""

from pathlib import Path

import pytest

from tests.engine.launching import Launch, ends

pytestmark = pytest.mark.monitor


def test_of_two_ranks_rank_0_alone_has_monitors(tmp_path: Path) -> None:
    words = ["ability=joke", "n=12", "name=it", "renderer.size=64", "qc=[readable]", "exporter=[llava]"]
    zero, one = ends(Launch(tmp_path, "synthgen", *words, "monitor=tensorboard").all())
    assert (zero[0], one) == (0, (0, "", ""))
    assert zero[2].count("monitor.tensorboard: ") == 1
    assert len(list((tmp_path / "outputs/it/monitor/tensorboard").iterdir())) == 1
