"""Archives of files: ZIP, tar, and single compressed files, with what they hold read as it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.kinds import Kind

if TYPE_CHECKING:
    from search.formats.container import Container, Source
    from search.formats.kinds import OpenInner


def _closed(source: Source, name: str) -> Container:
    """Open no archive without knowing how files within it are read."""
    raise ArticleError(name, f"an archive of {source.size:,} bytes, which is read from a library")


def _open_zip(source: Source, name: str, inner: OpenInner) -> Container:
    from search.formats.archives.zip_archive import ZipArchive  # noqa: PLC0415 - few folders have one

    return ZipArchive(source, name, inner)


def _open_tar(source: Source, name: str, inner: OpenInner) -> Container:
    from search.formats.archives.tar_archive import TarArchive  # noqa: PLC0415 - likewise

    return TarArchive(source, name, inner)


def _open_packed(source: Source, name: str, inner: OpenInner) -> Container:
    from search.formats.archives.packed_file import open_packed  # noqa: PLC0415 - likewise

    return open_packed(source, name, inner)


def _is_zip(sample: bytes) -> bool:
    return sample.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def _is_tar(sample: bytes) -> bool:
    return sample[257:262] == b"ustar"


def _is_gzip(sample: bytes) -> bool:
    return sample.startswith(b"\x1f\x8b\x08")


def _is_bzip2(sample: bytes) -> bool:
    return sample.startswith(b"BZh") and sample[4:10] == b"1AY&SY"


def _is_xz(sample: bytes) -> bool:
    return sample.startswith(b"\xfd7zXZ\x00")


def _is_zstd(sample: bytes) -> bool:
    return sample.startswith(b"\x28\xb5\x2f\xfd")


KINDS = (
    Kind("a ZIP archive", (".zip",), _closed, _is_zip, streamed=True, archive=_open_zip),
    Kind("a tar archive", (".tar",), _closed, _is_tar, streamed=True, archive=_open_tar),
    Kind(
        "a gzip file", (".tar.gz", ".tgz", ".gz"), _closed, _is_gzip, streamed=True,
        archive=_open_packed,
    ),
    Kind(
        "a bzip2 file", (".tar.bz2", ".tbz2", ".bz2"), _closed, _is_bzip2, streamed=True,
        archive=_open_packed,
    ),
    Kind(
        "an xz file", (".tar.xz", ".txz", ".xz"), _closed, _is_xz, streamed=True,
        archive=_open_packed,
    ),
    Kind(
        "a zstd file", (".tar.zst", ".tzst", ".zst"), _closed, _is_zstd, streamed=True,
        archive=_open_packed, extra="warc",
    ),
)  # fmt: skip
"""What has a kind of its own, such as `.warc.gz` or `.epub`, is asked for before these."""
