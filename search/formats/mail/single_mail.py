"""A mail as an article."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.container import WholeContainer
from search.formats.limits import LONGEST_MAIL
from search.formats.mail.mail_body import attachments, said_in
from search.formats.mail.mail_head import mail_head, own_identifier
from search.formats.mail.mime_parts import read_part
from search.formats.record import Record
from search.untrusted import decoded, whole_number

if TYPE_CHECKING:
    from search.article import Article, ArticleId
    from search.formats.container import Container, Source

_HEAD = 1 << 16
_MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail, not yet understood; its bytes from the header on."""

    data: bytes

    @property
    def own(self) -> str:
        """Its `Message-ID`; empty if it has none. Cost: linear in its header."""
        return own_identifier(read_part(self.data[:_HEAD]).fields)

    def article(self, path: str, article: ArticleId) -> Article:
        """Understand it; raise ArticleError if it has no header, or says nothing."""
        part = read_part(self.data)
        if not part.fields:
            raise ArticleError(path, "this is no mail: it has no header")
        head = mail_head(part.fields)
        said = said_in(part, head.title or "")
        if not any(block.kind != "boilerplate" for block in said.blocks):
            raise ArticleError(path, _nothing(list(islice(attachments(part), _MOST_TOLD + 1))))
        record = Record(head, blocks=tuple(said.blocks), own=self.own, cuts=said.cuts)
        return record.article(path, article)


def _nothing(attached: list[str]) -> str:
    if not attached:
        return "there is no text in the mail"
    named = ", ".join(name[:80] for name in attached[:_MOST_TOLD])
    more = " and more" if len(attached) > _MOST_TOLD else ""
    return f"there is no text in the mail, only attachments: {named}{more}"


def open_mail(source: Source, name: str) -> Container:
    """Read a file that is one mail; raise ArticleError if it is too large."""
    return _one(_whole(source, name), source.size)


def open_apple_mail(source: Source, name: str) -> Container:
    """Read a mail as Apple Mail keeps it: a count of bytes, the mail, and a property list."""
    data = _whole(source, name)
    count, end, rest = data.partition(b"\n")
    length = whole_number((decoded(count, "ascii") or "").strip()) if end else None
    return _one(data if length is None else rest[:length], source.size)


def _whole(source: Source, name: str) -> bytes:
    if source.size > LONGEST_MAIL:
        raise ArticleError(name, f"larger than {LONGEST_MAIL >> 20} MB: no mail is that long")
    return source.read(0, source.size)


def _one(data: bytes, size: int) -> Container:
    return WholeContainer(size, (Mail(data),))
