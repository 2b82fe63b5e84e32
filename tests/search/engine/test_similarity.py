"""Counterparts, profiles and stories."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from corpus import ARTICLES, FLOOD, STRIKE, fill
from engines import make_article, put

from search.article import ArticleId
from search.engine import SharedStory
from search.errors import CancelledError
from search.library import article_id
from search.query import parse
from search.stories import levelled, profile, recovered, term_vector
from search.text import NO_KEY, stem

if TYPE_CHECKING:
    from search.article import Article
    from search.engine import Engine, Similar


def similar(engine: Engine, article: Article, most: int = 9, **how: bool) -> list[Similar]:
    profile_terms = profile(article, term_vector(article))
    return engine.read(lambda snapshot: snapshot.similar(article, profile_terms, most, **how))


def test_the_same_event_in_another_source_comes_first(engine: Engine) -> None:
    fill(engine)
    first, *others = similar(engine, ARTICLES[0])
    assert (first.head.path, first.head.source) == ("b", "Daily Tide")
    assert all(first.score > other.score for other in others)
    assert 0 < first.closeness <= 1
    assert 0 < first.score <= 1


def test_what_is_shared_is_told_most_first(engine: Engine) -> None:
    fill(engine)
    (near,) = similar(engine, ARTICLES[0], 1)
    roots = [root for root, _ in near.shared]
    assert {stem("dockers"), stem("westhaven"), stem("cranes")} <= set(roots)
    parts = [part for _, part in near.shared]
    assert parts == sorted(parts, reverse=True)


def test_neither_itself_nor_its_own_source_is_given(engine: Engine) -> None:
    again = make_article("z", STRIKE, title="Dockers out", source="Pilot", published="2024-05-02")
    put(engine, *ARTICLES, again)
    asked = ARTICLES[0]
    assert "a" not in [one.head.path for one in similar(engine, asked)]
    assert "z" not in [one.head.path for one in similar(engine, asked)]
    assert "z" in [one.head.path for one in similar(engine, asked, same_source=True)]


def test_an_article_of_elsewhere_may_have_any_id(engine: Engine) -> None:
    fill(engine)
    elsewhere = replace(ARTICLES[0], id=ArticleId("opensearch://there:9200/news#1"), source="Far")
    first, *_ = similar(engine, elsewhere)
    assert first.head.path == "a"


def test_an_unknown_source_is_another_than_any(engine: Engine) -> None:
    put(
        engine,
        make_article("x", FLOOD, published="2024-05-02"),
        make_article("y", FLOOD, published="2024-05-02"),
    )
    asked = make_article("x", FLOOD, published="2024-05-02")
    assert [one.head.path for one in similar(engine, asked)] == ["y"]


def test_a_stranger_is_compared_too_and_no_more_are_given_than_asked_for(engine: Engine) -> None:
    fill(engine)
    stranger = make_article("stranger", FLOOD, title="Altburg", published="2024-04-30")
    assert [one.head.path for one in similar(engine, stranger, 2)] == ["c", "d"]
    assert similar(engine, stranger, 0) == []
    assert similar(engine, make_article("silent"), 9) == []


def test_days_apart_fade(engine: Engine) -> None:
    put(
        engine,
        make_article("old", FLOOD, published="2024-01-01"),
        make_article("new", FLOOD, published="2024-05-01"),
    )
    first, second = similar(engine, make_article("x", FLOOD, published="2024-05-02"))
    assert (first.head.path, second.head.path) == ("new", "old")
    assert second.closeness < first.closeness / 2


def test_profile_weights_of_several_articles(engine: Engine) -> None:
    fill(engine)
    roots = [stem(word) for word in ("dockers", "westhaven", "river", "nobody")]
    ids = [article_id(one) for one in "ab"]
    profile_weights = engine.read(lambda snapshot: snapshot.profile_weights(ids, roots))
    assert profile_weights.keys() == set(roots[:2])
    assert all(weight > 0 for weight in profile_weights.values())
    assert engine.read(lambda snapshot: snapshot.profile_weights(ids[:1], roots)) == {}


def told_together(engine: Engine) -> list[str]:
    groups = engine.read(lambda snapshot: snapshot.stories()).values()
    by_name = {group.name: group for group in groups}
    return sorted("".join(sorted(head.path for head in g.heads)) for g in by_name.values())


def test_stories_are_grouped_and_told_by_article(engine: Engine) -> None:
    fill(engine)
    assert dict(engine.read(lambda snapshot: snapshot.stories())) == {}
    engine.group_stories((), ())
    assert {"ab", "e"} <= set(told_together(engine))
    a, b, stranger = map(article_id, ("a", "b", "stranger"))
    none = ArticleId("no id")
    groups = engine.read(lambda snapshot: snapshot.stories([a, b, stranger, none]))
    assert groups.keys() == {a, b}
    assert groups[a] == groups[b]
    assert sorted(head.path for head in groups[a].heads) == ["a", "b"]
    assert len(groups[a].name) == 16


def test_a_search_leaves_none_out_where_all_can_be_grouped(engine: Engine) -> None:
    fill(engine)
    engine.group_stories((), ())
    every = told_together(engine)
    engine.group_stories((), (), among=parse("dockers"))
    assert told_together(engine) == every


def test_stories_two_sources_share(engine: Engine) -> None:
    fill(engine)
    engine.group_stories((), ())

    def shared(left: str | None, right: str | None) -> list[SharedStory]:
        return list(engine.read(lambda snapshot: snapshot.shared_stories(left, right)))

    a, b = (article_id(one) for one in "ab")
    assert shared("Pilot", "Daily Tide") == [SharedStory((a,), (b,))]
    assert shared("Daily Tide", "Pilot") == [SharedStory((b,), (a,))]
    assert shared("Pilot", "Minato") == []


def test_all_articles_of_a_shared_story_are_given(engine: Engine) -> None:
    fill(engine)
    a, b, z = map(article_id, "abz")
    put(engine, make_article("z", FLOOD, source="Pilot"))
    engine.group_stories([(min(a, b), max(a, b)), (min(a, z), max(a, z))], ())
    told = engine.read(lambda snapshot: snapshot.shared_stories("Pilot", "Daily Tide"))
    (left,) = (one.left for one in told if a in one.left)
    assert {a, z} <= set(left)
    assert left == tuple(sorted(left))


def test_what_a_reader_said_of_stories_counts(engine: Engine) -> None:
    fill(engine)
    a, b, e = map(article_id, "abe")
    engine.group_stories((), [(min(a, b), max(a, b))], [a, b])
    assert {"a", "b"} <= set(told_together(engine))
    engine.group_stories([(min(a, e), max(a, e))], [(min(a, b), max(a, b))], [a, e])
    assert {"ae", "b"} <= set(told_together(engine))
    engine.group_stories((), (), [a, b, e])
    assert {"ab", "e"} <= set(told_together(engine))


def test_a_story_keeps_its_name_while_articles_come_and_go(engine: Engine) -> None:
    fill(engine)
    engine.group_stories((), ())
    a, b = map(article_id, "ab")
    before = engine.read(lambda snapshot: snapshot.stories([a]))[a].name
    late = make_article("z", f"{STRIKE} Ships wait.", title="Walkout", source="Gazette",
                published="2024-05-02")  # fmt: skip
    put(engine, late, gone=[b])
    assert engine.read(lambda snapshot: snapshot.stories([late.id])) == {}
    assert {"a"} <= set(told_together(engine))
    engine.group_stories((), ())
    group = engine.read(lambda snapshot: snapshot.stories([late.id]))[late.id]
    assert (group.name, sorted(head.path for head in group.heads)) == (before, ["a", "z"])


@pytest.mark.parametrize(("day", "told"), [("Monday", "yz"), ("Friday", "y")])
def test_what_happens_on_other_days_is_another_event(engine: Engine, day: str, told: str) -> None:
    fill(engine)
    alike = "A ferry ran onto a sandbank off Harwick on Monday with seventy people on board."
    other = (
        f"Off Tollen a ferry and a sandbank met on {day}, and divers freed it; its captain,"
        " Petra Holm, blamed the fog and a broken buoy."
    )
    put(engine, make_article("y", alike, source="Pilot"))
    put(engine, make_article("z", other, source="Gazette"))
    engine.group_stories((), ())
    assert told in told_together(engine)


def test_an_event_is_followed_up_within_a_month(engine: Engine) -> None:
    fill(engine)
    told = (
        "The trawler Merganser sank off Harwick and three of its crew, all of one family, drowned."
    )
    for name, day in (("w", "2024-03-01"), ("x", "2024-03-20"), ("y", "2024-05-20")):
        later = f"{told} Inquiry {name * 5} began."
        put(engine, make_article(name, later, source=name, published=day))
    engine.group_stories((), ())
    assert {"wx", "y"} <= set(told_together(engine))


def test_pairs_left_out_of_account_are_counted(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(engine)
    for n in range(4):
        put(engine, make_article(f"s{n}", f"{STRIKE} Day {n}.", title="Strike", source=f"Post {n}",
                                 published="2024-05-02"))  # fmt: skip
    assert engine.group_stories((), ()) == 0
    late = make_article("s4", f"{STRIKE} Day 4.", title="Strike", published="2024-05-02")
    put(engine, late)
    monkeypatch.setattr(sys.modules["search.stories.group"], "_MOST_EDGES", 3)
    monkeypatch.setattr(sys.modules["search.stories.group"], "_MOST_EDGES_EACH", 0)
    left_out = engine.group_stories((), ())
    assert left_out >= 12
    assert engine.group_stories((), ()) == left_out
    assert len(told_together(engine)) > 1


def test_grouping_that_is_cancelled_changes_nothing(engine: Engine) -> None:
    fill(engine)
    with pytest.raises(CancelledError):
        engine.group_stories((), (), (), lambda: True)
    assert dict(engine.read(lambda snapshot: snapshot.stories())) == {}


def test_a_text_run_again_is_one_story_whatever_its_day(engine: Engine) -> None:
    fill(engine)
    text = (
        "The harbour board agreed to rebuild the sea wall at Larne Point, ending a dispute that "
        "divided the town for years. Engineers say the old wall loses two centimetres every winter "
        "and would not survive another storm. Fishermen who use the small basin feared that works "
        "would close it for months; councillors promised that boats would move only twice."
    )
    for name, day in (("x", "2024-05-01"), ("y", "2025-11-30")):
        put(
            engine, make_article(name, text, title="Sea wall", source=f"{name} Post", published=day)
        )
    engine.group_stories((), ())
    assert "xy" in told_together(engine)


def test_what_is_kept_of_an_article_is_what_it_dwells_on(engine: Engine) -> None:
    fill(engine)
    asked = [*(one.id for one in ARTICLES), ArticleId("0" * 16)]
    *found, nobody = engine.read(lambda snapshot: snapshot.kept_terms(asked))
    assert nobody is None
    for article, kept in zip(ARTICLES, found, strict=True):
        if kept is not None:  # an engine may keep it otherwise
            vector = term_vector(article)
            told = profile(article, vector)
            stems = [one.stem for one in vector.terms]
            assert recovered(kept, stems) == levelled(told)
            assert kept.words == sum(one.words for one in vector.sentences)
            assert kept.sentences == {one.key for one in vector.sentences} - {NO_KEY}
