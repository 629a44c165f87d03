"""The judge against a real server on this machine."""

import base64
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from synthgen.build import build_run
from synthgen.config import compose
from synthgen.desk import RunDesk
from synthgen.errors import AccessError, UsageError
from synthgen.measure import About, Samples, measurement
from synthgen.qc.judge import Judge
from synthgen.types import Claim, Score, Vocabulary
from tests.chat_server import Answer, Body, completion, error, serving
from tests.qc.judging import CAR, PARK, RED, answer, dialogue, judge, knowing, picture, statement_of

WORDS = About({"color": Vocabulary(("car", "ball"), ("park", "kitchen"), ("oil painting",), ("red", "green"))})


def asked(check: Judge, folder: Path, *claims: Claim, desk: RunDesk | None = None) -> Score:
    """The score of one dialogue with these claims."""
    samples = Samples([CAR], [picture()], [dialogue(*claims)], about=WORDS, desk=desk or RunDesk(folder))
    (folder / "replies").mkdir(exist_ok=True)
    [score] = check.measure(samples)
    check.close()
    return score


def is_true(statement: str) -> bool:
    return "green" not in statement and "kitchen" not in statement


def test_what_a_picture_shows_scores_by_the_margin_over_its_foil(tmp_path: Path) -> None:
    with serving(knowing(is_true)) as (url, seen):
        score = asked(judge(url), tmp_path, RED, PARK)
    assert score.values["score"] == pytest.approx(0.9)
    assert (score.values["by"], score.values["refuted"], score.values["unanswered"]) == ("logprobs", "", 0)
    assert score.values["yes_on_foils"] == pytest.approx(0.05)
    assert len(seen.bodies) == 4  # each claim and its foil once


def test_a_claim_that_is_not_to_be_seen_is_refuted_by_its_own_words(tmp_path: Path) -> None:
    with serving(knowing(lambda said: "car is green" in said or "park" in said)) as (url, _):
        score = asked(judge(url), tmp_path, RED, PARK)
    assert score.values["score"] == pytest.approx(-0.9)
    assert score.values["refuted"] == "The car is red."


def test_a_judge_that_says_yes_to_everything_confirms_nothing(tmp_path: Path) -> None:
    with serving(lambda body, number: answer(0.97)) as (url, _):
        score = asked(check := judge(url), tmp_path, RED, PARK)
    assert score.values["score"] == pytest.approx(0)
    assert score.values["yes_on_foils"] == pytest.approx(0.97)
    assert str(score.values["refuted"]).count(".") == 2
    assert replace(check, min=0.2).judge(score, CAR) == ("a claim is not confirmed", "score 0, at least 0.2")


def test_without_log_probabilities_a_statement_is_asked_as_often_as_there_are_votes(tmp_path: Path) -> None:
    said: dict[str, int] = {}

    def wavering(body: Body, number: int) -> Answer:
        text = statement_of(body)
        said[text] = said.get(text, 0) + 1
        return answer(float(is_true(text) and said[text] != 2), logprobs=False)

    with serving(wavering) as (url, _):
        score = asked(judge(url, votes=3), tmp_path, RED)
    assert set(said.values()) == {3}
    assert score.values["by"] == "votes"
    assert score.values["score"] == pytest.approx(2 / 3)


def test_the_judge_sees_a_small_picture_and_no_prompt(tmp_path: Path) -> None:
    with serving(knowing(is_true)) as (url, seen):
        asked(judge(url), tmp_path, RED)
    for body in seen.bodies:
        shown = body["messages"][-1]["content"][0]["image_url"]["url"]
        with Image.open(io.BytesIO(base64.b64decode(shown.partition(",")[2]))) as image:
            assert image.size == (336, 168)
            assert not image.getexif()
        assert "((" not in json.dumps(body)
    assert all(body["logprobs"] for body in seen.bodies)


def test_the_order_of_claims_and_foils_is_mixed_and_the_same_again(tmp_path: Path) -> None:
    def order(id: str) -> list[bool]:
        prompt = replace(CAR, id=id)
        with serving(knowing(is_true)) as (url, seen):
            check = judge(url, llm={"concurrency": 1})
            samples = Samples(
                [prompt], [picture(id)], [dialogue(RED, PARK, id=id)], about=WORDS, desk=RunDesk(tmp_path / id)
            )
            (tmp_path / id / "replies").mkdir(parents=True)
            check.measure(samples)
            check.close()
            return [is_true(statement_of(body)) for body in seen.bodies]

    orders = [order(f"color-{index:09d}") for index in range(12)]
    assert len({tuple(one) for one in orders}) > 2


def test_what_was_answered_is_never_asked_again(tmp_path: Path) -> None:
    with serving(knowing(is_true)) as (url, seen):
        first = asked(judge(url), tmp_path, RED, PARK)
        again = asked(judge(url), tmp_path, PARK)
    assert len(seen.bodies) == 4
    assert again.values["score"] == first.values["score"]


def refusing(body: Body, number: int) -> Answer:
    return 200, completion(None, refusal="I cannot look at this.")


def babbling(body: Body, number: int) -> Answer:
    return 200, completion("perhaps")


def filtered(body: Body, number: int) -> Answer:
    return error(400, "flagged", "content_filter")


@pytest.mark.parametrize("script", [refusing, babbling, filtered])
def test_no_answer_is_no_score_and_is_counted(tmp_path: Path, script: Callable[[Body, int], Answer]) -> None:
    with serving(script) as (url, _):
        score = asked(check := judge(url, min=0.9), tmp_path, RED, PARK)
    assert (score.values["score"], score.values["yes_on_foils"]) == (None, None)
    assert (score.values["asked"], score.values["unanswered"], score.values["by"]) == (2, 2, "")
    assert check.judge(score, CAR) is None


def test_a_judge_that_never_says_yes_or_no_ends_the_run_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("synthgen.qc.judge.SILENT", 4)
    with (
        serving(babbling) as (url, _),
        pytest.raises(UsageError, match="^qc.judge: none of its first 4 questions") as e,
    ):
        asked(judge(url), tmp_path, RED, PARK)
    assert "qc.judge.llm.model" in str(e.value) and "\n" not in str(e.value)


def test_a_claim_that_was_refused_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    def script(body: Body, number: int) -> Answer:
        return (
            refusing(body, 0) if "The car is red" in statement_of(body) else answer(0.9 * is_true(statement_of(body)))
        )

    with serving(script) as (url, _):
        score = asked(judge(url), tmp_path, RED, PARK)
    assert score.values["unanswered"] == 1
    assert score.values["score"] == pytest.approx(0.9)


def test_a_claim_of_taste_is_asked_of_nobody(tmp_path: Path) -> None:
    with serving(knowing(is_true)) as (url, seen):
        score = asked(judge(url), tmp_path, Claim("opinion", "car", "beautiful"))
    assert not seen.bodies
    assert (score.values["claims"], score.values["asked"], score.values["score"]) == (1, 0, None)


def test_a_broken_picture_is_shown_to_nobody(tmp_path: Path) -> None:
    with serving(knowing(is_true)) as (url, seen):
        check = judge(url)
        broken = replace(picture(), data=b"no picture")
        [score] = check.measure(Samples([CAR], [broken], [dialogue(RED)], about=WORDS, desk=RunDesk(tmp_path)))
    assert not seen.bodies
    assert score.values["score"] is None


def test_a_run_that_ends_leaves_no_half_score(tmp_path: Path) -> None:
    desk = RunDesk(tmp_path)
    (tmp_path / "replies").mkdir()

    def script(body: Body, number: int) -> Answer:
        if number == 1:
            desk.cancel()
        return answer(0.9)

    with serving(script) as (url, _):
        check = judge(url, llm={"concurrency": 1})
        samples = Samples([CAR], [picture()], [dialogue(RED, PARK)], about=WORDS, desk=desk)
        assert check.measure(samples) == []
        assert check.hear(samples) == [None]
        check.close()


def test_a_refused_key_is_told_in_the_words_of_the_judge(tmp_path: Path) -> None:
    with serving(lambda body, number: error(401, "wrong key")) as (url, _), pytest.raises(AccessError) as e:
        asked(judge(url), tmp_path, RED)
    assert str(e.value).startswith("qc.judge: the server refuses the key")


def test_what_the_judge_lacks_is_told_before_anything_is_rendered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(UsageError) as e:
        build_run(compose(["qc=[judge]"]))
    assert "qc.judge needs a model: pass qc.judge.llm.model=<its name>" in e.value.mistakes
    assert "qc.judge needs a key: export OPENAI_API_KEY=<your key>" in e.value.mistakes


def test_an_embedded_writer_is_no_judge(tmp_path: Path) -> None:
    with serving(knowing(is_true)) as (url, _):
        check = judge(url)
        lacks = replace(check, llm=build_run(compose([])).llm).preflight()
    assert lacks == ["qc.judge.llm: a judge has to see pictures; name a vision-language model behind a server"]


def test_thresholds_and_repair_are_no_part_of_the_measurement() -> None:
    check = judge("http://localhost:9/v1")
    assert measurement(replace(check, min=0.4, repair="reject", action="report")) == measurement(check)
    assert measurement(replace(check, side=224)) != measurement(check)
    assert measurement(replace(check, llm=replace(check.llm, concurrency=4))) == measurement(check)  # type: ignore[call-arg]
    assert measurement(replace(check, llm=replace(check.llm, model="other"))) != measurement(check)  # type: ignore[call-arg]
