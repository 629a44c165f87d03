import pytest

from bench.toys import coverage
from eval_bench.__main__ import main
from eval_bench.benchmark import Benchmark, load

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Benchmark:
    """13 x 50 items."""
    folder = tmp_path_factory.mktemp("toys")
    assert main(["build", "generated", f"outputs={folder}", "renderer.size=256"]) == 0
    return load(folder / "generated")


@pytest.mark.parametrize("accuracy", [0.5, 0.6, 0.75, 0.9])
def test_pooled_intervals_cover_what_toys_are_known_to_get_right(built: Benchmark, accuracy: float) -> None:
    """Over 200 seeds: toys answer, keywords mark, and nothing else is known of the toys."""
    share, mean = coverage(built, accuracy, 200)
    assert 0.93 <= share <= 0.97
    assert mean == pytest.approx(accuracy, abs=0.005)
