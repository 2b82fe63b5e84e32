"""RTF documents."""

from __future__ import annotations

import pytest
from exports import rich_text
from hypothesis import given
from hypothesis import strategies as st

from search.errors import ArticleError
from search.formats.office.rich_text import read_rich_text


def read(body: str, head: str = r"{\rtf1\ansi\ansicpg1252 ") -> list[str]:
    return [
        one.text for one in read_rich_text((head + body + "}").encode("latin-1"), "a").paragraphs
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"a\b  b\b0 c", ["a bc"]),
        (r"a\par b\line c\par", ["a", "b", "c"]),
        (r"caf\'e9 \u8364?5 \u-3913?", ["café €5 \uf0b7"]),
        (r"\uc0\u8364 5", ["€5"]),
        (r"\uc2\u8364\'80\'805", ["€5"]),
        (r'{\field{\*\fldinst HYPERLINK "http://a.example"}{\fldrslt Headline}}', ["Headline"]),
        (r"{\header Page 1\par}{\*\unknown x{y}}{\pict\bin3 {}}}a", ["a"]),
        (r"a{\v hidden}b\v no\v0 c", ["abc"]),
        (r"\ldblquote a\rdblquote\emdash\~b\{c\}\\", ["“a”— b{c}\\"]),
        ("a\\\nb", ["a", "b"]),
        (r"{\fonttbl{\f0\fnil Arial;}{\f1\fnil\fcharset204 Arial Cyr;}}\f1 \'cc\'e8\'f0\f0  \'e9", ["Мир é"]),
        (r"\trowd\cellx1\cellx2\intbl a\cell b\par c\cell\row\pard d", ["a\tb", "c", "d"]),
        (r"\trowd\intbl a\cell b", ["a\tb"]),
        ("a}}}}{{{b", ["ab"]),
        (r"\u55357?\u56832?", ["\ud83d\ude00"]),
    ],
)  # fmt: skip
def test_text_is_what_a_reader_sees(body: str, text: list[str]) -> None:
    assert [one for one in read(body) if one] == text


def test_letters_of_several_bytes_are_one() -> None:
    assert read(r"\'93\'fa\'96\'7b", r"{\rtf1\ansi\ansicpg932 ") == ["日本"]


def test_a_mac_document_is_read_by_its_own_letters() -> None:
    assert read(r"caf\'8e", r"{\rtf1\mac ") == ["café"]


def test_properties_are_read() -> None:
    data = rb"{\rtf1\ansi{\info{\title Ferries stay}{\author Jane Doe}{\creatim\yr2020}}a}"
    document = read_rich_text(data, "a")
    assert (document.title, document.creator) == ("Ferries stay", "Jane Doe")
    assert [one.text for one in document.paragraphs] == ["a"]


def test_headings_have_a_level() -> None:
    [first, second] = read_rich_text(
        rb"{\rtf1\pard\outlinelevel0 a\par\pard b\par}", "a"
    ).paragraphs
    assert (first.part, second.part) == ("heading", "paragraph")


def test_a_document_nested_without_end_is_told_in_a_line() -> None:
    with pytest.raises(ArticleError, match="nest deeper"):
        read("{" * 3_000)


@given(
    st.lists(
        st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=30).map(str.strip)
    )
)
def test_what_was_written_is_read(lines: list[str]) -> None:
    document = read_rich_text(rich_text(lines), "a")
    kept = [" ".join(one.text.split()) for one in document.paragraphs]
    assert [one for one in kept if one] == [
        said for one in lines if (said := " ".join(one.split()))
    ]


@given(st.binary(max_size=200), st.integers(0, 60))
def test_nothing_is_too_broken_to_be_read(noise: bytes, place: int) -> None:
    whole = rich_text(["Ferries stay", "in the harbour"])
    read_rich_text(whole[:place] + noise + whole[place:], "a")
