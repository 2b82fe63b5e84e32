import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.article import Article, ArticleId, Block
from search.stories import Candidate, Neighbours, TermVector, TermWeight, rank, terms

STORIES = {
    "envoy": (
        "Opposition leader Juan Guaidó told his envoy Carlos Vecchio to meet the Southern Command."
        " A letter to the Southern Command followed."
    ),
    "embassy": "The embassy in Caracas closed and the last diplomats flew home on a chartered jet.",
    "strike": "Teachers walked out over pay and pupils stayed at home across the whole state.",
    "flood": "Rain swelled the river, a dam gave way and the flood drowned fields of maize.",
}


def article(text: str, title: str | None = None, kind: str = "paragraph") -> Article:
    block = Block("caption" if kind == "caption" else "paragraph", text)
    return Article(ArticleId("0" * 16), "one.txt", (block,), title)


def candidate(
    number: int, story: str, source: str | None = None, published: str | None = None, add: str = ""
) -> Candidate:
    vector = terms(article(STORIES[story] + " " + add))
    told = ArticleId(f"{number:016x}")
    return Candidate(told, f"{number}.txt", None, source, published, vector)


def library(**days: str | None) -> list[Candidate]:
    """Two tellings of each story; `days` dates the second of some."""
    first = [candidate(i, story, "A", "2019-05-11") for i, story in enumerate(STORIES)]
    second = [
        candidate(i, story, "B", days.get(story, "2019-05-11"), "Observers were surprised.")
        for i, story in enumerate(STORIES, 10)
    ]
    return first + second


def test_weighs_title_over_lead_over_the_rest() -> None:
    filler = " ".join(["word"] * 120)

    vector = terms(article(f"envoy {filler} diplomat", title="Embassy"))

    weights = {term.stem: term.weight for term in vector.terms}
    assert (weights["embassi"], weights["envoi"], weights["diplomat"]) == (3.0, 1.6, 1.0)


def test_shows_names_as_they_are_written() -> None:
    shown = {term.stem: term.shown for term in terms(article(STORIES["envoy"])).terms}

    assert shown["guaido"] == "Juan Guaidó"
    assert shown["command"] == shown["southern"] == "Southern Command"
    assert shown["letter"] == "letter"


def test_keeps_the_heaviest_terms_only() -> None:
    text = " ".join(f"word{i}" for i in range(500)) + " word7 word7"

    vector = terms(article(text))

    assert len(vector.terms) == 120
    assert vector.terms[0].stem == "word7"


def test_an_article_without_words_has_no_terms_and_no_rivals() -> None:
    nothing = terms(Article(ArticleId("0" * 16), "one.txt", ()))
    silent = replace(candidate(99, "envoy"), vector=nothing)

    assert nothing == TermVector(())
    assert rank(silent, library()) == []
    assert all(rival.id != silent.id for rival in rank(library()[0], [*library(), silent]))


def test_the_other_telling_comes_first_and_is_the_same_story() -> None:
    articles = library()

    (best, *others) = rank(articles[0], articles)

    assert best.path == "10.txt"
    assert best.same_story
    assert not any(rival.same_story for rival in others)


def test_gives_reasons_a_person_can_check() -> None:
    articles = library(envoy="2019-05-14")

    best = rank(articles[0], articles)[0]

    assert best.why[0].startswith("shares: ")
    assert "Southern Command" in best.why[0]
    assert "Juan Guaidó" in best.why[0]
    assert best.why[1] == "3 days apart"


@pytest.mark.parametrize(
    ("day", "said"), [("2019-05-11", "same day"), ("2019-05-10T23:00:00Z", "1 day apart")]
)
def test_says_how_far_apart(day: str, said: str) -> None:
    articles = library(envoy=day)

    assert rank(articles[0], articles)[0].why[-1] == said


def test_an_unknown_day_is_no_reason_and_counts_as_some_days_away() -> None:
    known, unknown, far = (
        rank(library(envoy=day)[0], library(envoy=day))[0]
        for day in ("2019-05-11", None, "2019-06-30")
    )

    assert known.score > unknown.score > far.score
    assert len(unknown.why) == 1


def test_leaves_out_its_own_source_unless_asked() -> None:
    target, twin = candidate(1, "envoy", "A"), candidate(2, "envoy", "A")
    stranger = candidate(3, "envoy", None)

    assert [r.path for r in rank(target, [target, twin, stranger])] == ["3.txt"]
    assert len(rank(target, [target, twin, stranger], same_source=True)) == 2


def test_an_unknown_source_is_another_than_any_unknown() -> None:
    one, other = candidate(1, "envoy", None), candidate(2, "envoy", None)

    assert [r.path for r in rank(one, [one, other])] == ["2.txt"]


def test_an_index_may_tell_how_common_words_are() -> None:
    articles = library()

    ranked = rank(articles[0], articles, lambda _: 1, 1_000)

    assert ranked[0].path == "10.txt"


def test_neighbours_answer_as_rank_does() -> None:
    articles = library()
    neighbours = Neighbours(articles)

    for target in articles:
        assert neighbours.rivals(target, limit=3) == rank(target, articles)[:3]


def test_a_vector_survives_json() -> None:
    vector = terms(article(STORIES["envoy"]))

    assert TermVector.from_list(json.loads(json.dumps(vector.to_list()))) == vector


@pytest.mark.parametrize("rows", [[[]], [["a"]], [["a", "heavy"]], [[None, None]]])
def test_a_broken_vector_is_refused(rows: list[list[str | float]]) -> None:
    with pytest.raises(ValueError, match=r"."):
        TermVector.from_list(rows)


VECTORS = st.lists(
    st.builds(
        TermWeight, st.sampled_from("abcdef"), st.floats(0.5, 50), st.sampled_from(["A", "b c"])
    ),
    max_size=6,
    unique_by=lambda term: term.stem,
).map(lambda found: TermVector(tuple(found)))
DAYS = st.none() | st.integers(0, 40).map(
    lambda n: (date(2019, 5, 11) + timedelta(days=n)).isoformat()
)


@given(st.lists(st.tuples(VECTORS, DAYS), max_size=6))
def test_scores_are_shares_and_the_same_both_ways(
    found: list[tuple[TermVector, str | None]],
) -> None:
    articles = [
        Candidate(ArticleId(str(i)), f"{i}.txt", None, None, day, vector)
        for i, (vector, day) in enumerate(found)
    ]
    scores: dict[tuple[str, str], float] = {}

    for target in articles:
        ranked = rank(target, articles)
        assert [r.score for r in ranked] == sorted((r.score for r in ranked), reverse=True)
        for rival in ranked:
            assert 0 <= rival.score <= 1
            scores[target.id, rival.id] = rival.score

    for (one, other), score in scores.items():
        assert scores[other, one] == pytest.approx(score)


def test_of_equal_terms_the_one_used_first_stays_first() -> None:
    lead, filler = "letter envoy " * 3, "the " * 120
    text = f"{lead} {filler} {'letter ' * 4} {'envoy ' * 7}"

    heaviest, other, *_ = terms(article(text, title="Letter")).terms

    assert (heaviest.stem, other.stem) == ("letter", "envoi")
    assert heaviest.weight == other.weight == 11.8


def test_a_name_ends_with_its_block() -> None:
    blocks = (
        Block("paragraph", "the deputy met old Carlos"),
        Block("paragraph", "he saw five others and Vecchio"),
    )
    told = terms(Article(ArticleId("0" * 16), "one.txt", blocks))

    shown = {term.stem: term.shown for term in told.terms}
    assert (shown["carlo"], shown["vecchio"]) == ("Carlos", "Vecchio")
