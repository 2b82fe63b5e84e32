"""The parser of the query language, by recursive descent.

query   = either
either  = all { ("OR" | "|") all }
all     = one { ["AND"] one }
one     = ("NOT" | "-") one | "(" either ")" | field value | word | phrase
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from search.errors import QueryError
from search.query import mark_terms, unknown_value
from search.query.bounds import BEGINNING, LIKE, NEAR, TOGETHER, QueryBudget
from search.query.cite_input import cite
from search.query.date_terms import DATE_FIELDS, date_term
from search.query.lex import lex
from search.query.search_scope import everywhere, join
from search.query.tree import (
    And,
    Everything,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    Wildcard,
)
from search.query.unfinished import clipped, closed, placed
from search.query.whole_name import whole_name
from search.query.word_spellings import (
    either,
    hashed,
    is_acronym,
    is_stemmed,
    otherwise_written,
    word_node,
)
from search.text import LONGEST, Span, fold, is_korean, is_single, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.query.lex import Lexeme
    from search.query.tree import Field, Node
    from search.text import Token

_TEXT_FIELDS: dict[str, Field] = {
    "title": "title",
    "source": "source",
    "site": "source",
    "feed": "source",
    "author": "author",
    "from": "author",
    "lang": "lang",
    "tag": "tag",
    "note": "note",
}
_SCOPE = "in"
_SCOPES = frozenset({"all", "story"})
_FIELDS = frozenset(_TEXT_FIELDS) | DATE_FIELDS | mark_terms.FIELDS | {_SCOPE}
_FUZZY = re.compile(r"(.+?)~(\d*)\Z")


def parse(text: str, *, typing: bool = False, today: date | None = None) -> Query:
    """Read a query; raise QueryError, with the position, where it can't be read.

    An empty query finds everything. With `typing`, a bare last word that the caret still
    touches also finds the words that begin with it, and what is unfinished is read as `unfinished`
    says. `today` is what `newer:` counts from; the machine's when None. Cost: linear in the text.
    """
    today = today or date.today()  # noqa: DTZ011 - the user's own day
    try:
        return Query(text, _Parser(text, typing=typing, today=today).read())
    except QueryError:
        if not typing:
            raise
    try:
        root = _Parser(closed(text, _FIELDS), typing=True, today=today, typed=text).read()
    except QueryError as fault:
        raise placed(fault, text) from None
    return Query(text, root, unfinished=True)


class _Parser:
    """One pass over the lexemes of one query."""

    def __init__(self, text: str, *, typing: bool, today: date, typed: str = "") -> None:
        self.text = text
        self.typed = typed or text  # without what closes it
        self.typing = typing
        self.today = today
        self.lexemes = [clipped(one, len(self.typed)) for one in lex(text, _FIELDS)]
        self.at = 0
        self.asked = QueryBudget(text, self.lexemes)
        self.scope = "story"

    def read(self) -> Node:
        if not self.lexemes:
            return Everything(Span(0, len(self.text)))
        root = self.either()
        if (rest := self.peek()) is not None:
            raise QueryError(self.text, rest.span.start, "this ) closes nothing")
        return everywhere(root) if self.scope == "all" else root

    def peek(self) -> Lexeme | None:
        return self.lexemes[self.at] if self.at < len(self.lexemes) else None

    def either(self) -> Node:
        nodes = [self.all()]
        while (mark := self.peek()) is not None and mark.kind == "OR":
            self.at += 1
            self.want_operand(mark)
            nodes.append(self.all())
        return join(Or, nodes)

    def all(self) -> Node:
        nodes = [self.one()]
        while (mark := self.peek()) is not None and mark.kind not in {")", "OR"}:
            if mark.kind == "AND":
                self.at += 1
                self.want_operand(mark)
            nodes.append(self.one())
        return join(And, nodes)

    def want_operand(self, mark: Lexeme) -> None:
        following = self.peek()
        if following is None or following.kind in {")", "OR", "AND"}:
            raise QueryError(
                self.text, mark.span.start, f"{_written(self.text, mark)} wants words after it"
            )

    def one(self) -> Node:
        mark = self.peek()
        if mark is None:
            raise QueryError(self.text, len(self.text), "words are missing here")
        self.at += 1
        match mark.kind:
            case "NOT":
                self.want_operand(mark)
                self.asked.descend(mark)
                child = self.one()
                self.asked.ascend()
                if isinstance(child, Everything):
                    if self.typing:
                        return child  # a filter that is still being typed
                    raise QueryError(
                        self.text, mark.span.start, "NOT goes with words, not with in:"
                    )
                return Not(Span(mark.span.start, child.span.stop), child)
            case "(":
                return self.group(mark)
            case "field":
                return self.field(mark)
            case "word":
                return self.word(mark, None)
            case "phrase":
                return self.phrase(mark, None)
            case ")":
                raise QueryError(self.text, mark.span.start, "this ) closes nothing")
            case _:
                raise QueryError(
                    self.text, mark.span.start, f"{_written(self.text, mark)} wants words before it"
                )

    def group(self, opened: Lexeme) -> Node:
        self.asked.descend(opened)
        following = self.peek()
        if following is None:
            raise QueryError(self.text, opened.span.start, "this ( is never closed")
        if following.kind == ")":
            raise QueryError(self.text, opened.span.start, "there is nothing between ( and )")
        node = self.either()
        closed = self.peek()
        if closed is None:
            raise QueryError(self.text, opened.span.start, "this ( is never closed")
        self.at += 1
        self.asked.ascend()
        return node

    def field(self, mark: Lexeme) -> Node:
        if named := whole_name(mark, self.lexemes[self.at : self.at + 2]):
            self.at += 2
            return named
        value = self.peek()
        joined = value is not None and value.span.start == mark.span.stop
        if value is None or not joined or value.kind not in {"word", "phrase"}:
            written = _written(self.text, mark)
            raise QueryError(self.text, mark.span.start, f"{written} wants a value after it")
        self.at += 1
        if mark.text == _SCOPE:
            return self.sought_in(mark, value)
        name = _TEXT_FIELDS.get(mark.text, mark.text)
        if value.text == unknown_value.SIGN and name in unknown_value.FIELDS:
            return unknown_value.unknown_value(Span(mark.span.start, value.span.stop), name)
        if mark.text in DATE_FIELDS:
            return date_term(self.text, mark, value, self.today)
        if mark.text in mark_terms.FIELDS:
            return mark_terms.mark_term(self.typed, mark, value, typing=self.typing)
        field = _TEXT_FIELDS[mark.text]
        read: Callable[[Lexeme, Field | None], Node] = (
            self.word if value.kind == "word" else self.phrase
        )
        node = read(value, field)
        whole = Span(mark.span.start, value.span.stop)
        return hashed(whole, node) if self.text[mark.span.start] == "#" else node

    def sought_in(self, mark: Lexeme, value: Lexeme) -> Node:
        """Read where the words of the whole query are sought, wherever in it that stands."""
        if value.text.lower() not in _SCOPES:
            raise QueryError(self.text, value.span.start, "in: goes with all or story")
        self.scope = value.text.lower()
        return Everything(Span(mark.span.start, value.span.stop))

    def word(self, mark: Lexeme, field: Field | None) -> Node:
        written = mark.text
        if fuzzy := _FUZZY.match(written):
            if fuzzy[2] not in {"", "1", "2"}:
                raise QueryError(self.text, mark.span.start, "~ after a word goes with 1 or 2")
            form = self.single(mark, fuzzy[1], "~")
            self.asked.words(mark, price=LIKE)
            return Fuzzy(mark.span, form, 2 if fuzzy[2] == "2" else 1, field)
        if "://" not in written and ("*" in written or "?" in written.rstrip("?")):
            return self.pattern(mark, field)
        tokens = list(tokenize(written))
        forms = tuple(token.form for token in tokens)
        if not forms:
            raise QueryError(
                self.text, mark.span.start, f'"{cite(written)}" has no letters to search'
            )
        self.asked.words(mark, len(forms), TOGETHER if len(forms) > 1 else 1)
        others = otherwise_written(mark.span, written, forms, field)
        node = word_node(mark.span, written, forms, field)
        if len(forms) == 1 and self.goes_on(mark, tokens[-1], field):
            node = Or(mark.span, (node, Prefix(mark.span, forms[0], field)))
        return either(mark.span, node, others)

    def goes_on(self, mark: Lexeme, token: Token, field: Field | None) -> bool:
        """Tell whether words that begin with one are meant too."""
        if is_korean(token.form) and is_stemmed(field):
            return True  # particles and endings are written on to it
        if is_acronym(mark.text, token.form, field):
            return False
        # U.S. has been typed to its end; Guaido with a combining accent may go on.
        unfinished = token.stop == len(mark.text) and not mark.text.endswith(".")
        return self.typing and mark.span.stop == len(self.typed) and unfinished

    def single(self, mark: Lexeme, written: str, sign: str) -> str:
        forms = [token.form for token in tokenize(written)]
        if len(forms) != 1:
            raise QueryError(self.text, mark.span.start, f"{sign} goes with one plain word")
        return forms[0]

    def pattern(self, mark: Lexeme, field: Field | None) -> Node:
        written = mark.text
        if written.endswith("*") and not set(written[:-1]) & {"*", "?"}:
            return self.beginning(mark, field)
        form = re.sub(r"\*+", "*", fold(written))
        if not any(c.isalnum() for c in form):
            raise QueryError(self.text, mark.span.start, "a pattern wants at least one letter")
        if not all(c.isalnum() or c in "*?'" for c in form):
            raise QueryError(self.text, mark.span.start, "a pattern is one plain word with * or ?")
        if len(form) - form.count("*") > LONGEST:
            reason = (
                f"a pattern may ask for {LONGEST} letters at most; no word that counts has more"
            )
            raise QueryError(self.text, mark.span.start, reason)
        self.asked.words(mark, price=LIKE)
        return Wildcard(mark.span, form, field)

    def beginning(self, mark: Lexeme, field: Field | None) -> Node:
        """Read `word*`; a run of a script without spaces is a phrase that may go on anyway."""
        tokens = list(tokenize(mark.text[:-1]))
        if len(tokens) > 1 and all(is_single(token.form) for token in tokens):
            forms = tuple(token.form for token in tokens)
            self.asked.words(mark, len(forms), TOGETHER)
            return Phrase(mark.span, forms, stemmed=False, field=field)
        form = self.single(mark, mark.text[:-1], "*")
        self.asked.words(mark, price=BEGINNING)
        return Prefix(mark.span, form, field)

    def phrase(self, mark: Lexeme, field: Field | None) -> Node:
        forms = tuple(token.form for token in tokenize(mark.text))
        if not forms:
            raise QueryError(self.text, mark.span.start, "there are no words between these quotes")
        if len(forms) == 1:
            self.asked.words(mark)
            return Term(mark.span, forms[0], stemmed=False, field=field)
        self.asked.words(mark, len(forms), TOGETHER if mark.slop is None else NEAR)
        return Phrase(mark.span, forms, stemmed=False, slop=mark.slop, field=field)


def _written(text: str, mark: Lexeme) -> str:
    return text[mark.span.start : mark.span.stop]
