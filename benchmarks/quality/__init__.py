"""Scores on data sets laid out like the shared ones: ``python -m benchmarks.quality --data FOLDER --json FILE``."""
