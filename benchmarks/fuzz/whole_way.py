"""The whole way of a file: taken apart, understood, lit, laid out, compared, exported; indexed, asked for."""

from __future__ import annotations

import io
import os
import re
from contextlib import redirect_stderr, redirect_stdout
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from laws import harmless, sentence
from packs import harmless as steers_nothing

from search import Highlighter, parse
from search.article import ArticleId
from search.compare import compare
from search.errors import ArticleError
from search.export.comparison.comparison_document import comparison_document
from search.export.comparison.comparison_markdown import comparison_markdown
from search.export.comparison.comparison_page import comparison_page
from search.formats import BytesSource, PassedOverError, left_out, open_container
from search.formats.kind_of import KINDS
from search.formats.kinds import SAMPLE
from tui.cli.run import main
from tui.cli.streams import write_json
from tui.cli.verbs.compare.comparison_text import print_comparison
from tui.render.article_lines import lay_out
from tui.render.article_page import Reading, parts
from tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import Article

_QUERIES = ('guaido "armed forces"', "sanct* -maduro", "a~1 OR the", "title:us date:2019")
_FULLY = 3
"""Articles of a file that go all the way; the others are only understood."""
_VERBS = (
    ("index", "--json"),
    ("search", "ferry OR (the AND a*)"),
    ("search", "title:us OR boat~", "--json"),
    ("show", "--all"),
    ("stories", "--json"),
    ("sources", "--json"),
    ("concordance", "the"),
    ("index",),
)
"""What is asked of a library, and how it is printed."""
_FAULT = re.compile(r"a fault in diptych itself|Traceback|can't be understood: \w+")


def articles(data: bytes, name: str) -> Iterator[Article]:
    """Take a file apart as the library does, and yield its articles; what is none is told in a line."""
    for kind in KINDS:
        if kind.recognises is not None:
            kind.recognises(data[:SAMPLE])
    try:
        container = open_container(BytesSource(data), name, any_text=True)
        number = 0
        for span in container.spans():
            drafts = container.drafts(span.start, span.stop) if span.records else ()
            if len(drafts) != span.records:
                raise AssertionError(f"{len(drafts)} drafts of {span.records} records")
            for draft in drafts:
                number += 1
                harmless(draft.own)
                try:
                    article = draft.article(f"{name}#{number}", ArticleId("1" * 16))
                except ArticleError as error:
                    _told(error)
                    continue
                steers_nothing(article)
                yield article
        for suffix, why, needs in left_out(container).passed:
            harmless(suffix + why + needs)
    except ArticleError as error:
        _told(error)
    except PassedOverError as error:
        harmless(error.reason)


def _told(error: ArticleError) -> None:
    if _FAULT.search(sentence(error)):
        raise AssertionError(str(error)) from error


def through(data: bytes, name: str, other: Article) -> int:
    """Take a file the whole way beside an article; give how many articles it has."""
    count = 0
    for count, article in enumerate(articles(data, name), 1):
        if count <= _FULLY:
            _read(article)
            _compared(article, other)
    return count


def _read(article: Article) -> None:
    for text in _QUERIES:
        light = Highlighter(parse(text))
        spans = tuple(light.spans(block.text, "body") for block in article.blocks)
        reading = Reading(article, light.spans(article.title or "", "title"), spans)
        shown = parts(reading)
        lay_out(shown, 72)
    for part in shown:
        harmless(safe(part.text))


def _compared(article: Article, other: Article) -> None:
    found = compare(article, other)
    said = io.StringIO()
    with redirect_stdout(said):
        print_comparison(found)
        write_json(comparison_document(found))
    _harmless_lines(said.getvalue() + comparison_markdown(found) + comparison_page(found))


def as_library(library: Path, home: Path) -> None:
    """Run the verbs on a folder, and hold what they print to harm no terminal."""
    os.environ.update({"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")})
    os.environ.update({"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home / "data")})
    for verb, *rest in _VERBS:
        said = _printed([verb, *rest, "--library", str(library)])
        if verb == "show":
            named = re.findall(r'"path": "([^"\\]+)"', said)
            chosen = list(islice(named[:: max(1, len(named) // 3)], 3))
    for left, right in pairwise(chosen):
        for form in ("--json", "--markdown", "--html", ""):
            words = ["compare", left, right, *[form] * bool(form)]
            _printed([*words, "--library", str(library)])
        _printed(["show", left, "--library", str(library)])


def _printed(words: list[str]) -> str:
    """Run a verb; give what it printed, once that is known to be harmless."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        main(words)
    told = err.getvalue()
    _harmless_lines(out.getvalue() + told)
    if fault := _FAULT.search(told):
        raise AssertionError(f"{' '.join(words)}: {told[fault.start() : fault.start() + 300]}")
    return out.getvalue()


def _harmless_lines(text: str) -> None:
    for line in text.split("\n"):
        harmless(line)
