"""Telling mail by its first bytes: the fields of its header, or the line that begins a mailbox."""

from __future__ import annotations

import re

_MARK = b"\xef\xbb\xbf"
_SEPARATOR = re.compile(rb"From [^\r\n]{0,400}?\d\d?:\d\d(?::\d\d)?[^\r\n]{0,40}\r?(?:\n|\Z)")
"""The line before each mail of a mailbox: who sent it, or anything, and when (RFC 4155)."""
_COUNT = re.compile(rb"\d{1,12}[ \t]*\r?\n")
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")
_TRANSPORT = frozenset(
    b"date received message-id mime-version return-path delivered-to x-mailer dkim-signature to".split()
)
"""Fields that mail has besides `From`; texts headed by somebody have a date, and none of the rest."""
_LEAST = 2


def begins_mail(line: bytes) -> bool:
    """Tell whether a line is one that mailboxes put before a mail."""
    return _SEPARATOR.match(line) is not None


def is_mail(sample: bytes) -> bool:
    """Tell whether bytes begin with the header of a mail.

    All lines up to the first blank one are its fields; it is from an address, which saved web pages
    (MHTML) are not, and says two more of the things that only mail says. Cost: linear in the header.
    """
    names: set[bytes] = set()
    sender = b""
    last = b""
    data = sample.removeprefix(_MARK).lstrip(b"\r\n")
    if begins_mail(data[:500]):
        data = data.partition(b"\n")[2]
    for row in data.splitlines():
        if not row.strip():
            break
        if row[:1] in b" \t":
            sender += row if last == b"from" else b""
            continue
        field = _FIELD.match(row)
        if field is None:
            return False
        last = field[1].lower()
        names.add(last)
        sender = row if last == b"from" else sender
    return b"@" in sender and len(names & _TRANSPORT) >= _LEAST


def is_mailbox(sample: bytes) -> bool:
    """Tell whether bytes begin a mailbox: the line that parts mails, and the header of one."""
    data = sample.removeprefix(_MARK).lstrip(b"\r\n")
    return begins_mail(data[:500]) and is_headed(data.partition(b"\n")[2])


def is_apple_mail(sample: bytes) -> bool:
    """Tell whether bytes begin as Apple Mail keeps a mail: a count of bytes, then the header."""
    count = _COUNT.match(sample)
    return count is not None and is_mail(sample[count.end() :])


def is_headed(sample: bytes) -> bool:
    """Tell whether bytes begin with fields, as every mail does, however broken its header is."""
    data = sample.removeprefix(_MARK).lstrip(b"\r\n>")
    row = data.partition(b"\n")[0]
    return _FIELD.match(row) is not None or begins_mail(row)
