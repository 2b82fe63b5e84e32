"""What kind of export a file is, told by its first bytes and cheaply where it is none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.formats.databases.export_labels import label_data
from search.formats.databases.export_sample import is_markup, sample_text, small_letters
from search.word_lists import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_lexisnexis(sample: bytes) -> bool:
    """Tell a LexisNexis or Nexis Uni export, as a text or a page."""
    from search.formats.databases.lexisnexis import has_lexisnexis  # noqa: PLC0415 - few files need it
    from search.formats.databases.nexis_uni import has_nexis_uni  # noqa: PLC0415 - as above

    lowered = small_letters(sample)
    if not (any(sign in lowered for sign in _nexis_signs()) or _counted().search(lowered)):
        return False
    lines = _lines(sample_text(sample))
    return has_lexisnexis(lines) or has_nexis_uni(lines)


def is_factiva(sample: bytes) -> bool:
    """Tell a Factiva export, as a text or a page."""
    from search.formats.databases.factiva import has_factiva  # noqa: PLC0415 - few files need it

    lowered = small_letters(sample)
    named = "factiva" in lowered
    if named and _FACTIVA_PAGE.search(lowered):  # its styles may be longer than what is looked at
        return True
    return (named or bool(_FACTIVA.search(lowered))) and has_factiva(_lines(sample_text(sample)))


def is_factiva_xml(sample: bytes) -> bool:
    """Tell Factiva's XML."""
    text = sample_text(sample)
    lowered = small_letters(sample)
    told = "factiva" in lowered or "ppsarticle" in lowered
    return told and text.lstrip("\ufeff \r\n\t").startswith("<") and bool(_FACTIVA_XML.search(text))


def is_proquest(sample: bytes) -> bool:
    """Tell a ProQuest export, as a text or a page."""
    from search.formats.databases.proquest import has_proquest  # noqa: PLC0415 - few files need it

    return "proquest" in small_letters(sample) and has_proquest(_lines(sample_text(sample)))


def is_proquest_mail(sample: bytes) -> bool:
    """Tell a message with ProQuest's documents by its head."""
    head = small_letters(sample)[:_MAIL_HEAD]
    return "proquest" in head and bool(_MAIL.search(head))


def is_europresse(sample: bytes) -> bool:
    """Tell a Europresse export, a page."""
    from search.formats.databases.europresse import has_europresse  # noqa: PLC0415 - few files need it

    return "docpublicationname" in small_letters(sample) and has_europresse(sample_text(sample))


def is_reuters(sample: bytes) -> bool:
    """Tell a file of the Reuters-21578 collection."""
    return b"<REUTERS " in sample and b"NEWID=" in sample


def is_rich_text(sample: bytes) -> bool:
    """Tell an RTF document."""
    return sample.startswith(b"{\\rtf")


_FACTIVA = re.compile(r"do[ck]umento?\s[a-z][a-z0-9]{2,11}\d{8}")
_FACTIVA_PAGE = re.compile(r"<title>\s{0,99}(?:dow jones )?factiva\s{0,99}</title>")
_FACTIVA_XML = re.compile(r"<(?:\w{1,20}:)?article[\s>]")
_MAIL = re.compile(
    r"^(?:From|Received|MIME-Version|Return-Path|Message-ID):", re.MULTILINE | re.IGNORECASE
)
_MAIL_HEAD = 8_000


@cache
def _nexis_signs() -> tuple[str, ...]:
    data = label_data("lexisnexis")
    return ("load-date:", *data["end"], *(f"{word}:" for word in data["labels"]["length"]))


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"\d\s(?:{alternation(label_data('lexisnexis')['of'])})\s\d")


def _lines(text: str) -> Sequence[str]:
    if is_markup(text):
        from search.formats.databases.markup_lines import markup_lines  # noqa: PLC0415 - as above

        return [line.text for line in markup_lines(text)]
    return text.splitlines()
