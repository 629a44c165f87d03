"""Files that people and programs write in turns: what a person wrote stays, and a mistake is one line with its fix."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from synthgen.errors import UsageError
from synthgen.packs.files import PACKS, DialogueExample, Question, Subject, append, change, items, path_of

BY_HAND = """\
# words of our zoo

- subject: okapi      # shy
  group: jungle
  state: new
- {group: savanna, subject: "secretary bird"}   # tall

- subject: axolotl
  places:
    - lake
    # - pond
    - canal
  companions: []
# the end
"""


@pytest.fixture(autouse=True)
def here(working_folder: Path) -> None:
    pass


def written(text: str, form: type[Subject] | type[Question] = Subject) -> Path:
    path = path_of("animal", form)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(text: str, form: type[Subject] | type[Question] = Subject) -> list[str]:
    written(text, form)
    with pytest.raises(UsageError) as error:
        items("animal", form)
    return list(error.value.mistakes)


def test_what_a_person_wrote_is_read_and_without_a_state_accepted() -> None:
    written(BY_HAND)
    okapi, bird, axolotl = items("animal", Subject)
    assert (okapi.subject, okapi.group, okapi.state) == ("okapi", "jungle", "new")
    assert (bird.subject, bird.state, axolotl.places) == ("secretary bird", "accepted", ("lake", "canal"))


def test_new_items_are_appended_and_everything_else_stays_as_it_is() -> None:
    path = written(BY_HAND)
    new = [Subject(subject="no", group="farm", state="new"), Subject(subject="a: b # c", places=("d, e",))]
    append("animal", new)
    assert path.read_text().startswith(BY_HAND)
    assert items("animal", Subject)[3:] == new


def test_an_item_is_changed_in_its_place_and_everything_else_stays_as_it_is() -> None:
    path = written(BY_HAND)
    for item in items("animal", Subject):
        assert change("animal", item, item.model_copy(update={"state": "refused"}))
    assert [item.state for item in items("animal", Subject)] == ["refused"] * 3
    text = path.read_text()
    assert "# words of our zoo\n\n- {subject: okapi, group: jungle, state: refused}\n" in text
    assert "state: refused}   # tall\n\n- {subject: axolotl" in text and text.endswith("# the end\n")


def test_an_item_that_a_person_changed_meanwhile_is_left_alone() -> None:
    path = written(BY_HAND)
    okapi = items("animal", Subject)[0]
    path.write_text(BY_HAND.replace("group: jungle", "group: forest"))
    assert not change("animal", okapi, okapi.model_copy(update={"state": "refused"}))
    assert path.read_text() == BY_HAND.replace("group: jungle", "group: forest")


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "[]\n", "# a\n[ ]", "- {subject: ibis, group: lake}", "  - {subject: ibis}\n"]
)
def test_a_file_of_any_shape_takes_new_items(text: str) -> None:
    written(text)
    before = items("animal", Subject)
    append("animal", [Subject(subject="okapi", group="jungle", state="new")])
    assert items("animal", Subject) == [*before, Subject(subject="okapi", group="jungle", state="new")]


def test_a_list_on_one_line_is_not_torn_apart() -> None:
    path = written("[{subject: ibis, group: lake}]\n")
    with pytest.raises(UsageError, match="write one item a line"):
        append("animal", [Subject(subject="okapi", group="jungle")])
    assert path.read_text() == "[{subject: ibis, group: lake}]\n"


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1).filter(
    lambda t: t.strip() == t != ""
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=4), st.data())
def test_whatever_an_item_says_comes_back_as_it_was(rows: list[tuple[str, str, str]], data: st.DataObject) -> None:
    path_of("any", DialogueExample).unlink(missing_ok=True)
    given_items = [DialogueExample(prompt=p, question=q, answer=a, state="new") for p, q, a in rows]
    for item in given_items:
        append("any", [item])
    assert items("any", DialogueExample) == given_items
    at = data.draw(st.integers(0, len(rows) - 1))
    changed = given_items[at].model_copy(update={"answer": "Something else.", "state": "accepted"})
    first = given_items.index(given_items[at])
    assert change("any", given_items[at], changed)
    assert items("any", DialogueExample) == [*given_items[:first], changed, *given_items[first + 1 :]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {subject: okapi, grup: jungle}", ":1: unknown key 'grup'; did you mean group?"),
        ("\n- {group: jungle}", ":2: it has no 'subject'; add subject: ..."),
        ("- {subject: no, group: farm}", ":1: subject: False is no text; put it in quotes"),
        ("- okapi", ":1: 'okapi' is no item; write - {subject: ...}"),
        ("- {subject: okapi, places: lake}", ":1: places: 'lake' is no list; write places: [lake]"),
        ("- {subject: okapi, state: maybe}", ":1: state: input should be 'new', 'accepted' or 'refused'"),
        ("- {subject: ''}", ":1: subject: string should have at least 1 character"),
        ("- {subject: !!python/name:os.system x}", "could not determine a constructor"),
        ("subject: okapi", ": it has to be a list: one item a line, each after '- '"),
        ("- {subject: okapi", ":1: no yaml: "),
        ("- a\n---\n- b\n", ":2: no yaml: but found another document"),
    ],
)
def test_a_mistake_names_the_file_the_line_the_key_and_the_fix(text: str, said: str) -> None:
    (line,) = mistakes(text)
    assert line.startswith(str(PACKS / "animal" / "subjects.yaml")) and said in line and "\n" not in line


def test_all_mistakes_of_a_file_are_told() -> None:
    assert len(mistakes("- {subject: a, x: 1, y: 2}\n- {}\n- 3\n")) == 4


def test_another_encoding_is_a_mistake() -> None:
    path = written("")
    path.write_bytes("- {subject: Bär}".encode("latin-1"))
    with pytest.raises(UsageError, match="save it as UTF-8"):
        items("animal", Subject)


def test_a_counterpart_has_no_questions_of_its_own() -> None:
    (line,) = mistakes("- {question: Is it odd, kind: counterpart}", Question)
    assert "kind: input should be 'describe', " in line
