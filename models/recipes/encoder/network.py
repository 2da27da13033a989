"""The encoder in torch, for training; ``summarizer.encoder.network`` runs the same arithmetic in numpy."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from summarizer.types import ROLES

WIDTH, DEPTH, HEADS, INNER, HIDDEN, VOCABULARY = 320, 6, 5, 1_280, 256, 16_000
# What readers say of lines and of cuts, the good letter first (``models/annotations/README.md``).
VERDICTS = {"line": "glxd", "cut": "gqb"}
# Vectors of pieces are small at the start; what comes in is about as large as what the layers add.
FACTOR = 8
IMPORTANCES = 4
# Log-odds at the start that an editor deletes a stretch of words: of a thousand of a sentence one or two.
SELDOM = -6.0


class Layer(nn.Module):
    """Attention and a wide layer, each added to what came in."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.n1, self.n2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH, bias=False), nn.Linear(WIDTH, WIDTH, bias=False)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)
        for weight in (self.o.weight, self.down.weight):
            nn.init.normal_(weight, std=0.02 / math.sqrt(2 * DEPTH))

    def forward(self, x: Tensor, turn: tuple[Tensor, Tensor], mask: Tensor | None) -> Tensor:
        """[batch, pieces, WIDTH], mask [batch, 1, 1, pieces] with False at the padding -> [batch, pieces, WIDTH]."""
        batch, count, _ = x.shape
        query, key, value = self.qkv(self.n1(x)).view(batch, count, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        query, key = (turned(part.float(), turn).to(value.dtype) for part in (query, key))
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = x + self.dropout(self.o(seen.transpose(1, 2).reshape(batch, count, WIDTH)))
        return x + self.dropout(self.down(functional.gelu(self.up(self.n2(x)), approximate="tanh")))


class Encoder(nn.Module):
    """Pieces -> vectors in context, and the pieces that a mask hides."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.emb = nn.Embedding(VOCABULARY, WIDTH)
        self.guess, self.guess_norm, self.bias = (
            nn.Linear(WIDTH, WIDTH),
            nn.LayerNorm(WIDTH),
            nn.Parameter(torch.zeros(VOCABULARY)),
        )
        self.norm, self.dropout = nn.LayerNorm(WIDTH), nn.Dropout(dropout)
        self.apply(_small)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(DEPTH))

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """[batch, pieces] -> [batch, pieces, WIDTH]."""
        turn = rotation(ids.shape[1], ids.device)
        x = self.dropout(self.emb(ids) * FACTOR)
        for layer in self.layers:
            x = layer(x, turn, mask)
        return self.norm(x)

    def hidden_pieces(self, ids: Tensor, where: tuple[Tensor, Tensor]) -> Tensor:
        """Return the scores [places, VOCABULARY] of the pieces at *where* (row, place)."""
        x = functional.gelu(self.guess(self(ids)[where]), approximate="tanh")
        return functional.linear(self.guess_norm(x), self.emb.weight, self.bias)


class Reader(nn.Module):
    """The encoder with the heads that foretell readers' verdicts."""

    def __init__(self, encoder: Encoder, dropout: float) -> None:
        super().__init__()
        self.encoder, self.dropout = encoder, nn.Dropout(dropout)
        self.sentences = nn.Linear(3 * WIDTH, HIDDEN)
        self.cuts, self.deletions = nn.Linear(6 * WIDTH, HIDDEN), nn.Linear(6 * WIDTH, HIDDEN)
        classes = {
            "abstract": 1,
            "deletion": 1,
            "importance": IMPORTANCES,
            "role": len(ROLES),
            **{k: len(v) for k, v in VERDICTS.items()},
        }
        self.heads = nn.ModuleDict({name: nn.Linear(HIDDEN, size) for name, size in classes.items()})
        nn.init.constant_(self.heads["deletion"].bias, SELDOM)

    def sentence(self, x: Tensor, places: Tensor) -> Tensor:
        """States [batch, pieces, WIDTH], places [n, (row, start, end)] -> [n, HIDDEN]."""
        row, start, end = places.T
        return self._mixed(self.sentences, torch.cat((_mean(x, row, start, end), x[row, start], x[row, end - 1]), -1))

    def cut(self, x: Tensor, places: Tensor) -> Tensor:
        """States, places [n, (row, sentence start, end, cut start, end)] -> [n, HIDDEN]."""
        row, start, end, first, last = places.T
        seams = ((first - 1).clamp(min=0), first, last - 1, last.clamp(max=x.shape[1] - 1))
        means = (_mean(x, row, start, end), _mean(x, row, first, last))
        return self._mixed(self.cuts, torch.cat((*means, *(x[row, at] for at in seams)), -1))

    def stretches(self, x: Tensor, sentence: tuple[int, int], starts: Tensor, ends: Tensor) -> Tensor:
        """States [pieces, WIDTH], words as places of their pieces -> [words, words], log-odds of deleting words i to j.

        What stands below the diagonal means nothing. The parts of :meth:`cut`, multiplied before they are put together.
        """
        whole, inside, before, first, last, behind = self.deletions.weight.view(HIDDEN, 6, WIDTH).unbind(1)
        x = self.dropout(x)
        sums = functional.pad(x.cumsum(0), (0, 0, 1, 0))
        left = x[(starts - 1).clamp(min=0)] @ before.T + x[starts] @ first.T
        right = x[ends - 1] @ last.T + x[ends.clamp(max=len(x) - 1)] @ behind.T
        lengths = (ends[None] - starts[:, None]).clamp(min=1)[..., None]
        sums_inside = sums @ inside.T
        hidden = (sums_inside[ends][None] - sums_inside[starts][:, None]) / lengths + left[:, None] + right[None]
        hidden = hidden + x[slice(*sentence)].mean(0) @ whole.T + self.deletions.bias
        found: Tensor = self.heads["deletion"](self.dropout(functional.gelu(hidden, approximate="tanh"))).squeeze(-1)
        return found

    def _mixed(self, mixer: nn.Linear, inputs: Tensor) -> Tensor:
        return self.dropout(functional.gelu(mixer(self.dropout(inputs)), approximate="tanh"))


def rotation(count: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Return cosine and sine [count, pairs] of the rotary positions."""
    size = WIDTH // HEADS
    speeds = 10_000.0 ** (-torch.arange(0, size, 2, device=device).float() / size)
    angles = torch.outer(torch.arange(count, device=device).float(), speeds)
    return angles.cos(), angles.sin()


def turned(x: Tensor, turn: tuple[Tensor, Tensor]) -> Tensor:
    """Return *x* with each pair of neighbouring values turned by the angle of its place."""
    cos, sin = turn
    even, odd = x[..., ::2], x[..., 1::2]
    return torch.stack((even * cos - odd * sin, even * sin + odd * cos), -1).flatten(-2)


def _mean(x: Tensor, row: Tensor, start: Tensor, end: Tensor) -> Tensor:
    sums = functional.pad(x.cumsum(1), (0, 0, 1, 0))
    return (sums[row, end] - sums[row, start]) / (end - start)[:, None].clamp(min=1)


def _small(module: nn.Module) -> None:
    if isinstance(module, nn.Linear):
        nn.init.normal_(module.weight, std=0.02)
        nn.init.zeros_(module.bias)
    elif isinstance(module, nn.Embedding):
        nn.init.normal_(module.weight, std=0.02)
