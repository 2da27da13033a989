"""The network in torch, for training; ``summarizer.analysis.network`` runs the same arithmetic in numpy.

A word's vector comes from its spelling alone (``summarizer.analysis.word_features``), so that it can be kept once computed;
residual convolutions over three words with maxout, as in spaCy's MaxoutWindowEncoder, bring in the context. All stretches of a
batch lie in one long sequence with a zero row between them.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from summarizer.analysis import word_features as features

WORD, AFFIX, SHAPE, WIDTH, PIECES, DEPTH = 96, 24, 24, 128, 3, 4
ARC, REL, LSTM = 96, 48, 112
NEVER = -1e4


class Maxout(nn.Module):
    """Linear map to several pieces, their maximum, layer norm."""

    def __init__(self, inputs: int, width: int = WIDTH) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, width * PIECES)
        self.norm = nn.LayerNorm(width)

    def forward(self, x: Tensor) -> Tensor:
        """[n, inputs] -> [n, width]."""
        a, b, c = self.linear(x).chunk(PIECES, dim=-1)
        return self.norm(torch.maximum(torch.maximum(a, b), c))


class Words(nn.Module):
    """The vector of a word by its spelling."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary + 1, WORD)
        self.ngram = nn.EmbeddingBag(features.NGRAM_ROWS, WORD, mode="mean")
        self.affix = nn.Embedding(features.AFFIX_ROWS, AFFIX)
        self.shape = nn.Embedding(features.SHAPE_ROWS, SHAPE)
        for table in (self.word, self.ngram, self.affix, self.shape):
            nn.init.normal_(table.weight, std=0.1)
        self.mix = Maxout(2 * WORD + 4 * AFFIX + SHAPE + len(features.FLAGS))

    def forward(self, batch: dict[str, Tensor]) -> Tensor:
        """Feature rows of the batch's distinct words -> [words, WIDTH]."""
        parts = (
            self.word(batch["word"]),
            self.ngram(batch["ngram"], batch["offset"]),
            self.affix(batch["affix"]).flatten(1),
            self.shape(batch["shape"]),
            batch["flags"],
        )
        return self.mix(torch.cat(parts, dim=1))


class Window(nn.Module):
    """Residual maxout over a word and its two neighbours."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.maxout = Maxout(3 * WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """[n, WIDTH], mask [n, 1] with 0 at the gaps -> [n, WIDTH]."""
        left, right = functional.pad(x[:-1], (0, 0, 1, 0)), functional.pad(x[1:], (0, 0, 0, 1))
        return (x + self.dropout(self.maxout(torch.cat((left, x, right), dim=1)))) * mask


class Network(nn.Module):
    """Shared encoder and one head per task."""

    def __init__(self, vocabulary: int, upos: int, feats: int, tags: int, deprels: int, dropout: float = 0.25) -> None:
        super().__init__()
        self.words = Words(vocabulary)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Window(dropout) for _ in range(DEPTH))
        self.starts = nn.Linear(WIDTH, 1)
        self.upos = nn.Linear(WIDTH, upos)
        self.feats = nn.Linear(WIDTH, feats)
        self.names = Window(dropout)
        self.tags = nn.Linear(WIDTH, tags)
        self.transitions = nn.Parameter(torch.zeros(tags + 1, tags))
        self.tree = nn.LSTM(WIDTH, LSTM, batch_first=True, bidirectional=True)
        self.arc_dep, self.arc_head = nn.Linear(2 * LSTM, ARC), nn.Linear(2 * LSTM, ARC)
        self.rel_dep, self.rel_head = nn.Linear(2 * LSTM, REL), nn.Linear(2 * LSTM, REL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.root = nn.Linear(ARC, 1)
        self.rel = nn.Linear(2 * REL, deprels)

    def encode(self, batch: dict[str, Tensor]) -> Tensor:
        """Return the vectors in context of the batch's words: [n, WIDTH]; n counts the gaps."""
        x = self.dropout(self.words(batch))[batch["inverse"]] * batch["mask"]
        for layer in self.layers:
            x = layer(x, batch["mask"])
        return x

    def name_scores(self, x: Tensor, mask: Tensor) -> Tensor:
        """[n, WIDTH] -> [n, tags]."""
        return self.tags(self.names(x, mask))

    def arcs(self, x: Tensor, rows: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Score heads for sentences given as padded *rows* [b, t] of x.

        Returns arc scores [b, dependent, head] (the diagonal stands for the root), and the inputs of the label scorer. It runs
        on few sentences, so it can afford an LSTM where the shared encoder has windows.
        """
        packed = nn.utils.rnn.pack_padded_sequence(self.dropout(x[rows]), lengths, batch_first=True, enforce_sorted=False)
        x = self.dropout(nn.utils.rnn.pad_packed_sequence(self.tree(packed)[0], batch_first=True)[0])
        dep, head = functional.relu(self.arc_dep(x)), functional.relu(self.arc_head(x))
        scores = torch.einsum("bdi,ij,bhj->bdh", functional.pad(dep, (0, 1), value=1.0), self.arc, head)
        scores = torch.where(torch.eye(scores.shape[1], dtype=torch.bool), self.root(dep), scores)
        return scores, functional.relu(self.rel_dep(x)), functional.relu(self.rel_head(x))


def partial_crf_loss(scores: Tensor, transitions: Tensor, allowed: Tensor, lengths: Tensor) -> Tensor:
    """Return minus the log of the probability of all tag sequences that *allowed* [b, t, tags] admits, per stretch.

    *transitions* has the start in its last row. With one tag allowed per word this is the loss of a linear-chain CRF (Lafferty et
    al., ICML 2001); with several it sums over them (Tsuboi et al., COLING 2008).
    """
    both = torch.cat((scores, scores.masked_fill(~allowed, NEVER)))
    alpha = both[:, 0] + transitions[-1]
    ends = torch.cat((lengths, lengths))
    for t in range(1, both.shape[1]):
        step = torch.logsumexp(alpha[:, :, None] + transitions[:-1][None], dim=1) + both[:, t]
        alpha = torch.where((t < ends)[:, None], step, alpha)
    total, right = torch.logsumexp(alpha, dim=1).chunk(2)
    return total - right
