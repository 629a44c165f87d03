import json
from pathlib import Path

from eval_bench.keywords import compiled
from tests.eval_bench.harness.exports import HOSTILE, exported


def test_samples_name_their_pictures_and_carry_their_rules(tmp_path: Path) -> None:
    sent, folder = exported("inspect_ai", tmp_path)
    samples = [json.loads(line) for line in (folder / "items.jsonl").read_bytes().splitlines()]
    assert [sample["id"] for sample in samples] == [item.id for item in sent.items]
    for item, sample in zip(sent.items, samples, strict=True):
        picture, text = sample["input"][0]["content"]
        assert (folder / picture["image"]).read_bytes() == sent.picture(item)
        assert text["text"] == sent.asked(item)
        assert sample["metadata"]["rule"] == json.loads(json.dumps(compiled(item)))
        assert (sample["metadata"]["ability"], sample["metadata"]["source"]) == (item.ability, item.source)
    assert samples[4]["input"][0]["content"][1]["text"].startswith(HOSTILE)
