"""Exactly n: walks the candidates of an ability in index order and keeps those that nothing speaks against.

Decides on stored figures alone, so it runs again in seconds with other thresholds, and never renders.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from synthgen.interfaces import Check
from synthgen.kit.hashes import hamming, signatures_close
from synthgen.kit.match import NearDuplicates, shingles, word_set
from synthgen.qc.duplicate import Duplicate
from synthgen.types import Dialogue, Picture, Prompt, Reject, Score, Stage, index_of


@dataclass(frozen=True)
class Candidate:
    """What the stages left for one index. None: the stage was not reached."""

    id: str
    prompt: Prompt | Reject
    picture: Picture | Reject | None = None
    dialogue: Dialogue | Reject | None = None
    scores: Mapping[str, Score] = field(default_factory=dict)


def first_failure(
    id: str, prompt: Prompt, checks: Mapping[str, Check], scores: Mapping[str, Score], stage: Stage
) -> Reject | None:
    """What the first check of a stage has against a sample: of those that read pictures, or those that read texts."""
    for name, check in checks.items():
        if check.reads == stage and check.action == "reject":
            if name not in scores:
                return Reject(id, stage, "not measured", name)
            verdict = check.judge(scores[name], prompt)
            if verdict is not None:
                return Reject(id, stage, *verdict)
    return None


class Selection:
    """The walk through one ability: offer candidates in index order until `full`."""

    def __init__(self, n: int, checks: Mapping[str, Check], verbatim: bool, images_per_prompt: int = 1) -> None:
        self.n = n
        self.kept: list[str] = []
        self.rejects: list[Reject] = []
        self._checks = checks
        self._repeats = [
            _Repeats(check, verbatim, images_per_prompt)
            for check in checks.values()
            if isinstance(check, Duplicate) and check.action == "reject"
        ]

    @property
    def full(self) -> bool:
        return len(self.kept) >= self.n

    def offer(self, candidate: Candidate) -> None:
        """Keep the candidate, or note the first thing that speaks against it."""
        reject = self._against(candidate)
        if reject is None:
            self.kept.append(candidate.id)
        else:
            self.rejects.append(reject)

    def _against(self, c: Candidate) -> Reject | None:
        if isinstance(c.prompt, Reject):
            return c.prompt
        if c.picture is None:
            return Reject(c.id, "picture", "not rendered yet", "run the same command to have it rendered")
        if isinstance(c.picture, Reject):
            return c.picture
        failure = first_failure(c.id, c.prompt, self._checks, c.scores, "picture")
        if failure is not None:
            return failure
        if c.dialogue is None:
            # Thresholds were loosened since: the picture passes now, and nobody has written its dialogue yet.
            return Reject(c.id, "dialogue", "not written yet", "run the same command to have it written")
        if isinstance(c.dialogue, Reject):
            return c.dialogue
        failure = first_failure(c.id, c.prompt, self._checks, c.scores, "dialogue")
        if failure is not None:
            return failure
        return next((r for d in self._repeats if (r := d.twin(c, c.prompt, c.dialogue))), None)


class _Repeats:
    """What the kept samples of an ability look like and say, to find those that nearly repeat one.

    Pictures with other heads or other asked-for attributes are contrast, not duplicates. Texts that existed before
    (`verbatim`) are kept as they are: then only pictures of one and the same prompt can be duplicates. Samples that
    share a prompt on purpose (`images_per_prompt`) may share its words.
    """

    def __init__(self, check: Duplicate, verbatim: bool, images_per_prompt: int) -> None:
        self._check, self._verbatim, self._share = check, verbatim, images_per_prompt
        self._looks: dict[Hashable, list[tuple[str, int, bytes]]] = defaultdict(list)
        self._prompts = NearDuplicates(check.prompt_jaccard)
        self._dialogues = NearDuplicates(check.dialogue_shingles)

    def twin(self, c: Candidate, prompt: Prompt, dialogue: Dialogue) -> Reject | None:
        """The reject, naming the earlier sample; or None, and the sample is remembered."""
        subject = prompt.text if self._verbatim else (prompt.head.lower(), _asked_for(prompt))
        look = self._look(c)
        if look is not None:
            for id, phash, signature in self._looks[subject]:
                near = hamming(phash, look[0]) <= self._check.phash_distance
                if near and signatures_close(signature, look[1], self._check.signature_within):
                    return Reject(c.id, "select", "duplicate picture", id)
        said = " ".join(f"{turn.question} {turn.answer}" for turn in dialogue.turns)
        texts = [(self._prompts, "duplicate prompt", word_set(prompt.text))]
        if len(said.split()) >= self._check.dialogue_min_words:
            texts.append((self._dialogues, "duplicate dialogue", shingles(said)))
        number = index_of(c.id) // self._share
        if not self._verbatim:
            for known, reason, items in texts:
                twin = known.find(items, unless=lambda id: index_of(id) // self._share == number)
                if twin is not None:
                    return Reject(c.id, "select", reason, twin)
            for known, _, items in texts:
                known.add(c.id, items)
        if look is not None:
            self._looks[subject].append((c.id, *look))
        return None

    def _look(self, c: Candidate) -> tuple[int, bytes] | None:
        """pHash and colour signature; None where they were not measured."""
        score = c.scores.get("duplicate")
        phash, signature = (score.values.get(k) for k in ("phash", "signature")) if score else (None, None)
        if not isinstance(phash, str) or not isinstance(signature, str):
            return None
        return int(phash, 16), bytes.fromhex(signature)


def _asked_for(prompt: Prompt) -> Hashable:
    """Everything that a dialogue could ask for beyond the head."""
    f = prompt.fields
    return f.attributes, f.count, f.person, f.relation, f.place, f.companions, f.light, f.medium
