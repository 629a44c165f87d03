"""Benchmarks that are really built, with small pictures."""

import json
from pathlib import Path

import pytest

from eval_bench.__main__ import main
from eval_bench.benchmark import Benchmark, load
from synthgen.kit.reserved import is_reserved
from tests.chat_server import serving_apart
from tests.commands.test_generate import tree
from tests.writers import writing

SMALL = ["renderer.size=128", "engine.workers=1"]


def build(folder: Path, *more: str) -> int:
    return main(["build", "generated", f"outputs={folder}", *SMALL, *more])


def refuse(benchmark: Benchmark, *ids: str) -> None:
    lines = "".join(json.dumps({"item": id, "state": "refused"}) + "\n" for id in ids)
    with (benchmark.folder / "verdicts.jsonl").open("a") as file:
        file.write(lines)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Benchmark:
    folder = tmp_path_factory.mktemp("built")
    assert build(folder, "ability=[color,joke]", "n=10") == 0
    return load(folder / "generated")


def test_exactly_n_of_each_ability_half_of_them_about_reserved_subjects(built: Benchmark) -> None:
    for ability in ("color", "joke"):
        items = [item for item in built.items if item.ability == ability]
        assert len(items) == 10
        assert sum(bool(item.held_out) for item in items) == 5
        assert {item.state for item in items} == {"unvalidated"}
    for item in built.items:
        if item.ability == "color":
            assert is_reserved("color", item.head.split(" ", 1)[1]) is item.held_out
        assert built.picture(item)[:2] == b"\xff\xd8"


def test_odd_and_ordinary_pictures_are_asked_the_same(built: Benchmark) -> None:
    jokes = [item for item in built.items if item.ability == "joke"]
    assert abs(sum(bool(item.odd) for item in jokes) - 5) <= 1  # even at 20, 50, 100
    for item in jokes:
        if item.style == "yes_no":
            assert item.accept == (("yes",) if item.odd else ("no",))
    assert {item.odd for item in built.items if item.ability == "color"} == {None}


def test_the_folder_says_what_made_it_and_that_nobody_has_looked(built: Benchmark) -> None:
    card = (built.folder / "README.md").read_text()
    assert "20 are unvalidated" in card and "flat illustrations" in card and built.version in card
    made = built.about["made"]
    assert sum(count["items"] for count in made["counts"]) == 20
    assert made["embedded"] == ["llm", "renderer"]


def test_the_same_command_makes_the_same_and_a_lost_file_comes_back(built: Benchmark) -> None:
    before = tree(built.folder / "images"), (built.folder / "bench.json").read_bytes()
    (built.folder / built.items[3].image).unlink()
    (built.folder / "items.parquet").unlink()
    assert build(built.folder.parent, "ability=[color,joke]", "n=10") == 0
    assert (tree(built.folder / "images"), (built.folder / "bench.json").read_bytes()) == before


def test_refused_items_are_replaced_by_others_of_their_kind_and_more_items_extend_it(tmp_path: Path) -> None:
    assert build(tmp_path, "ability=color", "n=4") == 0
    first = load(tmp_path / "generated")
    gone, *rest = first.items
    refuse(first, gone.id)
    assert build(tmp_path, "ability=color", "n=4") == 0
    second = load(tmp_path / "generated")
    assert len(second.items) == 4 and len(second.everything) == 5
    (new,) = {item.id for item in second.items} - {item.id for item in rest}
    fresh = next(item for item in second.items if item.id == new)
    assert (fresh.style, fresh.held_out, fresh.state) == (gone.style, gone.held_out, "unvalidated")
    assert build(tmp_path, "ability=color", "n=6") == 0
    assert {item.id for item in second.items} < {item.id for item in load(tmp_path / "generated").items}


def test_where_candidates_end_everything_is_written_and_the_code_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(tmp_path, "ability=color", "n=4", "max_candidates=1") == 0
    first = load(tmp_path / "generated")
    refuse(first, first.items[0].id)
    assert build(tmp_path, "ability=color", "n=4", "max_candidates=1") == 8
    assert "color 3 of 4" in capsys.readouterr().err
    assert len(load(tmp_path / "generated").items) == 3


def test_another_benchmark_in_the_folder_is_left_alone(built: Benchmark, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(built.folder.parent, "ability=[color,joke]", "n=10", "seed=1") == 2
    assert "pass name=" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("styles.maybe=1", "maybe"),
        ("held_out=2", "share from 0 to 1"),
        ("images_per_prompt=2", "prompt of its own"),
        ("training=[nowhere.json]", "is not there"),
        ("abilities=paper13", "did you mean paper12"),
    ],
)
def test_mistakes_are_told_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], word: str, said: str) -> None:
    named = [] if word.startswith("abilities") else ["ability=style"]
    assert build(tmp_path, word, *named) == 2
    assert said in capsys.readouterr().err


def test_a_language_model_writes_items_to_the_same_orders(tmp_path: Path) -> None:
    with serving_apart(writing) as url:
        server = ["llm=openai", "llm.model=tiny", "llm.api_key_env=null", f"llm.base_url={url}"]
        assert build(tmp_path, "ability=animal", "n=5", *server) == 0
    items = load(tmp_path / "generated").items
    assert len(items) == 5
    assert {item.by for item in items} != {"offline (sentence patterns, no language model)"}
    assert sum(item.style == "yes_no" and item.accept == ("no",) for item in items) == 1
    assert sum(bool(item.held_out) for item in items) in (2, 3)


def test_items_that_a_training_set_repeats_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(tmp_path, "ability=color", "n=4") == 0
    first = load(tmp_path / "generated")
    again = [{"id": "a", "image": "none.jpg", "prompt": first.items[0].prompt, "conversations": []}]
    (tmp_path / "train.json").write_text(json.dumps(again))
    told = ["contamination", f"items={tmp_path / 'generated'}", f"training={tmp_path / 'train.json'}"]
    assert main(told) == 0
    found = json.loads((tmp_path / "generated/contamination.json").read_text())["repeated"]
    assert found == {first.items[0].id: "row 1 of train.json, by its keywords"}
    assert build(tmp_path, "ability=color", "n=4", f"training={tmp_path / 'train.json'}") == 0
    second = load(tmp_path / "generated")
    assert len(second.items) == 4 and first.items[0].id not in {item.id for item in second.items}
    assert second.about["made"]["left_out_as_repeated"] == found
    assert main(told) == 0
    assert "0 of 4 items" in capsys.readouterr().out
