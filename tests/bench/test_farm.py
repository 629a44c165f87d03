"""The farm on paper: a few rows against values that were worked out by hand."""

import re

import pytest

from bench.farm import Farm, rates, sizes, table

FARM = Farm(pictures=100e6, gpus=1000, seconds=2, abilities=13, latency=5, memory=16)


def test_a_range_is_twenty_seconds_of_work_and_no_more_than_a_shard() -> None:
    assert [Farm(seconds=seconds).range for seconds in (2, 0.1, 60)] == [10, 64, 4]


@pytest.mark.parametrize(
    "what, gpus",
    [
        ("requests in flight", 6.4),  # 32 at a time, 5 s each: 6.4 a second, 3.2 samples, 6.4 GPUs of 2 s
        ("epochs in flight", 332.8),  # 13 times 512 indices, 20 held by each worker
        ("the driver reads a bucket", 170),  # 8.5 ranges of 10 pictures a second
        ("replies taken", 2138),  # two a sample, and a sample every 2 s
    ],
)
def test_what_a_run_feeds(what: str, gpus: float) -> None:
    assert {limit.what: limit.most for limit in rates(FARM)}[what] == pytest.approx(gpus)


def test_a_start_opens_the_folder_and_then_goes_through_it() -> None:
    most = {limit.what: limit.most for limit in sizes(FARM)}["a start within ten minutes"]
    assert most == pytest.approx(600e6 / (11.9 + 16.2))  # seconds of a million


def test_twice_the_seconds_need_half_the_driver_and_twice_the_memory_holds_twice_the_pictures() -> None:
    slow, large = Farm(seconds=4), Farm(memory=32)
    core = [{limit.what: limit.most for limit in rates(farm)}["the driver's core"] for farm in (FARM, slow)]
    held = [{limit.what: limit.most for limit in sizes(farm)}["memory of ids and replies"] for farm in (FARM, large)]
    assert core[1] == 2 * core[0] and held[1] == 2 * held[0] == 2 * 16e9 / 550


def test_what_breaks_first_stands_first_and_runs_are_counted_upwards() -> None:
    text = table(FARM)
    assert text[0] == "100,000,000 pictures at 2 s on 1,000 GPUs: 2.3 days"
    rows = [re.findall(r"[\d,]+(?= \|)", line) for line in text if line.startswith("| ") and "one run" not in line]
    most = [int(row[0].replace(",", "")) for row in rows]
    assert most[:5] == sorted(most[:5]) and most[5:] == sorted(most[5:]) and len(most) == 10
    assert rows[0][1] == "157"  # 1,000 GPUs by 6.4 each: 156 are not enough
