"""Lines that are no sentences: titles in a list, and references, whose capitals make no names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.compare.english import english

if TYPE_CHECKING:
    from search.compare.annotated_article import Sentence

_REFERENCE = re.compile(r"\^ |\[\d+\] ")
"""How a reference begins in a list of them, after the mark that leads back."""
_MOST_WORDS = 8
"""Words of a title in a list at most."""
_ENDED = frozenset('.!?:;,"”')


def is_reference(text: str) -> bool:
    """Tell whether a block is a reference to what others wrote, whose names the story doesn't tell."""
    return _REFERENCE.match(text) is not None


def is_title_line(sentence: Sentence, text: str) -> bool:
    """Tell whether a sentence is all of a block, and a title: `4) A Quiet Lake`.

    It begins with an article or with what may be a person's title, so that it would be cut there;
    all its words that mean something have a capital.
    """
    words = sentence.words
    whole = sentence.at.stop - sentence.at.start == len(text)
    if not whole or len(words) > _MOST_WORDS or text[-1] in _ENDED:
        return False
    told = words[1:] if words[0].form.isdigit() else words
    return (
        len(told) > 1
        and (told[0].form in {"a", "an", "the"} or told[0].form in english("titles.words"))
        and all(word.capitalised or word.stop_word for word in told)
    )
