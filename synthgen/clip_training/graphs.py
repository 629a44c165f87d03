"""The model as two ONNX graphs without weights, `pictures.onnx` and `texts.onnx`, for the light installation.

Made once for the shape of `shape.shape`, by `python -m synthgen.clip_training.graphs`, which needs `onnx`.
Weights are named as in the state dict, and filled in when a graph is loaded.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper, save

from synthgen.embedder.sketch_clip.pixels import MEAN, SIDE, SPREAD
from synthgen.embedder.sketch_clip.shape import HERE, shape
from synthgen.embedder.sketch_clip.weights import WEIGHTS

OPSET, FORMAT = 20, 10
NEVER = -1e9
"""Added to what must not be looked at."""


class Graph:
    """Nodes one after another; a value is known by its name."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []
        self.weights: dict[str, None] = {}

    def __call__(self, op: str, *values: str, **options: Any) -> str:
        """A node with one result."""
        name = f"{op}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, values, [name], **options))
        return name

    def constant(self, value: Any, kind: type = np.float32) -> str:
        name = f"constant_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(value, kind), name))
        return name

    def weight(self, name: str) -> str:
        self.weights[name] = None
        return name

    def linear(self, x: str, name: str, weight: str = "weight", bias: str = "bias", join: str = ".") -> str:
        """As torch has it: the weight is out x in."""
        turned = self("Transpose", self.weight(f"{name}{join}{weight}"), perm=[1, 0])
        return self("Add", self("MatMul", x, turned), self.weight(f"{name}{join}{bias}"))

    def norm(self, x: str, name: str) -> str:
        return self("LayerNormalization", x, self.weight(f"{name}.weight"), self.weight(f"{name}.bias"), epsilon=1e-5)

    def attend(self, q: str, k: str, v: str, heads: int, width: int, mask: str = "") -> str:
        """n x length x width each."""
        split = self.constant([0, 0, heads, width // heads], np.int64)
        q, k, v = (self("Transpose", self("Reshape", part, split), perm=[0, 2, 1, 3]) for part in (q, k, v))
        scores = self("MatMul", q, self("Transpose", k, perm=[0, 1, 3, 2]))
        scores = self("Div", scores, self.constant((width // heads) ** 0.5))
        seen = self("MatMul", self("Softmax", self("Add", scores, mask) if mask else scores, axis=-1), v)
        joined = self.constant([0, 0, width], np.int64)
        return self("Reshape", self("Transpose", seen, perm=[0, 2, 1, 3]), joined)

    def conv(self, x: str, conv: str, bn: str, stride: int = 1, side: int = 3) -> str:
        """A convolution and its normalization."""
        pad = side // 2
        found = self("Conv", x, self.weight(f"{conv}.weight"), strides=[stride, stride], pads=[pad] * 4)
        rest = (self.weight(f"{bn}.{part}") for part in ("weight", "bias", "running_mean", "running_var"))
        return self("BatchNormalization", found, *rest, epsilon=1e-5)

    def halved(self, x: str) -> str:
        return self("AveragePool", x, kernel_shape=[2, 2], strides=[2, 2])

    def finished(self, x: str, name: str, inputs: Sequence[Any], width: int) -> ModelProto:
        """The graph whose result is x with rows of unit length."""
        length = self("ReduceL2", x, self.constant([-1], np.int64), keepdims=1)
        self.nodes.append(helper.make_node("Div", [x, length], ["rows"]))
        rows = helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["n", width])
        with np.load(HERE / WEIGHTS) as file:
            holes = [_hole(weight, file[weight].shape) for weight in self.weights]
        graph = helper.make_graph(self.nodes, name, inputs, [rows], [*self.constants, *holes])
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=FORMAT)


def _hole(name: str, dims: tuple[int, ...]) -> TensorProto:
    """A weight that is somewhere else."""
    hole = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=dims, data_location=TensorProto.EXTERNAL)
    hole.external_data.add(key="location", value="weights")
    return hole


def pictures() -> ModelProto:
    """n x SIDE x SIDE x 3 bytes -> n x d."""
    g, about = Graph(), shape(0)
    vision = about["vision_cfg"]
    given = (helper.make_tensor_value_info("pixels", TensorProto.UINT8, ["n", SIDE, SIDE, 3]),)
    x = g("Transpose", g("Cast", "pixels", to=TensorProto.FLOAT), perm=[0, 3, 1, 2])
    x = g("Sub", g("Mul", x, g.constant(1 / 255 / SPREAD)), g.constant(MEAN / SPREAD))
    for at in (1, 2, 3):
        x = g("Relu", g.conv(x, f"visual.conv{at}", f"visual.bn{at}", stride=2 if at == 1 else 1))
    x = g.halved(x)
    for stage, blocks in enumerate(vision["layers"], 1):
        for block in range(blocks):
            x = _bottleneck(g, x, f"visual.layer{stage}.{block}", stage > 1 and not block, not block)
    width = 32 * vision["width"]
    places = g("Transpose", g("Reshape", x, g.constant([0, width, -1], np.int64)), perm=[0, 2, 1])
    mean = g("ReduceMean", places, g.constant([1], np.int64), keepdims=1)
    x = g("Add", g("Concat", mean, places, axis=1), g.weight("visual.attnpool.positional_embedding"))
    q = g.linear(g("Slice", x, *(g.constant([n], np.int64) for n in (0, 1, 1))), "visual.attnpool.q_proj")
    k, v = (g.linear(x, f"visual.attnpool.{part}_proj") for part in "kv")
    seen = g.attend(q, k, v, width // vision["head_width"], width)
    found = g.linear(g("Squeeze", seen, g.constant([1], np.int64)), "visual.attnpool.c_proj")
    return g.finished(found, "pictures", given, about["embed_dim"])


def _bottleneck(g: Graph, x: str, name: str, halves: bool, changes: bool) -> str:
    y = g("Relu", g.conv(x, f"{name}.conv1", f"{name}.bn1", side=1))
    y = g("Relu", g.conv(y, f"{name}.conv2", f"{name}.bn2"))
    y = g.conv(g.halved(y) if halves else y, f"{name}.conv3", f"{name}.bn3", side=1)
    if changes:
        x = g.conv(g.halved(x) if halves else x, f"{name}.downsample.0", f"{name}.downsample.1", side=1)
    return g("Relu", g("Add", y, x))


def texts() -> ModelProto:
    """n x length x width rows of `token_embedding.weight`, n x 1 places of the ends -> n x d."""
    g, about = Graph(), shape(0)
    text = about["text_cfg"]
    width = text["width"]
    given = (
        helper.make_tensor_value_info("words", TensorProto.FLOAT, ["n", "length", width]),
        helper.make_tensor_value_info("ends", TensorProto.INT64, ["n", 1]),
    )
    length = g("Shape", "words", start=1, end=2)
    places = g("Slice", g.weight("positional_embedding"), g.constant([0], np.int64), length)
    x = g("Add", "words", places)
    square = g("Expand", g.constant(NEVER), g("Concat", length, length, axis=0))
    mask = g("Trilu", square, g.constant(1, np.int64), upper=1)
    for layer in range(text["layers"]):
        name = f"transformer.resblocks.{layer}"
        rows = g.linear(g.norm(x, f"{name}.ln_1"), f"{name}.attn.in_proj", join="_")
        g.nodes.append(
            helper.make_node("Split", [rows], parts := [f"{p}_{layer}" for p in "qkv"], axis=2, num_outputs=3)
        )
        seen = g.attend(parts[0], parts[1], parts[2], text["heads"], width, mask)
        x = g("Add", x, g.linear(seen, f"{name}.attn.out_proj"))
        inner = g("Gelu", g.linear(g.norm(x, f"{name}.ln_2"), f"{name}.mlp.c_fc"))
        x = g("Add", x, g.linear(inner, f"{name}.mlp.c_proj"))
    at_end = g("GatherND", x, "ends", batch_dims=1)
    found = g("MatMul", g.norm(at_end, "ln_final"), g.weight("text_projection"))
    return g.finished(found, "texts", given, about["embed_dim"])


def write(folder: Path) -> None:
    save(pictures(), folder / "pictures.onnx")
    save(texts(), folder / "texts.onnx")


if __name__ == "__main__":
    write(HERE)
