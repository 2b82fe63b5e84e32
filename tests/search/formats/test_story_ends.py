"""Where the story of a page ends, and what interrupts it."""

from __future__ import annotations

import pytest

from search.article import ArticleId
from search.formats import read_article

TOP = "Home\nNews\nSport\n\nFerry company sells both of its older ships\n\nBy Ida Holm\n4 March 2021\n\n"
STORY = (
    "The ferry company said on Monday that it would sell both of its older ships, and that the "
    "route to the northern islands would be served by a smaller boat.\n\n"
    "Islanders fear that the smaller boat won't sail in the storms that close the harbour for "
    "days at a time, as it did not in the two winters before.\n\n"
    "The ministry pays eleven million crowns a year for the route, a sum that hasn't been raised "
    "since the bridge was opened.\n\n"
)
LAST = "A hearing will be held in the school at Vik in April, where the director is to speak."
FOOT = (
    "\n\nShare this article\n\nMost read\n\n1. Nine lakes for the summer\n\n"
    "Privacy policy\nContact us\n"
)


def story(middle: str, last: str = LAST) -> list[str]:
    text = f"{TOP}{STORY}{middle}\n\n{last}{FOOT}"
    article = read_article(text.encode(), "page.txt", ArticleId("0" * 16))
    assert article.title == "Ferry company sells both of its older ships"
    told = [block.text for _, block in article.story]
    assert not any("lakes" in one or "Contact" in one or "Most read" in one for one in told)
    return told


@pytest.mark.parametrize(
    "middle",
    [
        "Ida Holm\n@idaholm\nThey sold it.\n3:12 PM · Mar 4, 2021\n204\nReply\nRead 87 replies",
        "Ida Holm\n\n@ida@vik.social\n\nThey sold it.\n\nMar 4, 2021, 15:12\n\n12 boosts",
        "They sold it. Nobody told us. — Ida Holm (@idaholm) March 4, 2021",
        "View this post on Instagram\n\nA post shared by Ida Holm (@idaholm)",
        "Passengers\n\nYear\tCars\tPeople\n2017\t1,204\t8,330\n2018\t1,100\t7,290",
        "What happens next:\n\n• The Hafrun is sold\n• The Almar follows",
        "Will there be a boat in winter?\n\nNo.\n\nAnd in summer?\n\nPerhaps.",
        "Sign up for our newsletter and get the island news every morning.\n\nSign up",
        "Watch: The last trip of the Hafrun\n\nPlay video\n\n2:14",
        "Advertisement\n\nArticle continues below",
        "View gallery\n\n1 of 12\n\nNext\n\nPrevious",
        (
            "Ida Holm\n\n@idaholm\n·\nFollow\n\nThey sold it, and we read it in the paper like all the "
            "others here.\n\n3:12 PM · Mar 4, 2021\n\n204\nReply\nRead 12 replies"
        ),
    ],
)
def test_the_story_goes_on_after_an_interruption(middle: str) -> None:
    assert story(middle)[-1] == LAST


def test_two_short_sentences_below_a_box_belong_to_it_and_a_teaser_does_not() -> None:
    box = "View gallery\n\n1 of 12\n\nNext"
    last = "The director has promised to come to the hearing.\n\nNobody else was asked."
    assert story(box, last)[-2:] == last.split("\n\n")
    teaser = "Singer cancels all of her concerts after a fall from the stage?"
    assert story(box, teaser)[-1] != teaser


@pytest.mark.parametrize(
    ("last", "end"),
    [
        ("Nobody was hurt.", ["Nobody was hurt."]),
        ("The search goes on.\n\nIt is cold.", ["The search goes on.", "It is cold."]),
        ("What next:\n\n• Hafrun goes\n• Nobody pays", ["• Hafrun goes", "• Nobody pays"]),
        ("Is it over?\n\nNo.", ["Is it over?", "No."]),
        ("Year Cars\n2017 1,204\n2018 1,100", ["Year Cars", "2017 1,204", "2018 1,100"]),
    ],
)
def test_the_last_few_words_belong_to_it(last: str, end: list[str]) -> None:
    assert story(LAST, last)[-len(end) :] == end


def test_a_live_page_keeps_its_headline_and_all_its_entries() -> None:
    entries = "\n\n".join(
        f"{17 - i}.0{i} BST\n\nUpdate from the {where}\n\n{said}"
        for i, (where, said) in enumerate(
            zip(("pier", "school", "ministry"), STORY.strip().split("\n\n"), strict=True)
        )
    )
    text = f"Home\nNews\n\nFerry vote - live\n\nBy Ida Holm\n4 March 2021\n\n{entries}{FOOT}"
    article = read_article(text.encode(), "page.txt", ArticleId("0" * 16))
    assert article.title == "Ferry vote - live"
    assert [block.text for _, block in article.story if block.kind == "paragraph"] == (
        STORY.strip().split("\n\n")
    )


def test_entities_are_decoded_in_text_and_left_to_markdown_in_markdown() -> None:
    page = "Wall &amp; path\n\nA&nbsp;dispute that&#8217;s old&#27;[31m, and has divided the town."
    plain = read_article(page.encode(), "page.txt", ArticleId("0" * 16))
    assert plain.title == "Wall & path"
    assert plain.blocks[0].text == "A dispute that’s old[31m, and has divided the town."


def test_entities_in_lines_of_labels_and_behind_front_matter() -> None:
    text = "A dispute that&#8217;s old, and has divided the town for almost six years.\n"
    labels = f"Title: Wall &amp; path\nDate: 4 March 2021\n\n{text}"
    article = read_article(labels.encode(), "page.txt", ArticleId("0" * 16))
    assert article.title == "Wall & path"
    matter = f'---\ntitle: "Wall &quot;one&quot;"\n---\n\n{text}'
    article = read_article(matter.encode(), "page.txt", ArticleId("0" * 16))
    assert article.blocks[-1].text.startswith("A dispute that’s old")
