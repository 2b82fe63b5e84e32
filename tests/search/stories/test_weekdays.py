"""The days of the week that a story names where it begins."""

from __future__ import annotations

from datetime import date

from search.article import Article, ArticleId, Block
from search.stories import tell_of_other_days, weekdays
from search.stories.weekdays import days_before

MONDAY, TUESDAY, FRIDAY = 1, 2, 16


def named(*texts: str, kind: str = "paragraph") -> int:
    blocks = tuple(Block("caption" if kind == "caption" else "paragraph", text) for text in texts)
    return weekdays(Article(ArticleId("0" * 16), "one.txt", blocks))


def test_days_are_named_at_the_beginning() -> None:
    assert named("The bridge closed on Tuesday.", "It opened on Monday.") == MONDAY | TUESDAY
    assert named("word " * 59 + "friday") == FRIDAY
    assert named("word " * 60 + "Friday") == 0
    assert named("word " * 59, "the", "Friday") == 0
    assert named("Nobody knows.") == named() == 0


def test_captions_may_be_of_another_day() -> None:
    assert named("The bridge on Tuesday.", kind="caption") == 0


def test_days_are_known_in_several_languages() -> None:
    assert named("Am Dienstag schloss die Brücke.") == named("El martes, el puente") == TUESDAY
    assert named("Во вторник мост закрыли.") == TUESDAY
    assert named("O Santo Domingo. The sun sat.") == 0


def test_a_dated_article_names_days_before_its_own() -> None:
    monday = date(2024, 5, 6).toordinal()
    assert days_before(MONDAY, monday) == 1
    assert days_before(MONDAY, monday + 1) == 1 << 1
    assert days_before(TUESDAY, monday) == 1 << 6
    assert days_before(0, monday) == 0


def test_only_days_that_both_name_can_differ() -> None:
    monday = date(2024, 5, 6).toordinal()
    assert tell_of_other_days((MONDAY, TUESDAY), (0, 0))
    assert tell_of_other_days((MONDAY, FRIDAY), (monday, 0))
    assert not tell_of_other_days((MONDAY, MONDAY | FRIDAY), (0, 0))
    assert not tell_of_other_days((MONDAY, 0), (0, 0))
    assert not tell_of_other_days((MONDAY, MONDAY), (monday, monday + 3))
    assert tell_of_other_days((MONDAY, MONDAY), (monday, monday + 7)), "of another week"
    assert tell_of_other_days((MONDAY, MONDAY), (monday, monday + 700))
