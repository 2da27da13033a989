"""Which rows of the sets that are partly trained on are held out for measuring: every fourth."""

from __future__ import annotations

EVERY = 4
# File -> source within it (None: all of the file) of which three quarters are trained on. A treebank counts in runs of ten
# sentences.
TRAINED_ON: dict[str, str | None] = {
    "fr_gsd-dev": None,
    "en_dev": "uner_ewt",
    "sentences_fr": None,
    "sentences_en": None,
    "en_cnndm_dev": None,
}
RUN = 10
# Files that are trained on as a whole, and so never measured.
TRAINED_WHOLE = frozenset(("fr_orangesum_train", "en_newts_cnndm", "en_cnndm_train_small"))


def is_held_out(number: int) -> bool:
    """Tell whether row *number* of a set, counted from 0, is never trained on."""
    return number % EVERY == EVERY - 1


def is_measured(file: str, number: int, source: str | None = None) -> bool:
    """Tell whether row *number* of *file* (of *source* in it) may be measured on: it was not trained on."""
    return file not in TRAINED_ON or TRAINED_ON[file] not in (None, source) or is_held_out(number)
