"""Answers in words, for a person: plain in a pipe, coloured on a terminal."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

from rich.cells import cell_len

from search import Span
from tui.cli.streams import count, write
from tui.render.keyword_line import bar, keyword_line
from tui.render.article_facts import day, left_out
from tui.terminal.output_gate import written
from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from search import (
        Answer,
        Article,
        At,
        Comparison,
        Concordance,
        Hit,
        Phrase,
        Rival,
        Story,
        SyncReport,
        Use,
    )

_WIDEST = 100
_MARKS = {"same words": "=", "says the same": "≈", "related": "~"}
_LINE = 160
_LABEL = 18
"""Cells for the name of a source."""
_BAR = 24
_TOLD = 12
"""Words of the vocabulary that are printed."""


def index(library: Path, report: SyncReport) -> None:
    """Say what a sync did, in one line."""
    done = f"{report.added} added, {report.changed} changed, {report.removed} removed"
    failed = f", {len(report.failed)} failed" if report.failed else ""
    write(f"{library}: {count(report.articles, 'article')} ({done}{failed})")


def answer(found: Answer, hits: Sequence[Hit]) -> None:
    """Print the rows of a search, with their matches lit."""
    least = "" if found.exact else "at least "
    _print(f"{least}{count(found.total, 'article')}: {found.read_as}", "bold")
    if found.suggestion:
        write(f"Did you mean: {found.suggestion}")
    for hit in hits:
        write()
        _lit(hit.label, hit.title_spans, "bold")
        matches = f"  ×{hit.matches}" if hit.matches else ""
        _print(f"  {hit.source or 'unknown source'}  {day(hit.published)}{matches}", "dim")
        if hit.excerpt.text:
            _lit(hit.excerpt.text, hit.excerpt.spans, "", indent="  ")
        _print(f"  {hit.path}", "dim")
    if found.total > len(hits):
        write()
        write(f"… and {least}{found.total - len(hits)} more (--limit shows them)")


def article(one: Article) -> None:
    """Print an article's head, its story, and what else the page says, marked with `·`."""
    _print(one.label, "bold")
    _print(f"{one.source or 'unknown source'} · {day(one.published)}", "dim")
    if one.authors:
        _print(", ".join(one.authors), "dim")
    if one.url:
        _print(one.url, "dim")
    if one.cuts:
        _print(left_out(one.cuts), "italic")
    for block in one.blocks:
        write()
        mark = {"quote": "> ", "caption": "[ ", "list": "- ", "boilerplate": "· "}
        style = {"heading": "bold", "lead": "bold", "boilerplate": "dim", "caption": "italic"}
        begin = mark.get(block.kind, "")
        for line in _wrapped(block.text, begin):
            _print(line, style.get(block.kind, ""))


def rivals(found: Iterable[Rival]) -> None:
    """Print an article's rivals, best first."""
    nothing = True
    for one in found:
        nothing = False
        sign = "same story" if one.same_story else "maybe"
        _print(one.title or one.path, "bold")
        where = f"{one.source or 'unknown source'}  {day(one.published)}"
        _print(f"  {one.score:.2f} {sign}  {where}", "dim")
        write(f"  {'; '.join(one.why)}")
        _print(f"  {one.path}", "dim")
    if nothing:
        write("no other source tells anything like it")


def stories(found: Iterable[Story]) -> None:
    """Print stories, largest first, each in a line or two."""
    for one in found:
        _print(one.title, "bold")
        told = count(len(one.articles), "article")
        days = day(one.first) if one.first == one.last else f"{day(one.first)} to {day(one.last)}"
        _print(f"  {told}  {days}  {', '.join(one.sources) or 'unknown source'}", "dim")
        if one.why:
            write(f"  {'; '.join(one.why)}")


def concordance(found: Concordance, lines: Sequence[Use], *, by_source: bool) -> None:
    """Print uses with the word in the middle, then how many each source and month has."""
    uses, articles = count(len(found.uses), "use"), count(found.articles, "article")
    _print(f"{uses} in {articles}: {found.read_as}", "bold")
    width = min(_LINE, shutil.get_terminal_size((_WIDEST, 24)).columns)
    labels = [clip(safe(use.source or "unknown source"), _LABEL) for use in lines]
    last: str | None = None
    for use, label in zip(lines, labels, strict=True):
        if by_source and label != last:
            write()
            _print(label, "bold")
            last = label
        head = "  " if by_source else label.ljust(_LABEL - cell_len(label) + len(label)) + "  "
        line = keyword_line(use, max(20, width - cell_len(head)))
        start = len(head) + len(line.before)
        _lit(head + "".join(line), [Span(start, start + len(line.match))], "")
    if len(lines) < len(found.uses):
        write()
        write(f"… and {len(found.uses) - len(lines):,} more (--limit shows them)")
    for title, counts, unknown in (
        ("sources", found.sources, "unknown source"),
        ("months", found.months, "no date"),
    ):
        if counts:
            write()
            _print(title, "bold")
            _bars([(name or unknown, number) for name, number in counts])


def _bars(counts: Sequence[tuple[str, int]]) -> None:
    most = max(number for _, number in counts)
    digits = len(f"{most:,}")
    for name, number in counts:
        label = clip(safe(name), _LABEL)
        label = label.ljust(_LABEL - cell_len(label) + len(label))
        write(f"  {label}  {number:>{digits},}  {bar(number, most, _BAR)}")


def comparison(found: Comparison) -> None:
    """Print the passages that meet, and the words one side uses more."""
    for side, share, quoted in (
        (found.left, found.shared.left, found.quoted.left),
        (found.right, found.shared.right, found.quoted.right),
    ):
        _print(side.label, "bold")
        where = f"{side.source or 'unknown source'} · {day(side.published)}"
        _print(
            f"  {where} · {share:.0%} of its words meet the other, {quoted:.0%} are quoted", "dim"
        )
        if side.cuts:
            _print(f"  {left_out(side.cuts)}", "italic")
    for link in found.links:
        write()
        _print(f"{_MARKS[link.tier]} {link.tier} ({link.score:.2f})", "bold")
        _passage(found.left, found.sentences.left[link.left])
        _passage(found.right, found.sentences.right[link.right])
    if not found.links:
        write()
        write("no passages that meet were found")
    _told(found)


def _told(found: Comparison) -> None:
    """Print how each tells it, as far as that is short."""
    if found.naming:
        write()
        _print("how each names the same person", "bold")
        for one in found.naming:
            write(f"  {_phrases(one.left)} | {_phrases(one.right)}")
    if found.figures:
        write()
        _print("figures that differ in linked sentences", "bold")
        for figure in found.figures:
            write(f"  {_text(found.left, figure.left)} | {_text(found.right, figure.right)}")
    if found.vocabulary:
        write()
        _print("used more", "bold")
        for word in found.vocabulary[:_TOLD]:
            write(f"  {word.left:>3} : {word.right:<3} {word.word}")
        if len(found.vocabulary) > _TOLD:
            write(f"  … and {len(found.vocabulary) - _TOLD:,} more (--json has them)")


def _phrases(phrases: Iterable[Phrase]) -> str:
    return ", ".join(f"“{one.text}”" for one in phrases)


def _text(side: Article, at: At) -> str:
    return side.blocks[at.block].text[at.start : at.stop]


def _passage(side: Article, at: At) -> None:
    for line in _wrapped(_text(side, at), "  | "):
        write(line)


def _wrapped(text: str, begin: str) -> list[str]:
    width = min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)
    later = begin if begin.strip() == "|" else " " * len(begin)
    return textwrap.wrap(
        safe(text), max(20, width), initial_indent=begin, subsequent_indent=later
    ) or [begin]


def _print(text: str, style: str) -> None:
    _lit(text, (), style)


def _lit(text: str, spans: Iterable[Span], style: str, indent: str = "") -> None:
    """Print one line, its spans lit where the terminal can."""
    if not sys.stdout.isatty():
        write(indent + text)
        return
    from rich.console import Console  # noqa: PLC0415 - for terminals only
    from rich.text import Text  # noqa: PLC0415 - loaded where it is needed

    line = Text(indent + safe(text), style=style)
    for start, stop in spans:
        line.stylize("bold underline", start + len(indent), stop + len(indent))
    console = Console(highlight=False, soft_wrap=True)
    with console.capture() as shown:
        console.print(line)
    sys.stdout.write(written(shown.get()))
