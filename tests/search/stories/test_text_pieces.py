"""Reading a text by its pieces tells what reading it word by word does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from search.stories.text_pieces import pieces
from search.text import is_stop, sentences, stem, tokenize

BITS = st.sampled_from(
    [
        *["the", "Envoy", "Carlos", "Guaidó’s", "U.S.", "WHO", "us", "self-declared", "1,500.25"],
        *[
            "said",
            "e.g.",
            "don't",
            "字字",
            "“",
            "”",
            "—",
            ".",
            ",",
            "!",
            "。",
            "(",
            ")",
            "\n",
            "\u00a0",
        ],
    ]
)
TEXTS = st.lists(BITS | st.just(" ") | st.text(max_size=3), max_size=30).map("".join)


@settings(deadline=None)
@given(TEXTS)
def test_gives_the_content_words_in_order(text: str) -> None:
    found, *_ = pieces(text)

    read = [(token, text[token.start : token.stop]) for token in tokenize(text)]
    telling = [(stem(token.form), form) for token, form in read if not is_stop(token.form, form)]
    assert [word for piece in found for word in piece.words] == telling
    assert sum(piece.count for piece in found) == len(read)


@settings(deadline=None)
@given(TEXTS)
def test_tells_the_words_that_begin_a_sentence(text: str) -> None:
    found, begins, spans = pieces(text)

    assert spans == sentences(text)
    starts = {span.start for span in spans}
    opening = [
        text[token.start : token.stop]
        for token in tokenize(text)
        if token.start in starts and not is_stop(token.form, text[token.start : token.stop])
    ]
    assert [found[i].words[0][1] for i in begins if found[i].opening] == opening


def test_tells_which_words_reach_to_the_edge_of_a_piece() -> None:
    (said, envoy, carlos, quoted), *_ = pieces('Said Envoy Carlos "Vecchio"')

    assert said.head is None  # a stop word
    assert envoy.head == envoy.tail == ("envoy", "Envoy")
    assert envoy.alone
    assert carlos.tail == ("carlo", "Carlos")
    assert (quoted.head, quoted.tail) == (None, None)


def test_stems_by_the_rules_of_the_language() -> None:
    (und, houses), *_ = pieces("und Katzen", "de")

    assert und.words == ()
    assert houses.words == ((stem("katzen", "de"), "Katzen"),)
    assert stem("katzen", "de") != stem("katzen")


def test_a_piece_is_read_once() -> None:
    (first, _, again), *_ = pieces("embassy or embassy")

    assert first is again
