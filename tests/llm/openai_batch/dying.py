"""A driver that dies when it is told to.

python -m tests.llm.openai_batch.dying FOLDER URL COUNT [BEFORE|AFTER APPEND]    asks, and dies at an append
"""

import os
import signal
import sys
from contextlib import closing
from pathlib import Path

from synthgen.desk import RunDesk
from synthgen.types import Reply
from tests.llm.openai_batch.setting import client, request

# drivers that die ----------------------------------------------------------------------------------------------------


class Mortal(RunDesk):
    """Dies at an append: 0 is the note that a batch was started, then replies in groups of 500, then the end of it."""

    def __init__(self, root: Path, when: str, number: int) -> None:
        super().__init__(root)
        self._when, self._left = when, number

    def append(self, *replies: Reply) -> None:
        if self._when == "BEFORE" and self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        super().append(*replies)
        if self._when == "AFTER" and self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        self._left -= 1


def drive(folder: str, url: str, count: str, when: str = "", number: str = "0") -> None:
    desk = Mortal(Path(folder), when, int(number)) if when else RunDesk(Path(folder))
    with closing(client(url)) as llm:
        list(llm.complete(map(request, range(int(count))), desk))


if __name__ == "__main__":
    os.environ.setdefault("OPENAI_API_KEY", "sk-test-1234567890")
    drive(*sys.argv[1:])
