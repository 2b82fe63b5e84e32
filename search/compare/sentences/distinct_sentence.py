"""The sentences of an article, each once however often it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.compare.annotated_article import AnnotatedArticle


@dataclass(frozen=True, slots=True)
class DistinctSentence:
    """A sentence and every place where its article says it in these very words, in order."""

    forms: tuple[str, ...]
    stems: frozenset[str]
    places: tuple[int, ...]


def fold_repeats(annotated: AnnotatedArticle) -> tuple[DistinctSentence, ...]:
    """Join the sentences of an article that have the same words, by their first place."""
    places: dict[tuple[tuple[str, ...], frozenset[str]], list[int]] = {}
    for i, sentence in enumerate(annotated.sentences):
        places.setdefault((sentence.forms, sentence.stems), []).append(i)
    return tuple(
        DistinctSentence(forms, stems, tuple(where)) for (forms, stems), where in places.items()
    )
