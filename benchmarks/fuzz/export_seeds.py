"""Exports of news databases and documents of word processors that mutated ones are made of."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "support"))

from export_texts import (
    EUROPRESSE_NEW,
    EUROPRESSE_OLD,
    FACTIVA_LINES,
    LEXIS_PAGE,
    PROQUEST_TEXT,
    REUTERS_FILE,
    UNI_LINES,
    lexis_export,
)
from exports import open_document, rich_text, word_document, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in PROQUEST_TEXT.split("\n") if line)
_FACTIVA_XML = """<PPSResponse><ppsarticle><article><accessionNo>COUR1</accessionNo>
<headline><paragraph>Ferries &amp; boats stay</paragraph></headline><byline>By Jane Doe</byline>
<leadParagraph>The crews walked out.</leadParagraph><publicationDate><date>2022-03-01</date>
</publicationDate><sourceName>The Courier</sourceName></article></ppsarticle></PPSResponse>"""
_EXPORTS = {
    "lexisnexis.txt": lexis_export().encode(),
    "lexisnexis.html": LEXIS_PAGE,
    "nexis_uni.txt": "\n".join(UNI_LINES).encode(),
    "nexis_uni.docx": word_document(UNI_LINES),
    "nexis_uni.rtf": rich_text(UNI_LINES),
    "factiva.txt": "\n".join(FACTIVA_LINES).encode(),
    "factiva.rtf": rich_text(FACTIVA_LINES),
    "proquest.txt": PROQUEST_TEXT.encode(),
    "proquest.eml": f"From: a@proquest.com\nContent-Type: text/html\n\n{_PARAGRAPHS}".encode(),
    "factiva.xml": _FACTIVA_XML.encode(),
    "europresse_old.html": EUROPRESSE_OLD.encode(),
    "europresse_new.html": EUROPRESSE_NEW.encode(),
    "reuters.sgm": REUTERS_FILE,
    "text.odt": open_document("".join(f"<text:p>{line}</text:p>" for line in UNI_LINES[:20])),
}
"""A file of each kind, by its name."""


def exports() -> Iterator[tuple[str, Callable[[Callable[[bytes], bytes]], bytes]]]:
    """Yield the suffix of each file, and what makes it with a part of it changed, or the whole."""
    for name, data in _EXPORTS.items():
        suffix = Path(name).suffix
        yield suffix, _whole(data)
        if data.startswith(b"PK"):
            with zipfile.ZipFile(BytesIO(data)) as archive:
                parts = {one: archive.read(one) for one in archive.namelist()}
            for part in parts:
                yield suffix, _with_changed(parts, part)


def _with_changed(
    parts: dict[str, bytes], part: str
) -> Callable[[Callable[[bytes], bytes]], bytes]:
    return lambda change: zipped({**parts, part: change(parts[part])})


def _whole(data: bytes) -> Callable[[Callable[[bytes], bytes]], bytes]:
    return lambda change: change(data)
