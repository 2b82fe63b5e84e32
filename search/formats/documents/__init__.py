"""Documents: books and magazines (EPUB), and PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.documents.document_signature import is_epub, is_pdf
from search.formats.kinds import Kind

if TYPE_CHECKING:
    from search.formats.container import Container, Source


def _open_epub(source: Source, name: str) -> Container:
    from search.formats.documents.epub_book import open_epub  # noqa: PLC0415 - few folders have one

    return open_epub(source, name)


def _open_pdf(source: Source, name: str) -> Container:
    from search.formats.documents.pdf_document import open_pdf  # noqa: PLC0415 - likewise

    return open_pdf(source, name)


KINDS: tuple[Kind, ...] = (
    Kind("an EPUB", (".epub",), _open_epub, is_epub, signed=True),
    Kind("a PDF document", (".pdf",), _open_pdf, is_pdf, signed=True, extra="pdf"),
)
