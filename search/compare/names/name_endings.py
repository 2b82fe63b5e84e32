"""What belongs to a name after its last word: the 's of McDonald's, the .com of a site, the + of Apple TV+."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.compare.english import english
from search.compare.names.known_words import first_names, known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.names.told_name import Mention

_DOMAIN = re.compile(r"\.(?:co\.uk|com|org|net|gov|edu|js)\b|\+{1,2}(?![\w+])")
_POSSESSIVE = re.compile(r"['’]s\b")
_FOLLOWING = re.compile(r"['’]s(?:[ \u00a0]([a-z]+)\b|(?=[.,;:)]|\Z))")
_NEAR = 24
"""Characters after a name that are looked at."""


def with_endings(annotated: AnnotatedArticle, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """Add to names what belongs to them after the last word: Macy's, Amazon.com.

    An 's does if the name is known to have one, or is a single word that never stands without it
    and owns nothing at least once.
    """
    after = [_after(annotated, mention) for mention in found]
    plain = {m.forms for m, rest in zip(found, after, strict=True) if not _POSSESSIVE.match(rest)}
    own = {
        mention.forms
        for mention, rest in zip(found, after, strict=True)
        if mention.forms not in plain
        and (
            " ".join(mention.forms) in known("rows.possessive_names")
            or (
                len(mention.forms) == 1
                and mention.forms[0].isalpha()
                and mention.forms[0] not in first_names()
                and _owns_nothing(rest)
            )
        )
    }
    given: list[Mention] = []
    for mention, rest in zip(found, after, strict=True):
        ending = _DOMAIN.match(rest)
        if ending is None and mention.forms in own:
            ending = _POSSESSIVE.match(rest)
        given.append(mention._replace(extra=len(ending[0])) if ending else mention)
    return tuple(given)


def _after(annotated: AnnotatedArticle, mention: Mention) -> str:
    """Give the beginning of what follows a name."""
    sentence = annotated.sentences[mention.sentence]
    stop = sentence.words[mention.last - 1].stop
    return annotated.text(sentence)[stop : stop + _NEAR]


def _owns_nothing(rest: str) -> bool:
    """Tell whether no word follows an 's that could be what a name owns."""
    following = _FOLLOWING.match(rest)
    return following is not None and (
        not following[1] or following[1] in english("names.after_owned")
    )
