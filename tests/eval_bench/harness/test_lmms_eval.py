import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import yaml

from eval_bench.keywords import verdict_of
from tests.eval_bench.harness.exports import HOSTILE, exported

ANSWERS = (
    "It is red.",
    "Blue.",
    "It is not red.",
    "Yes.",
    "No, it is not.",
    "red or black",
    "",
    "\x00 \n?",
    "I see a square",
)
PROBE = """
import json, sys
sys.path.insert(0, sys.argv[1])
import utils
docs, answers = json.load(sys.stdin)
print(json.dumps([[utils.doc_to_text(doc), *[utils.process_results(doc, [a]) for a in answers]] for doc in docs]))
"""


def rows(folder: Path, source: str) -> list[dict[str, Any]]:
    return list(pq.read_table(folder / f"data/{source}-00000.parquet").to_pylist())


def test_the_tables_hold_pictures_and_texts_as_they_are(tmp_path: Path) -> None:
    sent, folder = exported("lmms_eval", tmp_path)
    found = rows(folder, "generated") + rows(folder, "real")
    assert [row["id"] for row in found] == [item.id for item in sent.items]
    assert [row["image"]["bytes"] for row in found] == [sent.picture(item) for item in sent.items]
    assert found[4]["question"] == f"{HOSTILE}\nAnswer in one short sentence."
    assert found[3]["options"] == list(sent.items[3].options)
    about = json.loads(pq.read_schema(folder / "data/real-00000.parquet").metadata[b"huggingface"])
    assert about["info"]["features"]["image"] == {"_type": "Image"}


def test_there_is_a_task_of_all_items_and_one_of_each_source(tmp_path: Path) -> None:
    folder = exported("lmms_eval", tmp_path)[1]

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!function", lambda loader, node: loader.construct_scalar(node))
    tasks = {path.stem: yaml.load(path.read_text(), Loader) for path in folder.glob("*.yaml")}
    assert {name: told.get("task") for name, told in tasks.items()} == {
        "synthgen_bench": "synthgen_bench",
        "synthgen_bench_generated": "synthgen_bench_generated",
        "synthgen_bench_real": "synthgen_bench_real",
        "synthgen_bench_by_source": ["synthgen_bench_generated", "synthgen_bench_real"],
    }
    metrics = {name: [m["metric"] for m in told.get("metric_list", ())] for name, told in tasks.items()}
    assert metrics["synthgen_bench"] == ["acc", "acc_animal", "acc_color", "unparsed"]
    assert metrics["synthgen_bench_real"] == ["acc", "acc_color", "unparsed"]
    for told in (told for name, told in tasks.items() if name != "synthgen_bench_by_source"):
        assert all((folder / path).is_file() for path in told["dataset_kwargs"]["data_files"]["test"])


@pytest.mark.parametrize("where", ["here", "elsewhere"])
def test_its_scoring_needs_the_standard_library_alone_and_is_ours(where: str, tmp_path: Path) -> None:
    sent, folder = exported("lmms_eval", tmp_path)
    if where == "elsewhere":
        folder = Path(shutil.move(folder, tmp_path / "a b"))
    docs = [{k: v for k, v in row.items() if k != "image"} for s in ("generated", "real") for row in rows(folder, s)]
    (tmp_path / "empty").mkdir()
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", PROBE, str(folder)],
        input=json.dumps([docs, ANSWERS]),
        cwd=tmp_path / "empty",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    seen = set()
    for item, (text, *scores) in zip(sent.items, json.loads(done.stdout), strict=True):
        assert text == sent.asked(item)
        for answer, score in zip(ANSWERS, scores, strict=True):
            verdict, _ = verdict_of(item, answer)
            right = float(verdict == "right")
            assert score == {"acc": right, f"acc_{item.ability}": right, "unparsed": float(verdict == "unparsed")}
            seen.add(verdict)
    assert seen == {"right", "wrong", "unparsed"}
