"""The bytes of a text file of any size, with the encoding that all of it is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.container import BytesSource, Unpacked
from search.formats.decode import encoding_of, marked_encoding
from search.formats.kinds import SAMPLE
from search.formats.limits import LARGEST_WHOLE
from search.untrusted import decoded

if TYPE_CHECKING:
    from search.formats.container import Container, Source

_FIRST_OF_SEVERAL = 0xC0
_FIRST_BEYOND_ASCII = 0x80
_LONGEST_CHARACTER = 4


@dataclass(frozen=True, slots=True)
class EncodedSource:
    """The bytes of a text file, in an encoding that has all of ASCII's characters as they are.

    Attributes:
        start: where the text begins, after a byte order mark.
        encoding: what `decoded` takes.
    """

    source: Source
    start: int
    encoding: str

    @property
    def stop(self) -> int:
        """Where it ends."""
        return self.source.size

    def unpacked(self, file: Source, inner: Container) -> Container:
        """Give a container of this text as one of the file that it was read from."""
        return inner if self.source is file else Unpacked(self.source, inner)

    def read(self, start: int, stop: int) -> bytes:
        """Give the bytes from one place up to another; raise ArticleError."""
        return self.source.read(start, stop)

    def text(self, start: int, stop: int) -> str:
        """Give the text between two places; raise ArticleError."""
        return self.text_of(self.read(start, stop))

    def text_of(self, data: bytes) -> str:
        """Give the text of some of the bytes; what doesn't fit is Windows-1252, or U+FFFD.

        A file that begins in ASCII passes for UTF-8, whatever comes later.
        """
        text = decoded(data, self.encoding) or ""
        if self.encoding == "utf-8" and "\ufffd" in text and not _is_nearly_utf8(data, text):
            text = decoded(data, "cp1252") or text
        return text


def encoded_source(source: Source, name: str) -> EncodedSource:
    """Tell the encoding of a text file by its beginning.

    UTF-16 and UTF-32 are read whole and given as UTF-8, so places are not those in the file then.
    Raises ArticleError, which names `name`: it is empty, no text, or too large for that.
    """
    sample = source.read(0, SAMPLE)
    if not sample.strip():
        raise ArticleError(name, "the file is empty")
    if marked := marked_encoding(sample):
        start, encoding = marked
        if encoding == "utf-8":
            return EncodedSource(source, start, encoding)
        if source.size > LARGEST_WHOLE:
            why = f"larger than {LARGEST_WHOLE >> 20} MB: only UTF-8 is read in pieces"
            raise ArticleError(name, why)
        text = decoded(source.read(start, source.size), encoding) or ""
        return EncodedSource(BytesSource(text.encode("utf-8", "replace")), 0, "utf-8")
    if b"\0" in sample:
        raise ArticleError(name, "this is not text: it has NUL bytes")
    if len(sample) < source.size:
        sample = _whole_characters(sample)
    return EncodedSource(source, 0, encoding_of(sample, name))


def _whole_characters(sample: bytes) -> bytes:
    """Give bytes without what may be half a character of UTF-8 at their end."""
    for back in range(1, min(_LONGEST_CHARACTER, len(sample)) + 1):
        byte = sample[-back]
        if byte < _FIRST_BEYOND_ASCII:
            break
        if byte >= _FIRST_OF_SEVERAL:
            return sample[:-back]
    return sample


def _is_nearly_utf8(data: bytes, text: str) -> bool:
    """Tell whether more than the broken characters of a text are right in UTF-8."""
    faults = text.count("\ufffd")
    return len(data) - len(text) > faults
