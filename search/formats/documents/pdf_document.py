"""A PDF document with a text layer as an article."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from search.article import Block
from search.errors import ArticleError
from search.formats.container import PassedOverError, WholeContainer
from search.formats.documents.pdf_lines import page_lines
from search.formats.documents.pdf_paragraphs import page_text
from search.formats.heads.stated_head import stated_head
from search.formats.record import Record
from search.page.authors import is_name
from search.text.clean import clean, one_line
from search.word_lists import alternation, word_lists

if TYPE_CHECKING:
    from pypdf import PdfReader

    from search.article import Article, ArticleId
    from search.formats.container import Container, Source
    from search.formats.documents.pdf_lines import PagesRead
    from search.formats.documents.pdf_paragraphs import PageText

_MOST = 64 << 20
_LONGEST_FIELD = 2_000
_MOST_OBJECTS = 200_000
"""Parts of a document; where their table is damaged each is looked for, which takes 2 µs."""
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": 64 << 20,
    "array_based_stream_maximum_output_length": 4 << 20,
    "lzw_maximum_output_length": 4 << 20,
    "run_length_maximum_output_length": 4 << 20,
    "zlib_maximum_output_length": 16 << 20,
    "zlib_maximum_recovery_input_length": 256 << 10,
    "stream_decoding_work_maximum_length": 32 << 20,
    "stream_parsing_work_maximum_count": 200_000,
    "page_tree_maximum_entries": 10_000,
    "page_tree_maximum_page_entries": 100_000,
    "xform_maximum_invocations_per_extraction": 100,
    "disable_legacy_handling": True,
}
"""What pypdf may spend on a document; its own limits allow for minutes."""
_METADATA, _PAGE = "PDF metadata", "text: page 1"
_FEW_WORDS = 3
_NO_TITLE = re.compile(r"[\w.-]*[\d_.][\w.-]*")


@dataclass(frozen=True, slots=True)
class PdfDocument:
    """A PDF document, not yet understood.

    Attributes:
        data: the whole file.
        own: empty, as it has no identifier that outlives a change.
    """

    data: bytes
    own: str = ""

    def article(self, path: str, article: ArticleId) -> Article:
        """Understand it; raise ArticleError if it is encrypted, damaged, or has no text.

        The title is the one its metadata state, unless that is the name of a file, else the largest
        words of the first page. The day on which the file was made is no day of publication.
        """
        read, stated, pages = _read(self.data, path)
        text = page_text(read.lines)
        if not any(any(map(str.isalpha, paragraph)) for paragraph in text.paragraphs):
            raise ArticleError(path, _nothing(read, pages))
        title = stated["title"]
        head = stated_head({**stated, "title": title or text.title}, _METADATA)
        record = Record(head, "\n\n".join(text.paragraphs), cuts=_cuts(read, pages))
        known = record.article(path, article)
        return replace(
            known, blocks=_blocks(known, text), evidence=_evidence(known, stated=bool(title))
        )


def _blocks(known: Article, text: PageText) -> tuple[Block, ...]:
    """Add what stands on every page, as boilerplate."""
    return (*known.blocks, *(Block("boilerplate", said) for said in text.furniture))


def _evidence(known: Article, *, stated: bool) -> dict[str, str]:
    at = {} if stated or not known.title else {"title": _PAGE}
    return {**known.evidence, **at}


def _read(data: bytes, path: str) -> tuple[PagesRead, dict[str, object], int]:
    """Give the lines of the pages, what the metadata state, and how many pages there are."""
    if data.count(b" obj") > _MOST_OBJECTS:
        raise ArticleError(path, "the PDF has more parts than any document")
    from pypdf import PdfReader, apply_configuration  # noqa: PLC0415 - an extra, and slow to load

    with apply_configuration(**_LIMITS):
        try:
            reader = PdfReader(io.BytesIO(data))
            opened = not reader.is_encrypted or bool(reader.decrypt(""))
            count = len(reader.pages) if opened else 0
            stated = _stated(reader) if opened else {}
        except Exception as error:
            unread = type(error).__name__ in {"DependencyError", "FileNotDecryptedError"}
            why = "is encrypted in a way that isn't read" if unread else "is damaged"
            raise ArticleError(path, f"the PDF {why}") from error
        if not opened:
            raise ArticleError(path, "the PDF is encrypted, and opens by a password only")
        return page_lines(reader.pages), stated, count


def _stated(reader: PdfReader) -> dict[str, object]:
    """Give what the metadata state, by names that `stated_head` knows."""
    info: dict[str, Any] = dict(reader.metadata or {})
    title, author, keywords = (_text(info.get(name)) for name in ("/Title", "/Author", "/Keywords"))
    names = [name for part in re.split("[,;&]| and ", author) if is_name(name := part.strip())]
    language = _text(reader.root_object.get("/Lang"))
    return {
        "title": "" if _is_file_name(title) else title,
        "authors": names,
        "keywords": keywords.replace(";", ","),
        "language": language,
    }


def _text(value: object) -> str:
    return one_line(clean(value[:_LONGEST_FIELD])) if isinstance(value, str) else ""


def _is_file_name(title: str) -> bool:
    """Tell a title that a program has made of the name of a file from one that somebody gave."""
    words = word_lists("formats/documents/pdf")["file_names"]
    lowered = title.casefold()
    ending = re.search(rf"\.(?:{alternation(words['endings'])})\W*$", lowered)
    placeholder = lowered.startswith(tuple(words["starts"])) and len(title.split()) <= _FEW_WORDS
    return bool(ending or placeholder or _NO_TITLE.fullmatch(title))


def _cuts(read: PagesRead, pages: int) -> tuple[str, ...]:
    cuts = [] if read.whole else [f"the text after {read.read:,} of {pages:,} pages"]
    if read.broken:
        cuts.append(f"{read.broken:,} pages that can't be read")
    return tuple(cuts)


def _nothing(read: PagesRead, pages: int) -> str:
    if read.broken:
        return f"the PDF is damaged: {read.broken:,} of its {pages:,} pages can't be read"
    if not read.whole:
        return (
            f"the PDF draws too much to be read: there is no text in its first {read.read:,} pages"
        )
    return "the PDF has no text: its pages are pictures, which have to be read by OCR first"


def open_pdf(source: Source, name: str) -> Container:
    """Open a PDF document, which is one article.

    Raises:
        ArticleError: it is too large.
        PassedOverError: what reads PDF isn't installed.
    """
    if find_spec("pypdf") is None:
        raise PassedOverError("a PDF document", needs="pip install 'diptych[pdf]'")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it would write over the reader
    if source.size > _MOST:
        raise ArticleError(name, f"larger than {_MOST >> 20} MB: a PDF is read whole")
    return WholeContainer(source.size, (PdfDocument(source.read(0, source.size)),))
