"""The log-probabilities are those of the model, whatever is read together; without a model nothing is scored."""

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from synthgen.errors import UsageError
from synthgen.measure import Samples, measurement
from synthgen.qc.perplexity import Perplexity
from synthgen.types import Device, Dialogue, Score
from tests.samples import dialogue, prompt

NONE = Perplexity(None, 4, 1024, "report")


def scores(check: Perplexity, *said: Dialogue) -> list[Score]:
    check.open(Device())
    try:
        return check.measure(Samples([prompt()] * len(said), dialogues=said))
    finally:
        check.close()


def test_without_a_model_nothing_is_scored() -> None:
    assert NONE.preflight() == [
        "qc.perplexity.model: nothing to measure with; pass qc.perplexity.model=..., or ~qc.perplexity"
    ]
    assert NONE.downloads() == []
    (score,) = scores(NONE, dialogue())
    assert score.values == {"logprob": None, "perplexity": None, "tokens": None}
    assert NONE.judge(score, prompt()) is None


def test_a_name_that_cannot_be_one_is_told_in_one_line(tmp_path: Path) -> None:
    for name, said in (("nobody", "is no folder, and no name on the hub"), (str(tmp_path), "has no config.json")):
        lines = replace(NONE, model=name).preflight()
        assert [line for line in lines if line.startswith(f"qc.perplexity.model={name}") and said in line]


def test_libraries_that_are_not_there_are_told_with_the_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    (line,) = replace(NONE, model="owner/name").preflight()
    assert line == (
        "qc.perplexity.model needs torch, transformers, safetensors, huggingface_hub. pip install 'synthgen[diffusion]'"
    )


def test_another_model_is_another_measurement_and_another_batch_is_not() -> None:
    named = replace(NONE, model="owner/name")
    assert measurement(named) != measurement(NONE)
    assert measurement(named) == measurement(replace(named, batch=1))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Llama of random weights whose tokens are letters."""
    import torch
    from tokenizers import Tokenizer
    from tokenizers.decoders import Fuse
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Split
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("llama")
    letters = {sign: i for i, sign in enumerate(["<s>", "?", *"\n abcdefghijklmnopqrstuvwxyzISTW.,"])}
    tokenizer: Any = Tokenizer(WordLevel(letters, unk_token="?"))
    tokenizer.pre_tokenizer, tokenizer.decoder = Split("", "isolated"), Fuse()
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<s>", unk_token="?").save_pretrained(path)
    sizes = dict(hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2)
    LlamaForCausalLM(LlamaConfig(vocab_size=len(letters), max_position_embeddings=512, **sizes)).save_pretrained(path)
    return path


SAID = [
    dialogue(("What is shown?", "It is a red balloon.")),
    dialogue(("What?", "A long answer, with many more words than the other answers have, and then some.")),
    dialogue(("Is it?", "It is.")),
    dialogue(("What is shown?", "It is a red balloon."), ("What?", "Sand.")),
]


@pytest.mark.torch
@pytest.mark.parametrize("batch", [1, 3, 16])
def test_the_figures_are_those_of_the_formula_however_many_are_read_together(folder: Path, batch: int) -> None:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    model, tokenizer = AutoModelForCausalLM.from_pretrained(folder).eval(), AutoTokenizer.from_pretrained(folder)
    found = scores(Perplexity(str(folder), batch, 1024, "report"), *SAID)
    for score, said in zip(found, SAID, strict=True):
        text = "\n".join(part for turn in said.turns for part in (turn.question, turn.answer))
        row = [tokenizer.bos_token_id, *tokenizer.encode(text, add_special_tokens=False)]
        with torch.no_grad():
            shares = model(torch.tensor([row])).logits[0].log_softmax(-1)
        mean = sum(float(shares[i, token]) for i, token in enumerate(row[1:])) / (len(row) - 1)
        assert score.id == said.id and score.values["tokens"] == len(row) - 1
        assert score.values["logprob"] == pytest.approx(mean, abs=2e-4)
        assert score.values["perplexity"] == pytest.approx(math.exp(-mean), rel=1e-3)


@pytest.mark.torch
def test_what_the_model_has_learned_is_more_likely_than_what_it_has_not(folder: Path, tmp_path: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    model, tokenizer = AutoModelForCausalLM.from_pretrained(folder).train(), AutoTokenizer.from_pretrained(folder)
    row = torch.tensor([[tokenizer.bos_token_id, *tokenizer.encode("What is shown?\nIt is a red balloon.")]])
    steps = torch.optim.Adam(model.parameters(), 1e-2)
    for _ in range(40):
        model(input_ids=row, labels=row).loss.backward()
        steps.step()
        steps.zero_grad()
    model.save_pretrained(tmp_path)
    tokenizer.save_pretrained(tmp_path)
    shuffled = dialogue(("shown What is?", "balloon. red It a is"))
    before = scores(Perplexity(str(folder), 4, 1024, "report"), SAID[0])[0].values["perplexity"]
    known, strange = (
        s.values["perplexity"] for s in scores(Perplexity(str(tmp_path), 4, 1024, "report"), SAID[0], shuffled)
    )
    assert isinstance(before, float) and isinstance(known, float) and isinstance(strange, float)
    assert known < 2 < strange and known < before / 5


@pytest.mark.torch
def test_long_dialogues_are_read_up_to_a_limit_and_empty_ones_are_not_scored(folder: Path) -> None:
    cut, empty = scores(Perplexity(str(folder), 4, 10, "report"), SAID[1], Dialogue("color-000000001", "describe", ()))
    assert cut.values["tokens"] == 10.0
    assert empty.values == {"logprob": None, "perplexity": None, "tokens": None}


@pytest.mark.torch
def test_a_model_that_does_not_load_is_told_in_one_line(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text((folder / "config.json").read_text())
    (tmp_path / "model.safetensors").write_bytes(b"no tensors")
    with pytest.raises(UsageError, match=r"^qc\.perplexity\.model=.*: transformers cannot load it: [^\n]*$"):
        Perplexity(str(tmp_path), 4, 1024, "report").open(Device())
