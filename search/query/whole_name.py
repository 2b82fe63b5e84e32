"""A source named whole: `source:="The Hill"` finds just the one of this very name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.query.tree import FromSource
from search.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.query.lex import Lexeme

_FIELDS = frozenset({"source", "site", "feed"})
_SIGN = "="


def whole_name(mark: Lexeme, following: Sequence[Lexeme]) -> FromSource | None:
    """Read a source's whole name, of two lexemes behind the field; None if they aren't one."""
    if mark.text not in _FIELDS:
        return None
    match following:
        case [sign, name] if sign.text == _SIGN and (sign.kind, name.kind) == ("word", "phrase"):
            if (mark.span.stop, sign.span.stop) == (sign.span.start, name.span.start):
                return FromSource(Span(mark.span.start, name.span.stop), frozenset({name.text}))
    return None
