"""Fast tokenizing of one chunk of text."""

from __future__ import annotations

from search.text.variants import CAPITALS, acronyms, may_vary, with_variants
from search.text.word import LONGEST, tokenize

_EDGES = "\"'“”‘’()[].,;:!?…—–-"


def forms(chunk: str) -> tuple[str, ...]:
    """Give the forms of a chunk's words, in order; none for mere signs."""
    plain = chunk.strip(_EDGES)
    if plain.isascii() and plain.isalnum() and len(plain) <= LONGEST:
        return (plain.lower(),)
    return tuple(token.form for token in tokenize(chunk))


def sought_forms(chunk: str) -> tuple[str, ...]:
    """Give the forms of a chunk's words with their variants, as `with_variants` does.

    Whether a word is in capitals is told only where the chunk has them.
    """
    plain = chunk.strip(_EDGES)
    if plain.isascii() and plain.isalnum() and len(plain) <= LONGEST:
        form = plain.lower()
        in_capitals = form in acronyms() and plain.isupper()
        return (form, form + CAPITALS) if in_capitals else (form,)
    read = with_variants if may_vary(chunk) else tokenize
    return tuple(token.form for token in read(chunk))
