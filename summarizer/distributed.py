"""The work of a batch on Ray: a pool of actors, on this machine or on a cluster, with the same outputs as worker processes.

Folder and output folder must be there under the same paths on every machine, and the package must be installed on each. Ray Data
hands the files out; every actor keeps one worker process of :mod:`summarizer.batch.pool`, so that models are loaded once an actor
and an article that kills or outlasts its worker fails as it does without Ray.
"""

from __future__ import annotations

import contextlib
import logging
import math
import os
import pickle
import socket
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from summarizer.batch.pool import TIMEOUT, Pool
from summarizer.batch.records import Executor, Handler, Job, Result
from summarizer.errors import BatchError, MissingExtraError

# Files that an actor is handed at a time, at most: what a killed run does again for each of the blocks in flight. A block costs
# Ray about 30 ms of its own: with 4 short articles in one a run of 2,000 has 0.7 of the speed of worker processes.
_BLOCK = 16
# Blocks for each actor, at least, where there are files enough: so that none is idle at the end.
_ROUNDS = 8
# Memory of a local cluster for what travels between processes, in bytes: jobs and results are small.
_STORE = 200_000_000
# Seconds that a cluster may take to answer.
_REACH = 10.0


def ray_actors(actors: int, *, address: str | None = None, timeout: float = TIMEOUT) -> Executor:
    """Return an executor of so many *actors* on the Ray cluster at *address*, or on a local one that is started for it.

    Raises MissingExtraError without Ray. The executor raises BatchError when the cluster cannot be reached.
    """
    ray = _ray()

    def execute(jobs: Iterator[Job | Result], make: Callable[[], Handler], stop: Callable[[], bool]) -> Iterator[Result]:
        with _cluster(ray, address, actors):
            rows = []
            for job in jobs:
                if isinstance(job, Result):
                    yield job
                else:
                    rows.append({"job": pickle.dumps(job)})
            if not rows:
                return
            blocks = min(len(rows), max(math.ceil(len(rows) / _BLOCK), actors * _ROUNDS))
            data = ray.data.from_items(rows, override_num_blocks=blocks).map_batches(
                _Actor,
                batch_size=None,
                compute=ray.data.ActorPoolStrategy(size=min(actors, blocks), max_tasks_in_flight_per_actor=2),
                num_cpus=1,
                fn_constructor_args=(make, timeout),
            )
            for row in data.iter_rows():
                yield pickle.loads(row["result"])
                if stop():
                    return

    return execute


class _Actor:
    """Does blocks of jobs with one worker process."""

    def __init__(self, make: Callable[[], Handler], timeout: float) -> None:
        self._pool = Pool(make, workers=1, timeout=timeout)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[bytes]]:
        """Return the results of the jobs in *batch*."""
        return {"result": [pickle.dumps(result) for result in self._pool.run(map(pickle.loads, batch["job"]))]}


def _ray() -> Any:
    # Ray reports its use over the network, and its own workings on stderr, unless told not to before it is imported.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise MissingExtraError("Ray: is not installed; install it with pip install 'article-summarizer[ray]'") from error
    return ray


def _check_reachable(address: str) -> None:
    """Raise BatchError when nothing listens at *address*: Ray itself would go on trying for minutes."""
    parts = urlsplit(address if "://" in address else f"ray://{address}")
    try:
        if parts.hostname is None or parts.port is None:
            raise ValueError("give it as HOST:PORT")
        socket.create_connection((parts.hostname, parts.port), timeout=_REACH).close()
    except (OSError, ValueError) as error:
        raise BatchError(f"Ray at {address}: cannot be reached: {error}; `ray status` there tells whether it runs") from error


@contextlib.contextmanager
def _cluster(ray: Any, address: str | None, actors: int) -> Iterator[None]:
    """Connect to the cluster at *address*, or start a local one; part from it at the end."""
    if ray.is_initialized():
        yield
        return
    if address is not None:
        _check_reachable(address)
    local = {"num_cpus": actors, "object_store_memory": _STORE, "include_dashboard": False} if address is None else {}
    try:
        ray.init(address=address or "local", log_to_driver=False, logging_level=logging.ERROR, **local)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise BatchError(f"Ray at {address or 'this machine'}: cannot be reached: {error}") from error
    ray.data.DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    try:
        yield
    finally:
        ray.shutdown()
