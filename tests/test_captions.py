"""What describes a picture is no line of a digest; what happens in a sentence of the article is none."""

from __future__ import annotations

import pytest

from summarizer.captions import is_caption
from summarizer.languages import get_language


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Mary Hale celebrates with the cup after the match at Skell.", True),
        ("Hale celebrates winning the cup for the third time.", True),
        ("Hale (left) looks on as the ferry leaves.", True),
        ("Ben Oldacre's wife brings out the match ball before the game.", True),
        ("Oldacre fires past the keeper to score the winner.", True),
        ("The quay, seen here before the storm, was built in May.", True),
        ("Prices that end in a nine, as above, sell sooner.", True),
        ("Ben Hale and Mary Oldacre arrive at the quay.", False),
        ("Barry Oldacre holds the record for home runs but few like him.", False),
        ("Skell holds talks with the ferry company.", False),
        ("Oldacre takes his time, the council says.", False),
        ("He celebrates with his wife at the quay.", False),
        ("Oldacre celebrates on Monday: the bridge is a hundred years old.", False),
    ],
)
def test_somebody_named_in_the_act_that_a_picture_shows(text: str, described: bool) -> None:
    assert is_caption(text, get_language("en")) is described
