"""Whether an article supports a line that somebody wrote about it: which sentences, and what speaks against it.

Rules on the words come first: :func:`judge` is the whole of it, ``grounds.py`` prepares the article, ``figures.py dates.py
names.py polarity.py stance.py roles.py`` each look at one kind of claim. Then ``doubt.py`` weighs, by what was learned, what they
found, and whether what a line mentions stands in the article among the same words (``reading.py mentions.py comparison.py
surroundings.py``). The same line is always judged the same.
"""

from summarizer.support.grounds import Grounds, Passage, grounds_of, spans_of
from summarizer.support.judgement import Objection, Verdict, judge

__all__ = ["Grounds", "Objection", "Passage", "Verdict", "grounds_of", "judge", "spans_of"]
