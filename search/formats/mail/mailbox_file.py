"""Mailboxes (mbox, RFC 4155): mails one after the other, each below a line `From …`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.formats.container import Span, Unreadable
from search.formats.limits import LONGEST_MAIL
from search.formats.mail.mail_signature import begins_mail
from search.formats.mail.single_mail import Mail

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.formats.container import Draft, Source

_PIECE = 4 << 20
_LONGEST_LINE = 500
_BLANK = 3
"""Bytes of a blank line and the line end before it."""
_FROM = b"From "
_LINE_FROM = b"\nFrom "
_ABOVE_HEADERS = re.compile(
    rb"From [^\r\n]{10,200}\r?\n(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]{0,200}\r?\n){2}"
)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MailboxFile:
    """A mailbox, read in pieces, however large it is.

    A mail begins at a line `From …` that has a time, at the top or below a blank line, or above two
    headers where a program wrote no blank line; a stated length of its body is not believed. What of a mail lies beyond 64 MB isn't read.
    """

    source: Source
    name: str

    def spans(self) -> Iterator[Span]:
        """Walk through the mails; raise ArticleError where the file can't be read."""
        begun = 0
        for start in self._starts():
            if start > begun:
                yield Span(begun, start)
            begun = start
        if begun < self.source.size:
            yield Span(begun, self.source.size)

    def _starts(self) -> Iterator[int]:
        """Yield where mails begin, in order."""
        at, kept = 0, b""
        while at < self.source.size:
            piece = self.source.read(at, at + _PIECE)
            if not piece:
                return
            data, first = kept + piece, at - len(kept)
            at += len(piece)
            last = at >= self.source.size
            # What begins too near the end is looked at again with what follows.
            limit = len(data) if last else len(data) - _LONGEST_LINE
            for begin in _lines_from(data, limit):
                seen = first and begin < _BLANK  # it was met at the end of the piece before
                if not seen and begins_mail(data[begin : begin + _LONGEST_LINE]):
                    yield first + begin
            kept = data[max(0, limit - _BLANK) :]

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Give the mail of a span."""
        data = self.source.read(start, min(stop, start + LONGEST_MAIL)).lstrip(b"\r\n")
        if begins_mail(data[:_LONGEST_LINE]):
            data = data.partition(b"\n")[2]
        if not data.strip():
            return (Unreadable("there is nothing below the line that begins the mail"),)
        return (Mail(_ESCAPED.sub(rb"\1", data)),)


def _lines_from(data: bytes, limit: int) -> Iterator[int]:
    """Yield where a line begins with `From ` at the top, below a blank line or above headers.

    Only what begins before the limit. Found by that word alone, which costs a tenth of looking for blank lines too.
    """
    if data.startswith(_FROM):
        yield 0
    at = data.find(_LINE_FROM)
    while 0 <= at < limit - 1:
        below_blank = data[max(0, at - 2) : at].endswith((b"\n", b"\n\r"))
        if below_blank or _ABOVE_HEADERS.match(data, at + 1, at + _LONGEST_LINE):
            yield at + 1
        at = data.find(_LINE_FROM, at + 1)
