"""An EPUB as articles, one a chapter."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING

from search.article import Block
from search.errors import ArticleError
from search.formats.container import WholeContainer
from search.formats.decode import decode
from search.formats.documents.epub_package import read_package
from search.formats.heads.stated_head import stated_head
from search.formats.heads.stated_value import texts
from search.formats.limits import LONGEST_BOOK, LONGEST_CHAPTER
from search.formats.record import Record
from search.formats.web.html_blocks import cut_blocks, read_html_fragment
from search.formats.web.html_pieces import pieces
from search.formats.zip_parts import ZipParts
from search.page.authors import byline_names
from search.page.days.dates import find_dates
from search.page.line_class import BOILERPLATE_CLASSES, classify
from search.page.lines import has_words, line_of, words_of
from search.page.outlet_names import is_outlet
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from search.article import Article, ArticleId
    from search.formats.container import Container, Source
    from search.formats.documents.epub_package import Package

_WHERE = "EPUB package"
_NO_ARTICLES = frozenset({"toc", "copyright-page", "copyright", "index", "loi", "lot", "cover", "title-page", "titlepage"})  # fmt: skip
_LEAST_WORDS = 25
"""Words outside links that a page has which says anything; covers and lists have fewer."""
_HEAD_REACH = 5
_EDGE = 4
"""Blocks from either end among which programs that make magazines put their menus."""
_FETCHED = re.compile(r"This article was downloaded by\s+calibre\s+from\s+(https?://\S+)")
_PROGRAMS = frozenset({"calibre"})
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,300})</title", re.IGNORECASE)
_TITLE_REACH = 20_000
_TITLE_TAIL = " \t[](),:;|·–—-"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, not yet understood.

    Attributes:
        fields: what the book states, by names that `stated_head` knows.
        name: what the contents call it; empty if they don't name it.
        titled: what its page calls itself, if no other does and the book has another name.
        html: of its files, one after the other.
        own: the name of its first file in the archive.
    """

    fields: Mapping[str, object]
    name: str
    html: tuple[str, ...]
    own: str
    titled: str = ""

    def article(self, path: str, article: ArticleId) -> Article:
        """Understand it; raise ArticleError if there is no text."""
        blocks, cuts = cut_blocks([b for html in self.html for b in read_html_fragment(html)])
        near = enumerate(blocks[:_HEAD_REACH])
        title = self.name or next((b.text for _, b in near if b.kind == "heading"), self.titled)
        said = words_of(title)
        for place, block in enumerate(blocks[:_HEAD_REACH]):
            if said and has_words(block.text, said):
                del blocks[place]
                break
        fetched = next((m[1] for b in blocks[-_EDGE:] if (m := _FETCHED.search(b.text))), "")
        head = stated_head({**self.fields, "title": title, "url": fetched}, _WHERE)
        if not blocks:
            raise ArticleError(path, "there is no text in the chapter")
        record = Record(head, blocks=tuple(_told(blocks)), own=self.own, cuts=cuts)
        known = record.article(path, article)
        if known.authors:
            return known
        signed = next((n for b in blocks[:_HEAD_REACH] if (n := byline_names(b.text))), ())
        evidence = {**known.evidence, "authors": "text: byline"} if signed else known.evidence
        return replace(known, authors=signed, evidence=evidence)


def _told(blocks: Sequence[Block]) -> Iterator[Block]:
    """Make boilerplate of menus at either end, bylines, and what says where it was fetched."""
    for place, block in enumerate(blocks):
        edge = place < _EDGE or place >= len(blocks) - _EDGE
        line = line_of(0, block.text, gap=True)
        aside = classify(line) in BOILERPLATE_CLASSES or _FETCHED.search(block.text)
        signed = place < _HEAD_REACH and byline_names(block.text)
        yield Block("boilerplate", block.text) if edge and (aside or signed) else block


def open_epub(source: Source, name: str) -> Container:
    """Take an EPUB apart into its chapters.

    A file that the contents don't name, and that has no heading of its own, goes on with the
    chapter before it. Covers, contents, copyright pages and pages without text are no articles.

    Raises:
        ArticleError: it is damaged, encrypted, larger than any book, or has no text.
    """
    archive = ZipParts(source, name)
    package = read_package(archive, name)
    if sum(map(archive.size, package.chapters)) > LONGEST_BOOK:
        raise ArticleError(name, f"larger than {LONGEST_BOOK >> 20} MB: no book has that much text")
    every = tuple(_chapters(archive, package))
    if not every:
        raise ArticleError(name, "there is no text in the EPUB")
    return WholeContainer(source.size, _titled(every))


def _titled(every: Sequence[Chapter]) -> tuple[Chapter, ...]:
    """Give chapters with the title of their pages, where that is theirs alone and not the book's."""
    titles = [_page_title(one.html[0]) for one in every]
    often = Counter(titles)
    book = [text.casefold() for one in every[:1] for text in texts(one.fields.get("source"))]
    return tuple(
        replace(one, titled=title) if often[title] == 1 and title.casefold() not in book else one
        for one, title in zip(every, titles, strict=True)
    )


def _page_title(html: str) -> str:
    found = _TITLE.search(html, 0, _TITLE_REACH)
    return one_line(clean(unescape(found[1]))) if found else ""


def _chapters(archive: ZipParts, package: Package) -> Iterator[Chapter]:
    fields = _fields(package.fields)
    gathered: list[str] = []
    own = ""
    for file in package.chapters:
        if package.parts.get(file) in _NO_ARTICLES:
            continue
        html = _html(archive, file)
        named = file in package.names or not package.names
        if named or not gathered or _is_headed(html):
            if _says_something(gathered):
                yield Chapter(fields, package.names.get(own, ""), tuple(gathered), clean(own))
            gathered, own = [], file
        gathered.append(html)
    if _says_something(gathered):
        yield Chapter(fields, package.names.get(own, ""), tuple(gathered), clean(own))


def _html(archive: ZipParts, file: str) -> str:
    """Give a chapter's file as text; empty if it can't be read, so that the others are."""
    try:
        return decode(archive.read(file, LONGEST_CHAPTER), file)
    except ArticleError:
        return ""


def _is_headed(html: str) -> bool:
    """Tell whether the first thing that a file shows is a heading."""
    tag = ""
    for piece in pieces(html):
        if piece.tag and not piece.closes:
            tag = piece.tag if piece.tag[0] == "h" and piece.tag[1:].isdecimal() else tag
        elif not piece.tag and piece.text.strip():
            return bool(tag)
    return False


def _says_something(gathered: Sequence[str]) -> bool:
    """Tell whether pages say something outside links, and more than what they link."""
    told = linked = inside = 0
    for html in gathered:
        for piece in pieces(html):
            if piece.tag == "a":
                inside = 0 if piece.closes else 1
            elif not piece.tag:
                words = len(piece.text.split())
                told, linked = (told, linked + words) if inside else (told + words, linked)
        inside = 0
    return told >= _LEAST_WORDS and told > linked


def _fields(stated: Mapping[str, object]) -> dict[str, object]:
    """Give what all chapters state: the book as their source, its authors, its day.

    The day in an issue's name is no part of the source's: `The Week [12 March 2021]`. A program,
    and the paper itself, are no authors.
    """
    titles = stated["title"]
    title = titles[0] if isinstance(titles, list) and titles else ""
    dates = find_dates(title)
    if dates and not title[dates[-1].stop :].strip(_TITLE_TAIL):
        before = title[: dates[-1].start].rstrip(_TITLE_TAIL)
        # `[Fri, 12 Mar 2021]` names the weekday too
        title = re.sub(r"[\[(,]\s*\w{2,12}[.,]*$", "", before).rstrip(_TITLE_TAIL) or title
    names = stated["authors"] if isinstance(stated["authors"], list) else []
    authors = [
        name
        for name in names
        if name.casefold() not in _PROGRAMS | {title.casefold()} and not is_outlet(name)
    ]
    rest = {name: value for name, value in stated.items() if name not in {"title", "publisher"}}
    return {**rest, "source": title or stated["publisher"], "authors": authors}
