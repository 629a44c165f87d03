import pytest

from bench.llm import AT_ONCE, BARE, OFFICIAL, OURS, Meter, Rival, memory, stub


def measured(url: str, rival: Rival) -> Meter:
    rival.run(url, meter := Meter(400, warm=AT_ONCE))
    return meter


def test_a_reply_costs_half_of_what_it_costs_the_official_client_journal_and_checks_included() -> None:
    with stub(0.01) as url:  # in turn, and the least of each: what else runs on the machine makes both dearer
        pairs = [(measured(url, OURS).cpu_ms, measured(url, OFFICIAL).cpu_ms) for _ in range(3)]
    ours, official = map(min, zip(*pairs, strict=True))
    assert ours < official / 2


@pytest.mark.parametrize("rival", [OURS, BARE], ids=["ours", "bare"])
def test_no_client_is_faster_than_its_server(rival: Rival) -> None:
    with stub(0.5) as url:
        assert 0.5 * AT_ONCE < measured(url, rival).per_second < 2 * AT_ONCE


def test_of_a_million_requests_no_more_are_taken_than_may_be_in_flight() -> None:
    most, ahead = memory(answered=1000)
    assert ahead == AT_ONCE
    assert most < 60
