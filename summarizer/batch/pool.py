"""Worker processes that take one file after the other.

Each worker has a pipe of its own and nothing is shared, so a worker may die at any moment (out of memory, a fault in a C library,
a timeout) without leaving a lock held: it costs its article, and another takes its place. Pools of the standard library give up
as a whole when a worker dies.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any

from summarizer.batch.records import Entry, Executor, Handler, Job, Record, Result, full_name, outcome_of
from summarizer.errors import BatchError

# Seconds that one article may take: ten times what a book of 5 MB takes.
TIMEOUT = 120.0
# Articles of one file that may kill or outlast their worker before the rest of the file is given up.
MOST_LOST = 3
# Workers by default: each takes about 300 MB, and a disk has enough to do with eight.
MOST_WORKERS = 8
# Seconds that a worker without work is given to end by itself.
_PATIENCE = 5.0


def in_process(jobs: Iterator[Job | Result], make: Callable[[], Handler], stop: Callable[[], bool]) -> Iterator[Result]:
    """Do *jobs* in this process, one after the other: without timeouts, and a crash is a crash."""
    handler = make()
    for job in jobs:
        yield job if isinstance(job, Result) else handler(job, _ignore)
        if stop():
            return


def processes(workers: int, *, timeout: float = TIMEOUT) -> Executor:
    """Return an executor of *workers* processes; an article that takes more than *timeout* seconds fails."""

    def execute(jobs: Iterator[Job | Result], make: Callable[[], Handler], stop: Callable[[], bool]) -> Iterator[Result]:
        pool = Pool(make, workers=workers, timeout=timeout)
        try:
            yield from pool.run(jobs, stop)
            pool.close()
        finally:
            pool.kill()

    return execute


def default_workers() -> int:
    """Return one worker for each core that this process may use, at most MOST_WORKERS."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, MOST_WORKERS)


class Pool:
    """Some worker processes with handlers that *make* makes. ``run`` may be called again; ``close`` or ``kill`` at the end."""

    def __init__(self, make: Callable[[], Handler], *, workers: int, timeout: float = TIMEOUT) -> None:
        self._make, self._size, self._timeout = make, workers, timeout
        self._workers: list[_Worker] = []

    def run(self, jobs: Iterator[Job | Result], stop: Callable[[], bool] = lambda: False) -> Iterator[Result]:
        """Yield the results of *jobs* as they come; when *stop* says so, only those in flight are still finished.

        Raises BatchError when a worker cannot be started.
        """
        again: list[Job] = []
        while True:
            while len(self._busy()) < self._size and (job := self._next(again, jobs, stop)) is not None:
                if isinstance(job, Result):
                    yield job
                else:
                    self._idle().give(job)
            if not self._busy():
                return
            for worker in self._events():
                result = worker.receive()
                if isinstance(result, Job):
                    again.append(result)
                elif result is not None:
                    yield result
                if worker.is_over:
                    self._workers.remove(worker)

    def close(self) -> None:
        """Let the workers end."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
        self.kill()

    def kill(self) -> None:
        """End the workers at once."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _next(self, again: list[Job], jobs: Iterator[Job | Result], stop: Callable[[], bool]) -> Job | Result | None:
        if again:
            return again.pop()
        return None if stop() else next(jobs, None)

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.task is not None]

    def _idle(self) -> _Worker:
        for worker in self._workers:
            if worker.task is None:
                return worker
        self._workers.append(_Worker(self._make, self._timeout))
        return self._workers[-1]

    def _events(self) -> list[_Worker]:
        """Wait, and return the workers that have something to say or are out of time."""
        busy = self._busy()
        left = min(worker.task.deadline for worker in busy if worker.task) - time.monotonic()
        ready = wait([worker.connection for worker in busy], timeout=max(left, 0.0))
        now = time.monotonic()
        return [worker for worker in busy if worker.connection in ready or (worker.task and worker.task.deadline <= now)]


@dataclass(slots=True)
class _Task:
    """A job in the hands of a worker: the article it is at, and when that must be done (monotonic seconds)."""

    job: Job
    deadline: float
    article: str = ""


class _Worker:
    """A process and the pipe to it."""

    def __init__(self, make: Callable[[], Handler], timeout: float) -> None:
        self.task: _Task | None = None
        self.is_over = False
        self._timeout = timeout
        self._is_ready = False
        context = _context()
        self.connection, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=work, args=(theirs, make), daemon=True)  # type: ignore[attr-defined]
        _start(self.process)
        theirs.close()

    def give(self, job: Job) -> None:
        """Hand *job* to the worker. A worker that has died is noticed when its answer is awaited."""
        self.task = _Task(job, time.monotonic() + self._timeout)
        with suppress(OSError):
            self.connection.send(job)

    def receive(self) -> Result | Job | None:
        """Return what the worker sent: a result, the job to do again without the article that cost the worker, or nothing."""
        task = self.task
        if task is None:
            return None
        if not self.connection.poll():
            return self._lose(task, "timeout", f"took more than {self._timeout:g} seconds; give more with --timeout")
        try:
            message = self.connection.recv()
        except (EOFError, OSError):
            if not self._is_ready:
                raise BatchError(f"worker process: ended with code {self._end_code()} before its first article") from None
            return self._lose(task, "worker-died", f"the worker process ended with code {self._end_code()}")
        self._is_ready = True
        if isinstance(message, Result):
            self.task = None
            return message
        task.article, task.deadline = message, time.monotonic() + self._timeout
        return None

    def end(self) -> None:
        """End the process at once."""
        if self.process.is_alive():
            self.process.kill()
            self.process.join(_PATIENCE)
        self.connection.close()

    def _end_code(self) -> int | None:
        self.process.join(_PATIENCE)
        return self.process.exitcode

    def _lose(self, task: _Task, code: str, message: str) -> Result | Job:
        self.end()
        self.is_over, self.task = True, None
        name = task.article
        message = f"{full_name(task.job.path, name)}: {message}"
        if name and len(task.job.lost) < MOST_LOST:
            return replace(task.job, lost=(*task.job.lost, (name, code, message)))
        entry = Entry("", "failed", task.job.stem, "batch", code, message)
        return Result(Record(task.job.path, "", "", (entry,)), (outcome_of(task.job.path, entry),))


def work(connection: Connection, make: Callable[[], Handler]) -> None:
    """Be a worker: do the jobs that come through *connection* until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent says what is to be finished
    handler = make()
    connection.send("")
    with suppress(EOFError, OSError):  # the parent has gone
        while True:
            connection.send(handler(connection.recv(), connection.send))


def _context() -> BaseContext:
    """Return how processes are started: from a server that has loaded the models already, or anew where there can be none."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context: Any = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["summarizer.batch.warm"])
    return context  # type: ignore[no-any-return]


def _start(process: BaseProcess) -> None:
    """Start *process*, and the server that it is forked from where that does not run."""
    if sys.platform == "win32":
        with _own_imports():
            process.start()
        return
    from multiprocessing import forkserver, resource_tracker

    with _own_imports():
        resource_tracker.ensure_running()  # before Ctrl-C is held back: it lets that through again
        with _no_interrupts():
            forkserver.ensure_running()
    with _no_interrupts():
        process.start()


@contextmanager
def _own_imports() -> Iterator[None]:
    """Let the processes that are started meanwhile import what this one does; else a module of the current folder comes first."""
    before, folder = dict(os.environ), os.getcwd()
    has_safe_path = sys.version_info >= (3, 11)
    os.environ.update(PYTHONSAFEPATH="1", PYTHONPATH=os.pathsep.join(map(os.path.abspath, sys.path)))
    if not has_safe_path and sys.platform != "win32":
        os.chdir(os.sep)
    try:
        yield
    finally:
        os.chdir(folder)
        for name in ("PYTHONSAFEPATH", "PYTHONPATH"):
            os.environ.pop(name)
            if name in before:
                os.environ[name] = before[name]


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Hold back Ctrl-C, also from the processes that are started meanwhile."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ignore(name: str) -> None:
    """Take the name of an article that is begun, where nobody waits for it."""
