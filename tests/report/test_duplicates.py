"""Pairs of pictures that repeat each other are found in whole runs, each under its kind."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from synthgen.build import Run
from synthgen.errors import UsageError
from synthgen.kit.hashes import sha256
from synthgen.kit.marks import Mark
from synthgen.kit.pictures import encode
from synthgen.measure import Samples, measure, measurement
from synthgen.qc.clip import Clip
from synthgen.qc.duplicate import Duplicate
from synthgen.report.duplicates import Gathered, Pair, page_of
from synthgen.store import Store
from synthgen.types import Picture, Pixels, Score
from tests.doubles import prompt, run_of
from tests.kit.test_hashes import scene

PRINT = Duplicate(3, 8, 0.8, 0.9, 12, "reject")
CLIP = Clip(None, None, None, "report", None, None)


def made(folder: Path, pixels: list[Pixels], embeddings: list[list[float]] | None = None, clip: Clip = CLIP) -> Run:
    """A run folder with these pictures, each marked with its id, so that no two files are the same."""
    run, store = run_of(folder, len(pixels), checks={"duplicate": PRINT, "clip": clip}), Store(folder)
    pictures = []
    for i, one in enumerate(pixels):
        id = f"null-{i:09d}"
        data = encode(one, "png", mark=Mark(id, "a thing", "a model", False))
        pictures.append(Picture(id, data, "png", one.shape[1], one.shape[0], sha256(data), 1))
    prompts = [prompt(picture.id, f"(({picture.id}))") for picture in pictures]
    store.put("prompts", prompts)
    store.put("pictures", pictures)
    measure(store, {"duplicate": PRINT}, Samples(prompts, pictures))
    if embeddings:
        rows = [np.array(row, np.float16).tobytes() for row in embeddings]
        some = [Score(p.id, "clip", {"embedding": row}) for p, row in zip(pictures, rows, strict=True)]
        store.put("scores/clip", some, measurement(clip))
    store.write_selection({"id": picture.id, "kept": True} for picture in pictures)
    return run


def said(pairs: list[Pair]) -> list[tuple[str, int, int]]:
    return [(p.kind, int(p.one.id[-9:]), int(p.other.id[-9:])) for p in pairs]


def lighter(pixels: Pixels) -> Pixels:
    return np.clip(pixels.astype(int) + 2, 0, 255).astype(np.uint8)


def test_the_same_pixels_near_ones_and_close_embeddings_are_kinds_of_their_own(tmp_path: Path) -> None:
    shown = [scene(1), scene(2), scene(1), lighter(scene(2)), scene(3)]
    close = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 0.01, 0.0], [0.0, 0.6, 0.8], [0.05, 0.999, 0.0]]
    data = Gathered([made(tmp_path, shown, close)], every=False)
    pairs = data.pairs(3, 8, 0.98)
    assert said(pairs) == [("exact", 0, 2), ("near", 1, 3), ("alike", 1, 4)]
    assert [pair.cosine for pair in pairs] == [
        pytest.approx(1, abs=2e-3),
        pytest.approx(0.6, abs=2e-3),
        pytest.approx(0.999, abs=2e-3),
    ]
    assert pairs[0].bits == 0 and pairs[1].bits <= 3 and pairs[0].across == ""


def test_thresholds_count(tmp_path: Path) -> None:
    data = Gathered([made(tmp_path, [scene(1), lighter(scene(1)), scene(2)])], every=False)
    assert data.embedded == 0 and said(data.pairs(3, 8, 0.5)) == [("near", 0, 1)]
    assert data.pairs(3, 0, 0.5) == []
    assert len(data.pairs(64, 255, 0.5)) == 3


def test_without_scores_of_an_embedding_nothing_is_said_of_it(tmp_path: Path) -> None:
    data = Gathered([made(tmp_path, [scene(1), scene(1)])], every=False)
    assert [pair.cosine for pair in data.pairs(3, 8, 0.5)] == [None]


def test_runs_are_compared_and_embeddings_of_two_models_are_not(tmp_path: Path) -> None:
    other = replace(CLIP, min=0.1)
    same = [
        made(tmp_path / name, [scene(i)], [[1.0, 0.0]], clip)
        for i, (name, clip) in enumerate([("a", CLIP), ("b", other)])
    ]
    assert [(p.kind, p.across) for p in Gathered(same, every=False).pairs(3, 8, 0.9)] == [("alike", "runs")]
    vars(same[1].checks["clip"])["revision"] = 99
    Store(same[1].folder).put(
        "scores/clip", [Score("null-000000000", "clip", {"embedding": bytes(4)})], measurement(same[1].checks["clip"])
    )
    assert Gathered(same, every=False).pairs(3, 8, 0.9) == []


def test_only_what_was_kept_is_compared_unless_all_is_asked_for(tmp_path: Path) -> None:
    run = made(tmp_path, [scene(1), scene(1), scene(1)])
    Store(tmp_path).write_selection([{"id": f"null-{i:09d}", "kept": i != 1} for i in range(3)])
    assert said(Gathered([run], every=False).pairs(3, 8, 0.9)) == [("exact", 0, 2)]
    assert len(Gathered([run], every=True).pairs(3, 8, 0.9)) == 3


def test_a_run_without_fingerprints_or_selection_says_so(tmp_path: Path) -> None:
    run = made(tmp_path, [scene(1)])
    Store(tmp_path).write_selection([])
    with pytest.raises(UsageError, match="no selection yet; pass all=true"):
        Gathered([run], every=False)
    with pytest.raises(UsageError, match="was made without qc.duplicate"):
        Gathered([replace(run, checks={})], every=False)


def test_the_page_shows_both_pictures_of_a_pair_and_escapes_their_prompts(tmp_path: Path) -> None:
    run = made(tmp_path, [scene(1), scene(1)])
    Store(tmp_path).put("prompts", [prompt("null-000000002", "<b>")])
    data = Gathered([run], every=False)
    html = page_of(data, data.pairs(3, 8, 0.9), ["<run>"], "python -m synthgen duplicates run=...")
    assert html.count("<img src=") == 2 and "&lt;run&gt;" in html and "<run>" not in html
    assert "exact: the same pixels" in html and "http" not in html.replace("http-equiv", "")
    assert "None." in page_of(data, [], ["run"], "")
