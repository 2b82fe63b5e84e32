from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.article import Article, ArticleId, Block
from search.compare import At, Comparison, compare
from search.formats import read_article
from search.sides import Sides
from search.text import sentences, tokenize

ARTICLES = Path(__file__).parents[3] / "articles"

WORDS = [
    "Maduro", "Guaidó", "US", "us", "Pompeo", "said", "the", "a", "sanctions", "sanctioned",
    "troops", "landed", "in", "Caracas", "on", "Monday", "embassy", "closed", "oil", "prices",
    "rose", "he", "...", "“", "5", "委内",
]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(
    lambda words: " ".join(words) + "."
)
KINDS = st.sampled_from(["paragraph", "heading", "caption", "boilerplate"])
# A few words said over and over meet in many overlapping runs.
CHANTS = st.lists(
    st.lists(st.sampled_from(["oil", "troops", "rose"]), min_size=6, max_size=25).map(" ".join),
    max_size=3,
).map(lambda texts: [Block("paragraph", text) for text in texts])
BLOCKS = CHANTS | st.lists(
    st.builds(
        Block, KINDS, st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join) | st.just("* * *")
    ),
    max_size=4,
)


def article(*blocks: Block | str, title: str | None = None) -> Article:
    told = tuple(b if isinstance(b, Block) else Block("paragraph", b) for b in blocks)
    return Article(ArticleId("0" * 16), "one.txt", told, title)


def bundled(begin: str) -> Article:
    (path,) = ARTICLES.glob(f"{begin}*")
    return read_article(path.read_bytes(), path.name, ArticleId("0" * 16))


def said(told: Article, at: At) -> str:
    return told.blocks[at.block].text[at.start : at.stop]


def pairs(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [
        (
            link.tier,
            said(comparison.left, comparison.sentences.left[link.left]),
            said(comparison.right, comparison.sentences.right[link.right]),
        )
        for link in comparison.links
    ]


def test_two_tellings_of_one_fact_are_linked() -> None:
    left = article(
        "Two Russian air force planes carrying 100 troops landed in Caracas. Oil prices rose."
    )
    right = article(
        "Nobody was hurt. A pair of Russian planes with about 100 troops landed on Saturday."
    )

    assert pairs(compare(left, right)) == [
        (
            "says the same",
            "Two Russian air force planes carrying 100 troops landed in Caracas.",
            "A pair of Russian planes with about 100 troops landed on Saturday.",
        )
    ]


def test_a_sentence_copied_with_a_word_changed_is_the_same_words() -> None:
    left = article("The embassy in Caracas was closed on Thursday. Rain fell.")
    right = article("Snow melted. The embassy in Caracas was shut on Thursday.")

    assert [tier for tier, *_ in pairs(compare(left, right))] == ["same words"]


def test_one_sentence_may_meet_several() -> None:
    left = article("Troops landed in Caracas and the embassy closed its doors on Monday.")
    right = article(
        "Troops landed in Caracas on Monday. Oil rose. The embassy closed its doors on Monday."
    )

    comparison = compare(left, right)

    assert [(link.left, link.right) for link in comparison.links] == [(0, 0), (0, 2)]
    assert comparison.unmatched == Sides((), (1,))


def test_names_alone_link_nothing() -> None:
    left = article("Juan Guaidó spoke to Mike Pompeo.", Block("caption", "Juan Guaidó"))
    right = article(Block("caption", "Juan Guaidó in Caracas"), "Mike Pompeo ate.")

    assert compare(left, right).links == ()


def test_a_sentence_told_twice_meets_its_counterparts_in_order() -> None:
    twice = "The statement called such moves an interference in internal affairs."
    comparison = compare(article(twice, "Rain fell.", twice), article(twice, twice, twice))

    assert [(link.left, link.right) for link in comparison.links] == [(0, 0), (2, 1), (2, 2)]


def test_boilerplate_and_titles_take_no_part() -> None:
    left = article(Block("boilerplate", "Subscribe to our daily newsletter."), title="Oil rises")
    right = article(Block("boilerplate", "Subscribe to our daily newsletter."), title="Oil rises")

    assert compare(left, right).sentences == Sides((), ())


def test_words_copied_make_a_run_across_sentences_but_not_across_blocks() -> None:
    left = article("He said: “All options are on the table. We wait.” Then", "he left the room.")
    right = article("All options are on the table! We wait. Then he left the room.")

    comparison = compare(left, right)

    assert [
        (run.words, said(left, run.left), said(right, run.right)) for run in comparison.runs
    ] == [
        (
            9,
            "All options are on the table. We wait.” Then",
            "All options are on the table! We wait. Then",
        )
    ]


def test_runs_never_overlap_and_the_longest_wins() -> None:
    left = article("one two three four five six seven eight nine ten")
    right = article("five six seven eight nine ten one two three four five six seven")

    runs = compare(left, right).runs

    assert [said(left, run.left) for run in runs] == ["one two three four five six seven"]


def test_vocabulary_counts_the_forms_of_a_word_together() -> None:
    left = article("Sanctions hurt. Sanctions bite. They sanctioned oil.")
    right = article("Aid came. The aid helped. They sanctioned nobody.")

    words = [(use.word, use.left, use.right) for use in compare(left, right).vocabulary]

    assert ("Sanctions", 3, 1) in words
    assert words[0] == ("Aid", 0, 2) or words[0] == ("aid", 0, 2)
    assert "the" not in {word.lower() for word, *_ in words}


def test_an_index_tells_rare_words_from_common_ones() -> None:
    left = article("Rain fell. The government of the country met experts about defenestration.")
    right = article("Snow fell. The government and the country met experts yesterday morning.")
    common = {"govern", "countri", "met", "expert"}

    alone = compare(left, right).links
    informed = compare(
        left, right, lambda stems: {one: 0.05 if one in common else 20.0 for one in stems}
    ).links

    assert [link.tier for link in alone] == ["says the same"]
    assert informed == ()


@pytest.mark.parametrize("other", [(), ("Something happened in Caracas.",)])
def test_an_empty_article_shares_nothing(other: tuple[str, ...]) -> None:
    comparison = compare(article(), article(*other))

    assert (comparison.links, comparison.runs) == ((), ())
    assert comparison.shared == Sides(0.0, 0.0)
    assert comparison.unmatched.right == tuple(range(len(other)))


def test_the_bundled_articles_meet_where_a_reader_says() -> None:
    comparison = compare(bundled("dw"), bundled("unnamed"))

    assert (
        "says the same",
        (
            'The Trump administration has repeatedly said that "all options are on the table" to end'
            " the country's yearslong political crisis."
        ),
        (
            "Trump has repeatedly said that “all options,” including military intervention, are on"
            " the table in dealing with Venezuela."
        ),
    ) in pairs(comparison)
    assert [said(comparison.left, run.left) for run in comparison.runs] == [
        'has repeatedly said that "all options'
    ]


@settings(deadline=None)
@given(BLOCKS, BLOCKS)
def test_mirroring_a_comparison_is_comparing_the_other_way_round(
    one: list[Block], two: list[Block]
) -> None:
    there = compare(article(*one), article(*two))

    assert there.mirrored() == compare(article(*two), article(*one))
    assert there.mirrored().mirrored() == there


@settings(deadline=None)
@given(BLOCKS, BLOCKS)
def test_swapping_the_sides_mirrors_the_comparison(one: list[Block], two: list[Block]) -> None:
    there = compare(article(*one), article(*two))
    back = compare(article(*two), article(*one))

    assert {(k.left, k.right, k.score, k.tier) for k in there.links} == {
        (k.right, k.left, k.score, k.tier) for k in back.links
    }
    assert {(r.left, r.right, r.words) for r in there.runs} == {
        (r.right, r.left, r.words) for r in back.runs
    }
    assert there.shared == Sides(back.shared.right, back.shared.left)
    assert {(u.word, u.left, u.right, u.z) for u in there.vocabulary} == {
        (u.word, u.right, u.left, -u.z) for u in back.vocabulary
    }


@settings(deadline=None)
@given(BLOCKS, BLOCKS)
def test_every_word_of_the_story_stands_in_one_sentence(one: list[Block], two: list[Block]) -> None:
    told = article(*one)

    found = compare(told, article(*two)).sentences.left

    assert list(found) == sorted(found)
    for place, block in enumerate(told.blocks):
        mine = [at for at in found if at.block == place]
        if block.kind == "boilerplate":
            assert not mine
        else:
            spans = set(sentences(block.text))
            assert all((at.start, at.stop) in spans for at in mine)
            holding = [
                sum(at.start <= t.start and t.stop <= at.stop for at in mine)
                for t in tokenize(block.text)
            ]
            assert set(holding) <= {1}


@settings(deadline=None)
@given(BLOCKS)
def test_an_article_meets_itself_sentence_by_sentence(blocks: list[Block]) -> None:
    told = article(*blocks)

    comparison = compare(told, told)

    itself = {k.left: k for k in comparison.links if k.left == k.right}
    assert itself.keys() == set(range(len(comparison.sentences.left)))
    assert {(k.tier, k.score) for k in itself.values()} <= {("same words", 1.0)}
    assert comparison.shared.left == comparison.shared.right == (1.0 if itself else 0.0)


@settings(deadline=None)
@given(BLOCKS, BLOCKS)
def test_runs_are_the_same_words_at_their_longest(one: list[Block], two: list[Block]) -> None:
    left, right = article(*one), article(*two)
    taken: tuple[set[tuple[int, int]], set[tuple[int, int]]] = (set(), set())

    for run in compare(left, right).runs:
        here = [t.form for t in tokenize(said(left, run.left))]
        there = [t.form for t in tokenize(said(right, run.right))]
        assert here == there
        assert len(here) == run.words >= 6
        for places, at in zip(taken, (run.left, run.right), strict=True):
            mine = {(at.block, i) for i in range(at.start, at.stop)}
            assert not mine & places
            places.update(mine)


@settings(deadline=None)
@given(BLOCKS, BLOCKS)
def test_scores_and_shares_are_shares(one: list[Block], two: list[Block]) -> None:
    comparison = compare(article(*one), article(*two), lambda stems: dict.fromkeys(stems, 1.0))

    assert all(0 < link.score <= 1 for link in comparison.links)
    assert list(comparison.links) == sorted(comparison.links, key=lambda k: (k.left, k.right))
    assert 0 <= comparison.shared.left <= 1
    assert 0 <= comparison.shared.right <= 1
    strengths = [abs(use.z) for use in comparison.vocabulary]
    assert strengths == sorted(strengths, reverse=True)


TELLING_WORDS = [
    "President", "Nicolás", "Maduro", "Guaidó", "opposition", "leader", "interim", "the", "of",
    "“", "”", "said", "told", "he", "and", ",", "12", "fourteen", "people", "killed", "$5", "%",
    "million", "May", "11", "-", "a", "minister", "National", "Assembly", "(", ")", ":",
]  # fmt: skip
TELLINGS = st.lists(
    st.lists(st.sampled_from(TELLING_WORDS), min_size=1, max_size=30).map(" ".join), max_size=4
).map(lambda texts: [Block("paragraph", text) for text in texts])


@settings(deadline=None)
@given(TELLINGS, TELLINGS)
def test_whatever_is_told_stands_where_it_says(one: list[Block], two: list[Block]) -> None:
    left, right = article(*one), article(*two)

    comparison = compare(left, right)

    for told, quotes in ((left, comparison.quotes.left), (right, comparison.quotes.right)):
        for quote in quotes:
            assert said(told, quote.at) == quote.text
            if quote.speaker is not None:
                assert any(quote.speaker in block.text for block in told.blocks)
    for naming in comparison.naming:
        for told, phrases in ((left, naming.left), (right, naming.right)):
            assert phrases
            for phrase in phrases:
                assert {said(told, at) for at in phrase.places} == {phrase.text}
    for name in comparison.names:
        assert name.left or name.right
        for told, places in ((left, name.left), (right, name.right)):
            assert list(places) == sorted(set(places))
            assert all(said(told, at)[0].isupper() for at in places)
    for figure in comparison.figures:
        assert said(left, figure.left) != said(right, figure.right)
        assert 0 <= figure.link < len(comparison.links)
    assert 0 <= comparison.quoted.left <= 1
