"""TRL's table: what it holds, and, where TRL is installed, what its trainer makes of it."""

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from synthgen.exporter.trl import Trl
from tests.exporter import tiny_llava
from tests.exporter.reading import DIALOGUE, export, loader, mixed, same
from tests.samples import record


def test_single_turns_are_prompt_and_completion_and_dialogues_are_messages(tmp_path: Path) -> None:
    summary = export(Trl(400), tmp_path, mixed())
    assert (summary.rows, summary.skipped) == (9, {})
    single = pq.read_table(tmp_path / "data/train-00000.parquet").to_pylist()
    multi = pq.read_table(tmp_path / "data/multiturn-00000.parquet").to_pylist()
    assert [(row["id"][-1], len(row["images"])) for row in single] == [("0", 0), ("1", 1), ("2", 2), ("5", 1), ("6", 3)]
    assert [(row["id"][-1], len(row["images"])) for row in multi] == [("3", 1), ("4", 2), ("7", 0), ("8", 1)]
    for row in [*single, *multi]:
        said = row["messages"] if "messages" in row else row["prompt"] + row["completion"]
        assert [message["role"] for message in said] == ["user", "assistant"] * (len(said) // 2)
        blocks = [block["type"] for message in said for block in message["content"]]
        assert blocks == ["image"] * len(row["images"]) + ["text"] * len(said)
        assert "<image>" not in json.dumps(said)
        assert row["picture_prompt"] == "((red balloon)), beach, 8k"
    texts = [block["text"] for message in multi[0]["messages"] for block in message["content"] if block["text"]]
    assert texts == [text for turn in DIALOGUE for text in turn]


def test_two_exports_are_equal(tmp_path: Path) -> None:
    for name in ("one", "other"):
        export(Trl(400), tmp_path / name, (record(i) for i in range(5)))
    path = "data/train-00000.parquet"
    assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "other" / path).read_bytes()


@pytest.mark.consumers
def test_datasets_opens_both_subsets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {one.id: one for one in mixed()}
    export(Trl(400), tmp_path, made.values())
    load = loader(monkeypatch, tmp_path / "cache")
    found = {name: load("parquet", data_files=f"{tmp_path}/{at}") for name, at in Trl(400).subsets().items()}
    assert {name: len(rows) for name, rows in found.items()} == {"default": 5, "multiturn": 4}
    for row in [*found["default"], *found["multiturn"]]:
        pictures = made[row["id"]].pictures
        assert [same(a, b.data) for a, b in zip(row["images"], pictures, strict=True)] == [True] * len(pictures)


OLD_WORDS = pytest.mark.filterwarnings("ignore:.gradient_checkpointing:FutureWarning")  # TRL's, of transformers


def trainer(rows: Any, folder: Path, **options: Any) -> Any:
    """TRL's own trainer, two steps long, over rows as they are."""
    from trl import SFTConfig, SFTTrainer

    said = [message for row in rows for key in ("prompt", "completion", "messages") for message in row.get(key, [])]
    texts = [block["text"] for message in said for block in message["content"] if block["text"]]
    reads = tiny_llava.processor([*texts, "USER: ASSISTANT:"])
    config = SFTConfig(
        output_dir=str(folder),
        max_steps=2,
        per_device_train_batch_size=3,
        max_length=None,
        use_cpu=True,
        report_to=[],
        logging_steps=1,
        learning_rate=0.01,
        dataloader_pin_memory=False,
        **options,
    )
    return SFTTrainer(model=tiny_llava.model(reads), args=config, train_dataset=rows, processing_class=reads)


def supervised(taught: Any, row: Any) -> tuple[str, int]:
    """The text that a trainer's collator supervises in a row, and how many pictures it sees there."""
    batch = taught.data_collator([dict(row)])
    (labels,) = batch["labels"]
    images = batch["pixel_values"].shape[0] if "pixel_values" in batch else 0
    return taught.processing_class.tokenizer.decode(labels[labels != -100]), images


def test_what_lies_in_a_store_is_named_file_by_file_as_its_card_is_not_read_there() -> None:
    assert Trl(400).usage("out/trl") == "datasets.load_dataset('out/trl', split='train')"
    files = "data_files='s3://bucket/trl/data/train-*.parquet'"
    assert Trl(400).usage("s3://bucket/trl") == f"datasets.load_dataset('parquet', {files}, split='train')"


@pytest.mark.trainers
@OLD_WORDS
def test_trl_trains_on_the_answers_and_on_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {one.id: one for one in mixed()}
    export(Trl(400), tmp_path / "export", made.values())
    rows = loader(monkeypatch, tmp_path / "cache")("parquet", data_files=f"{tmp_path}/export/data/train-*.parquet")
    taught = trainer(rows, tmp_path / "out")
    for row in rows:
        one = made[row["id"]]
        assert supervised(taught, row) == (f" {one.dialogue.turns[0].answer}</s>", len(one.pictures))
    trains(taught, steps=2)


@pytest.mark.trainers
@OLD_WORDS
def test_trl_trains_on_all_answers_of_a_dialogue_and_on_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = {one.id: one for one in mixed()}
    export(Trl(400), tmp_path / "export", made.values())
    rows = loader(monkeypatch, tmp_path / "cache")("parquet", data_files=f"{tmp_path}/export/data/multiturn-*.parquet")
    taught = trainer(rows, tmp_path / "out", assistant_only_loss=True)
    for row in rows:
        one = made[row["id"]]
        answers = "".join(f" {turn.answer}</s>" for turn in one.dialogue.turns)
        assert supervised(taught, row) == (answers, len(one.pictures))
    trains(taught, steps=2)


def trains(taught: Any, steps: int) -> None:
    """That a training runs, sees pictures and supervised tokens in each batch, and moves the weights."""
    import torch

    before = {name: weight.clone() for name, weight in taught.model.named_parameters()}
    batches = []
    collate = taught.data_collator.torch_call

    def noted(examples: Any) -> Any:
        batch = collate(examples)
        batches.append(((batch["labels"] != -100).sum().item(), len(batch.get("pixel_values", []))))
        return batch

    taught.data_collator.torch_call = noted
    result = taught.train()
    assert result.global_step == steps and 0 < result.training_loss < 100
    assert len(batches) >= steps and all(tokens > 0 for tokens, _ in batches)
    assert sum(pictures for _, pictures in batches) > 0
    moved = [name for name, weight in taught.model.named_parameters() if not torch.equal(weight, before[name])]
    assert any("vision" in name for name in moved) and any("language_model" in name for name in moved)
