"""The model in plain torch: that of `open_clip.model.CLIP` with a residual network as its eye, name by name.

Architecture: Radford et al., Learning Transferable Visual Models From Natural Language Supervision (CLIP), 2021. The
names of all weights are those of open_clip, which loads them with `CLIP(**SHAPE)`; open_clip itself needs torchvision
and is not needed to train.
"""

import math
from collections import OrderedDict
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Bottleneck(nn.Module):  # type: ignore[misc]
    """1x1, 3x3, 1x1 with a shortcut; strides are averages."""

    def __init__(self, inside: int, planes: int, stride: int) -> None:
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(inside, planes, 1, bias=False), nn.BatchNorm2d(planes)
        self.conv2, self.bn2 = nn.Conv2d(planes, planes, 3, padding=1, bias=False), nn.BatchNorm2d(planes)
        self.conv3, self.bn3 = nn.Conv2d(planes, 4 * planes, 1, bias=False), nn.BatchNorm2d(4 * planes)
        self.pool = nn.AvgPool2d(stride) if stride > 1 else nn.Identity()
        self.downsample: nn.Module | None = None
        if stride > 1 or inside != 4 * planes:
            parts = [nn.AvgPool2d(stride), nn.Conv2d(inside, 4 * planes, 1, bias=False), nn.BatchNorm2d(4 * planes)]
            self.downsample = nn.Sequential(OrderedDict(zip(("-1", "0", "1"), parts, strict=True)))

    def forward(self, x: Tensor) -> Tensor:
        y = F.relu(self.bn1(self.conv1(x)))
        y = self.pool(F.relu(self.bn2(self.conv2(y))))
        y = self.bn3(self.conv3(y))
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


class Pool(nn.Module):  # type: ignore[misc]
    """Attention of the mean to all places and itself."""

    def __init__(self, side: int, width: int, heads: int, out: int) -> None:
        super().__init__()
        self.positional_embedding = nn.Parameter(torch.randn(side * side + 1, width) / width**0.5)
        self.k_proj, self.q_proj, self.v_proj = (nn.Linear(width, width) for _ in range(3))
        self.c_proj = nn.Linear(width, out)
        self.heads = heads

    def forward(self, x: Tensor) -> Tensor:
        x = x.flatten(2).transpose(1, 2)
        x = torch.cat([x.mean(1, keepdim=True), x], 1) + self._places(x.shape[1])
        q, k, v = self.q_proj(x[:, :1]), self.k_proj(x), self.v_proj(x)
        split = (x.shape[0], -1, self.heads, x.shape[2] // self.heads)
        q, k, v = (part.reshape(split).transpose(1, 2) for part in (q, k, v))
        seen = torch.softmax(q @ k.transpose(2, 3) / split[3] ** 0.5, -1) @ v
        found: Tensor = self.c_proj(seen.transpose(1, 2).reshape(x.shape[0], -1))
        return found

    def _places(self, count: int) -> Tensor:
        """For so many places; of smaller pictures, with which a training begins, there are fewer."""
        mean, places = self.positional_embedding[:1], self.positional_embedding[1:]
        if len(places) == count:
            return self.positional_embedding
        grid = places.T.reshape(1, places.shape[1], math.isqrt(len(places)), -1)
        fewer = F.interpolate(grid, (math.isqrt(count), math.isqrt(count)), mode="bilinear", align_corners=False)
        return torch.cat([mean, fewer.flatten(2)[0].T])


class Eye(nn.Module):  # type: ignore[misc]
    """CLIP's residual network: three convolutions, four stages, attention pooling."""

    def __init__(self, embed_dim: int, image_size: int, layers: tuple[int, ...], width: int, head_width: int) -> None:
        super().__init__()
        half = width // 2
        self.conv1, self.bn1 = nn.Conv2d(3, half, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(half)
        self.conv2, self.bn2 = nn.Conv2d(half, half, 3, padding=1, bias=False), nn.BatchNorm2d(half)
        self.conv3, self.bn3 = nn.Conv2d(half, width, 3, padding=1, bias=False), nn.BatchNorm2d(width)
        inside = width
        for stage, blocks in enumerate(layers):
            planes, row = width * 2**stage, []
            for block in range(blocks):
                row.append(Bottleneck(inside, planes, 2 if stage and not block else 1))
                inside = 4 * planes
            setattr(self, f"layer{stage + 1}", nn.Sequential(*row))
        self.attnpool = Pool(image_size // 32, inside, width * 32 // head_width, embed_dim)

    def forward(self, x: Tensor) -> Tensor:
        for at in (1, 2, 3):
            x = F.relu(getattr(self, f"bn{at}")(getattr(self, f"conv{at}")(x)))
        x = F.avg_pool2d(x, 2)
        for stage in (1, 2, 3, 4):
            x = getattr(self, f"layer{stage}")(x)
        found: Tensor = self.attnpool(x)
        return found


class Attention(nn.Module):  # type: ignore[misc]
    """Causal self-attention."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.in_proj_weight = nn.Parameter(torch.randn(3 * width, width) / width**0.5)
        self.in_proj_bias = nn.Parameter(torch.zeros(3 * width))
        self.out_proj = nn.Linear(width, width)
        self.heads = heads

    def forward(self, x: Tensor) -> Tensor:
        split = (x.shape[0], x.shape[1], self.heads, x.shape[2] // self.heads)
        rows = F.linear(x, self.in_proj_weight, self.in_proj_bias).chunk(3, -1)
        q, k, v = (part.reshape(split).transpose(1, 2) for part in rows)
        later = torch.full((x.shape[1], x.shape[1]), -1e9).triu(1)
        seen = torch.softmax(q @ k.transpose(2, 3) / split[3] ** 0.5 + later, -1) @ v
        found: Tensor = self.out_proj(seen.transpose(1, 2).reshape(x.shape))
        return found


class Block(nn.Module):  # type: ignore[misc]
    """One layer of the reader."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.ln_1, self.ln_2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attn = Attention(width, heads)
        parts = [nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width)]
        self.mlp = nn.Sequential(OrderedDict(zip(("c_fc", "gelu", "c_proj"), parts, strict=True)))

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attn(self.ln_1(x))
        found: Tensor = x + self.mlp(self.ln_2(x))
        return found


class Net(nn.Module):  # type: ignore[misc]
    """Pictures and texts to directions in one space."""

    def __init__(self, embed_dim: int, vision_cfg: dict[str, Any], text_cfg: dict[str, Any]) -> None:
        super().__init__()
        self.visual = Eye(embed_dim, **vision_cfg)
        width = text_cfg["width"]
        blocks = (Block(width, text_cfg["heads"]) for _ in range(text_cfg["layers"]))
        self.transformer = nn.ModuleDict({"resblocks": nn.ModuleList(blocks)})
        self.token_embedding = nn.Embedding(text_cfg["vocab_size"], width)
        self.positional_embedding = nn.Parameter(0.01 * torch.randn(text_cfg["context_length"], width))
        self.ln_final = nn.LayerNorm(width)
        self.text_projection = nn.Parameter(torch.randn(width, embed_dim) / width**0.5)
        self.logit_scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))
        nn.init.normal_(self.token_embedding.weight, std=0.1)

    def encode_image(self, pixels: Tensor) -> Tensor:
        """n x 3 x side x side, scaled -> n x d unit rows."""
        return F.normalize(self.visual(pixels), dim=-1)

    def encode_text(self, tokens: Tensor) -> Tensor:
        """n x length -> n x d unit rows, read at the end token, which has the highest number.

        Trailing padding may be left out: nothing looks ahead.
        """
        x = self.token_embedding(tokens) + self.positional_embedding[: tokens.shape[1]]
        for block in self.transformer["resblocks"]:
            x = block(x)
        at_end = x[torch.arange(len(x)), tokens.argmax(-1)]
        return F.normalize(self.ln_final(at_end) @ self.text_projection, dim=-1)
