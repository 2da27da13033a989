"""Train the sentence encoder, a quarter of an hour on a large GPU: ``python -m models.recipes.encoder.train --data DATA``.

Word pieces of both languages; then masked pieces (Devlin et al. 2019) of all texts, and what an abstract holds of each sentence,
in two rounds; then all verdicts of ``models/annotations`` together. Prints how well the dev articles are foretold, and writes
``models/encoder.npz`` and ``models/encoder_pieces.model``. Not the same to the last digit on another machine.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from models.recipes.encoder.export import exported
from models.recipes.encoder.network import Encoder, Reader
from models.recipes.encoder.texts import Shortened, Text, raw_texts, taught_texts, train_pieces
from models.recipes.listing import enter

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
COMMAND = "python -m models.recipes.encoder.train --data ../shared/data"
DATA = [
    "OrangeSum train",
    "CNN/DailyMail (en_cnndm_dev, en_newts_cnndm, en_cnndm_train_small)",
    "names and treebanks marked train (text alone)",
    "models/annotations",
    "the lexicon's definitions",
]
# Rounds of masked pieces: steps, highest learning rate, and epochs over the abstracts behind them.
ROUNDS = ((12_400, 2e-3, 2), (4_600, 1.2e-3, 3))
ROWS, LENGTH, ENGLISH, MASKED, WARM_UP = 128, 512, 0.3, 0.25, 200
MASK, FIRST_WORD = 4, 6
# Longer articles are read to this place; pieces in a batch; epochs and learning rates over abstracts and over verdicts.
LONGEST, BATCH = 1_536, 24_576
ABSTRACT_RATE, VERDICT_RATE, VERDICT_EPOCHS = 4e-4, 3e-4, 7
ABSTRACT_WEIGHT, DELETION_WEIGHT, SMOOTHING, MEAN = 5.0, 0.1, 0.1, 0.99
DROPOUT, HEAD_DROPOUT = 0.2, 0.3
Batch = tuple[Tensor, Tensor, dict[str, Tensor], list[tuple[int, Shortened]]]


def pretrain(encoder: Encoder, texts: Sequence[Text], steps: int, rate: float, seed: int) -> None:
    """Teach *encoder* to guess masked pieces: Muon (Jordan 2024) for the layers' matrices, AdamW for the rest."""
    streams = [torch.from_numpy(np.concatenate([t.ids for t in texts if t.lang == lang])).to(DEVICE) for lang in ("fr", "en")]
    shares = (ROWS - int(ROWS * ENGLISH), int(ROWS * ENGLISH))
    named = [(param, param.ndim == 2 and name.startswith("layers")) for name, param in encoder.named_parameters()]
    optimizers = (
        torch.optim.Muon([p for p, inner in named if inner], lr=rate, weight_decay=0.05, adjust_lr_fn="match_rms_adamw"),
        torch.optim.AdamW([p for p, inner in named if not inner], lr=rate, betas=(0.9, 0.98), weight_decay=0.01),
    )
    chance = torch.Generator(device=DEVICE).manual_seed(seed)
    guess = torch.compile(_guess_loss) if DEVICE.type == "cuda" else _guess_loss
    encoder.train()
    for step in range(steps):
        windows = [_windows(stream, count, chance) for stream, count in zip(streams, shares, strict=True)]
        ids, where, right = _masked(torch.cat(windows), chance)
        for optimizer in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1.0, (step + 1) / WARM_UP, 1.25 * max(0.02, 1 - step / steps))
        loss = guess(encoder, ids, where, right)
        loss.backward()
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        if step % 1000 == 0:
            print(f"masked pieces: step {step}, loss {loss.item():.3f}", flush=True)


def _windows(stream: Tensor, count: int, chance: torch.Generator) -> Tensor:
    starts = torch.randint(0, len(stream) - LENGTH, (count, 1), device=DEVICE, generator=chance)
    return stream[starts + torch.arange(LENGTH, device=DEVICE)]


def _masked(ids: Tensor, chance: torch.Generator) -> tuple[Tensor, tuple[Tensor, Tensor], Tensor]:
    """Return *ids* with a quarter hidden (some changed or left), where, and what stood there."""
    places = torch.rand(ids.shape, device=DEVICE, generator=chance).topk(int(MASKED * LENGTH), dim=1).indices
    rows = torch.arange(len(ids), device=DEVICE)[:, None].expand_as(places)
    right, kind = ids[rows, places], torch.rand(places.shape, device=DEVICE, generator=chance)
    other = torch.randint(FIRST_WORD, int(ids.max()) + 1, places.shape, device=DEVICE, generator=chance)
    hidden = ids.clone()
    hidden[rows, places] = torch.where(kind < 0.85, MASK, torch.where(kind < 0.92, other, right))
    return hidden, (rows.flatten(), places.flatten()), right.flatten()


def _guess_loss(encoder: Encoder, ids: Tensor, where: tuple[Tensor, Tensor], right: Tensor) -> Tensor:
    with torch.autocast(DEVICE.type, torch.bfloat16):
        scores = encoder.hidden_pieces(ids, where)
    return functional.cross_entropy(scores.float(), right)


def teach(reader: Reader, texts: Sequence[Text], epochs: int, rate: float, kinds: Sequence[str], *, mean: float = 0.0) -> None:
    """Teach *reader* what the texts' rows of *kinds* say; with *mean* its weights end as their exponential mean."""
    inner = [param for name, param in reader.named_parameters() if name.startswith("encoder.")]
    outer = [param for name, param in reader.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": inner, "base": rate}, {"params": outer, "base": 2 * rate}]
    optimizer = torch.optim.AdamW(groups, lr=rate, weight_decay=0.05, betas=(0.9, 0.98))
    params = [*inner, *outer]
    means = [param.detach().clone() for param in params]
    chance = random.Random(1)
    steps, step = epochs * len(list(batches(texts, chance))), 0
    reader.train()
    for epoch in range(epochs):
        for batch in batches(texts, chance):
            factor = min(1.0, step / (0.06 * steps + 1), 1.02 - step / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * factor
            step += 1
            loss = sum(losses(reader, batch, kinds), start=torch.zeros((), device=DEVICE))
            if not loss.requires_grad:
                continue
            loss.backward()
            torch.nn.utils.clip_grad_norm_(params, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            torch._foreach_lerp_(means, [param.detach() for param in params], 1 - min(mean, step / (step + 10)))
        print(f"{', '.join(kinds)}: epoch {epoch + 1} of {epochs}", flush=True)
    if mean:
        with torch.no_grad():
            for param, value in zip(params, means, strict=True):
                param.copy_(value)


def batches(texts: Sequence[Text], chance: random.Random) -> Iterator[Batch]:
    """Yield texts of about the same length together, the batches in a random order: ids, mask, and rows by kind."""
    order = sorted(texts, key=lambda text: len(text.ids) + 40 * chance.random())
    groups: list[list[Text]] = [[]]
    for text in order:
        if groups[-1] and (len(groups[-1]) + 1) * min(LONGEST, len(text.ids)) > BATCH:
            groups.append([])
        groups[-1].append(text)
    chance.shuffle(groups)
    yield from map(_batch, groups)


def _batch(texts: Sequence[Text]) -> Batch:
    size = -(-max(min(LONGEST, len(text.ids)) for text in texts) // 64) * 64
    ids = np.zeros((len(texts), size), dtype=np.int64)
    rows: dict[str, list[np.ndarray]] = {}
    shortened = [(number, one) for number, text in enumerate(texts) for one in text.shortened if one.ends[-1] < LONGEST]
    for number, text in enumerate(texts):
        part = text.ids[:LONGEST]
        ids[number, : len(part)] = part
        for kind, found in text.rows.items():
            found = found[found[:, 1] <= len(part)] if len(found) else found
            if len(found):
                rows.setdefault(kind, []).append(np.hstack((np.full((len(found), 1), number), found)))
    tensor = torch.from_numpy(ids).to(DEVICE)
    tables = {kind: torch.from_numpy(np.vstack(found)).to(DEVICE) for kind, found in rows.items()}
    return tensor, (tensor != 0)[:, None, None, :], tables, shortened


def answers(reader: Reader, batch: Batch) -> dict[str, Tensor]:
    """Return the scores of the heads by name, row by row of the kind that each belongs to; of ``deletion`` see _chosen."""
    ids, mask, rows, shortened = batch
    with torch.autocast(DEVICE.type, torch.bfloat16):
        x = reader.encoder(ids, mask)
    x, found = x.float(), {}
    for kind, table in rows.items():
        if kind == "cut":
            found["cut"] = reader.heads["cut"](reader.cut(x, table[:, :5].long()))
            continue
        mixed = reader.sentence(x, table[:, :3].long())
        for head in ("importance", "role") if kind == "sentence" else (kind,):
            found[head] = reader.heads[head](mixed)
    if shortened:
        found["deletion"] = torch.stack([_chosen(reader, x[number], one) for number, one in shortened])
    return found


def _chosen(reader: Reader, x: Tensor, one: Shortened) -> Tensor:
    """Return the cross-entropy, summed over all stretches of words of a sentence, of which of them its editor deleted."""
    starts, ends = (torch.tensor(places, device=x.device) for places in (one.starts, one.ends))
    scores = reader.stretches(x, one.sentence, starts, ends)
    right = torch.zeros_like(scores)
    for first, last in one.deleted:
        right[first, last] = 1
    above = torch.triu(torch.ones_like(scores)) > 0
    return functional.binary_cross_entropy_with_logits(scores[above], right[above], reduction="sum")


def losses(reader: Reader, batch: Batch, kinds: Sequence[str]) -> Iterator[Tensor]:
    """Yield the loss of each head of *kinds*."""
    found, rows = answers(reader, batch), batch[2]
    if "abstract" in kinds and "abstract" in rows:
        right = 3 * rows["abstract"][:, 3].float()
        yield ABSTRACT_WEIGHT * functional.smooth_l1_loss(found["abstract"][:, 0], right, beta=0.3)
    if "sentence" in kinds and "sentence" in rows:
        importance, role = rows["sentence"][:, 3].long(), rows["sentence"][:, 4].long()
        yield functional.cross_entropy(found["importance"], importance, label_smoothing=SMOOTHING / 2)
        if (role >= 0).any():
            yield functional.cross_entropy(found["role"], role, ignore_index=-1, label_smoothing=SMOOTHING)
    if "deletion" in kinds and "deletion" in found:
        yield DELETION_WEIGHT * found["deletion"].mean()
    for kind in ("line", "cut"):
        if kind in kinds and kind in rows:
            yield functional.cross_entropy(found[kind], rows[kind][:, -1].long(), label_smoothing=SMOOTHING / 2)


@torch.no_grad()
def report(reader: Reader, texts: Sequence[Text]) -> str:
    """Return for each language how many of the roles, lines and cuts of *texts* are foretold, of 100."""
    reader.eval()
    lines = []
    for lang in ("fr", "en"):
        hits: dict[str, list[bool]] = {}
        for batch in batches([text for text in texts if text.lang == lang], random.Random(1)):
            found, rows = answers(reader, batch), batch[2]
            for head, kind, column in (
                ("importance", "sentence", 3),
                ("role", "sentence", 4),
                ("line", "line", 3),
                ("cut", "cut", 5),
            ):
                if kind in rows:
                    right = rows[kind][:, column].long()
                    told = found[head].argmax(-1)[right >= 0] == right[right >= 0]
                    hits.setdefault(head, []).extend(told.tolist())
        lines.append(lang + "".join(f"  {head} {100 * np.mean(told):.1f} of {len(told)}" for head, told in hits.items()))
    return "\n".join(lines)


def main() -> None:
    """Train, report, write the artefacts and enter them in the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("out/encoder"), help="folder for what is not shipped")
    parser.add_argument(
        "--steps", type=float, default=1.0, help="share of the steps and texts to try the recipe with; writes nothing"
    )
    arguments = parser.parse_args()
    start = time.monotonic()
    arguments.work.mkdir(parents=True, exist_ok=True)
    if arguments.steps == 1:
        pieces = train_pieces([text for _, _, text, _ in raw_texts(arguments.data)], arguments.work)
        enter("encoder_pieces.model", pieces, licence="CC BY-SA 4.0", data=DATA, command=COMMAND)
    texts = list(taught_texts(arguments.data))[:: round(1 / arguments.steps)]
    train = [text for text in texts if text.split == "train"]
    judged = [text for text in train if text.rows.keys() & {"sentence", "line", "cut"}]
    reader = Reader(Encoder(0.1), 0.2).to(DEVICE)
    for number, (steps, rate, epochs) in enumerate(ROUNDS, 1):
        pretrain(reader.encoder, train, round(steps * arguments.steps), rate, seed=number)
        teach(reader, [text for text in train if "abstract" in text.rows], epochs, ABSTRACT_RATE, ("abstract",))
    for module in reader.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = HEAD_DROPOUT if module is reader.dropout else DROPOUT
    teach(reader, judged, VERDICT_EPOCHS, VERDICT_RATE, ("sentence", "line", "cut", "abstract", "deletion"), mean=MEAN)
    print(report(reader, [text for text in texts if text.split == "dev"]), f"in {time.monotonic() - start:.0f} s", sep="\n")
    if arguments.steps == 1:
        enter("encoder.npz", exported(reader), licence="CC BY-SA 4.0", data=DATA, command=COMMAND)


if __name__ == "__main__":
    main()
