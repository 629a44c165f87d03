"""A real model of random weights answers, with pictures and without, with an adapter and without."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from eval_bench import answers
from eval_bench.__main__ import main
from eval_bench.types import SHOWN
from tests.eval_bench.items import COLOURS, benchmark, item
from tests.eval_bench.model.tiny_vlm import save_adapter, save_vlm

pytestmark = [
    pytest.mark.torch,
    pytest.mark.filterwarnings(
        "ignore::DeprecationWarning", "ignore::FutureWarning"
    ),  # libraries that warn of each other
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vlm")
    benchmark(folder / "b", [item(i, ("wh", "yes")[i % 2], list(COLOURS)[i // 2 % 4]) for i in range(8)])
    model = save_vlm(folder / "base")
    save_vlm(folder / "bare", template=False)
    save_adapter(model, folder / "lora")
    return folder


def ask(place: Path, name: str, *words: str) -> int:
    fixed = [f"items={place / 'b'}", "model=transformers", "model.max_new_tokens=6", f"outputs={place / 'answers'}"]
    return main(["answer", *fixed, f"name={name}", "model.device=cpu", *words])


def texts(place: Path, name: str) -> list[str]:
    found = answers.load(place / "answers" / name).by_picture
    return [found[shown][id].text for shown in SHOWN for id in sorted(found[shown])]


def test_every_pass_is_answered_and_batches_do_not_change_what_is_said(place: Path) -> None:
    base = f"model.path={place / 'base'}"
    assert ask(place, "base", base) == 0
    assert ask(place, "single", base, "model.batch=1") == 0
    assert len(texts(place, "base")) == 24 and texts(place, "base") == texts(place, "single")
    found = answers.load(place / "answers" / "base").by_picture
    assert all(a.tokens_in and a.tokens_out and not a.failed for some in found.values() for a in some.values())
    one = "color-generated-000000"
    counts = [found[shown][one].tokens_in or 0 for shown in SHOWN]
    assert counts[0] == counts[2] > counts[1] + 4  # five tokens a picture


def test_an_adapter_changes_the_answers_and_is_named(place: Path) -> None:
    base = f"model.path={place / 'base'}"
    assert ask(place, "plain", base, "pictures=[shown]") == 0
    assert ask(place, "ours", base, f"model.adapter={place / 'lora'}", "pictures=[shown]") == 0
    plain, ours = (answers.load(place / "answers" / name) for name in ("plain", "ours"))
    said = [[a.text for a in one.by_picture["shown"].values()] for one in (plain, ours)]
    assert said[0] != said[1]
    assert "lora" in ours.about["model"] and "lora" not in plain.about["model"]


def test_a_processor_without_a_template_is_asked_in_the_words_of_llava(place: Path) -> None:
    assert ask(place, "bare", f"model.path={place / 'bare'}") == 0
    assert len(texts(place, "bare")) == 24


def test_out_of_memory_halves_the_batch(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import torch
    from transformers import LlavaForConditionalGeneration

    plain, sizes = LlavaForConditionalGeneration.generate, []

    def generate(self: object, **given: torch.Tensor) -> object:
        sizes.append(len(given["input_ids"]))
        if sizes[-1] > 2:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return plain(self, **given)

    monkeypatch.setattr(LlavaForConditionalGeneration, "generate", generate)
    assert ask(place, "small", f"model.path={place / 'base'}", "pictures=[shown]") == 0
    assert sizes == [8, 4, 2, 2, 2, 2] and "out of memory" in capsys.readouterr().err
    assert len(answers.load(place / "answers" / "small").by_picture["shown"]) == 8


def test_what_does_not_load_is_told_in_one_line(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = place / "broken"
    broken.mkdir(exist_ok=True)
    (broken / "config.json").write_text(json.dumps({"model_type": "llava"}))
    (broken / "model.safetensors").write_bytes(b"nothing")
    cases: Iterable[tuple[list[str], str]] = [
        ([f"model.path={place / 'nowhere'}"], "model.path"),
        ([], "model.path"),
        ([f"model.path={broken}"], "model.path"),
        ([f"model.path={place / 'base'}", f"model.adapter={place / 'base'}"], "model.adapter"),
        ([f"model.path={place / 'base'}", "model.device=cuda"], "model.device"),
    ]
    for number, (words, says) in enumerate(cases):
        capsys.readouterr()
        assert ask(place, f"bad{number}", *words) in (2, 7), words
        told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("eval_bench: ")]
        assert len(told) == 1 and says in told[0], told
