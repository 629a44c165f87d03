"""What people's votes on an item come to: one rule, for a study and for any file of votes.

Each model's answer is right or wrong by the majority of those who said right or wrong. An item is excluded, from every
model that it was put to, as soon as the votes on one model's answer decide nothing, or most of all its votes call it
bad: models are compared on the same items, and what is hard to judge does not count against just one of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from eval_bench.types import Verdict

Reason = Literal["", "waiting", "bad item", "tie", "cannot tell"]
"""Why an item is excluded; "": it is decided."""
REASONS: tuple[Reason, ...] = ("waiting", "bad item", "tie", "cannot tell")
"""Of several, the first is told: more votes may end a wait, and of a bad item nothing else is worth a word."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes on one model's answer."""

    right: int = 0
    wrong: int = 0
    cannot_tell: int = 0
    bad: int = 0
    failed: bool = False
    """The model gave no answer: that is wrong, and nobody is asked."""

    @property
    def votes(self) -> int:
        return self.right + self.wrong + self.cannot_tell + self.bad

    @property
    def share(self) -> float | None:
        """Of those who could tell, who say right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def grades(self) -> dict[str, float]:
        """What a mark holds beside its verdict; {} where nobody voted."""
        told = {"votes": float(self.votes), "right": float(self.right), "wrong": float(self.wrong)}
        return told | ({} if self.share is None else {"share": self.share}) if self.votes else {}

    @property
    def reason(self) -> Reason:
        """Why it decides nothing, by itself."""
        if self.failed or self.right != self.wrong:
            return ""
        return "tie" if self.right else "cannot tell" if self.votes else "waiting"


def tally(votes: Iterable[str]) -> Tally:
    """Of "1", "0", "cannot_tell", "bad_item"; "no_answer" among them makes it a failed one."""
    n = Counter(votes)
    return Tally(n["1"], n["0"], n["cannot_tell"], n["bad_item"], n["no_answer"] > 0)


def reason(tallies: Mapping[str, Tally]) -> Reason:
    """Why an item is excluded, from its tallies by model."""
    found = {one.reason for one in tallies.values()}
    if sum(one.bad for one in tallies.values()) * 2 > sum(one.votes for one in tallies.values()):
        found.add("bad item")
    return next((one for one in REASONS if one in found), "")


def verdicts(tallies: Mapping[str, Tally]) -> dict[str, tuple[Verdict | None, str]]:
    """Of one item: by model the verdict, None for all or for none, and why in a few words."""
    why = reason(tallies)
    if not why:
        return {model: _verdict(one) for model, one in tallies.items()}
    own = {model: why == "bad item" or one.reason == why for model, one in tallies.items()}
    return {
        model: (None, f"excluded: {_TOLD[why]}{'' if own[model] else ' on the answer of another model'}")
        for model in tallies
    }


_TOLD = {"waiting": "no vote yet", "bad item": "bad item", "tie": "tie", "cannot tell": "cannot tell"}


def _verdict(one: Tally) -> tuple[Verdict, str]:
    if one.failed:
        return "wrong", "no answer"
    verdict: Verdict = "right" if one.right > one.wrong else "wrong"
    return verdict, f"{max(one.right, one.wrong)} of {one.right + one.wrong} say {verdict}"
