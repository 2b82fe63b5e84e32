from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def told(made: Article) -> list[str]:
    """Give how an article names the person whom an article that says `Ann Lee` names, too."""
    other = made.__class__(made.id, made.path, ())
    other = made.__class__(
        made.id, made.path, (made.blocks[0].__class__("paragraph", "We saw Ann Lee."),)
    )
    naming = compare(made, other).naming
    return [phrase.text for one in naming for phrase in one.left]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They met interim president Ann Lee.", "interim president Ann Lee"),
        ("It helped self-proclaimed interim president Ann Lee.", "self-proclaimed interim president Ann Lee"),
        ("By supporting Utopia’s opposition figure Ann Lee they lost.", "Utopia’s opposition figure Ann Lee"),
        ("They met “interim president” Ann Lee.", "“interim president” Ann Lee"),
        ("They met Ann Lee, the head of the assembly.", "Ann Lee, the head of the assembly"),
        ("They met Mrs Ann Lee.", "Mrs Ann Lee"),
        ("They met Ann Lee, the donor and head of the club who left.", "Ann Lee, the donor and head of the club"),
        ("We asked Ann Lee, a former minister of finance, who agreed.", "Ann Lee, a former minister of finance"),
    ],
)  # fmt: skip
def test_a_phrase_holds_what_says_who_somebody_is(
    article: Callable[..., Article], text: str, phrase: str
) -> None:
    assert told(article(text)) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "We saw Ann Lee, and the president left.",
        "We met Ann Lee, the president said.",
        "We saw Ann Lee, President John Doe and others.",
        "The troops of Ann Lee won.",
        "They met “an angry president” Ann Lee.",
        "The chief Ann Lee correspondent ate.",
        "We saw Ann Lee, president attempts to counter.",
        "We saw Ann Lee, Sen. John Doe and others.",
        "It was the wife of Ann Lee, a judge.",
        "After talks with Ann Lee, the president of Lorn left.",
    ],
)
def test_what_says_nothing_of_her_is_no_part_of_it(
    article: Callable[..., Article], text: str
) -> None:
    assert told(article(text)) == []


def test_both_sides_are_told_with_counts_the_most_frequent_first(
    article: Callable[..., Article],
) -> None:
    left = article("We saw opposition leader Juan Guaidó. We told Guaidó so. But Guaidó left.")
    right = article("We saw self-declared president Juan Guaido.")

    (naming,) = compare(left, right).naming

    assert naming.name == "Juan Guaido"
    assert [(p.text, len(p.places)) for p in naming.left] == [
        ("Guaidó", 2),
        ("opposition leader Juan Guaidó", 1),
    ]
    assert [p.text for p in naming.right] == ["self-declared president Juan Guaido"]


def test_names_say_where_they_stand_on_each_side(article: Callable[..., Article]) -> None:
    left = article("We saw Mike Pompeo. Then Pompeo left Caracas.")
    right = article("They met Pompeo in Moscow.")

    found = {name.text: (len(name.left), len(name.right)) for name in compare(left, right).names}

    assert found == {"Mike Pompeo": (2, 1), "Caracas": (1, 0), "Moscow": (0, 1)}
    for name in compare(left, right).names:
        for block, start, stop in name.left:
            assert left.blocks[block].text[start:stop] in {name.text, "Pompeo"}
