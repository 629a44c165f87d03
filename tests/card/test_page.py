"""The card of an export as a stranger reads it, and as the hub does."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
import yaml

from synthgen.card.about import About, Used
from synthgen.card.facts import Facts
from synthgen.card.licenses import strictest, terms_of
from synthgen.card.markdown import text
from synthgen.card.page import page
from synthgen.interfaces import Model
from synthgen.types import ExportSummary, Fields, Record, Score, Turn
from tests.card.test_facts import noted, of, readable
from tests.samples import dialogue, record

SUMMARY = ExportSummary("parquet", "out", 2, 2, 2)
ABOUT = About(
    name="color + joke",
    abilities=["color", "joke"],
    writer="offline (sentence patterns)",
    painter="sketch 0.1.0",
    embedded=["llm", "renderer"],
    used=[],
    strictest=None,
    checks=["readable", "claims"],
    checked_by="readable, claims; by sketch_clip",
    asserts=["colour", "subject"],
    rejected={},
    commands=[["ability=[color,joke]", "n=1"]],
    seed=7,
    fingerprint="0123456789abcdef",
    version="0.1.0",
)


def made_with(writer: Model, painter: Model) -> About:
    models = ((writer, "writes prompts and dialogues"), (painter, "draws"))
    used = [Used(model, does, True, terms_of(model)) for model, does in models]
    return replace(ABOUT, embedded=[], used=used, strictest=strictest([writer, painter]))


def card(about: About = ABOUT, facts: Facts | None = None, **more: object) -> str:
    summary = replace(SUMMARY, **more)
    facts = facts or noted([of("color", 0), of("joke", 0)], {"readable": readable()})
    return page(about, facts, summary, [], {"default": "data/train-*.parquet"}, "")


def header(text: str) -> dict[str, object]:
    found = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def section(text: str, heading: str) -> str:
    return text.split(f"## {heading}\n")[1].split("\n## ")[0]


def test_the_header_is_what_the_hub_reads() -> None:
    assert header(card()) == {
        "pretty_name": "color + joke (synthgen)",
        "license": "apache-2.0",
        "language": ["en"],
        "task_categories": ["visual-question-answering", "image-text-to-text"],
        "size_categories": ["n<1K"],
        "annotations_creators": ["machine-generated"],
        "language_creators": ["machine-generated"],
        "source_datasets": ["original"],
        "tags": ["synthetic", "synthgen", "embedded-backend", "color", "joke"],
        "configs": [{"config_name": "default", "data_files": [{"split": "train", "path": "data/train-*.parquet"}]}],
    }


@pytest.mark.parametrize(
    ("count", "size"), [(999, "n<1K"), (1_000, "1K<n<10K"), (126_000, "100K<n<1M"), (1_000_000, "1M<n<10M")]
)
def test_the_size_category_is_that_of_the_hub(count: int, size: str) -> None:
    facts = noted([of("color", 0)])
    facts.records = count
    assert header(card(facts=facts))["size_categories"] == [size]


@pytest.mark.parametrize(
    ("painter", "expected"),
    [
        ("stabilityai/stable-diffusion-xl-base-1.0", {"license": "openrail++"}),
        ("somebody/unheard-of", {"license": "unknown"}),
        (
            "stabilityai/sdxl-turbo",
            {
                "license": "other",
                "license_name": "sai-nc-community",
                "license_link": "https://huggingface.co/stabilityai/sdxl-turbo/blob/main/LICENSE.md",
            },
        ),
    ],
)
def test_the_header_names_the_strictest_license(painter: str, expected: dict[str, str]) -> None:
    found = header(card(made_with(Model("qwen2.5:7b"), Model(painter))))
    assert {key: value for key, value in found.items() if key.startswith("license")} == expected


def test_embedded_backends_are_named_and_only_where_they_took_part() -> None:
    assert "flat illustrations, not photographs" in card() and "sentence patterns" in card()
    half = replace(made_with(Model("gpt-6-luna"), Model("x")), embedded=["renderer"])
    assert "flat illustrations" in card(half) and "sentence patterns, not the language" not in card(half)
    assert "free language" in card() and "free language" not in card(half)
    real = card(made_with(Model("gpt-6-luna"), Model("stabilityai/stable-diffusion-xl-base-1.0")))
    assert "mbedded" not in real.replace(ABOUT.writer, "")


def test_licenses_stand_with_what_they_say_the_strictest_first() -> None:
    about = made_with(
        Model("gpt-6-luna", service="api.openai.com"), Model("stabilityai/stable-diffusion-xl-base-1.0", "4621" * 10)
    )
    told = section(card(about), "Licenses")
    assert "**OpenAI Services Agreement**" in told and "may not train models that compete with OpenAI" in told
    assert told.index("OpenAI Services Agreement](https://openai.com") < told.index(
        "CreativeML Open RAIL++-M](https://"
    )
    assert "at 462146214621" in told


def test_an_unknown_license_is_said_to_be_unknown() -> None:
    told = section(card(made_with(Model("qwen2.5:7b"), Model("somebody/unheard-of"))), "Licenses")
    assert "**unknown**" in told and "look up the license on the model's page" in told


def test_rejects_stand_with_their_reasons_the_most_frequent_first() -> None:
    rejected = {
        ("joke", "picture", "picture unreadable"): 2,
        ("color", "select", "duplicate"): 5,
        ("joke", "select", "duplicate"): 1,
    }
    told = section(card(replace(ABOUT, rejected=rejected)), "What was rejected")
    assert "8 of 10 candidates (80.0 %): color 5, joke 3." in told
    assert told.index("| duplicate | select | 6 |") < told.index("| picture unreadable | picture | 2 |")
    assert "all 2 candidates passed" in section(card(), "What was rejected")


def test_scores_are_quantiles_and_what_was_not_measured_is_named() -> None:
    scores = [Score("", "readable", {"contrast": float(i), "share": None}) for i in range(101)]
    facts = noted([of("color", i, scores=(score,)) for i, score in enumerate(scores)], {"readable": readable()})
    told = section(card(facts=facts), "Scores")
    assert "| readable | contrast | 5 | 50 | 95 | - | - |" in told
    assert "Not scored at all: " in told and "readable share" in told and "aside:" not in told


def test_what_was_measured_on_something_unusual_is_not_said_to_be_not_scored() -> None:
    """The rows of the data set have these figures; only nothing is decided by them."""
    odd = of("joke", 0, scores=(Score("", "readable", {"contrast": 9.0, "unusual": 1.0}),))
    plain = of("color", 0, scores=(Score("", "readable", {"contrast": 5.0}),))
    told = card(facts=noted([odd], {"readable": readable()}))
    assert "Left aside for all that it was measured on: readable contrast." in told
    assert "contrast" not in told.split("Not scored at all: ")[1]
    assert "Nothing was rejected by readable: " in told and "Not scored, so" not in told
    mixed = section(card(facts=noted([odd, plain], {"readable": readable()})), "Scores")
    assert "| readable | contrast | 5 | 5 | 5 | - | 1 |" in mixed and "for all" not in mixed


def test_models_that_only_checked_embedded_data_stand_with_their_licenses_too() -> None:
    looks = Model("somebody/looks")
    told = section(card(replace(ABOUT, used=[Used(looks, "checks (clip)", False, terms_of(looks))])), "Licenses")
    assert "No trained model and no service made any of it" in told
    assert "| somebody/looks | checks (clip) | [unknown](https://huggingface.co/somebody/looks) |" in told
    assert "|" not in section(card(), "Licenses")


def test_a_form_whose_rows_hold_no_provenance_is_not_said_to_have_it() -> None:
    facts = noted([of("color", 0)])
    told, silent = (page(ABOUT, facts, SUMMARY, [], {}, "", rows_tell) for rows_tell in (True, False))
    for line in ("Every row says so, too.", "Each row says which models"):
        assert line in told and line not in silent


def test_people_are_told_by_axis_where_prompts_say_anything() -> None:
    assert "Who is shown" not in card()
    baker = replace(record(0).prompt, fields=Fields("baker", person="woman", age="young"))
    told = section(card(facts=noted([of("job", 0, prompt=baker), of("job", 1)])), "Who is shown")
    assert "people in 1 sample" in told
    assert (
        "| gender | woman 1, man 0 | 0 |" in told and "| skin | light skin 0, brown skin 0, dark skin 0 | 1 |" in told
    )


def test_what_a_form_could_not_hold_is_counted() -> None:
    assert "Not in it" not in card()
    told = card(skipped={"more than one picture": 3}, cut=1)
    assert "Not in it: 3 samples (more than one picture), 1 turn of the others (of no use to its readers)." in told
    assert "Not in it: 1 turn (of no use to its readers)." in card(cut=1)


def test_commands_and_hash_are_there_to_make_it_again() -> None:
    told = section(
        card(replace(ABOUT, commands=[["ability=joke", "n=24"], ["select", "run=outputs/joke"]])), "How it was made"
    )
    assert "python -m synthgen ability=joke n=24\npython -m synthgen select run=outputs/joke" in told
    assert "| seed | 7 |" in told and "`0123456789abcdef`" in told
    assert noted([of("color", 0), of("joke", 0)]).hash.hexdigest() in told


def test_limits_follow_from_what_was_not_checked() -> None:
    bare = replace(made_with(Model("qwen2.5:7b"), Model("x/y")), checks=["readable"])
    told = section(card(bare), "Known limits")
    for line in ("unfit to be shown", "No check held", "rest on the prompt for: color, subject"):
        assert line in told
    checked = section(card(replace(bare, checks=["nsfw", "judge"])), "Known limits")
    assert "unfit to be shown" not in checked and "No check held" not in checked
    german = noted([of("color", 0, dialogue=replace(dialogue(), language="de"))])
    assert "other languages are translations" in section(card(facts=german), "Known limits")


HOSTILE: Sequence[str] = (
    "<script>alert(1)</script>",
    "[click](http://x)",
    "![x](http://x/y.png)",
    "a | b\n\n# Heading\n---\nlicense: mit",
    "`code` **bold** $math$",
)


@pytest.mark.parametrize("said", HOSTILE)
def test_generated_texts_are_shown_as_they_are(said: str) -> None:
    one: Record = of("color", 0, dialogue=replace(dialogue(), turns=(Turn(said, said),)))
    found = card(facts=noted([one]))
    assert text(said) in found and said not in found
    assert header(found)["license"] == "apache-2.0"
    assert found.count("\n# ") == 1
