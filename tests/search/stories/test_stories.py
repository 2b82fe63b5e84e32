from datetime import date

import pytest

from search.article import Article, ArticleId, Block
from search.stories import TermVector, days_apart, profile, shared_words, term_vector

STORIES = {
    "envoy": (
        "Opposition leader Juan Guaidó told his envoy Carlos Vecchio to meet the Southern Command."
        " A letter to the Southern Command followed."
    ),
}


def article(text: str, title: str | None = None, kind: str = "paragraph") -> Article:
    block = Block("caption" if kind == "caption" else "paragraph", text)
    return Article(ArticleId("0" * 16), "one.txt", (block,), title)


def test_weighs_title_over_lead_over_the_rest() -> None:
    filler = " ".join(["word"] * 120)

    vector = term_vector(article(f"envoy {filler} diplomat", title="Embassy"))

    weights = {term.stem: term.weight for term in vector.terms}
    assert (weights["embassi"], weights["envoy"], weights["diplomat"]) == (3.0, 1.6, 1.0)


def test_shows_names_as_they_are_written() -> None:
    shown = {term.stem: term.shown for term in term_vector(article(STORIES["envoy"])).terms}

    assert shown["guaido"] == "Juan Guaidó"
    assert shown["command"] == shown["southern"] == "Southern Command"
    assert shown["letter"] == "letter"


def test_keeps_the_heaviest_terms_only() -> None:
    text = " ".join(f"word{i}" for i in range(500)) + " word7 word7"

    vector = term_vector(article(text))

    assert len(vector.terms) == 120
    assert vector.terms[0].stem == "word7"


def test_an_article_without_words_has_no_terms() -> None:
    nothing = Article(ArticleId("0" * 16), "one.txt", ())

    assert term_vector(nothing) == TermVector(())
    assert profile(nothing, TermVector(())) == ()


def test_an_article_dwells_on_its_names_more_than_on_its_words() -> None:
    told = article("The letter to Guaidó in 2019 was read aloud. A letter followed. So it went.")

    profile_terms = profile(told, term_vector(told))

    weights = {stem: weight for stem, weight, _ in profile_terms}
    assert weights["guaido"] == weights["2019"] == pytest.approx(1.6 * 1.69)
    assert weights["letter"] == 3.2
    assert [(stem, name) for stem, _, name in profile_terms][:3] == [
        ("letter", False),
        ("guaido", True),
        ("2019", True),
    ]


@pytest.mark.parametrize(("words", "kept"), [(100, 24), (250, 58), (900, 80)])
def test_a_longer_story_keeps_more_up_to_a_point(words: int, kept: int) -> None:
    told = article(" ".join(f"word{i:03}" for i in range(words))[: words * 7])

    assert len(profile(told, term_vector(told))) == kept


SHOWN = {"guaido": "Juan Guaidó", "juan": "Juan Guaidó", "letter": "letter", "vote": "votes"}


def test_names_what_is_shared_names_first() -> None:
    shared = (("letter", 0.15), ("guaido", 0.1), ("juan", 0.1), ("vote", 0.01))

    assert shared_words(shared, SHOWN) == "shares: Juan Guaidó, letter, votes"


def test_a_name_is_shown_whole_only_if_both_have_all_of_it() -> None:
    assert shared_words((("juan", 0.1), ("letter", 0.1)), SHOWN) == "shares: Juan, letter"


def test_nothing_shared_is_no_reason() -> None:
    assert shared_words((), SHOWN) is None
    assert shared_words((("unshown", 1.0),), SHOWN) is None


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (date(2019, 5, 11), "same day"),
        (date(2019, 5, 10), "1 day apart"),
        (date(2015, 5, 11), "1,461 days apart"),
        (None, None),
    ],
)
def test_says_how_far_apart(other: date | None, said: str | None) -> None:
    assert days_apart(date(2019, 5, 11), other) == said
    assert days_apart(other, date(2019, 5, 11)) == said


def test_of_equal_terms_the_one_used_first_stays_first() -> None:
    lead, filler = "letter envoy " * 3, "the " * 120
    text = f"{lead} {filler} {'letter ' * 4} {'envoy ' * 7}"

    heaviest, other, *_ = term_vector(article(text, title="Letter")).terms

    assert (heaviest.stem, other.stem) == ("letter", "envoy")
    assert heaviest.weight == other.weight == 11.8


def test_a_name_ends_with_its_block() -> None:
    blocks = (
        Block("paragraph", "the deputy met old Carlos"),
        Block("paragraph", "he saw five others and Vecchio"),
    )
    told = term_vector(Article(ArticleId("0" * 16), "one.txt", blocks))

    shown = {term.stem: term.shown for term in told.terms}
    assert (shown["carlo"], shown["vecchio"]) == ("Carlos", "Vecchio")
