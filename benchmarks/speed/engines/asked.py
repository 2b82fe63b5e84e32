"""What every engine is asked for, and how days are told to it."""

import datetime

HITS = 50
ANSWERS = ("hits", "total", "counts")
"""What an answer may hold, each holding what stands before it: the best fifty articles, how many
there are exactly, and how many of each source and of each month."""


def ordinal(day):
    """Number a day."""
    return datetime.date.fromisoformat(day).toordinal()


def month(day):
    """Number the month of a day."""
    year, number, _ = map(int, day.split("-"))
    return year * 12 + number
