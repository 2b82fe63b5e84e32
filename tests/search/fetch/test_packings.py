"""Bodies that are packed come whole, and bombs no further than their bound."""

from __future__ import annotations

import gzip
import tracemalloc
from typing import TYPE_CHECKING

import brotli
import pytest
from backports import zstd
from web_server import HOST, WebServer, answer

from search.errors import FetchError
from search.fetch.access import Access
from search.fetch.fetch_page import fetch
from search.fetch.packings import PackingError, accepted_packings, unpacker
from search.fetch.response_body import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable

ALLOWED = Access({HOST})
PAGE = "<p>The tide came early — again.</p>".encode() * 4_000
PACKED = {
    "gzip": gzip.compress(PAGE),
    "br": brotli.compress(PAGE),
    "zstd": zstd.compress(PAGE),
}


def page(coding: str, body: bytes) -> bytes:
    return answer(body, "200 OK", "text/html", f"Content-Encoding: {coding}")


@pytest.mark.parametrize("coding", PACKED)
def test_a_body_is_the_same_however_it_is_packed(coding: str) -> None:
    with WebServer({"/": page(coding, PACKED[coding])}) as server:
        assert fetch(server.url("/"), ALLOWED).body == PAGE
    assert f"Accept-Encoding: {accepted_packings()}" in server.requests[0]
    assert accepted_packings() == "gzip, deflate, br, zstd"


@pytest.mark.parametrize("rest", [b"", b"\n", b"\0" * 300, b"no gzip"])
def test_all_members_of_a_body_come_and_what_is_behind_them_is_ignored(rest: bytes) -> None:
    body = gzip.compress(b"one ") + gzip.compress(PAGE) + gzip.compress(b" end") + rest
    whole = b"one " + PAGE + b" end"
    with WebServer({"/": page("gzip", body)}) as server:
        assert fetch(server.url("/"), ALLOWED).body == whole
    by_bytes = unpacker("gzip")
    assert by_bytes is not None
    assert b"".join(by_bytes.unpack(bytes([one]), 1 << 24) for one in body) == whole
    assert by_bytes.ended


@pytest.mark.parametrize("coding", PACKED)
def test_what_breaks_off_or_is_not_packed_so_is_told(coding: str) -> None:
    with WebServer({"/half": page(coding, PACKED[coding][:-9]), "/no": page(coding, PAGE)}) as it:
        with pytest.raises(FetchError, match="broke off"):
            fetch(it.url("/half"), ALLOWED)
        with pytest.raises(FetchError, match=f"isn't {coding}"):
            fetch(it.url("/no"), ALLOWED)


@pytest.mark.parametrize("coding", ["br", "zstd"])
def test_a_bomb_is_unpacked_no_further_than_a_body_may_be(coding: str) -> None:
    bomb = b"0" * (LARGEST * 8)
    packed = brotli.compress(bomb) if coding == "br" else zstd.compress(bomb)
    del bomb
    with WebServer({"/": page(coding, packed)}) as server:
        tracemalloc.start()
        with pytest.raises(FetchError, match="larger than"):
            fetch(server.url("/"), ALLOWED)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 4 * LARGEST


@pytest.mark.parametrize(("coding", "pack"), [("zstd", zstd.compress), ("gzip", gzip.compress)])
def test_a_body_of_very_many_parts_is_refused(coding: str, pack: Callable[[bytes], bytes]) -> None:
    for part in (b"", b"a"):
        many = pack(part) * 40_000
        with (
            WebServer({"/": page(coding, many)}) as server,
            pytest.raises(FetchError, match="more than 4,096 parts"),
        ):
            fetch(server.url("/"), ALLOWED)


def test_a_frame_may_end_where_a_piece_does() -> None:
    by_frames = unpacker("zstd")
    assert by_frames is not None
    for part in (b"one ", b"", b"two"):
        assert by_frames.unpack(zstd.compress(part), 1 << 24) == part
        assert by_frames.ended
    assert by_frames.unpack(b"", 1 << 24) == b""


def test_a_server_may_not_have_more_remembered_than_the_standard_allows() -> None:
    wide: dict[int, int] = {zstd.CompressionParameter.window_log: 27}
    stream = zstd.ZstdCompressor(options=wide)
    unpack = unpacker("zstd")
    assert unpack is not None
    with pytest.raises(PackingError):
        unpack.unpack(stream.compress(PAGE) + stream.flush(), LARGEST)


def test_frames_that_follow_each_other_are_one_body() -> None:
    unpack = unpacker("zstd")
    assert unpack is not None
    assert unpack.unpack(zstd.compress(b"ab") + zstd.compress(b"cd"), LARGEST) == b"abcd"
    assert unpack.ended
