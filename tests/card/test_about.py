"""What a card says of a run: all that decides about the data, nothing of where and how fast."""

import json
from pathlib import Path

import pytest

from synthgen.build import Run, build_run
from synthgen.card.about import about, checked_by
from synthgen.config import compose
from synthgen.store import Store


def run_of(*words: str) -> Run:
    """Nobody is asked what is missing."""
    return build_run(compose(["ability=joke", *words]), {"seed": "0"})


def told(tmp_path: Path, run: Run, command: list[str], selected: list[str] | None = None) -> list[list[str]]:
    more = {} if selected is None else {"selected": selected}
    (tmp_path / "run.json").write_text(json.dumps({"command": command, "synthgen": "9.9", **more}))
    return [list(words) for words in about(run, Store(tmp_path)).commands]


def test_the_command_is_told_without_what_changes_nothing(tmp_path: Path) -> None:
    command = [
        *("ability=joke", "n=24", "outputs=/home/me/runs", "name=mine", "engine.workers=8", "exporter=[llava]"),
        *("export.to=s3://my-bucket/x", "export.push=me/jokes", "budget.usd=5", "seed=3", "~qc.subject"),
    ]
    assert told(tmp_path, run_of(), command) == [["ability=joke", "n=24", "seed=3", "~qc.subject"]]


def test_the_order_in_which_abilities_were_named_is_not_told(tmp_path: Path) -> None:
    for word in ("ability=[joke,color]", "ability=[color, joke]"):
        assert told(tmp_path, run_of(), [word, "n=2"]) == [["ability=[color,joke]", "n=2"]]


def test_options_of_how_a_part_works_are_left_out_and_those_of_what_it_makes_stay(tmp_path: Path) -> None:
    run = run_of("llm=vllm", "renderer=sdxl", "qc=[readable,judge]")
    command = [
        *("llm=vllm", "llm.base_url=http://gpu-17:8000/v1", "llm.concurrency=9", "llm.temperature=0.7"),
        *("renderer=sdxl", "renderer.batch=4", "renderer.steps=20", "qc.judge.llm.base_url=http://gpu-18:1/v1"),
        *("qc.judge.votes=5", "+qc.readable.min_contrast=9"),
    ]
    assert told(tmp_path, run, command) == [
        [
            *("llm=vllm", "llm.temperature=0.7", "renderer=sdxl", "renderer.steps=20"),
            *("qc.judge.votes=5", "+qc.readable.min_contrast=9"),
        ]
    ]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("llm.path=/home/me/data/animal.json", "llm.path=animal.json"),
        ("llm.path=~/data/animal.json", "llm.path=animal.json"),
        ("llm.path=../animal.json", "llm.path=animal.json"),
        ("renderer.model=stabilityai/sdxl-turbo", "renderer.model=stabilityai/sdxl-turbo"),
        ("renderer.loras=[{path: /a/b/c.safetensors, weight: 1}]", "renderer.loras=[{path: c.safetensors, weight: 1}]"),
        ("renderer.loras=[{path: o/n@abc/f.safetensors}]", "renderer.loras=[{path: o/n@abc/f.safetensors}]"),
    ],
)
def test_of_local_paths_only_the_name_is_told(tmp_path: Path, word: str, expected: str) -> None:
    assert told(tmp_path, run_of(), ["ability=joke", word])[0][1] == expected


def test_a_selection_with_other_thresholds_is_told_too(tmp_path: Path) -> None:
    changes = ["qc.duplicate.phash_distance=5", "export.to=/x"]
    assert told(tmp_path, run_of(), ["ability=joke", "n=4"], changes) == [
        ["ability=joke", "n=4"],
        ["select", "run=outputs/joke", "qc.duplicate.phash_distance=5"],
    ]
    assert told(tmp_path, run_of(), ["ability=joke", "n=4"], ["n=4"]) == [["ability=joke", "n=4"]]  # and back


def test_models_stand_with_what_they_do_the_strictest_first(tmp_path: Path) -> None:
    run = run_of("llm=openai", "renderer=sdxl_lightning", "qc=[readable,clip,decoy]", "embedder=open_clip")
    found = about(run, Store(tmp_path))
    assert [(used.model.name, used.does, used.made) for used in found.used] == [
        ("gpt-6-luna", "writes prompts and dialogues", True),
        ("stabilityai/stable-diffusion-xl-base-1.0", "draws", True),
        ("ByteDance/SDXL-Lightning", "draws", True),
        ("ViT-L-14 openai", "checks (clip, decoy)", False),
    ]
    assert found.strictest is not None and found.strictest.id == "openai"
    assert found.embedded == []
    assert checked_by(run) == "readable, clip, decoy; by ViT-L-14 openai"


def test_a_judge_that_is_strict_does_not_bind_what_it_only_looked_at(tmp_path: Path) -> None:
    run = run_of("llm=vllm", "renderer=flux_schnell", "qc=[readable,judge]", "qc.judge.llm.model=gpt-6-luna")
    found = about(run, Store(tmp_path))
    assert found.used[0].model.name == "gpt-6-luna" and not found.used[0].made
    assert found.strictest is not None and found.strictest.id == "apache-2.0"


def test_a_model_that_writes_and_judges_stands_once_with_both(tmp_path: Path) -> None:
    same = ("llm.model=qwen2.5:7b", "qc.judge.llm.model=qwen2.5:7b", "llm.base_url=http://box:1/v1")
    run = run_of("llm=vllm", "renderer=sketch", "qc=[readable,judge]", *same, "qc.judge.llm.base_url=http://box:1/v1")
    (found,) = about(run, Store(tmp_path)).used
    assert (found.does, found.made) == ("writes prompts and dialogues, checks (judge)", True)


def test_embedded_backends_ask_nothing(tmp_path: Path) -> None:
    found = about(run_of(), Store(tmp_path))
    assert found.strictest is None and found.embedded == ["llm", "renderer"]


def test_rejects_are_counted_by_ability_stage_and_reason(tmp_path: Path) -> None:
    store = Store(tmp_path)
    fallen = {
        "kept": False,
        "stage": "select",
        "reason": "duplicate",
        "detail": "of joke-000000001",
        "check": "duplicate",
    }
    store.write_selection(
        [{"id": "joke-000000000", "kept": True}, *({"id": f"joke-{i:09d}", **fallen} for i in (1, 2))]
    )
    assert about(run_of(), store).rejected == {("joke", "select", "duplicate"): 2}
