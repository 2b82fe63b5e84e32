"""What is counted about the uses of a word, decided once: interfaces lay the tables out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.article_words import NO_DATE, UNKNOWN_SOURCE, counted

if TYPE_CHECKING:
    from search.concordance.keyword_in_context import Concordance


class UseRow(NamedTuple):
    """What is counted, how many times, and its measure where the table has one and it is known."""

    label: str
    times: int
    measure: float | None = None


class UseTable(NamedTuple):
    """Rows in the order in which they are told.

    Attributes:
        title: what is counted, and the order where that isn't the number of times.
        rows: those of a kind; see `concordance_tables` for their order.
        none: what is said where there is no row.
        label, times: heads of the first two columns.
        measure: head of the third; empty if there is none.
    """

    title: str
    rows: tuple[UseRow, ...]
    none: str
    label: str
    times: str = "times"
    measure: str = ""


class ConcordanceTables(NamedTuple):
    """How often each source and month has the word, and what comes with it."""

    sources: UseTable
    months: UseTable
    collocates: UseTable
    clusters: UseTable


def concordance_tables(found: Concordance) -> ConcordanceTables:
    """Give the tables of a concordance, in the order of its counts.

    The uses in 10,000 words of each source are told once all uses are found. Cost: linear in the rows.
    """
    sources = tuple(
        UseRow(UNKNOWN_SOURCE if name is None else name, times, found.rate(name))
        for name, times in found.sources
    )
    months = tuple(UseRow(NO_DATE if month is None else month, n) for month, n in found.months)
    beside = tuple(UseRow(one.word, one.times, one.log_dice) for one in found.collocates)
    rows = tuple(UseRow(one.text, one.times) for one in found.clusters)
    rated = "in 10,000 words" if any(row.measure is not None for row in sources) else ""
    title = "Sources, per 10,000 words" if rated else "Sources"
    return ConcordanceTables(
        UseTable(title, sources, "No source has it.", "source", "uses", rated),
        UseTable("Months", months, "No month has it.", "month", "uses"),
        UseTable(
            "Within five words, by logDice",
            beside,
            "No word comes beside it often.",
            "within five words",
            measure="logDice",
        ),
        UseTable("Words in a row", rows, "No words recur around it.", "words in a row"),
    )


def uses_note(found: Concordance) -> str:
    """Say how many uses there are: `25 uses in 5 articles`."""
    return f"{counted(len(found.uses), 'use')} in {counted(found.articles, 'article')}"
