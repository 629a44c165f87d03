"""Goals C8 and C9: what the quality checks cost beside a bare forward of their model, and beside a naive loop.

    python -m bench.qc [pictures] [json=true]

A ViT-B-32 of open_clip with random weights: nothing is downloaded. All checks that read its embedding are measured and
stored as a worker does it; their texts were read before. Both sides have one thread, but where it says otherwise, and
take turns. On a machine that does something else as well, believe the lines per second of CPU.
"""

import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Any

from bench.render_cpu import natural
from bench.render_sides import HEAD, Row, as_json, in_turns, line
from synthgen.build import build
from synthgen.checks import Check
from synthgen.config import compose
from synthgen.embedder.open_clip import OpenClip
from synthgen.kit.cores import cores
from synthgen.kit.hashes import sha256
from synthgen.kit.pictures import encode
from synthgen.measure import AT_ONCE, About, Samples, measure
from synthgen.store import SHARD, Store
from synthgen.stream import KEEPERS
from synthgen.types import Device, Fields, Picture, Prompt, Vocabulary

MODEL = "ViT-B-32"
SIDE = 224
"""Pixels that it looks at."""
CHECKS = ("clip", "decoy", "iqa")


def rows(pictures: int, rounds: int = 3) -> Iterator[Row]:
    import torch

    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        _save(Path(folder))
        checks = _checks(Path(folder))
        for check in checks.values():
            check.open(Device())
        embedder = next(iter(checks.values())).parts[0]
        assert isinstance(embedder, OpenClip)
        yield from _tensors_ready(embedder, checks, pictures, rounds)
        yield from _from_files(embedder, checks, pictures, rounds)


def _save(folder: Path) -> None:
    """As `local-dir:` wants it."""
    import open_clip
    from safetensors.torch import save_file

    config = open_clip.get_model_config(MODEL)
    save_file(open_clip.model.CLIP(**config).state_dict(), folder / "open_clip_model.safetensors")
    (folder / "open_clip_config.json").write_text(json.dumps({"model_cfg": config}))


def _checks(folder: Path) -> Mapping[str, Check]:
    words = ["embedder=open_clip", f"embedder.model='local-dir:{folder}'", "embedder.pretrained=null"]
    qc = compose([*words, f"qc=[{','.join(CHECKS)}]"]).qc
    return {name: build(qc[name], f"qc.{name}", Check) for name in CHECKS}  # type: ignore[type-abstract]


# C8 ------------------------------------------------------------------------------------------------------------------


def _tensors_ready(embedder: OpenClip, checks: Mapping[str, Check], pictures: int, rounds: int) -> Iterator[Row]:
    """Pixels as a renderer leaves them on its device."""
    import torch

    model = _inside(embedder)
    prepared = torch.randn(AT_ONCE, 3, SIDE, SIDE)

    def bare() -> int:
        with torch.inference_mode():
            for _ in range(0, pictures, AT_ONCE):
                model.encode_image(prepared, normalize=True)
        return pictures

    sides: dict[str, Any] = {"bare": bare}
    for size in (512, 1024):
        tensors = [torch.from_numpy(natural(size, seed)) for seed in range(4)]
        some = _samples([_picture(i, b"") for i in range(pictures)], [tensors[i % 4] for i in range(pictures)])
        _stage(checks, some.part(0, AT_ONCE))
        sides[str(size)] = partial(_stage, checks, some)
    found = in_turns(sides, rounds)
    what = f"pictures/s, checks on tensors of {{}} pixels, against bare forwards of batches of {AT_ONCE}"
    yield Row("C8", what.format(512), found["bare"].wall, found["512"].wall, 0.95, 0.98)
    yield Row("", "the same per second of CPU", found["bare"].cpu, found["512"].cpu)
    yield Row("", what.format(1024) + ", per second of CPU", found["bare"].cpu, found["1024"].cpu)


# C9 ------------------------------------------------------------------------------------------------------------------


def _from_files(embedder: OpenClip, checks: Mapping[str, Check], pictures: int, rounds: int) -> Iterator[Row]:
    import torch
    from PIL import Image

    model, preprocess = _inside(embedder), embedder._opened.model.preprocess
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shown = [encode(natural(1024, seed)) for seed in range(4)]
        files = [folder / f"{i}.jpg" for i in range(pictures)]
        for i, file in enumerate(files):
            file.write_bytes(shown[i % len(shown)])

        def naive() -> int:
            with torch.inference_mode():
                for file in files:
                    with Image.open(file) as image:
                        model.encode_image(preprocess(image)[None], normalize=True)
            return pictures

        def ours(some: range) -> int:
            return _stage(checks, _samples([_picture(i, files[i].read_bytes()) for i in some]))

        def naive_on_all_cores() -> int:
            torch.set_num_threads(cores())
            made = naive()
            torch.set_num_threads(1)
            return made

        def ours_beside() -> int:
            """In the threads that a worker has beside a GPU."""
            half = -(-pictures // KEEPERS)
            parts = [range(start, min(start + half, pictures)) for start in range(0, pictures, half)]
            with ThreadPoolExecutor(KEEPERS) as pool:
                return sum(pool.map(ours, parts))

        sides = {
            "all": naive_on_all_cores,
            "beside": ours_beside,
            "naive": naive,
            "ours": partial(ours, range(pictures)),
        }
        found = in_turns(sides, rounds)
    what = "pictures/s, checks of JPEG files of 1024 pixels, against open, preprocess and forward one by one"
    yield Row("C9", f"{what}, on all cores", found["all"].wall, found["beside"].wall, 1.5, 2.5)
    yield Row("", "with one thread each, per second of CPU", found["naive"].cpu, found["ours"].cpu)


def _inside(embedder: OpenClip) -> Any:
    return embedder._opened.model._model


def _picture(index: int, data: bytes) -> Picture:
    return Picture(f"animal-{index:09d}", data, "jpg", 1024, 1024, sha256(data), 0)


@cache
def _heads() -> tuple[str, ...]:
    groups = compose(["ability=animal"]).ability["animal"]["groups"]
    return tuple(dict.fromkeys(word for group in groups.values() for word in group["subjects"]))


def _samples(pictures: Sequence[Picture], tensors: Sequence[Any] = ()) -> Samples:
    heads = _heads()
    shown = [heads[i % 8] for i in range(len(pictures))]
    prompts = [Prompt(p.id, Fields(head), f"(({head}))") for p, head in zip(pictures, shown, strict=True)]
    return Samples(prompts, pictures, tensors=tensors, about=About({"animal": Vocabulary(heads)}))


def _stage(checks: Mapping[str, Check], samples: Samples) -> int:
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(samples.prompts), SHARD):
            measure(Store(Path(folder)), checks, samples.part(start, start + SHARD))
    return len(samples.prompts)


def main(words: list[str]) -> None:
    if importlib.util.find_spec("open_clip") is None:
        raise SystemExit("C8 and C9 need synthgen[clip]: not measured")
    found = list(rows(next((int(word) for word in words if word.isdigit()), 128)))
    print("\n".join(["", HEAD, *map(line, found)]))
    if "json=true" in words:
        print("\n".join(map(as_json, found)))


if __name__ == "__main__":
    main(sys.argv[1:])
