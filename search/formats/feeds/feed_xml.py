"""RSS 0.9 to 2.0, RDF and Atom, walked element by element.

Feeds are written by hand and by plug-ins: names of HTML entities that XML doesn't know are resolved
before, and of a feed that breaks off the entries before that are kept.
"""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.bounded_xml import walk_xml
from search.formats.container import PassedOverError, WholeContainer
from search.formats.feeds.feed_entry import FeedEntry
from search.untrusted import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from search.formats.container import Container, Source

_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_DECLARATION = re.compile(r"(?>(?:<!--(?>.{0,4000}?-->)\s*+)*+)<\?xml[^>]{0,400}\?>", re.DOTALL)
"""What may only stand at the very beginning, and stands behind comments all the same."""
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_XML = frozenset({"lt;", "gt;", "amp;", "quot;", "apos;"})
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML has no way to hold."""
_LOOSE = re.compile(r"&(?!#\d{1,7};|#x[\da-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,30};)")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_SPACES = (
    "http://www.w3.org/2005/Atom",
    "http://purl.org/",
    "http://my.netscape.com/",
    "http://backend.userland.com/",
    "http://blogs.law.harvard.edu/",
    "http://www.w3.org/1999/02/22-rdf",
    "http://rssnamespace.org/feedburner",
)
"""How the namespaces begin whose elements are read; of others, such as those of pictures and
podcasts, the same names mean something else."""
_ITEMS = frozenset({"item", "entry"})
_APART = frozenset({"image", "textinput"})
_TEXTS = {
    "title": "title", "encoded": "content", "content": "content", "description": "summary",
    "summary": "summary", "abstract": "summary", "guid": "guid", "id": "guid", "identifier": "guid",
    "link": "link", "origlink": "origin", "pubdate": "published", "published": "published",
    "issued": "dated", "date": "dated", "created": "dated", "updated": "updated",
    "modified": "updated", "lastbuilddate": "updated", "language": "language", "source": "source",
    "publisher": "source", "creator": "author", "name": "author", "author": "author",
    "category": "tag", "subject": "tag",
}  # fmt: skip
"""The local names of elements, in lower case, and what they state."""
_WITHIN = frozenset({"author", "source", "contributor"})
_HTML = frozenset({"html", "text/html", "xhtml", "application/xhtml+xml"})
_RICH = frozenset({"title", "content", "summary"})
"""What may have elements within it that are its text's."""
_MARKUP = re.compile(r"</\w|<(?:p|br|img|div|hr)\b", re.IGNORECASE)


def open_feed(source: Source, path: str) -> Container:
    """Give the entries of a feed; raise ArticleError, which names `path`, if none can be read.

    Raises PassedOverError if it has none. Cost: linear.
    """
    feed = _Feed()
    try:
        walk_xml(mended(source.read(0, source.size)), feed, path)
    except ArticleError:
        if not feed.entries:
            raise
    if not feed.entries:
        raise PassedOverError("a feed without entries")
    return WholeContainer(source.size, feed.entries)


def mended(data: bytes) -> bytes:
    """Give XML as UTF-8 without what parsers refuse and feeds have all the same."""
    text = _UNFIT.sub("", _decoded(data)).lstrip("\ufeff \t\r\n")
    if declaration := _DECLARATION.match(text):
        text = text[declaration.end() :]
    if "&" in text:
        text = "".join(_pieces(text))
    return text.encode("utf-8", "replace")


def _pieces(text: str) -> Iterator[str]:
    """Yield XML with its entities mended, what stands in CDATA as it is. Cost: linear."""
    at = 0
    while (begin := text.find(_CDATA, at)) >= 0 and (end := text.find(_CDATA_END, begin)) >= 0:
        yield _LOOSE.sub("&amp;", _ENTITY.sub(_resolved, text[at:begin]))
        at = end + len(_CDATA_END)
        yield text[begin:at]
    yield _LOOSE.sub("&amp;", _ENTITY.sub(_resolved, text[at:]))


def _decoded(data: bytes) -> str:
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
                       (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):  # fmt: skip
        if data.startswith(mark):
            return decoded(data, name) or ""
    try:
        return data.decode()
    except ValueError:
        said = _DECLARED.match(data)
        name = said[1].decode() if said else ""
        wrong = not name or name.lower().replace("-", "") == "utf8"
        text = None if wrong else decoded(data, name)
        return text if text is not None else data.decode("cp1252", "replace")


def _resolved(entity: re.Match[str]) -> str:
    """Give the character of an HTML entity; of a name that nobody knows, the name."""
    name = entity[1]
    if name in _XML:
        return entity[0]
    known = html5.get(name)
    return escape(known) if known else f"&amp;{name}"


class _Feed:
    """Gathers the entries of a feed; what the feed says of itself is given to those that follow."""

    def __init__(self) -> None:
        self.entries: list[FeedEntry] = []
        self._feed: dict[str, list[str]] = {}
        self._entry: dict[str, list[str]] | None = None
        self._open: list[str] = []
        self._apart = 0
        self._field = ""
        self._html = True
        self._markup = 0
        self._parts: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """See `Walker`."""
        space, _, local = name.rpartition(" ")
        local = local.lower()
        if self._markup or self._field in _RICH:
            self._markup += 1
            self._parts.append(_tag(local, attributes))
            return
        self._finish()
        self._open.append(local)
        if local in _ITEMS and self._entry is None:
            self._entry = {}
        elif local in _APART or self._apart:
            self._apart += 1
        elif not space or space.startswith(_SPACES):
            self._begin(local, attributes)

    def _begin(self, local: str, attributes: Mapping[str, str]) -> None:
        """Begin to read an element that states something, of an entry or of the feed."""
        above = self._open[-2] if len(self._open) > 1 else ""
        self._field = _TEXTS.get(local, "")
        if above in _WITHIN:  # of a source only the title counts, of an author only the name
            wanted = "title" if above == "source" else "name"
            self._field = _TEXTS.get(above, "") if local == wanted else ""
        elif local == "link" and "href" in attributes:
            self._field = ""
            if attributes.get("rel", "alternate") == "alternate":
                self._said("link").append(attributes["href"])
        elif local == "category" and (term := attributes.get("term")):
            self._said("tag").append(attributes.get("label") or term)
        elif local == "guid" and attributes.get("isPermaLink", "true").lower() != "true":
            self._field = "id"
        elif local == "content" and attributes.get("src"):
            self._field = ""
        atom = self._open[0] == "feed" and local in {"title", "summary", "content"}
        self._html = not atom or attributes.get("type", "").lower() in _HTML

    def end(self, name: str) -> None:
        """See `Walker`."""
        local = name.rpartition(" ")[2].lower()
        if self._markup:
            self._markup -= 1
            self._parts.append(f"</{local}>")
            return
        self._finish()
        self._open.pop()
        if self._apart:
            self._apart -= 1
        elif local in _ITEMS and self._entry is not None and not _ITEMS.intersection(self._open):
            self.entries.append(_made(self._entry, self._feed))
            self._entry = None

    def text(self, text: str) -> None:
        """See `Walker`."""
        if self._field and not self._apart:
            self._parts.append(escape(text, quote=False) if self._markup else text)

    def _finish(self) -> None:
        """Note what the element said that is left, or whose first child begins."""
        if self._field:
            said = "".join(self._parts)
            plain = not (self._html or _MARKUP.search(said))
            self._said(self._field).append(escape(said, quote=False) if plain else said)
        self._field, self._html = "", True
        self._parts.clear()

    def _said(self, field: str) -> list[str]:
        where = self._feed if self._entry is None else self._entry
        return where.setdefault(field, [])


def _tag(name: str, attributes: Mapping[str, str]) -> str:
    said = "".join(
        f' {key}="{escape(value)}"' for key, value in attributes.items() if " " not in key
    )
    return f"<{name}{said}>"


def _made(entry: Mapping[str, list[str]], feed: Mapping[str, list[str]]) -> FeedEntry:
    def said(*names: str) -> str:
        every = (text.strip() for name in names for text in entry.get(name, ()))
        return next(filter(None, every), "")

    def every(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (text.strip() for text in entry.get(name, ())))))

    def of_feed(name: str) -> str:
        return next(filter(None, (text.strip() for text in feed.get(name, ()))), "")

    url = said("origin", "link", "guid")
    return FeedEntry(
        own=said("guid", "id") or url,
        title=said("title"),
        content=max(entry.get("content", ("",)), key=len),
        summary=max(entry.get("summary", ("",)), key=len),
        url=url,
        published=said("published", "dated"),
        updated=said("updated"),
        language=said("language") or of_feed("language"),
        source=said("source") or of_feed("title"),
        authors=every("author"),
        tags=every("tag"),
    )
