from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.text.clean import clean, one_line

SCOTLAND = "🏴" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbsct") + "\U000e007f"
SMUGGLED = "".join(chr(0xE0000 + ord(letter)) for letter in "rm -rf")
ZALGO = "".join(letter + "\u0302\u0316\u0489" * 12 for letter in "zalgo")


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\x0bb\x0cc", "a\fb\fc"),
        ("a\u00a0b\u2009c\u3000d\te", "a b c d e"),
        ("Vene\u00adzu\u200bela\ufeff", "Venezuela"),
        ("seems\u3164 \u115fempty\u2800", "seems empty "),
        ("\x1b[31mred\x1b[0m \x9b1mbold\x9b0m \x1b(Bplain", "red bold plain"),
    ],
)
def test_what_merely_dresses_text_or_is_not_seen_is_dropped(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("wiped\x1b[2J away \x9b2J", "wiped� away �"),
        ("\x1b]0;title\x07a \x1b]8;;http://x\x1b\\b \x9d0;t\x9cc", "�a �b �c"),
        ("copied\x1b]52;c;cm0gLXJm\x07", "copied�"),
        ("\x1bPq#0\x1b\\a \x1b^pm\x1b\\b \x1b_apc\x1b\\c \x1bXsos\x1b\\d", "�a �b �c �d"),
        ("\x90dcs\x9c \x98sos\x9c \x9epm\x9c \x9fapc\x9c", "� � � �"),
        ("open \x1b]0;never closed", "open �0;never closed"),
        ("\x1b\x1b[2J[2J", "�[2J"),
        ("bell\x07 back\x08 del\x7f c1\x91 nul\0", "bell� back� del� c1� nul�"),
        ("\x9bquoted\x8b by Windows-1252", "�quoted� by Windows-1252"),
        ("evil\u202etxt.exe", "evil�txt.exe"),
        ("one\ud800 \ud83d\udc4d two \udfff\ud800", "one� 👍 two �"),
        (
            "private \ue000\ue001 and \U000f0000, no character \ufdd0\uffff \u0378",
            "private � and �, no character � �",
        ),
    ],
)
def test_what_would_have_acted_or_cannot_be_read_leaves_a_mark(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_direction_may_be_marked_but_neither_turned_round_nor_left_open() -> None:
    assert clean("said \u2068שלום\u2069 and \u202bسلام\u202c\u200f") == "said שלום and سلام"
    assert clean("left \u2067open\nnext \u202aline \u2069") == "left �open\nnext �line "
    assert clean("\u2066one \u202ain the other\u2069\u202c") == "one in the other"


def test_joiners_stay_where_a_script_or_an_emoji_needs_them() -> None:
    for spelt in (
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d🚀",
        "🏳\ufe0f\u200d🌈",
        "❤\ufe0f\u200d🔥",
        "ه\u200d",
    ):
        assert clean(spelt) == spelt
    assert clean("hid\u200dden сан\u200cкции 制\u200d裁 ש\u200dלום") == "hidden санкции 制裁 שלום"
    assert clean("👍\u200d end\u200d 👍") == "👍 end 👍"


def test_selectors_stay_where_they_choose_a_form() -> None:
    for spelt in ("❤\ufe0f", "1\ufe0f\u20e3", "☎\ufe0e", "葛\U000e0100城", "ᠨ\u180b", SCOTLAND):
        assert clean(spelt) == spelt
    assert clean("wo\ufe0frd\ufe00") == "word"


def test_what_is_spelt_in_tags_and_selectors_leaves_a_mark() -> None:
    assert clean(f"nothing here{SMUGGLED}.") == "nothing here�."
    assert clean("🏴" + SMUGGLED) == "🏴�"
    assert clean("😀" + "".join(chr(0xE0100 + byte) for byte in b"secret")) == "😀�"


def test_accents_are_piled_up_no_higher_than_scripts_do() -> None:
    low = clean(ZALGO)
    assert low == "".join(letter + ("\u0302\u0316\u0489" * 3)[:8] for letter in "zalgo")
    thai = "ก" + "\u0e49" * 100
    assert clean(thai) == "ก" + "\u0e49" * 3
    for spelt in ("Việt Nam ẹ̀̂", "בְּרֵאשִׁ֖ית", "ཧཱུྃ", "ที่นี่", "قُلْتُّ", "हिन्दी"):
        assert clean(unicodedata.normalize("NFD", spelt)) == unicodedata.normalize("NFD", spelt)


HARD = (
    "\x1b[]PX^_\x07\\m031;\x9b\x9d\x90\x9c\x98 \n\r\f\t\u202a\u202b\u202c\u202d\u202e\u2066\u2067"
    "\u2068\u2069\u200b\u200c\u200d\u200e\u061c\ufe0e\ufe0f\ufe00\U000e0100\U000e0101\ufffd\u034f"
    "\u115f\u2800\u180b\u1820\u0f71\U0001d165\U0001d173\ufff9\u0600B(ab1\ue000\U000f0000\u0378\uffff"
    "\ufdd0\ud83d\ude00👩🏽❤\u0301\u0300\u0316\u0651\u064e\u0e49\u0e34بक\u094d漢" + SCOTLAND
)
ANY = st.one_of(
    st.text(st.characters(codec=None)),
    st.text(st.one_of(st.sampled_from(HARD), st.characters(codec=None)), max_size=40),
    st.text(st.sampled_from(HARD), max_size=40),
)
SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"


@given(ANY)
@example("\u0628\u200c\u200d\u0628")
def test_of_any_text_nothing_forbidden_is_left_and_clean_text_stays(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    for character in cleaned.replace(SCOTLAND, ""):
        category = unicodedata.category(character)
        assert category not in {"Cs", "Co", "Cn", "Zl", "Zp"}
        assert category != "Cc" or character in "\n\f"
        assert category != "Cf" or character in "\u200c\u200d" + SIGNS
        assert category != "Zs" or character == " "


def test_one_line_has_single_spaces() -> None:
    assert one_line("  a \n  b ") == "a b"
