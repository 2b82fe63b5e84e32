"""What something is called, phrase by phrase, the most frequent first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from search.compare.comparison import Epithet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.compare.comparison import At


def count_phrases(said: Iterable[tuple[str, At]]) -> tuple[Epithet, ...]:
    """Gather phrases, each given with where it stands, by how they are written.

    The most frequent comes first, equals in the order of their letters; places stay as they came.
    Cost: linear in the phrases, but for sorting the different ones.
    """
    places: defaultdict[str, list[At]] = defaultdict(list)
    for text, at in said:
        places[text].append(at)
    found = [Epithet(text, tuple(where)) for text, where in places.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.places), one.text)))
