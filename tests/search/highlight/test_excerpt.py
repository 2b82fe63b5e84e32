import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from search.article import Article, ArticleId, Block
from search.highlight import Highlighter, excerpt
from search.query import parse

PIECES = ["guaido", "Guaidó’s", "talks", "x" * 50, "委", ".", "เมื่อวานนี้" * 9]
BLOCKS = st.lists(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map(" ".join), max_size=4
)


def article(*paragraphs: str, title: str | None = None) -> Article:
    blocks = tuple(Block("paragraph", text) for text in paragraphs)
    return Article(ArticleId("0" * 16), "one.txt", blocks, title)


def test_shows_the_piece_with_most_matches_and_counts_all() -> None:
    told = article(
        "Guaidó spoke. " + "Nothing else was said. " * 20,
        "Nobody spoke. " * 20 + "Then Guaidó met Guaidó. " + "Nobody listened. " * 20,
        title="Guaidó speaks",
    )

    piece, count = excerpt(told, Highlighter(parse("guaido")), 80)

    assert count == 4
    assert piece.text.startswith("…")
    assert piece.text.endswith("…")
    assert [piece.text[a:b] for a, b in piece.spans] == ["Guaidó", "Guaidó"]


def test_without_a_match_in_the_story_shows_its_beginning() -> None:
    told = article("Talks began. They failed.", title="Guaidó speaks")

    piece, count = excerpt(told, Highlighter(parse("guaido")))

    assert (piece.text, piece.spans, count) == ("Talks began. They failed.", (), 1)


def test_boilerplate_is_neither_shown_nor_counted() -> None:
    told = Article(ArticleId("0" * 16), "one.txt", (Block("boilerplate", "Guaidó newsletter"),))

    piece, count = excerpt(told, Highlighter(parse("guaido")))

    assert (piece.text, piece.spans, count) == ("", (), 0)


@given(BLOCKS, st.integers(10, 120), st.sampled_from(["guaido", '"guaido talks"', "guaido talks"]))
def test_an_excerpt_keeps_its_length_and_its_matches(
    paragraphs: list[str], length: int, query: str
) -> None:
    told = article(*paragraphs)
    highlighter = Highlighter(parse(query))

    piece, count = excerpt(told, highlighter, length)

    assert len(piece.text) <= length + 2
    assert count == sum(len(highlighter.spans(text)) for text in paragraphs)
    last = 0
    for start, stop in piece.spans:
        assert last <= start < stop <= len(piece.text)
        last = stop
    if count:
        assert piece.spans
    assert any(piece.text.strip("…") in text for text in (*paragraphs, ""))


@given(st.lists(st.sampled_from(["กำ", "ลั่", "ที่", "र्ष", "नी"]), min_size=30, max_size=60), st.data())
def test_a_letter_keeps_its_marks_where_an_excerpt_is_cut(
    syllables: list[str], data: st.DataObject
) -> None:
    sought = data.draw(st.sampled_from(syllables))
    text = "".join(syllables)

    piece, _ = excerpt(article(text), Highlighter(parse(sought)), data.draw(st.integers(10, 30)))

    shown = piece.text.strip("…")
    following = {
        text[at + len(shown) :][:1] for at in range(len(text)) if text.startswith(shown, at)
    }
    assert not unicodedata.category(shown[0]).startswith("M")
    assert any(not c or not unicodedata.category(c).startswith("M") for c in following)
