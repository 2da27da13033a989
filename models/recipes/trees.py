"""LightGBM ensembles in the form that ``summarizer.forest`` reads, and predictions for what an ensemble was not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import lightgbm as lgb

# Settings of an ensemble that tells two kinds apart, the same on every run.
REPEATABLE: dict[str, Any] = {
    "objective": "binary",
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "deterministic": True,
    "num_threads": 2,
    "verbose": -1,
}


def exported(booster: lgb.Booster, names: Sequence[str]) -> dict[str, Any]:
    """Return *booster*, whose features are *names*, as plain values."""
    return {"features": list(names), "trees": [_nodes(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]}


def _nodes(tree: dict[str, Any]) -> list[list[float]]:
    """Return a LightGBM tree as a list of [feature, threshold, left, right, value] from the root on."""
    nodes: list[list[float]] = []

    def add(node: dict[str, Any]) -> int:
        place = len(nodes)
        if "leaf_value" in node and "split_feature" not in node:
            nodes.append([-1, 0, 0, 0, float(f"{node['leaf_value']:.5g}")])
            return place
        nodes.append([])
        left, right = add(node["left_child"]), add(node["right_child"])
        threshold, value = float(f"{node['threshold']:.6g}"), float(f"{node['internal_value']:.5g}")
        nodes[place] = [node["split_feature"], threshold, left, right, value]
        return place

    add(tree)
    return nodes
