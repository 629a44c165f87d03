"""One thread owns the database; requests hand it actions and wait.

All actions that wait are put on disk together: 200 people who vote at once wait for the disk once, not 200 times.
"""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

from eval_bench.study.database import Database

T = TypeVar("T")
MOST = 256
"""Actions in one transaction: more would make the first of them wait."""


@dataclass
class _Job:
    action: Callable[[Database], Any]
    future: "asyncio.Future[Any]"
    result: Any = None
    fault: Exception | None = None


class Writer:
    """Runs actions one after the other, each whole or not at all."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    async def do(self, action: Callable[[Database], T]) -> T:
        """What the action gives, once all that it wrote is on disk.

        Raises what the action raises, in which case nothing of it is written; DiskError where the disk refuses.
        """
        job = _Job(action, asyncio.get_running_loop().create_future())
        self._jobs.put(job)
        result: T = await job.future
        return result

    def close(self) -> None:
        """After the actions that wait."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        going = True
        while going:
            jobs = [self._jobs.get()]
            while len(jobs) < MOST and not self._jobs.empty():
                jobs.append(self._jobs.get())
            going = None not in jobs
            if batch := [job for job in jobs if job]:
                self._run(batch)

    def _run(self, batch: list[_Job]) -> None:
        try:
            with self._db.transaction():
                for job in batch:
                    self._try(job)
        except Exception as e:  # nothing is on disk: all who wait hear it, and the next batch may fare better
            for job in batch:
                job.fault = e
        with suppress(RuntimeError):  # the server has ended: nobody waits
            batch[0].future.get_loop().call_soon_threadsafe(_tell, batch)

    def _try(self, job: _Job) -> None:
        """A fault of its own is told to it alone; what the disk refuses is everybody's."""
        try:
            with self._db.part():
                job.result = job.action(self._db)
        except sqlite3.OperationalError:
            raise
        except Exception as e:
            job.fault = e


def _tell(batch: Sequence[_Job]) -> None:
    for job in batch:
        if job.future.done():
            continue  # who waited has gone
        if job.fault:
            job.future.set_exception(job.fault)
        else:
            job.future.set_result(job.result)
