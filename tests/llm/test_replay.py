import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from synthgen.__main__ import main
from synthgen.build import build_run
from synthgen.config import compose
from synthgen.desk import RunDesk
from synthgen.llm.replay import Replay, _read_run
from synthgen.plan import Planner
from synthgen.store import FOLDER, Store
from synthgen.types import Dialogue, Known, Prompt, Reply, Turn
from tests.doubles import prompt


def row(prompt: str, question: str, answer: str) -> dict[str, str]:
    return {"id": "0", "image": "a/0.jpg", "prompt": prompt, "question": question, "answer": answer}


ROWS = [
    row("((Giraffe)), savanna, realistic", "<image>\nWhat is it?", "It is a giraffe."),
    row("((Zebra, field, 8k", "Describe it.\n<image>", "A zebra in a field."),
    row("((giraffe)), savanna, realistic", "And this?", "It is a giraffe again."),
]


def read_rows(path: Path) -> list[dict[str, Any]]:
    return list(pq.ParquetFile(path).read(["kind", "turns", "claims"]).to_pylist())


def file_of(folder: Path, content: Any) -> str:
    path = folder / "rows.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return str(path)


def replayed(folder: Path, path: str) -> list[tuple[Prompt, Dialogue]]:
    """What the animal ability reads from each row."""
    llm = Replay(path)
    planner = Planner(build_run(compose(["ability=animal"])).abilities["animal"], seed=0)
    ability, desk, found = planner.ability, RunDesk(folder), []
    for index in range(llm.supply("animal") or 0):
        slot = planner.slot(index)
        (reply,) = llm.complete([ability.ask_prompt(slot)], desk)
        assert isinstance(reply, Reply)
        prompt = ability.read_prompt(slot, reply)
        assert isinstance(prompt, Prompt)
        (said,) = llm.complete([ability.ask_dialogue(slot, prompt, Known())], desk)
        assert isinstance(said, Reply)
        dialogue = ability.read_dialogue(slot, prompt, Known(), said)
        assert isinstance(dialogue, Dialogue)
        found.append((prompt, dialogue))
    return found


def test_rows_are_kept_as_they_are_and_the_tag_goes_wherever_it_stood(tmp_path: Path) -> None:
    found = replayed(tmp_path, file_of(tmp_path, ROWS))
    assert [prompt.text for prompt, _ in found] == [row["prompt"] for row in ROWS]
    assert [prompt.head for prompt, _ in found] == ["Giraffe", "Zebra", "giraffe"]
    assert [turn.question for _, d in found for turn in d.turns] == ["What is it?", "Describe it.", "And this?"]
    assert [turn.answer for _, d in found for turn in d.turns] == [row["answer"] for row in ROWS]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    path.write_text(json.dumps(ROWS), encoding="utf-8-sig")
    assert Replay(str(path)).preflight() == []


@pytest.mark.parametrize(
    "content, says",
    [
        ("not json at all", "is not a json file"),
        ('{"id": 1}', "holds a json dict, not a list of rows"),
        ("[]", "holds no rows"),
        ([ROWS[0], "text"], "row 1 is not an object with prompt, question, answer"),
        ([*ROWS, {"prompt": "((x))", "question": "?"}], "row 3 has no text in 'answer'"),
        ([{"prompt": "  ", "question": "?", "answer": "x"}], "row 0 has no text in 'prompt'"),
        ([{"prompt": 5, "question": "?", "answer": "x"}], "row 0 has no text in 'prompt'"),
    ],
)
def test_a_wrong_file_is_one_line_that_names_the_row(tmp_path: Path, content: Any, says: str) -> None:
    (line,) = Replay(file_of(tmp_path, content)).preflight()
    assert says in line and "\n" not in line


def test_a_missing_file_a_binary_one_and_a_folder_that_is_no_run_are_named(tmp_path: Path) -> None:
    assert "does not exist" in Replay(str(tmp_path / "no.json")).preflight()[0]
    (tmp_path / "x.png").write_bytes(b"\x89PNG\r\n\xff")
    assert "is not a json file" in Replay(str(tmp_path / "x.png")).preflight()[0]
    assert "is not the folder of a finished run" in Replay(str(tmp_path)).preflight()[0]
    assert "needs a file" in Replay().preflight()[0]


def test_another_content_is_another_run_and_another_name_is_not(tmp_path: Path) -> None:
    one = Replay(file_of(tmp_path, ROWS))
    (tmp_path / "moved.json").write_text(json.dumps(ROWS))
    assert one.identity() == Replay(str(tmp_path / "moved.json")).identity()
    (tmp_path / "moved.json").write_text(json.dumps(ROWS[:2]))
    assert one.identity() != replace(one, path=str(tmp_path / "moved.json")).identity()


def test_a_replay_ends_with_what_its_rows_give_and_says_so(
    working_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = {"prompt": "((flurble)), savanna", "question": "?", "answer": "It is a flurble."}
    bare = {"prompt": "no head here", "question": "?", "answer": "Nothing to see here."}
    path = file_of(working_folder, [*ROWS[:2], odd, bare])
    assert main(["ability=animal", "llm=replay", f"llm.path={path}", "n=4"]) == 8
    said = capsys.readouterr()
    assert "kept animal 2 of 4: replay of rows.json has no more rows" in said.err
    assert "flurble" in (working_folder / "outputs/animal/report.html").read_text()
    assert "no head in double round brackets" in (working_folder / "outputs/animal/report.html").read_text()


def test_several_pictures_of_each_row_have_ids_of_their_own(working_folder: Path) -> None:
    path = file_of(working_folder, ROWS[:2])
    assert main(["ability=animal", "llm=replay", f"llm.path={path}", "n=6", "images_per_prompt=3"]) == 0
    rows = json.loads(Path("outputs/animal/export/llava/llava.json").read_text())
    assert [row["id"] for row in rows] == [f"animal-{i:09d}" for i in range(6)]
    assert [row["prompt"] for row in rows] == [ROWS[0]["prompt"]] * 3 + [ROWS[1]["prompt"]] * 3
    pictures = {(Path("outputs/animal/export/llava") / row["image"]).read_bytes() for row in rows}
    assert len(pictures) == 6


def test_a_run_can_be_replayed(working_folder: Path) -> None:
    assert main(["ability=food", "n=3"]) == 0
    assert main(["ability=food", "llm=replay", "llm.path=outputs/food", "n=3", "name=again"]) == 0
    first, again = (
        json.loads(Path(f"outputs/{name}/export/llava/llava.json").read_text()) for name in ("food", "again")
    )
    for one, other in zip(first, again, strict=True):
        assert one["conversations"] == other["conversations"] and one["prompt"] == other["prompt"]


def test_what_is_replayed_keeps_its_kind_and_its_claims(working_folder: Path) -> None:
    checks = "qc=[readable,text,subject]"  # other pictures: one of them may fall
    assert main(["ability=food", "n=12", checks]) == 0
    assert main(["ability=food", "llm=replay", "llm.path=outputs/food", "n=12", "name=again", checks]) == 0
    first, again = (
        [row for file in sorted(Path(f"outputs/{name}/dialogues").glob("*.parquet")) for row in read_rows(file)]
        for name in ("food", "again")
    )
    kept = [row for row in first if row["turns"]]
    assert len({row["kind"] for row in kept}) > 1
    told = [(row["kind"], row["turns"], row["claims"]) for row in kept]
    assert [(row["kind"], row["turns"], row["claims"]) for row in again] == told[: len(again)]


@pytest.mark.slow
def test_five_hundred_published_rows_run_from_end_to_end(
    working_folder: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = published / "animal.json"
    assert main(["ability=animal", "llm=replay", f"llm.path={path}", "n=500"]) == 0
    rows = json.loads(Path("outputs/animal/export/llava/llava.json").read_text())
    known = {(row["prompt"], row["answer"]) for row in json.loads(path.read_text())}
    assert len(rows) == 500
    assert all((row["prompt"], row["conversations"][1]["value"]) in known for row in rows)
    assert "outback" in Path("outputs/animal/report.html").read_text()  # a place that cannot be drawn


def test_later_samples_of_a_long_run_are_found_in_the_folders_of_their_own(tmp_path: Path) -> None:
    store = Store(tmp_path)
    ids = ["null-000000003", f"null-{FOLDER + 904:09d}"]
    for id in ids:
        store.put("prompts", [prompt(id)])
        store.put("dialogues", [Dialogue(id, "describe", (Turn("What is it?", f"{id}."),))])
    store.write_selection([{"id": id, "kept": True} for id in ids])
    assert [row.turns[0][1] for row in _read_run(tmp_path)["null"]] == [f"{id}." for id in ids]
