"""The claims of a story beside its versions: comparing them in a thread, and what is shown of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.controls.entry_list import ListEntry
from tui.render.claims.claim_words import (
    CAUTION,
    SIGNS_NOTE,
    column_names,
    left_out_note,
    sentence_heading,
    tellers,
)
from tui.routes import ArticleRoute, ComparisonRoute
from tui.screens.story import text
from tui.session.latest import Latest
from tui.widgets.claims.claim_matrix import ClaimMatrix

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from search import ArticleId, Claim, Desk, SearchError, StoryClaims
    from tui.routes import Lighting
    from tui.screens.command_screen import CommandScreen


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """A request for the claims of an article's story."""

    article: ArticleId


class ClaimsView:
    """The part of the story screen that tells its claims.

    Args:
        screen: the screen, which owns the work: it ends with it.
        desk: the library.
        article: where the user comes from.
        lighting: what is lit in articles that are gone to.
    """

    def __init__(
        self, screen: CommandScreen, desk: Desk, article: ArticleId, lighting: Lighting | None
    ) -> None:
        self._screen = screen
        self._article = article
        self._lighting = lighting
        self._claims: StoryClaims | None = None
        groups = desk.story_groups
        self._requests: Latest[_Wish, StoryClaims] = Latest(
            screen,
            lambda wish: groups.claims(wish.article, lambda: self._requests.overtaken(wish)),
            lambda _, claims: self._show(claims),
            lambda _, error: self._fail(error),
        )

    def compose(self) -> ComposeResult:
        """The names of the columns, the matrix, and who tells the current claim."""
        with Vertical(id="claims"):
            yield Static("", id="outlets", markup=False)
            yield Static("", id="columns", markup=False)
            yield ClaimMatrix(id="matrix")
            yield Static("", id="tellers", markup=False)

    @property
    def matrix(self) -> ClaimMatrix:
        """The claims on screen."""
        return self._screen.query_one(ClaimMatrix)

    @property
    def focused(self) -> bool:
        """Whether the user is in the matrix."""
        return self._screen.focused is self.matrix

    def ask(self, versions: int) -> None:
        """Compare the versions, of which there are so many; what was asked before ends."""
        self._requests.forget()
        self._claims = None
        for name in ("outlets", "columns", "tellers"):
            self._tell(name, "")
        self.matrix.show_note(text.COMPARING if versions > 1 else text.ONE_VERSION)
        if versions > 1:
            self._requests.ask(_Wish(self._article))

    def forget(self) -> None:
        """Stop comparing."""
        self._requests.forget()

    def fit(self) -> None:
        """Put the heading of the columns where they are drawn now."""
        columns = self.matrix.columns
        self._tell("columns", f"{columns}   {SIGNS_NOTE}" if columns else "")

    def moved(self) -> None:
        """Say who tells the current claim, and what was left out."""
        claims, claim = self._claims, self.matrix.current
        if claims is None or claim is None:
            return
        left_out = left_out_note(claims.cuts)
        self._tell("tellers", f"{tellers(claims, claim)}\n{left_out or CAUTION}")
        self.fit()

    def open(self) -> None:
        """Show the sentences of the current claim; the user may go to one, or compare its article."""
        claims, claim = self._claims, self.matrix.current
        if claims is None or claim is None:
            return
        entries = [ListEntry(sentence_heading(claims, one), one.text) for one in claim.sentences]

        def go_to(index: int) -> None:
            one = claim.sentences[index]
            place = one.at.block, one.at.start
            self._screen.go(ArticleRoute(claims.versions[one.version].id, self._lighting, place))

        self._screen.post_message(
            self._screen.ShowPassages(
                tellers(claims, claim), entries, go_to, lambda at: self._compare(claims, claim, at)
            )
        )

    def copied(self) -> str | None:
        """Give the current claim with who tells it; None without any."""
        claims, claim = self._claims, self.matrix.current
        if claims is None or claim is None:
            return None
        return f"{claim.text}\n{tellers(claims, claim)}"

    def _compare(self, claims: StoryClaims, claim: Claim, index: int) -> None:
        """Compare the version of a sentence with the user's own, or with another that tells the claim."""
        chosen = claims.versions[claim.sentences[index].version].id
        others = [claims.versions[one.version].id for one in claim.sentences]
        others += [head.id for head in claims.versions]
        other = next(one for one in (self._article, *others) if one != chosen)
        self._screen.go(ComparisonRoute(other, chosen, self._lighting))

    def _show(self, claims: StoryClaims) -> None:
        self._claims = claims
        if claims.claims:
            self.matrix.put(claims.claims)
            self._tell("outlets", column_names(claims))
            self.matrix.border_title = text.claims_title(claims)
        else:
            self.matrix.show_note(text.NO_CLAIMS)
        self._screen.refresh_bindings()

    def _fail(self, error: SearchError) -> None:
        self.matrix.show_note(f"The versions can't be compared.\n\n{error}")

    def _tell(self, name: str, said: str) -> None:
        self._screen.query_one(f"#{name}", Static).update(Content(said))
