import tracemalloc
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text import count_words, fold, tokenize


def forms(text: str) -> list[str]:
    return [token.form for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Guaidó’s self-declared U.S. envoy", ["guaido", "self", "declared", "us", "envoy"]),
        ("don't, don’t", ["don't", "don't"]),
        ("1,500.25 at 18:38 on 11/05", ["1,500.25", "at", "18:38", "on", "11", "05"]),
        ("l'État", ["l", "etat"]),
        ("NICOLÁS Straße Łódź", ["nicolas", "strasse", "lodz"]),
        ("委内瑞拉", ["委", "内", "瑞", "拉"]),
        ("カガ", ["カ", "ガ"]),
        ("か\u3099", ["が"]),
        ("ｶﾞ", ["ガ"]),
        ("人々は二〇一九年", ["人", "々", "は", "二", "〇", "一", "九", "年"]),
        ("กำลัง", ["ก", "\u0e4dา", "ลั", "ง"]),
        ("SK가 2019년에", ["sk", "가", "2019", "년에"]),
        (unicodedata.normalize("NFD", "대통령은"), ["대통령은"]),
        ("dell’Italia, qu'Emmanuel", ["dell", "italia", "qu", "emmanuel"]),
        ("Jusqu’aujourd’hui", ["jusqu", "aujourd'hui"]),
        ("all's well", ["all", "well"]),
        ('צה"ל וצה״ל', ["צהל", "וצהל"]),
        ('ב"הארץ"', ["ב", "הארצ"]),
        ("राष्ट्र", ["राष्ट्र"]),
        ("العُقُوبات", ["العقوبات"]),
        ("1.5.6a", ["1.5", "6a"]),
        ("U.S.A", ["u", "s", "a"]),
        ("snake_case — … !", ["snake", "case"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert forms(text) == words


def test_a_joiner_hides_no_word() -> None:
    assert [token.form for token in tokenize("مر\u200dحبا क्\u200dष")] == ["مرحبا", "क्ष"]


def test_a_possessive_ending_is_no_part_of_the_word() -> None:
    text = "Maduro’s"

    (token,) = tokenize(text)

    assert text[token.start : token.stop] == "Maduro"


@given(st.text(max_size=200))
def test_a_token_stands_where_it_says(text: str) -> None:
    last = 0
    for token in tokenize(text):
        assert last <= token.start < token.stop <= len(text)
        written = text[token.start : token.stop]
        assert token.form == fold(written[:64]).removesuffix("'s") or token.form == fold(
            written
        ).replace(".", "")
        last = token.stop


@given(st.text(max_size=200))
def test_no_letter_or_digit_is_lost(text: str) -> None:
    covered = {i for token in tokenize(text) for i in range(token.start, token.stop)}
    lost = {i for i, c in enumerate(text) if c.isalnum()} - covered

    # The s of a possessive, and what only marks (folding drops it whole), aren't searched.
    assert all(text[i] in "sSſ" or not fold(text[i]) for i in lost)


def test_what_is_elided_stands_where_it_says() -> None:
    text = "nell’Italia"

    assert [text[token.start : token.stop] for token in tokenize(text)] == ["nell", "Italia"]


@pytest.mark.parametrize("letter", ["x", "ש", "한"])
def test_an_endless_word_costs_no_more_than_a_few_copies_of_it(letter: str) -> None:
    text = letter * 1_000_000
    tracemalloc.start()
    assert forms(text) == [letter * 64]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * len(text)


def test_endless_abbreviations_and_numbers_are_read_part_by_part() -> None:
    """Each part read to the end of all would take hours."""
    assert sum(1 for _ in tokenize(".a" * 200_000)) == 200_000
    assert [token.form for token in tokenize("1." * 20 + "a")] == ["1" + ".1" * 16, "1.1.1", "a"]
    assert sum(1 for _ in tokenize("1." * 200_000 + "a")) == 11_766


@pytest.mark.parametrize(
    "text", ["", "It's the U.S., 1,500 of self-declared x's.", "委内瑞拉 SK가"]
)
def test_words_are_counted_as_they_are_parted(text: str) -> None:
    assert count_words(text) == len(list(tokenize(text)))
