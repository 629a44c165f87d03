import pytest

from bench.coverage import exact
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
    """Over 200 seeds: toys answer, keywords mark, and nothing else is known of the toys.

    A share of 200 has a standard error of 0.015: three of them around what the interval covers in truth.
    """
    share, mean = coverage(built, accuracy, 200)
    assert 0.93 <= exact(accuracy, len(built.items)) <= 0.97
    assert share == pytest.approx(exact(accuracy, len(built.items)), abs=0.047)
    assert mean == pytest.approx(accuracy, abs=0.005)
