"""What reaches the encoders of the true pipelines, with random weights."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, Literal

import pytest

from synthgen.errors import DeviceError
from synthgen.kit.weighting import parse, plain
from synthgen.renderer.diffusers.encoding import Encoder
from tests.renderer.tiny import save_flux, save_sd3, save_sd15, save_sdxl

pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

SAVE: dict[str, Callable[[Path], None]] = {"sd15": save_sd15, "sdxl": save_sdxl, "sd3": save_sd3, "flux": save_flux}
WEIGHTED = ("sd15", "sdxl")
LONG = ", ".join(f"kite number {i}" for i in range(30))


@pytest.fixture(scope="module")
def pipes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    import torch
    from diffusers import AutoPipelineForText2Image

    torch.manual_seed(0)
    found = {}
    for name, save in SAVE.items():
        folder = tmp_path_factory.mktemp(name)
        save(folder)
        found[name] = AutoPipelineForText2Image.from_pretrained(str(folder))
        found[name].set_progress_bar_config(disable=True)
    found["sdxl"].tokenizer_2.pad_token = "!"  # as the true one pads
    yield found


def encoder(pipe: Any, weights: Literal["ours", "literal"] = "ours", at_once: int = 64) -> Encoder:
    return Encoder(pipe, weights, at_once)


def embedded(pipe: Any, text: str, weights: Literal["ours", "literal"] = "ours") -> Any:
    [condition] = encoder(pipe, weights).encode([(text, "blurry")])
    return condition.arguments["prompt_embeds"]


def seen(monkeypatch: pytest.MonkeyPatch, pipe: Any, text: str) -> list[list[tuple[str, float]]]:
    """For each encoder the tokens of a text and the weight that compel gives each, without marks and padding."""
    from compel.embeddings_provider import EmbeddingsProvider

    found: dict[int, list[tuple[str, float]]] = {}
    true = EmbeddingsProvider.build_weighted_embedding_tensor

    def spy(self: Any, ids: Any, weights: Any, mask: Any = None, device: Any = None) -> Any:
        if mask is None or bool(mask.all()):
            pairs = zip(self.tokenizer.convert_ids_to_tokens(ids.tolist()), weights.tolist(), strict=True)
            marks = {*self.tokenizer.all_special_tokens, self.tokenizer.pad_token}
            found[id(self)] = [(token, round(weight, 4)) for token, weight in pairs if token not in marks]
        return true(self, ids, weights, mask, device)

    monkeypatch.setattr(EmbeddingsProvider, "build_weighted_embedding_tensor", spy)
    part = encoder(pipe)
    found.clear()
    assert part._weighted is not None
    part._weighted.encode([text])
    return list(found.values())


def letters(text: str) -> str:
    return "".join(text.lower().split())


@pytest.mark.parametrize("model", WEIGHTED)
@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("((giraffe)), tree", [("giraffe", 1.21), (",tree", 1.0)]),
        ("(giraffe:1.3), tree", [("giraffe", 1.3), (",tree", 1.0)]),
        ("((giraffe:1.3)), [grass]", [("giraffe", 1.43), (",", 1.0), ("grass", 0.9091)]),
        ("a wolf, x--, y++", [("awolf,x--,y++", 1.0)]),
        ('"red", (dog)+cat, it\'s "so"', [('"red",', 1.0), ("dog", 1.1), ('+cat,it\'s"so"', 1.0)]),
        ('("a cat", "a dog").and(1, 1)', [('"acat","adog"', 1.1), (".and", 1.0), ("1,1", 1.1)]),
        ("a cat.swap(dog), b.blend(1)", [("acat.swap", 1.0), ("dog", 1.1), (",b.blend", 1.0), ("1", 1.1)]),
        ("\\(a\\) withLora(x, 1)", [("(a)withlora", 1.0), ("x,1", 1.1)]),
        ("one,two at 12:30", [("one,twoat12:30", 1.0)]),
        (f"{LONG}, (the end:1.4)", [(letters(f"{LONG},"), 1.0), ("theend", 1.4)]),
        (f"({LONG}:0.8), [the end]", [(letters(LONG), 0.8), (",", 1.0), ("theend", 0.9091)]),
    ],
)
def test_exactly_our_weight_reaches_each_fragment_in_each_encoder(
    pipes: dict[str, Any], monkeypatch: pytest.MonkeyPatch, model: str, text: str, weights: list[tuple[str, float]]
) -> None:
    wanted = [(letter, weight) for words, weight in weights for letter in words]
    found = seen(monkeypatch, pipes[model], text)
    assert len(found) == (2 if model == "sdxl" else 1)
    for tokens in found:
        assert [(token.removesuffix("</w>"), weight) for token, weight in tokens] == wanted


@pytest.mark.parametrize("model", WEIGHTED)
@pytest.mark.parametrize("text", ["red balloon, beach", "", "Äö ü 犬", "!, !!"])
def test_without_weights_a_text_is_what_the_pipeline_itself_makes_of_it(
    pipes: dict[str, Any], model: str, text: str
) -> None:
    import torch

    found = encoder(pipes[model]).encode([(text, "cat")])[0].arguments
    made = encoder(pipes[model], "literal").encode([(text, "cat")])[0].arguments
    assert found.keys() == made.keys()
    for name, part in made.items():
        torch.testing.assert_close(found[name], part, rtol=0, atol=1e-5)


@pytest.mark.parametrize("model", WEIGHTED)
def test_a_weight_above_one_moves_its_own_tokens_away_from_the_empty_text(pipes: dict[str, Any], model: str) -> None:
    import torch

    heavy, even, empty = (embedded(pipes[model], text) for text in ("ab (cd:1.5) ef", "ab cd ef", ""))
    wanted = even.clone()
    wanted[3:5] = empty[3:5] + 1.5 * (even[3:5] - empty[3:5])
    torch.testing.assert_close(heavy, wanted, rtol=0, atol=1e-5)
    assert (heavy - even)[3:5].abs().max() > 1e-3


@pytest.mark.parametrize("model", WEIGHTED)
def test_a_weight_below_one_blends_with_the_text_in_which_its_tokens_are_masked(
    pipes: dict[str, Any], model: str
) -> None:
    import torch

    pipe, sides = pipes[model], []
    for name in ("", "_2") if model == "sdxl" else ("",):
        ids = getattr(pipe, f"tokenizer{name}")(["ab cd ef", ""], padding="max_length", return_tensors="pt").input_ids
        mask = torch.ones_like(ids)
        mask[0, 3:5] = 0
        with torch.no_grad():
            runs = [getattr(pipe, f"text_encoder{name}")(ids, m, output_hidden_states=True) for m in (None, mask)]
        states = [run.hidden_states[-2] if model == "sdxl" else run.last_hidden_state for run in runs]
        (even, empty), masked = states[0], states[1][0]
        for state in (even, masked):
            state[3:5] = empty[3:5] + 0.5 * (state[3:5] - empty[3:5])
        share = math.tan(0.5 * math.pi / 2)
        sides.append((even + share * masked) / (1 + share))
    torch.testing.assert_close(embedded(pipe, "ab (cd:0.5) ef"), torch.cat(sides, -1), rtol=0, atol=1e-5)


@pytest.mark.parametrize("model", WEIGHTED)
def test_a_long_text_is_read_to_its_end_in_chunks_and_its_partner_is_padded(pipes: dict[str, Any], model: str) -> None:
    import torch

    part = encoder(pipes[model])
    long, other, short, back = part.encode([(LONG, "blurry"), (f"{LONG}x", "blurry"), ("cat", "blurry"), ("cat", LONG)])
    assert long.tokens > 77 and long.tokens % 77 == 0 and short.tokens == 77 and back.tokens == long.tokens
    for condition in (long, other, short, back):
        sizes = {condition.arguments[name].shape for name in ("prompt_embeds", "negative_prompt_embeds")}
        assert sizes == {condition.arguments["prompt_embeds"].shape} and len(sizes) == 1
        assert condition.arguments["prompt_embeds"].shape[0] == condition.tokens
    assert not torch.equal(long.arguments["prompt_embeds"], other.arguments["prompt_embeds"])  # the last letter counts
    negative = long.arguments["negative_prompt_embeds"]
    torch.testing.assert_close(negative[:77], short.arguments["negative_prompt_embeds"])
    torch.testing.assert_close(negative[77:154], embedded(pipes[model], ""))
    assert part.past_limit(LONG) == ()


@pytest.mark.parametrize("model", SAVE)
def test_a_text_is_the_same_alone_and_among_others(pipes: dict[str, Any], model: str) -> None:
    import torch

    texts = ["cat", "((red balloon)), [beach]", "(dog:0.3), [[sea]]", "", "x"]
    pairs = [(text, negative) for text in texts for negative in ("blurry", "")]
    if model in WEIGHTED:
        pairs.append((LONG, "blurry"))
    together = encoder(pipes[model], at_once=3).encode(pairs)
    part = encoder(pipes[model])
    for pair, found in zip(pairs, together, strict=True):
        [alone] = part.encode([pair])
        assert alone.tokens == found.tokens and alone.arguments.keys() == found.arguments.keys()
        for name, made in alone.arguments.items():
            torch.testing.assert_close(found.arguments[name], made, rtol=0, atol=1e-5)


@pytest.mark.parametrize("model", SAVE)
def test_a_pipeline_draws_from_conditions_what_it_draws_from_texts(pipes: dict[str, Any], model: str) -> None:
    import numpy as np
    import torch

    pipe = pipes[model]
    same = {"height": 64, "width": 64, "num_inference_steps": 2, "output_type": "np"}
    same |= {"max_sequence_length": 256} if model in ("sd3", "flux") else {}
    [condition] = encoder(pipe).encode([("red balloon, beach", "blurry")])
    given = {name: part[None] for name, part in condition.arguments.items()}
    negative = {} if model == "flux" else {"negative_prompt": "blurry"}
    drawn = pipe(**given, generator=torch.manual_seed(0), **same).images
    text = pipe("red balloon, beach", generator=torch.manual_seed(0), **negative, **same).images
    assert np.abs(drawn - text).max() < 1e-3
    assert ("negative_prompt_embeds" in given) == (model != "flux")


@pytest.mark.parametrize("model", ["sd3", "flux"])
def test_where_no_weight_arrives_the_plain_words_are_encoded(pipes: dict[str, Any], model: str) -> None:
    import torch

    found, made = (encoder(pipes[model]).encode([(t, "")])[0] for t in ("((giraffe:1.3)), [grass]", "giraffe, grass"))
    assert found.tokens == (77 + 256 if model == "sd3" else 256)
    for name, part in made.arguments.items():
        assert torch.equal(found.arguments[name], part)


@pytest.mark.parametrize("model", SAVE)
def test_literal_brackets_reach_the_tokenizer(pipes: dict[str, Any], model: str) -> None:
    import torch

    literal = embedded(pipes[model], "((giraffe)), tree", "literal")
    assert not torch.equal(literal, embedded(pipes[model], "giraffe, tree", "literal"))
    same = embedded(pipes[model], r"\(\(giraffe\)\), tree")
    torch.testing.assert_close(literal, same, rtol=0, atol=1e-5)


def test_the_pooled_embedding_carries_no_weight(pipes: dict[str, Any]) -> None:
    import torch

    texts = ("((red balloon)), [beach]", "red balloon, beach", f"({LONG})", LONG)
    heavy, even, long, cut = (c.arguments for c in encoder(pipes["sdxl"]).encode([(t, "x") for t in texts]))
    assert torch.equal(heavy["pooled_prompt_embeds"], even["pooled_prompt_embeds"])
    assert not torch.equal(heavy["prompt_embeds"], even["prompt_embeds"])
    assert torch.equal(long["pooled_prompt_embeds"], cut["pooled_prompt_embeds"])


def test_an_empty_negative_is_what_the_model_was_trained_with(pipes: dict[str, Any]) -> None:
    [xl], [sd] = (encoder(pipes[model]).encode([("cat", "")]) for model in WEIGHTED[::-1])
    assert pipes["sdxl"].config.force_zeros_for_empty_prompt
    assert not xl.arguments["negative_prompt_embeds"].any() and not xl.arguments["negative_pooled_prompt_embeds"].any()
    assert sd.arguments["negative_prompt_embeds"].any()


@pytest.mark.parametrize("model", SAVE)
def test_each_text_is_encoded_once_in_batches_and_negatives_are_kept(
    pipes: dict[str, Any], monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    part, rows = encoder(pipes[model], at_once=4), []
    true = type(pipes[model].text_encoder).forward

    def spy(self: Any, input_ids: Any, *args: Any, **kwargs: Any) -> Any:
        if self is pipes[model].text_encoder:
            rows.append(len(input_ids))
        return true(self, input_ids, *args, **kwargs)

    monkeypatch.setattr(type(pipes[model].text_encoder), "forward", spy)
    pairs = [(f"cat {i % 5}", "blurry") for i in range(10)]
    part.encode(pairs)
    negatives = 0 if model == "flux" else 1
    assert rows == ([4, 1] if model == "flux" else [4, 2])
    part.encode(pairs)
    assert sum(rows) == 2 * 5 + negatives


@pytest.mark.parametrize("model", SAVE)
@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_embeddings_have_the_dtype_of_the_pipeline(pipes: dict[str, Any], model: str, dtype: str) -> None:
    import torch

    pipe = pipes[model]
    try:
        pipe.to(getattr(torch, dtype))
        conditions = encoder(pipe).encode([("((red balloon)), [beach]", "blurry"), ("cat", "")])
    finally:
        pipe.to(torch.float32)
    for condition in conditions:
        assert {part.dtype for part in condition.arguments.values()} == {getattr(torch, dtype)}
        assert all(part.isfinite().all() for part in condition.arguments.values())


@pytest.mark.parametrize(
    ("model", "weights", "limit"),
    [("sd15", "literal", 75), ("sdxl", "literal", 75), ("sd3", "ours", 255), ("flux", "ours", 255)],
)
def test_words_that_no_encoder_reads_are_named(
    pipes: dict[str, Any], model: str, weights: Literal["ours", "literal"], limit: int
) -> None:
    part = encoder(pipes[model], weights)
    spaces = 1 if model in ("sd3", "flux") else 0  # the tiny T5 has a token for the space before each word
    fitting = limit // (4 + spaces)
    text = " ".join(["bird"] * fitting)
    assert part.past_limit(text) == ()
    assert part.past_limit(f"{text} ((green)), [kite]") == ("green", "kite")


def test_other_pipelines_are_refused_in_one_line(pipes: dict[str, Any]) -> None:
    with pytest.raises(DeviceError, match=r"^AutoencoderKL is no pipeline.*Flux$"):
        encoder(pipes["sd15"].vae)


def test_strange_texts_lose_no_token(pipes: dict[str, Any]) -> None:
    """Whatever the writer wrote: the tokenizer's padding, letters that it does not know, brackets of any kind."""
    rng = Random(0)
    bits = ["! ", "!!", "[", "]", "(", ")", ":0.5)", ":1.3)", ",", "ä", "\u200b", "cat", "dog ", "kite" * 4, ".", "\\"]
    bits += ["x--", "y++ ", '"', " "]
    part = encoder(pipes["sdxl"])
    assert part._weighted is not None
    texts = ["".join(rng.choice(bits) for _ in range(rng.randrange(1, 60))) for _ in range(60)]
    for text, condition in zip(texts, part.encode([(text, "x") for text in texts]), strict=True):
        assert condition.arguments["prompt_embeds"].isfinite().all(), text
        for provider in part._weighted._providers:
            tokenizer, fragments = provider.tokenizer, parse(text)
            ids, _, _ = provider.get_token_ids_and_expand_weights(
                [f.text for f in fragments], [1] * len(fragments), "cpu"
            )
            marks = {*tokenizer.all_special_tokens, "!"}
            found, wanted = (
                [token.removesuffix("</w>") for token in tokenizer.convert_ids_to_tokens(row) if token not in marks]
                for row in (ids.tolist(), tokenizer(plain(text)).input_ids)
            )
            assert "".join(found).replace("!", "") == "".join(wanted).replace("!", ""), text
