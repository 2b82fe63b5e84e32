"""The body of an answer: all of it or an error, bounded as it comes and as it is unpacked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import FetchError
from search.fetch.packings import PackingError, unpacker
from search.untrusted import whole_number

if TYPE_CHECKING:
    import http.client

LARGEST = 16 << 20
"""Bytes of a body, as it comes and unpacked: feeds have some hundred thousand, a page's HTML a
few million at most."""
_PIECE = 1 << 16


def read_body(response: http.client.HTTPResponse, url: str) -> bytes:
    """Read a body to its end and unpack it.

    Raises FetchError for one that is too large, is packed in a way that wasn't asked for, is
    broken, or ends too early; and what the connection raises. Memory: twice `LARGEST` at most.
    """
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    unpack = None if coding == "identity" else unpacker(coding)
    if unpack is None and coding != "identity":
        raise FetchError(url, f"the server packed it as {coding[:40]}, which wasn't asked for")
    said = whole_number((response.getheader("Content-Length") or "").strip())
    body = bytearray()
    came = 0
    while piece := response.read(_PIECE):
        came += len(piece)
        try:
            body += piece if unpack is None else unpack.unpack(piece, LARGEST + 1 - len(body))
        except PackingError as error:
            wrong = str(error) or f"what came isn't {coding}, though the server says so"
            raise FetchError(url, wrong) from None
        if max(came, len(body)) > LARGEST:
            raise FetchError(url, f"larger than {LARGEST >> 20} MB")
    if said is not None and not response.chunked and came < said:
        raise FetchError(url, f"it broke off after {came:,} of {said:,} bytes")
    if unpack is not None and came and not unpack.ended:
        raise FetchError(url, f"it broke off in the middle, after {came:,} bytes of {coding}")
    return bytes(body)
