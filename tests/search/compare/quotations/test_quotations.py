from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.article import Block
from search.compare.annotated_article import annotate
from search.compare.names.capitals import count_capitals
from search.compare.names.mentions import mentions
from search.compare.quotations.quotation_marks import find_quotations
from search.compare.quotations.quotations import quotes

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article
    from search.compare import Quote


def told(article: Article) -> tuple[Quote, ...]:
    annotated = annotate(article)
    return quotes(annotated, mentions(annotated, count_capitals((annotated,)))).quotes


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("“We will not go away,” said Mike Pompeo, the minister.", "Mike Pompeo", "said"),
        ("“We will not go away,” Pompeo told reporters.", "Pompeo", "told"),
        ("“We will not go away,” Mr. Pompeo later added.", "Pompeo", "added"),
        ("Pompeo said: “We will not go away.”", "Pompeo", "said"),
        ("In Caracas, Mike Pompeo, the minister, said on Monday that “we will not go”.", "Mike Pompeo", "said"),
        ("“We will not go away,” according to the foreign ministry.", "the foreign ministry", "according to"),
        ("According to Mike Pompeo, “we will not go away”.", "Mike Pompeo", "according to"),
        ("“We will not go away,” said a senior official in Washington.", "a senior official", "said"),
        ("“We will not go away,” Lindsey Graham (R-SC) told a paper.", "Lindsey Graham", "told"),
        ("“We will not go away,” Ann Lee and Bob Ray wrote.", "Ann Lee and Bob Ray", "wrote"),
        ("The move was praised by Mike Pompeo as “the end of the story”.", "Mike Pompeo", "praised"),
        ("Ann Lee opened the doors at noon, saying “we will not go away”.", "Ann Lee", "saying"),
        ("Hundreds marched into Lower Marlow chanting “we will not go away”.", None, "chanting"),
        ("The firm's chief, Ann Lee, said: “We will not go away.”", "Ann Lee", "said"),
        ("“We will not go away,” said the firm's president, Ann Lee.", "Ann Lee", "said"),
        ("“We will not go away,” Ann Lee, vice president of the Red Cross tweeted.", "Ann Lee", "tweeted"),
        ('"We will not go away," Pompeo said.', "Pompeo", "said"),
        ("“We will not go away,” Pompeo was told by Ann Lee.", "Ann Lee", "told"),
        ("“We will not go away,” Pompeo was told.", None, "told"),
        ('"We will not go away," said Ann "Red" Lee, who lives here.', 'Ann "Red" Lee', "said"),
        ("“We will not go away,” Ann “Red” Lee said.", "Ann “Red” Lee", "said"),
        ("“We will not go away,” said Ann 'Red' Lee.", "Ann 'Red' Lee", "said"),
        ("“We will not go away,” a letter to Pompeo said.", "a letter to Pompeo", "said"),
        ("‘We will not go away,’ Pompeo said.", "Pompeo", "said"),
        ("Mike Pompeo: “We will not go away.”", "Mike Pompeo", None),
        ("In an interview with a paper, Mike Pompeo said: “We will not go away.”", "Mike Pompeo", "said"),
        ("“We will not go away,” said Pompeo in an interview.", "Pompeo", "said"),
        ("“We will not go away,” said the bishops' conference.", "the bishops' conference", "said"),
    ],
)  # fmt: skip
def test_the_speaker_is_read_from_the_sentence_around(
    article: Callable[..., Article], text: str, speaker: str, verb: str | None
) -> None:
    (quote,) = told(article("Pompeo and Mike Pompeo met Pompeo.", text))[-1:]

    assert (quote.speaker, quote.verb) == (speaker, verb)


@pytest.mark.parametrize(
    "text",
    [
        "“We will not go away,” she said.",
        "“We will not go away,” they told us.",
        "The United States and “the axis of evil” met.",
        "A study in England and Wales was “a very good one”.",
        "Pompeo left. “We will not go away.” Rain fell.",
        "“We will not go away,” said sales, service and marketing.",
        "“We will not go away,” according to an interview with a local paper.",
        "“We will not go away,” according to a lengthy telephone call.",
        "According to the interviews, “we will not go away”.",
        "“We will not go away,” he said in an interview.",
        "“We will not go away,” said a rowdy news conference.",
    ],
)
def test_no_speaker_is_better_than_a_wrong_one(article: Callable[..., Article], text: str) -> None:
    assert [quote.speaker for quote in told(article(text))] == [None]


def test_a_quotation_goes_on_with_the_same_speaker(article: Callable[..., Article]) -> None:
    found = told(
        article(
            "“We will not go,” Mr. Ray said. “We stay here. We win.”",
            "“It is our land,” he added.",
            "Later we saw Pat Lee. “It is our land,” he added.",
        )
    )

    assert [quote.speaker for quote in found] == ["Ray", "Ray", "Ray", None]


def test_a_quotation_of_two_paragraphs_is_closed_once(article: Callable[..., Article]) -> None:
    found = told(article("Ann Lee said: “We stay here.", "“We win the day.” Rain fell."))

    assert [(quote.text, quote.speaker) for quote in found] == [
        ("We stay here.", "Ann Lee"),
        ("We win the day.", "Ann Lee"),
    ]


def test_a_paragraph_set_as_a_quotation_is_one(article: Callable[..., Article]) -> None:
    made = article("She wrote to us.", Block("quote", "We stay where we are."))

    assert [(quote.text, quote.speaker) for quote in told(made)] == [
        ("We stay where we are.", None)
    ]
    assert quotes(annotate(made), ()).share == pytest.approx(5 / 9)


def test_the_quoted_share_counts_words_between_marks(article: Callable[..., Article]) -> None:
    assert quotes(annotate(article("He said “we stay” today.")), ()).share == pytest.approx(2 / 5)
    assert quotes(annotate(article()), ()).share == 0.0


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('A 13" screen and a "wide view" of it.', ["wide view"]),
        ("It’s the workers’ day, isn’t it?", []),
        ("The ‘direct contact’ with them.", ["direct contact"]),
        ("«Nous partons», dit-il.", ["Nous partons"]),
        ("He said: “We go on", ["We go on"]),
        ("“”", []),
    ],
)
def test_marks_open_and_close(text: str, inside: list[str]) -> None:
    assert [text[one.start : one.stop] for one in find_quotations(text)] == inside


@given(st.text(alphabet="ab '’‘“”\"«».,", max_size=40), st.booleans())
def test_quotations_never_overlap(text: str, inside: bool) -> None:
    end = 0
    for start, stop, _ in find_quotations(text, inside=inside):
        assert end <= start < stop <= len(text)
        end = stop


def test_endless_quotations_are_told_apart(article: Callable[..., Article]) -> None:
    """Each looks at its own words: at all of its paragraph's would take minutes."""
    told = annotate(article("“It is not over.” " * 6_000))
    assert len(quotes(told, ()).quotes) == 6_000


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("« Nous ne partirons pas », a dit Anne.", ["Nous ne partirons pas"]),
        (
            "Anne a dit : «\u00a0Nous partons\u00a0» puis «\u202fNon\u202f».",
            ["Nous partons", "Non"],
        ),
        ("»Wir gehen nicht weg«, sagte Anna.", ["Wir gehen nicht weg"]),
        ("知事は「今年中に再建する」と述べ、『必ず』と言った。", ["今年中に再建する", "必ず"]),
        ("''We will not go,'' he said. ``Never,'' she said.", ["We will not go,", "Never,"]),
        ('Said William "Shorty" Barnes.', []),
    ],
)
def test_marks_of_other_languages_and_of_old_files(text: str, inside: list[str]) -> None:
    found = [text[one.start : one.stop].strip() for one in find_quotations(text)]
    assert found == inside


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("市长说：“今年一定会重建防波堤。”他随后离开。", ["今年一定会重建防波堤。"]),
        ("시장은 “올해 방파제를 다시 짓겠다”고 말했다.", ["올해 방파제를 다시 짓겠다"]),
        ("市長は「今年『必ず』再建する」と述べた。", ["今年『必ず』再建する"]),
    ],
)
def test_no_space_stands_around_a_quotation_in_east_asia(text: str, said: list[str]) -> None:
    assert [text[one.start : one.stop] for one in find_quotations(text)] == said
