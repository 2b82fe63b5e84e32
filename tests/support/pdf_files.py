"""PDF documents, their text drawn line by line."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEADING = 14


def draw(rows: Sequence[tuple[float, float, float, str]]) -> bytes:
    """Give what draws lines: left, up, size and text of each."""
    drawn = []
    for left, up, size, text in rows:
        safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        drawn.append(f"BT /F1 {size} Tf 1 0 0 1 {left} {up} Tm ({safe}) Tj ET")
    return "\n".join(drawn).encode("cp1252")


def pdf(
    pages: Sequence[bytes], info: Mapping[str, str] | None = None, password: str | None = None
) -> bytes:
    """Make a document of pages given by what draws them; `password` opens it if there is one."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    for content in pages:
        page = writer.add_blank_page(595, 842)
        stream = DecodedStreamObject()
        stream.set_data(content)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    writer.add_metadata({f"/{name}": value for name, value in (info or {}).items()})
    if password is not None:
        writer.encrypt(password, owner_password="owner", algorithm="RC4-128")  # noqa: S106 - of a test
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def column(
    text: Sequence[str], left: float = 50, top: float = 740, size: float = 10
) -> list[tuple[float, float, float, str]]:
    """Place lines one below the other; an empty one leaves room."""
    return [(left, top - LEADING * place, size, row) for place, row in enumerate(text) if row]
