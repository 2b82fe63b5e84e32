"""Web archives: what crawlers keep of the pages they have seen (WARC, ARC)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.kinds import Kind
from search.formats.web_archives.archive_signature import is_arc, is_warc, is_zstd

if TYPE_CHECKING:
    from search.formats.container import Container, Source


def _open_warc(source: Source, name: str) -> Container:
    from search.formats.web_archives.warc_file import open_warc  # noqa: PLC0415 - few folders have one

    return open_warc(source, name)


def _open_arc(source: Source, name: str) -> Container:
    from search.formats.web_archives.arc_file import open_arc  # noqa: PLC0415 - likewise

    return open_arc(source, name)


KINDS: tuple[Kind, ...] = (
    Kind(
        "a WARC archive",
        (".warc", ".warc.gz"),
        _open_warc,
        is_warc,
        signed=True,
        streamed=True,
        extra="warc",
    ),
    Kind("a WARC archive", (".warc.zst",), _open_warc, is_zstd, streamed=True, extra="warc"),
    Kind(
        "an ARC archive",
        (".arc", ".arc.gz"),
        _open_arc,
        is_arc,
        signed=True,
        streamed=True,
        extra="warc",
    ),
)
