"""What answers cost."""

from collections.abc import Sequence
from decimal import Decimal

from eval_bench.answers import Answers
from eval_bench.report.findings import Cost
from eval_bench.types import Answer


def cost(one: Answers) -> Cost:
    """Of every answer that the folder holds, with its picture, another's or none."""
    everything = [answer for answers in one.by_picture.values() for answer in answers.values()]
    said = [answer for answer in everything if not answer.failed]
    return Cost(
        one.name,
        len(said),
        len(everything) - len(said),
        _sum([answer.tokens_in for answer in said]),
        _sum([answer.tokens_out for answer in said]),
        _dollars(said),
        sum(answer.seconds for answer in everything),
    )


def _sum(tokens: Sequence[int | None]) -> int | None:
    known = [count for count in tokens if count is not None]
    return sum(known) if known and len(known) == len(tokens) else None


def _dollars(said: Sequence[Answer]) -> str | None:
    """None where one of them does not say what it cost."""
    known = [Decimal(answer.usd) for answer in said if answer.usd is not None]
    return str(sum(known, Decimal(0))) if known and len(known) == len(said) else None
