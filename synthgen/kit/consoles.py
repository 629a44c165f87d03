"""Consoles whose reader may go away."""

import os
import sys

from rich.console import Console


class Talk(Console):
    """A run goes on when nobody reads any more how far it is: at Ctrl-C `2>&1 | tee` is gone first."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


class Results(Console):
    """Who reads no further has what they wanted: `| head`. Raises BrokenPipeError, where rich ends the program."""

    def on_broken_pipe(self) -> None:
        raise  # what rich has just caught
