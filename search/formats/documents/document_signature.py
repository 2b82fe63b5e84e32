"""Telling documents by their first bytes."""

from __future__ import annotations

_ZIP = b"PK\x03\x04"
_EPUB = (b"mimetypeapplication/epub+zip", b"META-INF/container.xml")
"""What the first file of the archive is, by the standard; programs that don't keep to it put
the file that every EPUB has anywhere."""
_PDF = b"%PDF-"
_PDF_REACH = 1024
"""Bytes before it that readers of PDF allow for."""


def is_epub(sample: bytes) -> bool:
    """Tell whether bytes begin an EPUB (OCF 3.3, 4.3)."""
    return sample.startswith(_ZIP) and any(mark in sample for mark in _EPUB)


def is_pdf(sample: bytes) -> bool:
    """Tell whether bytes begin a PDF document."""
    at = sample.find(_PDF, 0, _PDF_REACH)
    # A text that speaks of PDF has words before; what servers put there are a few bytes.
    return at == 0 or (at > 0 and b" " not in sample[:at].strip())
