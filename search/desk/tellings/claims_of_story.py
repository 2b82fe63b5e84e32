"""The claims of a story of a library, by what its engine knows of their words and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.claims.story_claims import chosen_versions, story_claims
from search.desk.pairs.pair_comparison import rarity_of
from search.desk.understood import standing_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.article import Article, Head
    from search.compare.claims.claim_values import StoryClaims
    from search.engine import Engine


def claims_of(
    engine: Engine,
    heads: Sequence[Head],
    try_read: Callable[[Head], Article | None],
    cancelled: Callable[[], bool],
) -> StoryClaims:
    """Compare the versions of a story, given in order of time; see `story_claims`.

    Those that can't be read any more are left out. Asks the engine two questions, and `try_read` for
    as many articles as are compared. Raises CancelledError.
    """
    chosen = chosen_versions(heads)
    read = [article for at in chosen if (article := try_read(heads[at]))]
    standing = engine.read(lambda snapshot: standing_sentences(snapshot, read))
    return story_claims(read, rarity_of(engine), standing, len(heads) - len(read), cancelled)
