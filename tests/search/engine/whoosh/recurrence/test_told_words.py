"""What is counted without standing sentences is what a plain reading counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.article import Article, Block
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.recurrence.source_sentences import articles_of, source_sentences
from search.engine.whoosh.recurrence.told_words import ToldWords
from search.library import article_id
from search.stories import term_vector
from search.text import left_out, sentence_keys, sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

SAID = (
    "Join us.",
    "Send the desk what you have seen of it.",
    "Rain fell.",
    "—",
    "The levee held out until dawn.",
)
STANDING = frozenset(key for said in SAID[:2] for key in sentence_keys(said, sentences(said)))
BLOCK = st.lists(st.sampled_from(SAID), min_size=1, max_size=4).map(" ".join)
ARTICLES = st.lists(
    st.tuples(st.sampled_from(["Herald", "Courier"]), st.lists(BLOCK, max_size=4)), max_size=6
)


def write(folder: Path, articles: Sequence[Article]) -> IndexReader:
    with open_writer(folder) as writer:
        for article in articles:
            writer.put(article, [], term_vector(article).sentences)
        writer.commit()
    return IndexReader(folder)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ARTICLES)
def test_words_and_lengths_are_those_of_what_is_left(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, list[str]]]
) -> None:
    folder = tmp_path_factory.mktemp("told")
    articles = [
        Article(
            article_id(str(i)),
            str(i),
            tuple(Block("paragraph", one) for one in blocks),
            source=source,
        )
        for i, (source, blocks) in enumerate(told)
    ]
    reader = write(folder, articles)
    for view in reader._views.views:
        mask = articles_of(view, "Herald")
        words = ToldWords(view, "body_exact", [(mask, STANDING), (mask, STANDING)])
        held = view.segment.words["body_exact"]
        found: Counter[tuple[str, str]] = Counter()
        for number, form in enumerate(held.lexicon.words()):
            start, stop = held.span(number, number + 1)
            counts = words.counts(number, number + 1).tolist()
            for doc, count in zip(held.docs[start:stop].tolist(), counts, strict=True):
                found[reader._head_of(view.base + doc).path, form.decode()] += count
        plain = Counter(
            (one.path, form)
            for one in articles
            for form in left(one, standing=one.source == "Herald")
        )
        assert +found == plain
        lengths = {
            reader._head_of(view.base + doc).path: int(words.lengths[doc])
            for doc in view.docs.tolist()
        }
        assert lengths == {
            one.path: len(left(one, standing=one.source == "Herald")) for one in articles
        }
    reader.close()


def left(article: Article, *, standing: bool) -> list[str]:
    """Give the words of a story, without those of standing sentences where there are any."""
    forms = [token.form for block in article.blocks for token in tokenize(block.text)]
    said = term_vector(article).sentences
    gone = left_out(said, (STANDING if standing else frozenset()).__contains__)
    told: list[str] = []
    at = 0
    for one, out in zip(said, gone, strict=True):
        told += [] if out else forms[at : at + one.words]
        at += one.words
    return told


def test_each_article_is_named_once_beside_a_sentence(tmp_path: Path) -> None:
    text = Block("paragraph", "Join us. Rain fell. Join us.")
    articles = [Article(article_id(n), n, (text, text), source="Herald") for n in "abc"]
    reader = write(tmp_path, articles)
    held = source_sentences(reader._views, "Herald")
    assert held.articles == 3
    for key in sentence_keys("Join us.", sentences("Join us.")):
        assert held.of(key).tolist() == [0, 1, 2]
    assert len(held.recurring(3)) == 2
    assert held.recurring(4).tolist() == []
    assert held.of(1).tolist() == []
    reader.close()
