"""The embedded CLIP learns, goes on where it was stopped, and is the same model in torch, onnxruntime and open_clip."""

import math
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from synthgen.__main__ import main
from synthgen.embedder.sketch_clip import SketchClip, weights
from synthgen.embedder.sketch_clip.looking import Looking
from synthgen.embedder.sketch_clip.pixels import SIDE, scaled
from synthgen.embedder.sketch_clip.shape import HERE, shape
from synthgen.embedder.sketch_clip.tokens import LENGTH, padded
from synthgen.errors import UsageError
from synthgen.sight import Vectors

TEXTS = ["a cat", "a watercolor of two red cars on a beach, with a lamp", "penguin driving a car", "in the kitchen"]


def pixels() -> Any:
    """Noise is harder than a drawing: all channels carry something."""
    return np.random.default_rng(0).integers(0, 256, (6, SIDE, SIDE, 3), np.uint8)


def rows_of(model: Looking) -> tuple[Vectors, Vectors]:
    return model._eye.run(None, {"pixels": pixels()})[0], model.texts(TEXTS)


def in_torch(net: Any, encode: Any) -> tuple[Vectors, Vectors]:
    """`encode`: the model's two functions."""
    import torch

    found, words = weights.load(HERE)
    states = {name: torch.from_numpy(value) for name, value in found.items()}
    missing, unexpected = net.load_state_dict(states, strict=False)
    assert not unexpected
    assert all(name.endswith(("num_batches_tracked", "attn_mask")) for name in missing)
    net.eval()
    rows = Looking(HERE).tokens
    tokens = torch.from_numpy(padded([[*rows.row(text)] for text in TEXTS]))
    tokens = torch.nn.functional.pad(tokens, (0, LENGTH - tokens.shape[1]))
    with torch.no_grad():
        pictures, texts = encode(torch.from_numpy(scaled(pixels())), tokens)
    return pictures.numpy(), texts.numpy()


def assert_alike(found: tuple[Vectors, Vectors]) -> None:
    for ours, theirs in zip(rows_of(Looking(HERE)), found, strict=True):
        assert np.abs(ours - theirs).max() < 2e-5


@pytest.mark.torch
def test_torch_and_onnxruntime_give_the_same_rows() -> None:
    from synthgen.clip_training.net import Net

    net = Net(**shape(len(weights.load(HERE)[1]) + 3))
    assert_alike(in_torch(net, lambda pictures, tokens: (net.encode_image(pictures), net.encode_text(tokens))))


@pytest.mark.clip
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_open_clip_loads_the_weights_and_gives_the_same_rows() -> None:
    from open_clip.model import CLIP

    net = CLIP(**shape(len(weights.load(HERE)[1]) + 3))
    assert_alike(
        in_torch(net, lambda pictures, tokens: (net.encode_image(pictures, True), net.encode_text(tokens, True)))
    )
    assert float(net.logit_scale.detach().exp()) == pytest.approx(Looking(HERE).scale, rel=1e-3)


@pytest.mark.clip
def test_the_two_graphs_are_those_that_the_code_makes() -> None:
    from synthgen.clip_training import graphs

    assert (HERE / "pictures.onnx").read_bytes() == graphs.pictures().SerializeToString()
    assert (HERE / "texts.onnx").read_bytes() == graphs.texts().SerializeToString()


@pytest.mark.torch
def test_the_loss_is_small_where_own_pairs_are_near_and_blind_to_texts_that_are_true() -> None:
    import torch

    from synthgen.clip_training.training import loss_of

    cosines, owner = torch.tensor([[1.0, 0.0], [0.0, 1.0]]), torch.tensor([0, 1])
    scale, wrong = torch.tensor(10.0), torch.tensor([[False, True], [True, False]])
    good = float(loss_of(cosines, scale, wrong, owner))
    assert good == pytest.approx(math.log(1 + math.exp(-10)), rel=1e-4)
    assert float(loss_of(1 - cosines, scale, wrong, owner)) == pytest.approx(10 + good, rel=1e-4)
    assert float(loss_of(1 - cosines, scale, wrong & False, owner)) == 0


@pytest.mark.torch
def test_the_gradient_is_finite_where_a_picture_has_no_wrong_text() -> None:
    import torch

    from synthgen.clip_training.training import loss_of

    cosines = torch.eye(2, requires_grad=True)
    wrong = torch.tensor([[False, False], [True, False]])
    loss_of(cosines, torch.tensor(10.0), wrong, torch.tensor([0, 1])).backward()
    assert cosines.grad is not None and torch.isfinite(cosines.grad).all()


@pytest.mark.torch
def test_what_a_text_says_wrongly_makes_it_a_wrong_text() -> None:
    from synthgen.clip_training.fresh import Text
    from synthgen.clip_training.training import wrong

    cat, lamp = ("thing", "cat"), ("thing", "lamp")
    texts = [Text([1], frozenset({cat})), Text([1], frozenset({cat, lamp})), Text([1], frozenset())]
    assert wrong(texts, [frozenset({cat}), frozenset({cat, lamp})]).tolist() == [[False, True, False], [False] * 3]


@pytest.mark.torch
def test_a_few_pictures_can_be_learnt_by_heart() -> None:
    import torch

    from synthgen.clip_training.fresh import drawable_abilities, groups
    from synthgen.clip_training.orders import Orders
    from synthgen.clip_training.training import Progress, Training, _step
    from synthgen.embedder.sketch_clip.tokens import Tokens

    words = weights.load(HERE)[1]
    row = list(islice(groups(Orders(drawable_abilities()), Tokens(words), Random(1)), 1))
    training = Training(words, Path())
    torch.set_num_threads(1)
    losses = []
    for _ in range(30):
        training.progress = Progress(steps=1000)  # warm from the start; a mean of late over one step
        _step(training, row, Random(0), 0.1)
        losses.append(50 * training.progress.loss)
    assert losses[-1] < losses[0] - 0.5


@pytest.mark.torch
@pytest.mark.timeout(900)
def test_twenty_steps_leave_a_model_that_scores_and_one_more_goes_on_from_there(
    working_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("synthgen.clip_training.fresh.TESTED", 96)
    assert main(["train_clip", "steps=20", "minutes=20", "out=made"]) == 0
    told = capsys.readouterr()
    assert "embedder.weights=made" in told.out and "20 steps" in told.err and "top-1 of 64" in told.err
    model = Looking(working_folder / "made")
    assert np.isfinite(model.texts(["a cat"])).all() and np.isfinite(rows_of(model)[0]).all()
    assert SketchClip("sketch_clip", "made").preflight() == []
    assert main(["train_clip", "steps=21", "minutes=20", "out=made"]) == 0
    told = capsys.readouterr()
    assert "going on after 20 steps" in told.err and "21 steps" in told.err
    assert (rows_of(Looking(working_folder / "made"))[0] != rows_of(model)[0]).any()


@pytest.mark.torch
def test_a_folder_with_a_training_of_other_words_is_left_alone(tmp_path: Path) -> None:
    from synthgen.clip_training.training import Training

    Training(["cat", "dog"], tmp_path).save()
    with pytest.raises(UsageError, match="other words"):
        Training(["cat"], tmp_path).go_on()


@pytest.mark.parametrize(
    "words, said",
    [
        (["steps=many"], "steps=many: it has to be a number"),
        (["minutes=0"], "minutes=0: it has to be above 0"),
        (["minute=3"], "does not take 'minute=3'"),
        (["minutes=-1"], "minutes=-1: it has to be a number"),
    ],
)
def test_a_wrong_word_is_told_in_one_line(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train_clip", *words]) == 2
    assert said in capsys.readouterr().err


def test_without_torch_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("synthgen.commands.train_clip.find_spec", lambda name: None)
    assert main(["train_clip", "minutes=1"]) == 2
    assert "train_clip needs torch. pip install 'synthgen[clip]'" in capsys.readouterr().err
