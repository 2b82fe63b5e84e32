"""Whether bytes begin as a web page does, whatever the file is called."""

from __future__ import annotations

import re

_REACH = 4096
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?"
    rb"(?:\s++|<!--(?:(?!-->).)*+-->|<\?xml[^>]{0,200}\?>)*+"
    rb"<(?:!doctype\s+html\b|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVE = re.compile(
    rb"(?:^|\n)(?:Snapshot-Content-Location:|Content-Type:\s*multipart/related\b)", re.IGNORECASE
)
_MESSAGE = re.compile(rb"(?:From|MIME-Version|Subject|Date|Content-Type|X-[\w-]+):", re.IGNORECASE)
_PLISTS = (b"bplist00", b"<?xml")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def is_web_page(head: bytes) -> bool:
    """Tell whether a file is a web page, or an archive of one, by its first bytes (4 kB do).

    A page begins with its doctype or its first tag, after a byte order mark, spaces, comments or
    an XML declaration; MHTML with the headers of a message of several parts; Safari's archive is
    a property list that names a main resource. Cost: constant.
    """
    head = head[:_REACH]
    if head.startswith(_WIDE):
        head = head[2:].replace(b"\0", b"")
    if _BEGINS.match(head):
        return True
    if head.startswith(_PLISTS):
        return b"WebMainResource" in head
    return bool(_MESSAGE.match(head) and _ARCHIVE.search(head) and b"text/html" in head)
