"""What kind of export a file is, told by its first bytes and cheaply where it is none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.formats.databases.export_labels import label_data
from search.formats.databases.export_sample import is_markup, sample_text
from search.word_lists import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_lexisnexis(sample: bytes) -> bool:
    """Tell a LexisNexis or Nexis Uni export, as a text or a page."""
    from search.formats.databases.lexisnexis import has_lexisnexis  # noqa: PLC0415 - few files need it
    from search.formats.databases.nexis_uni import has_nexis_uni  # noqa: PLC0415 - as above

    text = sample_text(sample)
    if not _nexis().search(text.replace("\xa0", " ")):
        return False
    lines = _lines(text)
    return has_lexisnexis(lines) or has_nexis_uni(lines)


def is_factiva(sample: bytes) -> bool:
    """Tell a Factiva export, as a text or a page."""
    from search.formats.databases.factiva import has_factiva  # noqa: PLC0415 - few files need it

    text = sample_text(sample)
    if _FACTIVA_PAGE.search(text):  # its styles alone may be longer than what is looked at
        return True
    return bool(_FACTIVA.search(text)) and has_factiva(_lines(text))


def is_factiva_xml(sample: bytes) -> bool:
    """Tell Factiva's XML."""
    text = sample_text(sample)
    told = "factiva" in text.casefold() or "ppsarticle" in text
    return told and text.lstrip("\ufeff \r\n\t").startswith("<") and bool(_FACTIVA_XML.search(text))


def is_proquest(sample: bytes) -> bool:
    """Tell a ProQuest export, as a text or a page."""
    from search.formats.databases.proquest import has_proquest  # noqa: PLC0415 - few files need it

    text = sample_text(sample)
    return "proquest" in text.casefold() and has_proquest(_lines(text))


def is_proquest_mail(sample: bytes) -> bool:
    """Tell a message with ProQuest's documents by its head."""
    head = sample_text(sample)[:_MAIL_HEAD]
    return bool(_MAIL.search(head)) and "proquest" in head.casefold()


def is_europresse(sample: bytes) -> bool:
    """Tell a Europresse export, a page."""
    from search.formats.databases.europresse import has_europresse  # noqa: PLC0415 - few files need it

    return has_europresse(sample_text(sample))


def is_reuters(sample: bytes) -> bool:
    """Tell a file of the Reuters-21578 collection."""
    return b"<REUTERS " in sample and b"NEWID=" in sample


def is_rich_text(sample: bytes) -> bool:
    """Tell an RTF document."""
    return sample.startswith(b"{\\rtf")


_FACTIVA = re.compile(r"\b(?:Document|Dokument|Documento)\s[A-Z][A-Z0-9]{2,11}\d{8}|[Ff]activa")
_FACTIVA_PAGE = re.compile(r"<title>\s{0,99}(?:dow jones )?factiva\s{0,99}</title>", re.IGNORECASE)
_FACTIVA_XML = re.compile(r"<(?:\w{1,20}:)?article[\s>]")
_MAIL = re.compile(
    r"^(?:From|Received|MIME-Version|Return-Path|Message-ID):", re.MULTILINE | re.IGNORECASE
)
_MAIL_HEAD = 8_000


@cache
def _nexis() -> re.Pattern[str]:
    data = label_data("lexisnexis")
    documents, of = alternation(data["documents"]), alternation(data["of"])
    count = rf"\d\s(?:{of})\s[\d.,]{{1,9}}"
    return re.compile(
        rf"(?:{documents})\s\d[\d.,]{{0,9}}\s(?:{of})\s\d|{count}\s(?:{documents})"
        rf"|{alternation(data['end'])}|load-date:|(?:{alternation(data['labels']['length'])}):\s\d",
        re.IGNORECASE,
    )


def _lines(text: str) -> Sequence[str]:
    if is_markup(text):
        from search.formats.databases.markup_lines import markup_lines  # noqa: PLC0415 - as above

        return [line.text for line in markup_lines(text)]
    return text.splitlines()
