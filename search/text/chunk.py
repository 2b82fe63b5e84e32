"""Fast tokenizing of one chunk of text."""

from __future__ import annotations

from search.text.word import LONGEST, tokenize

_EDGES = "\"'“”‘’()[].,;:!?…—–-"


def forms(chunk: str) -> tuple[str, ...]:
    """Give the forms of a chunk's words, in order; none for mere signs."""
    plain = chunk.strip(_EDGES)
    if plain.isascii() and plain.isalnum() and len(plain) <= LONGEST:
        return (plain.lower(),)
    return tuple(token.form for token in tokenize(chunk))
