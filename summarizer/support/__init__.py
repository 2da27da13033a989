"""Whether an article supports a line that somebody wrote about it: which sentences, and what speaks against it.

Everything is compared by rules on the words, without a model, so that the same line is always judged the same.
:func:`judge` is the whole of it: ``grounds.py`` prepares the article, ``figures.py dates.py names.py polarity.py stance.py
roles.py`` each look at one kind of claim.
"""

from summarizer.support.grounds import Grounds, Passage, grounds_of, spans_of
from summarizer.support.judgement import Objection, Verdict, judge

__all__ = ["Grounds", "Objection", "Passage", "Verdict", "grounds_of", "judge", "spans_of"]
