"""What the reader said of two sentences: that they meet, or that they don't."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.marks import marked_articles
from search.marks.mark_values import Passage
from search.marks.marks_access import now
from search.sides import Sides

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Mapping

    from search.article import ArticleId
    from search.marks.article_keys import ArticleKeys
    from search.marks.change_journal import Change
    from search.marks.marks_access import MarksAccess

WHAT = "what you said of a link"
"""What a judgement is called when it is taken back."""
_PASSAGES = ", ".join(
    f"j.{side}_{name}"
    for side in ("one", "other")
    for name in ("quote", "prefix", "suffix", "block", "place")
)


class JudgedLink(NamedTuple):
    """Two sentences that the reader judged.

    Attributes:
        number: its own, for as long as it is kept.
        articles: of which they are; None where one isn't in the library any more.
        passages: the two sentences, as they stood then; `search.marks.passages.find_again` finds them.
        meets: whether they meet.
        made: an ISO 8601 time with offset.
    """

    number: int
    articles: Sides[ArticleId | None]
    passages: Sides[Passage]
    meets: bool
    made: str

    def turned(self) -> JudgedLink:
        """Give the same with left and right exchanged."""
        articles, passages = self.articles.swapped(), self.passages.swapped()
        return self._replace(articles=articles, passages=passages)


class JudgedLinks:
    """The judged links of one library. Safe to use from threads."""

    def __init__(
        self,
        access: MarksAccess,
        keys: Callable[[Collection[ArticleId]], Mapping[ArticleId, ArticleKeys | None]],
    ) -> None:
        """Take the database, and what gives the keys of articles that aren't kept yet."""
        self._access = access
        self._keys = keys

    def every(self) -> list[JudgedLink]:
        """Give all, in the order in which they were first made."""

        def read(at: sqlite3.Connection) -> list[JudgedLink]:
            return [link for _, link in judged_rows(at, self._access.library)]

        return self._access.read(read, [])

    def between(self, left: ArticleId, right: ArticleId) -> list[JudgedLink]:
        """Give those of two articles, in the order in which they were made; left is left in each."""
        found = [
            one for one in self.every() if {one.articles.left, one.articles.right} == {left, right}
        ]
        return [one if one.articles.left == left else one.turned() for one in found]

    def judge(self, articles: Sides[ArticleId], passages: Sides[Passage], *, meets: bool) -> None:
        """Keep what the reader says of two sentences, in place of what was said of the same two.

        It can be taken back. Raises NoSuchArticleError, ArticleError, LibraryError. Cost: reading
        articles that nothing is kept of yet.
        """
        left, right = articles.left, articles.right
        keys = self._keys([left, right])
        library = self._access.library

        def task(done: Change) -> None:
            numbers = marked_articles.known_numbers(done.connection, library, keys)
            if len(numbers) == len(keys):
                rows = Sides(numbers[left], numbers[right])
                put_link(done, rows, passages, meets=meets, made=now())

        self._access.change(WHAT, task)

    def forget(self, number: int) -> None:
        """Forget a judgement, which can be taken back; raise LibraryError.

        Nothing happens where there is none of the number.
        """
        self._access.change(WHAT, lambda done: done.drop("judged", {"id": number}))


def judged_rows(
    connection: sqlite3.Connection, library: str
) -> list[tuple[Sides[int], JudgedLink]]:
    """Give the judged links of a library with the rows of their articles, as they were made."""
    found = connection.execute(
        f"SELECT j.id, j.one, j.other, a.article, b.article, j.meets, j.made, {_PASSAGES}"  # noqa: S608 - of our own names
        " FROM judged j JOIN article a ON a.id = j.one JOIN article b ON b.id = j.other"
        " WHERE a.library = ? ORDER BY j.id",
        (library,),
    )
    return [
        (
            Sides(one, other),
            JudgedLink(
                number,
                Sides(left, right),
                Sides(Passage(*passages[:5]), Passage(*passages[5:])),
                bool(meets),
                made,
            ),
        )
        for number, one, other, left, right, meets, made, *passages in found
    ]


def put_link(
    change: Change,
    rows: Sides[int],
    passages: Sides[Passage],
    *,
    meets: bool,
    made: str,
    anew: bool = True,
) -> None:
    """Put what is said of two sentences of the articles of two rows.

    It takes the place of what was said of the same two, whichever of them was left then; without
    `anew`, that stays.
    """
    at = change.connection
    held = _held(at, rows, passages) or _held(at, rows.swapped(), passages.swapped())
    if held is not None and (held[1] == meets or not anew):
        return
    (last,) = at.execute("SELECT coalesce(max(id), 0) FROM judged").fetchone()
    row: dict[str, str | int] = {
        "id": held[0] if held else last + 1,
        "meets": int(meets),
        "made": made,
    }
    for side, article, passage in (
        ("one", rows.left, passages.left),
        ("other", rows.right, passages.right),
    ):
        row[side] = article
        quote, prefix, suffix, block, place = passage
        row |= {
            f"{side}_quote": quote, f"{side}_prefix": prefix, f"{side}_suffix": suffix,
            f"{side}_block": block, f"{side}_place": place,
        }  # fmt: skip
    change.put("judged", row)


def _held(
    connection: sqlite3.Connection, rows: Sides[int], passages: Sides[Passage]
) -> tuple[int, bool] | None:
    left, right = passages.left, passages.right
    found = connection.execute(
        "SELECT id, meets FROM judged WHERE one = ? AND other = ?"
        " AND one_quote = ? AND one_block = ? AND other_quote = ? AND other_block = ?",
        (rows.left, rows.right, left.quote, left.block, right.quote, right.block),
    ).fetchone()
    return (found[0], bool(found[1])) if found else None
