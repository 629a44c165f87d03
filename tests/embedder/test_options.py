"""What of an embedder makes scores be measured again, and what does not; told without open_clip."""

from dataclasses import replace

import pytest

from synthgen.build import build
from synthgen.checks import Check
from synthgen.config import compose
from synthgen.embedder.open_clip import OpenClip
from synthgen.measure import measurement
from synthgen.qc.clip import Clip

ONE = OpenClip("open_clip", "ViT-L-14", "openai", None, "auto", 64, ("{}.",))


def note(embedder: OpenClip | None) -> str:
    return measurement(Clip(None, None, None, "reject", embedder, None))


@pytest.mark.parametrize("change", [{"batch": 8}, {"device": "cpu"}, {"name": "mine"}])
def test_where_and_how_it_runs_does_not_change_a_score(change: dict[str, str]) -> None:
    assert note(replace(ONE, **change)) == note(ONE)


@pytest.mark.parametrize(
    "change", [{"model": "ViT-B-32"}, {"pretrained": None}, {"revision": "a"}, {"sentences": ("a {}",)}]
)
def test_another_model_or_other_sentences_do(change: dict[str, str]) -> None:
    assert note(replace(ONE, **change)) != note(ONE) != note(None)


def test_checks_share_what_they_were_given_and_wish_for_tensors() -> None:
    qc = compose(["qc=[clip,decoy]", "embedder=open_clip", "embedder.batch=8"]).qc
    checks = [build(qc[name], f"qc.{name}", Check) for name in ("clip", "decoy")]  # type: ignore[type-abstract]
    first, second = (check.parts[0] for check in checks)
    assert first == second == replace(ONE, name="open_clip_ViT-L-14_openai", batch=8, sentences=first.sentences)  # type: ignore[attr-defined]
    assert all(check.reads_tensors for check in checks)
    assert not Clip(None, None, None, "reject", None, None).reads_tensors
