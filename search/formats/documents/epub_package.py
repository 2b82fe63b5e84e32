"""The package of an EPUB: what it states of itself, its chapters in order, and their names."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from search.errors import ArticleError
from search.formats.documents.package_xml import XmlError, parse_xml, text_in, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from search.formats.zip_parts import ZipParts

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_MOST = 8 << 20
_MOST_CHAPTERS = 5_000
_OTHER_EVENTS = frozenset({"modification", "creation", "conversion"})


@dataclass(frozen=True, slots=True)
class Package:
    """An EPUB's package.

    Attributes:
        fields: what it states, by names that `stated_head` knows.
        chapters: the files that are read one after the other, by their names in the archive.
        names: what the contents call a chapter, by its file.
        parts: what a chapter is to the book (`toc`, `cover`, `copyright-page`), by its file.
    """

    fields: Mapping[str, object]
    chapters: tuple[str, ...]
    names: Mapping[str, str]
    parts: Mapping[str, str]


def read_package(archive: ZipParts, name: str) -> Package:
    """Read the package of an EPUB (EPUB 2.0.1 and 3.3).

    Raises:
        ArticleError: the archive is no EPUB, it is damaged, or its chapters are encrypted.
    """
    root = _tree(archive, _CONTAINER, name)
    path = next((one.get("full-path", "") for one in root.iter("rootfile")), "")
    package = _tree(archive, posixpath.normpath(path or "content.opf"), name)
    base = posixpath.dirname(path)
    manifest = {one.get("id", ""): one for one in package.iter("item")}
    files = {key: _resolved(base, item.get("href", "")) for key, item in manifest.items()}
    spine = [one for one in package.iter("itemref") if one.get("linear", "yes") != "no"]
    chapters = [files[one.get("idref", "")] for one in spine if one.get("idref", "") in files]
    chapters = [file for file in dict.fromkeys(chapters) if file in archive]
    if not chapters:
        raise ArticleError(name, "the EPUB names no chapters")
    if encrypted(archive, name) & set(chapters):
        raise ArticleError(name, "the EPUB is encrypted (DRM)")
    names: dict[str, str] = {}
    parts = _guide(package, base)
    for key, item in manifest.items():
        if "nav" in item.get("properties", "").split():
            names |= _nav_names(archive, files[key])
            parts[files[key]] = "toc"
        elif item.get("media-type", "") == "application/x-dtbncx+xml":
            names = _ncx_names(archive, files[key]) | names
    return Package(_fields(package), tuple(chapters[:_MOST_CHAPTERS]), names, parts)


def _tree(archive: ZipParts, file: str, name: str) -> Element:
    try:
        return parse_xml(archive.read(file, _MOST))
    except XmlError as error:
        raise ArticleError(name, f"{file[:100]}: {error}") from error


def _resolved(base: str, href: str) -> str:
    """Give the name in the archive of what an address leads to; one that leads out names nothing."""
    return posixpath.normpath(posixpath.join(base, unquote(href.partition("#")[0])))


def encrypted(archive: ZipParts, name: str) -> set[str]:
    """Give the files of an EPUB that are encrypted, fonts among them, which nobody reads here."""
    if _ENCRYPTION not in archive:
        return set()
    references = _tree(archive, _ENCRYPTION, name).iter("CipherReference")
    return {unquote(one.get("URI", "")) for one in references}


def _fields(package: Element) -> dict[str, object]:
    metadata = next(package.iter("metadata"), package)
    return {
        "title": list(texts_of(metadata, "title"))[:1],
        "authors": list(_creators(metadata)),
        "date": list(_published(metadata)),
        "publisher": list(texts_of(metadata, "publisher"))[:1],
        "language": list(texts_of(metadata, "language"))[:1],
    }


def _creators(metadata: Element) -> Iterator[str]:
    """Yield who wrote it: creators whose role is that of an author, or isn't stated."""
    roles = {
        one.get("refines", "").lstrip("#"): text_in(one)
        for one in metadata.iter("meta")
        if one.get("property") == "role"
    }
    for creator in metadata.iter("creator"):
        role = creator.get("role") or roles.get(creator.get("id", "-")) or "aut"
        if role == "aut" and (said := text_in(creator)):
            yield said


def _published(metadata: Element) -> Iterator[str]:
    """Yield the days of publication; those of a change or of making the file are none."""
    for date in metadata.iter("date"):
        if date.get("event", "publication").lower() not in _OTHER_EVENTS and (
            said := text_in(date)
        ):
            yield said


def _guide(package: Element, base: str) -> dict[str, str]:
    """Give what the guide of EPUB 2 says of files: `cover`, `toc`, `copyright-page`."""
    return {
        _resolved(base, one.get("href", "")): one.get("type", "").lower()
        for one in package.iter("reference")
    }


def _nav_names(archive: ZipParts, file: str) -> dict[str, str]:
    """Give what the contents of EPUB 3 call each file; none if they can't be read."""
    base = posixpath.dirname(file)
    for nav in _tree_or_none(archive, file, "nav"):
        if nav.get("type", "toc") == "toc":
            links = ((one.get("href", ""), text_in(one)) for one in nav.iter("a"))
            return _first_names((_resolved(base, href), said, "#" in href) for href, said in links)
    return {}


def _ncx_names(archive: ZipParts, file: str) -> dict[str, str]:
    """Give what the contents of EPUB 2 call each file; none if they can't be read."""
    base = posixpath.dirname(file)
    found = []
    for point in _tree_or_none(archive, file, "navPoint"):
        label = next((text_in(one) for one in point if one.tag == "navLabel"), "")
        src = next((one.get("src", "") for one in point if one.tag == "content"), "")
        found.append((_resolved(base, src), label, "#" in src))
    return _first_names(iter(found))


def _tree_or_none(archive: ZipParts, file: str, tag: str) -> Iterator[Element]:
    try:
        yield from parse_xml(archive.read(file, _MOST)).iter(tag)
    except (ArticleError, XmlError):
        return  # contents only name the chapters, which have headings too


def _first_names(found: Iterator[tuple[str, str, bool]]) -> dict[str, str]:
    """Give the first name of each file; one for the whole file before one for a place in it."""
    whole: dict[str, str] = {}
    within: dict[str, str] = {}
    for file, said, inside in found:
        if said:
            (within if inside else whole).setdefault(file, said)
    return within | whole
