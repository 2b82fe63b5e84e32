"""Texts of one thing repeated, and how the work of a step grows with their length."""

from __future__ import annotations

import gc
import io
import json
import re
import tempfile
import time
from contextlib import redirect_stdout, suppress
from dataclasses import replace
from itertools import chain, count, pairwise
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from taken_apart import taken_apart

from search import Article, ArticleError, ArticleId, Block, Highlighter, QueryError, parse
from search.arrivals.arrival import Arrival
from search.arrivals.saved_file import file_stem, file_text
from search.compare import compare
from search.compare.claims.story_claims import story_claims
from search.compare.report import report_of
from search.compare.version_changes import version_changes
from search.concordance import find_uses
from search.export.articles.articles_markdown import article_markdown, article_text
from search.export.articles.articles_page import articles_page
from search.export.articles.articles_table import articles_table
from search.export.articles.exported import ArticleSet, Exported
from search.export.bibtex import bibtex
from search.export.citation import cite
from search.export.citation_styles import CITATION_STYLES
from search.export.comparison.comparison_document import comparison_document
from search.export.comparison.comparison_markdown import comparison_markdown
from search.export.comparison.comparison_page import comparison_page
from search.export.comparison.comparison_table import comparison_table
from search.export.csl_json import csl_json
from search.export.markdown_text import plain
from search.export.reference import reference
from search.export.ris import ris
from search.formats import databases, feeds, read_article, reading_lists, tables
from search.formats.container import PassedOverError
from search.formats.documents.pdf_lines import PageLine
from search.formats.documents.pdf_paragraphs import page_text
from search.formats.feeds import is_feed
from search.formats.web import read_html_fragment
from search.highlight import excerpt
from search.library.saved_head import saved_head
from search.marks import Note, Passage
from search.marks.mark_text import note_text
from search.marks.note_search import note_test
from search.marks.other_readers import read_items
from search.marks.other_readers.address_form import address_form
from search.stories import profile, term_vector
from tui.cli.styled_lines import wrapped
from tui.cli.verbs.compare.comparison_text import print_comparison
from tui.controls.passage_cursor import PassageCursor
from tui.controls.typed_text import plain_lines
from tui.render.article_lines import lay_out
from tui.render.article_page import Reading, parts
from tui.render.comparison import compared_sides, lay_out_pair
from tui.render.panel import lay_out_page
from tui.render.passages.page_notes import PageNote, inlay_for
from tui.render.safe import safe
from tui.render.wrap import clip
from tui.session.standing_lists import listed_words
from tui.settings import WordList, load
from tui.settings.word_list_table import MOST_WORDS
from tui.terminal.output_gate import gate_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST = 6
"""How many times as long four times the input may take."""
FLOOR = 0.25
"""Seconds of the processor below which a step is quick, whatever its growth."""

Make: TypeAlias = "Callable[[int], str]"
"""Gives a text of about so many characters."""

_NOBODY, _OTHER = ArticleId("0" * 16), ArticleId("1" * 16)
_MAIL = "From: Jane Doe <a@b.example>\nDate: Thu, 14 Mar 2019 18:38:00 +0100\nMIME-Version: 1.0\n"
_PROSE = (
    "The bridge over the river reopened on Sunday after two years of costly repairs, said Jane Doe "
    "of the port authority. “Nobody here believed it,” she added, as some 300 boats passed. "
)


_HEAD_OF = {
    "lexis": "1 of 1 DOCUMENTS\n\nPaper\n\nMarch 1, 2020\n\nTitle\n\nLENGTH: 5 words\n\n",
    "uni": "Title\nPaper\nMarch 1, 2020\nLength: 5 words\nBody\n\n",
    "factiva": "Title\n5 words\n1 March 2020\nPaper\nAB\nCopyright 2020 Factiva\n\n",
    "proquest": "Title\n\nPublication title: ProQuest\n\nPublication date: 2020\n\nFull text: ",
    "europresse": '<p>europresse<b class="DocPublicationName">P</b><b class="TitreArticleVisu">T</b>',
}
"""How an export of a news database begins, up to its text."""


class Fault(NamedTuple):
    """A step that takes more than its share: seconds for each of the lengths."""

    step: str
    what: str
    lengths: tuple[int, ...]
    seconds: tuple[float, ...]

    def __str__(self) -> str:
        """Say it in a line."""
        took = ", ".join(
            f"{length:,}: {spent:.2f} s"
            for length, spent in zip(self.lengths, self.seconds, strict=True)
        )
        return f"{self.step}, {self.what}: {took}"


def repeated(unit: str) -> Make:
    """Give texts of one unit again and again: `{n}` in it is another number each time, `{w}` a word."""
    if "{n}" in unit or "{w}" in unit:
        return lambda size: "".join(_numbered(unit, size))
    return lambda size: unit * (size // len(unit) + 1)


def _numbered(unit: str, size: int) -> Iterator[str]:
    length = 0
    for number in count():
        piece = unit.replace("{n}", str(3_000 + number)).replace("{w}", letters(number))
        yield piece
        length += len(piece)
        if length >= size:
            return


def letters(number: int) -> str:
    """Give a word of its own for a number."""
    word = ""
    for _ in range(4):
        number, digit = divmod(number, 20)
        word += "bcdfghjklmnprstvwxzq"[digit] + "aeiou"[digit % 5]
    return word


def growth(step: str, what: str, make: Make, most: int) -> Fault | None:
    """Give the fault of a step whose work grows faster than its input, else None.

    A text of `most` characters is tried first, as nearly all are quick. What isn't is compared
    with a text of a quarter, then, as the machine may be busy, with texts of half and of a quarter, the
    least of three turns each, taken one after the other; and tried again with twice and four times the
    length before it counts.
    """
    for length in (most, 2 * most, 4 * most):
        whole = spent(step, make(length))
        if whole < FLOOR:
            return None
        lengths = (length // 4, length // 2, length)
        seconds: tuple[float, ...] = (spent(step, make(lengths[0])), inf, whole)
        for _ in range(2):
            if seconds[2] <= max(FLOOR, MOST * seconds[0]):
                return None
            turn = [spent(step, make(size)) for size in lengths]
            seconds = tuple(map(min, seconds, turn))
        if seconds[2] <= max(FLOOR, MOST * seconds[0]):
            return None
    return Fault(step, what, lengths, seconds)


def spent(step: str, text: str) -> float:
    """Measure the seconds of the processor that a step takes for a text.

    The search for garbage rests meanwhile: what it costs grows with all that the process holds.
    """
    run = STEPS[step](text)
    gc.disable()
    try:
        begun = time.process_time()
        with suppress(ArticleError, PassedOverError, QueryError):
            run()
        return time.process_time() - begun
    finally:
        gc.enable()


_FEED = "<rss version='2.0'><channel><title>A</title><item>"
_WORDS = re.compile(r"\w{1,20}")
Run: TypeAlias = "Callable[[], object]"


def _read(name: str, form: str = "{}") -> Callable[[str], Run]:
    def ready(text: str) -> Run:
        data = form.format(text).encode("utf-8", "replace")
        return lambda: read_article(data, name, _NOBODY)

    return ready


def _take_apart(name: str, form: str = "{}") -> Callable[[str], Run]:
    def ready(text: str) -> Run:
        data = form.replace("{}", text).replace("{json}", json.dumps(text)[1:-1])
        return lambda: taken_apart(
            (*databases.KINDS, *feeds.KINDS, *reading_lists.KINDS, *tables.KINDS), data, name
        )

    return ready


def _save(text: str) -> Run:
    told = replace(article(text), title=text, source=text, url=text, tags=(text,))

    def run() -> None:
        arrival = Arrival("", told, text)
        file_stem(arrival)
        saved_head(file_text(arrival).encode("utf-8", "replace"))

    return run


def article(text: str, identity: ArticleId = _NOBODY) -> Article:
    """Give an article of one paragraph."""
    return Article(identity, "a.md", (Block("paragraph", " ".join(text.split()) or "a"),))


def _export(shape: Callable[[Article, str], Article]) -> Callable[[str], Run]:
    def ready(text: str) -> Run:
        told = shape(article(text), text)

        def run() -> None:
            cited = reference(told, text)
            list(chain(bibtex([cited]), csl_json([cited]), ris([cited])))
            out = [ArticleSet(text, {}, [Exported(told)]) for _ in range(2)]
            list(chain(articles_page(out[0]), articles_table(out[1])))
            article_markdown(told)
            article_text(told)
            for style in CITATION_STYLES:
                cite(told, text, style)

        return run

    return ready


def _lines_of_pages(text: str) -> Run:
    rows = re.split("[ \n]", text)
    lines = [
        PageLine(place // 50, row, float(len(row) % 9), 800.0 - 10 * (place % 50), 10.0)
        for place, row in enumerate(rows)
        if row
    ]
    return lambda: page_text(lines)


def _weigh(text: str) -> Run:
    told = article(text)
    return lambda: profile(told, term_vector(told))


def _light(text: str) -> Run:
    told = article(text)
    lit = Highlighter(parse('a OR said OR "jane doe" OR ma* OR "a b"~5'))
    return lambda: (excerpt(told, lit), list(find_uses(told, lit.spans)))


def _light_by(text: str) -> Run:
    told = article(text)
    head = text.split()[:200]

    def run() -> None:
        lit = Highlighter(parse(" OR ".join(f'"{word}"' for word in head if '"' not in word)))
        excerpt(told, lit)

    return run


def _page(text: str) -> Run:
    told = article(text)
    return lambda: lay_out(parts(Reading(told)), 72)


def _marked(text: str) -> Run:
    told = article(text)

    def run() -> None:
        page = lay_out(parts(Reading(told)), 72)
        cursor = PassageCursor()
        for step in (1, 1, 1, -1):
            cursor.step(page, step, range(len(page.lines)), None)
            cursor.step_word(page, step)
            cursor.lines(page)
        note = PageNote(1, text, cursor.text(page), (cursor.at,) if cursor.at else ())
        lay_out(parts(Reading(told, notes=(note,))), 72, inlay_for((note,), cursor.at))

    return run


def _noted(text: str) -> Run:
    note = Note(1, None, "a.md", text, Passage(text), "", "")
    return lambda: (
        note_text(plain_lines(text)),
        note_test(text)(note),
        PageNote(1, text).paragraphs,
    )


def _compare(shape: Callable[[str], tuple[str, str]]) -> Callable[[str], Run]:
    def ready(text: str) -> Run:
        sides = shape(text)
        left, right = article(sides[0]), article(sides[1], _OTHER)

        def run() -> None:
            found = compare(left, right, lambda stems: dict.fromkeys(stems, 1.0))
            comparison_document(found)
            comparison_markdown(found)
            comparison_page(found)
            list(comparison_table(found))
            with redirect_stdout(io.StringIO()):
                print_comparison(found)
            report = report_of(found)
            for section in report.sections:
                lay_out_page(section, report.sides, 80, 12)
            for aligned in (False, True):
                lay_out_pair(compared_sides(found), found.links, (38, 38), aligned=aligned)

        return run

    return ready


def _revise(shape: Callable[[str], tuple[str, str]]) -> Callable[[str], Run]:
    def ready(text: str) -> Run:
        before, after = map(article, shape(text))
        return lambda: (version_changes(before, after), compare(before, after, versions=True))

    return ready


def _claim(text: str) -> Run:
    versions = [article(text, _NOBODY), article(_mirrored(text)[1], _OTHER)]
    return lambda: story_claims(
        versions, lambda stems: dict.fromkeys(stems, 1.0), [(), ()], 0, lambda: False
    )


def _mirrored(text: str) -> tuple[str, str]:
    return text, " ".join(reversed(text.split()))


def _sentences(text: str) -> tuple[str, str]:
    words = text.split()
    rows = [" ".join(words[i : i + 22]) for i in range(0, len(words), 22)]
    said = [f"The bridge reopened and cost {row}." for row in rows]
    return " ".join(said), " ".join(reversed(said))


def _many(text: str) -> tuple[str, str]:
    return text, " ".join(f"{word}." for word in text.split())


def _ask(text: str) -> Run:
    def run() -> None:
        for typing in (False, True):
            with suppress(QueryError):
                parse(text, typing=typing)

    return run


def _put_into_form(text: str) -> Run:
    def run() -> None:
        address_form(f"https://{text}")

    return run


def _read_other(form: str) -> Callable[[str], Run]:
    def ready(text: str) -> Run:
        data = form.replace("{}", text).encode("utf-8", "replace")

        def run() -> None:
            with suppress(ValueError, ArticleError):
                read_items(data, "a")

        return run

    return ready


def _list_words(text: str) -> Run:
    """Light a list whose words and phrases are about those of the text."""
    words = tuple(dict.fromkeys(word for word in text[:2_000].split() if word.isalpha()))
    phrases = tuple(f"{one} {other}" for one, other in pairwise(words))
    lists = [WordList("a", (*words, *phrases)[:MOST_WORDS] or ("a",), "bold", "◆")]
    lit = article(text)
    return lambda: listed_words(lit, lists)


def _settings(form: str) -> Callable[[str], Run]:
    def ready(text: str) -> Run:
        folder = Path(tempfile.mkdtemp(prefix="diptych-growth-"))
        path = folder / "settings.toml"
        path.write_text(form.format(text), "utf-8", "replace")

        def run() -> None:
            try:
                load(path)
            finally:
                path.unlink()
                folder.rmdir()

        return run

    return ready


def _show(text: str) -> Run:
    return lambda: (wrapped(text, "  | "), gate_output(safe(text)), clip(text, 20), plain(text))


STEPS: dict[str, Callable[[str], Run]] = {
    "page": _read("a.txt"),
    "page, below a story": _read("a.txt", f"{_PROSE * 3}\n\n{{}}"),
    "page, by lines": lambda text: _read("a.txt")("\n".join(text.split(" "))),
    "Markdown": _read("a.md"),
    "Markdown, in a list": _read("a.md", "- {}"),
    "Markdown, by lines": lambda text: _read("a.md")("> " + "\n".join(text.split(" "))),
    "front matter": _read("a.md", "---\ntitle: {}\n---\n\nThe boat left."),
    "front matter, raw": _read("a.md", "---\n{}\n---\n\nThe boat left."),
    "front matter, by lines": lambda text: _read("a.md", "---\na: b\n{}\n---\n\nThe boat left.")(
        "\n".join(text.split(" "))
    ),
    "front matter, an author": _read("a.md", "---\na: [\nauthor: {}\n---\n\nThe boat left."),
    "front matter of TOML": _read("a.md", "+++\ntitle = {}\n+++\n\nThe boat left."),
    "front matter of JSON": _read("a.md", '{{"title": {}\n}}\n\nThe boat left.'),
    "labels": _read("a.txt", "Title: A\nSource: {}\n\nThe boat left."),
    "labels, by lines": lambda text: _read("a.txt", "Title: A\nSource: B\n{}")(
        "\n".join(text.split(" "))
    ),
    "an export": _read("a.txt", "A\n\n3 May 2019\n\n{}\n\nLENGTH: 9 words\n\nThe boat left."),
    "an export, by lines": lambda text: _read("a.txt", "A\nBy B\n9 words\n3 May 2019\nC\n{}")(
        "\n".join(text.split(" "))
    ),
    "export": _export(lambda told, _: told),
    "export, its head": _export(
        lambda told, text: replace(told, title=text, source=text, authors=(text, text[::-1]))
    ),
    "web page": _read("a.html", "<html><body>{}"),
    "web page, below a story": _read("a.html", f"<html><body><p>{_PROSE * 3}</p>{{}}"),
    "web page, its tags": _read(
        "a.html", '<html><meta name=author content="{0}"><title>{0}</title><h1>a</h1>'
    ),
    "web page, its data": _read(
        "a.html",
        '<script type="application/ld+json">{{"@type": "Article", "author": [{}]}}</script>a',
    ),
    "MHTML": _read("a.mhtml", "Content-Type: multipart/related; boundary=a\n\n--a\n{}"),
    "HTML": lambda text: lambda: read_html_fragment(f"<p>{text}"),
    "table": _take_apart("a.csv", "title,text\n{}"),
    "table, quoted": _take_apart("a.csv", 'title,text\nA,"{}"\nB,C\n'),
    "table, its head": _take_apart("a.csv", "title,text,{}\nA,B"),
    "table, by lines": lambda text: _take_apart("a.csv", "title,text\n{}")(
        "\n".join(text.split(" "))
    ),
    "table, a field": _take_apart("a.csv", 'title,text,authors,date\nA,B,"[{}]","{}"'),
    "JSON": _take_apart("a.json", '{"title": "A", "text": "B", "c": {}}'),
    "JSON, a text": _take_apart("a.json", '{"title": "<b>{json}", "text": "<p>{json}"}'),
    "feed": _take_apart("a.xml", f"{_FEED}{{}}"),
    "feed, before it": lambda text: lambda: is_feed(f"<!---->{text}".encode("utf-8", "replace")),
    "feed, a text": _take_apart(
        "a.xml", f"{_FEED}<description><![CDATA[{{}}]]></description></item>"
    ),
    "feed, a title": _take_apart(
        "a.xml", f"{_FEED}<title><![CDATA[{{}}]]></title><description>A</description></item>"
    ),
    "feed, elements": lambda text: _take_apart("a.xml", f"{_FEED}{{}}")(
        "".join(f"<category>{word}</category>" for word in _WORDS.findall(text))
    ),
    "feed, CDATA": lambda text: _take_apart("a.xml", f"{_FEED}&{{}}")(
        "<![CDATA[" * (len(text) // 9)
    ),
    "feed, JSON": _take_apart(
        "a.json",
        '{"version": "https://jsonfeed.org/version/1", "items": [{"title": "{json}",'
        ' "content_html": "{json}", "url": "{json}", "date_published": "{json}"}]}',
    ),
    "saved, its name": _save,
    "versions, mirrored": _revise(_mirrored),
    "versions, sentences": _revise(_sentences),
    "versions, a sentence a word": _revise(_many),
    "bookmarks": _take_apart("a.html", "<!DOCTYPE NETSCAPE-Bookmark-file-1>{}"),
    "mail": _read("a.eml", _MAIL + "\n{}"),
    "mail, HTML": _read("a.eml", _MAIL + "Content-Type: text/html\n\n<p>{}"),
    "mail, its parts": _read(
        "a.eml", _MAIL + "Content-Type: multipart/mixed; boundary=a\n\n--a\n\n{}"
    ),
    "mail, a field": lambda text: _read("a.eml", "Subject: {}\n" + _MAIL + "\nThe boat left.")(
        text.replace("\n", " ")
    ),
    "lines of a PDF": _lines_of_pages,
    "LexisNexis": _take_apart("a.txt", f"{_HEAD_OF['lexis']}{{}}"),
    "Nexis Uni": _take_apart("a.txt", f"{_HEAD_OF['uni']}{{}}"),
    "Factiva": _take_apart("a.txt", f"{_HEAD_OF['factiva']}{{}}"),
    "ProQuest": _take_apart("a.txt", f"{_HEAD_OF['proquest']}{{}}"),
    "Europresse": _take_apart("a.html", f"{_HEAD_OF['europresse']}{{}}"),
    "RTF": _take_apart("a.rtf", "{\\rtf1 {}"),
    "terms": _weigh,
    "matches": _light,
    "matches of many": _light_by,
    "lines": _page,
    "a terminal": _show,
    "claims": _claim,
    "pair": _compare(lambda text: (text, text)),
    "pair, reversed": _compare(_mirrored),
    "pair of sentences": _compare(_sentences),
    "pair, word by word": _compare(_many),
    "query": _ask,
    "settings": _settings("{}"),
    "settings, a key": _settings("{} = 1"),
    "settings, a value": _settings('[keys]\nquit = "{}"'),
    "a passage, marked": _marked,
    "a note": _noted,
    "settings, a problem on a late line": _settings("column = 1 # {}\nnothing = 1"),
    "a page of another reader": _read_other("<title>Pocket Export</title>{}"),
    "a link of another reader": _read_other('<title>Pocket Export</title><a href="{}">'),
    "a table of another reader": _read_other("url,status\n{}"),
    "an address": _put_into_form,
    "a word list": _list_words,
    "settings, words": _settings("[words.a]\nwords = ['{}']"),
}

SIGNS = (
    "a A 1 . , ; : ? ! ' \" “ ” ‘ ’ „ « » ( ) [ ] { } < > / \\ | - – — _ * ` ~ # @ & % $ € £ ^ + = … "
    "© ² 字 。 、 א ם ק é ß İ \u0301 \u200d \u0e01 \u1100 \U0001f600 \U0001f1fb \t"
).split(" ")
"""Marks and letters of all kinds, one of each."""

WORDS = (
    "${n} |{n}% |$5 |abcde{w} |A{w} |A{w} Bcd |Mr A{w} |A{w} said |president A{w} |A{w}, president, |"
    "“a{w} b c” |“a b c” said A{w}. |'a{w}' |a{w}. |a. |Aa Bb |AA |12 May |May {n} |two the |two "
    "million |2019-01-01 |18:38 |http://a.com/{w} |www.{w}.com |a@{w}.com |By A{w} B |By A and |"
    "the the |a-b-c-|a.b.|said |“a |a” |saying |, saying |economists Barclays |A{w} economists |({w} |[a][b] |"
    '![ |![]( |[a]( |<a |<a href="|<!-- |<? |</a |&amp; |&#1; |[a]: b\n|[a{w}]: b\n|* a\n|> |1. a\n|- - |'
    '``a|a: b\n|- a\n|a{w}: b\n|a.|"a".|[a]\n|[[a]]\n|a = 1\n|a{w} = 1\n|a,|ctrl+a,|a.b = 1\n|{{a=|((a|(a) |'
    'a OR |-a |a* |NOT |"a"~|a~2 |title:|#x |_a_ |**a** |*a |a_b|__a |~~a |a{w} a{w} |© {n} |Photo: |'
    "Share |Follow |5 min |Reuters |( |) (|[ |( A|\n\n|a\n\n|A{w}\n\n|# a\n|#\n|= \n|a\n=\n|---\n|***\n|a\f| \n|"
    "<p>a|<div>|<li>|<table><tr><td>a|<td>a|<blockquote>|<h1>a{w} b c d</h1>|<b>a</b>|<time>2019-01-01</time>|"
    '<a rel=author>A{w} B</a>|<figcaption>|<meta name=a{w}>|<br>a.|<script>|<script|</script|</p>|{"name": "A{w} B"},|'
    "--a\n|--a\n\n|"
    "\u00a0a|e\u0301|\U0001f468\u200d\U0001f469|字字|ก็|ㅎㅏ|서울에서 |L'a |L’A{w} |U.S. |J. |A. B{w} |A{w} & |"
    '1,000 |1.5 |1/2 |1:1 |–a |a — |... |… |?! |." |.) |\\[|\\|\\\\a|$ |%41|%2F|%|?q={w}&|//|://|http://|http://a.com,'
).split("|")
"""Pieces that some reader looks for, and words that are alike in part."""


def units() -> Iterator[str]:
    """Yield each mark alone, with a space and with a letter, then each piece."""
    for sign in SIGNS:
        yield from (sign, f"{sign} ", f"{sign}a ")
    yield from filter(None, WORDS)
