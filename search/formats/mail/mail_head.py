"""The head of an article that came as mail."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.formats.heads.stated_head import stated_head
from search.formats.mail.header_text import header_text, sender_of
from search.page.authors import is_name
from search.page.outlet_names import outlet_of_address
from search.word_lists import alternation, word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.formats.heads.stated_head import StatedHead
    from search.formats.mail.header_text import Sender

WHERE = "mail header"
_LIST_NAME = re.compile(r"([^<>]*)<([^<>\s]*)>")
_IDENTIFIER = re.compile(r"<([^<>\s]{1,900})>")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def own_identifier(fields: Mapping[str, str]) -> str:
    """Give the identifier a mail bears (`Message-ID`), empty if it bears none."""
    stated = header_text(fields.get("message-id", ""))
    found = _IDENTIFIER.search(stated)
    return found[1] if found else stated


def mail_head(fields: Mapping[str, str]) -> StatedHead:
    """Understand the header of a mail as the head of an article.

    A newsletter's sender is the source; where its name says `Jane Doe from The Mail`, Jane Doe is
    the author. On a list that members write to (`List-Post`, RFC 2369), and in mail from a person,
    the sender is the author; a list is the source by the name it states (`List-Id`, RFC 2919), a
    person's mail has one only if the address is of an outlet that is known. The day is when it was
    sent.

    Args:
        fields: see `mime_parts.Part`.
    """
    author, source = _author_and_source(fields)
    stated: dict[str, object] = {
        "title": header_text(fields.get("subject", "")),
        "author": [author] if author else [],
        "source": source,
        "date": header_text(fields.get("date", "")),
        "url": header_text(fields.get("archived-at", "")).strip("<>"),
        "keywords": header_text(fields.get("keywords", "")),
    }
    if language := _LANGUAGE.match(fields.get("content-language", "").strip()):
        stated["language"] = language[0]
    return stated_head(stated, WHERE)


def _author_and_source(fields: Mapping[str, str]) -> tuple[str, str]:
    sender = sender_of(fields.get("from", ""))
    known = outlet_of_address(sender.address.rpartition("@")[2]) or ""
    if "mailto:" in fields.get("list-post", ""):
        return sender.name, _list_name(fields.get("list-id", ""))
    if not _is_sent_to_many(fields, sender):
        return sender.name, known
    parted = _person_of().search(sender.name)
    if parted and is_name(sender.name[: parted.start()]):
        return sender.name[: parted.start()], sender.name[parted.end() :]
    return "", sender.name or known or _list_name(fields.get("list-id", ""))


def _is_sent_to_many(fields: Mapping[str, str], sender: Sender) -> bool:
    """Tell newsletters and notices from what somebody wrote."""
    if fields.keys() & {"list-unsubscribe", "list-id"}:
        return True
    if fields.get("precedence", "").strip().lower() in {"bulk", "list"}:
        return True
    return sender.address.partition("@")[0] in word_lists("formats/mail/mail")["automated"]["names"]


def _list_name(field: str) -> str:
    """Give the name of a list; its identifier, which looks like a domain, is none."""
    named = _LIST_NAME.fullmatch(header_text(field))
    return named[1].strip(" \"'") if named else ""


@cache
def _person_of() -> re.Pattern[str]:
    return re.compile(f" (?:{alternation(word_lists('formats/mail/mail')['person_of']['words'])}) ")
