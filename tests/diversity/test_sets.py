import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthgen.diversity.sets import read
from synthgen.errors import UsageError
from synthgen.kit.diversity import Row
from synthgen.kit.persons import Person, person_in, person_of
from synthgen.store import Store
from synthgen.types import Dialogue, Fields, Prompt, Reject, Turn

NAMES = [
    "prompt",
    "question",
    "answer",
    "conversations",
    "from",
    "value",
    "role",
    "content",
    "text",
    "captions",
    "human",
]
KEYS = st.sampled_from(NAMES)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def file(folder: Path, rows: Any, name: str = "set.json") -> str:
    path = folder / name
    path.write_text("\n".join(map(json.dumps, rows)) if name.endswith("l") else json.dumps(rows))
    return str(path)


def said(human: str, gpt: str) -> list[dict[str, str]]:
    return [{"from": "human", "value": human}, {"from": "gpt", "value": gpt}]


def test_a_stablellava_file_has_a_prompt_and_one_turn_a_row(tmp_path: Path) -> None:
    rows = [{"id": "0", "image": "a.jpg", "prompt": "((owl)), boy", "question": "<image>\nWhat?", "answer": " An owl."}]
    found = read(file(tmp_path, rows))
    assert found.name == "set"
    assert found.rows == [Row("((owl)), boy", (Turn("What?", "An owl."),), person=Person("man", "child"))]


def test_a_llava_file_has_the_turns_of_its_conversations_and_what_our_export_adds(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"id": "0", "image": "a.jpg", "conversations": said("<image>\nWhat?", "An owl.") + said("Where?", "Here.")},
        {"id": "1", "conversations": said("What?", "A fox."), "prompt": "((fox))", "kind": "vqa", "ability": "animal"},
    ]
    first, second = read(file(tmp_path, rows)).rows
    assert first == Row("", (Turn("What?", "An owl."), Turn("Where?", "Here.")))
    assert (second.prompt, second.kind) == ("((fox))", "vqa")


def test_messages_with_roles_are_read_and_a_system_prompt_is_no_turn(tmp_path: Path) -> None:
    said = [("system", "Be kind."), ("user", "<image>What?"), ("assistant", "An owl.")]
    rows = [{"messages": [{"role": role, "content": text} for role, text in said], "images": ["a.jpg"]}]
    assert read(file(tmp_path, rows)).rows == [Row("", (Turn("What?", "An owl."),))]


def test_lines_of_llava_evaluations_are_read_each_as_what_it_is(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"id": "0", "image": "a.jpg", "instruction": "What?", "output": "An owl.", "type": "conv"},
        {"question_id": 0, "image": "a.jpg", "text": "Where?", "category": "detail"},
        {"question_id": 0, "text": "In a tree.", "category": "detail"},
        {"id": "0", "image": "a.jpg", "captions": ["A woman with an owl.", "An owl."], "instances": []},
    ]
    assert read(file(tmp_path, rows, "set.jsonl")).rows == [
        Row("", (Turn("What?", "An owl."),), "conv"),
        Row("", (Turn("Where?", ""),), "detail"),
        Row("", (Turn("", "In a tree."),), "detail"),
        Row("A woman with an owl.", (), person=Person("woman")),
    ]


def test_a_run_gives_its_kept_samples_and_on_demand_every_candidate(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write_json("run.json", {"command": []})
    prompts = [Prompt(f"a-{i:09d}", Fields("owl", person="girl", skin="dark skin"), f"((owl)), {i}") for i in range(3)]
    store.put("prompts", [*prompts, Reject("a-000000003", "prompt", "not the asked-for form")])
    store.put("dialogues", [Dialogue("a-000000001", "detail", (Turn("Was?", "Eine Eule."),), language="de")])
    store.write_selection([{"id": "a-000000001", "kept": True}, {"id": "a-000000000", "kept": False}])
    kept = Row("((owl)), 1", (Turn("Was?", "Eine Eule."),), "detail", "de", Person("woman", "child", "dark skin"))
    assert read(str(tmp_path)).rows == [kept]
    assert [row.prompt for row in read(str(tmp_path), every=True).rows] == ["((owl)), 0", "((owl)), 1", "((owl)), 2"]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ({"a": 1}, "holds no list of rows"),
        ([], "has no rows"),
        ([{"prompt": "((owl))"}, 3], "row 2 is no object"),
        ([{"id": "0"}], "row 1 has no texts; it needs the key conversations"),
        ([{"conversations": []}], "row 1 has no texts"),
        ([{"question": "What?"}], "row 1: answer is None, not a text"),
        ([{"prompt": 7, "question": "What?", "answer": "An owl."}], "row 1: prompt is 7, not a text"),
        ([{"conversations": "What?"}], "row 1: conversations is no list"),
        ([{"conversations": [{"from": "human"}]}], "row 1: conversations: content is None"),
    ],
)
def test_a_file_that_cannot_be_compared_is_refused_with_row_and_key(tmp_path: Path, rows: Any, says: str) -> None:
    with pytest.raises(UsageError) as e:
        read(file(tmp_path, rows))
    assert says in str(e.value) and str(tmp_path / "set.json") in str(e.value) and "\n" not in str(e.value)


def test_what_is_not_there_or_no_json_or_no_run_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("[{]")
    (tmp_path / "bad.jsonl").write_text('{"prompt": "a"}\n\n{"prompt"\n')
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe")
    (tmp_path / "folder").mkdir()
    says = {
        "none.json": "does not exist; data= takes run folders and JSON files",
        "bad.json": "no JSON",
        "bad.jsonl": "line 3: no JSON",
        "bytes.json": "cannot be read",
        "folder": "has no run.json",
    }
    for name, words in says.items():
        with pytest.raises(UsageError) as e:
            read(str(tmp_path / name))
        assert words in str(e.value) and "\n" not in str(e.value)


def test_a_run_that_kept_nothing_yet_says_what_to_do(tmp_path: Path) -> None:
    Store(tmp_path).write_json("run.json", {"command": []})
    with pytest.raises(UsageError, match="let the run finish, or pass all=true"):
        read(str(tmp_path))


@given(JSON)
def test_any_json_is_read_or_refused_in_one_line(tmp_path_factory: pytest.TempPathFactory, content: Any) -> None:
    path = tmp_path_factory.mktemp("any") / "set.json"
    path.write_text(json.dumps([content]))
    try:
        (row,) = read(str(path)).rows
    except UsageError as e:
        assert "\n" not in str(e)
    else:
        assert row.prompt or row.turns


# who is shown


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("((surgeon)), elderly woman, dark skin, hospital", Person("woman", "elderly", "dark skin")),
        ("((skiing)), gentleman, realistic", Person("man")),
        ("((skiing)), girl", Person("woman", "child")),
        ("((hugging)), woman, man", Person()),
        ("((snowman)), human skull, mangrove", Person()),
        ("((nurse)), middle-aged man, brown-skinned", Person("man", "middle-aged", "brown skin")),
        ("A light skinned young lady", Person("woman", "young", "light skin")),
        ("((leather sofa)), dark room", Person()),
    ],
)
def test_who_is_shown_is_told_by_the_words_of_a_prompt(text: str, person: Person) -> None:
    assert person_in(text) == person


def test_the_parts_of_a_prompt_come_before_its_words() -> None:
    fields = Fields("surgeon", person="boy", skin="light skin")
    assert person_of(Prompt("a-1", fields, "((surgeon)), woman")) == Person("man", "child", "light skin")
    assert person_of(Prompt("a-1", Fields("surgeon"), "((surgeon)), woman")) == Person("woman")
    assert person_of(Prompt("a-1", Fields("surgeon", person="person"), "((surgeon)), person")) == Person()
