from __future__ import annotations

import codecs

import pytest

from search.errors import ArticleError
from search.formats.decode import decode

TEXT = "Guaidó spoke in Caracas – “peacefully”, he said.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
    ],
)
def test_a_mark_tells_the_encoding_and_is_not_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "a.txt") == TEXT


def test_an_old_encoding_is_detected() -> None:
    text = (
        "Le président a été élu après une journée très agitée à Besançon, où des élèves "
        "protestaient. « C’est déjà ça », a déclaré la maire, arrivée tôt à l'hôtel de ville.\n"
    )
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_utf8_cut_short_in_a_character_is_still_utf8() -> None:
    data = ("Čeština " * 40).encode() + "ž".encode()[:1]
    assert decode(data, "a.txt").rstrip("\ufffd") == "Čeština " * 40


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t", "the file is empty"),
        (b"%PDF-1.7\n%", "this is a PDF document, not text"),
        (b"PK\x03\x04rest", "this is a ZIP archive, not text"),
        (b"text\0text", "this is not text: it has NUL bytes"),
        (b"\x01\x02\x03\x04 a", "this is not text: too many control characters"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError) as refused:
        decode(data, "a.txt")
    assert str(refused.value) == f"a.txt: {reason}"
