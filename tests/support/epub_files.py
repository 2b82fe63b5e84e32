"""EPUBs, as the standard has them and as programs make them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    '<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
METADATA = (
    "<dc:title>The River Quarterly</dc:title><dc:creator>Jane Doe</dc:creator>"
    "<dc:date>2019-03-14</dc:date><dc:language>en</dc:language>"
)
TOLD = "The bridge over the river reopened on Sunday after two years of costly repairs, said the port. "


def page(body: str, head: str = "") -> str:
    """Give a chapter's file."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>{head}</head><body>{body}</body></html>'
    )


def chapter(title: str, told: str = TOLD * 3) -> str:
    """Give a chapter with a heading."""
    return page(f"<h1>{title}</h1><p>{told}</p>")


def nav(names: Mapping[str, str]) -> str:
    """Give the contents as EPUB 3 has them: names by file."""
    rows = "".join(f'<li><a href="{file}">{said}</a></li>' for file, said in names.items())
    return page(
        f'<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol>{rows}</ol></nav>'
    )


def ncx(names: Mapping[str, str]) -> str:
    """Give the contents as EPUB 2 has them."""
    points = "".join(
        f'<navPoint><navLabel><text>{said}</text></navLabel><content src="{file}"/></navPoint>'
        for file, said in names.items()
    )
    return (
        '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'
    )


def package(spine: Sequence[str], metadata: str = METADATA, more: str = "", guide: str = "") -> str:
    """Give the package document: the files of its spine in order, and items besides."""
    items = "".join(
        f'<item id="i{n}" href="{file}" media-type="application/xhtml+xml"/>'
        for n, file in enumerate(spine)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(spine)))
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}{more}</manifest><spine>{refs}</spine><guide>{guide}</guide></package>"
    )


def epub(files: Mapping[str, str | bytes]) -> bytes:
    """Pack files, named within the package's folder unless with a leading `/`."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        for name, data in files.items():
            archive.writestr(name[1:] if name.startswith("/") else f"OPS/{name}", data)
    return into.getvalue()


def magazine() -> bytes:
    """Give an issue of two articles with its contents, a cover and a copyright page."""
    nav_item = (
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    )
    spine = ["cover.xhtml", "nav.xhtml", "a.xhtml", "b.xhtml", "c.xhtml"]
    files = {
        "book.opf": package(spine, more=nav_item),
        "nav.xhtml": nav({"a.xhtml": "Bridge reopens", "b.xhtml": "Harbour closes"}),
        "cover.xhtml": page('<img src="c.png" alt=""/><p>March</p>'),
        "a.xhtml": chapter("Bridge reopens"),
        "b.xhtml": chapter("Harbour closes"),
        "c.xhtml": page("<p>Copyright 2019 River Press.</p>"),
    }
    return epub(files)
