"""Which standing word lists are lit, and their words in an article."""

from __future__ import annotations

from search import Article, ArticleId, Block
from tui.render.listed_words import STYLES, ListCount, legend
from tui.render.paint import Mark
from tui.session.standing_lists import StandingLists, listed_words
from tui.settings import WordList
from tui.settings.word_list_table import STYLES as NAMES

SEA = WordList("sea", ("ferry", '"high tide"'), "underline", "◆")
LAND = WordList("land", ("harbour",), "italic", "▲")
ARTICLE = Article(
    id=ArticleId("0" * 16),
    path="a.md",
    title="A ferry",
    blocks=(
        Block("paragraph", "Ferries wait for high tide."),
        Block("boilerplate", "More on ferry and harbour"),
        Block("paragraph", "The harbour master left the harbour."),
    ),
)


def test_all_are_lit_then_each_then_none() -> None:
    lists = StandingLists((SEA, LAND))
    seen = []
    for _ in range(5):
        seen.append(lists.lit)
        lists.step()
    assert seen == [(), (SEA, LAND), (SEA,), (LAND,), ()]


def test_one_alone_is_lit_or_not() -> None:
    lists = StandingLists((SEA,))
    seen = []
    for _ in range(3):
        seen.append(lists.lit)
        lists.step()
    assert seen == [(), (SEA,), ()]


def test_words_are_found_in_title_and_story_and_counted() -> None:
    found = listed_words(ARTICLE, (SEA, LAND))
    assert found.title == (Mark(2, 7, STYLES["underline"]),)
    assert found.marks(0) == (
        Mark(0, 7, STYLES["underline"]),
        Mark(17, 26, STYLES["underline"]),
    )
    assert found.marks(1) == ()
    assert [mark.style for mark in found.marks(2)] == [STYLES["italic"]] * 2
    assert found.counts == (ListCount("◆", "sea", 3), ListCount("▲", "land", 2))
    assert (found.marks(-6), found.marks(9)) == ((), ())


def test_the_legend_has_signs_names_and_counts_of_each_side() -> None:
    one = (ListCount("◆", "sea", 3), ListCount("▲", "land\x1b[0m", 1_200))
    other = (ListCount("◆", "sea", 0), ListCount("▲", "land\x1b[0m", 2))
    assert legend(one).startswith("◆ sea 3  ▲ land")
    assert "\x1b" not in legend(one)
    assert legend(one, other).endswith("1,200:2")
    assert legend(one, other).startswith("◆ sea 3:0  ")


def test_each_style_of_the_settings_is_one_that_shows_without_colours() -> None:
    assert set(STYLES) == set(NAMES)
    assert all(style.color is None and style.bgcolor is None for style in STYLES.values())
