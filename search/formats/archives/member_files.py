"""The files within an archive, each read as if it lay in the folder."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.container import BytesSource, LeftOut, PassedOverError, Unreadable, left_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import Article, ArticleId
    from search.formats.container import Draft
    from search.formats.kinds import OpenInner


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a file within an archive; see `search.formats.Draft`.

    Attributes:
        draft: as that file has it.
        own: the file's name in the archive, and the article's own in that file or its number.
    """

    draft: Draft
    own: str

    def article(self, path: str, article: ArticleId) -> Article:
        """Understand it."""
        return self.draft.article(path, article)


class MemberFiles:
    """Reads files of an archive."""

    def __init__(self, inner: OpenInner) -> None:
        """Read with `inner`, which takes a file within apart."""
        self._inner = inner
        self._passed: Counter[tuple[str, str, str]] = Counter()
        self._addresses = 0

    @property
    def left_out(self) -> LeftOut:
        """What was passed over so far."""
        return LeftOut(self._addresses, dict(self._passed))

    def drafts(self, data: bytes, name: str) -> Sequence[Draft]:
        """Give the articles of a file; none of one that is passed over, which is counted.

        A file that is broken is an `Unreadable`. Cost: reading it whole.
        """
        try:
            container = self._inner(BytesSource(data), name)
            every = [
                draft
                for span in container.spans()
                for draft in container.drafts(span.start, span.stop)
            ]
        except PassedOverError as error:
            self.pass_over(name, error.why, error.needs)
            self._addresses += error.addresses
            return ()
        except ArticleError as error:
            return (Unreadable(f"{name}: {error.reason}", name),)
        inside = left_out(container)
        self._addresses += inside.addresses
        self._passed.update(inside.passed)
        if len(every) == 1:
            return (Member(every[0], name),)
        return [Member(d, f"{name}#{d.own or number}") for number, d in enumerate(every, 1)]

    def pass_over(self, name: str, why: str, needs: str = "") -> None:
        """Count a file that isn't read."""
        last = name.rpartition("/")[2]
        suffix = last[last.rfind(".") :].lower() if last.rfind(".") > 0 else ""
        self._passed[suffix, why, needs] += 1


def is_hidden(name: str) -> bool:
    """Tell whether a file isn't looked at: its name, or that of a folder it is in, begins with a stop."""
    parts = name.replace("\\", "/").split("/")
    return any(
        part.startswith(".") or part == "__MACOSX" for part in parts if part not in {".", ".."}
    )
