"""The parts of a zipped document, each of bounded size whatever the archive declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError

if TYPE_CHECKING:
    import zipfile

LARGEST_PART = 32 << 20
"""Bytes of a part's XML, unpacked: some 20,000 pages."""

_MOST_PARTS = 10_000
_ENTRY = b"PK\x01\x02"


class ZippedParts:
    """The parts of a zipped document, by their names."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open it.

        Raises:
            ArticleError: it is no archive, or has too many parts; it names `path`.
        """
        import zipfile  # noqa: PLC0415 - only who has such files needs it
        from io import BytesIO  # noqa: PLC0415 - as above

        if data.count(_ENTRY) > _MOST_PARTS:
            raise ArticleError(path, f"it has more than {_MOST_PARTS:,} parts")
        self._path = path
        try:
            self._zip: zipfile.ZipFile = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise ArticleError(path, "this is a damaged document: its archive is broken") from error

    def part(self, name: str) -> bytes | None:
        """Give a part, None if there is none; raise ArticleError if it is broken or too large."""
        import lzma  # noqa: PLC0415 - as above
        import zipfile  # noqa: PLC0415 - as above
        import zlib  # noqa: PLC0415 - as above

        try:
            with self._zip.open(name) as part:
                data = part.read(LARGEST_PART + 1)
        except KeyError:
            return None
        except RuntimeError as error:
            raise ArticleError(self._path, "it is locked with a password") from error
        except (
            zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError,
        ) as error:  # fmt: skip
            raise ArticleError(
                self._path, f"this is a damaged document: {name} is broken"
            ) from error
        if len(data) > LARGEST_PART:
            raise ArticleError(
                self._path, f"{name} is larger than {LARGEST_PART >> 20} MB, unpacked"
            )
        return data
