from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from search import Desk
from search.keyness import SourceSize, SourceUse, WordUse, level, weigh
from search.sides import Sides
from search.text import stem, tokenize

if TYPE_CHECKING:
    from pathlib import Path

    from search import Preference

LENGTH = 250
SOURCE = SourceSize(100, 100 * LENGTH, 100 * LENGTH * LENGTH)


def evenly(times: int) -> SourceUse:
    """Use a word once in as many articles of 250 words."""
    return SourceUse(times, times, times, times * LENGTH)


def in_articles(articles: int, each: int) -> SourceUse:
    """Use a word so often in each of a few articles."""
    return SourceUse(articles * each, articles, articles * each * each, articles * each * LENGTH)


def told(*uses: WordUse) -> tuple[Preference, ...]:
    return weigh(SOURCE, SOURCE, 2 * SOURCE.words, uses)[0]


def test_a_word_one_source_keeps_using_is_told() -> None:
    found = told(
        WordUse("regime", evenly(90), evenly(5), 95),
        WordUse("government", evenly(10), evenly(85), 95),
        WordUse("minister", evenly(50), evenly(48), 98),
    )

    assert [(one.word, one.z > 0) for one in found if one.significant] == [
        ("regime", True),
        ("government", False),
    ]
    assert found[0].articles == Sides(90, 5)
    assert found[-1].word == "minister"


def test_what_a_few_articles_are_full_of_is_no_habit() -> None:
    spread, heaped, *_ = told(
        WordUse("dam", evenly(60), evenly(3), 63),
        WordUse("levee", in_articles(3, 20), evenly(3), 63),
        *(WordUse(f"filler{n}", evenly(9), evenly(9), 18) for n in range(1_000)),
    )

    assert (spread.word, spread.significant) == ("dam", True)
    assert (heaped.word, heaped.significant) == ("levee", False)


def test_a_word_of_fewer_than_three_articles_is_not_weighed() -> None:
    found, weighed = weigh(
        SOURCE, SOURCE, 2 * SOURCE.words, [WordUse("dam", in_articles(2, 40), evenly(0), 80)]
    )

    assert (found, weighed) == ((), 0)


def test_the_more_words_are_weighed_the_more_it_takes() -> None:
    assert level(1) == pytest.approx(1.96, abs=0.01)
    assert level(1_000) < level(20_000) == pytest.approx(4.71, abs=0.01)


def test_swapping_the_sources_turns_the_sign() -> None:
    word = WordUse("regime", evenly(90), evenly(5), 95)
    (one,), (other,) = told(word), told(word._replace(left=word.right, right=word.left))

    assert one.z == -other.z


def test_sources_without_words_use_none_more() -> None:
    assert weigh(SourceSize(0, 0, 0), SourceSize(0, 0, 0), 0, []) == ((), 0)


STORIES = {
    "Valley Herald": "The regime sent troops to the border again today. People waited for bread.",
    "Courier": "The government sent soldiers to the border again today. People waited for rice.",
    "": "Nobody signed this story about bread and rice.",
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    library = tmp_path / "library"
    library.mkdir()
    for source, text in STORIES.items():
        for n in range(60):
            head = f"---\ntitle: Story {n}\n" + (f"source: {source}\n" if source else "") + "---\n"
            (library / f"{source or 'none'}-{n}.txt").write_text(head + text)
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    return desk


def test_a_desk_sets_source_against_source(desk: Desk) -> None:
    found = desk.sources("Valley Herald", "Courier")

    assert (found.articles.left, found.articles.right) == (60, 60)
    assert found.words.left == 60 * len(STORIES["Valley Herald"].split())
    uses = {one.word: (one.left, one.right) for one in found.preferences if one.significant}
    assert uses == {
        "regime": (60, 0), "troops": (60, 0), "bread": (60, 0),
        "government": (0, 60), "soldiers": (0, 60), "rice": (0, 60),
    }  # fmt: skip
    assert found.significant == len(uses)
    regime = next(one for one in found.preferences if one.word == "regime")
    assert found.rates(regime) == Sides(10_000 / 13, 0.0)
    assert found.months.left == ((None, 60),)


def test_counts_leave_out_what_was_removed_and_changed(desk: Desk) -> None:
    (desk.library / "Valley Herald-0.txt").unlink()
    (desk.library / "Valley Herald-1.txt").write_text(
        "---\nsource: Valley Herald\n---\nThe regime, the regime."
    )
    desk.sync()

    found = desk.sources("Valley Herald", None)

    assert (found.articles.left, found.articles.right) == (59, 60)
    uses = Counter({one.word: one.left for one in found.preferences})
    assert uses["regime"] == 58 + 2


def test_a_source_nobody_knows_has_no_words(desk: Desk) -> None:
    found = desk.sources("Valley Herald", "Nowhere")

    assert found.articles.right == 0
    assert found.preferences == ()


ROOTS = {"sanction": ["sanction", "sanctions", "sanctioned"], "dam": ["dam", "dams"]}


def test_forms_count_together_in_each_article_as_the_texts_say(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - a seed is the point
    library = tmp_path / "mixed"
    library.mkdir()
    texts: dict[str, list[str]] = {"Valley Herald": [], "Courier": []}
    words = [form for forms in ROOTS.values() for form in forms]
    for source, texts_of in texts.items():
        for n in range(40):
            text = " ".join(
                chance.choices([*words, "the", "river", "2019"], k=chance.randint(5, 60))
            )
            texts_of.append(text)
            head = f"---\ntitle: Story\nsource: {source}\n---\n"
            (library / f"{source}-{n}.txt").write_text(head + text)
    desk = Desk(library, cache=tmp_path / "cache-mixed")
    desk.sync()

    found = {one.word: one for one in desk.sources("Valley Herald", "Courier").preferences}

    assert set(found) <= {"dam", "dams", "river", *ROOTS["sanction"]}
    for one in found.values():
        for source, times, articles in (
            ("Valley Herald", one.left, one.articles.left),
            ("Courier", one.right, one.articles.right),
        ):
            each = [
                sum(stem(token.form) == stem(one.word) for token in tokenize(text))
                for text in texts[source]
            ]
            assert (times, articles) == (sum(each), sum(map(bool, each)))


def test_nothing_is_significant_between_two_heaps_of_one_source(tmp_path: Path) -> None:
    """Articles have topics of their own, so their words aren't independent."""
    chance = random.Random(11)  # noqa: S311 - a seed is the point
    library = tmp_path / "heaps"
    library.mkdir()
    for n in range(120):
        subjects = [f"subject{chr(97 + chance.randrange(26))}" for _ in range(2)]
        text = " ".join(chance.choices([*subjects, "river", "council", "people", "law"], k=120))
        head = f"---\ntitle: Story\nsource: {chance.choice(['Valley Herald', 'Courier'])}\n---\n"
        (library / f"{n}.txt").write_text(head + text)
    desk = Desk(library, cache=tmp_path / "cache-heaps")
    desk.sync()

    found = desk.sources("Valley Herald", "Courier")

    assert found.weighed >= 26
    assert found.significant == 0


def test_an_article_deleted_and_a_month_are_counted(desk: Desk) -> None:
    (desk.library / "dated.txt").write_text(
        "---\nsource: Valley Herald\ndate: 2024-03-02\n---\nThe regime."
    )
    desk.sync()

    assert desk.sources("Valley Herald", None).months == Sides(
        (("2024-03", 1), (None, 60)), ((None, 60),)
    )


def test_how_far_the_counting_is_and_that_nobody_wants_it_any_more(desk: Desk) -> None:
    shares: list[float] = []
    desk.sources("Valley Herald", "Courier", shares.append)

    assert shares[-1] == 1.0
    assert desk.sources("Valley Herald", "Courier", cancelled=lambda: True).preferences == ()


def test_stories_that_both_tell_are_counted(tmp_path: Path) -> None:
    library = tmp_path / "flood"
    library.mkdir()
    for source, told in (
        (
            "Valley Herald",
            "The levee at Arnsburg broke on Monday, flooding Kessel and the old mill.",
        ),
        ("Courier", "The old mill of Kessel was flooded when the Arnsburg levee broke on Monday."),
        ("", "Parliament of Lund debated a tariff on imported copper and Zambian cobalt."),
    ):
        head = "---\ntitle: Of today\n" + (f"source: {source}\n" if source else "")
        (library / f"{source or 'none'}.txt").write_text(f"{head}date: 2024-03-04\n---\n{told}")
    desk = Desk(library, cache=tmp_path / "cache-flood", data=tmp_path / "data")
    desk.sync()

    assert len(desk.story_groups.shared("Valley Herald", "Courier")) == 1
    assert len(desk.story_groups.shared("Valley Herald", None)) == 0
    assert len(desk.story_groups.shared("Valley Herald", "Nobody")) == 0
