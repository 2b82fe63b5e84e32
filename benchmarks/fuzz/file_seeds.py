"""Files of all kinds that mutated ones are made of, by chance, before and after they are packed."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from export_seeds import exports  # noqa: E402 - beside this file
from packing import lines, story, tarred, zipped  # noqa: E402 - what supports tests
from packs import PACKS  # noqa: E402 - likewise

from search import bundled  # noqa: E402 - of this clone, whatever is installed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from packs import Make


class Seed(NamedTuple):
    """A file to be changed.

    Attributes:
        suffix: of its name, by which its kind is told.
        make: makes it, given what changes some part of it.
    """

    suffix: str
    make: Make


_RECORD = {
    "title": "The tide, again",
    "author": ["Jane Doe", {"name": "Joe Roe"}],
    "date": "2019-02-08 10:00:00",
    "content": "<p>The boat &amp; its crew left.</p><ul><li>One</li></ul>",
    "url": "https://a.example/1",
    "source": {"id": None, "name": "BBC News"},
}
_SAVED = {**_RECORD, "is_archived": 0, "is_starred": 1, "tags": ["sea"]}
_LINES = "".join(f"{json.dumps({**_RECORD, 'id': place})}\n" for place in range(5)).encode()
_ROWS = (
    'id,title,author,date,content,url\r\n1,"The ""tide"", again",Jane Doe,2019-02-08,"The boat left.\r\n\r\n'
    'It was late.",https://a.example/1\r\n2,Ebb,"[\'Jane Doe\']",1549621800,<p>A boat.</p>,\r\n'
)
_BOOKMARKS = (
    b"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n"
    b'<DT><A HREF="https://a.example/1" ADD_DATE="1">Tide</A>\n<DD>A boat.\n</DL><p>\n'
)
_POSTS = b'<?xml version="1.0"?><posts user="a"><post href="https://a.example/1" tag="b" /></posts>'


def _omnivore() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("content/tide.html", "<p>The boat left.</p>")
        packed.writestr("metadata_0_to_20.json", json.dumps([{**_RECORD, "slug": "tide"}]))
    return out.getvalue()


_FILES: tuple[tuple[str, bytes], ...] = (
    (".csv", _ROWS.encode()),
    (".csv", _ROWS.replace(",", ";").encode("utf-16")),
    (".csv", _ROWS.replace('""', '\\"').replace(",", "\t").encode("cp1252")),
    (".jsonl", _LINES),
    (".json", _LINES),
    (".json", json.dumps({"status": "ok", "articles": [_RECORD, _RECORD]}).encode()),
    (".json", json.dumps({"a": _RECORD, "b": _RECORD}, indent=1).encode()),
    (".json", json.dumps({"title": {"0": "Tide"}, "text": {"0": "A boat."}}).encode()),
    (".json", json.dumps([_SAVED, _SAVED]).encode()),
    (
        ".json",
        b'{"checksum":"","roots":{"bookmark_bar":{"children":[{"url":"https://a.example"}]}}}',
    ),
    (
        ".csv",
        b"title,url,time_added,tags,status\nTide,https://a.example/1,1600322788,,unread\n",
    ),
    (".html", _BOOKMARKS),
    (".xml", _POSTS),
    (".zip", _omnivore()),
)
_WITHIN = {"a.md": story("Anna"), "rows.jsonl": lines("Bella", "Clara"), "b/c.txt": story("Dora")}


def seeds(folders: Sequence[Path]) -> tuple[tuple[Seed, ...], ...]:
    """Give the files to begin with, alike ones together: those that come with Diptych first.

    Then those of the folders named, tables and reading lists, mail, documents and web archives, archives, exports
    of news databases and documents of word processors.
    """
    given = tuple(_whole(path.suffix, path.read_bytes()) for path in _files(folders))
    packs = (Seed(kind.suffixes[0], make) for kind, makes in PACKS for make in makes)
    groups = (
        tuple(_texts()),
        given,
        tuple(_whole(*file) for file in _FILES),
        tuple(packs),
        tuple(_archives()),
        tuple(Seed(suffix, make) for suffix, make in exports()),
    )
    return tuple(group for group in groups if group)


def _texts() -> Iterator[Seed]:
    for path in _files([bundled()]):
        for suffix in (".txt", ".md", ".html"):
            yield _whole(suffix, path.read_bytes())


def _one_changed(pack: Callable[[dict[str, bytes]], bytes], name: str) -> Make:
    return lambda change: pack({**_WITHIN, name: change(_WITHIN[name])})


def _archives() -> Iterator[Seed]:
    for name in _WITHIN:
        yield Seed(".zip", _one_changed(zipped, name))
        yield Seed(".tar", _one_changed(tarred, name))
    yield _whole(".zip", zipped(_WITHIN))
    yield _whole(".tar", tarred(_WITHIN))
    yield Seed(".tar.gz", lambda change: gzip.compress(change(tarred(_WITHIN))))
    yield _whole(".tar.gz", tarred(_WITHIN, "w:gz"))
    for mode, suffix in (("w:bz2", ".tar.bz2"), ("w:xz", ".tar.xz")):
        yield _whole(suffix, tarred(_WITHIN, mode))
    yield Seed(".jsonl.gz", lambda change: gzip.compress(change(_LINES)))
    yield _whole(".jsonl.gz", gzip.compress(_LINES))
    yield Seed(".zip", lambda change: zipped({"in.zip": change(zipped(_WITHIN))}))


def _whole(suffix: str, data: bytes) -> Seed:
    return Seed(suffix, lambda change: change(data))


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file())
