import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from eval_bench.benchmark import load
from eval_bench.card import card
from eval_bench.pages.validating import Desk, Verdict
from synthgen.errors import DiskError
from tests.eval_bench.items import benchmark, item
from tests.eval_bench.pages.serving import served


def test_a_kill_in_the_middle_of_verdicts_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    benchmark(folder, [item(i) for i in range(40)])
    told = []
    for start in (0, 15):
        with served("validate", f"items={folder}") as page:
            for number in range(start, start + 15):
                id = f"color-generated-{number:06d}"
                if "item" in page.json("verdict", {"item": id, "state": "accepted"}):
                    told.append(id)
            page.kill()
        with (folder / "verdicts.jsonl").open("a") as file:
            file.write('{"item": "color-generated-0000')  # as a crash leaves it
    assert len(told) == 30
    assert [one.id for one in load(folder).everything if one.state == "accepted"] == told


def test_ctrl_c_writes_the_items_and_tells_what_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "b"
    benchmark(folder, [item(0), item(1)])
    with served("validate", f"items={folder}") as page:
        page.json("verdict", {"item": "color-generated-000001", "state": "refused", "reason": "answer wrong"})
        said = page.end()
    assert "0 accepted, 0 mended, 1 refused, 1 unvalidated" in said
    assert "eval_bench validate items=" in said
    (folder / "verdicts.jsonl").unlink()
    assert [one.state for one in load(folder).everything] == ["unvalidated", "refused"]
    assert (folder / "README.md").is_file()


def mended(**other: str) -> Verdict:
    words = {"question": "What color is the square?", "answer": "The square is red.", "accept": "red, scarlet, Red"}
    return Verdict(**({"item": "color-generated-000000", "state": "mended"} | words | other))  # type: ignore[arg-type]


def test_a_mended_item_is_checked_and_can_be_taken_back_on_another_day(tmp_path: Path) -> None:
    made = benchmark(tmp_path / "b", [item(0)])
    desk = Desk(made, "ab")
    assert "accepted and refused at once" in desk.judge(mended(refuse="Scarlet"))
    assert not (tmp_path / "b" / "verdicts.jsonl").exists()
    assert desk.judge(mended(answer="It is  red\u202e.")) == ""
    found = load(tmp_path / "b").items[0]
    assert (found.state, found.answer, found.accept) == ("mended", "It is red.", ("red", "scarlet"))
    assert Desk(load(tmp_path / "b"), "cd").take_back() == ""  # it is not this person's
    again = Desk(load(tmp_path / "b"), "ab")
    assert again.take_back() == "color-generated-000000"
    assert load(tmp_path / "b").items == made.items
    assert again.take_back() == ""
    lines = [json.loads(line) for line in (tmp_path / "b" / "verdicts.jsonl").read_text().splitlines()]
    assert [line["by"] for line in lines] == ["ab", "ab"]


def accepted(number: int) -> Verdict:
    return Verdict(item=f"color-generated-{number:06d}", state="accepted")


def test_a_verdict_that_another_person_overruled_or_whose_item_was_built_anew_stays(tmp_path: Path) -> None:
    made = benchmark(tmp_path / "b", [item(0), item(1), item(2)])
    for number in range(3):
        Desk(load(made.folder), "ab").judge(accepted(number))
    refused = Verdict(item="color-generated-000002", state="refused", reason="other")
    assert Desk(load(made.folder), "cd").judge(refused) == ""
    benchmark(made.folder, [item(0), item(1, "no"), item(2)])  # the second asks something else now
    desk = Desk(load(made.folder), "ab")
    assert desk.take_back() == "color-generated-000000"
    assert desk.take_back() == ""
    assert [one.state for one in load(made.folder).everything] == ["unvalidated", "unvalidated", "refused"]
    assert load(made.folder).everything[1].style == "yes_no"
    assert "Looked at: 2 items by ab, 1 items by cd." in card(load(made.folder))


def test_one_page_at_a_time_and_one_port_for_one_page(tmp_path: Path) -> None:
    benchmark(tmp_path / "b", [item(0)])
    benchmark(tmp_path / "c", [item(0)])
    with served("validate", f"items={tmp_path / 'b'}") as page:
        for folder, port, code, said in (
            ("b", 0, 3, r"eval_bench: \S+ is in use by process \d+ on \S+; wait for it, or choose another folder.*"),
            (
                "c",
                urlsplit(page.address).port,
                2,
                r"eval_bench: port=\d+: address already in use; pass port=0 for any free one",
            ),
        ):
            words = ["validate", f"items={tmp_path / folder}", f"port={port}", "open=false"]
            ran = subprocess.run([sys.executable, "-m", "eval_bench", *words], capture_output=True, text=True)
            assert ran.returncode == code and re.fullmatch(said, ran.stderr.strip().replace("\n", " ")), ran.stderr


def test_a_full_disk_is_told_and_nothing_counts_as_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(benchmark(tmp_path / "b", [item(0)]), "ab")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskError, match="is full; free space"):
        desk.judge(accepted(0))
    assert desk.items["color-generated-000000"].state == "unvalidated"
    assert load(tmp_path / "b").items[0].state == "unvalidated"
    monkeypatch.undo()
    assert desk.judge(accepted(0)) == ""
    assert load(tmp_path / "b").items[0].state == "accepted"


def test_a_refusal_needs_a_reason(tmp_path: Path) -> None:
    desk = Desk(benchmark(tmp_path / "b", [item(0)]), "ab")
    assert (
        desk.judge(Verdict(item="color-generated-000000", state="refused", reason="ugly")) == "Say why it is refused."
    )
