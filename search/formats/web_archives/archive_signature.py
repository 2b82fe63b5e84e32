"""Telling web archives by their first bytes, compressed or not."""

from __future__ import annotations

import re
import zlib

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
_ENOUGH = 1024
_WARC = re.compile(rb"WARC/\d\.\d{1,2}\r?\n")
_ARC = re.compile(rb"filedesc://[^\n ]{0,500} [\d.]{1,15} \d{8,14} text/plain \d{1,9}\r?\n")


def beginning(sample: bytes) -> bytes:
    """Give the first bytes of what is compressed by gzip, else the sample; empty for a broken one."""
    if not sample.startswith(GZIP):
        return sample[:_ENOUGH]
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(sample, _ENOUGH)
    except zlib.error:
        return b""


def is_warc(sample: bytes) -> bool:
    """Tell whether bytes begin a WARC file (ISO 28500), plain or compressed by gzip."""
    return _WARC.match(beginning(sample)) is not None


def is_arc(sample: bytes) -> bool:
    """Tell whether bytes begin an ARC file, plain or compressed by gzip."""
    return _ARC.match(beginning(sample)) is not None


def is_zstd(sample: bytes) -> bool:
    """Tell whether bytes are compressed by Zstandard; what is within isn't seen."""
    return sample.startswith(ZSTD)
