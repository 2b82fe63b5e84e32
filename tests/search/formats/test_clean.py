from __future__ import annotations

import pytest

from search.formats.clean import clean, one_line


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\x0bb\x0cc", "a\fb\fc"),
        ("a\u00a0b\u2009c\u3000d\te", "a b c d e"),
        ("Vene\u00adzu\u200bela\ufeff", "Venezuela"),
        ("\x1b[31mred\x1b[0m \x9b1mbold\x9b0m", "red bold"),
        ("\x1b]0;title\x07a \x1b]8;;http://x\x1b\\b \x9d0;t\x9cc", "a b c"),
        ("\x1bPq#0\x1b\\a \x1b^pm\x1b\\b \x1b(Bc", "a b c"),
        ("open \x1b]0;never closed", "open 0;never closed"),
        ("evil\u202etxt.exe\u2066x\u2069", "eviltxt.exex"),
        ("bell\x07 back\x08 del\x7f c1\x91", "bell back del c1"),
        ("hid\u200dden", "hidden"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_only_what_can_be_shown_is_left(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_one_line_has_single_spaces() -> None:
    assert one_line("  a \n  b ") == "a b"
