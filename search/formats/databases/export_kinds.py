"""The kinds of files that news databases and word processors give, and how each is opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from search.formats.databases import export_signs as signs
from search.formats.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.formats.container import Container, Source
    from search.formats.office.office_document import OfficeDocument

    _Read = Callable[[bytes, str], OfficeDocument]

_PLAIN = (".txt", ".text", ".html", ".htm", ".xhtml")


def _open_lines(source: Source, name: str) -> Container:
    from search.formats.databases.opened_exports import open_lines  # noqa: PLC0415 - few need it

    return open_lines(source, name)


def _open_factiva_xml(source: Source, name: str) -> Container:
    from search.formats.databases.factiva_xml import read_factiva_xml  # noqa: PLC0415 - as above
    from search.formats.databases.opened_exports import opened  # noqa: PLC0415 - as above

    return opened(source, read_factiva_xml(source.read(0, source.size), name))


def _open_mail(source: Source, name: str) -> Container:
    from search.formats.databases.export_mail import lines_of_mail  # noqa: PLC0415 - as above
    from search.formats.databases.opened_exports import drafts_of, opened  # noqa: PLC0415 - as above

    return opened(source, drafts_of(lines_of_mail(source.read(0, source.size), name)))


def _open_europresse(source: Source, name: str) -> Container:
    from search.formats.databases.europresse import read_europresse  # noqa: PLC0415 - as above
    from search.formats.databases.opened_exports import markup_text, opened  # noqa: PLC0415 - as above

    return opened(source, read_europresse(markup_text(source.read(0, source.size), name)))


def _open_reuters(source: Source, name: str) -> Container:
    from search.formats.databases.reuters_sgml import ReutersStories  # noqa: PLC0415 - as above

    del name
    return ReutersStories(source)


def _open_document(read: _Read, source: Source, name: str) -> Container:
    """Open a document: the articles of an export if a database made it, else an article."""
    from search.formats.container import WholeContainer  # noqa: PLC0415 - few need it
    from search.formats.databases.opened_exports import drafts_of  # noqa: PLC0415 - as above
    from search.formats.office.office_article import OfficeArticle  # noqa: PLC0415 - as above

    document = read(source.read(0, source.size), name)
    drafts = drafts_of([one.text for one in document.paragraphs])
    return WholeContainer(source.size, drafts or [OfficeArticle(document)])


def _read_word(data: bytes, name: str) -> OfficeDocument:
    from search.formats.office.word_document import read_word_document  # noqa: PLC0415 - as above

    return read_word_document(data, name)


def _read_open(data: bytes, name: str) -> OfficeDocument:
    from search.formats.office.open_document import read_open_document  # noqa: PLC0415 - as above

    return read_open_document(data, name)


def _read_rich(data: bytes, name: str) -> OfficeDocument:
    from search.formats.office.rich_text import read_rich_text  # noqa: PLC0415 - as above

    return read_rich_text(data, name)


KINDS = (
    Kind("a LexisNexis export", _PLAIN, _open_lines, signs.is_lexisnexis, signed=True),
    Kind("a Factiva export", _PLAIN, _open_lines, signs.is_factiva, signed=True),
    Kind("a Factiva export", (".xml",), _open_factiva_xml, signs.is_factiva_xml, signed=True),
    Kind("a ProQuest export", _PLAIN, _open_lines, signs.is_proquest, signed=True),
    Kind("a ProQuest export", (".eml",), _open_mail, signs.is_proquest_mail),
    Kind("a Europresse export", _PLAIN[2:], _open_europresse, signs.is_europresse, signed=True),
    Kind(
        "a file of Reuters-21578", (".sgm", ".sgml"), _open_reuters, signs.is_reuters, signed=True
    ),
    Kind("a Word document", (".docx", ".docm"), partial(_open_document, _read_word)),
    Kind("an OpenDocument text", (".odt",), partial(_open_document, _read_open)),
    Kind(
        "an RTF document",
        (".rtf", ".doc"),
        partial(_open_document, _read_rich),
        signs.is_rich_text,
        signed=True,
    ),
)
"""A document of a word processor may be an export, which only its text tells."""
