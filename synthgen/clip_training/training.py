"""Training on pictures that are drawn meanwhile: contrastive, but texts that are true of a picture are no wrong ones.

Loss: that of CLIP (Radford et al., 2021), where the wrong texts of a picture are those that `facts` says are wrong, and
that of `table` beside it.
"""

import math
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from synthgen.clip_training.fresh import Group, Painters, Text, drawable_abilities, tests, vocabulary
from synthgen.clip_training.net import Net
from synthgen.clip_training.table import Table
from synthgen.embedder.sketch_clip import weights
from synthgen.embedder.sketch_clip.pixels import scaled
from synthgen.embedder.sketch_clip.shape import shape
from synthgen.embedder.sketch_clip.tokens import Tokens, padded
from synthgen.errors import UsageError
from synthgen.kit.cores import cores

TOGETHER = 3
"""Groups in a batch."""
TOLD = 2
"""Texts of each picture in a batch beside its head."""
RECENT = 160
"""Groups that batches are drawn from."""
USES = 5
"""How often a picture is used at most, on average: drawing goes on while the model learns, and may be slower."""
RATE, DECAY, WARM_UP = 1.5e-3, 0.05, 200
ROUGH, ROUGH_SIDE = 0.5, 64
"""So much of the time the model learns from smaller pictures, for less than half of the work."""
LAST = 0.01
"""Share of the rate that is left at the end."""
SAVED_EVERY, SAID_EVERY = 180.0, 30.0
"""Seconds."""
MOST_SCALE = math.log(100)
CHECKPOINT = "checkpoint.pt"


@dataclass
class Progress:
    """How far a training is; goes into its checkpoint."""

    seconds: float = 0.0
    steps: int = 0
    pictures: int = 0
    """Different ones."""
    loss: float = 0.0
    """Of late."""
    known: float = 0.0
    """The loss by the table of facts, of late."""
    top1: float | None = None
    """Share of unseen pictures whose text is found among 64."""

    def __str__(self) -> str:
        found = "" if self.top1 is None else f"  top-1 of 64: {self.top1:.3f}"
        done = f"{self.seconds / 60:6.1f} min  {self.steps} steps  {self.pictures} pictures"
        return f"{done}  loss {self.loss:.3f} {self.known:.3f}{found}"


@dataclass
class Training:
    """A model on its way, with the folder that its checkpoint lies in."""

    words: list[str]
    folder: Path
    net: Net = field(init=False)
    table: Table = field(init=False)
    optimizer: torch.optim.AdamW = field(init=False)
    progress: Progress = field(default_factory=Progress)

    def __post_init__(self) -> None:
        torch.manual_seed(0)
        about = shape(Tokens(self.words).size)
        self.net, self.table = Net(**about), Table(about["embed_dim"])
        self.net.visual.to(memory_format=torch.channels_last)
        learnt = [*self.net.parameters(), *self.table.parameters()]
        heavy, light = [p for p in learnt if p.ndim >= 2], [p for p in learnt if p.ndim < 2]
        self.optimizer = torch.optim.AdamW(
            [{"params": heavy, "weight_decay": DECAY}, {"params": light, "weight_decay": 0.0}], RATE, betas=(0.9, 0.98)
        )

    def save(self) -> None:
        """The checkpoint, whole or not at all, and what `embedder.weights` takes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        states = {"net": self.net.state_dict(), "optimizer": self.optimizer.state_dict()}
        states |= {"table": self.table.state_dict(), "facts": self.table.numbers}
        part = self.folder / f"{CHECKPOINT}.part"
        torch.save({**states, "progress": vars(self.progress), "words": self.words}, part)
        part.replace(self.folder / CHECKPOINT)
        kept = {k: v.numpy() for k, v in self.net.state_dict().items() if not k.endswith("num_batches_tracked")}
        weights.save(self.folder, kept, self.words)

    def go_on(self) -> None:
        """Take up what an earlier training left in the folder, if one did. Raises UsageError for one of other words."""
        if not (self.folder / CHECKPOINT).exists():
            return
        kept = torch.load(self.folder / CHECKPOINT, weights_only=True)
        if kept["words"] != self.words:
            raise UsageError(f"{self.folder} holds a training with other words of abilities; pass another out=<folder>")
        self.net.load_state_dict(kept["net"])
        self.table.load_state_dict(kept["table"])
        self.table.numbers = kept["facts"]
        self.optimizer.load_state_dict(kept["optimizer"])
        self.progress = Progress(**kept["progress"])


def begun(folder: Path) -> Training:
    """A training of the words of all abilities, as far as it came in that folder."""
    training = Training(vocabulary(drawable_abilities(), Random(0)), folder)
    training.go_on()
    return training


def train(training: Training, minutes: float, steps: int | None, say: Callable[[str], None]) -> None:
    """Until the minutes, those of earlier calls included, or the steps are over. Saves now and then and at the end.

    One core learns, the others draw. Raises DeviceError where nobody draws any more.
    """
    torch.set_num_threads(1)
    net, progress, rng = training.net, training.progress, Random(time.time_ns())
    unseen = tests(training.words)
    recent: deque[Group] = deque(maxlen=RECENT)
    allowed, end = 0, 60 * minutes
    try:
        with Painters(training.words, max(1, cores() - 1), rng) as painters:
            net.train()
            said = saved = time.monotonic()
            began = said - progress.seconds
            while progress.seconds < end and (steps is None or progress.steps < steps):
                spare = TOGETHER  # where many draw, there is always one more
                while allowed < TOGETHER or len(recent) < 2 * TOGETHER or (spare > 0 and painters.waiting):
                    recent.append(painters.next())
                    spare, allowed = spare - 1, allowed + USES
                    progress.pictures += len(recent[-1].pixels)
                allowed -= TOGETHER
                done = progress.seconds / end
                _step(training, rng.sample(recent, TOGETHER), rng, max(done, progress.steps / steps) if steps else done)
                now = time.monotonic()
                progress.seconds = now - began
                if now - said > SAID_EVERY:
                    said = now
                    say(str(progress))
                if now - saved > SAVED_EVERY:
                    saved = now
                    progress.top1 = top1(net, unseen)
                    training.save()
        progress.top1 = top1(net, unseen)
    finally:
        training.save()
    say(str(progress))


def _step(training: Training, row: Sequence[Group], rng: Random, done: float) -> None:
    """One batch, with so much of the training done: the rate falls as a cosine."""
    net, optimizer, progress = training.net, training.optimizer, training.progress
    rate = RATE * (LAST + (1 - LAST) * (1 + math.cos(math.pi * min(1.0, done))) / 2)
    for group in optimizer.param_groups:
        group["lr"] = rate * min(1.0, (progress.steps + 1) / WARM_UP)
    pixels, tokens, wrong, owner = batch_of(row, rng)
    if done < ROUGH:
        pixels = F.interpolate(pixels, (ROUGH_SIDE, ROUGH_SIDE), mode="area")
    seen, scale = net.encode_image(pixels), net.logit_scale.exp()
    loss = loss_of(seen @ net.encode_text(tokens).T, scale, wrong, owner)
    known = training.table.loss(seen, [one for group in row for one in group.facts], scale)
    optimizer.zero_grad()
    (loss + known).backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    with torch.no_grad():
        net.logit_scale.clamp_(0, MOST_SCALE)
    progress.steps += 1
    share = max(0.02, 1 / progress.steps)
    progress.loss += share * (loss.item() - progress.loss)
    progress.known += share * (known.item() - progress.known)


def batch_of(row: Sequence[Group], rng: Random) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pixels, tokens, wrong, owner; the pictures are moved by a pixel or three, each in other light."""
    texts, owner = [], []
    for number, (head, *rest) in enumerate(one for group in row for one in group.texts):
        chosen = [head, *rng.sample(rest, TOLD)]
        texts += chosen
        owner += [number] * len(chosen)
    facts = [one for group in row for one in group.facts]
    moved = [np.roll(group.pixels, (rng.randint(-3, 3), rng.randint(-3, 3)), (1, 2)) for group in row]
    pixels = torch.from_numpy(scaled(np.concatenate(moved)))
    pixels = pixels * (1 + 0.05 * torch.randn(len(pixels), 1, 1, 1)) + 0.05 * torch.randn(len(pixels), 3, 1, 1)
    tokens = torch.from_numpy(padded([text.tokens for text in texts]))
    pixels = pixels.contiguous(memory_format=torch.channels_last)
    return pixels, tokens, torch.from_numpy(wrong(texts, facts)), torch.tensor(owner)


def wrong(texts: Sequence[Text], facts: Sequence[frozenset[Any]]) -> NDArray[np.bool_]:
    """pictures x texts: whether the text says something that is not true of the picture."""
    kinds = {needed: [not needed <= seen for seen in facts] for needed in {text.needs for text in texts}}
    return np.array([kinds[text.needs] for text in texts]).T


def loss_of(cosines: Tensor, scale: Tensor, wrong: Tensor, owner: Tensor) -> Tensor:
    """pictures x texts; `owner`: the picture of each text.

    For each text and its picture: -log of the share of the pair among itself and the wrong texts of the picture, and
    among itself and the pictures that the text is wrong for.
    """
    logits = scale * cosines
    others = logits.masked_fill(~wrong, -math.inf)
    own = logits[owner, torch.arange(len(owner))]
    by_picture, by_text = others.logsumexp(1)[owner], others.logsumexp(0)
    return (F.softplus(by_picture - own).mean() + F.softplus(by_text - own).mean()) / 2


def top1(net: Net, unseen: Sequence[Group]) -> float:
    """Share of pictures for which the likeliest of 64 texts, one of each picture, is true; each its longest."""
    net.eval()
    pixels = np.concatenate([group.pixels for group in unseen])
    facts = [one for group in unseen for one in group.facts]
    texts = [max(one, key=lambda text: len(text.tokens)) for group in unseen for one in group.texts]
    order = np.random.default_rng(0).permutation(len(texts))
    right = total = 0
    for at in range(0, len(order) - 63, 64):
        some = order[at : at + 64]
        with torch.no_grad():
            seen = net.encode_image(torch.from_numpy(scaled(pixels[some])))
            read = net.encode_text(torch.from_numpy(padded([texts[i].tokens for i in some])))
        best = (seen @ read.T).argmax(1).tolist()
        right += sum(texts[some[b]].needs <= facts[i] for i, b in zip(some, best, strict=True))
        total += len(some)
    net.train()
    return right / total
