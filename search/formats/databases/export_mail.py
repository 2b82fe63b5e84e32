"""The documents that ProQuest sends by mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.databases.markup_lines import markup_lines
from search.untrusted import decoded

if TYPE_CHECKING:
    from email.message import Message

_MOST_PARTS = 1_000


def lines_of_mail(data: bytes, name: str) -> list[str]:
    """Give the lines of a message's page, else of its text; raise ArticleError if it has neither."""
    import email  # noqa: PLC0415 - only who has such files needs it

    try:
        message = email.message_from_bytes(data)
        parts = [part for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False)]
    except (RecursionError, ValueError, LookupError) as error:
        raise ArticleError(name, "this message's parts can't be told apart") from error
    for kind in ("text/html", "text/plain"):
        for part in parts:
            if part.get_content_type() == kind and (text := _text(part)):
                if kind == "text/plain":
                    return text.splitlines()
                return [line.text for line in markup_lines(text)]
    raise ArticleError(name, "there is no text in the message")


def _text(part: Message) -> str:
    try:
        data = part.get_payload(decode=True)
        charset = str(part.get_content_charset() or "utf-8")
    except (ValueError, LookupError, AssertionError):
        return ""
    return (
        (decoded(data, charset) or decoded(data, "utf-8") or "") if isinstance(data, bytes) else ""
    )
