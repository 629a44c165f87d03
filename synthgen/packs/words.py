"""What a run takes from a pack: what nobody refused in its files, in the form that an ability adds to its own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Protocol, Self, runtime_checkable

from synthgen.config import nearest
from synthgen.errors import UsageError
from synthgen.kit.hashes import stable_hash
from synthgen.kit.patterns import blanks_of, expand
from synthgen.kit.prompt_text import heads
from synthgen.packs.files import FORMS, PACKS, DialogueExample, I, Item, PromptExample, Question, Subject, entries
from synthgen.types import DialogueKind, Fields, Groups, Words


@runtime_checkable
class TakesWords(Protocol):
    """An ability that a pack can add to."""

    @property
    def groups(self) -> Groups: ...

    @property
    def noun(self) -> str: ...

    def with_words(self, words: Words) -> Self: ...


@dataclass(frozen=True)
class Pack:
    """All that a pack adds, in the order of its files."""

    words: Words
    count: int
    """Items."""

    @cached_property
    def identity(self) -> str:
        """What tells it from another pack: its part of a run's fingerprint. Looking an item through changes nothing."""
        words = self.words
        said = [words.groups, words.questions, words.prompt_examples, words.dialogue_examples]
        return f"{self.count} items {stable_hash(said)[:8]}"


def pack_of(name: str, ability: object) -> Pack | None:
    """The pack of an ability, or None if it has none. Raises UsageError: a line for each mistake in its files."""
    folder = PACKS / name
    if not any(folder.glob("*.yaml")):
        return None
    known = [form.file for form in FORMS]
    mistakes = [
        f"{path}: a pack has no such file{nearest(path.name, known)}"
        for path in sorted(folder.glob("*.yaml"))
        if path.name not in known
    ]
    if not isinstance(ability, TakesWords):
        raise UsageError(f"{folder}: ability.{name} takes no pack; move the folder away")

    def used(form: type[I]) -> list[I]:
        path = folder / form.file
        try:
            found = [entry for entry in entries(path, form) if entry.item.state != "refused"]
        except UsageError as e:
            mistakes.extend(e.mistakes)
            return []
        mistakes.extend(f"{path}:{e.line}: {said}" for e in found if (said := mistake(e.item, ability)))
        return [entry.item for entry in found]

    subjects, questions = used(Subject), used(Question)
    prompts, dialogues = used(PromptExample), used(DialogueExample)
    if mistakes:
        raise UsageError(*mistakes)
    words = Words(
        groups=_grouped(subjects),
        questions=_by_kind(questions),
        prompt_examples=[item.prompt for item in prompts],
        dialogue_examples=[item.model_dump(exclude={"state"}) for item in dialogues],
    )
    return Pack(words, len(subjects) + len(questions) + len(prompts) + len(dialogues))


def mistake(item: Item, ability: TakesWords) -> str:
    """Why an ability cannot use an item, with the fix; "" if it can."""
    if isinstance(item, Subject):
        return _misplaced(item, ability.groups)
    if isinstance(item, Question):
        return misworded(item.question, item.kind, ability.noun)
    if isinstance(item, PromptExample) and not heads(item.prompt):
        return "prompt: put the head in double round brackets, as in ((okapi)), jungle"
    return ""


def misworded(question: str, kind: str, noun: str) -> str:
    """What is wrong with a question as a sentence pattern, or ""."""
    blanks = blanks_of(Fields("thing", companions=("other",)), noun)
    blanks |= {"other": "other", "an_other": "another"} if kind == "negative" else {}
    try:
        expand(question, blanks, Random(0))
    except ValueError as e:
        return f"question: {e}; the blanks are {{person}} and {{thing}}"
    return ""


def _misplaced(item: Subject, groups: Groups) -> str:
    if item.group and item.group not in groups:
        return f"unknown group {item.group!r}{nearest(item.group, list(groups))}"
    if not item.group and not item.places and any(group["places"] for group in groups.values()):
        return f"{item.subject!r} is nowhere; add group: {next(iter(groups))}, or places: [...]"
    return ""


def _grouped(subjects: Sequence[Subject]) -> Groups:
    """By groups of the ability, and a new one for each set of places."""
    found: dict[str, dict[str, list[str]]] = {}
    for item in subjects:
        if item.group:
            _add(found, item.group, item.subject)
        if item.places or not item.group:
            new = _add(found, "pack: " + ", ".join([*item.places, *item.companions]), item.subject)
            new["places"], new["companions"] = list(item.places), list(item.companions)
    return found


def _add(found: dict[str, dict[str, list[str]]], name: str, subject: str) -> dict[str, list[str]]:
    group = found.setdefault(name, {"subjects": [], "places": [], "companions": []})
    group["subjects"].append(subject)
    return group


def _by_kind(questions: Sequence[Question]) -> dict[DialogueKind, list[str]]:
    found: dict[DialogueKind, list[str]] = {}
    for item in questions:
        found.setdefault(item.kind, []).append(item.question)
    return found
