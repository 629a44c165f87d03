"""Each claim of a prompt is confirmed where the picture shows it, refuted where it does not, else left open."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from synthgen.build import build_run
from synthgen.checks import Limit
from synthgen.config import compose
from synthgen.interfaces import Renderer
from synthgen.kit.claims import check as check_dialogue
from synthgen.kit.prompt_text import compile_text
from synthgen.measure import About, Samples
from synthgen.qc.claims import FAULTS, Claims
from synthgen.renderer.sketch import Sketch
from synthgen.sight import Detector, Embedder
from synthgen.types import Fields, Known, Pixels, Prompt, Raster, Score, Take, Turn, Vocabulary
from tests.detector.fake import Found
from tests.embedder.fake import Fake
from tests.samples import picture, spots

ID = "color-000000000"
CAR = Fields("red car", ("red",), 2, place="park", companions=("dog",), medium="watercolor")
WORDS = About(
    {
        "color": Vocabulary(
            ("car", "kite", "umbrella"),
            ("park", "kitchen", "beach"),
            ("watercolor", "mosaic", "oil painting"),
            ("red", "green", "blue", "yellow", "white", "black"),
        )
    }
)
MIN: Mapping[str, Limit] = {
    "colour": 0.35, "subject": 0.3, "object": 0.3, "count": 1.0,
    "subject_margin": 0.1, "object_margin": 0.1, "count_margin": 0.1, "place": 0.1, "medium": 0.1,
}  # fmt: skip


def check(embedder: Embedder | None = None, detector: Detector | None = None, **limits: Limit) -> Claims:
    return Claims(embedder, detector, {**MIN, **limits}, "reject")


def asked(fields: Fields) -> Prompt:
    return Prompt(ID, fields, compile_text(fields))


def measured(claims: Claims, fields: Fields, pixels: Pixels | None = None) -> Score:
    shown = picture(ID, spots(1) if pixels is None else pixels)
    (score,) = claims.measure(Samples([asked(fields)], [shown], about=WORDS))
    return score


def drawn(fields: Fields) -> Pixels:
    renderer: Renderer = Sketch(256)
    (raster,) = renderer.render(iter([Take(ID, 0, asked(fields), 3)]))
    assert isinstance(raster, Raster)
    return raster.pixels


CUP = Fields("red cup", ("red",), place="kitchen")


def test_a_drawn_picture_in_its_colour_passes_and_one_in_another_falls() -> None:
    right = measured(check(), CUP, drawn(CUP))
    assert check().judge(right, asked(CUP)) is None and right.values["colour_seen"] == "red"
    assert check().facts(right, asked(CUP)) == ("The cup is red.",)
    wrong = measured(check(), CUP, drawn(Fields("blue cup", ("blue",), place="kitchen")))
    found = check().judge(wrong, asked(CUP))
    assert found is not None and found[0] == "color not as asked" and "seen: blue" in found[1]
    assert check().facts(wrong, asked(CUP)) == ()


def test_in_a_medium_without_colours_no_colour_is_measured() -> None:
    fields = replace(CUP, medium="charcoal drawing")
    score = measured(check(), fields, drawn(CUP))
    assert score.values["colour"] is None and check().judge(score, asked(fields)) is None


def test_without_any_model_only_colours_are_measured() -> None:
    score = measured(check(), CAR, drawn(replace(CAR, companions=())))
    assert {name for name, value in score.values.items() if value is not None} == {"colour", "colour_seen"}


@pytest.mark.parametrize(
    ("shows", "figure", "fault"),
    [
        (("a park", "a kitchen"), "place", "place not as asked"),
        (("a watercolor", "a mosaic"), "medium", "medium not as asked"),
        (("a dog", "an umbrella"), "object_margin", "companion not there"),
        (("two red cars", "three red cars"), "count_margin", "count not as asked"),
        (("two red cars", "two red umbrellas"), "subject_margin", "subject not there"),
    ],
)
def test_an_embedder_tells_the_true_word_from_the_others(shows: tuple[str, str], figure: str, fault: str) -> None:
    right, wrong = (measured(check(Fake({ID: one})), CAR) for one in shows)
    assert float(str(right.values[figure])) > 0.5 and float(str(wrong.values[figure])) < -0.5
    only = replace(check(), min={figure: 0.1})
    assert only.judge(right, asked(CAR)) is None
    found = only.judge(wrong, asked(CAR))
    assert found is not None and found[0] == fault
    assert len(only.facts(right, asked(CAR))) == 1 and only.facts(wrong, asked(CAR)) == ()


def test_what_was_seen_instead_and_how_likely_the_true_word_is_are_told() -> None:
    score = measured(check(Fake({ID: "a kitchen"})), CAR)
    assert score.values["place_seen"] == "kitchen" and float(str(score.values["place_p"])) < 0.01
    found = check().judge(Score(ID, "claims", {"place": -0.9, "place_seen": "kitchen"}), asked(CAR))
    assert found == ("place not as asked", "place -0.9, at least 0.1; seen: kitchen")


def test_a_word_that_the_embedder_does_not_know_is_not_measured() -> None:
    score = measured(check(Fake({ID: "a park"})), replace(CAR, place="glorp"))
    assert score.values["place"] is None and score.values["place_seen"] is None


@pytest.mark.parametrize(
    ("there", "fault"),
    [
        ({"car": (0.9, 0.8), "dog": (0.6,)}, None),
        ({"dog": (0.6,)}, "subject not there"),
        ({"car": (0.9, 0.8), "dog": (0.2,)}, "companion not there"),
        ({"car": (0.9, 0.8)}, "companion not there"),
        ({"car": (0.9,), "dog": (0.6,)}, "count not as asked"),
        ({"car": (0.9, 0.8, 0.7), "dog": (0.6,)}, "count not as asked"),
    ],
)
def test_a_detector_tells_what_is_there_and_how_often(
    there: Mapping[str, tuple[float, ...]], fault: str | None
) -> None:
    claims = check(detector=Found(there), colour=None)
    score = measured(claims, CAR)
    found = claims.judge(score, asked(CAR))
    assert (found and found[0]) == fault
    facts = claims.facts(score, asked(CAR))
    assert ("There are two cars." in facts) == (len(there.get("car", ())) == 2)
    assert ("There is a dog in the picture." in facts) == (there.get("dog", (0.0,))[0] > 0.3)


def test_facts_entitle_a_dialogue_to_say_them() -> None:
    claims = check(detector=Found({"car": (0.9, 0.8), "dog": (0.6,)}))
    facts = tuple(claims.facts(measured(claims, CAR), asked(CAR)))
    turn = Turn("Which animal can be seen?", "There is a dog.")
    assert check_dialogue([turn], [], asked(CAR), Known(facts=facts), "color").turns == (turn,)
    assert check_dialogue([turn], [], asked(CAR), Known(), "color").turns == ()


def test_without_thresholds_nothing_falls_and_nothing_is_confirmed() -> None:
    claims = Claims(Fake({ID: "a kitchen"}), Found({}), dict.fromkeys(FAULTS), "reject")
    score = measured(claims, CAR)
    assert claims.judge(score, asked(CAR)) is None and claims.facts(score, asked(CAR)) == ()


def test_a_broken_picture_has_no_figures() -> None:
    claims = check(Fake({ID: "a park"}), Found({"car": (0.9,)}))
    (score,) = claims.measure(Samples([asked(CAR)], [replace(picture(ID), data=b"no picture")], about=WORDS))
    assert set(score.values.values()) == {None} and claims.judge(score, asked(CAR)) is None


def test_thresholds_may_differ_by_ability_and_medium() -> None:
    claims = check(place={"default": 0.5, "watercolor": None})
    score = Score(ID, "claims", {"place": 0.2, "place_seen": "beach"})
    assert claims.judge(score, asked(CAR)) is None
    assert claims.judge(score, asked(replace(CAR, medium=""))) is not None


def test_a_threshold_of_nothing_is_refused() -> None:
    assert Claims(None, None, {"coulour": 0.1}, "reject").preflight() == [
        f"qc.claims.min has no 'coulour': it has {', '.join(FAULTS)}"
    ]


def claims_of(*overrides: str) -> Claims:
    found = build_run(compose(["qc=[claims]", *overrides])).checks["claims"]
    assert isinstance(found, Claims)
    return found


def test_thresholds_come_from_the_calibration_of_the_renderer_and_the_model() -> None:
    measured_with = "++calibration.sketch_clip.claims.place.min=0.07"
    found = claims_of("embedder=sketch_clip", measured_with, "++calibration.colour.min=0.3")
    assert found.min["place"] == 0.07 and found.min["colour"] == 0.3
    found = claims_of("embedder=null", measured_with, "++calibration.colour.min={default: 0.3, hair: 0.4}")
    assert found.min["place"] is None and isinstance(colour := found.min["colour"], Mapping)
    assert (colour["default"], colour["hair"]) == (0.3, 0.4)
    photographs = compose(["qc=[claims]", "renderer=sdxl", "embedder=null"]).qc["claims"]
    assert set(photographs["min"].values()) == {None}
    assert claims_of("embedder=null", "qc.claims.min.colour=0.25").min["colour"] == 0.25
