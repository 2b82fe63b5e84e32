"""What the fuzzer feeds, and what must hold of it whatever the bytes are.

Each target takes bytes and raises nothing: it swallows the errors its reader documents, and
asserts that what comes back is bounded by what went in, clean, and the same a second time.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import unicodedata
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import yaml

from search import Desk
from search.article import ArticleId
from search.compare import compare as set_side_by_side
from search.desk.front import front as read_front
from search.desk.notes import Notes
from search.desk.rulings import Rulings
from search.errors import ArticleError, QueryError
from search.formats import read_article
from search.formats.addresses import find_address, find_domains, host, slug_words, unwrap
from search.formats.authors import byline_names
from search.formats.clean import clean as cleaned
from search.formats.dates import date_in_address, find_dates
from search.formats.decode import decode as decoded
from search.formats.front_matter import split_front_matter
from search.formats.plain_yaml import plain_mapping
from search.highlight import Highlighter
from search.index.arrays.damage import DamagedError
from search.index.arrays.file import SegmentFile
from search.index.engine.place import open_index
from search.library.manifest import Manifest
from search.query import describe, parse
from search.text import sentences, tokenize
from tui.remembered import ChosenTheme, History
from tui.settings import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.article import Article
    from search.text import Span, Token

T = TypeVar("T")

_NOBODY = ArticleId("0" * 16)
_TODAY = date(2020, 2, 29)
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SLACK = 64
_DEPTH = 100


def page(data: bytes) -> None:
    """Read the text of a page."""
    _article(data, "a.txt")


def markdown(data: bytes) -> None:
    """Read Markdown, raw HTML and entities in it."""
    _article(data, "a.md")


def decode(data: bytes) -> None:
    """Find the encoding of a file."""

    def read() -> str | None:
        try:
            return decoded(data, "a.txt")
        except ArticleError as error:
            return _sentence(error)

    assert len(_twice(read)) <= 2 * len(data) + _SLACK


def clean(data: bytes) -> None:
    """Make text safe to show."""
    text = data.decode("utf-8", "surrogateescape" if data[:1] == b"\xed" else "replace")
    once = cleaned(text)
    assert len(once) <= len(text)
    assert cleaned(once) == once
    _harmless(once.replace("\n", "").replace("\f", ""))


def front_matter(data: bytes) -> None:
    """Read YAML front matter."""
    text = cleaned(f"---\ntitle: {_text(data)}\n---\nbody")

    def read() -> object:
        try:
            return split_front_matter(text, "a.txt")
        except ArticleError as error:
            return _sentence(error)

    found = _twice(read)
    if isinstance(found, tuple) and found[0]:
        for value in found[0].fields.values():
            for part in value if isinstance(value, tuple) else (value,):
                _harmless(str(part))


def plain_yaml(data: bytes) -> None:
    """Read simple YAML, and a parser says the same."""
    source = cleaned(_text(data))
    plain = plain_mapping(source)
    if plain is not None:
        assert (yaml.load(source, Loader=yaml.BaseLoader) or {}) == plain  # noqa: S506 - as the reader does


def dates(data: bytes) -> None:
    """Find days and times in a line and in an address."""
    line = cleaned(_text(data)).replace("\n", " ")
    stop = 0
    for found in _twice(lambda: find_dates(line)):
        assert 0 <= found.start < found.stop <= len(line)
        assert stop <= found.stop
        stop = found.stop
        datetime.fromisoformat(found.iso)
    if day := date_in_address(line):
        date.fromisoformat(day)


def addresses(data: bytes) -> None:
    """Find addresses in a line, and what they lead to."""
    line = cleaned(_text(data)).replace("\n", " ")
    for address in (find_address(line), *find_domains(line)):
        if address:
            assert len(unwrap(address)) <= len(address) + 1
            assert len(host(address)) <= len(address)
            slug_words(address)
    byline_names(line)


def words(data: bytes) -> None:
    """Part a text into sentences and words."""
    text = cleaned(_text(data))
    _within(_twice(lambda: list(sentences(text))), len(text))
    _within(_twice(lambda: list(tokenize(text))), len(text))


def query(data: bytes) -> None:
    """Read a query, as typed and as entered, and light a text by it."""
    text = _text(data)
    for typing in (False, True):

        def read(typing: bool = typing) -> str:  # noqa: FBT001 - bound to the turn
            try:
                return describe(parse(text, typing=typing, today=_TODAY))
            except QueryError as error:
                return f"{_sentence(error)} {range(len(text) + 1)[error.position]}"

        assert len(_twice(read)) <= 40 * len(text) + 40 * _SLACK
    try:
        found = Highlighter(parse(text, today=_TODAY)).spans(text)
    except QueryError:
        return
    _within(found, len(text))


def compare(data: bytes) -> None:
    """Compare two articles, parted at the first NUL."""
    left, _, right = data.partition(b"\0")
    try:
        first = read_article(left, "a.txt", ArticleId("1" * 16))
        second = read_article(right, "b.md", ArticleId("2" * 16))
    except ArticleError:
        return
    found = set_side_by_side(first, second, lambda _: 1.0)
    for link in found.links:
        assert 0 <= link.left < len(found.sentences.left)
        assert 0 <= link.right < len(found.sentences.right)


def manifest(data: bytes) -> None:
    """Read the manifest of an index that has been changed."""
    folder, whole = _manifest()
    path = folder / "changed.sqlite"
    path.write_bytes(_edited(whole.read_bytes(), data))
    kept = Manifest(path)
    for told, truth in ((kept.entries, Manifest(whole).entries()), (kept.failures, ())):
        with suppress(sqlite3.Error):
            assert told() == truth


def segment(data: bytes) -> None:
    """Open the segment of an index that has been changed."""
    whole, _ = _index()
    path = whole.parent.parent / "changed.arrays"
    changed = _edited(whole.read_bytes(), data)
    path.write_bytes(changed)
    truth = SegmentFile(whole)
    try:
        file = SegmentFile(path, truth.seal)
        file.verify()
    except DamagedError:
        return
    for name in json.loads(_listing(whole)):
        assert file[name].all().tobytes() == truth[name].all().tobytes()


def contents(data: bytes) -> None:
    """Open a table of contents that has been changed."""
    _, whole = _index()
    folder = whole.parent.parent / "tables"
    folder.mkdir(exist_ok=True)
    changed = _edited(whole.read_bytes(), data)
    (folder / whole.name).write_bytes(changed)
    try:
        open_index(folder)
    except DamagedError:
        return
    assert changed == whole.read_bytes()


def front(data: bytes) -> None:
    """Read the first screenful of last time, its checksum right or wrong."""
    library, cache_folder = _home()
    (file,) = cache_folder.glob("*/front.json")
    body = data.decode("utf-8", "replace")
    from zlib import crc32  # noqa: PLC0415 - only here

    for check in (f"{crc32(body.encode()):08x}", "00000000"):
        file.write_text(f"{check}\n{body}", "utf-8")
        read_front(library, cache=cache_folder)


def settings(data: bytes) -> None:
    """Read the settings, the theme chosen and the searches made."""
    path = _scratch() / "own" / "settings"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    for fault in load(("search", "quit"), path).faults:
        assert fault
    theme = ChosenTheme(None, path)
    assert theme.name is None or isinstance(theme.name, str)
    path.write_bytes(data)  # the damaged one was set aside
    history = History(path)
    assert all(isinstance(search, str) for search in history.searches)
    for fault in (*theme.faults(), *history.faults()):
        assert fault
    _clear(path.parent)


def rulings(data: bytes) -> None:
    """Read what the reader said of stories."""
    folder = _scratch() / "stories"
    folder.mkdir(exist_ok=True)
    (folder / "one.json").write_bytes(data)
    for ruling in Rulings("one", Notes(), folder.parent).all():
        assert len(ruling.pairs) <= len(ruling.one) * len(ruling.other)
    _clear(folder)


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (
        page,
        markdown,
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
        front,
        settings,
        rulings,
    )
}

SEEDS: dict[str, tuple[bytes, ...]] = {
    "front_matter": (
        b"source: BBC\nauthors: [Jane Doe, Joe]\ndate: 2019-03-14\ntags:\n  - a\n  - b: {c: d}\n",
        b"'quoted': \"a \\u001b b\"\nlong: |\n  text\nx: &a !!python/none [*a, ? b]\n",
    ),
    "plain_yaml": (b"a: b\nc: [d, e]\nf:\n- 'g''h'\n- \"i\"\n",),
    "dates": (
        b"Published on Thursday, 14 March 2019 at 6:38 p.m. EST | Updated: 2019-03-14T18:38:00+01:00",
        "14/3/2019 le 3 mai 2019 2019年3月14日 /2019/03/14/ /2019/03/190314".encode(),
    ),
    "addresses": (
        b"By Jane Doe and Joe Bloggs https://proxy.example/https%3A%2F%2Fa.example%2Fb%1b?u=http://c",
    ),
    "words": (
        "“The U.S. left,” he said. L'Italia 字字。 서울에서 \u0e01\u0e33 1.5 self-declared".encode(),
    ),
    "query": (
        b'title:"a b"~5 OR (-word NOT pre* w?ld* wrod~2) date:2019-02..2019-05 newer:2w | #x',
        b'after:2019 before:2019-02-30 source:bbc author:doe lang:en tag:x "U.S."',
    ),
    "compare": (
        b"""The bridge reopened on Sunday after two years of repairs.

        "It is 3 m wide," said Jane Doe.\0The bridge reopened, Doe said. It is 4 m wide.""",
    ),
    "front": (
        b"""{"articles":1,"sources":[["a",1]],"months":[["2019-01",1]],
        "rows":[["0","a.md","t",null,"2019-01-01","text"]]}""",
        b"[" * 20_000,
    ),
    "settings": (
        b'library = "a"\ntheme = "b"\ncolumn = 72\nmemory = 512\n[keys]\nquit = "q"\n',
        b'{"chosen": "a", "given": null}',
        b'["a", "b"]',
        b"a=" + b"[" * 20_000,
    ),
    "rulings": (b'[{"kind": "together", "one": ["a"], "other": ["b"]}]', b"[" * 20_000),
}
"""What begins a corpus besides articles."""


def _clear(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()


def _article(data: bytes, path: str) -> None:
    def read() -> Article | str:
        try:
            return read_article(data, path, _NOBODY)
        except ArticleError as error:
            return _sentence(error)

    found = _twice(read)
    if isinstance(found, str):
        return
    most = 2 * len(data) + _SLACK
    assert sum(len(block.text) for block in found.blocks) <= most
    named = [found.title, found.source, found.url, found.language, *found.authors, *found.tags]
    shown = [one for one in named if one is not None]
    assert sum(map(len, shown)) <= 4 * most
    for text in [*shown, *(block.text for block in found.blocks), *found.evidence.values()]:
        assert text == " ".join(text.split()) != ""
        _harmless(text)
    for moment in (found.published, found.updated):
        assert moment is None or datetime.fromisoformat(moment)


def _twice(read: Callable[[], T]) -> T:
    """Give what a reader gives, which is the same when nothing is known yet and when all is."""
    first = read()
    assert read() == first
    return first


def _sentence(error: ArticleError | QueryError) -> str:
    said = str(error)
    assert "\n" not in said
    _harmless(error.reason)
    return said


def _harmless(text: str) -> None:
    assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in text), ascii(text)
    assert not _STEERING & set(text), ascii(text)


def _within(spans: Sequence[Span | Token], length: int) -> None:
    stop = 0
    for span in spans:
        assert stop <= span.start < span.stop <= length
        stop = span.stop


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _edited(whole: bytes, data: bytes) -> bytes:
    """Change some bytes, four of `data` a change: how, where, and what to."""
    changed = bytearray(whole)
    rows = zip_longest(*[iter(data)] * 4, fillvalue=0)
    for how, high, low, value in rows:
        at = (high << 8 | low) * len(whole) >> 16
        if how % 4 == 0:
            del changed[at:]
        elif how % 4 == 1:
            changed[at:at] = bytes([value]) * (how >> 2)
        else:
            changed[at : at + 1] = bytes([value])
    return bytes(changed)


@cache
def _scratch() -> Path:
    """Make a folder in memory, where there is one."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a name of its own in it
    return Path(tempfile.mkdtemp(prefix="diptych-fuzz-", dir=memory))


@cache
def _home() -> tuple[Path, Path]:
    """Make a small library and its cache."""
    library, cache_folder = _scratch() / "library", _scratch() / "cache"
    library.mkdir()
    for number in range(3):
        text = f"---\ntitle: Tide {number}\ndate: 2024-05-0{number + 1}\n---\n\nThe boat left.\n"
        (library / f"{number}.md").write_text(text, "utf-8")
    desk = Desk(library, cache=cache_folder)
    desk.sync()
    desk.close()
    return library, cache_folder


@cache
def _index() -> tuple[Path, Path]:
    """Give the one segment of a small index, and its table of contents."""
    (whole,) = _home()[1].glob("*/g-*/whoosh/*.arrays")
    (table,) = whole.parent.glob("*.toc")
    return whole, table


@cache
def _manifest() -> tuple[Path, Path]:
    (whole,) = _home()[1].glob("*/g-*/manifest.sqlite")
    return whole.parent, whole


def _listing(whole: Path) -> bytes:
    """Give the names of the arrays of a segment, as JSON."""
    data = whole.read_bytes()
    begin = data.index(b'"sections":') + len(b'"sections":')
    return data[begin : data.index(b"}", begin) + 1]
