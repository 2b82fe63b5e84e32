from __future__ import annotations

from typing import TYPE_CHECKING

from search import own_words
from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def words(article: Article, block: int, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [article.blocks[block].text[start:stop] for start, stop in spans]


def test_what_a_linked_sentence_has_is_shared_its_own_or_a_function_word(
    article: Callable[..., Article],
) -> None:
    left = article(
        "Nothing at all happened elsewhere.",
        "Quiet days. The harbour board agreed on a cheaper ferry to Marlow.",
    )
    right = article("The harbour board struggled over its ferry to Marlow in the end.")
    comparison = compare(left, right)
    (link,) = comparison.links
    own = own_words(comparison, link)
    assert words(left, 1, link.words.left) == ["harbour", "board", "ferry", "Marlow"]
    assert words(left, 1, own.left) == ["agreed", "cheaper"]
    assert words(right, 0, own.right) == ["struggled", "end"]
