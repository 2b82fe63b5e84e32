"""Finding notes by words in what was written, and in the passage that it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.marks.mark_values import Note


def note_test(typed: str) -> Callable[[Note], bool]:
    """Give a test for notes that hold every word typed, in their text or their passage.

    Words are folded, and the last may be unfinished; without any, every note holds them.
    Cost of a test: linear in the note.
    """
    words = [token.form for token in tokenize(typed)]
    whole, last = frozenset(words[:-1]), words[-1] if words else ""
    if words and typed[-1:].isspace():
        whole, last = frozenset(words), ""

    def holds(note: Note) -> bool:
        forms = {token.form for text in (note.text, note.passage.quote) for token in tokenize(text)}
        return whole <= forms and (not last or any(form.startswith(last) for form in forms))

    return holds
