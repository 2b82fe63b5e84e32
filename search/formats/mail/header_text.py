"""The words of a mail's header: encoded words (RFC 2047), names and addresses (RFC 5322)."""

from __future__ import annotations

import re
from binascii import a2b_qp
from typing import NamedTuple

from search.formats.mail.mime_parts import from_base64
from search.text.clean import clean, one_line
from search.untrusted import decoded

_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bqBQ])\?([^?]{0,4000})\?=")
_ADDRESS = re.compile(r"<\s*([^<>\s]{1,320})\s*>")
_BARE = re.compile(r"[^\s<>()\",;@]{1,64}@[^\s<>()\",;@]{1,255}")
_COMMENT = re.compile(r"\(([^()]*+)\)")


class Sender(NamedTuple):
    """Who a mail is from.

    Attributes:
        name: as it is shown; empty if none is stated.
        address: in lower case; empty if none is stated.
    """

    name: str
    address: str


def header_text(field: str) -> str:
    """Give a field as clean text in one line, its encoded words decoded.

    Neighbours in one charset are decoded together, for programs part letters between them.
    """
    pieces: list[tuple[str, bytes | str]] = []
    done = 0
    for word in _WORD.finditer(field):
        between = field[done : word.start()]
        if between.strip() or not done:
            pieces.append(("", between))
        charset = word[1].partition("*")[0].lower()
        data = _word_bytes(word[2].lower(), word[3])
        last = pieces[-1] if pieces else ("", "")
        if last[0] == charset and isinstance(last[1], bytes):
            pieces[-1] = (charset, last[1] + data)
        else:
            pieces.append((charset, data))
        done = word.end()
    pieces.append(("", field[done:]))
    return one_line(clean("".join(_spelt(charset, piece) for charset, piece in pieces)))


def _word_bytes(encoding: str, word: str) -> bytes:
    raw = word.encode("utf-8", "replace")
    return from_base64(raw) if encoding == "b" else a2b_qp(raw.replace(b" ", b"_"), header=True)


def _spelt(charset: str, piece: bytes | str) -> str:
    if isinstance(piece, str):
        return piece
    text = decoded(piece, charset)
    return text if text is not None else decoded(piece, "utf-8") or ""


def sender_of(field: str) -> Sender:
    """Read who a mail is from, the first if several are named."""
    text = header_text(field)
    if bracketed := _ADDRESS.search(text):
        name = _bare_name(text[: bracketed.start()])
        return Sender(name, bracketed[1].lower())
    if bare := _BARE.search(text):  # `jane@a.example (Jane Doe)`
        said = _COMMENT.search(text)
        return Sender(_bare_name(said[1]) if said else "", bare[0].lower())
    return Sender(_bare_name(text), "")


def _bare_name(text: str) -> str:
    """Give a name without its quotes; an address is no name."""
    name = one_line(text.replace('\\"', '"').strip(" \"'<>,"))
    return "" if "@" in name else name
