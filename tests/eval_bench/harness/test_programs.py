"""The programs themselves run what was exported, offline, and score as we do. synthgen is kept from them."""

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from PIL import Image

from eval_bench import answers
from eval_bench.__main__ import main
from eval_bench.exporting import export
from eval_bench.keywords import verdict_of
from eval_bench.outgoing import Outgoing
from tests.chat_server import Answer, completion, serving
from tests.eval_bench.harness.exports import HOSTILE, benchmarks, outgoing, part
from tests.eval_bench.items import benchmark, item

pytestmark = pytest.mark.harness

ANSWERS = (
    *("It is red.", "Yes, it is.", "It is not red.", "No, it is not.", "I cannot tell.", "The square is blue."),
    *("", "red or black", "Yes and no.", "No.", "A crimson square, it seems.", "?\n\n  Red"),
)
ALONE = """
import runpy, sys
for name in ("synthgen", "eval_bench", "torchvision"):  # whose build may not go with the torch that is there
    sys.modules[name] = None
runpy.run_module("lmms_eval", run_name="__main__", alter_sys=True)
"""
INSPECT = """
import json, os, sys
for name in ("synthgen", "eval_bench"):
    sys.modules[name] = None
from inspect_ai import eval
from inspect_ai.model import ModelOutput, ModelUsage, get_model

answers = iter(json.loads(sys.argv[3]) * 100)

def say(input, tools, tool_choice, config):
    kinds = [part.type for part in input[-1].content]
    assert kinds == ["image", "text"], kinds
    output = ModelOutput.from_content("mockllm/model", next(answers))
    output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)  # or it downloads a tokenizer
    return output

os.chdir(sys.argv[1])
[log] = eval("task.py", model=get_model("mockllm/model", custom_outputs=say), log_dir=sys.argv[2], display="none")
assert log.status == "success", log.error
[scores] = log.results.scores
print(json.dumps({
    "task": log.eval.task,
    "metrics": {name: metric.value for name, metric in scores.metrics.items()},
    "samples": [[s.id, s.output.completion, s.scores["keywords"].value, s.scores["keywords"].metadata["verdict"]]
                for s in log.samples],
}))
"""


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Outgoing:
    """Forty items of all styles, and those of the other tests."""
    folder = tmp_path_factory.mktemp("benchmarks")
    styles = ("wh", "yes", "no", "either_or")
    more = [
        item(n, styles[n % 4], id=f"food-generated-{n}", image=f"images/food-{n}.png", ability="food", state="accepted")
        for n in range(100, 140)
    ]
    return Outgoing([*benchmarks(folder), benchmark(folder / "more", more)], False)


def run(code: str, words: Sequence[str], folder: Path, **more: str) -> str:
    """What a program prints that runs in an empty folder, without a network."""
    (folder / "cwd").mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "OPENAI", "PYTHON"))}
    offline = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(folder / "hub")}
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=folder / "cwd",
        env=kept | offline | more,
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return done.stdout


def lmms(
    model: Sequence[str], task: str, sent: Outgoing, folder: Path
) -> tuple[Mapping[str, Any], list[dict[str, Any]]]:
    """The metrics of the task, and the samples, after the exported folder was moved."""
    export(part("lmms_eval"), sent, folder / "export")
    moved = shutil.move(folder / "export", folder / "moved here")
    where = ["--include_path", moved, "--output_path", str(folder / "results"), "--log_samples", "--batch_size", "1"]
    run(ALONE, [*model, "--tasks", task, *where], folder, OPENAI_API_KEY="none")
    [told] = (folder / "results").rglob("*_results.json")
    [samples] = (folder / "results").rglob(f"*_samples_{task}.jsonl")
    lines = [json.loads(line) for line in samples.read_bytes().splitlines()]
    metrics = json.loads(told.read_text())["results"][task]
    return {name.removesuffix(",none"): value for name, value in metrics.items() if name.endswith(",none")}, lines


def agree(sent: Outgoing, metrics: Mapping[str, Any], samples: Sequence[dict[str, Any]]) -> set[str]:
    """Samples and metrics are ours, item by item; the verdicts that occurred."""
    by_id = {item.id: item for item in sent.items}
    assert sorted(sample["target"] for sample in samples) == sorted(by_id)
    verdicts = {}
    for sample in samples:
        one = by_id[sample["target"]]
        verdicts[one.id], _ = verdict_of(one, sample["filtered_resps"])
        assert sample["acc"] == sample[f"acc_{one.ability}"] == (verdicts[one.id] == "right")
        assert sample["unparsed"] == (verdicts[one.id] == "unparsed")
        assert sample["input"] == sent.asked(one)
    right = {id: verdict == "right" for id, verdict in verdicts.items()}
    assert metrics["acc"] == pytest.approx(mean(right.values()))
    assert metrics["unparsed"] == pytest.approx(mean(verdict == "unparsed" for verdict in verdicts.values()))
    for ability in sent.abilities:
        assert metrics[f"acc_{ability}"] == pytest.approx(mean(right[i.id] for i in sent.items if i.ability == ability))
    return set(verdicts.values())


def test_lmms_eval_gives_our_score_to_each_answer_of_a_server(sent: Outgoing, tmp_path: Path) -> None:
    sizes = {Image.open(BytesIO(sent.picture(item))).size for item in sent.items}
    seen: set[tuple[int, int]] = set()

    def answering(body: Mapping[str, Any], number: int) -> Answer:
        parts = body["messages"][-1]["content"]
        [url] = [one["image_url"]["url"] for one in parts if one["type"] == "image_url"]
        seen.add(Image.open(BytesIO(base64.b64decode(url.partition(",")[2]))).size)
        assert body["temperature"] == 0
        return 200, completion(ANSWERS[number % len(ANSWERS)])

    with serving(answering) as (url, _):
        model = ["--model", "openai", "--model_args", f"model=tiny,base_url={url},api_key=none,num_concurrent=1"]
        metrics, samples = lmms(model, sent.name, sent, tmp_path)
    assert agree(sent, metrics, samples) == {"right", "wrong", "unparsed"}
    [samples_file] = (tmp_path / "results").rglob("*_samples_*.jsonl")
    items = ",".join(str(one.folder) for one in sent.benchmarks)
    fixed = [f"items=[{items}]", "pictures=[shown]", f"outputs={tmp_path}", "name=lmms"]
    assert main(["answer", "model=file", f"model.path={samples_file}", *fixed]) == 0
    assert main(["score", f"answers={tmp_path}/lmms"]) == 0
    brought = answers.load(tmp_path / "lmms")
    marks, by_id = brought.marks["keyword"]["shown"], {item.id: item for item in sent.items}
    assert {sample["target"]: sample["acc"] for sample in samples} == {id: marks[id].value for id in by_id}
    said = brought.by_picture["shown"]
    assert {s["target"]: s["input"] for s in samples} == {id: said[id].asked for id in by_id}
    assert seen == sizes
    assert any(HOSTILE in sample["input"] for sample in samples)


def test_lmms_eval_runs_a_marked_export_with_its_dummy(tmp_path: Path) -> None:
    sent = outgoing(tmp_path, unvalidated=True)
    words = ["--model", "dummy", "--model_args", "response=red"]
    metrics, samples = lmms(words, "synthgen_bench_unvalidated", sent, tmp_path)
    assert len(samples) == 9 and 0 < metrics["acc"] < 1
    agree(sent, metrics, samples)


def test_inspect_gives_our_score_to_each_answer(sent: Outgoing, tmp_path: Path) -> None:
    export(part("inspect_ai"), sent, tmp_path / "export")
    moved = shutil.move(tmp_path / "export", tmp_path / "moved here")
    words = [str(moved), str(tmp_path / "logs"), json.dumps(ANSWERS)]
    told = json.loads(run(INSPECT, words, tmp_path).splitlines()[-1])
    by_id = {item.id: item for item in sent.items}
    assert sorted(id for id, *_ in told["samples"]) == sorted(by_id) and told["task"] == "synthgen_bench"
    for id, answer, score, verdict in told["samples"]:
        assert verdict == verdict_of(by_id[id], answer)[0] and score == (verdict == "right")
    assert {verdict for *_, verdict in told["samples"]} == {"right", "wrong", "unparsed"}
    scores = {id: score for id, _, score, _ in told["samples"]}
    assert told["metrics"]["accuracy"] == pytest.approx(mean(scores.values()))
    for ability in sent.abilities:
        own = [scores[item.id] for item in sent.items if item.ability == ability]
        assert told["metrics"][ability] == pytest.approx(mean(own))


def test_pandas_reads_the_tables_of_vlmevalkit_as_we_wrote_them(sent: Outgoing, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    export(part("vlmevalkit"), sent, tmp_path / "export")
    table = pandas.read_csv(tmp_path / "export/synthgen_bench.tsv", sep="\t")
    assert list(table["question"]) == [sent.asked(item) for item in sent.items]
    assert list(table["answer"]) == [item.answer for item in sent.items]
    assert [base64.b64decode(text) for text in table["image"]] == [sent.picture(item) for item in sent.items]
