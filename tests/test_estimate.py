"""What some replies say about more of them."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from synthgen.build import build_run
from synthgen.config import compose
from synthgen.estimate import Asked, Estimate, Figures, Made, by_ability, orders, part
from synthgen.types import Reply, sample_id


def asked(count: int, *, cold: int = 1, usd: str | None = "0.001", purpose: str = "prompt") -> Mapping[str, Asked]:
    """So many replies about the first samples of `joke`; the cold ones cost five times as much."""
    replies = []
    for index in range(count):
        dear = "0.005" if usd else None
        replies.append(
            Reply(
                str(index),
                sample_id("joke", index),
                "text",
                purpose=purpose,
                tokens_in=1000,
                tokens_cached=0 if index < cold else 900,
                tokens_out=50,
                usd=dear if index < cold else usd,
                seconds=2.0,
            )
        )
    return by_ability(replies, lambda reply: None if reply.usd is None else Decimal(reply.usd))["joke"]


def test_replies_that_filled_the_cache_are_not_taken_for_the_rule() -> None:
    seen = asked(8)["prompt"]
    warm = seen.expect(1000, fresh=0)
    assert float(warm.usd) == pytest.approx(1.0) and warm.tokens_cached == 900_000 and warm.replies == 1000
    four = seen.expect(1000, fresh=4)
    assert float(four.usd) == pytest.approx(0.996 + 4 * 0.005) and four.replies == 1000
    assert seen.expect(1000, 4).seconds == pytest.approx(2000)


def test_where_nothing_is_cached_every_reply_is_the_rule() -> None:
    seen = asked(8, cold=8)["prompt"]
    for fresh in (0, 1, 40):
        assert float(seen.expect(100, fresh).usd) == pytest.approx(0.5)


def test_one_request_may_take_several_replies() -> None:
    seen = asked(8)["prompt"]
    seen.add(Reply("mended", sample_id("joke", 3), "text", tokens_in=1000, tokens_cached=900, usd="0.001"))
    assert seen.expect(800, 0).replies == 900


def test_an_unknown_price_stays_unknown() -> None:
    assert asked(8, usd=None)["prompt"].expect(10, 1).dollars is None
    assert Asked().expect(10, 1).replies == 0


@pytest.mark.parametrize(("seen", "kept"), [(8, 8), (8, 0), (8, 4), (1000, 1000), (1000, 500)])
def test_a_few_samples_prove_little_and_many_prove_much(seen: int, kept: int) -> None:
    rate = Figures(seen, kept, 1).rate
    assert 0 < rate < 1 and abs(rate - kept / seen) < (0.2 if seen == 8 else 0.002)


def test_instructions_are_counted_as_they_are_sent(working_folder: Path) -> None:
    run = build_run(compose(["ability=joke", "n=1000"]))
    joke = run.abilities["joke"]
    assert orders(run, joke, range(8)) == 1
    assert orders(run, joke, range(200)) == orders(run, joke, range(100_000)) == 4


def test_what_is_finished_or_paid_for_is_not_asked_for_again(working_folder: Path) -> None:
    run = build_run(compose(["ability=joke", "n=100"]))
    known, joke = Figures(1000, 1000, 4, asked(1000)), run.abilities["joke"]
    fresh = part(run, joke, known, Made(), {})
    assert (fresh.candidates, fresh.expected, fresh.to_come["prompt"].replies) == (101, 100, 101)
    begun = part(run, joke, known, Made(), asked(8))
    assert begun.to_come["prompt"].replies == 93 and begun.bills["prompt"].replies == 101
    grown = part(run, joke, known, Made(60, frozenset(range(70))), asked(70))
    assert (grown.candidates, grown.to_come["prompt"].replies, grown.expected) == (111, 41, 100)
    full = part(run, joke, known, Made(100, frozenset(range(120))), asked(120))
    assert full.to_come["prompt"].replies == 0 and full.bills["prompt"].replies == 120


def test_candidates_end_where_the_configuration_says(working_folder: Path) -> None:
    run = build_run(compose(["ability=joke", "n=100", "max_candidates=2"]))
    little = part(run, run.abilities["joke"], Figures(100, 10, 4, asked(100)), Made(), {})
    assert little.candidates == 200 and 20 <= little.expected <= 24


def test_samples_that_share_a_prompt_pay_for_it_once(working_folder: Path) -> None:
    run = build_run(compose(["ability=joke", "n=100", "images_per_prompt=4"]))
    known = Figures(1000, 1000, 4, {**asked(250), **asked(1000, purpose="dialogue")})
    found = part(run, run.abilities["joke"], known, Made(), {})
    assert found.to_come["prompt"].replies == 26 and found.to_come["dialogue"].replies == 101


def test_a_cap_is_reached_in_proportion(working_folder: Path) -> None:
    run = build_run(compose(["ability=joke", "n=100"]))
    estimate = Estimate(run, [part(run, run.abilities["joke"], Figures(1000, 1000, 4, asked(1000)), Made(), {})])
    assert estimate.samples_within(5.0, 0.0, 10.0) == 50
    assert estimate.samples_within(5.0, 6.0, 10.0) == 0
    assert estimate.samples_within(11.0, 0.0, 10.0) is None
    assert estimate.samples_within(1.0, 2.0, 0.0) is None
