"""A study as its owner starts it: in a process of its own, asked over HTTP, ended by Ctrl-C or killed."""

import csv
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval_bench.study.database import Database
from eval_bench.study.types import Form
from tests.eval_bench.pages.serving import ROOT, Served
from tests.eval_bench.study.designs import database, invited

NAME = "base+tuned"


@dataclass
class Study:
    """A study that is served."""

    process: "subprocess.Popen[str]"
    folder: Path
    admin: str
    links: Sequence[str]
    said: str
    """Until it was ready."""

    def rater(self, number: int) -> Served:
        """From 0 on."""
        return Served(self.process, self.links[number])

    def rows(self, query: str, *given: Any) -> list[Any]:
        """Of the database, as others see it."""
        sql = sqlite3.connect(self.folder / "study.sqlite", timeout=30)
        found = sql.execute(query, given).fetchall()
        sql.close()
        return found


def made(root: Path, people: int = 3, items: int = 6, form: Form = "right", **other: Any) -> Database:
    """A study in studies/base+tuned that so many people are invited to."""
    db = database(root / "studies" / NAME, items, form, **other)
    invited(db, people)
    return db


@contextmanager
def served(root: Path, *words: str, port: int = 0) -> Iterator[Study]:
    """The study that `made` made, from when it tells that it is ready on."""
    process = subprocess.Popen(
        [sys.executable, "-m", "eval_bench", "study", f"name={NAME}", f"port={port}", "open=false", *words],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None and process.stderr is not None
        said = ""
        while "Ctrl-C" not in said:
            line = process.stdout.readline()
            assert line, said + process.stderr.read()
            said += line
        folder = root / "studies" / NAME
        with (folder / "links.csv").open(newline="") as file:
            links = [row["link"] for row in csv.DictReader(file)]
        yield Study(process, folder, said.split("admin: ")[1].split()[0], links, said)
    finally:
        process.kill()  # nothing happens to one that is dead
        process.wait()
        for pipe in (process.stdout, process.stderr):
            if pipe:
                pipe.close()


def voted(rater: Served, vote: str = "1", action: str = "") -> tuple[int, dict[str, Any]]:
    """On what the rater sees now; status and answer."""
    task = rater.json("state")["task"]["id"]
    status, data, _ = rater.ask("vote", {"task": task, "vote": vote, "action": action or f"a{task}"})
    return status, json.loads(data)
