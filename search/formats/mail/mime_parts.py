"""The parts of a mail (RFC 2045, RFC 2046), taken apart in time linear in its bytes.

The standard library's parser asks every line of every boundary that is open, and its header parser
is dear for hostile fields: a mail of a few MB can keep it busy for minutes.
"""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, a2b_qp
from typing import TYPE_CHECKING, NamedTuple

from search.formats.limits import LONGEST_MAIL_TEXT
from search.untrusted import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST_HEAD = 1 << 18
_LONGEST_FIELD = 8_000
LEVELS = 12
"""Parts within parts: what programs send has four."""
_MOST_PARTS = 1_000
_FIELD = re.compile(rb"([!-9;-~]{1,80})[ \t]*:(.*)", re.DOTALL)
_HEAD_END = re.compile(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r")
_LINES = re.compile(rb"\r\n|\n|\r")
_TYPE = re.compile(r"\s*([\w.+-]{1,80}/[\w.+-]{1,80})")
_PARAMETER = re.compile(r';\s*([\w-]{1,40})(?:\*\d?\*?)?\s*=\s*(?:"([^"]*+)"|([^\s;"]++))')
_NO_BASE64 = bytes(
    set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
)


class Part(NamedTuple):
    """A mail, or a part of one.

    Attributes:
        fields: of its header, by name in lower case, the first of each; unfolded, still encoded.
        body: as it stands.
        name: of its content type, in lower case, such as `text/plain`.
        parameters: of its content type, by name in lower case.
    """

    fields: Mapping[str, str]
    body: bytes
    name: str
    parameters: Mapping[str, str]


def read_part(data: bytes, usual: str = "text/plain") -> Part:
    """Take header and body apart; a line of the header that is no field is passed over.

    Args:
        data: as it stands in the file.
        usual: the content type of a part that states none.
    """
    if data[:1] in {b"\n", b"\r"}:
        fields, body = {}, data
    else:
        end = _HEAD_END.search(data, 0, _LONGEST_HEAD)
        head, body = (data[: end.start()], data[end.end() :]) if end else (data, b"")
        fields = dict(_fields(head[:_LONGEST_HEAD]))
    content = fields.get("content-type", "")
    stated = _TYPE.match(content)
    return Part(fields, body, stated[1].lower() if stated else usual, parameters(content))


def _fields(head: bytes) -> Iterator[tuple[str, str]]:
    """Yield the fields of a header, unfolded, from the last to the first, so that the first wins."""
    rows: list[list[bytes]] = []
    for row in _LINES.split(head):
        if row[:1] in {b" ", b"\t"} and rows:
            rows[-1].append(row.strip())
        else:
            rows.append([row])
    for parts in reversed(rows):
        field = _FIELD.match(b" ".join(parts)[:_LONGEST_FIELD])
        if field:
            yield (decoded(field[1], "ascii") or "").lower(), _read(field[2].strip())


def _read(raw: bytes) -> str:
    text = decoded(raw, "utf-8") or ""
    return (decoded(raw, "cp1252") or "") if "\ufffd" in text else text


def parameters(field: str) -> dict[str, str]:
    """Give the parameters of a field such as `text/plain; charset=utf-8`, by name in lower case."""
    found = _PARAMETER.finditer(field)
    return {match[1].lower(): match[2] or match[3] or "" for match in found}


def inner_parts(part: Part) -> list[Part]:
    """Give the parts of a multipart in order; none if it is no such, or its boundary isn't there."""
    boundary = part.parameters.get("boundary", "").strip()
    if not part.name.startswith("multipart/") or not boundary:
        return []
    line = re.compile(
        rb"(?:\A|\n|\r)--" + re.escape(boundary.encode("utf-8")) + rb"(--)?[ \t]*(?=[\r\n]|\Z)"
    )
    usual = "message/rfc822" if part.name == "multipart/digest" else "text/plain"
    found: list[Part] = []
    start = None
    for match in line.finditer(part.body):
        if start is not None:
            found.append(read_part(_after_line(part.body[start : match.start()]), usual))
        start = match.end()
        if match[1] or len(found) >= _MOST_PARTS:
            return found
    if start is not None:
        found.append(read_part(_after_line(part.body[start:]), usual))
    return found


def _after_line(data: bytes) -> bytes:
    """Give what follows the end of the line that begins it."""
    first = _LINES.match(data)
    return data[first.end() :] if first else data


def content(part: Part) -> bytes:
    """Give the body of a part without its transfer encoding, as much of it as is read."""
    body = part.body[:LONGEST_MAIL_TEXT]
    match part.fields.get("content-transfer-encoding", "").strip().lower():
        case "base64":
            return from_base64(body)
        case "quoted-printable":
            return a2b_qp(body)
        case _:
            return body


def from_base64(data: bytes) -> bytes:
    """Decode Base64, whatever else stands between; what is left over at the end is dropped."""
    bare = data.translate(None, _NO_BASE64)
    whole = len(bare) - (1 if len(bare) % 4 == 1 else 0)
    try:
        return a2b_base64(bare[:whole] + b"=" * (-whole % 4))
    except Error:
        return b""
