"""Handlers for the tests of the pool, which worker processes import: what they do is in the path of the job."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from summarizer.batch.records import Entry, Job, Record, Result, outcome_of


class Obedient:
    """Does what the path of a job says, article by article: die, crash, hang, be slow; anything else is done at once."""

    def __call__(self, job: Job, on_start: Callable[[str], None]) -> Result:
        names = job.path.split("+")
        lost = {name: (code, message) for name, code, message in job.lost}
        entries = []
        for name in names:
            own = name if len(names) > 1 else ""
            on_start(own)
            if own in lost:
                entries.append(Entry(own, "failed", code=lost[own][0], message=lost[own][1]))
            else:
                _obey(name)
                entries.append(Entry(own, "done", output=str(os.getpid())))
        record = Record(job.path, "", "", tuple(entries))
        return Result(record, tuple(outcome_of(job.path, entry) for entry in entries))


class Stillborn:
    """Cannot be made."""

    def __init__(self) -> None:
        os._exit(3)

    def __call__(self, job: Job, on_start: Callable[[str], None]) -> Result:
        raise NotImplementedError


def _obey(order: str) -> None:
    if order.startswith("die"):
        os.kill(os.getpid(), signal.SIGKILL)
    if order.startswith("crash"):
        os._exit(1)
    if order.startswith("hang"):
        time.sleep(60)
    if order.startswith("slow"):
        time.sleep(0.3)
