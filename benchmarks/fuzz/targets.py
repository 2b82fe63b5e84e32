"""What the fuzzer feeds, and what must hold of it whatever the bytes are.

Each target takes bytes and raises nothing: it swallows the errors its reader documents, and
asserts that what comes back is bounded by what went in, clean, and the same a second time.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

import yaml
from laws import harmless, ordered, sentence, text_of, twice
from stored import array_names, clear, edited, home, index_files, manifest_file, scratch

from search.article import ArticleId
from search.compare import compare as set_side_by_side
from search.desk.first_page import load_first_page as read_front
from search.engine.whoosh.codec.array_index import open_index
from search.engine.whoosh.manifest import Manifest
from search.engine.whoosh.schema import schema
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.segment_file import SegmentFile
from search.errors import ArticleError, QueryError
from search.formats import read_article
from search.formats.decode import decode as decoded
from search.formats.heads.front_matter import front_matter as front_matter_of
from search.formats.heads.plain_yaml import plain_mapping
from search.formats.heads.stated_text import StatedText
from search.formats.web import read_html_fragment
from search.highlight import Highlighter
from search.marks.library_marks import LibraryMarks
from search.marks.marks_access import MarksAccess
from search.marks.past_searches import PastSearches
from search.notices import Notices
from search.page.addresses import find_address, find_domains, host, slug_words, unwrap
from search.page.authors import byline_names
from search.page.days.dates import date_in_address, find_dates
from search.query import describe, parse
from search.text import sentences, tokenize
from search.text.clean import clean as cleaned
from tui.remembered import ChosenTheme
from tui.settings import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article

_NOBODY = ArticleId("0" * 16)
_TODAY = date(2020, 2, 29)
_SLACK = 64


def page(data: bytes) -> None:
    """Read the text of a page."""
    _article(data, "a.txt")


def markdown(data: bytes) -> None:
    """Read Markdown, raw HTML and entities in it."""
    _article(data, "a.md")


def web_page(data: bytes) -> None:
    """Read a web page, and HTML that stands in another file."""
    _article(data, "a.html")
    for block in read_html_fragment(cleaned(text_of(data))):
        harmless(block.text)


def web_archive(data: bytes) -> None:
    """Read a page out of what browsers keep one in."""
    _article(data, "a.mhtml")
    _article(data, "a.webarchive")


def decode(data: bytes) -> None:
    """Find the encoding of a file."""

    def read() -> str:
        try:
            return decoded(data, "a.txt")
        except ArticleError as error:
            return sentence(error)

    assert len(twice(read)) <= 2 * len(data) + _SLACK


def clean(data: bytes) -> None:
    """Make text safe to show."""
    text = data.decode("utf-8", "surrogateescape" if data[:1] == b"\xed" else "replace")
    once = cleaned(text)
    assert len(once) <= len(text)
    assert cleaned(once) == once
    harmless(once.replace("\n", "").replace("\f", ""))


def front_matter(data: bytes) -> None:
    """Read front matter."""
    text = cleaned(f"---\ntitle: {text_of(data)}\n---\nbody")
    found = twice(lambda: front_matter_of(text))
    if isinstance(found, StatedText) and found.head:
        for value in found.head.fields.values():
            for part in value if isinstance(value, tuple) else (value,):
                harmless(str(part))


def plain_yaml(data: bytes) -> None:
    """Read simple YAML, and a parser says the same."""
    source = cleaned(text_of(data))
    plain = plain_mapping(source)
    if plain is not None:
        assert (yaml.load(source, Loader=yaml.BaseLoader) or {}) == plain  # noqa: S506 - as the reader does


def dates(data: bytes) -> None:
    """Find days and times in a line and in an address."""
    line = cleaned(text_of(data)).replace("\n", " ")
    stop = 0
    for found in twice(lambda: find_dates(line)):
        assert 0 <= found.start < found.stop <= len(line)
        assert stop <= found.stop
        stop = found.stop
        datetime.fromisoformat(found.iso)
    if day := date_in_address(line):
        date.fromisoformat(day)


def addresses(data: bytes) -> None:
    """Find addresses in a line, and what they lead to."""
    line = cleaned(text_of(data)).replace("\n", " ")
    for address in (find_address(line), *find_domains(line)):
        if address:
            assert len(unwrap(address)) <= len(address) + 1
            assert len(host(address)) <= len(address)
            slug_words(address)
    byline_names(line)


def words(data: bytes) -> None:
    """Part a text into sentences and words."""
    text = cleaned(text_of(data))
    ordered(twice(lambda: list(sentences(text))), len(text))
    ordered(twice(lambda: list(tokenize(text))), len(text))


def query(data: bytes) -> None:
    """Read a query, as typed and as entered, and light a text by it."""
    text = text_of(data)
    for typing in (False, True):

        def read(typing: bool = typing) -> str:  # noqa: FBT001 - bound to the turn
            try:
                return describe(parse(text, typing=typing, today=_TODAY))
            except QueryError as error:
                return f"{sentence(error)} {range(len(text) + 1)[error.position]}"

        assert len(twice(read)) <= 40 * len(text) + 40 * _SLACK
    try:
        found = Highlighter(parse(text, today=_TODAY)).spans(text)
    except QueryError:
        return
    ordered(found, len(text))


def compare(data: bytes) -> None:
    """Compare two articles, parted at the first NUL."""
    left, _, right = data.partition(b"\0")
    try:
        first = read_article(left, "a.txt", ArticleId("1" * 16))
        second = read_article(right, "b.md", ArticleId("2" * 16))
    except ArticleError:
        return
    found = set_side_by_side(first, second, lambda stems: dict.fromkeys(stems, 1.0))
    for link in found.links:
        assert 0 <= link.left < len(found.sentences.left)
        assert 0 <= link.right < len(found.sentences.right)


def manifest(data: bytes) -> None:
    """Read the manifest of an index that has been changed."""
    folder, whole = manifest_file()
    path = folder / "changed.arrays"
    path.write_bytes(edited(whole.read_bytes(), data))
    kept = Manifest(path)
    truth = Manifest(whole).load()
    with suppress(DamagedError):
        assert kept.mark() == truth.mark
        assert kept.load() == truth


def segment(data: bytes) -> None:
    """Open the segment of an index that has been changed."""
    whole, _ = index_files()
    path = whole.parent.parent / "changed.arrays"
    changed = edited(whole.read_bytes(), data)
    path.write_bytes(changed)
    truth = SegmentFile(whole)
    try:
        file = SegmentFile(path, truth.seal)
        file.verify()
    except DamagedError:
        return
    for name in json.loads(array_names(whole)):
        assert file[name].all().tobytes() == truth[name].all().tobytes()


def contents(data: bytes) -> None:
    """Open a table of contents that has been changed."""
    _, whole = index_files()
    folder = whole.parent.parent / "tables"
    folder.mkdir(exist_ok=True)
    changed = edited(whole.read_bytes(), data)
    (folder / whole.name).write_bytes(changed)
    try:
        open_index(folder, schema())
    except DamagedError:
        return
    assert changed == whole.read_bytes()


def load_first_page(data: bytes) -> None:
    """Read the first screenful of last time, its checksum right or wrong."""
    library, cache_folder = home()
    (file,) = cache_folder.glob("*/front.json")
    body = data.decode("utf-8", "replace")
    from zlib import crc32  # noqa: PLC0415 - only here

    for check in (f"{crc32(body.encode()):08x}", "00000000"):
        file.write_text(f"{check}\n{body}", "utf-8")
        read_front(library, cache=cache_folder)


def settings(data: bytes) -> None:
    """Read the settings, the theme chosen and the searches made."""
    path = scratch() / "own" / "settings"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    for fault in load(path).faults:
        assert fault
    theme = ChosenTheme(None, path)
    assert theme.name is None or isinstance(theme.name, str)
    path.write_bytes(data)  # the damaged one was set aside
    told: list[str] = []
    past = PastSearches(MarksAccess("one", told.append, path.parent / "data"), path)
    assert all(isinstance(search, str) for search in past.every())
    for fault in (*theme.faults(), *told):
        assert fault
    clear(path.parent)


def rulings(data: bytes) -> None:
    """Read what the reader said of stories."""
    folder = scratch() / "stories"
    folder.mkdir(exist_ok=True)
    (folder / "one.json").write_bytes(data)
    marks = LibraryMarks("one", Notices().add, folder.parent)
    for ruling in marks.rulings():
        assert len(ruling.pairs) <= len(ruling.one) * len(ruling.other)
    marks.close()
    clear(folder)
    for file in folder.parent.glob("marks.sqlite3*"):
        file.unlink()


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (
        page,
        markdown,
        web_page,
        web_archive,
        decode,
        clean,
        front_matter,
        plain_yaml,
        dates,
        addresses,
        words,
        query,
        compare,
        manifest,
        segment,
        contents,
        load_first_page,
        settings,
        rulings,
    )
}


def _article(data: bytes, path: str) -> None:
    def read() -> Article | str:
        try:
            return read_article(data, path, _NOBODY)
        except ArticleError as error:
            return sentence(error)

    found = twice(read)
    if isinstance(found, str):
        return
    most = 2 * len(data) + _SLACK
    assert sum(len(block.text) for block in found.blocks) <= most
    named = [found.title, found.source, found.url, found.language, *found.authors, *found.tags]
    shown = [one for one in named if one is not None]
    assert sum(map(len, shown)) <= 4 * most
    for text in [*shown, *(block.text for block in found.blocks), *found.evidence.values()]:
        assert text == " ".join(text.split()) != ""
        harmless(text)
    for moment in (found.published, found.updated):
        if moment is not None:
            datetime.fromisoformat(moment)  # raises ValueError, if it is none
