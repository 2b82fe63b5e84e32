"""Text as it goes into a file that other programs read: nothing in it acts or hides."""

from __future__ import annotations

from search.text.clean import clean, one_line


def tidy(text: str) -> str:
    """Give a text in one line, without control or invisible characters. Cost: linear."""
    return one_line(clean(text))


def tidy_lines(text: str) -> list[str]:
    """Give the lines of a text, each as `tidy` gives it; no lines for a text of spaces."""
    lines = [one_line(line) for line in clean(text).replace("\f", "\n").strip().split("\n")]
    return lines if lines != [""] else []


def tidy_piece(text: str) -> str:
    """Give a piece of a line, without control or invisible characters; spaces at its ends stay."""
    if text.isprintable() and text.isascii():
        return text
    return clean(text).replace("\n", " ").replace("\f", " ")
