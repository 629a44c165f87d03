"""The words that were added to an ability, in files that people edit: one item a line, and its state.

    packs/animal/subjects.yaml      - {subject: okapi, group: jungle, state: new}

Programs append items, or change one in its place: comments, order and whatever else a person wrote stay as they are.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, Generic, Literal, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from synthgen.config import nearest
from synthgen.disk import replace
from synthgen.errors import UsageError

PACKS = Path("packs")
State = Literal["new", "accepted", "refused"]
Bank = Literal["describe", "conversation", "detail", "reasoning", "vqa", "negative"]
"""Kinds of dialogue with questions of their own; a counterpart is asked as its kind of joke is."""


class Item(BaseModel):
    """One entry of a pack. What a person wrote without a state is accepted."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    file: ClassVar[str]
    about: ClassVar[str]
    """What the top of the file says."""
    state: State = "accepted"

    @property
    def text(self) -> str:
        """What tells it from the others of its file."""
        return str(getattr(self, next(name for name in type(self).model_fields if name != "state")))


class Subject(Item):
    file = "subjects.yaml"
    about = "Subjects: what pictures are about. Each needs a group of the ability, or places of its own"
    subject: str = Field(min_length=1)
    group: str = ""
    places: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    """Things that some of its pictures show beside it; only with places of its own."""


class Question(Item):
    file = "questions.yaml"
    about = "Questions, each for one kind of dialogue. {person} and {thing} stand for what the picture shows"
    question: str = Field(min_length=1)
    kind: Bank = "describe"


class PromptExample(Item):
    file = "prompt_examples.yaml"
    about = "Examples for the writer of prompts: the head in double round brackets, then its keywords"
    prompt: str = Field(min_length=1)


class DialogueExample(Item):
    file = "dialogue_examples.yaml"
    about = "Examples for the writer of dialogues"
    prompt: str = Field(min_length=1)
    question: str = Field(min_length=1)
    answer: str = Field(min_length=1)


FORMS: Sequence[type[Item]] = (Subject, Question, PromptExample, DialogueExample)
I = TypeVar("I", bound=Item)  # noqa: E741
_HEADER = """\
# {about}.
# `state` is new (nobody has looked at it yet), accepted or refused; without one it is accepted. All but what is refused
# is used. Edit freely, add and remove lines: `synthgen expand` and `bootstrap` only append, `curate` changes one line.
"""


class Entry(NamedTuple, Generic[I]):
    """An item, and where it stands in its file."""

    item: I
    line: int
    start: int
    end: int


def path_of(ability: str, form: type[Item]) -> Path:
    return PACKS / ability / form.file


def entries(path: Path, form: type[I]) -> list[Entry[I]]:
    """What a file holds; nothing if it is not there. Raises UsageError: a line for each mistake."""
    return list(_entries(path, _text(path), form))


def items(ability: str, form: type[I]) -> list[I]:
    """All items of a kind, the refused ones too. Raises UsageError."""
    return [entry.item for entry in entries(path_of(ability, form), form)]


def append(ability: str, new: Sequence[I]) -> None:
    """Add items of one kind at the end of their file, which is made if need be. Raises UsageError, DiskError."""
    if not new:
        return
    form = type(new[0])
    path = path_of(ability, form)
    text = _text(path) or _HEADER.format(about=form.about)
    root = _root(path, text)
    column = root.start_mark.column if root is not None else 0
    if root is not None and not root.value:  # an empty list: []
        text = text[: root.start_mark.index] + text[root.end_mark.index :]
    lines = [f"{' ' * column}- {_shown(item)}\n" for item in new]
    text += "" if text.endswith("\n") else "\n"
    grown = text + "".join(lines)
    if root is not None and root.value and root.flow_style:
        raise UsageError(f"{path}: the list stands in [...]; write one item a line, each after '- '")
    replace(path, grown.encode())


def change(ability: str, before: I, after: I) -> bool:
    """Put an item in the place of another one; False if that is no longer there. Raises UsageError, DiskError."""
    path = path_of(ability, type(before))
    text = _text(path)
    for entry in _entries(path, text, type(before)):
        if entry.item == before:
            replace(path, (text[: entry.start] + _shown(after) + text[entry.end :]).encode())
            return True
    return False


def _shown(item: Item) -> str:
    """One line of yaml: the state last, and nothing that is empty."""
    said = {k: list(v) if isinstance(v, tuple) else v for k, v in item.model_dump().items() if v and k != "state"}
    line: str = yaml.safe_dump(
        {**said, "state": item.state}, default_flow_style=True, sort_keys=False, allow_unicode=True, width=1_000_000
    )
    return line.strip()


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode() if path.exists() else ""
    except UnicodeDecodeError as e:
        raise UsageError(f"{path} is not UTF-8 text ({e.reason}); save it as UTF-8") from e


def _root(path: Path, text: str) -> yaml.SequenceNode | None:
    """The list that the file is; None for an empty file."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        said = getattr(e, "problem", None) or e
        raise UsageError(f"{where}: no yaml: {said}; texts with signs want quotes") from e
    if root is not None and not isinstance(root, yaml.SequenceNode):
        raise UsageError(f"{path}: it has to be a list: one item a line, each after '- '")
    return root


@lru_cache(maxsize=32)
def _entries(path: Path, text: str, form: type[I]) -> Sequence[Entry[I]]:
    """Kept for a while: a file is looked at many times between two changes."""
    root = _root(path, text)
    found: list[Entry[I]] = []
    mistakes: list[str] = []
    loader = yaml.SafeLoader("")
    for node in root.value if root is not None else ():
        line = node.start_mark.line + 1
        try:
            item = form.model_validate(loader.construct_document(node))
        except ValidationError as e:
            mistakes += [f"{path}:{line}: {_told(error, form)}" for error in e.errors()]
        except yaml.YAMLError as e:
            mistakes.append(f"{path}:{line}: {getattr(e, 'problem', None) or e}")
        else:
            start = node.start_mark.index
            found.append(Entry(item, line, start, start + len(text[start : _end(node)].rstrip())))
    if mistakes:
        raise UsageError(*mistakes)
    return found


def _end(node: Any) -> int:
    """Where the last sign of a node stands: a block in yaml ends only where the next one begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _told(error: Any, form: type[Item]) -> str:
    """A mistake in an item, with its fix."""
    keys = list(form.model_fields)[1:]
    key = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] in ("model_type", "model_attributes_type"):
        return f"{error['input']!r} is no item; write - {{{keys[0]}: ...}}"
    if error["type"] == "extra_forbidden":
        return f"unknown key {key!r}{nearest(key, [*keys, 'state'])}"
    if error["type"] == "missing":
        return f"it has no {key!r}; add {key}: ..."
    if error["type"] == "string_type" and error["input"] is not None:
        return f"{key}: {error['input']!r} is no text; put it in quotes"
    if error["type"] == "tuple_type":
        return f"{key}: {error['input']!r} is no list; write {key}: [{error['input']}]"
    return f"{key}: {error['msg'][:1].lower()}{error['msg'][1:]}"
