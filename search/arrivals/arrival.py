"""What comes in, and what is to become of it: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from search.article import Article

Likeness: TypeAlias = Literal["address", "id", "text", "file"]
"""Why something is a duplicate: it has the address, or the identifier, of an article that is there;
nearly the text of one of the same outlet; or it is a file that lies in the library."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that comes in.

    Attributes:
        origin: where it comes from, as the user named it: a path, an address; `path#N` in a
            container, `address#N` in a feed, N counted from 1.
        article: what it says.
        own: an identifier or address of its own; empty where it has none.
        feed: the address of the feed it comes from; empty where it comes from none.
    """

    origin: str
    article: Article
    own: str = ""
    feed: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that can't come in, and why, in a phrase."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class InLibrary:
    """A file that was named and lies in the library already, by its path there."""

    origin: str
    path: str


@dataclass(frozen=True, slots=True)
class FeedSeen:
    """A feed: one that was named, whose entries follow, or one of a list of feeds.

    Attributes:
        url, title: its address, and what the list calls it; maybe empty.
        told: what its user should know of it, in a sentence without a full stop; mostly empty.
    """

    url: str
    title: str = ""
    told: str = ""


Incoming: TypeAlias = Arrival | Rejected | InLibrary | FeedSeen


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that is to be saved at a path of the library, where nothing lies yet."""

    arrival: Arrival
    path: str


@dataclass(frozen=True, slots=True)
class ChangedArticle:
    """An article whose publisher changed it: it replaces the file at a path.

    Attributes:
        revision: which version of the article it is, counted from 1.
        completes: whether it is no other version, but all of a text of which a part was there.
    """

    arrival: Arrival
    path: str
    revision: int
    completes: bool = False


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Something that the library, or what came before, has already at a path, and why."""

    origin: str
    path: str
    why: Likeness


Decision: TypeAlias = NewArticle | ChangedArticle | Duplicate | Rejected | FeedSeen
