from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taken_apart import Watched

from search.errors import ArticleError
from search.formats.container import BytesSource
from search.formats.encoded_source import encoded_source
from search.formats.kinds import SAMPLE

LETTERS = "Das Boot fuhr am Sonntag über den Fluß, sagte Jörg Müller – später als üblich.\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_the_encoding_of_a_text_is_found(encoding: str) -> None:
    mark = "\ufeff" if encoding.endswith(("le", "be")) else ""
    source = encoded_source(BytesSource((mark + LETTERS * 3).encode(encoding)), "a.csv")
    assert source.text(source.start, source.stop) == LETTERS * 3


def test_a_character_that_the_sample_parts_in_two_is_no_fault() -> None:
    data = b"a" * (SAMPLE - 1) + "é".encode() + b"a"
    source = encoded_source(BytesSource(data), "a.csv")
    assert source.encoding == "utf-8"
    assert source.text(SAMPLE - 2, source.stop) == "aéa"


def test_a_file_that_begins_in_ascii_may_go_on_in_another_encoding() -> None:
    source = encoded_source(BytesSource(b"a\n" * SAMPLE + "Müller".encode("cp1252")), "a.csv")
    assert source.text(2 * SAMPLE, source.stop) == "Müller"


def test_a_few_broken_characters_do_not_make_it_another() -> None:
    source = encoded_source(
        BytesSource(b"a\n" * SAMPLE + "Größe übrig".encode() + b"\xff"), "a.csv"
    )
    assert source.text(2 * SAMPLE, source.stop) == "Größe übrig\ufffd"


def test_only_the_beginning_is_read() -> None:
    watched = Watched(LETTERS.encode() * 10_000)
    encoded_source(watched, "a.csv")
    assert watched.total == SAMPLE


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"", "the file is empty"), (b"a\0b,c\n", "this is not text: it has NUL bytes")],
)
def test_what_is_no_text_is_told(data: bytes, why: str) -> None:
    with pytest.raises(ArticleError, match=rf"^a\.csv: {why}$"):
        encoded_source(BytesSource(data), "a.csv")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_told(data: bytes) -> None:
    try:
        source = encoded_source(BytesSource(data), "a.csv")
    except ArticleError:
        return
    assert isinstance(source.text(source.start, source.stop), str)
