from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text import (
    CAPITALS,
    HASHED,
    JOINED,
    is_variant,
    joined_forms,
    sought_forms,
    tokenize,
    with_variants,
)

MARKS = {JOINED: "joined", CAPITALS: "capitals", HASHED: "hash"}


def variants(text: str) -> list[tuple[str, str, str]]:
    """Give each variant's kind, its form, and what it stands for."""
    return [
        (MARKS[token.form[-1]], token.form[:-1], text[token.start : token.stop])
        for token in with_variants(text)
        if is_variant(token.form)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a re-election", [("joined", "reelection", "re-election")]),
        ("non\u2011stop", [("joined", "nonstop", "non\u2011stop")]),
        ("N'Dour and D’Amato's", [("joined", "ndour", "N'Dour"), ("joined", "damato", "D’Amato")]),
        ("Sana'a", [("joined", "sanaa", "Sana'a")]),
        ("they'll don't I'd Ann's", []),
        ("rock 'n' roll, end-\nline well - not", []),
        ("25,000 12'234'567", [
            ("joined", "25000", "25,000"), ("joined", "12234567", "12'234'567")
        ]),
        ("1.250,75", [("joined", "1250,75", "1.250,75")]),
        ("12\u202f500", [("joined", "12500", "12\u202f500")]),
        ("1,25 18:38 2.10.4 12\u00a0men", []),
        ("Århus", [("joined", "aarhus", "Århus")]),
        ("Đukić Jäger Søren", [
            ("joined", "djukic", "Đukić"), ("joined", "jaeger", "Jäger"), ("joined", "soeren", "Søren")
        ]),
        ("café señor", []),
        ("می\u200cرود", [("joined", "ميرود", "می\u200cرود")]),
        ("the US, U.S. and us", [("capitals", "us", "US"), ("capitals", "us", "U.S")]),
        ("a US-led WHO's NATO", [
            ("capitals", "us", "US"), ("joined", "usled", "US-led"), ("capitals", "who", "WHO")
        ]),
        ("#Brexit a#b #2", [("hash", "brexit", "Brexit"), ("hash", "2", "2")]),
    ],
)  # fmt: skip
def test_how_else_a_word_may_be_sought(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(kind, form, said.rstrip(".")) for kind, form, said in variants(text)]
    assert found == [(kind, form, said.rstrip(".")) for kind, form, said in expected]


def test_pairs_are_joined_and_the_whole_of_up_to_four_words() -> None:
    joined = [form for _, form, _ in variants("state-of-the-art")]
    assert joined == ["stateof", "stateoftheart", "ofthe", "theart"]
    assert [form for _, form, _ in variants("a-b-c-d-e")] == ["ab", "bc", "cd", "de"]


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("e-mail", ("email",)),
        ("O'Neill", ("oneill",)),
        ("Müller", ("mueller",)),
        ("10,000", ("10000",)),
        ("COVID-19", ("covid19",)),
        ("word", ()),
        ("two words", ()),
        ("...", ()),
    ],
)
def test_what_a_whole_word_may_be_written_as(written: str, forms: tuple[str, ...]) -> None:
    assert joined_forms(written) == forms


@given(st.text("aBUS1,.'-#’ äđ\u00a0\u200c港가", max_size=30))
def test_words_are_as_without_variants_and_variants_stand_at_words(text: str) -> None:
    found = list(with_variants(text))
    words = [token for token in found if not is_variant(token.form)]
    assert words == list(tokenize(text))
    assert len(set(found)) == len(found)
    starts = {token.start for token in words}
    stops = {token.stop for token in words}
    for token in found:
        assert token.start in starts
        assert token.stop in stops
        assert len(token.form) > is_variant(token.form)


@given(st.text("aUSus1,'-#äđ.", min_size=1, max_size=12))
def test_a_chunk_has_the_forms_of_its_words(chunk: str) -> None:
    assert sought_forms(chunk) == tuple(token.form for token in with_variants(chunk))
