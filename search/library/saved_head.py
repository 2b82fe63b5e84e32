"""What a file says of the article it was saved for: Markdown with front matter, as `arrivals` writes it."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError
from search.formats.decode import decode
from search.formats.heads.front_matter import front_matter
from search.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

FENCE = "---"
IDENTITY, DIGEST, FEED, SEEN = "id", "arrived", "from-feed", "seen"
"""Fields that no other reader of front matter knows."""
_OWN_FIELDS = frozenset({IDENTITY, DIGEST, FEED, SEEN})


class SavedHead(NamedTuple):
    """What a file says of the article it was saved for.

    Attributes:
        url: its address, None without one.
        own: its identifier where it has no address; maybe empty.
        digest: of the text as it came; empty for a file that wasn't saved so.
        seen: when it came, in ISO 8601; empty where the file doesn't say it.
        edited: whether the text isn't what came any more.
        whole: whether all of the text came.
        feed: the address of the feed it came from; empty where it came from none.
        fields: what else it says, by the name of the article's field.
    """

    url: str | None
    own: str
    digest: str
    seen: str
    edited: bool
    whole: bool
    feed: str
    fields: dict[str, object]


def text_digest(body: str) -> str:
    """Give the digest of what stands below the front matter."""
    return blake2b(body.strip().encode("utf-8", "replace"), digest_size=8).hexdigest()


def saved_head(data: bytes) -> SavedHead | None:
    """Read what a file in Markdown says of the article in it; None if it has no front matter.

    Never raises. Cost: linear.
    """
    try:
        found = front_matter(clean(decode(data, "")))
    except ArticleError:
        return None
    if found is None or found.head is None:
        return None
    said = dict(_stated(data))
    digest = said.get(DIGEST, "")
    return SavedHead(
        found.head.url,
        said.get(IDENTITY, ""),
        digest,
        said.get(SEEN, ""),
        edited=bool(digest) and text_digest(found.body) != digest,
        whole=found.head.whole,
        feed=said.get(FEED, ""),
        fields=found.head.fields,
    )


def _stated(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the fields that no other reader of front matter knows."""
    for line in data.decode("utf-8", "replace").split("\n")[1:]:
        if line.rstrip() == FENCE:
            return
        name, _, said = line.partition(":")
        if name in _OWN_FIELDS:
            try:
                value = json.loads(said)
            except (ValueError, RecursionError):
                value = said.strip()
            yield name, str(value)
