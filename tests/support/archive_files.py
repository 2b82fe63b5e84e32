"""Web archives, record by record."""

from __future__ import annotations

import gzip

TOLD = (
    "The bridge over the river reopened on Sunday after two years of costly repairs, said the port."
)
PAGE = (
    "<!doctype html><html lang='en'><head><title>Bridge reopens</title></head><body><article>"
    f"<h1>Bridge reopens</h1><p>{TOLD}</p><p>{TOLD} Boats passed.</p></article></body></html>"
).encode()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def response(body: bytes = PAGE, head: bytes = HEAD) -> bytes:
    """Give what a server answered."""
    return head + b"\r\n" + body


def record(
    block: bytes,
    address: str = "https://river.example/2019/03/14/bridge",
    kind: str = "response",
    content: str = "application/http; msgtype=response",
) -> bytes:
    """Give a record of WARC."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: 2024-01-02T03:04:05Z\r\nContent-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def info() -> bytes:
    """Give the record that a WARC file begins with."""
    return record(b"software: a\r\n", "", "warcinfo", "application/warc-fields")


def gzipped(data: bytes) -> bytes:
    """Compress bytes, the same at any time, as what a test is called by must be."""
    return gzip.compress(data, mtime=0)


def packed(*records: bytes) -> bytes:
    """Compress records one by one."""
    return b"".join(map(gzipped, records))


def arc_record(
    block: bytes, address: str = "http://river.example/2019/03/14/bridge", kind: str = "text/html"
) -> bytes:
    """Give a record of ARC."""
    return f"{address} 10.0.0.1 20240102030405 {kind} {len(block)}\n".encode() + block + b"\n"


def arc_head() -> bytes:
    """Give the record that an ARC file begins with."""
    block = b"1 0 River\nURL IP-address Archive-date Content-type Archive-length\n"
    return (
        f"filedesc://a.arc 0.0.0.0 20240102030405 text/plain {len(block)}\n".encode()
        + block
        + b"\n"
    )
