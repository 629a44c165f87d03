"""Controls of a mix, from the command line to what lies in their files."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from synthgen.__main__ import main
from synthgen.commands.told import run_of
from synthgen.mix.runs import UNSAFE, fallen, kept
from synthgen.store import Store

Rows = list[dict[str, Any]]
FOREIGN, SUBJECTS = 40, ("owl", "fox", "cow", "hen")


@pytest.fixture
def sources(working_folder: Path) -> str:
    """A file of foreign rows, and one of ours: three abilities, four subjects each."""
    foreign = [row(f"llava/{i}", f"coco/{i}.jpg", "What is it?", f"Thing number {i}.") for i in range(FOREIGN)]
    ours = [
        row(f"{ability}-{i}", f"ours/{ability}-{i}.jpg", "Which?", f"A {subject}.", "Where?", "In a barn.")
        | {"ability": ability, "prompt": f"(({subject})), barn, number {i}"}
        for ability, count in (("animal", 16), ("joke", 8), ("color", 4))
        for i in range(count)
        for subject in (SUBJECTS[i % 4],)
    ]
    Path("foreign.json").write_text(json.dumps(foreign))
    Path("ours.json").write_text(json.dumps(ours))
    return "[{path: foreign.json, count: 20}, {path: ours.json, count: 14}]"


def row(id: str, image: str, *said: str) -> dict[str, Any]:
    turns = [
        {"from": ("human", "gpt")[i % 2], "value": ("" if i else "<image>\n") + text} for i, text in enumerate(said)
    ]
    return {"id": id, "image": image, "conversations": turns}


def mixed(sources: str, variants: str, *more: str) -> tuple[Rows, dict[str, Rows]]:
    """The rows of the mix, and those of each variant."""
    assert main(["mix", f"sources={sources}", f"variants=[{variants}]", "pictures=skip", *more]) == 0
    files = {path.name.split(".")[1]: path for path in Path().glob("mix.*.json") if "report" not in path.name}
    return read(Path("mix.json")), {name: read(path) for name, path in files.items()}


def read(path: Path) -> Rows:
    rows: Rows = json.loads(path.read_text())
    return rows


def ids(rows: Sequence[Mapping[str, Any]]) -> Counter[str]:
    return Counter(row["id"] for row in rows)


def ours(rows: Rows) -> Rows:
    return [row for row in rows if "ability" in row]


def test_every_variant_has_as_many_rows_as_the_mix_and_a_report_that_names_it(sources: str) -> None:
    main_rows, variants = mixed(sources, "without,more_llava,shuffled,blind,one_turn")
    assert sorted(variants) == [
        "blind", "more_llava", "one_turn", "shuffled", "without_animal", "without_color", "without_joke"
    ]  # fmt: skip
    assert {len(rows) for rows in variants.values()} == {len(main_rows)} == {34}
    for name in variants:
        report = json.loads(Path(f"mix.{name}.report.json").read_text())
        assert (report["variant"], report["of"], report["mix"], report["rows"]) == (
            name,
            "mix.json",
            f"mix.{name}.json",
            34,
        )


def test_variants_are_the_same_again_and_other_with_another_seed(sources: str) -> None:
    names = "without,more_llava,shuffled"
    first = mixed(sources, names)
    assert mixed(sources, names) == first
    other = mixed(sources, names, "seed=1")
    assert all(other[1][name] != rows for name, rows in first[1].items())


def test_variants_leave_the_mix_as_it_is(sources: str) -> None:
    assert mixed(sources, "without,shuffled")[0] == mixed(sources, "")[0]


def test_without_an_ability_the_others_fill_its_place_with_rows_that_were_not_taken(sources: str) -> None:
    main_rows, variants = mixed(sources, "without_animal,without_joke")
    left = Counter(row["ability"] for row in ours(main_rows))
    rows = variants["without_joke"]
    assert {row["ability"] for row in ours(rows)} == {"animal", "color"} and len(ours(rows)) == 14
    assert ids(rows) - ids(main_rows) and max(ids(rows).values()) == 1
    assert [row for row in rows if "ability" not in row] == [row for row in main_rows if "ability" not in row]
    report = json.loads(Path("mix.without_joke.report.json").read_text())
    assert report["rows_left_out"] == report["rows_new"] == left["joke"] and report["rows_once_more"] == 0
    # of the others there are 12 in all, for the place of 14
    report = json.loads(Path("mix.without_animal.report.json").read_text())
    counts = ids(ours(variants["without_animal"]))
    assert counts.total() == 14 and max(counts.values()) == 2
    assert report["rows_left_out"] == left["animal"] and report["rows_once_more"] == 14 - len(counts) >= 2


def test_more_llava_is_foreign_rows_each_once_before_any_twice(sources: str) -> None:
    main_rows, variants = mixed(sources, "more_llava")
    counts = ids(variants["more_llava"])
    assert ours(variants["more_llava"]) == [] and len(counts) == 34 and max(counts.values()) == 1
    assert not ids([row for row in main_rows if "ability" not in row]) - counts
    few = sources.replace("count: 20", "count: 35")
    counts = ids(mixed(few, "more_llava")[1]["more_llava"])
    assert len(counts) == FOREIGN and sorted(counts.values()) == [1] * 31 + [2] * 9


def test_shuffled_rows_have_a_picture_of_another_subject_of_their_ability(sources: str) -> None:
    everything = sources.replace("count: 14", "weight: 1.0")
    main_rows, variants = mixed(everything, "shuffled")
    before = {row["id"]: row for row in main_rows}
    subject = {row["image"]: row["prompt"].split(",")[0] for row in ours(main_rows)}
    for row in ours(variants["shuffled"]):
        was = before[row["id"]]
        assert row["image"].split("-")[0] == was["image"].split("-")[0]
        assert subject[row["image"]] != subject[was["image"]]
        assert row == was | {"image": row["image"]}
    assert Counter(row["image"] for row in variants["shuffled"]) == Counter(row["image"] for row in main_rows)
    assert [row for row in variants["shuffled"] if "ability" not in row] == [r for r in main_rows if "ability" not in r]
    report = json.loads(Path("mix.shuffled.report.json").read_text())
    assert report["rows_with_the_picture_of_another"] == 28 and report["of_them_of_the_same_subject"] == 0


def test_shuffled_rows_that_are_there_twice_leave_each_picture_as_often_as_it_was(sources: str) -> None:
    main_rows, variants = mixed(sources.replace("count: 14", "weight: 1.4"), "shuffled")
    pairs = [*zip(ours(main_rows), ours(variants["shuffled"]), strict=True)]
    assert max(ids(ours(main_rows)).values()) == 2
    assert Counter(was["image"] for was, _ in pairs) == Counter(now["image"] for _, now in pairs)
    assert all(now == was | {"image": now["image"]} != was for was, now in pairs)
    report = json.loads(Path("mix.shuffled.report.json").read_text())
    assert report["rows_with_the_picture_of_another"] == len(pairs) == 39
    assert "rows_that_keep_their_picture" not in report


def test_rows_that_are_alone_of_their_ability_exchange_pictures_with_one_another(sources: str) -> None:
    rows = [
        row(str(i), f"{i}.jpg", "What?", "An owl.") | {"ability": ability, "prompt": f"((owl)), barn {i}"}
        for i, ability in enumerate(["a", "b", "c", "d", "d"])
    ]
    Path("alone.json").write_text(json.dumps(rows))
    main_rows, variants = mixed("[{path: foreign.json}, {path: alone.json}]", "shuffled")
    assert all(
        now["image"] != was["image"] for was, now in zip(ours(main_rows), ours(variants["shuffled"]), strict=True)
    )
    Path("alone.json").write_text(json.dumps(rows[2:]))
    mixed("[{path: foreign.json}, {path: alone.json}]", "shuffled")
    report = json.loads(Path("mix.shuffled.report.json").read_text())
    assert (report["rows_with_the_picture_of_another"], report["rows_that_keep_their_picture"]) == (2, 1)


def test_rows_that_name_an_ability_are_ours_in_a_file_with_others_too(sources: str) -> None:
    assert main(["mix", f"sources={sources}", "out=both.json", "pictures=skip"]) == 0
    main_rows, variants = mixed("[{path: both.json}, {path: foreign.json}]", "without_joke,more_llava,blind,one_turn")
    foreign = [row for row in main_rows if "ability" not in row]
    assert "joke" not in {row["ability"] for row in ours(variants["without_joke"])}
    assert ours(variants["more_llava"]) == []
    for name in ("blind", "one_turn"):
        assert [row for row in variants[name] if "ability" not in row] == foreign
        assert len(ours(variants[name])) == 14
    assert all("image" not in row for row in ours(variants["blind"]))


def test_without_means_the_abilities_that_the_mix_has_rows_of(sources: str) -> None:
    _, variants = mixed(sources.replace("count: 14", "count: 3"), "without", "seed=3")
    kept = {row["ability"] for row in ours(read(Path("mix.json")))}
    assert 1 < len(kept) < 3 and {*variants} == {f"without_{ability}" for ability in kept}


def test_blind_rows_have_no_picture_and_foreign_rows_keep_theirs(sources: str) -> None:
    main_rows, variants = mixed(sources, "blind")
    rows = variants["blind"]
    assert [row["id"] for row in rows] == [row["id"] for row in main_rows]
    assert all("image" not in row and "<image>" not in str(row) for row in ours(rows))
    assert [row["image"] for row in rows if "ability" not in row] == [
        r["image"] for r in main_rows if "ability" not in r
    ]
    assert [row["conversations"][1:] for row in rows] == [row["conversations"][1:] for row in main_rows]


def test_one_turn_rows_end_after_the_first_answer(sources: str) -> None:
    main_rows, variants = mixed(sources, "one_turn")
    assert [row["conversations"] for row in variants["one_turn"]] == [row["conversations"][:2] for row in main_rows]
    report = json.loads(Path("mix.one_turn.report.json").read_text())
    assert report["rows_cut_to_one_turn"] == 14


@pytest.mark.parametrize(
    ("entries", "variants", "why"),
    [
        ("[{path: ours.json}]", "more_llava", "needs rows that are not ours"),
        ("[{path: foreign.json}]", "blind", "changes rows that name an ability, and the mix has none"),
        ("[{path: foreign.json}]", "without", "needs rows that name an ability"),
        ("[{path: foreign.json}, {path: one.json}]", "without_joke", "would leave nothing of ours"),
        ("[{path: foreign.json}, {path: one.json}]", "shuffled", "no two of our rows have pictures to exchange"),
        ("[{path: foreign.json}, {path: one.json}]", "one_turn", "would be the mix itself"),
        ("[{path: foreign.json}, {path: ours.json}]", "unfiltered", "no sample that fell in the checks has a dialogue"),
        (
            "[{path: foreign.json}, {path: ours.json}]",
            "without_jokes",
            "there is no without_jokes; there are without, ",
        ),
        ("[{path: foreign.json}, {path: ours.json}]", "blind,shufled", "there is no shufled"),
    ],
)
def test_a_variant_that_cannot_differ_is_refused_before_anything_is_written(
    sources: str, entries: str, variants: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one = row("joke-0", "j.jpg", "What?", "An owl.") | {"ability": "joke", "prompt": "((owl)), barn"}
    Path("one.json").write_text(json.dumps([one]))
    assert main(["mix", f"sources={entries}", f"variants=[{variants}]", "pictures=skip"]) == 2
    said = capsys.readouterr().err
    assert why in said and "Traceback" not in said
    assert not [*Path().glob("mix*.json")]


def test_a_first_stage_cannot_go_blind(sources: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mix", f"sources={sources}", "variants=[blind]", "stage=pretrain"]) == 2
    assert "blind does not go with stage=pretrain" in capsys.readouterr().err


@pytest.mark.slow
def test_unfiltered_draws_from_all_that_the_run_made(sources: str) -> None:
    assert main(["ability=animal", "n=6"]) == 0
    # every prompt shares its quality words with another: at this threshold nearly all fall
    assert main(["select", "run=outputs/animal", "qc.duplicate.prompt_jaccard=0.01"]) == 8
    run = run_of(["run=outputs/animal"], "mix")
    fell = fallen(run)
    assert fell and kept(run) and not set(fell) & set(kept(run))
    entries = "[{path: foreign.json}, {run: outputs/animal, count: 60}]"
    main_rows, variants = mixed(entries, "unfiltered")
    own = [row for row in variants["unfiltered"] if "ability" in row]
    assert len(own) == len(ours(main_rows)) == 60
    assert {row["id"].rpartition("/")[2] for row in own} == {*kept(run), *fell}
    assert {row["id"].rpartition("/")[2] for row in ours(main_rows)} == {*kept(run)}
    assert all(Path(row["image"]).is_file() for row in own)
    report = json.loads(Path("mix.unfiltered.report.json").read_text())
    assert report["runs"] == ["outputs/animal"] and report["rows_of_sources"]["animal, fallen"] > 0


@pytest.mark.slow
def test_samples_that_fell_for_being_unsafe_are_in_no_control(working_folder: Path) -> None:
    assert main(["ability=animal", "n=3"]) == 0
    assert main(["select", "run=outputs/animal", "qc.duplicate.prompt_jaccard=0.01"]) == 8
    run = run_of(["run=outputs/animal"], "mix")
    assert fallen(run)
    store = Store(run.folder)
    rows = store.read_selection()
    for check in UNSAFE:
        store.write_selection([row | {"check": None if row["kept"] else check} for row in rows])
        assert fallen(run) == []
