from __future__ import annotations

import pytest

from search.errors import ArticleError
from search.formats.web.html_encoding import decode_page

TEXT = "<p>Übung macht den Meister – sagte Łukasz"


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("<p>Flut für alle".encode("cp1252"), "iso-8859-1", "<p>Flut für alle"),
        ('<meta charset="windows-1251"><p>Прилив'.encode("cp1251"), None, '<meta charset="windows-1251"><p>Прилив'),
        ("<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>潮".encode("cp932"), None,
         "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>潮"),
        ('<?xml version="1.0" encoding="koi8-r"?><p>Порт'.encode("koi8-r"), None,
         '<?xml version="1.0" encoding="koi8-r"?><p>Порт'),
        (f'<meta charset="iso-8859-1">{TEXT}'.encode(), None, f'<meta charset="iso-8859-1">{TEXT}'),
        (f'<meta charset="utf-8">{TEXT}'.encode("utf-16"), None, f'<meta charset="utf-8">{TEXT}'),
        (TEXT.encode(), "koi8-r", TEXT),
        ("<p>“curly”".encode("cp1252"), "latin1", "<p>“curly”"),
        ("<meta charset=iso-2022-jp>潮".encode("iso2022_jp"), None, "<meta charset=iso-2022-jp>潮"),
        (TEXT.encode(), "rot13", TEXT),
        (b'<meta charset="unicode_escape">\\x41', None, '<meta charset="unicode_escape">\\x41'),
        (b"<p>a\0b", None, "<p>ab"),
    ],
)  # fmt: skip
def test_a_page_is_decoded_as_browsers_do(data: bytes, charset: str | None, text: str) -> None:
    assert decode_page(data, "a.html", charset) == text


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\0\0", bytes(range(256)) * 9])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError):
        decode_page(data, "a.html")
