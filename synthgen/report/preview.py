"""A few samples, step by step, in one process and without a run folder: what was sent, came back and was decided."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from synthgen.build import Run
from synthgen.checks import Check
from synthgen.confirming import Draft, Mending, known_of, mender
from synthgen.disk import replace
from synthgen.errors import Interrupted
from synthgen.interfaces import Ability, Desk
from synthgen.measure import Samples, best_of
from synthgen.plan import Planner
from synthgen.progress import embedded
from synthgen.report.html import page
from synthgen.report.page import sample
from synthgen.report.thumbnails import data_url
from synthgen.select import Candidate, Selection, first_failure
from synthgen.types import Device, Dialogue, Message, Picture, Prompt, Raster, Reject, Reply, Request, Score, Slot

SIDE = 480
"""Longest side of a picture on the page, in pixels."""


@dataclass
class Look:
    """One sample, and all that was said about it. None: the step was not reached."""

    slot: Slot
    ask_prompt: Request
    prompt_answer: Reply | Reject | None = None
    prompt: Prompt | Reject | None = None
    picture: Picture | Reject | None = None
    ask_dialogue: Request | None = None
    dialogue_answer: Reply | Reject | None = None
    dialogue: Dialogue | Reject | None = None
    scores: dict[str, Score] = field(default_factory=dict)
    verdict: Reject | None = None
    """What speaks against it; None if it would be kept."""


@dataclass
class Memory:
    """The desk for a writer that costs nothing: its replies are for looking at, and not kept."""

    folder: Path
    cancelled: bool = False

    def look_up(self, key: str) -> Reply | None:
        return None

    def append(self, *replies: Reply) -> None:
        """Keeps nothing."""

    def tell(self, line: str) -> None:
        """Tells nobody."""


def looks(run: Run, n: int, desk: Desk, blind: bool = False) -> list[Look]:
    """The first n prompts of each ability, through every stage. Raises what the parts of the run raise.

    `blind`: the pictures are blank, and no check looks at them; what is written is what the run will write.
    """
    checks = {name: c for name, c in run.checks.items() if not blind or (c.reads == "dialogue" and not c.sees)}
    with ExitStack() as parts:
        for part in (run.llm, run.renderer, *checks.values()):
            parts.callback(part.close)
            part.open(Device())
        return [look for ability in run.abilities.values() for look in _looks(run, ability, n, desk, checks)]


def _looks(run: Run, ability: Ability, n: int, desk: Desk, checks: Mapping[str, Check]) -> list[Look]:
    share = run.config.images_per_prompt
    planner = Planner(ability, run.config.seed, share)
    slots = [planner.slot(index) for index in range(0, n * share, share)]
    found = {slot.id: Look(slot, ability.ask_prompt(slot)) for slot in slots}
    _write_prompts(run, ability, found, desk)
    if desk.cancelled:
        raise Interrupted("interrupted; replies that came are kept. Run the same command to go on")
    _draw(run, planner, found)
    _measure(run, desk, checks, "picture", [look for look in found.values() if isinstance(look.picture, Picture)])
    _write_dialogues(run, ability, found, desk, checks)
    _measure(run, desk, checks, "dialogue", [look for look in found.values() if isinstance(look.dialogue, Dialogue)])
    selection = Selection(n, checks, ability, run.llm.verbatim)
    for look in found.values():
        selection.offer(candidate(look))
    for reject in selection.rejects:
        found[reject.id].verdict = reject
    return list(found.values())


def _write_prompts(run: Run, ability: Ability, found: Mapping[str, Look], desk: Desk) -> None:
    for answer in run.llm.complete((look.ask_prompt for look in found.values()), desk):
        look = found[answer.id]
        look.prompt_answer = answer
        look.prompt = ability.read_prompt(look.slot, answer) if isinstance(answer, Reply) else answer


def _write_dialogues(
    run: Run, ability: Ability, found: Mapping[str, Look], desk: Desk, checks: Mapping[str, Check]
) -> None:
    """For pictures that passed."""
    drafts: dict[str, Draft] = {}
    for id, look in found.items():
        if not isinstance(look.prompt, Prompt) or not isinstance(look.picture, Picture):
            continue
        if not first_failure(id, look.prompt, checks, look.scores, "picture"):
            known = known_of(run.renderer.known, run.checks, look.scores, look.prompt)
            drafts[id] = Draft(look.slot, look.prompt, known, look.picture)
            look.ask_dialogue = ability.ask_dialogue(look.slot, look.prompt, known)
    written: list[tuple[Draft, Dialogue]] = []
    requests = (look.ask_dialogue for look in found.values() if look.ask_dialogue)
    for answer in run.llm.complete(requests, desk):
        look, draft = found[answer.id], drafts[answer.id]
        look.dialogue_answer = answer
        if isinstance(answer, Reject):
            look.dialogue = answer
        else:
            look.dialogue = ability.read_dialogue(look.slot, draft.prompt, draft.known, answer)
        if isinstance(look.dialogue, Dialogue):
            written.append((draft, look.dialogue))
    witness = mender(checks)
    if witness and written:
        for row in Mending(witness, run.llm, run.renderer.known, run.about, desk).mended(ability, written):
            found[row.id].dialogue = row


def candidate(look: Look) -> Candidate:
    """The sample as the selection sees it."""
    assert look.prompt is not None
    return Candidate(look.slot.id, look.prompt, look.picture, look.dialogue, look.scores)


def _draw(run: Run, planner: Planner, found: Mapping[str, Look]) -> None:
    """Render and encode, as workers do."""
    prompts = {id: look.prompt for id, look in found.items() if isinstance(look.prompt, Prompt)}
    takes = {id: planner.takes(prompt, run.config.takes) for id, prompt in prompts.items()}
    drawn = defaultdict[str, dict[int, Picture]](dict)
    for answer in run.renderer.render(chain.from_iterable(takes.values())):
        if isinstance(answer, Raster):
            drawn[answer.id][answer.take] = run.encoding.picture(answer, prompts[answer.id])
        else:
            found[answer.id].picture = answer
    for id, some in drawn.items():
        found[id].picture = best_of(takes[id], some, run.takes_by, run.about)


def _measure(run: Run, desk: Desk, checks: Mapping[str, Check], reads: str, some: Sequence[Look]) -> None:
    """Let the checks that read pictures, or those that read texts, measure."""
    prompts = [look.prompt for look in some if isinstance(look.prompt, Prompt)]
    pictures = [look.picture for look in some if isinstance(look.picture, Picture)]
    dialogues = [look.dialogue for look in some if isinstance(look.dialogue, Dialogue)]
    by_id = {look.slot.id: look for look in some}
    batch = Samples(prompts, pictures, dialogues, about=run.about, desk=desk)
    for name, check in checks.items():
        if some and check.reads == reads:
            for score in check.measure(batch):
                by_id[score.id].scores[name] = score


def write_preview(run: Run, found: Sequence[Look], command: str, replies: Sequence[Reply] = ()) -> Path:
    """The page `preview-<name>.html` beside the run folders; gives its path. `replies`: as they came from a model."""
    path = run.folder.parent / f"preview-{run.folder.name}.html"
    content = page(
        "preview.html",
        name=run.folder.name,
        llm=run.llm.describe_yourself(),
        renderer=run.renderer.describe_yourself(),
        embedded=embedded(run),
        command=command,
        kept=sum(look.verdict is None for look in found),
        looks=[_shown(look, [r for r in replies if r.id == look.slot.id]) for look in found],
    )
    replace(path, content.encode())
    return path


def lines(found: Sequence[Look]) -> Iterator[str]:
    """The same in short, for a terminal."""
    for look in found:
        yield f"{look.slot.id}: {_verdict(look)}"
        if isinstance(look.prompt, Prompt):
            yield f"  {look.prompt.text}"
        for turn in look.dialogue.turns if isinstance(look.dialogue, Dialogue) else ():
            yield f"  - {turn.question}"
            yield f"    {turn.answer}"


def _verdict(look: Look) -> str:
    if look.verdict is None:
        return "would be kept"
    detail = f" ({look.verdict.detail})" if look.verdict.detail else ""
    return f"rejected: {look.verdict.reason}{detail}"


def _shown(look: Look, replies: Sequence[Reply]) -> dict[str, Any]:
    steps = [("prompt", look.ask_prompt, look.prompt_answer), ("dialogue", look.ask_dialogue, look.dialogue_answer)]
    return sample(candidate(look)) | {
        "image": data_url(look.picture, SIDE) if isinstance(look.picture, Picture) else "",
        "verdict": _verdict(look),
        "rejected": look.verdict is not None,
        "negative": look.prompt.negative if isinstance(look.prompt, Prompt) else "",
        "steps": [
            (name, [_message(m) for m in ask.messages], _answer(back, [r for r in replies if r.purpose == name]))
            for name, ask, back in steps
            if ask
        ],
    }


def _message(message: Message) -> tuple[str, str]:
    return message.role, "\n".join(part if isinstance(part, str) else "[a picture]" for part in message.parts)


def _answer(answer: Reply | Reject | None, replies: Sequence[Reply]) -> str:
    """What came back, or each reply of a model that did not find the form."""
    if isinstance(answer, Reply):
        return answer.text
    said = "".join(f"\n\n{reply.refusal or reply.text}" for reply in replies)
    return f"no reply: {answer.reason} {answer.detail}".strip() + said if answer else "no reply"
