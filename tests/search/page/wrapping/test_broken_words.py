"""Words broken at the end of a line."""

from __future__ import annotations

import pytest

from search.page.wrapping.broken_words import WordsSeen, rejoined


def joined(*parts: str, elsewhere: str = "") -> str:
    return rejoined(parts, WordsSeen([*parts, elsewhere or "Nothing."]))


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("of the cli-", "mate had"), "of the climate had"),
        (("the govern-", "ment fell"), "the government fell"),
        (("a well-", "known builder"), "a well-known builder"),
        (("a trade-", "based plan"), "a trade-based plan"),
        (("the 18-year-", "old rower"), "the 18-year-old rower"),
        (("the Baden-", "Baden line"), "the Baden-Baden line"),
        (("an e-", "mail came"), "an e-mail came"),
        (("it closed -", "for good"), "it closed - for good"),
        (("pages 12-", "14 of it"), "pages 12-14 of it"),
        (("an en\u2010", "gineer"), "an engineer"),
    ],
)
def test_syllables_are_joined_and_compounds_keep_their_hyphen(
    parts: tuple[str, ...], whole: str
) -> None:
    assert joined(*parts) == whole


def test_the_text_itself_says_how_a_word_is_spelt() -> None:
    assert joined("the long-", "shore men", elsewhere="A longshore strike.") == "the longshore men"
    assert joined("the tide-", "mill", elsewhere="A tide-mill stood there.") == "the tide-mill"
    assert joined("the harbour-", "master", elsewhere="The harbour is") == "the harbour-master"
    assert joined("the state-", "ment", elsewhere="The state is") == "the statement"


def test_several_lines_and_scripts_without_spaces() -> None:
    assert joined("The engi-", "neers and the cli-", "mate.") == "The engineers and the climate."
    assert joined("渡轮公司", "星期一") == "渡轮公司星期一"
    assert joined("渡轮公司", "on Monday") == "渡轮公司 on Monday"
    assert joined() == ""
