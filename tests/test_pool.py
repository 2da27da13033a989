"""The worker processes: every job gets one result, whatever happens to the workers."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from summarizer.batch.pool import Pool, default_workers, in_process, processes
from summarizer.batch.records import Handler, Job, Result
from summarizer.errors import BatchError
from tests.batch_handlers import Obedient, Stillborn


def results(
    *paths: str, workers: int = 2, timeout: float = 20.0, make: Callable[[], Handler] = Obedient, stop: Callable[[], bool] = bool
) -> dict[str, Result]:
    """Return the results of jobs for *paths*, each of which must come once."""
    jobs = (Job(path, path, path) for path in paths)
    found: dict[str, Result] = {}
    for result in processes(workers, timeout=timeout)(jobs, make, stop):
        assert result.record.path not in found
        found[result.record.path] = result
    return found


def codes(result: Result) -> list[str]:
    return [entry.code or entry.status for entry in result.record.entries]


@pytest.mark.parametrize("workers", [1, 3])
def test_every_job_is_done_once(workers: int) -> None:
    found = results(*(f"a{number}" for number in range(20)), workers=workers)
    assert [codes(found[f"a{number}"]) for number in range(20)] == [["done"]] * 20
    pids = {entry.output for result in found.values() for entry in result.record.entries}
    assert len(pids) <= workers
    assert str(os.getpid()) not in pids


@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_dies_costs_its_article(workers: int) -> None:
    found = results("a", "die", "b", "crash", "c", "d", workers=workers)
    assert {path: codes(result) for path, result in found.items()} == {
        **{path: ["done"] for path in "abcd"},
        **{path: ["worker-died"] for path in ("die", "crash")},
    }
    (outcome,) = found["die"].outcomes
    assert (outcome.status, outcome.stage, outcome.path) == ("failed", "batch", "die")
    assert outcome.message == "die: the worker process ended with code -9"


def test_a_worker_that_hangs_is_ended() -> None:
    found = results("hang", "a", "b", timeout=1.0)
    assert {path: codes(result) for path, result in found.items()} == {"hang": ["timeout"], "a": ["done"], "b": ["done"]}
    assert found["hang"].outcomes[0].message == "hang: took more than 1 seconds; give more with --timeout"


def test_the_time_is_that_of_one_article() -> None:
    assert codes(results("slow1+slow2+slow3+slow4+slow5", timeout=1.2)["slow1+slow2+slow3+slow4+slow5"]) == ["done"] * 5


def test_of_several_articles_in_a_file_only_those_that_cost_a_worker_fail() -> None:
    found = results("a+die+b+hang+c", "d", timeout=1.0)
    assert codes(found["a+die+b+hang+c"]) == ["done", "worker-died", "done", "timeout", "done"]
    assert [outcome.path for outcome in found["a+die+b+hang+c"].outcomes][1] == "a+die+b+hang+c#die"


def test_a_file_that_costs_one_worker_after_the_other_is_given_up() -> None:
    path = "+".join(f"die{number}" for number in range(6))
    assert codes(results(path, "a")[path]) == ["worker-died"]


def test_workers_that_cannot_start_are_an_error() -> None:
    with pytest.raises(BatchError, match="ended with code 3 before its first article"):
        results("a", "b", make=Stillborn)


def test_what_is_in_flight_is_finished_when_told_to_stop() -> None:
    begun: list[str] = []

    def jobs() -> list[Job]:
        return [Job(f"slow{number}", "", "") for number in range(9)]

    def watched() -> bool:
        return len(begun) >= 2

    execute = processes(2)
    stream = iter(jobs())
    for result in execute(stream, Obedient, watched):
        begun.append(result.record.path)
    assert 2 <= len(begun) <= 3
    assert len(list(stream)) == 9 - len(begun)


def test_no_worker_is_left_when_the_consumer_goes_away() -> None:
    pool = Pool(Obedient, workers=2)
    first = next(pool.run(iter([Job("a", "", ""), Job("hang", "", ""), Job("b", "", "")])))
    started = [worker.process for worker in pool._workers]
    pool.kill()
    assert codes(first) == ["done"]
    assert [process.is_alive() for process in started] == [False, False]


def test_in_this_process_jobs_are_done_in_order() -> None:
    found = in_process(iter([Job("b", "", ""), Job("a", "", "")]), Obedient, lambda: False)
    assert [(result.record.path, result.record.entries[0].output) for result in found] == [
        ("b", str(os.getpid())),
        ("a", str(os.getpid())),
    ]


def test_there_is_a_worker_for_each_core_within_reason() -> None:
    assert 1 <= default_workers() <= 8
