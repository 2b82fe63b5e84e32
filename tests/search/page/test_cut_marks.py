"""A text that was cut before it got here is known by what stands at its end, and by nothing else."""

from __future__ import annotations

import pytest

from search.article import ArticleId
from search.formats import read_article

STORY = (
    "The council voted on Monday to rebuild the pier that last winter's storms had broken.\n\n"
    "Work on the foundations is to begin in spring, the mayor told a crowded hall of residents.\n\n"
)
HEAD = "---\ntitle: Pier to be rebuilt\n---\n\n"


def whole(text: str, name: str = "a.txt") -> bool:
    return read_article((HEAD + text).encode(), name, ArticleId("0" * 16)).whole


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "end",
    [
        "It will cost more than first […]",
        "It will cost more than first [...]",
        "It will cost more than fir… [+2143 chars]",
        "It will cost more than first (…)",
        "It will cost more than first… Read more »",
        "It will cost more than first... [Continue reading]",
        "It will cost more than first planned.\n\nRead more",
        "It will cost more than first planned.\n\nContinue reading →",
        "It will cost more than first planned.\n\nSubscribe to continue reading.",
        "It will cost more than first planned.\n\nAlready a subscriber? Log in to continue reading.",
        "It will cost more than first planned.\n\nPlease log in to read the full story.",
        "It will cost more than first planned.\n\nThis is a preview. Subscribers read on.",
        "It will cost more than first planned.\n\nShare\n\nTo continue reading, take a trial.",
        "It will cost more than […]\n\nThe post Pier to be rebuilt appeared first on The Harbour.",
        "Es wird teurer als geplant.\n\nWeiterlesen mit einem Abo",
        "Das wird teuer.\n\nDieser Artikel ist nur für Abonnenten verfügbar.",
        "Le coût augmente.\n\nIl vous reste 61.87% de cet article à lire.",
        "Le coût augmente.\n\nLire la suite",
        "Costará más.\n\nSuscríbete para seguir leyendo",
        "Costerà di più.\n\nContenuto riservato agli abbonati",
        "Vai custar mais.\n\nConteúdo exclusivo para assinantes",
        "Het wordt duurder.\n\nLog in om verder te lezen",
        "Det blir dyrare.\n\nPrenumerera för att läsa vidare",
        "Это будет дороже.\n\nЧитать далее",
        "費用は増える見込みだ。\n\n残り1,204文字",
        "费用将会增加。\n\n阅读全文",
    ],
)
def test_a_cut_text_is_not_whole(end: str, name: str) -> None:
    assert not whole(STORY + end, name)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY + "“Subscribe to continue reading,” was all that the site of the builder said.",
        STORY + "Those who wish to read more were told to wait.",
        STORY + "Read more\n\n" + STORY,
        STORY + "Read more\n\nFerry fares rise in June\n\nMarket hall closes",
        STORY + "“We had hoped […] for an earlier start,” she said.",
        STORY + "The ministry wrote: “The works […] will last a year.”",
        STORY + "And so the waiting goes on…",
        "Subscribe to continue reading\n\n" + STORY,
        STORY + "To continue reading, take a trial.\n\n" + STORY,
        "The pier […] is old. […]\n\nNobody knew […]\n\nIt will be rebuilt […]",
        STORY + "Subscribers to continue reading lessons for another year, the school board says.",
    ],
)
def test_what_only_speaks_of_cuts_is_whole(text: str, name: str) -> None:
    assert whole(text, name)


def test_a_single_paragraph_that_trails_off_is_a_teaser() -> None:
    teaser = "The council voted on Monday to rebuild the pier that last winter's storms had"
    assert not whole(f"{teaser}...")
    assert not whole(f"{teaser}…")
    assert whole(f"{teaser} broken.")


def test_the_evidence_is_the_line() -> None:
    text = HEAD + STORY + "Read more\n"
    article = read_article(text.encode(), "a.txt", ArticleId("0" * 16))
    assert article.evidence["whole"] == "text: line 9"
    assert not article.head.whole
    article = read_article((HEAD + STORY).encode(), "a.txt", ArticleId("0" * 16))
    assert "whole" not in article.evidence


def test_what_was_too_long_is_not_whole() -> None:
    assert not whole(STORY * 8_000)
