"""The embedded CLIP tells drawings apart, says nothing of what it cannot judge, and is small."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from synthgen.config import compose
from synthgen.embedder.sketch_clip import SketchClip, weights
from synthgen.embedder.sketch_clip.looking import Looking
from synthgen.embedder.sketch_clip.shape import HERE
from synthgen.errors import UsageError
from synthgen.measure import About, Samples
from synthgen.renderer.sketch import Sketch
from synthgen.types import Device, Fields, Picture, Pixels, Prompt, Raster, Take
from tests.samples import picture, prompt

HEADS = ("cat", "red car", "banana", "sofa", "sailboat", "sunflower", "airplane", "penguin driving a car")


def drawn(text: str, seed: int = 7, size: int = 512) -> Pixels:
    take = Take("animal-000000000", 0, Prompt("animal-000000000", Fields("cat"), text), seed)
    (answer,) = Sketch(size).render(iter([take]))
    assert isinstance(answer, Raster)
    return answer.pixels


def batch(*pictures: Picture, embedded: bool = True) -> Samples:
    return Samples([prompt() for _ in pictures], pictures, about=About(embedded=embedded))


@pytest.fixture(scope="module")
def embedder() -> Iterator[SketchClip]:
    one = SketchClip("sketch_clip", None)
    one.open(Device())
    yield one
    one.close()


def test_a_drawing_lies_nearer_to_its_own_head_than_to_others(embedder: SketchClip) -> None:
    shown = [picture(f"animal-{i:09d}", drawn(f"(({head}))")) for i, head in enumerate(HEADS)]
    near = embedder.pictures(batch(*shown)) @ embedder.texts([f"a {head}" for head in HEADS]).T
    assert (near.argmax(1) == np.arange(len(HEADS))).sum() >= len(HEADS) - 1, near


def test_places_and_media_are_read_from_a_drawing(embedder: SketchClip) -> None:
    shown = [picture(f"animal-{i}", drawn(f"((dog)), {end}")) for i, end in enumerate(("kitchen", "beach", "mosaic"))]
    near = embedder.pictures(batch(*shown)) @ embedder.texts(["in the kitchen", "on the beach", "a mosaic"]).T
    assert near.argmax(1).tolist() == [0, 1, 2]


def test_rows_have_unit_length_and_the_scale_is_that_of_the_training(embedder: SketchClip) -> None:
    rows = [
        *embedder.pictures(batch(picture("animal-0", drawn("((cat))")))),
        *embedder.texts(["a cat", "two red cars"]),
    ]
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert 1 < embedder.scale <= 100


def test_pictures_of_another_renderer_are_not_judged(embedder: SketchClip) -> None:
    assert np.isnan(embedder.pictures(batch(picture("animal-0", drawn("((cat))")), embedded=False))).all()


def test_a_broken_picture_has_no_row_and_spoils_none(embedder: SketchClip) -> None:
    good = picture("animal-0", drawn("((cat))"))
    bad = Picture("animal-1", good.data[:500], "jpg", 512, 512, "", 7)
    rows = embedder.pictures(batch(good, bad, good))
    assert np.isnan(rows).any(1).tolist() == [False, True, False]
    assert np.isnan(embedder.pictures(batch(bad))).all()


def test_a_text_with_a_word_that_it_never_read_has_no_row(embedder: SketchClip) -> None:
    rows = embedder.texts(["a cat", "a glorpfish", "", "a cat beside a glorpfish"])
    assert np.isnan(rows).any(1).tolist() == [False, True, True, True]


def test_texts_are_read_once_and_come_in_the_order_that_was_asked(embedder: SketchClip) -> None:
    first = embedder.texts(["a cat", "a watercolor of two red cars on a beach", "a dog"])
    assert (embedder.texts(["a dog", "a cat", "a dog"]) == first[[2, 0, 2]]).all()
    assert embedder.texts([]).shape == (0, first.shape[1])


def test_an_article_and_a_plural_change_nothing_but_a_number_does(embedder: SketchClip) -> None:
    plain, article, plural, two = embedder.texts(["red car", "The red car", "red cars", "two red cars"])
    assert (plain == article).all() and (plain == plural).all()
    assert plain @ two < 0.999


def test_the_size_of_a_drawing_hardly_matters(embedder: SketchClip) -> None:
    shown = [picture(f"animal-{size}", drawn("((penguin)), beach", size=size)) for size in (192, 512)]
    small, large = embedder.pictures(batch(*shown))
    assert small @ large > 0.9


def test_a_batch_is_looked_at_once_however_many_ask(embedder: SketchClip) -> None:
    samples = batch(picture("animal-0", drawn("((cat))")))
    assert embedder.pictures(samples) is SketchClip("sketch_clip", None).pictures(samples)


def test_it_is_under_four_megabytes() -> None:
    assert sum((HERE / file).stat().st_size for file in (*weights.FILES, "pictures.onnx", "texts.onnx")) < 4_000_000


def test_it_looks_at_a_picture_in_a_few_milliseconds() -> None:
    model, shown = Looking(HERE), [drawn("((cat))")] * 16
    model.pictures(shown)
    spent = []
    for _ in range(5):
        began = time.process_time()
        model.pictures(shown)
        spent.append((time.process_time() - began) / 16)
    assert min(spent) < 0.012  # 1.4 ms on an idle core


def test_nothing_of_torch_or_onnxruntime_is_imported_before_it_is_opened() -> None:
    code = "import sys, synthgen.embedder.sketch_clip; print({'torch', 'onnxruntime'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_folder_without_weights_is_told_before_anything_runs(tmp_path: Path) -> None:
    (line,) = SketchClip("sketch_clip", str(tmp_path)).preflight()
    assert "has no weights.npz and no words.txt" in line and "train_clip" in line
    assert SketchClip("sketch_clip", None).preflight() == []


def copied(folder: Path) -> Path:
    for file in weights.FILES:
        shutil.copy(HERE / file, folder / file)
    return folder


@pytest.mark.parametrize("file", weights.FILES)
def test_a_damaged_file_is_told_in_one_line(file: str, tmp_path: Path) -> None:
    path = copied(tmp_path) / file
    path.write_bytes(path.read_bytes()[:1000] if file == "weights.npz" else b"\xff\xfe\xff")
    with pytest.raises(UsageError, match="cannot load") as told:
        SketchClip("sketch_clip", str(tmp_path)).open(Device())
    assert len(str(told.value).splitlines()) == 1


def test_a_model_of_another_shape_is_told_in_one_line(tmp_path: Path) -> None:
    found, words = weights.load(HERE)
    weights.save(tmp_path, found | {"text_projection": found["text_projection"][:, :64]}, words)
    with pytest.raises(UsageError, match="another shape"):
        SketchClip("sketch_clip", str(tmp_path)).open(Device())


def test_words_and_weights_that_do_not_belong_together_are_told_in_one_line(tmp_path: Path) -> None:
    found, words = weights.load(HERE)
    weights.save(tmp_path, found, words[:-1])
    with pytest.raises(UsageError, match="words"):
        SketchClip("sketch_clip", str(tmp_path)).open(Device())


def test_other_weights_are_another_model_and_a_copy_is_the_same(tmp_path: Path) -> None:
    shipped, copy = SketchClip("sketch_clip", None), SketchClip("sketch_clip", str(copied(tmp_path)))
    assert shipped.identity() == copy.identity()
    (tmp_path / "words.txt").write_text("cat\n")
    assert shipped.identity() != copy.identity()


def test_its_yaml_names_the_shipped_weights() -> None:
    found = compose(["ability=animal", "embedder=sketch_clip"]).embedder
    assert found["weights"] is None and found["name"] == "sketch_clip"
