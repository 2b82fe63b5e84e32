from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import QueryError
from search.highlight import Highlighter
from search.highlight.spans import near, phrase_spans
from search.query import Fuzzy, Phrase, Prefix, Term, Wildcard, parse, word_test
from search.text import Span, merge, tokenize

WORDS = ["the", "armed", "forces", "guaido", "Guaidó’s", "sanctions", "U.S.", "委内", "“", ".", " "]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80)
PIECES = [*'()"|-*?', "armed ", "forces ", "guaido", "sanct*", "OR ", '"armed forces"~2', "委", " "]
QUERIES = st.lists(st.sampled_from(PIECES), max_size=10).map("".join) | st.text(max_size=30)


def lit(query: str, text: str) -> list[str]:
    return [text[start:stop] for start, stop in Highlighter(parse(query)).spans(text)]


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("guaido", "Mr Guaidó and GUAIDO’s men", ["Guaidó", "GUAIDO"]),
        ("sanction", "Sanctioned by sanctions", ["Sanctioned", "sanctions"]),
        ('"sanctions"', "Sanctioned by sanctions", ["sanctions"]),
        (
            '"armed forces"',
            "armed men, armed\u00a0forces; Armed forces",
            ["armed\u00a0forces", "Armed forces"],
        ),
        (
            "self-declared",
            "a self-declared, self declaring man",
            ["self-declared", "self declaring"],
        ),
        ('"forces armed"~1', "armed and forces", ["armed and forces"]),
        ('"forces armed"~1', "armed forces, armed", ["armed forces, armed"]),
        ('"armed forces"~1', "armed forces forces", ["armed forces"]),
        ('"a a"', "a a a", ["a a a"]),
        ("defect* wom?n maduro~", "Defections of women, Madura", ["Defections", "women", "Madura"]),
        ("maduro -pompeo", "Maduro met Pompeo", ["Maduro"]),
        ("maduro OR pompeo", "Maduro met Pompeo", ["Maduro", "Pompeo"]),
        ("title:maduro", "Maduro", []),
        ("source:dw", "DW", []),
        ("", "Maduro", []),
        ("委内", "委内瑞拉", ["委内"]),
    ],
)
def test_lights_what_the_query_means(query: str, text: str, shown: list[str]) -> None:
    assert lit(query, text) == shown


def test_a_title_lights_for_fields_that_look_in_titles() -> None:
    highlighter = Highlighter(parse("title:maduro pompeo"))

    assert highlighter.spans("Maduro, Pompeo", "title") == ((0, 6), (8, 14))
    assert highlighter.spans("Maduro, Pompeo", "body") == ((8, 14),)


@given(QUERIES, TEXTS)
def test_spans_lie_in_the_text_in_order_and_apart(query: str, text: str) -> None:
    try:
        highlighter = Highlighter(parse(query))
    except QueryError:
        return
    last = 0
    for start, stop in highlighter.spans(text):
        assert last <= start < stop <= len(text)
        last = stop


def shortest(forms: list[str], wanted: list[str], slop: int) -> list[tuple[int, int]]:
    """Every stretch, tried out: those that hold all words, and hold no other such stretch."""
    need = Counter(wanted)
    holding = [
        (i, j - 1) for i, j in combinations(range(len(forms) + 1), 2) if need <= Counter(forms[i:j])
    ]
    return sorted(
        (i, j)
        for i, j in holding
        if j - i + 1 - len(wanted) <= slop
        and not any((a, b) != (i, j) and i <= a and b <= j for a, b in holding)
    )


@given(
    st.lists(st.sampled_from("abc"), max_size=12),
    st.lists(st.sampled_from("abc"), min_size=1, max_size=4),
    st.integers(0, 5),
)
def test_near_finds_the_shortest_stretches(forms: list[str], wanted: list[str], slop: int) -> None:
    assert list(near(forms, wanted, slop)) == shortest(forms, wanted, slop)


SPACES = [" ", "\u00a0", "\u2028", "\u3000", "\x1c", "\t"]
SPACED = st.lists(
    st.sampled_from([*WORDS, "l'armed", "dell'Italia", "1,500.25", "צה״ל", "إن", "don't", *SPACES])
).map("".join)


@given(text=SPACED | st.text(max_size=80), query=QUERIES)
def test_pieces_read_one_by_one_have_the_matches_of_the_text(text: str, query: str) -> None:
    try:
        root = parse(query).root
    except QueryError:
        return
    leaves = [root] if isinstance(root, Term | Prefix | Wildcard | Fuzzy | Phrase) else []
    tokens = list(tokenize(text))
    expected: list[Span] = []
    for leaf in leaves:
        if isinstance(leaf, Phrase):
            expected.extend(phrase_spans(leaf, tokens))
        else:
            test = word_test(leaf)
            expected.extend(Span(t.start, t.stop) for t in tokens if test(t.form))
    if leaves and leaves[0].field is None:
        assert Highlighter(parse(query)).spans(text) == merge(expected)
