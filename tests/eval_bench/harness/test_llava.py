import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval_bench import answers
from eval_bench.__main__ import main
from eval_bench.benchmark import several
from eval_bench.outgoing import Outgoing
from synthgen.errors import UsageError
from tests.eval_bench.harness.exports import exported, items, part
from tests.eval_bench.items import benchmark


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_all_files_keep_the_order_of_the_items(tmp_path: Path) -> None:
    sent, folder = exported("llava", tmp_path)
    ids = [item.id for item in sent.items]
    questions, references = lines(folder / "questions.jsonl"), lines(folder / "reference_answers.jsonl")
    assert [row["question_id"] for row in questions] == [row["question_id"] for row in references] == ids
    assert [row["text"] for row in questions] == [sent.asked(item) for item in sent.items]
    assert [row["text"] for row in references] == [item.answer for item in sent.items]
    pictures = [(folder / "images" / row["image"]).read_bytes() for row in questions]
    assert pictures == [sent.picture(item) for item in sent.items]


def test_answers_as_model_vqa_writes_them_find_their_items_and_words_again(tmp_path: Path) -> None:
    sent, folder = exported("llava", tmp_path)
    said = [
        {"question_id": row["question_id"], "prompt": row["text"], "text": f"It is red {n}.", "answer_id": str(n)}
        | {"model_id": "llava-v1.5-7b", "metadata": {}}
        for n, row in enumerate(lines(folder / "questions.jsonl"))
    ]
    (tmp_path / "answers.jsonl").write_text("".join(json.dumps(row) + "\n" for row in said))
    named = ",".join(str(one.folder) for one in sent.benchmarks)
    fixed = [f"items=[{named}]", f"outputs={tmp_path}", "name=llava"]
    assert main(["answer", "model=file", f"model.path={tmp_path}/answers.jsonl", *fixed]) == 0
    found = answers.load(tmp_path / "llava")
    assert "llava-v1.5-7b" in found.about["model"]
    brought = {id: (answer.asked, answer.text) for id, answer in found.by_picture["shown"].items()}
    assert brought == {row["question_id"]: (row["prompt"], row["text"]) for row in said}


def test_a_judge_finds_a_context_and_a_rule_for_each_question(tmp_path: Path) -> None:
    sent, folder = exported("llava", tmp_path)
    contexts = {row["image"]: row["caption"] for row in lines(folder / "context.jsonl")}
    rules = json.loads((folder / "rule.json").read_text())
    for row in lines(folder / "questions.jsonl"):
        assert contexts[row["image"]] and rules["llava_bench_" + row["category"]]["prompt"]
    assert contexts["color-generated-000000.png"] == "red square"
    assert sent.items[-1].answer in contexts["color-real-1.png"]


def test_a_question_that_holds_its_mark_of_a_picture_is_refused(tmp_path: Path) -> None:
    made = benchmark(tmp_path / "b", [replace(items()[0], question="Is <image> red?")])
    with pytest.raises(UsageError, match="color-generated-000000: its question says <image>"):
        part("llava").files(Outgoing(several([made.folder]), False))
