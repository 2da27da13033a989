"""A folder of articles -> a digest per article. One bad article never costs the others; a killed run goes on where it was.

``run.py`` is the flow; ``inputs.py`` finds the files, ``places.py`` says where their digests go, ``worker.py`` does one,
``pool.py`` has many at work, ``state.py`` keeps what was done, ``duplicates.py`` and ``groups.py`` tell which repeat each other,
``tables.py`` writes all into one file.
"""

from summarizer.batch.inputs import find_articles, find_sources
from summarizer.batch.pool import TIMEOUT, default_workers, in_process, processes
from summarizer.batch.records import Executor, Outcome, Result, full_name, printable
from summarizer.batch.run import Plan, iter_batch, preview, run_batch, work_folder

__all__ = [
    "TIMEOUT",
    "Executor",
    "Outcome",
    "Plan",
    "Result",
    "default_workers",
    "find_articles",
    "find_sources",
    "full_name",
    "in_process",
    "iter_batch",
    "preview",
    "printable",
    "processes",
    "run_batch",
    "work_folder",
]
