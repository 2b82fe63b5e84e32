"""Limits on the cost of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import QueryError

if TYPE_CHECKING:
    from search.query.lex import Lexeme

DEEPEST = 100
"""Levels of brackets and NOT: whoever walks the tree stays far from Python's own bound."""
MOST = 1_000
"""Words, if they are plain ones: to add up who holds so many common ones takes as long as one
waits between two keys. Other leaves are worth as many words as take the time one of them does."""
BEGINNING = 2
TOGETHER = 10
"""Each word of a phrase: where it stands has to be read, for all articles that have the others."""
NEAR = 160
"""Each word of a phrase in any order: all places of all its words are gone through."""
LIKE = 125
"""A pattern or a misspelt word: every word of the library may have to be looked at."""

_TOO_MUCH = (
    f"a query may have {MOST:,} words at most; each word in quotation marks counts as {TOGETHER}, "
    f"each misspelt or with * or ? inside as {LIKE}, and each near others as {NEAR}"
)


class QueryBudget:
    """The cost of a query so far; raises QueryError at the lexeme that exceeds the limit."""

    def __init__(self, text: str, lexemes: list[Lexeme]) -> None:
        self._text = text
        self._spent = self._depth = 0
        if len(lexemes) > MOST:
            raise self._refusal(lexemes[MOST], _TOO_MUCH)

    def _refusal(self, mark: Lexeme, reason: str) -> QueryError:
        return QueryError(self._text, mark.span.start, reason)

    def words(self, mark: Lexeme, count: int = 1, price: int = 1) -> None:
        """Ask for so many words, each worth so many plain ones."""
        self._spent += count * price
        if self._spent > MOST:
            raise self._refusal(mark, _TOO_MUCH)

    def descend(self, mark: Lexeme) -> None:
        """Go one level deeper."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._refusal(mark, f"nested deeper than {DEEPEST} levels")

    def ascend(self) -> None:
        """Come back."""
        self._depth -= 1
