"""Prompts that contradict themselves, and some that only seem to."""

import pytest

from synthgen.renderer.sketch.parse import parse
from synthgen.renderer.sketch.scene import Joke, Scene, Thing, Unknown


@pytest.mark.parametrize(
    "text, word",
    [
        ("((three red dresses)), two women", "dress"),
        ("((two boys juggling)), three", "3"),
        ("((woman with three red dresses))", "dresses"),
        ("((two women in three dresses))", "dresses"),
        ("((doctor with blonde hair))", "long straight hair"),
        ("((chef in a red dress))", "dress"),
        ("((red t-shirt and blue jeans)), man", "jeans"),
        ("((bald woman with long hair))", "long straight hair"),
        ("((firefighter)), reading", "reading"),
        ("((chef wearing a red hat))", "fedora"),
        ("((a boy and a girl with red hair))", "hair"),
        ("((red hair)), boy, girl", "long straight hair"),
        ("((horse riding a man))", "horse riding man"),
        ("((woman walking a dog)), two dogs", "dogs"),
        ("((dog and dog))", "dog"),
        ("((dog)), ((dog))", "dog"),
        ("((a green car and a green car))", "car"),
        ("((two dogs and a puppy))", "puppy"),
        ("((two dogs and one dog))", "dog"),
        ("((kitten and cat))", "cat"),
        ("((red car and blue car and red car))", "car"),
        ("((dog's))", "dog's"),
        ("((-2 dogs))", "-2"),
        ("((dog)), night, sunny", "sunny"),
        ("((dog)), night, sunrise", "sunrise"),
        ("((dog)), night sky, sunset", "sunset"),
        ("((dog)), night, blue sky", "night"),
        ("((dog)), rain, sunny", "sunny"),
        ("((dog)), kitchen, rain", "rain"),
        ("((dog)), cave, snow", "snow"),
        ("((dog)), library, fog", "fog"),
        ("((fish)), underwater, rainbow", "rainbow"),
        ("((astronaut)), space, sunset", "sunset"),
        ("((rainbow car))", "rainbow car"),
        ("((black and white cat))", "black and white cat"),
        ("((slice of pizza))", "slice"),
        ("((dog)), forest, stars", "stars"),
        ("((dog)), night, fireworks", "fireworks"),
        ("((man riding a motorcycle))", "motorcycle"),
        ("((woman riding a camel))", "camel"),
        ("((man riding an elephant))", "elephant"),
        ("((girl riding a dolphin))", "dolphin"),
        ("((man riding a red bicycle))", "bicycle"),
    ],
)
def test_what_contradicts_itself_is_named(text: str, word: str) -> None:
    assert parse(text) == Unknown(word)


@pytest.mark.parametrize(
    "text, scene",
    [
        ("((two women in red dresses))", Scene((Thing("dress", "red", 2, "woman"),))),
        ("((two girls with blue afros)), park", Scene((Thing("afro", "blue", 2, "girl"),), place="park")),
        ("((two men wearing top hats))", Scene((Thing("top hat on somebody", "", 2, "man"),))),
        ("((four women in dresses))", Scene((Thing("dress", "", 4, "woman"),))),
        ("((man riding a horse)), horse", Scene((Thing("riding a horse", person="man"),))),
        ("((woman walking a dog)), dog", Scene((Thing("walking a dog", person="woman"),))),
        ("((dog)), blue sky", Scene((Thing("dog"),), place="countryside")),
        ("((kite)), blue sky", Scene((Thing("kite"),), place="sky")),
        ("((dog)), night, stars", Scene((Thing("dog"),), light=("night",))),
        ("((dog)), forest, night, stars", Scene((Thing("dog"),), place="forest", light=("night",))),
        ("((dog)), city at night, stars", Scene((Thing("dog"),), place="city at night")),
        ("((glasses)), man", Scene((Thing("somebody", person="man"),), joke=Joke("wears", Thing("glasses")))),
        ("((cat)), black and white", Scene((Thing("cat"),), medium="black and white")),
        ("((car)), rainbow", Scene((Thing("car"),), light=("rainbow",))),
        ("((cat riding a motorcycle))", Scene((Thing("cat"),), joke=Joke("rides", Thing("motorcycle")))),
    ],
)
def test_what_looked_like_a_contradiction_is_drawn_right(text: str, scene: Scene) -> None:
    assert parse(text) == scene
