"""What the kept samples of an ability have shown: an LLM is told it, so that it thinks of something else.

Told in epochs: the slots of epoch e know what the selection kept of the epochs up to e - 2, and nothing later. So what
a slot says never depends on who finished first, and yet two epochs are in flight at any time.
"""

from bisect import bisect_left

from synthgen.kit.prompt_text import counted
from synthgen.types import Fields, Prompt, index_of

EPOCH = 256
"""Indices, if nobody says otherwise."""
LEAST, MOST = 64, 65536
"""Indices that it may have: at least what a file holds."""
NEWEST = 24
"""So many things that were shown are told, of each subject."""


class Memory:
    """Of one ability. One thread walks and writes it; others may read at the same time.

    Readers see finished epochs alone, to which nothing is ever added.
    """

    def __init__(self, images_per_prompt: int = 1, epoch: int = EPOCH) -> None:
        """`epoch`: indices; a few less where that keeps samples together that share a prompt."""
        self._share = images_per_prompt
        self._epoch = epoch - epoch % images_per_prompt
        self._walked = 0
        self._shown: dict[str, tuple[list[int], list[str]]] = {}
        """By subject: the first index of each kept prompt, rising, and what it showed."""

    @property
    def reach(self) -> int:
        """Slots before this index can be told all that they should know."""
        return (self._walked // self._epoch + 2) * self._epoch

    @property
    def window(self) -> int:
        """The most indices that can be in flight."""
        return 2 * self._epoch

    def note(self, subject: str, prompt: Prompt) -> None:
        """A sample was kept whose slot had that subject. Samples come in index order."""
        self.recall(subject, prompt.id, scene(prompt.fields))

    def recall(self, subject: str, id: str, scene: str) -> None:
        """As `note`, of a sample whose prompt nobody has to read again."""
        first = index_of(id) // self._share * self._share
        starts, shown = self._shown.setdefault(subject, ([], []))
        if not starts or starts[-1] != first:
            shown.append(scene)
            starts.append(first)  # last, since readers find the others by it

    def walked(self, stop: int) -> None:
        """All indices before `stop` have been decided, and noted if they were kept."""
        self._walked = stop

    def avoid(self, subject: str, index: int) -> tuple[str, ...]:
        """What was shown of a subject, as the slot of an index should know it; the newest first.

        Raises LookupError for an index that is not in reach.
        """
        if index >= self.reach:
            raise LookupError(f"index {index} is asked for before its epoch: {self._walked} are decided")
        starts, shown = self._shown.get(subject, ((), ()))
        known = bisect_left(starts, (index // self._epoch - 1) * self._epoch)
        return tuple(dict.fromkeys(reversed(shown[max(0, known - NEWEST) : known])))


def scene(fields: Fields) -> str:
    """A prompt in a few words: how many of what, where, beside what."""
    return ", ".join(filter(None, (counted(fields.subject, fields.count), fields.place, *fields.companions)))
