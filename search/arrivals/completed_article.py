"""One article of a library whose text is cut, fetched whole: its file with its text replaced."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from search.arrivals.arrival import Arrival, ChangedArticle, Rejected
from search.arrivals.replaced_file import replace_file
from search.arrivals.saved_file import file_text
from search.arrivals.side_by_side import Asked, fetch_each
from search.arrivals.whole_texts import whole_text
from search.desk.revisions.kept_versions import LARGEST, versions_of
from search.desk.revisions.revision_id import named_revision
from search.errors import ArticleError, reason_of
from search.fetch.access import Access
from search.fetch.cookie_file import NO_COOKIES, read_cookies
from search.fetch.robots import Robots
from search.library.saved_head import saved_head
from search.regular_file import read_regular

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.desk.desk import Desk
    from search.library.saved_head import SavedHead


def complete_article(
    desk: Desk, article: ArticleId, allowed: Collection[str] = (), cookies: Path | None = None
) -> Path:
    """Fetch all of the text of an article, and put it into its file; give that.

    Its name and its head stay, and with them its marks and notes. The index isn't brought up to date.
    Raises ArticleError, NoSuchArticleError, NotWrittenError, LibraryError. Cost: fetching its page.

    Args:
        desk: the library.
        article: one whose text is cut.
        allowed: hosts in private networks that may be asked, by name.
        cookies: a file of cookies; see `read_cookies`.
    """
    read = desk.read(article)
    file = desk.file(read)
    head = _checked(read, file)
    url = read.url or ""
    hosts = frozenset(name.lower() for name in allowed)
    access = Access(hosts, read_cookies(cookies) if cookies else NO_COOKIES)
    ((_, found),) = fetch_each([Asked(url, page=True)], access, Robots(access))
    whole = whole_text(Arrival(read.path, read, head.own, head.feed), found)
    if isinstance(whole, Rejected):
        raise ArticleError(read.path, whole.reason)
    root = desk.library
    current = versions_of(root, read.path).current
    seen = datetime.now(UTC).isoformat(timespec="seconds")
    change = ChangedArticle(whole, read.path, current, completes=True)
    replace_file(root, change, file_text(whole, seen))
    return file


def _checked(article: Article, file: Path) -> SavedHead:
    """Give what a file says of its article; raise ArticleError where no whole text can be put into it."""
    head: SavedHead | None = None
    why = ""
    if article.whole:
        why = "its text isn't known to be cut"
    elif not article.url:
        why = "it has no address to fetch all of its text from"
    elif article.place or named_revision(article.id):
        why = "only an article that is a file of its own can be completed"
    else:
        try:
            head = saved_head(read_regular(file, LARGEST, links=True))
        except OSError as error:
            raise ArticleError(article.path, reason_of(error)) from None
        if head is None or not head.digest:
            why = "only files that diptych add or update saved are written to"
        elif head.edited:
            why = "it was edited here and stays as it is"
    if why or head is None:
        raise ArticleError(article.path, why)
    return head
