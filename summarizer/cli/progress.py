"""How far a batch is: a bar with rate and remaining time on a terminal, elsewhere a plain line now and then."""

from __future__ import annotations

import time

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from summarizer.cli.shared import messages

# Seconds between the plain lines: a log of an hour's run has a hundred.
_PLAIN_EVERY = 30.0


class BatchProgress:
    """Progress over files. A context manager; ``begin`` starts a phase of so many files, ``advance`` counts one."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
        self._bar = Progress(*columns, TimeElapsedColumn(), console=messages, disable=not messages.is_terminal)
        self._task: TaskID | None = None
        self._phase, self._total, self._done, self._worked = "", 0, 0, 0
        self._start = self._last = time.monotonic()

    def __enter__(self) -> BatchProgress:
        self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.stop()

    @property
    def left(self) -> int:
        """Files of the phase that are not done."""
        return self._total - self._done

    def begin(self, phase: str, files: int) -> None:
        """Begin a *phase* of so many *files*."""
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(phase, total=files, pace="")
        self._phase, self._total, self._done, self._worked = phase, files, 0, 0
        self._start = self._last = time.monotonic()

    def advance(self, *, is_work: bool = True) -> None:
        """Count a file; one that needed no work says nothing about the pace."""
        self._done += 1
        self._worked += is_work
        now = time.monotonic()
        if self._worked <= 1:  # until then the workers were started
            self._start = now
        words = pace(self._worked - 1, self.left, now - self._start)
        if self._task is not None:
            self._bar.update(self._task, advance=1, pace=words)
        if not messages.is_terminal and now - self._last >= _PLAIN_EVERY:
            self._last = now
            self.say(f"{self._phase}: {self._done} of {self._total}  {words}")

    def say(self, message: str) -> None:
        """Say *message* on stderr, above the bar."""
        self._bar.console.print(message, markup=False)


def pace(worked: int, left: int, seconds: float) -> str:
    """Return the rate of so many files in so many *seconds*, and the time that those *left* will take at it.

    >>> pace(30, 60, 60.0), pace(0, 60, 5.0)
    ('0.5/s  0:02:00 left', '')
    """
    if worked < 1 or seconds <= 0:
        return ""
    rest = round(seconds / worked * left)
    return f"{worked / seconds:.1f}/s  {rest // 3600}:{rest // 60 % 60:02}:{rest % 60:02} left"
