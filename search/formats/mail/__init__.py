"""Mail: single messages, the files of a Maildir, and mailboxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.kinds import Kind
from search.formats.mail.mail_signature import (
    is_apple_mail,
    is_headed,
    is_mail,
    is_mailbox,
)

if TYPE_CHECKING:
    from search.formats.container import Container, Source


def _open_mail(source: Source, name: str) -> Container:
    from search.formats.mail.single_mail import open_mail  # noqa: PLC0415 - few folders have mail

    return open_mail(source, name)


def _open_apple_mail(source: Source, name: str) -> Container:
    from search.formats.mail.single_mail import open_apple_mail  # noqa: PLC0415 - likewise

    return open_apple_mail(source, name)


def _open_mailbox(source: Source, name: str) -> Container:
    from search.formats.mail.mailbox_file import MailboxFile  # noqa: PLC0415 - likewise

    return MailboxFile(source, name)


KINDS: tuple[Kind, ...] = (
    Kind("a mailbox", (".mbox", ".mbx"), _open_mailbox, is_mailbox, signed=True, streamed=True),
    Kind("a mail of Apple Mail", (".emlx",), _open_apple_mail, is_apple_mail),
    Kind("a mail", (".eml",), _open_mail, is_headed),
    Kind("a mail", (), _open_mail, is_mail, signed=True),
)
