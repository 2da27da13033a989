"""The loss of each task on one batch."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor
from torch.nn import functional

from models.recipes.pipelines.batches import Inventory, allowed, labels
from models.recipes.pipelines.corpora import Example
from models.recipes.pipelines.network import Network, partial_crf_loss

# How much each task weighs in the sum.
TASKS = {"starts": 3.0, "upos": 0.5, "feats": 0.3, "tags": 1.0, "arcs": 0.3}


def total(parts: dict[str, Tensor]) -> Tensor:
    """Return the weighted sum of the losses."""
    return torch.stack([TASKS[name] * part for name, part in parts.items()]).sum()


def losses(network: Network, group: list[Example], batch: dict[str, Tensor], inv: Inventory) -> dict[str, Tensor]:
    """Return the loss of each task that the batch has labels for."""
    x = network.encode(batch)
    result = {}
    starts = labels(group, "starts", {0: 0, 1: 1})
    if (known := starts >= 0).any():
        result["starts"] = functional.binary_cross_entropy_with_logits(network.starts(x)[known, 0], starts[known].float())
    for name, head, classes in (("upos", network.upos, inv.upos), ("feats", network.feats, inv.feats)):
        gold = labels(group, name, {value: i for i, value in enumerate(classes)})
        if (gold >= 0).any():
            result[name] = functional.cross_entropy(head(x), gold, ignore_index=-100)
    marked = torch.tensor([e.tags is not None for e in group])
    if marked.any():
        scores = network.name_scores(x, batch["mask"])[batch["at"][marked]]
        some = [e for e in group if e.tags is not None]
        loss = partial_crf_loss(scores, network.transitions, allowed(some, scores.shape[1]), batch["lengths"][marked])
        result["tags"] = loss.sum() / batch["lengths"][marked].sum() * 4
    if any(e.heads is not None for e in group):
        result["arcs"] = tree_loss(network, group, batch, x, inv)
    return result


def tree_loss(network: Network, group: list[Example], batch: dict[str, Tensor], x: Tensor, inv: Inventory) -> Tensor:
    """Return the loss of heads and relations, sentence by sentence (Dozat and Manning, ICLR 2017)."""
    rows, heads, rels = [], [], []
    index = {name: i for i, name in enumerate(inv.deprels)}
    for example, places in zip(group, batch["at"].tolist(), strict=True):
        if example.heads is None:
            continue
        borders = [i for i, start in enumerate(example.starts) if start] + [len(example.words)]
        for first, end in pairwise(borders):
            rows.append(places[first:end])
            heads.append([head - first if first <= head < end else -100 for head in example.heads[first:end]])
            rels.append([index.get(rel, -100) for rel in example.deprels[first:end]])
    longest = max(map(len, rows))
    pad = lambda values, fill: torch.tensor([row + [fill] * (longest - len(row)) for row in values])  # noqa: E731
    inside = pad([[1] * len(row) for row in rows], 0) == 1
    scores, dep, head = network.arcs(x, pad(rows, 0), torch.tensor([len(row) for row in rows]))
    gold, relation = pad(heads, -100), pad(rels, -100)
    loss = functional.cross_entropy(
        scores.masked_fill(~inside[:, None, :], -1e4).flatten(0, 1), gold.flatten(), ignore_index=-100
    )
    chosen = torch.gather(head, 1, gold.clamp(min=0)[:, :, None].expand(-1, -1, head.shape[2]))
    labels_ = network.rel(torch.cat((dep, chosen), dim=2)).flatten(0, 1)
    relation = torch.where(gold >= 0, relation, -100)
    return loss + functional.cross_entropy(labels_, relation.flatten(), ignore_index=-100)
